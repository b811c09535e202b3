"""Answers kept in files, and what has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from pursestrings.cli.options import register_of, stored
from pursestrings.errors import PursestringsError
from pursestrings.standing.engine import Engine
from pursestrings.standing.frozen import read_frozen
from pursestrings.standing.recompute import Comparison, Difference, compare

_VALUE: Final = 60  # columns of a value on a line of text; JSON gives it whole


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@stored
def recompute(files: tuple[Path, ...], form: str, workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Ask the question of each frozen answer again, and say what is different now and why.

    Ends with 1 where an answer differs, or a file holds none; with 0 where every answer is the same.
    """
    engine = Engine(register_of(workspace, overlays))
    compared: list[tuple[Path, Comparison]] = []
    for path in files:
        try:
            compared.append((path, compare(read_frozen(path), engine)))
        except PursestringsError as error:
            click.echo(f"pursestrings: {error.line}", err=True)
    if form == "json":
        rows = [{"file": str(path), **found.as_json()} for path, found in compared]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for path, found in compared:
            click.echo("\n".join(_lines(path, found)))
    if len(compared) < len(files) or not all(found.same_answer for _, found in compared):
        raise SystemExit(1)


def _lines(path: Path, found: Comparison) -> Iterator[str]:
    """What differs, as an outline: the values, what the program and the register are, the facts, the sentences."""
    if found.same:
        yield f"{path}: the same."
        return
    if found.problem is not None:
        yield f"{path}: the question can no longer be answered: {found.problem}"
    elif found.same_answer:
        yield f"{path}: the answer is the same; not all that it rests on is."
    else:
        yield f"{path}: the answer differs."
    yield from (_difference(one) for one in (*found.fields, *found.edition))
    yield from (f"  cited anew: {name}" for name in found.cited_anew)
    yield from (f"  no longer cited: {name}" for name in found.no_longer_cited)
    for fact in found.changed:
        parts = ", ".join(part.replace("_", " ") for part in fact.parts) or "what it says"
        yield f"  changed: {fact.id} ({parts})"
    yield from (f"  no longer said: {claim}" for claim in found.claims_gone)
    yield from (f"  now said: {claim}" for claim in found.claims_new)


def _difference(one: Difference) -> str:
    if isinstance(one.old, dict) and one.new is None:
        return f"  {one.field}: gone"
    if isinstance(one.new, dict) and one.old is None:
        return f"  {one.field}: new"
    return f"  {one.field}: {_value(one.old)} → {_value(one.new)}"


def _value(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _VALUE else f"{text[: _VALUE - 1]}…"
