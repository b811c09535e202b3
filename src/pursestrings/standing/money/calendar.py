"""Federal holidays, business days and court days.

The holidays are the eleven of 5 U.S.C. 6103(a), each from its first year: ten of them older than this
register, Juneteenth since 2021. One that falls on a Saturday is kept on the Friday before (6103(b)), on a
Sunday on the Monday after (Executive Order 11582). They are computed here, for a statute of eleven lines
is less to trust than a package of a hundred countries that changes every month.

Left out are days the President gives federal staff off, Inauguration Day, which is one of the capital's,
and the holidays of a state, which Federal Rule 6(a)(6)(C) counts for periods after an event. A holiday
left out can only make a deadline too early, never too late.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

_DAY: Final = timedelta(days=1)
_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6
_FIXED: Final = ((1, 1, 0), (6, 19, 2021), (7, 4, 0), (11, 11, 0), (12, 25, 0))
"""Month, day and first year."""
_MOVING: Final = (
    (1, _MONDAY, 3),
    (2, _MONDAY, 3),
    (5, _MONDAY, -1),
    (9, _MONDAY, 1),
    (10, _MONDAY, 2),
    (11, _THURSDAY, 4),
)
"""Month, weekday and which of them in the month; -1 is the last."""


@cache
def holidays(year: int) -> frozenset[date]:
    """The days of a year on which federal holidays are kept."""
    fixed = (date(year, month, day) for month, day, since in _FIXED if year >= since)
    kept = {_kept(day) for day in (*fixed, date(year + 1, 1, 1))}
    kept |= {_nth(year, month, weekday, which) for month, weekday, which in _MOVING}
    return frozenset(day for day in kept if day.year == year)


def _kept(day: date) -> date:
    if day.weekday() == _SATURDAY:
        return day - _DAY
    return day + _DAY if day.weekday() == _SUNDAY else day


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year, month + 1, 1) - _DAY
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=which - 1)


def is_business_day(day: date) -> bool:
    """Whether the day is no Saturday, no Sunday and no day on which a federal holiday is kept."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def next_business_day(day: date) -> date:
    """The day itself if it is a business day, else the first one after it."""
    while not is_business_day(day):
        day += _DAY
    return day


def business_days_after(event: date, count: int) -> date:
    """The last of `count` business days after an event; the day of the event is not counted."""
    day = event
    for _ in range(count):
        day = next_business_day(day + _DAY)
    return day


def court_days_after(event: date, count: int) -> date:
    """The end of a period of days as Federal Rule of Civil Procedure 6(a)(1) computes it.

    The day of the event is not counted, every other day is, and a period that ends on no business day
    runs to the next one. The rule is for periods: a day that a court or a letter names stays that day.
    """
    return next_business_day(event + timedelta(days=count))
