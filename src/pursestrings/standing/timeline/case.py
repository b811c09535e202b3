"""The timeline of one case: each order and whom it protects, over time, and every act beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pursestrings.places import get
from pursestrings.register.index import Register
from pursestrings.register.models.courts import Act, Case, ChangeKind
from pursestrings.register.models.scope import Answer3, NamedPlace, Scope
from pursestrings.standing.compiled.steps import steps_of
from pursestrings.standing.compiled.turns import Turn, relief_turns
from pursestrings.standing.engine import Engine
from pursestrings.standing.orders.effects import OVER, Docketed, Relief, known_by
from pursestrings.standing.orders.force import Certainty
from pursestrings.standing.timeline.causes import by_day
from pursestrings.standing.timeline.chronicle import Chronicle
from pursestrings.standing.timeline.model import Bar, Mark, Row, State, Timeline, named
from pursestrings.standing.timeline.window import window_of
from pursestrings.standing.words import act_words, court_name, listed

_WHY = {
    ChangeKind.STAYS: "left by a stay",
    ChangeKind.NARROWS: "narrowed",
    ChangeKind.EXTENDS: "added",
}
Life = tuple[State, Certainty] | None
"""What an order does for a scope on a day; None before it and after its end."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One order against one condition, for one scope."""

    relief: Relief
    condition: str
    scope: Scope


class _Orders:
    """Folds the orders of one case day by day."""

    def __init__(self, engine: Engine, known: date | None) -> None:
        self._register, self._docket = engine.register, engine.docket
        self._known = known
        self.chronicle = Chronicle(engine.register, engine.docket)

    def rows(self, case: Case) -> Iterator[Row]:
        """A row for each order, its scopes, and its conditions where they fare apart."""
        for act in case.acts:
            if not known_by(act.date, self._known):
                continue
            for grant in act.grants:
                yield from self._of_order(Relief(case, act, grant))

    def _of_order(self, relief: Relief) -> Iterator[Row]:
        turns = by_day(relief_turns(relief, self._docket, self._known))
        for scope, why in self._scopes(relief).items():
            alike: dict[tuple[Bar, ...], list[str]] = {}
            for condition in relief.grant.conditions:
                bars = tuple(self._bars(_Reading(relief, condition, scope), turns))
                if bars:
                    alike.setdefault(bars, []).append(condition)
            for bars, conditions in alike.items():
                whom = scope_words(scope, self._register)
                label = _label(whom) + why
                self._tell(f"order of {relief.act.date} for {label}", bars, turns)
                kind = act_words(relief.act).removeprefix("The ")
                on = f"{court_name(relief.act.court)}, on {listed(conditions)}"
                yield Row(label, bars, (), f"{relief.act.date} {kind}, {on}", whom)

    def _scopes(self, relief: Relief) -> dict[Scope, str]:
        """Whom the order was ever made to protect, and by which change it came to be so."""
        found = {relief.grant.protects: ""}
        for one in self._docket.changes_of(relief.act.id):
            scope, why = one.change.to or one.change.leaves, _WHY.get(one.change.does)
            if scope is not None and why is not None:
                found.setdefault(scope, f" ({why})")
        return found

    def _tell(self, whom: str, bars: tuple[Bar, ...], turns: dict[date, list[Turn]]) -> None:
        for bar, following in zip(bars, (*bars[1:], None), strict=True):
            self.chronicle.happened(turns.get(bar.span.start, []), whom, bar.name)
            until = bar.span.until
            if until is not None and (following is None or following.span.start != until):
                self.chronicle.happened(turns.get(until, []), whom, "over")

    def _bars(self, one: _Reading, turns: dict[date, list[Turn]]) -> Iterator[Bar]:
        steps = steps_of(turns, lambda day: self._life(one, day))
        for span, life in steps.between(date.min, None):
            if life is not None:
                stays = self._stays(one, span.start) if life[0] is State.STAYED else []
                words = named(*life)
                if stays:
                    words += " by " + listed([f"the {court_name(act.court)} on {act.date}" for act in stays])
                facts = (one.relief.act.id, *(act.id for act in stays))
                yield Bar(span, life[0], life[1], words, facts)

    def _life(self, one: _Reading, day: date) -> Life:
        def protects(*, sure: bool) -> bool:
            scopes = self._docket.scopes(one.relief, one.condition, day, self._known, sure=sure)
            return one.scope in scopes

        if protects(sure=True):
            return State.PROTECTS, Certainty.FIRM
        if protects(sure=False):
            return State.PROTECTS, Certainty.UNCERTAIN
        return (State.STAYED, Certainty.FIRM) if self._suspended(one, day) else None

    def _suspended(self, one: _Reading, day: date) -> bool:
        """Whether the order stands for the scope, and a stay alone keeps it from protecting."""
        relief = one.relief
        expires = relief.grant.expires
        if day < relief.act.date.latest or (expires is not None and day >= expires.latest):
            return False
        sure = [
            change
            for change in self._docket.acting_on(one.relief.act.id, one.condition)
            if self._docket.active(change, day, self._known, favour=False, condition=one.condition)
        ]
        kinds = {change.change.does for change in sure}
        if kinds & OVER or ChangeKind.STAYS not in kinds:
            return False
        return one.scope == self._last_scope(relief, sure)

    def _last_scope(self, relief: Relief, sure: list[Docketed]) -> Scope:
        """What the order would protect if no stay stood in its way."""
        narrowed = [
            change.change.to
            for change in sure
            if change.change.does is ChangeKind.NARROWS and change.change.to is not None
        ]
        return narrowed[-1] if narrowed else relief.grant.protects

    def _stays(self, one: _Reading, day: date) -> list[Act]:
        return self._docket.stays(one.relief, one.condition, day, self._known)


def case_timeline(case: Case, engine: Engine, known: date | None) -> Timeline:
    """The acts of the case as marks, then one row for each order and scope."""
    orders = _Orders(engine, known)
    acts = [act for act in case.acts if known_by(act.date, known)]
    marks = tuple(Mark(act.date.earliest, act_words(act), act.id) for act in acts)
    rows = (Row("acts of the case", (), marks), *orders.rows(case))
    chronicle = orders.chronicle
    chronicle.happened(Turn(act.date.earliest, act.id) for act in acts)
    window = window_of(rows, chronicle.days(), engine.register, known)
    events = chronicle.events()
    return Timeline(case.caption, rows, events, (case.summary,), chronicle.sources(rows), window)


def scope_words(scope: Scope, register: Register) -> tuple[str, ...]:
    """Whom a scope protects, each in a few words; some orders protect private organisations alone."""
    parts = ["everyone"] if scope.everyone else []
    parts += [_named(one) for one in scope.places]
    parts += [f"members of the {register.associations[name].name}" for name in scope.associations]
    parts += [f"recipients of {program}" for program in scope.recipients_of]
    parts += [] if scope.complete else ["others not listed"]
    parts += [f"but not {get(name).label}" for name in scope.excepting]
    return tuple(parts) or ("no government",)


def _named(one: NamedPlace) -> str:
    label = get(one.place).label
    return label if one.subdivisions is Answer3.NO else f"{label} and its local governments"


def _label(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{words[0]} + {len(words) - 1}"
