"""Commands that compare answers: from one day to another, and with facts supposed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from pursestrings.cli.options import DayOption, dated, register_of, stored
from pursestrings.errors import BAD_OPTION, PursestringsError
from pursestrings.places import Place, all_places, find
from pursestrings.register.index import Register
from pursestrings.register.models.law import Condition
from pursestrings.standing.compiled.differences import SCHEMA, Difference, compared
from pursestrings.standing.compiled.differences import changes as changes_of
from pursestrings.standing.engine import Engine
from pursestrings.standing.reasons.facts import described
from pursestrings.standing.words import plain

_NAMED = 4
"""How many places a group is told by."""

of_condition = click.option("--condition", help="This condition or group only.")
formatted = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


@click.command()
@click.argument("place", required=False)
@click.option("--since", type=DayOption(), required=True, help="The last day of the old state.")
@click.option(
    "--until", type=DayOption(), default=lambda: date.today(), help="The last day looked at; today."
)
@click.option("--as-known-on", "known", type=DayOption(), help="Count only what was known by this day.")
@of_condition
@formatted
@stored
def changes(
    place: str | None,
    since: date,
    until: date,
    known: date | None,
    condition: str | None,
    form: str,
    workspace: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """What changed in standing for PLACE, or anywhere, and which act did it."""
    engine = Engine(register_of(workspace, overlays))
    engine.covered(since)
    if until < since:
        raise PursestringsError(
            BAD_OPTION, what=f"--until {until} lies before --since {since}.", hint="Swap them."
        )
    conditions = _chosen(engine, condition).values()
    found = changes_of(engine.tables(known), _places(place), list(conditions), since, until)
    _show(found, engine.register, form, f"Nothing changed after {since}, up to {until}.")


@click.command()
@click.argument("place", required=False)
@dated
@click.option(
    "--without",
    multiple=True,
    help="The id of an order, case, condition, notice, rule or policy that is left out.",
)
@click.option(
    "--with",
    "supposing",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A file with a fact that is supposed to hold; its `fact:` says what it is.",
)
@of_condition
@formatted
@stored
def whatif(
    place: str | None,
    on: date,
    known: date | None,
    without: tuple[str, ...],
    supposing: tuple[Path, ...],
    condition: str | None,
    form: str,
    workspace: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """How standing would be for PLACE, or anywhere, if some facts were otherwise, beside how it is."""
    today = Engine(register_of(workspace, overlays))
    supposed = Engine(register_of(workspace, overlays, without=without, supposing=supposing))
    today.covered(on)
    sides = [(engine.tables(known), _chosen(engine, condition)) for engine in (today, supposed)]
    found = compared(sides[0], sides[1], _places(place), on)
    _show(found, supposed.register, form, f"On {on} nothing would be otherwise.")


def _places(name: str | None) -> Sequence[Place]:
    return [find(name)] if name else [place for place in all_places() if place.level != "country"]


def _chosen(engine: Engine, name: str | None) -> dict[str, Condition]:
    held = engine.computable()
    if name is None:
        return held
    chosen = {engine.register.condition(one).id for one in engine.conditions(name)}
    return {known: one for known, one in held.items() if known in chosen}


def _show(found: list[Difference], register: Register, form: str, nothing: str) -> None:
    if form == "json":
        answer = {"schema": SCHEMA, "differences": [one.as_json(register) for one in found]}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo("\n".join(difference_lines(one, register)) + "\n")
    if not found:
        click.echo(nothing)


def difference_lines(one: Difference, register: Register) -> Iterator[str]:
    """A difference for people: the day, the condition, the places, what turns into what, and why."""
    yield f"{one.day}  {one.condition.name} ({one.condition.id})"
    yield f"  {_told(one.places)}"
    for name, before, after in one.parts:
        yield f"    {plain(name):<12} {plain(before) or 'nothing'} → {plain(after) or 'nothing'}"
    yield from (f"    because      {described(register, name)} ({name})" for name in one.because)


def _told(places: tuple[Place, ...]) -> str:
    names = "; ".join(place.label for place in places[:_NAMED])
    return f"{len(places):,} places: {names}; …" if len(places) > _NAMED else names
