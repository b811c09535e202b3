"""The command that answers why."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Final

import click

from pursestrings.cli.options import dated, register_of, stored
from pursestrings.cli.output import freezes, frozen_to, refuse_unwritable, write_file
from pursestrings.places import find
from pursestrings.standing.engine import Engine
from pursestrings.standing.renderings import FORMS, render

_READABLE: Final = 100


@click.command()
@click.argument("place")
@click.argument("condition")
@dated
@click.option("--format", "form", type=click.Choice(FORMS), default=FORMS[0], show_default=True)
@click.option("--width", type=int, help="Columns of prose; the terminal's own, up to 100.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead.")
@freezes
@stored
def why(
    place: str,
    condition: str,
    on: date,
    known: date | None,
    form: str,
    width: int | None,
    out: Path | None,
    freeze: Path | None,
    force: bool,
    workspace: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """Why CONDITION stands as it does for PLACE: the whole reasoning with its sources.

    A group of conditions answers each member: one after the other, as JSON a list, as SVG one picture.
    """
    refuse_unwritable(out, freeze, force=force)
    found = find(place)
    engine = Engine(register_of(workspace, overlays))
    answers = [engine.standing(found, name, on, known) for name in engine.conditions(condition)]
    columns = width or min(shutil.get_terminal_size((_READABLE, 24)).columns, _READABLE)
    text = render(engine, answers, form, _READABLE if out and width is None else columns)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text, force=force)
    if freeze is not None:
        frozen_to(freeze, engine, condition, answers, force=force)
