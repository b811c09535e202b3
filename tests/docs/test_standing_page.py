"""The page on method says what the program does: its table of verdicts, and an example that works."""

from __future__ import annotations

import re
from pathlib import Path

from pursestrings.register.index import load
from pursestrings.register.models.courts import ChangeKind
from pursestrings.standing.verdict import Row
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "standing.md").read_text(encoding="utf-8")


def test_the_table_of_verdicts_is_the_program_s() -> None:
    rows = re.findall(r"^\| (\d) \| (\w+) \|", PAGE, flags=re.MULTILINE)
    assert rows == [(str(row.position), row.verdict.value) for row in Row]


def test_every_change_that_an_act_can_make_is_told() -> None:
    told = re.findall(r"^\| (replaces|ends|stays|lifts|narrows|extends)\b", PAGE, flags=re.MULTILINE)
    assert set(told) == {kind.value for kind in ChangeKind}


def test_the_supposed_fact_of_the_example_is_sound(tmp_path: Path) -> None:
    [example] = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)
    path = tmp_path / "reversal.yaml"
    path.write_text(example, encoding="utf-8")
    assert "supposed-reversal" in load(supposing=[path]).acts
