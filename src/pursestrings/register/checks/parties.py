"""Whom an order protects: those who sued, and others only with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.errors import NOT_A_PARTY, PursestringsError
from pursestrings.register.checks.walk import wrong
from pursestrings.register.files import Files
from pursestrings.register.models.courts import Act, Case
from pursestrings.register.models.scope import Scope
from pursestrings.register.references import Path


def protected(files: Files) -> Iterator[PursestringsError]:
    """Places that an act protects by name, that are no plaintiffs, and of which nothing says why."""
    for entry in files.entries:
        if isinstance(entry.thing, Case):
            sued = {party.place for party in entry.thing.plaintiffs if party.place}
            for index, act in enumerate(entry.thing.acts):
                for path, scope in scopes(act):
                    for position, named in enumerate(scope.places):
                        if named.place not in sued and not named.note and not scope.words:
                            where = ("acts", index, *path, "places", position)
                            yield wrong(NOT_A_PARTY, entry, where, place=named.place)


def scopes(act: Act) -> Iterator[tuple[Path, Scope]]:
    """Every scope in an act, and where it stands."""
    for index, grant in enumerate(act.grants):
        yield ("grants", index, "protects"), grant.protects
    for index, change in enumerate(act.changes):
        for name in ("leaves", "to"):
            scope = getattr(change, name)
            if scope is not None:
                yield ("changes", index, name), scope
