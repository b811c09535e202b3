"""Fit the weights by which places are read, from news whose places are marked.

python training/places.py CORPUS.xml...

The corpora are LGL and TR-News in their public XML (one `article` with `text` and `toponyms` each). Two models are
fitted in turn, three times over, for each rests on the other: which place a name means (softmax over the places of
that name) and whether words name a place at all (logistic). The result is `reading/data/place_weights.json`.
Prints how far the fit goes; with `--folds N` also what it reaches on articles that it has not seen.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from lxml import etree
from scipy.optimize import minimize

from pursestrings.documents import Block, BlockKind
from pursestrings.places import find
from pursestrings.reading import places
from pursestrings.reading.gazetteer import STATE, Candidate
from pursestrings.reading.place_choice import Group, choice_features, evidence_for, settle
from pursestrings.reading.place_spans import Span

OUT = Path(__file__).parents[1] / "src" / "pursestrings" / "reading" / "data" / "place_weights.json"
RIGHT_KM = 161.0

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
    "hinted": 6.0,
    "region": 1.5,
    "home": 2.0,
    "region_share": 3.0,
    "near": 1.5,
    "near_share": 3.0,
    "beside": 1.5,
    "alike": 1.0,
    "inside": 1.0,
    "kind": 2.0,
    "abroad": 1.0,
    "capital": 3.0,
    "alone": 1.0,
}
# What no corpus may unlearn.
LEAST = {
    "inside": 0.3,
    "capital": 3.0,
    "population": 0.0,
    "alone": 0.0,
    "state": 2.0,
    "near_share": 0.0,
    "beside": 0.0,
    "alike": 1.0,
}
MOST = {"region": 1.0, "near": 2.0}
MOST_MENTION = {"paper_next": -3.0}
MENTION = tuple(
    """bias in to government_next government_of body_next paper_next body_of street_next given_before title_before initial_before
    given_then_capital body_after capital_before capital_next person_here given_name surname word sentence_start
    several_words kind hint capitals possessive says_next listed state_next hyphen dateline state_level population
    foreign certainty supported repeated hinted_elsewhere""".split()  # noqa: SIM905 - shorter to read and to diff
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
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Gold:
    """A marked place: `kind` is state, place, foreign or skip."""

    start: int
    end: int
    kind: str
    state: str | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class Article:
    """An article with its marks."""

    text: str
    gold: tuple[Gold, ...]

    @property
    def blocks(self) -> list[Block]:
        """A block for each line."""
        found, offset = [], 0
        for line in self.text.splitlines(keepends=True):
            if line.strip():
                found.append(Block(BlockKind.BODY, offset, offset + len(line.rstrip())))
            offset += len(line)
        return found

    def mark(self, span: Span) -> Gold | None:
        """The mark on a stretch; skipped ones go before others."""
        over = [gold for gold in self.gold if gold.start < span.end and span.start < gold.end]
        return min(over, key=lambda gold: gold.kind != "skip", default=None)


def articles(path: str) -> Iterator[Article]:
    for article in etree.parse(path).getroot().iter("article"):
        text = article.findtext("text") or ""
        yield Article(text, tuple(_gold(mark, text) for mark in article.iter("toponym")))


def _gold(mark: etree._Element, text: str) -> Gold:
    start, end = sorted((int(mark.findtext("start") or 0), int(mark.findtext("end") or 0)))
    tag, phrase = mark.find("gaztag"), mark.findtext("phrase")
    if (phrase and text[start:end] != phrase) or tag is None or tag.findtext("country") is None:
        return Gold(start, end, "skip")
    if tag.findtext("country") != "United States":
        return Gold(start, end, "foreign")
    code = tag.findtext("fcode") or ""
    if code == "ADM1":
        state = find((tag.findtext("name") or "").replace("Washington, D.C.", "District of Columbia")).state
        return Gold(start, end, "state", state=(state or "").lower())
    if (code.startswith("PPL") and code != "PPLX") or code in {"ADM2", "ADM3", "ADMD"}:
        return Gold(
            start, end, "place", point=(float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0))
        )
    return Gold(start, end, "skip")


def right(meaning: Candidate, gold: Gold) -> bool:
    if gold.kind == "foreign":
        return not meaning.american
    if gold.kind == "state":
        return meaning.level == STATE and meaning.region == gold.state
    if gold.point is None or meaning.lat is None or meaning.lon is None or meaning.level == STATE:
        return False
    return distance(gold.point, (meaning.lat, meaning.lon)) <= RIGHT_KM


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    lat, lon, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def fit_choice(read: Sequence[tuple[Article, list[Group]]], weights: Weights) -> dict[str, float]:
    cases = []
    for article, groups in read:
        settle(groups, frozenset(), weights["choice"])
        for own in groups:
            gold = next(
                (mark for span in own.spans if (mark := article.mark(span)) and mark.kind != "skip"), None
            )
            fits = np.array([gold is not None and right(meaning, gold) for meaning in own.meanings])
            if fits.any() and not fits.all():
                for known, weight in ((None, 0.3), (evidence_for(groups, own, frozenset()), 1.0)):
                    rows = [[row.get(name, 0.0) for name in CHOICE] for row in choice_features(own, known)]
                    cases.append((np.array(rows), fits, weight))
    start = np.array(list(CHOICE.values()))

    def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = 0.0, np.zeros_like(vector)
        for rows, fits, weight in cases:
            scores = rows @ vector
            powers = np.exp(scores - scores.max())
            shares = powers / powers.sum()
            hit = shares[fits].sum() + 1e-9
            total -= weight * math.log(hit)
            slope -= weight * (rows.T @ (np.where(fits, shares / hit, 0) - shares))
        pull = 0.001 * (vector - start)
        return total / len(cases) + float((pull * (vector - start)).sum()) / 2, slope / len(cases) + pull

    bounds = [(LEAST.get(name), MOST.get(name)) for name in CHOICE]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    sure = [fits[np.argmax(rows @ found)] for rows, fits, weight in cases if weight == 1.0]
    print(f"  which place: {np.mean(sure):.3f} of {len(sure)} names that could mean several")
    return dict(zip(CHOICE, map(float, found), strict=True))


def fit_mention(read: Sequence[Article], weights: Weights) -> dict[str, float]:
    rows, answers = [], []
    with_weights(weights)
    for article in read:
        for _, span, features in places.mention_features(article.text, article.blocks, frozenset()):
            gold = article.mark(span)
            if gold is None or gold.kind != "skip":
                rows.append([features.get(name, 0.0) for name in MENTION])
                answers.append(gold is not None)
    table, truth = np.array(rows), np.array(answers, float)

    def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
        likely = 1 / (1 + np.exp(-(table @ vector)))
        wrong = -(truth * np.log(likely + 1e-9) + (1 - truth) * np.log(1 - likely + 1e-9)).sum()
        return wrong + (vector**2).sum() / 2, table.T @ (likely - truth) + vector

    bounds = [(None, MOST_MENTION.get(name)) for name in MENTION]
    found = minimize(loss, np.zeros(len(MENTION)), jac=True, method="L-BFGS-B", bounds=bounds).x
    chosen = table @ found > 0
    print(f"  place or not: precision {truth[chosen].mean():.3f}, recall {chosen[truth == 1].mean():.3f}")
    return dict(zip(MENTION, map(float, found), strict=True))


def with_weights(weights: Weights) -> None:
    """Let the reader use weights that are not written yet."""
    supply: Callable[[], Weights] = lambda: weights  # noqa: E731
    places._weights = supply  # type: ignore[assignment]


def fit(read: Sequence[Article]) -> Weights:
    weights: Weights = {"choice": dict(CHOICE), "mention": dict.fromkeys(MENTION, 0.0) | FIRST}
    for turn in range(3):
        print(f"turn {turn + 1}")
        with_weights(weights)
        grouped = [(one, places.weighed_groups(one.text, one.blocks)[0]) for one in read]
        weights["choice"] = fit_choice(grouped, weights)
        weights["mention"] = fit_mention(read, weights)
    return weights


def measure(read: Sequence[Article], weights: Weights) -> tuple[int, int, int, int]:
    """Marked places, those found, those right, and findings, counted as tools that score places do."""
    with_weights(weights)
    marked = hit = sure = found = 0
    for article in read:
        marked += sum(gold.kind in {"state", "place"} for gold in article.gold)
        used: set[Gold] = set()
        for _, span, meaning, _ in places.chosen(article.text, article.blocks, frozenset()):
            gold = article.mark(span)
            if gold is not None and gold.kind == "skip":
                continue
            found += 1
            if gold is not None and gold.kind != "foreign" and gold not in used:
                used.add(gold)
                hit += 1
                sure += right(meaning, gold)
    return marked, hit, sure, found


def main() -> None:
    arguments = sys.argv[1:]
    folds = int(arguments.pop(arguments.index("--folds") + 1)) if "--folds" in arguments else 0
    read = [article for path in arguments if path != "--folds" for article in articles(path)]
    if folds:
        parts = [
            measure(
                read[fold::folds], fit([one for number, one in enumerate(read) if number % folds != fold])
            )
            for fold in range(folds)
        ]
        marked, hit, sure, found = (sum(column) for column in zip(*parts, strict=True))
        print(
            f"unseen: resolution {sure / hit:.3f}, found {hit / marked:.3f}, f1 {2 * sure / (found + marked):.3f}"
        )
        return
    weights = fit(read)
    rounded = {
        model: {name: round(value, 3) for name, value in one.items()} for model, one in weights.items()
    }
    OUT.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
