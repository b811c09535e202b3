"""Where a workspace lies, and what lies in it."""

from __future__ import annotations

from pathlib import Path

import click


def workspace_folder(named: Path | None = None) -> Path:
    """The folder named, else the one in the user's data folder."""
    return named or Path(click.get_app_dir("pursestrings"))


def overlay_of(folder: Path) -> Path:
    """The workspace's own facts: an overlay over the shipped register."""
    return folder / "register"


def database_of(folder: Path) -> Path:
    """The SQLite file of documents, findings and decisions."""
    return folder / "workspace.sqlite"


def registers_of(folder: Path) -> Path:
    """The updates of the register that the workspace has installed."""
    return folder / "registers"
