"""Writes docs/data/datapackage.md, what stands in the tables of the data package, from src/pursestrings/exports/tables.py.

python tools/build_package_doc.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pursestrings.exports.tables import Field, Table, tables
from pursestrings.register.kinds import BY_FOLDER

PAGE = Path(__file__).resolve().parents[1] / "docs" / "data" / "datapackage.md"

_HEAD = """# The register as a data package

Written by `tools/build_package_doc.py` from `src/pursestrings/exports/tables.py`; run it after a change there.

    pursestrings export datapackage FOLDER                 # CSV and Parquet; needs the extra `analytics`
    pursestrings export datapackage FOLDER --format ftm    # FollowTheMoney entities instead, one a line
    frictionless validate FOLDER/datapackage.json

The package follows the Frictionless Data Package standard: `datapackage.json` names each table with its columns, size
and hash, the licence (CC BY 4.0), and the version of the register. Every table is there twice, as `data/NAME.csv`
and as `data/NAME.parquet`.

The first tables are the folders of the register. A row is a file, and no field is left out: what is nested (the acts
of a case, the answers of a policy) is JSON in a cell, in the same words as in the files, so that reading the package
back (`pursestrings register update FOLDER`) gives the same facts. Nothing in a cell means that nothing is said. Dates
are as precise as they are known: `2017-08-04`, `2017-08` or `2017`. The flat tables after them are made from these, for
those who want one line for each act, answer, award, agreement or source.

Your own facts stay out unless `--private` is given.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *(line for table in tables() for line in _section(table))]) + "\n"


def _section(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    yield table.description if table.name in BY_FOLDER else f"Flat. {table.description}"
    yield ""
    yield "| column | type | says |"
    yield "|---|---|---|"
    yield from (f"| {_named(one)} | {_type(one)} | {one.description} |" for one in table.fields)
    yield ""


def _named(field: Field) -> str:
    return f"**`{field.name}`**" if field.required else f"`{field.name}`"


def _type(field: Field) -> str:
    return " · ".join(f"`{value}`" for value in field.values) or field.type


if __name__ == "__main__":
    main()
