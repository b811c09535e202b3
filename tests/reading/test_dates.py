"""Dates of the calendar from words, with the document's own date as the base."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.reading.era import Era
from pursestrings.reading.quantities.dates import dates
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
        # a deadline lies ahead, also with an hour or a weekday in between
        ("They must reply by Monday.", [("2017-08-07", True)]),
        ("By Monday, nine cities had sued.", [("2017-07-31", True)]),
        ("They meet this Tuesday.", [("2017-08-08", False)]),
        ("Proof is due by 5 p.m. EST on Friday, Aug. 18.", [("2017-08-18", True)]),
        ("The offer expires at midnight Tuesday.", [("2017-08-08", True)]),
        ("The program ends Dec. 31.", [("2017-12-31", False)]),
        # what has been done lies back
        ("The suit was filed Oct. 9.", [("2016-10-09", False)]),
        ("The suit was scheduled Oct. 9.", [("2017-10-09", False)]),
        # a weekday beside a day of the month says nothing of its own
        ("On Friday, Aug. 18, the council will meet.", [("2017-08-18", False)]),
        # what counts from another day, or is done, is not told
        ("Within 30 days of the award they must report.", []),
        ("The city answered within 30 days.", []),
        ("The judge ordered the city to answer within two weeks.", [("2017-08-18", True)]),
        ("They must report within six months.", [("2018-02", True)]),
        # figures behind a month, names of papers, years of two halves
        ("In May 3,000 people came.", []),
        ("In May 30-year-old students came.", []),
        ("In August 1.2 million came.", []),
        ("The story ran in USA Today.", []),
        ("“Today we sue,” he said.", [("2017-08-04", False)]),
        ("Awards of fiscal year 2017-18 are open.", []),
        ("Awards of FY98 were small.", [("1998", False)]),
        ("It rose in the 1990s.", []),
        ("It was due June 31.", []),
        ("They met Sept. 9-11.", [("2017-09-09", False)]),
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


def test_a_month_alone_gives_a_day_its_year_as_a_day_does() -> None:
    month = Era(date(2017, 2, 1), date(2017, 2, 28))
    assert read("They met on January 25.", month) == [("2017-01-25", False)]
    assert read("They met on June 3 and on Monday.", month) == [("2016-06-03", False)]


def test_what_a_possessive_day_is_of_begins_behind_it() -> None:
    made = document("Monday’s hearing was long.")
    (one,) = dates(made, spans(made), Era(BASE, BASE))
    assert (one.anchor.exact, one.what) == ("Monday", "hearing was long.")


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
