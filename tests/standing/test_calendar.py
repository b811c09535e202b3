"""Holidays, business days and court days, against days reasoned by hand from the statute and the rule."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.standing.money.calendar import (
    business_days_after,
    court_days_after,
    holidays,
    is_business_day,
)


def day(text: str) -> date:
    return date.fromisoformat(text)


HOLIDAYS = [
    # as the Office of Personnel Management published them for these years
    ("2017", "01-02 01-16 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25"),
    ("2021", "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31"),
    ("2022", "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26"),
    ("2026", "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"),
]


@pytest.mark.parametrize(("year", "days"), HOLIDAYS)
def test_the_holidays_of_a_year_are_those_of_the_statute_on_the_days_they_are_kept(
    year: str, days: str
) -> None:
    assert sorted(holidays(int(year))) == [day(f"{year}-{one}") for one in days.split()]


def test_juneteenth_counts_since_2021_alone() -> None:
    assert is_business_day(day("2020-06-19"))
    assert not is_business_day(day("2021-06-18"))


COURT_DAYS = [
    # event, days, last day
    ("2017-08-03", 14, "2017-08-17"),  # a Thursday: nothing to move
    ("2017-08-03", 30, "2017-09-05"),  # ends Saturday, Monday is Labor Day, so Tuesday
    ("2017-12-11", 14, "2017-12-26"),  # ends on Christmas Day, a Monday
    ("2018-12-11", 21, "2019-01-02"),  # ends on New Year's Day
    ("2021-12-10", 14, "2021-12-27"),  # ends on the Friday on which Christmas is kept, then a weekend
    ("2017-11-16", 7, "2017-11-24"),  # ends on Thanksgiving; the Friday after is no federal holiday
    ("2019-07-01", 3, "2019-07-05"),  # days in between count, holidays among them; the last is the fourth
]


@pytest.mark.parametrize(("event", "count", "last"), COURT_DAYS)
def test_court_days_leave_out_the_day_of_the_event_and_run_on_to_a_business_day(
    event: str, count: int, last: str
) -> None:
    assert court_days_after(day(event), count) == day(last)


BUSINESS_DAYS = [
    ("2017-08-03", 10, "2017-08-17"),  # two weekends
    ("2017-08-31", 3, "2017-09-06"),  # Friday, over Labor Day, Tuesday, Wednesday
    ("2017-12-22", 5, "2018-01-02"),  # over Christmas and New Year's Day, both Mondays
    ("2021-06-17", 1, "2021-06-21"),  # Juneteenth kept on the Friday
    ("2017-09-02", 1, "2017-09-05"),  # an event on a Saturday
]


@pytest.mark.parametrize(("event", "count", "last"), BUSINESS_DAYS)
def test_business_days_skip_weekends_and_holidays(event: str, count: int, last: str) -> None:
    assert business_days_after(day(event), count) == day(last)


DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))


@given(DAYS, st.integers(1, 120))
def test_a_counted_day_is_a_business_day_and_never_before_the_plain_count(event: date, count: int) -> None:
    court, business = court_days_after(event, count), business_days_after(event, count)
    assert is_business_day(court)
    assert is_business_day(business)
    assert 0 <= (court - event).days - count <= 4
    between = (event + timedelta(days=after) for after in range(1, (business - event).days + 1))
    assert sum(is_business_day(one) for one in between) == count
    assert court <= business_days_after(event, count)
