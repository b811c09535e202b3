"""A private person whom a story names is left alone. All names are invented."""

from __future__ import annotations

import pytest

from pursestrings.reading.statements.attribution import statements
from tests.reading.making import document, people_in


def names(text: str) -> list[str]:
    return [person.name for person in people_in(document(text)).findings()]


@pytest.mark.parametrize(
    "text",
    [
        "Luis Alberto Romero was detained by ICE in March.",
        "Agents arrested Luis Romero outside a court.",
        "Luis Romero, 38, who came to the country in 2006, said he was afraid.",
        "Luis Romero, an undocumented immigrant, said he was afraid.",
        "“I am afraid,” said Luis Romero, a mechanic who was deported in May.",
        "The killing of Karen Stille led to the bill.",
        "Karen Stille was shot on a pier. “We miss her,” said her father, Jim Stille.",
        "Jim Stille said he wants answers. His daughter Karen Stille was killed in 2015.",
        "His wife, Rosa Romero, said agents showed no warrant.",
        "Detainee Luis Romero told a lawyer that the cell was cold.",
        "Luis Romero’s deportation was stayed. Romero said he was relieved.",
        "The suspect, Luis Romero, told police that he was alone.",
        "Luis Romero faces deportation. “I pay my taxes,” Romero said.",
        "An immigrant named Luis Romero said he was afraid.",
        "Deported in 2016, Luis Romero said the town had changed.",
        "After being detained for a week, Luis Romero said he was tired.",
    ],
)
def test_those_detained_accused_hurt_or_killed_and_their_kin_are_no_findings(text: str) -> None:
    assert names(text) == []


def test_what_a_private_person_says_is_kept_without_the_name() -> None:
    text = "Ana Romero, an undocumented mother of two, said that she no longer calls the police."
    (statement,) = statements(people_in(document(text)))
    assert statement.speaker.name == "an undocumented mother of two"
    assert statement.speaker.mention == ()
    assert statement.speaker.role is None


def test_where_nothing_describes_a_private_person_the_speaker_is_just_that() -> None:
    text = "Luis Romero was detained in May. “They had no warrant,” Romero said."
    assert [one.speaker.name for one in statements(people_in(document(text)))] == ["a private person"]


@pytest.mark.parametrize(
    "text",
    [
        "Dover Mayor Luis Romero was arrested at the gate of a detention center.",
        "U.S. Rep. Luis Romero was charged with trespass.",
        "County Judge Luis Romero was indicted in May.",
        "Police Chief Luis Romero said he will be charged with theft.",
        "Arrested at the gate, Mayor Luis Romero said he would be back.",
    ],
)
def test_public_office_stays_public(text: str) -> None:
    assert names(text) == ["Luis Romero"]


def test_who_speaks_for_a_body_may_be_an_immigrant_or_a_lawyer_of_one() -> None:
    text = (
        "“We march,” said Ana Romero, an immigrant and director of the Dover Workers Center.\n"
        "“She was never told why,” said Tod Platt, a lawyer for the detainee.\n"
        "“Call us,” said Eva Sweet, executive director of the Immigrant and Refugee Coalition."
    )
    assert names(text) == ["Ana Romero", "Tod Platt", "Eva Sweet"]
