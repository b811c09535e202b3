"""What the table of places holds, and what must hold of every line of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.places import Place, all_places, find, get, is_within, states, subdivisions, table

US = "ocd-division/country:us"


@pytest.fixture(scope="module")
def places() -> list[Place]:
    return list(all_places())


@pytest.fixture(scope="module")
def counts(places: list[Place]) -> Counter[str]:
    return Counter(place.level for place in places)


def test_every_kind_of_government_is_there(counts: Counter[str]) -> None:
    assert counts == {"country": 1, "state": 56, "county": 3081, "municipality": 21032, "township": 15131}


@pytest.mark.parametrize(
    ("state", "legal", "number"),
    [
        ("MA", "county", 5),  # Massachusetts keeps five counties with a government beside Nantucket
        ("MA", "city", 54),
        ("MA", "town", 296),
        ("PR", "municipio", 78),
        ("LA", "parish", 61),
        ("VA", "independent city", 38),
        ("NJ", "township", 241),
        ("WI", "town", 1255),
        ("AK", "census area", 12),
        ("CT", "planning region", 9),
        ("CT", "county without government", 8),
        ("RI", "county without government", 5),
        ("MP", "municipality", 3),
    ],
)
def test_numbers_of_a_state(state: str, legal: str, number: int) -> None:
    assert sum(place.legal == legal for place in table.shelf(state).places) == number


def test_massachusetts_has_all_351_cities_and_towns() -> None:
    assert sum(place.level == "municipality" for place in subdivisions(f"{US}/state:ma")) == 351


def test_no_id_and_no_geoid_stands_for_two(places: list[Place]) -> None:
    ids = Counter(place.ocd for place in places)
    geoids = Counter(geoid for place in places for geoid in {place.geoid, place.county_geoid} if geoid)
    assert ids.most_common(1)[0][1] == 1
    assert geoids.most_common(1)[0][1] == 1


def test_every_parent_exists_and_the_chain_ends_at_the_country(places: list[Place]) -> None:
    ids = {place.ocd for place in places}
    for place in places:
        assert ids.issuperset(place.parents), place
        assert place.level == "country" or place.parents[-1] == US


def test_every_alias_and_former_geoid_leads_to_a_place_that_leads_to_itself() -> None:
    for state in states():
        shelf = table.shelf(str(state.state))
        for ocd, place in shelf.by_ocd.items():
            assert get(ocd) is place
            assert get(place.ocd) is place
        for geoid, place in shelf.by_geoid.items():
            assert find(geoid) is place


def test_every_geoid_has_its_state_and_vintage(places: list[Place]) -> None:
    fips = {state.state: state.geoid for state in states()}
    for place in places:
        if place.geoid:
            assert place.geoid[:2] == fips[place.state]
            assert len(place.geoid) in (2, 5, 7, 10)
            assert place.geoid_vintage is not None


@settings(deadline=None)  # the first look-up in a state reads its file
@given(st.data())
def test_every_place_is_found_by_its_id_and_geoid(data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(states()))
    place = data.draw(st.sampled_from(table.shelf(str(state.state)).places))
    assert find(place.ocd) == place
    assert place.geoid is None or find(place.geoid) == place
    assert is_within(place.ocd, state.ocd)


def test_population_says_where_it_comes_from(places: list[Place]) -> None:
    for place in places:
        assert (place.population is None) == (place.population_source is None)
        assert place.level != "county" or place.population is None
    assert get(f"{US}/state:ma/place:chelsea").population_source == "fbi 2025"


def test_points_lie_in_the_united_states_or_its_territories(places: list[Place]) -> None:
    for place in places:
        assert (place.lat is None) == (place.lon is None)
        if place.lat is not None and place.lon is not None:
            assert -15 < place.lat < 72
            assert -180 <= place.lon <= -64 or place.lon > 140


@pytest.mark.parametrize(
    ("postal", "circuit", "districts"),
    [
        ("MA", "1", ("mad",)),
        ("CA", "9", ("cacd", "caed", "cand", "casd")),
        ("IL", "7", ("ilnd", "ilcd", "ilsd")),
        ("TX", "5", ("txnd", "txed", "txsd", "txwd")),
        ("DC", "dc", ("dcd",)),
        ("PR", "1", ("prd",)),
        ("VI", "3", ("vid",)),
        ("GU", "9", ("gud",)),
        ("MP", "9", ("nmid",)),
        ("AS", None, ()),
    ],
)
def test_federal_courts_of_a_state(postal: str, circuit: str | None, districts: tuple[str, ...]) -> None:
    state = next(state for state in states() if state.state == postal)
    assert state.circuit == circuit
    assert set(state.districts) == set(districts)


def test_each_of_the_twelve_circuits_has_its_states() -> None:
    circuits = Counter(state.circuit for state in states())
    expected = {
        "1": 5,
        "2": 3,
        "3": 4,
        "4": 5,
        "5": 3,
        "6": 4,
        "7": 3,
        "8": 7,
        "9": 11,
        "10": 6,
        "11": 3,
        "dc": 1,
    }
    assert circuits == {**expected, None: 1}
    assert sum(len(state.districts) for state in states()) == 94


def test_a_place_has_the_district_of_its_state_only_where_there_is_one() -> None:
    assert find("Chelsea, MA").districts == ("mad",)
    assert find("Chelsea, MA").circuit == "1"
    assert find("Oakland, CA").districts == ()
    assert find("Oakland, CA").circuit == "9"


def test_the_table_stays_small() -> None:
    folder = Path(table.__file__).parent / "data"
    assert sum(file.stat().st_size for file in folder.glob("*.tsv")) < 4_000_000
