"""Places named in a document, each read as the one government that the document means.

Two questions are kept apart: whether words name a place at all (`place_context`), and which of the places of
that name they mean (`place_choice`). Both are answered with weights learnt from public corpora of news whose
places are marked (`training/places.py`); a finding's score is the product of the two answers.

Foreign places are weighed, so that London in a story about England is no city of Kentucky, but they are no
findings; a place of the United States without a government of its own is one, with `place` None.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from pursestrings.documents import Block, BlockKind, Document
from pursestrings.reading.findings import PlaceMention
from pursestrings.reading.gazetteer import STATE, Candidate
from pursestrings.reading.place_choice import Evidence, Group, choice_features, evidence_for, group, settle
from pursestrings.reading.place_context import context_features, full_names, never_a_place
from pursestrings.reading.place_spans import Span, sentence_of, spans
from pursestrings.register.index import Register

LEAST: Final = 0.5
_LEAST_SCORE: Final = 0.3
_LOCATED: Final = re.compile(r"-based|-area|\s*(?:\([\w. ]+\)\s*)?(?:—|–|--)\s")
_READ: Final = frozenset({BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.BODY, BlockKind.CAPTION})


def places(document: Document, register: Register) -> list[PlaceMention]:
    """The places that a document names, in order."""
    home = homes(document, register)
    papers = _outlet_spans(document, register)
    found = [
        _finding(document, own, span, meaning, score)
        for own, span, meaning, score in chosen(document.text, read_blocks(document), home)
        if not any(start <= span.start and span.end < end for start, end in papers)
    ]
    return sorted(found, key=lambda finding: finding.anchor.start)


def _outlet_spans(document: Document, register: Register) -> list[tuple[int, int]]:
    """Where the text names an outlet: the place in "Boston Globe" is part of a name."""
    known = {document.publisher, document.origin}
    for outlet in register.outlets.values():
        known |= {outlet.name, *outlet.names}
    names = [name for name in known if name and " " in name and name in document.text]
    return [match.span() for name in sorted(names) for match in re.finditer(re.escape(name), document.text)]


def chosen(
    text: str, blocks: Sequence[Block], home: frozenset[str]
) -> Iterator[tuple[Group, Span, Candidate, float]]:
    """The mentions that are places of the United States, each with the place meant and a score."""
    weights = _weights()["mention"]
    for own, span, features in mention_features(text, blocks, home):
        share, meaning = own.ranked()[0]
        likely = _likely(features, weights)
        score = likely * share
        if likely >= LEAST and score >= _LEAST_SCORE and meaning.american and not _means_power(span, meaning):
            yield own, span, meaning, score


def _means_power(span: Span, meaning: Candidate) -> bool:
    """Whether the capital stands for the federal government, as in "orders out of Washington"."""
    capital = meaning.place is not None and meaning.place.legal == "district"
    if not capital or span.hint or not span.surface.isalpha():
        return False
    before = span.sentence.tokens[span.first - 1].text.lower() if span.first else ""
    located = before in {"in", "at", "near", "to", "around"}
    return not located and not _LOCATED.match(span.sentence.text, span.end, span.sentence.end)


def read_blocks(document: Document) -> list[Block]:
    """The blocks in which places are read."""
    return [block for block in document.blocks if block.kind in _READ]


def homes(document: Document, register: Register) -> frozenset[str]:
    """The states where the outlet and the one it took the story from are at home."""
    names = {name.casefold() for name in (document.publisher, document.origin) if name}
    return frozenset(
        _region(outlet.home)
        for outlet in register.outlets.values()
        if outlet.home and names & {name.casefold() for name in (outlet.name, *outlet.names)}
    )


def _region(ocd: str) -> str:
    return ocd.split("/")[2].split(":")[1] if ocd.count("/") >= 2 else "us"


def mention_features(
    text: str, blocks: Sequence[Block], home: frozenset[str]
) -> Iterator[tuple[Group, Span, dict[str, float]]]:
    """Every mention with its group, settled, and all that speaks for or against its being a place."""
    groups, context = weighed_groups(text, blocks)
    settle(groups, home, _weights()["choice"])
    for own in groups:
        own.weight *= own.ranked()[0][0]
    for own in groups:
        shared = group_features(own, evidence_for(groups, own, home))
        for span in own.spans:
            yield own, span, {**context[id(span)], **shared, **_hints(own, span)}


def weighed_groups(text: str, blocks: Sequence[Block]) -> tuple[list[Group], dict[int, dict[str, float]]]:
    """The names of a text, each weighed by how surely it names a place, and the context of each mention."""
    people = full_names(sentence_of(text, block.start, block.end) for block in blocks)
    spotted = (span for block in blocks for span in spans(text, block.start, block.end))
    found = [span for span in spotted if not never_a_place(span)]
    context = {id(span): context_features(span, people) for span in found}
    groups = group(found)
    weights = _weights()["mention"]
    for own in groups:
        size = _size(own)
        own.weight = max(_likely({**context[id(span)], **size}, weights) for span in own.spans)
    return groups, context


def _size(own: Group) -> dict[str, float]:
    """How well known the name is, before anything is settled."""
    people = max(meaning.population for meaning in own.meanings)
    state = any(meaning.level == STATE for meaning in own.meanings)
    return {"population": math.log10(people + 1) / 7, "state_level": float(state)}


def group_features(own: Group, evidence: Evidence) -> dict[str, float]:
    """What the settled group says about each of its mentions."""
    ranked = own.ranked()
    share, top = ranked[0]
    of_top = choice_features(own, evidence)[own.meanings.index(top)]
    return {
        "population": math.log10(top.population + 1) / 7,
        "state_level": float(top.level == STATE),
        "foreign": float(not top.american),
        "certainty": share,
        "supported": min(2.0, of_top.get("near", 0.0) + of_top.get("region", 0.0) + of_top.get("home", 0.0)),
        "repeated": math.log(len(own.spans)),
    }


def _hints(own: Group, span: Span) -> dict[str, float]:
    return {"hinted_elsewhere": float(own.hint is not None and span.hint is None)}


def _likely(features: dict[str, float], weights: dict[str, float]) -> float:
    score = sum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def _weights() -> dict[str, dict[str, float]]:
    path = files("pursestrings.reading") / "data" / "place_weights.json"
    found: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _finding(document: Document, own: Group, span: Span, meaning: Candidate, score: float) -> PlaceMention:
    place = meaning.place
    return PlaceMention(
        document=document.id,
        score=score,
        anchor=document.anchor(span.start, span.end),
        place=meaning.ocd,
        geoid=place.geoid if place else None,
        name=meaning.name,
        lat=meaning.lat,
        lon=meaning.lon,
        runner_up=_runner_up(own.ranked()),
    )


def _runner_up(ranked: Sequence[tuple[float, Candidate]]) -> str | None:
    return next((meaning.ocd for _, meaning in ranked[1:] if meaning.ocd), None)
