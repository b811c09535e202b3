"""What the register refuses, and the words and the line that say so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pursestrings.cli import cli
from pursestrings.errors import PursestringsError
from pursestrings.register.check import check
from pursestrings.register.checks import cited
from pursestrings.register.files import shipped
from pursestrings.register.load import load_files
from tests.register.conftest import Found

SOURCE = "sources:\n  - {title: A paper, publisher: A publisher, date: undated}\nconfidence: primary\n"

PROGRAM = "id: '16.738'\nname: Ours\nagency: A\nkind: formula\n" + SOURCE

BROKEN = [
    # file, content, line, words that the message must hold
    ("outlets/a.yaml", "id: a\nname: [A\n", 3, "not YAML"),
    ("outlets/a.yaml", "id: a\nname: A\nname: B\nkind: paper\n" + SOURCE, 3, "stands twice"),
    ("outlets/a.yaml", "id: a\nname: A\nkind: paper\ncolour: red\n" + SOURCE, 4, "Unknown field"),
    ("outlets/a.yaml", "id: a\nname: A\n" + SOURCE, 1, "kind: The field is missing"),
    ("outlets/a.yaml", "id: b\nname: A\nkind: paper\n" + SOURCE, 1, "'b' is not the file's name 'a'"),
    ("outlets/a.yaml", "id: a\nname: A\nkind: paper\nconfidence: primary\n", 1, "no source"),
    ("outlets/a.yaml", "id: a\nname: A\nkind: paper\nhome: ocd-division/country:us/state:ma/place:boton\n" + SOURCE, 4,
     "no place"),
    ("papers/a.yaml", "id: a\n", None, "no folder of this name"),
    ("requests/a.yaml", "id: a\ndate: 2017-02-30\nsender: S\nquestions: [Q]\n" + SOURCE, 2, "not a day of the calendar"),
    ("requests/a.yaml", "id: a\ndate: 2017-08-03\ndue: 2017-08-01\nsender: S\nquestions: [Q]\n" + SOURCE, 3,
     "due (2017-08-01) comes before date (2017-08-03)"),
    ("requests/a.yaml", "id: a\ndate: 2017-08-03\nsender: S\nquestions: [Q]\nconditions: [jag-2017-notise]\n" + SOURCE,
     5, "Near it: jag-2017-notice"),
    ("groups/a.yaml", "id: a\nname: A\nmembers: [nothing-like-it-at-all]\n" + SOURCE, 3, "Write its file first"),
    ("officials/a.yaml", "id: a\nname: A Person\noffices: []\n" + SOURCE, 3, "no private person"),
    ("statements/a.yaml", "id: a\nspeaker: A Person\ndate: 2017-01-01\nmanner: direct\nwords: W\n" + SOURCE, 2,
     "no private person"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "line", "words"), BROKEN)
def test_a_broken_file_is_named_with_line_and_what_to_do(
    small: Path, tmp_path: Path, name: str, content: str, line: int | None, words: str
) -> None:
    file = tmp_path / name
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    problems = [
        one
        for one in check(load_files((tmp_path,), small))
        if one.where and one.where.file.startswith(str(tmp_path))
    ]
    assert len(problems) == 1
    assert words in problems[0].line
    assert problems[0].where is not None
    assert problems[0].where.line == line


def test_an_id_that_stands_twice_in_one_file_is_named(found: Found) -> None:
    policy = "  - {id: one, kind: charter, title: T, binds: All, confidence: recalled}\n"
    text = "id: a\nplace: ocd-division/country:us/state:ma\npolicies:\n" + policy + policy
    assert found({"places/a.yaml": text}) == [
        "a.yaml:5: policies.1.id: The id 'one' is already taken by a.yaml."
    ]


def test_the_command_prints_one_line_a_problem_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "a.yaml").write_text("id: a\n\tname: A\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["check", "--register", str(tmp_path)])
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    assert "a.yaml:2" in result.stderr


def test_the_shipped_register_has_no_problems() -> None:
    assert [one.line for one in check(load_files())] == []


def test_every_file_of_the_shipped_register_is_read() -> None:
    files = [path for path in shipped().rglob("*.yaml") if path.parent != shipped()]
    assert len(load_files().entries) == len(files)


def test_an_overlay_takes_the_place_of_a_shipped_file_and_is_marked_private(tmp_path: Path) -> None:
    from pursestrings.register.index import load

    (tmp_path / "programs").mkdir()
    (tmp_path / "programs" / "16.738.yaml").write_text(PROGRAM, encoding="utf-8")
    register = load((tmp_path,))
    assert register.programs["16.738"].name == "Ours"
    assert register.is_private("16.738")
    assert register.overlays == (str(tmp_path),)


def test_a_version_is_numbers_between_dots(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "register"
    shutil.copytree(small, folder)
    file = folder / "register.yaml"
    file.write_text(
        re.sub(r"version: .*", "version: 2026.12-beta", file.read_text(encoding="utf-8")), encoding="utf-8"
    )
    with pytest.raises(PursestringsError) as refused:
        load_files(base=folder)
    assert refused.value.where is not None
    assert (refused.value.where.line, refused.value.where.field) == (2, "version")


def test_a_check_without_the_lists_of_the_field_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cited, "find_spec", lambda name: None)
    result = CliRunner().invoke(cli, ["check", "--workspace", str(tmp_path)])
    assert "Courts and citations were not checked" in result.stderr
    assert result.exit_code == 0
