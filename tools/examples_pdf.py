"""A letter as PDF by hand: Helvetica, which every reader has, and one text layer in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from examples_marks import Mark, Paragraph

MADE = "D:20170803000000Z"
TITLE = "Sample letter on the Public Safety Partnership"
RUNNING_HEAD = "Sample letter, issued by no agency"
WIDTH, HEIGHT, MARGIN = 612, 792, 81
SIZE, LEADING, GAP, INDENT = 11, 15, 8, 22
SMALL = 8.5
BOLD, REGULAR = "F2", "F1"
# Advance widths of Helvetica from the space to the tilde, in thousandths of the size (Adobe's AFM file).
AFM = """
    278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278
    556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556
    1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778
    667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556
    333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556
    556 556 333 500 278 556 500 722 500 500 500 334 260 334 584
"""
WIDTHS = tuple(map(int, AFM.split()))
OTHER_WIDTHS = {"’": 222, "§": 556}


@dataclass(frozen=True)
class Line:
    """One line on a page, from its lower left corner in points."""

    x: float
    y: float
    font: str
    size: float
    text: str


def write_pdf(paragraphs: Sequence[Paragraph]) -> bytes:
    """The letter's bytes."""
    pages = _pages(paragraphs)
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-US) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 {WIDTH} {HEIGHT}]"
        f" /Resources << /Font << /{REGULAR} 3 0 R /{BOLD} 4 0 R >> >> >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
        b"<< /Title " + _string(TITLE) + f" /CreationDate ({MADE}) /ModDate ({MADE}) >>".encode(),
    ]
    for number, lines in enumerate(pages, 1):
        head = Line(MARGIN, HEIGHT - MARGIN / 2, REGULAR, SMALL, RUNNING_HEAD)
        foot = Line(MARGIN, MARGIN / 2, REGULAR, SMALL, f"Page {number} of {len(pages)}")
        content = b"\n".join(map(_show, [head, *lines, foot]))
        objects.append(f"<< /Type /Page /Parent 2 0 R /Contents {len(objects) + 2} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _pages(paragraphs: Sequence[Paragraph]) -> list[list[Line]]:
    """Lines by page; a paragraph breaks over pages, a heading stays with what follows."""
    pages: list[list[Line]] = [[]]
    y = HEIGHT - MARGIN
    for paragraph in paragraphs:
        rows = [(mark, row) for mark, line in paragraph.lines for row in _wrap(line, _indent(mark))]
        needed = 4 * LEADING if rows[0][0] is Mark.HEADING else min(2, len(rows)) * LEADING
        for index, (mark, row) in enumerate(rows):
            if y - (needed if index == 0 else LEADING) < MARGIN:
                pages.append([])
                y = HEIGHT - MARGIN
            y -= LEADING
            font = BOLD if mark is Mark.HEADING else REGULAR
            pages[-1].append(Line(MARGIN + _indent(mark), y, font, SIZE, row))
        y -= GAP
    return pages


def _indent(mark: Mark) -> int:
    return INDENT if mark is Mark.INDENTED else 0


def _wrap(text: str, indent: int) -> Iterator[str]:
    """Rows that fit between the margins."""
    room = (WIDTH - 2 * MARGIN - indent) * 1000 / SIZE
    row = ""
    for word in text.split():
        longer = f"{row} {word}".lstrip()
        if row and _measure(longer) > room:
            yield row
            longer = word
        row = longer
    yield row


def _measure(text: str) -> int:
    return sum(OTHER_WIDTHS[sign] if sign in OTHER_WIDTHS else WIDTHS[ord(sign) - 32] for sign in text)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _show(line: Line) -> bytes:
    return (
        f"BT /{line.font} {line.size:g} Tf {line.x:g} {line.y:g} Td ".encode()
        + _string(line.text)
        + b" Tj ET"
    )


def _string(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"(" + escaped.encode("cp1252") + b")"


def _file(objects: Sequence[bytes]) -> bytes:
    """The objects, numbered from 1, with the table that says where each begins."""
    data = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % start for start in starts)
    data += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\n" % (len(objects) + 1)
    data += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(data)
