"""Which government somebody in office speaks for, where the title stands without its place. All people are invented."""

from __future__ import annotations

import pytest

from pursestrings.reading.people.named_places import NamedPlaces
from pursestrings.reading.places.places import places
from pursestrings.register.models.people import Official
from tests.reading.making import document, people_in, register

US = "ocd-division/country:us"
OHIO, VIRGINIA = f"{US}/state:oh", f"{US}/state:va"


def spoken_for(
    text: str, published: str | None = None, officials: tuple[Official, ...] = ()
) -> dict[str, str | None]:
    """The place of each person of a document."""
    made = document(text, published)
    found = people_in(made, officials).findings(NamedPlaces(made, places(made, register())))
    return {person.name: person.place for person in found}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # the one state of the text
        ("Gov. Ana Ruiz signed the bill in Columbus, Ohio.", OHIO),
        ("Akron and Dayton are cities of Ohio. Attorney General Ana Ruiz sued for both.", OHIO),
        ("In Columbus, Ohio, Gov. Ana Ruiz signed the bill.", OHIO),
        ("Officials in Columbus, Ohio, met state Rep. Ana Ruiz.", OHIO),
        # the dateline's state
        ("COLUMBUS, Ohio — Gov. Ana Ruiz sued on Monday.\nIowa and Texas joined her.", OHIO),
        # the one county, or the one just named
        ("Sheriff Ana Ruiz of Franklin County, Ohio, spoke.", f"{OHIO}/county:franklin"),
        (
            "Franklin County, Ohio, and Sheriff Ana Ruiz sued.\nSummit County joined them.",
            f"{OHIO}/county:franklin",
        ),
        (
            "Prince William County, Virginia, and Manassas met. County supervisors left.\nSupervisor Ana Ruiz did not.",
            f"{VIRGINIA}/county:prince_william",
        ),
        ("County Board President Ana Ruiz left Franklin County, Ohio.", f"{OHIO}/county:franklin"),
        # the one city, the one behind the name, and the body's own
        ("City Solicitor Ana Ruiz spoke in Dayton, Ohio.", f"{OHIO}/place:dayton"),
        ("Mayor Ana Ruiz of Dayton met the mayor of Akron in Ohio.", f"{OHIO}/place:dayton"),
        (
            "Ana Ruiz, a lawyer for the County of Franklin, spoke. Ohio and Summit County listened.",
            f"{OHIO}/county:franklin",
        ),
    ],
)
def test_a_bare_office_is_of_the_only_government_that_the_text_can_mean(text: str, place: str) -> None:
    assert spoken_for(text) == {"Ana Ruiz": place}


@pytest.mark.parametrize(
    "text",
    [
        "Gov. Ana Ruiz signed the bill. Ohio and Iowa watched.",
        "Former Gov. Ana Ruiz watched in Ohio.",
        "Sheriff Ana Ruiz spoke in Dayton, Ohio.",
        "Franklin County and Summit County are in Ohio.\nSheriff Ana Ruiz spoke.",
        "Mayor Ana Ruiz spoke. Dayton and Akron are in Ohio.",
        "Ana Ruiz, a lawyer with the Harbor Fund, spoke in Dayton, Ohio.",
    ],
)
def test_where_the_text_leaves_doubt_there_is_no_place(text: str) -> None:
    assert spoken_for(text) == {"Ana Ruiz": None}


GOVERNOR = Official.model_validate(
    {
        "id": "ana-ruiz",
        "confidence": "primary",
        "name": "Ana Ruiz",
        "offices": [
            {"title": "Mayor", "place": f"{OHIO}/place:dayton", "start": "2008-01-01", "until": "2014-01-01"},
            {"title": "Governor", "place": OHIO, "start": "2015-01-20", "until": "2019-01-14"},
        ],
    }
)


@pytest.mark.parametrize(
    ("text", "published", "place"),
    [
        ("Gov. Ana Ruiz wrote.", "2017-01-23", OHIO),
        ("Gov. Ana Ruiz wrote.", "2014-06-01", None),
        ("Gov. Ana Ruiz wrote.", "2020-01-23", None),
        ("Mayor Ana Ruiz wrote. Akron and Dayton answered.", "2010-06-01", f"{OHIO}/place:dayton"),
        ("Mayor Ana Ruiz wrote. Akron and Dayton answered.", "2017-06-01", None),
        ("Mayor Ana Ruiz wrote.", "2010-06-01", None),
    ],
)
def test_the_register_ties_a_person_to_the_office_held_on_the_document_s_date(
    text: str, published: str, place: str | None
) -> None:
    assert spoken_for(text, published, (GOVERNOR,)) == {"Ana Ruiz": place}


HEAD = Official.model_validate(
    {
        "id": "eva-moll",
        "confidence": "primary",
        "name": "Eva Moll",
        "offices": [{"title": "Attorney General", "place": US, "start": "2015-01-20", "until": "2019-01-14"}],
    }
)


@pytest.mark.parametrize(
    ("name", "published", "place"),
    [
        # the country had another that day
        ("Ana Ruiz", "2017-01-23", OHIO),
        ("Eva Moll", "2017-01-23", US),
        # nobody knows whose the office was
        ("Ana Ruiz", "2012-01-23", US),
        ("Ana Ruiz", None, US),
    ],
)
def test_an_attorney_general_is_a_state_s_where_the_country_had_another(
    name: str, published: str | None, place: str
) -> None:
    text = f"COLUMBUS, Ohio — Attorney General {name} wrote to the Justice Department."
    assert spoken_for(text, published, (HEAD,)) == {name: place}


def test_the_last_government_inside_a_stretch_is_found() -> None:
    made = document("Officials in Akron, Ohio, met.")
    named = NamedPlaces(made, places(made, register()))
    assert named(0, 18) == f"{OHIO}/place:akron"
    assert named(0, len(made.text)) == OHIO
    assert named(0, 10) is None
