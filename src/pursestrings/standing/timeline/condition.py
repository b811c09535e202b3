"""The timeline of one condition or of a group: whom it bound, and what the courts of appeals held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pursestrings.places import Place, states
from pursestrings.register.index import Register
from pursestrings.register.models.law import Condition
from pursestrings.standing.engine import Engine
from pursestrings.standing.orders.precedent import SUPREME, circuit_of
from pursestrings.standing.timeline.bars import Drawn
from pursestrings.standing.timeline.model import Bar, Row, State, Timeline
from pursestrings.standing.timeline.parties import Party, parties
from pursestrings.standing.timeline.window import window_of
from pursestrings.standing.words import court_name

BINDS = "Binding precedent"
_FAR = date(2200, 1, 1)  # for an open end, when lengths are compared


def condition_timeline(
    title: str, conditions: Sequence[Condition], engine: Engine, known: date | None
) -> Timeline:
    """One row for all who are treated alike, then one for each circuit with a binding holding."""
    drawn = Drawn(engine, known)
    rows: list[Row] = []
    for condition in (one for one in conditions if one.do_not_compute is None):
        section = "" if len(conditions) == 1 else condition.id
        rows += _force_rows(condition, drawn, section)
        rows += _circuit_rows(condition, drawn, f"{section}: {BINDS.lower()}" if section else BINDS)
    notes = tuple(f"{one.name} ({one.id}): {one.do_not_compute}" for one in conditions if one.do_not_compute)
    chronicle = drawn.chronicle
    window = window_of(rows, chronicle.days(), drawn.register, known)
    return Timeline(title, tuple(rows), chronicle.events(), notes, chronicle.sources(rows), window)


def _force_rows(condition: Condition, drawn: Drawn, section: str) -> Iterator[Row]:
    alike: dict[tuple[Bar, ...], Party] = {}
    prefix = f"{section}, " if section else ""
    levels = 0
    seen: dict[object, tuple[Bar, ...]] = {}
    for party in parties(condition, drawn.register, drawn.docket):
        levels += len(party.others)
        steps = drawn.tables.force(condition, party.place)
        bars = seen.get(steps)
        if bars is None:
            bars = seen[steps] = drawn.force_bars(condition, party.place)
        same = next((one for one in alike if _states(one) == _states(bars)), bars)
        alike.setdefault(same, Party()).add(party)
    for bars, party in sorted(alike.items(), key=lambda one: _rank(one, levels)):
        label = party.label(levels)
        for change in drawn.force_changes(condition, party.place):
            drawn.chronicle.happened(change.turns, f"{prefix}{label}", change.state, f"{prefix}all")
        yield Row(label, bars, (), section, party.words(levels))


def _states(bars: tuple[Bar, ...]) -> list[tuple[object, ...]]:
    return [(bar.span, bar.state, bar.certainty) for bar in bars]


def _rank(one: tuple[tuple[Bar, ...], Party], levels: int) -> tuple[object, ...]:
    """Those protected longest stand first, the rest last."""
    bars, party = one
    helped = (bar.span for bar in bars if bar.state in {State.BARRED, State.NOT_ENFORCED})
    days = sum(((span.until or _FAR) - span.start).days for span in helped)
    return bool(party.others), -days, party.label(levels)


def _circuit_rows(condition: Condition, drawn: Drawn, section: str) -> Iterator[Row]:
    of = f" on {condition.id}" if section != BINDS else ""
    for label, place, within in _circuits(condition, drawn.register):
        bars = drawn.precedent_bars(condition, place)
        if bars:
            for change in drawn.precedent_changes(condition, place):
                drawn.chronicle.happened(change.turns, f"{label}{of}", change.state)
            yield Row(label, bars, (), section, within)


def _circuits(condition: Condition, register: Register) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    """The circuits whose courts ruled on the condition; all others too where the Supreme Court did."""
    courts = {
        act.court
        for _, act in register.acts.values()
        if any(holding.binding and condition.id in holding.conditions for holding in act.holdings)
    }
    ruling = {circuit_of(court) for court in courts}
    by_circuit: dict[str, list[Place]] = {}
    for state in states():
        if state.circuit is not None:
            by_circuit.setdefault(state.circuit, []).append(state)
    for circuit, within in sorted(
        by_circuit.items(), key=lambda one: (not one[0].isdigit(), one[0].zfill(2))
    ):
        if circuit in ruling:
            names = tuple(str(state.state) for state in within)
            yield court_name(f"ca{circuit}"), within[0], (", ".join(names),)
    if SUPREME in courts:
        free = next((within[0] for circuit, within in by_circuit.items() if circuit not in ruling), None)
        if free is not None:
            yield "every other circuit", free, ()
