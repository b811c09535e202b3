"""`quoted` tells who printed a quotation, and who first, among the documents that were read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from pursestrings.cli import cli
from pursestrings.workspace.carriers import Certainty
from pursestrings.workspace.voices import SCHEMA
from tests.conftest import ROOT
from tests.documents.test_copies import OTHER, SPUN, STORY

QUOTED = json.loads((ROOT / "docs" / "schema" / "quoted.schema.json").read_text(encoding="utf-8"))
TRIMMED = (
    "“Nobody in Washington should play games with them,” said Mayor Pat Example at noon. “I see no reason"
)


def dated(text: str, day: str) -> str:
    """The story with its day below the headline."""
    head, _, rest = text.partition("\n\n")
    return f"{head}\n\n{day}\n\n{rest}"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stories")
    paragraphs = STORY.strip().split("\n\n")
    reprint = "\n\n".join(
        ["City goes to court", "By Pat Doe, Evening Example", "August 8, 2017", *paragraphs[1:4]]
    )
    texts = {
        "story.txt": dated(STORY, "August 7, 2017") + "\n\n© 2017 Evening Example\n",
        "reprint.txt": reprint + "\n\n© 2017 Valley Record\n",
        "spun.txt": dated(SPUN, "August 9, 2017"),
        "trimmed.txt": dated(OTHER.replace("“I see no reason", TRIMMED), "August 9, 2017")
        + "\n\n© 2017 Harlow Times\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    run(folder / "workspace", "read", *(str(folder / name) for name in texts))
    return folder / "workspace"


def run(workspace: Path, *arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, [*arguments, "--workspace", str(workspace)], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.stdout


def asked(workspace: Path, *words: str) -> list[dict[str, Any]]:
    answer = json.loads(run(workspace, "quoted", *words, "--format", "json"))
    Draft202012Validator(QUOTED, format_checker=FormatChecker()).validate(answer)
    return answer["quotations"]  # type: ignore[no-any-return]


def names(quotation: dict[str, Any]) -> dict[str, bool]:
    return {Path(one["source"]).name: one["do_not_quote"] for one in quotation["documents"]}


def test_every_document_that_carries_a_quotation_is_named_also_one_that_trims_it(workspace: Path) -> None:
    for words in ("play games with them", "These grants pay for radios", "Nobody in Washington"):
        [found] = asked(workspace, words)
        assert found["words"].startswith("“These grants pay for radios")
        assert found["speaker"] == "Pat Example"
        assert names(found) == {
            "story.txt": False,
            "reprint.txt": False,
            "trimmed.txt": False,
            "spun.txt": True,
        }


def test_copies_count_once_and_the_first_publication_is_named(workspace: Path) -> None:
    [found] = asked(workspace, "play games with them")
    assert (found["independent_sources"], found["unknown_outlets"]) == (2, 0)
    assert found["first"]["certainty"] == "known"
    [first] = found["first"]["publications"]
    assert (first["outlet"], first["date"]) == ("Evening Example", "2017-08-07")


def test_a_rewritten_copy_is_marked_and_none_of_its_words_are_shown(workspace: Path) -> None:
    [found] = asked(workspace, "play games with them")
    [spun] = [one for one in found["documents"] if one["do_not_quote"]]
    assert spun["words"] == []
    text = run(workspace, "quoted", "play games with them")
    assert "rewritten copy" in text
    assert "do not quote" in text
    assert "toy with those" not in text
    [altered] = asked(workspace, "toy with those")
    assert altered["words"] is None
    assert altered["independent_sources"] == 0


def test_without_words_every_shared_quotation_is_listed(workspace: Path) -> None:
    found = asked(workspace)
    assert len(found) >= 1
    assert all(len([one for one in each["documents"] if not one["do_not_quote"]]) > 1 for each in found)


def test_words_that_nobody_printed_are_not_found(workspace: Path) -> None:
    assert asked(workspace, "we shall never surrender") == []
    run(workspace, "quoted", "we shall never surrender", code=1)
    run(workspace, "quoted", "— … —", code=1)


def test_a_rejected_statement_is_no_carrier_and_an_accepted_one_stays(workspace: Path) -> None:
    [found] = asked(workspace, "promise what the letter asks")
    [finding] = found["documents"][0]["findings"]
    run(workspace, "review", "reject", finding)
    assert asked(workspace, "promise what the letter asks") == []


def test_the_schema_names_every_certainty_and_the_version() -> None:
    assert QUOTED["$defs"]["first"]["properties"]["certainty"]["enum"] == [one.value for one in Certainty]
    assert QUOTED["properties"]["schema"]["const"] == SCHEMA
