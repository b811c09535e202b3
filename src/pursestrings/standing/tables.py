"""The register compiled: what each condition is for each class of places, as steps over the calendar.

Most of the country's governments are alike to any one fact. Places that no order, policy or award can
tell apart form a class; each part of the answer is worked out once for a class, on the days on which it
can change (`turns.py`), by the same functions that answer a single question. One answer is then a look-up,
and the whole country a few thousand steps.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, NamedTuple, TypeVar, cast

from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.law import Condition
from pursestrings.register.models.scope import Answer3, Scope
from pursestrings.standing.answers import state_of
from pursestrings.standing.duties import Fit
from pursestrings.standing.effects import Docket, Relief
from pursestrings.standing.fit import MayComply, fit_of, may_comply
from pursestrings.standing.force import (
    Certainty,
    Force,
    ForceAnswer,
    Protection,
    force_under,
    protection_of,
)
from pursestrings.standing.precedent import Precedent, precedent_alone
from pursestrings.standing.question import Question
from pursestrings.standing.reach import Reaches, reach_of
from pursestrings.standing.scope import Reached, reach
from pursestrings.standing.steps import Steps, steps_of
from pursestrings.standing.turns import (
    Turn,
    condition_turns,
    fit_turns,
    force_turns,
    order_turns,
    precedent_turns,
    reach_turns,
    relief_turns,
)
from pursestrings.standing.verdict import Verdict, verdict_of

T = TypeVar("T")


class ForceCell(NamedTuple):
    """Force, how sure it is, and the ids of the orders or notices that it rests on."""

    force: Force
    certainty: Certainty
    by: tuple[str, ...]


class FitCell(NamedTuple):
    """Fit by the words and by the wider reading, whether it rests on remembered custody, and may_comply."""

    fit: Fit
    wider: Fit
    doubtful: bool
    may_comply: MayComply


class Cell(NamedTuple):
    """One answer without its reasons."""

    verdict: Verdict
    reach: Reaches
    force: Force
    certainty: Certainty
    precedent: Precedent
    fit: Fit
    fit_wider: Fit
    may_comply: MayComply
    blocked_by: tuple[str, ...]


_BLOCKED = frozenset({"force", "certainty", "blocked_by"})
_DONE = frozenset({"fit", "fit_wider", "may_comply"})


@dataclass(frozen=True, slots=True)
class PlaceClass:
    """What tells places apart: for force, for fit, for reach, and by circuit."""

    force: Hashable
    fit: Hashable
    reach: Hashable
    circuit: str | None


class Tables:
    """Answers as steps, compiled when first asked for; `known` is the second clock, one for all answers."""

    def __init__(self, register: Register, docket: Docket, known: date | None = None) -> None:
        """Nothing is compiled yet."""
        self._register, self._docket, self._known = register, docket, known
        self._named = _named_in_scopes(register)
        self._covering = _covering_others(register)
        self._parts = {part for rule in register.rules.values() for part in rule.within}
        self._listed = {name for one in register.conditions.values() for name in one.only_places}
        self._classes: dict[str, PlaceClass] = {}
        self._standings: dict[PlaceClass, dict[str, Steps[Cell]]] = {}
        self._of_place: dict[str, dict[str, Steps[Cell]]] = {}
        self._kept: dict[Hashable, Steps[Any]] = {}
        self._profiles: dict[Hashable, Hashable] = {}

    def standing(self, condition: Condition, place: Place) -> Steps[Cell]:
        """The whole answer, on every day."""
        of_place = self._of_place.get(place.ocd)
        if of_place is None:
            of_place = self._standings.setdefault(self.class_of(place), {})
            self._of_place[place.ocd] = of_place
        found = of_place.get(condition.id)
        if found is None:
            found = of_place[condition.id] = self._joined(condition, place)
        return found

    def class_of(self, place: Place) -> PlaceClass:
        """The class of a place: places of one class have the same answers to every condition."""
        found = self._classes.get(place.ocd)
        if found is None:
            found = self._classes[place.ocd] = self._classed(place)
        return found

    def force(self, condition: Condition, place: Place) -> Steps[ForceCell]:
        """Force and certainty; one table for all places that the condition's orders and notices treat alike."""
        key = ("force", condition.id, self._profile(condition, place))
        return self._compiled(key, lambda: self._forced(condition, place))

    def _forced(self, condition: Condition, place: Place) -> Steps[ForceCell]:
        """Each order by itself first, so that a day costs no more than the orders that stand on it."""
        register, docket, known = self._register, self._docket, self._known
        days = {turn.day for turn in condition_turns(condition, register, docket, known)}
        orders: list[Steps[Protection | None]] = []
        for relief in docket.near(condition.id, place).values():
            turns = list(order_turns(relief, register, docket, known))
            steps = steps_of({turn.day for turn in turns}, self._protecting(relief, condition, place))
            days.update(steps.starts, (turn.day for turn in turns if turn.stale))
            orders.append(steps)

        def cell(day: date) -> ForceCell:
            standing = tuple(found for order in orders if (found := order.at(day)) is not None)
            question = Question(place, condition, day, known)
            answer = force_under(question, standing, register, docket)
            return ForceCell(answer.force, answer.certainty, _rests_on(answer))

        return steps_of(days, cell)

    def _protecting(
        self, relief: Relief, condition: Condition, place: Place
    ) -> Callable[[date], Protection | None]:
        def protection(day: date) -> Protection | None:
            question = Question(place, condition, day, self._known)
            return protection_of(relief, question, self._register, self._docket)

        return protection

    def precedent(self, condition: Condition, place: Place) -> Steps[Precedent]:
        """What the courts that bind the place have held."""

        def cell(day: date) -> Precedent:
            question = Question(place, condition, day, self._known)
            return precedent_alone(question, self._docket)

        key = ("precedent", condition.id, place.circuit)
        return self._compiled(key, lambda: _stepped(cell, precedent_turns(condition, self._docket)))

    def fit(self, condition: Condition, place: Place) -> Steps[FitCell]:
        """Fit and may_comply; one table for all conditions that demand the same."""

        def cell(day: date) -> FitCell:
            question = Question(place, condition, day, self._known)
            answer = fit_of(question, self._register)
            comply = may_comply(question, self._register)[0]
            return FitCell(answer.fit, answer.wider, answer.doubtful, comply)

        demands = frozenset(one.duty for one in condition.requirements if one.judged)
        wider = tuple(reading.feature for reading in condition.wider_readings)
        key = ("fit", demands, wider, self.class_of(place).fit)
        return self._compiled(key, lambda: _stepped(cell, fit_turns(place, self._register)))

    def reach(self, condition: Condition, place: Place) -> Steps[Reaches]:
        """Whether the string is tied to the place's money."""

        def cell(day: date) -> Reaches:
            return reach_of(Question(place, condition, day, self._known), self._register).reach

        key = ("reach", condition.id, self.class_of(place).reach)
        return self._compiled(key, lambda: _stepped(cell, reach_turns(condition, place, self._register)))

    def causes(
        self, condition: Condition, place: Place, day: date, changed: Collection[str]
    ) -> tuple[str, ...]:
        """The ids of the facts that change these fields of a place's answer on a day.

        A record that runs out is no fact: where only staleness changes the answer, there is none.
        """
        turns: list[Iterable[Turn]] = []
        if _BLOCKED & set(changed):
            far = self._out_of_reach(condition, place)
            turns.append(turn for turn in self.turns_of_force(condition) if turn.fact not in far)
        if "precedent" in changed:
            turns.append(precedent_turns(condition, self._docket))
        if _DONE & set(changed):
            turns.append(fit_turns(place, self._register))
        if "reach" in changed:
            turns.append(reach_turns(condition, place, self._register))
        here = {turn.fact for turn in chain(*turns) if turn.day == day and not turn.stale}
        return tuple(sorted(here))

    def can_change(self, condition: Condition, place: Place, since: date, until: date) -> bool:
        """Whether any fact about the condition or the place begins or ends after `since`, up to `until`."""
        return any(since < turn.day <= until for turn in self._turns(condition, place))

    def _turns(self, condition: Condition, place: Place) -> Iterable[Turn]:
        return chain(
            self.turns_of_force(condition),
            precedent_turns(condition, self._docket),
            fit_turns(place, self._register),
            reach_turns(condition, place, self._register),
        )

    def turns_of_force(self, condition: Condition) -> Iterable[Turn]:
        """The days on which the force of a condition can change for some place."""
        return force_turns(condition, self._register, self._docket, self._known)

    def _out_of_reach(self, condition: Condition, place: Place) -> set[str]:
        """The ids of acts and notices on the condition that never reached the place."""
        near: set[str] = set()
        far: set[str] = set()
        for relief in self._docket.reliefs(condition.id):
            reached = self._ever_reached(self._docket.every_scope(relief), place)
            (near if reached else far).update(
                turn.fact for turn in relief_turns(relief, self._docket, self._known)
            )
        for notice in self._docket.notices(condition.id):
            (near if self._ever_reached([notice.covers], place) else far).add(notice.id)
        ends = condition.ends
        return far - near - ({ends.by} if ends is not None else set())

    def _ever_reached(self, scopes: list[Scope], place: Place) -> bool:
        return any(self._reached(scopes, place))

    def _compiled(self, key: Hashable, make: Callable[[], Steps[T]]) -> Steps[T]:
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = make()
        return cast("Steps[T]", found)

    def _joined(self, condition: Condition, place: Place) -> Steps[Cell]:
        force, precedent = self.force(condition, place), self.precedent(condition, place)
        fit, reaches = self.fit(condition, place), self.reach(condition, place)

        def cell(day: date) -> Cell:
            blocked, held, does, tied = force.at(day), precedent.at(day), fit.at(day), reaches.at(day)
            verdict = verdict_of(tied, blocked.force, blocked.certainty, held, does)
            return Cell(
                verdict,
                tied,
                blocked.force,
                blocked.certainty,
                held,
                does.fit,
                does.wider,
                does.may_comply,
                blocked.by,
            )

        return steps_of((*force.starts, *precedent.starts, *fit.starts, *reaches.starts), cell)

    def _classed(self, place: Place) -> PlaceClass:
        register = self._register
        own = place.ocd
        around = {own, *place.parents}
        force: Hashable = own if own in self._named else (place.level, frozenset(around & self._covering))
        recorded = own in register.policies or own in register.custody
        state = state_of(place)
        fit: Hashable = own if recorded else (state, own == state, frozenset(around & self._parts))
        apart = own in register.awards or own in register.custody or own in self._listed
        return PlaceClass(force, fit, own if apart else (place.level, place.legal), place.circuit)

    def _profile(self, condition: Condition, place: Place) -> Hashable:
        """How far each order and notice on the condition reaches the place; orders that never do are left out."""
        key = (condition.id, self.class_of(place).force)
        if key not in self._profiles:
            orders = self._docket.near(condition.id, place)
            self._profiles[key] = (
                *(
                    (position, self._reached(self._docket.every_scope(relief), place))
                    for position, relief in orders.items()
                ),
                *(self._reached([one.covers], place) for one in self._docket.notices(condition.id)),
            )
        return self._profiles[key]

    def _reached(self, scopes: list[Scope], place: Place) -> tuple[Reached, ...]:
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


def _stepped(cell: Callable[[date], T], turns: Iterable[Turn]) -> Steps[T]:
    return steps_of({turn.day for turn in turns}, cell)


def _rests_on(answer: ForceAnswer) -> tuple[str, ...]:
    """The ids of the orders that surely bar, or of the notices that surely hold it off."""
    if answer.force is Force.BARRED:
        return tuple(one.relief.act.id for one in answer.protections if one.reached is Reached.SURELY)
    if answer.force is Force.NOT_ENFORCED:
        return tuple(one.notice.id for one in answer.promises if one.reached is Reached.SURELY)
    return ()


def _scopes_in(register: Register) -> Iterator[Scope]:
    for _, act in register.acts.values():
        yield from (grant.protects for grant in act.grants)
        for change in act.changes:
            yield from (scope for scope in (change.to, change.leaves) if scope is not None)
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
