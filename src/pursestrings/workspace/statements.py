"""What the user's documents report officials to have said, gathered for a place.

Copies of one story are one source, however many outlets carry it. A rewritten copy is never quoted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pursestrings.dates import PartialDate
from pursestrings.workspace.folder import database_of

Json = dict[str, object]
FEDERAL = "ocd-division/country:us"


@dataclass(slots=True)
class _Said:
    """One statement, however often it is reported."""

    finding: dict[str, Any]
    id: str
    published: str | None
    sample: bool
    outlets: list[str] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)


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
    ours = [one for one in merged if one.finding["speaker"]["place"] == place]
    federal = [one for one in merged if one.finding["speaker"]["place"] != place and one.finding["about"]]
    return [_row(one) for one in (*ours, *federal)]


def _published_by(published: str | None, day: date) -> bool:
    return published is not None and PartialDate.parse(published).earliest <= day


def _merged(rows: Iterable[Any]) -> list[_Said]:
    found: dict[tuple[str, str], _Said] = {}
    for row in rows:
        finding = json.loads(row.json)
        if finding["act"] != "speech":
            continue
        key = (str(finding["speaker"]["name"]), _normal(_words(finding)))
        said = found.setdefault(key, _Said(finding, row.id, row.published, bool(row.sample)))
        said.sources.add(row.copy_of or row.document)
        outlet = row.publisher or row.origin
        if outlet and outlet not in said.outlets:
            said.outlets.append(outlet)
    return list(found.values())


def _words(finding: dict[str, Any]) -> str:
    return " … ".join(anchor["exact"] for anchor in finding["content"])


def _normal(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _row(said: _Said) -> Json:
    finding = said.finding
    return {
        "id": said.id,
        "speaker": finding["speaker"]["name"],
        "role": finding["speaker"]["role"],
        "date": said.published,
        "manner": finding["manner"],
        "words": _words(finding),
        "about": finding["about"],
        "outlets": said.outlets,
        "independent_sources": len(said.sources),
        "reviewed": False,
        "sample": said.sample,
        "confidence": None,
        "private": True,
        "checked": None,
        "known_since": said.published,
        "sources": [],
    }
