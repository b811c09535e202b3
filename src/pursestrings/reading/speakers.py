"""Who a source is: a person by name, surname, office or pronoun; a body; or a group in its own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from pursestrings.reading import organizations, words
from pursestrings.reading.people import Known, People, Reference
from pursestrings.reading.relations import Relation, Span
from pursestrings.reading.stream import Item
from pursestrings.reading.titles import phrase_role

_HE: Final = {"he": "m", "she": "f"}
_REACH: Final = 3
_SPOKE: Final = 2.5
_SUBJECT: Final = 1.5
_FAR: Final = 1.5
_NEAR: Final = 0.4


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker: a known person, or a name alone. `body` tells an organisation from a group's own words."""

    name: str | None
    person: Known | None = None
    body: bool = False


NOBODY: Final = Who(None)


@dataclass(slots=True)
class _Turn:
    """Somebody spoke here."""

    offset: int
    passage: int
    who: Who


@dataclass(slots=True)
class Speakers:
    """Names the sources of a document's attributions, which must be asked for in order."""

    people: People
    turns: list[_Turn] = field(default_factory=list)

    def who(self, relation: Relation) -> Who:
        """The speaker of the next attribution."""
        who = self._named(relation)
        if who.name is not None and relation.source is not None:
            self.turns.append(_Turn(relation.start, self._passage(relation.start), who))
        return who

    def _named(self, relation: Relation) -> Who:
        source = relation.antecedent or relation.source
        if source is None:
            return NOBODY
        text = self.people.document.text
        said = " ".join(text[slice(*source)].split())
        lower = said.lower()
        if lower in _HE:
            return self._pronoun(source, _HE[lower])
        if lower in {"they", "it"}:
            return self._body_before(relation.start)
        if lower in words.PRONOUNS:
            return NOBODY
        return self._phrase(source, said)

    def _phrase(self, source: Span, said: str) -> Who:
        text = self.people.document.text
        person = self.people.at(*source)
        if person is not None:
            return _person(person)
        author = organizations.author_of(said)
        if author is not None:
            start = source[0] + max(0, text[slice(*source)].find(author))
            owner = self.people.at(start, start + len(author))
            return _person(owner) if owner else Who(organizations.name_of(author) or author, body=True)
        held = self._office(source, said)
        if held is not None:
            return held
        name = organizations.name_of(said)
        if name is not None:
            return Who(organizations.spelt_out(name, text), body=True)
        earlier = organizations.known_as(said, text, source[0])
        if earlier is not None:
            return Who(organizations.spelt_out(earlier, text), body=True)
        if said.lower().startswith(("the ", "that ", "this ")) and said.lower().split()[-1] in _ANY_BODY:
            before = self._body_before(source[0])
            if before.name is not None:
                return before
        return Who(organizations.own_words(said))

    def _office(self, source: Span, said: str) -> Who | None:
        """ "The mayor", "the Republican mayor of Albuquerque": the person who holds that office here."""
        items = self._items(source)
        role = phrase_role(items) if items and items[0].lower == "the" else None
        if role is None:
            return None
        document = self.people.document
        seat = document.text[slice(*role.seat)] if role.seat else ""
        held = [r for r in self.people.references if r.person.role is not None and r.person.role.key == role.key]
        if seat:
            held = [r for r in held if self._sits(r.person, seat)]
        before = [r for r in held if r.start < source[0]] or held
        if before:
            return _person(max(before, key=lambda r: r.start).person)
        official = self.people.book.holder(role.title, seat) if seat else None
        return Who(official.name) if official is not None else None

    def _sits(self, person: Known, seat: str) -> bool:
        role = person.role
        if role is not None and role.seat is not None:
            return self.people.document.text[slice(*role.seat)] == seat
        return person.place is not None and person.place.endswith(seat.lower().replace(" ", "_"))

    def _pronoun(self, source: Span, sex: str) -> Who:
        """He or she: the likeliest of those named or heard before."""
        passage, sentence = self._at(source[0])
        scores: dict[int, float] = {}
        by_id: dict[int, Known] = {}
        for reference in self.people.references:
            if reference.start >= source[0] or reference.person.sex not in {None, sex}:
                continue
            away = passage - reference.passage
            if away > _REACH:
                continue
            key = id(reference.person)
            by_id[key] = reference.person
            scores[key] = max(scores.get(key, -99.0), self._weight(reference, away, sentence))
        last = next((turn for turn in reversed(self.turns) if turn.offset < source[0] or turn.who.person), None)
        if last is not None and last.who.person is not None and last.who.person.sex in {None, sex}:
            away = passage - last.passage
            if away <= _REACH:
                key = id(last.who.person)
                by_id[key] = last.who.person
                scores[key] = max(scores.get(key, -_FAR * away), -_FAR * away) + _SPOKE
        if not scores:
            return NOBODY
        person = by_id[max(scores, key=lambda key: scores[key])]
        if person.sex is None:
            person.sex = sex
        return _person(person)

    def _weight(self, reference: Reference, away: int, sentence: int) -> float:
        near = -_NEAR * (sentence - reference.sentence) if away == 0 else -_FAR * away
        return near + (_SUBJECT if reference.subject else 0.0)

    def _body_before(self, offset: int) -> Who:
        passage = self._passage(offset)
        for turn in reversed(self.turns):
            if turn.who.person is None and turn.who.name and passage - turn.passage <= _REACH:
                return turn.who
        return NOBODY

    def _items(self, span: Span) -> list[Item]:
        passage, sentence = self._at(span[0])
        items = self.people.passages[passage].sentences[sentence].items
        return [item for item in items if span[0] <= item.start < span[1]]

    def _at(self, offset: int) -> tuple[int, int]:
        return self.people.locate(offset)

    def _passage(self, offset: int) -> int:
        return self.people.locate(offset)[0]


_ANY_BODY: Final = frozenset({"organization", "organisation", "group", "coalition", "agency", "department", "union", "nonprofit"})


def _person(person: Known) -> Who:
    if person.private is not None:
        return Who(person.private or "a private person", person)
    return Who(person.name, person)
