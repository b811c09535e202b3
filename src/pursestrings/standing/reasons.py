"""Reasons as a tree: each node a sentence made from facts, with the facts' ids and their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pursestrings.register.models.base import Fact, Source

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact behind a reason. `private` marks one from the user's own overlay."""

    id: str
    fact: Fact
    private: bool = False

    def as_json(self) -> Json:
        """Id, trust and sources of the fact."""
        checked = self.fact.checked
        since = self.fact.earliest_source
        return {
            "id": self.id,
            "confidence": self.fact.confidence.value,
            "checked": {"on": str(checked.on), "saw": checked.saw, "url": checked.url} if checked else None,
            "known_since": str(since) if since else None,
            "private": self.private,
            "sources": [_source(source) for source in self.fact.sources],
        }


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: what is claimed, the facts it is made from, and the steps under it."""

    claim: str
    cites: tuple[Cited, ...] = ()
    because: tuple[Reason, ...] = ()

    def as_json(self) -> Json:
        """The tree below this step."""
        return {
            "claim": self.claim,
            "facts": [cited.as_json() for cited in self.cites],
            "because": [reason.as_json() for reason in self.because],
        }

    def walk(self) -> Iterator[Reason]:
        """The step itself and every one below it."""
        yield self
        for reason in self.because:
            yield from reason.walk()


def _source(source: Source) -> Json:
    date = str(source.date) if source.date else "undated"
    anchor = source.anchor.model_dump() if source.anchor else None
    return {
        "title": source.title,
        "publisher": source.publisher,
        "date": date,
        "url": source.url,
        "anchor": anchor,
    }
