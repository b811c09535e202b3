"""Bills, session laws, ordinances and orders: papers known by a number of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, cast

from pursestrings.reading.citation_forms import Citation
from pursestrings.reading.code_names import STATES, short_state

_NO: Final = r"(?:[Nn]os?\.?|[Nn]umbers?|#)?"
_AND: Final = r"(?:,\s*(?:and\s+)?|\s+(?:and|or|&)\s+)"
_ORDER_NUMBER: Final = r"(?:\d{1,2},\d{3}\b|(?:[A-Z]{1,3}-)?\d{1,5}(?:-\d{1,4}){0,2}\b)"
_ORDER: Final = re.compile(
    rf"(?:(?<![\w.])(?P<state>{STATES})\s+)?\b(?:(?P<long>[Ee]xecutive\s+[Oo]rders?|EXECUTIVE\s+ORDERS?|Exec\.\s?Ord(?:ers?|s?\.))|E\.\s?O\.|EOs?)\s*{_NO}\s*(?P<first>{_ORDER_NUMBER})"
)
_NEXT_ORDER: Final = re.compile(rf"{_AND}(?P<first>\d{{2}},\d{{3}}|\d{{4,5}})\b(?!\s?%)")
_PROCLAMATION: Final = re.compile(
    r"\b(?:[Pp]residential\s+)?(?:[Pp]roclamation|Proc\.)\s*(?:No\.?\s*)?(?P<number>\d{1,2},\d{3}|\d{4,5})\b"
)
_BUDGET: Final = re.compile(
    r"(?:\bOMB\s+)?\b(?:(?P<kind>Memorandum|Memo|Circular)\s+)?(?:No\.\s*)?(?<![\w-])(?P<number>M-\d{2}-\d{2}|A-\d{2,3})\b(?!-)"
)
_SECURITY: Final = re.compile(r"\b(?P<kind>NSPM|NSPD|HSPD|NSM|PPD|PDD|NSDD)[-–\s](?P<number>\d{1,3})\b")
_DIRECTIVE: Final = re.compile(
    r"\b(?:A\.?G\.?|Attorney\s+General)(?:['’]s)?\s+(?:Law\s+Enforcement\s+)?Directive\s+(?:No\.\s*)?(?P<number>\d{4}-\d{1,3})\b"
)

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
    r"\s?(?:[Nn]os?\.?\s?)?(?P<number>\d{2}-\d{2,4}|\d{1,5})\b(?![.,]\d|,\s[A-Z]{2,3}\s\d|\s?[-–]\s?\d)"
)
_NEXT_BILL: Final = re.compile(rf"{_AND}(?P<number>\d{{1,5}})\b(?![.,]\d)")
_MASS_BILL: Final = re.compile(r"(?<![\w.])H\.\s?(?P<number>\d{3,4})\b(?![.,]\d)")
_FORMS: Final = frozenset(["86", "270", "424", "425", "428", "429"])
"""Numbers of the standard forms (SF) with which grants are asked for and reported."""
_LEAD: Final = re.compile(r"(?:(?P<count>\d)|\b(?P<name>[A-Z][a-z]{1,15}))\s$")
_NO_NAMES: Final = frozenset(
    [
        "In",
        "The",
        "Under",
        "And",
        "See",
        "But",
        "Both",
        "Senate",
        "Bill",
        "Like",
        "Bills",
        "With",
        "Of",
        "By",
        "If",
        "On",
        "Support",
    ]
)

_CH: Final = r"(?:[Cc]h(?:apters?|s?\.)|[Cc]c?\.)"
_SESSION: Final = re.compile(
    rf"(?<![\w.])(?P<year>(?:19|20)\d{{2}}),?\s+(?P<state>{STATES})\s+(?P<kind>(?:(?:Sess|Pub|Gen|Spec|Priv)\.\s+)?(?:Laws|Stat\.|Acts)|Session\s+Laws|Statutes)"
    rf"(?:,?\s*(?P<sign>{_CH}|(?:Act\s+)?No\.|Act|P\.A\.|,)|,)?\s*(?P<number>\d{{1,4}}(?:-\d{{1,4}})?)\b"
)
_CHAPTER_OF: Final = re.compile(
    rf"\b{_CH}\s*(?P<number>\d{{1,4}}),?\s+(?:of\s+)?(?:the\s+)?(?:(?P<year_>(?:19|20)\d{{2}})\s+)?(?P<kind>Statutes|Stats\.|Session\s+Laws|Laws|Acts|Public\s+Acts)(?(year_)|\s+of\s+(?P<year>(?:19|20)\d{{2}}))\b"
)
_LAWS_OF: Final = re.compile(
    rf"(?<![\w.])(?P<kind>Stats\.|St\.|Laws\s+of|Acts\s+of|Statutes\s+of|L\.|P\.\s?L\.)\s?(?P<year>(?:19|20)\d{{2}}),?\s*{_CH}\s*(?P<number>\d{{1,4}})\b"
)
_PUBLIC_ACT: Final = re.compile(
    rf"(?<![\w.])(?:P\.\s?A\.|PA|Public\s+Acts?|Pub\.\s+Act)\s*{_NO}\s*(?P<first>\d{{2,3}})[-–](?P<number>\d{{1,4}})\b(?!-\d)"
)
_NEXT_ACT: Final = re.compile(rf"{_AND}(?P<first>\d{{2,3}})[-–](?P<number>\d{{1,4}})\b")
_ACT_OF: Final = re.compile(
    rf"\b(?P<kind>(?:Public\s+)?Act|PA|P\.A\.|Public\s+Chapter|Local\s+Law)\s+{_NO}\s*(?P<number>\d{{1,4}})\s+of\s+(?P<year>(?:19|20)\d{{2}})\b"
)
_DISTRICT: Final = re.compile(r"\bD\.?C\.?\s+(?P<kind>Law|Act)\s+(?P<number>\d{1,2}-\d{1,4})\b")
_GEORGIA: Final = re.compile(
    rf"(?<![\w.])(?P<state>{STATES})\s+L\.\s+(?P<year>(?:19|20)\d{{2}}),\s+p\.\s*(?P<number>\d{{1,4}})\b"
)
_ORDINANCE: Final = re.compile(
    r"\b(?P<kind>Ord(?:inance|\.)|Resolution|Res\.)\s+(?P<no>No\.\s*|Number\s+|#)?(?P<number>(?:[A-Z]{1,2}-?)?\d{1,6}(?:-\d{1,5}){0,2})\b"
)


def enactments(text: str, start: int, end: int) -> Iterator[Citation]:
    """The numbered papers of `text[start:end]`; the forms that tell most come first."""
    for read in _READERS:
        yield from read(text, start, end)


def _orders(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _ORDER.finditer(text, start, end):
        number = match["first"].replace(",", "")
        if not match["long"] and not (number.isdigit() and len(number) >= 4):
            continue
        if match["state"]:
            normal = f"{short_state(match['state'])} Exec. Order No. {number}"
            yield Citation(*match.span(), (), normal, 0.9, normal)
            continue
        yield _order(match.start(), match.end(), number)
        following = _NEXT_ORDER.match(text, match.end(), end)
        while following and number.isdigit() and len(number) >= 4:
            yield _order(
                following.start("first"), following.end("first"), following["first"].replace(",", "")
            )
            following = _NEXT_ORDER.match(text, following.end(), end)


def _order(start: int, end: int, number: str) -> Citation:
    ids = (f"eo-{number}",) if number.isdigit() and len(number) >= 4 else ()
    normal = f"Executive Order {number}"
    return Citation(start, end, ids, normal, 0.97, normal) if ids else _shared(start, end, normal, 0.8)


def _papers(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _PROCLAMATION.finditer(text, start, end):
        number = match["number"].replace(",", "")
        yield Citation(*match.span(), (f"proc-{number}",), f"Proclamation {number}", 0.9)
    for match in _BUDGET.finditer(text, start, end):
        if "OMB" not in match[0] and not match["kind"]:
            continue
        kind = "Circular" if match["number"].startswith("A") else "Memorandum"
        normal = f"OMB {kind} {match['number']}"
        yield Citation(*match.span(), (f"omb-{match['number'].lower()}",), normal, 0.9)
    for match in _SECURITY.finditer(text, start, end):
        normal = f"{match['kind']}-{match['number']}"
        yield Citation(*match.span(), (normal.lower(),), normal, 0.9)
    for match in _DIRECTIVE.finditer(text, start, end):
        yield Citation(*match.span(), (), f"AG Directive {match['number']}", 0.85)


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
        house, number = _house(match["house"]), match["number"]
        if match["house"] == "SF" and number in _FORMS:
            continue
        yield _shared(match.start(), match.end(), f"{house} {number}", 0.8)
        following = _NEXT_BILL.match(text, match.end(), end) if match["house"].endswith("s") else None
        while following:
            normal = f"{house} {following['number']}"
            yield _shared(following.start("number"), following.end(), normal, 0.8)
            following = _NEXT_BILL.match(text, following.end(), end)
    for match in _MASS_BILL.finditer(text, start, end):
        if not _amid_names(text, start, match.start()):
            yield _shared(match.start(), match.end(), f"H. {match['number']}", 0.7)


def _house(words: str) -> str:
    """The letters by which a chamber's bills go.

    >>> _house("Senate Bill"), _house("HB"), _house("Assembly Joint Resolution")
    ('S.B.', 'H.B.', 'A.J.R.')
    """
    if " " in words or "\n" in words:
        letters = "".join(_HOUSES[word.lower().removesuffix("s")] for word in words.split())
    else:
        letters = re.sub(r"[^A-Z]", "", words)
    return "".join(f"{letter}." for letter in letters)


def _session_laws(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _SESSION.finditer(text, start, end):
        name, kind = short_state(match["state"]), " ".join(match["kind"].split())
        kind = {"Session Laws": "Sess. Laws", "Statutes": "Stat."}.get(kind, kind)
        chapter = "ch. " if (match["sign"] or "").lower().startswith("c") else ""
        start, one = match.start(), cast("re.Match[str] | None", match)
        while one:
            normal = f"{match['year']} {name} {kind} {chapter}{one['number']}"
            yield Citation(start, one.end(), (), normal, 0.9)
            one = _NEXT_BILL.match(text, one.end(), end) if (match["sign"] or "").endswith("s.") else None
            start = one.start("number") if one else start
    for match in _GEORGIA.finditer(text, start, end):
        yield Citation(
            *match.span(), (), f"{match['year']} {short_state(match['state'])} Laws {match['number']}", 0.9
        )
    for match in _CHAPTER_OF.finditer(text, start, end):
        yield _chapter(match, match["year"] or match["year_"])
    for match in _LAWS_OF.finditer(text, start, end):
        yield _chapter(match, match["year"])


def _chapter(match: re.Match[str], year: str) -> Citation:
    """A chapter of a year's laws. Only California speaks of its yearly Statutes; the rest do not tell their state."""
    kind = " ".join(match["kind"].split()).removesuffix(" of").lower()
    if kind in {"statutes", "stats."}:
        normal = f"{year} Cal. Stat. ch. {match['number']}"
    else:
        name = {
            "st.": "Acts of",
            "acts": "Acts of",
            "public acts": "Acts of",
            "p.l.": "P.L.",
            "p. l.": "P.L.",
        }
        normal = f"{name.get(kind, 'Laws of')} {year}, ch. {match['number']}"
    return _shared(match.start(), match.end(), normal, 0.85)


def _shared(start: int, end: int, normal: str, score: float) -> Citation:
    """A paper of a name that papers of several governments bear."""
    return Citation(start, end, (), normal, score, normal, shared=True)


def _acts(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _PUBLIC_ACT.finditer(text, start, end):
        one: re.Match[str] | None = match
        while one:
            left = one.start() if one is match else one.start("first")
            number = one["number"].lstrip("0") or "0"
            yield _shared(left, one.end(), f"P.A. {one['first']}-{number}", 0.85)
            one = _NEXT_ACT.match(text, one.end(), end)
    for match in _ACT_OF.finditer(text, start, end):
        kind = " ".join(match["kind"].split())
        kind = "P.A." if kind in {"PA", "Public Act"} else kind
        yield _shared(match.start(), match.end(), f"{kind} {match['number']} of {match['year']}", 0.85)
    for match in _DISTRICT.finditer(text, start, end):
        yield Citation(*match.span(), (), f"D.C. {match['kind']} {match['number']}", 0.9)
    for match in _ORDINANCE.finditer(text, start, end):
        plain = match["number"].isdigit()
        if match["no"] or (match["kind"].startswith("Ord") and plain and len(match["number"]) >= 4):
            kind = "Ordinance" if match["kind"].startswith("Ord") else "Resolution"
            yield _shared(match.start(), match.end(), f"{kind} {match['number']}", 0.75)


_Read = Callable[[str, int, int], Iterator[Citation]]
_READERS: Final[tuple[_Read, ...]] = (_session_laws, _acts, _orders, _papers, _federal_bills, _state_bills)
