"""What the register's officials add to a document: a full name for a surname, an office for a name.

Only where the document itself names the office and its place, and the date fits; nothing is invented.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from pursestrings import places
from pursestrings.documents import Document
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people.known import Known
from pursestrings.reading.people.names import surname
from pursestrings.reading.people.titles import Role

if TYPE_CHECKING:
    from pursestrings.register.models.people import Office, Official

COUNTRY: Final = "ocd-division/country:us"
_SHARED: Final = frozenset({"general", "president"})
"""The last words of titles that the country's officers share with those of states and other countries."""
_HEADS: Final = frozenset({"president", "governor", "mayor"})
_SMALL: Final = frozenset(
    {"of", "the", "for", "and", "acting", "white", "house", "united", "states", "general"}
)
_DEPUTY: Final = frozenset({"deputy", "assistant", "vice", "lieutenant", "former"})
_NATIONAL: Final = frozenset({"u.s.", "us"})
_IDLE: Final = frozenset({"of", "the", "acting", "interim"})
_DEPARTMENT: Final = re.compile(r"justice department|department of justice|\bdoj\b|u\.s\. attorney general")
_WORD: Final = re.compile(r"[^\W\d_]+")


class OfficeBook:
    """The officials that a document may mean."""

    def __init__(self, document: Document, officials: Iterable[Official]) -> None:
        """Index the officials by surname."""
        self._by_surname: dict[str, list[Official]] = defaultdict(list)
        self._all = tuple(officials)
        for official in self._all:
            for name in {surname(name) for name in (official.name, *official.names)}:
                self._by_surname[name].append(official)
        self._day = document.published
        self._lower = document.text.lower()
        self._words = set(_WORD.findall(self._lower))

    def knows(self, name: str) -> bool:
        """Whether an official bears a surname."""
        return surname(name) in self._by_surname

    def complete(self, person: Known) -> None:
        """Give a person the full name and office that the register knows, where the document supports it."""
        if " " in person.name and person.role is not None and person.role.title:
            self._place(person)
            self._doubt_country(person)
            return
        found = [
            (official, office)
            for official in self._by_surname.get(person.surname, ())
            for office in official.offices
            if self._can_be(person, official) and self._named(office, person.role) and self._held(office)
        ]
        if len({official.id for official, _ in found}) != 1:
            return
        official, office = found[0]
        if (
            person.role is not None
            and person.role.title
            and not is_same_office(person.role.title, office.title)
        ):
            return
        person.name = official.name if " " not in person.name else person.name
        person.place = office.place
        if person.role is None or not person.role.title:
            person.role = Role(office.title, office.body, office=True, national=office.place == COUNTRY)

    def _place(self, person: Known) -> None:
        """The government of an office that the text names without its place."""
        role = person.role
        if role is None or not role.office or role.organization is not None or role.seat is not None:
            return
        for official in self._by_surname.get(person.surname, ()):
            for office in official.offices:
                fits = self._can_be(person, official) and is_same_office(role.title, office.title)
                # Two governors of one name are not to be feared, two mayors are.
                if fits and (_is_state(office.place) or self._named(office, role)) and self._held(office):
                    person.place = office.place
                    return

    def _doubt_country(self, person: Known) -> None:
        """A bare attorney general or president is the country's only where nothing speaks against it.

        The document must speak of an attorney general's department. Where the register knows who held the office on
        the document's date, and never this person in it, it is some state's or another country's.
        """
        role = person.role
        if role is None or not role.national or role.organization is not None or "u.s." in role.title.lower():
            return
        unnamed = role.key == "general" and not _DEPARTMENT.search(self._lower)
        if unnamed or (role.key in _SHARED and self._held_by_others(role.title, person.surname)):
            person.role = replace(role, national=False)

    def _held_by_others(self, title: str, name: str) -> bool:
        """Whether the country's office of a title was held on the document's date, and never by one of that surname."""
        bare = title.lower().removeprefix("acting ")
        held = [
            (official, office)
            for official in self._all
            for office in official.offices
            if office.place == COUNTRY and office.title.lower().removeprefix("acting ") == bare
        ]
        names = {surname(one) for official, _ in held for one in (official.name, *official.names)}
        return self._day is not None and name not in names and any(self._held(office) for _, office in held)

    def head_of_state(self, name: str) -> tuple[Official, Office] | None:
        """Who headed "the NAME administration"."""
        found = [
            (official, office)
            for official in self._by_surname.get(surname(name), ())
            for office in official.offices
            if office.title.lower() in _HEADS
            and self._begun(office)
            and (office.place == COUNTRY or self._named(office))
        ]
        return found[0] if len({official.id for official, _ in found}) == 1 else None

    def holder(self, title: str, place_words: str) -> Official | None:
        """The one official who held an office that the text names without a name: "the mayor of Dayton".

        "The president" without a place is the country's.
        """
        wanted = set(_WORD.findall(place_words.lower()))
        found = {
            official.id: official
            for official in self._all
            for office in official.offices
            if self._day is not None and self._held(office) and is_same_office(title, office.title)
            if _is_seat(office, wanted)
            or (not wanted and title.lower() == "president" and office.place == COUNTRY)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _can_be(self, person: Known, official: Official) -> bool:
        if " " not in person.name:
            return True
        given = person.name.lower().split()[0]
        return any(name.lower().split()[0] == given for name in (official.name, *official.names))

    def _named(self, office: Office, role: Role | None = None) -> bool:
        """Whether the document names the office, be it as the person's `role`, and, below the country, the place."""
        if role is not None and role.title and is_same_office(role.title, office.title):
            return office.place == COUNTRY or _place_name(office) in self._lower
        title = {word for word in _WORD.findall(office.title.lower()) if word not in _SMALL}
        if title and not title <= self._words:
            return False
        return office.place == COUNTRY or _place_name(office) in self._lower

    def _held(self, office: Office) -> bool:
        """Whether the office was held when the document was published; a document without a date proves nothing wrong."""
        if self._day is None:
            return True
        ended = office.until is not None and office.until.latest <= self._day.earliest
        return self._begun(office) and not ended

    def _begun(self, office: Office) -> bool:
        day: date | None = self._day.latest if self._day else None
        return day is None or office.start is None or office.start.earliest <= day


def is_same_office(title: str, other: str) -> bool:
    """Whether two titles may be one office: the same but for words that one of them leaves out.

    A chief of police is no fire chief and no deputy chief, but is "the chief".
    """
    one, two = title.lower().split(), other.lower().split()
    first, second = set(one) - _IDLE, set(two) - _IDLE
    if not first or not second or bool(_DEPUTY & first) != bool(_DEPUTY & second):
        return False
    if first == second:
        return True
    if one[-1] not in {two[-1], other.lower().split(" of ")[0].split()[-1]}:
        return False
    kinds = (section("titles", "government") | _NATIONAL) - {one[-1]}
    return not kinds & first or not kinds & second or bool(kinds & first & second)


def _is_state(place: str) -> bool:
    return place.rpartition("/")[2].startswith("state:")


def _place_name(office: Office) -> str:
    """A place's name in lower case, as its id spells it; a state's id has only its postal code."""
    kind, _, last = office.place.rpartition("/")[2].partition(":")
    if kind == "state":
        return places.get(office.place).name.lower()
    return last.replace("_", " ").replace("~", "'")


def _is_seat(office: Office, wanted: set[str]) -> bool:
    """Whether an office sits for the place that these words name."""
    own = _place_words(office)
    return bool(wanted) and wanted <= own | {"city", "county", "of"} and own <= wanted


def _place_words(office: Office) -> set[str]:
    return set(_WORD.findall(_place_name(office)))
