"""One quotation in several documents: told by its words, also where one of them trims it.

Two are one where the words are the same, or where those of one stand whole in the other. Words may be left
out at the ends, and in the middle where an ellipsis, a bracket or the words of the report break the
quotation. A word put in the place of another makes two quotations of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any, Final

from pursestrings.reading.people.titles import is_group_word
from pursestrings.reading.quotes import quotations

Json = Mapping[str, Any]
Name = tuple[str, ...]

# Fewer words are a phrase that anybody may use again: they must be the same, and the same person's. Of still
# fewer even that says little: the same three come back months later. They count in copies of one story only.
_FEWEST: Final = 3
_PHRASE: Final = 5
SENTENCE: Final = 7
# More are needed where a name does not bear out that it is the same speech.
_UNNAMED: Final = 9
_OVERLAP: Final = 10
_RUN: Final = 4
# What runs on for longer lacks its closing mark, and a run of words that stands in more has become a saying.
_LONGEST: Final = 500
_MOST: Final = 50

_TOKEN: Final = re.compile(r"(?P<gap>\[[^\]\n]{0,80}\]|\([^)\n]{0,80}\)|…|\.(?: ?\.){2,})|\w+(?:'\w+)*")
_LETTER: Final = re.compile(r"\[(\w)\](?=\w)")
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a quotation, folded; `gaps` are the places, counted in words, where some may be left out.

    `speaker` is the name of a person in folded words, the surname last; empty where none is known. `story` is
    the document that the others of the family are copies of.
    """

    id: str
    document: str
    words: tuple[str, ...]
    gaps: frozenset[int] = frozenset()
    speaker: Name = ()
    story: str = ""

    @classmethod
    def of(cls, id_: str, finding: Json, story: str | None = None) -> Quotation | None:
        """The quotation in a statement, as the contract has it; None where too few words are quoted."""
        if finding["kind"] != "statement" or finding["manner"] == "indirect":
            return None
        spoken = [_spoken(anchor["exact"], finding["manner"]) for anchor in finding["content"]]
        words, gaps = words_of([stretch for stretches in spoken for stretch in stretches])
        if len(words) < _FEWEST:
            return None
        document = finding["document"]
        return cls(id_, document, words, gaps, _speaker(finding["speaker"]), story or document)


def words_of(stretches: Iterable[str]) -> tuple[tuple[str, ...], frozenset[int]]:
    """The words of a quotation's stretches in one row, and the gaps: between stretches, at "…" and at "[…]"."""
    words: list[str] = []
    gaps: set[int] = set()
    for stretch in stretches:
        gaps.add(len(words))
        plain = unicodedata.normalize("NFKC", _LETTER.sub(r"\1", stretch).replace("…", " ... "))
        for token in _TOKEN.finditer(plain.casefold().replace("’", "'")):
            if token["gap"]:
                gaps.add(len(words))
            else:
                words += [word for word in token[0].split("'") if word not in {"", "s"}]
    words = words[:_LONGEST]
    return tuple(words), frozenset(gap for gap in gaps if 0 < gap < len(words))


def grouped(found: Iterable[Quotation]) -> list[list[Quotation]]:
    """The quotations gathered, each group said once; groups and their members in the order given.

    The fullest go first, and each shorter one joins the group in which it stands. One that stands in two
    groups may come from either, and joins neither.
    """
    given = list(found)
    alike: defaultdict[Quotation, list[int]] = defaultdict(list)
    for number, one in enumerate(given):
        story = one.story if len(one.words) < _UNNAMED else ""
        alike[replace(one, id="", document="", story=story)].append(number)
    groups = _Groups()
    for numbers in sorted(alike.values(), key=lambda numbers: _fullest_first(given[numbers[0]])):
        groups.take(given[numbers[0]], numbers)
    return [[given[number] for number in group] for group in sorted(map(sorted, groups.members))]


def _fullest_first(one: Quotation) -> tuple[int, bool, Name, tuple[str, ...]]:
    return -len(one.words), not one.speaker, one.speaker, one.words


class _Groups:
    """Groups as they grow; a quotation finds those of like words by its four-word runs."""

    def __init__(self) -> None:
        self.members: list[list[int]] = []
        self._speakers: list[Name] = []
        self._placed: list[tuple[Quotation, int]] = []
        self._runs: defaultdict[int, list[int]] = defaultdict(list)

    def take(self, one: Quotation, numbers: Sequence[int]) -> None:
        """Put a quotation, which stands under these numbers, into its group or into one of its own."""
        keys = _keys(one.words)
        hits = Counter(at for key in keys for at in self._runs[key])
        near = sorted(hits, key=lambda at: (-hits[at], at))[:_MOST]
        group = self._home(one, near)
        if group is None:
            group = len(self.members)
            self.members.append([])
            self._speakers.append(())
        self.members[group] += numbers
        self._speakers[group] = self._speakers[group] or one.speaker
        for key in keys:
            if len(self._runs[key]) < _MOST:
                self._runs[key].append(len(self._placed))
        self._placed.append((one, group))

    def _home(self, one: Quotation, near: Iterable[int]) -> int | None:
        fits: dict[int, bool] = {}
        for at in sorted(near):
            other, group = self._placed[at]
            if compatible(one.speaker, self._speakers[group]) and same(one, other):
                fits[group] = fits.get(group, False) or one.words == other.words
        exact = [group for group, is_exact in fits.items() if is_exact]
        likely = exact or list(fits)
        return likely[0] if len(likely) == 1 else None


def same(one: Quotation, other: Quotation) -> bool:
    """Whether two quotations are of the same words, or of parts of the same words, by speakers who can be one."""
    if not compatible(one.speaker, other.speaker):
        return False
    named = bool(one.speaker and other.speaker)
    copied = one.story == other.story
    fewest = min(len(one.words), len(other.words))
    if fewest < SENTENCE:
        said = named and fewest >= _PHRASE and _one_given(one.speaker, other.speaker)
        return one.words == other.words and (copied or said)
    common = common_words(one, other)
    if common >= fewest:
        return copied or named or fewest >= _UNNAMED
    return (copied or named) and common >= _OVERLAP


def common_words(one: Quotation, other: Quotation) -> int:
    """How many words stand in both in order; 0 where other words stand between them, or go on from them."""
    steps = SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes()
    common = 0
    for number, (step, left, left_end, right, right_end) in enumerate(steps):
        if step == "equal":
            common += left_end - left
            continue
        at_end = number in {0, len(steps) - 1}
        if at_end and step != "replace":
            continue
        bridged = (
            _open(other, right, right_end, one.words, left, left_end),
            _open(one, left, left_end, other.words, right, right_end),
        )
        if not (any(bridged) if at_end else all(bridged)):
            return 0
    return common


def _open(one: Quotation, start: int, end: int, others: Sequence[str], left: int, right: int) -> bool:
    """Whether `one` has a gap at its words `start` to `end`, for the others' words `left` to `right` to stand in.

    Where the words around repeat each other, a gap may stand a few words to either side.
    """
    if left == right or any(gap in one.gaps for gap in (start, end)):
        return True
    if start != end:
        return False
    back = 0
    while left - back > 0 and others[left - back - 1] == others[right - back - 1]:
        back += 1
        if start - back in one.gaps:
            return True
    on = 0
    while right + on < len(others) and others[left + on] == others[right + on]:
        on += 1
        if start + on in one.gaps:
            return True
    return False


def compatible(one: Name, other: Name) -> bool:
    """Whether two names can be one person's: the same surname, or one unknown."""
    return not one or not other or one[-1] == other[-1]


def _one_given(one: Name, other: Name) -> bool:
    return len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0]


def _keys(words: Sequence[str]) -> list[int]:
    """Hashes of the runs of four words, and of the whole."""
    runs = [hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1)]
    return [*dict.fromkeys([hash(tuple(words)), *runs])]


def _spoken(exact: str, manner: str) -> list[str]:
    """The stretches of a statement's content that are quoted."""
    if manner == "direct":
        return [exact.removeprefix("that ")]
    return [exact[one.inner_start : one.inner_end] for one in quotations(exact, 0, len(exact))]


def _speaker(speaker: Json) -> Name:
    """A person's name in folded words; empty for a body, a group, or one whose name is not known."""
    name = speaker["name"]
    if not name or name == speaker["organization"] or not name[0].isupper():
        return ()
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    parts = re.findall(r"\w+(?:[-'’]\w+)*", plain.casefold())
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return () if is_group_word(parts[-1]) else tuple(parts)
