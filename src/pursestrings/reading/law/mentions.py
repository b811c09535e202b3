"""Programs and authorities where a document names them: one mention for each thing at each spot, then findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading.findings import AuthorityMention, ProgramMention

DESCRIBED: Final = 0.65
"""The score of what is only described; a mention that is surer leaves no other beside it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A program or an authority found: `id` is None for a law that the text does not tell apart."""

    start: int
    end: int
    kind: str
    id: str | None
    citation: str | None
    score: float


def programs(document: Document, mentions: Iterable[Mention]) -> list[ProgramMention]:
    """The findings on programs."""
    return [
        ProgramMention(document.id, mention.score, document.anchor(mention.start, mention.end), mention.id)
        for mention in mentions
        if mention.kind == "program" and mention.id
    ]


def authorities(document: Document, mentions: Iterable[Mention]) -> list[AuthorityMention]:
    """The findings on authorities."""
    return [
        AuthorityMention(
            document.id,
            mention.score,
            document.anchor(mention.start, mention.end),
            mention.id,
            mention.citation,
        )
        for mention in mentions
        if mention.kind == "authority"
    ]


def without_doubles(found: list[Mention]) -> list[Mention]:
    """In order, one mention for each thing at each spot: the widest words, the surest reading."""
    kept: list[Mention] = []
    for cluster in _clusters(found):
        kept += _surest(cluster)
    return sorted(kept, key=lambda mention: (mention.start, mention.end, mention.id or ""))


def _clusters(found: list[Mention]) -> Iterator[list[Mention]]:
    """The mentions in groups that do not touch each other."""
    cluster: list[Mention] = []
    stop = 0
    for mention in sorted(found, key=lambda one: one.start):
        if cluster and mention.start >= stop:
            yield cluster
            cluster = []
        cluster.append(mention)
        stop = max(stop, mention.end)
    yield cluster


def _surest(cluster: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(cluster, key=lambda one: (-one.score, one.start - one.end, one.start)):
        overlaps = [one for one in kept if one.start < mention.end and mention.start < one.end]
        if any(one.id == mention.id or one.score > DESCRIBED for one in overlaps if one.kind == mention.kind):
            continue
        kept.append(mention)
    return kept
