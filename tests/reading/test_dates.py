"""Dates of the calendar from words, with the document's own date as the base."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.reading.dates import dates
from pursestrings.reading.era import Era
from tests.reading.making import document, spans

BASE = date(2017, 8, 4)  # a Friday
NO_DATE = Era(None, None)


def read(text: str, written: Era = Era(BASE, BASE)) -> list[tuple[str | None, bool]]:  # noqa: B008 - frozen
    made = document(text)
    return [(one.date, one.deadline) for one in dates(made, spans(made), written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They must answer by August 18.", [("2017-08-18", True)]),
        ("Proof is due Sept. 5.", [("2017-09-05", True)]),
        ("The order was signed on Jan. 25.", [("2017-01-25", False)]),
        ("The letters came on November 15.", [("2016-11-15", False)]),
        ("Judges heard it on March 3, 2016.", [("2016-03-03", False)]),
        ("It was filed in February.", [("2017-02", False)]),
        ("It was filed in December.", [("2016-12", False)]),
        ("Officials met on Monday.", [("2017-07-31", False)]),
        ("The rule will start next Tuesday.", [("2017-08-08", False)]),
        ("They agreed yesterday.", [("2017-08-03", False)]),
        ("A policy set last year holds.", [("2016", False)]),
        ("Rules were set last summer.", [("2016", False)]),
        ("They met last month.", [("2017-07", False)]),
        ("Answers are due within 30 days.", [("2017-09-03", True)]),
        ("Awards of fiscal year 2018 are open.", [("2018", False)]),
        ("The plan for FY 2018 is out.", [("2018", False)]),
        ("They came last week.", []),
        ("It was dated February 30.", []),
        ("It was dated February 30, 2017.", []),
        ("They may march on.", []),
    ],
)
def test_dates_are_worked_out(text: str, expected: list[tuple[str, bool]]) -> None:
    assert read(text) == expected


def test_without_a_date_of_its_own_a_text_has_only_full_dates() -> None:
    assert read("On Monday, and on August 18, and in May, they met.", NO_DATE) == []
    assert read("On April 25, 2017, the judge ruled.", NO_DATE) == [("2017-04-25", False)]


def test_a_year_alone_gives_month_and_day_their_year() -> None:
    year = Era(date(2017, 1, 1), date(2017, 12, 31))
    assert read("It was signed on January 25.", year) == [("2017-01-25", False)]
    assert read("It was signed on Monday.", year) == []


def test_a_deadline_says_what_is_due() -> None:
    made = document("The office asked them to send proof of compliance by June 30.")
    (one,) = dates(made, spans(made), Era(BASE, BASE))
    assert one.what == "send proof of compliance"


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(2010, 1, 1), max_value=date(2029, 12, 31)))
def test_any_written_day_comes_back(day: date) -> None:
    text = f"The court ruled on {day:%B} {day.day}, {day.year}."
    assert read(text, NO_DATE) == [(day.isoformat(), False)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "by",
                "next",
                "last",
                "Monday",
                "May",
                "30",
                "31",
                "February",
                "2017",
                ",",
                ".",
                "will",
                "within",
                "days",
                "FY17",
                "in",
                "th",
            ]
        ),
        max_size=12,
    )
)
def test_whatever_comes_out_is_a_day_of_the_calendar(words: list[str]) -> None:
    for found, _ in read(" ".join(words)):
        assert found is not None
        date.fromisoformat(
            found.ljust(7, "-").replace("--", "-01") + "-01"
            if len(found) == 7
            else found + "-01-01"
            if len(found) == 4
            else found
        )
