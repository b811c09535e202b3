"""`pursestrings why`: the reasons of an answer on every surface, from the shipped register."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from pursestrings.cli import cli
from pursestrings.errors import PursestringsError

BOSTON = ("Boston, MA", "jag-2017-notice", "--on", "2018-06-01")


def run(tmp_path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["why", *arguments, "--workspace", str(tmp_path)])


def standing(tmp_path: Path, place: str, condition: str, on: str) -> Any:
    call = ["standing", "--place", place, "--condition", condition, "--on", on, "--format", "json"]
    return json.loads(CliRunner().invoke(cli, [*call, "--workspace", str(tmp_path)]).stdout)


def test_prose_is_what_the_terminal_shows(tmp_path: Path) -> None:
    shown = run(tmp_path, *BOSTON)
    assert shown.exit_code == 0
    text = " ".join(shown.stdout.split())
    assert "The verdict for Boston, MA on 2018-06-01 is blocked, by row 2 of 7" in text
    assert "preliminary injunction of the Northern District of Illinois" in text
    assert "Without it, the condition would be in force again." in text


def test_the_day_the_stay_began_the_order_that_was_lost_is_named_first(tmp_path: Path) -> None:
    place, condition, flag, _ = BOSTON
    text = " ".join(run(tmp_path, place, condition, flag, "2018-06-26").stdout.split())
    assert "which covered the place as it was granted, does not protect it that day" in text
    assert "The stay of the Seventh Circuit (2018-06-26) suspended it" in text


def test_json_is_the_tree_that_standing_gives(tmp_path: Path) -> None:
    document = json.loads(run(tmp_path, *BOSTON, "--format", "json").stdout)
    answer = standing(tmp_path, BOSTON[0], BOSTON[1], BOSTON[3])
    assert [document["reason"]] == answer["reasons"]
    assert document["register"] == answer["register"]
    for field, value in document["answer"].items():
        assert field == "row" or answer[field] == value
    assert document["question"]["on"] == "2018-06-01"


def test_the_outline_is_that_of_standing(tmp_path: Path) -> None:
    call = ["standing", "--place", BOSTON[0], "--condition", BOSTON[1], "--on", BOSTON[3]]
    text = CliRunner().invoke(cli, [*call, "--workspace", str(tmp_path)]).stdout
    assert run(tmp_path, *BOSTON, "--format", "outline").stdout.strip() == text.strip()


def test_a_group_answers_each_of_its_members(tmp_path: Path) -> None:
    call = ("Albuquerque, NM", "psp-2017-cooperation", "--on", "2017-08-04")
    documents = json.loads(run(tmp_path, *call, "--format", "json").stdout)
    assert {one["question"]["condition"] for one in documents} == {
        "psp-2017-access",
        "psp-2017-notice",
        "psp-2017-detainer",
    }
    drawn = run(tmp_path, *call, "--format", "svg").stdout
    assert sum("VERDICT" in (text.text or "") for text in ET.fromstring(drawn).iter()) == 3


def test_a_file_is_written_whole_and_never_over_another_unless_told(tmp_path: Path) -> None:
    out = tmp_path / "why.svg"
    assert run(tmp_path, *BOSTON, "--format", "svg", "--out", str(out)).stdout == ""
    assert ET.fromstring(out.read_text(encoding="utf-8")).tag.endswith("svg")
    refused = run(tmp_path, *BOSTON, "--out", str(out))
    assert isinstance(refused.exception, PursestringsError)
    assert refused.exception.kind.code == "P212"
    assert out.read_text(encoding="utf-8").startswith("<?xml")
    assert run(tmp_path, *BOSTON, "--out", str(out), "--force").exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("FY 2017 JAG")
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_a_file_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    failed = run(tmp_path, *BOSTON, "--out", str(tmp_path / "no" / "folder" / "why.txt"))
    assert isinstance(failed.exception, PursestringsError)
    assert failed.exception.kind.code == "P213"
    assert "\n" not in failed.exception.line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Atlantis, MA", "jag-2017-notice"), "No US government is called"),
        (("Boston, MA", "jag-2017-notise"), "Near it: jag-2017-notice"),
        (("Boston, MA", "usc-8-1373"), "no standing"),
        (("Boston, MA", "jag-2017-notice", "--on", "2018-02-30"), "is no date"),
    ],
)
def test_a_wrong_question_is_one_clear_line(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    failed = run(tmp_path, *arguments)
    assert isinstance(failed.exception, PursestringsError)
    assert words in failed.exception.line
    assert "\n" not in failed.exception.line
