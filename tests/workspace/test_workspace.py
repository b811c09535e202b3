"""One user's documents, findings and decisions: nothing is lost, nothing comes back, nothing is half done."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pursestrings.cli import cli
from pursestrings.errors import PursestringsError
from pursestrings.workspace.folder import database_of, overlay_of
from pursestrings.workspace.store import Store
from pursestrings.workspace.upgrade import upgrade

STORY = """City holds to its policy, manager says

March 28, 2017

CHELSEA, Mass. — Chelsea City Manager Thomas Ambrosino said the city would go on treating all residents with respect.

“We are going to keep our policy,” Ambrosino said. He put the money at stake at $2 million.

The Justice Department asked cities to answer by August 18 whether they honor detainers.
"""


def run(workspace: Path, *arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, [*arguments, "--workspace", str(workspace)], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def statements(workspace: Path, on: str = "2017-08-04") -> list[dict[str, object]]:
    brief = run(workspace, "brief", "Chelsea, MA", "--on", on, "--format", "json").stdout
    rows: list[dict[str, object]] = json.loads(brief)["statements"]
    return rows


def waiting(workspace: Path, kind: str, words: str = "") -> list[str]:
    lines = run(workspace, "review", "--kind", kind).stdout.splitlines()
    return [line.split()[0] for line in lines if line.startswith("  ") and words in line]


def test_a_document_is_stored_once_by_its_content(workspace: Path, story: Path, tmp_path: Path) -> None:
    run(workspace, "read", str(story))
    other = tmp_path / "same.txt"
    other.write_bytes(story.read_bytes())
    assert "read before" in run(workspace, "read", str(other)).stdout
    with Store(database_of(workspace)) as store:
        assert len(store.documents()) == 1


def test_jsonl_prints_the_contract_and_stores_nothing(workspace: Path, story: Path) -> None:
    rows = [
        json.loads(line)
        for line in run(workspace, "read", str(story), "--format", "jsonl").stdout.splitlines()
    ]
    assert rows[0]["kind"] == "document"
    assert {row["document"] for row in rows[1:]} == {rows[0]["id"]}
    assert not database_of(workspace).exists()
    for row in rows[1:]:
        for anchor in row.get("content", [row.get("anchor")]):
            assert STORY[anchor["start"] : anchor["end"]] == anchor["exact"]


def test_what_was_read_shows_in_the_brief_as_not_reviewed(workspace: Path, story: Path) -> None:
    run(workspace, "read", str(story))
    said = statements(workspace)
    assert {row["speaker"] for row in said} == {"Thomas Ambrosino"}
    assert not any(row["reviewed"] for row in said)
    assert statements(workspace, on="2017-03-01") == []


def test_an_accepted_statement_becomes_a_fact_with_its_anchor_and_shows_once(
    workspace: Path, story: Path
) -> None:
    run(workspace, "read", str(story))
    before = len(statements(workspace))
    first = waiting(workspace, "statement", "Thomas Ambrosino:")[0]
    run(workspace, "review", "accept", first)
    said = statements(workspace)
    assert len(said) == before
    [fact] = [row for row in said if row["reviewed"]]
    [source] = fact["sources"]  # type: ignore[misc]
    anchor = source["anchor"]
    assert STORY[anchor["start"] : anchor["end"]] == anchor["exact"]
    assert fact["private"]
    assert run(workspace, "check").exit_code == 0


def test_a_rejected_finding_stays_away_though_the_text_is_read_again(workspace: Path, story: Path) -> None:
    run(workspace, "read", str(story))
    before = waiting(workspace, "statement")
    run(workspace, "review", "reject", before[0])
    assert waiting(workspace, "statement") == before[1:]
    with (
        Store(database_of(workspace)) as store,
        store._transaction() as connection,
    ):  # as a newer reader would find it
        connection.exec_driver_sql("UPDATE documents SET reader = 'older'")
    assert "read before" not in run(workspace, "read", str(story)).stdout
    assert waiting(workspace, "statement") == before[1:]


def test_an_edit_is_kept_and_goes_into_the_fact(workspace: Path, story: Path) -> None:
    run(workspace, "read", str(story))
    first = waiting(workspace, "statement", "Thomas Ambrosino:")[0]
    run(workspace, "review", "edit", first, "--set", "role=City Manager of Chelsea")
    assert first in waiting(workspace, "statement")
    run(workspace, "review", "accept", first)
    [fact] = [row for row in statements(workspace) if row["reviewed"]]
    assert fact["role"] == "City Manager of Chelsea"


def test_a_sum_needs_a_place_before_it_is_a_fact(workspace: Path, story: Path) -> None:
    run(workspace, "read", str(story))
    [amount] = waiting(workspace, "amount")
    run(
        workspace, "review", "accept", amount, "--set", "place=ocd-division/country:us/state:ma/place:chelsea"
    )
    brief = json.loads(
        run(workspace, "brief", "Chelsea, MA", "--on", "2017-08-04", "--format", "json").stdout
    )
    assert "2000000" in {row["amount"] for row in brief["money"]}


def test_a_decided_finding_and_an_unknown_one_are_refused(workspace: Path, story: Path) -> None:
    run(workspace, "read", str(story))
    first = waiting(workspace, "statement", "Thomas Ambrosino:")[0]
    run(workspace, "review", "reject", first)
    for arguments, words in (
        (["accept", first], "already rejected"),
        (["accept", "ffffffffffff"], "There is no finding"),
        (["accept", waiting(workspace, "place")[0]], "becomes no fact"),
        (["edit", waiting(workspace, "statement")[0], "--set", "colour=red"], "has no field 'colour'"),
    ):
        result = CliRunner().invoke(cli, ["review", *arguments, "--workspace", str(workspace)])
        assert isinstance(result.exception, PursestringsError)
        assert words in str(result.exception)


def test_forgetting_takes_the_findings_and_the_facts_made_of_them(workspace: Path, story: Path) -> None:
    run(workspace, "read", str(story))
    run(workspace, "review", "accept", waiting(workspace, "statement", "Thomas Ambrosino:")[0])
    assert list(overlay_of(workspace).rglob("*.yaml"))
    run(workspace, "forget", str(story))
    assert not list(overlay_of(workspace).rglob("*.yaml"))
    assert statements(workspace) == []
    assert run(workspace, "find", "detainers", code=1).stdout == ""


def test_find_gives_the_sentence_whatever_the_form_of_the_word(workspace: Path, story: Path) -> None:
    run(workspace, "read", str(story))
    hit = run(workspace, "find", "honoring detainer").stdout
    assert "asked cities to answer by August 18 whether they honor detainers." in hit
    assert "City holds to its policy" in hit
    for odd in ('"quoted', "AND", "a-b", "*", "near("):
        CliRunner().invoke(cli, ["find", odd, "--workspace", str(workspace)], catch_exceptions=False)


def test_copies_of_one_story_are_one_source(workspace: Path, story: Path, tmp_path: Path) -> None:
    words = " ".join(f"Filler sentence number {number} tells nothing of note." for number in range(40))
    story.write_text(STORY + "\n" + words, encoding="utf-8")
    reprint = tmp_path / "reprint.txt"
    reprint.write_text(f"Manager keeps policy\n\n{STORY.split(chr(10), 2)[2]}\n{words}", encoding="utf-8")
    run(workspace, "read", str(story), str(reprint))
    assert {row["independent_sources"] for row in statements(workspace)} == {1}


def test_files_that_cannot_be_read_are_named_and_the_others_are_read(
    workspace: Path, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing")
    result = run(workspace, "read", str(tmp_path), str(tmp_path / "missing.txt"), code=1)
    assert "story.txt" in result.stdout
    for name in ("empty.txt", "broken.pdf", "missing.txt"):
        assert name in result.stderr
    assert "Traceback" not in result.stderr
    with Store(database_of(workspace)) as store:
        assert len(store.documents()) == 1


def test_a_stop_in_the_middle_keeps_whole_documents_and_the_next_run_goes_on(
    workspace: Path, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = tmp_path / "zweite.txt"
    second.write_text(STORY.replace("Chelsea", "Boston"), encoding="utf-8")
    put = Store.put

    def stopped(self: Store, document: dict[str, object], *rest: object) -> None:
        if str(document["source"]).endswith("zweite.txt"):
            raise KeyboardInterrupt
        put(self, document, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "put", stopped)
    CliRunner().invoke(cli, ["read", str(story), str(second), "--workspace", str(workspace)])
    monkeypatch.setattr(Store, "put", put)
    with Store(database_of(workspace)) as store:
        assert [row.source for row in store.documents()] == [str(story)]
    lines = run(workspace, "read", str(story), str(second)).stdout.splitlines()
    assert "read before" in lines[0]
    assert "read before" not in lines[1]


def test_a_backup_is_a_whole_workspace(workspace: Path, story: Path, tmp_path: Path) -> None:
    run(workspace, "read", str(story))
    target = tmp_path / "copy.sqlite"
    run(workspace, "workspace", "backup", str(target))
    with Store(target) as store:
        assert len(store.documents()) == 1
    with pytest.raises(PursestringsError, match="already exists"), Store(database_of(workspace)) as store:
        store.backup(target)


def test_a_broken_or_newer_workspace_is_one_clear_line(workspace: Path, tmp_path: Path) -> None:
    workspace.mkdir()
    database_of(workspace).write_bytes(b"this is no database at all" * 100)
    with pytest.raises(PursestringsError, match="cannot be opened"):
        Store(database_of(workspace))
    newer = tmp_path / "newer.sqlite"
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(PursestringsError, match="version 99"):
        Store(newer)


def test_an_older_workspace_is_upgraded_step_by_step_after_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE things (name TEXT)")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    steps = {1: lambda db: db.execute("ALTER TABLE things ADD COLUMN kind TEXT") and None}
    backup = upgrade(path, steps, version=2)
    assert backup is not None
    connection = sqlite3.connect(path)
    assert [row[1] for row in connection.execute("PRAGMA table_info(things)")] == ["name", "kind"]
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    connection.close()
    old = sqlite3.connect(backup)
    assert [row[1] for row in old.execute("PRAGMA table_info(things)")] == ["name"]
    old.close()


def test_a_story_that_names_a_detainee_or_victim_yields_no_person_for_them(
    workspace: Path, tmp_path: Path
) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "BOSTON — Immigration agents detained Carlos Mejia Ortiz, 34, outside a court on Monday.\n\n"
        "Boston Mayor Marty Walsh said the arrest would not change the city's policy.\n\n"
        "Police said the victim, Anna Delgado Pratt, was killed in 2016.\n",
        encoding="utf-8",
    )
    rows = [
        json.loads(line)
        for line in run(workspace, "read", str(path), "--format", "jsonl").stdout.splitlines()
    ]
    people = {row["name"] for row in rows if row["kind"] == "person"}
    assert people == {"Marty Walsh"}
    speakers = {row["speaker"]["name"] for row in rows if row["kind"] == "statement"}
    assert not speakers & {"Carlos Mejia Ortiz", "Anna Delgado Pratt"}
