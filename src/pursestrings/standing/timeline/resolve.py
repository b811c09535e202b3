"""What a name given by a person is: a condition, a group of them, a case or a place; and its timeline."""

from __future__ import annotations

import difflib
from dataclasses import replace
from datetime import date

from pursestrings.errors import NOT_FOUND, PLACE_UNKNOWN, PursestringsError
from pursestrings.places import Place, find
from pursestrings.register.index import Register
from pursestrings.standing.engine import Engine
from pursestrings.standing.timeline.case import case_timeline
from pursestrings.standing.timeline.condition import condition_timeline
from pursestrings.standing.timeline.model import Timeline
from pursestrings.standing.timeline.place import place_timeline


def timeline_of(name: str, engine: Engine, known: date | None = None) -> Timeline:
    """The timeline of what is called so, by id, alias or, for a place, any of its names.

    Raises NOT_FOUND with near ids, PLACE_AMBIGUOUS with the candidates, and NO_STANDING for what ties no
    money: a letter, a list, a condition whose text is not coded.
    """
    chart = _timeline_of(name, engine, known)
    meta = engine.register.meta
    title = chart.title if known is None else f"{chart.title}, as known on {known}"
    record = f"The record runs to {meta.known_through} (register {meta.version})."
    return replace(chart, title=title, notes=(*chart.notes, record))


def _timeline_of(name: str, engine: Engine, known: date | None) -> Timeline:
    register = engine.register
    known_as = register.aliases.get(name, name)
    if known_as in register.groups:
        group = register.groups[known_as]
        members = [register.conditions[member] for member in group.members]
        return condition_timeline(f"{group.name} ({group.id})", members, engine, known)
    if known_as in register.cases:
        return case_timeline(register.cases[known_as], engine, known)
    papers = (register.lists, register.requests, register.threats, register.instruments)
    if known_as in register.conditions or any(known_as in store for store in papers):
        condition = engine.condition(name)
        return condition_timeline(f"{condition.name} ({condition.id})", [condition], engine, known)
    return place_timeline(_place(name, register), engine, known)


def _place(name: str, register: Register) -> Place:
    try:
        return find(name)
    except PursestringsError as error:
        if error.kind is not PLACE_UNKNOWN:
            raise
        ids = [*register.conditions, *register.groups, *register.cases, *register.aliases]
        near = difflib.get_close_matches(name, sorted(ids), n=3, cutoff=0.6)
        hint = f"Near it: {', '.join(near)}." if near else error.hint
        raise PursestringsError(NOT_FOUND, what="condition, case or place", text=name, hint=hint) from None
