"""Who a source is: pronouns, offices, bodies and papers told from the document. All names are invented."""

from __future__ import annotations

import re

import pytest

from pursestrings.reading.grammar.cues import SPEECH
from pursestrings.reading.grammar.passages import passages
from pursestrings.reading.grammar.relation import Relation
from pursestrings.reading.people.people import people
from pursestrings.reading.people.speakers import Who
from pursestrings.register.models.people import Official
from tests.reading.making import document

COUNTRY = "ocd-division/country:us"


def heard(text: str, published: str | None = None, officials: tuple[Official, ...] = ()) -> list[str | None]:
    """The names of the sources, which are what stands in square brackets; what follows in its line is the content."""
    return [who.name for who in voices(text, published, officials)]


def voices(text: str, published: str | None = None, officials: tuple[Official, ...] = ()) -> list[Who]:
    """Who each source is, the sources being what stands in square brackets; what follows in its line is its content."""
    plain, spans = "", []
    for part in re.split(r"(\[[^\]]+\])", text):
        if part.startswith("["):
            spans.append((len(plain), len(plain) + len(part) - 2))
        plain += part.strip("[]")
    made = document(plain, published)
    relations = [
        Relation((start, end), (start, end), ((end, (plain + "\n").index("\n", end)),), SPEECH, 1.0)
        for start, end in spans
    ]
    return [who for _, who in people(made, passages(made), relations, officials).voices]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # who speaks, not who is merely named nearer
        (
            "Mayor Ana Ruiz met Clerk Eva Moll.\n[Ruiz] said the city works with Judge Ida Voss. [She] left.",
            "Ana Ruiz",
        ),
        # a name inside somebody's quotation is seldom the one that speaks next
        (
            "[Mayor Ana Ruiz] said nothing had changed. “I asked Eva Moll to write to Ida Voss,” [she] said.",
            "Ana Ruiz",
        ),
        ("[Sheriff Bob Reyes] praised Mayor Ana Ruiz.\n“We agree,” [she] said.", "Ana Ruiz"),
        # a given name that no list knows, told by the surname alone
        ("Tavik Ruiz opened the hearing, and Ruiz stayed.\n“We agree,” [he] said.", "Tavik Ruiz"),
    ],
)
def test_a_pronoun_is_whom_the_text_is_about(text: str, name: str) -> None:
    assert heard(text)[-1] == name


def test_she_may_be_somebody_whom_the_text_does_not_name() -> None:
    text = (
        "[A spokeswoman for the jail] said it was full. Sheriff Bob Reyes left.\n“Nobody asked,” [she] said."
    )
    assert heard(text) == ["spokeswoman for the jail"] * 2


def test_i_is_whoever_speaks_the_words_around_it() -> None:
    assert (
        heard("[Mayor Ana Ruiz] told reporters, “In truth, [I] think the list is wrong.”") == ["Ana Ruiz"] * 2
    )


def test_i_is_whoever_signs_a_letter() -> None:
    text = "Dear Commissioner,\n[I] believe that the order is void.\nSincerely,\nMayor Ana Ruiz"
    assert heard(text) == ["Ana Ruiz"]


def test_i_of_an_unsigned_text_is_nobody() -> None:
    assert heard("I met Mayor Ana Ruiz and [I] believe that the order is void.") == [None]


def test_a_given_name_alone_may_speak() -> None:
    assert heard("“Good,” [Melanie] said. “Very good,” [she] said.") == ["Melanie"] * 2


def test_kin_who_are_named_in_passing_stay_unnamed() -> None:
    text = "Clerk Bob Reyes came with his daughter, Ellie. [She] said the hearing was long."
    assert heard(text) == ["his daughter"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reporters met Mayor Ana Ruiz, [who] said the city complies.", "Ana Ruiz"),
        ("Clerks listed voters [who] said they had moved.", "voters"),
        ("County lawyers left the hearing early because [they] feared a storm.", "County lawyers"),
    ],
)
def test_who_and_they_stand_for_what_is_before_them(text: str, name: str) -> None:
    assert heard(text) == [name]


@pytest.mark.parametrize(
    "source", ["A spokesman for Mayor Ana Ruiz", "Aides to Ms. Ruiz", "Supporters of Ana Ruiz"]
)
def test_who_works_for_somebody_is_not_that_person(source: str) -> None:
    (who,) = heard(f"Mayor Ana Ruiz spoke.\n[{source}] said the city complies.")
    assert who == source.removeprefix("A ")


@pytest.mark.parametrize("source", ["Secretary of State Ana Ruiz", "The fund’s head of programs, Ana Ruiz,"])
def test_a_name_behind_an_office_is_who_speaks(source: str) -> None:
    assert heard(f"[{source}] said the city complies.") == ["Ana Ruiz"]


def test_of_a_family_the_surname_alone_is_whom_the_story_is_about() -> None:
    text = (
        "Mayor Ana Ruiz opened the hearing. Ana Ruiz spoke first. Mayor Ana Ruiz left early.\n"
        "Her brother, Luis Ruiz, stayed.\n[Ruiz] said the list was wrong."
    )
    assert heard(text) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbor Commission met. It was full.\n[The commission] said no.", "Harbor Commission"),
        ("A recipe ran in Home Stove magazine.\n[The magazine] said so.", "Home Stove"),
        ("A survey, conducted by the Lund Institute, ran.\n[The survey] showed it.", "Lund Institute"),
        ("Staff of the Ruiz campaign met.\n[The campaign] said so.", "Ruiz campaign"),
        (
            "The Dover District Court and the Court of Appeals for the Ninth Circuit ruled.\n[The district court] did.",
            "Dover District Court",
        ),
    ],
)
def test_a_general_word_stands_for_the_body_named_before(text: str, name: str) -> None:
    assert heard(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "It came in a Feb. 13 letter from Clerk Bob Reyes to [Ana Ruiz].\n[The letter] said no.",
            "Bob Reyes",
        ),
        ("[Ana Ruiz] left. Bob Reyes wrote a second letter on Monday. [The letter] said no.", "Bob Reyes"),
        ("Bob Reyes’s short memo came. [Ana Ruiz] left. [That memo] said no.", "Bob Reyes"),
        ("[Ana Ruiz] met Bob Reyes. [The Reyes letter] said no.", "Bob Reyes"),
        ("[Ana Ruiz] left. [The Justice Department letter] said no.", "Justice Department"),
        (
            "[Ana Ruiz] left. The Justice Department sent letters to nine cities. [The letters] said no.",
            "Justice Department",
        ),
        (
            "[The Justice Department] said so. Letters went to nine cities. [Letters] asked why.",
            "Justice Department",
        ),
        ("It sent a letter on Monday. [Ana Ruiz] left. [The letter] said no.", "Ana Ruiz"),
    ],
)
def test_a_paper_speaks_for_who_sent_it_else_for_who_spoke_last(text: str, name: str) -> None:
    assert heard(f"Mayor Ana Ruiz spoke.\n{text}")[-1] == name


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("The Harbor Fund", True),
        ("HLF", True),
        ("The Harbor Watch", True),
        ("Doctors for Dover", True),
        # these may be bodies and may be people
        ("Xilonen Aguirreza", False),
        ("Critics", False),
        ("MAYOR XILO AGUIRREZA", False),
    ],
)
def test_only_what_is_surely_a_body_is_told_to_be_one(said: str, body: bool) -> None:
    (who,) = voices(f"[{said}] said no.")
    assert (who.body, who.person) == (body, None)


def test_a_short_name_is_spelt_out_as_the_text_has_it() -> None:
    text = "Lawyers came from the Harbor Legal Fund. [HLF] said no.\n[The H.L.F.] left.\n[HLX] left."
    assert heard(text) == ["Harbor Legal Fund", "Harbor Legal Fund", "HLX"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The police chief", "Ana Ruiz"),
        ("The fire chief", "Bob Lund"),
        ("The chief of police", "Ana Ruiz"),
        ("The deputy mayor", "Eva Moll"),
        ("The mayor", "mayor"),
        ("The county attorney", "Tod Platt"),
        ("The city attorney", "city attorney"),
        ("The senator", "Ida Voss"),
    ],
)
def test_an_office_of_another_kind_is_another_s(said: str, name: str) -> None:
    text = (
        "Police Chief Ana Ruiz met Fire Chief Bob Lund, Deputy Mayor Eva Moll, County Attorney Tod Platt and "
        "former Sen. Ida Voss.\n"
    )
    assert heard(f"{text}[{said}] said no.") == [name]


def test_a_newspaper_is_no_paper_that_somebody_sent() -> None:
    assert heard("[Mayor Ana Ruiz] left.\n[The Dover Post] said no.")[-1] == "Dover Post"


def test_a_title_that_several_hold_goes_to_whom_the_text_is_about() -> None:
    text = (
        "Sen. Ana Ruiz opened her campaign. [Ruiz] said she would win, and Ruiz shook hands.\n"
        "Ruiz met Sen. Bob Lund there. “We agree,” [the senator] said."
    )
    assert heard(text)[1] == "Ana Ruiz"


PRESIDENT = Official.model_validate(
    {
        "id": "hal-brandt",
        "confidence": "primary",
        "name": "Hal Brandt",
        "offices": [{"title": "President", "place": COUNTRY, "start": "2009-01-20", "until": "2017-01-20"}],
    }
)


@pytest.mark.parametrize(
    ("published", "name"), [("2016-05-01", "Hal Brandt"), ("2018-05-01", "president"), (None, "president")]
)
def test_the_president_of_a_story_is_who_held_the_office_on_its_day(published: str | None, name: str) -> None:
    assert heard("[The president] said the order stands.", published, (PRESIDENT,)) == [name]
