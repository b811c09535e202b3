"""When a document was written, as closely as it can be told: what it means depends on what existed then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents import Document
from pursestrings.register.index import Register
from pursestrings.register.models.people import Official

_FORMER: Final = re.compile(r"(?:\b[Ff]ormer|\b[Ee]x|\b[Tt]hen|\bthe late)[\s-]+$")
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
    """The document's own date; without one, the time in which all officials whom it names were in office."""
    if document.published is not None and document.published.precision != "year":
        return Era(document.published.earliest, document.published.latest)
    earliest, latest = None, None
    if document.published is not None:
        earliest, latest = document.published.earliest, document.published.latest
    for start, until in _terms(document.text, register):
        first = max((day for day in (earliest, start) if day), default=None)
        last = min((day for day in (latest, until) if day), default=None)
        if first is None or last is None or first <= last:
            earliest, latest = first, last
    return Era(earliest, latest)


def _terms(text: str, register: Register) -> Iterator[tuple[date | None, date | None]]:
    """The terms of office of those whom the text calls by their title."""
    for official in sorted(register.officials.values(), key=lambda one: one.id):
        surname = _surname(official)
        if surname not in text:
            continue
        for office in official.offices:
            named = rf"{re.escape(office.title)}\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}{re.escape(surname)}\b"
            match = re.search(named, text)
            if match and not _FORMER.search(text, max(0, match.start() - 12), match.start()):
                start = office.start.earliest if office.start else None
                yield start, office.until.latest if office.until else None


def _surname(official: Official) -> str:
    parts = [
        part
        for part in official.name.replace(",", " ").split()
        if part.rstrip(".") not in {"Jr", "Sr", "II", "III"}
    ]
    return parts[-1]
