"""Everyone in a sentence who can act: agencies, courts, associations, people by name or office, governments."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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
# "Dayton, Ohio – The league": a dateline that its dash and the capital behind tell.
_PLACED: Final = re.compile(r"\(?[A-Z][\w.’' -]{2,30},\s[A-Z][\w. ]{1,20}\)?\s+(?:–|—|--|-)\s+(?=[A-Z])")
_PARTY: Final = re.compile(r"\b(?:D|R|I|DFL|GOP)[-–]$")
_JUDGE: Final = re.compile(r"\b(?:judge|justice)\b", re.IGNORECASE)
# The office as a text repeats it: "attorney general" of "U.S. Attorney General".
_OFFICE: Final = re.compile(
    r"\b(?:attorney general|mayor|governor|sheriff|police chief|chief|judge|city attorney|director|secretary)$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w+")
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


class Actors:
    """Everyone in a document who can act, by the sentence."""

    def __init__(self, document: Document, places: Iterable[PlaceMention], people: Iterable[Person]) -> None:
        """`places` in the order of the text."""
        self._text = document.text
        self._places = [one for one in places if one.place]
        self._starts = [one.anchor.start for one in self._places]
        self._people = _ByWord(people)

    def within(self, start: int, end: int) -> list[Actor]:
        """Everyone in the sentence who can act, from the left; a person's place gives way to the person.

        The place of a dateline and a party's label ("(R-Oakland)") act in nothing.
        """
        text = self._text
        found = [
            Actor(*match.span(), _name(match[0]), place=False, court=_COURT.search(match[0]) is not None)
            for match in _AGENCY.finditer(text, start, end)
            if match[0].strip()
        ]
        found += self._people.within(text, start, end)
        dateline, placed = dateline_of(text[start:end]), _PLACED.match(text, start, end)
        begin = start + dateline.length if dateline else (placed.end() if placed else start)
        named: list[Actor] = []
        for place in self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if place.place and not _tells_state(text, named, place):
                named.append(Actor(place.anchor.start, place.anchor.end, place.place, place=True))
        free = [
            one
            for one in named
            if one.start >= begin and all(one.end <= other.start or other.end <= one.start for other in found)
        ]
        return sorted(
            (actor for actor in _apart([*found, *free]) if not _in_label(text, start, actor)),
            key=lambda actor: (actor.start, actor.end),
        )


class _ByWord:
    """The people of a document by a word of their surnames, and by the offices that nobody else has."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._all = [_Named.of(person) for person in people]
        self._words: dict[str, list[int]] = defaultdict(list)
        held = Counter(one.office for one in self._all)
        self._offices: dict[str, int] = {}
        for number, one in enumerate(self._all):
            self._words[one.word].append(number)
            if one.office and held[one.office] == 1:
                self._offices[one.office] = number

    def within(self, text: str, start: int, end: int) -> Iterator[Actor]:
        """Where the sentence has them: by the whole name, the surname, or else the office."""
        sentence = text[start:end]
        lower = sentence.lower()
        named = {number for word in {*_WORD.findall(sentence), ""} for number in self._words.get(word, ())}
        held = {number for office, number in self._offices.items() if office in lower}
        for number in sorted(named | held):
            one = self._all[number]
            spans = [match.span() for match in one.name.finditer(sentence)] if number in named else []
            if not spans and number in held:
                office = rf"\bthe {re.escape(one.office or '')}(?![\w’'-])"
                spans = [match.span() for match in re.finditer(office, sentence, re.IGNORECASE)]
            for first, last in spans:
                actor = Actor(start + first, start + last, one.person.name, place=False)
                yield replace(actor, court=one.court, person=True)


@dataclass(frozen=True, slots=True)
class _Named:
    """A person with what a sentence may call them; `word` is a word of the surname, empty where it has none."""

    person: Person
    name: re.Pattern[str]
    word: str
    office: str | None
    court: bool

    @classmethod
    def of(cls, person: Person) -> _Named:
        *given, surname = person.name.split()
        before = r"\s+".join(map(re.escape, given))
        last = rf"{re.escape(surname)}(?!\w)"
        pattern = rf"(?<!\w)(?:{before}\s+)?{last}(?! [Aa]dministration)" if given else rf"(?<!\w){last}"
        word = _WORD.search(surname)
        court = _JUDGE.search(person.role or "") is not None
        office = _OFFICE.search(person.role or "")
        return cls(
            person,
            re.compile(pattern),
            word[0] if word else "",
            office[0].lower() if office else None,
            court,
        )


def _apart(actors: Iterable[Actor]) -> list[Actor]:
    """The actors without those that stand inside another's words."""
    kept: list[Actor] = []
    for actor in sorted(actors, key=lambda one: (one.start - one.end, one.start)):
        if all(actor.end <= other.start or other.end <= actor.start for other in kept):
            kept.append(actor)
    return kept


def _in_label(text: str, start: int, actor: Actor) -> bool:
    """Whether a name stands in brackets or behind a party: "(R-Oakland)", "D-Oakland"."""
    before = text[start : actor.start]
    return before.rfind("(") > before.rfind(")") or _PARTY.search(before[-5:]) is not None


def _tells_state(text: str, named: list[Actor], place: PlaceMention) -> bool:
    """Whether a state stands behind a place only to say where that lies: "Evanston, Illinois"."""
    if not named or place.place is None:
        return False
    gap = text[named[-1].end : place.anchor.start]
    return gap.strip() == "," and named[-1].name.startswith(f"{place.place}/")


def _name(words: str) -> str:
    return re.sub(r"^(?:the|a)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
