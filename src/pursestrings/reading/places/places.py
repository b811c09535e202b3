"""Places named in a document, each read as the one government that the document means.

Two questions are kept apart: whether words name a place at all (`mentions`), and which of the places of
that name they mean (`choice`). Both are answered with weights learnt from public corpora of news whose
places are marked; a finding's score is the share of such findings that were right there.

What is no US government has `place` None: places of the United States without a government of their own, and
cities abroad. Foreign countries are weighed, so that London in a story about England is no city of Kentucky,
but they are no findings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from pursestrings.documents import Block, BlockKind, Document
from pursestrings.reading.findings import PlaceMention
from pursestrings.reading.places.gazetteer import COUNTRY, FOREIGN, STATE, Candidate
from pursestrings.reading.places.groups import Group
from pursestrings.reading.places.mentions import Mention, Names, Weights, learnt, mentions, names
from pursestrings.reading.places.spans import Span
from pursestrings.register.index import Register

# What is more likely wrong than right is no finding; a place abroad is one only where it is sure.
_LEAST_LIKELY: Final = 0.5
_LEAST: Final = 0.5
_LEAST_ABROAD: Final = 0.75
_LOCATED: Final = re.compile(r"-based|-area|\s*(?:\([\w. ]+\)\s*)?(?:—|–|--)\s|\s*\([A-Z]{2,}\)\s")
_READ: Final = frozenset({BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.BODY, BlockKind.CAPTION})


def places(document: Document, register: Register) -> list[PlaceMention]:
    """The places that a document names, in order."""
    home = homes(document, register)
    papers = _outlet_spans(document, register)
    found = [
        _finding(document, one, score)
        for one, score in chosen(names(document.text, read_blocks(document)), home, learnt())
        if not _within(papers, one.span)
    ]
    return sorted(found, key=lambda finding: finding.anchor.start)


def _outlet_spans(document: Document, register: Register) -> list[tuple[int, int]]:
    """Where the text names an outlet, in order: the place in "Boston Globe" is part of a name."""
    known = {document.publisher, document.origin}
    for outlet in register.outlets.values():
        known |= {outlet.name, *outlet.names}
    found = sorted(name for name in known if name and " " in name and name in document.text)
    named = "|".join(re.escape(name) for name in sorted(found, key=len, reverse=True))
    return [match.span() for match in re.finditer(named, document.text)] if found else []


def _within(papers: list[tuple[int, int]], span: Span) -> bool:
    """Whether a name begins what names an outlet, or stands in the middle of it."""
    at = bisect_right(papers, span.start, key=lambda paper: paper[0]) - 1
    return at >= 0 and span.end < papers[at][1]


def chosen(known: Names, home: frozenset[str], weights: Weights) -> Iterator[tuple[Mention, float]]:
    """The mentions that are findings, each with its score."""
    for one in mentions(known, home, weights):
        if one.likely < _LEAST_LIKELY or one.meaning.level == COUNTRY or _is_aside(one.span, one.meaning):
            continue
        score = one.score(weights["score"])
        if one.meaning.level == FOREIGN and not one.told_abroad:
            continue
        if score >= (_LEAST_ABROAD if one.meaning.level == FOREIGN else _LEAST):
            yield one, score


def _is_aside(span: Span, meaning: Candidate) -> bool:
    """Whether the story is not about the place: a party's label has a state ("D-N.Y."), or the capital is the power in it."""
    return (span.party and meaning.level == STATE) or _means_power(span, meaning)


def _means_power(span: Span, meaning: Candidate) -> bool:
    """Whether the capital stands for the federal government, as in "orders out of Washington"."""
    capital = meaning.place is not None and meaning.place.legal == "district"
    if not capital or span.hint or span.office or not span.surface.isalpha():
        return False
    before = span.sentence.tokens[span.first - 1].text.lower() if span.first else ""
    located = before in {"in", "at", "near", "to", "around"}
    return not located and not _LOCATED.match(span.sentence.text, span.end, span.sentence.end)


def read_blocks(document: Document) -> list[Block]:
    """The blocks in which places are read."""
    return [block for block in document.blocks if block.kind in _READ]


def homes(document: Document, register: Register) -> frozenset[str]:
    """The states where the outlet and the one it took the story from are at home."""
    known = {name.casefold() for name in (document.publisher, document.origin) if name}
    return frozenset(
        _region(outlet.home)
        for outlet in register.outlets.values()
        if outlet.home and known & {name.casefold() for name in (outlet.name, *outlet.names)}
    )


def _region(ocd: str) -> str:
    return ocd.split("/")[2].split(":")[1] if ocd.count("/") >= 2 else "us"


def _finding(document: Document, one: Mention, score: float) -> PlaceMention:
    place = one.meaning.place
    return PlaceMention(
        document=document.id,
        score=score,
        anchor=document.anchor(one.span.start, one.span.end),
        place=one.meaning.ocd,
        geoid=place.geoid if place else None,
        name=one.meaning.name,
        lat=one.meaning.lat,
        lon=one.meaning.lon,
        runner_up=_runner_up(one.own, one.span, one.meaning),
    )


def _runner_up(own: Group, span: Span, meaning: Candidate) -> str | None:
    """The likeliest other government of the name; one that was not weighed for want of its kind comes last."""
    others = [other for _, other in own.ranked()] + sorted(span.meanings, key=lambda one: -one.population)
    return next((other.ocd for other in others if other.ocd and other.ocd != meaning.ocd), None)
