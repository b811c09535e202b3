"""What every file format is turned into before anyone asks what its parts are for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pursestrings.dates import PartialDate
from pursestrings.documents.document import BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the text; `kind` is set where the file's own markup says what it is."""

    start: int
    end: int
    kind: BlockKind | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """What a file says about itself outside its text: meta tags, linked data, properties, its address."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    published_basis: str | None = None
    language: str | None = None
    url: str | None = None

    def addressed(self, source: str) -> Hints:
        """The same with the document's source as its address, where it is one and the file names none."""
        return replace(self, url=source) if self.url is None and "://" in source else self


@dataclass(frozen=True, slots=True)
class Extract:
    """Text and paragraphs of one file. `scraped` texts carry the furniture of a web page around them."""

    text: str
    pieces: tuple[Piece, ...]
    hints: Hints = field(default_factory=Hints)
    page_starts: tuple[int, ...] = ()
    scraped: bool = False
    ocr: bool = False
    encoding: str | None = None
