"""What is set last, on texts not trained on: how readily spans are begun, and how sure to be of an attribution.

The score of an attribution is made the share of such that are right (Platt 1999).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize
from training.attributions.measure import Scores, Words, matched, score
from training.attributions.polnear import Article, Marked

from pursestrings.reading.encoder import labels
from pursestrings.reading.encoder.pieces import Pieces
from pursestrings.reading.encoder.relations import Attributed, Heads, attributed, log_odds

LEANS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_BEGINS = [labels.begin(labels.ROLES.index(role)) for role in ("source", "cue")]


@dataclass(frozen=True)
class Heard:
    """An article with what the encoder makes of its pieces: scores of roles and link vectors."""

    article: Article
    pieces: Pieces
    roles: np.ndarray
    link: np.ndarray

    def attributions(self, heads: Heads) -> list[Attributed]:
        """The attributions by some heads."""
        return attributed(self.pieces, self.roles, self.link, heads)


def as_marked(one: Attributed) -> Marked:
    """An attribution as a corpus marks it."""
    return Marked((one.source,) if one.source else (), (one.cue,), one.content)


def measured(texts: Sequence[Heard], heads: Heads) -> Scores:
    """The scores over some texts; gold is the first annotator."""
    return score(
        (
            one.article.document.text,
            one.article.readings[0],
            [as_marked(each) for each in one.attributions(heads)],
        )
        for one in texts
    )


def leaning(heads: Heads, lean: float) -> Heads:
    """The heads with so much added for every source and cue that begins: a missed one costs its whole attribution."""
    moves = heads.moves.copy()
    moves[:, _BEGINS] += lean
    return replace(heads, moves=moves)


def settled(texts: Sequence[Heard], heads: Heads) -> Heads:
    """The heads with the lean that reads best, loosely and strictly, and with a score that means what it says."""

    def worth(lean: float) -> float:
        found = measured(texts, leaning(heads, lean))
        return found.attribution + found.strict

    best = leaning(heads, max(LEANS, key=worth))
    return replace(best, scale=_scale(texts, best))


def _scale(texts: Sequence[Heard], heads: Heads) -> np.ndarray:
    rows, right = [], []
    for one in texts:
        found = one.attributions(heads)
        words = Words(one.article.document.text)
        gold = [words.sets(each) for each in one.article.readings[0]]
        hits = {j for _, j in matched(gold, [words.sets(as_marked(each)) for each in found])}
        rows += [np.append(log_odds(each.parts), 1.0) for each in found]
        right += [number in hits for number in range(len(found))]
    return logistic(np.array(rows), np.array(right, float)).astype(np.float32)


def logistic(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression, a little drawn to nought."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = rows @ weights
        value = np.logaddexp(0, odds) - right * odds
        slope = rows.T @ (1 / (1 + np.exp(-odds)) - right)
        return float(value.sum() + 0.5 * (weights**2).sum()), slope + weights

    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True).x)
