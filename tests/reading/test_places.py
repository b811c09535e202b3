"""Which government a name means, and when a name is no place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.reading.places.places import places
from tests.reading.making import document, register

US = "ocd-division/country:us/"


def named(text: str, publisher: str | None = None) -> dict[str, str | None]:
    """The words that name a place, with its id without the country."""
    found = places(document(text, publisher=publisher), register())
    return {one.anchor.exact: one.place.removeprefix(US) if one.place else None for one in found}


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Officials in Salem, Oregon, met on the rule.", "Salem", "state:or/place:salem"),
        ("Officials in Salem, Mass., met on the rule.", "Salem", "state:ma/place:salem"),
        ("The mayor of Portland, ME, spoke in Augusta.", "Portland", "state:me/place:portland"),
        ("Voters in Oregon know that Portland and Salem differ.", "Salem", "state:or/place:salem"),
        ("Bernalillo County jails are full.", "Bernalillo County", "state:nm/county:bernalillo"),
        ("Police in Stockton and Fresno, both in California, agreed.", "Stockton", "state:ca/place:stockton"),
        ("Philadelphia Mayor Jim Kenney said no.", "Philadelphia", "state:pa/place:philadelphia"),
        ("The City of Aurora, Colorado, sued.", "City of Aurora", "state:co/place:aurora"),
        (
            "Prince George's County, Maryland, answered.",
            "Prince George's County",
            "state:md/county:prince_george~s",
        ),
        ("A protest in St. Louis, Missouri, was calm.", "St. Louis", "state:mo/place:st_louis"),
        ("Miami-Dade County changed its rule in Florida.", "Miami-Dade County", "state:fl/county:miami-dade"),
        ("Albuquerque, N.M., wrote a letter.", "N.M", "state:nm"),
        ("The hearing in Washington, D.C., ended.", "Washington", "district:dc"),
        ("New York City Council members voted.", "New York", "state:ny/place:new_york"),
        ("New Mexico lawmakers met in Santa Fe.", "Santa Fe", "state:nm/place:santa_fe"),
        ("New York Mayor Bill de Blasio spoke.", "New York", "state:ny/place:new_york"),
        ("New York Gov. Andrew Cuomo spoke.", "New York", "state:ny"),
        ("Washington Gov. Jay Inslee signed the bill.", "Washington", "state:wa"),
        ("Lawmakers in Washington state met.", "Washington", "state:wa"),
        ("Washington Mayor Muriel Bowser spoke.", "Washington", "district:dc"),
        ("Milwaukee County Sheriff David Clarke spoke.", "Milwaukee County", "state:wi/county:milwaukee"),
        ("Milwaukee Mayor Tom Barrett spoke.", "Milwaukee", "state:wi/place:milwaukee"),
        ("San Francisco County runs the jail.", "San Francisco County", "state:ca/place:san_francisco"),
        ("Denver police and Denver County agreed.", "Denver", "state:co/place:denver"),
        ("Officials in Anaheim, Calif., and Orange County met.", "Orange County", "state:ca/county:orange"),
        ("Officials in Orlando, Fla., and Orange County met.", "Orange County", "state:fl/county:orange"),
        ("Oregon, Washington and Idaho sued.", "Washington", "state:wa"),
        ("In Florida, Miami-Dade’s jail is full.", "Miami-Dade", "state:fl/county:miami-dade"),
        ("In Colorado, the Denver City Council met.", "Denver", "state:co/place:denver"),
        (
            "The Denver City Council in Texas met in Denver City, Texas.",
            "Denver City",
            "state:tx/place:denver_city",
        ),
        ("The Oklahoma City Council met in Oklahoma.", "Oklahoma City", "state:ok/place:oklahoma_city"),
        ("Grants went to Boston, New York, San Francisco and others.", "Boston", "state:ma/place:boston"),
        ("Grants went to Boston, New York, on Monday.", "Boston", "state:ny/county:erie/place:boston"),
        ("Grants went to Buffalo, New York, San Francisco and others.", "Buffalo", "state:ny/place:buffalo"),
        # a county of a name that a city bears which is its own county
        ("Marion County, Fla., signed the form.", "Marion County", "state:fl/county:marion"),
        ("Marion County and Salem, Oregon, signed it.", "Marion County", "state:or/county:marion"),
        ("Davidson County, N.C., signed the form.", "Davidson County", "state:nc/county:davidson"),
        ("Louisville and Jefferson County signed it.", "Jefferson County", "state:ky/county:jefferson"),
        # a postal code before a mark
        ("The jail is in Chelsea, MA.", "Chelsea", "state:ma/place:chelsea"),
        ("SALEM, OR--(Some Wire) The council voted.", "SALEM", "state:or/place:salem"),
        ("The California Highway Patrol agreed.", "California", "state:ca"),
    ],
)
def test_a_name_means_the_government_that_its_surroundings_say(text: str, words: str, place: str) -> None:
    found = named(text)
    assert {key.rstrip("."): value for key, value in found.items()}.get(words) == place


def test_the_outlet_s_home_decides_between_towns_of_one_name() -> None:
    outlet = next(one for one in register().outlets.values() if one.home == f"{US}state:ma/place:boston")
    assert named("The council in Springfield met on Monday.", outlet.name)["Springfield"] == (
        "state:ma/place:springfield"
    )


def test_the_place_in_an_outlet_s_name_is_none() -> None:
    assert named("The Dayton River Dispatch reported it.", "Dayton River Dispatch") == {}


def test_a_place_beside_an_outlet_s_name_is_one() -> None:
    text = "The Dayton River Dispatch reported it. Police in Dayton, Ohio, agreed. So says Dayton River Dispatch."
    found = places(document(text, publisher="Dayton River Dispatch"), register())
    assert [one.anchor.start for one in found if one.anchor.exact == "Dayton"] == [text.index("Dayton,")]


def test_one_name_has_one_sense_in_a_document() -> None:
    found = places(
        document("Aurora, Ill., has a jail.\nAurora says no.\nIn Aurora, police agree."), register()
    )
    assert {one.place for one in found if one.anchor.exact == "Aurora"} == {f"{US}state:il/place:aurora"}


def test_two_states_behind_one_name_are_two_places() -> None:
    text = "Columbus, Ohio, signed the form. Columbus, Georgia, did not."
    found = [one.place for one in places(document(text), register()) if one.anchor.exact == "Columbus"]
    assert found[0] == f"{US}state:oh/place:columbus"
    assert found[1] != found[0]
    assert found[1] is not None
    assert "state:ga" in found[1]


def test_behind_the_second_state_a_bare_name_is_in_doubt() -> None:
    text = "Aurora, Ill., sued. Aurora is large. Aurora, Colo., did not sue. Aurora police agreed."
    first, bare, second, doubtful = (
        one for one in places(document(text), register()) if one.anchor.exact == "Aurora"
    )
    assert bare.place == first.place == f"{US}state:il/place:aurora"
    assert second.place == f"{US}state:co/place:aurora"
    assert {doubtful.place, doubtful.runner_up} == {first.place, second.place}
    assert doubtful.score < bare.score


def test_a_county_that_many_states_have_is_left_open() -> None:
    assert named("Jefferson County Sheriff Jane Roe spoke.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Attorney General Jeff Sessions said so. Sessions added more.",
        "Virginia Alexander of the league disagreed.",
        "The bill is before the House and the Senate.",
        "They marched for Justice and Union.",
        "The Department of Homeland Security wrote to them.",
        "She was reading about liberty and commerce.",
        "Orders came out of Washington.",
        "A statement from the White House came late.",
        "Jane Doe, MD, testified.",
        "Sen. Jane Poe, D-N.M., wrote a letter.",
        "Sen. Jane Poe (R-Texas) wrote a letter.",
        "Former Del. Brian Poe spoke.",
        "The Houston Chronicle reported it.",
        "Chelsea Clinton spoke.",
        "A professor at Boston College agreed.",
        "The University of Michigan declined to comment.",
        "The Dallas Cowboys lost.",
        "He filed in the U.S. District Court for the District of Massachusetts.",
        "The Massachusetts Supreme Judicial Court ruled.",
        "The U.S. attorney for the Northern District of Illinois agreed.",
        "Reporters in the Capitol waited.",
        "A Toyota hit a bus of the Metro line.",
        "Ohio State University closed its gates.",
        "The University of Washington, Ohio State University and others wrote.",
        "Texas A&M University agreed.",
        "The California Court of Appeal ruled.",
        "The Texas Court of Criminal Appeals ruled.",
        "They marched on Pennsylvania Avenue.",
        "The Ohio River and the Missouri River rose.",
        "Boats left on Lake Michigan.",
    ],
)
def test_people_words_and_institutions_are_no_places(text: str) -> None:
    assert named(text) == {}


def test_a_city_abroad_has_no_id() -> None:
    text = "In England, London and Manchester have mayors. London police and Britain's home office agreed."
    found = [one for one in places(document(text), register()) if one.anchor.exact == "London"]
    assert {one.place for one in found} == {None}
    assert {one.name for one in found} == {"London, United Kingdom"}
    assert all(one.lat is not None and 51 < one.lat < 52 for one in found)


def test_namesakes_of_each_other_tell_no_country_abroad() -> None:
    assert None not in named("Police in Dover, Plymouth, Manchester and Worcester agreed.").values()


@pytest.mark.parametrize(
    "text", ["Talks between Mexico and Canada went on.", "Troops in Iraq, Afghanistan or Kuwait waited."]
)
def test_a_country_abroad_is_no_finding(text: str) -> None:
    assert named(text) == {}


def test_a_country_behind_a_name_says_that_it_lies_there() -> None:
    found = named("TBILISI, Georgia - Soldiers left. Georgia did not answer.")
    assert "state:ga" not in found.values()


def test_a_state_behind_a_name_is_believed_where_no_table_has_the_place() -> None:
    found = places(document("She was born in Lakeville, Montana, and left."), register())
    town = next(one for one in found if one.anchor.exact == "Lakeville")
    assert (town.place, town.name, town.lat) == (None, "Lakeville, MT", None)


def test_a_place_without_a_government_has_no_id() -> None:
    found = named("Residents of Silver Spring, Maryland, wrote to the county.")
    assert found["Silver Spring"] is None


def test_a_city_s_runner_up_can_be_the_county_of_its_name() -> None:
    found = places(document("Milwaukee Mayor Tom Barrett spoke."), register())
    assert found[0].runner_up is not None
    assert found[0].runner_up != found[0].place


def test_the_second_best_reading_is_kept() -> None:
    found = places(document("The mayor of Springfield, Illinois, spoke."), register())
    city = next(one for one in found if one.anchor.exact == "Springfield")
    assert city.place == f"{US}state:il/place:springfield"
    assert city.runner_up is not None
    assert city.runner_up != city.place
    assert 0 < city.score <= 1


WORDS = st.sampled_from(
    [
        "Boston",
        "Chelsea,",
        "Mass.",
        "in",
        "the",
        "Mayor",
        "of",
        "New",
        "York",
        "County",
        "St.",
        "Louis",
        "—",
        "(",
        ")",
        "\n",
        "Washington",
        "Paris",
        "12",
        "Miami-Dade",
        "'s",
        "D-N.Y.",
        "é",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=20).map(" ".join)))
def test_anchors_hold_on_any_text(text: str) -> None:
    for one in places(document(text), register()):
        assert text[one.anchor.start : one.anchor.end] == one.anchor.exact
        assert 0 <= one.score <= 1


def test_places_of_the_seeds(shared: Path) -> None:
    import yaml

    from pursestrings.documents import load

    right = found = wanted = 0
    for path in sorted((shared / "gold").glob("0*.yaml")):
        gold = set(yaml.safe_load(path.read_text(encoding="utf-8"))["places"])
        read = places(load(shared / "seeds" / f"{path.stem}.txt"), register())
        have = {one.place for one in read if one.place}
        right, found, wanted = right + len(gold & have), found + len(have), wanted + len(gold)
    assert 2 * right / (found + wanted) >= 0.95


def test_words_strung_on_hyphens_without_end_are_no_place() -> None:
    assert named("Ab-" * 3000 + "Boston.") == {}


def test_a_name_under_which_nobody_lives_can_be_read() -> None:
    assert "Antarctica" not in named("A ship sailed from Boston, Mass., to Antarctica.")
