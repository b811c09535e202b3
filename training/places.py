"""Fit the weights by which places are read, from news whose places are marked.

python -m training.places CORPUS.xml...

The corpora are LGL and TR-News in their public XML. Two models are fitted in turn, for each rests on the other:
which place a name means (softmax over the places of that name) and whether words name a place at all (logistic).
What their answers are worth together is fitted to articles that they have not seen: the outlets are dealt into
folds, so that no fold knows the home of the papers it is measured on. Writes `reading/data/place_weights.json`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from training.place_corpus import Article, articles, right

from pursestrings.reading.places.choice import choice_features, settle
from pursestrings.reading.places.mentions import Mention, Weights, mentions, weigh
from pursestrings.reading.places.places import chosen

OUT = Path(__file__).parents[1] / "src" / "pursestrings" / "reading" / "data" / "place_weights.json"
FOLDS = 4
TURNS = 2

# Where the fit starts, and what it is pulled back to: the corpora are local papers of 2009, not all news.
CHOICE = {
    "population": 6.0,
    "share": 2.0,
    "state": 3.0,
    "county": -1.0,
    "township": -1.5,
    "unincorporated": -1.0,
    "foreign": -1.0,
    "country": 2.0,
    "hinted": 5.0,
    "region": 1.0,
    "home": 2.0,
    "region_share": 4.0,
    "near": 1.5,
    "near_share": 3.0,
    "beside": 1.5,
    "alike": 1.0,
    "inside": 1.0,
    "kind": 2.0,
    "abroad": 2.0,
    "capital": 3.0,
    "alone": 1.0,
}
PULL = 0.003
# What no corpus may unlearn.
LEAST = {
    "inside": 0.3,
    "capital": 3.0,
    "population": 0.0,
    "alone": 0.0,
    "state": 2.0,
    "near_share": 0.0,
    "beside": 0.0,
    "alike": 1.2,
    "kind": 2.0,
}
MOST = {"region": 1.0, "near": 2.0}
LEAST_MENTION = {"party": 2.0, "office": 0.0}
MENTION = tuple(
    """bias in to government_next government_of body_next paper_next body_of street_next given_before title_before
    initial_before given_then_capital body_after capital_before capital_next person_here given_name surname word
    sentence_start several_words kind party office hint capitals possessive says_next listed state_next hyphen dateline
    state_level population foreign certainty supported repeated hinted_elsewhere""".split()  # noqa: SIM905 - shorter to read and to diff
)
FIRST = {
    "bias": -1.0,
    "in": 2.0,
    "hint": 3.0,
    "given_before": -2.0,
    "person_here": -2.0,
    "word": -1.5,
    "kind": 1.5,
    "population": 3.0,
    "state_level": 2.0,
    "government_next": 1.5,
    "street_next": -2.0,
}
# What decides which findings the score is fitted to; near what that fit gives.
SCORE = {"bias": 0.4, "odds": 0.8}
NOWHERE: frozenset[str] = frozenset()


class Cases:
    """Names that could mean several places, as one table: a row for each meaning, the names one after another."""

    def __init__(self) -> None:
        self._rows: list[list[float]] = []
        self._fits: list[bool] = []
        self._starts: list[int] = []

    def add(self, rows: list[list[float]], fits: list[bool]) -> None:
        self._starts.append(len(self._rows))
        self._rows += rows
        self._fits += fits

    def fit(self) -> dict[str, float]:
        """The weights under which the right meanings have most of the shares."""
        table, fits, starts = np.array(self._rows), np.array(self._fits, float), np.array(self._starts)
        owner = np.repeat(np.arange(len(starts)), np.diff([*starts, len(table)]))
        first = np.array(list(CHOICE.values()))

        def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
            scores = table @ vector
            powers = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
            shares = powers / np.add.reduceat(powers, starts)[owner]
            hit = np.add.reduceat(shares * fits, starts) + 1e-9
            slope = table.T @ (shares - shares * fits / hit[owner])
            pull = PULL * (vector - first)
            away = float((pull * (vector - first)).sum()) / 2
            return -float(np.log(hit).mean()) + away, slope / len(starts) + pull

        bounds = [(LEAST.get(name), MOST.get(name)) for name in CHOICE]
        found = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=bounds).x
        return dict(zip(CHOICE, map(float, found), strict=True))


def fit_choice(read: Sequence[Article], weights: Weights) -> dict[str, float]:
    """The weights for which place a name means, given how surely each name is a place."""
    cases = Cases()
    for article in read:
        weigh(article.names, weights["mention"])
        hearing = settle(article.names.groups, NOWHERE, weights["choice"])
        for own in article.names.groups:
            marks = (article.mark(span) for span in own.spans)
            gold = next((mark for mark in marks if mark and mark.kind != "skip"), None)
            fits = [gold is not None and right(meaning, gold) for meaning in own.meanings]
            if any(fits) and not all(fits):
                features = choice_features(own, hearing.evidence_for(own, NOWHERE))
                cases.add([[row.get(name, 0.0) for name in CHOICE] for row in features], fits)
    return cases.fit()


def fit_mention(read: Sequence[Article], weights: Weights) -> dict[str, float]:
    """The weights for whether words name a place at all."""
    rows, answers = [], []
    for article in read:
        for one in mentions(article.names, NOWHERE, weights):
            gold = article.mark(one.span)
            if gold is None or gold.kind != "skip":
                rows.append([one.features.get(name, 0.0) for name in MENTION])
                answers.append(gold is not None)
    table, truth = np.array(rows), np.array(answers, float)

    def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
        likely = 1 / (1 + np.exp(-(table @ vector)))
        wrong = -(truth * np.log(likely + 1e-9) + (1 - truth) * np.log(1 - likely + 1e-9)).sum()
        return wrong + (vector**2).sum() / 2, table.T @ (likely - truth) + vector

    bounds = [(LEAST_MENTION.get(name), None) for name in MENTION]
    found = minimize(loss, np.zeros(len(MENTION)), jac=True, method="L-BFGS-B", bounds=bounds).x
    return dict(zip(MENTION, map(float, found), strict=True))


def fit(read: Sequence[Article]) -> Weights:
    """Both models, fitted in turn; the score is yet to be fitted."""
    weights: Weights = {
        "choice": dict(CHOICE),
        "mention": dict.fromkeys(MENTION, 0.0) | FIRST,
        "score": dict(SCORE),
    }
    for _ in range(TURNS):
        weights["choice"] = fit_choice(read, weights)
        weights["mention"] = fit_mention(read, weights)
    return weights


def unseen(read: Sequence[Article], folds: int = FOLDS) -> Iterator[tuple[list[Article], Weights]]:
    """Each fold of outlets with the weights fitted to all others."""
    outlets = sorted({article.outlet for article in read})
    fold_of = {outlet: number % folds for number, outlet in enumerate(outlets)}
    for fold in range(folds):
        known = [article for article in read if fold_of[article.outlet] != fold]
        yield [article for article in read if fold_of[article.outlet] == fold], fit(known)


def verdicts(article: Article, weights: Weights) -> Iterator[tuple[Mention, float, bool]]:
    """Every finding that counts, with its score and whether it is right."""
    for one, score in chosen(article.names, NOWHERE, weights):
        gold = article.mark(one.span)
        if gold is None or gold.kind != "skip":
            yield one, score, gold is not None and right(one.meaning, gold)


def fit_score(folds: Sequence[tuple[Sequence[Article], Weights]]) -> dict[str, float]:
    """The scaling under which a score is the share of right ones among findings with such a score."""
    found = [
        (one.odds, sure)
        for read, weights in folds
        for article in read
        for one, _, sure in verdicts(article, weights)
    ]
    odds, truth = np.array([one[0] for one in found]), np.array([one[1] for one in found], float)

    def loss(vector: np.ndarray) -> float:
        likely = 1 / (1 + np.exp(-(vector[0] + vector[1] * odds)))
        return -float((truth * np.log(likely + 1e-9) + (1 - truth) * np.log(1 - likely + 1e-9)).mean())

    bias, slope = minimize(loss, np.array([0.0, 1.0]), method="L-BFGS-B").x
    return {"bias": float(bias), "odds": float(slope)}


def write(weights: Weights) -> None:
    rounded = {
        model: {name: round(value, 3) for name, value in one.items()} for model, one in weights.items()
    }
    OUT.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+", metavar="CORPUS.xml")
    asked = parser.parse_args()
    read = [article for path in asked.corpora for article in articles(path)]
    weights = fit(read)
    weights["score"] = fit_score(list(unseen(read)))
    write(weights)


if __name__ == "__main__":
    main()
