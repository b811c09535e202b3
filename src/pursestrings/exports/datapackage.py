"""The register as a Frictionless Data Package, and a data package read back as a register.

The tables of the folders hold every field of every fact, nested ones as JSON; the flat tables beside them
are made from these for those who want one line for each act, answer, award or source.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from pursestrings.errors import (
    EXTRA_MISSING,
    FILE_BROKEN,
    FILE_UNWRITABLE,
    PursestringsError,
    Where,
)
from pursestrings.exports.ftm import entities
from pursestrings.exports.tables import Field, Row, Table, tables
from pursestrings.register.checks.walk import current
from pursestrings.register.files import Entry, Files
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.plain import plain
from pursestrings.register.writer import put, written

_LICENCES: Final = [
    {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0 International",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }
]
_SOURCE: Final = {"title": "The publishers named with each fact"}
_DUCKDB: Final = {"integer": "BIGINT", "number": "DECIMAL(18, 2)", "boolean": "BOOLEAN"}
_DESCRIPTOR: Final = "datapackage.json"


def write_package(files: Files, folder: Path, *, ftm: bool = False, private: bool = False) -> int:
    """Write the package into a new or empty folder, whole or not at all; return how many files of the register it holds.

    With `ftm` it holds FollowTheMoney entities in place of tables. Facts of the user's own stay out unless
    `private`. Raises EXTRA_MISSING, FILE_UNWRITABLE.
    """
    if folder.exists() and any(folder.iterdir()):
        why = "the folder holds something, and nothing is written over"
        raise PursestringsError(FILE_UNWRITABLE, where=Where(str(folder)), why=why)
    kept = [entry for entry in files.entries if private or not entry.private]
    entries = current(replace(files, entries=kept))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as scratch:
            made = Path(scratch) / "package"
            _fill(made, files, entries, ftm=ftm)
            if folder.is_dir():
                folder.rmdir()
            made.rename(folder)
    except OSError as error:
        raise PursestringsError(FILE_UNWRITABLE, where=Where(str(folder)), why=error.strerror) from None
    return len(entries)


def _fill(folder: Path, files: Files, entries: list[Entry], *, ftm: bool) -> None:
    if ftm:
        resources = [_entities(entries, folder)]
    else:
        resources = [_write(table, entries, folder) for table in tables()]
    descriptor = {
        "name": "pursestrings-register",
        "title": files.meta.title,
        "description": "Strings that tie federal money to immigration enforcement: conditions, court orders, "
        "notices, local policies, state rules, awards and what was said, each fact dated and sourced.",
        "version": f"{files.meta.version}+{files.digest}",
        "licenses": _LICENCES,
        "sources": [_SOURCE if ftm else _SOURCE | {"path": "data/sources.csv"}],
        "register": plain(files.meta),
        "codebook": plain(files.codebook),
        "resources": resources,
    }
    put(folder / _DESCRIPTOR, json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n")


def _entities(entries: list[Entry], folder: Path) -> dict[str, Any]:
    path = folder / "data" / "entities.ftm.json"
    put(path, "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entities(entries)))
    about = "Places, officials, associations, lawsuits and payments, an entity a line."
    return _resource(path, "entities", about) | {"format": "json", "mediatype": "application/json+ftm"}


def _write(table: Table, entries: list[Entry], folder: Path) -> dict[str, Any]:
    path = folder / "data" / f"{table.name}.csv"
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in table.fields)
    writer.writerows([_cell(row.get(field.name)) for field in table.fields] for row in table.rows(entries))
    put(path, text.getvalue())
    _write_parquet(table, path)
    return _resource(path, table.name.replace("_", "-"), table.description) | {
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "parquet": f"data/{path.stem}.parquet",
        "schema": _schema(table),
    }


def _resource(path: Path, name: str, about: str) -> dict[str, Any]:
    data = path.read_bytes()
    return {
        "name": name,
        "description": about,
        "path": f"data/{path.name}",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _cell(value: Any) -> str:
    """What stands in a cell: nothing for what is not said, JSON for what is nested."""
    if value is None:
        return ""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_described(field) for field in table.fields], "missingValues": [""]}
    return schema | ({"primaryKey": table.key} if table.key else {})


def _described(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.values:
        constraints["enum"] = list(field.values)
    described: dict[str, Any] = {"name": field.name, "type": field.type, "description": field.description}
    if field.nullable:
        described["nullable"] = True
    return described | ({"constraints": constraints} if constraints else {})


def _write_parquet(table: Table, path: Path) -> None:
    """The same rows with the same types; nested values stay JSON text."""
    try:
        import duckdb
    except ImportError:
        raise PursestringsError(EXTRA_MISSING, extra="analytics") from None
    types = ", ".join(f"'{field.name}': '{_DUCKDB.get(field.type, 'VARCHAR')}'" for field in table.fields)
    try:
        with duckdb.connect() as database:
            rows = f"read_csv($csv, header = true, auto_detect = false, columns = {{{types}}}, max_line_size = 33554432)"
            database.execute(
                f"COPY (SELECT * FROM {rows}) TO $parquet (FORMAT parquet, COMPRESSION zstd)",  # noqa: S608 - names are ours
                {"csv": str(path), "parquet": str(path.with_suffix(".parquet"))},
            )
    except duckdb.Error as error:
        why = str(error).splitlines()[0]
        raise PursestringsError(FILE_UNWRITABLE, where=Where(str(path)), why=why) from None


def write_register(package: Path, folder: Path) -> Path:
    """Write the register that a data package holds as YAML files, and return the folder.

    Raises FILE_BROKEN for a package that is not one of ours, or of which a table was changed or is missing.
    """
    path = package / _DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        resources = {one["path"]: one for one in descriptor["resources"] if one["format"] == "csv"}
        put(folder / "register.yaml", written(descriptor["register"]))
        put(folder / "codebook.yaml", written(descriptor["codebook"]))
    except (KeyError, TypeError, ValueError) as error:
        why = f"it is no data package of the register ({error})"
        raise PursestringsError(FILE_BROKEN, where=Where(str(path)), why=why) from None
    if not resources:
        why = "it holds no tables, and facts are read back from tables alone"
        raise PursestringsError(FILE_BROKEN, where=Where(str(path)), why=why)
    for kind in FILE_KINDS:
        resource = resources.get(f"data/{kind.folder}.csv")
        for row in _read(package, resource) if resource else ():
            put(folder / kind.folder / f"{row['id']}.yaml", written(row))
    return folder


def _read(package: Path, resource: dict[str, Any]) -> Iterator[Row]:
    path = package / resource["path"]
    data = path.read_bytes() if path.is_file() else b""
    if f"sha256:{hashlib.sha256(data).hexdigest()}" != resource["hash"]:
        why = "the table is missing or was changed since the package was made"
        raise PursestringsError(FILE_BROKEN, where=Where(str(path)), why=why)
    # One cell can hold all acts of a case as JSON, which is more than the csv module takes unasked.
    csv.field_size_limit(len(data) + 1)
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    for row in csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")):
        yield {
            name: _value(text, fields[name]) for name, text in row.items() if text or _needed(fields[name])
        }


def _value(text: str, field: dict[str, Any]) -> Any:
    if not text:
        return None
    return json.loads(text) if field["type"] in {"array", "object"} else text


def _needed(field: dict[str, Any]) -> bool:
    """Whether a field stands in the file even where it says nothing: one that must be there and may be empty."""
    return bool(field.get("nullable"))
