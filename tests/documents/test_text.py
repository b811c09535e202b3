"""Text files: the characters are those of the file, and lines make the paragraphs that a reader sees."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.documents import load
from pursestrings.documents.text import paragraphs

STORY = "The café’s owner, José Núñez, said on Tuesday that the city’s “rule” stands.\r\nIt does.\n"


def save(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (STORY.encode(), STORY, "utf-8"),
        (b"\xef\xbb\xbf" + STORY.encode(), "\ufeff" + STORY, "utf-8"),
        (b"\xff\xfe" + STORY.encode("utf-16-le"), "\ufeff" + STORY, "utf-16-le"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "\ufeff" + STORY, "utf-16-be"),
        (STORY.encode("utf-16-le"), STORY, "utf-16-le"),
        (STORY.encode("cp1252"), STORY, "cp1252"),
        (STORY.encode()[:-40] + b"\xff" + STORY.encode()[-40:], None, "utf-8 (damaged)"),
        (STORY.encode()[: STORY.encode().index("’".encode()) + 2], None, "utf-8 (damaged)"),
    ],
)
def test_the_encoding_is_told_from_the_bytes(
    tmp_path: Path, data: bytes, text: str | None, encoding: str
) -> None:
    document = load(save(tmp_path, data))
    assert document.encoding == encoding
    if text is None:
        assert "\ufffd" in document.text
        assert "Ã" not in document.text
    else:
        assert document.text == text


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\r\n\t\f"),
        min_size=1,
    )
)
def test_a_utf8_file_is_kept_to_the_character(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    path = tmp_path_factory.mktemp("utf8") / "a.txt"
    text = "The council met on Tuesday.\r\n\r\n" + words
    path.write_bytes(text.encode())
    document = load(path)
    with path.open(encoding="utf-8", newline="") as file:
        assert document.text == file.read()


def lines_of(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in paragraphs(text)]


def test_each_line_is_a_paragraph_where_nobody_wrapped_the_text() -> None:
    text = (
        "Jane Doe\nAug. 4, 2017\n\nA long first paragraph "
        + "and more " * 20
        + "here.\nA second one.\r\n\r\n \t\nEnd."
    )
    assert lines_of(text)[:2] == ["Jane Doe", "Aug. 4, 2017"]
    assert len(lines_of(text)) == 5


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_of_a_wrapped_text_are_joined_to_paragraphs(newline: str, width: int) -> None:
    first = "The county announced today that it will comply with the order of the court. " * 4
    second = "A spokesman added that the sheriff had been told of it on Monday evening at his office. " * 3
    text = (newline * 2).join(newline.join(textwrap.wrap(part, width)) for part in (first, second))
    assert len(lines_of(text)) == 2
    assert lines_of(text)[0].split() == first.split()


def test_an_indented_line_opens_a_paragraph_of_a_wrapped_text() -> None:
    wrapped = textwrap.wrap("The county will comply with the order of the court, it said. " * 6, 60)
    text = "\n".join([*wrapped, "     " + wrapped[0], *wrapped[1:]])
    assert len(lines_of(text)) == 2
