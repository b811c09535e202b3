"""Whom an order protects: those who sued, and others only with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.errors import NOT_A_PARTY, PursestringsError
from pursestrings.register.checks.walk import wrong
from pursestrings.register.files import Files
from pursestrings.register.models.courts import Case


def protected(files: Files) -> Iterator[PursestringsError]:
    """Places that an act protects by name, that are no plaintiffs, and of which nothing says why."""
    for entry in files.entries:
        if isinstance(entry.thing, Case):
            sued = {party.place for party in entry.thing.plaintiffs if party.place}
            for index, act in enumerate(entry.thing.acts):
                for path, scope in act.scopes():
                    for position, named in enumerate(scope.places):
                        if named.place not in sued and not named.note and not scope.words:
                            where = ("acts", index, *path, "places", position)
                            yield wrong(NOT_A_PARTY, entry, where, place=named.place)
