"""Answers that must come out of the shipped register, as a user asks for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pursestrings.cli import cli


def ask(tmp_path: Path, place: str, condition: str, on: str) -> dict[str, Any]:
    arguments = ["standing", "--place", place, "--condition", condition, "--on", on, "--format", "json"]
    result = CliRunner().invoke(cli, [*arguments, "--workspace", str(tmp_path)], catch_exceptions=False)
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def brief(tmp_path: Path, place: str, on: str) -> dict[str, Any]:
    arguments = ["brief", place, "--on", on, "--format", "json", "--workspace", str(tmp_path)]
    answer: dict[str, Any] = json.loads(CliRunner().invoke(cli, arguments, catch_exceptions=False).stdout)
    return answer


ANSWERS = [
    # place, condition, day, force, the act that blocks it
    ("Chelsea, MA", "eo13768-9a", "2017-08-04", "barred", "sf-santa-clara-v-trump-03"),
    ("Chelsea, MA", "jag-2017-access", "2017-08-04", "in_force", None),
    ("Chelsea, MA", "jag-2017-notice", "2017-08-04", "in_force", None),
    ("Chelsea, MA", "jag-2017-access", "2017-09-20", "barred", "chicago-v-sessions-fy2017-02"),
    ("Chelsea, MA", "jag-2017-notice", "2017-09-20", "barred", "chicago-v-sessions-fy2017-02"),
    ("Houston, TX", "jag-2017-notice", "2017-09-20", "barred", "chicago-v-sessions-fy2017-02"),
    ("Chelsea, MA", "jag-2017-1373", "2017-09-20", "in_force", None),
    ("Chelsea, MA", "jag-2017-notice", "2018-07-02", "in_force", None),
    ("Springfield, MA", "jag-2017-access", "2018-07-02", "in_force", None),
    ("Chicago, IL", "jag-2017-notice", "2018-07-02", "barred", "chicago-v-sessions-fy2017-03"),
    ("Chicago, IL", "jag-2017-access", "2018-07-02", "barred", "chicago-v-sessions-fy2017-03"),
]


@pytest.mark.parametrize(("place", "condition", "on", "force", "act"), ANSWERS)
def test_the_story_of_2017_and_2018(
    tmp_path: Path, place: str, condition: str, on: str, force: str, act: str | None
) -> None:
    answer = ask(tmp_path, place, condition, on)
    assert answer["force"] == force
    if act is not None:
        assert act in {block["act"] for block in answer["blocked_by"]}


def test_baltimore_owes_an_answer_and_the_state_runs_its_jail(tmp_path: Path) -> None:
    answer = brief(tmp_path, "Baltimore, MD", "2017-08-04")
    assert "2017-08-18" in {request["due_now"] for request in answer["requests"]}
    assert any("2017-08-18" in line for line in answer["bottom_line"])
    [custody] = answer["custody"]
    assert custody["operator_place"] == "ocd-division/country:us/state:md"
    assert not custody["own"]


def test_the_jail_of_albuquerque_is_the_countys(tmp_path: Path) -> None:
    [custody] = brief(tmp_path, "Albuquerque, NM", "2017-08-04")["custody"]
    assert custody["operator_place"] == "ocd-division/country:us/state:nm/county:bernalillo"


@pytest.mark.parametrize("place", ["Chelsea, MA", "Boston, MA", "Suffolk County, MA"])
def test_massachusetts_places_show_lunn_and_no_more_than_it_held(tmp_path: Path, place: str) -> None:
    before = {row["id"] for row in brief(tmp_path, place, "2017-07-23")["policies"]}
    after = {row["id"]: row for row in brief(tmp_path, place, "2017-07-24")["policies"]}
    assert "st-ma-2017-lunn" not in before
    lunn = after["st-ma-2017-lunn"]
    assert set(lunn["answers"]) <= {"honors_detainer", "detains_on_ice_admin_warrant"}
    assert {one["answer"] for one in lunn["answers"].values()} == {"state_law_forbids"}


def test_a_group_answers_each_of_its_members(tmp_path: Path) -> None:
    answer = ask(tmp_path, "Albuquerque, NM", "psp-2017-cooperation", "2017-08-04")
    assert isinstance(answer, list)
    assert {one["condition"] for one in answer} == {"psp-2017-access", "psp-2017-notice", "psp-2017-detainer"}


@pytest.mark.parametrize("name", ["ddor-1", "req-2017-08-03-psp", "usc-8-1373"])
def test_what_ties_no_money_has_no_standing_and_says_where_it_lives(tmp_path: Path, name: str) -> None:
    arguments = ["standing", "--place", "Chelsea, MA", "--condition", name, "--workspace", str(tmp_path)]
    result = CliRunner().invoke(cli, arguments)
    assert "no standing" in str(result.exception)


def test_every_reason_names_facts_and_every_fact_its_source_or_that_it_has_none(tmp_path: Path) -> None:
    answer = ask(tmp_path, "Chelsea, MA", "eo13768-9a", "2017-08-04")

    def facts(reasons: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [fact for one in reasons for fact in (*one["facts"], *facts(one["because"]))]

    cited = facts(answer["reasons"])
    assert {"eo13768-9a", "sf-santa-clara-v-trump-03"} <= {fact["id"] for fact in cited}
    assert all(fact["sources"] or fact["confidence"] == "recalled" for fact in cited)
