"""The README shows what the program really prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from pursestrings.cli import cli
from pursestrings.register.index import load

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_session_in_the_readme_is_what_the_program_prints(tmp_path: Path) -> None:
    [session] = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    turns = re.findall(r"^\$ pursestrings (.*)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)
    assert len(turns) >= 2
    for call, shown in turns:
        arguments = shlex.split(call.partition(" | ")[0])
        printed = (
            CliRunner().invoke(cli, [*arguments, "--workspace", str(tmp_path)], catch_exceptions=False).stdout
        )
        for line in shown.splitlines():
            if line.strip() not in {"", "…"}:
                assert line in printed.splitlines()


def test_every_command_stands_in_the_readme() -> None:
    for name in cli.list_commands(None):  # type: ignore[arg-type]
        assert re.search(rf"pursestrings {name}|`{name}`", README), name


def test_what_the_readme_says_is_covered_is_what_the_register_holds() -> None:
    register = load()
    told = " ".join(README.split())
    places = register.place_records.values()
    held = [
        f"{len(register.cases)} lawsuits",
        f"{len(register.instruments)} statutes, orders, terms and bills",
        f"{sum(len(one.policies) for one in places)} policies of {sum(bool(one.policies) for one in places)} governments",
        f"{sum(bool(one.looked_for) and not one.policies for one in places)} more for which somebody looked",
        f"{len(register.rules)} rules of {len({one.state for one in register.rules.values()})} states",
    ]
    assert [words for words in held if words not in told] == []
