"""Facts supposed for the sake of argument: an order gone, a bill enacted, a policy adopted.

A file of supposed facts holds one thing as the register would hold it, with a line more that says what it
is: `fact: rule`, or the kind of any other file; `fact: act` with the `case:` that it is an act in;
`fact: policy` with the `place:` whose policy it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from pursestrings.errors import FIELD_MISSING, FIELD_WRONG, ID_DANGLING, NOT_FOUND, PursestringsError, Where
from pursestrings.places import get
from pursestrings.register.checks.acts import cycles
from pursestrings.register.checks.names import known_names
from pursestrings.register.files import Entry, Files
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.load import modelled, parsed
from pursestrings.register.models.courts import Act, Case
from pursestrings.register.models.local import PlaceRecord, Policy
from pursestrings.register.references import references
from pursestrings.register.yaml import Yaml

_KINDS: Final = {kind.name: kind for kind in FILE_KINDS}
_SPARED: Final = frozenset({"case", "condition", "notice", "rule"})
"""Whole files that may be left out: those without which every other fact still has a meaning."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a file that may be supposed on its own, and the field that says of what it is a part."""

    owner: str
    field: str
    model: type[BaseModel]
    owns: Callable[[Any, str], bool]


_PARTS: Final = {
    "act": _Part("case", "acts", Act, lambda thing, name: isinstance(thing, Case) and thing.id == name),
    "policy": _Part(
        "place",
        "policies",
        Policy,
        lambda thing, name: isinstance(thing, PlaceRecord) and thing.place == get(name).ocd,
    ),
}


def suppose(files: Files, without: Sequence[str], added: Sequence[Path]) -> Files:
    """The same register less some facts, by id, and with those of some files.

    Raises NOT_FOUND for an id that names nothing, the first problem of a file, and CYCLE where the
    supposed acts act on one another in a circle.
    """
    entries = list(files.entries)
    for name in without:
        entries = _without(entries, name)
    for path in added:
        entries = _with(entries, path)
    supposed = replace(files, entries=entries, parts=None, digest=f"{files.digest}, supposing")
    for circle in cycles(supposed):
        raise circle
    return supposed


def _without(entries: list[Entry], name: str) -> list[Entry]:
    kept = [_less(one, name) for one in entries if not (one.thing.id == name and one.kind.name in _SPARED)]
    if kept == entries:
        hint = "Name an act, a case, a condition, a notice, a rule or a policy by its id."
        raise PursestringsError(NOT_FOUND, what="fact to leave out", text=name, hint=hint)
    return kept


def _less(entry: Entry, name: str) -> Entry:
    """The entry without the act or policy of this name."""
    for part in ("acts", "policies"):
        held: tuple[Any, ...] = getattr(entry.thing, part, ())
        kept = tuple(one for one in held if one.id != name)
        if len(kept) < len(held):
            return replace(entry, thing=entry.thing.model_copy(update={part: kept}))
    return entry


def _with(entries: list[Entry], path: Path) -> list[Entry]:
    document = parsed(path)
    kind = document.data.pop("fact", None) if isinstance(document.data, dict) else None
    if kind in _PARTS:
        return _part_added(entries, document, path, _PARTS[kind])
    if kind not in _KINDS:
        known = ", ".join((*_KINDS, *_PARTS))
        why = f"{kind!r} is no kind of fact" if kind else "nothing says what kind of fact is supposed"
        raise PursestringsError(
            FIELD_WRONG, where=document.where(("fact",)), why=why, hint=f"`fact:` is one of {known}."
        )
    thing = _thing(document, _KINDS[kind].model, entries)
    rest = [one for one in entries if (one.kind.name, one.thing.id) != (kind, thing.id)]
    return [*rest, Entry(_KINDS[kind], thing, path, private=True)]


def _part_added(entries: list[Entry], document: Yaml, path: Path, part: _Part) -> list[Entry]:
    owner = document.data.pop(part.owner, None)
    if owner is None:
        raise PursestringsError(FIELD_MISSING, where=Where(str(path), field=part.owner))
    thing = _thing(document, part.model, entries)
    whole = next((entry for entry in entries if part.owns(entry.thing, owner)), None)
    if whole is None and part.owner == "place":
        record = PlaceRecord(id=thing.id, place=get(owner).ocd, policies=(thing,))
        return [*entries, Entry(_KINDS["place_record"], record, path, private=True)]
    if whole is None:
        raise PursestringsError(
            NOT_FOUND, what=part.owner, text=owner, hint="Suppose the case: `fact: case`."
        )
    kept = [one for one in getattr(whole.thing, part.field) if one.id != thing.id]
    changed = whole.thing.model_copy(update={part.field: (*kept, thing)})
    return [replace(one, thing=changed) if one is whole else one for one in entries]


def _thing(document: Yaml, model: type[BaseModel], entries: list[Entry]) -> Any:
    """The thing of a file, sound in itself and naming nothing that is not there."""
    thing, problems = modelled(document, model)
    if thing is None:
        raise problems[0]
    known = known_names(entries)
    for path, ref, name in references(thing):
        if ref.kinds == ("place",):
            get(name)
        elif not any(name in known.get(kind, ()) for kind in ref.kinds):
            kinds = " or ".join(ref.kinds)
            hint = "Name one that stands in the register, or suppose it too, before this one."
            raise PursestringsError(ID_DANGLING, where=document.where(path), kind=kinds, id=name, hint=hint)
    return thing
