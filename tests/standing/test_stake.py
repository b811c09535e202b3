"""Whose money, how much, whose order covers whom; and the verdict that is made of it all."""

from __future__ import annotations

from typing import Any

import pytest

from pursestrings.standing.local.duties import Fit
from pursestrings.standing.local.fit import FitAnswer
from pursestrings.standing.money.reach import Reaches
from pursestrings.standing.money.stake import StakeLine
from pursestrings.standing.orders.force import Certainty, Force
from pursestrings.standing.orders.precedent import Precedent
from pursestrings.standing.verdict import verdict_of
from tests.standing.world import BOSTON, CHELSEA, MA, SURE, act, ask, case, condition, grant, register

PROGRAM = {"id": "16.738", "name": "JAG", "agency": "BJA", "kind": "formula", **SURE}


def awards(place: str, *rows: dict[str, Any]) -> dict[str, Any]:
    whole = [
        {"id": f"award-{index}", "program": "16.738", "holder": place, "status": "awarded", **SURE, **row}
        for index, row in enumerate(rows)
    ]
    return {"id": place.rsplit(":", 1)[-1], "place": place, "awards": whole}


def test_an_award_of_the_year_holds_the_string_and_another_year_does_not() -> None:
    held = awards(CHELSEA, {"fiscal_year": "2017", "amount": "10000.50"})
    other = awards(BOSTON, {"fiscal_year": "2016", "amount": "10000"})
    facts = register(program=[PROGRAM], award_file=[held, other])
    assert ask(facts, "2017-08-04").reach.reach == "holds"
    assert ask(facts, "2017-08-04", BOSTON).reach.reach == "offered"
    assert [str(line.amount) for line in ask(facts, "2017-08-04").stake] == ["10000.50"]


def test_an_award_does_not_hold_the_string_before_award_papers_carried_it() -> None:
    held = awards(CHELSEA, {"fiscal_year": "2017", "amount": "1"})
    facts = register(program=[PROGRAM], condition=[condition(attached="2017-08-23")], award_file=[held])
    assert ask(facts, "2017-08-22").reach.reach == "offered"
    assert ask(facts, "2017-08-23").reach.reach == "holds"


@pytest.mark.parametrize(
    ("own", "place", "expected"),
    [
        ({"binds": "agencies"}, CHELSEA, "directed"),
        ({"only_places": [BOSTON]}, CHELSEA, "outside"),
        ({"only_places": [BOSTON]}, BOSTON, "offered"),
        ({"recipients": []}, CHELSEA, "unknown"),
        ({"recipients": ["state"]}, MA, "offered"),
        ({"recipients": ["state"]}, CHELSEA, "outside"),
        ({"recipients": ["state"], "subrecipients": "true"}, CHELSEA, "offered"),
        ({}, "ocd-division/country:us", "outside"),
        ({"recipients": ["custodian"]}, CHELSEA, "unknown"),
    ],
)
def test_how_a_string_reaches_a_places_money(own: dict[str, Any], place: str, expected: str) -> None:
    assert ask(register(condition=[condition(**own)]), "2017-08-04", place).reach.reach == expected


def test_lines_of_money_name_their_basis_and_are_never_added_up() -> None:
    claim = {
        "id": "s-1", "basis": "claimed_by_speaker", "amount": None, "what": "several millions", "said_by": "A manager",
        "date": "2017-03-27", "place": CHELSEA, "conditions": ["notice"], **SURE,
    }  # fmt: skip
    national = {**claim, "id": "s-2", "basis": "announced_nationally", "amount": "4100000000"}
    del national["place"]
    later = {**national, "id": "s-3", "date": "2017-12-01"}
    state = awards(MA, {"fiscal_year": "2017", "amount": "3"})
    own = awards(CHELSEA, {"fiscal_year": "2017", "amount": "1", "id": "award-own"})
    facts = register(program=[PROGRAM], award_file=[own, state], sum=[claim, national, later])
    lines = {line.basis: line.amount for line in ask(facts, "2017-08-04").stake}
    assert lines == {
        "awarded": 1,
        "through_the_state": 3,
        "claimed_by_speaker": None,
        "announced_nationally": 4100000000,
    }


def holders(on: str, **own: Any) -> dict[str, StakeLine]:
    """Lines of Chelsea by fact, where its state holds one award, Boston a joint one, and Boston alone sued."""
    boston = awards(
        BOSTON,
        {"id": "joint", "fiscal_year": "2017", "amount": "100"},
        {"id": "share-boston", "fiscal_year": "2017", "amount": "70", "status": "share", "part_of": "joint"},
    )
    chelsea = awards(
        CHELSEA,
        {"id": "share-chelsea", "fiscal_year": "2017", "amount": "30", "status": "share", "part_of": "joint"},
        {"id": "passed-on", "fiscal_year": "2017", "amount": "5", "through": BOSTON, "drawn_down": "2"},
    )
    state = awards(MA, {"id": "states", "fiscal_year": "2017", "amount": "900"})
    order = act("pi", "2017-09-15", grants=[grant(places=[{"place": BOSTON, "subdivisions": "no"}])])
    facts = register(
        program=[PROGRAM],
        condition=[condition(**own)],
        award_file=[boston, chelsea, state],
        case=[case(order)],
    )
    answer = ask(facts, on)
    assert answer.force.force == "in_force"
    return {line.fact.id: line for line in answer.stake}


def test_protection_of_the_holder_shows_on_the_line_and_never_as_the_places_own() -> None:
    lines = holders("2017-10-01")
    for name in ("share-chelsea", "passed-on"):
        line = lines[name]
        assert (line.holder, line.through) == (BOSTON, BOSTON)
        assert line.cover is not None
        assert line.cover.as_json() == {"force": "barred", "certainty": "firm", "by": ["pi"]}
    states = lines["states"].cover
    assert states is not None
    assert (states.answer.force, states.answer.rests_on) == ("in_force", ())


def test_the_holders_protection_is_that_of_the_day_asked() -> None:
    cover = holders("2017-09-14")["share-chelsea"].cover
    assert cover is not None
    assert (cover.answer.force, cover.answer.rests_on) == ("in_force", ())


def test_a_line_says_how_the_money_is_the_places() -> None:
    lines = holders("2017-10-01")
    assert {name: line.tie.value for name, line in lines.items()} == {
        "share-chelsea": "share",
        "passed-on": "through",
        "states": "through",
    }
    assert lines["share-chelsea"].part_of == "joint"
    assert str(lines["passed-on"].drawn_down) == "2"
    assert {name for name, line in lines.items() if line.held} == {"share-chelsea", "passed-on"}


def test_a_string_that_does_not_follow_the_money_ties_no_money_passed_on() -> None:
    assert set(holders("2017-10-01", subrecipients="false")) == {"share-chelsea"}


def test_money_that_follows_through_the_state_is_told_even_where_no_award_of_it_is_on_record() -> None:
    facts = register(program=[PROGRAM], condition=[condition(subrecipients="true")])
    [line] = ask(facts, "2017-08-04").stake
    assert (line.basis, line.amount, line.through, line.fact.id) == ("through_the_state", None, MA, "16.738")
    assert ask(facts, "2017-08-04", MA).stake == ()


@pytest.mark.parametrize(("joint", "reach"), [("awarded", "holds"), ("applied", "offered")])
def test_a_share_is_as_far_along_as_the_joint_award(joint: str, reach: str) -> None:
    whole = awards(BOSTON, {"id": "joint", "fiscal_year": "2017", "amount": "100", "status": joint})
    share = {"id": "share", "fiscal_year": "2017", "amount": "30", "status": "share", "part_of": "joint"}
    facts = register(program=[PROGRAM], award_file=[whole, awards(CHELSEA, share)])
    answer = ask(facts, "2017-08-04")
    assert answer.reach.reach == reach
    assert [line.held for line in answer.stake] == [joint == "awarded"]


def test_a_string_of_no_named_years_binds_awards_made_since_it_was_announced() -> None:
    rows = ({"id": f"fy{year}", "fiscal_year": str(year), "amount": "1"} for year in (2008, 2016, 2017, 2018))
    facts = register(
        program=[PROGRAM], condition=[condition(fiscal_years=[])], award_file=[awards(CHELSEA, *rows)]
    )
    assert [line.fact.id for line in ask(facts, "2018-01-01").stake] == ["fy2017", "fy2018"]


def test_an_award_of_a_year_not_yet_begun_when_seen_is_not_known() -> None:
    facts = register(
        program=[PROGRAM],
        condition=[condition(fiscal_years=[])],
        award_file=[awards(CHELSEA, {"fiscal_year": "2018", "amount": "1"})],
    )
    assert ask(facts, "2018-01-01").stake
    assert not ask(facts, "2018-01-01", known="2017-09-30").stake


VERDICTS = [
    # reach, force, certainty, precedent, fit, wider, verdict
    ("outside", "in_force", "firm", "none", "conflicts", "conflicts", "clear"),
    ("offered", "not_yet", "firm", "none", "conflicts", "conflicts", "clear"),
    ("holds", "withdrawn", "firm", "none", "conflicts", "conflicts", "clear"),
    ("holds", "barred", "firm", "lawful", "conflicts", "conflicts", "blocked"),
    ("holds", "not_enforced", "firm", "none", "meets", "meets", "blocked"),
    ("holds", "barred", "stale", "none", "meets", "meets", "uncertain"),
    ("holds", "in_force", "uncertain", "none", "meets", "meets", "uncertain"),
    ("directed", "in_force", "firm", "none", "meets", "meets", "uncertain"),
    ("holds", "in_force", "firm", "unlawful", "conflicts", "conflicts", "contestable"),
    ("holds", "in_force", "firm", "divided", "conflicts", "conflicts", "exposed"),
    ("holds", "in_force", "firm", "none", "meets", "conflicts", "exposed"),
    ("holds", "in_force", "firm", "unlawful", "meets", "meets", "clear"),
    ("offered", "in_force", "firm", "none", "not_applicable", "not_applicable", "clear"),
    ("offered", "in_force", "firm", "none", "meets", "unclear", "uncertain"),
    ("offered", "in_force", "firm", "none", "unknown", "unknown", "uncertain"),
]


@pytest.mark.parametrize(("reach", "force", "certainty", "precedent", "fit", "wider", "expected"), VERDICTS)
def test_the_first_row_of_the_table_that_applies_is_the_verdict(
    reach: str, force: str, certainty: str, precedent: str, fit: str, wider: str, expected: str
) -> None:
    found = verdict_of(
        Reaches(reach),
        Force(force),
        Certainty(certainty),
        Precedent(precedent),
        FitAnswer(Fit(fit), Fit(wider), (), doubtful=False),
    )
    assert found == expected
