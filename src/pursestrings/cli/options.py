"""Options that several commands share, and what they turn into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from pursestrings.dates import PartialDate
from pursestrings.errors import BAD_DATE, PursestringsError
from pursestrings.register.index import Register, load
from pursestrings.workspace.folder import overlay_of, workspace_folder
from pursestrings.workspace.registers import base_of

F = TypeVar("F", bound=Callable[..., Any])


class DayOption(click.ParamType[date]):
    """A day of the calendar as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or BAD_DATE."""
        if isinstance(value, date):
            return value
        try:
            day = PartialDate.parse(str(value))
        except ValueError:
            raise PursestringsError(BAD_DATE, text=str(value)) from None
        if not day.exact:
            raise PursestringsError(BAD_DATE, text=str(value))
        return day.earliest


def dated(command: F) -> F:
    """`--on` and `--as-known-on`."""
    command = click.option(
        "--as-known-on", "known", type=DayOption(), help="Count only what was known by this day."
    )(command)
    return click.option(
        "--on", type=DayOption(), default=lambda: date.today(), help="The day asked about; today."
    )(command)


def stored(command: F) -> F:
    """`--workspace` and `--register`."""
    command = click.option(
        "--register",
        "overlays",
        type=click.Path(path_type=Path),
        multiple=True,
        help="A folder of your own facts, laid over the shipped register.",
    )(command)
    return click.option(
        "--workspace",
        type=click.Path(path_type=Path),
        envvar="PURSESTRINGS_WORKSPACE",
        help="Where documents and findings are kept.",
    )(command)


def register_of(
    workspace: Path | None,
    overlays: tuple[Path, ...],
    *,
    without: Sequence[str] = (),
    supposing: Sequence[Path] = (),
) -> Register:
    """The register in use with the user's overlays, and with some facts otherwise where that is asked."""
    folder = workspace_folder(workspace)
    return load(overlays_of(folder, overlays), base_of(folder), without=without, supposing=supposing)


def overlays_of(folder: Path, overlays: tuple[Path, ...]) -> tuple[Path, ...]:
    """The overlays named, else the workspace's own if it has one."""
    own = overlay_of(folder)
    return overlays or ((own,) if own.is_dir() else ())
