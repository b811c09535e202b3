"""Whether a scope reaches a place: surely, possibly, or not at all.

Scopes are descriptions. They are resolved here, when a place is asked about, so that a list of members
found later changes the answer without touching the order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from pursestrings.places import Place, is_within
from pursestrings.register.index import Register
from pursestrings.register.models.base import Confidence
from pursestrings.register.models.people import Association, Membership
from pursestrings.register.models.scope import Answer3, NamedPlace, Scope


class Reached(IntEnum):
    """How far a scope is known to reach a place; ordered, so that the best of several is their maximum."""

    NO = 0
    POSSIBLY = 1
    SURELY = 2


@dataclass(frozen=True, slots=True)
class Reach:
    """The answer and the words for it."""

    reached: Reached
    why: str


@dataclass(frozen=True, slots=True)
class Limited:
    """What two scopes that hold at once have in common: a narrowed order whose stay spares some."""

    scope: Scope | Limited
    to: Scope


_OUTSIDE = Reach(Reached.NO, "the place is not among those it protects")


def reach(scope: Scope | Limited, place: Place, on: date, register: Register) -> Reach:
    """How far `scope` reaches `place` on a day."""
    if isinstance(scope, Limited):
        both = (reach(scope.to, place, on, register), reach(scope.scope, place, on, register))
        return min(both, key=lambda one: one.reached)
    if any(place.ocd == name for name in scope.excepting):
        return Reach(Reached.NO, f"{place.label} is excepted")
    if scope.everyone:
        return Reach(Reached.SURELY, "it reaches everyone")
    found = [_named(named, place) for named in scope.places]
    found += [_member(register.associations[name], place, on) for name in scope.associations]
    found += [_recipient(program, place, register) for program in scope.recipients_of]
    if not scope.complete:
        found.append(_missing(scope, place))
    return max(found, key=lambda one: one.reached, default=_OUTSIDE)


def _named(named: NamedPlace, place: Place) -> Reach:
    recalled = named.confidence is Confidence.RECALLED
    if named.place == place.ocd:
        if recalled:
            return Reach(
                Reached.POSSIBLY, f"{place.label} is remembered among those protected, not confirmed"
            )
        return Reach(Reached.SURELY, f"it names {place.label}")
    if named.subdivisions is Answer3.NO or not is_within(place.ocd, named.place):
        return _OUTSIDE
    if named.subdivisions is Answer3.UNKNOWN or recalled:
        return Reach(
            Reached.POSSIBLY, "whether it covers the governments below those named is not established"
        )
    return Reach(Reached.SURELY, f"it covers the governments below {named.place.rsplit(':', 1)[-1].upper()}")


def _member(association: Association, place: Place, on: date) -> Reach:
    listed = [_belongs(member, on) for member in association.members if member.place == place.ocd]
    if Reached.SURELY in listed:
        return Reach(Reached.SURELY, f"{place.label} is a member of the {association.name}")
    if Reached.POSSIBLY in listed:
        why = f"that {place.label} was a member of the {association.name} that day is not confirmed"
        return Reach(Reached.POSSIBLY, why)
    if not association.complete and place.level in association.levels:
        why = f"whether {place.label} is a member of the {association.name} is not on record"
        return Reach(Reached.POSSIBLY, why)
    return _OUTSIDE


def _belongs(member: Membership, on: date) -> Reached:
    """Whether a membership runs on a day: perhaps, where it is only remembered or its dates are not exact."""
    start, until = member.start, member.until
    if (start is not None and on < start.earliest) or (until is not None and on >= until.latest):
        return Reached.NO
    inexact = (start is not None and on < start.latest) or (until is not None and on >= until.earliest)
    return Reached.POSSIBLY if inexact or member.confidence is Confidence.RECALLED else Reached.SURELY


def _recipient(program: str, place: Place, register: Register) -> Reach:
    awards = register.awards.get(place.ocd, ())
    if any(award.program == program and award.sure for award in awards):
        return Reach(Reached.SURELY, f"{place.label} is a recipient of {program}")
    return Reach(Reached.POSSIBLY, f"no award of {program} to {place.label} is on record")


def _missing(scope: Scope, place: Place) -> Reach:
    inside = not scope.missing_within or any(is_within(place.ocd, name) for name in scope.missing_within)
    if inside:
        return Reach(
            Reached.POSSIBLY, f"the list of those protected is incomplete, and {place.label} may be on it"
        )
    return _OUTSIDE
