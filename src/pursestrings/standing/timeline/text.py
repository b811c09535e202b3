"""A timeline as text: years on top, a character for each step of time, then what happened when."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

import click

from pursestrings.standing.orders.force import Certainty
from pursestrings.standing.reasons.text import cited_lines
from pursestrings.standing.timeline.grid import Grid, grid_of
from pursestrings.standing.timeline.model import Event, Row, State, Timeline, named

_FIRM, _UNSURE, _STALE = Certainty.FIRM, Certainty.UNCERTAIN, Certainty.STALE
GLYPHS: Final = {
    (State.NOT_YET, _UNSURE): "?",
    (State.BARRED, _FIRM): "█",
    (State.BARRED, _UNSURE): "▓",
    (State.BARRED, _STALE): "▞",
    (State.NOT_ENFORCED, _FIRM): "▄",
    (State.NOT_ENFORCED, _UNSURE): "▒",
    (State.NOT_ENFORCED, _STALE): "▖",
    (State.IN_FORCE, _FIRM): "─",
    (State.IN_FORCE, _UNSURE): "░",
    (State.IN_FORCE, _STALE): "╌",
    (State.WITHDRAWN, _FIRM): "·",
    (State.WITHDRAWN, _UNSURE): ":",
    (State.PROTECTS, _FIRM): "█",
    (State.PROTECTS, _UNSURE): "░",
    (State.STAYED, _FIRM): "╌",
    (State.UNLAWFUL, _FIRM): "x",
    (State.LAWFUL, _FIRM): "o",
    (State.DIVIDED, _FIRM): "%",
}
_COLOURS: Final = {
    State.BARRED: "blue",
    State.PROTECTS: "blue",
    State.NOT_ENFORCED: "cyan",
    State.IN_FORCE: "yellow",
    State.UNLAWFUL: "magenta",
    State.LAWFUL: "magenta",
    State.DIVIDED: "magenta",
}
_MARK, _BEFORE, _OPEN = "◆", "‹", "›"
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_NARROWEST: Final = 40
_LABEL: Final = 0.36  # of the width, at most


def render(timeline: Timeline, width: int = 100, *, colour: bool = False) -> str:
    """The chart, its legend, its rows in full, what happened on each boundary, and the sources.

    No line is longer than `width` columns, which are at least 40.
    """
    return _Page(timeline, max(width, _NARROWEST), colour=colour).render()


class _Page:
    def __init__(self, timeline: Timeline, width: int, *, colour: bool) -> None:
        self._timeline = timeline
        self._width = width
        self._colour = colour
        longest = max((len(row.label) for row in timeline.rows), default=0)
        self._label = min(longest, int(width * _LABEL))
        self._grid = grid_of(timeline.window, width - self._label - 4)

    def render(self) -> str:
        window = self._timeline.window
        lines = [
            *self._wrapped(self._timeline.title),
            *self._wrapped(f"{window.start} to {window.until}; one character is {self._grid.step}"),
            "",
            self._years(),
            *self._chart(),
            "",
            *self._legend(),
            *self._titled("Rows", self._rows()),
            *self._titled("Notes", (line for note in self._timeline.notes for line in self._wrapped(note))),
            *self._titled("What happened", self._events()),
            *self._titled("Sources", self._sources()),
        ]
        return "\n".join(line.rstrip() for line in lines) + "\n"

    def _years(self) -> str:
        line = " " * self._grid.cells
        years = list(self._grid.years())
        for (place, year), following in zip(
            years, [*(at for at, _ in years[1:]), len(line) + 1], strict=True
        ):
            text = f"│{year}"
            if place + len(text) <= min(following, len(line)):
                line = line[:place] + text + line[place + len(text) :]
        return " " * (self._label + 2) + line

    def _chart(self) -> Iterator[str]:
        for section, rows in groupby(self._timeline.rows, key=lambda row: row.section):
            if section:
                yield from self._wrapped(section)
            for row in rows:
                yield self._row(row)

    def _row(self, row: Row) -> str:
        label = row.label if len(row.label) <= self._label else row.label[: self._label - 1] + "…"
        first, last = self._grid.starts[0], self._grid.starts[-1]
        before = any(bar.span.start < first and (bar.span.until or last) > first for bar in row.bars)
        after = any(
            bar.span.start < last and (bar.span.until is None or bar.span.until > last) for bar in row.bars
        )
        ends = (_BEFORE if before else " ", _OPEN if after else "")
        return f"{label:<{self._label}} {ends[0]}{''.join(self._cells(row))}{ends[1]}"

    def _cells(self, row: Row) -> Iterator[str]:
        marks = _marks(row, self._grid)
        for place, bar in enumerate(self._grid.fill(row.bars)):
            if place in marks:
                yield marks[place]
            elif bar is None:
                yield " "
            else:
                yield self._paint(GLYPHS[bar.state, bar.certainty], bar.state)

    def _legend(self) -> Iterator[str]:
        rows = self._timeline.rows
        used = {(bar.state, bar.certainty) for row in rows for bar in row.bars}
        used |= {(mark.state, _FIRM) for row in rows for mark in row.marks if mark.state}
        items = [f"{GLYPHS[key]} {named(*key)}" for key in GLYPHS if key in used]
        if any(mark.state is None for row in rows for mark in row.marks):
            items.append(f"{_MARK} an act, or how many")
        if any(mark.state for row in rows for mark in row.marks):
            items.append("a letter in a bar: the day of a binding holding")
        items.append(f"{_OPEN} no end within the chart")
        fixed = "   ".join(item.replace(" ", _NO_BREAK) for item in items)
        yield from (line.replace(_NO_BREAK, " ") for line in self._wrapped(fixed))

    def _rows(self) -> Iterator[str]:
        for row in self._timeline.rows:
            full = [words for words in row.stands_for if words != row.label]
            if full:
                yield from self._wrapped(f"{row.label}: {'; '.join(full)}", "  ")

    def _events(self) -> Iterator[str]:
        for event in self._timeline.events:
            yield from self._event(event)

    def _event(self, event: Event) -> Iterator[str]:
        indent = " " * 12
        told = f"{event.day}  {event.words}"
        if event.by:
            yield from self._wrapped(told, indent)
            told = f"{indent}{event.by}"
        yield from self._wrapped(f"{told} [{event.fact_id}]", indent)
        for change in event.changes:
            yield from self._wrapped(f"{indent}→ {change}", indent + "  ")

    def _sources(self) -> Iterator[str]:
        for cited in self._timeline.sources:
            for line in cited_lines(cited):
                yield from self._wrapped(line, "  ")

    def _titled(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        body = list(lines)
        if body:
            yield ""
            yield click.style(title, bold=True) if self._colour else title
            yield from body

    def _wrapped(self, text: str, indent: str = "") -> list[str]:
        return textwrap.wrap(
            text, self._width, subsequent_indent=indent, break_on_hyphens=False, replace_whitespace=False
        )

    def _paint(self, text: str, state: State) -> str:
        return click.style(text, fg=_COLOURS[state]) if self._colour and state in _COLOURS else text


def _marks(row: Row, grid: Grid) -> dict[int, str]:
    """What stands in each cell that has a mark: the holding's letter, or how many acts there are."""
    found: dict[int, list[str]] = {}
    for mark in row.marks:
        place = grid.cell(mark.day)
        if place is not None:
            found.setdefault(place, []).append(GLYPHS[mark.state, _FIRM] if mark.state else _MARK)
    return {
        place: glyphs[-1] if len(glyphs) == 1 or glyphs[-1] != _MARK else str(min(len(glyphs), 9))
        for place, glyphs in found.items()
    }
