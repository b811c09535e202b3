"""The timeline of one place: every condition that ever reached it, and what force it had there."""

from __future__ import annotations

from datetime import date

from pursestrings.places import Place
from pursestrings.register.models.law import Condition
from pursestrings.standing.engine import Engine
from pursestrings.standing.money.reach import Reaches
from pursestrings.standing.timeline.bars import Drawn
from pursestrings.standing.timeline.model import Row, State, Timeline
from pursestrings.standing.timeline.window import window_of
from pursestrings.standing.words import listed

_ALIVE = frozenset({State.IN_FORCE, State.BARRED, State.NOT_ENFORCED})


def place_timeline(place: Place, engine: Engine, known: date | None) -> Timeline:
    """One row for each condition that is not outside the place's reach as long as it has any force."""
    drawn = Drawn(engine, known)
    rows, outside, uncoded = [], [], []
    for condition in sorted(drawn.register.conditions.values(), key=lambda one: (one.announced, one.id)):
        if condition.do_not_compute is not None:
            uncoded.append(condition.id)
            continue
        row = _row(condition, place, drawn)
        if row is None:
            outside.append(condition.id)
            continue
        for change in drawn.force_changes(condition, place):
            drawn.chronicle.happened(change.turns, condition.id, change.state)
        for change in drawn.precedent_changes(condition, place):
            drawn.chronicle.happened(change.turns, condition.id, f"precedent {change.state}")
        rows.append(row)
    notes = []
    if outside:
        notes.append(
            f"Outside the reach of {place.label} throughout, and left out ({len(outside)}): {listed(outside)}."
        )
    if uncoded:
        notes.append(f"Known to exist, but their text is not coded: {listed(uncoded)}.")
    chronicle = drawn.chronicle
    window = window_of(rows, chronicle.days(), drawn.register, known)
    title = f"Conditions that reach {place.label}"
    return Timeline(title, tuple(rows), chronicle.events(), tuple(notes), chronicle.sources(rows), window)


def _row(condition: Condition, place: Place, drawn: Drawn) -> Row | None:
    bars = drawn.force_bars(condition, place)
    alive = [bar.span for bar in bars if bar.state in _ALIVE]
    steps = drawn.tables.reach(condition, place)
    reached = [
        reach
        for span in alive
        for _, reach in steps.between(span.start, span.until)
        if reach is not Reaches.OUTSIDE
    ]
    if not reached:
        return None
    ways = listed(list(dict.fromkeys(reach.value for reach in reached)))
    marks = drawn.precedent_marks(condition, place)
    return Row(condition.id, bars, marks, "", (f"{condition.name}; reach {ways}",))
