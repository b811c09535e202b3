"""The list of courts, courts-db of the Free Law Project, where it is installed."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files as packaged
from importlib.util import find_spec
from typing import Any


@cache
def courts() -> dict[str, Any]:
    """Every court by its id; none where courts-db is not installed.

    The list's own file is read: its package builds a thousand patterns that are not needed here.
    """
    if find_spec("courts_db") is None:
        return {}
    text = (packaged("courts_db") / "data" / "courts.json").read_text(encoding="utf-8")
    return {court["id"]: court for court in json.loads(text)}


def court_cited(words: str) -> str | None:
    """The id of the court that a citation's brackets name, such as `N.D. Cal.` or `7th Cir.`."""
    wanted = _bare(words)
    return next((name for name, court in courts().items() if _bare(court["citation_string"]) == wanted), None)


_FEDERAL = re.compile(
    r"(?:COURT OF APPEALS\s+FOR THE\s+(?P<circuit>[A-Z]+(?: OF COLUMBIA)?)\s+CIRCUIT)"
    r"|(?:DISTRICT COURT\s+(?:FOR THE\s+)?(?P<district>(?:[A-Z]+\s+)?DISTRICT\s+OF\s+[A-Z]+(?: [A-Z]+)?))",
)


def court_named(head: str) -> str | None:
    """The id of the federal court that the head of an order names in capitals; None for any other."""
    found = _FEDERAL.search(head)
    if found is None:
        return "scotus" if "SUPREME COURT OF THE UNITED STATES" in head else None
    words = " ".join((found["circuit"] or found["district"]).split())
    kind = "Court of Appeals" if found["circuit"] else "District Court"
    return next((name for name, court in courts().items() if _called(court, kind, words)), None)


def _called(court: dict[str, Any], kind: str, words: str) -> bool:
    """Whether one of the examples of its name that the list gives has these words."""
    if court["system"] != "federal":
        return False
    end = f"{words} Circuit" if kind == "Court of Appeals" else words
    wanted = f"United States {kind} for the {end}".lower()
    return any(one.lower().strip() == wanted for one in (court["name"], *court["examples"]))


def _bare(words: str) -> str:
    return "".join(words.split()).lower()
