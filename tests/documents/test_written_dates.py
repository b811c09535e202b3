"""Dates as people write them, in five languages; what no calendar has is no date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.documents.written_dates import written_dates


def found(text: str, language: str | None = "en") -> list[str]:
    return [str(date.date) for date in written_dates(text, language=language)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("August 4, 2017", "2017-08-04"),
        ("Aug. 4, 2017 at 3:15 p.m.", "2017-08-04"),
        ("AUGUST 4TH, 2017", "2017-08-04"),
        ("4 Aug 2017", "2017-08-04"),
        ("Agosto 4, 2017", "2017-08-04"),
        ("4 de agosto de 2017", "2017-08-04"),
        ("4 de agosto del 2017", "2017-08-04"),
        ("il 4 agosto 2017", "2017-08-04"),
        ("4º de março de 2017", "2017-03-04"),
        ("1er août 2017", "2017-08-01"),
        ("2017-08-04", "2017-08-04"),
        ("2017-08-04T21:04:00-04:00", "2017-08-04"),
        ("Filed 04/25/17 Page 3 of 49", "2017-04-25"),
        ("8/4/2017", "2017-08-04"),
        ("25/4/2017", "2017-04-25"),
        ("Sept. 12,2017", "2017-09-12"),
        ("February 29, 2016", "2016-02-29"),
        ("in August 2017", "2017-08"),
        ("agosto de 2017", "2017-08"),
    ],
)
def test_a_date_is_read(text: str, date: str) -> None:
    assert found(text) == [date]


@pytest.mark.parametrize(
    "text",
    ["2017-02-30", "February 29, 2017", "30 February 2017", "31/02/2017", "13/13/2017", "August 42017", "version 5.4.2017.1",
     "set 2017 goals", "4 August", "1/2/34567", "http://x.org/a/2017/08", "99 May 2017"],
)  # fmt: skip
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert [date for date in found(text) if len(date) == 10] == []
    if text != "99 May 2017":
        assert found(text) == []


def test_numbers_are_read_in_the_order_of_the_language() -> None:
    assert found("8/4/2017", "en") == ["2017-08-04"]
    assert found("8/4/2017", "es") == ["2017-04-08"]
    assert found("8/4/2017 8/8/2017 8/14/2017", None) == ["2017-08-08", "2017-08-14"]


def test_several_dates_come_in_order_with_their_places() -> None:
    text = "from 2017-03-27 to Aug. 4, 2017"
    dates = written_dates(text)
    assert [text[date.start : date.end] for date in dates] == ["2017-03-27", "Aug. 4, 2017"]
    assert [text[date.start : date.end] for date in written_dates(text, 10)] == ["Aug. 4, 2017"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert found(day.isoformat()) == [day.isoformat()]
    assert found(f"{day:%B} {day.day}, {day.year}") == [day.isoformat()]


@given(st.text(alphabet="0123456789/-. ,augJny"))
def test_no_text_breaks_it(text: str) -> None:
    for written in written_dates(text):
        assert 0 <= written.start < written.end <= len(text)
