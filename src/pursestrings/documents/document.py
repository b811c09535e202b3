"""A document as it is read: its text, never rewritten, and everything that points into it.

Offsets count Unicode code points from 0, end excluded, in `Document.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pursestrings.dates import PartialDate

SCHEMA: Final = "1"
CONTEXT: Final = 32


class BlockKind(StrEnum):
    """What a stretch of a document is for."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"
    CREDIT = "credit"


PROSE: Final = frozenset({BlockKind.HEADLINE, BlockKind.BODY, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a part of one, of one kind. `page` counts from 1 where the file has pages."""

    kind: BlockKind
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a document's text: W3C TextQuoteSelector and TextPositionSelector in one."""

    exact: str
    start: int
    end: int
    prefix: str
    suffix: str
    page: int | None = None

    def as_json(self) -> dict[str, str | int | None]:
        """The anchor as the contract writes it."""
        return {
            "exact": self.exact,
            "start": self.start,
            "end": self.end,
            "prefix": self.prefix,
            "suffix": self.suffix,
            "page": self.page,
        }


@dataclass(frozen=True, slots=True)
class Document:
    """One file, by its content: two files of the same bytes are one document.

    `id` is made from the bytes' SHA-256; `encoding` names the codec of a text or HTML file and says
    `damaged` where bytes had to be replaced; `page_starts` holds the offset at which each page begins.
    """

    id: str
    source: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    origin: str | None = None
    published: PartialDate | None = None
    published_basis: str | None = None
    language: str | None = None
    copy_of: str | None = None
    ocr: bool = False
    encoding: str | None = None

    def anchor(self, start: int, end: int) -> Anchor:
        """The anchor of `text[start:end]`; ValueError for an empty stretch or one outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no stretch of a text of {len(self.text)} characters")
        return Anchor(
            exact=self.text[start:end],
            start=start,
            end=end,
            prefix=self.text[max(0, start - CONTEXT) : start],
            suffix=self.text[end : end + CONTEXT],
            page=self.page_at(start),
        )

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, on which an offset lies; None where the file has no pages."""
        return max(1, bisect_right(self.page_starts, offset)) if self.page_starts else None

    def body_spans(self) -> list[tuple[int, int]]:
        """The stretches that are not boilerplate, in order."""
        return [(block.start, block.end) for block in self.blocks if block.kind is not BlockKind.BOILERPLATE]

    def paragraphs(self) -> Iterator[Block]:
        """The blocks that hold sentences, in order: headline, body and captions."""
        return (block for block in self.blocks if block.kind in PROSE)

    def as_json(self) -> dict[str, str | bool | None]:
        """The contract's document line."""
        return {
            "kind": "document",
            "schema": SCHEMA,
            "id": self.id,
            "source": self.source,
            "title": self.title,
            "publisher": self.publisher,
            "origin": self.origin,
            "published": str(self.published) if self.published else None,
            "published_basis": self.published_basis,
            "language": self.language,
            "copy_of": self.copy_of,
            "ocr": self.ocr,
            "sha256": self.sha256,
        }
