"""Word documents: every paragraph, row and note that counts, in order."""

from __future__ import annotations

from pathlib import Path

import docx

from pursestrings.documents import BlockKind, Document, load

from .files import make_docx, make_zip, word_xml


def read(folder: Path, body: str, **parts: bytes) -> Document:
    path = folder / "a.docx"
    path.write_bytes(make_zip({"word/document.xml": word_xml(body), **parts}))
    return load(path)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_an_ordinance_is_read_in_order_with_its_title(tmp_path: Path) -> None:
    path = make_docx(
        tmp_path,
        [
            ("Title", "An Ordinance on Information"),
            ("Heading 1", "Section 1. Purpose"),
            "No officer shall ask about immigration status, except where the law demands it.",
            "",
            "APPROVED: ____________",
        ],
    )
    document = load(path)
    lines = [document.text[block.start : block.end] for block in document.blocks]
    assert lines == [
        "An Ordinance on Information",
        "Section 1. Purpose",
        "No officer shall ask about immigration status, except where the law demands it.",
        "APPROVED: ____________",
    ]
    assert document.blocks[0].kind is BlockKind.HEADLINE
    assert {block.kind for block in document.blocks[1:]} == {BlockKind.BODY}
    assert document.title == "An Ordinance on Information"


def test_the_properties_date_it_as_a_last_resort(tmp_path: Path) -> None:
    path = make_docx(tmp_path, ["The city keeps its rule, the council said on Monday."])
    document = load(path)
    assert document.published_basis == "properties"
    dated = load(
        make_docx(tmp_path, ["August 3, 2017", "The city keeps its rule, the council said on Monday."])
    )
    assert (str(dated.published), dated.published_basis) == ("2017-08-03", "text")


def test_rows_of_a_table_are_lines_and_tables_that_lay_out_a_page_are_not(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ["Grant", "Amount", "Byrne JAG", "$250,000"], strict=True):
        cell.text = words
    layout = document.add_table(rows=1, cols=1)
    layout.cell(0, 0).text = "First paragraph."
    layout.cell(0, 0).add_paragraph("Second paragraph.")
    document.save(str(tmp_path / "t.docx"))
    assert load(tmp_path / "t.docx").text.split("\n\n") == [
        "Grant\tAmount",
        "Byrne JAG\t$250,000",
        "First paragraph.",
        "Second paragraph.",
    ]


def test_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = f"<w:p>{run('It ')}<w:del><w:r><w:delText>may</w:delText></w:r></w:del><w:ins>{run('shall')}</w:ins>{run(' not.')}</w:p>"
    assert read(tmp_path, body).text == "It shall not."


def test_heads_and_feet_are_furniture_and_notes_stand_at_the_end(tmp_path: Path) -> None:
    def part(name: str, words: str) -> bytes:
        return word_xml(f"<w:p>{run(words)}</w:p>").replace(b"w:document", f"w:{name}".encode())

    document = read(
        tmp_path,
        f"<w:p>{run('The grant carries two conditions.')}</w:p>",
        **{
            "word/header1.xml": part("hdr", "City of Example"),
            "word/footnotes.xml": part("footnotes", "See the award of 2017."),
            "word/footer1.xml": part("ftr", "Page 1"),
        },
    )
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        (BlockKind.BOILERPLATE, "City of Example"),
        (BlockKind.BODY, "The grant carries two conditions."),
        (BlockKind.BODY, "See the award of 2017."),
        (BlockKind.BOILERPLATE, "Page 1"),
    ]


def test_breaks_tabs_and_fields_leave_what_a_reader_sees(tmp_path: Path) -> None:
    body = (
        f"<w:p>{run('One')}<w:r><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>" + run(" four") + "</w:hyperlink></w:p>"
    )
    assert read(tmp_path, body).text == "One\ntwo\tthree four"
