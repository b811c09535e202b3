"""The curator's page: its examples pass the check and change the answers that it says they change."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from pursestrings.cli import cli
from pursestrings.register.check import check
from pursestrings.register.load import load_files

PAGE = (Path(__file__).parents[2] / "docs" / "curating.md").read_text(encoding="utf-8")
EXAMPLES: dict[str, str] = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, flags=re.DOTALL))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace whose own facts are the page's examples."""
    for name, text in EXAMPLES.items():
        (tmp_path / "register" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "register" / name).write_text(text, encoding="utf-8")
    return tmp_path


def asked(workspace: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, [*arguments, "--workspace", str(workspace)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def verdict(workspace: Path, place: str, condition: str, on: str) -> str:
    answer = asked(
        workspace, "standing", "--place", place, "--condition", condition, "--on", on, "--format", "json"
    )
    return str(json.loads(answer)["verdict"])


def test_there_are_three_examples_and_a_search_that_found_nothing() -> None:
    assert {name.partition("/")[0] for name in EXAMPLES} == {"cases", "places", "corrections"}


def test_the_examples_pass_the_check(workspace: Path) -> None:
    assert [one.line for one in check(load_files((workspace / "register",)))] == []


def test_the_order_of_the_first_example_blocks_the_terms(workspace: Path, tmp_path: Path) -> None:
    question = ("Worcester, MA", "dhs-stc-fy2025-imm", "2026-07-15")
    assert verdict(tmp_path / "empty", *question) == "uncertain"
    assert verdict(workspace, *question) == "blocked"


def test_the_command_of_the_first_example_writes_what_it_is_said_to(tmp_path: Path) -> None:
    citation = re.search(r'new case --citation "(.+?)"', PAGE)
    assert citation is not None
    asked(tmp_path, "new", "case", "--citation", citation[1])
    text = (tmp_path / "register" / "cases" / "worcester-v-noem.yaml").read_text(encoding="utf-8")
    assert "court: mad" in text
    assert "docket: 4:26-cv-40099" in text


def test_the_policy_of_the_second_example_is_shown_as_read_in_the_text(workspace: Path) -> None:
    covered = json.loads(
        asked(workspace, "coverage", "Peabody, MA", "--on", "2026-07-02", "--format", "json")
    )
    assert covered["thin"] is False
    assert set(covered["answered"].values()) == {"text"}


def test_a_search_that_found_nothing_is_told_before_the_brief(workspace: Path) -> None:
    text = " ".join(asked(workspace, "brief", "Danvers, MA", "--on", "2026-07-08").split())
    assert text.index("Nothing on the subject.") < text.index("On 2026-07-08 the record")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`pursestrings (\w+)", PAGE))))
def test_the_commands_that_it_names_are_there(name: str) -> None:
    assert name in cli.list_commands(None)  # type: ignore[arg-type]
