"""A document's paragraphs as its readers see them: sentences, quotations, and sentences of items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pursestrings.documents import Block, BlockKind, Document
from pursestrings.documents.document import PROSE
from pursestrings.documents.sentences import sentences
from pursestrings.reading.grammar.stream import Sentence, sentences_of
from pursestrings.reading.quotes import Quotation, quotations

OPENING_MARKS: Final = ("“", '"', "''", "``", "„")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block that holds sentences: where each of them stands, and the quotations, both in order."""

    block: Block
    sentences: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The blocks of a document that hold sentences, in order."""
    return _paragraphs(document.text, document.blocks)


# Half a dozen readers of one document ask for the same, one after the other.
@lru_cache(maxsize=1)
def _paragraphs(text: str, blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    prose = [block for block in blocks if block.kind in PROSE]
    following = [*(block.start for block in prose[1:]), len(text)]
    return tuple(
        Paragraph(
            block,
            tuple(sentences(text, block.start, block.end)),
            tuple(
                quotations(text, block.start, block.end, running_on=text.startswith(OPENING_MARKS, beginning))
            ),
        )
        for block, beginning in zip(prose, following, strict=False)
    )


def sentence_spans(document: Document) -> Iterator[tuple[int, int]]:
    """Where each sentence of a document's prose stands, in order."""
    return (span for paragraph in paragraphs(document) for span in paragraph.sentences)


def passages(document: Document) -> list[Passage]:
    """The paragraphs that hold sentences, in order."""
    return [
        Passage(
            one.block.kind,
            tuple(sentences_of(document.text, one.block.start, one.block.end, one.quotations, one.sentences)),
        )
        for one in paragraphs(document)
    ]
