"""Many places at once, from `pursestrings standing --places …`: what is asked for, and where it is written."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from pursestrings.cli.output import refuse_unwritable, whole_file
from pursestrings.errors import BAD_OPTION, FILE_MISSING, PursestringsError, Where
from pursestrings.exports.panel import dictionary, write_csv, write_jsonl, write_parquet
from pursestrings.places import Place, all_places, find, subdivisions
from pursestrings.register.models.law import Condition
from pursestrings.standing.compiled.panel import Panel
from pursestrings.standing.engine import Engine


@dataclass(frozen=True, slots=True)
class PanelCall:
    """What the user asked for: places, conditions, days, and the file to write."""

    places: str | None
    state: str | None
    conditions: str
    on: date
    first: date | None
    until: date | None
    known: date | None
    form: str
    out: Path | None
    force: bool


def run_panel(call: PanelCall, engine: Engine) -> None:
    """Write the panel and its data dictionary; what was left out is told on stderr.

    Exit status 1 where a line of a file of places names none; every such line is told, the rest written.
    """
    if call.form == "parquet" and call.out is None:
        raise PursestringsError(BAD_OPTION, what="Parquet is no text.", hint="Name a file with --out.")
    for path in _files(call):
        refuse_unwritable(path, force=call.force)
    engine.covered(call.first or call.on)
    places, problems = _places(call)
    conditions = _conditions(engine, call.conditions)
    tables = engine.tables(call.known)
    if call.first is None:
        panel = Panel.on(tables, places, conditions, call.on)
    else:
        panel = Panel(tables, places, conditions, call.first, call.until)
    _compile(panel)
    _write(panel, call, engine)
    click.echo(
        f"{panel.rows:,} rows; {panel.left_out:,} pairs of place and condition are outside throughout "
        "and left out.",
        err=True,
    )
    for problem in problems:
        click.echo(f"pursestrings: {problem.line}", err=True)
    if problems:
        raise SystemExit(1)


def _compile(panel: Panel) -> None:
    """Work out every class of places, with a bar where someone watches."""
    with click.progressbar(
        panel.members, label="Computing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for one in bar:
            panel.stretches(one)


def _write(panel: Panel, call: PanelCall, engine: Engine) -> None:
    if call.out is None:
        (write_csv if call.form == "csv" else write_jsonl)(panel, sys.stdout)
        return
    with whole_file(call.out, force=call.force) as part:
        if call.form == "parquet":
            write_parquet(panel, part)
        else:
            with part.open("w", encoding="utf-8", newline="") as file:
                (write_csv if call.form == "csv" else write_jsonl)(panel, file)
    with whole_file(_dictionary_of(call.out), force=call.force) as part:
        asked = dictionary(panel, _question(call), engine.edition())
        part.write_text(json.dumps(asked, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _files(call: PanelCall) -> list[Path]:
    return [call.out, _dictionary_of(call.out)] if call.out is not None else []


def _dictionary_of(out: Path) -> Path:
    return out.with_name(f"{out.name}.dictionary.json")


def _question(call: PanelCall) -> dict[str, object]:
    days = {"on": call.on} if call.first is None else {"from": call.first, "until": call.until}
    known = {"as_known_on": call.known}
    return {
        "places": call.places or f"in {call.state}",
        "conditions": call.conditions,
        **{name: day.isoformat() if day else None for name, day in {**days, **known}.items()},
    }


def _places(call: PanelCall) -> tuple[Sequence[Place], list[PursestringsError]]:
    if call.state is not None:
        state = find(call.state)
        return [state, *subdivisions(state.ocd)], []
    if call.places == "all":
        return [place for place in all_places() if place.level != "country"], []
    return _listed(Path(str(call.places)))


def _listed(path: Path) -> tuple[list[Place], list[PursestringsError]]:
    """The places of a file, one name a line; a line that names none is a problem of that line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise PursestringsError(FILE_MISSING, where=Where(str(path))) from None
    found: dict[str, Place] = {}
    problems = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            place = find(line.strip())
        except PursestringsError as problem:
            where = Where(str(path), number)
            problems.append(PursestringsError(problem.kind, where=where, **problem.details))
            continue
        found[place.ocd] = place
    return list(found.values()), problems


def _conditions(engine: Engine, names: str) -> list[Condition]:
    """The conditions named, with commas between; `all` leaves out those that cannot be computed."""
    if names == "all":
        return list(engine.computable().values())
    members = [one for name in names.split(",") for one in engine.conditions(name.strip())]
    return [engine.condition(name) for name in members]
