"""Bills and resolutions by number, of Congress and of the states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pursestrings.documents.wordlist import words
from pursestrings.reading.law.forms import AND, Citation, on_list, shared

_HOUSES: Final = {
    "senate": "S", "house": "H", "assembly": "A", "bill": "B", "file": "F", "legislative": "L", "document": "D",
    "joint": "J", "resolution": "R", "concurrent": "C",
}  # fmt: skip
_FEDERAL_BILL: Final = re.compile(
    r"(?<![\w.$’'/-])(?P<house>H\.\s?R\.|HR|S\.)(?P<res>\s?(?:J\.|Con\.)?\s?Res\.)?\s?(?P<number>\d{1,4})\b(?![.,]\d|\s+(?:St|Ave|Rd|Blvd|Street|Avenue)\b)"
)
_RESOLUTION: Final = re.compile(
    r"(?<![\w.])(?P<house>H|S)\.?\s?(?P<kind>J\.?|Con\.?)?\s?Res\.?\s?(?P<number>\d{1,4})\b"
)
_BILL: Final = re.compile(
    r"(?<![\w./-])(?P<house>S\.?B\.?|H\.?B\.?|A\.?B\.?|S\.?F\.?|H\.?F\.?|L\.?D\.?|L\.?B\.?|[SHA]\.?J\.?R\.?|[SHA]\.?C\.?R\.?"
    r"|(?:Senate|House|Assembly)\s+(?:[Bb]ills?|[Ff]iles?)|(?:Senate|House|Assembly)\s+(?:[Jj]oint|[Cc]oncurrent)\s+[Rr]esolution|Legislative\s+(?:Document|Bill))"
    r"\s?(?:[Nn]os?\.?\s?)?(?P<number>\d{2}-\d{2,4}|\d{1,5})\b(?![.,]\d|,\s(?!(?:[SHA][BFR]|L[BD]|[SHA][JC]R)\s)[A-Z]{2,3}\s\d|\s?[-–]\s?\d)"
)
_NEXT_BILL: Final = re.compile(rf"{AND}(?P<number>\d{{1,5}})\b(?![.,]\d)")
_SHORT_BILL: Final = re.compile(r"(?<![\w.])H\.\s?(?P<number>\d{3,4})\b(?![.,]\d)")
_FORMS: Final = words("86 270 424 425 428 429")
"""Numbers of the standard forms (SF) with which grants are asked for and reported."""
_LEAD: Final = re.compile(r"(?:(?P<count>\d)|\b(?P<name>[A-Z][a-z]{1,15}))\s$")
_NO_NAMES: Final = words("In The Under And See But Both Senate Bill Like Bills With Of By If On Support")


def bills(text: str, start: int, end: int) -> Iterator[Citation]:
    """The bills and resolutions of `text[start:end]`; those of Congress first."""
    yield from _federal_bills(text, start, end)
    yield from _state_bills(text, start, end)


def _federal_bills(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _RESOLUTION.finditer(text, start, end):
        kind = {"J": "J. ", "C": "Con. "}.get((match["kind"] or "")[:1], "")
        normal = f"{match['house']}.{'' if kind == 'J. ' else ' '}{kind}Res. {match['number']}"
        known = re.sub(r"\W", "", f"{match['house']}{kind}res").lower()
        yield Citation(*match.span(), (f"{known}-{match['number']}",), normal, 0.85)
    for match in _FEDERAL_BILL.finditer(text, start, end):
        if _amid_names(text, start, match.start()):
            continue
        house = "H.R." if match["house"].startswith("H") else "S."
        known = f"{'hr' if house == 'H.R.' else 's'}-{match['number']}"
        normal = f"{house} {match['number']}"
        yield Citation(*match.span(), (known,), normal, 0.85, normal)


def _amid_names(text: str, start: int, at: int) -> bool:
    """Whether the letters follow a number or a name, and so belong to it ("gave up 3 H.R.", "Ed. S. 3")."""
    if at > start + 1 and text[at - 2 : at] == ". ":
        before = text[max(start, at - 6) : at - 2].split()
        return bool(before) and before[-1][:1].isupper() and len(before[-1]) <= 3
    lead = _LEAD.search(text, max(start, at - 20), at)
    if not lead:
        return False
    first = lead.start() == start or text[max(start, lead.start() - 2) : lead.start()].strip() in {
        ".",
        "“",
        '"',
        "",
    }
    return bool(lead["count"]) or (lead["name"] not in _NO_NAMES and not first)


def _state_bills(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _BILL.finditer(text, start, end):
        house = _house(match["house"])
        if match["house"] == "SF" and match["number"] in _FORMS:
            continue
        for left, one in on_list(match, _NEXT_BILL if match["house"].endswith("s") else None, end):
            yield shared(left, one.end(), f"{house} {one['number']}", 0.8)
    for match in _SHORT_BILL.finditer(text, start, end):
        if not _amid_names(text, start, match.start()):
            yield shared(match.start(), match.end(), f"H. {match['number']}", 0.7)


def _house(house: str) -> str:
    """The letters by which a chamber's bills go.

    >>> _house("Senate Bill"), _house("HB"), _house("Assembly Joint Resolution")
    ('S.B.', 'H.B.', 'A.J.R.')
    """
    if " " in house or "\n" in house:
        letters = "".join(_HOUSES[word.lower().removesuffix("s")] for word in house.split())
    else:
        letters = re.sub(r"[^A-Z]", "", house)
    return "".join(f"{letter}." for letter in letters)
