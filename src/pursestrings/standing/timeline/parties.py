"""Who is treated alike by the orders and notices on a condition, and what to call them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pursestrings.places import Place, get, states, subdivisions
from pursestrings.register.index import Register
from pursestrings.register.models.law import Condition
from pursestrings.register.models.scope import Answer3, Scope
from pursestrings.standing.orders.effects import Docket
from pursestrings.standing.words import listed

_LEVELS: Final = {
    "state": "states",
    "county": "counties",
    "municipality": "cities and towns",
    "township": "townships",
}
EVERYONE_ELSE: Final = "everyone else"


@dataclass(slots=True)
class Party:
    """Places treated alike: those named one by one, those below a named place, and the rest by level."""

    named: list[Place] = field(default_factory=list)
    below: dict[str, list[Place]] = field(default_factory=dict)
    others: dict[str, Place] = field(default_factory=dict)

    def add(self, other: Party) -> None:
        """Take in another party."""
        self.named += other.named
        for around, places in other.below.items():
            self.below.setdefault(around, []).extend(places)
        self.others.update(other.others)

    @property
    def place(self) -> Place:
        """One place of the party, to ask the engine about."""
        below = (place for places in self.below.values() for place in places)
        return next(iter((*self.named, *below, *self.others.values())))

    def words(self, levels: int) -> tuple[str, ...]:
        """Everyone in the party, in words, the widest first; `levels` is how many levels the rest has."""
        found = [self._rest(levels)] if self.others else []
        named = {place.ocd: place for place in self._in_order()}
        for around in sorted(self.below):
            places = self.below[around]
            outer, counted = named.pop(around, None), f"{len(places):,} {_kind(places)}"
            found.append(f"{outer.label} and its {counted}" if outer else f"{counted} in {get(around).label}")
        return (*found, *(place.label for place in named.values()))

    def label(self, levels: int) -> str:
        """A short name: whom most people would look for, and how many more there are."""
        if self.others:
            return self._rest(levels)
        if not self.below:
            return _some([place.label for place in self._in_order()], 1)
        around = [get(name) for name in sorted(self.below)]
        within = _some([place.label if len(around) == 1 else place.state or "" for place in around], 3)
        if {place.ocd for place in around} <= {place.ocd for place in self.named}:
            return f"{within} and localities"
        kind = _kind([place for places in self.below.values() for place in places])
        return f"{kind} in {within}"

    def _rest(self, levels: int) -> str:
        if len(self.others) == levels:
            return EVERYONE_ELSE
        return "other " + listed([_LEVELS[level] for level in _LEVELS if level in self.others])

    def _in_order(self) -> list[Place]:
        return sorted(self.named, key=lambda place: place.label)


def parties(condition: Condition, register: Register, docket: Docket) -> Iterator[Party]:
    """Places that may be treated apart: each one named, those below each named place, the rest by level."""
    scopes = _scopes(condition, register, docket)
    named = set(_named(scopes, register))
    around = {one.place for scope in scopes for one in scope.places if one.subdivisions is not Answer3.NO}
    around.update(name for scope in scopes for name in scope.missing_within)
    apart = named | around
    for name in sorted(apart):
        yield Party(named=[get(name)])
    for outer in sorted(around):
        alike: dict[tuple[str, ...], list[Place]] = {}
        for place in subdivisions(outer):
            within = tuple(one for one in place.parents if one in around)
            if within[0] == outer and place.ocd not in apart:
                alike.setdefault((place.level, *within), []).append(place)
        yield from (Party(below={outer: places}) for places in alike.values())
    for level, place in _others(apart, around):
        yield Party(others={level: place})


def _scopes(condition: Condition, register: Register, docket: Docket) -> list[Scope]:
    found = [scope for relief in docket.reliefs(condition.id) for scope in docket.every_scope(relief)]
    return found + [one.covers for one in register.notices.values() if condition.id in one.conditions]


def _named(scopes: list[Scope], register: Register) -> Iterator[str]:
    for scope in scopes:
        yield from (one.place for one in scope.places)
        yield from scope.excepting
        for name in scope.associations:
            yield from (member.place for member in register.associations[name].members)
        for program in scope.recipients_of:
            yield from (
                place
                for place, awards in register.awards.items()
                if any(award.program == program for award in awards)
            )


def _others(apart: set[str], around: set[str]) -> Iterator[tuple[str, Place]]:
    """One place of each level that no order or notice names, from as few states as will do."""
    missing = set(_LEVELS)
    free = [state for state in states() if state.ocd not in apart and state.legal == "state"]
    known = {part for name in apart for part in name.split("/") if part.startswith("state:")}
    free.sort(key=lambda state: state.ocd.rpartition("/")[2] not in known)
    for state in free:
        for place in (state, *subdivisions(state.ocd)):
            if place.level in missing and place.ocd not in apart and not around & set(place.parents):
                missing.discard(place.level)
                yield place.level, place
        if not missing:
            return


def _kind(places: list[Place]) -> str:
    levels = {place.level for place in places}
    return _LEVELS[levels.pop()] if len(levels) == 1 else "local governments"


def _some(names: list[str], most: int) -> str:
    """The first few names, and how many more."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} + {len(names) - most}"
