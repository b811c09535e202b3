"""Labels that open paragraphs before a colon ("SEN. RUIZ: We will not"), and whom they name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Final

from pursestrings.documents import Block
from pursestrings.documents.wordlist import words as wordset
from pursestrings.reading.grammar.passages import OPENING_MARKS
from pursestrings.reading.grammar.relation import Span
from pursestrings.reading.grammar.wordfiles import section, sections
from pursestrings.reading.people.name_runs import SUFFIXES, is_given
from pursestrings.reading.people.titles import is_group_word

CLOSING_MARKS: Final = ("”", '"', "''", "’’")

_LABEL: Final = re.compile(
    r"(?P<mark>[“„\"]|''|``)?\s*(?P<name>[^\W\d_][^:;?!\"“”„()\[\]\n]{0,60}?)\s*"
    r"(?:[(\[][^()\[\]\n]{1,40}[)\]]\s*)?(?P<colon>:)\s+(?=\S)"
)
_SMALL_START: Final = re.compile(r"(?:Ma?c|De|Di|La|Le|Van)(?=\w)")
_MARKS: Final = frozenset("'’.#-")
_ROMAN: Final = frozenset("IVX")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIAL: Final = re.compile(r"\w\.")
_SMALL: Final = wordset("of the de la del van von der den bin al for and")
# They tell whose turn it is and not who that is.
_ASKED: Final = frozenset({"q", "a", "question", "answer"})
_MOST_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class Label:
    """The label of paragraph number `paragraph`; `said` is the rest of the paragraph, without the mark that closes it.

    `who` is the name in small letters by which the speaker is known again: the surname, where there is one. `marked`
    tells that a quotation mark stands before the label.
    """

    paragraph: int
    name: Span
    colon: int
    said: Span
    words: tuple[str, ...]
    who: str
    marked: bool

    @property
    def capitals(self) -> bool:
        """Whether it is set in capitals; a title before a name need not be."""
        names = (*(word for word in self.words[:-1] if not word.endswith(".")), self.words[-1])
        return all(map(_is_capitals, names))

    @property
    def is_topic(self) -> bool:
        """Whether it announces what follows and is nobody's."""
        return self.words[0].lower().strip(".") in section("labels", "topic")

    @property
    def is_voice(self) -> bool:
        """Whether it calls somebody who speaks by anything but a name."""
        known = section("labels", "voice") | _SMALL
        return all(word.lower().strip(".#") in known or word.isdecimal() for word in self.words)

    @property
    def untitled(self) -> tuple[str, ...]:
        """Its words behind the titles; the last one where all are titles."""
        at = next((at for at, word in enumerate(self.words) if not _is_title(word.lower())), -1)
        return self.words[at:]

    def given(self, fullest: Label) -> str | None:
        """The name that it gives, by the fullest of the speaker's labels; empty where none, None where a body's."""
        if self.is_voice:
            return "" if self.words[0].lower().strip(".") in _ASKED else " ".join(self.words).lower()
        return None if is_group_word(self.words[-1]) else " ".join(map(_as_name, fullest.untitled))


def label_of(text: str, number: int, block: Block) -> Label | None:
    """The label that opens paragraph `number`, where some words of capitals and a colon do and others follow."""
    match = _LABEL.match(text, block.start, block.end)
    if match is None:
        return None
    name = match["name"].split(",")[0].rstrip()
    words = tuple(name.split())
    capital = all(word[0].isupper() or word.lower() in _SMALL or word[0].isdecimal() for word in words)
    if not capital or len(words) > _MOST_WORDS:
        return None
    start, marked = match.start("name"), match["mark"] is not None
    said = match.end(), unmarked(text, (match.end(), block.end))[1] if marked else block.end
    if not any(map(str.isalnum, text[slice(*said)])):
        return None
    return Label(number, (start, start + len(name)), match.start("colon"), said, words, _who(words), marked)


def unmarked(text: str, span: Span) -> Span:
    """A stretch without the quotation marks at its ends."""
    start, end = span
    opening = next((mark for mark in OPENING_MARKS if text.startswith(mark, start)), "")
    closing = next((mark for mark in CLOSING_MARKS if text.endswith(mark, start, end)), "")
    return start + len(opening), end - len(closing)


def _who(words: Sequence[str]) -> str:
    names = [word for word in words if word.lower() not in SUFFIXES]
    last = (names or words)[-1].strip(".").lower()
    return last if _WORD.fullmatch(last) else " ".join(words).lower()


def _is_capitals(word: str) -> bool:
    """Whether a word is set in capitals, but for the small letters in which some names begin: "McCAIN"."""
    rest = unicodedata.normalize("NFC", _SMALL_START.sub("", word, count=1))
    return all(letter.isupper() or letter.isdecimal() or letter in _MARKS for letter in rest)


def _as_name(word: str) -> str:
    """A word as names have it: RUIZ is Ruiz, McCAIN is McCain, III stays."""
    if set(word) <= _ROMAN and word.lower() in SUFFIXES:
        return word
    plain = unicodedata.normalize("NFC", word)
    return "".join(one.lower() if before.isupper() else one for before, one in pairwise(f" {plain}"))


def _is_title(word: str) -> bool:
    """Whether a word in small letters is a title before a name, in full or in short."""
    return word in _titles()


@cache
def _titles() -> frozenset[str]:
    short = (entry.split("=")[0] for entry in sections("titles")["short"])
    return frozenset().union(short, *(section("titles", part) for part in ("office", "role", "honorific")))


@dataclass(slots=True)
class _Bearer:
    """How a text names whoever bears a surname: where first, where in full by each given name, and whether by a title."""

    first: Span
    full: dict[str, Span]
    titled: bool = False


@dataclass(frozen=True)
class Namings:
    """Where a text names people in small letters, by surname."""

    text: str

    @cached_property
    def _bearers(self) -> dict[str, _Bearer]:
        """The bearer of each word that only begins with a capital, by its small letters."""
        found: dict[str, _Bearer] = {}
        before = (0, 0)
        for match in _WORD.finditer(self.text):
            start, end = match.span()
            word = match[0].removesuffix("’s").removesuffix("'s")
            if word[0].isupper() and not word.isupper() and not self.text.startswith(":", end):
                name = start, start + len(word)
                bearer = found.setdefault(word.lower(), _Bearer(name, {}))
                gap = self.text[before[1] : start]
                ahead = self.text[slice(*before)].lower() + gap[:-1] if gap in {" ", ". "} else ""
                if is_given(ahead):
                    bearer.full.setdefault(ahead, (before[0], name[1]))
                bearer.titled |= _is_title(ahead)
            before = start, end
        return found

    def is_person(self, label: Label) -> bool:
        """Whether a label is a person's by its words or by how the text names its bearer elsewhere."""
        first = label.words[0].lower()
        if len(label.words) > 1 and (_is_title(first) or is_given(first) or _INITIAL.fullmatch(first)):
            return True
        bearer = self._bearers.get(label.who)
        return bearer is not None and (bearer.titled or bool(bearer.full))

    def of(self, label: Label) -> Span | None:
        """Where the text names the bearer of a label in capitals: in full where it does, else the first time."""
        bearer = self._bearers.get(label.who)
        if bearer is None or not label.capitals or label.is_voice:
            return None
        first = label.words[0].lower()
        if len(label.words) > 1 and is_given(first):
            return bearer.full.get(first)
        return next(iter(bearer.full.values()), bearer.first)
