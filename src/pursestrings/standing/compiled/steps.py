"""A value for every day of the calendar, as the few days on which it changes.

Intervals are half open and follow one another without gap or overlap, because only their starts are
kept: each value holds from its start until the next.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from pursestrings.dates import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Steps(Generic[T]):
    """`values[i]` holds from `starts[i]` until `starts[i + 1]`; the first start is the first of all days."""

    starts: tuple[date, ...]
    values: tuple[T, ...]

    def at(self, day: date) -> T:
        """The value on a day."""
        return self.values[bisect_right(self.starts, day) - 1]

    def between(self, first: date, until: date | None) -> Iterator[tuple[Span, T]]:
        """The intervals that lie in `[first, until)`, cut at its ends; `until` None leaves the last one open."""
        for position, value in enumerate(self.values):
            start = max(self.starts[position], first)
            following = self.starts[position + 1] if position + 1 < len(self.starts) else None
            end = following if until is None or (following is not None and following < until) else until
            if end is None or start < end:
                yield Span(start, end), value


def steps_of(days: Iterable[date], value: Callable[[date], T]) -> Steps[T]:
    """The steps of a value that can change on these days only; equal neighbours become one."""
    starts: list[date] = []
    values: list[T] = []
    for day in sorted({date.min, *days}):
        found = value(day)
        if not values or found != values[-1]:
            starts.append(day)
            values.append(found)
    return Steps(tuple(starts), tuple(values))
