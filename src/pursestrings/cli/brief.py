"""The command that answers for a place."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import date
from pathlib import Path

import click

from pursestrings.brief.compose import Asked, compose
from pursestrings.cli.options import dated, register_of, stored
from pursestrings.places import find
from pursestrings.standing.cited import Json
from pursestrings.standing.engine import Engine
from pursestrings.workspace.folder import workspace_folder
from pursestrings.workspace.statements import statements_of


@click.command()
@click.argument("place")
@dated
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "html", "md"]), default="text", show_default=True
)
@click.option("--width", type=int, help="Columns of text; the terminal's own, or 100 where there is none.")
@stored
def brief(
    place: str,
    on: date,
    known: date | None,
    form: str,
    width: int | None,
    workspace: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """What hangs on which string for PLACE: strings, money, dates, and what the record says, with sources."""
    found = find(place)
    engine = Engine(register_of(workspace, overlays))
    said = statements_of(workspace_folder(workspace), found.ocd, on, known)
    click.echo(_rendered(compose(Asked(found, on, known), engine, said), form, width), nl=False)


def _rendered(answer: Json, form: str, width: int | None) -> str:
    if form == "json":
        return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
    if form == "text":
        from pursestrings.brief.terminal import Terminal

        columns = width or shutil.get_terminal_size((100, 24)).columns
        return Terminal(columns, colour=sys.stdout.isatty()).render(answer)
    from pursestrings.brief.pages import render

    return render(answer, form)
