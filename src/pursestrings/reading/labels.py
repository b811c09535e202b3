"""Labels that open paragraphs before a colon ("SEN. RUIZ: We will not"), and whom they name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from pursestrings.documents import Block
from pursestrings.documents.wordlist import words as wordset
from pursestrings.reading.grammar.passages import OPENING_MARKS
from pursestrings.reading.grammar.relation import Span
from pursestrings.reading.grammar.wordfiles import section, sections
from pursestrings.reading.name_runs import SUFFIXES, is_given
from pursestrings.reading.titles import is_group_word

CLOSING_MARKS: Final = ("”", '"', "''", "’’")

_LABEL: Final = re.compile(
    r"(?P<mark>[“„\"]|''|``)?\s*(?P<name>[^\W\d_][^:;?!\"“”„()\[\]\n]{0,60}?)\s*"
    r"(?:[(\[][^()\[\]\n]{1,40}[)\]]\s*)?(?P<colon>:)\s+(?=\S)"
)
_CAPITALS: Final = re.compile(r"(?:Ma?c|De|Di|La|Le|Van)?[A-Z0-9][A-Z0-9'’.#-]*")
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
        return all(_CAPITALS.fullmatch(word) for word in names)

    @property
    def is_topic(self) -> bool:
        """Whether it announces what follows and is nobody's."""
        return self.words[0].lower().strip(".") in section("labels", "topic")

    @property
    def is_voice(self) -> bool:
        """Whether it calls somebody who speaks by anything but a name."""
        known = section("labels", "voice") | _SMALL
        return all(word.lower().strip(".#") in known or word.isdecimal() for word in self.words)

    def given(self, others: Sequence[Label]) -> str | None:
        """The name that it gives, by the fullest of the speaker's labels; empty where none, None where a body's."""
        if self.is_voice:
            return "" if self.words[0].lower().strip(".") in _ASKED else " ".join(self.words).lower()
        if is_group_word(self.words[-1]):
            return None
        names = max((_untitled(one.words) for one in others), key=len)
        return " ".join(word.title() if word.isupper() else word for word in names)


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


def _untitled(words: Sequence[str]) -> Sequence[str]:
    at = next((at for at, word in enumerate(words) if not _is_title(word.lower())), -1)
    return words[at:]


def _is_title(word: str) -> bool:
    """Whether a word in small letters is a title before a name, in full or in short."""
    return word in _titles()


@cache
def _titles() -> frozenset[str]:
    short = (entry.split("=")[0] for entry in sections("titles")["short"])
    return frozenset().union(short, *(section("titles", part) for part in ("office", "role", "honorific")))


@dataclass(frozen=True)
class Namings:
    """Where a text names people in small letters, by surname."""

    text: str

    @cached_property
    def _found(self) -> dict[str, list[tuple[Span, Span]]]:
        """Each word that only begins with a capital, by its small letters, with the word right before it."""
        found = defaultdict(list)
        before = (0, 0)
        for match in _WORD.finditer(self.text):
            start, end = match.span()
            word = match[0].removesuffix("’s").removesuffix("'s")
            if word[0].isupper() and not word.isupper() and not self.text.startswith(":", end):
                ahead = before if self.text[before[1] : start] in {" ", ". "} else (start, start)
                found[word.lower()].append((ahead, (start, start + len(word))))
            before = start, end
        return found

    def is_person(self, label: Label) -> bool:
        """Whether a label is a person's by its words or by how the text names its bearer elsewhere."""
        first = label.words[0].lower()
        if len(label.words) > 1 and (_is_title(first) or is_given(first) or _INITIAL.fullmatch(first)):
            return True
        return any(
            is_given(word) or _is_title(word)
            for (start, end), (name, _) in self._found.get(label.who, ())
            for word in [self.text[start:end].lower() + "." * (self.text[end:name] == ". ")]
        )

    def of(self, label: Label) -> Span | None:
        """Where the text names the bearer of a label in capitals: in full where it does, else the first time."""
        if not label.capitals or label.is_voice:
            return None
        named = self._found.get(label.who, [])
        first = label.words[0].lower()
        given = first if len(label.words) > 1 and is_given(first) else None
        for before, name in named:
            word = self.text[slice(*before)].lower()
            if word == given or (given is None and is_given(word)):
                return before[0], name[1]
        return named[0][1] if named and given is None else None
