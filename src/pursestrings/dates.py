"""Dates as the record gives them: often to the day, sometimes only to the month or the year.

A date that is not known to the day is never rounded. It keeps its earliest and its latest day, and
whoever computes with it decides what to do inside the gap.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache, total_ordering

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as a prefix of an ISO 8601 date.

    >>> PartialDate.parse("2017-07").latest
    datetime.date(2017, 7, 31)
    >>> str(PartialDate.parse("2017"))
    '2017'
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raise ValueError for anything else, 2017-02-30 too."""
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is no date; write 2017, 2017-08 or 2017-08-04")
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is None:
            raise ValueError(f"{text!r} has no year")
        found = cls(year, month, day)
        try:
            found.earliest  # noqa: B018 - building the day is the check
        except ValueError:
            raise ValueError(f"{text!r} is not a day of the calendar") from None
        return found

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The same day as a PartialDate."""
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> date:
        """The first day that this date can mean."""
        return _ends(self.year, self.month, self.day)[0]

    @property
    def latest(self) -> date:
        """The last day that this date can mean."""
        return _ends(self.year, self.month, self.day)[1]

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`."""
        if self.day is not None:
            return "day"
        return "month" if self.month is not None else "year"

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    def __reduce__(self) -> tuple[type[PartialDate], tuple[int, int | None, int | None]]:
        """Kept as its three numbers: the register's copy holds thousands, and reads them twice as fast so."""
        return PartialDate, (self.year, self.month, self.day)

    def __str__(self) -> str:
        """The ISO prefix that `parse` reads."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def __lt__(self, other: PartialDate) -> bool:
        """Order by earliest day, then by latest: a month comes after its own first day."""
        return (self.earliest, self.latest) < (other.earliest, other.latest)


@cache
def _ends(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and the last day; kept, because every answer asks for the same few dates many times."""
    last = month or 12
    latest = date(year, last, day or calendar.monthrange(year, last)[1])
    return date(year, month or 1, day or 1), latest


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open interval of days `[start, until)`; `until` is None where no end is known."""

    start: date
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a span that ends before it starts; an empty one is allowed and holds no day."""
        if self.until is not None and self.until < self.start:
            raise ValueError(f"a span cannot end on {self.until}, before its start on {self.start}")

    def __contains__(self, day: date) -> bool:
        """Whether the day lies inside; the last day is outside."""
        return self.start <= day and (self.until is None or day < self.until)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a day."""
        starts_first = self.until is None or other.start < self.until
        ends_later = other.until is None or self.start < other.until
        return starts_first and ends_later and not self.empty and not other.empty

    @property
    def empty(self) -> bool:
        """Whether the span holds no day at all."""
        return self.until is not None and self.until <= self.start
