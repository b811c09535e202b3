"""Whatever cannot be read gives one clear line that names the file, and never a traceback."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from pursestrings import errors
from pursestrings.documents import load
from pursestrings.errors import Kind, PursestringsError

from .files import letter_pdf, make_docx, make_pdf, make_zip, word_xml

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORDS = "<w:p><w:r><w:t>The council met on Tuesday.</w:t></w:r></w:p>"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + word_xml(
    "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"
)
LOCKED = make_pdf(
    [[(72, 700, 12, "Secret words.")]],
    trailer="/Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
    objects=[f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"],
)


def refusal(path: Path) -> PursestringsError:
    with pytest.raises(PursestringsError) as caught:
        load(path)
    error = caught.value
    assert error.where is not None
    assert error.where.file == str(path)
    assert "\n" not in error.line
    return error


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"", errors.FILE_EMPTY, id="empty"),
        pytest.param(b" \r\n\t\n", errors.FILE_NO_TEXT, id="only white space"),
        pytest.param(b"\xef\xbb\xbf", errors.FILE_NO_TEXT, id="only a byte-order mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(40), errors.FILE_BINARY, id="picture"),
        pytest.param(b"\x7fELF\2\1\1" + bytes(64), errors.FILE_BINARY, id="program"),
        pytest.param(bytes(range(1, 32)) * 20, errors.FILE_BINARY, id="control characters"),
        pytest.param(b"\xff\xfea\0\0\0b\0", errors.FILE_BINARY, id="NUL in UTF-16"),
        pytest.param(b"{\\rtf1\\ansi Hello}", errors.FILE_BINARY, id="RTF"),
        pytest.param("Привет всем, это новости".encode("koi8-r"), errors.FILE_ENCODING, id="unknown code"),
        pytest.param(b"plain \x81\x8d words", errors.FILE_ENCODING, id="bytes of no code"),
        pytest.param(OLE, errors.FILE_BINARY, id="old Word"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), errors.FILE_ENCRYPTED, id="locked Word"),
        pytest.param(LOCKED, errors.FILE_ENCRYPTED, id="locked PDF"),
        pytest.param(letter_pdf()[:900], errors.FILE_BROKEN, id="cut off PDF"),
        pytest.param(b"%PDF-1.7\nnothing\n%%EOF", errors.FILE_BROKEN, id="no PDF at all"),
        pytest.param(make_pdf([[]]), errors.FILE_NO_TEXT, id="PDF of pictures"),
        pytest.param(make_zip({"a.txt": b"hello"}), errors.FILE_BINARY, id="zip"),
        pytest.param(make_zip({}), errors.FILE_BINARY, id="empty zip"),
        pytest.param(make_zip({"word/document.xml": b"<w:document"}), errors.FILE_BROKEN, id="cut off XML"),
        pytest.param(make_zip({"word/document.xml": LAUGHS}), errors.FILE_BROKEN, id="entities"),
        pytest.param(make_zip({"word/document.xml": word_xml("")}), errors.FILE_NO_TEXT, id="empty Word"),
        pytest.param(
            make_zip({"word/document.xml": word_xml(WORDS)})[:-60], errors.FILE_BROKEN, id="cut zip"
        ),
        pytest.param(
            b"<!doctype html><html><script>x()</script></html>", errors.FILE_NO_TEXT, id="only script"
        ),
        pytest.param(b"<html><body>" + b"<div>" * 100_000 + b"deep", errors.FILE_BROKEN, id="nested HTML"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, data: bytes, kind: Kind) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert refusal(path).kind is kind


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert refusal(tmp_path / "nothing.txt").kind is errors.FILE_MISSING
    assert refusal(tmp_path / "a.txt" / "b.txt").kind is errors.FILE_MISSING
    assert "folder" in refusal(tmp_path).message


def test_a_device_is_not_read() -> None:
    assert refusal(Path(os.devnull)).kind is errors.FILE_UNREADABLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert refusal(path).kind is errors.FILE_UNREADABLE


def test_a_file_of_200_megabytes_is_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file was opened"))
    error = refusal(path)
    assert error.kind is errors.FILE_TOO_LARGE
    assert "200 MB" in error.message


def test_a_docx_that_declares_too_much_is_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(make_zip({"word/document.xml": word_xml("<w:p/>" * 10_000_000)}))
    assert path.stat().st_size < 1_000_000
    assert refusal(path).kind is errors.FILE_BOMB


def test_a_docx_that_swells_a_hundredfold_is_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(make_zip({"word/document.xml": word_xml("<w:p/>" * 1_500_000)}))
    error = refusal(path)
    assert error.kind is errors.FILE_BOMB
    assert "5 MB" in error.message


def test_a_docx_that_lies_about_its_size_is_no_way_around(tmp_path: Path) -> None:
    data = bytearray(make_zip({"word/document.xml": word_xml("<w:p/>" * 1_500_000)}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.rfind(mark) + offset
        data[at : at + 4] = (1000).to_bytes(4, "little")
    path = tmp_path / "bomb.docx"
    path.write_bytes(bytes(data))
    assert refusal(path).kind in (errors.FILE_BROKEN, errors.FILE_BOMB)


def test_a_locked_part_of_a_docx_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    data = bytearray(make_zip({"word/document.xml": word_xml(WORDS)}, zipfile.ZIP_STORED))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rfind(mark) + offset] |= 1
    path = tmp_path / "locked.docx"
    path.write_bytes(bytes(data))
    assert refusal(path).kind is errors.FILE_ENCRYPTED


def test_a_damaged_docx_is_told_from_a_good_one(tmp_path: Path) -> None:
    path = make_docx(tmp_path, ["The council met on Tuesday and voted."])
    good = path.read_bytes()
    path.write_bytes(good[: len(good) // 2])
    assert refusal(path).kind is errors.FILE_BROKEN
