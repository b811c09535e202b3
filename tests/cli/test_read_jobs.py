"""Reading by several processes: the same as by one, and nothing lost or twice when it is stopped."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from pursestrings.cli import cli
from pursestrings.documents import Document
from pursestrings.reading.findings import Reading
from pursestrings.reading.reader import Reader
from pursestrings.workspace import extracts
from pursestrings.workspace.folder import database_of
from tests.conftest import ROOT

FILES = 96
_PATIENCE = 300
_LONG = 12


def read(folder: Path, workspace: Path, *more: str) -> tuple[int, str, str]:
    arguments = ["read", str(folder), "--workspace", str(workspace), *more]
    done = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def stored(workspace: Path) -> list[list[tuple[object, ...]]]:
    """All that a workspace holds but the moments at which it was stored."""
    with closing(sqlite3.connect(database_of(workspace))) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(documents)")]
        told = ", ".join(column for column in columns if column != "added")
        return [
            connection.execute(query).fetchall()
            for query in (
                f"SELECT {told} FROM documents ORDER BY added",
                "SELECT * FROM findings ORDER BY document, position",
                "SELECT words, keys, document, start, finish FROM sentences ORDER BY rowid",
            )
        ]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, one of them a reprint; one file a second time; one that is broken, one that is empty."""
    folder = tmp_path_factory.mktemp("mixed")
    for path in (ROOT / "examples").glob("[0-9]*"):
        shutil.copy(path, folder)
    shutil.copy(folder / "1-massachusetts-cities.txt", folder / "7-once-more.txt")
    (folder / "0-broken.pdf").write_bytes(b"%PDF-1.4\nnothing")
    (folder / "3-empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many stories, no two alike, enough for two processes; the later ones are long, so that a reading is not over at once."""
    folder = tmp_path_factory.mktemp("short")
    for number in range(FILES):
        lines = range(1 if number < FILES // 2 else _LONG)
        words = "".join(
            f"Boston Mayor Marty Walsh said on Monday that rule {number} would stay, and rule {line} go.\n"
            for line in lines
        )
        (folder / f"{number:03}.txt").write_text(words, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def in_one_run(short: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace that one run by one process makes of the short stories."""
    workspace = tmp_path_factory.mktemp("one")
    assert read(short, workspace, "--jobs", "1")[0] == 0
    return workspace


def test_output_and_store_do_not_depend_on_the_number_of_processes(
    mixed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extracts, "_WORTH_A_WORKER", 1)
    told, printed, kept = [], [], []
    for jobs in ("1", "2", "3"):
        told.append(read(mixed, tmp_path / jobs, "--jobs", jobs))
        printed.append(read(mixed, tmp_path / jobs, "--jobs", jobs, "--format", "jsonl"))
        kept.append(stored(tmp_path / jobs))
    assert told[0] == told[1] == told[2]
    assert printed[0] == printed[1] == printed[2]
    assert kept[0] == kept[1] == kept[2]
    code, lines, problems = told[0]
    assert code == 1
    assert [name in problems for name in ("0-broken.pdf", "3-empty.txt")] == [True, True]
    assert "7-once-more.txt: read before" in lines
    assert "a copy of" in lines


def test_a_fault_in_the_reader_is_named_with_its_file_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one.txt", "two.txt", "three.txt"):
        (tmp_path / name).write_text(f"Mayor Walsh said rule {name} would stay.\n", encoding="utf-8")
    sound = Reader.read

    def faulty(self: Reader, document: Document) -> Reading:
        if document.source.endswith("two.txt"):
            raise RecursionError("too deep")
        return sound(self, document)

    monkeypatch.setattr(Reader, "read", faulty)
    code, lines, problems = read(tmp_path, tmp_path / "workspace")
    assert (code, len(lines.splitlines())) == (1, 2)
    [problem] = problems.splitlines()
    assert "two.txt" in problem
    assert "RecursionError too deep" in problem


@contextmanager
def reading(folder: Path, workspace: Path) -> Iterator[subprocess.Popen[str]]:
    """The real program in the midst of reading by two processes: it has printed some lines."""
    command = [sys.executable, "-m", "pursestrings", "read", str(folder), "--jobs", "2"]
    with subprocess.Popen(
        [*command, "--workspace", str(workspace)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as process:  # fmt: skip
        if process.stdout is None:
            raise OSError("the program has no output")
        for _ in range(5):
            assert process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def processes_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes that the program has started."""
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not listed.exists():
        pytest.skip("needs Linux's list of child processes")
    return [int(pid) for pid in listed.read_text(encoding="ascii").split()]


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")
    except OSError:
        return ""


def gone(pids: list[int]) -> bool:
    """Whether all of them have ended; a child that nobody waits for stays as a name without a command."""
    until = time.monotonic() + _PATIENCE
    while any(command_of(pid) for pid in pids):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def whole_and_once(folder: Path, workspace: Path, in_one_run: Path) -> None:
    """What a stopped run left is sound, and the next run makes of it what one run would have made."""
    with closing(sqlite3.connect(database_of(workspace))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        [before] = connection.execute("SELECT count(*) FROM documents").fetchone()
    assert before >= 5
    _, lines, _ = read(folder, workspace)
    assert lines.count("read before") == before
    assert stored(workspace) == stored(in_one_run)


def test_kill_9_and_go_on_nothing_twice(short: Path, in_one_run: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "workspace"
    with reading(short, workspace) as process:
        started = processes_of(process)
        assert len(started) >= 2
        process.send_signal(signal.SIGKILL)
        process.wait(_PATIENCE)
    assert gone(started)
    whole_and_once(short, workspace, in_one_run)


def test_ctrl_c_ends_with_130_and_one_line_and_leaves_no_process(
    short: Path, in_one_run: Path, tmp_path: Path
) -> None:
    workspace = tmp_path / "workspace"
    with reading(short, workspace) as process:
        started = processes_of(process)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal sends it: to every process of the command
        _, told = process.communicate(timeout=_PATIENCE)
    assert process.returncode == 130
    assert told.strip() == "pursestrings: stopped; what was done is kept."
    assert gone(started)
    whole_and_once(short, workspace, in_one_run)


def test_a_worker_that_is_killed_is_replaced_and_nothing_is_lost(
    short: Path, in_one_run: Path, tmp_path: Path
) -> None:
    workspace = tmp_path / "workspace"
    with reading(short, workspace) as process:
        worker = next(pid for pid in processes_of(process) if "spawn_main" in command_of(pid))
        os.kill(worker, signal.SIGKILL)
        _, told = process.communicate(timeout=_PATIENCE)
    assert (process.returncode, told) == (0, "")
    assert stored(workspace) == stored(in_one_run)
