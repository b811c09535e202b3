"""Commands that ask the register: standing, conditions, places."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final

import click

from pursestrings.cli.options import DayOption, dated, register_of, stored
from pursestrings.cli.output import freezes, frozen_to, refuse_unwritable
from pursestrings.errors import BAD_OPTION, PursestringsError
from pursestrings.exports.panel import FORMATS
from pursestrings.places import Place, find
from pursestrings.standing.engine import Engine
from pursestrings.standing.reasons.text import outline

_FOR_ONE: Final = ("text", "json")


@click.command()
@click.option("--place", help='One place: "Chelsea, MA", an OCD id or a GEOID.')
@click.option("--places", help="Many places: `all`, or a file with one on each line.")
@click.option("--in", "state", help="Many places: a state or county, and all that lies in it.")
@click.option(
    "--condition",
    "--conditions",
    "condition",
    required=True,
    help="A condition's id, alias, or a group of conditions; for many places also ids with commas, or `all`.",
)
@dated
@click.option("--from", "first", type=DayOption(), help="For many places: intervals from this day on.")
@click.option("--until", type=DayOption(), help="For many places: the day before which intervals end.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*_FOR_ONE, *FORMATS]),
    help="text (unless said otherwise) or json for one place; csv (the same), jsonl or parquet for many.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="For many places: the file to write."
)
@freezes
@stored
def standing(
    place: str | None,
    places: str | None,
    state: str | None,
    condition: str,
    on: date,
    known: date | None,
    first: date | None,
    until: date | None,
    form: str | None,
    out: Path | None,
    freeze: Path | None,
    force: bool,
    workspace: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """The standing of one condition for one place on one day, with reasons; or of many, as a table.

    A group of conditions answers each member; as JSON that is a list. Many places are written as rows,
    each over one day or one interval, and a file of columns and sources beside them.
    """
    one = place is not None
    if [place, places, state].count(None) != 2:
        raise PursestringsError(BAD_OPTION, what="For whom?", hint="Give one of --place, --places and --in.")
    if form is not None and one != (form in _FOR_ONE):
        hint = f"One place: {', '.join(_FOR_ONE)}. Many: {', '.join(FORMATS)}."
        raise PursestringsError(BAD_OPTION, what=f"--format {form} does not go with that.", hint=hint)
    if one and (first or until or out):
        raise PursestringsError(
            BAD_OPTION, what="--from, --until and --out are for many places.", hint="Give --places or --in."
        )
    if freeze is not None and not one:
        raise PursestringsError(BAD_OPTION, what="--freeze keeps one answer.", hint="Give --place.")
    if until is not None and (first is None or until <= first):
        raise PursestringsError(BAD_OPTION, what="--until needs an earlier --from.", hint="Give both.")
    engine = Engine(register_of(workspace, overlays))
    if place is not None:
        _answer(engine, find(place), condition, on, known, form or _FOR_ONE[0], freeze, force=force)
        return
    from pursestrings.cli.panel import PanelCall, run_panel

    run_panel(
        PanelCall(places, state, condition, on, first, until, known, form or FORMATS[0], out, force), engine
    )


def _answer(
    engine: Engine,
    place: Place,
    condition: str,
    on: date,
    known: date | None,
    form: str,
    freeze: Path | None,
    *,
    force: bool,
) -> None:
    refuse_unwritable(freeze, force=force)
    names = engine.conditions(condition)
    answers = [engine.standing(place, name, on, known) for name in names]
    if freeze is not None:
        frozen_to(freeze, engine, condition, answers, force=force)
    if form == "json":
        out = [engine.as_json(answer) for answer in answers]
        click.echo(json.dumps(out[0] if len(names) == 1 else out, ensure_ascii=False, indent=2))
        return
    for answer in answers:
        click.echo(outline(answer, engine.reason(answer)))


@click.command()
@stored
def conditions(workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """List the conditions, with the days between which they had force."""
    register = register_of(workspace, overlays)
    for condition in sorted(register.conditions.values(), key=lambda one: (one.announced, one.id)):
        until = str(condition.ends.on) if condition.ends else ""
        mark = "  (not coded)" if condition.do_not_compute else ""
        click.echo(f"{condition.id:<28} {condition.announced!s:<10} {until:<10}  {condition.name}{mark}")


@click.command()
@click.argument("name")
def places(name: str) -> None:
    """Look up a government by name, OCD id or GEOID."""
    place = find(name)
    rows = {
        "name": place.label,
        "id": place.ocd,
        "GEOID": f"{place.geoid or 'unknown'} ({place.geoid_vintage or 'vintage unknown'})",
        "kind": place.legal,
        "parents": ", ".join(place.parents) or "none",
        "circuit": place.circuit or "none",
        "district": ", ".join(place.districts) or "unknown",
        "population": f"{place.population:,}" if place.population else "unknown",
        "where": f"{place.lat}, {place.lon}" if place.lat is not None else "unknown",
    }
    for key, value in rows.items():
        click.echo(f"{key:<11} {value}")
