"""Many places at once, as CSV, JSON lines and Parquet, each with its data dictionary."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pursestrings.cli import cli
from pursestrings.errors import BAD_OPTION, BEFORE_COVERAGE, FILE_EXISTS, FILE_UNWRITABLE, PursestringsError
from pursestrings.standing.compiled.panel import COLUMNS
from tests.conftest import lacking

YEARS = ["--from", "2017-01-01", "--until", "2021-06-01"]
STRINGS = ["--conditions", "jag-2017-notice,jag-2018-notice"]


def ask(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        cli, ["standing", "--workspace", str(folder), *arguments], catch_exceptions=False
    )


def refused(folder: Path, *arguments: str) -> PursestringsError:
    with pytest.raises(PursestringsError) as error:
        ask(folder, *arguments)
    return error.value


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_state_gives_a_row_for_every_government_in_it(tmp_path: Path) -> None:
    found = rows(ask(tmp_path, "--in", "RI", "--conditions", "jag-2017-notice", "--on", "2019-06-01").stdout)
    assert {row["state"] for row in found} == {"RI"}
    assert {row["level"] for row in found} >= {"state", "municipality"}
    assert len({row["place"] for row in found}) == len(found) > 30


def test_a_row_of_a_panel_is_the_answer_asked_for_alone(tmp_path: Path) -> None:
    [row] = [
        row
        for row in rows(
            ask(tmp_path, "--in", "MA", "--conditions", "jag-2017-notice", "--on", "2020-06-01").stdout
        )
        if row["place_name"] == "Boston, MA"
    ]
    alone = ask(
        tmp_path,
        "--place",
        "Boston, MA",
        "--condition",
        "jag-2017-notice",
        "--on",
        "2020-06-01",
        "--format",
        "json",
    )
    answer = json.loads(alone.stdout)
    names = ["verdict", "reach", "force", "certainty", "precedent", "fit", "fit_wider_reading", "may_comply"]
    assert [row[name] for name in names] == [answer[name] for name in names]
    assert row["blocked_by"].split() == [one["act"] for one in answer["blocked_by"]]


def test_intervals_cover_the_years_without_gap_or_overlap(tmp_path: Path) -> None:
    by_pair: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows(ask(tmp_path, "--in", "VT", *STRINGS, *YEARS).stdout):
        by_pair.setdefault((row["place"], row["condition"]), []).append(row)
    assert by_pair
    for intervals in by_pair.values():
        assert (intervals[0]["from"], intervals[-1]["until"]) == ("2017-01-01", "2021-06-01")
        ends = [row["until"] for row in intervals[:-1]]
        assert ends == [row["from"] for row in intervals[1:]]


def test_what_is_outside_throughout_is_left_out_and_counted(tmp_path: Path) -> None:
    done = ask(tmp_path, "--in", "VT", "--conditions", "psp-2017-notice", "--on", "2017-09-01")
    assert rows(done.stdout) == []
    assert "0 rows" in done.stderr
    assert "outside throughout" in done.stderr


def test_every_format_holds_the_same_rows_and_a_dictionary_of_every_column(tmp_path: Path) -> None:
    files = {form: tmp_path / f"panel.{form}" for form in ("csv", "jsonl", "parquet")}
    try:
        import duckdb
    except ImportError:
        lacking("duckdb")
    for form, file in files.items():
        ask(tmp_path, "--in", "RI", *STRINGS, *YEARS, "--format", form, "--out", str(file))
        told = json.loads(file.with_name(f"{file.name}.dictionary.json").read_text(encoding="utf-8"))
        assert [column["name"] for column in told["columns"]] == [column.name for column in COLUMNS]
    from_csv = sorted(tuple(row.values()) for row in rows(files["csv"].read_text(encoding="utf-8")))
    lines = [json.loads(line) for line in files["jsonl"].read_text(encoding="utf-8").splitlines()]
    from_jsonl = sorted(
        tuple(" ".join(cell) if isinstance(cell, list) else cell or "" for cell in line.values())
        for line in lines
    )
    with duckdb.connect() as database:
        table = database.execute(
            "SELECT * FROM read_parquet($file)", {"file": str(files["parquet"])}
        ).fetchall()
    from_parquet = sorted(tuple(str(cell) if cell is not None else "" for cell in row) for row in table)
    assert from_csv == from_jsonl == from_parquet
    assert told["rows"] == len(from_csv)


def test_values_of_a_closed_list_are_those_of_the_dictionary(tmp_path: Path) -> None:
    closed = {column.name: set(column.values) for column in COLUMNS if column.values}
    for row in rows(ask(tmp_path, "--in", "RI", "--conditions", "all", *YEARS).stdout):
        assert all(row[name] in values for name, values in closed.items())


def test_the_second_clock_holds_for_panels_too(tmp_path: Path) -> None:
    known = ["--on", "2018-12-15", "--as-known-on", "2018-11-29"]
    [row] = rows(
        ask(
            tmp_path, "--places", str(listed(tmp_path, "Boston, MA")), *STRINGS[:1], "jag-2017-notice", *known
        ).stdout
    )
    assert row["force"] == "in_force"


def test_a_line_that_names_no_government_is_told_and_the_rest_is_written(tmp_path: Path) -> None:
    file = listed(tmp_path, "Boston, MA", "Atlantis, MA", "2507000", "Chelsea, MA")
    done = CliRunner().invoke(
        cli,
        ["standing", "--places", str(file), "--conditions", "jag-2017-notice", "--on", "2019-06-01"],
    )
    assert done.exit_code == 1
    assert f"{file}:2: " in done.stderr
    assert [row["place_name"] for row in rows(done.stdout)] == ["Boston, MA", "Chelsea, MA"]


def listed(folder: Path, *names: str) -> Path:
    path = folder / "places.txt"
    path.write_text("\n".join(names) + "\n", encoding="utf-8")
    return path


def test_a_file_that_stands_is_not_written_over_unless_told(tmp_path: Path) -> None:
    out = tmp_path / "panel.csv"
    out.write_text("mine", encoding="utf-8")
    call = ["--in", "RI", *STRINGS, "--out", str(out)]
    assert refused(tmp_path, *call).kind is FILE_EXISTS
    assert out.read_text(encoding="utf-8") == "mine"
    ask(tmp_path, *call, "--force")
    assert rows(out.read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_folder_that_is_not_there_is_told_before_any_work(tmp_path: Path, form: str) -> None:
    out = tmp_path / "nowhere" / f"panel.{form}"
    problem = refused(tmp_path, "--in", "RI", *STRINGS, "--format", form, "--out", str(out))
    assert problem.kind is FILE_UNWRITABLE


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["--place", "Boston, MA", "--in", "MA"],
        ["--place", "Boston, MA", "--format", "csv"],
        ["--in", "MA", "--format", "json"],
        ["--in", "MA", "--format", "parquet"],
        ["--in", "MA", "--until", "2018-01-01"],
        ["--in", "MA", "--from", "2018-01-01", "--until", "2018-01-01"],
        ["--place", "Boston, MA", "--from", "2018-01-01"],
        ["--in", "MA", "--freeze", "answer.json"],
    ],
)
def test_a_call_that_does_not_fit_together_is_one_clear_error(tmp_path: Path, call: list[str]) -> None:
    assert refused(tmp_path, *STRINGS, *call).kind is BAD_OPTION


def test_a_day_before_the_record_is_an_error_for_one_place_and_for_many(tmp_path: Path) -> None:
    before = (date(2010, 1, 1) - timedelta(days=1)).isoformat()
    for whom in (["--place", "Boston, MA"], ["--in", "MA"]):
        assert (
            refused(tmp_path, *whom, "--condition", "jag-2017-notice", "--on", before).kind is BEFORE_COVERAGE
        )
