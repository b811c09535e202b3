"""Programs, authorities and conditions: by number, by name, by what they demand, at their time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.reading.conditions.conditions import ConditionIndex
from pursestrings.reading.era import era
from pursestrings.reading.law.citations import citations
from pursestrings.reading.law.descriptions import described
from pursestrings.reading.law.law import LawIndex
from tests.reading.making import document, register


def found(text: str, published: str | None = "2017-08-04") -> set[str | None]:
    made = document(text, published)
    law = LawIndex(register()).mentions(made, era(made, register()), frozenset())
    return {mention.id for mention in law}


def conditions(text: str, published: str | None) -> set[str]:
    made = document(text, published)
    written = era(made, register())
    law = LawIndex(register()).mentions(made, written, frozenset())
    return {mention.condition for mention in ConditionIndex(register()).mentions(made, law, written)}


@pytest.mark.parametrize(
    ("text", "known", "normal"),
    [
        ("8 U.S.C. § 1373", "usc-8-1373", "8 U.S.C. § 1373"),
        ("8 USC 1373", "usc-8-1373", "8 U.S.C. § 1373"),
        ("8 U.S.C. Section 1373(a)", "usc-8-1373a", "8 U.S.C. § 1373(a)"),
        ("section 1373 of title 8", "usc-8-1373", "8 U.S.C. § 1373"),
        ("Title 8, Section 1644", "usc-8-1644", "8 U.S.C. § 1644"),
        ("34 U.S.C. § 10102(a)(6)", "usc-34-10102a6", "34 U.S.C. § 10102(a)(6)"),
        ("2 C.F.R. § 200.339", "cfr-2-200-339", "2 C.F.R. § 200.339"),
        ("8 CFR 287.7(d)", "cfr-8-287-7d", "8 C.F.R. § 287.7(d)"),
        ("82 Fed. Reg. 8799", "fr-82-8799", "82 Fed. Reg. 8799"),
        ("Pub. L. No. 104-208", "publ-104-208", "Pub. L. 104-208"),
        ("Executive Order 13,768", "eo-13768", "Executive Order 13768"),
        ("E.O. 13768", "eo-13768", "Executive Order 13768"),
        ("the Tenth Amendment", "us-const-amdt-10", "U.S. Const. amend. X"),
        ("the 4th Amendment", "us-const-amdt-4", "U.S. Const. amend. IV"),
        ("H.R. 3003", "hr-3003", "H.R. 3003"),
        ("S. 87", "s-87", "S. 87"),
    ],
)
def test_citations_have_one_form(text: str, known: str, normal: str) -> None:
    (one,) = citations(f"It rests on {text} alone.", 0, len(text) + 20)
    assert one.ids[0] == known
    assert one.normal == normal


@pytest.mark.parametrize("text", ["Cal. Gov. Code § 7284.6", "SB 54", "House Bill 1105"])
def test_a_state_s_law_is_cited_without_an_id(text: str) -> None:
    (one,) = citations(f"It rests on {text}, they said.", 0, len(text) + 23)
    assert one.ids == ()


@pytest.mark.parametrize(
    "text",
    ["In 2017 he was 1373 meters up.", "Call 8 or 9 people.", "U.S. courts met.", "He lives at 8 S. Main."],
)
def test_numbers_are_no_citations(text: str) -> None:
    assert list(citations(text, 0, len(text))) == []


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Cities count on the Byrne JAG program.", "16.738"),
        ("Section 1373 is at issue.", "usc-8-1373"),
        ("Deputies joined the 287(g) program.", "usc-8-1357g"),
        ("The President signed an executive order on sanctuary cities.", "eo-13768"),
        (
            "An executive order threatens to cut grants to towns that shield undocumented families.",
            "eo-13768",
        ),
        (
            "A federal statute bars rules against sharing anyone's immigration status with agents.",
            "usc-8-1373",
        ),
        ("The judge cited 250 F. Supp. 3d 497 again.", "sf-santa-clara-v-trump"),
        ("Lawyers rely on County of Santa Clara v. Trump for it.", "sf-santa-clara-v-trump"),
    ],
)
def test_names_and_everyday_words_are_understood(text: str, known: str) -> None:
    assert known in found(text)


def test_a_law_that_did_not_exist_yet_is_not_meant() -> None:
    assert "eo-13768" not in found("An executive order on sanctuary cities was drafted.", "2015-03-01")


@pytest.mark.parametrize("published", ["2016-05-01", "2025-05-01"])
def test_the_number_of_a_bill_is_its_own_only_in_its_congress(published: str) -> None:
    text = "The House took up H.R. 3003 today."
    assert found(text, "2017-08-04") == {"hr-3003-2017"}
    assert found(text, published) == {None}


def test_a_program_s_name_needs_its_capitals() -> None:
    assert found("The mayor had a head start and a clean home program.") == set()


JAILS = (
    "To get Byrne JAG money, cities must let immigration agents into their jails "
    "and give notice before they release anyone whom the agents want."
)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2017-08-10", {"jag-2017-access", "jag-2017-notice"}),
        ("2018-08-10", {"jag-2018-access", "jag-2018-notice"}),
    ],
)
def test_the_date_tells_the_year_of_a_condition(published: str, expected: set[str]) -> None:
    assert conditions(JAILS, published) == expected


def test_a_fiscal_year_in_the_text_goes_before_the_date() -> None:
    assert conditions(JAILS.replace("Byrne JAG money", "fiscal year 2017 Byrne JAG money"), "2018-08-10") == {
        "jag-2017-access",
        "jag-2017-notice",
    }


def test_the_program_tells_conditions_of_one_kind_apart() -> None:
    text = JAILS.replace("get Byrne JAG money", "join the Public Safety Partnership")
    assert conditions(text, "2017-08-10") == {"psp-2017-access", "psp-2017-notice"}


def test_a_demand_without_any_money_is_no_condition() -> None:
    assert (
        conditions("Agents want notice before anyone is released to immigration officers.", "2017-08-10")
        == set()
    )


def test_officials_in_office_tell_the_time_of_an_undated_text() -> None:
    written = era(document("Attorney General Jeff Sessions spoke."), register())
    assert written.earliest is not None
    assert written.latest is not None
    assert written.earliest.year == 2017
    assert written.latest.year == 2018


def test_a_description_needs_all_its_words() -> None:
    text = "An order on sanctuaries cuts funding."
    assert described(text, 0, len(text), [("order", "sanctuar*", "fund*")]) == (3, 36)
    assert described(text, 0, len(text), [("order", "jail")]) is None


@settings(max_examples=80, deadline=None)
@given(
    st.integers(1, 54),
    st.integers(1, 9999),
    st.sampled_from(["U.S.C. §", "USC", "U.S.C. Section", "U.S. Code §"]),
)
def test_any_section_of_the_code_is_read(title: int, section: int, code: str) -> None:
    text = f"under {title} {code} {section}, they say"
    (one,) = citations(text, 0, len(text))
    assert one.ids == (f"usc-{title}-{section}",)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="8 U.S.C.§137(a)EO,HRv Byrne JAG Amendment\n", max_size=60))
def test_anchors_lie_in_the_text(text: str) -> None:
    made = document(text, "2017-08-04")
    for one in LawIndex(register()).mentions(made, era(made, register()), frozenset()):
        assert 0 <= one.start < one.end <= len(text)


def test_a_chapter_is_no_part_of_a_section_whose_number_has_a_hyphen() -> None:
    assert found("The suit rests on Kan. Stat. ch. 50.", "2025-05-01") == {None}


def test_a_citation_finds_a_law_by_an_older_id_of_it() -> None:
    assert "pl119-86" in found("Congress passed Pub. L. 119-86 in April.", "2026-05-04")
