"""A person's decisions on findings: accepted ones become facts, rejected ones stay away."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Row

from pursestrings.errors import BAD_OPTION, FINDING_DECIDED, FINDING_NO_FACT, NOT_FOUND, PursestringsError
from pursestrings.workspace.facts import write_fact
from pursestrings.workspace.store import Store

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finding that nobody has decided on, as edited so far."""

    id: str
    finding: Json
    title: str | None
    source: str


def waiting(store: Store, kind: str | None = None, document: str | None = None) -> list[Waiting]:
    """Every finding that waits, in reading order."""
    return [
        Waiting(row.id, json.loads(row.json), row.title, row.source) for row in store.waiting(kind, document)
    ]


def edit(store: Store, prefix: str, changes: dict[str, str]) -> Json:
    """Change fields of a finding; it waits on, changed. Returns it as it stands now."""
    row = _open(store, prefix)
    edits = {**json.loads(row.edits or "{}"), **changes}
    edited = _edited(row, edits)
    store.decide(row, "edited", _now(), edits=json.dumps(edits, sort_keys=True))
    return edited


def reject(store: Store, prefix: str) -> str:
    """Put a finding aside for good: the same text does not bring it back. Returns its id."""
    row = _open(store, prefix)
    store.decide(row, "rejected", _now(), edits=row.edits)
    return str(row.id)


def accept(store: Store, prefix: str, overlay: Path, changes: dict[str, str]) -> Path:
    """Make a fact of a finding, with edits made before and now; returns the fact's file."""
    row = _open(store, prefix)
    edits = {**json.loads(row.edits or "{}"), **changes}
    finding = _edited(row, edits)
    now = _now()
    try:
        path = write_fact(
            overlay, row.id, finding, json.loads(row.document_json), _speaker(store, row), now[:10]
        )
    except ValidationError as error:
        first = error.errors()[0]
        why = f"{'.'.join(str(step) for step in first['loc'])}: {first['msg']}"
        hint = "Correct it: pursestrings review accept ID --set FIELD=VALUE"
        raise PursestringsError(FINDING_NO_FACT, kind=finding["kind"], why=why, hint=hint) from None
    fact = str(path.relative_to(overlay))
    store.decide(row, "accepted", now, edits=json.dumps(edits, sort_keys=True) if edits else None, fact=fact)
    return path


def _open(store: Store, prefix: str) -> Row[Any]:
    rows = store.finding(prefix)
    if not rows:
        raise PursestringsError(NOT_FOUND, what="finding", text=prefix, hint="List them: pursestrings review")
    if len(rows) > 1:
        hint = f"It begins {len(rows)} ids; write more of it."
        raise PursestringsError(NOT_FOUND, what="single finding", text=prefix, hint=hint)
    row = rows[0]
    if row.decision in {"accepted", "rejected"}:
        raise PursestringsError(FINDING_DECIDED, id=row.id, decision=row.decision)
    return row


def _edited(row: Row[Any], edits: dict[str, str]) -> Json:
    """The finding with the edits put in; a field that it does not have is refused."""
    finding: Json = json.loads(row.json)
    for name, value in edits.items():
        if name in {"speaker", "role", "organization"} and finding["kind"] == "statement":
            finding["speaker"]["name" if name == "speaker" else name] = value
        elif name == "place":
            target = finding["speaker"] if finding["kind"] == "statement" else finding
            target["place"] = value
        elif name in finding and name not in {
            "kind",
            "document",
            "anchor",
            "content",
            "cue",
            "score",
            "speaker",
        }:
            finding[name] = value.split(",") if isinstance(finding[name], list) else value
        else:
            hint = "Fields: speaker, role, organization, place and those that the finding shows."
            raise PursestringsError(BAD_OPTION, what=f"A {finding['kind']} has no field {name!r}.", hint=hint)
    return finding


def _speaker(store: Store, row: Row[Any]) -> Json | None:
    """Who says the words in which a sum or date stands, if a statement holds it."""
    finding = json.loads(row.json)
    anchor = finding.get("anchor")
    if anchor is None:
        return None
    for statement in store.of_document(row.document, "statement"):
        for part in statement["content"]:
            if part["start"] <= anchor["start"] and anchor["end"] <= part["end"]:
                speaker: Json = statement["speaker"]
                return speaker
    return None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
