"""A brief is the same answer on every surface, at any width, with a source for every line."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pursestrings.cli import cli
from pursestrings.register.index import load
from tests.conftest import lacking


def run(tmp_path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        cli, ["brief", *arguments, "--workspace", str(tmp_path)], catch_exceptions=False
    )


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("workspace")
    answer: dict[str, Any] = json.loads(
        run(folder, "Baltimore, MD", "--on", "2017-08-04", "--format", "json").stdout
    )
    return answer


def test_the_brief_has_every_section_of_the_contract(brief: dict[str, Any]) -> None:
    assert {
        "schema", "place", "on", "register", "bottom_line", "standings", "not_coded", "certifications", "requests",
        "lists", "threats", "bills", "policies", "custody", "cases", "money", "statements",
    } <= set(brief)  # fmt: skip


def test_no_verdict_stands_without_force_certainty_and_precedent(brief: dict[str, Any]) -> None:
    for row in brief["standings"]:
        assert {"verdict", "force", "certainty", "precedent", "reasons"} <= set(row)
        assert row["reasons"]


def test_every_row_of_the_record_names_its_source_or_says_it_has_none(brief: dict[str, Any]) -> None:
    for section in (
        "certifications",
        "requests",
        "lists",
        "threats",
        "bills",
        "policies",
        "custody",
        "cases",
        "money",
    ):
        for row in brief[section]:
            assert row["sources"] or row["confidence"] == "recalled", (section, row["id"])


@pytest.mark.parametrize("width", [40, 64, 100, 160])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, width: int) -> None:
    text = run(tmp_path, "Baltimore, MD", "--on", "2017-08-04", "--width", str(width)).stdout
    assert max(len(line) for line in text.splitlines()) <= width


def test_piped_text_has_no_colour_and_opens_with_the_bottom_line(tmp_path: Path) -> None:
    text = run(tmp_path, "Chelsea, MA", "--on", "2017-08-04").stdout
    assert "\x1b" not in text
    assert text.splitlines()[0] == "Chelsea, MA on 2017-08-04"
    assert "record of this place is thin" in text.splitlines()[2]
    first = next(line for line in text.splitlines() if line.startswith("• "))
    assert text.index(first) < text.index("Strings")
    assert "not legal advice" in " ".join(text.split())


def test_a_day_after_the_record_says_how_far_it_runs(tmp_path: Path) -> None:
    through = load().meta.known_through
    after = (through.latest + timedelta(days=1)).isoformat()
    text = " ".join(run(tmp_path, "Chelsea, MA", "--on", after).stdout.split())
    assert f"The record runs to {through};" in text


def test_what_was_not_known_yet_is_not_told(tmp_path: Path) -> None:
    arguments = ("Chelsea, MA", "--on", "2017-08-04", "--as-known-on", "2017-03-01", "--format", "json")
    answer = json.loads(run(tmp_path, *arguments).stdout)
    assert "jag-2017-notice" not in {row["condition"] for row in answer["standings"]}
    [section_9a] = [row for row in answer["standings"] if row["condition"] == "eo13768-9a"]
    assert section_9a["force"] == "in_force"
    assert not answer["threats"]


def test_markdown_and_html_carry_the_same_strings(tmp_path: Path, brief: dict[str, Any]) -> None:
    page = run(tmp_path, "Baltimore, MD", "--on", "2017-08-04", "--format", "html").stdout
    markdown = run(tmp_path, "Baltimore, MD", "--on", "2017-08-04", "--format", "md").stdout
    for row in brief["standings"]:
        assert f"`{row['condition']}`" in markdown
        assert row["condition"] in page
    assert "<script" not in page
    assert len(re.findall("<h1>", page)) == 1


def test_a_browser_shows_the_page(tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or lacking("the browser chromium")
    page = tmp_path / "brief.html"
    page.write_text(
        run(tmp_path, "Chelsea, MA", "--on", "2017-08-04", "--format", "html").stdout, encoding="utf-8"
    )
    command = [
        str(chromium), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", f"--user-data-dir={tmp_path / 'profile'}",
        "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    seen = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    assert "Chelsea, MA on 2017-08-04" in seen
    assert seen.count("<details") >= 5


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Chelsae, MA", "No US government is called"),
        ("Franklin", "can be"),
        ("ocd-division/country:us/state:zz", "No US government"),
    ],
)
def test_a_place_that_is_none_or_many_is_one_clear_line(tmp_path: Path, place: str, words: str) -> None:
    result = CliRunner().invoke(cli, ["brief", place, "--workspace", str(tmp_path)])
    assert words in str(result.exception)
    assert "\n" not in str(result.exception)


def test_a_day_that_is_none_is_one_clear_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        cli, ["brief", "Chelsea, MA", "--on", "2017-02-30", "--workspace", str(tmp_path)]
    )
    assert "'2017-02-30' is no date" in str(result.exception)
