"""`changes` and `whatif`: what changed and which act did it; what would be otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pursestrings.cli import cli
from pursestrings.errors import BAD_OPTION, PursestringsError
from tests.register.test_supposed import RULE, supposing


def ask(folder: Path, *arguments: str) -> str:
    return CliRunner().invoke(cli, [*arguments, "--workspace", str(folder)], catch_exceptions=False).stdout


def test_changes_names_the_order_that_began_to_protect_boston(tmp_path: Path) -> None:
    call = ["changes", "Boston, MA", "--since", "2018-11-29", "--until", "2018-11-30"]
    text = ask(tmp_path, *call, "--condition", "jag-2017-notice")
    assert "in force → barred" in text
    assert "(new-york-v-doj-03)" in text


def test_changes_over_the_country_groups_places(tmp_path: Path) -> None:
    call = [
        "changes",
        "--since",
        "2025-11-03",
        "--until",
        "2025-11-04",
        "--condition",
        "dot-imm-condition-2025",
    ]
    answer = json.loads(ask(tmp_path, *call, "--format", "json"))
    freed = max(answer["differences"], key=lambda one: len(one["places"]))
    assert len(freed["places"]) > 10_000
    assert {"field": "force", "before": "in_force", "after": "barred"} in freed["changes"]
    assert [one["fact"] for one in freed["because"]] == ["cal-dot-final"]


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    call = ["changes", "Boston, MA", "--since", "2018-11-28", "--until", "2018-11-29"]
    assert "Nothing changed" in ask(tmp_path, *call, "--condition", "jag-2017-notice")


def test_days_in_the_wrong_order_are_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(PursestringsError) as error:
        ask(tmp_path, "changes", "Boston, MA", "--since", "2019-01-01", "--until", "2018-01-01")
    assert error.value.kind is BAD_OPTION


def test_without_its_order_boston_would_not_be_protected(tmp_path: Path) -> None:
    call = ["whatif", "Boston, MA", "--on", "2019-06-01", "--without", "new-york-v-doj-03"]
    text = ask(tmp_path, *call, "--condition", "jag-2017-notice")
    assert "barred → in force" in text


def test_without_a_condition_it_would_not_stand_at_all(tmp_path: Path) -> None:
    text = ask(tmp_path, "whatif", "Boston, MA", "--on", "2025-06-01", "--without", "eo-14287")
    assert "(eo-14287)" in text
    assert "in force → not yet" in text


def test_a_statute_enacted_would_change_what_a_state_s_cities_may_do(tmp_path: Path) -> None:
    rule = RULE.replace("  shares_release_date", "  uses_resources_for_civil_enforcement").replace(
        "prohibited", "no"
    )
    file = supposing(tmp_path, rule.replace("2026-10-01", "2025-05-01"))
    call = ["whatif", "Malden, MA", "--on", "2025-05-15", "--with", str(file)]
    text = ask(tmp_path, *call, "--condition", "dot-imm-condition-2025")
    assert "→ conflicts" in text


def test_a_supposition_that_changes_nothing_is_said(tmp_path: Path) -> None:
    call = ["whatif", "Houston, TX", "--on", "2025-05-15", "--without", "new-york-v-doj-03"]
    assert "nothing would be otherwise" in ask(tmp_path, *call)
