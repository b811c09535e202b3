"""PDF: lines become paragraphs, broken words are whole again, and each block knows its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from pursestrings.documents import BlockKind, Document, load

from .files import letter_pdf, make_pdf

ASKED = (
    "Thank you for your interest in the partnership. This letter asks for information about the practice of your"
    " jurisdiction. It must reach us in two weeks at the address above."
)
ACCESS = "Do you give the department access to any jail of your jurisdiction, and at what hours is that access given to it?"


def read(folder: Path, data: bytes) -> Document:
    path = folder / "a.pdf"
    path.write_bytes(data)
    return load(path)


def test_a_letter_is_read_in_paragraphs_with_their_pages(tmp_path: Path) -> None:
    document = read(tmp_path, letter_pdf())
    blocks = [(block.page, block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert blocks == [
        (1, BlockKind.BOILERPLATE, "Case 1:17-cv-00001 Document 5 Page 1 of 2"),
        (1, BlockKind.BODY, "Office of the Assistant Attorney General"),
        (1, BlockKind.DATELINE, "August 3, 2017"),
        (1, BlockKind.BODY, "Dear Chief Example:"),
        (
            1,
            BlockKind.BODY,
            ASKED,
        ),
        (
            1,
            BlockKind.BODY,
            ACCESS,
        ),
        (2, BlockKind.BOILERPLATE, "Case 1:17-cv-00001 Document 5 Page 2 of 2"),
        (2, BlockKind.BODY, "Please return the information and the signed form by August 18, 2017."),
        (2, BlockKind.BODY, "Sincerely,"),
        (2, BlockKind.BODY, "A. Official"),
    ]
    for block in document.blocks:
        assert document.anchor(block.start, block.end).page == block.page


def test_the_letters_own_date_counts_before_the_files_properties(tmp_path: Path) -> None:
    document = read(tmp_path, letter_pdf())
    assert (str(document.published), document.published_basis) == ("2017-08-03", "text")
    assert document.title == "Letter on the partnership"
    assert document.ocr is False


def test_the_files_properties_date_it_as_a_last_resort(tmp_path: Path) -> None:
    data = make_pdf(
        [[(72, 700, 12, "The city keeps its rule, the council said.")]],
        trailer="/Info 6 0 R",
        objects=["<< /CreationDate (D:20170803120000Z) /Title (Microsoft Word - draft.doc) >>"],
    )
    document = read(tmp_path, data)
    assert (str(document.published), document.published_basis) == ("2017-08-03", "properties")
    assert document.title is None


@pytest.mark.parametrize("made", ["D:20171303", "yesterday", ""])
def test_a_broken_date_in_the_properties_is_no_date(tmp_path: Path, made: str) -> None:
    data = make_pdf(
        [[(72, 700, 12, "The city keeps its rule.")]], "/Info 6 0 R", [f"<< /CreationDate ({made}) >>"]
    )
    assert read(tmp_path, data).published is None


def test_a_word_keeps_its_own_hyphen_at_a_lines_end(tmp_path: Path) -> None:
    lines = [
        "The rule on co-operation is long-",
        "standing, and long-standing it stays, as infor-",
        "mation goes.",
    ]
    data = make_pdf([[(72, 700 - 14 * row, 12, line) for row, line in enumerate(lines)]])
    text = " ".join(read(tmp_path, data).text.split())
    assert (
        text == "The rule on co-operation is long-standing, and long-standing it stays, as infor-mation goes."
    )


def test_an_indented_first_line_opens_a_paragraph_of_a_double_spaced_filing(tmp_path: Path) -> None:
    words = "the court finds that the plaintiffs have shown a likelihood of success upon"
    rows = [
        (108, f"First, {words[:60]}"),
        (72, words),
        (72, "that claim."),
        (108, "Second, it holds for them."),
    ]
    data = make_pdf([[(x, 700 - 28 * row, 12, line) for row, (x, line) in enumerate(rows)]])
    assert len(read(tmp_path, data).blocks) == 2


def test_text_that_a_machine_read_off_a_picture_is_marked(tmp_path: Path) -> None:
    data = make_pdf(
        [[(72, 700, 12, "The city keeps its rule.")]], "/Info 6 0 R", ["<< /Producer (OCRmyPDF 17) >>"]
    )
    assert read(tmp_path, data).ocr is True
    hidden = make_pdf([[(72, 700, 12, "The city keeps its rule.")]]).replace(b"/F1 12 Tf", b"3 Tr /F1 9 Tf")
    assert read(tmp_path, hidden).ocr is True


def test_a_page_of_pictures_between_pages_of_text_keeps_its_number(tmp_path: Path) -> None:
    page = [(72.0, 700.0, 12.0, "The city keeps its rule.")]
    document = read(tmp_path, make_pdf([page, [], page]))
    assert [block.page for block in document.blocks] == [1, 3]
    assert document.page_at(len(document.text) - 1) == 3
