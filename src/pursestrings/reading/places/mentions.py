"""Whether the mentions of a document's names are places, and all that speaks for or against it.

The weights are learnt (`training/places.py`) and kept in `data/place_weights.json`: `choice` for which place a
name means, `mention` for whether it is a place at all, `score` for what both answers are worth together.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from pursestrings.documents import Block
from pursestrings.reading.places.choice import settle, told_features
from pursestrings.reading.places.context import context_features, full_names, in_a_name, never_a_place
from pursestrings.reading.places.evidence import Evidence
from pursestrings.reading.places.gazetteer import STATE, Candidate
from pursestrings.reading.places.groups import Group, group
from pursestrings.reading.places.spans import Span, spans
from pursestrings.reading.places.tokens import sentence_of

_IN_A_NAME: Final = 0.5
"""How much the place in the name of a university or paper tells of where a story plays."""
_TOLD: Final = 0.5

Features = dict[str, float]
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a text with the context of each mention by the mention's `id`."""

    groups: list[Group]
    context: dict[int, Features]
    within: frozenset[int]
    """Mentions that are part of another name: of a paper, a university, a court."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention with what it means: `likely` that it is a place, `share` of the meaning among all meanings."""

    own: Group
    span: Span
    meaning: Candidate
    features: Features
    likely: float
    share: float
    told_abroad: bool
    """Whether the text speaks of the country where a meaning abroad lies, or nothing American is called so."""

    @property
    def odds(self) -> float:
        """The logarithm of the odds of being right, by both answers."""
        return _log_odds(self.likely * self.share)

    def score(self, weights: Mapping[str, float]) -> float:
        """The share of mentions like this one that are right (J. C. Platt's scaling, 1999)."""
        return _logistic(weights["bias"] + weights["odds"] * self.odds)


def names(text: str, blocks: Sequence[Block]) -> Names:
    """The names of a text; nothing is weighed yet."""
    paragraphs = [sentence_of(text, block.start, block.end) for block in blocks]
    people = full_names(paragraphs)
    found = [span for one in paragraphs for span in spans(one) if not never_a_place(span)]
    context = {id(span): context_features(span, people) for span in found}
    return Names(group(found), context, frozenset(id(span) for span in found if in_a_name(span)))


def weigh(known: Names, weights: Mapping[str, float]) -> None:
    """Weigh each name by how surely it names a place."""
    for own in known.groups:
        size = _size(own)
        own.weight = max(
            _likely({**known.context[id(span)], **size}, weights)
            * (_IN_A_NAME if id(span) in known.within else 1.0)
            for span in own.spans
        )


def mentions(known: Names, home: frozenset[str], weights: Weights) -> Iterator[Mention]:
    """Every mention, with its group settled. Mentions within other names are left out."""
    weigh(known, weights["mention"])
    hearing = settle(known.groups, home, weights["choice"])
    for own in known.groups:
        own.weight *= own.ranked()[0][0]
    for own in known.groups:
        found = [span for span in own.spans if id(span) not in known.within]
        if not found:
            continue
        share, meaning = own.ranked()[0]
        evidence = hearing.evidence_for(own, home)
        shared, abroad = _group_features(own, evidence), _told_abroad(own, meaning, evidence)
        for span in found:
            features = {**known.context[id(span)], **shared, **_hints(own, span)}
            yield Mention(own, span, meaning, features, _likely(features, weights["mention"]), share, abroad)


def _told_abroad(own: Group, meaning: Candidate, evidence: Evidence) -> bool:
    told = own.hint == meaning.region or evidence.abroad.get(meaning.region, 0.0) >= _TOLD
    return not meaning.american and (told or not any(other.american for other in own.meanings))


def _size(own: Group) -> Features:
    """How well known the name is, before anything is settled."""
    people = max(meaning.population for meaning in own.meanings)
    state = any(meaning.level == STATE for meaning in own.meanings)
    return {"population": math.log10(people + 1) / 7, "state_level": float(state)}


def _group_features(own: Group, evidence: Evidence) -> Features:
    """What the settled group says about each of its mentions."""
    share, top = own.ranked()[0]
    of_top = told_features(top, evidence)
    return {
        "population": math.log10(top.population + 1) / 7,
        "state_level": float(top.level == STATE),
        "foreign": float(not top.american),
        "certainty": share,
        "supported": min(2.0, of_top.get("near", 0.0) + of_top.get("region", 0.0) + of_top.get("home", 0.0)),
        "repeated": math.log(len(own.spans)),
    }


def _hints(own: Group, span: Span) -> Features:
    return {"hinted_elsewhere": float(own.hint is not None and span.hint is None)}


def _likely(features: Features, weights: Mapping[str, float]) -> float:
    return _logistic(sum(weights[name] * value for name, value in features.items() if value))


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def _log_odds(share: float) -> float:
    """Bounded, so that no single answer counts as beyond doubt."""
    bounded = max(0.001, min(0.999, share))
    return math.log(bounded / (1 - bounded))


@cache
def learnt() -> Weights:
    """The weights of the package."""
    path = files("pursestrings.reading") / "data" / "place_weights.json"
    found: Weights = json.loads(path.read_text(encoding="utf-8"))
    return found
