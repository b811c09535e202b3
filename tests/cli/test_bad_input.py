"""Bad input gives one clear line each; the good files are read all the same. Asked of the real program."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def program(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pursestrings", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        body = f'<w:document xmlns:w="{WORD}"><w:body>'.encode() + b" " * 400_000_000
        archive.writestr("word/document.xml", body)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("input")
    (path / "good.txt").write_text(
        "Boston Mayor Marty Walsh said on Monday that nothing would change.\n", encoding="utf-8"
    )
    (path / "odd-date.txt").write_text(
        "The answer was due on 2017-02-30, the letter said.\n", encoding="utf-8"
    )
    (path / "latin.txt").write_bytes("Doña Ana County said «no» to the request.\n".encode("cp1252"))
    (path / "page.html").write_text(
        "<html><body><script>alert('Chelsea')</script><p>Somerville officials said they would sue.</p></body></html>",
        encoding="utf-8",
    )
    (path / "empty.txt").write_bytes(b"")
    (path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(4000))
    (path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
    (path / "cut.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 60)
    with (path / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    bomb(path / "bomb.docx")
    return path


def test_each_bad_file_is_named_on_one_line_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    done = program("read", str(folder), str(folder / "missing.txt"), "--workspace", str(tmp_path))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    bad = {"empty.txt", "picture.txt", "cut.pdf", "cut.docx", "huge.txt", "bomb.docx", "missing.txt"}
    assert {Path(line.split(": ")[1]).name for line in lines} == bad
    assert len(lines) == len(bad)
    read = {Path(line.split(":")[0]).name for line in done.stdout.splitlines()}
    assert read == {"good.txt", "odd-date.txt", "latin.txt", "page.html"}
    again = program("read", str(folder / "good.txt"), "--workspace", str(tmp_path))
    assert (again.returncode, "read before" in again.stdout) == (0, True)


def test_a_script_is_no_text_and_an_impossible_date_is_no_date(folder: Path) -> None:
    page = program("read", str(folder / "page.html"), "--format", "jsonl")
    assert "Somerville" in page.stdout
    assert "Chelsea" not in page.stdout
    assert '"2017-02-30"' not in program("read", str(folder / "odd-date.txt"), "--format", "jsonl").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["brief", "Atlantis, MA"], "No US government is called"),
        (["brief", "Chelsea, MA", "--on", "2017-02-30"], "is no date"),
        (
            ["standing", "--place", "Chelsea, MA", "--condition", "jag-2017-notise"],
            "Near it: jag-2017-notice",
        ),
        (["standing", "--place", "Chelsea, MA"], "Missing option"),
        (["brief", "Chelsea, MA", "--register", "no/such/folder"], "There is no such file"),
        (["nonsense"], "No such command"),
    ],
)
def test_a_wrong_call_is_one_clear_line_and_status_2_or_1(arguments: list[str], words: str) -> None:
    done = program(*arguments)
    assert done.returncode in {1, 2}
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_output_cut_off_by_the_reader_is_no_error() -> None:
    command = f"{sys.executable} -m pursestrings conditions | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_fact_of_the_user_s_that_names_nothing_is_told_with_its_line(tmp_path: Path) -> None:
    case = (ROOT / "register" / "cases" / "evanston-uscm-v-sessions.yaml").read_text(encoding="utf-8")
    (tmp_path / "cases").mkdir()
    mine = tmp_path / "cases" / "evanston-uscm-v-sessions.yaml"
    mine.write_text(case.replace("- uscm", "- nocm"), encoding="utf-8")
    call = ["--place", "Houston, TX", "--condition", "jag-2017-notice", "--on", "2018-12-01"]
    done = program("standing", *call, "--register", str(tmp_path))
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith(f"pursestrings: {mine}:")
    assert "There is no association 'nocm'." in line
