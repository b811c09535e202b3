"""Bringing a workspace of an older version up to this one, with a copy of the old beside it.

The version stands in SQLite's own `user_version`. Each step takes a database from one version to the
next; 0 is a new, empty file, whose tables the store creates.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from pursestrings.errors import WORKSPACE_NEWER, PursestringsError

VERSION: Final = 1

Step = Callable[[sqlite3.Connection], None]
STEPS: Final[Mapping[int, Step]] = {}


def upgrade(path: Path, steps: Mapping[int, Step] = STEPS, version: int = VERSION) -> Path | None:
    """Run the steps that are missing; return the backup made first, None where nothing was to do.

    Raises WORKSPACE_NEWER for a file that a later program wrote.
    """
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as connection:
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > version:
        raise PursestringsError(WORKSPACE_NEWER, found=found, known=version)
    if found in {0, version}:
        return None
    backup = path.with_suffix(f".v{found}.sqlite")
    shutil.copy2(path, backup)
    with closing(sqlite3.connect(path)) as connection, connection:
        for step in range(found, version):
            steps[step](connection)
            connection.execute(f"PRAGMA user_version = {step + 1}")
    return backup
