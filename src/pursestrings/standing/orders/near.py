"""Which scopes can reach a place at all, found without resolving each of them.

Most orders name a few governments far away. Resolving a scope for a place costs some microseconds; with
many orders on record only those that name the place, cover what it lies in, or speak of a kind are worth it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pursestrings.places import Place, get
from pursestrings.register.models.scope import Answer3, Scope


class Near:
    """Groups of scopes, numbered as given, by the places that they name or cover."""

    def __init__(self, groups: Iterable[Iterable[Scope]]) -> None:
        """Index every scope of every group."""
        self._anyone: set[int] = set()
        self._naming: dict[str, set[int]] = defaultdict(set)
        self._covering: dict[str, set[int]] = defaultdict(set)
        for number, scopes in enumerate(groups):
            for scope in scopes:
                self._add(number, scope)

    def to(self, place: Place) -> list[int]:
        """The numbers of the groups that may reach the place, in order; the others never do."""
        found = self._anyone | self._naming.get(place.ocd, set())
        for around in (place.ocd, *place.parents):
            found |= self._covering.get(around, set())
        return sorted(found)

    def _add(self, number: int, scope: Scope) -> None:
        """A scope that lists no places, or not all of them, may reach any that it does not except."""
        unlisted = not scope.complete and not scope.missing_within
        if scope.everyone or scope.associations or scope.recipients_of or unlisted:
            self._anyone.add(number)
        for named in scope.places:
            self._naming[named.place].add(number)
            if named.subdivisions is not Answer3.NO:
                self._covering[get(named.place).ocd].add(number)
        for within in scope.missing_within:
            self._covering[get(within).ocd].add(number)
