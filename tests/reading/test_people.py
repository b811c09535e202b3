"""People gathered across a document: names in full and in part, with office or role. All but the register's are invented."""

from __future__ import annotations

import pytest

from pursestrings.reading.findings import Person
from pursestrings.reading.statements.attribution import statements
from pursestrings.register.models.people import Official
from tests.reading.making import document, people_in

COUNTRY = "ocd-division/country:us"
OHIO = f"{COUNTRY}/state:oh"


def named(text: str, published: str | None = None, officials: tuple[Official, ...] = ()) -> list[Person]:
    return people_in(document(text, published), officials).findings()


def speakers(
    text: str, published: str | None = None, officials: tuple[Official, ...] = ()
) -> list[str | None]:
    found = statements(people_in(document(text, published), officials))
    return [one.speaker.name for one in found if one.act == "speech"]


@pytest.mark.parametrize(
    ("text", "name", "role", "organization"),
    [
        ("Harlan County Sheriff Bo Reyes spoke.", "Bo Reyes", "County Sheriff", None),
        ("U.S. District Judge Nora H. Quist III ruled.", "Nora H. Quist III", "U.S. District Judge", None),
        ("Los Robles Police Chief Lou Park declined.", "Lou Park", "Police Chief", None),
        ("Gov. Sam Lind, a Democrat, signed it.", "Sam Lind", "Governor", None),
        ("State Rep. Ivy Cole of Dover voted no.", "Ivy Cole", "State Representative", None),
        ("Acting ICE Director Tom Brandt replied.", "Tom Brandt", "Acting Director", "ICE"),
        ("White House press secretary Amy Dorn left.", "Amy Dorn", "press secretary", "White House"),
        ("Secretary of Homeland Security Eve Marsh left.", "Eve Marsh", "Secretary", "Homeland Security"),
        ("Justice Department spokesman Ian Holt said no.", "Ian Holt", "spokesman", "Justice Department"),
        (
            "Matt Orr, legal director for the Harbor Union of Ohio, won.",
            "Matt Orr",
            "legal director",
            "Harbor Union of Ohio",
        ),
        ("Lena Graff, a Harbor Union staff lawyer, won.", "Lena Graff", "staff lawyer", "Harbor Union"),
        (
            "“No,” said Rosa Lim, field organizer for Together We Rise.",
            "Rosa Lim",
            "field organizer",
            "Together We Rise",
        ),
        ("The group’s executive director, Eva Moll, spoke.", "Eva Moll", "executive director", None),
        ("A spokeswoman for the sheriff, Tina March, spoke.", "Tina March", "spokeswoman", None),
        ("Kim Dorsey, 44, a nurse at Mercy Hospital, spoke.", "Kim Dorsey", "nurse", "Mercy Hospital"),
        ("Carl Voss, the Kansas secretary of state, sued.", "Carl Voss", "secretary of state", None),
        ("Mayor J. Paula Archer spoke.", "J. Paula Archer", "Mayor", None),
        ("Mayor ANA RUIZ spoke.", "Ana Ruiz", "Mayor", None),
        ("ANA RUIZ III, mayor of Dover, spoke.", "Ana Ruiz III", "mayor", None),
        ("Mayor Maria de la Cruz spoke.", "Maria de la Cruz", "Mayor", None),
        ("Secretary of State Ana Ruiz left.", "Ana Ruiz", "Secretary of State", None),
        ("But former Ohio Secretary of State Ana Ruiz left.", "Ana Ruiz", "former Secretary of State", None),
        (
            "Acting Secretary of Homeland Security Eve Marsh left.",
            "Eve Marsh",
            "Acting Secretary",
            "Homeland Security",
        ),
        ("Harbor Fund’s director, Tim Hale, spoke.", "Tim Hale", "director", "Harbor Fund"),
        (
            "Ana Ruiz, member of the board of directors of the Harbor Fund, spoke.",
            "Ana Ruiz",
            "member",
            "Harbor Fund",
        ),
        ("Ana Ruiz, chair of the board of Harbor Fund, spoke.", "Ana Ruiz", "chair", "Harbor Fund"),
        ("Ana Ruiz, a member of the board of education in Dayton, spoke.", "Ana Ruiz", "member", None),
        # where somebody works is no body, nor is the state behind it a person
        ("Ana Ruiz, a lawyer in Dayton, Ohio, spoke.", "Ana Ruiz", "lawyer", None),
        ("Ana Ruiz, a member of the board of education in Dayton, Ohio, spoke.", "Ana Ruiz", "member", None),
        (
            "“No,” said Ruth Abel of the Center for Border Studies.",
            "Ruth Abel",
            None,
            "Center for Border Studies",
        ),
    ],
)
def test_office_and_role_are_read_before_and_behind_a_name(
    text: str, name: str, role: str | None, organization: str | None
) -> None:
    (person,) = named(text)
    assert (person.name, person.role, person.organization) == (name, role, organization)


def test_one_person_is_one_finding_however_often_and_however_named() -> None:
    text = (
        "Dover Mayor Martin J. Doyle spoke first.\n"
        "“We comply,” Marty Doyle said. Doyle’s staff agreed, and Mr. Doyle left."
    )
    (person,) = named(text)
    assert person.name == "Martin J. Doyle"
    assert person.anchor.exact == "Martin J. Doyle"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Clerk John Doe spoke. Clerk Jane Doe left.", ["John Doe", "Jane Doe"]),
        ("Clerk Ken Moll Jr. spoke. Clerk Ken Moll Sr. left.", ["Ken Moll Jr.", "Ken Moll Sr."]),
        ("Clerk Eric Lund spoke. Clerk Erica Lund left.", ["Eric Lund", "Erica Lund"]),
        ("Clerk David Lund spoke. Clerk Dwight Lund left.", ["David Lund", "Dwight Lund"]),
        ("Clerk Joseph R. Lund, Jr. spoke. Joe Lund, the clerk, left.", ["Joseph R. Lund, Jr."]),
        ("Clerk Bob Lund spoke. Clerk Robert Lund left.", ["Robert Lund"]),
        ("Clerk J. Lund spoke. Clerk Jane Lund left.", ["Jane Lund"]),
        ("Clerk Ana Lund spoke. Clerk E. Ana Lund left.", ["E. Ana Lund"]),
    ],
)
def test_two_of_one_surname_are_two_unless_their_given_names_can_be_one(text: str, names: list[str]) -> None:
    assert [one.name for one in named(text)] == names


def test_a_name_in_capitals_is_told_as_others_are_and_points_to_its_own_words() -> None:
    text = "Mayor ANA RUIZ spoke. “We comply,” RUIZ said."
    (person,) = named(text)
    assert (person.name, person.anchor.exact) == ("Ana Ruiz", "ANA RUIZ")
    assert speakers(text) == ["Ana Ruiz"]


@pytest.mark.parametrize("owner", ["Sheriff Bo Reyes’", "Gov. Ida Voss’s", "Mrs. Voss’s", "Ida Voss’s"])
def test_whose_aide_somebody_is_is_no_body(owner: str) -> None:
    person = next(one for one in named(f"{owner} spokesman, Tim Hale, spoke.") if one.name == "Tim Hale")
    assert (person.role, person.organization) == ("spokesman", None)


@pytest.mark.parametrize("apostrophe", ["’", "'"])
def test_a_surname_with_an_apostrophe_chains_however_it_is_typed(apostrophe: str) -> None:
    text = f"Mayor Sean O’Dell spoke. “We comply,” O{apostrophe}Dell said.\n“No,” Mr. O’Dell said."
    assert speakers(text) == ["Sean O’Dell"] * 2


@pytest.mark.parametrize(
    ("title", "place"),
    [("Secretary of State", None), ("Ohio Secretary of State", OHIO), ("Governor", OHIO)],
)
def test_an_office_that_the_country_has_too_speaks_for_no_state_of_its_own(
    title: str, place: str | None
) -> None:
    class Named:
        def __call__(self, start: int, end: int) -> str | None:
            return OHIO if text[start:end] == "Ohio" else None

        def of_office(self, title: str, offset: int) -> str | None:
            return OHIO

    text = f"{title} Ana Ruiz left."
    (person,) = people_in(document(text)).findings(Named())  # type: ignore[arg-type]
    assert person.place == place


def test_a_state_that_speaks_is_no_person() -> None:
    assert named("Officials met. “We will sue,” Virginia said.") == []


@pytest.mark.parametrize(
    ("text", "names", "role"),
    [
        (
            "Against were Commissioners Ana Ruiz, Xaver Lind, Bo Reyes and Eva Moll.",
            ["Ana Ruiz", "Xaver Lind", "Bo Reyes", "Eva Moll"],
            "Commissioner",
        ),
        ("Sens. Ana Ruiz, D-Ohio, and Xaver Lind (R-Texas) wrote.", ["Ana Ruiz", "Xaver Lind"], "Senator"),
        ("Council members Ruiz, Lind and Moll left.", ["Ruiz", "Lind", "Moll"], "Council member"),
        (
            "Attorneys General Ana Ruiz of Ohio and Bo Reyes of Iowa sued.",
            ["Ana Ruiz", "Bo Reyes"],
            "Attorney General",
        ),
        (
            "Aldermen Ana Ruiz, Josue “Pepe” Diaz, and Eva Moll left.",
            ["Ana Ruiz", "Josue Diaz", "Eva Moll"],
            "Alderman",
        ),
    ],
)
def test_a_plural_office_is_of_all_who_are_listed_behind_it(text: str, names: list[str], role: str) -> None:
    assert [(one.name, one.role) for one in named(text)] == [(name, role) for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Supervisors Ana Ruiz and Bo Reyes, Los Altos officials said, left.", ["Ana Ruiz", "Bo Reyes"]),
        (
            "Sheriffs Ana Ruiz and Bo Reyes, Mayor Eva Moll and others left.",
            ["Ana Ruiz", "Bo Reyes", "Eva Moll"],
        ),
        ("Members of the Harbor Council and Workers Union Hall left.", []),
        ("Judges Hill Park and Lake County left.", []),
    ],
)
def test_a_list_ends_where_its_names_end(text: str, names: list[str]) -> None:
    assert [one.name for one in named(text)] == names


def test_a_nickname_stands_within_a_name() -> None:
    (person,) = named("Chairman Esteban “Steve” Ruiz spoke. Ruiz left.")
    assert (person.name, person.anchor.exact) == ("Esteban Ruiz", "Esteban “Steve” Ruiz")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The fund’s Executive Director and CEO Ana Ruiz spoke.", "Executive Director and CEO"),
        ("The mayor and Sheriff Ana Ruiz met.", "Sheriff"),
        ("So did the Governor and Attorney General Ana Ruiz.", "Attorney General"),
        ("Commissioner Ana Ruiz spoke. County Commissioner Ana Ruiz left.", "County Commissioner"),
    ],
)
def test_two_titles_of_one_person_are_one_and_those_of_two_are_not(text: str, role: str) -> None:
    (person,) = named(text)
    assert person.role == role


def test_a_home_behind_a_name_is_no_name() -> None:
    (person,) = named("Tom Beck of Lafayette, vice chairman of the Harbor Fund, left.")
    assert (person.name, person.role) == ("Tom Beck", "vice chairman")


def test_a_word_that_opens_a_sentence_is_no_body() -> None:
    (person,) = named("Although President Hal Brandt agreed, nothing came of it.")
    assert (person.name, person.role, person.organization) == ("Hal Brandt", "President", None)


def test_a_surname_chains_to_the_full_name() -> None:
    assert speakers("Clerk Ida Voss spoke.\n“We comply,” Voss said.") == ["Ida Voss"]


def test_a_misspelt_surname_chains_where_the_other_spelling_is_more_common() -> None:
    text = "Attorney General Leo Hastings spoke. Hastings left.\nOn Monday, Hasting urged “all cities to comply.”"
    assert speakers(text) == ["Leo Hastings"]


def test_a_title_stands_for_its_holder() -> None:
    text = "Dover Mayor Ana Ruiz met Sheriff Bo Reyes.\n“We comply,” the mayor said.\nThe sheriff said he does not."
    assert speakers(text) == ["Ana Ruiz", "Bo Reyes"]


def test_pronouns_go_to_the_last_speaker_of_their_sex() -> None:
    text = (
        "Mayor Ana Ruiz said the city complies. Sheriff Bob Reyes said it does not.\n"
        "“We checked twice,” she said.\n“Nobody asked me,” he said."
    )
    assert speakers(text) == ["Ana Ruiz", "Bob Reyes", "Ana Ruiz", "Bob Reyes"]


def test_who_is_merely_mentioned_is_no_speaker() -> None:
    text = "Mayor Ana Ruiz criticized President Hal Brandt. “He is wrong,” she said."
    assert speakers(text) == ["Ana Ruiz"]


def test_a_national_office_speaks_for_the_country_and_a_seat_for_its_government() -> None:
    text = "President Hal Brandt met Dayton Mayor Ana Ruiz."
    places = [
        person.place
        for person in people_in(document(text)).findings(lambda start, end: f"place of {text[start:end]}")
    ]
    assert places == [COUNTRY, "place of Dayton"]


@pytest.mark.parametrize(
    "text",
    [
        "By Dana Whitlock\nThe council met.",
        "Photo by Dana Whitlock/Courier\nThe council met.",
        "The council met in Santa Clara. Ann Arbor and Grand Rapids did not.",
        "The House Judiciary Committee and the Urban Institute met.",
        "Sanctuary Cities Act of 2017 was read.",
        "Residents said Boston would pay.",
        "It belongs in the Court of Federal Claims — an argument the judge rejected.",
        "It sued over the Grand Trust Directive, claiming the attorney general has no power.",
        "It was joined by its member Evanston, IL.",
        "It began in the first park, Harlan Ridge, the mayor pointed out.",
    ],
)
def test_bylines_places_and_bodies_are_no_people(text: str) -> None:
    assert named(text) == []


LUND = Official.model_validate(
    {
        "id": "ira-lund",
        "confidence": "primary",
        "name": "Ira B. Lund",
        "names": ["Ira Lund"],
        "offices": [
            {
                "title": "Mayor",
                "place": "ocd-division/country:us/state:nm/place:albuquerque",
                "start": "2009-12-01",
                "until": "2017-12-01",
            }
        ],
    }
)


def test_the_register_completes_a_surname_where_the_text_names_the_office() -> None:
    text = "The mayor of Albuquerque declared that his city obeys every law.\nLund says the clerk keeps the list."
    (person,) = named(text, "2017-08-04", (LUND,))
    assert (person.name, person.role, person.place) == ("Ira B. Lund", "Mayor", LUND.offices[0].place)
    assert speakers(text, "2017-08-04", (LUND,)) == ["Ira B. Lund", "Ira B. Lund"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Lund says the clerk keeps the list.", "2017-08-04"),
        ("The mayor of Albuquerque spoke.\nLund says the clerk keeps the list.", "2019-08-04"),
        ("The mayor of Dayton spoke.\nLund says the clerk keeps the list.", "2017-08-04"),
    ],
)
def test_the_register_invents_nothing(text: str, published: str) -> None:
    assert [(person.name, person.role) for person in named(text, published, (LUND,))] == [("Lund", None)]


def test_an_administration_names_who_headed_it() -> None:
    president = Official.model_validate(
        {
            "id": "hal-brandt",
            "confidence": "primary",
            "name": "Hal Brandt",
            "offices": [
                {"title": "President", "place": COUNTRY, "start": "2009-01-20", "until": "2017-01-20"}
            ],
        }
    )
    (person,) = named("Policies set by the Brandt administration stand.", "2017-03-28", (president,))
    assert (person.name, person.role, person.place) == ("Hal Brandt", "President", COUNTRY)
