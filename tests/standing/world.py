"""Made-up facts for tests of the law: a small register built in a few lines."""

from __future__ import annotations

from datetime import date
from typing import Any

from pursestrings.places import get
from pursestrings.register.files import Entry, Files, Meta
from pursestrings.register.index import Register, build
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.load import load_files
from pursestrings.standing.answer import Standing
from pursestrings.standing.engine import Engine

US = "ocd-division/country:us"
MA = f"{US}/state:ma"
CHELSEA = f"{MA}/place:chelsea"
BOSTON = f"{MA}/place:boston"
SUFFOLK = f"{MA}/county:suffolk"
CHICAGO = f"{US}/state:il/place:chicago"
SEATTLE = f"{US}/state:wa/place:seattle"

SOURCE = {"title": "A paper", "publisher": "A publisher", "date": "2016-01-01"}
SURE = {"sources": [SOURCE], "confidence": "primary"}
RECALLED = {"confidence": "recalled"}
_KINDS = {kind.name: kind for kind in FILE_KINDS}
_CODEBOOK = load_files().codebook


def condition(**own: Any) -> dict[str, Any]:
    """A condition of release notice announced on 2017-07-25, unless said otherwise."""
    return {
        "id": "notice",
        "name": "Release notice",
        "instrument": "terms",
        "authorities": ["terms"],
        "programs": ["16.738"],
        "fiscal_years": ["2017"],
        "recipients": ["state", "local"],
        "announced": "2017-07-25",
        "ends": {"on": "2021-04-22", "by": "end"},
        "requirements": [
            {
                "id": "a",
                "actor": "jail_operator",
                "duty": "release_notice",
                "says": "Tell DHS before release.",
            }
        ],
        **SURE,
        **own,
    }


def act(
    name: str, day: str, kind: str = "preliminary_injunction", court: str = "mad", **own: Any
) -> dict[str, Any]:
    """An act of a court."""
    return {
        "id": name,
        "date": day,
        "court": court,
        "kind": kind,
        "summary": "What the court did.",
        **SURE,
        **own,
    }


def grant(*conditions: str, relief: str = "preliminary", **scope: Any) -> dict[str, Any]:
    """Relief from conditions (by default `notice`) for a scope (by default everyone)."""
    doubts = {key: scope.pop(key) for key in ("doubtful", "certain_until", "expires") if key in scope}
    return {
        "conditions": list(conditions) or ["notice"],
        "protects": scope or {"everyone": True},
        "relief": relief,
        **doubts,
    }


def case(
    *acts: dict[str, Any], name: str = "city-v-agency", challenges: tuple[str, ...] = ("notice",)
) -> dict[str, Any]:
    """A lawsuit with these acts."""
    return {
        "id": name,
        "caption": "City v. Agency",
        "courts": [{"court": "mad"}],
        "plaintiffs": [{"name": "Chelsea", "place": CHELSEA}],
        "defendants": ["Attorney General"],
        "challenges": list(challenges),
        "summary": "A test case.",
        "acts": list(acts),
        **SURE,
    }


def register(**kinds: list[dict[str, Any]]) -> Register:
    """A register of these things; `condition=[…], case=[…], …` by kind, one condition unless given."""
    from pathlib import Path

    kinds.setdefault("condition", [condition()])
    days = {"covers_from": "2010-01-01", "known_through": "2018-12-31"}
    meta = Meta.model_validate({"title": "Test", "version": "1", "licence": "none", **days})
    files = Files(meta, _CODEBOOK)
    for name, things in kinds.items():
        kind = _KINDS[name]
        for data in things:
            thing = kind.model.model_validate(data)
            files.entries.append(Entry(kind, thing, Path(f"{kind.folder}/{data['id']}.yaml"), private=False))
    return build(files)


def ask(
    facts: Register, on: str, place: str = CHELSEA, name: str = "notice", known: str | None = None
) -> Standing:
    """The standing of a condition for a place on a day."""
    seen = date.fromisoformat(known) if known else None
    return Engine(facts).standing(get(place), name, date.fromisoformat(on), seen)


def force(facts: Register, on: str, place: str = CHELSEA, **more: str) -> tuple[str, str]:
    """Force and certainty, as two words."""
    answer = ask(facts, on, place, **more)
    return answer.force.force.value, answer.force.certainty.value
