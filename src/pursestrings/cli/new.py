"""The command that starts a new fact: a commented file with what is known already filled in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, Final

import click
from pydantic import BaseModel

from pursestrings.cli.options import overlays_of, stored
from pursestrings.errors import BAD_OPTION, ID_TWICE, NOT_FOUND, PursestringsError
from pursestrings.places import Place, find
from pursestrings.register.cache import load_files_cached
from pursestrings.register.citation import Citation, cases_cited, parsed, slug
from pursestrings.register.files import shipped
from pursestrings.register.index import Register, build
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.models.courts import Act, Case
from pursestrings.register.models.local import PlaceRecord, Policy
from pursestrings.register.skeleton import noted, part, skeleton
from pursestrings.register.writer import put
from pursestrings.workspace.drafts import of_citation, of_document
from pursestrings.workspace.folder import database_of, overlay_of, workspace_folder
from pursestrings.workspace.registers import base_of
from pursestrings.workspace.store import Store

_KINDS: Final = {kind.name.removesuffix("_record").removesuffix("_file"): kind for kind in FILE_KINDS}
_ID: Final = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_IDS: Final = re.compile(r"^[ -]*id: (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands in another file's list, and by what its owner is named."""

    model: type[BaseModel]
    field: str
    owner: str


_PARTS: Final = {"order": _Part(Act, "acts", "cases"), "policy": _Part(Policy, "policies", "places")}


@click.command()
@click.argument("kind", type=click.Choice([*_KINDS, *_PARTS]), metavar="KIND")
@click.argument("name", required=False)
@click.option("--citation", help="Fill in what a citation says: 'A v. B, 888 F.3d 272 (7th Cir. 2018)'.")
@click.option("--document", help="Fill in what a document that was read says, by its id.")
@click.option(
    "--to", "target", type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the register to write in; your own facts unless said otherwise.",
)  # fmt: skip
@stored
def new(
    kind: str,
    name: str | None,
    citation: str | None,
    document: str | None,
    target: Path | None,
    workspace: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """Start a fact of KIND: a commented file with the right id, to fill in and then check.

    NAME is the id; for an order that of its case (a citation can stand for it), for a policy its place.
    Kinds are those of the register's folders (case, condition, instrument, notice, list, …), order and policy.
    """
    folder = workspace_folder(workspace)
    # Facts begun earlier and not yet filled in must not keep anyone from starting the next.
    register = build(load_files_cached(overlays_of(folder, overlays), base_of(folder)))
    model = _PARTS[kind].model if kind in _PARTS else _KINDS[kind].model
    given: dict[str, Any] = {}
    found: list[str] = []
    if document:
        with Store(database_of(folder)) as store:
            given, found = of_document(store, register, document, model)
    cited = parsed(citation) if citation else None
    if cited:
        given |= of_citation(cited, model)
    if cited and kind == "order":
        _not_there_yet(register, cited)
    name = name or _named(register, kind, cited)
    root = target or overlay_of(folder)
    starter: Callable[..., tuple[Path, str]] = _part_of if kind in _PARTS else _whole
    path, text = starter(register, base_of(folder) or shipped(), root, kind, name, given)
    put(path, text + "".join(f"{line}\n" for line in noted(found)))
    click.echo(f"{path}: fill in what is empty, then: pursestrings check")


def _named(register: Register, kind: str, cited: Citation | None) -> str:
    """The name that a citation gives: a new case's id, or the case that an order is of."""
    if cited and kind == "case" and cited.caption:
        return slug(cited.caption)
    hint = "Write it after the kind, such as: pursestrings new order chicago-v-sessions-fy2017"
    if cited and kind == "order":
        found = [case.id for case in cases_cited(cited, register.cases.values())]
        if len(found) == 1:
            return found[0]
        if found:
            hint = f"It can be of {', '.join(found)}: write which after the kind."
    raise PursestringsError(BAD_OPTION, what=f"A new {kind} needs a name.", hint=hint)


def _not_there_yet(register: Register, cited: Citation) -> None:
    """Raise ID_TWICE for a decision that the register holds under its citation."""
    for case, act in register.acts.values():
        if cited.reporter and act.citation and cited.reporter in act.citation.split(", "):
            raise PursestringsError(ID_TWICE, id=cited.reporter, other=f"cases/{case.id}.yaml as {act.id}")


def _whole(
    register: Register, base: Path, root: Path, kind: str, name: str, given: dict[str, Any]
) -> tuple[Path, str]:
    """A file of its own."""
    of = _KINDS[kind]
    if of.model is PlaceRecord:
        place = find(name)
        name, given = _record_id(register, place), {"place": place.ocd, **given}
    elif not _ID.fullmatch(name):
        hint = f"Ids are lower case, with digits and hyphens, such as: {slug(name) or kind}"
        raise PursestringsError(BAD_OPTION, what=f"{name!r} is no id.", hint=hint)
    held = register.stores[of.name]
    path = root / of.folder / f"{name}.yaml"
    if register.aliases.get(name, name) in held or path.exists():
        raise PursestringsError(ID_TWICE, id=name, other=f"{of.folder}/{name}.yaml")
    if of.model is Case:
        given["acts"] = [{"id": f"{name}-01", **act} for act in given.get("acts") or [{}]]
    return path, skeleton(of.model, {"id": name, **given})


def _part_of(
    register: Register, base: Path, root: Path, kind: str, name: str, given: dict[str, Any]
) -> tuple[Path, str]:
    """An act at the end of its case's file, a policy at the end of its place's: what stands there stays."""
    of = _PARTS[kind]
    if of.model is Policy:
        place = find(name)
        owner = _record_id(register, place)
        start = skeleton(PlaceRecord, {"id": owner, "place": place.ocd})
    else:
        owner = register.aliases.get(name, name)
        if owner not in register.cases:
            hint = "Start it first: pursestrings new case NAME"
            raise PursestringsError(NOT_FOUND, what="case", text=name, hint=hint)
        start = ""
    path = root / of.owner / f"{owner}.yaml"
    held = next((one for one in (path, base / of.owner / f"{owner}.yaml") if one.is_file()), None)
    text = held.read_text(encoding="utf-8") if held else start
    # What stands in the file and is not yet filled in is not in the register, and has its id all the same.
    taken = set(_IDS.findall(text))
    own_id = _next_policy(owner, taken) if of.model is Policy else _next_act(register, owner, taken)
    return path, _appended(text, of.field, part(of.model, {"id": own_id, **given}, 2))


def _record_id(register: Register, place: Place) -> str:
    """The id of a place's file: the one it has, else by custom the state's letters and its name."""
    for record in register.records.get(place.ocd, ()):
        return record.id
    parts = place.ocd.split("/")
    state = parts[2].partition(":")[2] if len(parts) > 2 else "us"
    return f"{state}-{slug(place.label.rpartition(',')[0] or 'state')}"


def _next_act(register: Register, case: str, taken: set[str]) -> str:
    acts = register.cases[case].acts
    ids = {*taken, *(act.id for act in acts)}
    numbers = [int(rest) for one in ids if (rest := one.removeprefix(f"{case}-")).isdecimal()]
    return f"{case}-{max(numbers, default=len(acts)) + 1:02}"


def _next_policy(record: str, taken: set[str]) -> str:
    name = f"{record}-{date.today().year}-policy"
    if name not in taken:
        return name
    return next(one for number in count(2) if (one := f"{name}-{number}") not in taken)


def _appended(text: str, field: str, item: str) -> str:
    """The file's text with one more item at the end of a top-level list, which is begun where there is none."""
    lines = [f"{line}\n" for line in text.splitlines()]
    at = next((index for index, line in enumerate(lines) if line.startswith(f"{field}:")), None)
    if at is None:
        begins = next((index for index, line in enumerate(lines) if line.startswith("sources:")), len(lines))
        return "".join([*lines[:begins], f"{field}:\n", item, *lines[begins:]])
    ends = next((i for i in range(at + 1, len(lines)) if lines[i][0] not in " -\n"), len(lines))
    return "".join([*lines[:ends], item, *lines[ends:]])
