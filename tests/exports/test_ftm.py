"""The register as FollowTheMoney entities: schemata and properties that other tools know, and nobody private."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pursestrings.cli import cli
from pursestrings.exports.ftm import Entity, entities
from pursestrings.places import all_places
from pursestrings.register.files import Entry
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.load import load_files
from pursestrings.register.models.courts import Case
from pursestrings.register.models.people import Official
from tests.standing.world import CHELSEA, MA, SURE, US, case

THING = {"name", "country", "summary", "sourceUrl", "publisher"}
INTERVAL = {"startDate", "endDate", "date", "sourceUrl", "publisher"}
BODY = THING | {"classification", "registrationNumber"}

KNOWN = {
    "PublicBody": BODY,
    "Person": THING,
    "Position": THING | {"organization"},
    "Occupancy": INTERVAL | {"holder", "post"},
    "Organization": BODY,
    "Membership": INTERVAL | {"member", "organization", "role"},
    "CourtCase": THING | {"caseNumber", "court", "fileDate"},
    "CourtCaseParty": INTERVAL | {"case", "party", "role"},
    "Payment": INTERVAL
    | {
        "payer",
        "beneficiary",
        "amount",
        "amountUsd",
        "currency",
        "programme",
        "purpose",
        "transactionNumber",
    },
}
"""The part of the model of followthemoney 4.11 that these files may use: schemata, and properties of each."""

NEEDED = {
    "PublicBody": {"name"},
    "Person": {"name"},
    "Position": {"name"},
    "Occupancy": {"holder", "post"},
    "Organization": {"name"},
    "Membership": {"member", "organization"},
    "CourtCase": {"name"},
    "CourtCaseParty": {"case", "party"},
    "Payment": {"payer", "beneficiary"},
}
"""Properties without which the model refuses an entity."""

RANGES = {
    "holder": {"Person"},
    "post": {"Position"},
    "organization": {"PublicBody", "Organization"},
    "member": {"PublicBody"},
    "case": {"CourtCase"},
    "party": {"PublicBody", "Organization"},
    "payer": {"PublicBody"},
    "beneficiary": {"PublicBody"},
}
"""Properties that name another entity, and of which schema it is here."""

ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?")
"""What the model takes for an id."""


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return load_files().entries


@pytest.fixture(scope="module")
def found(entries: list[Entry]) -> list[Entity]:
    return list(entities(entries))


def entry(kind: str, data: dict[str, Any]) -> Entry:
    """A made-up fact as a file of the register."""
    [one] = [each for each in FILE_KINDS if each.name == kind]
    return Entry(one, one.model.model_validate(data), Path(f"{one.folder}/{data['id']}.yaml"), private=False)


def test_the_command_writes_an_entity_a_line(found: list[Entity], tmp_path: Path) -> None:
    arguments = ["export", "datapackage", str(tmp_path / "ftm"), "--format", "ftm"]
    done = CliRunner().invoke(cli, [*arguments, "--workspace", str(tmp_path)], catch_exceptions=False)
    assert done.exit_code == 0
    package = json.loads((tmp_path / "ftm" / "datapackage.json").read_text(encoding="utf-8"))
    [resource] = package["resources"]
    lines = (tmp_path / "ftm" / resource["path"]).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == found
    assert all((tmp_path / "ftm" / one["path"]).exists() for one in package["sources"] if "path" in one)


def test_every_entity_has_a_schema_and_properties_that_followthemoney_knows(found: list[Entity]) -> None:
    assert {one["schema"] for one in found} == set(KNOWN)
    for one in found:
        properties = set(one["properties"])
        assert properties <= KNOWN[one["schema"]], one["id"]
        assert properties >= NEEDED[one["schema"]], one["id"]


def test_every_value_is_a_list_of_texts_that_say_something(found: list[Entity]) -> None:
    for one in found:
        for name, values in one["properties"].items():
            assert values, (one["id"], name)
            assert all(isinstance(value, str) and value.strip() for value in values), (one["id"], name)


def test_the_library_itself_takes_every_entity_whole(found: list[Entity]) -> None:
    ftm = pytest.importorskip("followthemoney")
    for one in found:
        taken = ftm.model.get_proxy(one).to_dict()
        assert taken["schema"] == one["schema"]
        for name, values in one["properties"].items():
            assert set(taken["properties"].get(name, ())) == set(values), (one["id"], name)
        assert set(ftm.model.get(one["schema"]).required) <= set(taken["properties"]), one["id"]


def test_no_two_entities_share_an_id_and_the_model_takes_each_for_one(found: list[Entity]) -> None:
    ids = [one["id"] for one in found]
    assert len(set(ids)) == len(ids)
    assert [one for one in ids if not ID.fullmatch(one)] == []


def test_every_entity_that_is_named_is_there_and_is_of_the_right_kind(found: list[Entity]) -> None:
    schema = {one["id"]: one["schema"] for one in found}
    for one in found:
        for name in set(one["properties"]) & set(RANGES):
            for value in one["properties"][name]:
                assert schema.get(value) in RANGES[name], (one["id"], name, value)


def test_every_government_of_the_country_gets_an_id_of_its_own() -> None:
    """Also those whose names have accents, apostrophes and blanks."""
    places = [place.ocd for place in all_places()]
    offices = [{"title": "mayor", "place": place} for place in places]
    everyone = entry("official", {"id": "a-b", "name": "A B", "offices": offices, **SURE})
    bodies = [one for one in entities([everyone]) if one["schema"] == "PublicBody"]
    assert len({one["id"] for one in bodies}) == len(places)
    assert [one["id"] for one in bodies if not ID.fullmatch(one["id"])] == []


def test_persons_are_the_officials_and_each_holds_an_office(
    found: list[Entity], entries: list[Entry]
) -> None:
    persons = {one["id"]: one for one in found if one["schema"] == "Person"}
    officials = [each.thing for each in entries if isinstance(each.thing, Official)]
    assert {f"pursestrings-official-{one.id}" for one in officials} == set(persons)
    held = {holder for one in found for holder in one["properties"].get("holder", ())}
    assert held == set(persons)


def test_every_office_every_membership_and_every_lawsuit_is_there(
    found: list[Entity], entries: list[Entry]
) -> None:
    things = [each.thing for each in entries]
    offices = sum(len(one.offices) for one in things if isinstance(one, Official))
    assert sum(one["schema"] == "Occupancy" for one in found) == offices
    assert sum(one["schema"] == "CourtCase" for one in found) == sum(isinstance(one, Case) for one in things)


def test_who_left_an_association_and_came_back_has_two_memberships() -> None:
    first = {"place": CHELSEA, "start": "2010", "until": "2012"}
    again = {"place": CHELSEA, "start": "2015"}
    cities = {
        "id": "cities", "name": "Cities", "levels": ["municipality"], "members": [first, again], "complete": True,
    }  # fmt: skip
    memberships = [
        one["properties"]
        for one in entities([entry("association", {**cities, **SURE})])
        if one["schema"] == "Membership"
    ]
    assert [one["startDate"] for one in memberships] == [["2010"], ["2015"]]


def test_a_private_plaintiff_becomes_no_entity() -> None:
    suit = case()
    suit["plaintiffs"] = [
        {"name": "Ana Romero"},
        {"name": "Helping Hands, Inc."},
        {"name": "Chelsea", "place": CHELSEA},
    ]
    made = list(entities([entry("case", suit)]))
    assert [one["schema"] for one in made] == ["PublicBody", "CourtCase", "CourtCaseParty"]
    assert "Romero" not in json.dumps(made)
    assert "Helping" not in json.dumps(made)


def test_whoever_sued_is_a_government_or_an_association(found: list[Entity], entries: list[Entry]) -> None:
    schema = {one["id"]: one["schema"] for one in found}
    parties = [one for one in found if one["schema"] == "CourtCaseParty"]
    assert parties
    assert {schema[party] for one in parties for party in one["properties"]["party"]} <= {
        "PublicBody",
        "Organization",
    }
    bodies = {place for each in entries if isinstance(each.thing, Case) for place in _places(each.thing)}
    assert all(name in str(found) for name in bodies)


def _places(suit: Case) -> set[str]:
    return {party.place for party in suit.plaintiffs if party.place}


def test_money_that_was_only_allocated_or_applied_for_is_no_payment() -> None:
    award = {"program": "16.738", "fiscal_year": "2017", "amount": "1000.50", "holder": CHELSEA, **SURE}
    kinds = ("allocated", "applied", "share", "awarded", "accepted", "obligated_net")
    awards = [{**award, "id": kind.replace("_", "-"), "status": kind} for kind in kinds]
    made = list(entities([entry("award_file", {"id": "ma-chelsea", "place": CHELSEA, "awards": awards})]))
    paid = [one for one in made if one["schema"] == "Payment"]
    assert [one["id"].rpartition("award-")[2] for one in paid] == ["awarded", "accepted", "obligated-net"]
    assert {one["properties"]["amount"][0] for one in paid} == {"1000.50"}


def test_two_offices_of_one_title_in_two_bodies_are_two_positions() -> None:
    offices = [{"title": "chief", "place": place, "body": body} for place, body in _CHIEFS]
    made = entities([entry("official", {"id": "a-b", "name": "A B", "offices": offices, **SURE})])
    assert len([one for one in made if one["schema"] == "Position"]) == len(_CHIEFS)


_CHIEFS = [(CHELSEA, "Police"), (CHELSEA, "Fire Department"), (CHELSEA, None), (MA, "Police"), (US, "Police")]
