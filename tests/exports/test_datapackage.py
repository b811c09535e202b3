"""The register as a data package: valid, whole, the same in every format, and the same when read back."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pursestrings.cli import cli
from pursestrings.errors import EXTRA_MISSING, FILE_BROKEN, FILE_UNWRITABLE, PursestringsError
from pursestrings.exports.datapackage import write_package, write_register
from pursestrings.exports.tables import tables
from pursestrings.register.checks.walk import models
from pursestrings.register.files import Files, shipped
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.load import load_files
from pursestrings.register.models.agreements import AgreementFile
from pursestrings.register.models.base import Source
from pursestrings.register.models.courts import Case
from pursestrings.register.models.local import PlaceRecord, Rule
from pursestrings.register.models.money import AwardFile
from pursestrings.workspace.folder import registers_of
from pursestrings.workspace.registers import use
from tests.conftest import lacking

SOURCE = "sources:\n  - {title: A paper, publisher: A publisher, date: undated}\nconfidence: primary\n"
MINE = {
    "outlets/my-own-paper.yaml": "id: my-own-paper\nname: My Own Paper\nkind: paper\n" + SOURCE,
    "programs/16.738.yaml": "id: '16.738'\nname: Ours\nagency: A\nkind: formula\n" + SOURCE,
}
"""Facts of a user: one that the register does not have, and one in the place of a shipped one."""


@pytest.fixture(scope="module")
def files() -> Files:
    if find_spec("duckdb") is None:
        lacking("duckdb")
    return load_files()


@pytest.fixture(scope="module")
def package(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped register, written once for every test here."""
    folder = tmp_path_factory.mktemp("package") / "register"
    assert write_package(files, folder) == len(files.entries)
    return folder


@pytest.fixture(scope="module")
def descriptor(package: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace that stays with a register of one program, which is written in no time."""
    folder = registers_of(tmp_path / "workspace") / "small"
    for name in ("register.yaml", "codebook.yaml", "programs/16.738.yaml", "outlets/wbur.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(shipped() / name, folder / name)
    use(tmp_path / "workspace", "small")
    return tmp_path / "workspace"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder of the user's own facts."""
    for name, text in MINE.items():
        (tmp_path / "mine" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mine" / name).write_text(text, encoding="utf-8")
    return tmp_path / "mine"


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table; one cell can hold a whole case, more than the csv module takes unasked."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["export", "datapackage", *arguments])


def validated(package: Path) -> subprocess.CompletedProcess[str]:
    """What the command line of Frictionless says, as anybody would ask it."""
    command = Path(sys.prefix) / "bin" / "frictionless"
    if not command.exists():
        lacking("the command frictionless")
    call = [str(command), "validate", "datapackage.json", "--json"]
    return subprocess.run(call, cwd=package, capture_output=True, text=True, timeout=300, check=False)


def test_the_package_is_valid_by_frictionless_validate(package: Path, descriptor: dict[str, Any]) -> None:
    done = validated(package)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert report["valid"]
    seen = {task["name"]: task["stats"].get("rows", 0) for task in report["tasks"]}
    assert seen == {
        one["name"]: sum(1 for _ in rows(package / one["path"])) for one in descriptor["resources"]
    }


def test_frictionless_finds_what_is_wrong(workspace: Path, tmp_path: Path) -> None:
    run(str(tmp_path / "broken"), "--workspace", str(workspace))
    table = tmp_path / "broken" / "data" / "programs.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",primary,", ",certain,", 1), encoding="utf-8")
    done = validated(tmp_path / "broken")
    assert done.returncode == 1
    assert "certain" in done.stdout


def test_reading_it_back_gives_the_same_facts_edition_and_codebook(
    package: Path, files: Files, tmp_path: Path
) -> None:
    again = load_files(base=write_register(package, tmp_path / "read"))
    assert [problem.line for problem in again.problems] == []
    assert again.meta == files.meta
    assert again.codebook == files.codebook
    assert facts(again) == facts(files)


def facts(files: Files) -> dict[tuple[str, str], Any]:
    return {(entry.kind.name, entry.thing.id): entry.thing for entry in files.entries}


def test_every_file_of_the_register_has_its_row(package: Path, files: Files) -> None:
    held = Counter(entry.kind.folder for entry in files.entries)
    found = {kind.folder: len(list(rows(package / "data" / f"{kind.folder}.csv"))) for kind in FILE_KINDS}
    assert found == {kind.folder: held[kind.folder] for kind in FILE_KINDS}


def test_the_flat_tables_leave_out_no_act_answer_award_agreement_or_source(
    package: Path, files: Files
) -> None:
    things = [entry.thing for entry in files.entries]
    ruled = [one for thing in things if isinstance(thing, PlaceRecord) for one in thing.policies]
    expected = {
        "acts": sum(len(one.acts) for one in things if isinstance(one, Case)),
        "answers": sum(
            len(one.answers) for one in [*ruled, *(one for one in things if isinstance(one, Rule))]
        ),
        "award_lines": sum(len(one.awards) for one in things if isinstance(one, AwardFile)),
        "agreement_lines": sum(len(one.agreements) for one in things if isinstance(one, AgreementFile)),
        "sources": sum(isinstance(one, Source) for thing in things for _, one in models(thing)),
    }
    assert min(expected.values()) > 0
    assert {name: len(list(rows(package / "data" / f"{name}.csv"))) for name in expected} == expected


def test_a_long_text_and_a_great_number_come_through_whole(
    files: Files, tmp_path: Path, package: Path
) -> None:
    """No column has a width, and no amount loses a cent."""
    longest = max(
        (entry.thing for entry in files.entries if isinstance(entry.thing, Case)),
        key=lambda case: len(case.model_dump_json()),
    )
    [row] = [one for one in rows(package / "data" / "cases.csv") if one["id"] == longest.id]
    assert len(json.loads(row["acts"])) == len(longest.acts)
    amounts = {
        award.id: award.amount
        for entry in files.entries
        if isinstance(entry.thing, AwardFile)
        for award in entry.thing.awards
    }
    assert {one["id"]: Decimal(one["amount"]) for one in parquet(package, "award_lines")} == amounts


@pytest.mark.parametrize("name", [table.name for table in tables()])
def test_csv_and_parquet_hold_the_same_rows(package: Path, descriptor: dict[str, Any], name: str) -> None:
    [resource] = [one for one in descriptor["resources"] if one["path"] == f"data/{name}.csv"]
    types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    read = [
        {column: _typed(text, types[column]) for column, text in row.items()}
        for row in rows(package / resource["path"])
    ]
    assert parquet(package, name) == read
    assert resource["parquet"] == f"data/{name}.parquet"


def _typed(text: str, kind: str) -> Any:
    if not text:
        return None
    convert = {"integer": int, "number": Decimal, "boolean": lambda said: said == "true"}
    return convert.get(kind, str)(text)


def parquet(package: Path, name: str) -> list[dict[str, Any]]:
    """A table as DuckDB reads it."""
    import duckdb

    with duckdb.connect() as database:
        found = database.execute("SELECT * FROM read_parquet(?)", [str(package / "data" / f"{name}.parquet")])
        columns = [column[0] for column in found.description]
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


def test_hashes_and_sizes_are_those_of_the_files(package: Path, descriptor: dict[str, Any]) -> None:
    for resource in descriptor["resources"]:
        data = (package / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_licence_edition_and_sources_are_named(
    descriptor: dict[str, Any], files: Files, package: Path
) -> None:
    [licence] = descriptor["licenses"]
    assert licence["name"] == files.meta.licence
    assert descriptor["version"] == f"{files.meta.version}+{files.digest}"
    assert descriptor["register"]["known_through"] == str(files.meta.known_through)
    [source] = descriptor["sources"]
    assert (package / source["path"]).is_file()
    assert all(row["title"] and row["publisher"] for row in rows(package / source["path"]))


def test_every_table_and_every_column_says_what_it_is(descriptor: dict[str, Any]) -> None:
    for resource in descriptor["resources"]:
        assert resource["description"], resource["name"]
        unsaid = [field["name"] for field in resource["schema"]["fields"] if not field["description"]]
        assert unsaid == [], resource["name"]


def test_a_user_s_own_facts_stay_out(mine: Path, workspace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "given"
    done = run(str(folder), "--register", str(mine), "--workspace", str(workspace))
    assert done.exit_code == 0, done.output
    assert "my-own-paper" not in {row["id"] for row in rows(folder / "data" / "outlets.csv")}
    [program] = [row for row in rows(folder / "data" / "programs.csv") if row["id"] == "16.738"]
    assert program["name"] != "Ours"
    written = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"My Own Paper" not in written
    given = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    run(str(tmp_path / "bare"), "--workspace", str(workspace))
    bare = json.loads((tmp_path / "bare" / "datapackage.json").read_text(encoding="utf-8"))
    assert given["version"] == bare["version"], "the hash is that of the facts given away"


def test_with_private_they_are_in_it_each_once_and_it_is_valid(
    mine: Path, workspace: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    done = run(str(folder), "--private", "--register", str(mine), "--workspace", str(workspace))
    assert done.exit_code == 0, done.output
    assert "my-own-paper" in {row["id"] for row in rows(folder / "data" / "outlets.csv")}
    [program] = [row for row in rows(folder / "data" / "programs.csv") if row["id"] == "16.738"]
    assert program["name"] == "Ours"
    assert validated(folder).returncode == 0


def test_a_table_that_was_changed_is_refused(package: Path, tmp_path: Path) -> None:
    changed = Path(shutil.copytree(package, tmp_path / "changed"))
    with (changed / "data" / "agreements.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    refused(changed, tmp_path, "agreements.csv", "was changed")


def test_a_table_that_is_gone_is_refused(package: Path, tmp_path: Path) -> None:
    cut = Path(shutil.copytree(package, tmp_path / "cut"))
    (cut / "data" / "cases.csv").unlink()
    refused(cut, tmp_path, "cases.csv", "missing")


def test_a_package_of_entities_is_no_register(files: Files, tmp_path: Path) -> None:
    """Entities hold a part of the facts: taken for a register, they would be an empty one."""
    write_package(files, tmp_path / "ftm", ftm=True)
    refused(tmp_path / "ftm", tmp_path, "datapackage.json", "no tables")


def test_another_s_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "datapackage.json").write_text(
        '{"name": "rain", "resources": []}', encoding="utf-8"
    )
    refused(tmp_path / "other", tmp_path, "datapackage.json", "no data package of the register")


def refused(package: Path, tmp_path: Path, file: str, words: str) -> None:
    with pytest.raises(PursestringsError, match=words) as caught:
        write_register(package, tmp_path / "read")
    assert caught.value.kind is FILE_BROKEN
    assert file in caught.value.line


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Keep me.", encoding="utf-8")
    done = run(str(tmp_path / "full"), "--workspace", str(tmp_path))
    assert isinstance(done.exception, PursestringsError)
    assert done.exception.kind is FILE_UNWRITABLE
    assert "holds something" in done.exception.line
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_without_what_it_needs_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(PursestringsError) as refused:
        write_package(load_files(), tmp_path / "package")
    assert refused.value.kind is EXTRA_MISSING
    assert list(tmp_path.iterdir()) == []
