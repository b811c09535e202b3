"""A finding that a person accepted, written as a fact into the workspace's own overlay.

The source of the fact is the document, with the anchor at which the words stand.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from pursestrings.errors import FINDING_NO_FACT, PRIVATE_PERSON, PursestringsError
from pursestrings.register.kinds import BY_FOLDER
from pursestrings.register.models.base import SeenAt
from pursestrings.register.writer import put, written

Json = dict[str, Any]


def write_fact(
    overlay: Path, finding_id: str, finding: Json, document: Json, speaker: Json | None, on: str
) -> Path:
    """Write the fact and return its file. `speaker` is who says the words that a sum stands in.

    Raises FINDING_NO_FACT for kinds that are references only, or where the finding lacks what a fact needs.
    """
    maker = _MAKERS.get(finding["kind"])
    if maker is None:
        why = "it says only that the document names the thing"
        hint = "Accept the statement, sum, date, person or event that it belongs to."
        raise PursestringsError(FINDING_NO_FACT, kind=finding["kind"], why=why, hint=hint)
    folder, fields = maker(finding, document, speaker)
    fact_id = f"accepted-{finding_id}"
    data = {"id": fact_id, **fields, **_sourced(finding, document, on)}
    BY_FOLDER[folder].model.model_validate(data)
    path = overlay / folder / f"{fact_id}.yaml"
    put(path, written(data))
    return path


def _sourced(finding: Json, document: Json, on: str) -> Json:
    anchor = (finding.get("content") or [finding.get("anchor")])[0]
    source = {
        "title": document["title"] or document["source"],
        "publisher": document["publisher"] or document["origin"] or "unknown publisher",
        "date": document["published"] or "undated",
        "anchor": {key: anchor[key] for key in ("exact", "start", "end")} | {"document": document["id"]},
    }
    checked = {"on": on, "at": SeenAt.REPORT.value, "saw": "the words at the anchor, accepted in review"}
    return {"sources": [source], "confidence": "secondary", "checked": checked}


def _present(fields: Json) -> Json:
    return {key: value for key, value in fields.items() if value not in (None, [], "")}


def _need(finding: Json, value: object, what: str, option: str) -> None:
    if not value:
        hint = f"Give it: pursestrings review accept ID --set {option}=…"
        raise PursestringsError(FINDING_NO_FACT, kind=finding["kind"], why=f"{what} is not known", hint=hint)


def _statement(finding: Json, document: Json, _: Json | None) -> tuple[str, Json]:
    speaker = finding["speaker"]
    _need(finding, speaker["name"], "the speaker", "speaker")
    if not (speaker["role"] or speaker["organization"] or speaker["place"]):
        raise PursestringsError(PRIVATE_PERSON)
    return "statements", _present(
        {
            "speaker": speaker["name"],
            "role": speaker["role"],
            "organization": speaker["organization"],
            "place": speaker["place"],
            "date": document["published"],
            "manner": finding["manner"],
            "words": " … ".join(anchor["exact"] for anchor in finding["content"]),
            "about": finding["about"],
            "outlet": document["publisher"] or document["origin"],
        }
    ) | {"date": document["published"]}


def _amount(finding: Json, document: Json, speaker: Json | None) -> tuple[str, Json]:
    place = finding.get("place") or (speaker or {}).get("place")
    _need(finding, place, "the place it is at stake for", "place")
    _need(finding, document["published"], "the day it was published", "date")
    said_by = (
        (speaker or {}).get("name") or document["publisher"] or document["origin"] or "unknown publisher"
    )
    figures = {"amount": finding["value"], "at_least": finding["low"], "at_most": finding["high"]}
    return "sums", {
        "basis": "claimed_by_speaker",
        "amount": None,
        **{key: str(value) for key, value in figures.items() if value is not None},
        **_present({"what": finding["what"] or "money at stake", "said_by": said_by}),
        "date": document["published"],
        **({"place": place} if place != "ocd-division/country:us" else {}),
    }


def _date(finding: Json, document: Json, speaker: Json | None) -> tuple[str, Json]:
    _need(finding, finding["date"], "the day", "date")
    place = finding.get("place") or (speaker or {}).get("place")
    return "events", _present(
        {
            "event": "deadline" if finding["deadline"] else "date",
            "date": finding["date"],
            "places": [place] if place else [],
            "says": finding["what"] or finding["anchor"]["exact"],
        }
    )


def _event(finding: Json, document: Json, _: Json | None) -> tuple[str, Json]:
    day = finding["when"] or document["published"]
    _need(finding, day, "the day", "when")
    named = [*finding["who"], *finding["to"]]
    return "events", _present(
        {
            "event": finding["event"],
            "date": day,
            "who": [name for name in finding["who"] if not name.startswith("ocd-division/")],
            "places": [name for name in named if name.startswith("ocd-division/")],
            "says": finding["what"] or finding["anchor"]["exact"],
        }
    )


def _person(finding: Json, document: Json, _: Json | None) -> tuple[str, Json]:
    _need(finding, finding["role"], "the office", "role")
    _need(finding, finding["place"], "the place of the office", "place")
    return "officials", {
        "name": finding["name"],
        "offices": [{"title": finding["role"], "place": finding["place"]}],
    }


_MAKERS: Final[dict[str, Callable[[Json, Json, Json | None], tuple[str, Json]]]] = {
    "amount": _amount,
    "date": _date,
    "event": _event,
    "person": _person,
    "statement": _statement,
}
