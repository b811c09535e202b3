"""Finding a government by what people call it."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.errors import PLACE_AMBIGUOUS, PLACE_UNKNOWN, PursestringsError
from pursestrings.places import find, get, is_within, named, states, subdivisions, table

US = "ocd-division/country:us"


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("Chelsea, MA", "state:ma/place:chelsea"),
        ("Chelsea, Massachusetts", "state:ma/place:chelsea"),
        ("  chelsea ,  mass. ", "state:ma/place:chelsea"),
        ("CHELSEA MA", "state:ma/place:chelsea"),
        ("City of Chelsea, MA", "state:ma/place:chelsea"),
        ("the City of Chelsea, Mass.", "state:ma/place:chelsea"),
        ("Chelsea, Suffolk County, MA", "state:ma/place:chelsea"),
        ("2513205", "state:ma/place:chelsea"),
        ("Bernalillo County, New Mexico", "state:nm/county:bernalillo"),
        ("Bernalillo County, N.M.", "state:nm/county:bernalillo"),
        ("Bernalillo, NM", "state:nm/place:bernalillo"),
        ("County of Los Angeles, Calif.", "state:ca/county:los_angeles"),
        ("Los Angeles", "state:ca/place:los_angeles"),
        ("Los Angeles County", "state:ca/county:los_angeles"),
        ("Seattle", "state:wa/place:seattle"),
        ("Baltimore, MD", "state:md/place:baltimore"),
        ("Baltimore County, MD", "state:md/county:baltimore"),
        ("Washington, DC", "district:dc"),
        ("Washington, D.C.", "district:dc"),
        ("District of Columbia", "district:dc"),
        ("Massachusetts", "state:ma"),
        ("Commonwealth of Massachusetts", "state:ma"),
        ("State of Washington", "state:wa"),
        ("Washington", "state:wa"),
        ("New York", "state:ny"),
        ("New York City", "state:ny/place:new_york"),
        ("New York, N.Y.", "state:ny/place:new_york"),
        ("St. Paul, MN", "state:mn/place:st_paul"),
        ("Saint Paul, Minn.", "state:mn/place:st_paul"),
        ("Miami-Dade County, FL", "state:fl/county:miami-dade"),
        ("Miami Dade County, Florida", "state:fl/county:miami-dade"),
        ("Prince George’s County, Md.", "state:md/county:prince_george~s"),
        ("Doña Ana County, NM", "state:nm/county:doña_ana"),
        ("Dona Ana County, NM", "state:nm/county:doña_ana"),
        ("De Kalb, IL", "state:il/place:dekalb"),
        ("Foxboro, MA", "state:ma/place:foxborough"),
        ("Kansas City, MO", "state:mo/place:kansas_city"),
        ("City and County of Denver", "state:co/place:denver"),
        ("Paso Robles, CA", "state:ca/place:el_paso_de_robles_~paso_robles~"),
        ("Ithaca, NY", "state:ny/place:ithaca"),
        ("Town of Ithaca, NY", "state:ny/place:ithaca"),
        ("Franklin Township, Adams County, PA", "state:pa/county:adams/place:franklin"),
        ("Franklin, Adams County, PA", "state:pa/county:adams/place:franklin"),
        ("Franklin, Venango County, PA", "state:pa/place:franklin_city"),
        ("Guam", "territory:gu"),
        ("San Juan, Puerto Rico", "territory:pr/municipio:san_juan"),
    ],
)
def test_what_people_write(said: str, path: str) -> None:
    assert find(said).ocd == f"{US}/{path}"


def test_the_country() -> None:
    assert find("United States").ocd == find("U.S.").ocd == find(US).ocd == US


@pytest.mark.parametrize(
    ("ocd", "label"),
    [
        (f"{US}/state:ma/place:chelsea", "Chelsea, MA"),
        (f"{US}/state:nm/county:bernalillo", "Bernalillo County, NM"),
        (f"{US}/state:la/parish:caddo", "Caddo Parish, LA"),
        (f"{US}/state:ak/borough:north_slope", "North Slope Borough, AK"),
        (f"{US}/state:pa/county:adams/place:franklin", "Franklin Township, PA"),
        (f"{US}/state:pa/place:carlisle", "Carlisle, PA"),
        (f"{US}/state:ma", "Massachusetts"),
        (f"{US}/district:dc", "Washington, DC"),
        (US, "United States"),
    ],
)
def test_labels(ocd: str, label: str) -> None:
    assert get(ocd).label == label


@pytest.mark.parametrize(
    ("said", "candidates"),
    [
        ("Chelsea", ["state:ma/place:chelsea", "state:mi/place:chelsea"]),
        ("Baltimore", ["state:md/place:baltimore", "state:oh/place:baltimore"]),
        ("Amherst", ["state:ma/place:amherst", "state:ny/county:erie/place:amherst"]),
        ("Athens, PA", ["state:pa/place:athens", "state:pa/county:bradford/place:athens"]),
        ("Chester, NY", ["state:ny/place:chester", "state:ny/county:orange/place:chester"]),
        ("Franklin Township, PA", ["state:pa/county:carbon/place:franklin"]),
        ("Cook County", ["state:il/county:cook", "state:ga/county:cook"]),
    ],
)
def test_an_ambiguous_name_names_the_candidates(said: str, candidates: list[str]) -> None:
    with pytest.raises(PursestringsError) as caught:
        find(said)
    assert caught.value.kind is PLACE_AMBIGUOUS
    for path in candidates:
        assert f"{US}/{path}" in caught.value.line


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ("Chelsae, MA", "Chelsea, MA"),
        ("Springfeild, Illinois", "Springfield, IL"),
        ("Bostn", "Boston, MA"),
        ("Bernalilo County, NM", "Bernalillo County, NM"),
        (f"{US}/state:ma/place:chelsae", "Chelsea, MA"),
    ],
)
def test_a_misspelt_name_names_what_is_near(said: str, near: str) -> None:
    with pytest.raises(PursestringsError) as caught:
        find(said)
    assert caught.value.kind is PLACE_UNKNOWN
    assert near in caught.value.hint


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Chelsea, ZZ",
        "Chelsea, Ontario",
        "99999",
        "2599999",
        "1",
        f"{US}/state:zz/place:x",
        f"{US}/moon:1",
        "Qqqqqqq",
    ],
)
def test_what_is_no_government_is_an_error_with_a_hint(said: str) -> None:
    with pytest.raises(PursestringsError) as caught:
        find(said)
    assert caught.value.kind is PLACE_UNKNOWN
    assert caught.value.hint


@settings(deadline=None)  # a name that nobody bears is compared with all of them
@given(st.text(max_size=40))
def test_no_text_brings_it_down(said: str) -> None:
    with suppress(PursestringsError):
        assert get(find(said).ocd)


def test_named_gives_every_bearer_the_largest_first() -> None:
    chelseas = named("Chelsea")
    assert chelseas[0].label == "Chelsea, MA"
    assert {place.state for place in chelseas} >= {"MA", "MI", "OK", "AL", "ME", "VT"}
    assert {place.level for place in named("Bernalillo", "NM")} == {"county", "municipality"}
    assert [place.level for place in named("Bernalillo County", "NM")] == ["county"]
    assert {place.level for place in named("New York")} >= {"state", "municipality", "county", "township"}
    assert named("Ambrosino") == ()


@settings(deadline=None)  # the first look-up in a state reads its file
@given(st.data())
def test_every_place_is_among_those_named_like_it(data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(states()))
    place = data.draw(st.sampled_from(table.shelf(str(state.state)).places))
    assert place in named(place.name, str(state.state))
    assert place in named(place.label.rpartition(",")[0] or place.label, str(state.state))


def test_subdivisions_lie_within() -> None:
    suffolk = f"{US}/state:ma/county:suffolk"
    assert {place.name for place in subdivisions(suffolk)} == {"Boston", "Chelsea", "Revere", "Winthrop"}
    assert all(is_within(place.ocd, suffolk) for place in subdivisions(suffolk))
    assert sum(1 for _ in subdivisions(f"{US}/state:ca")) > 500
    assert not is_within(suffolk, f"{US}/state:ny")
    assert is_within(suffolk, suffolk)


@pytest.mark.parametrize("said", ["Chelsea, MA", "2513205", f"{US}/state:ma/place:chelsea", "Chelsae, MA"])
def test_a_look_up_in_one_state_reads_one_states_file(said: str) -> None:
    program = f"""
from pursestrings.errors import PursestringsError
from pursestrings.places import find, table
try:
    find({said!r})
except PursestringsError:
    pass
print(table.shelf.cache_info().currsize)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
