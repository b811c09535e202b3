"""Which files are read; and none that cannot be read, whatever is wrong with it, costs the others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pursestrings.cli import cli
from pursestrings.errors import (
    DISK_FULL,
    ENCODER_MISSING,
    FILE_MISSING,
    FILE_UNREADABLE,
    FOLDER_EMPTY,
    PursestringsError,
)
from pursestrings.reading.reader import Reader
from pursestrings.register.index import Register
from pursestrings.workspace.ingest import files_of, ingest, read_only
from pursestrings.workspace.store import Store
from tests.documents.test_copies import OTHER, cut
from tests.documents.test_copies import STORY as LONG
from tests.reading.making import register
from tests.workspace.rows import document

STORY = "Mayor Walsh said on Monday that the rule would stay.\n"


def read(workspace: Path, *arguments: Path | str) -> Result:
    command = ["read", *map(str, arguments), "--workspace", str(workspace)]
    return CliRunner().invoke(cli, command, catch_exceptions=False)


def put(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(STORY, encoding="utf-8")
    return [folder / name for name in names]


def test_the_files_of_folders_come_in_the_order_of_their_names_and_once(tmp_path: Path) -> None:
    first, inner, last, _ = put(tmp_path, "a.txt", "b/c.HTML", "d.pdf", "e.csv")
    assert files_of([last, tmp_path, first]) == ([last, first, inner], [])


def test_a_folder_without_a_readable_file_is_named(tmp_path: Path) -> None:
    put(tmp_path, "e.csv")
    files, [problem] = files_of([tmp_path])
    assert (files, problem.kind) == ([], FOLDER_EMPTY)


def test_a_folder_that_is_locked_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = put(tmp_path, "a.txt", "locked/b.txt")
    sound = os.scandir

    def scandir(folder: str | Path) -> Any:
        if Path(folder).name == "locked":
            raise PermissionError(13, "Permission denied", str(folder))
        return sound(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    files, [problem] = files_of([tmp_path])
    assert files == [first]
    assert problem.kind is FILE_UNREADABLE
    assert f"{tmp_path / 'locked'}: " in problem.line


@pytest.fixture(scope="module")
def held() -> Register:
    return register()


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A folder of names behind which there is no file, or none that can be read."""
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    os.mkfifo(folder / "pipe.txt")
    return folder


def test_what_is_no_file_is_named(bad: Path, held: Register) -> None:
    files, problems = files_of([bad, bad / ("x" * 300), bad / "none.txt"])
    kinds = [one.problem.kind for one in read_only(files, held) if one.problem]
    assert problems == []
    assert kinds == [FILE_MISSING, FILE_UNREADABLE, FILE_UNREADABLE, FILE_MISSING]


def test_a_file_without_permission_does_not_stop_the_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    done = read(tmp_path / "workspace", *put(tmp_path, "a.txt"), tmp_path / "none.txt")
    assert (done.exit_code, done.stdout.count("1 statement")) == (1, 1)
    assert done.stderr.startswith(f"pursestrings: {tmp_path / 'none.txt'}: There is no such file.")


def test_a_name_that_is_no_text_is_told_with_a_mark_in_its_place(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/b\xff.txt"
    try:
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123  the name is bytes
            file.write(STORY)
    except OSError:
        pytest.skip("this system's names are text")
    for told in ("1 statement", "read before"):
        done = read(tmp_path / "workspace", tmp_path)
        assert done.exit_code == 0
        assert done.stdout.startswith(f"{tmp_path}/b\ufffd.txt: ")
        assert told in done.stdout


def test_a_part_of_the_program_that_is_missing_is_told_once_and_not_of_each_file(
    tmp_path: Path, held: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: Register) -> Reader:
        raise PursestringsError(ENCODER_MISSING, file="encoder.onnx")

    monkeypatch.setattr(Reader, "of", missing)
    with pytest.raises(PursestringsError, match="encoder"):
        list(read_only(put(tmp_path, "a.txt", "b.txt"), held))


def test_a_full_disk_is_one_clear_line(tmp_path: Path) -> None:
    with Store(tmp_path / "database") as store:
        with store._transaction() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(PursestringsError) as caught:
            store.put(document("a", text="x" * 100_000), [], [], {})
        assert caught.value.kind is DISK_FULL
        assert store.documents() == []


def test_what_another_run_stores_meanwhile_is_known_and_its_copies_are_found(
    tmp_path: Path, held: Register
) -> None:
    other, reprint, story = put(tmp_path, "other.txt", "reprint.txt", "story.txt")
    for path, text in ((other, OTHER), (reprint, cut(LONG)), (story, LONG)):
        path.write_text(text, encoding="utf-8")
    with Store(tmp_path / "database") as one, Store(tmp_path / "database") as another:
        run = ingest([other, story, reprint], one, held)
        next(run)
        list(ingest([story], another, held))
        assert [outcome.known for outcome in run] == [True, False]
        copies = {Path(row.source).stem: row.copy_of for row in one.documents()}
        ids = {Path(row.source).stem: row.id for row in one.documents()}
    assert copies["reprint"] == ids["story"] or copies["story"] == ids["reprint"]
