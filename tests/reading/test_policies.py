"""A government's own rules: by title, by kind and place, by day; never where two fit."""

from __future__ import annotations

import pytest

from pursestrings.reading.conditions.policies import policies
from pursestrings.reading.era import era
from pursestrings.reading.places.places import places
from tests.reading.making import document, register


def found(text: str, published: str | None) -> set[str | None]:
    made = document(text, published)
    named = places(made, register())
    return {one.authority for one in policies(made, register(), named, era(made, register()))}


@pytest.mark.parametrize(
    ("text", "published", "policy"),
    [
        (
            "Denver, Colorado, says its Public Safety Enforcement Priorities Act bars help to ICE.",
            "2025-08-01",
            "co-denver-2017-pspa",
        ),
        (
            "An ordinance of Cook County, Illinois, keeps the sheriff from honoring ICE detainers.",
            "2012-03-01",
            "il-cook-2011-detainers",
        ),
        (
            "Miami-Dade County, Florida, honors ICE detainers since the mayor’s Jan. 26 directive.",
            "2017-02-17",
            "fl-miamidade-2017-mayor",
        ),
        (
            "Miami-Dade County, Florida, left the policy on ICE detainers that it had set in 2013.",
            "2017-02-17",
            "fl-miamidade-2013-r1008",
        ),
        (
            "A law of 2019 keeps officers in Colorado from holding anyone on an ICE detainer.",
            "2025-08-01",
            "st-co-2019",
        ),
    ],
)
def test_a_rule_told_without_its_number_is_found(text: str, published: str, policy: str) -> None:
    assert policy in found(text, published)


@pytest.mark.parametrize(
    "text",
    [
        "Denver, Colorado, considered a proposed ordinance on ICE detainers.",
        "Denver, Colorado, passed an ordinance on parking.",
        "Federal immigration law says otherwise, and so does an ordinance in another place.",
    ],
)
def test_what_may_be_another_rule_is_none(text: str) -> None:
    assert found(text, "2018-01-30") == set()


def test_of_several_rules_of_one_kind_the_one_of_the_time_is_meant() -> None:
    text = "Miami-Dade County, Florida, has a resolution on ICE detainers."
    assert found(text, "2018-01-30") == {"fl-miamidade-2017-resolution"}
    assert found(text, None) == set()


def test_a_sanctuary_ordinance_is_whatever_one_calls_so() -> None:
    text = "Somerville, Massachusetts, has a sanctuary city ordinance that keeps it from helping ICE."
    assert found(text, "2017-03-30") == set()


def test_the_letters_of_an_old_print_are_read_as_those_of_today() -> None:
    text = "Miami-Dade County, Florida, has a reſolution on ICE detainers."
    assert found(text, "2018-01-30") == {"fl-miamidade-2017-resolution"}
