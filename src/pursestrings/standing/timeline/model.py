"""What a timeline is made of: rows of bars and marks, and what happened on the days between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pursestrings.dates import Span
from pursestrings.standing.cited import Cited, Json
from pursestrings.standing.orders.force import Certainty
from pursestrings.standing.words import plain

SCHEMA = "1"


class State(StrEnum):
    """What a bar says of its days: the force of a condition, the life of an order, or a precedent."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    BARRED = "barred"
    NOT_ENFORCED = "not_enforced"
    WITHDRAWN = "withdrawn"
    PROTECTS = "protects"
    STAYED = "stayed"
    UNLAWFUL = "unlawful"
    LAWFUL = "lawful"
    DIVIDED = "divided"


@dataclass(frozen=True, slots=True)
class Bar:
    """One state over a half-open span, open where no end is known, with the facts that decide it."""

    span: Span
    state: State
    certainty: Certainty
    words: str
    fact_ids: tuple[str, ...]

    @property
    def name(self) -> str:
        """State and certainty as words: `in force, uncertain`; nothing is added where it is firm."""
        return named(self.state, self.certainty)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on one day; `state` is what a court held, where it is a holding."""

    day: date
    words: str
    fact_id: str
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Bars that never overlap, in order. `stands_for` says in full whom or what the label means."""

    label: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...] = ()
    section: str = ""
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a boundary: in a sentence, by whose act, and what it changed in which rows."""

    day: date
    words: str
    by: str
    fact_id: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """A chart before it is drawn. Bars may run past the `window`; whoever draws cuts them at its ends."""

    title: str
    rows: tuple[Row, ...]
    events: tuple[Event, ...]
    notes: tuple[str, ...]
    sources: tuple[Cited, ...]
    window: Span

    def as_json(self) -> Json:
        """The data of the chart."""
        return {
            "schema": SCHEMA,
            "title": self.title,
            "from": self.window.start.isoformat(),
            "until": _day(self.window.until),
            "rows": [_row(row) for row in self.rows],
            "events": [_event(event) for event in self.events],
            "notes": list(self.notes),
            "sources": [cited.as_json() for cited in self.sources],
        }


def named(state: State, certainty: Certainty) -> str:
    """State and certainty as words."""
    if state is State.PROTECTS and certainty is Certainty.UNCERTAIN:
        return "protects doubtfully"
    return plain(state) if certainty is Certainty.FIRM else f"{plain(state)}, {certainty}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _row(row: Row) -> Json:
    return {
        "label": row.label,
        "section": row.section or None,
        "stands_for": list(row.stands_for),
        "bars": [_bar(bar) for bar in row.bars],
        "marks": [
            {
                "day": mark.day.isoformat(),
                "words": mark.words,
                "fact": mark.fact_id,
                "held": mark.state.value if mark.state else None,
            }
            for mark in row.marks
        ],
    }


def _bar(bar: Bar) -> Json:
    return {
        "from": bar.span.start.isoformat(),
        "until": _day(bar.span.until),
        "state": bar.state.value,
        "certainty": bar.certainty.value,
        "words": bar.words,
        "facts": list(bar.fact_ids),
    }


def _event(event: Event) -> Json:
    return {
        "day": event.day.isoformat(),
        "words": event.words,
        "by": event.by,
        "fact": event.fact_id,
        "changes": list(event.changes),
    }
