"""The command that gives the register away as open data."""

from __future__ import annotations

from pathlib import Path

import click

from pursestrings.cli.options import overlays_of, stored
from pursestrings.register.cache import load_files_cached
from pursestrings.workspace.folder import workspace_folder
from pursestrings.workspace.registers import base_of


@click.group()
def export() -> None:
    """Write the register as open data that other tools read."""


@export.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--format", "form", type=click.Choice(["tables", "ftm"]), default="tables", show_default=True,
    help="tables: CSV and Parquet. ftm: FollowTheMoney entities, a JSON object a line.",
)  # fmt: skip
@click.option("--private", is_flag=True, help="With the facts of your own; else they stay out.")
@stored
def datapackage(
    folder: Path, form: str, *, private: bool, workspace: Path | None, overlays: tuple[Path, ...]
) -> None:
    """Write a Frictionless Data Package into FOLDER, a new or empty one.

    `pursestrings register update FOLDER` reads the tables back.
    """
    from pursestrings.exports.datapackage import write_package

    place = workspace_folder(workspace)
    files = load_files_cached(overlays_of(place, overlays) if private else (), base_of(place))
    if files.problems:
        raise files.problems[0]
    count = write_package(files, folder, ftm=form == "ftm", private=private)
    click.echo(f"{count} files of the register {files.meta.version} are in {folder}.")
