"""When two writings are one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.places.names import answers_to, fold, key, readings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "Saint Louis"),
        ("Ft. Worth", "FORT WORTH"),
        ("Cañon City", "Canon City"),
        ("O'Fallon", "O’Fallon"),
        ("DeKalb", "De Kalb"),
        ("Winston-Salem", "Winston Salem"),
        ("Middleborough", "Middleboro"),
        ("Washington, D.C.", "Washington DC"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Newton", "Newtown"), ("Borough of X", "Boro X"), ("Reno", "Renos")]
)
def test_two_names(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("City of Chelsea", "city"),
        ("Bernalillo County", "county"),
        ("County of Bernalillo", "county"),
        ("City and County of Denver", "city and county"),
        ("Ypsilanti Charter Township", "charter township"),
        ("Caddo Parish", "parish"),
        ("Village of Skokie", "village"),
    ],
)
def test_the_word_for_the_kind_is_read(text: str, kind: str) -> None:
    assert readings(text)[-1].kind == kind


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("legal", "kind", "fits"),
    [
        ("city", None, True),
        ("city", "town", True),
        ("city", "county", False),
        ("township", "city", False),
        ("county", "city", False),
        ("parish", "county", True),
        ("consolidated", "county", True),
        ("independent city", "city", True),
        ("independent city", "county", False),
        ("country", "state", False),
    ],
)
def test_which_word_may_stand_for_which_kind(legal: str, kind: str | None, *, fits: bool) -> None:
    assert answers_to(legal, kind) is fits
