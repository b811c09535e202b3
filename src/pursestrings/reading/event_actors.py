"""Everyone in a sentence who can act: agencies, courts, associations, people by name or office, governments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.documents import Document
from pursestrings.documents.datelines import dateline_of
from pursestrings.reading.findings import Person, PlaceMention

Span = tuple[int, int]

_AGENCY: Final = re.compile(
    r"(?:the )?(?:(?:U\.?S\.?|[A-Z][a-z]+) )?(?:Department of [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,2}|(?:[A-Z]\w+ ){1,2}Department"
    r"|[A-Z]\w+ [Aa]dministration|Immigration and Customs Enforcement|Office of [A-Z]\w+(?: [A-Z]\w+){0,2})"
    r"|\b(?:DHS|DOJ|ICE|Congress|White House|ACLU)\b"
    r"|(?:(?:U\.S\. |(?!The )[A-Z]\w+[’']? ){1,3}(?:Conference|Association|Union|League|Coalition|Alliance|Foundation)\b(?: (?:of|for|on) (?:the )?[A-Z]\w+)?"
    r"|(?:Conference|Association|League) of [A-Z]\w+)"
    r"|(?:[Aa] |[Tt]he )?(?:[Ff]ederal|U\.S\. [Dd]istrict) (?:[Jj]udge|[Cc]ourt)|(?:[A-Z]\w+ )?(?:Supreme (?:Judicial )?|Circuit |[Aa]ppeals )[Cc]ourt(?: of Appeals)?"
)
_COURT: Final = re.compile(r"\b(?:court|judge|circuit)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone named in a sentence who can act; a `place` goes by its id, a `court` may rule."""

    start: int
    end: int
    name: str
    place: bool
    court: bool = False
    person: bool = False


def actors_in(
    document: Document, start: int, end: int, places: Sequence[PlaceMention], people: Sequence[Person]
) -> list[Actor]:
    """Everyone in the sentence who can act, from the left; a person's place gives way to the person.

    The place of a dateline and a party's label ("(R-Oakland)") act in nothing.
    """
    text = document.text
    found = [
        Actor(*match.span(), _name(match[0]), place=False, court=_COURT.search(match[0]) is not None)
        for match in _AGENCY.finditer(text, start, end)
        if match[0].strip()
    ]
    for person in people:
        court = re.search(r"\b(?:judge|justice)\b", person.role or "", re.IGNORECASE) is not None
        found += [
            Actor(*span, person.name, place=False, court=court, person=True)
            for span in _mentions(text, start, end, person, people)
        ]
    dateline = dateline_of(text[start:end])
    begin = start + dateline.length if dateline else start
    named: list[Actor] = []
    for place in places:
        if place.place and start <= place.anchor.start < end and not _tells_state(text, named, place):
            named.append(Actor(place.anchor.start, place.anchor.end, place.place, place=True))
    free = [
        one
        for one in named
        if one.start >= begin and all(one.end <= other.start or other.end <= one.start for other in found)
    ]
    return sorted(
        (actor for actor in _apart([*found, *free]) if not _in_brackets(text, start, actor)),
        key=lambda actor: (actor.start, actor.end),
    )


def _mentions(text: str, start: int, end: int, person: Person, people: Iterable[Person]) -> list[Span]:
    """Where the sentence has the person: the whole name, the surname, or the office that nobody else has."""
    surname = re.escape(person.name.split()[-1])
    given = r"\s+".join(map(re.escape, person.name.split()[:-1]))
    name = (
        rf"(?<!\w)(?:{given}\s+)?{surname}(?!\w)(?! [Aa]dministration)"
        if given
        else rf"(?<!\w){surname}(?!\w)"
    )
    spans = [match.span() for match in re.finditer(name, text[start:end])]
    office = _office(person)
    if office and not spans and [_office(one) for one in people].count(office) == 1:
        pattern = rf"\bthe {re.escape(office)}(?![\w’'-])"
        spans = [match.span() for match in re.finditer(pattern, text[start:end], re.IGNORECASE)]
    return [(start + first, start + last) for first, last in spans]


def _office(person: Person) -> str | None:
    """The office as a text repeats it: "attorney general" of "U.S. Attorney General"."""
    match = re.search(
        r"\b(?:attorney general|mayor|governor|sheriff|police chief|chief|judge|city attorney|director|secretary)$",
        person.role or "",
        re.IGNORECASE,
    )
    return match[0].lower() if match else None


def _apart(actors: Iterable[Actor]) -> list[Actor]:
    """The actors without those that stand inside another's words."""
    kept: list[Actor] = []
    for actor in sorted(actors, key=lambda one: (one.start - one.end, one.start)):
        if all(actor.end <= other.start or other.end <= actor.start for other in kept):
            kept.append(actor)
    return kept


def _in_brackets(text: str, start: int, actor: Actor) -> bool:
    before = text[start : actor.start]
    return before.rfind("(") > before.rfind(")")


def _tells_state(text: str, named: list[Actor], place: PlaceMention) -> bool:
    """Whether a state stands behind a place only to say where that lies: "Evanston, Illinois"."""
    if not named or place.place is None:
        return False
    gap = text[named[-1].end : place.anchor.start]
    return gap.strip() == "," and named[-1].name.startswith(f"{place.place}/")


def _name(words: str) -> str:
    return re.sub(r"^(?:the|a)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
