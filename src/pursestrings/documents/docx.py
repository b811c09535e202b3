"""Word documents: paragraphs, rows of tables and notes in the order of the file's own XML."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pursestrings import errors
from pursestrings.documents.document import BlockKind
from pursestrings.documents.extract import Extract, Hints
from pursestrings.documents.extras import needs_read
from pursestrings.documents.writer import TextWriter
from pursestrings.documents.written_dates import written_dates
from pursestrings.errors import PursestringsError, Where

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT_MB: Final = 50
_MEGABYTE: Final = 1_000_000
# Text in XML packs to a tenth or a thirtieth; what packs to a hundredth was made to swell.
_DENSEST: Final = 100
_SWELLING_MB: Final = 5
_MAIN: Final = "word/document.xml"
_HEADS: Final = re.compile(r"word/header\d*\.xml")
_FEET: Final = re.compile(r"word/footer\d*\.xml")
_NOTES: Final = ("word/footnotes.xml", "word/endnotes.xml")
_PROPERTIES: Final = "docProps/core.xml"
# All that the standard library raises over a zip whose headers or data are wrong.
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    struct.error,
)
_SKIPPED: Final = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "sectPr", "tblPr", "tcPr"}
)
_CHARACTERS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_TITLE_STYLES: Final = frozenset({"title"})


def extract_docx(data: bytes, where: Where) -> Extract:
    """Text and paragraphs, running heads and feet as furniture, notes at the end.

    Raises FILE_BINARY for a zip that is no Word document, FILE_ENCRYPTED, FILE_BROKEN, FILE_BOMB.
    """
    try:
        parts = _read_parts(data, where)
    except _DAMAGE:
        raise PursestringsError(
            errors.FILE_BROKEN, where=where, why="its zip container cannot be read"
        ) from None
    writer = TextWriter()
    for name in sorted(filter(_HEADS.fullmatch, parts)):
        _Walk(writer, BlockKind.BOILERPLATE).run(_parse(parts[name], where))
    _Walk(writer, None).run(_parse(parts[_MAIN], where))
    for name in _NOTES:
        if name in parts:
            _Walk(writer, None).run(_parse(parts[name], where))
    for name in sorted(filter(_FEET.fullmatch, parts)):
        _Walk(writer, BlockKind.BOILERPLATE).run(_parse(parts[name], where))
    text, pieces = writer.finish()
    hints = _hints(_parse(parts[_PROPERTIES], where)) if _PROPERTIES in parts else Hints()
    return Extract(text=text, pieces=tuple(pieces), hints=hints)


def _read_parts(data: bytes, where: Where) -> dict[str, bytes]:
    """The parts that hold text, unpacked as far as they may be."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = {info.filename: info for info in archive.infolist()}
        if _MAIN not in infos:
            raise PursestringsError(errors.FILE_BINARY, where=where)
        wanted = [
            info
            for name, info in infos.items()
            if name in (_MAIN, _PROPERTIES, *_NOTES) or _HEADS.fullmatch(name) or _FEET.fullmatch(name)
        ]
        if any(info.flag_bits & 1 for info in wanted):
            raise PursestringsError(errors.FILE_ENCRYPTED, where=where)
        _refuse_bombs(list(infos.values()), where)
        return dict(_unpack(archive, wanted, where))


def _refuse_bombs(infos: list[zipfile.ZipInfo], where: Where) -> None:
    """Judge by the sizes that the file declares, before a byte is unpacked."""
    xml = [info for info in infos if info.filename.endswith((".xml", ".rels"))]
    if sum(info.file_size for info in xml) > LIMIT_MB * _MEGABYTE:
        raise PursestringsError(errors.FILE_BOMB, where=where, limit=LIMIT_MB)
    for info in xml:
        if info.file_size > max(_SWELLING_MB * _MEGABYTE, _DENSEST * info.compress_size):
            raise PursestringsError(errors.FILE_BOMB, where=where, limit=_SWELLING_MB)


def _unpack(
    archive: zipfile.ZipFile, wanted: list[zipfile.ZipInfo], where: Where
) -> Iterator[tuple[str, bytes]]:
    """Unpack with an eye on the true size, whatever the file declared."""
    left = LIMIT_MB * _MEGABYTE
    for info in wanted:
        with archive.open(info) as part:
            content = part.read(left + 1)
        left -= len(content)
        if left < 0:
            raise PursestringsError(errors.FILE_BOMB, where=where, limit=LIMIT_MB)
        yield info.filename, content


def _parse(content: bytes, where: Where) -> _Element:
    """The tree of one part; entities are refused, for Word writes none."""
    with needs_read():
        from lxml import etree
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise PursestringsError(errors.FILE_BROKEN, where=where, why="its XML breaks off") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise PursestringsError(errors.FILE_BROKEN, where=where, why="its XML declares entities")
    return root


def _name(element: _Element) -> str:
    """The tag without its namespace, of which the standard has two editions."""
    return str(element.tag).rpartition("}")[2]


class _Walk:
    """One pass over a part in order, each paragraph on its own and each row of short cells in one line."""

    def __init__(self, writer: TextWriter, kind: BlockKind | None) -> None:
        self.writer = writer
        self.kind = kind
        self.own = kind
        self.rows: list[bool] = []

    def run(self, root: _Element) -> None:
        """Write the part's words."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = _name(element)
            if event == "end":
                self._end(name)
            elif name in _SKIPPED:
                if name == "pPr":
                    self.own = self.kind or _style_kind(element)
                walker.skip_subtree()
            else:
                self._start(element, name)
        self.writer.end(self.kind)

    def _start(self, element: _Element, name: str) -> None:
        if name == "t":
            self.writer.add_exact(element.text or "")
        elif name in _CHARACTERS:
            self.writer.add_exact(_CHARACTERS[name])
        elif name == "tr":
            self.rows.append(_is_plain(element))
        elif name == "tc" and self.rows and self.rows[-1]:
            self.writer.tab()

    def _end(self, name: str) -> None:
        if name == "tr":
            self.writer.end(self.kind)
            self.rows.pop()
        elif name == "p" and not (self.rows and self.rows[-1]):
            self.writer.end(self.own)
            self.own = self.kind


def _is_plain(row: _Element) -> bool:
    """Whether each cell holds one paragraph; other tables only lay out a page."""
    cells = [[child for child in cell if _name(child) in ("p", "tbl")] for cell in row if _name(cell) == "tc"]
    return all(len([child for child in cell if "".join(child.itertext()).strip()]) <= 1 for cell in cells)


def _style_kind(properties: _Element) -> BlockKind | None:
    """The headline where the paragraph has the style "Title"."""
    for child in properties:
        if _name(child) == "pStyle":
            style = next((value for key, value in child.attrib.items() if str(key).endswith("val")), "")
            return BlockKind.HEADLINE if str(style).lower() in _TITLE_STYLES else None
    return None


def _hints(core: _Element) -> Hints:
    """Title and day of making from the core properties."""
    values = {_name(child): (child.text or "").strip() for child in core}
    dates = written_dates(values.get("created", "")[:40])
    return Hints(
        title=values.get("title") or None,
        published=dates[0].date if dates else None,
        published_basis="properties" if dates else None,
    )
