"""Which of the places that bear a name a document means: all its names are settled together.

Each name (a group of mentions) gives every place that bears it a share; the shares of the other names, the
states written out and the outlet's home speak for the places that lie near them. One name has one sense in
a document, unless the text writes another state behind it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from pursestrings.reading.places.evidence import Evidence, Hearing, neighbours
from pursestrings.reading.places.gazetteer import COUNTY, STATE, Candidate
from pursestrings.reading.places.groups import Group

ROUNDS: Final = 3
_KIND_LEVELS: Final = {"county": {COUNTY}, "parish": {COUNTY}, "state": {STATE}}
_MUNICIPAL: Final = frozenset({"municipality", "township"})

Weights = Mapping[str, float]
Features = dict[str, float]


def settle(groups: Sequence[Group], home: frozenset[str], weights: Weights) -> Hearing:
    """Give every meaning of every name its share; what is answered tells the evidence for each name."""
    fixed = [fixed_features(own) for own in groups]
    scores = [[_score(one, weights) for one in rows] for rows in fixed]
    for own, known in zip(groups, scores, strict=True):
        own.shares = _softmax(known)
    beside = neighbours(groups)
    hearing = Hearing(groups, beside)
    for _ in range(ROUNDS - 1):
        for own, known in zip(groups, scores, strict=True):
            if len(own.meanings) > 1:
                evidence = hearing.evidence_for(own, home)
                told = [_score(told_features(meaning, evidence), weights) for meaning in own.meanings]
                own.shares = _softmax([a + b for a, b in zip(known, told, strict=True)])
        hearing = Hearing(groups, beside)
    return hearing


def _score(features: Mapping[str, float], weights: Weights) -> float:
    return sum(weights[name] * value for name, value in features.items() if value)


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def choice_features(own: Group, evidence: Evidence) -> list[Features]:
    """All features of each meaning of a name, in order."""
    return [
        fixed | told_features(meaning, evidence)
        for fixed, meaning in zip(fixed_features(own), own.meanings, strict=True)
    ]


def fixed_features(own: Group) -> list[Features]:
    """The features of each meaning that come from the name and the words with it alone."""
    all_people = sum(meaning.population for meaning in own.meanings) or 1  # nobody lives in Antarctica
    levels: set[str] = set()
    for kind in own.kinds:
        levels |= _KIND_LEVELS.get(kind, _MUNICIPAL)
    alone = own.alone
    found: list[Features] = []
    for meaning in own.meanings:
        size = math.log10(meaning.population + 1) / 7
        one = {"population": size, "share": meaning.population / all_people, meaning.level: 1.0}
        one.pop("municipality", None)
        if own.hint is not None and own.hint == meaning.region:
            one["hinted"] = 1.0
        if levels:
            one["kind"] = 1.0 if _fits(meaning, levels) else -1.0
        if alone:
            one["alone"] = size
        if meaning.place is not None and meaning.place.legal == "district":
            one["capital"] = 1.0
        found.append(one)
    return found


def _fits(meaning: Candidate, levels: set[str]) -> bool:
    """Whether a place can be meant by words for governments of these levels."""
    legal = meaning.place.legal if meaning.place else None
    if legal == "district":
        return bool(levels & _MUNICIPAL)
    both = legal == "consolidated" and bool(levels & (_MUNICIPAL | {COUNTY}))
    return meaning.level in levels or both


def told_features(meaning: Candidate, known: Evidence) -> Features:
    """The features of a meaning that come from the other names and the outlet."""
    told = known.regions.get(meaning.region, 0.0)
    if not meaning.american:
        return {"abroad": math.log1p(told)}
    near = known.near(meaning)
    leaning = (known.states_beside - known.others_beside) / (0.5 + known.states_beside + known.others_beside)
    found = {
        "region": math.log1p(told),
        "region_share": told / (1.0 + known.told),
        "home": float(meaning.region in known.home),
        "near": near,
        "near_share": math.expm1(near) / (1.0 + sum(point[0] for point in known.points)) if near else 0.0,
        "alike": leaning if meaning.wide else -leaning,
        "beside": known.near_beside(meaning) if known.beside else 0.0,
    }
    if meaning.place is not None and not known.counties.isdisjoint(meaning.place.parents):
        found["inside"] = 1.0
    return found
