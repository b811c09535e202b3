"""A document with the people who are named in it: who stands where, and whom a stretch of text names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from pursestrings.documents import BlockKind, Document
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.relation import Span
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.people.chaining import Reference
from pursestrings.reading.people.known import Known
from pursestrings.reading.people.offices import OfficeBook
from pursestrings.reading.people.titles import bare, heads

_OBJECT_OF: Final = frozenset(
    {"of", "for", "from", "with", "to", "against", "like", "on", "in", "about", "and"}
)
# A name before one of these still names who speaks; before any other small word it only describes it.
_STILL_NAMED: Final = frozenset(
    {"of", "who", "himself", "herself", "and", "with", "from", "in", "for", "at", "on", "or"}
)
# How many names before an offset are weighed, however close together they stand.
_NAMES: Final = 80


class Cast:
    """A document with the people who are named in it."""

    def __init__(
        self, document: Document, passages: list[Passage], references: list[Reference], book: OfficeBook
    ) -> None:
        """`references` in the order of the text."""
        self.document = document
        self.passages = passages
        self.book = book
        self.references = references
        self._starts = [passage.sentences[0].start if passage.sentences else 0 for passage in passages]

    def before(self, offset: int, passage: int) -> list[Reference]:
        """The references before an offset, from a passage on; the last ones where there are many."""
        last = bisect_left(self.references, offset, key=lambda reference: reference.start)
        some = self.references[max(0, last - _NAMES) : last]
        return [reference for reference in some if reference.passage >= passage]

    def quotation(self, offset: int) -> int | None:
        """Where the quotation begins in which an offset lies."""
        items = self.sentence(offset).items
        at = bisect_right(items, offset, key=lambda item: item.start) - 1
        held = at >= 0 and items[at].quotation is not None and offset < items[at].end
        return items[at].start if held else None

    def in_headline(self, people: Iterable[Known]) -> frozenset[int]:
        """Those whose surnames stand in the headline, by identity."""
        top = [passage for passage in self.passages if passage.kind is BlockKind.HEADLINE]
        words_ = {bare(item) for passage in top for one in passage.sentences for item in one.items}
        return frozenset(id(person) for person in people if person.surname in words_)

    def between(self, start: int, end: int) -> list[Reference]:
        """The references that begin in a stretch of text."""
        first = bisect_left(self.references, start, key=lambda reference: reference.start)
        last = bisect_left(self.references, end, key=lambda reference: reference.start)
        return self.references[first:last]

    def named(self, span: Span) -> Known | None:
        """The first person whom a stretch names, unless the name only owns or describes what speaks ("Doe's lawyer")."""
        text = self.document.text
        for reference in self.between(self._covered(span[0]), span[1]):
            object_ = _hangs_on(text[span[0] : reference.start].split(), reference.person)
            if not object_ and not _describes(text[reference.end : span[1]]):
                return reference.person
        return None

    def _covered(self, offset: int) -> int:
        """Where the reference begins in which an offset lies; else the offset."""
        at = bisect_left(self.references, offset, key=lambda reference: reference.start) - 1
        held = at >= 0 and offset < self.references[at].end
        return self.references[at].start if held else offset

    def locate(self, offset: int) -> tuple[int, int]:
        """The passage and the sentence in which an offset lies."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        within = bisect_right(self.passages[number].sentences, offset, key=lambda sentence: sentence.start)
        return number, max(0, within - 1)

    def sentence(self, offset: int) -> Sentence:
        """The sentence in which an offset lies."""
        passage, sentence = self.locate(offset)
        return self.passages[passage].sentences[sentence]

    def items(self, span: Span) -> list[Item]:
        """The items of a stretch inside one sentence."""
        return [item for item in self.sentence(span[0]).items if span[0] <= item.start < span[1]]


def _hangs_on(before: list[str], person: Known) -> bool:
    """Whether a name behind these words only says whose somebody is: "a spokesman for President Doe".

    "Secretary of State Doe" and "the fund's head of programs, Doe" name Doe.
    """
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].lower() in _OBJECT_OF), None)
    if at is None or any(word.endswith((",", "—", "–")) for word in before[at:]):
        return False
    between = before[at + 1 :]
    if before[at].lower() == "and":
        return person.role is None and not between
    titled = before[at].lower() == "of" and at > 0 and _is_head(before[at - 1])
    return not (titled and between and not any(map(_is_head, between)))


def _is_head(word: str) -> bool:
    return word.lower().strip(".,") in heads()


def _describes(rest: str) -> bool:
    """Whether a name only belongs to what comes behind it: "Doe officials", "Doe's lawyer"."""
    if rest.startswith(("’s ", "'s ", "’ ", "' ")):
        return True
    word = rest.split(" ")[1] if rest.startswith(" ") else ""
    return word.isalpha() and word.islower() and word not in _STILL_NAMED
