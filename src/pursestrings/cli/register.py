"""Commands on the register itself."""

from __future__ import annotations

from pathlib import Path

import click

from pursestrings.cli.options import stored
from pursestrings.register.check import check as run_check
from pursestrings.register.load import load_files
from pursestrings.workspace.folder import overlay_of, workspace_folder


@click.command()
@stored
def check(workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Check the shipped register and the overlays; every problem with file, line and what to do."""
    own = overlay_of(workspace_folder(workspace))
    files = load_files(overlays or ((own,) if own.is_dir() else ()))
    problems = run_check(files)
    for problem in problems:
        click.echo(problem.line, err=True)
    click.echo(f"{len(files.entries)} files, {len(problems)} problems.")
    if problems:
        raise SystemExit(1)
