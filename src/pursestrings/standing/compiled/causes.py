"""Which facts turn an answer on a day: the acts, notices, policies and awards behind a step of the tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from itertools import chain
from typing import Final

from pursestrings.places import Place
from pursestrings.register.models.law import Condition
from pursestrings.standing.compiled.tables import Tables
from pursestrings.standing.compiled.turns import (
    Turn,
    fit_turns,
    force_turns,
    precedent_turns,
    reach_turns,
    relief_turns,
)

_BLOCKED: Final = frozenset({"force", "certainty", "blocked_by"})
_DONE: Final = frozenset({"fit", "fit_wider_reading", "may_comply"})


def causes(
    tables: Tables, condition: Condition, place: Place, day: date, changed: Collection[str]
) -> tuple[str, ...]:
    """The ids of the facts that change these fields of a place's answer on a day.

    A record that runs out is no fact: where only staleness changes the answer, there is none.
    """
    turns: list[Iterable[Turn]] = []
    if _BLOCKED & set(changed):
        far = _out_of_reach(tables, condition, place)
        blocking = force_turns(condition, tables.register, tables.docket, tables.known)
        turns.append(turn for turn in blocking if turn.fact not in far)
    if "precedent" in changed:
        turns.append(precedent_turns(condition, tables.docket))
    if _DONE & set(changed):
        turns.append(fit_turns(place, tables.register))
    if "reach" in changed:
        turns.append(reach_turns(condition, place, tables.register))
    here = {turn.fact for turn in chain(*turns) if turn.day == day and not turn.stale}
    return tuple(sorted(here))


def can_change(tables: Tables, condition: Condition, place: Place, since: date, until: date) -> bool:
    """Whether any fact about the condition or the place begins or ends after `since`, up to `until`."""
    turns = chain(
        force_turns(condition, tables.register, tables.docket, tables.known),
        precedent_turns(condition, tables.docket),
        fit_turns(place, tables.register),
        reach_turns(condition, place, tables.register),
    )
    return any(since < turn.day <= until for turn in turns)


def _out_of_reach(tables: Tables, condition: Condition, place: Place) -> set[str]:
    """The ids of acts and notices on the condition that never reached the place."""
    near: set[str] = set()
    far: set[str] = set()
    for relief in tables.docket.reliefs(condition.id):
        reached = any(tables.classes.reached(tables.docket.every_scope(relief), place))
        acts = {turn.fact for turn in relief_turns(relief, tables.docket, tables.known)}
        (near if reached else far).update(acts)
    for notice in tables.docket.notices(condition.id):
        (near if any(tables.classes.reached([notice.covers], place)) else far).add(notice.id)
    ends = condition.ends
    return far - near - ({ends.by} if ends is not None else set())
