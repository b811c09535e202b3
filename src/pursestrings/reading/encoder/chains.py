"""Reading labels off the encoder's scores: the likeliest sequence in each paragraph, and how sure each label is.

A linear chain as in Lafferty, McCallum and Pereira (2001): scores of labels on words and of moves between labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from pursestrings.reading.encoder.labels import OUTSIDE
from pursestrings.reading.encoder.pieces import Flags, Ints

Scores = npt.NDArray[np.float32]

_SPREAD: Final = 2
"""How much longer the longest paragraph of a batch may be than its shortest: what is padded stays in proportion."""
_FEW: Final = 4000
"""In a text of so few words all paragraphs up to `_USUAL` words go together: more steps cost more than what is padded."""
_USUAL: Final = 128
_SHORT: Final = 16

FORBIDDEN: Final = -1e4


def legal(labels: int) -> Scores:
    """0 where a label may follow another, else `FORBIDDEN`: moves from each label, and from a paragraph's start (last row).

    Inside of a span comes only after its begin or inside.
    """
    table = np.zeros((labels + 1, labels), np.float32)
    for after in range(2, labels, 2):
        table[:, after] = FORBIDDEN
        table[after - 1, after] = table[after, after] = 0.0
    return table


@dataclass(frozen=True, slots=True)
class Marked:
    """A span that a head marked: first and last word, its kind by number, and its least sure label's probability."""

    kind: int
    first: int
    last: int
    score: float


def marked(scores: Scores, opens: Flags, moves: Scores) -> list[Marked]:
    """The spans in the words of a text, in order.

    `scores` has one row a word and one column a label; `opens` tells where a paragraph begins; `moves` holds the scores
    of the moves from each label, and in its last row from the start of a paragraph, to each label.
    """
    labels = np.zeros(len(scores), np.int64)
    sure = np.zeros(len(scores), np.float32)
    for rows, lengths in _batches(opens):
        batch = scores[rows]
        path = _best(batch, lengths, moves)
        chances = _chances(batch, lengths, moves)
        for row, length, best, chance in zip(rows, lengths, path, chances, strict=True):
            labels[row[:length]] = best[:length]
            sure[row[:length]] = chance[np.arange(length), best[:length]]
    return list(_spans(labels, sure, opens))


def _batches(opens: Flags) -> Iterator[tuple[Ints, Ints]]:
    """Paragraphs of like length together: the word numbers of each, padded with its last, and the lengths."""
    firsts = np.flatnonzero(opens)
    lengths = np.diff(np.append(firsts, len(opens)))
    order = np.argsort(lengths, kind="stable")
    together = _USUAL if len(opens) <= _FEW else _SHORT
    start = 0
    while start < len(order):
        shortest = lengths[order[start]]
        end = int(np.searchsorted(lengths[order], max(shortest * _SPREAD, together), side="right"))
        chosen = order[start:end]
        steps = np.minimum(np.arange(lengths[chosen].max()), lengths[chosen][:, None] - 1)
        yield firsts[chosen][:, None] + steps, lengths[chosen]
        start = end


def _best(scores: Scores, lengths: Ints, moves: Scores) -> Ints:
    """Viterbi's path through each row."""
    rows, longest, _ = scores.shape
    value = moves[-1] + scores[:, 0]
    back = np.zeros(scores.shape, np.int64)
    final = value.copy()
    to = np.ascontiguousarray(moves[:-1].T)
    for at in range(1, longest):
        ways = value[:, None] + to
        back[:, at] = ways.argmax(axis=2)
        value = ways.max(axis=2) + scores[:, at]
        ends = lengths == at + 1
        final[ends] = value[ends]
    path = np.zeros((rows, longest), np.int64)
    here = last = final.argmax(axis=1)
    every = np.arange(rows)
    for at in range(longest - 1, -1, -1):
        here = np.where(at == lengths - 1, last, here)
        path[:, at] = here
        here = back[every, at, here]
    return path


def _chances(scores: Scores, lengths: Ints, moves: Scores) -> Scores:
    """The probability of each label of each word, by the forward and backward sums, scaled at each step."""
    weights = np.exp(np.maximum(moves, -50.0))
    local = np.exp(scores - scores.max(axis=2, keepdims=True))
    longest = scores.shape[1]
    forward = np.empty_like(local)
    step = weights[-1] * local[:, 0]
    forward[:, 0] = step / step.sum(axis=1, keepdims=True)
    for at in range(1, longest):
        step = (forward[:, at - 1] @ weights[:-1]) * local[:, at]
        forward[:, at] = step / step.sum(axis=1, keepdims=True)
    backward = np.ones_like(local)
    for at in range(longest - 2, -1, -1):
        step = (backward[:, at + 1] * local[:, at + 1]) @ weights[:-1].T
        step = np.where((at < lengths - 1)[:, None], step, 1.0)
        backward[:, at] = step / step.sum(axis=1, keepdims=True)
    both = forward * backward
    return np.asarray(both / both.sum(axis=2, keepdims=True), np.float32)


def _spans(labels: Ints, sure: Scores, opens: Flags) -> Iterator[Marked]:
    begins = (labels != OUTSIDE) & ((labels % 2 == 1) | opens)
    goes_on = (labels != OUTSIDE) & ~begins
    for first in np.flatnonzero(begins):
        last = int(first)
        while last + 1 < len(labels) and goes_on[last + 1]:
            last += 1
        kind = int(labels[first] - 1) // 2
        yield Marked(kind, int(first), last, float(sure[first : last + 1].min()))
