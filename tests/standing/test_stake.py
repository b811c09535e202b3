"""Whose money, how much, due when; and the verdict that is made of it all."""

from __future__ import annotations

from typing import Any

import pytest

from pursestrings.standing.duties import Fit
from pursestrings.standing.fit import FitAnswer
from pursestrings.standing.force import Certainty, Force
from pursestrings.standing.precedent import Precedent
from pursestrings.standing.stake import Reaches
from pursestrings.standing.verdict import verdict_of
from tests.standing.world import BOSTON, CHELSEA, MA, SURE, ask, condition, register

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


def test_what_is_due_counts_extensions_and_falls_away_when_past() -> None:
    letter = {
        "id": "r-1", "date": "2017-08-03", "sender": "An office", "recipients": [CHELSEA], "conditions": ["notice"],
        "questions": ["Do you?"], "due": "2017-08-18", "consequence": "Ineligible.", **SURE,
    }  # fmt: skip
    facts = register(request=[letter])
    assert [due.day.isoformat() for due in ask(facts, "2017-08-18").due] == ["2017-08-18"]
    assert ask(facts, "2017-08-19").due == ()
    assert ask(facts, "2017-08-02").due == ()
    assert ask(facts, "2017-08-04", BOSTON).due == ()
    extended = {**letter, "extensions": [{"to": "2017-09-01", "said": "The office"}]}
    assert [due.day.isoformat() for due in ask(register(request=[extended]), "2017-08-19").due] == [
        "2017-09-01"
    ]


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
