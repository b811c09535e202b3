"""When an order or a condition was last seen alive, and whether the record runs to the day asked.

A record that stops is not proof that a thing went on. Sixty days are allowed for news to arrive; past
that, an answer that rests on an order or condition with no known end is stale. Where the register
holds the end of the condition, nothing is left to go stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pursestrings.dates import PartialDate
from pursestrings.register.models.courts import Act, Case
from pursestrings.register.models.law import Condition
from pursestrings.standing.orders.effects import OVER, Docket, Relief
from pursestrings.standing.question import Question

GRACE = timedelta(days=60)


def is_stale(question: Question, force: str, protecting: list[Relief], docket: Docket) -> bool:
    """Whether the answer is sure on the facts held, but the facts do not run to the day."""
    if force not in {"barred", "not_enforced", "in_force"} or question.condition.ends is not None:
        return False
    day = question.on if question.known is None else min(question.on, question.known)
    if force == "barred":
        seen = max(
            (order_seen(relief.case, relief.act, question.known) for relief in protecting), default=None
        )
    else:
        seen = condition_seen(question.condition, docket, question.known)
        searched = question.condition.searched_through
        if searched is not None and day <= searched.latest:
            return False
    return seen is None or day - seen > GRACE


def order_seen(case: Case, act: Act, known: date | None) -> date:
    """The last day on which the record shows an order alive."""
    if act.last_seen_alive is not None and _within(act.last_seen_alive, known):
        return act.last_seen_alive.earliest
    return max(_days(_case_dates(case, known), known), default=act.date.earliest)


def order_shown_until(relief: Relief, condition: str, docket: Docket, known: date | None) -> date:
    """The last day on which the record shows an order alive on a condition: never past its own end.

    A case's record goes on after an order in it is reversed or replaced; that shows nothing of the order.
    """
    seen = order_seen(relief.case, relief.act, known)
    ends = [
        one.day
        for one in docket.acting_on(relief.act.id, condition)
        if one.change.does in OVER and docket.active(one, date.max, known, favour=True, condition=condition)
    ]
    if relief.grant.expires is not None:
        ends.append(relief.grant.expires)
    return min([seen, *(day.earliest for day in ends)])


def condition_seen(condition: Condition, docket: Docket, known: date | None) -> date | None:
    """The last day on which the record shows a condition alive."""
    key = (condition.id, known)
    if key not in docket.conditions_seen:
        docket.conditions_seen[key] = _condition_seen(condition, docket.challenges(condition.id), known)
    return docket.conditions_seen[key]


def _condition_seen(condition: Condition, cases: list[Case], known: date | None) -> date | None:
    if condition.last_seen_alive is not None and _within(condition.last_seen_alive, known):
        return condition.last_seen_alive.earliest
    days = [condition.announced, *condition.source_dates]
    for case in cases:
        days += _case_dates(case, known)
    return max(_days(days, known), default=None)


def _case_dates(case: Case, known: date | None) -> Iterator[PartialDate]:
    """The dates of the acts known by then: an act yet to come shows nothing alive, whatever its sources."""
    for act in case.acts:
        if _within(act.date, known):
            yield act.date
            yield from act.source_dates
            if act.last_seen_alive is not None:
                yield act.last_seen_alive


def _within(day: PartialDate, known: date | None) -> bool:
    return known is None or day.latest <= known


def _days(dates: Iterable[PartialDate], known: date | None) -> list[date]:
    """A day given to the month counts as its first day, once the month is over; a bare year not at all."""
    return [day.earliest for day in dates if day.month is not None and _within(day, known)]
