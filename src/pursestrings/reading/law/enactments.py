"""What legislatures and councils enacted: session laws, public acts and ordinances, by year and number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pursestrings.reading.law.code_names import STATES, short_state
from pursestrings.reading.law.forms import AND, Citation, on_list, shared
from pursestrings.reading.law.session_laws import STATUTES, Passage, chapter, is_of_a_year

_NO: Final = r"(?:[Nn]os?\.?|[Nn]umbers?|#)?"
_CH: Final = r"(?:[Cc]h(?:apters?|s?\.)|[Cc]c?\.)"
_SESSION: Final = re.compile(
    rf"(?<![\w.])(?P<year>(?:19|20)\d{{2}}),?\s+(?P<state>{STATES})\s+(?P<kind>(?:(?:Sess|Pub|Gen|Spec|Priv)\.\s+)?(?:Laws|Stat\.|Acts)|Session\s+Laws|Statutes)"
    rf"(?:,?\s*(?P<sign>{_CH}|(?:Act\s+)?No\.|Act|P\.A\.|,)|,)?\s*(?P<number>\d{{1,4}}(?:-\d{{1,4}})?)\b"
)
_NEXT_CHAPTER: Final = re.compile(rf"{AND}(?P<number>\d{{1,5}})\b(?![.,]\d)")
_CHAPTER_OF: Final = re.compile(
    rf"\b{_CH}\s*(?P<number>\d{{1,4}}),?\s+(?:of\s+)?(?:the\s+)?(?:(?P<year_>(?:19|20)\d{{2}})\s+)?(?:(?P<state>{STATES})\s+)?(?P<kind>Statutes|Stats\.|Session\s+Laws|Laws|Acts|Public\s+Acts)(?(year_)|\s+of\s+(?:(?P<of>{STATES}),?\s+)?(?P<year>(?:19|20)\d{{2}}))\b"
)
_LAWS_OF: Final = re.compile(
    rf"(?<![\w.])(?:(?P<kind>Stats\.|St\.|L\.|P\.\s?L\.)|(?P<long>Laws|Acts|Statutes)\s+of(?:\s+(?P<of>{STATES}),?(?=\s))?)\s?(?P<year>(?:19|20)\d{{2}}),?\s*{_CH}\s*(?P<number>\d{{1,4}})\b"
)
_PUBLIC_ACT: Final = re.compile(
    rf"(?<![\w.])(?:P\.\s?A\.|PA|Public\s+Acts?|Pub\.\s+Act)\s*{_NO}\s*(?P<number>\d{{2,3}}[-–]\d{{1,4}})\b(?!-\d)"
)
_NEXT_ACT: Final = re.compile(rf"{AND}(?P<number>\d{{2,3}}[-–]\d{{1,4}})\b")
_ACT_OF: Final = re.compile(
    rf"\b(?P<kind>(?:Public\s+)?Act|PA|P\.A\.|Public\s+Chapter|Local\s+Law)\s+{_NO}\s*(?P<number>\d{{1,4}})\s+of\s+(?P<year>(?:19|20)\d{{2}})\b"
)
_DISTRICT: Final = re.compile(r"\bD\.?C\.?\s+(?P<kind>Law|Act)\s+(?P<number>\d{1,2}-\d{1,4})\b")
_LAWS_AT: Final = re.compile(
    rf"(?<![\w.])(?P<state>{STATES})\s+L\.\s+(?P<year>(?:19|20)\d{{2}}),\s+p\.\s*(?P<number>\d{{1,4}})\b"
)
_ORDINANCE: Final = re.compile(
    r"\b(?P<kind>Ord(?:inance|\.)|Resolution|Res\.)\s+(?P<no>No\.\s*|Number\s+|#)?(?P<number>(?:[A-Z]{1,2}-?)?\d{1,6}(?:-\d{1,5}){0,2})\b"
)


def enactments(text: str, start: int, end: int) -> Iterator[Citation]:
    """The enactments of `text[start:end]`; the forms that tell most come first."""
    yield from _session_laws(text, start, end)
    yield from _chapters(text, start, end)
    yield from _acts(text, start, end)
    yield from _ordinances(text, start, end)


def _session_laws(text: str, start: int, end: int) -> Iterator[Citation]:
    """Those that name their state between the year and the number."""
    for match in _SESSION.finditer(text, start, end):
        name, kind = short_state(match["state"]), " ".join(match["kind"].split())
        kind = {"Session Laws": "Sess. Laws", "Statutes": STATUTES}.get(kind, kind)
        if not is_of_a_year(name, kind):
            continue
        sign = match["sign"] or ""
        mark = "ch. " if sign.lower().startswith("c") else ""
        for left, one in on_list(match, _NEXT_CHAPTER if sign.endswith("s.") else None, end):
            yield Citation(left, one.end(), (), f"{match['year']} {name} {kind} {mark}{one['number']}", 0.9)
    for match in _LAWS_AT.finditer(text, start, end):
        normal = f"{match['year']} {short_state(match['state'])} Laws {match['number']}"
        yield Citation(*match.span(), (), normal, 0.9)


def _chapters(text: str, start: int, end: int) -> Iterator[Citation]:
    """Chapters of a year's laws, which name their state or leave it to be understood."""
    passage = Passage(text, start, end)
    for match in _CHAPTER_OF.finditer(text, start, end):
        year, words = match["year_"], match["kind"]
        if not year:
            year, words = match["year"], f"{words} of"
        state = match["state"] or match["of"]
        if made := chapter(match.span(), words, year, match["number"], state, passage):
            yield made
    for match in _LAWS_OF.finditer(text, start, end):
        words, left, state = match["kind"] or f"{match['long']} of", match.start(), match["of"]
        if words in {"Stats.", "Statutes of"} and not state:
            left, state = passage.state_before(left)
        if made := chapter((left, match.end()), words, match["year"], match["number"], state, passage):
            yield made


def _acts(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _PUBLIC_ACT.finditer(text, start, end):
        for left, one in on_list(match, _NEXT_ACT, end):
            session, number = re.split("[-–]", one["number"])
            yield shared(left, one.end(), f"P.A. {session}-{number.lstrip('0') or '0'}", 0.85)
    for match in _ACT_OF.finditer(text, start, end):
        kind = " ".join(match["kind"].split())
        kind = "P.A." if kind in {"PA", "Public Act"} else kind
        yield shared(match.start(), match.end(), f"{kind} {match['number']} of {match['year']}", 0.85)
    for match in _DISTRICT.finditer(text, start, end):
        yield Citation(*match.span(), (), f"D.C. {match['kind']} {match['number']}", 0.9)


def _ordinances(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _ORDINANCE.finditer(text, start, end):
        plain = match["number"].isdecimal()
        if match["no"] or (match["kind"].startswith("Ord") and plain and len(match["number"]) >= 4):
            kind = "Ordinance" if match["kind"].startswith("Ord") else "Resolution"
            yield shared(match.start(), match.end(), f"{kind} {match['number']}", 0.75)
