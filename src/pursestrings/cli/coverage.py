"""The command that says what the register covers and what it lacks."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from pursestrings.cli.options import DayOption, register_of, stored
from pursestrings.places import find
from pursestrings.register.coverage.counts import Counts, KindCount, counts
from pursestrings.register.coverage.missing import missing
from pursestrings.register.coverage.place import PlaceCoverage, coverage_of
from pursestrings.register.index import Register
from pursestrings.register.models.base import Confidence, SeenAt
from pursestrings.standing.words import plain

SCHEMA = "1"
"""The version of the JSON form, as docs/schema/coverage.schema.json has it."""

_READABLE, _NARROWEST = 100, 40


@click.command()
@click.argument("place", required=False)
@click.option(
    "--on", type=DayOption(), default=lambda: date.today(), help="The day asked about, for a place; today."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@stored
def coverage(
    place: str | None, on: date, form: str, workspace: Path | None, overlays: tuple[Path, ...]
) -> None:
    """What the register covers, for PLACE or in all, and what it is known to lack."""
    register = register_of(workspace, overlays)
    if place is None:
        _show_all(register, form)
    else:
        _show_place(coverage_of(find(place), on, register), form)


def _show_all(register: Register, form: str) -> None:
    found = counts(register)
    meta = register.meta
    gaps = list(missing(register, found))
    if form == "json":
        days = {"covers_from": str(meta.covers_from), "known_through": str(meta.known_through)}
        told = {"schema": SCHEMA, **days, **found.as_json(), "gaps": gaps}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    click.echo(f"{meta.title} {meta.version}: from {meta.covers_from} through {meta.known_through}.\n")
    click.echo("\n".join(_kinds(found)))
    click.echo(f"\n{_answers(found)}\n")
    click.echo("\n".join(_states(found)))
    click.echo("\nKnown to be missing:")
    click.echo("\n".join(_bullets(gaps)))


def _kinds(found: Counts) -> Iterator[str]:
    """The counts by kind in 80 columns; what the heads stand for is said under them."""
    yield f"{'kind':<15} {'facts':>6}{'prim':>6}{'sec':>6}{'rec':>6} |{'orig':>6}{'offi':>6}{'exc':>5}{'rep':>5} | years"
    for kind, count in sorted(found.kinds.items(), key=lambda item: -item[1].total):
        trust = "".join(f"{count.confidence[one.value]:>6,}" for one in Confidence)
        looked = "".join(
            f"{count.looked[one.value]:>{width},}" for one, width in zip(SeenAt, (6, 6, 5, 5), strict=True)
        )
        yield f"{plain(kind):<15} {count.total:>6,}{trust} |{looked} | {_span(count)}"
    yield "How sure: primary, secondary, recalled. Looked at: the original, an official page, an"
    yield "excerpt, a report."


def _span(count: KindCount) -> str:
    return f"{min(count.years)}-{max(count.years)}" if count.years else ""


def _answers(found: Counts) -> str:
    known = sum(found.answers.values())
    asked = known + found.unanswered
    by = ", ".join(f"{count:,} from {_BASIS[basis]}" for basis, count in found.answers.most_common())
    return f"Of {asked:,} questions that the codebook puts to local policies, {known:,} are answered: {by}."


_BASIS = {"text": "a text read", "official": "an official", "press": "the press"}


def _states(found: Counts) -> Iterator[str]:
    yield "state  places  policies  state rules  287(g) agreements"
    for state, count in sorted(found.states.items()):
        yield (
            f"{state:<5} {count['places']:>7,} {count['policies']:>9,} {count['state rules']:>12,}"
            f" {count['agreements']:>18,}"
        )


def _show_place(found: PlaceCoverage, form: str) -> None:
    if form == "json":
        place = {"id": found.place.ocd, "name": found.place.label, "on": found.on.isoformat()}
        told = {"schema": SCHEMA, "place": place, **found.as_json()}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    thin = " The record is thin: no text of its own was read." if found.thin else ""
    click.echo(f"{found.place.label} on {found.on}, from a record that runs to {found.known_through}.{thin}")
    click.echo("\nHeld: " + ", ".join(f"{plain(kind)} {count}" for kind, count in found.holds.items()) + ".")
    if found.years:
        click.echo("By year: " + ", ".join(f"{year}: {count}" for year, count in found.years.items()) + ".")
    if found.answered:
        click.echo("\nAnswered by its own rules, and on what basis:")
        for feature, basis in found.answered.items():
            click.echo(f"  {plain(feature):<40} {basis.value}")
    click.echo("\nKnown to be missing:")
    click.echo("\n".join(_bullets(found.gaps)) or "  nothing that the register knows of")


def _bullets(texts: Iterable[str]) -> Iterator[str]:
    columns = max(min(shutil.get_terminal_size((_READABLE, 24)).columns, _READABLE), _NARROWEST)
    for text in texts:
        yield textwrap.fill(text, columns, initial_indent="  - ", subsequent_indent="    ")
