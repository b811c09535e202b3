"""Happenings in the machinery, with who acts, on whom, and when."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.reading.findings import EventMention
from tests.reading.making import document, reader

US = "ocd-division/country:us/"
CA, IL = f"{US}state:ca", f"{US}state:il"


def events(text: str, published: str | None = "2018-01-30") -> list[EventMention]:
    found = reader().read(document(text, published)).findings
    return [one for one in found if isinstance(one, EventMention)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Justice Department threatened to withhold grants from Oakland, California.", "threat"),
        ("Officials said federal money could be at stake.", "threat"),
        ("Attorney General Jeff Sessions announced new terms on Tuesday.", "announcement"),
        ("The department sent letters to twenty-three cities.", "letter"),
        ("The agency listed Cook County, Illinois, in its weekly report.", "list"),
        ("Chicago sued over the terms.", "lawsuit"),
        ("The county filed a lawsuit in federal court.", "lawsuit"),
        ("A federal judge blocked the terms.", "ruling"),
        ("The appeals court ruled for the city.", "ruling"),
        ("Somerville has an ordinance on immigration detainers.", "policy"),
        ("The council adopted a sanctuary policy.", "policy"),
        ("A bill before the Senate would end the practice.", "bill"),
        ("The council voted 9-2 for the measure.", "vote"),
        ("The city was awarded $2 million by the department.", "award"),
        ("County supervisors on Tuesday approved the agreement.", "vote"),
        ("Letters were sent to the cities.", "letter"),
        ("Sanctuary cities are facing subpoenas.", "threat"),
    ],
)
def test_each_kind_is_told_from_its_words(text: str, kind: str) -> None:
    assert kind in {one.event for one in events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The weather threatens to spoil the game.",
        "The mayor spoke at the library.",
        "She read the letters of the alphabet aloud.",
        "The county has not yet filed suit.",
        "The city may sue.",
        "Doctors submit bills to the state senate for care.",
        "The agency gave points by awarding preference to some federal grants.",
        "No lawsuit has been filed.",
        "A lawsuit has not been filed.",
        "The letters were never sent.",
        "The council declined to adopt a sanctuary policy.",
        "The county refused to file a lawsuit.",
        "Bill Dorn met the senators who vote in committee.",
    ],
)
def test_other_news_is_no_event(text: str) -> None:
    assert events(text) == []


def test_a_suit_names_all_who_sued_and_the_month() -> None:
    (one,) = [
        one
        for one in events("In August, Chicago and Evanston, Illinois, sued the department.")
        if one.event == "lawsuit"
    ]
    assert one.who == (f"{IL}/place:chicago", f"{IL}/place:evanston")
    assert one.when == "2017-08"


def test_a_list_names_the_places_on_it() -> None:
    (one,) = [
        one
        for one in events(
            "The Department of Homeland Security named Oakland and Berkeley, California, as cities with such policies."
        )
        if one.event == "list"
    ]
    assert one.who == ("Department of Homeland Security",)
    assert set(one.to) == {f"{CA}/place:oakland", f"{CA}/place:berkeley"}


def test_a_relative_clause_does_not_take_the_subject() -> None:
    text = "The ACLU, which fought President Donald Trump’s order, warned that cutting grants is illegal."
    (one,) = [one for one in events(text) if one.event == "threat"]
    assert one.who == ("ACLU",)


def test_a_threat_by_someone_is_theirs() -> None:
    (one,) = [
        one
        for one in events("Towns shrugged off a threat by Attorney General Jeff Sessions to cut funding.")
        if one.event == "threat"
    ]
    assert one.who == ("Jeff Sessions",)


def test_a_ruling_is_the_court_s() -> None:
    (one,) = [
        one
        for one in events("A federal judge in Chicago blocked two of the terms on September 15.")
        if one.event == "ruling"
    ]
    assert one.who == ("federal judge",)
    assert one.when == "2017-09-15"


def parties(text: str, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    (one,) = [one for one in events(text) if one.event == kind]
    return one.who, one.to


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("CHICAGO – The U.S. Conference of Mayors sued the department.", ("U.S. Conference of Mayors",)),
        ("Oakland, California, Mayor Libby Schaaf (D-Berkeley) sued the department.", ("Libby Schaaf",)),
        ("In Chicago, the ACLU filed a lawsuit.", ("ACLU",)),
        (
            "Attorney General Jeff Sessions criticized Chicago, and Congress sued the department.",
            ("Congress",),
        ),
        ("Dayton, Ohio – The League of Cities filed a complaint.", ("League of Cities",)),
        ("State Sen. Ana Ruiz, D-Oakland, sued the department.", ("Ana Ruiz",)),
        ("Ana Ruiz, mayor of Dayton, Ohio, sued the department.", ("Ana Ruiz",)),
        ("Officials in Chicago sued the department.", (f"{IL}/place:chicago",)),
        ("The Harbor Fund of California sued the department.", ()),
        ("The State of California sued the department.", (CA,)),
    ],
)
def test_who_acts_is_the_subject_and_not_the_nearest_name(text: str, who: tuple[str, ...]) -> None:
    assert parties(text, "lawsuit")[0] == who


def test_a_suit_is_against_those_named_so() -> None:
    who, to = parties("Chicago filed a lawsuit in court against Attorney General Jeff Sessions.", "lawsuit")
    assert (who, to) == ((f"{IL}/place:chicago",), ("Jeff Sessions",))


def test_a_letter_goes_from_one_to_the_other() -> None:
    text = "It came in a letter from Attorney General Jeff Sessions to Mayor Libby Schaaf."
    assert parties(text, "letter") == (("Jeff Sessions",), ("Libby Schaaf",))


@pytest.mark.parametrize(
    ("text", "who", "to"),
    [
        (
            "In a separate letter, Denver’s acting city attorney, Ana Ruiz, told Attorney General Jeff Sessions no.",
            "Ana Ruiz",
            ("Jeff Sessions",),
        ),
        ("Officials answered a Justice Department letter from last week.", "Justice Department", ()),
        ("Gov. Ana Ruiz sent a letter to Mayor Libby Schaaf.", "Ana Ruiz", ("Libby Schaaf",)),
    ],
)
def test_a_letter_is_whose_name_stands_with_it(text: str, who: str, to: tuple[str, ...]) -> None:
    assert parties(text, "letter") == ((who,), to)


def test_what_somebody_is_sued_for_is_theirs() -> None:
    text = "Mayor Ana Ruiz sued the Justice Department for coercing cities by threatening to cut funding."
    assert parties(text, "threat")[0] == ("Justice Department",)
    assert parties(text, "lawsuit") == (("Ana Ruiz",), ("Justice Department",))


def test_one_who_risks_money_is_met_by_the_threat() -> None:
    text = "Attorney General Jeff Sessions says that Chicago should change or risk losing grants."
    assert parties(text, "threat") == (("Jeff Sessions",), (f"{IL}/place:chicago",))


def test_a_given_name_is_no_bill() -> None:
    assert events("Mayor Bill de Blasio met the governor in the senate.") == []


def test_what_is_told_twice_counts_once() -> None:
    text = "Chicago sued the department.\nChicago sued the department."
    assert len([one for one in events(text) if one.event == "lawsuit"]) == 1


PIECES = st.sampled_from(
    [
        "Chicago",
        "sued",
        "the",
        "Justice Department",
        "threat",
        "to cut",
        "grants",
        "a letter",
        ",",
        "which",
        "and",
        "listed",
        "\n",
        "’s",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_anchors_hold_on_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for one in events(text):
        assert text[one.anchor.start : one.anchor.end] == one.anchor.exact
