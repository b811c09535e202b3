"""A panel as CSV, JSON lines or Parquet, each with a data dictionary beside it."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, TextIO

from pursestrings.errors import EXTRA_MISSING, FILE_UNWRITABLE, PursestringsError, Where
from pursestrings.standing.compiled.panel import (
    COLUMNS,
    PLACE_COLUMNS,
    STRETCH_COLUMNS,
    Column,
    Panel,
    place_values,
    stretch_values,
)

SCHEMA: Final = "1"
FORMATS: Final = ("csv", "jsonl", "parquet")
_MEMORY: Final = "1200MB"
"""What DuckDB may hold; it writes the rest to disk."""


def write_csv(panel: Panel, out: TextIO) -> None:
    """One line a row under a line of column names; nothing stands for what is not known."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in COLUMNS)
    writer.writerows(_rows(panel))


def write_jsonl(panel: Panel, out: TextIO) -> None:
    """One JSON object a row; `blocked_by` is a list."""
    names = [column.name for column in COLUMNS]
    for *values, blocked_by in _rows(panel):
        row = dict(zip(names, [*values, (blocked_by or "").split()], strict=True))
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _rows(panel: Panel) -> Iterator[tuple[str | None, ...]]:
    """The rows as text; the part that places of one class share is made once."""
    shared = {of: [stretch_values(one) for one in panel.stretches(of)] for of in panel.members}
    for place, of in panel.placed():
        start = place_values(place)
        for values in shared[of]:
            yield start + values


def write_parquet(panel: Panel, path: Path) -> None:
    """The same rows in no order, joined by DuckDB from the places and the stretches of their classes.

    Raises EXTRA_MISSING without the extra `analytics`, FILE_UNWRITABLE where the disk takes no file.
    """
    try:
        import duckdb
    except ImportError:
        raise PursestringsError(EXTRA_MISSING, extra="analytics") from None
    with tempfile.TemporaryDirectory() as folder:
        number = {of: str(position) for position, of in enumerate(panel.members)}
        places = ((number[of], *place_values(place)) for place, of in panel.placed())
        stretches = (
            (number[of], *stretch_values(one)) for of in panel.members for one in panel.stretches(of)
        )
        of = Column("of", "INTEGER", "")
        left = _table(Path(folder, "places.csv"), (of, *PLACE_COLUMNS), places)
        right = _table(Path(folder, "stretches.csv"), (of, *STRETCH_COLUMNS), stretches)
        names = ", ".join(f'"{column.name}"' for column in COLUMNS)
        try:
            with duckdb.connect() as database:
                database.execute(f"SET memory_limit = '{_MEMORY}'; SET temp_directory = '{folder}'")
                database.execute(
                    f'COPY (SELECT {names} FROM {left} JOIN {right} USING ("of")) '  # noqa: S608 - names are ours
                    "TO $path (FORMAT parquet, COMPRESSION zstd)",
                    {"path": str(path)},
                )
        except duckdb.Error as error:
            why = str(error).splitlines()[0]
            raise PursestringsError(FILE_UNWRITABLE, where=Where(str(path)), why=why) from None


def _table(path: Path, columns: tuple[Column, ...], rows: Iterable[tuple[str | None, ...]]) -> str:
    """Rows in a file, and the words by which DuckDB reads them with their types."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    types = ", ".join(f"'{column.name}': '{column.type}'" for column in columns)
    return f"read_csv('{path}', header = false, auto_detect = false, columns = {{{types}}})"


def dictionary(panel: Panel, question: dict[str, object], edition: dict[str, object]) -> dict[str, object]:
    """What a reader of the file must know: the columns, the question, the facts it rests on, what is left out."""
    return {
        "schema": SCHEMA,
        "question": question,
        "places": len(panel.places),
        "conditions": [condition.id for condition in panel.conditions],
        "rows": panel.rows,
        "left_out": {"pairs": panel.left_out, "why": "reach is `outside` on every day asked for"},
        "columns": [
            {
                "name": one.name,
                "type": one.type,
                "says": one.words,
                "values": [str(value) for value in one.values],
            }
            for one in COLUMNS
        ],
        "register": edition,
    }
