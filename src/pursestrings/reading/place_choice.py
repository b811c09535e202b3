"""Which of the places that bear a name a document means: all its names are settled together.

Each name (a group of mentions) gives every place that bears it a share; the shares of the other names, the
states written out and the outlet's home speak for the places that lie near them. One name has one sense in
a document, unless the text writes another state behind it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pursestrings.reading.gazetteer import COUNTRY, COUNTY, FOREIGN, STATE, UNINCORPORATED, Candidate
from pursestrings.reading.place_spans import Span

ROUNDS: Final = 3
_NEAR_KM: Final = 60.0
_CLOSE: Final = 40
"""Characters between two names that are told in one breath."""
_KIND_LEVELS: Final = {"county": {COUNTY}, "parish": {COUNTY}, "state": {STATE}}

Weights = Mapping[str, float]


@dataclass(slots=True)
class Group:
    """All mentions of one name in one sense, and what the name can mean, with shares that add up to 1."""

    spans: list[Span]
    meanings: tuple[Candidate, ...]
    hint: str | None
    weight: float = 1.0
    shares: list[float] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        """The words for a kind that stand with the name."""
        return {span.kind for span in self.spans if span.kind}

    @property
    def alone(self) -> bool:
        """Whether a dateline has the name without a state, as it has only those of great cities."""
        return any(
            span.first == 0 and span.surface.isupper() and span.hint is None and span.kind is None
            for span in self.spans
        )

    def ranked(self) -> list[tuple[float, Candidate]]:
        """The meanings, the likeliest first."""
        order = sorted(range(len(self.meanings)), key=lambda i: (-self.shares[i], self.meanings[i].name))
        return [(self.shares[i], self.meanings[i]) for i in order]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the document says about where it plays, apart from one name; `beside` is of names close by."""

    regions: Mapping[str, float]
    points: Sequence[tuple[float, float, float]]
    beside: Sequence[tuple[float, float, float]]
    states_beside: float
    others_beside: float
    counties: frozenset[str]
    home: frozenset[str]


def group(spans: Sequence[Span]) -> list[Group]:
    """Mentions gathered by name; where two states stand behind one name, by name and state."""
    named: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for span in spans:
        named[span.group].append(span)
    found: list[Group] = []
    for mentions in named.values():
        hints = {span.hint: None for span in mentions if span.hint}
        if len(hints) < 2:
            found.append(_group(mentions, next(iter(hints), None)))
            continue
        latest = next(iter(hints))
        apart: dict[str, list[Span]] = defaultdict(list)
        for span in mentions:
            latest = span.hint or latest
            apart[latest].append(span)
        found += [_group(some, hint) for hint, some in apart.items()]
    return found


def _group(spans: list[Span], hint: str | None) -> Group:
    meanings = list(dict.fromkeys(meaning for span in spans for meaning in span.meanings))
    if hint is not None:
        meanings = [meaning for meaning in meanings if meaning.american] or meanings
    if any(span.qualifies for span in spans):
        meanings = [meaning for meaning in meanings if meaning.level == STATE]
    elif hint is None and any(meaning.place and meaning.place.legal == "district" for meaning in meanings):
        # The capital's bare name is the capital's or the state's; a township says where it lies.
        meanings = [meaning for meaning in meanings if meaning.level == STATE]
    elif not any(span.kind for span in spans):
        # Without a word for its kind, the name of a city and of its county is the city's.
        cities = {meaning.region for meaning in meanings if meaning.level == "municipality"}
        meanings = [
            meaning for meaning in meanings if meaning.level != COUNTY or meaning.region not in cities
        ]
    return Group(spans, tuple(meanings), hint)


def settle(groups: Sequence[Group], home: frozenset[str], weights: Weights) -> None:
    """Give every meaning of every name its share."""
    for round_ in range(ROUNDS):
        evidence = [evidence_for(groups, own, home) if round_ else None for own in groups]
        for own, known in zip(groups, evidence, strict=True):
            own.shares = _softmax(
                [
                    sum(weights[name] * value for name, value in features.items())
                    for features in choice_features(own, known)
                ]
            )


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def evidence_for(groups: Sequence[Group], own: Group, home: frozenset[str]) -> Evidence:
    """What the other names of the document say."""
    regions: dict[str, float] = defaultdict(float)
    points: list[tuple[float, float, float]] = []
    beside: list[tuple[float, float, float]] = []
    counties: set[str] = set()
    states_beside = others_beside = 0.0
    for other in groups:
        if other is own or not other.shares:
            continue
        if other.hint and own.spans[0].bare != other.spans[0].bare:
            regions[other.hint] += 0.5
        close = _close(own, other)
        for share, meaning in zip(other.shares, other.meanings, strict=True):
            told = share * other.weight
            if told < 0.05:
                continue
            regions[meaning.region] += told
            if close and meaning.level == STATE:
                states_beside += 0.0 if any(span.qualifies for span in other.spans) else told
            elif close:
                others_beside += told
            if meaning.lat is not None and meaning.lon is not None and meaning.level != STATE:
                points.append((told, meaning.lat, meaning.lon))
                if close:
                    beside.append((told, meaning.lat, meaning.lon))
            if meaning.level == COUNTY and meaning.ocd and told > 0.5:
                counties.add(meaning.ocd)
    return Evidence(regions, points, beside, states_beside, others_beside, frozenset(counties), home)


def choice_features(own: Group, evidence: Evidence | None) -> list[dict[str, float]]:
    """The features of each meaning of a name, in order."""
    people = [meaning.population for meaning in own.meanings]
    all_people = sum(people)
    return [
        _features(own, meaning, size, size / all_people, evidence)
        for meaning, size in zip(own.meanings, people, strict=True)
    ]


def _features(
    own: Group, meaning: Candidate, size: int, share: float, known: Evidence | None
) -> dict[str, float]:
    kinds = {level for kind in own.kinds for level in _KIND_LEVELS.get(kind, {"municipality", "township"})}
    found = {
        "population": math.log10(size + 1) / 7,
        "share": share,
        "state": float(meaning.level == STATE),
        "county": float(meaning.level == COUNTY),
        "township": float(meaning.level == "township"),
        "unincorporated": float(meaning.level == UNINCORPORATED),
        "foreign": float(meaning.level == FOREIGN),
        "country": float(meaning.level == COUNTRY),
        "hinted": float(own.hint is not None and own.hint == meaning.region),
        "kind": (1.0 if meaning.level in kinds else -1.0) if kinds else 0.0,
        "alone": math.log10(size + 1) / 7 if own.alone else 0.0,
        "capital": float(meaning.place is not None and meaning.place.legal == "district"),
    }
    if known is None:
        return found
    told = known.regions.get(meaning.region, 0.0)
    if meaning.american:
        found["region"] = math.log1p(told)
        found["region_share"] = told / (1.0 + sum(known.regions.values()))
        found["home"] = float(meaning.region in known.home)
        found["near"] = _near(meaning, known.points)
        found["near_share"] = math.expm1(found["near"]) / (1.0 + sum(point[0] for point in known.points))
        leaning = (known.states_beside - known.others_beside) / (
            1 + known.states_beside + known.others_beside
        )
        found["alike"] = leaning if meaning.level == STATE else -leaning
        found["beside"] = _near(meaning, known.beside)
        found["inside"] = float(
            meaning.place is not None and bool(known.counties & set(meaning.place.parents))
        )
    else:
        found["abroad"] = math.log1p(told)
    return found


def _close(own: Group, other: Group) -> bool:
    """Whether the two names stand close together somewhere, as in a list."""
    return any(
        max(one.start, two.start) - min(one.end, two.end) < _CLOSE
        and one.sentence.start == two.sentence.start
        for one in own.spans
        for two in other.spans
    )


def _near(meaning: Candidate, points: Sequence[tuple[float, float, float]]) -> float:
    if meaning.lat is None or meaning.lon is None or meaning.level == STATE:
        return 0.0
    total = 0.0
    for told, lat, lon in points:
        away = _kilometres(meaning.lat, meaning.lon, lat, lon)
        total += told * math.exp(-away / _NEAR_KM)
    return math.log1p(total)


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Flat-earth distance, good enough for what is near."""
    north = (lat - other_lat) * 111.2
    east = (lon - other_lon) * 111.2 * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(north, east)
