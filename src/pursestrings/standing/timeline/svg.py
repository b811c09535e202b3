"""A timeline as one SVG picture: bars over years, what happened below, every state in a shape of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pursestrings.standing.orders.force import Certainty
from pursestrings.standing.svg import draw, text_width, wrap
from pursestrings.standing.timeline.model import Bar, Row, State, Timeline, named

_WIDTH: Final = 1120
_MARGIN: Final = 24
_LEFT: Final = 290
_RIGHT: Final = _WIDTH - _MARGIN - 14  # room for the arrow of an open end
_ROW: Final = 24
_BAR: Final = 14
_LABEL: Final = 12.0
_TITLE: Final = 17.0
_SMALL: Final = 11.0
_DATE: Final = 84  # room for a date before what happened on it

_MARKS: Final = "an act; in a bar, a binding holding"

_THIN: Final = frozenset({State.IN_FORCE, State.WITHDRAWN, State.STAYED, State.NOT_YET})
"""States without a block order or holding: drawn as lines, so that they read as gaps between blocks."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a spot."""

    x: float
    y: float
    style: str
    words: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar or a swatch: its box, its look, its words, and whether it goes on beyond either edge."""

    x: float
    y: float
    width: float
    height: float
    look: str
    words: str
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A mark at a spot."""

    x: float
    y: float
    look: str
    words: str


def render(timeline: Timeline) -> str:
    """The picture; the same timeline gives the same bytes."""
    return _Picture(timeline).render()


class _Picture:
    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        window = timeline.window
        self._first = window.start
        self._last = window.until or window.start + timedelta(days=1)
        self._texts: list[Text] = []
        self._shapes: list[Shape] = []
        self._points: list[Point] = []
        self._y = float(_MARGIN)

    def render(self) -> str:
        timeline = self._timeline
        self._write(timeline.title, "title", _TITLE, bold=True)
        self._write(f"{self._first} to {self._last}; an arrow: no end within the chart", "quiet", _LABEL)
        self._legend()
        top = self._y + 8
        self._y = top + 20
        self._rows()
        bottom = self._y + 4
        self._y = bottom + 10
        self._below()
        return draw(
            "timeline.svg",
            width=_WIDTH,
            height=round(self._y + _MARGIN),
            left=_LEFT,
            right=_RIGHT,
            top=top,
            bottom=bottom,
            years=list(self._years()),
            title=timeline.title,
            description=" ".join(self._described()),
            texts=self._texts,
            shapes=self._shapes,
            points=self._points,
        )

    def _x(self, day: date) -> float:
        """Where a day begins; days outside the window lie on its edges."""
        inside = min(max(day, self._first), self._last)
        return round(_LEFT + (_RIGHT - _LEFT) * (inside - self._first).days / self._days, 1)

    @property
    def _days(self) -> int:
        return (self._last - self._first).days

    def _write(self, words: str, style: str, size: float, *, bold: bool = False, indent: int = 0) -> None:
        for line in wrap(words, _WIDTH - 2 * _MARGIN - indent, size, bold=bold):
            self._y += size * 1.35
            self._texts.append(Text(_MARGIN + indent, round(self._y, 1), style, line))

    def _years(self) -> Iterator[tuple[float, str]]:
        """Where each year begins; years too close for their numbers go without."""
        room = (_RIGHT - _LEFT) / max(self._days / 365.25, 1)
        every = next((step for step in (1, 2, 5, 10, 20) if room * step >= 40), 50)
        for year in range(self._first.year, self._last.year + 1):
            day, following = max(date(year, 1, 1), self._first), min(date(year + 1, 1, 1), self._last)
            if day < self._last:
                fits = self._x(following) - self._x(day) >= 40 or day > self._first
                yield self._x(day), str(year) if fits and year % every == 0 else ""

    def _legend(self) -> None:
        rows = self._timeline.rows
        used = {(bar.state, bar.certainty): None for row in rows for bar in row.bars}
        order = sorted(used, key=lambda one: (list(State).index(one[0]), list(Certainty).index(one[1])))
        x, self._y = float(_MARGIN), self._y + 10
        for state, certainty in order:
            words = named(state, certainty)
            needed = 40 + text_width(words, _LABEL) + 16
            if x + needed > _WIDTH - _MARGIN:
                x, self._y = float(_MARGIN), self._y + 20
            self._shapes.append(_shape(x, 34, self._y, state, certainty, words))
            self._texts.append(Text(x + 40, self._y + 12, "label", words))
            x += needed
        if any(row.marks for row in rows):
            self._points.append(Point(x + 17, self._y + 7, "mark", "a mark"))
            self._texts.append(Text(x + 40, self._y + 12, "label", _MARKS))
        self._y += 20

    def _rows(self) -> None:
        section = ""
        for row in self._timeline.rows:
            if row.section != section:
                section = row.section
                self._write(section, "section", _LABEL, bold=True)
                self._y += 4
            self._row(row)

    def _row(self, row: Row) -> None:
        label = _cut(row.label, _LEFT - _MARGIN - 12)
        self._texts.append(Text(_MARGIN, self._y + 16, "label", label))
        for bar in row.bars:
            self._bar(row, bar)
        for mark in row.marks:
            look = f"mark {mark.state}" if mark.state else "mark"
            words = f"{mark.day}: {mark.words}"
            self._points.append(Point(self._x(mark.day), self._y + _ROW / 2, look, words))
        self._y += _ROW

    def _bar(self, row: Row, bar: Bar) -> None:
        until = bar.span.until or self._last
        x, end = self._x(bar.span.start), self._x(until)
        words = f"{row.label}, {_between(bar)}: {bar.words}"
        shape = _shape(x, max(end - x, 1.5), self._y + (_ROW - _BAR) / 2, bar.state, bar.certainty, words)
        before, after = bar.span.start < self._first, bar.span.until is None or bar.span.until > self._last
        self._shapes.append(
            Shape(shape.x, shape.y, shape.width, shape.height, shape.look, words, before, after)
        )

    def _below(self) -> None:
        """What the labels leave out: who a row stands for, notes, and what happened."""
        full = [
            ("", f"{row.label}: {'; '.join(whole)}")
            for row in self._timeline.rows
            if (whole := [one for one in row.stands_for if one != row.label])
        ]
        happened = [(str(event.day), f"{event.words} [{event.fact_id}]") for event in self._timeline.events]
        notes = [("", note) for note in self._timeline.notes]
        for title, lines in (("Rows", full), ("Notes", notes), ("What happened", happened)):
            if lines:
                self._y += 10
                self._write(title, "section", _LABEL, bold=True)
            for day, words in lines:
                self._y += 2
                if day:
                    self._texts.append(Text(_MARGIN, round(self._y + _SMALL * 1.35, 1), "small", day))
                self._write(words, "small", _SMALL, indent=_DATE if day else 0)

    def _described(self) -> Iterator[str]:
        yield f"Bars over time from {self._first} to {self._last}."
        for row in self._timeline.rows:
            if row.bars:
                yield f"{row.label}: {'; '.join(f'{_between(bar)} {bar.name}' for bar in row.bars)}."


def _shape(x: float, width: float, y: float, state: State, certainty: Certainty, words: str) -> Shape:
    # A doubtful order may yet block: it is a hatched block, in the chart of a condition as in that of a case.
    thin = state in _THIN and not (state is State.IN_FORCE and certainty is Certainty.UNCERTAIN)
    height = 4 if thin else _BAR
    return Shape(x, y + (_BAR - height) / 2, round(width, 1), height, f"{state} {certainty}", words)


def _between(bar: Bar) -> str:
    return f"{bar.span.start} to {bar.span.until}" if bar.span.until else f"from {bar.span.start} on"


def _cut(text: str, width: float) -> str:
    """Text that fits on one line of so many pixels, cut with a mark where it is longer."""
    if text_width(text, _LABEL) <= width:
        return text
    while text and text_width(f"{text}…", _LABEL) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
