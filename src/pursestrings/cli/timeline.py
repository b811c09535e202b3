"""The command that draws years: a condition, a case or a place."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import date
from pathlib import Path

import click

from pursestrings.cli.options import DayOption, register_of, stored
from pursestrings.cli.output import forced, refuse_unwritable, write_file
from pursestrings.standing.engine import Engine
from pursestrings.standing.timeline.model import Timeline
from pursestrings.standing.timeline.resolve import timeline_of
from pursestrings.standing.timeline.window import within


@click.command()
@click.argument("name", metavar="CONDITION|CASE|PLACE")
@click.option("--from", "first", type=DayOption(), help="The first day shown; that of the first change.")
@click.option("--until", type=DayOption(), help="The day before which the chart ends; after the last change.")
@click.option("--as-known-on", "known", type=DayOption(), help="Count only what was known by this day.")
@click.option(
    "--format", "form", type=click.Choice(["text", "svg", "json"]), default="text", show_default=True
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("--width", type=int, help="Columns of text; the terminal's own, or 100 where there is none.")
@forced
@stored
def timeline(
    name: str,
    first: date | None,
    until: date | None,
    known: date | None,
    form: str,
    out: Path | None,
    width: int | None,
    force: bool,
    workspace: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """Bars over the years, with what happened on each day that changed something.

    A condition or a group of conditions shows whom it bound when; a case, what its orders protected; a
    place, what force each condition had there. Give an id, an alias or a place's name.
    """
    refuse_unwritable(out, force=force)
    engine = Engine(register_of(workspace, overlays))
    chart = within(timeline_of(name, engine, known), first, until)
    if form == "json":
        whole = {**chart.as_json(), "register": engine.edition()}
        drawn = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    else:
        drawn = _drawn(chart, form, width, colour=out is None and sys.stdout.isatty())
    if out is None:
        click.echo(drawn, nl=False)
    else:
        write_file(out, drawn, force=force)


def _drawn(chart: Timeline, form: str, width: int | None, *, colour: bool) -> str:
    if form == "svg":
        from pursestrings.standing.timeline.svg import render as render_svg

        return render_svg(chart)
    from pursestrings.standing.timeline.text import render

    columns = width or shutil.get_terminal_size((100, 24)).columns
    return render(chart, columns, colour=colour)
