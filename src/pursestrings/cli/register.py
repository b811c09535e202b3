"""Checking and tidying the register and one's own facts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pursestrings.cli.options import DayOption, overlays_of, stored
from pursestrings.dates import PartialDate
from pursestrings.errors import PursestringsError
from pursestrings.register.cache import load_files_cached
from pursestrings.register.check import check as run_check
from pursestrings.register.check import warnings
from pursestrings.register.checks.cited import unheld
from pursestrings.register.files import Files, in_a_checkout, shipped, yaml_files
from pursestrings.register.kinds import BY_FOLDER
from pursestrings.register.writer import put
from pursestrings.workspace.folder import workspace_folder
from pursestrings.workspace.registers import base_of


@click.command()
@click.option("--fix", is_flag=True, help="First put fields, acts and line ends in order; no word changes.")
@click.option(
    "--on", type=DayOption(), help="Also warn of facts at which nobody has looked for a year by this day."
)
@stored
def check(fix: bool, on: date | None, workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Check the register and the overlays; every problem with file, line and what to do.

    A warning is no problem: the exit status is 1 for problems alone.
    """
    folder = workspace_folder(workspace)
    own = overlays_of(folder, overlays)
    base = base_of(folder)
    if fix:
        for path in _tidy(own if base or not in_a_checkout() else (shipped(), *own)):
            click.echo(f"put in order: {path}")
    files = load_files_cached(own, base)
    problems = run_check(files)
    for problem in problems:
        click.echo(problem.line, err=True)
    if unheld():
        click.echo("Courts and citations were not checked: that needs the extra [read].", err=True)
    warned = _warn(files, on) if on else ""
    click.echo(f"{len(files.entries)} files, {len(problems)} problems{warned}.")
    if problems:
        raise SystemExit(1)


def _warn(files: Files, on: date) -> str:
    found = warnings(files, PartialDate(on.year, on.month, on.day))
    for warning in found:
        click.echo(f"warning: {warning.line}", err=True)
    return f", {len(found)} warnings"


def _tidy(folders: tuple[Path, ...]) -> list[Path]:
    """Put every file of these folders in order; one that is broken is left for the check to name."""
    from pursestrings.register.fix import tidied

    changed = []
    for folder in folders:
        for path in yaml_files(folder):
            kind = BY_FOLDER.get(path.relative_to(folder).parts[0])
            try:
                text = path.read_text(encoding="utf-8")
                new = tidied(text, str(path), kind.model) if kind else text
            except (PursestringsError, UnicodeDecodeError, OSError):
                continue
            if new != text:
                put(path, new)
                changed.append(path)
    return changed
