"""A document's text is never rewritten, and whatever points into it says exactly what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.dates import PartialDate
from pursestrings.documents import Block, BlockKind, Document

TEXT = "A headline\n\n“We will not,” the mayor said.\r\nShe left. 🙂 Ünder"


def document(text: str = TEXT, **given: object) -> Document:
    return Document(
        id="0" * 16,
        source="x.txt",
        sha256="0" * 64,
        text=text,
        blocks=(Block(BlockKind.BODY, 0, len(text)),),
        **given,  # type: ignore[arg-type]  # any field of the dataclass
    )


@given(st.text(min_size=1), st.data())
def test_an_anchor_holds_the_very_words_and_up_to_32_characters_on_either_side(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = document(text).anchor(start, end)
    assert anchor.exact == text[start:end]
    assert anchor.prefix == text[max(0, start - 32) : start]
    assert anchor.suffix == text[end : end + 32]
    assert (anchor.start, anchor.end) == (start, end)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (5, 4), (0, len(TEXT) + 1)])
def test_an_anchor_outside_the_text_or_of_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        document().anchor(start, end)


def test_an_anchor_is_written_with_the_keys_of_the_contract() -> None:
    keys = ["exact", "start", "end", "prefix", "suffix", "page"]
    assert list(document().anchor(0, 5).as_json()) == keys


def test_an_anchor_knows_its_page_where_there_are_pages() -> None:
    paged = document("one\n\ntwo\n\nthree", page_starts=(0, 3, 8))
    assert [paged.anchor(at, at + 1).page for at in (0, 5, 10)] == [1, 2, 3]
    assert document().anchor(0, 1).page is None


def test_the_document_line_has_exactly_the_keys_of_the_contract_in_order() -> None:
    line = document(published=PartialDate(2017, 8), published_basis="meta").as_json()
    assert list(line) == [
        "kind", "schema", "id", "source", "title", "publisher", "origin", "published", "published_basis",
        "language", "copy_of", "ocr", "sha256",
    ]  # fmt: skip
    assert line["kind"] == "document"
    assert line["schema"] == "1"
    assert line["published"] == "2017-08"
    assert line["title"] is None


def test_boilerplate_is_no_part_of_the_body_spans_and_no_paragraph() -> None:
    from dataclasses import replace

    blocks = (
        Block(BlockKind.BOILERPLATE, 0, 4),
        Block(BlockKind.BODY, 5, 9),
        Block(BlockKind.CREDIT, 10, 12),
    )
    marked = replace(document("Menu\nBody\n©X"), blocks=blocks)
    assert marked.body_spans() == [(5, 9), (10, 12)]
    assert [block.kind for block in marked.paragraphs()] == [BlockKind.BODY]


def test_equal_bytes_are_one_document_whatever_the_file_is_called(tmp_path: Path) -> None:
    from pursestrings.documents import load

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The council met on Tuesday and voted.")
    first, second = load(tmp_path / "a.txt"), load(tmp_path / "b.txt", source="mail/b.txt")
    assert first.id == second.id
    assert first.sha256.startswith(first.id)
    assert (first.source, second.source) == (str(tmp_path / "a.txt"), "mail/b.txt")
