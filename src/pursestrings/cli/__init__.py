"""The command line: one file per group of commands, each loaded only when it is called."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from typing import Final

import click

from pursestrings import __version__
from pursestrings.errors import DISK_FULL, PursestringsError

_COMMANDS: Final = {
    "read": ("documents", "Read documents and keep what they say."),
    "find": ("documents", "Search the documents that were read."),
    "quoted": ("quoted", "Who printed a quotation, and who first."),
    "forget": ("documents", "Remove a document and all that came from it."),
    "review": ("review", "List, accept, edit or reject findings."),
    "brief": ("brief", "What hangs on which string for a place."),
    "standing": ("standing", "One condition, one place, one day."),
    "why": ("why", "Why it stands so: the reasoning with its sources."),
    "recompute": ("frozen", "What is different now from answers kept in files."),
    "changes": ("differences", "What changed in standing, and which act did it."),
    "whatif": ("differences", "Standing with some facts otherwise, beside today's."),
    "timeline": ("timeline", "A condition, a case or a place over the years."),
    "conditions": ("standing", "List the conditions that can be asked about."),
    "places": ("standing", "Look up a government."),
    "check": ("register", "Check the register and overlays."),
    "register": ("registers", "Editions of the register: update, list, use, compare."),
    "new": ("new", "Start a fact: a commented file with the right id."),
    "coverage": ("coverage", "What the register covers, and what it lacks."),
    "export": ("export", "The register as open data."),
    "workspace": ("documents", "Where the workspace is; back it up."),
}


class _LazyGroup(click.Group):
    """Imports a command's module when the command is called, so that the rest costs nothing."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click would call it a failure where the reader of the output goes away (`| head`)."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno not in {errno.EPIPE, errno.ENOSPC}:
                raise
            # What waits to be written has nowhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if error.errno == errno.EPIPE:
                ctx.exit(0)
            raise PursestringsError(DISK_FULL, what=error.filename or "the output") from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"pursestrings.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in _COMMANDS.items()])


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pursestrings")
def cli() -> None:
    """Which immigration-enforcement strings are tied to a government's federal money?

    Answers come from a register of dated, sourced facts. They are no legal advice.
    """


def main() -> None:
    """Run the program: exit 0 done, 1 something in the input failed, 2 the call was wrong."""
    # Before numpy is loaded: processes share out the documents, and threads of its own within each only get in their way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        cli.main(standalone_mode=False)
    except PursestringsError as error:
        click.echo(f"pursestrings: {error.line}", err=True)
        sys.exit(error.kind.status)
    except click.exceptions.Abort:
        click.echo("pursestrings: stopped; what was done is kept.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
