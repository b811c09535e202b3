"""Which years a chart shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from pursestrings.dates import Span
from pursestrings.errors import BAD_OPTION, PursestringsError
from pursestrings.register.index import Register
from pursestrings.standing.timeline.model import Bar, Row, State, Timeline

_ALIVE = frozenset({State.IN_FORCE, State.BARRED, State.NOT_ENFORCED})
"""States of a condition that is not over: how far the record follows them is worth seeing."""
_ROOM = timedelta(days=60)


def window_of(rows: Iterable[Row], happened: Iterable[date], register: Register, known: date | None) -> Span:
    """From the month of the first day to two months past the last; what is still alive runs to the record's end."""
    bars = [bar for row in rows for bar in row.bars]
    days = [*happened, *(mark.day for row in rows for mark in row.marks)]
    days += [bar.span.start for bar in bars]
    record = register.meta.known_through.latest
    last = max(days, default=record)
    if any(bar.span.until is None and bar.state in _ALIVE for bar in bars):
        last = max(last, record)
    until = _month(last + _ROOM)
    if known is not None:
        until = min(until, known + timedelta(days=1))
    first = _month(min(days, default=record))
    return Span(min(first, until), until)


def within(timeline: Timeline, first: date | None, until: date | None) -> Timeline:
    """The part of a chart in `[first, until)`, either of which may be left as it is; rows with nothing to see go.

    Raises BAD_OPTION where nothing lies between the two days.
    """
    start = first or timeline.window.start
    end = until or timeline.window.until
    if end is not None and end <= start:
        raise PursestringsError(
            BAD_OPTION,
            what=f"The chart would end on {end}, before it begins on {start}.",
            hint="Swap the days.",
        )
    window = Span(start, end)
    rows = [_row_within(row, window) for row in timeline.rows]
    kept = tuple(row for row in rows if row.marks or any(_tells(bar, window) for bar in row.bars))
    events = tuple(event for event in timeline.events if event.day in window)
    used = {event.fact_id for event in events} | {mark.fact_id for row in kept for mark in row.marks}
    used |= {fact for row in kept for bar in row.bars for fact in bar.fact_ids}
    sources = tuple(cited for cited in timeline.sources if cited.id in used)
    return replace(timeline, rows=kept, events=events, sources=sources, window=window)


def _tells(bar: Bar, window: Span) -> bool:
    """Whether a bar is worth a row; of a condition that was withdrawn before, there is nothing to see."""
    return bar.state is not State.WITHDRAWN or bar.span.start >= window.start


def _row_within(row: Row, window: Span) -> Row:
    bars = tuple(bar for bar in row.bars if bar.span.overlaps(window))
    return replace(row, bars=bars, marks=tuple(mark for mark in row.marks if mark.day in window))


def _month(day: date) -> date:
    return day.replace(day=1)
