"""Ids: each names one thing, and each that is named is there."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from pursestrings.errors import ID_DANGLING, ID_TWICE, PursestringsError
from pursestrings.places import get, names_a_government
from pursestrings.register.checks.walk import wrong
from pursestrings.register.files import Entry, Files
from pursestrings.register.references import Path, references

_PARTS = {"acts": "act", "policies": "policy", "awards": "award"}


def dangling(files: Files) -> Iterator[PursestringsError]:
    """Ids that name nothing, with those near them."""
    known = known_names(files.entries)
    for entry in files.entries:
        for path, ref, found in references(entry.thing):
            if ref.kinds == ("place",):
                if names_a_government(found):
                    continue
                yield from _unknown_place(entry, path, found)
            elif not any(found in known.get(kind, ()) for kind in ref.kinds):
                pool = sorted(name for kind in ref.kinds for name in known.get(kind, ()))
                near = difflib.get_close_matches(found, pool, n=3)
                hint = f"Near it: {', '.join(near)}." if near else "Write its file first."
                yield wrong(ID_DANGLING, entry, path, kind=" or ".join(ref.kinds), id=found, hint=hint)


def known_names(entries: Iterable[Entry]) -> dict[str, set[str]]:
    """Every id by kind, those of acts, policies and awards among them."""
    known: dict[str, set[str]] = {}
    for entry in entries:
        for kind, name, _ in _names(entry):
            known.setdefault(kind, set()).add(name)
    return known


def _names(entry: Entry) -> Iterator[tuple[str, str, Path]]:
    """Each id of a file, that of a part (an act, a policy, an award) among them: its kind, and where it stands."""
    yield entry.kind.name, entry.thing.id, ("id",)
    for field, kind in _PARTS.items():
        for index, part in enumerate(getattr(entry.thing, field, ())):
            yield kind, part.id, (field, index, "id")


def _unknown_place(entry: Entry, path: Path, found: str) -> Iterator[PursestringsError]:
    try:
        place = get(found)
    except PursestringsError as problem:
        yield wrong(ID_DANGLING, entry, path, kind="place", id=found, hint=problem.hint)
        return
    if place.ocd != found:
        hint = f"Write {place.ocd}: the register names each government by one id."
        yield wrong(ID_DANGLING, entry, path, kind="place of its own", id=found, hint=hint)


def twice(files: Files) -> Iterator[PursestringsError]:
    """An id or alias names one thing of its kind within one folder; an overlay may replace a shipped thing."""
    taken: dict[tuple[str, str, bool], Entry] = {}
    for entry in files.entries:
        names = list(_names(entry))
        for position, alias in enumerate(getattr(entry.thing, "aliases", ())):
            names.append((entry.kind.name, alias, ("aliases", position)))
        for kind, name, path in names:
            other = taken.get((kind, name, entry.private))
            if other is not None:
                yield wrong(ID_TWICE, entry, path, id=name, other=other.file.name)
            taken[kind, name, entry.private] = entry
