"""Does the place's law and practice do what is demanded?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.standing.world import (
    BOSTON,
    CHELSEA,
    MA,
    RECALLED,
    SOURCE,
    SUFFOLK,
    SURE,
    ask,
    condition,
    register,
)

STATUS = condition(
    id="status",
    requirements=[
        {"id": "a", "actor": "agency", "duty": "share_status", "says": "Do not restrict status sharing."}
    ],
    wider_readings=[{"feature": "shares_release_date", "held_by": "the Department of Justice"}],
)


def policy(feature: str, answer: str, basis: str = "text", **own: Any) -> dict[str, Any]:
    return {
        "id": "p-1", "kind": "ordinance", "title": "An ordinance", "effective_from": "2016-02-01", "binds": "all",
        "answers": {feature: {"answer": answer, "basis": basis}}, **SURE, **own,
    }  # fmt: skip


def place(
    *policies: dict[str, Any], operator: str | None = SUFFOLK, lockup: str = "yes", at: str = CHELSEA
) -> dict[str, Any]:
    custody = {
        "id": "c-1", "operator": "The Sheriff", "operator_place": operator, "level": "county", "lockup": lockup,
        **SURE,
    }  # fmt: skip
    record: dict[str, Any] = {"id": "ma-place", "place": at, "policies": list(policies)}
    return record | ({"custody": custody} if operator else {})


def rule(feature: str, answer: str, direction: str = "limits", **own: Any) -> dict[str, Any]:
    return {
        "id": "st-1", "state": MA, "kind": "statute", "title": "A state act", "direction": direction,
        "effective_from": "2016-02-01", "binds": ["police", "jails"], "binds_words": "all", "says": "What it says.",
        "answers": {feature: {"answer": answer, "basis": "text"}}, **SURE, **own,
    }  # fmt: skip


def fit(record: dict[str, Any], *rules: dict[str, Any], on: str = "2017-08-04", name: str = "notice") -> str:
    facts = register(condition=[condition(), STATUS], place_record=[record], rule=list(rules))
    return ask(facts, on, record["place"], name).fit.fit.value


def test_who_runs_the_jail_decides_whose_duty_it_is() -> None:
    assert fit(place(operator=None)) == "unknown"
    assert fit(place(lockup="no")) == "not_applicable"
    assert fit(place(lockup="unknown")) == "unknown"
    assert fit(place(lockup="yes")) == "unknown"
    forbids = policy("shares_release_date", "prohibited")
    assert fit(place(forbids, lockup="no")) == "not_applicable"
    assert fit(place(forbids, lockup="yes")) == "conflicts"
    assert fit(place(forbids, operator=CHELSEA)) == "conflicts"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("prohibited", "conflicts"),
        ("judicial_warrant_only", "conflicts"),
        ("with_exceptions", "unclear"),
        ("permitted", "unclear"),
        ("required", "meets"),
        ("not_addressed", "unknown"),
    ],
)
def test_each_answer_on_release_dates_has_its_outcome(answer: str, expected: str) -> None:
    assert fit(place(policy("shares_release_date", answer), operator=CHELSEA)) == expected


def test_permission_to_tell_meets_the_duty_only_with_coded_advance_notice() -> None:
    told = policy("shares_release_date", "permitted")
    told["answers"]["notice_hours"] = {"answer": "48", "basis": "text"}
    assert fit(place(told, operator=CHELSEA)) == "meets"
    told["answers"]["notice_hours"] = {"answer": "0", "basis": "text"}
    assert fit(place(told, operator=CHELSEA)) == "unclear"


@pytest.mark.parametrize("weak", [{"basis": "press"}, {"basis": "official"}, {"kind": "practice"}])
def test_without_the_paper_itself_nothing_meets_or_conflicts(weak: dict[str, str]) -> None:
    assert fit(place(policy("shares_release_date", "prohibited", **weak), operator=CHELSEA)) == "unclear"


def test_what_is_only_remembered_does_not_count() -> None:
    told = policy("shares_status", "restricted")
    told["answers"]["shares_status"]["confidence"] = "recalled"
    assert fit(place(told), name="status") == "unknown"
    assert (
        fit(place(), rule("shares_status", "not_restricted", "requires", **RECALLED), name="status")
        == "unknown"
    )


@pytest.mark.parametrize(
    ("answer", "clause", "expected"),
    [
        ("not_restricted", None, "meets"),
        ("sharing_required", None, "meets"),
        ("restricted", None, "conflicts"),
        ("restricted_except_as_law_requires", None, "unclear"),
        ("restricted_except_as_law_requires", "true", "meets"),
    ],
)
def test_status_is_judged_by_the_statutes_words(answer: str, clause: str | None, expected: str) -> None:
    told = policy("shares_status", answer)
    if clause:
        told["answers"]["shares_status"]["savings_clause"] = clause
    assert fit(place(told), name="status") == expected


def test_the_wider_reading_stands_beside_fit_and_never_in_it() -> None:
    told = policy("shares_status", "not_restricted")
    told["answers"]["shares_release_date"] = {"answer": "prohibited", "basis": "text"}
    facts = register(condition=[STATUS], place_record=[place(told)])
    answer = ask(facts, "2017-08-04", name="status")
    assert (answer.fit.fit, answer.fit.wider) == ("meets", "conflicts")
    assert answer.verdict == "exposed"


def test_no_verdict_of_clear_rests_on_a_custody_record_only_remembered() -> None:
    record = place(lockup="no")
    assert ask(register(place_record=[record]), "2017-08-04").verdict == "clear"
    record["custody"] = {**record["custody"], **RECALLED, "sources": []}
    answer = ask(register(place_record=[record]), "2017-08-04")
    assert (answer.fit.fit, answer.verdict) == ("not_applicable", "uncertain")


def test_a_state_rule_that_requires_overrides_and_one_that_limits_is_a_floor() -> None:
    own = place(policy("shares_release_date", "prohibited"), operator=CHELSEA)
    assert fit(own, rule("shares_release_date", "required", "requires")) == "meets"
    open_handed = place(policy("shares_release_date", "required"), operator=CHELSEA)
    assert fit(open_handed, rule("shares_release_date", "with_exceptions")) == "unclear"
    silent = place(operator=CHELSEA)
    assert fit(silent, rule("shares_release_date", "prohibited")) == "conflicts"
    assert fit(silent, rule("shares_release_date", "with_exceptions")) == "unknown"


def test_a_state_rule_binds_from_its_day_and_only_the_bodies_it_names() -> None:
    silent = place(operator=CHELSEA)
    later = rule("shares_release_date", "prohibited", effective_from="2017-09-01")
    assert fit(silent, later, on="2017-08-31") == "unknown"
    assert fit(silent, later, on="2017-09-01") == "conflicts"
    police_only = rule("shares_release_date", "prohibited", binds=["police"])
    assert fit(silent, police_only) == "unknown"
    assert fit(place(lockup="yes"), police_only) == "conflicts"


def test_state_law_that_forbids_the_duty_is_what_may_comply_reports() -> None:
    facts = register(
        rule=[rule("shares_release_date", "prohibited", forbids=["release_notice"])], place_record=[place()]
    )
    assert ask(facts, "2017-08-04").may_comply == "no"
    assert ask(register(place_record=[place()]), "2017-08-04", BOSTON).may_comply == "unknown"


def test_a_policy_is_known_since_its_earliest_dated_source() -> None:
    late = policy("shares_status", "restricted")
    late["sources"] = [{**SOURCE, "date": "2018-01-01"}]
    facts = register(condition=[STATUS], place_record=[place(late)])
    assert ask(facts, "2017-08-04", name="status").fit.fit == "conflicts"
    assert ask(facts, "2017-08-04", name="status", known="2017-12-31").fit.fit == "unknown"


def test_a_policy_dated_to_the_year_counts_once_a_source_of_that_year_tells_of_it() -> None:
    vague = policy("shares_status", "restricted", effective_from="2017")
    assert fit(place(vague), name="status") == "unknown"
    vague["sources"] = [{**SOURCE, "date": "2017-06"}]
    assert fit(place(vague), name="status") == "conflicts"
    assert fit(place(vague), name="status", on="2017-06-15") == "unknown"
