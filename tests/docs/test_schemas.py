"""The published JSON Schemas fit what the program really prints, and name every closed list whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from pursestrings.brief import compose
from pursestrings.cli import cli
from pursestrings.exports import panel
from pursestrings.register.models.agreements import AgreementModel
from pursestrings.register.models.base import Confidence, SeenAt
from pursestrings.register.models.courts import ActKind, Ground, Held, Relief
from pursestrings.register.models.law import Actor, Duty
from pursestrings.register.models.local import Basis, OperatorLevel, PolicyKind, ResponseKind, RuleKind
from pursestrings.register.models.money import AwardStatus, SumBasis
from pursestrings.register.models.scope import Answer3
from pursestrings.standing import contract, frozen
from pursestrings.standing.compiled import differences
from pursestrings.standing.compiled.panel import COLUMNS
from pursestrings.standing.compiled.tables import Cell
from pursestrings.standing.local.answers import SetBy
from pursestrings.standing.local.duties import Fit
from pursestrings.standing.local.fit import MayComply
from pursestrings.standing.money.reach import Reaches
from pursestrings.standing.money.stake import THROUGH_THE_STATE, Tie
from pursestrings.standing.orders.force import Certainty, Force
from pursestrings.standing.orders.precedent import Precedent, Weight
from pursestrings.standing.reasons import tree
from pursestrings.standing.reasons.tree import Step
from pursestrings.standing.timeline import model
from pursestrings.standing.timeline.model import State
from pursestrings.standing.verdict import Verdict
from tests.conftest import ROOT

ALONE = ("reasons", "timeline", "differences", "panel-dictionary")
"""Schemas that need no other file."""
NAMES = ("standing", "frozen", "brief", "coverage", *ALONE)
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

TIMELINES = [
    ("jag-2017-notice",),
    ("jag-2017-set",),
    ("chicago-v-sessions-fy2017",),
    ("Chicago, IL",),
    ("Chelsea, MA", "--from", "2017-01-01", "--until", "2018-01-01", "--as-known-on", "2017-10-01"),
]
DIFFERENCES = [
    ("changes", "Boston, MA", "--since", "2018-11-28", "--until", "2018-11-30"),
    ("changes", "Chicago, IL", "--since", "2016-06-30", "--until", "2021-06-30"),
    ("whatif", "Boston, MA", "--on", "2019-06-01", "--without", "new-york-v-doj-03"),
]
PANELS = [("--on", "2018-09-01"), ("--from", "2017-01-01"), ("--from", "2017-01-01", "--until", "2019-01-01")]

ENUMS: dict[str, dict[str, list[Iterable[str]]]] = {
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
        "seen_at": [SeenAt],
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
        "seen_at": [SeenAt],
        "step": [Step],
        "verdict": [Verdict],
        "yes_no_unknown": [Answer3],
    },
    "frozen": {},
    "timeline": {
        "certainty": [Certainty],
        "confidence": [Confidence],
        "held_by_then": [Precedent],
        "seen_at": [SeenAt],
        "state": [State],
    },
    "differences": {
        "certainty": [Certainty],
        "fit": [Fit],
        "force": [Force],
        "precedent": [Precedent],
        "reach": [Reaches],
        "verdict": [Verdict],
        "yes_no_unknown": [Answer3],
    },
    "panel-dictionary": {
        "column_name": [[column.name for column in COLUMNS]],
        "column_type": [[column.type for column in COLUMNS]],
    },
    "coverage": {},
    "brief": {
        "agreement_model": [AgreementModel],
        "operator_level": [OperatorLevel],
        "policy_kind": [PolicyKind],
        "response_kind": [ResponseKind],
        "rule_kind": [RuleKind],
    },
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


@pytest.mark.parametrize("arguments", [(), ("Chelsea, MA",), ("Fall River, MA", "--on", "2018-01-01")])
def test_coverage_fits(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert problems("coverage", printed("coverage", *arguments, "--workspace", str(tmp_path))) == []


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


@pytest.mark.parametrize("call", TIMELINES, ids=lambda call: call[0])
def test_a_timeline_fits_and_cites_every_fact_it_names(call: tuple[str, ...], tmp_path: Path) -> None:
    found = printed("timeline", *call, "--workspace", str(tmp_path))
    assert found["rows"]
    assert found["events"]
    assert problems("timeline", found) == []
    named = {one["fact"] for one in found["events"]}
    for row in found["rows"]:
        named |= {mark["fact"] for mark in row["marks"]}
        named |= {fact for bar in row["bars"] for fact in bar["facts"]}
    assert named == {one["id"] for one in found["sources"]}


@pytest.mark.parametrize("call", DIFFERENCES, ids=lambda call: " ".join(call[:2]))
def test_differences_fit(call: tuple[str, ...], tmp_path: Path) -> None:
    found = printed(*call, "--workspace", str(tmp_path))
    assert found["differences"]
    assert any(one["because"] for one in found["differences"]) == (call[0] == "changes")
    assert problems("differences", found) == []


def test_an_answer_without_a_difference_fits(tmp_path: Path) -> None:
    call = ("whatif", "Houston, TX", "--on", "2025-05-15", "--without", "new-york-v-doj-03")
    found = printed(*call, "--workspace", str(tmp_path))
    assert found["differences"] == []
    assert problems("differences", found) == []


def test_a_part_of_an_answer_takes_no_value_of_another() -> None:
    difference = {
        "on": "2018-11-30",
        "condition": "jag-2017-notice",
        "places": ["ocd-division/country:us/state:ma/place:boston"],
        "changes": [{"field": "force", "before": "in_force", "after": "exposed"}],
        "because": [],
    }
    [problem] = problems("differences", {"schema": "1", "differences": [difference]})
    assert problem.startswith("$.differences[0].changes[0]:")


def test_the_parts_that_can_differ_are_those_of_an_answer() -> None:
    kinds = [
        one["$ref"].removeprefix("#/$defs/") for one in SCHEMAS["differences"]["$defs"]["change"]["anyOf"]
    ]
    parts = [SCHEMAS["differences"]["$defs"][kind]["properties"]["field"]["const"] for kind in kinds]
    assert parts == list(Cell._fields)
    assert kinds == [f"{part}_changed" for part in parts]


@pytest.mark.parametrize("days", PANELS, ids=" ".join)
def test_the_dictionary_of_a_panel_fits(days: tuple[str, ...], tmp_path: Path) -> None:
    places, out = tmp_path / "places.txt", tmp_path / "panel.csv"
    places.write_text("Chelsea, MA\nChicago, IL\n", encoding="utf-8")
    call = ["standing", "--places", str(places), "--condition", "jag-2017-set", *days, "--out", str(out)]
    made = CliRunner().invoke(cli, [*call, "--workspace", str(tmp_path)], catch_exceptions=False)
    assert made.exit_code == 0, made.output
    found = json.loads((tmp_path / "panel.csv.dictionary.json").read_text(encoding="utf-8"))
    assert problems("panel-dictionary", found) == []


@pytest.mark.parametrize("name", ALONE)
def test_a_name_that_two_schemas_share_means_the_same_in_both(name: str) -> None:
    for key, same in SCHEMAS[name]["$defs"].items():
        assert SCHEMAS["standing"]["$defs"].get(key, same) == same, key


@pytest.mark.parametrize("name", ALONE)
def test_it_needs_no_other_file(name: str) -> None:
    assert all(node["$ref"].startswith("#/") for node in nodes(SCHEMAS[name]) if "$ref" in node)
    assert SCHEMAS[name]["$id"].startswith(f"urn:pursestrings:schema:{name}:")


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
    ours = {str(value) for values in ENUMS[name][list_name] for value in values}
    if list_name == "money_basis":
        ours.add(THROUGH_THE_STATE)
    if list_name == "held_by_then":
        ours.discard(Precedent.NONE)
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
    assert SCHEMAS[name]["description"]
    for key, one in SCHEMAS[name]["$defs"].items():
        assert "description" in one, key
        for field, value in one.get("properties", {}).items():
            assert "description" in value or "$ref" in value or "$ref" in str(value), f"{key}.{field}"


@pytest.mark.parametrize("name", NAMES)
def test_no_part_of_the_schema_is_left_over(name: str) -> None:
    used = {str(node["$ref"]) for schema in SCHEMAS.values() for node in nodes(schema) if "$ref" in node}
    own = {str(node["$ref"]) for node in nodes(SCHEMAS[name]) if "$ref" in node}
    for key in SCHEMAS[name]["$defs"]:
        assert f"#/$defs/{key}" in own or f"{name}.schema.json#/$defs/{key}" in used, key


def test_the_versions_are_those_of_the_program() -> None:
    assert SCHEMAS["standing"]["$defs"]["standing"]["properties"]["schema"]["const"] == contract.SCHEMA
    assert SCHEMAS["reasons"]["$defs"]["reasons"]["properties"]["schema"]["const"] == tree.SCHEMA
    assert SCHEMAS["reasons"]["$id"].endswith(f":{tree.SCHEMA}")
    assert SCHEMAS["frozen"]["properties"]["schema"]["const"] == frozen.SCHEMA
    assert SCHEMAS["timeline"]["properties"]["schema"]["const"] == model.SCHEMA
    assert SCHEMAS["timeline"]["$id"].endswith(f":{model.SCHEMA}")
    assert SCHEMAS["brief"]["properties"]["schema"]["const"] == compose.SCHEMA
    assert SCHEMAS["differences"]["properties"]["schema"]["const"] == differences.SCHEMA
    assert SCHEMAS["panel-dictionary"]["properties"]["schema"]["const"] == panel.SCHEMA


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Every mapping inside a schema."""
    if isinstance(value, dict):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from nodes(child)
