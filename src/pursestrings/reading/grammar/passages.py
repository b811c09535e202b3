"""A document's paragraphs as the readers of people and statements see them: sentences of items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pursestrings.documents import BlockKind, Document
from pursestrings.reading.grammar.stream import Sentence, sentences_of
from pursestrings.reading.quotes import quotations

OPENING_MARKS: Final = ("“", '"', "''", "``", "„")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]


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
        found.append(Passage(block.kind, tuple(sentences)))
    return found
