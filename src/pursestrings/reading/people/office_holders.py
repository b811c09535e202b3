"""Who of those named in a document holds an office that it speaks of without a name: "the mayor of Dayton"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pursestrings.reading.people.chaining import Reference
from pursestrings.reading.people.known import Known
from pursestrings.reading.people.offices import is_same_office
from pursestrings.reading.people.titles import Role

# How many of those named last with an office are weighed.
_NAMED: Final = 40


class OfficeHolders:
    """Where those are named who hold an office, by the last word of its title."""

    def __init__(self, text: str, references: Iterable[Reference]) -> None:
        """`references` in the order of the text."""
        self._text = text
        self._named: dict[str, list[Reference]] = defaultdict(list)
        for one in references:
            if one.person.role is not None:
                self._named[one.person.role.key].append(one)

    def named(self, role: Role, offset: int, *, ever: bool = False) -> list[Reference]:
        """Where those were named last before an offset, or else first, who hold an office, in its seat if it has one.

        With `ever` also those who once held it, or hold now what the role calls former.
        """
        some = self._named.get(role.key, [])
        before = bisect_left(some, offset, key=lambda reference: reference.start)
        near = some[max(0, before - _NAMED) : before] or some[:1]
        return [one for one in near if self._holds(one.person, role, ever=ever)]

    def seat(self, role: Role) -> str:
        """The words of the text that name an office's seat."""
        return self._text[slice(*role.seat)] if role.seat else ""

    def _holds(self, person: Known, role: Role, *, ever: bool) -> bool:
        held = person.role
        if held is None or (role.organization and held.national and not role.national):
            return False
        titles = (_ever(role.title), _ever(held.title)) if ever else (role.title, held.title)
        seat = self.seat(role)
        return is_same_office(*titles) and (not seat or self._sits(person, held, seat))

    def _sits(self, person: Known, held: Role, seat: str) -> bool:
        if held.seat is not None:
            return self.seat(held) == seat
        return person.place is not None and person.place.endswith(":" + seat.lower().replace(" ", "_"))


def _ever(title: str) -> str:
    return title.lower().removeprefix("former ")
