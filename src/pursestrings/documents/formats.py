"""A file of any kind that we read, turned into a document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pursestrings import errors
from pursestrings.documents.blocks import mark_blocks
from pursestrings.documents.document import BlockKind, Document
from pursestrings.documents.extract import Extract
from pursestrings.documents.language import language_of
from pursestrings.documents.metadata import describe
from pursestrings.documents.text import extract_text, whole
from pursestrings.errors import PursestringsError, Where

LIMIT_MB: Final = 50
_MEGABYTE: Final = 1_000_000
_NO_OUTLETS: Final[Mapping[str, str]] = MappingProxyType({})
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_NAMES: Final = frozenset({".html", ".htm", ".xhtml", ".shtml"})


def load(path: Path, source: str | None = None, outlets: Mapping[str, str] = _NO_OUTLETS) -> Document:
    """Read one file of text, HTML, PDF or DOCX; what it is, is decided by its content before its name.

    `source` is what the document is called (by default `source_of` the path); an address there helps to
    date it. `outlets` gives the name of an outlet for each spelling of it. Raises PursestringsError of
    the group P2, with the file, for anything that cannot be read.
    """
    name = source or source_of(path)
    where = Where(file=name)
    data = _read(path, where)
    extract = _extract(data, path.suffix.lower(), where)
    if not extract.pieces:
        raise PursestringsError(errors.FILE_NO_TEXT, where=where)
    return _document(data, name, extract, outlets)


def source_of(path: Path) -> str:
    """What a file's document is called: its path as given, with U+FFFD for bytes that are no text."""
    return whole(str(path))


def _document(data: bytes, name: str, extract: Extract, outlets: Mapping[str, str]) -> Document:
    blocks = mark_blocks(extract)
    text = extract.text
    body = "\n".join(text[block.start : block.end] for block in blocks if block.kind is BlockKind.BODY)
    language = language_of(body) or extract.hints.language
    hints = extract.hints.addressed(name)
    about = describe(text, blocks, hints, language, outlets)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(
        id=sha256[:16],
        source=name,
        sha256=sha256,
        text=text,
        blocks=blocks,
        page_starts=extract.page_starts,
        title=about.title,
        byline=about.byline,
        publisher=about.publisher,
        origin=about.origin,
        published=about.published,
        published_basis=about.published_basis,
        language=language,
        ocr=extract.ocr,
        encoding=extract.encoding,
    )


def _read(path: Path, where: Where) -> bytes:
    """The file's bytes; a file over the limit is refused by its size, before it is read."""
    try:
        if path.is_dir():
            raise PursestringsError(errors.FILE_UNREADABLE, where=where, why="it is a folder")
        if path.exists() and not path.is_file():
            raise PursestringsError(errors.FILE_UNREADABLE, where=where, why="it is no regular file")
        _refuse_large(path.stat().st_size, where)
        with path.open("rb") as file:
            data = file.read(LIMIT_MB * _MEGABYTE + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise PursestringsError(errors.FILE_MISSING, where=where) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        why = getattr(error, "strerror", None) or str(error)
        raise PursestringsError(errors.FILE_UNREADABLE, where=where, why=why.lower()) from None
    _refuse_large(len(data), where)
    if not data:
        raise PursestringsError(errors.FILE_EMPTY, where=where)
    return data


def _refuse_large(size: int, where: Where) -> None:
    if size > LIMIT_MB * _MEGABYTE:
        raise PursestringsError(
            errors.FILE_TOO_LARGE, where=where, size=-(-size // _MEGABYTE), limit=LIMIT_MB
        )


def _extract(data: bytes, suffix: str, where: Where) -> Extract:
    """Text and paragraphs by the reader that the content asks for; those of a library are imported when first needed."""
    if b"%PDF-" in data[:1024]:
        from pursestrings.documents.pdf import extract_pdf

        return extract_pdf(data, where)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from pursestrings.documents.docx import extract_docx

        return extract_docx(data, where)
    if data.startswith(_OLE):
        locked = _OLE_LOCKED in data
        raise PursestringsError(errors.FILE_ENCRYPTED if locked else errors.FILE_BINARY, where=where)
    if data.startswith((b"{\\rtf", b"%!PS")):
        raise PursestringsError(errors.FILE_BINARY, where=where)
    if suffix in _HTML_NAMES or _HTML.match(data[:8192]):
        from pursestrings.documents.html import extract_html

        return extract_html(data, where)
    return extract_text(data, where)
