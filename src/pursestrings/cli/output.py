"""Files written for the user: whole or not at all, and never over another without being told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from pursestrings.errors import FILE_EXISTS, FILE_UNWRITABLE, PursestringsError, Where
from pursestrings.standing.answer import Standing
from pursestrings.standing.engine import Engine

F = TypeVar("F", bound=Callable[..., Any])

forced = click.option("--force", is_flag=True, help="Write over a file that exists.")


def freezes(command: F) -> F:
    """`--freeze`, and `--force` to write over a file."""
    command = forced(command)
    return click.option(
        "--freeze",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Keep the whole answer in this file, for `recompute`.",
    )(command)


def frozen_to(path: Path, engine: Engine, asked: str, answers: Sequence[Standing], *, force: bool) -> None:
    """Keep the answers to one question in a file, and say on stderr that it is done."""
    from pursestrings.standing.frozen import freeze

    frozen = freeze(engine, asked, answers)
    write_file(path, frozen.text(), force=force)
    private = " It cites facts of your own that are private." if frozen.private else ""
    click.echo(f"Frozen in {path}.{private}", err=True)


def refuse_unwritable(*paths: Path | None, force: bool) -> None:
    """Refuse a file that could not be written, before any work is done for it.

    Raises FILE_EXISTS where one stands that `force` does not give up, FILE_UNWRITABLE where there is no folder.
    """
    for path in paths:
        if path is None:
            continue
        if path.exists() and not force:
            raise PursestringsError(FILE_EXISTS, where=Where(str(path)))
        if not path.parent.is_dir():
            raise PursestringsError(FILE_UNWRITABLE, where=Where(str(path)), why="there is no such folder")


def write_file(path: Path, text: str, *, force: bool) -> None:
    """Write UTF-8 text, as `whole_file` does."""
    with whole_file(path, force=force) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[Path]:
    """A file beside `path` to write to, moved there once it is whole; if writing fails nothing is left.

    Raises FILE_EXISTS as `refuse_unwritable` does, and FILE_UNWRITABLE where the folder takes no file.
    """
    refuse_unwritable(path, force=force)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        why = error.strerror or "the system gave no reason"
        raise PursestringsError(FILE_UNWRITABLE, where=Where(str(path)), why=why) from None
    finally:
        part.unlink(missing_ok=True)
