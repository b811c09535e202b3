"""A document's paragraphs as the readers of people and statements see them: sentences of items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pursestrings.documents import BlockKind, Document
from pursestrings.reading.quotes import quotations
from pursestrings.reading.stream import Sentence, sentences_of

OPENING_MARKS: Final = ("“", '"', "''", "``", "„")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph. `open_end` says that its last quotation goes on in the next paragraph."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]
    open_end: bool


def passages(document: Document) -> list[Passage]:
    """The paragraphs that hold sentences, in order."""
    text = document.text
    blocks = list(document.paragraphs())
    found = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1].start if number + 1 < len(blocks) else len(text)
        running_on = text.startswith(OPENING_MARKS, following)
        quoted = quotations(text, block.start, block.end, running_on=running_on)
        sentences = sentences_of(text, block.start, block.end, quoted)
        open_end = bool(quoted) and not quoted[-1].closed and running_on
        found.append(Passage(block.kind, tuple(sentences), open_end))
    return found
