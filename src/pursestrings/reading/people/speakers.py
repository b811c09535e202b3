"""Who a source is: a person by name, surname, office or pronoun; a body; or a group in its own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.relation import Relation, Span
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people import organizations
from pursestrings.reading.people.antecedents import of_relative, of_they
from pursestrings.reading.people.appositions import phrase_role
from pursestrings.reading.people.cast import Cast
from pursestrings.reading.people.chaining import Reference
from pursestrings.reading.people.known import Known
from pursestrings.reading.people.letters import writer
from pursestrings.reading.people.office_holders import OfficeHolders
from pursestrings.reading.people.papers import names_body, paper_of, sender
from pursestrings.reading.people.pronouns import FAR, Scene, Turn, likeliest, person_meant
from pursestrings.reading.people.titles import sex_of_title

_SEX: Final = {"he": "m", "she": "f"}
_REACH: Final = 3
# How many turns before a pronoun are weighed, however close together they stand.
_TURNS: Final = 40
# How many attributions back one is looked for whose content holds the next.
_DEPTH: Final = 12
_TAIL: Final = re.compile(r",| (?:for|of|with|from|at|in|who) ")
# How many of those named most may be meant from afar.
_MAIN: Final = 2


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker: a known person, or a name alone. `body` tells what is surely an organisation from all else."""

    name: str | None
    person: Known | None = None
    body: bool = False


NOBODY: Final = Who(None)


@dataclass(slots=True)
class Speakers:
    """Names the sources of a document's attributions, which must be asked for in order."""

    cast: Cast
    turns: list[Turn] = field(default_factory=list)
    told: list[tuple[tuple[Span, ...], Who]] = field(default_factory=list)
    spelt: dict[str, str] = field(default_factory=dict)
    unnamed: list[Reference] = field(default_factory=list)
    described: dict[str, Known] = field(default_factory=dict)
    holders: OfficeHolders = field(init=False)
    writer: Known | None = field(init=False)
    fame: dict[int, int] = field(init=False)
    main: list[tuple[Known, int]] = field(init=False)
    headline: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        """Find out whom the document is about, and who writes it."""
        self.writer = writer(self.cast.document, self.cast.references)
        self.fame = dict(Counter(id(reference.person) for reference in self.cast.references))
        self.holders = OfficeHolders(self.cast.document.text, self.cast.references)
        first: dict[int, Reference] = {}
        for reference in self.cast.references:
            first.setdefault(id(reference.person), reference)
        often = sorted(first.values(), key=lambda one: -self.fame[id(one.person)])[:_MAIN]
        self.main = [(one.person, one.start) for one in often]
        self.headline = self.cast.in_headline(one.person for one in first.values())

    def who(self, relation: Relation) -> Who:
        """The speaker of the next attribution."""
        source = relation.antecedent or relation.source
        who = self._named(source) if source is not None else NOBODY
        if relation.label is not None and who.person is None:
            who = Who(relation.label or None)
        if who.name is not None and relation.source is not None:
            self._take_turn(who, relation.source)
        self.told.append((relation.content, who))
        return who

    def _take_turn(self, who: Who, source: Span) -> None:
        said = self.cast.document.text[slice(*source)]
        passage, sentence = self.cast.locate(source[0])
        person = who.person
        if person is None and not who.body:
            person = self._described(who.name or "", said)
        thing = person is None or _is_thing(said)
        if person is not None and who.person is None:
            # "a spokeswoman", whom "she" may mean later
            self.unnamed.append(Reference(*source, person, passage, sentence, subject=True))
        self.turns.append(Turn(passage, person, who.name if thing else None, source[0], sentence))

    def _described(self, name: str, said: str) -> Known | None:
        """Somebody who has no name in the text but speaks: "a spokeswoman for the county"."""
        sex = sex_of_one(said)
        if sex is None:
            return None
        if name not in self.described:
            self.described[name] = Known(name, sex=sex)
        return self.described[name]

    def _named(self, source: Span) -> Who:
        said = " ".join(self.cast.document.text[slice(*source)].split())
        lower = said.lower()
        if lower in _SEX:
            return self._pronoun(source[0], _SEX[lower])
        if lower == "i":
            return self._outer(source[0]) or self._writer(source[0])
        if lower in words.RELATIVES:
            return self._antecedent(source)
        if lower in {"they", "it"}:
            return self._thing_before(source[0], many=lower == "they")
        paper = paper_of(said)
        if paper is not None:
            return self._sender(source, said, *paper)
        if lower in words.PRONOUNS:
            return NOBODY
        person = self.cast.named(source)
        if person is not None:
            return as_person(person)
        return self._author(source, said) or self._office(source, said) or self._body(source, said)

    def _antecedent(self, source: Span) -> Who:
        """Whom "who" stands for: who is named right before it, else the phrase before it."""
        text = self.cast.document.text
        before = self.cast.before(source[0], 0)
        if before and not text[before[-1].end : source[0]].strip(" ,—–-"):
            return as_person(before[-1].person)
        phrase = of_relative(self.cast.sentence(source[0]), source[0])
        return self._named(phrase) if phrase is not None else NOBODY

    def _writer(self, offset: int) -> Who:
        """Whoever writes the text, for an "I" that is in no quotation."""
        quoted = self.cast.quotation(offset) is not None
        return as_person(self.writer) if self.writer is not None and not quoted else NOBODY

    def _sender(self, source: Span, said: str, paper: str, kind: str) -> Who:
        """Who sent "the letter", "the Roe memo"; where nobody tells, whoever spoke last."""
        text = self.cast.document.text
        owners = self.cast.between(*source)
        if owners:
            return as_person(owners[-1].person)
        if names_body(kind):
            return self._body(source, kind)
        told = sender(text, paper, source[0])
        if told is not None:
            who = self._named(told)
            if who.person is not None or who.body:
                return who
        return self._thing_before(source[0], paper=organizations.own_words(said))

    def _author(self, source: Span, said: str) -> Who | None:
        author = organizations.author_of(said)
        if author is None:
            return None
        start = source[0] + max(0, self.cast.document.text[slice(*source)].find(author))
        owner = self.cast.named((start, start + len(author)))
        return as_person(owner) if owner else Who(organizations.name_of(author) or author, body=True)

    def _office(self, source: Span, said: str) -> Who | None:
        """Whoever holds the office of "the mayor", "the Republican mayor of Dayton"; anybody for "the nominee"."""
        role = phrase_role(self.cast.items(source)) if said.lower().startswith("the ") else None
        if role is not None and role.title:
            held = self.holders.named(role, source[0])
            if held:
                return as_person(self._holder(source[0], held))
            seat = self.holders.seat(role)
            official = self.cast.book.holder(role.title, seat) if role.organization is None else None
            if official is not None:
                return Who(official.name)
            # one mayor may be "the former mayor" here and "Mayor Jane Roe" there
            once = self.holders.named(role, source[0], ever=True)
            if once:
                return as_person(self._holder(source[0], once))
        return self._anyone(source[0], said)

    def _holder(self, offset: int, held: Sequence[Reference]) -> Known:
        """Of several who hold an office the likeliest here; the one named last where nobody is within reach."""
        able = {id(reference.person) for reference in held}
        meant = likeliest(self._scene(offset), lambda person: id(person) in able)
        return meant or held[-1].person

    def _anyone(self, offset: int, said: str) -> Who | None:
        """Whom "the Republican nominee", "the New York businessman" means: words that may be said of anybody."""
        head = said.lower().split()[-1]
        if not said.lower().startswith("the ") or head not in section("titles", "anyone"):
            return None
        sex = sex_of_one(said)
        meant = likeliest(self._scene(offset), lambda person: sex is None or person.sex in {None, sex})
        return self._spoken_for(meant) if meant is not None else None

    def _spoken_for(self, person: Known) -> Who:
        return Who(person.name) if self.described.get(person.name) is person else as_person(person)

    def _body(self, source: Span, said: str) -> Who:
        name = organizations.name_of(said)
        # "the Harbor Watch" is no person either
        titled = name is not None and " " in name and said.lower().startswith("the ")
        sure = name is None or titled or organizations.is_body(name)
        if name is None and said.lower() == "the campaign":
            return self._campaign(source[0], said)
        if name is None and organizations.is_general(said):
            name = self._body_meant(source[0], said)
        if name is None:
            return Who(organizations.own_words(said))
        if name not in self.spelt:
            self.spelt[name] = organizations.spelt_out(name, self.cast.document.text)
        return Who(self.spelt[name], body=sure)

    def _campaign(self, offset: int, said: str) -> Who:
        name = organizations.campaign(self.cast.document.text, offset)
        return Who(f"{name} campaign", body=True) if name is not None else Who(organizations.own_words(said))

    def _body_meant(self, offset: int, said: str) -> str | None:
        """What "the agency", "the group" stands for: the body named last, or that of the person who spoke last if that was later."""
        named = organizations.known_as(said, self.cast.document.text, offset)
        turn = self.turns[-1] if self.turns else None
        role = turn.person.role if turn is not None and turn.person is not None else None
        body = role.organization if role is not None and organizations.is_employer(said) else None
        if turn is not None and body is not None and (named is None or named[1] < turn.offset):
            return body
        return named[0] if named is not None else None

    def _pronoun(self, offset: int, sex: str) -> Who:
        person = person_meant(self._scene(offset), sex)
        if person is None:
            return NOBODY
        return self._spoken_for(person)

    def _scene(self, offset: int) -> Scene:
        passage, sentence = self.cast.locate(offset)
        unnamed = [
            one for one in self.unnamed[-_TURNS:] if passage - one.passage <= FAR and one.start < offset
        ]
        named = self.cast.before(offset, passage - FAR)
        outer = self._outer(offset)
        return Scene(
            offset,
            passage,
            sentence,
            sorted([*named, *unnamed], key=lambda one: one.start) if unnamed else named,
            [turn for turn in self.turns[-_TURNS:] if passage - turn.passage <= FAR and turn.offset < offset],
            self.fame,
            self.headline,
            [person for person, first in self.main if first < offset],
            outer.person if outer is not None else None,
            self.cast.quotation(offset),
            *self._place(offset),
        )

    def _place(self, offset: int) -> tuple[bool, bool]:
        """Whether a source follows a quotation of its sentence, and whether it begins the sentence."""
        items = self.cast.sentence(offset).items
        at = bisect_left(items, offset, key=lambda item: item.start)
        tag = any(item.quotation is not None for item in items[max(0, at - 2) : at])
        return tag, not any(item.is_word for item in items[max(0, at - 2) : at]) and at <= 2

    def _outer(self, offset: int) -> Who | None:
        """The speaker of the words in which an offset lies, where another attribution holds them."""
        for spans, who in reversed(self.told[-_DEPTH:]):
            if any(start <= offset < end for start, end in spans):
                return who
        return None

    def _thing_before(self, offset: int, *, paper: str | None = None, many: bool = False) -> Who:
        """They or it: the group, body or paper that spoke last; a paper is whose who spoke last.

        For "they" (`many`) a plural that stands nearer than the last speaker will do.
        """
        passage, sentence = self.cast.locate(offset)
        plural = self._plural(passage, sentence, offset) if many else None
        for turn in reversed(self.turns):
            if passage - turn.passage > _REACH or (plural is not None and turn.offset < plural[0]):
                break
            if turn.thing is not None or paper is not None:
                return as_person(turn.person) if turn.person is not None else Who(turn.thing)
        if plural is not None:
            said = self.cast.document.text[slice(*plural)]
            return Who(organizations.own_words(" ".join(said.split())))
        return Who(paper)

    def _plural(self, passage: int, sentence: int, offset: int) -> Span | None:
        """The plural that "they" may stand for, in its sentence or the one before."""
        sentences = self.cast.passages[passage].sentences
        for at in (sentence, sentence - 1):
            found = of_they(sentences[at], offset) if at >= 0 else None
            if found is not None:
                return found
        return None


def sex_of_one(said: str) -> str | None:
    """`m` or `f` where a phrase without a name tells the sex of the one person that it means: "a spokeswoman for"."""
    head = _TAIL.split(said)[0].split()
    return sex_of_title(head[-1]) if head and head[-1].islower() else None


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
