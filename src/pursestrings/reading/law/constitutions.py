"""Citations of constitutions: amendments by word, ordinal or Roman number, and articles with their clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pursestrings.reading.law.code_names import STATES, short_state
from pursestrings.reading.law.forms import Citation

_WORDS: Final = [
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
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_ORDINALS: Final = {word: number for number, word in enumerate(_WORDS, 1)}
_ORDINAL: Final = rf"(?:{'|'.join(word.capitalize() for word in _WORDS)}|[12]?\d(?:st|nd|rd|th))"
_OF_ANOTHER: Final = re.compile(
    r"\s+(?:to|of)\s+(?:an?|the|its|his|her|this|that|their|our)\s+(?!U\.|Constitution|United|Federal|federal)"
)
"""A contract or a charter, which has articles and amendments as well."""
_AMENDMENT: Final = re.compile(
    rf"\b(?P<list>{_ORDINAL}(?:,\s+{_ORDINAL}){{0,6}},?(?:\s+(?:and|or)\s+{_ORDINAL})?)\s+Amendments?\b"
)
_ONE: Final = re.compile(_ORDINAL)
_PIN: Final = (
    r"(?:,?\s+(?:§{1,2}|[Ss]ec(?:tion|\.|t\.)?)\s*\d+(?:\([a-z0-9]\))*)?(?:,?\s+(?:[Cc]l(?:ause|\.))\s*\d+)?"
)
_PINS: Final = re.compile(r"(?P<sign>§|[Ss]ec|[Cc]l)\D*(?P<value>\d+(?:\([a-z0-9]\))*)")
_CITED: Final = re.compile(
    rf"(?<![\w.])(?:U\.?\s?S\.?|United\s+States|(?P<state>{STATES}))\s+Const(?:itution|\.),?\s+"
    rf"(?P<kind>[Aa]rt(?:icle|\.)|[Aa]mend(?:ment|\.))\s*(?P<number>[IVXL]{{1,8}}|\d{{1,2}})\b(?P<pins>{_PIN})"
)
_ARTICLE: Final = re.compile(
    rf"\bArt(?:icle|\.)\s+(?P<number>[IVX]{{1,6}}|\d{{1,2}})\b(?P<pins>{_PIN})"
    rf"(?P<of>\s+of\s+(?:the\s+)?(?:(?P<state>{STATES})\s+|U\.?\s?S\.?\s+|United\s+States\s+|[Ff]ederal\s+)?Constitution)?"
)
_AMENDED: Final = re.compile(rf"\b(?:Amendment|amend\.)\s+(?P<number>[IVX]{{1,6}})\b(?P<pins>{_PIN})")
_AMENDMENTS: Final = 27
_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50}


def constitutions(text: str, start: int, end: int) -> Iterator[Citation]:
    """The constitutional citations of `text[start:end]`; a later one may stand inside an earlier one."""
    for match in _CITED.finditer(text, start, end):
        kind = "art." if match["kind"].lower().startswith("art") else "amend."
        if match["state"] or 1 <= _value(match["number"]) <= _AMENDMENTS:
            yield _made(match, match["state"], kind, 0.95)
    for match in _ARTICLE.finditer(text, start, end):
        # An article without its constitution is one of the seven, with a sign or a clause as lawyers write it.
        signed = "§" in match["pins"] or "cl" in match["pins"].lower()
        sure = signed and not match["number"].isdecimal() and not _OF_ANOTHER.match(text, match.end(), end)
        if match["of"] or (sure and _value(match["number"]) <= 7):
            yield _made(match, match["state"], "art.", 0.9)
    for match in _AMENDED.finditer(text, start, end):
        if _value(match["number"]) <= _AMENDMENTS and not _OF_ANOTHER.match(text, match.end(), end):
            yield _made(match, None, "amend.", 0.85)
    for match in _AMENDMENT.finditer(text, start, end):
        if _OF_ANOTHER.match(text, match.end(), end):
            continue
        found = list(_ONE.finditer(text, match.start("list"), match.end("list")))
        for index, one in enumerate(found):
            stop = match.end() if index == len(found) - 1 else one.end()
            number = _ORDINALS.get(one[0].lower()) or int(one[0][:-2])
            if 1 <= number <= _AMENDMENTS:
                normal = f"U.S. Const. amend. {_roman(number)}"
                yield Citation(one.start(), stop, (f"us-const-amdt-{number}",), normal, 0.95)


def _made(match: re.Match[str], state: str | None, kind: str, score: float) -> Citation:
    pins = [
        f"{'cl.' if pin['sign'].lower() == 'cl' else '§'} {pin['value']}"
        for pin in _PINS.finditer(match["pins"] or "")
    ]
    number = match["number"]
    if not state and number.isdecimal():
        number = _roman(int(number))
    name = short_state(state) if state else "U.S."
    ids: tuple[str, ...] = ()
    if not state and kind == "amend.":
        ids = (f"us-const-amdt-{_value(number)}",)
    normal = ", ".join([f"{name} Const. {kind} {number}", *pins])
    return Citation(*match.span(), ids, normal, score)


def _value(roman: str) -> int:
    """The value of a Roman number; of digits as they are.

    >>> _value("XIV"), _value("9")
    (14, 9)
    """
    if roman.isdecimal():
        return int(roman)
    total, before = 0, 0
    for value in (_VALUES[letter] for letter in reversed(roman)):
        total, before = (total - value if value < before else total + value), value
    return total


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
