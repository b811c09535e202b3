"""Golden questions on standing, asked through the command line."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from click.testing import CliRunner

from pursestrings.cli import cli


def test_every_golden_question_is_answered_right(shared: Path, tmp_path: Path) -> None:
    questions = yaml.safe_load((shared / "gold" / "standing.yaml").read_text(encoding="utf-8"))["questions"]
    wrong = []
    for question in questions:
        arguments = ["standing", "--format", "json", "--workspace", str(tmp_path), "--on", question["on"]]
        arguments += ["--place", question["place"], "--condition", question["condition"]]
        if "as_known_on" in question:
            arguments += ["--as-known-on", question["as_known_on"]]
        answer = json.loads(CliRunner().invoke(cli, arguments, catch_exceptions=False).stdout)
        found = {field: answer[field] for field in question["expect"]}
        if found != question["expect"]:
            wrong.append((question["id"], found, question["expect"]))
    assert not wrong
