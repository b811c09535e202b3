"""Commands by which a person decides on findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pursestrings.cli.options import stored
from pursestrings.errors import BAD_OPTION, PursestringsError
from pursestrings.workspace.folder import database_of, overlay_of, workspace_folder
from pursestrings.workspace.review import accept, edit, reject, waiting
from pursestrings.workspace.store import Store


def _changes(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    changes = {}
    for value in values:
        name, equals, new = value.partition("=")
        if not equals or not name:
            raise PursestringsError(
                BAD_OPTION, what=f"--set {value} is no change.", hint="Write --set FIELD=VALUE."
            )
        changes[name] = new
    return changes


_SET = click.option(
    "--set", "changes", multiple=True, callback=_changes, help="FIELD=VALUE, as often as needed."
)


@click.group(invoke_without_command=True)
@click.option("--kind", help="Only findings of this kind, such as statement.")
@click.option("--document", help="Only findings of the document with this id.")
@stored
@click.pass_context
def review(
    ctx: click.Context,
    kind: str | None,
    document: str | None,
    workspace: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """List the findings that wait for a decision; accept, edit or reject one by its id.

    An accepted finding becomes a fact of your own and shows in the next brief. A rejected one stays away.
    """
    if ctx.invoked_subcommand is not None:
        return
    with Store(database_of(workspace_folder(workspace))) as store:
        rows = waiting(store, kind, document)
    source = None
    for row in rows:
        if row.source != source:
            source = row.source
            click.echo(f"{row.title or row.source} ({row.source})")
        click.echo(f"  {row.id}  {row.finding['kind']:<10} {summary(row.finding)}")
    click.echo(f"{len(rows)} findings wait.")


def summary(finding: dict[str, Any]) -> str:
    """A finding on one line: what it says, and the words it says it of."""
    anchors = finding.get("content") or [finding["anchor"]]
    words = " … ".join(" ".join(anchor["exact"].split()) for anchor in anchors)
    short = words if len(words) < 90 else words[:87] + "…"
    if finding["kind"] == "statement":
        return f"{finding['speaker']['name'] or 'someone'}: {short}"
    skipped = {"kind", "document", "anchor", "score", "lat", "lon", "geoid", "runner_up"}
    values = [
        str(value) for key, value in finding.items() if key not in skipped and value not in (None, [], False)
    ]
    return f"{', '.join(values)}: {short}"


@review.command("accept")
@click.argument("finding")
@_SET
@stored
def accept_command(
    finding: str, changes: dict[str, str], workspace: Path | None, overlays: tuple[Path, ...]
) -> None:
    """Make a fact of FINDING."""
    folder = workspace_folder(workspace)
    with Store(database_of(folder)) as store:
        path = accept(store, finding, overlay_of(folder), changes)
    click.echo(f"Accepted: {path}")


@review.command("edit")
@click.argument("finding")
@_SET
@stored
def edit_command(
    finding: str, changes: dict[str, str], workspace: Path | None, overlays: tuple[Path, ...]
) -> None:
    """Change fields of FINDING; it goes on waiting."""
    with Store(database_of(workspace_folder(workspace))) as store:
        edited = edit(store, finding, changes)
    click.echo(summary(edited))


@review.command("reject")
@click.argument("finding")
@stored
def reject_command(finding: str, workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Put FINDING aside; the same text does not bring it back."""
    with Store(database_of(workspace_folder(workspace))) as store:
        click.echo(f"Rejected: {reject(store, finding)}")
