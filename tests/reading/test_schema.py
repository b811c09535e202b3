"""The published schema holds for what the reader writes, and refuses what it must not write."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from pursestrings.documents import load
from pursestrings.reading.reader import jsonl
from tests.conftest import ROOT
from tests.reading.making import document, reader

SCHEMA = json.loads((ROOT / "docs" / "schema" / "reading.schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA)
LINE = json.loads(jsonl(reader().read(document("The mayor of Salem, Oregon, spoke."))).splitlines()[1])


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_line_of_the_examples_is_valid() -> None:
    kinds = set()
    for path in sorted((ROOT / "examples").glob("[0-9]*")):
        for line in jsonl(reader().read(load(path))).splitlines():
            written = json.loads(line)
            kinds.add(written["kind"])
            assert not list(VALID.iter_errors(written)), line
    assert kinds == {key for key in SCHEMA["$defs"] if key not in {"anchor", "speaker"}}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line.pop("runner_up"),
        lambda line: line.update(extra=1),
        lambda line: line.update(score=1.2),
        lambda line: line.update(place="Salem, OR"),
        lambda line: line["anchor"].pop("prefix"),
        lambda line: line.update(kind="town"),
    ],
)
def test_a_line_with_a_fault_is_refused(spoil: Callable[[dict[str, object]], object]) -> None:
    line = copy.deepcopy(LINE)
    assert VALID.is_valid(line)
    spoil(line)
    assert not VALID.is_valid(line)
