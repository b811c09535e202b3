"""Windows over a document's pieces: each holds whole paragraphs where it can, and every piece is read once."""

from __future__ import annotations

import numpy as np

from pursestrings.reading.encoder.pieces import Flags, Ints

Window = tuple[int, int]


def windows(paragraph: Flags, sentence: Flags, size: int) -> list[Window]:
    """Windows of at most `size` pieces, one behind the other; the flags tell at which piece a paragraph, a sentence begins.

    One ends with the last paragraph that ends in its second half, else with the last sentence there, else where it is full.
    """
    total = len(sentence)
    paragraphs, sentences = np.flatnonzero(paragraph), np.flatnonzero(sentence)
    found: list[Window] = []
    start = 0
    while total - start > size:
        end = _last(paragraphs, start, size) or _last(sentences, start, size) or start + size
        found.append((start, end))
        start = end
    if total:
        found.append((start, total))
    return found


def _last(begins: Ints, start: int, size: int) -> int | None:
    """The last place at which something begins, in the second half of a window or right behind it."""
    at = int(np.searchsorted(begins, start + size, side="right")) - 1
    return int(begins[at]) if at >= 0 and begins[at] > start + size // 2 else None
