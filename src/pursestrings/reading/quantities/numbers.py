"""Numbers as texts write them: "4.1 billion", "200", "forty-eight", "half a million"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from pursestrings.documents.folding import folded

_TO_19: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ONES: Final = {word: number for number, word in enumerate(_TO_19, 1)}
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES: Final = {
    "hundred": 10**2,
    "dozen": 12,
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "m", "mm", "mn", "mln", "mil"), 10**6),
    **dict.fromkeys(("billion", "b", "bn", "bil"), 10**9),
    **dict.fromkeys(("trillion", "t", "tn"), 10**12),
}
_FRACTIONS: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_PARTS: Final = {"half": 2, "quarter": 4, "quarters": 4}

_LARGE: Final = ("hundred", "thousand", "million", "billion", "trillion")
DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+[½¼¾]|\d+(?:\.\d+)?"
SCALE: Final = rf"(?:{'|'.join(_LARGE)})"
_SMALL: Final = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_TO_99: Final = rf"(?:(?:{'|'.join(_TENS)})[\s-]+(?:{'|'.join(_TO_19[:9])})\b|{_SMALL})"
_TO_999: Final = rf"(?:(?:an?|{_TO_99})[\s-]+(?:hundred(?:\s+(?:and\s+)?{_TO_99}\b)?|dozen)|{_TO_99})"
_GROUP: Final = rf"(?:an?|{_TO_999})[\s-]+(?:{'|'.join(_LARGE[1:])})"
# Most words begin no number: one look at a word's beginning spares trying every form.
_BEGINS: Final = rf"(?=(?:an?|half|{_SMALL})\b)"
WORDS: Final = (
    rf"{_BEGINS}(?:(?:half(?:\s+of)?|(?:a\s+quarter|three[\s-]quarters)\s+of)\s+an?\s+(?:{SCALE}|dozen)|an?\s+half[\s-]+{SCALE}"
    rf"|{_GROUP}(?:\s+and\s+a\s+half|(?:,?\s+(?:and\s+)?{_GROUP}){{0,3}}(?:\s+(?:and\s+)?{_TO_999}\b)?)"
    rf"|{_TO_999}(?:\s+and\s+a\s+half\s+{SCALE})?)"
)
"""A number in words, whole: "two hundred and fifty thousand", "two and a half million", "a quarter of a million"."""


_WORD: Final = re.compile(r"[^\W_]+")
_FIGURE: Final = re.compile(r"\d")
_NUMBER_WORDS: Final = frozenset((*_ONES, *_TENS, *_LARGE))
_MOST_FIGURES: Final = 40
"""What has more is a serial number or a damaged file, and nothing that anybody counts."""


def has_number(sentence: str) -> bool:
    """Whether any figure or word for a number stands in a sentence, so that it is worth looking closer."""
    return _FIGURE.search(sentence) is not None or not _NUMBER_WORDS.isdisjoint(
        _WORD.findall(sentence.lower())
    )


def value_of(number: str, scale: str | None = None) -> int | float | None:
    """The value; an int wherever it is whole. None for what is no number.

    >>> value_of("4.1", "billion"), value_of("forty-eight"), value_of("half a million"), value_of("2½")
    (4100000000, 48, 500000, 2.5)
    >>> value_of("two hundred and fifty thousand"), value_of("two and a half million"), value_of("a million and a half")
    (250000, 2500000, 1500000)
    """
    factor = _SCALES[folded(scale)] if scale else 1
    if not number[0].isdecimal():
        found = _spelt(re.split(r"[\s,-]+", folded(number)))
        return plain(found * factor) if found is not None else None
    if len(number) > _MOST_FIGURES:
        return None
    part = _FRACTIONS.get(number[-1], Decimal(0))
    return plain((Decimal(number.rstrip("".join(_FRACTIONS)).replace(",", "")) + part) * factor)


def plain(value: Decimal) -> int | float:
    """An int where the value is whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def _spelt(words: list[str]) -> Decimal | None:
    total, current, part = Decimal(0), Decimal(0), 1
    for word in words:
        if word in _ONES or word in _TENS:
            current += _ONES.get(word) or _TENS[word]
        elif word in {"hundred", "dozen"}:
            current = (current or Decimal(1)) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + (current or Decimal(1)) * _SCALES[word], Decimal(0)
        elif word in _PARTS:
            part = _PARTS[word]
        elif word not in {"a", "an", "and", "of"}:
            return None
    found = total + current
    if part > 1 and "and" in words:  # "two and a half million", but "half a million"
        scale = next((_SCALES[word] for word in words if word in _SCALES), 1)
        return found + Decimal(scale) / part
    return found / part or None
