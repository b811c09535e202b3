"""Commands on editions of the register: install an update, list and choose, compare two."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pursestrings.cli.differences import difference_lines
from pursestrings.cli.options import stored
from pursestrings.errors import FILE_BROKEN, NOT_A_REGISTER, OLDER_EDITION, PursestringsError, Where
from pursestrings.places import all_places
from pursestrings.register.check import check
from pursestrings.register.compared import fact_changes
from pursestrings.register.files import Files, shipped
from pursestrings.register.index import build
from pursestrings.register.load import load_files
from pursestrings.standing.compiled.differences import Side, touched
from pursestrings.standing.engine import Engine
from pursestrings.workspace.folder import workspace_folder
from pursestrings.workspace.registers import (
    Edition,
    chosen_name,
    editions,
    in_use,
    install,
    newer,
    use,
)

_HELD = "register.yaml"


@click.group()
def register() -> None:
    """Editions of the register: install an update, go back to an older one, compare two."""


@register.command()
@click.argument("source", type=click.Path(path_type=Path))
@stored
def update(source: Path, workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Install a newer register from SOURCE: a folder, a zip of one, or a data package made by `export`.

    It is checked before it takes effect, and the one in use before is kept: `register use` goes back to it.
    """
    folder = workspace_folder(workspace)
    with _unpacked(source) as found:
        files = load_files(base=found)
        problems = check(files)
        for problem in problems:
            click.echo(problem.line, err=True)
        if problems:
            click.echo(f"{len(problems)} problems: nothing was installed.", err=True)
            raise SystemExit(1)
        before = in_use(folder)
        if not newer(files.meta, before.meta):
            raise PursestringsError(OLDER_EDITION, found=files.meta.version, used=before.meta.version)
        edition = install(folder, files, found)
    click.echo(f"{edition.name} is in use: {_described(edition)}.")
    click.echo(f"Kept: {before.name}. Go back to it with: pursestrings register use {before.name}")


@register.command("list")
@stored
def list_editions(workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """List the editions that can be used; a star marks the one in use."""
    folder = workspace_folder(workspace)
    used = in_use(folder).name
    for edition in editions(folder):
        mark = "*" if edition.name == used else " "
        click.echo(f"{mark} {edition.name:<28} {_described(edition)}")
    if chosen_name(folder):
        click.echo(f"{used} was chosen, and stays in use until an update is installed.")


@register.command("use")
@click.argument("name")
@stored
def use_edition(name: str, workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Answer from the edition NAME from now on, such as `shipped`."""
    edition = use(workspace_folder(workspace), name)
    click.echo(f"{edition.name} is in use: {_described(edition)}.")


@register.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", required=False, type=click.Path(path_type=Path))
@click.option("--facts", "facts_only", is_flag=True, help="Leave out which answers it touches.")
def compare(old: Path, new: Path | None, *, facts_only: bool) -> None:
    """Say which facts differ between the registers OLD and NEW (the shipped one), and which answers that touches.

    An answer is told by the first day on which it comes out otherwise. These lines are what a correction
    in the register's `corrections/` names.
    """
    with _unpacked(old) as first, _unpacked(new or shipped()) as second:
        before, after = load_files(base=first), load_files(base=second)
    for change in fact_changes(before, after):
        click.echo(change.line)
    if facts_only:
        return
    places = [place for place in all_places() if place.level != "country"]
    sides = _side(before), _side(after)
    found = touched(*sides, places, after.meta.known_through.latest)
    click.echo(f"\n{len(found)} answers come out otherwise.")
    for one in found:
        click.echo("\n".join(difference_lines(one, sides[1][0].register)))


def _side(files: Files) -> Side:
    if files.problems:
        raise files.problems[0]
    engine = Engine(build(files))
    return engine.tables(None), engine.computable()


def _described(edition: Edition) -> str:
    return f"{edition.meta.title} {edition.meta.version}, known through {edition.meta.known_through}"


@contextmanager
def _unpacked(source: Path) -> Iterator[Path]:
    """The folder of the register in a source: itself, what a zip holds, or what a data package says."""
    with tempfile.TemporaryDirectory() as scratch:
        found = _extracted(source, Path(scratch)) if source.is_file() else source
        if (found / "datapackage.json").is_file():
            from pursestrings.exports.datapackage import write_register

            found = write_register(found, Path(scratch) / "read")
        if not (found / _HELD).is_file():
            raise PursestringsError(NOT_A_REGISTER, where=Where(str(source)))
        yield found


def _extracted(source: Path, scratch: Path) -> Path:
    """What a zip holds, or its only folder. Names that lead out of the scratch folder are refused by zipfile."""
    try:
        with zipfile.ZipFile(source) as archive:
            archive.extractall(scratch / "zip")
    except zipfile.BadZipFile as error:
        raise PursestringsError(FILE_BROKEN, where=Where(str(source)), why=str(error)) from None
    folder = scratch / "zip"
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder
