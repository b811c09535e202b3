"""Collects what happened on the boundaries of a chart's rows, each fact of a day once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from pursestrings.register.index import Register
from pursestrings.standing.cited import Cited, citing
from pursestrings.standing.compiled.turns import Turn
from pursestrings.standing.orders.effects import Docket
from pursestrings.standing.timeline.causes import Causes
from pursestrings.standing.timeline.model import Event, Row


class Chronicle:
    """Events by day and fact, with the changes that they made in the rows."""

    def __init__(self, register: Register, docket: Docket) -> None:
        """Nothing has happened yet."""
        self.causes = Causes(register, docket)
        self._cite = citing(register)
        self._changes: dict[Turn, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
        self._rows: dict[str, set[str]] = defaultdict(set)

    def happened(self, turns: Iterable[Turn], row: str = "", state: str = "", group: str = "") -> None:
        """These facts turned a row to a state; without a row, they happened and changed no bar.

        Where they turn every row of a group alike, the group is named and not each row.
        """
        if row:
            self._rows[group].add(row)
        for turn in turns:
            rows = self._changes[turn][state, group]
            if row and row not in rows:
                rows.append(row)

    def events(self) -> tuple[Event, ...]:
        """What happened, in order."""
        found = []
        for turn in sorted(self._changes, key=lambda one: (one.day, one.fact, one.stale)):
            cause = self.causes.cause(turn)
            rows_by_state: dict[str, list[str]] = defaultdict(list)
            for (state, group), rows in self._changes[turn].items():
                rows_by_state[state] += self._named(rows, group)
            changes = tuple(f"{state}: {'; '.join(rows)}" for state, rows in rows_by_state.items() if rows)
            found.append(Event(turn.day, cause.words, cause.by, cause.fact_id, changes))
        return tuple(found)

    def _named(self, rows: list[str], group: str) -> list[str]:
        whole = group and len(rows) > 1 and set(rows) == self._rows[group]
        return [group] if whole else rows

    def sources(self, rows: Iterable[Row]) -> tuple[Cited, ...]:
        """Every fact behind the events, the bars and the marks, once, in the order of the events."""
        ids = [turn.fact for turn in sorted(self._changes, key=lambda one: (one.day, one.fact))]
        for row in rows:
            ids += [fact for bar in row.bars for fact in bar.fact_ids]
            ids += [mark.fact_id for mark in row.marks]
        return tuple(self._cite(fact, self.causes.fact(fact)) for fact in dict.fromkeys(ids))

    def days(self) -> list[date]:
        """Every day on which something happened."""
        return [turn.day for turn in self._changes]
