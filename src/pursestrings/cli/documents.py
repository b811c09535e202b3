"""Commands on documents: read, find, forget, workspace."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pursestrings.cli.options import register_of, stored
from pursestrings.cli.progress import Progress
from pursestrings.errors import NOT_FOUND, PursestringsError
from pursestrings.workspace.folder import database_of, overlay_of, workspace_folder
from pursestrings.workspace.store import Store
from pursestrings.workspace.workers import cores

if TYPE_CHECKING:
    from pursestrings.workspace.ingest import Outcome


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True,
    help="jsonl prints documents and findings, and stores nothing.",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(1), default=cores, show_default="one a core",
    help="Processes that read many files at a time; few files are read by one.",
)  # fmt: skip
@stored
def read(
    paths: tuple[Path, ...], form: str, jobs: int, workspace: Path | None, overlays: tuple[Path, ...]
) -> None:
    """Read files and folders of text, HTML, PDF or DOCX: who said what, and what they name.

    A file that cannot be read is named, and the others are read all the same. Reading again skips what
    is stored, so a run that was stopped goes on where it was.
    """
    from pursestrings.workspace.ingest import files_of, ingest, read_only

    register = register_of(workspace, overlays)
    files, problems = files_of(paths)
    for problem in problems:
        click.echo(f"pursestrings: {problem.line}", err=True)
    with ExitStack() as held:
        if form == "jsonl":
            outcomes = read_only(files, register, jobs)
        else:
            store = held.enter_context(Store(database_of(workspace_folder(workspace))))
            outcomes = ingest(files, store, register, jobs)
        failed = _tell(held.enter_context(closing(outcomes)), len(files))
    if problems or failed:
        sys.exit(1)


def _tell(outcomes: Iterable[Outcome], files: int) -> int:
    """Print what became of each file as it comes; return how many could not be read."""
    failed = 0
    with Progress("Reading", files) as progress:
        for outcome in outcomes:
            progress.clear()
            for line in outcome.lines:
                click.echo(line)
            if outcome.problem is not None:
                failed += 1
                click.echo(f"pursestrings: {outcome.problem.line}", err=True)
            progress.step(worked=not outcome.known)
    return failed


@click.command()
@click.argument("query")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1))
@stored
def find(query: str, limit: int, workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Search what was read: every word of QUERY in one sentence, or an id such as usc-8-1373."""
    from pursestrings.workspace.search import search

    with Store(database_of(workspace_folder(workspace))) as store:
        hits = search(store, query, limit)
    for hit in hits:
        where = ", ".join(part for part in (hit.title or hit.source, hit.publisher, hit.published) if part)
        click.echo(f"{' '.join(hit.words.split())}\n    {where} [{hit.document}:{hit.start}-{hit.end}]")
    if not hits:
        click.echo("Nothing found.", err=True)
        sys.exit(1)


@click.command()
@click.argument("document")
@stored
def forget(document: str, workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Remove a document, its findings, and the facts that they had become. DOCUMENT: its id or file name."""
    folder = workspace_folder(workspace)
    with Store(database_of(folder)) as store:
        found = [row for row in store.documents() if row.id.startswith(document) or row.source == document]
        if len(found) != 1:
            names = ", ".join(row.source for row in found) or "none"
            raise PursestringsError(NOT_FOUND, what="one document", text=document, hint=f"It fits: {names}.")
        facts = store.forget(found[0].id)
    for fact in facts:
        (overlay_of(folder) / fact).unlink(missing_ok=True)
    click.echo(f"Forgot {found[0].source} and {len(facts)} facts made from it.")


@click.group()
def workspace() -> None:
    """Where documents, findings and your own facts are kept."""


@workspace.command("show")
@stored
def show(workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Print where the workspace is and what it holds."""
    folder = workspace_folder(workspace)
    with Store(database_of(folder)) as store:
        rows = store.documents()
    click.echo(f"{folder}\n{len(rows)} documents")
    for row in rows:
        copy = f", a copy of {row.copy_of}" if row.copy_of else ""
        click.echo(f"{row.id}  {row.title or row.source} ({row.publisher or 'outlet unknown'}{copy})")


@workspace.command("backup")
@click.argument("target", type=click.Path(path_type=Path))
@stored
def backup(target: Path, workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Write a whole copy of the database to the new file TARGET."""
    with Store(database_of(workspace_folder(workspace))) as store:
        store.backup(target)
    click.echo(f"Wrote {target}.")
