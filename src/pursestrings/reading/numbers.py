"""Numbers as texts write them: "4.1 billion", "200", "forty-eight", "half a million"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_ONES: Final = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(1, 20),
        strict=True,
    )
)
_TENS: Final = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_SCALES: Final = {
    "hundred": 10**2,
    "dozen": 12,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
}

_LARGE: Final = ("hundred", "thousand", "million", "billion", "trillion")
DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALE: Final = rf"(?:{'|'.join(_LARGE)})"
_SMALL: Final = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
WORDS: Final = (
    rf"(?:half\s+an?\s+{SCALE}|an?\s+(?:half[\s-]+)?{SCALE}|(?:{_SMALL})(?:[\s-]+(?:{_SMALL}))?"
    rf"(?:\s+(?:and\s+a\s+half\s+)?{SCALE}){{0,2}})"
)


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

    >>> value_of("4.1", "billion"), value_of("forty-eight"), value_of("half a million"), value_of("2.5")
    (4100000000, 48, 500000, 2.5)
    """
    factor = _SCALES[scale.lower().rstrip(".")] if scale else 1
    if number[0].isdecimal() and len(number) > _MOST_FIGURES:
        return None
    if number[0].isdecimal():
        return plain(Decimal(number.replace(",", "")) * factor)
    found = _spelt(re.split(r"[\s-]+", number.lower()))
    return plain(found * factor) if found is not None else None


def plain(value: Decimal) -> int | float:
    """An int where the value is whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def _spelt(words: list[str]) -> Decimal | None:
    total, current, half = Decimal(0), Decimal(0), False
    for word in words:
        if word in _ONES or word in _TENS:
            current += _ONES.get(word) or _TENS[word]
        elif word in _SCALES:
            current = (current or Decimal(1)) * _SCALES[word]
            total, current = (total + current, Decimal(0)) if current >= 1000 else (total, current)
        elif word == "half":
            half = True
        elif word not in {"a", "an", "and"}:
            return None
    found = total + current
    if half:  # "half a million", but "two and a half million"
        scale = next((_SCALES[word] for word in words if word in _SCALES), 1)
        found = found / 2 if words[0] == "half" else found + Decimal(scale) / 2
    return found or None
