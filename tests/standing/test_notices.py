"""Agency notices: a written promise not to enforce, asked around its day and as known the day before."""

from __future__ import annotations

from typing import Any

import pytest

from pursestrings.standing.engine import Engine
from pursestrings.standing.reasons.tree import Step
from tests.standing.test_algebra import (
    ACCESS,
    BARRED,
    BARS_NOT,
    DAY,
    OPEN,
    ORDER,
    TO_CHELSEA,
    Answers,
    around,
    ruling,
)  # fmt: skip
from tests.standing.world import BOSTON, ask, case, condition, register


def notice(name: str = "n", **own: Any) -> dict[str, Any]:
    return {
        "id": name, "kind": "non_enforcement", "issuer": "Agency", "posted": "2018-01-01", "covers": TO_CHELSEA,
        "conditions": ["notice"], "says": "Not used.", "confidence": "primary",
        "sources": [{"title": "T", "publisher": "P", "date": "undated"}], **own,
    }  # fmt: skip


def promised(*notices: dict[str, Any], acts: tuple[dict[str, Any], ...] = (), **own: str) -> Answers:
    facts = register(
        condition=[condition(), ACCESS], notice=list(notices), case=[case(*acts)] if acts else []
    )
    return around(facts, **own)


NOT_ENFORCED = "not_enforced"


def rescission(name: str = "r", **own: Any) -> dict[str, Any]:
    return notice(name, posted=DAY, kind="rescission", rescinds=["n"], **own)


def test_a_later_notice_ends_an_earlier_one_for_its_own_conditions_and_whom_it_covers() -> None:
    both = notice(conditions=["notice", "access"], covers={"everyone": True})
    stops, stays = (NOT_ENFORCED, OPEN, OPEN, NOT_ENFORCED), (NOT_ENFORCED,) * 4
    assert promised(both, rescission()) == stops
    assert promised(both, rescission(), place=BOSTON) == stays
    assert promised(both, rescission(), name="access") == stays


def test_a_rescission_in_doubt_leaves_the_promise_in_doubt_and_one_taken_back_leaves_it_whole() -> None:
    doubt = promised(notice(), rescission(doubtful="its text was not seen"))
    assert doubt == (NOT_ENFORCED, OPEN + "?", OPEN + "?", NOT_ENFORCED)
    back = notice("b", posted="2018-05-01", kind="policy", rescinds=["r"])
    facts = register(condition=[condition(), ACCESS], notice=[notice(), rescission(), back])
    assert around(facts, "2018-05-01") == (OPEN, NOT_ENFORCED, NOT_ENFORCED, OPEN)


def test_a_notice_holds_from_the_day_it_was_posted_for_those_it_covers() -> None:
    starts = (OPEN, NOT_ENFORCED, NOT_ENFORCED, OPEN)
    assert promised(notice(posted=DAY)) == starts
    assert promised(notice(posted=DAY), place=BOSTON) == BARS_NOT
    assert promised(notice(posted=DAY), name="access") == BARS_NOT


def test_a_notice_ends_on_its_last_day_and_that_end_is_unknown_before() -> None:
    stops = (NOT_ENFORCED, OPEN, OPEN, NOT_ENFORCED)
    assert promised(notice(until=DAY)) == stops
    assert promised(notice(until=DAY), notice("m")) == (NOT_ENFORCED,) * 4


def test_a_notice_that_ended_in_a_month_is_in_doubt_inside_it() -> None:
    ended = notice(until="2018-02")
    assert promised(ended, day="2018-02-01") == (NOT_ENFORCED, OPEN + "?", OPEN + "?", NOT_ENFORCED)
    assert promised(ended, day="2018-02-28") == (OPEN + "?", OPEN, OPEN, OPEN + "?")


def test_a_notice_shows_where_an_order_that_bars_comes_to_its_end() -> None:
    reversal = ruling("reversed", {"does": "ends", "act": "a"})
    assert promised(notice(), acts=(ORDER, reversal)) == (BARRED, NOT_ENFORCED, NOT_ENFORCED, BARRED)


@pytest.mark.parametrize("kind", ["rescission", "policy", "extension"])
def test_only_a_promise_not_to_enforce_bears_on_force(kind: str) -> None:
    assert promised(notice(posted=DAY, kind=kind)) == BARS_NOT


def test_the_reasons_name_the_notice_that_took_another_back() -> None:
    facts = register(condition=[condition(), ACCESS], notice=[notice(), rescission()])
    answer = ask(facts, "2018-12-01")
    lost = next(node for node in Engine(facts).reason(answer).walk() if node.step is Step.LOST)
    assert "was taken back" in lost.claim
    assert [one.id for one in lost.cites] == ["n", "r"]
