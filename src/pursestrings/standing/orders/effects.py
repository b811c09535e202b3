"""Orders are events; what they do to relief is worked out here, act by act.

Relief is what an act grants, less what later acts take from it. At any day each later act is active or
not, and the set of active acts decides: an end or a replacement leaves nothing, a stay leaves only what
it spares, a narrowing leaves its new scope. A stay that ends lets the order speak again if it still
stands; a replaced order never does. A stay of an act suspends what that act did to others too. Nothing is
stored that a later act would have to undo, so the result does not depend on the order in which files are
read.

What a stay leaves and what a narrowing says are the court's own words of whom the order still protects, and
take the place of the earlier ones; where several of them hold at once, only what all of them name is left.

Doubt is kept by asking twice: once with every doubt against the relief (what is sure) and once with
every doubt in its favour (what is possible).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pursestrings.dates import PartialDate
from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.agency import Notice
from pursestrings.register.models.courts import Act, Case, Change, ChangeKind, Grant
from pursestrings.register.models.courts import Relief as Lasting
from pursestrings.register.models.powers import UNDOES
from pursestrings.register.models.scope import Scope
from pursestrings.standing.orders.holdings import Holdings
from pursestrings.standing.orders.near import Near
from pursestrings.standing.orders.scope import Limited

OVER = frozenset({ChangeKind.REPLACES, ChangeKind.ENDS})
"""What a later act does that leaves nothing of an order."""
_DAY = timedelta(days=1)
TEMPORARY = timedelta(days=28)
"""How long a temporary restraining order without an end on record is taken as alive: fourteen days, once
extended for as long (Fed. R. Civ. P. 65(b)(2))."""


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

    @property
    def day(self) -> PartialDate:
        """The day from which it has effect, unless the record leaves doubt."""
        return self.change.takes_effect or self.act.date


class Docket:
    """Every grant, notice and challenge by condition, every change by the act that it acts on, every holding.

    `conditions_seen` is filled by `alive.py`: when each condition was last seen alive, by the second clock.
    """

    def __init__(self, register: Register) -> None:
        """Index the acts of all cases once."""
        self.holdings = Holdings(register)
        self.conditions_seen: dict[tuple[str, date | None], date | None] = {}
        self._near: dict[str, Near] = {}
        self._challenges: dict[str, list[Case]] = defaultdict(list)
        self._notices: dict[str, list[Notice]] = defaultdict(list)
        self._reliefs: dict[str, list[Relief]] = defaultdict(list)
        self._changes: dict[str, list[Docketed]] = defaultdict(list)
        for case in register.cases.values():
            for condition in dict.fromkeys(case.challenges):
                self._challenges[condition].append(case)
            for act in case.acts:
                for grant in act.grants:
                    for condition in grant.conditions:
                        self._reliefs[condition].append(Relief(case, act, grant))
                for change in act.changes:
                    self._changes[change.act].append(Docketed(act, change))
        for notice in register.notices.values():
            for condition in dict.fromkeys(notice.conditions):
                self._notices[condition].append(notice)
        for reliefs in self._reliefs.values():
            reliefs.sort(key=lambda one: (one.act.date, one.act.id))
        for changes in self._changes.values():
            changes.sort(key=lambda one: (one.act.date, one.act.id))

    def reliefs(self, condition: str) -> list[Relief]:
        """Every order that ever granted relief from a condition."""
        return self._reliefs.get(condition, [])

    def near(self, condition: str, place: Place) -> dict[int, Relief]:
        """The orders on a condition that can ever reach a place, by their position among `reliefs`."""
        reliefs = self.reliefs(condition)
        index = self._near.get(condition)
        if index is None:
            index = self._near[condition] = Near(self.every_scope(relief) for relief in reliefs)
        return {position: reliefs[position] for position in index.to(place)}

    def notices(self, condition: str) -> list[Notice]:
        """Every notice of an agency about a condition."""
        return self._notices.get(condition, [])

    def challenges(self, condition: str) -> list[Case]:
        """Every case that challenges a condition."""
        return self._challenges.get(condition, [])

    def scopes(
        self, relief: Relief, condition: str, on: date, known: date | None, *, sure: bool
    ) -> list[Scope | Limited]:
        """What the order protects on a day, as known on another; empty where it does not stand.

        `sure` resolves every doubt against the relief, its absence every doubt in favour of it.
        """
        if not _stands(relief, on, known, sure=sure):
            return []
        fold = _Fold([relief.grant.protects], sure=sure)
        for one in sorted(self.acting_on(relief.act.id, condition), key=lambda one: _turn_of(one, sure=sure)):
            certain = self.active(one, on, known, favour=False, condition=condition)
            if certain or self.active(one, on, known, favour=True, condition=condition):
                fold.add(one.change, certain=certain)
        return fold.scopes

    def active(
        self,
        one: Docketed,
        on: date,
        known: date | None,
        *,
        favour: bool,
        condition: str | None = None,
    ) -> bool:
        """Whether a change has effect on a day, for a condition; `favour` resolves every doubt for it.

        A stay of the act that made the change, but for some whom it spares, leaves the change in doubt.
        """
        if not _began(one, on, known, favour=favour):
            return False
        return not any(
            one.change.does in UNDOES.get(later.change.does, ())
            and not (favour and later.change.leaves is not None)
            and self.active(later, on, known, favour=not favour, condition=condition)
            for later in self.acting_on(one.act.id, condition)
        )

    def ended(self, act: Act, condition: str, on: date, known: date | None) -> bool:
        """Whether an order has lost its effect on a condition: reversed, vacated or replaced."""
        return any(
            self.active(one, on, known, favour=True, condition=condition)
            for one in self.acting_on(act.id, condition)
            if one.change.does in OVER
        )

    def stays(self, relief: Relief, condition: str, on: date, known: date | None) -> list[Act]:
        """The acts by which the order is stayed on a day."""
        return [
            one.act
            for one in self.acting_on(relief.act.id, condition)
            if one.change.does is ChangeKind.STAYS
            and self.active(one, on, known, favour=True, condition=condition)
        ]

    def every_scope(self, relief: Relief) -> list[Scope]:
        """All that the order was ever made to protect: first, narrowed, extended, or spared by a stay."""
        changed = (one.change for one in self.changes_of(relief.act.id))
        given = (scope for change in changed for scope in (change.to, change.leaves))
        return [relief.grant.protects, *(scope for scope in given if scope is not None)]

    def changes_of(self, act_id: str) -> list[Docketed]:
        """Every change that later acts made to an act, in date order."""
        return self._changes.get(act_id, [])

    def acting_on(self, act_id: str, condition: str | None) -> Iterator[Docketed]:
        """The changes made to an act that touch a condition; without one, every change."""
        for one in self._changes.get(act_id, ()):
            if condition is None or not one.change.conditions or condition in one.change.conditions:
                yield one


@dataclass(slots=True)
class _Fold:
    """Whom an order protects, as its changes are added: narrowings and extensions by day, then the rest.

    A change that is not certain counts against the relief where `sure`, and for it otherwise. `own` says
    that the words of the order itself may still be what counts: no later ones have taken their place.
    """

    scopes: list[Scope | Limited]
    sure: bool
    own: bool = True

    def add(self, change: Change, *, certain: bool) -> None:
        """Add one change that is in effect, certainly or perhaps."""
        if change.does is ChangeKind.EXTENDS:
            if change.to is not None and (certain or not self.sure):
                self.scopes.append(change.to)
        elif change.does is not ChangeKind.LIFTS:
            self._reduce(change, change.to or change.leaves, certain=certain)

    def _reduce(self, change: Change, left: Scope | None, *, certain: bool) -> None:
        if left is None:
            self.scopes = [] if certain or self.sure else self.scopes
        elif certain and (self.own or change.does is ChangeKind.NARROWS):
            self.scopes = [left] if self.scopes else []
        elif certain or self.sure:
            self.scopes = [Limited(scope, left) for scope in self.scopes]
        elif self.own or change.does is ChangeKind.NARROWS:
            self.scopes.append(left)
        self.own = self.own and not (certain or self.sure)


def _turn_of(one: Docketed, *, sure: bool) -> tuple[bool, date, date, bool, str]:
    """When a change is folded in: scopes that are said anew first, by day, then what suspends or ends them.

    Where a day is not exact, a narrowing comes as late as it can have come and an extension as early, if
    the relief is to be sure, and the other way round if it is to be possible.
    """
    extends = one.change.does is ChangeKind.EXTENDS
    last = one.change.doubtful_until or one.day
    day = one.day.earliest if extends is sure else last.latest
    return one.change.to is None, day, one.act.date.earliest, extends, one.act.id


def known_by(day: PartialDate, known: date | None, *, perhaps: bool = False) -> bool:
    """Whether something of that day was surely, or `perhaps`, known on `known`.

    Without a second clock everything is known.
    """
    return known is None or (day.earliest if perhaps else day.latest) <= known


def _stands(relief: Relief, on: date, known: date | None, *, sure: bool) -> bool:
    act, grant = relief.act, relief.grant
    if not known_by(act.date, known, perhaps=not sure):
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
    if shown is None:
        return (
            grant.relief is not Lasting.TEMPORARY
            or grant.expires is not None
            or on < temporary_until(act, known)
        )
    return on <= shown.latest or (known is not None and known <= shown.latest)


def temporary_until(act: Act, known: date | None = None) -> date:
    """The first day on which a temporary order without an end on record is no longer sure."""
    seen = act.last_seen_alive
    alive = seen.earliest + _DAY if seen is not None and known_by(seen, known) else date.min
    return max(act.date.earliest + TEMPORARY, alive)


def _began(one: Docketed, on: date, known: date | None, *, favour: bool) -> bool:
    change, act = one.change, one.act
    if not known_by(act.date, known, perhaps=favour):
        return False
    shown = change.outlived_until
    alive = shown.latest + _DAY if shown is not None else date.min
    if favour:
        return known_by(one.day, known, perhaps=True) and on >= max(one.day.earliest, alive)
    last = change.doubtful_until or (one.day if change.doubtful is None else None)
    if last is None or not act.sure or (shown is not None and change.takes_effect is None):
        return False
    return known_by(last, known) and on >= max(last.latest, alive)
