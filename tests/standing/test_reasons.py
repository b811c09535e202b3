"""The reasons of an answer: one tree, with the verdict on top, that says what a lawyer asks next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from pursestrings.places import get
from pursestrings.register.index import Register
from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import known_since
from pursestrings.standing.engine import Engine
from pursestrings.standing.reasons.tree import Reason, Step, cited_once
from pursestrings.standing.verdict import Row
from tests.standing.histories import FIRST, History, histories
from tests.standing.world import (
    BOSTON,
    CHELSEA,
    CHICAGO,
    MA,
    RECALLED,
    SURE,
    act,
    case,
    condition,
    grant,
    register,
)  # fmt: skip

ORDER = act("order", "2017-09-15", grants=[grant()])
FOR_CHICAGO: dict[str, Any] = {"places": [{"place": CHICAGO}]}


def law(*acts: dict[str, Any], **more: Any) -> Register:
    return register(case=[case(*acts)], **more)


def why(facts: Register, on: str, place: str = CHELSEA, known: str | None = None) -> tuple[Standing, Reason]:
    engine = Engine(facts)
    seen = date.fromisoformat(known) if known else None
    answer = engine.standing(get(place), "notice", date.fromisoformat(on), seen)
    return answer, engine.reason(answer)


def steps(root: Reason, step: Step) -> list[Reason]:
    return [node for node in root.walk() if node.step is step]


def only(root: Reason, step: Step) -> Reason:
    [node] = steps(root, step)
    return node


def test_the_verdict_is_on_top_and_each_part_of_the_answer_is_a_branch_with_its_value() -> None:
    answer, root = why(law(ORDER), "2018-01-15")
    assert (root.step, root.value) == (Step.VERDICT, "blocked")
    assert "by row 2 of 7, the first that applies" in root.claim
    assert {branch.step: branch.value for branch in root.because} == {
        Step.REACH: answer.reach.reach,
        Step.FORCE: "barred",
        Step.PRECEDENT: "none",
        Step.FIT: answer.fit.fit,
        Step.COMPLY: answer.may_comply,
        Step.STAKE: None,
        Step.DUE: None,
    }


def test_the_rows_of_the_verdict_are_numbered_from_the_top() -> None:
    assert [row.position for row in Row] == list(range(1, len(Row) + 1))


def test_an_order_says_whom_it_restrains_how_lasting_it_is_and_how_long_it_was_seen() -> None:
    _, root = why(law(ORDER, act("later", "2018-01-10", "complaint")), "2018-01-15")
    order = only(root, Step.ORDER)
    assert "The preliminary injunction of the District of Massachusetts in City v. Agency" in order.claim
    assert order.cites[0].id == "order"
    assert "Attorney General" in only(root, Step.RELIEF).claim
    assert only(root, Step.RELIEF).value == "preliminary"
    assert only(order, Step.ALIVE).value == "2018-01-10"


def test_an_order_is_not_shown_alive_past_the_day_that_ended_it() -> None:
    reversal = act("end", "2018-03-01", "reversed", "ca1", changes=[{"does": "ends", "act": "order"}])
    _, root = why(law(ORDER, reversal, act("later", "2019-01-10", "dismissed")), "2018-01-15")
    assert only(only(root, Step.ORDER), Step.ALIVE).value == "2018-03-01"


@pytest.mark.parametrize(
    ("later", "value"),
    [
        ((), "none_on_record"),
        ((act("appeal", "2017-10-01", "appeal_filed", "ca1"),), "pending"),
        (
            (
                act("appeal", "2017-10-01", "appeal_filed", "ca1"),
                act("affirmed", "2017-12-01", "affirmed", "ca1"),
            ),
            "decided",
        ),
        ((act("appeal", "2018-06-01", "appeal_filed", "ca1"),), "none_on_record"),
        ((act("stay", "2017-12-01", "stay_denied", "ca1"),), "pending"),
        ((act("affirmed", "2017-12-01", "affirmed", "ca1"),), "decided"),
        (
            (
                act("affirmed", "2017-12-01", "affirmed", "ca1"),
                act("en-banc", "2017-12-20", "en_banc_granted", "ca1"),
            ),
            "pending",
        ),
        (
            (act("denied", "2017-12-01", "stay_denied"), act("vacated", "2017-12-02", "vacated")),
            "none_on_record",
        ),
    ],
)
def test_an_order_says_whether_an_appeal_is_pending(later: tuple[Any, ...], value: str) -> None:
    _, root = why(law(ORDER, *later), "2018-01-15")
    assert only(root, Step.APPEAL).value == value


def test_a_decision_on_appeal_that_came_later_is_told_where_no_filing_is_on_record() -> None:
    _, root = why(law(ORDER, act("affirmed", "2018-04-19", "affirmed", "ca1")), "2018-01-15")
    assert only(root, Step.APPEAL).claim == (
        "The record shows no appeal filed by that day; a court above first acted in the case on 2018-04-19."
    )


def test_an_appeal_that_was_not_known_yet_is_not_on_record() -> None:
    appeal = act("appeal", "2017-10-01", "appeal_filed", "ca1")
    _, root = why(law(ORDER, appeal), "2018-01-15", known="2017-09-30")
    assert only(root, Step.APPEAL).value == "none_on_record"


def test_an_order_says_what_springs_back_without_it() -> None:
    notice = {
        "id": "n", "kind": "non_enforcement", "issuer": "Agency", "posted": "2017-10-01",
        "covers": {"everyone": True}, "conditions": ["notice"], "says": "Not used.", **SURE,
    }  # fmt: skip
    other = act("other", "2017-11-01", grants=[grant()])
    for facts, value in (
        (law(ORDER), "in_force"),
        (law(ORDER, notice=[notice]), "not_enforced"),
        (law(ORDER, other), "barred"),
    ):
        _, root = why(facts, "2018-01-15")
        assert {node.value for node in steps(root, Step.SPRINGS_BACK)} == {value}


LOSSES = [
    ("reversed", {"does": "ends", "act": "order"}, "ended"),
    ("permanent_injunction", {"does": "replaces", "act": "order"}, "replaced"),
    ("stay", {"does": "stays", "act": "order"}, "stayed"),
    ("stay", {"does": "stays", "act": "order", "leaves": FOR_CHICAGO}, "stayed"),
    ("narrowed", {"does": "narrows", "act": "order", "to": FOR_CHICAGO}, "narrowed"),
]


@pytest.mark.parametrize(("kind", "change", "value"), LOSSES)
def test_an_order_that_no_longer_protects_is_named_with_the_act_that_took_it_away(
    kind: str, change: dict[str, Any], value: str
) -> None:
    taking = act("taking", "2018-06-26", kind, "ca1", changes=[change])
    answer, root = why(law(ORDER, taking), "2018-07-02")
    assert answer.force.force == "in_force"
    lost = only(root, Step.LOST)
    assert (lost.value, lost.cites[0].id) == (value, "order")
    assert "which covered the place as it was granted" in lost.claim
    assert [one.id for one in only(lost, Step.LOSS).cites] == ["taking"]
    assert "First Circuit (2018-06-26)" in only(lost, Step.LOSS).claim


def test_an_order_that_ran_out_and_a_notice_that_ended_are_named_too() -> None:
    short = act("short", "2017-09-15", "tro", grants=[grant(relief="temporary", expires="2017-10-01")])
    notice = {
        "id": "n", "kind": "non_enforcement", "issuer": "Agency", "posted": "2017-10-01", "until": "2017-12-01",
        "covers": {"everyone": True}, "conditions": ["notice"], "says": "Not used.", **SURE,
    }  # fmt: skip
    _, root = why(law(short, notice=[notice]), "2018-01-15")
    assert [(node.value, node.cites[0].id) for node in steps(root, Step.LOST)] == [
        ("expired", "short"),
        ("ended", "n"),
    ]


def test_a_stay_that_was_lifted_leaves_no_trace_in_the_reasons() -> None:
    stay = act("stay", "2017-10-01", "stay", changes=[{"does": "stays", "act": "order"}])
    lifted = act("lifted", "2017-11-01", "stay_lifted", changes=[{"does": "lifts", "act": "stay"}])
    _, root = why(law(ORDER, stay, lifted), "2018-01-15")
    assert not steps(root, Step.LOST)
    assert not steps(root, Step.STAY)


def test_a_stay_that_spares_the_place_is_told_with_the_order_that_goes_on() -> None:
    change = {"does": "stays", "act": "order", "leaves": {"places": [{"place": CHELSEA}]}}
    stay = act("stay", "2017-10-01", "stay", changes=[change])
    _, root = why(law(ORDER, stay), "2018-01-15")
    assert only(only(root, Step.ORDER), Step.STAY).cites[0].id == "stay"


def test_orders_that_never_reached_the_place_are_named_as_those_of_others() -> None:
    elsewhere = act("elsewhere", "2017-09-15", grants=[grant(**FOR_CHICAGO)])
    _, root = why(law(elsewhere), "2018-01-15")
    assert not steps(root, Step.LOST)
    assert [one.id for one in only(root, Step.ELSEWHERE).cites] == ["elsewhere"]


def test_a_doubtful_order_says_what_it_would_change() -> None:
    doubtful = act("order", "2017-09-15", grants=[grant(doubtful="The order was not seen.")])
    answer, root = why(law(doubtful), "2018-01-15")
    assert answer.force.certainty == "uncertain"
    order = only(root, Step.ORDER)
    assert order.value == "possibly"
    assert "The order was not seen. If it does, the condition is barred that day." in order.claim
    assert not steps(root, Step.DOUBT)


def test_a_doubt_that_no_order_tells_has_a_node_of_its_own() -> None:
    _, root = why(register(condition=[condition(announced="2017-07")]), "2017-07-15")
    assert "announced in 2017-07" in only(root, Step.DOUBT).claim


def test_a_record_that_stops_is_said_to_stop() -> None:
    answer, root = why(law(ORDER, condition=[condition(ends=None)]), "2018-12-15")
    assert answer.force.certainty == "stale"
    assert only(root, Step.STALE).value == "2017-09-15"
    assert "the record does not run to that day" in only(root, Step.FORCE).claim


def test_what_is_not_announced_yet_and_what_is_over_say_so() -> None:
    _, early = why(law(ORDER), "2017-01-15")
    assert "was not announced until 2017-07-25" in only(early, Step.ANNOUNCED).claim
    _, late = why(law(ORDER), "2021-05-15")
    assert only(late, Step.ENDED).value == "2021-04-22"
    assert not steps(late, Step.ORDER)


def test_facts_are_known_since_their_own_clock() -> None:
    policy = {
        "id": "p", "kind": "ordinance", "title": "An ordinance", "binds": "police", "adopted": "2016-05-01",
        "answers": {"shares_release_date": {"answer": "prohibited", "basis": "text"}},
        "confidence": "primary",
        "sources": [{"title": "T", "publisher": "P", "date": "2016-06-01"}],
    }  # fmt: skip
    jail = {
        "id": "cust", "operator": "Police", "operator_place": CHELSEA, "level": "city", "lockup": "yes", **SURE
    }  # fmt: skip
    record = {"id": "ma-chelsea", "place": CHELSEA, "policies": [policy], "custody": jail}
    _, root = why(law(ORDER, place_record=[record]), "2018-01-15")
    facts = cited_once(root)
    assert str(known_since(facts["order"].fact)) == "2017-09-15"
    assert str(known_since(facts["notice"].fact)) == "2017-07-25"
    assert str(known_since(facts["p"].fact)) == "2016-06-01"
    assert facts["order"].as_json()["known_since"] == "2017-09-15"


def test_a_private_fact_is_marked_wherever_it_is_cited() -> None:
    facts = law(ORDER)
    facts.private.add("order")
    _, root = why(facts, "2018-01-15")
    assert {name: one.private for name, one in cited_once(root).items()}["order"] is True
    assert cited_once(root)["notice"].private is False


def test_a_list_of_members_that_decides_is_cited_with_the_order() -> None:
    league = {
        "id": "league", "name": "League", "levels": ["municipality"], "complete": True,
        "members": [{"place": CHELSEA}], **SURE,
    }  # fmt: skip
    joined = act("order", "2017-09-15", grants=[grant(associations=["league"])])
    _, root = why(law(joined, association=[league]), "2018-01-15")
    assert [one.id for one in only(root, Step.ORDER).cites] == ["order", "league"]


def test_holdings_name_court_ground_and_condition() -> None:
    opinion = act(
        "opinion", "2018-04-19", "affirmed", "ca1",
        holdings=[{"conditions": ["notice"], "held": "unlawful", "binding": True, "grounds": ["spending_clause"]}],
    )  # fmt: skip
    _, here = why(law(opinion), "2018-07-02")
    assert only(here, Step.HOLDING).claim == (
        "The First Circuit held it unlawful on 2018-04-19 in City v. Agency, on the ground of spending clause."
    )
    _, there = why(law(opinion), "2018-07-02", CHICAGO)
    assert (only(there, Step.REASONING).value, only(there, Step.PRECEDENT).value) == ("persuasive", "none")
    assert "held this condition unlawful" in only(there, Step.REASONING).claim


def test_a_remembered_fact_is_cited_as_such() -> None:
    doubtful = {**act("order", "2017-09-15", grants=[grant()]), "sources": [], **RECALLED}
    _, root = why(law(doubtful), "2018-01-15")
    shown = cited_once(root)["order"].as_json()
    assert (shown["confidence"], shown["sources"]) == ("recalled", [])


DAYS = [FIRST + timedelta(days=90 * step) for step in range(8)]


@settings(deadline=None, derandomize=True, max_examples=60)
@given(histories())
def test_whatever_the_orders_the_tree_says_what_the_answer_says(history: History) -> None:
    engine = Engine(history.register())
    for day in DAYS:
        for place in (CHELSEA, BOSTON, MA):
            answer = engine.standing(get(place), "notice", day)
            root = engine.reason(answer)
            found = {branch.step: branch.value for branch in root.because}
            assert root.value == answer.verdict
            assert found[Step.FORCE] == answer.force.force
            holding = {cited.id for node in steps(root, Step.ORDER) for cited in node.cites}
            lost = {node.cites[0].id for node in steps(root, Step.LOST)}
            assert not holding & lost
            for node in steps(root, Step.LOST):
                assert node.value in {"ended", "replaced", "stayed", "narrowed", "expired"}
            for node in root.walk():
                assert node.claim.endswith("."), node.claim
                assert ".." not in node.claim
