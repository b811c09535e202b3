"""Of several rules of one place or state, which prevails; and what is said where nothing on record tells."""

from __future__ import annotations

from typing import Any

import pytest

from tests.standing.world import CHELSEA, MA, SUFFOLK, SURE, ask, condition, register

DETAINER = condition(
    requirements=[{"id": "a", "actor": "jail_operator", "duty": "detainer", "says": "Hold for a detainer."}]
)
CUSTODY = {"id": "c", "operator": "The Sheriff", "level": "county", "lockup": "yes", **SURE}


def policy(name: str, answer: str, start: str, **own: Any) -> dict[str, Any]:
    return {
        "id": name, "kind": "ordinance", "title": f"The {name} one", "effective_from": start, "binds": "all",
        "answers": {"honors_detainer": {"answer": answer, "basis": "text"}}, **SURE, **own,
    }  # fmt: skip


def rule(name: str, answer: str, start: str, direction: str = "requires") -> dict[str, Any]:
    return {
        "id": name, "state": MA, "kind": "statute", "title": f"The {name} one", "direction": direction,
        "effective_from": start, "binds": ["all_agencies"], "binds_words": "all", "says": "S",
        "answers": {"honors_detainer": {"answer": answer, "basis": "text"}}, **SURE,
    }  # fmt: skip


def answer(
    *policies: dict[str, Any],
    rules: tuple[dict[str, Any], ...] = (),
    operator: str = SUFFOLK,
    on: str = "2018-06-01",
) -> tuple[str, str]:
    """The fit of Chelsea, whose police have cells, and what was said why."""
    record = {
        "id": "p", "place": CHELSEA, "policies": list(policies),
        "custody": CUSTODY | {"operator_place": operator},
    }  # fmt: skip
    facts = register(condition=[DETAINER], place_record=[record], rule=list(rules))
    fit = ask(facts, on).fit
    return fit.fit.value, fit.requirements[0].why


OLD = policy("old", "never", "2016-01-01")


def test_where_nothing_says_which_of_two_texts_prevails_the_answer_is_open() -> None:
    fit, why = answer(OLD, policy("new", "always", "2018-01-01"))
    assert fit == "unclear"
    assert "The old one says otherwise, and which of them prevails is not on record" in why


@pytest.mark.parametrize("field", ["supersedes", "replaces"])
def test_the_one_that_prevails_answers_from_its_start(field: str) -> None:
    new = policy("new", "always", "2018-01-01", **{field: ["old"]})
    assert answer(OLD, new, on="2017-12-31")[0] == "conflicts"
    assert answer(OLD, new, on="2018-01-01")[0] == "meets"
    assert answer(new, OLD)[0] == "meets"


def test_what_is_replaced_is_over_and_what_is_superseded_speaks_where_the_other_is_silent() -> None:
    silent = {"answers": {"asks_status": {"answer": "no", "basis": "text"}}}
    assert answer(OLD, policy("new", "", "2018-01-01", supersedes=["old"], **silent))[0] == "conflicts"
    assert answer(OLD, policy("new", "", "2018-01-01", replaces=["old"], **silent))[0] == "unknown"


def test_a_text_that_is_silent_takes_nothing_from_one_that_speaks() -> None:
    assert answer(OLD, policy("new", "not_addressed", "2018-01-01"))[0] == "conflicts"
    assert answer(OLD, policy("new", "not_addressed", "2018-01-01", supersedes=["old"]))[0] == "conflicts"


def test_what_only_urges_supersedes_nothing() -> None:
    urging = policy("new", "always", "2018-01-01", supersedes=["old"], urges_only=True)
    assert answer(OLD, urging)[0] == "conflicts"


def test_a_rule_for_other_bodies_says_nothing_of_the_police_s_cells() -> None:
    police, jail = policy("a", "never", "2016-01-01"), policy("b", "always", "2018-01-01")
    both = (police | {"bodies": ["police"]}, jail | {"bodies": ["jails"]})
    assert answer(*both)[0] == "conflicts"
    assert answer(*both, operator=CHELSEA)[0] == "meets"


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_of_two_state_rules_that_require_the_later_prevails_in_any_order_of_files(
    names: tuple[str, str],
) -> None:
    early, late = rule(names[0], "with_exceptions", "2016-01-01"), rule(names[1], "always", "2018-01-01")
    assert answer(rules=(early, late))[0] == "meets"
    assert answer(rules=(late, early))[0] == "meets"
