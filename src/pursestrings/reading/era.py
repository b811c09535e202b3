"""When a document was written, as closely as it can be told: what it means depends on what existed then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents import BlockKind, Document
from pursestrings.documents.written_dates import written_dates
from pursestrings.register.index import Register

_FORMER: Final = re.compile(r"(?:\b[Ff]ormer|\b[Ee]x|\b[Tt]hen|\bthe late)[\s-]+$")
Term = tuple[date | None, date | None]
_FILED: Final = re.compile(r"\b(?:file|archive|undated)\b", re.IGNORECASE)
_SHOWN: Final = timedelta(days=60)
_LEAD: Final = timedelta(days=45)
"""News of a condition can come before the paper that announces it."""


@dataclass(frozen=True, slots=True)
class Era:
    """The first and the last day on which the document can have been written; None where not known."""

    earliest: date | None
    latest: date | None

    def knows(self, day: PartialDate | None) -> bool:
        """Whether a thing of that day could be spoken of."""
        return day is None or self.latest is None or day.earliest <= self.latest + _LEAD

    def after(self, day: PartialDate | None) -> bool:
        """Whether the document was certainly written after that day."""
        return day is not None and self.earliest is not None and day.latest < self.earliest


def era(document: Document, register: Register) -> Era:
    """The document's own date; without one, the time in which all officials whom it names were in office.

    The day of a picture beside the story narrows that.
    """
    if document.published is not None and document.published.precision != "year":
        return Era(document.published.earliest, document.published.latest)
    earliest, latest = None, None
    if document.published is not None:
        earliest, latest = document.published.earliest, document.published.latest
    for terms in sorted(_terms(document.text, register), key=len):
        overlaps = [span for term in terms if (span := _overlap((earliest, latest), term))]
        if overlaps:
            starts, ends = zip(*overlaps, strict=True)
            earliest = min((day for day in starts if day), default=None) if all(starts) else None
            latest = max((day for day in ends if day), default=None) if all(ends) else None
    pictured = _pictured(document)
    return Era(*(_overlap((earliest, latest), pictured) or (earliest, latest)))


def _pictured(document: Document) -> Term:
    """From the last day on which a picture beside the story was taken; news shows pictures of its own weeks."""
    days = [
        written.date.earliest
        for block in document.blocks
        if block.kind is BlockKind.CAPTION and not _FILED.search(document.text, block.start, block.end)
        for written in written_dates(document.text, block.start, block.end)
        if written.date.exact
    ]
    return (max(days), max(days) + _SHOWN) if days else (None, None)


def _overlap(one: Term, other: Term) -> Term | None:
    """The days in both spans; None where there are none."""
    first = max((day for day in (one[0], other[0]) if day), default=None)
    last = min((day for day in (one[1], other[1]) if day), default=None)
    return (first, last) if first is None or last is None or first <= last else None


def _terms(text: str, register: Register) -> Iterator[list[Term]]:
    """Of each of those whom the text calls by a title: the terms in which he or she had that office."""
    for official in sorted(register.officials.values(), key=lambda one: one.id):
        surname = _surname(official.name)
        if surname not in text:
            continue
        terms: dict[str, list[Term]] = {}
        for office in official.offices:
            named = rf"{re.escape(office.title)}\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}{re.escape(surname)}\b"
            match = re.search(named, text)
            if match and not _FORMER.search(text, max(0, match.start() - 12), match.start()):
                start = office.start.earliest if office.start else None
                until = office.until.latest if office.until else None
                terms.setdefault(office.title, []).append((start, until))
        yield from terms.values()


@lru_cache(maxsize=8192)
def _surname(name: str) -> str:
    parts = [
        part for part in name.replace(",", " ").split() if part.rstrip(".") not in {"Jr", "Sr", "II", "III"}
    ]
    return parts[-1]
