"""Where two answers part: from one day to the next, or between the facts as they are and as supposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.law import Condition
from pursestrings.standing.cited import Json
from pursestrings.standing.compiled.causes import can_change, causes
from pursestrings.standing.compiled.classes import PlaceClass
from pursestrings.standing.compiled.tables import Cell, Tables
from pursestrings.standing.money.reach import Reaches
from pursestrings.standing.orders.force import Certainty, Force
from pursestrings.standing.orders.precedent import Precedent
from pursestrings.standing.reasons.facts import described
from pursestrings.standing.verdict import Verdict

SCHEMA: Final = "1"

Part = tuple[str, str, str]
"""A part of an answer that differs: its name, its value before and its value after."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One condition, the places for which its answer differs in the same way, and the facts that did it."""

    day: date
    condition: Condition
    places: tuple[Place, ...]
    parts: tuple[Part, ...]
    because: tuple[str, ...] = ()

    def as_json(self, register: Register) -> Json:
        """The difference for machines; every place by its id."""
        return {
            "on": self.day.isoformat(),
            "condition": self.condition.id,
            "places": [place.ocd for place in self.places],
            "changes": [{"field": name, "before": old, "after": new} for name, old, new in self.parts],
            "because": [{"fact": name, "says": described(register, name)} for name in self.because],
        }


def _parts(before: Cell, after: Cell) -> tuple[Part, ...]:
    pairs = zip(Cell._fields, before, after, strict=True)
    return tuple((name, _text(old), _text(new)) for name, old, new in pairs if old != new)


def _text(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)


def changes(
    tables: Tables, places: Iterable[Place], conditions: Sequence[Condition], since: date, until: date
) -> list[Difference]:
    """What changed after `since`, up to and with `until`, in the order of days; places that change alike stand together."""
    found: dict[tuple[date, str, tuple[Part, ...], tuple[str, ...]], list[Place]] = {}
    for members in tables.classes.grouped(places).values():
        for condition in conditions:
            if can_change(tables, condition, members[0], since, until):
                for day, parts in _turned(tables, condition, members[0], since, until):
                    because = causes(tables, condition, members[0], day, {name for name, _, _ in parts})
                    found.setdefault((day, condition.id, parts, because), []).extend(members)
    named = {condition.id: condition for condition in conditions}
    made = [
        Difference(day, named[name], tuple(members), parts, because)
        for (day, name, parts, because), members in found.items()
    ]
    return sorted(made, key=lambda one: (one.day, one.condition.id, -len(one.places)))


def _turned(
    tables: Tables, condition: Condition, place: Place, since: date, until: date
) -> Iterator[tuple[date, tuple[Part, ...]]]:
    steps = tables.standing(condition, place)
    for before, start, after in zip(steps.values, steps.starts[1:], steps.values[1:], strict=False):
        if since < start <= until and not (_over(before) and _over(after)):
            yield start, _parts(before, after)


def _over(cell: Cell) -> bool:
    """Whether nothing hangs on the condition, so that a change in its other parts changes nothing."""
    return cell.reach is Reaches.OUTSIDE or not cell.force.live


Side = tuple[Tables, Mapping[str, Condition]]
"""The tables of some facts, and the conditions that these hold."""


def compared(today: Side, supposed: Side, places: Sequence[Place], on: date) -> list[Difference]:
    """Where the supposed facts give another answer on a day; the answer of today stands first.

    A condition that one side does not hold is `not_yet` there.
    """
    return _parting(today, supposed, places, lambda name, place: (on,))


def touched(before: Side, after: Side, places: Sequence[Place], through: date) -> list[Difference]:
    """Where other facts give another answer on any day up to and with `through`: the first such day of each."""

    def days(name: str, place: Place) -> list[date]:
        starts = {
            start
            for tables, conditions in (before, after)
            if name in conditions
            for start in tables.standing(conditions[name], place).starts
        }
        return sorted(start for start in starts if start <= through)

    return _parting(before, after, places, days)


def _parting(
    today: Side, supposed: Side, places: Sequence[Place], days: Callable[[str, Place], Sequence[date]]
) -> list[Difference]:
    """For each condition and place the first of the days on which the answers part; like places together."""
    alike: dict[tuple[PlaceClass, PlaceClass], list[Place]] = {}
    for place in places:
        alike.setdefault((today[0].classes.of(place), supposed[0].classes.of(place)), []).append(place)
    found: dict[tuple[date, str, tuple[Part, ...]], list[Place]] = {}
    named = {**supposed[1], **today[1]}
    for name in named:
        for members in alike.values():
            for day in days(name, members[0]):
                cells = _cell(today, name, members[0], day), _cell(supposed, name, members[0], day)
                before, after = _pair(*cells)
                if before != after and not (_over(before) and _over(after)):
                    found.setdefault((day, name, _parts(before, after)), []).extend(members)
                    break
    made = [
        Difference(day, named[name], tuple(members), parts) for (day, name, parts), members in found.items()
    ]
    return sorted(made, key=lambda one: (one.condition.id, one.day, -len(one.places)))


def _cell(side: Side, name: str, place: Place, on: date) -> Cell | None:
    tables, conditions = side
    return tables.standing(conditions[name], place).at(on) if name in conditions else None


def _pair(before: Cell | None, after: Cell | None) -> tuple[Cell, Cell]:
    if before is None:
        before = _absent(cast("Cell", after))
    return before, after or _absent(before)


def _absent(other: Cell) -> Cell:
    """The answer where there is no such condition, beside the one where there is."""
    return other._replace(
        verdict=Verdict.CLEAR,
        force=Force.NOT_YET,
        certainty=Certainty.FIRM,
        precedent=Precedent.NONE,
        blocked_by=(),
    )
