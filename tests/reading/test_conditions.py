"""Conditions told by what they demand, alone or together, and only where the text says which are meant."""

from __future__ import annotations

import pytest

from pursestrings.reading.conditions.about import with_subjects
from pursestrings.reading.conditions.conditions import ConditionIndex
from pursestrings.reading.era import era
from pursestrings.reading.findings import Speaker, Statement
from pursestrings.reading.law.descriptions import described
from pursestrings.reading.law.law import LawIndex
from tests.reading.making import document, register

JAG = "Edward Byrne Memorial Justice Assistance Grants"
SET_2017 = {"jag-2017-1373", "jag-2017-access", "jag-2017-notice"}


def conditions(text: str, published: str | None) -> set[str]:
    made = document(text, published)
    written = era(made, register())
    law = LawIndex(register()).mentions(made, written, frozenset())
    return {mention.condition for mention in ConditionIndex(register()).mentions(made, law, written)}


def test_all_that_is_asked_together_is_each_of_it() -> None:
    text = f"The department unlawfully attached conditions on immigration to the 2017 {JAG}."
    assert conditions(text, "2018-06-06") == SET_2017


def test_terms_named_by_one_word_each_are_these() -> None:
    text = f"Cities fought the notice, access and compliance conditions on immigration in the 2017 {JAG}."
    assert conditions(text, "2018-07-17") == SET_2017


def test_demands_in_one_sentence_stand_for_three_terms() -> None:
    text = (
        "Byrne JAG grants go to cities that comply with federal law, give immigration officers access to jails"
        " and send notice of each release."
    )
    assert conditions(text, "2017-09-16") == SET_2017


def test_what_is_new_leaves_out_what_was_asked_before() -> None:
    text = f"New immigration requirements were put on the 2017 {JAG}."
    assert conditions(text, "2017-09-26") == {"jag-2017-access", "jag-2017-notice"}


def test_where_the_text_does_not_tell_the_year_nothing_is_meant() -> None:
    text = f"The department attached conditions on immigration to {JAG}."
    assert conditions(text, "2019-03-01") == set()


@pytest.mark.parametrize(
    "text",
    [
        f"The department attached conditions on reporting to the 2017 {JAG}.",
        "The department attached conditions on immigration to the grants of 2017.",
    ],
)
def test_a_bundle_needs_its_subject_and_its_program(text: str) -> None:
    assert conditions(text, "2018-06-06") == set()


def test_a_term_and_its_agency_may_stand_apart() -> None:
    text = (
        "Transportation Secretary Sean Duffy wrote to every recipient of grants.\n"
        "Highway money now requires help with immigration enforcement, as President Trump demands."
    )
    assert "dot-imm-condition-2025" in conditions(text, "2025-05-20")


def test_what_lists_words_of_the_whole_text_keeps_the_stretch_of_its_sentence() -> None:
    text = "HUD wrote. The grant has conditions."
    assert described(text, 11, len(text), [["grant", "condition*", "~HUD"]]) == (15, 35)
    assert described(text, 11, len(text), [["grant", "condition*", "~FEMA"]]) is None


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("the conditions are unlawful", SET_2017),
        ("the weather is fair", set()),
        ("the grants matter", set()),
    ],
)
def test_a_statement_on_the_conditions_is_about_those_that_the_text_tells_of(
    said: str, about: set[str]
) -> None:
    lead = f"The department unlawfully attached conditions on immigration to the 2017 {JAG}.\n"
    text = f"{lead}The mayor said {said}."
    made = document(text, "2018-06-06")
    written = era(made, register())
    law = LawIndex(register()).mentions(made, written, frozenset())
    found = ConditionIndex(register()).mentions(made, law, written)
    start = text.index(said)
    content = made.anchor(start, start + len(said))
    statement = Statement(made.id, 0.9, "indirect", "speech", Speaker("Mayor"), (), (content,))
    (one,) = with_subjects(made, register(), [statement], found)
    assert set(one.about) == about
