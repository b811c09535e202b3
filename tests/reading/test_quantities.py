"""Sums of money and counts, exact where they can be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.reading.quantities.amounts import amounts
from pursestrings.reading.quantities.counts import counts
from pursestrings.reading.quantities.numbers import value_of
from tests.reading.making import document, spans


def only_amount(text: str) -> tuple[object, object, object, str]:
    made = document(text)
    (one,) = amounts(made, spans(made))
    return one.value, one.low, one.high, one.currency


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city got $36 million.", (36_000_000, None, None, "USD")),
        ("Grants of more than $4.1 billion are listed.", (4_100_000_000, 4_100_000_000, None, "USD")),
        ("It may lose up to $250,000 a year.", (250_000, None, 250_000, "USD")),
        ("It cost $1,234.50 to print.", (1234.5, None, None, "USD")),
        ("Between $1 and $2 million is at stake.", (None, 1_000_000, 2_000_000, "USD")),
        ("A range of $10 million to $12 million was named.", (None, 10_000_000, 12_000_000, "USD")),
        ("They spent 40,000 dollars on locks.", (40_000, None, None, "USD")),
        ("The county has half a million dollars left.", (500_000, None, None, "USD")),
        ("The county has two and a half million dollars left.", (2_500_000, None, None, "USD")),
        ("The award was $3.2M this spring.", (3_200_000, None, None, "USD")),
        ("London paid £5 million.", (5_000_000, None, None, "GBP")),
        ("Several millions of dollars hang on it.", (None, None, None, "USD")),
        ("It gets up to $50m a year.", (50_000_000, None, 50_000_000, "USD")),
        ("They got $250k for locks.", (250_000, None, None, "USD")),
        ("The bill was $10tn.", (10_000_000_000_000, None, None, "USD")),
        ("It was $36\u00a0million.", (36_000_000, None, None, "USD")),
        ("It was $1½ million.", (1_500_000, None, None, "USD")),
        ("It paid USD 3,000 for it.", (3_000, None, None, "USD")),
        ("It paid CA$40 for it.", (40, None, None, "CAD")),
        ("It holds $1 billion-plus in aid.", (1_000_000_000, 1_000_000_000, None, "USD")),
        ("It has no more than $10 million.", (10_000_000, None, 10_000_000, "USD")),
        ("It has no less than $10 million.", (10_000_000, 10_000_000, None, "USD")),
        ("A fine may not exceed $5,000.", (5_000, None, 5_000, "USD")),
        ("A gift of $500,000 to $1 million was named.", (None, 500_000, 1_000_000, "USD")),
        ("It costs $800,000-1.2 million.", (None, 800_000, 1_200_000, "USD")),
        ("It costs $1.5m–$2m.", (None, 1_500_000, 2_000_000, "USD")),
        ("It gave $500 to 12 cities.", (500, None, None, "USD")),
        ("It lost a quarter of a million dollars.", (250_000, None, None, "USD")),
        ("It lost a half-billion dollars.", (500_000_000, None, None, "USD")),
        ("It lost two hundred and fifty thousand dollars.", (250_000, None, None, "USD")),
        ("It lost one million five hundred thousand dollars.", (1_500_000, None, None, "USD")),
        ("It lost 5 million in federal dollars.", (5_000_000, None, None, "USD")),
        ("London paid 5 pounds sterling.", (5, None, None, "GBP")),
        # the long s of old prints, which a scan keeps
        ("The city got $5 millionſ.", (5_000_000, None, None, "USD")),
        ("It spent 40,000 dollarſ on locks.", (40_000, None, None, "USD")),
    ],
)
def test_sums_are_read(text: str, expected: tuple[object, object, object, str]) -> None:
    assert only_amount(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They paid $12.500.000 for it.",
        "They paid $1,23,456 for it.",
        "They paid $1 1/2 million for it.",
        "They paid R$500 for it.",
        "They paid $2\u200b million for it.",
        "They paid one point five million dollars for it.",
        "They paid a third of a million dollars for it.",
        "They count in 2017 dollars.",
        "They seized 40 pounds of drugs.",
    ],
)
def test_a_sum_that_cannot_be_told_is_none(text: str) -> None:
    made = document(text)
    assert amounts(made, spans(made)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They paid $3 million and $5 million.", ["$3 million", "$5 million"]),
        ("It fell from $64.8 million to $45.1 million.", ["$64.8 million", "$45.1 million"]),
        ("Each pays $100-$500 per head.", ["$100-$500"]),
        ("They lost millions of dollars.", ["millions of dollars"]),
        ("It was $36\u00a0million, not $3 mln.", ["$36\u00a0million", "$3 mln"]),
    ],
)
def test_each_sum_keeps_its_own_words(text: str, expected: list[str]) -> None:
    made = document(text)
    assert [one.anchor.exact for one in amounts(made, spans(made))] == expected


def test_whole_sums_are_whole_numbers() -> None:
    assert all(isinstance(value_of("4.1", scale), int) for scale in ("billion", "million", "thousand"))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The city got $36 million in policing grants.", "policing grants"),
        ("The judge set a $500 fine for it.", "fine"),
        ("The judge set a $500-a-day fine for it.", "fine"),
        ("Police grants, which may total $9 million, are in doubt.", "Police grants"),
    ],
)
def test_a_sum_says_what_it_is_for(text: str, what: str) -> None:
    made = document(text)
    assert amounts(made, spans(made))[0].what == what


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Letters went to 29 jurisdictions.", [(29, None, "jurisdictions")]),
        ("More than 200 detainer requests were refused.", [(200, None, "detainer requests")]),
        ("Nine cities answered.", [(9, None, "cities")]),
        ("About 44 percent of residents were born abroad.", [(44, "percent", "residents")]),
        ("Some 12.5% agreed.", [(12.5, "percent", None)]),
        ("One in five residents agreed.", [(20, "percent", "residents")]),
        ("Jails must give forty-eight hours’ notice.", [(48, "hours", "notice")]),
        ("Some 11 million immigrants wait.", [(11_000_000, None, "immigrants")]),
        ("Two dozen cities answered.", [(24, None, "cities")]),
        ("Two hundred and fifty officers came.", [(250, None, "officers")]),
        ("Ten to twelve officers came.", []),
        ("Between 10 and 12 cities answered.", []),
        ("It rose from 10 to 12 cities.", [(12, None, "cities")]),
        ("They led by 46 percent to 42 percent.", [(46, "percent", None), (42, "percent", None)]),
        ("In 2017 courts ruled.", []),
        ("Section 1373 forbids bans.", []),
        ("On August 18 officials met.", []),
        ("They paid $20 million.", []),
    ],
)
def test_counts_are_read(text: str, expected: list[tuple[object, object, object]]) -> None:
    made = document(text)
    assert [(one.value, one.unit, one.what) for one in counts(made, spans(made))] == expected


@settings(max_examples=80, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_any_sum_with_commas_comes_back(value: int) -> None:
    assert only_amount(f"The program paid ${value:,} last year.")[0] == value


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="$€ 0123456789,.-%–abc million percent in of two half\n", max_size=60))
def test_anchors_hold_on_any_text(text: str) -> None:
    made = document(text)
    for one in (*amounts(made, spans(made)), *counts(made, spans(made))):
        assert text[one.anchor.start : one.anchor.end] == one.anchor.exact


def test_a_row_of_figures_that_nobody_could_count_is_no_number() -> None:
    made = document("1" * 6000 + " people and $" + "9" * 6000 + " were told.")
    assert not counts(made, spans(made))
    assert all(one.value is None for one in amounts(made, spans(made)))
