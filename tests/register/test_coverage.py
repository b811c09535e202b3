"""What the register covers adds up, and what it lacks is said in whole sentences."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pursestrings.places import get
from pursestrings.register.coverage.counts import NOT_LOOKED_AT, counts
from pursestrings.register.coverage.place import PlaceCoverage, coverage_of
from pursestrings.register.index import Register, load
from tests.standing.world import BOSTON, CHELSEA, MA, RECALLED, SUFFOLK, SURE, act, case, register

ON = date(2018, 6, 1)
CUSTODY = {"id": "c", "operator": "Sheriff", "operator_place": SUFFOLK, "level": "county", "lockup": "yes"}


def policy(name: str = "p", **own: Any) -> dict[str, Any]:
    """A policy from 2014 that answers one feature from its text."""
    answers = {"honors_detainer": {"answer": "never", "basis": "text"}}
    base = {"id": name, "kind": "ordinance", "title": name, "binds": "All", "effective_from": "2014-01-01"}
    return {**base, "answers": answers, **SURE, **own}


def place(*policies: dict[str, Any], of: str = CHELSEA, **own: Any) -> dict[str, Any]:
    return {"id": of.rpartition(":")[2], "place": of, "policies": list(policies), **own}


def covered(*policies: dict[str, Any], **own: Any) -> PlaceCoverage:
    return coverage_of(get(CHELSEA), ON, register(place_record=[place(*policies, **own)]))


def test_a_place_without_a_file_is_thin_and_says_that_nobody_looked() -> None:
    found = coverage_of(get(BOSTON), ON, register())
    assert found.thin
    assert found.gaps[0] == "The register has no file on this place: nobody has looked for its rules."
    assert set(found.holds.values()) == {0}
    assert not found.answered
    assert found.unanswered == tuple(load().codebook.features)


def test_a_text_read_that_answers_something_makes_a_record_that_is_not_thin() -> None:
    found = covered(policy())
    assert not found.thin
    assert {name: basis.value for name, basis in found.answered.items()} == {"honors_detainer": "text"}


PRESS = {"honors_detainer": {"answer": "never", "basis": "press"}}
LEAD = {"honors_detainer": {"answer": "never", "basis": "text", "confidence": "recalled"}}


@pytest.mark.parametrize(
    "own",
    [
        {"answers": PRESS},
        {"answers": LEAD},
        {"urges_only": True},
        {"answers": {}},
        {"sources": [], "confidence": "recalled"},
        {"effective_from": "2018-06-02"},
        {"effective_until": "2018-06-01"},
    ],
    ids=["press", "lead", "urges", "no answer", "recalled", "later", "over"],
)
def test_what_rests_on_no_text_in_effect_that_day_leaves_it_thin(own: dict[str, Any]) -> None:
    assert covered(policy(**own)).thin


def test_of_two_answers_to_one_question_the_better_founded_counts() -> None:
    found = covered(policy("a", answers=PRESS), policy("b", supersedes=["a"]))
    assert found.answered["honors_detainer"].value == "text"
    assert not found.thin


def test_answered_and_unanswered_are_the_codebook() -> None:
    found = covered(policy())
    assert {*found.answered, *found.unanswered} == set(load().codebook.features)
    assert not set(found.answered) & set(found.unanswered)


def test_what_is_missing_is_said_and_what_is_there_is_not() -> None:
    bare = " ".join(covered().gaps)
    assert "No rule or practice of its own is on record for this day." in bare
    assert "Who runs the jail that its police use is not on record." in bare
    assert "None of its federal awards is on record." in bare
    whole = " ".join(covered(policy(answers=PRESS), custody={**CUSTODY, **SURE}).gaps)
    assert "Its own rules leave unanswered" in whole
    assert "from officials or the press alone, not from a text: honors_detainer." in whole
    assert "Who runs the jail" not in whole
    remembered = " ".join(covered(custody={**CUSTODY, **RECALLED}).gaps)
    assert "Who runs the jail that its police use is only remembered." in remembered


def test_a_search_that_found_nothing_is_told_with_its_day() -> None:
    search = {"on": "2026-01-02", "sought": "Its ordinance.", "found": "Nothing.", "where": ["Its site"]}
    found = covered(looked_for=[search])
    assert "Its ordinance. Looked for on 2026-01-02: Nothing." in found.gaps
    assert found.as_json()["looked_for"] == [search]


def everything() -> Register:
    chelsea = place(
        policy(),
        policy("q", answers=PRESS, effective_from="2015", **RECALLED, sources=[]),
        custody={**CUSTODY, **SURE},
        responses=[{"kind": "sued", "date": "2017-02-08", "says": "It sued.", **SURE}],
    )
    listed = {"agency": "Sheriff", "place": CHELSEA, "model": "task_force"}
    days = {"listed_from": "2018", "listed_until": "2018"}
    return register(
        place_record=[chelsea, place(of=BOSTON)],
        case=[case(act("one", "2018-01-10"), act("two", "2018-02", checked={"on": "2020", "at": "original", "saw": "S"}))],
        agreement_file=[{"id": "a", "state": MA, "agreements": [listed | days], **days, **SURE}],
        award_file=[
            {"id": "c", "place": CHELSEA, "awards": [
                {"id": "w", "program": "16.738", "fiscal_year": "2016", "amount": "1", "holder": CHELSEA,
                 "status": "awarded", **SURE}]}
        ],
    )  # fmt: skip


def test_what_a_place_has_is_counted_by_kind_and_year() -> None:
    found = coverage_of(get(CHELSEA), ON, everything())
    assert {kind: count for kind, count in found.holds.items() if count} == {
        "policies": 2, "responses": 1, "lawsuits": 1, "awards": 1, "agreements": 1
    }  # fmt: skip
    assert found.years == {2014: 1, 2015: 1, 2016: 1, 2017: 1}


def test_parts_of_a_file_are_counted_as_facts_of_their_own() -> None:
    found = counts(everything())
    assert {kind: count.total for kind, count in found.kinds.items()} == {
        "condition": 1, "case": 1, "act": 2, "award": 1, "policy": 2, "response": 1, "custody": 1, "agreement_file": 1
    }  # fmt: skip
    assert found.kinds["policy"].confidence == {"primary": 1, "recalled": 1}
    assert found.kinds["act"].looked == {"original": 1, NOT_LOOKED_AT: 1}
    assert found.kinds["act"].years == {2018: 2}
    assert found.states["MA"] == {"places": 2, "policies": 2, "agreements": 1}


def test_an_answer_only_remembered_is_none() -> None:
    found = counts(everything())
    assert found.answers == {"text": 1}
    assert found.unanswered == 2 * len(load().codebook.features) - 1


def test_the_counts_of_the_shipped_register_add_up() -> None:
    facts = load()
    found = counts(facts)
    for kind, count in found.kinds.items():
        assert count.total == sum(count.confidence.values()) == sum(count.looked.values()), kind
        assert count.total >= sum(count.years.values()), kind
    policies = sum(len(record.policies) for record in facts.place_records.values())
    assert found.kinds["policy"].total == policies
    assert sum(found.answers.values()) + found.unanswered == policies * len(facts.codebook.features)
    assert sum(state["policies"] for state in found.states.values()) == policies
    assert sum(state["places"] for state in found.states.values()) == len(facts.place_records)
    assert sum(state["state rules"] for state in found.states.values()) == len(facts.rules)


def test_no_place_of_the_shipped_register_falls_and_each_has_its_own_policies() -> None:
    facts = load()
    for record in facts.place_records.values():
        found = coverage_of(get(record.place), date(2026, 1, 1), facts)
        assert {one.id for one in found.policies} <= {one.id for one in record.policies}
        assert found.holds["policies"] >= len(record.policies)
        assert "The register has no file on this place" not in " ".join(found.gaps), record.id
