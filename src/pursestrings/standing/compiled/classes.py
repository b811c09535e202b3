"""Classes of places: those that no order, notice, policy, award or court can tell apart.

Of some 39,000 governments a few hundred are named somewhere; the others differ by their state, their kind,
and by what they lie in.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.law import Condition
from pursestrings.register.models.scope import Answer3, Scope
from pursestrings.standing.local.answers import state_of
from pursestrings.standing.orders.effects import Docket
from pursestrings.standing.orders.scope import Reached, reach


@dataclass(frozen=True, slots=True)
class PlaceClass:
    """What tells places apart: for force, for fit, for reach, and by circuit."""

    force: Hashable
    fit: Hashable
    reach: Hashable
    circuit: str | None


class Classes:
    """The class of each place, worked out when first asked for."""

    def __init__(self, register: Register, docket: Docket) -> None:
        """Gather the places that some fact singles out."""
        self._register, self._docket = register, docket
        self._named = _named_in_scopes(register)
        self._covering = _covering_others(register)
        self._parts = {part for rule in register.rules.values() for part in rule.within}
        self._listed = {name for one in register.conditions.values() for name in one.only_places}
        self._classes: dict[str, PlaceClass] = {}
        self._profiles: dict[Hashable, Hashable] = {}

    def of(self, place: Place) -> PlaceClass:
        """The class of a place: places of one class have the same answers to every condition."""
        found = self._classes.get(place.ocd)
        if found is None:
            found = self._classes[place.ocd] = self._new(place)
        return found

    def grouped(self, places: Iterable[Place]) -> dict[PlaceClass, list[Place]]:
        """Places by class, in the order given."""
        found: dict[PlaceClass, list[Place]] = {}
        for place in places:
            found.setdefault(self.of(place), []).append(place)
        return found

    def _new(self, place: Place) -> PlaceClass:
        register = self._register
        own = place.ocd
        around = {own, *place.parents}
        force: Hashable = own if own in self._named else (place.level, frozenset(around & self._covering))
        recorded = own in register.policies or own in register.custody
        state = state_of(place)
        fit: Hashable = own if recorded else (state, own == state, frozenset(around & self._parts))
        apart = own in register.awards or own in register.custody or own in self._listed
        return PlaceClass(force, fit, own if apart else (place.level, place.legal), place.circuit)

    def profile(self, condition: Condition, place: Place) -> Hashable:
        """How far each order and notice on the condition reaches the place; orders that never do are left out."""
        key = (condition.id, self.of(place).force)
        if key not in self._profiles:
            orders = self._docket.near(condition.id, place)
            self._profiles[key] = (
                *(
                    (position, self.reached(self._docket.every_scope(relief), place))
                    for position, relief in orders.items()
                ),
                *(self.reached([one.covers], place) for one in self._docket.notices(condition.id)),
            )
        return self._profiles[key]

    def reached(self, scopes: list[Scope], place: Place) -> tuple[Reached, ...]:
        """How far each scope reaches the place, in every era of membership."""
        days = ((scope, day) for scope in scopes for day in self._eras(scope))
        return tuple(reach(scope, place, day, self._register).reached for scope, day in days)

    def _eras(self, scope: Scope) -> list[date]:
        """The first day of all, and each on which the membership of an association changes."""
        members = (
            member for name in scope.associations for member in self._register.associations[name].members
        )
        dates = (found for member in members for found in (member.start, member.until) if found is not None)
        return sorted({date.min, *(day for found in dates for day in (found.earliest, found.latest))})


def _scopes_in(register: Register) -> Iterator[Scope]:
    for _, act in register.acts.values():
        yield from (scope for _, scope in act.scopes())
    yield from (notice.covers for notice in register.notices.values())


def _named_in_scopes(register: Register) -> set[str]:
    """Places that some order or notice may single out."""
    named: set[str] = set()
    for scope in _scopes_in(register):
        named.update(one.place for one in scope.places)
        named.update(scope.excepting, scope.missing_within)
        named.update(
            member.place for name in scope.associations for member in register.associations[name].members
        )
        if scope.recipients_of:
            named.update(register.awards)
    return named


def _covering_others(register: Register) -> set[str]:
    """Places whose subdivisions some order or notice covers, or may cover."""
    covering: set[str] = set()
    for scope in _scopes_in(register):
        covering.update(one.place for one in scope.places if one.subdivisions is not Answer3.NO)
        covering.update(scope.missing_within)
    return covering
