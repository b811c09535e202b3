"""Windows over a document's pieces, each beginning with a sentence where it can."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from pursestrings.reading.encoder.pieces import Flags, Ints

Window = tuple[int, int]


def windows(sentence: Flags, size: int, overlap: int) -> list[Window]:
    """Windows of at most `size` pieces that cover everything, each going back over at least `overlap` of the one before.

    `sentence` tells where sentences begin; where one is longer than a window it is cut.
    """
    total = len(sentence)
    begins = np.flatnonzero(sentence)
    found: list[Window] = []
    start = 0
    while start < total:
        end = min(start + size, total)
        found.append((start, end))
        if end == total:
            break
        start = _next(begins, start, end, overlap)
    return found


def _next(begins: Ints, start: int, end: int, overlap: int) -> int:
    """The last sentence that begins far enough before the end of a window, else a cut at just that distance."""
    at = int(np.searchsorted(begins, end - overlap, side="right")) - 1
    if at >= 0 and begins[at] > start + (end - start) // 4:
        return int(begins[at])
    return end - overlap


def owners(found: list[Window]) -> Iterator[Window]:
    """For each window the pieces that it answers for: those nearer to its middle than to that of any other."""
    for number, (start, end) in enumerate(found):
        left = 0 if number == 0 else (start + found[number - 1][1] + 1) // 2
        right = end if number + 1 == len(found) else (found[number + 1][0] + end + 1) // 2
        yield left, right
