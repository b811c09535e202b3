"""Time cut into cells of equal calendar length, so that a chart of characters lines up with months and years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pursestrings.dates import Span
from pursestrings.standing.timeline.model import Bar

_STEPS: Final = (
    ("a quarter of a month", (1, 9, 16, 24), 1),
    ("half a month", (1, 16), 1),
    ("a month", (1,), 1),
    ("two months", (1,), 2),
    ("a quarter", (1,), 3),
    ("half a year", (1,), 6),
    ("a year", (1,), 12),
)
"""From fine to coarse: its name, the days of a month that begin a cell, and how many months a cell spans."""


@dataclass(frozen=True, slots=True)
class Grid:
    """`starts[i]` is the first day of a cell, which ends where the next begins; the last start only ends."""

    step: str
    starts: tuple[date, ...]

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self.starts) - 1

    def cell(self, day: date) -> int | None:
        """The cell that a day lies in; None outside the grid."""
        if not self.starts[0] <= day < self.starts[-1]:
            return None
        return next(place for place in range(self.cells) if day < self.starts[place + 1])

    def fill(self, bars: tuple[Bar, ...]) -> list[Bar | None]:
        """For each cell the bar that holds for most of it; a bar too short for any gets the cell it fills most."""
        shares = [[self._share(bar.span, place) for place in range(self.cells)] for bar in bars]
        found: list[Bar | None] = []
        for place in range(self.cells):
            whole = (self.starts[place + 1] - self.starts[place]).days
            spare = whole - sum(share[place] for share in shares)
            best = max(range(len(bars)), key=lambda one: shares[one][place], default=None)
            held = best is not None and shares[best][place] > spare
            found.append(bars[best] if best is not None and held else None)
        for bar, share in zip(bars, shares, strict=True):
            if share and max(share) > 0 and all(one is not bar for one in found):
                found[share.index(max(share))] = bar
        return found

    def years(self) -> Iterator[tuple[int, int]]:
        """The cell in which each year begins, and the year; the first cell counts as well."""
        seen = None
        for place, start in enumerate(self.starts[:-1]):
            if start.year != seen:
                seen = start.year
                yield place, start.year

    def _share(self, span: Span, place: int) -> int:
        """On how many days of a cell a span holds."""
        first = max(span.start, self.starts[place])
        last = min(span.until or self.starts[place + 1], self.starts[place + 1])
        return max((last - first).days, 0)


def grid_of(window: Span, columns: int) -> Grid:
    """The finest grid that shows a window, which has an end, in at most so many columns.

    A window too long for any gets cells of as many years as it needs.
    """
    for name, days, months in _STEPS:
        starts = _starts(window, days, months)
        if len(starts) - 1 <= columns:
            return Grid(name, starts)
    years = -(-(len(starts) - 1) // columns)
    return Grid(f"{years} years", _starts(window, (1,), 12 * years))


def _starts(window: Span, days: tuple[int, ...], months: int) -> tuple[date, ...]:
    """From the cell that holds the window's first day to the first cell after it."""
    until = window.until or window.start
    month = (window.start.year * 12 + window.start.month - 1) // months * months
    found: list[date] = []
    while not found or found[-1] < until:
        found += [date(month // 12, month % 12 + 1, day) for day in days]
        month += months
    first = max(place for place, start in enumerate(found) if start <= window.start)
    last = next((place for place, start in enumerate(found) if start >= until and place > first), None)
    return tuple(found[first:] if last is None else found[first : last + 1])
