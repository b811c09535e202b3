"""What a teacher makes of the training texts, for a student to learn from (Hinton, Vinyals and Dean 2015).

The teacher reads windows as wide as it was trained on, each going back over much of the one before, so that no piece is
judged near an edge. The student reads narrow ones, one behind the other, as the program does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from training.attributions.examples import Taught
from training.attributions.fit import Model
from training.attributions.reading import array, hidden

from pursestrings.reading.encoder.pieces import Flags, Pieces
from pursestrings.reading.encoder.windows import Window

WINDOW = 254
OVERLAP = 64


@torch.no_grad()
def lessons(teacher: Model, pieces: Sequence[Pieces], kept: Path) -> list[Taught]:
    """What the teacher makes of each text; `kept` is a file that remembers it from run to run."""
    if kept.exists():
        held = np.load(kept)
        return [Taught(held[f"roles.{n}"], held[f"hidden.{n}"]) for n in range(len(pieces))]
    found = []
    for number, one in enumerate(pieces, 1):
        found.append(_lesson(teacher, one))
        print(f"\rlessons: {number} of {len(pieces)}", end="", file=sys.stderr)
    print(file=sys.stderr)
    arrays = {
        f"{name}.{n}": getattr(one, name) for n, one in enumerate(found) for name in ("roles", "hidden")
    }
    unfinished = kept.with_suffix(".part.npz")
    np.savez(unfinished, **arrays)
    unfinished.replace(kept)
    return found


def _lesson(teacher: Model, pieces: Pieces) -> Taught:
    cut = _windows(pieces.sentence)
    rows = [
        hidden(teacher, pieces, (start, end))[left - start : right - start]
        for (start, end), (left, right) in zip(cut, _owned(cut), strict=True)
    ]
    last = torch.cat(rows)
    return Taught(array(teacher.encoder.roles(last)), array(last).astype(np.float16))


def _windows(sentence: Flags) -> list[Window]:
    """Windows that begin with sentences where they can; `sentence` tells where one begins."""
    total, begins = len(sentence), np.flatnonzero(sentence)
    found: list[Window] = []
    start = 0
    while start < total:
        end = min(start + WINDOW, total)
        found.append((start, end))
        if end == total:
            break
        at = int(np.searchsorted(begins, end - OVERLAP, side="right")) - 1
        near = at >= 0 and begins[at] > start + (end - start) // 4
        start = int(begins[at]) if near else end - OVERLAP
    return found


def _owned(found: Sequence[Window]) -> Iterator[Window]:
    """For each window the pieces that are nearer to its middle than to that of any other."""
    for number, (start, end) in enumerate(found):
        left = 0 if number == 0 else (start + found[number - 1][1] + 1) // 2
        right = end if number + 1 == len(found) else (found[number + 1][0] + end + 1) // 2
        yield left, right
