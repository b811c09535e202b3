"""Which span goes with which: each content chooses the cue that it hangs on, each cue the source that speaks, or none.

Sources are shared between attributions, contents and cues are not, so the choice runs from content to cue to source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from pursestrings.reading.encoder.chains import Scores
from pursestrings.reading.encoder.pieces import Ints

NEAREST: Final = 12
"""How many spans are looked at as partners of one: the nearest ones."""

# Bounds between the classes of how far, in words, one span begins behind the end of the other.
_STEPS: Final = np.array([0, 1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 100])
DISTANCES: Final = 2 * (len(_STEPS) + 1)
SENTENCES: Final = 9
PARAGRAPHS: Final = 9
BETWEEN: Final = 6
MEASURES: Final = (DISTANCES, SENTENCES, PARAGRAPHS, BETWEEN, BETWEEN)
"""The sizes of the tables by which the way from one span to another is scored."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans of one role in the order of the text: first and last word of each."""

    first: Ints
    last: Ints

    def __len__(self) -> int:
        return len(self.first)


def spans(pairs: list[tuple[int, int]]) -> Spans:
    """Spans from pairs of first and last word."""
    table = np.array(pairs, np.int64).reshape(-1, 2)
    return Spans(table[:, 0], table[:, 1])


def nearest(of: Spans, among: Spans) -> Ints:
    """For each span the numbers of the `NEAREST` others, as far as there are so many."""
    wide = min(NEAREST, len(among))
    at = np.searchsorted(among.first, of.first)
    start = np.clip(at - wide // 2, 0, len(among) - wide)
    return start[:, None] + np.arange(wide)


def ways(of: Spans, among: Spans, pairs: Ints, sentence: Ints, paragraph: Ints) -> Ints:
    """How each span stands to each of its partners, as one index for each of the `MEASURES`.

    `sentence` and `paragraph` give for each word the number of its sentence and paragraph.
    """
    a_first, a_last = of.first[:, None], of.last[:, None]
    b_first, b_last = among.first[pairs], among.last[pairs]
    behind = b_first > a_first
    gap = np.maximum(np.where(behind, b_first - a_last, a_first - b_last), 0)
    distance = np.searchsorted(_STEPS, gap, side="right") + np.where(behind, len(_STEPS) + 1, 0)
    by_sentence = _clipped(sentence[b_first] - sentence[a_first], SENTENCES)
    by_paragraph = _clipped(paragraph[b_first] - paragraph[a_first], PARAGRAPHS)
    at_b = pairs
    at_a = np.searchsorted(among.first, of.first)[:, None]
    others = np.where(behind, at_b - at_a, at_a - 1 - at_b)
    a_number = np.arange(len(of))[:, None]
    b_number = np.searchsorted(of.first, b_first)
    own = np.where(behind, b_number - 1 - a_number, a_number - b_number)
    return np.stack(
        [
            np.clip(distance, 0, DISTANCES - 1),
            by_sentence,
            by_paragraph,
            np.clip(others, 0, BETWEEN - 1),
            np.clip(own, 0, BETWEEN - 1),
        ],
        axis=-1,
    )


def _clipped(difference: Ints, size: int) -> Ints:
    return np.asarray(np.clip(difference, -(size // 2), size // 2) + size // 2)


def vectors(link: Scores, some: Spans) -> Scores:
    """What the linker sees of spans: its vectors at the first and the last word, and their mean over the span."""
    if not len(some):
        return np.zeros((0, 3 * link.shape[1]), np.float32)
    # Sums from each first to each last word, and in the odd rows of what lies between, which nobody needs.
    bounds = np.stack([some.first, some.last + 1], axis=1).ravel()
    sums = np.add.reduceat(np.vstack([link, np.zeros_like(link[:1])]), bounds)[::2]
    mean = sums / (some.last + 1 - some.first)[:, None]
    return np.hstack([link[some.first], link[some.last], mean.astype(np.float32)])


@dataclass(frozen=True, slots=True)
class Matcher:
    """One choice of a partner: a network of one hidden layer over both spans and the way between them."""

    of: Scores
    among: Scores
    ways: tuple[Scores, ...]
    none: Scores
    bias: Scores
    out: Scores

    def choices(
        self, link: Scores, of: Spans, among: Spans, sentence: Ints, paragraph: Ints
    ) -> tuple[Ints, Scores]:
        """For each span the number of its partner, -1 for none, and the probability of that choice."""
        if not len(of):
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        left = vectors(link, of) @ self.of + self.bias
        alone = _gelu(left + self.none) @ self.out
        if not len(among):
            return np.full(len(of), -1), np.ones(len(of), np.float32)
        pairs = nearest(of, among)
        right = vectors(link, among) @ self.among
        inner = left[:, None] + right[pairs]
        by = ways(of, among, pairs, sentence, paragraph)
        for number, table in enumerate(self.ways):
            inner = inner + table[by[..., number]]
        scores = np.hstack([alone[:, None], _gelu(inner) @ self.out])
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances = scores / scores.sum(axis=1, keepdims=True)
        best = chances.argmax(axis=1)
        every = np.arange(len(of))
        partner = np.where(best == 0, -1, pairs[every, np.maximum(best - 1, 0)])
        return partner, np.asarray(chances[every, best], np.float32)


def _gelu(x: Scores) -> npt.NDArray[np.float32]:
    """The Gaussian error unit in its usual approximation by tanh (Hendrycks and Gimpel 2016)."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3))), np.float32)
