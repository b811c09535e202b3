"""The people of a document: names gathered across it, with office or role, and who they are when named in part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from pursestrings.documents import BlockKind, Document
from pursestrings.reading.cues import SPEECH
from pursestrings.reading.findings import Person
from pursestrings.reading.names import Mention, is_given, mentions, sex_of_name, surname
from pursestrings.reading.offices import COUNTRY, OfficeBook
from pursestrings.reading.paragraphs import document_relations
from pursestrings.reading.passages import Passage, passages
from pursestrings.reading.private import private_words
from pursestrings.reading.relations import Relation
from pursestrings.reading.stream import Item
from pursestrings.reading.titles import Role, bare, is_group_word
from pursestrings.register.models.people import Official

PlaceOf = Callable[[int, int], str | None]
"""Answers which government, by OCD id, a stretch of the document names."""

_HEADED: Final = frozenset({"administration", "presidency", "campaign"})
_SEX: Final = {"mr": "m", "ms": "f", "mrs": "f", "miss": "f", "sr": "m", "sra": "f"}


@dataclass(slots=True)
class Known:
    """One person of a document. `place` is the government of an office that the register supplied."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    role: Role | None = None
    place: str | None = None
    sex: str | None = None
    speaks: bool = False
    private: str | None = None
    """None for all but private persons; for them, how the text describes them, or nothing."""

    @property
    def surname(self) -> str:
        """The surname in lower case."""
        return surname(self.name)

    @property
    def in_office(self) -> bool:
        """Whether a public office is named with the person."""
        return self.role is not None and self.role.office


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch of text that names a known person, in whatever form."""

    start: int
    end: int
    person: Known
    passage: int
    sentence: int
    subject: bool


class People:
    """Everyone whom a document names and may answer for, and the attributions that they were read with."""

    def __init__(self, document: Document, officials: Iterable[Official]) -> None:
        """Read names, roles and speakers. `officials` are those of the register."""
        self.document = document
        self.passages: list[Passage] = passages(document)
        self.relations: list[Relation] = document_relations(document.text, self.passages)
        self.known: list[Known] = []
        book = OfficeBook(document, officials)
        for mention in sorted(mentions(self.passages), key=lambda mention: not mention.full):
            self._add(mention)
        self._add_administrations(book)
        self.references: list[Reference] = self._refer()
        self._add_speakers()
        for person in self.known:
            book.complete(person)
        self._mark_private()
        self.book = book

    def _add(self, mention: Mention) -> None:
        person = self._match(mention)
        if person is None:
            person = Known(mention.name)
            self.known.append(person)
        person.mentions.append(mention)
        if len(mention.name) > len(person.name) and mention.full:
            person.name = mention.name
        person.role = _better(person.role, mention.role)
        person.sex = person.sex or _SEX.get(mention.honorific or "") or sex_of_name(mention.given)

    def _match(self, mention: Mention) -> Known | None:
        """The person of the same surname whom a mention can mean."""
        same = [person for person in self.known if person.surname == mention.surname]
        sex = _SEX.get(mention.honorific or "")
        if mention.full:
            same = [person for person in same if _one_given(person.name, mention.name)]
        elif sex:
            same = [person for person in same if person.sex in {None, sex}]
        if mention.role is not None and not mention.full and len(same) > 1:
            titled = [person for person in same if person.role and person.role.key == mention.role.key]
            same = titled or same
        return same[0] if same else None

    def _add_administrations(self, book: OfficeBook) -> None:
        """ "The Obama administration" names who headed it, where the register or the text knows them."""
        for number, passage in enumerate(self.passages):
            if passage.kind is BlockKind.HEADLINE:
                continue
            for at, sentence in enumerate(passage.sentences):
                for index, item in enumerate(sentence.items[:-1]):
                    name = item.text
                    if sentence.items[index + 1].lower not in _HEADED or not item.is_name or is_group_word(name):
                        continue
                    if any(person.surname == name.lower() for person in self.known):
                        continue
                    found = book.head_of_state(name)
                    if found is not None:
                        role = Role(found[1].title, office=True, national=found[1].place == COUNTRY)
                        mention = Mention(item.start, item.end, name, role, None, number, at, subject=False)
                        self.known.append(Known(found[0].name, [mention], role, found[1].place))

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """The stretches inside double quotation marks."""
        return [
            (item.quotation.inner_start, item.quotation.inner_end)
            for passage in self.passages
            for sentence in passage.sentences
            for item in sentence.items
            if item.quotation is not None and not item.text.startswith("‘")
        ]

    # --- names in part

    def _refer(self) -> list[Reference]:
        found: dict[int, Reference] = {}
        for person in self.known:
            for mention in person.mentions:
                found[mention.start] = Reference(
                    mention.start, mention.end, person, mention.passage, mention.sentence, mention.subject
                )
        taken = sorted((reference.start, reference.end) for reference in found.values())
        for number, passage in enumerate(self.passages):
            if passage.kind is BlockKind.HEADLINE:
                continue
            for at, sentence in enumerate(passage.sentences):
                for index, item in enumerate(sentence.items):
                    if not item.is_name or any(start <= item.start < end for start, end in taken):
                        continue
                    person = self.by_surname(bare(item), item.start, found.values())
                    if person is not None and not _in_longer_name(sentence.items, index):
                        found[item.start] = Reference(
                            item.start, item.start + len(bare(item)), person, number, at, index == 0
                        )
        return [found[start] for start in sorted(found)]

    def by_surname(self, word: str, offset: int, references: Iterable[Reference]) -> Known | None:
        """The person whom a surname means at an offset: the one last named in full, where several bear it."""
        same = [person for person in self.known if person.surname == word]
        if not same:
            same = [person for person in self.known if self._misspelt(word, person.surname)]
        if len(same) < 2:
            return same[0] if same else None
        named = [r for r in references if r.person in same and r.start < offset]
        return max(named, key=lambda r: r.start).person if named else same[0]

    def _misspelt(self, word: str, name: str) -> bool:
        """Whether a word is a known surname with an s too few or too many, and the rarer spelling of the two."""
        if len(name) < 5 or word not in {name[:-1] if name.endswith("s") else name, name + "s"} or is_given(word):
            return False
        return self._frequency.get(word, 0) < self._frequency.get(name, 0)

    @cached_property
    def _frequency(self) -> dict[str, int]:
        counted: dict[str, int] = {}
        for passage in self.passages:
            for sentence in passage.sentences:
                for item in sentence.items:
                    if item.is_name:
                        counted[bare(item)] = counted.get(bare(item), 0) + 1
        return counted

    # --- those who speak

    def _add_speakers(self) -> None:
        for relation in self.relations:
            if relation.source is None or relation.act != SPEECH:
                continue
            person = self.at(*relation.source)
            if person is None:
                person = self._new_speaker(*relation.source)
            if person is not None:
                person.speaks = True

    def at(self, start: int, end: int) -> Known | None:
        """The first person named in a stretch of text, unless they only own what speaks ("Doe's lawyer")."""
        for reference in self.references:
            if start <= reference.start and reference.end <= end:
                rest = self.document.text[reference.end : end]
                owner = rest.startswith(("’s ", "'s ", "’ ", "' "))
                before = self.document.text[start : reference.start].rsplit(None, 1)
                object_ = bool(before) and before[-1].lower() in _OBJECT_OF and not reference.person.mentions[0].start == start
                if not owner and not object_ and not _is_attribute(rest):
                    return reference.person
        return None

    def _new_speaker(self, start: int, end: int) -> Known | None:
        """A speaker without title or apposition: a given name and a surname, or a surname not used otherwise."""
        text = self.document.text
        source = text[start:end].split(",")[0].split(" (")[0].strip()
        parts = source.split()
        if not 1 <= len(parts) <= 4 or not all(part[:1].isupper() for part in parts) or not source.isascii():
            return None
        if any(is_group_word(part) or (part.isupper() and len(part) > 2) or any(c.isdigit() for c in part) for part in parts):
            return None
        if len(parts) > 1 and not is_given(parts[0].lower()):
            return None
        if len(parts) == 1 and not self._surname_only(source):
            return None
        located = self.locate(start)
        mention = Mention(start, start + len(source), source, None, None, *located, subject=True)
        person = Known(source, [mention], sex=sex_of_name(mention.given))
        self.known.append(person)
        self.references.append(Reference(start, mention.end, person, *located, subject=True))
        self.references.sort(key=lambda reference: reference.start)
        return person

    def _surname_only(self, word: str) -> bool:
        """Whether a single capitalised word that speaks is a person: it is used as no place and no body."""
        text = self.document.text
        used = any(f" {link} {word}" in text for link in ("in", "at", "from", "near", "the", "across"))
        return len(word) > 3 and word.isalpha() and not used and word.lower() not in _NO_SURNAMES

    def locate(self, offset: int) -> tuple[int, int]:
        """The passage and the sentence in which an offset lies."""
        for number, passage in enumerate(self.passages):
            for at, sentence in enumerate(passage.sentences):
                if sentence.start <= offset < sentence.end:
                    return number, at
        return 0, 0

    # --- those who are left alone

    def _mark_private(self) -> None:
        for reference in self.references:
            person = reference.person
            if person.in_office or person.place is not None:
                continue
            items = self.passages[reference.passage].sentences[reference.sentence].items
            span = [i for i, item in enumerate(items) if item.start < reference.end and item.end > reference.start]
            described = private_words(items, span[0], span[-1]) if span else None
            if described is not None:
                person.private = person.private or described
        marked = {person.surname for person in self.known if person.private is not None}
        for person in self.known:
            if person.private is None and person.surname in marked and person.role is None and person.place is None:
                person.private = ""

    # --- findings

    def findings(self, place_of: PlaceOf | None = None) -> list[Person]:
        """One finding for each person who speaks or holds a named office or role, in order of appearance."""
        found = [self._finding(person, place_of) for person in self.known if self._reported(person)]
        return sorted(found, key=lambda finding: finding.anchor.start)

    def _reported(self, person: Known) -> bool:
        return person.private is None and (person.speaks or person.role is not None)

    def _finding(self, person: Known, place_of: PlaceOf | None) -> Person:
        first = min(person.mentions, key=lambda mention: (not mention.full, mention.start))
        return Person(
            document=self.document.id,
            score=_score(person),
            anchor=self.document.anchor(first.start, first.end),
            name=person.name,
            role=(person.role.title or None) if person.role else None,
            organization=person.role.organization if person.role else None,
            place=self.place(person, place_of),
        )

    def place(self, person: Known, place_of: PlaceOf | None) -> str | None:
        """The government that a person speaks for, as far as known."""
        if person.role is not None and person.role.seat is not None and place_of is not None:
            seated = place_of(*person.role.seat)
            if seated is not None:
                return seated
        if person.place is not None:
            return person.place
        return COUNTRY if person.role is not None and person.role.national and person.role.office else None


def people(document: Document, officials: Iterable[Official] = ()) -> People:
    """The people of a document; `officials` may complete a surname where the document names the office."""
    return People(document, officials)


_OBJECT_OF: Final = frozenset({"of", "for", "from", "by", "with", "to", "against", "like", "on", "in"})
_NO_SURNAMES: Final = frozenset(
    "republicans democrats officials critics supporters others police prosecutors lawyers advocates analysts experts voters "
    "lawmakers leaders opponents residents immigrants activists conservatives liberals many some most americans reuters "
    "bloomberg google facebook twitter congress parliament washington moscow beijing brussels poll polls aides authorities "
    "sources reporters people everyone nobody transcript fact question answer note update correction related".split()
)


def _is_attribute(rest: str) -> bool:
    """Whether the name only describes what comes after it: "Trump officials", "the Obama administration"."""
    word = rest.strip().split(" ")[0] if rest.startswith(" ") else ""
    return word.isalpha() and word.islower() and word not in {"of", "who", "himself", "herself", "and", "with", "from", "in", "for"}


def _in_longer_name(items: Sequence[Item], index: int) -> bool:
    """Whether a surname stands inside other capitalised words: "Walsh Park", "Kate Steinle Act"."""
    after = items[index + 1] if index + 1 < len(items) else None
    before = items[index - 1] if index else None
    possessive = items[index].text.endswith(("’s", "'s", "’", "'"))
    if after is not None and after.is_name and after.is_word and not possessive and is_group_word(after.text):
        return True
    return before is not None and before.is_name and before.is_word and is_given(before.lower) and len(before.text) > 2


def _one_given(one: str, other: str) -> bool:
    """Whether two full names can be one person's: Marty and Martin J., E. Denise and Denise."""
    first, second = one.lower().split()[:-1], other.lower().split()[:-1]
    if not first or not second:
        return True
    if first[0][0] == second[0][0]:
        return True
    return bool({part for part in first if len(part) > 2} & {part for part in second if len(part) > 2})


def _better(held: Role | None, new: Role | None) -> Role | None:
    """The role that says more: the first, unless a later one adds title, body or seat that it lacks."""
    if held is None or new is None:
        return held or new

    def weight(role: Role) -> tuple[bool, bool]:
        return bool(role.title), role.organization is not None or role.seat is not None or role.national

    return new if weight(new) > weight(held) else held


def _score(person: Known) -> float:
    full = 0.1 if " " in person.name else 0.0
    if person.role is not None and person.role.title:
        return 0.85 + full
    return (0.7 if person.speaks else 0.6) + full
