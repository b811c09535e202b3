"""Many places at once: every condition for every place, on a day or as intervals over years.

A panel is made from classes of places (`tables.py`): what the conditions are for a class is worked out
once, and a place's rows are those of its class. Pairs of place and condition that are `outside` throughout
are left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from pursestrings.dates import Span
from pursestrings.places import Place
from pursestrings.register.models.law import Condition
from pursestrings.standing.compiled.classes import PlaceClass
from pursestrings.standing.compiled.tables import Cell, Tables
from pursestrings.standing.local.duties import Fit
from pursestrings.standing.local.fit import MayComply
from pursestrings.standing.money.reach import Reaches
from pursestrings.standing.orders.force import Certainty, Force
from pursestrings.standing.orders.precedent import Precedent
from pursestrings.standing.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the data dictionary. `type` is a type of SQL; `values` lists a closed vocabulary."""

    name: str
    type: str
    words: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """One condition for one class of places, unchanged over an interval."""

    condition: str
    span: Span
    cell: Cell


class Panel:
    """The rows for some places and conditions over `[first, until)`; a single day is `[day, day + 1)`."""

    def __init__(
        self,
        tables: Tables,
        places: Sequence[Place],
        conditions: Sequence[Condition],
        first: date,
        until: date | None,
    ) -> None:
        """Nothing is computed yet."""
        self._tables, self.places, self.conditions = tables, places, conditions
        self.first, self.until = first, until
        self._stretches: dict[PlaceClass, list[Stretch]] = {}

    @classmethod
    def on(cls, tables: Tables, places: Sequence[Place], conditions: Sequence[Condition], day: date) -> Panel:
        """The panel of one day."""
        return cls(tables, places, conditions, day, day + timedelta(days=1))

    @cached_property
    def members(self) -> dict[PlaceClass, list[Place]]:
        """The places by class, in the order given."""
        return self._tables.classes.grouped(self.places)

    def stretches(self, of: PlaceClass) -> list[Stretch]:
        """The rows of every place of a class, worked out when first asked for."""
        found = self._stretches.get(of)
        if found is None:
            found = self._stretches[of] = list(self._of_class(of))
        return found

    def _of_class(self, of: PlaceClass) -> Iterator[Stretch]:
        place = self.members[of][0]
        for condition in self.conditions:
            spans = list(self._tables.standing(condition, place).between(self.first, self.until))
            if any(cell.reach is not Reaches.OUTSIDE for _, cell in spans):
                yield from (Stretch(condition.id, span, cell) for span, cell in spans)

    @cached_property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(len(self.stretches(one)) * len(places) for one, places in self.members.items())

    @cached_property
    def left_out(self) -> int:
        """How many pairs of place and condition are `outside` throughout."""
        kept = sum(
            len({one.condition for one in self.stretches(of)}) * len(places)
            for of, places in self.members.items()
        )
        return len(self.places) * len(self.conditions) - kept

    def placed(self) -> Iterator[tuple[Place, PlaceClass]]:
        """Each place with its class, in the order given."""
        return ((place, self._tables.classes.of(place)) for place in self.places)


PLACE_COLUMNS: Final = (
    Column("place", "VARCHAR", "OCD division id of the government"),
    Column("geoid", "VARCHAR", "Census GEOID; empty where the table of places has none"),
    Column("place_name", "VARCHAR", "the name as people write it"),
    Column("state", "VARCHAR", "postal code of the state, district or territory"),
    Column(
        "level",
        "VARCHAR",
        "kind of government",
        ("country", "state", "county", "municipality", "township"),
    ),
)
"""Columns that are the same in all rows of a place."""

STRETCH_COLUMNS: Final = (
    Column("condition", "VARCHAR", "id of the condition in the register"),
    Column("from", "DATE", "first day on which the row holds; never before the first day asked for"),
    Column("until", "DATE", "first day after it; the end asked for where nothing changes before, else empty"),
    Column("verdict", "VARCHAR", "the answer in one word, never to be read without the rest", tuple(Verdict)),
    Column("reach", "VARCHAR", "is the string tied to this place's money?", tuple(Reaches)),
    Column("force", "VARCHAR", "is it blocked? `in_force` says only: by nothing on record", tuple(Force)),
    Column("certainty", "VARCHAR", "how sure `force` is on the facts held", tuple(Certainty)),
    Column("precedent", "VARCHAR", "what binding courts held of this very condition", tuple(Precedent)),
    Column("fit", "VARCHAR", "does the place's law and practice do what is demanded?", tuple(Fit)),
    Column("fit_wider_reading", "VARCHAR", "the same under the agency's wider reading", tuple(Fit)),
    Column("may_comply", "VARCHAR", "would its own state law let it do so?", tuple(MayComply)),
    Column("blocked_by", "VARCHAR", "ids of the orders or notices that block it, with spaces between"),
)
"""Columns of one condition over one interval."""

COLUMNS: Final = PLACE_COLUMNS + STRETCH_COLUMNS


def place_values(place: Place) -> tuple[str | None, ...]:
    """The values of PLACE_COLUMNS."""
    return place.ocd, place.geoid, place.label, place.state, place.level


def stretch_values(one: Stretch) -> tuple[str | None, ...]:
    """The values of STRETCH_COLUMNS, as text."""
    *values, blocked_by = one.cell
    until = one.span.until.isoformat() if one.span.until else None
    return one.condition, one.span.start.isoformat(), until, *map(str, values), " ".join(blocked_by)
