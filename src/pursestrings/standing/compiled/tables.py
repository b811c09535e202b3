"""The register compiled: what each condition is for each class of places, as steps over the calendar.

Most of the country's governments are alike to any one fact. Places that no order, policy or award can
tell apart form a class; each part of the answer is worked out once for a class, on the days on which it
can change (`turns.py`), by the same functions that answer a single question. One answer is then a look-up,
and the whole country a few thousand steps.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any, NamedTuple, TypeVar, cast

from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.law import Condition
from pursestrings.standing.compiled.classes import Classes, PlaceClass
from pursestrings.standing.compiled.steps import Steps, steps_of
from pursestrings.standing.compiled.turns import (
    Turn,
    condition_turns,
    fit_turns,
    order_turns,
    precedent_turns,
    reach_turns,
)
from pursestrings.standing.local.duties import Fit
from pursestrings.standing.local.fit import MayComply, fit_of, may_comply
from pursestrings.standing.money.reach import Reaches, reach_of
from pursestrings.standing.orders.effects import Docket, Relief
from pursestrings.standing.orders.force import (
    Certainty,
    Force,
    Protection,
    force_under,
    protection_of,
)
from pursestrings.standing.orders.precedent import Precedent, precedent_alone
from pursestrings.standing.question import Question
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
    fit_wider_reading: Fit
    may_comply: MayComply
    blocked_by: tuple[str, ...]


class Tables:
    """Answers as steps, compiled when first asked for; `known` is the second clock, one for all answers."""

    def __init__(self, register: Register, docket: Docket, known: date | None = None) -> None:
        """Nothing is compiled yet."""
        self.register, self.docket, self.known = register, docket, known
        self.classes = Classes(register, docket)
        self._standings: dict[PlaceClass, dict[str, Steps[Cell]]] = {}
        self._of_place: dict[str, dict[str, Steps[Cell]]] = {}
        self._kept: dict[Hashable, Steps[Any]] = {}

    def standing(self, condition: Condition, place: Place) -> Steps[Cell]:
        """The whole answer, on every day."""
        of_place = self._of_place.get(place.ocd)
        if of_place is None:
            of_place = self._standings.setdefault(self.classes.of(place), {})
            self._of_place[place.ocd] = of_place
        found = of_place.get(condition.id)
        if found is None:
            found = of_place[condition.id] = self._joined(condition, place)
        return found

    def force(self, condition: Condition, place: Place) -> Steps[ForceCell]:
        """Force and certainty; one table for all places that the condition's orders and notices treat alike."""
        key = ("force", condition.id, self.classes.profile(condition, place))
        return self._compiled(key, lambda: self._forced(condition, place))

    def _forced(self, condition: Condition, place: Place) -> Steps[ForceCell]:
        """Each order by itself first, so that a day costs no more than the orders that stand on it."""
        register, docket, known = self.register, self.docket, self.known
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
            return ForceCell(answer.force, answer.certainty, answer.rests_on)

        return steps_of(days, cell)

    def _protecting(
        self, relief: Relief, condition: Condition, place: Place
    ) -> Callable[[date], Protection | None]:
        def protection(day: date) -> Protection | None:
            question = Question(place, condition, day, self.known)
            return protection_of(relief, question, self.register, self.docket)

        return protection

    def precedent(self, condition: Condition, place: Place) -> Steps[Precedent]:
        """What the courts that bind the place have held."""

        def cell(day: date) -> Precedent:
            question = Question(place, condition, day, self.known)
            return precedent_alone(question, self.docket)

        key = ("precedent", condition.id, place.circuit)
        return self._compiled(key, lambda: _stepped(cell, precedent_turns(condition, self.docket)))

    def fit(self, condition: Condition, place: Place) -> Steps[FitCell]:
        """Fit and may_comply; one table for all conditions that demand the same."""

        def cell(day: date) -> FitCell:
            question = Question(place, condition, day, self.known)
            answer = fit_of(question, self.register)
            comply = may_comply(question, self.register)[0]
            return FitCell(answer.fit, answer.wider, answer.doubtful, comply)

        demands = frozenset(one.duty for one in condition.requirements if one.judged)
        wider = tuple(reading.feature for reading in condition.wider_readings)
        key = ("fit", demands, wider, self.classes.of(place).fit)
        return self._compiled(key, lambda: _stepped(cell, fit_turns(place, self.register)))

    def reach(self, condition: Condition, place: Place) -> Steps[Reaches]:
        """Whether the string is tied to the place's money."""

        def cell(day: date) -> Reaches:
            return reach_of(Question(place, condition, day, self.known), self.register).reach

        key = ("reach", condition.id, self.classes.of(place).reach)
        return self._compiled(key, lambda: _stepped(cell, reach_turns(condition, place, self.register)))

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


def _stepped(cell: Callable[[date], T], turns: Iterable[Turn]) -> Steps[T]:
    return steps_of({turn.day for turn in turns}, cell)
