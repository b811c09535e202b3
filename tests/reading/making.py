"""Documents made on the spot, and the shipped register, for the tests of reading."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache

from pursestrings.dates import PartialDate
from pursestrings.documents import Block, BlockKind, Document
from pursestrings.documents.sentences import sentences
from pursestrings.reading.grammar.passages import passages
from pursestrings.reading.people.people import People, people
from pursestrings.reading.reader import Reader
from pursestrings.reading.statements.heard import relations
from pursestrings.register.index import Register, load
from pursestrings.register.models.people import Official


@cache
def register() -> Register:
    """The shipped register."""
    return load()


@cache
def reader() -> Reader:
    """A reader against the shipped register."""
    return Reader.of(register())


def people_in(made: Document, officials: Iterable[Official] = ()) -> People:
    """The people of a document, with what the shipped encoder hears them say."""
    prose = passages(made)
    return people(made, prose, relations(made, prose, reader().encoder.read(made).attributions), officials)


def document(text: str, published: str | None = None, publisher: str | None = None) -> Document:
    """A document of these words, each line a paragraph of its body."""
    data = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    blocks = tuple(
        Block(BlockKind.BODY, line.start(), line.end())
        for line in re.finditer(r"[^\n]+", text)
        if line[0].strip()
    )
    return Document(
        id=data[:12],
        source="made.txt",
        sha256=data,
        text=text,
        blocks=blocks,
        publisher=publisher,
        published=PartialDate.parse(published) if published else None,
        language="en",
    )


def spans(made: Document) -> list[tuple[int, int]]:
    """The sentences of a document."""
    return [span for block in made.paragraphs() for span in sentences(made.text, block.start, block.end)]
