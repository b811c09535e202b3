"""`--freeze` keeps an answer in a file; `pursestrings recompute` says what is different now, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pursestrings import __version__
from pursestrings.cli import cli
from pursestrings.errors import PursestringsError
from pursestrings.standing.engine import RULES
from pursestrings.standing.frozen import read_frozen
from pursestrings.standing.recompute import differences

CHELSEA = "ocd-division/country:us/state:ma/place:chelsea"
ORDER = """\
id: chelsea-v-agency
caption: City of Chelsea v. Agency
courts: [{court: mad}]
plaintiffs: [{name: Chelsea, place: "ocd-division/country:us/state:ma/place:chelsea"}]
defendants: [Attorney General]
challenges: [jag-2017-notice]
summary: A made-up case.
confidence: primary
sources: [{title: A docket, publisher: A court, date: 2018-07-05}]
acts:
  - id: chelsea-v-agency-01
    date: 2018-07-05
    court: mad
    kind: preliminary_injunction
    grants:
      - conditions: [jag-2017-notice]
        protects: {places: [{place: "ocd-division/country:us/state:ma/place:chelsea"}]}
        relief: preliminary
    summary: A made-up order.
    confidence: CONFIDENCE
    sources: [{title: An order, publisher: A court, date: 2018-07-05}]
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments])


def overlay(folder: Path, confidence: str = "primary") -> Path:
    path = folder / "mine" / "cases" / "chelsea-v-agency.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ORDER.replace("CONFIDENCE", confidence), encoding="utf-8")
    return folder / "mine"


def frozen(tmp_path: Path, *more: str, condition: str = "jag-2017-notice") -> Path:
    kept = tmp_path / "kept.json"
    done = run(
        "standing", "--place", "Chelsea, MA", "--condition", condition, "--on", "2018-07-10",
        "--workspace", str(tmp_path), "--freeze", str(kept), *more,
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    return kept


def recomputed(tmp_path: Path, *arguments: str) -> tuple[int, Any]:
    done = run("recompute", *arguments, "--workspace", str(tmp_path), "--format", "json")
    return done.exit_code, json.loads(done.stdout)


def test_a_frozen_answer_holds_question_answer_reasons_versions_and_a_hash_of_each_fact(
    tmp_path: Path,
) -> None:
    kept = json.loads(frozen(tmp_path).read_text(encoding="utf-8"))
    assert (kept["kind"], kept["program"], kept["rules"]) == ("frozen_answer", __version__, RULES)
    assert kept["question"] == {
        "place": CHELSEA, "place_name": "Chelsea, MA", "condition": "jag-2017-notice", "on": "2018-07-10",
        "as_known_on": None,
    }  # fmt: skip
    [answer] = kept["answers"]
    assert kept["register"] == answer["register"]
    cited: set[str] = set()
    waiting = list(answer["reasons"])
    while waiting:
        node = waiting.pop()
        cited |= {fact["id"] for fact in node["facts"]}
        waiting += node["because"]
    assert set(kept["facts"]) == cited
    assert kept["private"] is False


def test_recomputed_on_the_same_register_it_says_the_same(tmp_path: Path) -> None:
    kept = frozen(tmp_path)
    done = run("recompute", str(kept), "--workspace", str(tmp_path))
    assert (done.exit_code, done.stdout) == (0, f"{kept}: the same.\n")


def test_why_freezes_the_same_answer_and_a_group_keeps_each_of_its_members(tmp_path: Path) -> None:
    kept, other = frozen(tmp_path, condition="jag-2017-set"), tmp_path / "other.json"
    call = ("why", "Chelsea, MA", "jag-2017-set", "--on", "2018-07-10", "--freeze", str(other))
    assert run(*call, "--workspace", str(tmp_path)).exit_code == 0
    one, two = read_frozen(kept), read_frozen(other)
    assert one.answers == two.answers
    assert len(one.answers) > 1
    assert recomputed(tmp_path, str(kept), str(other))[0] == 0


def test_a_new_order_is_told_field_by_field_with_the_facts_cited_anew(tmp_path: Path) -> None:
    kept = frozen(tmp_path)
    mine = overlay(tmp_path)
    status, [found] = recomputed(tmp_path, str(kept), "--register", str(mine))
    assert status == 1
    fields = {one["field"]: (one["old"], one["new"]) for one in found["fields"]}
    assert fields["force"] == ("in_force", "barred")
    assert fields["verdict"][1] == "blocked"
    assert fields["blocked_by[chelsea-v-agency-01]"][0] is None
    assert found["cited_anew"] == ["chelsea-v-agency-01"]
    assert {one["field"] for one in found["edition"]} == {"register.digest", "register.overlays"}
    assert any("City of Chelsea v. Agency" in claim for claim in found["claims_new"])
    told = run("recompute", str(kept), "--register", str(mine)).stdout
    assert f"{kept}: the answer differs." in told
    assert "  force: in_force → barred" in told
    assert "  blocked_by[chelsea-v-agency-01]: new" in told
    assert "  cited anew: chelsea-v-agency-01" in told


def test_a_changed_fact_is_named_with_what_of_it_changed(tmp_path: Path) -> None:
    mine = overlay(tmp_path)
    kept = frozen(tmp_path, "--register", str(mine))
    assert read_frozen(kept).private
    overlay(tmp_path, confidence="secondary")
    done = run("recompute", str(kept), "--register", str(mine))
    assert done.exit_code == 0
    assert "the answer is the same; not all that it rests on is." in done.stdout
    assert "  changed: chelsea-v-agency-01 (confidence)" in done.stdout
    overlay(tmp_path, confidence="recalled")
    done = run("recompute", str(kept), "--register", str(mine))
    assert done.exit_code == 1
    assert "  force: barred → in_force" in done.stdout
    assert "  certainty: firm → uncertain" in done.stdout
    assert "  changed: chelsea-v-agency-01 (confidence)" in done.stdout


def test_an_older_program_and_older_rules_are_told(tmp_path: Path) -> None:
    kept = frozen(tmp_path)
    older = json.loads(kept.read_text(encoding="utf-8"))
    older.update(program="0.0.1", rules="0")
    kept.write_text(json.dumps(older), encoding="utf-8")
    status, [found] = recomputed(tmp_path, str(kept))
    assert status == 0
    assert [(one["field"], one["old"]) for one in found["edition"]] == [("program", "0.0.1"), ("rules", "0")]
    assert (found["same"], found["same_answer"]) == (False, True)


def test_a_question_that_can_no_longer_be_answered_says_why(tmp_path: Path) -> None:
    kept = frozen(tmp_path)
    gone = json.loads(kept.read_text(encoding="utf-8"))
    gone["question"]["condition"] = "no-such-condition"
    kept.write_text(json.dumps(gone), encoding="utf-8")
    status, [found] = recomputed(tmp_path, str(kept))
    assert status == 1
    assert "No condition is called" in found["problem"]


def test_a_frozen_answer_is_never_written_over_unless_told(tmp_path: Path) -> None:
    kept = frozen(tmp_path)
    before = kept.read_bytes()
    call = ("why", "Boston, MA", "jag-2017-notice", "--on", "2018-07-10", "--freeze", str(kept))
    refused = run(*call, "--workspace", str(tmp_path))
    assert isinstance(refused.exception, PursestringsError)
    assert refused.exception.kind.code == "P212"
    assert (refused.stdout, kept.read_bytes()) == ("", before)
    assert run(*call, "--workspace", str(tmp_path), "--force").exit_code == 0
    assert read_frozen(kept).question.place_name == "Boston, MA"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Dear Sir", "it is not JSON"),
        (b"\xff\xfe{}", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "it is some other JSON"),
        (b'{"kind": "frozen_answer", "schema": "9"}', "it is of version '9'"),
        (b'{"kind": "frozen_answer", "schema": "1"}', "Field required"),
        (None, "There is no such file"),
    ],
)
def test_a_file_that_holds_no_frozen_answer_is_one_clear_line_and_the_others_are_read(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    bad = tmp_path / "bad.json"
    if content is not None:
        bad.write_bytes(content)
    done = run("recompute", str(bad), str(frozen(tmp_path)), "--workspace", str(tmp_path))
    assert done.exit_code == 1
    assert done.stdout.endswith("kept.json: the same.\n")
    [line] = done.stderr.splitlines()
    assert str(bad) in line
    assert words in line


def test_rows_are_matched_by_what_they_are_about_and_not_by_their_place_in_a_list() -> None:
    old = {"stake": [{"fact": "a", "amount": "1"}, {"fact": "b", "amount": "2"}], "doubts": ["x"]}
    new = {"stake": [{"fact": "b", "amount": "3"}, {"fact": "a", "amount": "1"}], "doubts": ["y"]}
    found = [(one.field, one.old, one.new) for one in differences(old, new, "")]
    assert found == [("stake[b].amount", "2", "3"), ("doubts", ["x"], ["y"])]


def test_a_second_row_about_the_same_thing_is_another_row() -> None:
    old = {"due": [{"fact": "a", "date": "1"}]}
    new = {"due": [{"fact": "a", "date": "1"}, {"fact": "a", "date": "2"}]}
    assert [one.field for one in differences(old, new, "")] == ["due[a 2]"]
