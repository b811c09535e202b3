"""Citations of law by number: codes, regulations, public laws, executive orders, amendments, bills.

The grammar knows how such citations are written and nothing of what they say; ids are made as in the
register (`usc-8-1373`, `cfr-2-200-339`, `eo-13768`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation: where it stands, its ids from the narrowest to the widest, and its normal form.

    `ids` is empty where the text does not say whose law it is (a bare bill number of some state).
    """

    start: int
    end: int
    ids: tuple[str, ...]
    normal: str
    score: float


_SUBS: Final = r"(?P<subs>(?:\s?\([0-9a-zA-Z]{1,4}\))*)"
_SIGN: Final = r"(?:§{1,2}|[Ss]ections?|[Ss]ecs?\.)"
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
        ],
        1,
    )
}
_ROMAN: Final = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XIV": 14
}  # fmt: skip
_STATE_CODES: Final = (
    r"Ala|Alaska|Ariz|Ark|Cal|Colo|Conn|Del|D\.\s?C|Fla|Ga|Haw|Idaho|Ill|Ind|Iowa|Kan|Ky|La|Me|Md|Mass|Mich|Minn|Miss"
    r"|Mo|Mont|Neb|Nev|N\.\s?H|N\.\s?J|N\.\s?M|N\.\s?Y|N\.\s?C|N\.\s?D|Ohio|Okla|Or|Pa|R\.\s?I|S\.\s?C|S\.\s?D|Tenn|Tex"
    r"|Utah|Vt|Va|Wash|W\.\s?Va|Wis|Wyo|California|Texas|New York|Illinois|Massachusetts|Florida|Connecticut"
)

Reader = Callable[[re.Match[str]], tuple[tuple[str, ...], str] | None]


def _subdivided(base: str, subs: str) -> tuple[str, ...]:
    """Ids from the narrowest subsection to the whole section."""
    parts = re.findall(r"\((\w+)\)", subs)
    return tuple(base + "".join(parts[:count]).lower() for count in range(len(parts), -1, -1))


def _tidy(subs: str) -> str:
    return re.sub(r"\s", "", subs)


def _usc(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    title, section, subs = match["title"], match["section"].lower(), match["subs"]
    return _subdivided(f"usc-{title}-{section}", subs), f"{title} U.S.C. § {match['section']}{_tidy(subs)}"


def _cfr(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    title, section = match["title"], match["section"]
    ids = _subdivided(f"cfr-{title}-{section.replace('.', '-').lower()}", match["subs"])
    sign = "§" if "." in section else "Part"
    return ids, f"{title} C.F.R. {sign} {section}{_tidy(match['subs'])}"


def _fed_reg(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    page = match["page"].replace(",", "")
    return (f"fr-{match['volume']}-{page}",), f"{match['volume']} Fed. Reg. {page}"


def _public_law(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    return (f"publ-{match['congress']}-{match['number']}",), f"Pub. L. {match['congress']}-{match['number']}"


def _order(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    number = match["number"].replace(",", "")
    return (f"eo-{number}",), f"Executive Order {number}"


def _amendment(match: re.Match[str]) -> tuple[tuple[str, ...], str] | None:
    word = match["ordinal"].lower()
    number = _ORDINALS.get(word) or (int(word[:-2]) if word[:-2].isdigit() else None)
    return ((f"us-const-amdt-{number}",), f"U.S. Const. amend. {_roman(number)}") if number else None


def _amendment_number(match: re.Match[str]) -> tuple[tuple[str, ...], str] | None:
    number = _ROMAN.get(match["number"])
    return ((f"us-const-amdt-{number}",), f"U.S. Const. amend. {_roman(number)}") if number else None


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _federal_bill(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    house = match["house"].upper().startswith("H")
    number = match["number"]
    return (f"{'hr' if house else 's'}-{number}",), f"{'H.R.' if house else 'S.'} {number}"


def _state_bill(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    house = re.sub(
        r"[^A-Z]", "", match["house"].title() if "ill" in match["house"] else match["house"].upper()
    )
    return (), f"{'.'.join(house)}. {match['number']}"


def _state_code(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    return (), " ".join(match[0].split())


_GRAMMAR: Final[tuple[tuple[re.Pattern[str], Reader, float], ...]] = tuple(
    (re.compile(pattern), reader, score)
    for pattern, reader, score in (
        (
            rf"\b(?P<title>\d{{1,2}})\s+(?:U\.?\s?S\.?\s?C\.?(?:A\.?)?|U\.?\s?S\.?\s+Code),?\s*(?:{_SIGN}\s*)?(?P<section>\d+[a-z]{{0,2}}(?:-\d+)?\b){_SUBS}",
            _usc,
            0.97,
        ),
        (
            rf"\b[Ss]ection\s+(?P<section>\d+[a-z]{{0,2}}){_SUBS}\s+of\s+[Tt]itle\s+(?P<title>\d{{1,2}})\b(?!\s+of\s+the\s+Code\s+of\s+Federal)",
            _usc,
            0.95,
        ),
        (
            rf"\b[Tt]itle\s+(?P<title>\d{{1,2}})(?:,?\s+(?:U\.?\s?S\.?\s?C\.?|(?:of\s+the\s+)?(?:U\.?S\.?|United\s+States)\s+Code))?,?\s+{_SIGN}\s*(?P<section>\d+[a-z]{{0,2}}){_SUBS}",
            _usc,
            0.93,
        ),
        (
            rf"\b(?P<title>\d{{1,2}})\s+C\.?\s?F\.?\s?R\.?,?\s*(?:{_SIGN}|[Pp]arts?)?\s*(?P<section>\d+(?:\.\d+[a-z]?)?){_SUBS}",
            _cfr,
            0.97,
        ),
        (
            r"\b(?P<volume>\d{2,3})\s+(?:Fed\.\s?Reg\.|FR|F\.R\.)\s+(?P<page>\d{1,3},?\d{3}|\d{3,6})\b",
            _fed_reg,
            0.95,
        ),
        (
            r"\b(?:Pub(?:lic|\.)?\s*L(?:aw|\.)?(?:\s*No\.?)?|P\.L\.)\s*(?P<congress>\d{2,3})[-–‑](?P<number>\d{1,4})\b",
            _public_law,
            0.95,
        ),
        (
            r"\b(?:[Ee]xecutive\s+[Oo]rder|EXECUTIVE\s+ORDER|E\.?\s?O\.?)\s*(?:[Nn]o\.|[Nn]umber|#)?\s*(?P<number>1[0-9],?\d{3})\b",
            _order,
            0.97,
        ),
        (
            r"\b(?P<ordinal>[A-Z][a-z]+th|First|Second|Third|\d{1,2}(?:st|nd|rd|th))\s+Amendment\b",
            _amendment,
            0.95,
        ),
        (r"\b(?:Amendment|amend\.)\s+(?P<number>[IVX]{1,5})\b", _amendment_number, 0.85),
        (r"(?<![\w.])(?P<house>H\.\s?R\.|HR|S\.)\s?(?P<number>\d{1,4})\b(?!\.\d)", _federal_bill, 0.85),
        (
            r"\b(?P<house>S\.?B\.?|H\.?B\.?|A\.?B\.?|S\.?F\.?|H\.?F\.?|L\.?D\.?|(?:Senate|House|Assembly)\s+[Bb]ill)\s?(?:No\.\s?)?(?P<number>\d{1,5})\b",
            _state_bill,
            0.8,
        ),
        (
            rf"\b(?:{_STATE_CODES})\.?(?:\s+[A-Z][\w’']*\.?){{0,4}}\s+(?:Code|Law|Laws|Stat|Rev|Gen|Ann)\b[\w.\s]{{0,20}}?,?\s*(?:ch\.\s*\w+,\s*)?§{{1,2}}\s*[\d][\w.:-]*\w",
            _state_code,
            0.85,
        ),
    )
)


def citations(text: str, start: int, end: int) -> Iterator[Citation]:
    """Every citation in `text[start:end]`; the more telling form wins where two overlap."""
    taken: list[tuple[int, int]] = []
    for pattern, reader, score in _GRAMMAR:
        for match in pattern.finditer(text, start, end):
            read = reader(match)
            if read and all(match.end() <= left or right <= match.start() for left, right in taken):
                taken.append(match.span())
                yield Citation(match.start(), match.end(), *read, score)


_BARE: Final = re.compile(rf"(?<!\w)(?:[Ss]ections?|§)\s*(?P<section>\d{{3,5}}[a-z]?){_SUBS}")


def bare_sections(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Sections named without their code: start, end, number and subsections."""
    for match in _BARE.finditer(text, start, end):
        yield match.start(), match.end(), match["section"].lower(), match["subs"]
