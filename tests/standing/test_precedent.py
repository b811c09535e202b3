"""Precedent binds by geography, from the day of the opinion, and only on the very condition decided."""

from __future__ import annotations

from typing import Any

import pytest

from tests.standing.world import BOSTON, CHICAGO, SEATTLE, act, ask, case, condition, register

OTHER = condition(id="other-year", name="Notice of another year", fiscal_years=["2018"])


def ruling(name: str, day: str, court: str, held: str, **own: Any) -> dict[str, Any]:
    holding = {"conditions": ["notice"], "held": held, "binding": "true", **own}
    return act(name, day, kind="affirmed", court=court, holdings=[holding])


def precedent(*acts: dict[str, Any], place: str = CHICAGO, on: str = "2018-06-01", **more: str) -> str:
    facts = register(condition=[condition(), OTHER], case=[case(*acts)])
    return ask(facts, on, place, **more).precedent.precedent.value


def test_a_holding_binds_its_circuits_states_from_the_day_of_the_opinion() -> None:
    opinion = ruling("a", "2018-04-19", "ca7", "unlawful")
    assert precedent(opinion, on="2018-04-18") == "none"
    assert precedent(opinion, on="2018-04-19") == "unlawful"
    assert precedent(opinion, place=BOSTON) == "none"
    assert precedent(opinion, on="2018-04-20", known="2018-04-18") == "none"


def test_a_district_court_makes_no_precedent_and_the_supreme_court_binds_all() -> None:
    assert precedent(ruling("a", "2018-04-19", "ilnd", "unlawful")) == "none"
    supreme = ruling("b", "2018-05-01", "scotus", "lawful")
    assert precedent(ruling("a", "2018-04-19", "ca7", "unlawful"), supreme) == "lawful"
    assert precedent(supreme, place=SEATTLE) == "lawful"


def test_conflicting_holdings_of_one_circuit_are_divided() -> None:
    assert (
        precedent(ruling("a", "2018-04-19", "ca7", "unlawful"), ruling("b", "2018-05-01", "ca7", "lawful"))
        == "divided"
    )


def test_a_holding_that_was_vacated_or_only_remembered_does_not_bind() -> None:
    opinion = ruling("a", "2018-04-19", "ca7", "unlawful")
    vacated = act(
        "b", "2018-05-01", kind="en_banc_vacated", court="ca7", changes=[{"does": "ends", "act": "a"}]
    )
    assert precedent(opinion, vacated, on="2018-05-01") == "none"
    assert precedent(ruling("a", "2018-04-19", "ca7", "unlawful", confidence="recalled")) == "none"


@pytest.mark.parametrize(("controls", "place", "weight"), [
    (["other-year"], CHICAGO, "controlling"),
    ([], CHICAGO, "persuasive"),
    (["other-year"], BOSTON, "persuasive"),
])  # fmt: skip
def test_the_same_terms_of_another_year_get_reasoning_and_never_precedent(
    controls: list[str], place: str, weight: str
) -> None:
    opinion = ruling("a", "2018-04-19", "ca7", "unlawful", controls=controls)
    facts = register(condition=[condition(), OTHER], case=[case(opinion)])
    answer = ask(facts, "2018-06-01", place, name="other-year").precedent
    assert answer.precedent == "none"
    assert [one.weight.value for one in answer.reasoning] == [weight]
