"""What the user's documents report officials to have said, gathered for a place.

Copies of one story are one source, however many outlets carry it, and one quotation is one statement, also
where an outlet trims it. A rewritten copy is never quoted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pursestrings.dates import PartialDate
from pursestrings.reading.statements.shared_quotes import Quotation, grouped
from pursestrings.workspace.carriers import Carrier, sources_of
from pursestrings.workspace.folder import database_of

Json = dict[str, object]
FEDERAL = "ocd-division/country:us"


@dataclass(frozen=True, slots=True)
class _Report:
    """A statement as one document has it; `quotation` is None where nothing longer is quoted."""

    row: Any
    finding: dict[str, Any]
    quotation: Quotation | None


@dataclass(frozen=True, slots=True)
class _Said:
    """One statement, however often it is reported; the earliest report first."""

    reports: Sequence[_Report]

    @property
    def fullest(self) -> _Report:
        """The report that quotes most of it."""
        return max(self.reports, key=lambda one: len(one.quotation.words) if one.quotation else 0)


def statements_of(folder: Path, place: str, on: date, known: date | None) -> list[Json]:
    """Statements by officials of the place, and by federal officials, published by the days asked.

    Findings that a person has accepted are facts by now and come from the register; rejected ones are gone.
    """
    path = database_of(folder)
    if not path.exists():
        return []
    from pursestrings.workspace.store import Store

    with Store(path) as store:
        rows = store.statements((place, FEDERAL))
    seen = on if known is None else min(on, known)
    merged = _merged(row for row in rows if not row.rewritten and _published_by(row.published, seen))
    ours = [one for one in merged if one.fullest.finding["speaker"]["place"] == place]
    federal = [
        one
        for one in merged
        if one.fullest.finding["speaker"]["place"] != place and one.fullest.finding["about"]
    ]
    return [_row(one) for one in (*ours, *federal)]


def _published_by(published: str | None, day: date) -> bool:
    return published is not None and PartialDate.parse(published).earliest <= day


def _merged(rows: Iterable[Any]) -> list[_Said]:
    """The reports gathered: quotations by their words, other statements where speaker and words are the same."""
    reports: dict[str, _Report] = {}
    for row in rows:
        finding = json.loads(row.json)
        if finding["act"] == "speech":
            story = row.copy_of or row.document
            reports[row.id] = _Report(row, finding, Quotation.of(row.id, finding, story))
    groups = [
        [reports[one.id] for one in group]
        for group in grouped(one.quotation for one in reports.values() if one.quotation)
    ]
    others: dict[tuple[str, str], list[_Report]] = {}
    for one in reports.values():
        if one.quotation is None:
            key = (str(one.finding["speaker"]["name"]), _normal(_words(one.finding)))
            others.setdefault(key, []).append(one)
    order = {id_: at for at, id_ in enumerate(reports)}
    return sorted(map(_Said, [*groups, *others.values()]), key=lambda said: order[said.reports[0].row.id])


def _words(finding: dict[str, Any]) -> str:
    return " … ".join(anchor["exact"] for anchor in finding["content"])


def _normal(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _row(said: _Said) -> Json:
    shown, rows = said.fullest, [one.row for one in said.reports]
    finding, published = shown.finding, rows[0].published
    outlets = dict.fromkeys(row.publisher or row.origin for row in rows if row.publisher or row.origin)
    return {
        "id": shown.row.id,
        "speaker": finding["speaker"]["name"],
        "role": finding["speaker"]["role"],
        "date": published,
        "manner": finding["manner"],
        "words": _words(finding),
        "about": finding["about"],
        "outlets": list(outlets),
        "independent_sources": sources_of(map(_carrier, rows)).independent,
        "reviewed": False,
        "sample": bool(shown.row.sample),
        "confidence": None,
        "private": True,
        "checked": None,
        "known_since": published,
        "sources": [],
    }


def _carrier(row: Any) -> Carrier:
    return Carrier(row.document, row.publisher, row.origin, copy_of=row.copy_of)
