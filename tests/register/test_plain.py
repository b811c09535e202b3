"""A fact as plain data and as text says what the fact says: written and read back, it is the same fact."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.register.cache import load_files_cached
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.models.base import Source
from pursestrings.register.models.money import Sum
from pursestrings.register.models.people import Outlet
from pursestrings.register.order import ordered
from pursestrings.register.plain import plain
from pursestrings.register.writer import WIDTH, written
from pursestrings.register.yaml import read
from tests.standing.world import RECALLED, SURE

FILES = load_files_cached()


def again(thing: Any) -> Any:
    """The fact written as text, read and understood once more."""
    return type(thing).model_validate(read(written(plain(thing)), "a.yaml").data)


@pytest.mark.parametrize("kind", [kind.name for kind in FILE_KINDS])
def test_every_shipped_fact_is_the_same_when_written_and_read_back(kind: str) -> None:
    things = [entry.thing for entry in FILES.entries if entry.kind.name == kind]
    assert [thing.id for thing in things if again(thing) != thing] == []


@pytest.mark.parametrize("thing", [FILES.meta, FILES.codebook], ids=["register.yaml", "codebook.yaml"])
def test_so_are_the_edition_and_the_codebook(thing: Any) -> None:
    assert again(thing) == thing


def test_what_a_file_may_leave_out_is_left_out_and_fields_stand_in_order() -> None:
    outlet = Outlet.model_validate({"name": "A", "kind": "paper", "id": "a", **SURE})
    data = plain(outlet)
    assert data == {"id": "a", "name": "A", "kind": "paper", **SURE}
    assert list(data) == [name for name in ordered(Outlet) if name in data]


def test_a_source_without_a_date_says_so() -> None:
    data = {"title": "T", "publisher": "P", "date": "undated"}
    source = Source.model_validate(data)
    assert source.date is None
    assert plain(source) == data


def test_an_amount_keeps_its_digits_and_one_that_nobody_knows_stays_empty() -> None:
    common = {"id": "a", "basis": "estimated", "what": "W", "said_by": "S", "date": "2018", **RECALLED}
    exact = Sum.model_validate({**common, "amount": "1000000.10"})
    assert plain(exact)["amount"] == "1000000.10"
    assert again(exact).amount == Decimal("1000000.10")
    unknown = Sum.model_validate({**common, "amount": None})
    assert plain(unknown)["amount"] is None
    assert again(unknown) == unknown


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff\u2028\u2029"),
    min_size=1,
).filter(lambda text: text.strip() == text)


@settings(deadline=None, derandomize=True)
@given(WORDS)
def test_any_words_come_back_as_they_were(words: str) -> None:
    assert read(written({"name": words, "list": [words]}), "a.yaml").data == {"name": words, "list": [words]}


@pytest.mark.parametrize(
    "words", ["null", "~", "yes", "no", "2018", "2018-01-01", "1e3", "0x10", "- a", "a: b", "# a"]
)
def test_words_that_yaml_takes_for_something_else_stay_words(words: str) -> None:
    assert read(written({"name": words}), "a.yaml").data == {"name": words}


def test_lines_are_short_where_a_text_can_be_broken() -> None:
    text = written({"name": "word " * 100 + "end"})
    assert max(map(len, text.splitlines())) <= WIDTH + len("word ")
