"""The command that tells who printed a quotation."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from pursestrings.cli.options import stored
from pursestrings.workspace.folder import database_of, workspace_folder
from pursestrings.workspace.store import Store

Json = dict[str, Any]


@click.command()
@click.argument("words", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@stored
def quoted(words: str | None, form: str, workspace: Path | None, overlays: tuple[Path, ...]) -> None:
    """Who printed a quotation, and who first, among the documents that were read.

    WORDS are some of its words; without them, every quotation that more than one document carries is listed.
    Copies of one story are one source. A rewritten copy is none, and nobody's words may be quoted from it.
    """
    from pursestrings.workspace.voices import SCHEMA, voices

    with Store(database_of(workspace_folder(workspace))) as store:
        found = voices(store, words)
    if form == "json":
        click.echo(json.dumps({"schema": SCHEMA, "asked": words, "quotations": found}, ensure_ascii=False))
    elif found:
        click.echo("\n\n".join("\n".join(_lines(one)) for one in found))
    else:
        click.echo("Nothing found.", err=True)
        sys.exit(1)


def _lines(one: Json) -> Iterator[str]:
    yield one["words"] or "Words that stand in rewritten copies only: do not quote them"
    count, unknown = one["independent_sources"], one["unknown_outlets"]
    besides = f", and {unknown} of unknown outlet that may come from the others" if unknown else ""
    sources = f"{count} independent source{'' if count == 1 else 's'}{besides}"
    yield f"  {one['speaker'] or 'speaker unknown'}; {sources}"
    yield f"  {_first(one['first'])}"
    for document in one["documents"]:
        yield f"  - {_document(document, one['words'])}"


def _first(first: Json) -> str:
    told = [_publication(one) for one in first["publications"]]
    if not told:
        return "First publication: unknown"
    if first["certainty"] == "known":
        return f"First: {told[0]}"
    if first["certainty"] == "tie":
        return f"First on the same day: {' and '.join(told)}"
    return f"First publication: unknown; it may be {' or '.join(told)}"


def _publication(one: Json) -> str:
    name = one["outlet"] or f"the document {', '.join(one['documents'])}"
    if one["date"]:
        return f"{name}, {one['date']}"
    return f"{name}, by {one['by']}" if one["by"] else f"{name}, undated"


def _document(one: Json, fullest: str | None) -> str:
    parts = [one["publisher"] or "outlet unknown", one["published"] or "undated"]
    if one["origin"]:
        parts.append(f"from {one['origin']}")
    if one["copy_of"]:
        parts.append(f"a {'rewritten ' if one['do_not_quote'] else ''}copy of {one['copy_of']}")
    if one["do_not_quote"]:
        parts.append("do not quote")
    if one["sample"]:
        parts.append("sample")
    others = "".join(f"\n      {words}" for words in one["words"] if words != fullest)
    return f"{', '.join(parts)} [{one['document']}]{others}"
