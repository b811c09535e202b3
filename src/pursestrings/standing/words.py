"""Courts, acts and values in the words that people use."""

from __future__ import annotations

from typing import Final

from pursestrings.register.models.courts import Act, ActKind

_ORDINALS: Final = {
    "1": "First", "2": "Second", "3": "Third", "4": "Fourth", "5": "Fifth", "6": "Sixth",
    "7": "Seventh", "8": "Eighth", "9": "Ninth", "10": "Tenth", "11": "Eleventh",
    "dc": "District of Columbia", "fc": "Federal",
}  # fmt: skip

_ACTS: Final = {
    ActKind.TRO: "temporary restraining order",
    ActKind.VACATUR_OF_AGENCY_ACTION: "vacatur of the agency's action",
}


def plain(value: str) -> str:
    """A coded value as words: `in_force` → `in force`."""
    return value.replace("_", " ")


def court_name(court: str) -> str:
    """A court's name from its courts-db id, as far as the id itself gives it; else the id."""
    if court == "scotus":
        return "Supreme Court"
    rest = court.removeprefix("ca")
    if court.startswith("ca") and rest in _ORDINALS:
        return f"{_ORDINALS[rest]} Circuit"
    return court


def act_words(act: Act) -> str:
    """An act as the subject of a sentence: `The preliminary injunction`."""
    return f"The {_ACTS.get(act.kind, plain(act.kind))}"
