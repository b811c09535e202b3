"""PDF files with a text layer: lines as PDFium gives them, joined to paragraphs by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pursestrings import errors
from pursestrings.dates import PartialDate
from pursestrings.documents.document import BlockKind
from pursestrings.documents.extract import Extract, Hints
from pursestrings.documents.extras import needs_read
from pursestrings.documents.hyphens import Hyphens
from pursestrings.documents.layout import Layout, Line, measure
from pursestrings.documents.writer import TextWriter
from pursestrings.errors import PursestringsError, Where

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_END_MARK: Final = b"%%EOF"
_TAIL: Final = 2048
_EDGE: Final = 2
_PAGE_NUMBER: Final = re.compile(
    r"(?:page|pg\.?|p\.)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"\d+")
_NO_TITLE: Final = re.compile(
    r"microsoft|untitled|document\d*$|.*\.(?:docx?|pdf|indd|wpd|rtf|xlsx?|pptx?)$|\S*$", re.IGNORECASE
)
_SCANNER: Final = re.compile(
    r"\bocr|tesseract|abbyy|finereader|paper capture|omnipage|readiris", re.IGNORECASE
)
_PDF_DAY: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_LOOKED_AT: Final = 200


def extract_pdf(data: bytes, where: Where) -> Extract:
    """Text, paragraphs with their pages, and the file's properties.

    Raises FILE_ENCRYPTED, FILE_BROKEN or FILE_NO_TEXT.
    """
    pdf = _open(data, where)
    try:
        pages = [_lines(pdf, number, where) for number in range(len(pdf))]
        properties = {key: str(value).strip() for key, value in pdf.get_metadata_dict().items()}
        scanned = _is_scan(pdf, pages, properties)
    finally:
        pdf.close()
    if not any(pages):
        raise PursestringsError(errors.FILE_NO_TEXT, where=where)
    hyphens, layout = Hyphens(pages), Layout(pages)
    writer = TextWriter()
    starts = []
    edges = _repeated_edges(pages)
    for number, lines in enumerate(pages, 1):
        starts.append(writer.length)
        _write(writer, lines, hyphens.mend(lines), _furniture(lines, edges), layout, number)
    text, pieces = writer.finish()
    return Extract(text, tuple(pieces), _hints(properties), tuple(starts), ocr=scanned)


def _open(data: bytes, where: Where) -> PdfDocument:
    with needs_read():
        import pypdfium2
    if _END_MARK not in data[-_TAIL:]:
        # PDFium would mend the file and give what pages are left, without a word.
        raise PursestringsError(errors.FILE_BROKEN, where=where, why="its end is missing")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise PursestringsError(errors.FILE_ENCRYPTED, where=where) from None
        raise PursestringsError(errors.FILE_BROKEN, where=where, why="it is no complete PDF") from None


def _lines(pdf: PdfDocument, number: int, where: Where) -> list[Line]:
    """The lines of text of one page, with their boxes in points."""
    import pypdfium2

    try:
        page = pdf[number]
        text_page = page.get_textpage()
        try:
            return measure(text_page)
        finally:
            text_page.close()
            page.close()
    except pypdfium2.PdfiumError:
        raise PursestringsError(
            errors.FILE_BROKEN, where=where, why=f"page {number + 1} cannot be read"
        ) from None


def _repeated_edges(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """What stands at the head or foot of several pages, numbers apart."""
    seen = Counter(
        edge for lines in pages for edge in {_shape(line.text) for line in (*lines[:_EDGE], *lines[-_EDGE:])}
    )
    return frozenset(shape for shape, times in seen.items() if times >= 3 or (times == 2 and len(pages) <= 4))


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _furniture(lines: Sequence[Line], edges: frozenset[str]) -> list[bool]:
    """For each line, whether it is a running head or foot, or the page's number."""
    return [
        (index < _EDGE or index >= len(lines) - _EDGE)
        and (_shape(line.text) in edges or _PAGE_NUMBER.fullmatch(line.text) is not None)
        for index, line in enumerate(lines)
    ]


def _write(
    writer: TextWriter,
    lines: Sequence[Line],
    texts: Sequence[str],
    outer: Sequence[bool],
    layout: Layout,
    page: int,
) -> None:
    """One page's lines as paragraphs, furniture apart."""
    inner = [line for line, out in zip(lines, outer, strict=True) if not out]
    joined = {line for line, goes_on in zip(inner[1:], layout.continues(inner), strict=False) if goes_on}
    for line, words, out in zip(lines, texts, outer, strict=True):
        if out or line not in joined:
            writer.end(page=page)
        writer.add_line(words)
        if out:
            writer.end(BlockKind.BOILERPLATE, page)
    writer.end(page=page)


def _is_scan(pdf: PdfDocument, pages: Sequence[Sequence[Line]], properties: dict[str, str]) -> bool:
    """Whether a machine read the text off a picture: its program says so, or the text is invisible."""
    if _SCANNER.search(f"{properties.get('Producer')} {properties.get('Creator')}"):
        return True
    first = next((number for number, lines in enumerate(pages) if lines), None)
    return first is not None and _is_invisible(pdf[first])


def _is_invisible(page: PdfPage) -> bool:
    import pypdfium2.raw as raw

    modes = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3):
        modes.append(raw.FPDFTextObj_GetTextRenderMode(item.raw))
        if len(modes) == _LOOKED_AT:
            break
    return bool(modes) and 2 * modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def _hints(properties: dict[str, str]) -> Hints:
    """Title and day of making, as far as the program that wrote the file filled them in."""
    title = properties.get("Title", "")
    match = _PDF_DAY.match(properties.get("CreationDate", ""))
    try:
        made = PartialDate.parse("-".join(match.groups())) if match else None
    except ValueError:
        made = None
    return Hints(
        title=None if _NO_TITLE.match(title) else title,
        published=made,
        published_basis="properties" if made else None,
    )
