"""What joins of place lists break on."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from pursestrings.places import Place, find, get, is_within, subdivisions

US = "ocd-division/country:us"
CONNECTICUT = f"{US}/state:ct"


def at(path: str) -> Place:
    return get(f"{US}/{path}")


@pytest.mark.parametrize(
    ("alias", "government", "geoids"),
    [
        ("state:ca/county:san_francisco", "state:ca/place:san_francisco", {"0667000", "06075"}),
        ("state:co/county:denver", "state:co/place:denver", {"0820000", "08031"}),
        ("state:pa/county:philadelphia", "state:pa/place:philadelphia", {"4260000", "42101"}),
        ("state:la/parish:orleans", "state:la/place:new_orleans", {"2255000", "22071"}),
        ("state:ky/place:louisville", "state:ky/county:jefferson", {"21111"}),
        ("state:tn/place:nashville", "state:tn/county:davidson", {"47037"}),
        ("state:in/county:marion", "state:in/place:indianapolis", {"1836000", "18097"}),
        ("state:in/county:marion/place:indianapolis", "state:in/place:indianapolis", {"1836000", "18097"}),
        ("state:hi/place:honolulu", "state:hi/county:honolulu", {"15003"}),
        ("state:fl/county:duval", "state:fl/place:jacksonville", {"1235000", "12031"}),
        ("state:ak/borough:anchorage", "state:ak/place:anchorage", {"0203000", "02020"}),
        ("state:ga/place:augusta", "state:ga/county:richmond", {"13245"}),
        ("state:ga/place:athens", "state:ga/county:clarke", {"13059"}),
        ("state:ky/county:fayette", "state:ky/place:lexington", {"2146027", "21067"}),
        ("state:ma/county:nantucket", "state:ma/place:nantucket", {"2501943790", "25019"}),
    ],
)
def test_a_consolidated_city_county_is_one_government(alias: str, government: str, geoids: set[str]) -> None:
    place = at(government)
    assert at(alias) is place
    assert place.ocd == f"{US}/{government}"
    assert place.legal == "consolidated"
    assert place.level == "municipality"
    assert {place.geoid, place.county_geoid} == geoids
    assert all(find(geoid) is place for geoid in geoids)


@pytest.mark.parametrize(
    ("county", "city"),
    [
        ("Jefferson County, KY", "Louisville, KY"),
        ("Davidson County, Tennessee", "Nashville, TN"),
        ("Orleans Parish, LA", "New Orleans, LA"),
        ("San Francisco County, CA", "San Francisco, CA"),
        ("Duval County, Fla.", "Jacksonville, FL"),
    ],
)
def test_a_consolidated_government_answers_to_both_names(county: str, city: str) -> None:
    assert find(county) is find(city)


def test_governments_inside_a_consolidated_county_lie_in_it() -> None:
    assert is_within(find("Jacksonville Beach, FL").ocd, f"{US}/state:fl/county:duval")
    assert is_within(f"{US}/state:in/county:marion/place:warren", f"{US}/state:in/place:indianapolis")


def test_new_york_city_reaches_over_five_counties() -> None:
    city = at("state:ny/place:new_york")
    boroughs = {place.geoid for place in subdivisions(city.ocd)}
    assert boroughs == {"36005", "36047", "36061", "36081", "36085"}
    assert city.parents == (f"{US}/state:ny", US)
    assert find("Brooklyn, NY") is at("state:ny/county:kings")
    assert at("state:ny/borough:manhattan") is at("state:ny/county:new_york")


def test_an_independent_city_lies_in_no_county() -> None:
    city, county = at("state:md/place:baltimore"), at("state:md/county:baltimore")
    assert city.county_geoid == "24510"
    assert find("24510") is city
    assert find("24005") is county
    assert not is_within(city.ocd, county.ocd)
    assert at("state:md/county:baltimore_city") is city


def test_all_independent_cities_have_their_county_level_geoid() -> None:
    virginia = [place for place in subdivisions(f"{US}/state:va") if place.legal == "independent city"]
    assert len(virginia) == 38
    assert all(place.county_geoid and place.county_geoid >= "51500" for place in virginia)
    assert find("29510") is at("state:mo/place:st_louis")
    assert find("32510") is at("state:nv/place:carson_city")
    assert find("Richmond, VA") is find("51760")


def test_connecticut_stands_in_both_systems() -> None:
    assert find("09009") is at("state:ct/county:new_haven")
    assert find("09170").legal == "planning region"
    assert find("09170").geoid_vintage == "2022"
    east_haven = find("East Haven, CT")
    assert east_haven.geoid == "0900922910"
    assert find("0917022910") is east_haven
    assert is_within(east_haven.ocd, f"{CONNECTICUT}/county:new_haven")
    assert is_within(east_haven.ocd, f"{CONNECTICUT}/planning_region:south_central_connecticut")


def test_connecticuts_169_towns_fill_the_nine_regions() -> None:
    boroughs = {"place:groton_city", "place:groton_long_point"}
    sizes: Counter[str] = Counter()
    for place in subdivisions(CONNECTICUT):
        slug = place.ocd.rpartition("/")[2]
        if (
            place.level == "municipality"
            and slug not in boroughs
            and (place.legal != "borough" or slug == "place:naugatuck")
        ):
            [region] = [parent for parent in place.parents if "planning_region" in parent]
            [county] = [parent for parent in place.parents if "/county:" in parent]
            assert county
            sizes[str(get(region).geoid)] += 1
    assert sizes == {
        "09110": 38,
        "09120": 6,
        "09130": 17,
        "09140": 19,
        "09150": 16,
        "09160": 21,
        "09170": 15,
        "09180": 19,
        "09190": 18,
    }


def test_codes_that_changed_lead_to_one_county() -> None:
    assert find("46113") is find("46102") is find("Oglala Lakota County, SD")
    assert find("02270") is find("02158")
    assert at("state:ak/census_area:petersburg").legal == "borough"


def test_towns_have_ten_digits_and_their_county() -> None:
    amherst = at("state:ma/place:amherst")
    assert (amherst.geoid, amherst.legal, amherst.level) == ("2501501325", "town", "municipality")
    assert amherst.parents[0] == f"{US}/state:ma/county:hampshire"
    liberty = at("state:pa/county:adams/place:liberty")
    assert (liberty.level, liberty.parents[0]) == ("township", f"{US}/state:pa/county:adams")


def test_cities_have_their_counties_the_main_one_first() -> None:
    assert find("Chelsea, MA").parents == (f"{US}/state:ma/county:suffolk", f"{US}/state:ma", US)
    assert find("Dallas, TX").parents[0] == f"{US}/state:tx/county:dallas"
    assert is_within(find("Dallas, TX").ocd, f"{US}/state:tx/county:collin")


def test_the_district_of_columbia_is_one_place_on_every_level() -> None:
    district = at("district:dc")
    assert district.label == "Washington, DC"
    assert {find(geoid) for geoid in ("11", "11001", "1150000")} == {district}
    assert at("state:dc") is district


def test_territories_answer_to_both_ids() -> None:
    assert at("state:pr") is at("territory:pr")
    assert find("72127") is find("San Juan, PR")


def test_a_town_that_the_census_calls_town_city_has_its_own_name() -> None:
    assert find("Agawam, MA").ocd == f"{US}/state:ma/place:agawam_town"
    assert at("state:ma/place:agawam") is find("Agawam, Mass.")


def _ids_in(node: object) -> set[str]:
    if isinstance(node, dict):
        return set().union(*map(_ids_in, node.values())) if node else set()
    if isinstance(node, list):
        return set().union(*map(_ids_in, node)) if node else set()
    return set(re.findall(rf"{US}[\w:/~-]*", str(node)))


def test_every_id_of_the_golden_questions_and_research_sheets_resolves(shared: Path) -> None:
    files = [shared / "gold" / "standing.yaml", *sorted((shared / "research").glob("*.yaml"))]
    ids = set().union(*(_ids_in(yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)) for file in files))
    assert len(ids) > 100
    for ocd in sorted(ids):
        assert get(ocd).ocd.startswith(US)
