"""The published JSON Schemas fit what the program really prints, and name every closed list whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from pursestrings.brief import compose
from pursestrings.cli import cli
from pursestrings.register.models.base import Confidence
from pursestrings.register.models.courts import ActKind, Ground, Held, Relief
from pursestrings.register.models.law import Actor, Duty
from pursestrings.register.models.local import Basis, OperatorLevel, PolicyKind, RuleKind
from pursestrings.register.models.money import AwardStatus, SumBasis
from pursestrings.register.models.scope import Answer3
from pursestrings.standing import contract, frozen
from pursestrings.standing.local.answers import SetBy
from pursestrings.standing.local.duties import Fit
from pursestrings.standing.local.fit import MayComply
from pursestrings.standing.money.reach import Reaches
from pursestrings.standing.money.stake import THROUGH_THE_STATE, Tie
from pursestrings.standing.orders.force import Certainty, Force
from pursestrings.standing.orders.precedent import Precedent, Weight
from pursestrings.standing.reasons import tree
from pursestrings.standing.reasons.tree import Step
from pursestrings.standing.verdict import Verdict
from tests.conftest import ROOT

NAMES = ("standing", "reasons", "frozen", "brief")
SCHEMAS = {
    name: json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    for name in NAMES
}
REGISTRY = Registry().with_resources(
    (f"{name}.schema.json", Resource.from_contents(SCHEMAS[name])) for name in NAMES
)
BRIEFS = [
    ("Selma, AL", "2016-06-15"),
    ("Chelsea, MA", "2017-08-04"),
    ("Baltimore, MD", "2017-08-04"),
    ("Bernalillo County, NM", "2018-01-15"),
    ("Chicago, IL", "2018-07-02"),
    ("California", "2018-10-15"),
    ("Philadelphia, PA", "2021-06-01"),
]
STANDINGS = [
    ("Chelsea, MA", "eo13768-9a", "2017-08-04"),
    ("Chicago, IL", "jag-2017-notice", "2018-09-01"),
    ("Los Angeles, CA", "jag-2017-1373", "2018-10-15"),
    ("Oregon", "jag-2018-questions", "2019-09-01"),
    ("Baltimore, MD", "jag-2017-set", "2018-06-30"),
]

ENUMS: dict[str, dict[str, list[type[StrEnum]]]] = {
    "standing": {
        "act_kind": [ActKind],
        "ground": [Ground],
        "actor": [Actor],
        "basis": [Basis],
        "certainty": [Certainty],
        "confidence": [Confidence],
        "duty": [Duty],
        "fit": [Fit],
        "force": [Force],
        "held": [Held],
        "money_basis": [AwardStatus, SumBasis],
        "precedent": [Precedent],
        "reach": [Reaches],
        "relief": [Relief],
        "set_by": [SetBy],
        "step": [Step],
        "tie": [Tie],
        "verdict": [Verdict],
        "weight": [Weight],
        "yes_no_unknown": [Answer3],
    },
    "reasons": {
        "certainty": [Certainty],
        "confidence": [Confidence],
        "fit": [Fit],
        "force": [Force],
        "precedent": [Precedent],
        "reach": [Reaches],
        "step": [Step],
        "verdict": [Verdict],
        "yes_no_unknown": [Answer3],
    },
    "frozen": {},
    "brief": {"operator_level": [OperatorLevel], "policy_kind": [PolicyKind], "rule_kind": [RuleKind]},
}


def printed(*arguments: str) -> Any:
    result = CliRunner().invoke(cli, [*arguments, "--format", "json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def problems(name: str, found: object) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[name], registry=REGISTRY, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(found)]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_valid_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize(("place", "day"), BRIEFS)
def test_a_brief_fits(place: str, day: str, tmp_path: Path) -> None:
    assert problems("brief", printed("brief", place, "--on", day, "--workspace", str(tmp_path))) == []


@pytest.mark.parametrize(("place", "condition", "day"), STANDINGS)
def test_a_standing_fits_also_as_known_earlier(place: str, condition: str, day: str, tmp_path: Path) -> None:
    call = ("standing", "--place", place, "--condition", condition, "--workspace", str(tmp_path), "--on", day)
    assert problems("standing", printed(*call)) == []
    assert problems("standing", printed(*call, "--as-known-on", "2017-10-01")) == []


@pytest.mark.parametrize(("place", "condition", "day"), STANDINGS)
def test_reasons_and_a_frozen_answer_fit(place: str, condition: str, day: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    call = ("why", place, condition, "--workspace", str(tmp_path), "--on", day)
    assert problems("reasons", printed(*call, "--freeze", str(kept))) == []
    assert problems("frozen", json.loads(kept.read_text(encoding="utf-8"))) == []


def test_a_name_that_two_schemas_share_means_the_same_in_both() -> None:
    for name, same in SCHEMAS["reasons"]["$defs"].items():
        assert SCHEMAS["standing"]["$defs"].get(name, same) == same, name


def test_a_notice_that_blocks_fits(tmp_path: Path) -> None:
    call = (
        "standing",
        "--place",
        "West Palm Beach, FL",
        "--condition",
        "jag-2016-1373",
        "--on",
        "2018-06-01",
    )
    found = printed(*call, "--workspace", str(tmp_path))
    assert [row["notice"] for row in found["blocked_by"]] == ["doj-west-palm-beach-2018-03-27"]
    assert problems("standing", found) == []


def test_a_brief_with_statements_of_documents_and_of_an_overlay_fits(tmp_path: Path) -> None:
    read = CliRunner().invoke(cli, ["read", str(ROOT / "examples"), "--workspace", str(tmp_path)])
    assert read.exit_code == 0, read.output
    accepted = tmp_path / "register" / "statements" / "accepted-1.yaml"
    accepted.parent.mkdir(parents=True)
    accepted.write_text(
        "id: accepted-1\nspeaker: A mayor\nrole: Mayor\ndate: 2017-08-01\nmanner: direct\nwords: We comply.\n"
        "place: ocd-division/country:us/state:ma/place:chelsea\nconfidence: secondary\nsources:\n"
        "  - {title: A story, publisher: A paper, date: undated, anchor: {document: d, exact: We, start: 0, end: 2}}\n",
        encoding="utf-8",
    )
    found = printed("brief", "Chelsea, MA", "--on", "2017-08-10", "--workspace", str(tmp_path))
    assert {row["reviewed"] for row in found["statements"]} == {True, False}
    assert problems("brief", found) == []


@pytest.mark.parametrize(("name", "list_name"), [(name, one) for name in NAMES for one in ENUMS[name]])
def test_a_closed_list_is_the_program_s_own(name: str, list_name: str) -> None:
    ours = {value.value for values in ENUMS[name][list_name] for value in values}
    if list_name == "money_basis":
        ours.add(THROUGH_THE_STATE)
    assert set(SCHEMAS[name]["$defs"][list_name]["enum"]) == ours


def test_may_comply_has_the_values_of_the_program() -> None:
    ours = {value for name, value in vars(MayComply).items() if name.isupper()}
    assert set(SCHEMAS["standing"]["$defs"]["yes_no_unknown"]["enum"]) == ours


@pytest.mark.parametrize("name", NAMES)
def test_no_closed_list_goes_unwatched(name: str) -> None:
    # `manner` belongs to findings, which have a schema of their own.
    lists = {key for key, one in SCHEMAS[name]["$defs"].items() if "enum" in one} - {"manner"}
    assert lists == set(ENUMS[name])
    assert sum("enum" in one for one in nodes(SCHEMAS[name])) == len(
        lists | {"manner"} & set(SCHEMAS[name]["$defs"])
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_key_can_come_or_go_unnoticed(name: str) -> None:
    for node in nodes(SCHEMAS[name]):
        if "properties" in node:
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_described(name: str) -> None:
    assert SCHEMAS[name]["title"]
    for key, one in SCHEMAS[name]["$defs"].items():
        assert "description" in one, key
        for field, value in one.get("properties", {}).items():
            assert "description" in value or "$ref" in value or "$ref" in str(value), f"{key}.{field}"


@pytest.mark.parametrize("name", NAMES)
def test_no_part_of_the_schema_is_left_over(name: str) -> None:
    everything = json.dumps(list(SCHEMAS.values()))
    for key in SCHEMAS[name]["$defs"]:
        assert f'#/$defs/{key}"' in everything, key


def test_the_versions_are_those_of_the_program() -> None:
    assert SCHEMAS["standing"]["$defs"]["standing"]["properties"]["schema"]["const"] == contract.SCHEMA
    assert SCHEMAS["reasons"]["$defs"]["reasons"]["properties"]["schema"]["const"] == tree.SCHEMA
    assert SCHEMAS["reasons"]["$id"].endswith(f":{tree.SCHEMA}")
    assert SCHEMAS["frozen"]["properties"]["schema"]["const"] == frozen.SCHEMA
    assert SCHEMAS["brief"]["properties"]["schema"]["const"] == compose.SCHEMA


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Every mapping inside a schema."""
    if isinstance(value, dict):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from nodes(child)
