"""The dateline that opens a story: place, sometimes day and agency, and a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents.written_dates import written_dates

_CITY: Final = r"[A-ZÀ-Þ](?:[A-ZÀ-Þ.'’-]+|[a-zà-ÿ.'’-]+)(?:\s[A-ZÀ-Þ][\w.'’-]*){0,3}"
_CAPS_CITY: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:\s[A-ZÀ-Þ.'’-]{2,}){0,3}"
_REGION: Final = r"(?:,\s[A-ZÀ-Þ][\w.]+(?:\s[A-ZÀ-Þ][\w.]+)?)?"
_DAY: Final = r"(?:,\s(?P<day>[A-ZÀ-Þ]?[\w.]{2,10}\s\d{1,2}(?:,\s\d{4})?))?"
_AGENCY: Final = r"\((?P<agency>[A-ZÀ-Þ][\w.&'’/ -]{1,40})\)"
_WHOLE_DAY: Final = r"(?P<day>[A-ZÀ-Þ][\w.]{2,9}\s\d{1,2},\s\d{4})"
_DASH: Final = r"\s*(?:—|–|―|--?)\s*"
_FORMS: Final = (
    re.compile(rf"{_CAPS_CITY}{_REGION}{_DAY}\s*{_AGENCY}{_DASH}"),
    re.compile(rf"{_CITY}{_REGION}{_DAY}\s*{_AGENCY}{_DASH}"),
    re.compile(rf"{_CAPS_CITY}{_REGION}{_DAY}\s+(?:—|–|―|--?)\s+"),
    re.compile(rf"{_CAPS_CITY}{_REGION}{_DAY}(?:—|–|―|--)\s?"),
    re.compile(rf"(?:{_CAPS_CITY}|{_CITY}){_REGION}\s+\({_WHOLE_DAY}\){_DASH}"),
    re.compile(rf"{_AGENCY}{_DASH}"),
    re.compile(rf"{_CITY}{_REGION}\s+\((?P<agency>[A-ZÀ-Þ]{{2,6}})\)\s*(?=[A-ZÀ-Þ“\"])"),
)
_NO_PLACE: Final = re.compile(
    r"(?:breaking|watch|update|the latest|exclusive|opinion|related|analysis|editorial|fact check|video|note|live|q|a)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`length` characters from the paragraph's start; the agency as written; a date where it is whole."""

    length: int
    agency: str | None
    date: PartialDate | None


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with; None where it opens with none."""
    opening = paragraph[:160]
    if _NO_PLACE.match(opening):
        return None
    for form in _FORMS:
        match = form.match(opening)
        if match and match.end() < len(paragraph):
            parts = match.groupdict()
            agency = parts.get("agency")
            if agency and any(map(str.isdigit, agency)):
                continue
            dates = written_dates(parts.get("day") or "")
            return Dateline(match.end(), agency, dates[0].date if dates else None)
    return None
