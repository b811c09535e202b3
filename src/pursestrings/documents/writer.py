"""The text that we write ourselves, paragraph by paragraph, for formats that hold no running text."""

from __future__ import annotations

import re
from typing import Final

from pursestrings.documents.document import BlockKind
from pursestrings.documents.extract import Piece
from pursestrings.documents.text import BLANK

_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_BETWEEN: Final = "\n\n"


class TextWriter:
    """Collects words into paragraphs; a blank line parts them, and offsets follow from what was written."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._words: list[str] = []

    @property
    def length(self) -> int:
        """The length of the text up to the last paragraph that ended."""
        return self._length

    @property
    def pending(self) -> int:
        """The number of characters in the paragraph that is open."""
        return sum(map(len, self._words))

    @property
    def at_line_start(self) -> bool:
        """Whether the open paragraph is empty or has just begun a new line."""
        return not self._words or "".join(self._words[-2:]).rstrip(" ").endswith("\n")

    def add(self, words: str) -> None:
        """Running text: any white space in it is one space."""
        words = _SPACE.sub(" ", words)
        if words.startswith(" ") and (not self._words or self._words[-1].endswith((" ", "\n", "\t"))):
            words = words[1:]
        if words:
            self._words.append(words)

    def add_exact(self, text: str) -> None:
        """Text whose white space counts."""
        if text:
            self._words.append(text)

    def add_line(self, line: str) -> None:
        """A line of a paragraph: a space parts it from the one before."""
        if self._words and line:
            self._words.append(" ")
        self._words.append(line)

    def tab(self) -> None:
        """The gap between two cells of a row; nothing at the start of a paragraph."""
        if self._words:
            self._words[-1] = self._words[-1].rstrip(" ")
            self._words.append("\t")

    def end(self, kind: BlockKind | None = None, page: int | None = None) -> None:
        """End the paragraph; one without a word leaves no trace."""
        text = "".join(self._words).strip(BLANK)
        self._words.clear()
        if not text:
            return
        start = self._length + (len(_BETWEEN) if self._paragraphs else 0)
        self._length = start + len(text)
        self._paragraphs.append(text)
        self._pieces.append(Piece(start, self._length, kind, page))

    def finish(self) -> tuple[str, list[Piece]]:
        """The whole text and its paragraphs."""
        self.end()
        return _BETWEEN.join(self._paragraphs), self._pieces
