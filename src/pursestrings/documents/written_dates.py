"""Calendar dates as news and letters write them, with their places in the text.

English, Spanish, Italian, Portuguese and French names of months; a date that no calendar has is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents.folding import folded
from pursestrings.documents.taken import Taken

_NAMES: Final = (
    "january jan enero ene gennaio gen janeiro janvier janv",
    "february feb febrero febbraio fevereiro fev février févr fevrier",
    "march mar marzo março marco mars",
    "april apr abril abr aprile avril avr",
    "may mayo maggio mag maio mai",
    "june jun junio giugno giu junho juin",
    "july jul julio luglio lug julho juillet juil",
    "august aug agosto ago août aout",
    "september sept sep septiembre setiembre set settembre setembro septembre",
    "october oct octubre ottobre ott outubro out octobre",
    "november nov noviembre novembre novembro",
    "december dec diciembre dic dicembre dezembro dez décembre déc decembre",
)
MONTHS: Final = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
# Without a day, a short form such as "set" or "out" is too often a word of another kind.
_LONG_MONTH: Final = "|".join(name for name in _MONTH.split("|") if len(name) > 3 or name == "may")
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|°|ª)?"
_OF: Final = r"(?:\s+(?:de|del|di|of))?"
_WITH_YEAR: Final = re.compile(_YEAR)
_NUMERIC: Final = re.compile(r"\d[-/.][0-3]?\d[-/.]\d")
# Each form with what a text must hold for the form to be looked for.
_FORMS: Final = tuple(
    (sign, re.compile(rf"(?<![\w/.-]){form}(?![\w/]|[-.]\d)", re.IGNORECASE))
    for sign, form in (
        (_WITH_YEAR, rf"(?P<name>{_MONTH})\.?\s+{_DAY}(?:\s*,\s*|\s+)(?:de\s+|del\s+)?{_YEAR}"),
        (_WITH_YEAR, rf"{_DAY}{_OF}\s+(?P<name>{_MONTH})\.?{_OF}\s*,?\s*{_YEAR}"),
        (
            _NUMERIC,
            rf"{_YEAR}(?P<mark>[-/.])(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?",
        ),
        (
            _NUMERIC,
            r"(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)",
        ),
        (_WITH_YEAR, rf"(?P<name>{_LONG_MONTH})\.?{_OF}\s*,?\s+{_YEAR}"),
    )
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date and the stretch of text that gives it."""

    start: int
    end: int
    date: PartialDate


def written_dates(
    text: str, start: int = 0, end: int | None = None, language: str | None = "en"
) -> list[WrittenDate]:
    """Every full date, and every month with a year, in `text[start:end]`, in order of place.

    8/4/2017 is August 4 in English and the 8th of April in other languages; where `language` is None,
    such a date counts only if it can be read in one way.
    """
    end = len(text) if end is None else end
    found: list[WrittenDate] = []
    taken = Taken()
    # The more telling forms come first; what one of them refuses, no looser one may read in part.
    for sign, form in _FORMS:
        for match in form.finditer(text, start, end) if sign.search(text, start, end) else ():
            if taken.take(*match.span()):
                date = _date(match.groupdict(), language)
                found += [WrittenDate(*match.span(), date)] if date else []
    return sorted(found, key=lambda written: written.start)


def _date(parts: dict[str, str | None], language: str | None) -> PartialDate | None:
    prefix = _prefix(parts, language)
    try:
        return PartialDate.parse(prefix) if prefix else None
    except ValueError:  # such as 30 February
        return None


def _prefix(parts: dict[str, str | None], language: str | None) -> str | None:
    """The ISO 8601 prefix of a match, checked by no calendar yet; None where its order is open."""
    year = parts["year"] or ""
    name, first, second = (parts.get(key) for key in ("name", "first", "second"))
    if first and second:
        order = _month_and_day(int(first), int(second), language)
        if order is None or (len(year) == 2 and parts["mark"] != "/"):
            return None
        return f"{_four_digits(year)}-{order[0]:02d}-{order[1]:02d}"
    month = MONTHS[folded(name)] if name else int(parts["month"] or 0)
    day = parts.get("day")
    return f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def _month_and_day(first: int, second: int, language: str | None) -> tuple[int, int] | None:
    if first > 12 or second > 12 or first == second:
        return (second, first) if first > 12 else (first, second)
    if language is None:
        return None
    return (first, second) if language == "en" else (second, first)


def _four_digits(year: str) -> str:
    """A two-digit year as stamped on court papers: 17 is 2017, 98 is 1998."""
    if len(year) == 4:
        return year
    return f"20{year}" if int(year) < 70 else f"19{year}"
