"""`pursestrings timeline`: one name, three kinds of chart, three formats; asked of the shipped register."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner

from pursestrings.cli import cli
from pursestrings.cli import main as program
from pursestrings.errors import PursestringsError


def ask(workspace: Path, *arguments: str) -> str:
    """What the command prints."""
    call = ["timeline", *arguments, "--workspace", str(workspace / "none")]
    return CliRunner().invoke(cli, call, catch_exceptions=False).stdout


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("jag-2017-notice", "FY 2017 JAG"),
        ("chicago-v-sessions-fy2017", "City of Chicago v. Sessions"),
        ("jag-2017-set", "(jag-2017-set)"),
        ("Chicago, IL", "Conditions that reach Chicago, IL"),
        ("1714000", "Conditions that reach Chicago, IL"),
    ],
)
def test_a_name_is_a_condition_a_case_a_group_or_a_place(tmp_path: Path, name: str, title: str) -> None:
    printed = ask(tmp_path, name)
    assert title in printed.splitlines()[0]
    assert max(len(line) for line in printed.splitlines()) <= 100


def test_the_stay_of_june_2018_is_a_gap_for_everyone_but_chicago(tmp_path: Path) -> None:
    rows = json.loads(ask(tmp_path, "jag-2017-notice", "--format", "json"))["rows"]
    bars = {row["label"]: row["bars"] for row in rows}
    assert [bar["state"] for bar in bars["Chicago, IL"]] == ["in_force", "barred", "withdrawn"]
    gap = next(bar for bar in bars["Evanston, IL"] if bar["from"] == "2018-06-26")
    assert (gap["state"], gap["until"]) == ("in_force", "2018-08-09")
    assert gap["facts"] == ["chicago-v-sessions-fy2017-08"]


def test_years_can_be_chosen_and_later_knowledge_left_out(tmp_path: Path) -> None:
    chosen = json.loads(
        ask(tmp_path, "jag-2017-notice", "--from", "2018-01-01", "--until", "2018-12-31", "--format", "json")
    )
    assert (chosen["from"], chosen["until"]) == ("2018-01-01", "2018-12-31")
    assert all("2018-01-01" <= event["day"] < "2018-12-31" for event in chosen["events"])
    early = json.loads(ask(tmp_path, "jag-2017-notice", "--as-known-on", "2018-01-01", "--format", "json"))
    assert early["until"] == "2018-01-02"
    assert [row["label"] for row in early["rows"]] == ["everyone else"]


def test_a_picture_goes_to_a_file_and_not_over_another(tmp_path: Path) -> None:
    out = tmp_path / "chart.svg"
    assert ask(tmp_path, "eo13768-9a", "--format", "svg", "--out", str(out)) == ""
    assert ET.parse(out).getroot().tag.endswith("svg")
    with pytest.raises(PursestringsError, match=r"chart\.svg"):
        ask(tmp_path, "eo13768-9a", "--format", "svg", "--out", str(out))
    assert ask(tmp_path, "eo13768-9a", "--format", "svg", "--out", str(out), "--force") == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["jag-2017-notise"], "Near it: jag-2017-notice"),
        (["chicago-v-session-fy2017"], "Near it: chicago-v-sessions-fy2017"),
        (["Atlantis, MA"], "There is no condition, case or place 'Atlantis, MA'"),
        (["Springfield"], "Say which"),
        (["sec1373-facial"], "has no standing"),
        (["jag-2017-award"], "List them: pursestrings conditions"),
        (["Boston, MA", "--from", "2019-01-01", "--until", "2018-01-01"], "P107"),
    ],
)
def test_a_wrong_name_is_one_clear_error(
    arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["pursestrings", "timeline", *arguments])
    with pytest.raises(SystemExit) as stopped:
        program()
    error = capsys.readouterr().err
    assert stopped.value.code == 2
    assert words in error
    assert len(error.splitlines()) == 1
