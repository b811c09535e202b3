"""Courts, acts, sums and values in the words that people use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from pursestrings.places import states
from pursestrings.register.models.courts import Act, ActKind

_ORDINALS: Final = {
    "1": "First", "2": "Second", "3": "Third", "4": "Fourth", "5": "Fifth", "6": "Sixth",
    "7": "Seventh", "8": "Eighth", "9": "Ninth", "10": "Tenth", "11": "Eleventh",
    "dc": "District of Columbia", "fc": "Federal",
}  # fmt: skip
_SIDES: Final = {
    "n": "Northern", "s": "Southern", "e": "Eastern", "w": "Western", "m": "Middle", "c": "Central",
}  # fmt: skip
_DISTRICT: Final = re.compile(r"([a-z]{2})([nsewmc]?)d")

_ACTS: Final = {
    ActKind.TRO: "temporary restraining order",
    ActKind.VACATUR_OF_AGENCY_ACTION: "vacatur of the agency's action",
    ActKind.STAY_OF_AGENCY_ACTION: "stay of the agency's action",
    ActKind.STAY_SOUGHT: "request for a stay",
    ActKind.NARROWED: "narrowing",
    ActKind.EXTENDED: "extension",
    ActKind.CLARIFIED: "clarification",
    ActKind.AFFIRMED: "affirmance",
    ActKind.REVERSED: "reversal",
    ActKind.VACATED: "vacatur",
    ActKind.REMANDED: "remand",
    ActKind.EN_BANC_GRANTED: "grant of rehearing en banc",
    ActKind.EN_BANC_VACATED: "vacatur en banc",
    ActKind.DISSOLVED: "dissolution",
    ActKind.SETTLED: "settlement",
    ActKind.DISMISSED: "dismissal",
    ActKind.STAY_LIFTED: "lifting of the stay",
}


def plain(value: str) -> str:
    """A coded value as words: `in_force` → `in force`."""
    return value.replace("_", " ")


@cache
def court_name(court: str) -> str:
    """A court's name from its courts-db id, as far as the id itself gives it; else the id."""
    if court == "scotus":
        return "Supreme Court"
    rest = court.removeprefix("ca")
    if court.startswith("ca") and rest in _ORDINALS:
        return f"{_ORDINALS[rest]} Circuit"
    district = _DISTRICT.fullmatch(court)
    state = _state_names().get(district[1]) if district else None
    if district is None or state is None:
        return f"court {court}"
    side = f"{_SIDES[district[2]]} " if district[2] else ""
    return f"{side}District of {state}"


@cache
def _state_names() -> dict[str, str]:
    return {place.state.lower(): place.label for place in states() if place.state}


def act_words(act: Act) -> str:
    """An act as the subject of a sentence: `The preliminary injunction`."""
    return f"The {_ACTS.get(act.kind, plain(act.kind))}"


def dollars(amount: Decimal | None) -> str:
    """`$4,100,000`, with cents where there are any; a sum that nobody put in figures says so."""
    if amount is None:
        return "no figure given"
    whole = amount == amount.to_integral_value()
    return f"${amount:,.0f}" if whole else f"${amount:,.2f}"


def listed(items: Sequence[str]) -> str:
    """Several as people list them: `a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def sentence(text: str) -> str:
    """Words as a sentence: a capital in front, a full stop at the end if no mark stands there."""
    text = text.strip()
    closed = text if text.endswith((".", "!", "?", ".”", ".)")) else f"{text}."
    return closed[:1].upper() + closed[1:]
