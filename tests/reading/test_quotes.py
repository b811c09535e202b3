"""Quotations are found as newspapers set them and as scraping breaks them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.reading.quotes import quotations


def inner(text: str, *, running_on: bool = False) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quotations(text, 0, len(text), running_on=running_on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will sue,” she said.", ["We will sue,"]),
        ('"We will sue," she said. "Soon."', ["We will sue,", "Soon."]),
        ("''We will sue,'' she said.", ["We will sue,"]),
        ("``We will sue,'' she said.", ["We will sue,"]),
        ("He said, “They told us ‘no’ twice.”", ["They told us ‘no’ twice."]),
        ("''They shout, 'Move on,''' said the driver.", ["They shout, 'Move on,"]),
        ("A plan to ‘stay calm’ after the storm", ["stay calm"]),
    ],
)
def test_marks_of_every_kind_are_read(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("books from“free ports” that closed", ["free ports"]),
        ("The name “free port' is old. Nobody uses it now.", ["free port"]),
        (
            "“We asked,” Roe said, “and nobody wrote back to us.’",
            ["We asked,", "and nobody wrote back to us."],
        ),
        (
            "the clerk may ”copy the file on any day but Friday.”",
            ["copy the file on any day but Friday."],
        ),
    ],
)
def test_a_broken_mark_swallows_nothing(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_quotation_may_run_on_into_the_next_paragraph() -> None:
    assert inner("“It began in May. Nobody told us.", running_on=True) == ["It began in May. Nobody told us."]


def test_apostrophes_are_no_quotations() -> None:
    assert inner("The county's lawyers don't agree with the cities' view of the '90s law.") == []


@given(st.text(alphabet="ab .,?!\n“”\"'‘’«»`—", max_size=120), st.booleans())
def test_quotations_lie_in_the_text_in_order_and_apart(text: str, running_on: bool) -> None:
    found = quotations(text, 0, len(text), running_on=running_on)
    for quotation in found:
        assert (
            0 <= quotation.start <= quotation.inner_start < quotation.inner_end <= quotation.end <= len(text)
        )
    for one, other in pairwise(found):
        assert one.end <= other.start
