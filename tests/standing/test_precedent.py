"""Precedent binds by geography, from the day of the opinion, and only on the very condition decided."""

from __future__ import annotations

from typing import Any

import pytest

from tests.standing.world import BOSTON, CHICAGO, RECALLED, SEATTLE, US, act, ask, case, condition, register

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


DC = f"{US}/district:dc"
OPINION = ruling("a", "2018-04-19", "ca7", "unlawful")
LATER = "2018-05-01"


def overturning(court: str, does: str = "ends", **own: Any) -> dict[str, Any]:
    """A later act of LATER that ends or replaces OPINION."""
    return act("b", LATER, kind="vacated", court=court, changes=[{"does": does, "act": "a", **own}])


def test_conflict_is_divided_from_the_day_of_the_second_opinion_and_in_its_circuit_only() -> None:
    second = ruling("b", LATER, "ca7", "lawful")
    assert precedent(OPINION, second, on="2018-04-30") == "unlawful"
    assert precedent(OPINION, second, on=LATER) == "divided"
    assert precedent(OPINION, second, on=LATER, known="2018-04-30") == "unlawful"
    elsewhere = ruling("b", LATER, "ca1", "lawful")
    assert precedent(OPINION, elsewhere) == "unlawful"
    assert precedent(OPINION, elsewhere, place=BOSTON) == "lawful"


def test_holdings_of_the_circuit_no_longer_divide_once_the_supreme_court_decides() -> None:
    second, supreme = ruling("b", LATER, "ca7", "lawful"), ruling("c", "2018-06-01", "scotus", "unlawful")
    assert precedent(OPINION, second, supreme, on="2018-05-31") == "divided"
    assert precedent(OPINION, second, supreme, on="2018-06-01") == "unlawful"


def test_the_supreme_courts_last_word_is_above_its_own_past() -> None:
    first, last = ruling("a", "2018-04-19", "scotus", "unlawful"), ruling("b", LATER, "scotus", "lawful")
    assert precedent(first, last, on="2018-04-30") == "unlawful"
    assert precedent(first, last, on=LATER) == "lawful"


@pytest.mark.parametrize("court", ["ca7", "scotus"])
@pytest.mark.parametrize("does", ["ends", "replaces"])
def test_a_holding_is_gone_from_the_day_that_its_own_court_or_the_supreme_court_undoes_it(
    court: str, does: str
) -> None:
    later = overturning(court, does)
    assert precedent(OPINION, later, on="2018-04-30") == "unlawful"
    assert precedent(OPINION, later, on=LATER) == "none"
    assert precedent(OPINION, later, on=LATER, known="2018-04-30") == "unlawful"


def test_a_mandate_yet_to_come_or_stayed_neither_delays_nor_saves() -> None:
    assert precedent(OPINION, overturning("scotus", takes_effect="2018-08-01"), on=LATER) == "none"
    stay = act("c", LATER, kind="stay", court="scotus", changes=[{"does": "stays", "act": "a"}])
    assert precedent(OPINION, stay, on=LATER) == "unlawful"


def test_a_holding_outlasts_what_a_court_below_or_the_parties_do_to_the_case() -> None:
    assert precedent(OPINION, overturning("ilnd"), on=LATER) == "unlawful"
    assert precedent(OPINION, overturning("ca1"), on=LATER) == "unlawful"
    assert precedent(OPINION, on="2025-01-01") == "unlawful"
    assert ask(register(case=[case(OPINION)]), "2025-01-01", CHICAGO).force.force == "withdrawn"


def test_a_holding_undone_for_one_condition_still_binds_for_another() -> None:
    opinion = ruling("a", "2018-04-19", "ca7", "unlawful", conditions=["notice", "other-year"])
    facts = register(
        condition=[condition(), OTHER], case=[case(opinion, overturning("scotus", conditions=["notice"]))]
    )
    held = [ask(facts, LATER, CHICAGO, name=name).precedent.precedent for name in ("notice", "other-year")]
    assert held == ["none", "unlawful"]


def test_a_reversal_that_is_only_remembered_leaves_no_sure_holding() -> None:
    assert precedent(OPINION, {**overturning("scotus"), **RECALLED, "sources": []}) == "none"


def test_an_opinion_en_banc_that_is_withdrawn_brings_the_panels_holding_back() -> None:
    withdrawn = act("c", "2018-06-01", kind="clarified", court="ca7", changes=[{"does": "ends", "act": "b"}])
    assert precedent(OPINION, overturning("ca7"), withdrawn, on="2018-06-01") == "unlawful"
    assert precedent(OPINION, overturning("ca7", "replaces"), withdrawn, on="2018-06-01") == "none"


def test_a_holding_dated_to_the_month_binds_once_the_month_is_over() -> None:
    opinion = ruling("a", "2018-04", "ca7", "unlawful")
    assert precedent(opinion, on="2018-04-29") == "none"
    assert precedent(opinion, on="2018-04-30") == "unlawful"


def test_an_act_that_is_only_remembered_binds_nobody_and_a_holding_not_binding_only_persuades() -> None:
    assert precedent({**OPINION, **RECALLED, "sources": []}) == "none"
    facts = register(case=[case(ruling("a", "2018-04-19", "ca7", "unlawful", binding="false"))])
    answer = ask(facts, "2018-06-01", CHICAGO).precedent
    assert (answer.precedent, [one.weight.value for one in answer.reasoning]) == ("none", ["persuasive"])


def test_the_ground_of_each_holding_comes_with_it() -> None:
    grounds = ["statutory_authority", "anti_commandeering"]
    facts = register(case=[case(ruling("a", "2018-04-19", "ca7", "unlawful", grounds=grounds))])
    for place, part in ((CHICAGO, "binding"), (BOSTON, "reasoning")):
        found = getattr(ask(facts, "2018-06-01", place).precedent, part)
        holding = found[0].holding if part == "binding" else found[0].held.holding
        assert [ground.value for ground in holding.grounds] == grounds


def test_the_district_of_columbia_has_a_circuit_of_its_own() -> None:
    opinion = ruling("a", "2018-04-19", "cadc", "unlawful")
    assert precedent(opinion, place=DC) == "unlawful"
    assert precedent(opinion) == "none"
    assert precedent(ruling("a", "2018-04-19", "dcd", "unlawful"), place=DC) == "none"


def test_the_federal_circuit_binds_no_place_and_only_persuades() -> None:
    facts = register(case=[case(ruling("a", "2018-04-19", "cafc", "unlawful"))])
    for place in (CHICAGO, DC):
        answer = ask(facts, "2018-06-01", place).precedent
        assert (answer.precedent, [one.weight.value for one in answer.reasoning]) == ("none", ["persuasive"])


def test_a_place_in_no_circuit_hears_the_supreme_court_alone() -> None:
    samoa = f"{US}/territory:as"
    assert precedent(OPINION, place=samoa) == "none"
    assert precedent(OPINION, ruling("b", LATER, "scotus", "lawful"), place=samoa) == "lawful"


def test_reasoning_that_controls_in_its_circuit_is_gone_when_its_opinion_is() -> None:
    opinion = ruling("a", "2018-04-19", "ca7", "unlawful", controls=["other-year"])
    facts = register(condition=[condition(), OTHER], case=[case(opinion, overturning("ca7"))])
    weights = [
        [one.weight.value for one in ask(facts, day, CHICAGO, name="other-year").precedent.reasoning]
        for day in ("2018-04-30", LATER)
    ]
    assert weights == [["controlling"], []]


def test_reasoning_is_gone_too_when_its_opinion_is_undone_for_the_very_condition_decided() -> None:
    later = overturning("scotus", conditions=["notice"])
    facts = register(condition=[condition(), OTHER], case=[case(OPINION, later)])
    assert ask(facts, LATER, CHICAGO, name="other-year").precedent.reasoning == ()


def test_another_demand_or_another_authority_shares_no_reasoning() -> None:
    demand = {"id": "a", "actor": "recipient", "duty": "share_status", "says": "Share."}
    strangers = [
        condition(id="other-duty", name="Status", requirements=[demand]),
        condition(id="other-law", name="Notice under another law", authorities=["another"]),
    ]
    facts = register(condition=[condition(), *strangers], case=[case(OPINION)])
    for stranger in strangers:
        assert ask(facts, "2018-06-01", CHICAGO, name=stranger["id"]).precedent.reasoning == ()
