"""Orders are events; what they do to relief is worked out here, act by act.

Relief is what an act grants, less what later acts take from it. At any day each later act is active or
not, and the set of active acts decides: an end or a replacement leaves nothing, a stay leaves only what
it spares, a narrowing leaves its new scope. A stay that ends lets the order speak again if it still
stands; a replaced order never does. Nothing is stored that a later act would have to undo, so the result
does not depend on the order in which files are read.

Doubt is kept by asking twice: once with every doubt against the relief (what is sure) and once with
every doubt in its favour (what is possible).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pursestrings.dates import PartialDate
from pursestrings.register.index import Register
from pursestrings.register.models.courts import Act, Case, Change, ChangeKind, Grant
from pursestrings.register.models.scope import Scope

_REDUCING = frozenset({ChangeKind.REPLACES, ChangeKind.ENDS, ChangeKind.STAYS, ChangeKind.NARROWS})
_UNDOING = frozenset({ChangeKind.LIFTS, ChangeKind.ENDS})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Relief:
    """One grant of one act: the order that may protect."""

    case: Case
    act: Act
    grant: Grant


@dataclass(frozen=True, slots=True)
class Docketed:
    """A change with the act that made it."""

    act: Act
    change: Change


class Docket:
    """Every grant by condition, and every change by the act that it acts on."""

    def __init__(self, register: Register) -> None:
        """Index the acts of all cases once."""
        self._reliefs: dict[str, list[Relief]] = defaultdict(list)
        self._changes: dict[str, list[Docketed]] = defaultdict(list)
        for case in register.cases.values():
            for act in case.acts:
                for grant in act.grants:
                    for condition in grant.conditions:
                        self._reliefs[condition].append(Relief(case, act, grant))
                for change in act.changes:
                    self._changes[change.act].append(Docketed(act, change))
        for changes in self._changes.values():
            changes.sort(key=lambda one: (one.act.date, one.act.id))

    def reliefs(self, condition: str) -> list[Relief]:
        """Every order that ever granted relief from a condition."""
        return self._reliefs.get(condition, [])

    def scopes(
        self, relief: Relief, condition: str, on: date, known: date | None, *, sure: bool
    ) -> list[Scope]:
        """What the order protects on a day, as known on another; empty where it does not stand.

        `sure` resolves every doubt against the relief, its absence every doubt in favour of it.
        """
        if not _stands(relief, on, known, sure=sure):
            return []
        scopes = [relief.grant.protects]
        spared: Scope | None = None
        for one in self._acting_on(relief.act.id, condition):
            favour = sure if one.change.does in _REDUCING else not sure
            if not self.active(one, on, known, favour=favour):
                continue
            if one.change.does in {ChangeKind.REPLACES, ChangeKind.ENDS}:
                return []
            if one.change.does is ChangeKind.STAYS:
                if one.change.leaves is None:
                    return []
                spared = one.change.leaves
            elif one.change.to is not None:
                narrowed = one.change.does is ChangeKind.NARROWS
                scopes = [one.change.to] if narrowed else [*scopes, one.change.to]
        return scopes if spared is None else [spared]

    def active(self, one: Docketed, on: date, known: date | None, *, favour: bool) -> bool:
        """Whether a change has effect on a day; `favour` resolves every doubt for it."""
        if not _began(one, on, known, favour=favour):
            return False
        if one.change.does is ChangeKind.REPLACES:
            return True
        undone = (
            self.active(later, on, known, favour=not favour)
            for later in self._changes.get(one.act.id, ())
            if later.change.does in _UNDOING
        )
        return not any(undone)

    def ended(self, act: Act, condition: str, on: date, known: date | None) -> bool:
        """Whether an act has lost its effect on a condition: reversed, vacated or replaced."""
        return any(
            self.active(one, on, known, favour=True)
            for one in self._acting_on(act.id, condition)
            if one.change.does in {ChangeKind.ENDS, ChangeKind.REPLACES}
        )

    def stays(self, relief: Relief, condition: str, on: date, known: date | None) -> list[Act]:
        """The acts by which the order is stayed on a day."""
        return [
            one.act
            for one in self._acting_on(relief.act.id, condition)
            if one.change.does is ChangeKind.STAYS and self.active(one, on, known, favour=True)
        ]

    def changes_of(self, act_id: str) -> list[Docketed]:
        """Every change that later acts made to an act, in date order."""
        return self._changes.get(act_id, [])

    def _acting_on(self, act_id: str, condition: str) -> Iterator[Docketed]:
        for one in self._changes.get(act_id, ()):
            if not one.change.conditions or condition in one.change.conditions:
                yield one


def known_by(day: PartialDate, known: date | None) -> bool:
    """Whether something of that day was known on `known`; without a second clock everything is."""
    return known is None or day.latest <= known


def _stands(relief: Relief, on: date, known: date | None, *, sure: bool) -> bool:
    act, grant = relief.act, relief.grant
    if not known_by(act.date, known):
        return False
    if on < (act.date.latest if sure else act.date.earliest):
        return False
    if grant.expires is not None and on >= (grant.expires.earliest if sure else grant.expires.latest):
        return False
    if not sure:
        return True
    if grant.doubtful is not None or not act.sure:
        return False
    shown = grant.certain_until
    return shown is None or on <= shown.latest or (known is not None and known <= shown.latest)


def _began(one: Docketed, on: date, known: date | None, *, favour: bool) -> bool:
    change = one.change
    day = change.takes_effect or one.act.date
    if not (known_by(one.act.date, known) and known_by(day, known)):
        return False
    if change.outlived_until is not None:
        return favour and on >= change.outlived_until.latest + _DAY
    if favour:
        return on >= day.earliest
    if change.doubtful_until is not None:
        return on >= change.doubtful_until.latest
    return change.doubtful is None and one.act.sure and on >= day.latest
