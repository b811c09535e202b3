"""Names of things as they stand in running text, matched word by word.

Marks and spacing do not matter ("Byrne/JAG", "E.O. 13,768"), capitals do where the name has them: a "head start"
is no program.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Generic, NamedTuple, TypeVar

from pursestrings.documents.wordlist import words

T = TypeVar("T")
_Names = dict[tuple[str, ...], list[tuple[tuple[bool, ...], T]]]
"""Names by their words: for each, where it has capitals and what it names."""

_WORD: Final = re.compile(r"[^\W_]+")
_GAP: Final = re.compile(r"[^\w\n]{1,5}|[^\w\n]{0,3}\n[^\w\n]{0,3}")
_BREAK: Final = re.compile(r"[;:!?|]|\.\s+$")
# Words of names that news writes with or without a capital.
_EITHER: Final = words(
    "section executive order title the act bill house senate no of program award grant grants memo"
)


class Word(NamedTuple):
    """A word of the text, folded, with its place and whether it has a capital."""

    start: int
    end: int
    folded: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name found: its words, what they name, and where they stand."""

    start: int
    end: int
    words: str
    things: tuple[T, ...]


# The readers of laws and of conditions ask for the same sentences, one after the other.
@lru_cache(maxsize=512)
def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `text[start:end]`."""
    return tuple(
        Word(
            match.start(),
            match.end(),
            (word := match[0]).casefold(),
            word[0].isupper() or word[0].isdecimal(),
        )
        for match in _WORD.finditer(text, start, end)
    )


class Lexicon(Generic[T]):
    """Names, and what each of them names; a name may name several things."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """Index `(name, thing)` pairs by the first word of the name."""
        self._by_first: dict[str, _Names[T]] = defaultdict(dict)
        for name, thing in names:
            parts = words_of(name, 0, len(name))
            if parts:
                spelt = tuple(part.folded for part in parts)
                capitals = tuple(part.capital and part.folded not in _EITHER for part in parts)
                self._by_first[spelt[0]].setdefault(spelt, []).append((capitals, thing))
        for first, entries in self._by_first.items():
            self._by_first[first] = dict(sorted(entries.items(), key=lambda entry: -len(entry[0])))

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Hit[T]]:
        """Every name in the words, from the left, the longest first; hits do not overlap."""
        behind = 0
        for index, word in enumerate(words):
            if index >= behind and (names := self._by_first.get(word.folded)):
                hit, length = _longest(text, words, index, names)
                if hit:
                    yield hit
                behind = index + length


def _longest(text: str, words: Sequence[Word], index: int, names: _Names[T]) -> tuple[Hit[T] | None, int]:
    """The longest of the names that stands at a word, and how many words it has."""
    for spelt, entries in names.items():
        part = words[index : index + len(spelt)]
        if tuple(word.folded for word in part) != spelt or not _close(text, part):
            continue
        things = [thing for capitals, thing in entries if _cased(part, capitals)]
        if things:
            start, end = part[0].start, part[-1].end
            end += text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")"
            return Hit(
                start, end, text[start:end], tuple({id(thing): thing for thing in things}.values())
            ), len(spelt)
    return None, 1


def _close(text: str, part: Sequence[Word]) -> bool:
    """Whether the words follow each other with no more than a mark or a line break between them."""
    for word, following in pairwise(part):
        gap = text[word.end : following.start]
        abbreviated = word.end - word.start <= 2
        if gap and not _GAP.fullmatch(gap):
            return False
        if _BREAK.search(gap) and not (abbreviated and gap.startswith(".")):
            return False
    return True


def _cased(part: Sequence[Word], capitals: tuple[bool, ...]) -> bool:
    return all(word.capital or not capital for word, capital in zip(part, capitals, strict=True))
