"""Whether a condition is blocked for a place on a day, and how sure that is.

Force is computed from sure relief alone. Then every doubt is resolved the other way, one kind at a time
and together: where any of these answers differs, the answer is uncertain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product

from pursestrings.dates import PartialDate
from pursestrings.register.index import Register
from pursestrings.register.models.agency import Notice, NoticeKind
from pursestrings.register.models.law import Condition
from pursestrings.standing.orders.alive import is_stale
from pursestrings.standing.orders.effects import Docket, Relief, known_by
from pursestrings.standing.orders.scope import Reached, reach
from pursestrings.standing.question import Question


class Force(StrEnum):
    """Is it blocked that day? `in_force` says only: by nothing the register holds."""

    NOT_YET = "not_yet"
    WITHDRAWN = "withdrawn"
    BARRED = "barred"
    NOT_ENFORCED = "not_enforced"
    IN_FORCE = "in_force"

    @property
    def live(self) -> bool:
        """Whether the condition stands at all, blocked or not: announced, and not withdrawn."""
        return self not in {Force.NOT_YET, Force.WITHDRAWN}


class Certainty(StrEnum):
    """How sure the force is, on the facts held."""

    FIRM = "firm"
    UNCERTAIN = "uncertain"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Protection:
    """An order that reaches the place: surely, or perhaps, and why."""

    relief: Relief
    reached: Reached
    why: str


@dataclass(frozen=True, slots=True)
class Promise:
    """An agency's notice that covers the place: surely, or perhaps, and why."""

    notice: Notice
    reached: Reached
    why: str


@dataclass(frozen=True, slots=True)
class ForceAnswer:
    """Force, certainty, and everything that bears on them."""

    force: Force
    certainty: Certainty
    protections: tuple[Protection, ...]
    promises: tuple[Promise, ...]
    doubts: tuple[str, ...]

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of the orders that surely bar, or of the notices that surely hold it off; else none."""
        if self.force is Force.BARRED:
            return tuple(one.relief.act.id for one in self.protections if one.reached is Reached.SURELY)
        if self.force is Force.NOT_ENFORCED:
            return tuple(one.notice.id for one in self.promises if one.reached is Reached.SURELY)
        return ()


def force_of(question: Question, register: Register, docket: Docket) -> ForceAnswer:
    """The force of the condition for the place on the day."""
    return force_under(question, protections_of(question, register, docket), register, docket)


def force_under(
    question: Question, protections: tuple[Protection, ...], register: Register, docket: Docket
) -> ForceAnswer:
    """The force, given the orders that protect the place that day."""
    promises = _promises(question, register, docket)
    force = _force(question, protections, promises, sure_orders=True, sure_notices=True, early=False)
    others = {
        _force(question, protections, promises, sure_orders=orders, sure_notices=notices, early=early)
        for orders, notices, early in product((True, False), repeat=3)
    }
    doubts = tuple(_doubts(question, protections, promises)) if others != {force} else ()
    if not question.condition.sure:
        doubts = (*doubts, f"that {question.condition.name} was set at all is remembered, not confirmed")
    if doubts:
        certainty = Certainty.UNCERTAIN
    elif is_stale(
        question, force.value, [one.relief for one in protections if one.reached is Reached.SURELY], docket
    ):
        certainty = Certainty.STALE
    else:
        certainty = Certainty.FIRM
    return ForceAnswer(force, certainty, protections, promises, doubts)


def force_without(one: Protection, answer: ForceAnswer) -> Force:
    """What the force would be if an order were gone: what springs back, or what still blocks."""
    if any(other.reached is Reached.SURELY for other in answer.protections if other is not one):
        return Force.BARRED
    if any(promise.reached is Reached.SURELY for promise in answer.promises):
        return Force.NOT_ENFORCED
    return Force.IN_FORCE


def _force(
    question: Question,
    protections: tuple[Protection, ...],
    promises: tuple[Promise, ...],
    *,
    sure_orders: bool,
    sure_notices: bool,
    early: bool,
) -> Force:
    """The first value that applies; `early` takes the earliest day that an inexact date can mean."""
    condition, on, known = question.condition, question.on, question.known
    begun = condition.announced if early else _surely_begun(condition)
    if on < (begun.earliest if early else begun.latest) or not known_by(begun, known, perhaps=early):
        return Force.NOT_YET
    ends = condition.ends
    if (
        ends is not None
        and known_by(ends.on, known, perhaps=early)
        and on >= (ends.on.earliest if early else ends.on.latest)
    ):
        return Force.WITHDRAWN
    if any(one.reached >= (Reached.SURELY if sure_orders else Reached.POSSIBLY) for one in protections):
        return Force.BARRED
    if any(one.reached >= (Reached.SURELY if sure_notices else Reached.POSSIBLY) for one in promises):
        return Force.NOT_ENFORCED
    return Force.IN_FORCE


def _surely_begun(condition: Condition) -> PartialDate:
    """The day by which it was surely set: an award that carries it shows that it had been announced."""
    dates = [condition.announced, condition.attached]
    return min((one for one in dates if one is not None), key=lambda one: one.latest)


def protections_of(question: Question, register: Register, docket: Docket) -> tuple[Protection, ...]:
    """Each order on the condition that surely or possibly protects the place that day."""
    found = []
    for relief in docket.near(question.condition.id, question.place).values():
        protection = protection_of(relief, question, register, docket)
        if protection is not None:
            found.append(protection)
    return tuple(found)


def protection_of(
    relief: Relief, question: Question, register: Register, docket: Docket
) -> Protection | None:
    """How the order protects the place that day; None where it surely does not."""
    condition, on, known = question.condition.id, question.on, question.known
    for sure in (True, False):
        scopes = docket.scopes(relief, condition, on, known, sure=sure)
        answers = [reach(scope, question.place, on, register) for scope in scopes]
        best = max(answers, key=lambda one: one.reached, default=None)
        if best is None or best.reached is Reached.NO:
            continue
        if sure and best.reached is Reached.SURELY:
            return Protection(relief, Reached.SURELY, best.why)
        if not sure:
            return Protection(
                relief, Reached.POSSIBLY, _doubt(relief, best.why, best.reached, docket, question)
            )
    return None


def _doubt(relief: Relief, why: str, reached: Reached, docket: Docket, question: Question) -> str:
    if reached is Reached.POSSIBLY:
        return why
    if relief.grant.doubtful is not None:
        return relief.grant.doubtful
    told = _told(relief.act.id, question, docket)
    return next(told, "whether the order still stood that day is not established")


def _told(act_id: str, question: Question, docket: Docket) -> Iterator[str]:
    """The doubts that the record names about later acts: on the order, then on what acted on it."""
    acting = [
        one
        for one in docket.acting_on(act_id, question.condition.id)
        if known_by(one.act.date, question.known, perhaps=True)
    ]
    yield from (one.change.doubtful for one in acting if one.change.doubtful)
    for one in acting:
        yield from _told(one.act.id, question, docket)


def _promises(question: Question, register: Register, docket: Docket) -> tuple[Promise, ...]:
    found = []
    for notice in docket.notices(question.condition.id):
        if notice.kind is NoticeKind.NON_ENFORCEMENT:
            promise = _less_rescinded(_promise(notice, question, register), question, register, docket)
            if promise is not None:
                found.append(promise)
    return tuple(found)


def _less_rescinded(
    promise: Promise | None, question: Question, register: Register, docket: Docket
) -> Promise | None:
    """What later notices leave of a promise: a rescission in doubt leaves it in doubt."""
    if promise is None:
        return None
    for taking in rescissions(promise.notice, question, register, docket):
        if taking.reached is Reached.SURELY:
            return None
        why = f"whether {taking.notice.id} took it back is not sure: {taking.why}"
        promise = Promise(promise.notice, Reached.POSSIBLY, why)
    return promise


def rescissions(notice: Notice, question: Question, register: Register, docket: Docket) -> Iterator[Promise]:
    """The later notices that take back a notice for the place that day, surely or perhaps."""
    for later in docket.notices(question.condition.id):
        if notice.id in later.rescinds and later.turn > notice.turn:
            taking = _less_rescinded(_promise(later, question, register), question, register, docket)
            if taking is not None:
                yield taking


def _promise(notice: Notice, question: Question, register: Register) -> Promise | None:
    answer = reach(notice.covers, question.place, question.on, register)
    posted = _posted(notice, question.on, question.known)
    lasting = _lasting(notice, question.on, question.known)
    doubtful = notice.doubtful or not notice.sure or question.condition.id in notice.doubtful_conditions
    reached = min(answer.reached, posted, lasting, Reached.POSSIBLY if doubtful else Reached.SURELY)
    if reached is Reached.NO:
        return None
    why = answer.why
    if posted is Reached.POSSIBLY:
        why = "the notice bears no exact date, and may have been posted before or after that day"
    elif lasting is Reached.POSSIBLY:
        why = f"the notice ended in {notice.until}, on a day that is not on record"
    elif doubtful:
        why = notice.doubtful or "the notice's terms for this condition were not confirmed"
    return Promise(notice, reached, why)


def _posted(notice: Notice, on: date, known: date | None) -> Reached:
    """Whether the notice was up on a day; between its earliest and latest possible day, perhaps."""
    earliest = notice.posted or notice.posted_not_before
    latest = notice.posted or notice.posted_not_after
    day = on if known is None else min(on, known)
    if latest is not None and day >= latest.latest:
        return Reached.SURELY
    if earliest is None or day >= earliest.earliest:
        return Reached.POSSIBLY
    return Reached.NO


def _lasting(notice: Notice, on: date, known: date | None) -> Reached:
    """Whether the notice had not ended by a day; between the earliest and latest day of its end, perhaps."""
    until = notice.until
    if until is None or on < until.earliest or not known_by(until, known, perhaps=True):
        return Reached.SURELY
    return Reached.NO if on >= until.latest and known_by(until, known) else Reached.POSSIBLY


def _doubts(
    question: Question, protections: tuple[Protection, ...], promises: tuple[Promise, ...]
) -> list[str]:
    doubts = [
        f"{one.relief.case.caption}, {one.relief.act.date}: {one.why}"
        for one in protections
        if one.reached is Reached.POSSIBLY
    ]
    doubts += [f"{one.notice.id}: {one.why}" for one in promises if one.reached is Reached.POSSIBLY]
    condition = question.condition
    day = question.on if question.known is None else min(question.on, question.known)
    if not condition.announced.exact and day < _surely_begun(condition).latest:
        doubts.append(f"it was announced in {condition.announced}, on a day that is not on record")
    if (
        condition.ends is not None
        and not condition.ends.on.exact
        and question.on >= condition.ends.on.earliest
    ):
        doubts.append(f"it ended in {condition.ends.on}, on a day that is not on record")
    return doubts
