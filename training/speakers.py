"""Fit the weights by which "he" and "she" are read.

python -m training.speakers PATH/TO/polnear/data/train [--folds N]

Two kinds of cases are learnt from, each a choice among those who were named or heard before:

- pronouns whose person was read by hand (`training/speakers.yaml`, offsets only);
- other pronouns of the same articles that only one within reach can mean by sex: the others are kept as rivals all the
  same, so that place, part in the sentence and turns are what the choice is learnt from. They count less.

The result is `reading/data/pronoun_weights.json`. With `--folds` it prints what the fit reaches on hand-read cases of
articles that it has not seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from scipy.optimize import minimize
from training.given import article

from pursestrings.documents import Document
from pursestrings.reading.grammar.passages import passages
from pursestrings.reading.grammar.relation import Relation
from pursestrings.reading.people import pronouns, speakers
from pursestrings.reading.people.known import Known
from pursestrings.reading.people.names import surname
from pursestrings.reading.people.people import People, people
from pursestrings.reading.people.pronouns import Features, Scene

OUT = Path(pronouns.__file__).parent / "data" / "pronoun_weights.json"
BY_HAND = Path(__file__).with_suffix(".yaml")
WEIGHT = {"hand": 1.0, "only": 0.3}
# How strongly the weights are pulled back to where the fit starts: what the cases are too few to show.
PULL = 0.005
FIRST = {
    "tells": 1.0,
    "says I": -3.0,
    "sex unknown": -0.5,
    "quoted": -1.0,
    "spoke last": 1.0,
    "subject": 0.5,
    "object": -0.5,
}


@dataclass(frozen=True)
class Choice:
    """One choice: for each who could be meant the features, and which of them is right."""

    file: str
    kind: str
    rows: tuple[Features, ...]
    right: int


def read(
    document: Document, given: Sequence[Relation]
) -> tuple[People, list[tuple[Scene, str, Known | None]]]:
    """The people of a document, and each pronoun's scene, sex and answer by the weights as they are."""
    asked: list[tuple[Scene, str, Known | None]] = []

    def listening(scene: Scene, sex: str) -> Known | None:
        answer = pronouns.person_meant(scene, sex)
        asked.append((scene, sex, answer))
        return answer

    speakers.person_meant = listening
    try:
        return people(document, passages(document), given), asked
    finally:
        speakers.person_meant = pronouns.person_meant


def choices(train: Path) -> Iterator[Choice]:
    """Every choice of the training articles."""
    for file, rows in yaml.safe_load(BY_HAND.read_text(encoding="utf-8")).items():
        yield from of_article(file, *article(train, file), rows)


def of_article(
    file: str, document: Document, given: Sequence[Relation], rows: Sequence[list[int]]
) -> Iterator[Choice]:
    _, asked = read(document, given)
    text = document.text
    by_hand = {row[0]: text[row[2] : row[3]] for row in rows}
    for scene, sex, _ in asked:
        found = pronouns.rivals(scene)
        able = [pair for pair in found if pair[0].sex in {None, sex}]
        if scene.offset in by_hand:
            right = [number for number, (one, _) in enumerate(able) if is_called(one, by_hand[scene.offset])]
            if len(right) == 1 and len(able) > 1:
                yield choice(file, "hand", able, right[0])
        elif len(able) == 1 and able[0][0].sex == sex and len(found) > 1:
            yield choice(
                file, "only", found, next(n for n, pair in enumerate(found) if pair[0] is able[0][0])
            )


def choice(file: str, kind: str, pairs: Sequence[tuple[Known, Features]], right: int) -> Choice:
    rows = tuple(pronouns.nearest(found, number) for number, (_, found) in enumerate(pairs))
    return Choice(file, kind, rows, right)


def is_called(person: Known, name: str) -> bool:
    """Whether a name of the text is a person's: the same surname, and no other given name."""
    mine, other = person.name.lower().split(), name.lower().removeprefix("mrs. ").split()
    return person.surname == surname(name) and (1 in {len(mine), len(other)} or mine[0][0] == other[0][0])


def fit(found: Sequence[Choice]) -> Features:
    """The weights under which the right one is likeliest among its rivals."""
    names = sorted({name for one in found for row in one.rows for name in row})
    first = np.array([FIRST.get(name, 0.0) for name in names])
    tables = [np.array([[row.get(name, 0.0) for name in names] for row in one.rows]) for one in found]

    strength = PULL * len(found)

    def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
        away = vector - first
        total, slope = strength * float(away @ away) / 2, strength * away
        for one, table in zip(found, tables, strict=True):
            scores = table @ vector
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            total -= WEIGHT[one.kind] * float(np.log(shares[one.right] + 1e-12))
            slope += WEIGHT[one.kind] * (table.T @ shares - table[one.right])
        return total, slope

    best = minimize(loss, first, jac=True, method="L-BFGS-B").x
    return {name: round(float(value), 3) for name, value in zip(names, best, strict=True)}


def share_right(found: Sequence[Choice], weights: Features, kind: str) -> tuple[int, int]:
    own = [one for one in found if one.kind == kind]
    right = sum(
        max(range(len(one.rows)), key=lambda n: pronouns.score(one.rows[n], weights)) == one.right
        for one in own
    )
    return right, len(own)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("train", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    found = list(choices(options.train))
    files = sorted({one.file for one in found})
    if options.folds:
        tally = {kind: [0, 0] for kind in WEIGHT}
        for fold in range(options.folds):
            unseen = set(files[fold :: options.folds])
            weights = fit([one for one in found if one.file not in unseen])
            for kind in WEIGHT:
                right, total = share_right([one for one in found if one.file in unseen], weights, kind)
                tally[kind][0] += right
                tally[kind][1] += total
        for kind, (right, total) in tally.items():
            print(f"unseen, {kind}: {right} of {total} right")
        return
    weights = fit(found)
    for kind in WEIGHT:
        right, total = share_right(found, weights, kind)
        print(f"{kind}: {right} of {total} right")
    OUT.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
