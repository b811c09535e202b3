"""`coverage`: what the register holds and what it is known to lack, in words and for machines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from pursestrings.cli import cli
from pursestrings.register.index import load


def ask(tmp_path: Path, *arguments: str) -> str:
    call = ["coverage", *arguments, "--workspace", str(tmp_path / "none")]
    result = CliRunner().invoke(cli, call, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def answer(tmp_path: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ask(tmp_path, *arguments, "--format", "json"))
    return found


def test_the_whole_register_is_told_by_kind_and_state_with_what_is_missing(tmp_path: Path) -> None:
    text, meta = ask(tmp_path), load().meta
    assert text.startswith(
        f"{meta.title} {meta.version}: from {meta.covers_from} through {meta.known_through}."
    )
    kinds, missing = text.split("Known to be missing:")
    assert "policy  " in kinds
    assert "questions that the codebook puts to local policies" in kinds
    assert "\nMA " in kinds
    assert "Facts at which nobody has looked again" in missing
    assert all(len(line) <= 100 for line in missing.splitlines())


def test_for_machines_the_numbers_are_the_same(tmp_path: Path) -> None:
    facts, found = load(), answer(tmp_path)
    assert found["known_through"] == str(facts.meta.known_through)
    assert found["kinds"]["act"]["total"] == len(facts.acts)
    for count in found["kinds"].values():
        assert count["total"] == sum(count["confidence"].values()) == sum(count["looked_at"].values())
    text = ask(tmp_path)
    assert f"act {found['kinds']['act']['total']:>18,}" in text
    assert list(found["states"]) == sorted(found["states"])


def test_uncoded_conditions_are_named_as_missing(tmp_path: Path) -> None:
    uncoded = [one.id for one in load().conditions.values() if one.do_not_compute is not None]
    gaps = answer(tmp_path)["gaps"]
    assert uncoded
    assert all(name in gaps[0] for name in uncoded)


def test_a_place_without_a_file_is_said_to_be_thin(tmp_path: Path) -> None:
    text = ask(tmp_path, "Monowi, NE")
    assert text.startswith("Monowi, NE on ")
    assert "The record is thin" in text
    assert "nobody has looked for its rules" in text
    found = answer(tmp_path, "Monowi, NE")
    assert (found["thin"], found["policies"], found["answered"]) == (True, [], {})


def test_a_place_is_told_for_its_day(tmp_path: Path) -> None:
    earlier, later = (answer(tmp_path, "Chelsea, MA", "--on", day) for day in ("2007-01-01", "2018-01-01"))
    assert earlier["place"]["on"] == "2007-01-01"
    assert earlier["policies"] == []
    assert "ma-chelsea-2007-resolution" in later["policies"]
    assert earlier["holds"] == later["holds"]
    assert {*later["answered"], *later["unanswered"]} == set(load().codebook.features)


def test_a_place_of_which_a_text_was_read_is_not_thin(tmp_path: Path) -> None:
    text = ask(tmp_path, "Boston, MA", "--on", "2020-01-01")
    assert "thin" not in text.splitlines()[0]
    assert "Answered by its own rules, and on what basis:" in text
