"""Who a source is: a person by name, surname, office or pronoun; a body; or a group in its own words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading import organizations
from pursestrings.reading.appositions import phrase_role
from pursestrings.reading.chaining import Reference
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.relation import Relation, Span
from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.known import Known
from pursestrings.reading.offices import OfficeBook
from pursestrings.reading.pronouns import Turn, person_meant

_SEX: Final = {"he": "m", "she": "f"}
_REACH: Final = 3
_OBJECT_OF: Final = frozenset(
    {"of", "for", "from", "with", "to", "against", "like", "on", "in", "about", "and"}
)
# A name before one of these still names who speaks; before any other small word it only describes it.
_STILL_NAMED: Final = frozenset(
    {"of", "who", "himself", "herself", "and", "with", "from", "in", "for", "at", "on", "or"}
)


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker: a known person, or a name alone. `body` tells an organisation from a group's own words."""

    name: str | None
    person: Known | None = None
    body: bool = False


NOBODY: Final = Who(None)


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

    def between(self, start: int, end: int) -> list[Reference]:
        """The references that begin in a stretch of text."""
        first = bisect_left(self.references, start, key=lambda reference: reference.start)
        last = bisect_left(self.references, end, key=lambda reference: reference.start)
        return self.references[first:last]

    def named(self, span: Span) -> Known | None:
        """The first person whom a stretch names, unless the name only owns or describes what speaks ("Doe's lawyer")."""
        text = self.document.text
        for reference in self.between(*span):
            before = text[span[0] : reference.start].rsplit(None, 1)
            object_ = bool(before) and before[-1].lower() in _OBJECT_OF and reference.person.role is None
            if not object_ and not _describes(text[reference.end : span[1]]):
                return reference.person
        return None

    def locate(self, offset: int) -> tuple[int, int]:
        """The passage and the sentence in which an offset lies."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        within = [sentence.start for sentence in self.passages[number].sentences]
        return number, max(0, bisect_right(within, offset) - 1)

    def items(self, span: Span) -> list[Item]:
        """The items of a stretch inside one sentence."""
        passage, sentence = self.locate(span[0])
        items = self.passages[passage].sentences[sentence].items
        return [item for item in items if span[0] <= item.start < span[1]]

    def back_to(self, passage: int) -> int:
        """The offset at which a passage begins."""
        return self._starts[max(0, passage)] if self._starts else 0


def _describes(rest: str) -> bool:
    """Whether a name only belongs to what comes behind it: "Doe officials", "Doe's lawyer"."""
    if rest.startswith(("’s ", "'s ", "’ ", "' ")):
        return True
    word = rest.split(" ")[1] if rest.startswith(" ") else ""
    return word.isalpha() and word.islower() and word not in _STILL_NAMED


@dataclass(slots=True)
class Speakers:
    """Names the sources of a document's attributions, which must be asked for in order."""

    cast: Cast
    turns: list[Turn] = field(default_factory=list)
    spelt: dict[str, str] = field(default_factory=dict)

    def who(self, relation: Relation) -> Who:
        """The speaker of the next attribution."""
        source = relation.antecedent or relation.source
        who = self._named(source) if source is not None else NOBODY
        if who.name is not None and relation.source is not None:
            passage, _ = self.cast.locate(relation.start)
            thing = who.person is None or _is_thing(self.cast.document.text[slice(*relation.source)])
            self.turns.append(Turn(passage, who.person, who.name if thing else None, relation.start))
        return who

    def _named(self, source: Span) -> Who:
        said = " ".join(self.cast.document.text[slice(*source)].split())
        lower = said.lower()
        if lower in _SEX:
            return self._pronoun(source[0], _SEX[lower])
        if lower in {"they", "it"}:
            return self._thing_before(source[0])
        if lower.startswith("the ") and lower[4:] in section("titles", "paper"):
            return self._thing_before(source[0], paper=said[4:])
        if lower in words.PRONOUNS:
            return NOBODY
        person = self.cast.named(source)
        if person is not None:
            return as_person(person)
        return self._author(source, said) or self._office(source, said) or self._body(source, said)

    def _author(self, source: Span, said: str) -> Who | None:
        author = organizations.author_of(said)
        if author is None:
            return None
        start = source[0] + max(0, self.cast.document.text[slice(*source)].find(author))
        owner = self.cast.named((start, start + len(author)))
        return as_person(owner) if owner else Who(organizations.name_of(author) or author, body=True)

    def _office(self, source: Span, said: str) -> Who | None:
        """Whoever holds the office of "the mayor", "the Republican mayor of Dayton"."""
        items = self.cast.items(source)
        role = phrase_role(items) if said.lower().startswith("the ") else None
        if role is None or not role.title:
            return None
        seat = self.cast.document.text[slice(*role.seat)] if role.seat else ""
        held = [
            r for r in self.cast.references if r.person.role is not None and r.person.role.key == role.key
        ]
        if seat:
            held = [r for r in held if self._sits(r.person, seat)]
        before = [r for r in held if r.start < source[0]] or held
        if before:
            return as_person(max(before, key=lambda r: r.start).person)
        official = self.cast.book.holder(role.title, seat) if seat else None
        return Who(official.name) if official is not None else None

    def _sits(self, person: Known, seat: str) -> bool:
        role = person.role
        if role is not None and role.seat is not None:
            return self.cast.document.text[slice(*role.seat)] == seat
        return person.place is not None and person.place.endswith(":" + seat.lower().replace(" ", "_"))

    def _body(self, source: Span, said: str) -> Who:
        name = organizations.name_of(said)
        if name is None and organizations.is_general(said):
            name = self._body_meant(source[0], said)
        if name is None:
            return Who(organizations.own_words(said))
        if name not in self.spelt:
            self.spelt[name] = organizations.spelt_out(name, self.cast.document.text)
        return Who(self.spelt[name], body=True)

    def _body_meant(self, offset: int, said: str) -> str | None:
        """What "the agency", "the group" stands for: the body named last, or that of the person who spoke last if that was later."""
        named = organizations.known_as(said, self.cast.document.text, offset)
        turn = self.turns[-1] if self.turns else None
        role = turn.person.role if turn is not None and turn.person is not None else None
        body = role.organization if role is not None else None
        if turn is not None and body is not None and (named is None or named[1] < turn.offset):
            return body
        return named[0] if named is not None else None

    def _pronoun(self, offset: int, sex: str) -> Who:
        passage, sentence = self.cast.locate(offset)
        near = self.cast.between(self.cast.back_to(passage - _REACH), offset)
        person = person_meant(near, self.turns, passage, sentence, sex)
        return as_person(person) if person is not None else NOBODY

    def _thing_before(self, offset: int, *, paper: str | None = None) -> Who:
        """They or it: the group, body or paper that spoke last; a paper is whose who spoke last."""
        passage, _ = self.cast.locate(offset)
        for turn in reversed(self.turns):
            if passage - turn.passage > _REACH:
                break
            if turn.thing is not None or paper is not None:
                return as_person(turn.person) if turn.person is not None else Who(turn.thing)
        return Who(paper)


def _is_thing(source: str) -> bool:
    """Whether a source that names a person is a paper of theirs: "the letter, signed by Doe"."""
    return (
        source[:1].islower() and source.lower().startswith(("the ", "a ", "his ", "her "))
    ) or source.startswith("The ")


def as_person(person: Known) -> Who:
    """The speaker that a known person is; private persons keep only how the text describes them."""
    if person.private is not None:
        return Who(person.private or "a private person", person)
    return Who(person.name, person)
