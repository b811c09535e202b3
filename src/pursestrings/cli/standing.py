"""Commands that ask the register: standing, conditions, places."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from pursestrings.cli.options import dated, register_of, stored
from pursestrings.places import find
from pursestrings.standing.engine import Engine
from pursestrings.standing.text import outline


@click.command()
@click.option("--place", required=True, help='"Chelsea, MA", an OCD id or a GEOID.')
@click.option("--condition", required=True, help="A condition's id, alias, or a group of conditions.")
@dated
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@stored
def standing(
    place: str,
    condition: str,
    on: date,
    known: date | None,
    form: str,
    workspace: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """The standing of one condition for one place on one day, with reasons.

    A group of conditions answers each member; as JSON that is a list.
    """
    found = find(place)
    engine = Engine(register_of(workspace, overlays))
    names = engine.conditions(condition)
    answers = [engine.standing(found, name, on, known) for name in names]
    if form == "json":
        out = [engine.as_json(answer) for answer in answers]
        click.echo(json.dumps(out[0] if len(names) == 1 else out, ensure_ascii=False, indent=2))
        return
    for answer in answers:
        click.echo(outline(answer, engine.reasons(answer)))


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
