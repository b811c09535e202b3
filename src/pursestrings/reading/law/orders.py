"""Orders and papers of executives by number: executive orders, proclamations, memoranda, directives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pursestrings.reading.law.code_names import STATES, short_state
from pursestrings.reading.law.forms import AND, Citation, on_list, shared

_NO: Final = r"(?:[Nn]os?\.?|[Nn]umbers?|#)?"
_ORDER_NUMBER: Final = r"(?:\d{1,2},\d{3}\b|(?:[A-Z]{1,3}-)?\d{1,5}(?:-\d{1,4}){0,2}\b)"
_ORDER: Final = re.compile(
    rf"(?:(?<![\w.])(?P<state>{STATES})\s+)?\b(?:(?P<long>[Ee]xecutive\s+[Oo]rder|EXECUTIVE\s+ORDER|Exec\.\s?Ord(?:er|\.))|E\.\s?O\.|EO)(?P<plural>s\.?|S)?\s*{_NO}\s*(?P<number>{_ORDER_NUMBER})"
)
_NEXT_ORDER: Final = re.compile(rf"{AND}(?P<number>\d{{2}},\d{{3}}|\d{{4,5}})\b(?!\s?%)")
_NEXT_ALIKE: Final = re.compile(rf"{AND}(?P<number>1\d,\d{{3}}|1\d{{4}})\b(?!\s?%)")
"""Behind the singular only what has the size of the orders of our time ("Executive Order 14159, 2025 …")."""
_PROCLAMATION: Final = re.compile(
    r"\b(?:[Pp]residential\s+)?(?:[Pp]roclamation|Proc\.)\s*(?:No\.?\s*)?(?P<number>\d{1,2},\d{3}|\d{4,5})\b"
)
_BUDGET: Final = re.compile(
    r"(?:\bOMB\s+)?\b(?:(?P<kind>Memorandum|Memo|Circular)\s+)?(?:No\.\s*)?(?<![\w-])(?P<number>M[-‑–]\d{2}[-‑–]\d{2}|A[-‑–]\d{2,3})\b(?![-‑–])"
)
_SECURITY: Final = re.compile(r"\b(?P<kind>NSPM|NSPD|HSPD|NSM|PPD|PDD|NSDD)[-‑–\s](?P<number>\d{1,3})\b")
_DIRECTIVE: Final = re.compile(
    r"\b(?:A\.?G\.?|Attorney\s+General)(?:['’]s)?\s+(?:Law\s+Enforcement\s+)?Directive\s+(?:No\.\s*)?(?P<number>\d{4}-\d{1,3})\b"
)


def orders(text: str, start: int, end: int) -> Iterator[Citation]:
    """The orders and papers of `text[start:end]`."""
    for match in _ORDER.finditer(text, start, end):
        number = match["number"].replace(",", "")
        federal = _is_federal(number)
        if not match["long"] and not federal:
            continue
        if match["state"]:
            normal = f"{short_state(match['state'])} Exec. Order No. {number}"
            yield Citation(*match.span(), (), normal, 0.9, normal)
            continue
        following = _NEXT_ORDER if match["plural"] else _NEXT_ALIKE
        for left, one in on_list(match, following if federal else None, end):
            yield _order(left, one.end(), one["number"].replace(",", ""))
    yield from _papers(text, start, end)


def _is_federal(number: str) -> bool:
    """Whether an order's number is of the size that the President's have reached."""
    return number.isdecimal() and len(number) >= 4


def _order(start: int, end: int, number: str) -> Citation:
    normal = f"Executive Order {number}"
    if not _is_federal(number):
        return shared(start, end, normal, 0.8)
    return Citation(start, end, (f"eo-{number}",), normal, 0.97, normal)


def _papers(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _PROCLAMATION.finditer(text, start, end):
        number = match["number"].replace(",", "")
        yield Citation(*match.span(), (f"proc-{number}",), f"Proclamation {number}", 0.9)
    for match in _BUDGET.finditer(text, start, end):
        if "OMB" not in match[0] and not match["kind"]:
            continue
        number = re.sub("[‑–]", "-", match["number"])
        kind = "Circular" if number.startswith("A") else "Memorandum"
        yield Citation(*match.span(), (f"omb-{number.lower()}",), f"OMB {kind} {number}", 0.9)
    for match in _SECURITY.finditer(text, start, end):
        normal = f"{match['kind']}-{match['number']}"
        yield Citation(*match.span(), (normal.lower(),), normal, 0.9)
    for match in _DIRECTIVE.finditer(text, start, end):
        yield Citation(*match.span(), (), f"AG Directive {match['number']}", 0.85)
