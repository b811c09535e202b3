"""The people of a document who speak in it or hold a named office or role, and the attributions read with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pursestrings.documents import Document
from pursestrings.reading.findings import Person
from pursestrings.reading.grammar.cues import SPEECH
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.relation import Relation, Span
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people.cast import Cast
from pursestrings.reading.people.chaining import gather, refer
from pursestrings.reading.people.known import Known
from pursestrings.reading.people.name_runs import is_given, sex_of_name
from pursestrings.reading.people.named_places import NamedPlaces, fits
from pursestrings.reading.people.names import Mention
from pursestrings.reading.people.offices import COUNTRY, OfficeBook
from pursestrings.reading.people.private import private_words
from pursestrings.reading.people.seats import is_local_body
from pursestrings.reading.people.speakers import Speakers, Who
from pursestrings.reading.people.titles import Role, is_group_word
from pursestrings.reading.places.gazetteer import STATE, candidates, surnames

if TYPE_CHECKING:
    from pursestrings.register.models.people import Official

# How many in a million must bear a name that is a place's too, for it to speak without a given name.
_COMMON_SURNAME: Final = 150
_INNER: Final = re.compile(r"(?<=[\w,;”\"] )[^\W\d_a-z][^\W\d_]*\b")
_PLACED: Final = re.compile(r" (?:in|at|from|near|the|across)(?= ([^\W\d_a-z][^\W\d_]*\b))")


@dataclass(slots=True)
class People:
    """Everyone whom a document names and may answer for. `voices` are its attributions, each with its speaker."""

    document: Document
    passages: list[Passage]
    known: list[Known]
    voices: list[tuple[Relation, Who]] = field(default_factory=list)

    def findings(self, named: NamedPlaces | None = None) -> list[Person]:
        """One finding for each person who speaks or holds a named office or role, in order of appearance."""
        reported = [person for person in self.known if _is_reported(person)]
        found = [self._finding(person, named) for person in reported]
        return sorted(found, key=lambda finding: finding.anchor.start)

    def _finding(self, person: Known, named: NamedPlaces | None) -> Person:
        first = min(person.mentions, key=lambda mention: (not mention.full, mention.start))
        return Person(
            document=self.document.id,
            score=_score(person),
            anchor=self.document.anchor(first.start, first.end),
            name=person.name,
            role=(person.role.title or None) if person.role else None,
            organization=person.role.organization if person.role else None,
            place=place_spoken_for(person, named),
        )


def people(
    document: Document, read: list[Passage], relations: Iterable[Relation], officials: Iterable[Official] = ()
) -> People:
    """The people of a document; `officials` may complete a surname where the document names the office."""
    book = OfficeBook(document, officials)
    known = gather(read, book)
    cast = Cast(document, read, refer(document, read, known), book)
    ordered = sorted(relations, key=lambda relation: relation.start)
    _add_speakers(cast, known, ordered)
    for person in known:
        book.complete(person)
    _mark_private(cast, known)
    speakers = Speakers(cast)
    voices = [(relation, speakers.who(relation)) for relation in ordered]
    for relation, who in voices:
        if who.person is not None and relation.act == SPEECH:
            who.person.speaks = True
    return People(document, read, known, voices)


def place_spoken_for(person: Known, named: NamedPlaces | None) -> str | None:
    """The government that a person speaks for, as far as known."""
    role = person.role
    if role is not None and role.seat is not None and named is not None:
        seated = named(*role.seat)
        seated = fits(role.title, seated) if seated is not None else None
        if seated is not None:
            return seated
    if person.place is not None:
        return person.place
    if role is not None and role.national and role.office:
        return COUNTRY
    if role is None or not role.title or named is None:
        return None
    return _by_the_text(person, role, named)


def _by_the_text(person: Known, role: Role, named: NamedPlaces) -> str | None:
    """The government of an office without a place, or of the body in whose name somebody speaks."""
    titled = [mention.start for mention in person.mentions if mention.role is not None and mention.role.title]
    first = min(titled, default=0)
    if role.organization is None:
        told = role.office and role.seat is None and not _has_country(role.title)
        return named.of_office(role.title, first) if told else None
    if not is_local_body(role):
        return None
    placed = named.of_body(role.organization, first)
    # The "County Board" is of the county; a "City of Dayton" that is no known place is of nothing else.
    unplaced = placed is None and " of " not in role.organization
    unplaced = unplaced and role.organization.split()[0].lower() in section("titles", "government")
    return named.of_office(f"{role.organization} {role.title}", first) if unplaced else placed


def _has_country(title: str) -> bool:
    """Whether the country has an office of a title too, so that a bare one may be a state's or the country's."""
    offices = (entry.replace("|", " ") for entry in section("titles", "of-country"))
    return title.lower().endswith(tuple(offices))


def _add_speakers(cast: Cast, known: list[Known], relations: Iterable[Relation]) -> None:
    """Those who speak without title or apposition become known by speaking."""
    before = len(known)
    surnames: set[str] = set()
    for relation in relations:
        source = relation.antecedent or relation.source
        if source is not None and relation.act == SPEECH and cast.named(source) is None:
            person = _new_speaker(cast, source)
            if person is not None and person.surname not in surnames:
                known.append(person)
                surnames.add(person.surname)
    if len(known) > before:
        cast.references = refer(cast.document, cast.passages, known)


def _new_speaker(cast: Cast, source: Span) -> Known | None:
    """A given name and a surname, or a surname that the text uses for nothing else."""
    text = cast.document.text
    name = text[slice(*source)].split(",")[0].split(" (")[0].strip()
    parts = name.split()
    if not 1 <= len(parts) <= 4 or not all(part[:1].isupper() for part in parts):
        return None
    last = parts[-1]
    if is_group_word(last) or (last.isupper() and len(last) > 2) or not last[-1].isalpha():
        return None
    if not (is_given(parts[0].lower()) if len(parts) > 1 else _only_a_surname(cast, name)):
        return None
    passage, sentence = cast.locate(source[0])
    mention = Mention(source[0], source[0] + len(name), name, None, None, passage, sentence, subject=True)
    return Known(name, [mention], sex=sex_of_name(mention.given))


def _only_a_surname(cast: Cast, word: str) -> bool:
    """Whether a single capitalised word that speaks is a person: it is used as no place and no body."""
    if len(word) < 4 or not word.isalpha() or word.lower() in section("titles", "no-surname"):
        return False
    inner, placed = _capitals(cast.document.text)
    rare = surnames().get(word.lower(), _COMMON_SURNAME) < _COMMON_SURNAME
    state = any(one.level == STATE for one in candidates(word))
    if (rare or state or word not in inner) and not cast.book.knows(word):
        return False
    return word not in placed


# All short sources of a document ask the same text.
@lru_cache(maxsize=1)
def _capitals(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words with a capital that does not only open a sentence; and those that stand where a place or a body does."""
    return (
        frozenset(match[0] for match in _INNER.finditer(text)),
        frozenset(match[1] for match in _PLACED.finditer(text)),
    )


def _mark_private(cast: Cast, known: list[Known]) -> None:
    """Mark private persons, and those of the same surname of whom nothing else is known."""
    for reference in cast.references:
        person = reference.person
        if person.in_office or reference.quoted:
            continue
        items = cast.passages[reference.passage].sentences[reference.sentence].items
        span = [
            i for i, item in enumerate(items) if item.start < reference.end and item.end > reference.start
        ]
        described = private_words(items, span[0], span[-1], has_role=_has_title(person)) if span else None
        if described is not None:
            person.private = person.private or described
    marked = {person.surname for person in known if person.private is not None}
    for person in known:
        if (
            person.private is None
            and person.surname in marked
            and person.role is None
            and not person.in_office
        ):
            person.private = ""


def _has_title(person: Known) -> bool:
    return person.role is not None and bool(person.role.title)


def _is_reported(person: Known) -> bool:
    return person.private is None and (person.speaks or person.role is not None)


def _score(person: Known) -> float:
    full = 0.1 if " " in person.name else 0.0
    if _has_title(person):
        return 0.85 + full
    return (0.7 if person.speaks else 0.6) + full
