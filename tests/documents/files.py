"""Small real files, made on the spot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import docx

Placed = tuple[float, float, float, str]


def make_pdf(pages: Sequence[Sequence[Placed]], trailer: str = "", objects: Sequence[str] = ()) -> bytes:
    """A PDF in Helvetica; each page lists (x, y, size, text), y counted from the foot in points."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, lines in enumerate(pages):
        stream = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
        bodies.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * index} 0 R >>"
        )
        bodies.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}endstream")
    bodies.extend(objects)
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = (
        f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    )
    return data + end.encode()


def letter_pdf() -> bytes:
    """A letter of two pages with a running head, a broken word and page numbers."""
    first = [
        (72, 760, 9, "Case 1:17-cv-00001 Document 5 Page 1 of 2"),
        (72, 720, 12, "Office of the Assistant Attorney General"),
        (72, 690, 12, "August 3, 2017"),
        (72, 660, 12, "Dear Chief Example:"),
        (72, 630, 12, "Thank you for your interest in the partnership. This letter asks for infor-"),
        (72, 616, 12, "mation about the practice of your jurisdiction. It must reach us in two weeks"),
        (72, 602, 12, "at the address above."),
        (72, 570, 12, "Do you give the department access to any jail of your jurisdiction, and at what"),
        (72, 556, 12, "hours is that access given to it?"),
    ]
    second = [
        (72, 760, 9, "Case 1:17-cv-00001 Document 5 Page 2 of 2"),
        (72, 720, 12, "Please return the information and the signed form by August 18, 2017."),
        (72, 690, 12, "Sincerely,"),
        (72, 650, 12, "A. Official"),
    ]
    return make_pdf(
        [first, second],
        trailer="/Info 8 0 R",
        objects=["<< /Title (Letter on the partnership) /CreationDate (D:20170803120000Z) >>"],
    )


def make_docx(folder: Path, paragraphs: Sequence[str | tuple[str, str]]) -> Path:
    """A Word document; a pair gives style and text."""
    document = docx.Document()
    for paragraph in paragraphs:
        style, text = paragraph if isinstance(paragraph, tuple) else (None, paragraph)
        document.add_paragraph(text, style=style)
    path = folder / "made.docx"
    document.save(str(path))
    return path


def make_zip(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word_xml(body: str) -> bytes:
    """The main part of a Word document with this body."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()
