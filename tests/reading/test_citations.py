"""Citations of law by number, in the forms of lawyers, clerks and newspapers, and what only looks like one."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.reading.era import Era
from pursestrings.reading.law.citations import citations
from pursestrings.reading.law.law import LawIndex
from tests.reading.making import document, reader, register

TEXAS = frozenset({"ocd-division/country:us/state:tx"})
GEORGIA = frozenset({"ocd-division/country:us/state:ga"})


def forms(text: str) -> list[str]:
    return [one.normal for one in citations(text, 0, len(text))]


@cache
def index() -> LawIndex:
    return LawIndex(register())


def cited(text: str, states: frozenset[str] = frozenset()) -> list[tuple[str | None, str | None]]:
    found = index().cited(text, [(0, len(text))], Era(None, None), states)
    return [(one.id, one.citation) for one in sorted(found, key=lambda one: one.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 U.S.C. §§ 1324, 1325 and 1373", ["8 U.S.C. § 1324", "8 U.S.C. § 1325", "8 U.S.C. § 1373"]),
        ("28 CFR Parts 18, 22 and 42", ["28 C.F.R. Part 18", "28 C.F.R. Part 22", "28 C.F.R. Part 42"]),
        ("ORS 180.805 and 180.810", ["Or. Rev. Stat. § 180.805", "Or. Rev. Stat. § 180.810"]),
        ("the First and Fourth Amendments", ["U.S. Const. amend. I", "U.S. Const. amend. IV"]),
        ("House Bills 1105 and 301", ["H.B. 1105", "H.B. 301"]),
        ("2021 Md. Laws chs. 18 and 19", ["2021 Md. Laws ch. 18", "2021 Md. Laws ch. 19"]),
        ("Public Acts 19-20 and 19-023", ["P.A. 19-20", "P.A. 19-23"]),
        ("Executive Orders 13,768 and 14159", ["Executive Order 13768", "Executive Order 14159"]),
        ("INA §§ 236 and 241", ["INA § 236", "INA § 241"]),
        ("24 CFR §§ 5.105(a), 570.601-.602", ["24 C.F.R. § 5.105(a)", "24 C.F.R. §§ 570.601-570.602"]),
        ("HB 4, SB 5 and SF 12", ["H.B. 4", "S.B. 5", "S.F. 12"]),
    ],
)
def test_a_list_is_one_citation_for_each_section(text: str, expected: list[str]) -> None:
    assert forms(f"It rests on {text}, they say.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("34 U.S.C. 10151-10158", "34 U.S.C. §§ 10151-10158"),
        ("42 U.S.C. § 2000d-1", "42 U.S.C. § 2000d-1"),
        ("Conn. Gen. Stat. § 54-192h", "Conn. Gen. Stat. § 54-192h"),
        ("Cal. Gov. Code 7284-7284.12", "Cal. Gov't Code §§ 7284-7284.12"),
        ("2 C.F.R. §§ 200.300-200.345", "2 C.F.R. §§ 200.300-200.345"),
        ("2 C.F.R. §§ 200.300–.345", "2 C.F.R. §§ 200.300-200.345"),
        ("Iowa Code §§ 27A.1-27A.11", "Iowa Code §§ 27A.1-27A.11"),
        ("8 U.S.C. §§ 1373–74", "8 U.S.C. §§ 1373-1374"),
        # printers that set a dash, or a hyphen that holds the line together
        ("42 U.S.C. § 2000d–1", "42 U.S.C. § 2000d-1"),
        ("42 U.S.C. § 2000d‑1", "42 U.S.C. § 2000d-1"),
        ("O.C.G.A. § 36–80–23", "Ga. Code § 36-80-23"),
        ("Ala. Code §§ 31-13-5–31-13-9", "Ala. Code §§ 31-13-5-31-13-9"),
    ],
)
def test_a_hyphen_makes_a_range_only_between_two_sections(text: str, expected: str) -> None:
    assert forms(f"It rests on {text} alone.") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "RCW 10.93.160",
        "Wash. Rev. Code Ann. § 10.93.160",
        "Revised Code of Washington section 10.93.160",
        "section 10.93.160 of the Revised Code of Washington",
        "Revised Code of Washington (RCW) 10.93.160",
    ],
)
def test_all_names_of_a_code_have_one_form(text: str) -> None:
    assert forms(f"It rests on {text} alone.") == ["Wash. Rev. Code § 10.93.160"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Cal. Gov. Code, § 7284.6, subd. (a)(1)", "Cal. Gov't Code § 7284.6(a)(1)"),
        ("Health & Saf. Code, § 11369", "Health & Safety Code § 11369"),
        ("74 O.S. 2011, § 20j", "Okla. Stat. tit. 74, § 20j"),
        ("Minnesota Statutes 2022, section 13.82", "Minn. Stat. § 13.82"),
        ("Kan. Stat. Ann. § 12-16,124", "Kan. Stat. § 12-16,124"),
        ("La. Rev. Stat. Ann. § 14:100.13", "La. Stat. § 14:100.13"),
        ("Me. Rev. Stat. Ann. tit. 25, § 2803-B", "Me. Stat. tit. 25, § 2803-B"),
        ("Official Code of Georgia Annotated § 36-80-23", "Ga. Code § 36-80-23"),
        ("Ohio R.C. 9.63", "Ohio Rev. Code § 9.63"),
        ("N.C.G.S. 162-62(b1)", "N.C. Gen. Stat. § 162-62(b1)"),
        ("C.R.S. § 24-76.6-101 et seq.", "Colo. Rev. Stat. § 24-76.6-101 et seq."),
        ("42 U.S.C. § 2000d et. seq.", "42 U.S.C. § 2000d et seq."),
        ("Municipal Code of Chicago, Section 2-173-020", "Chicago Mun. Code § 2-173-020"),
        ("2 C.F.R. pt. 200, app. II", "2 C.F.R. Part 200, Appendix II"),
        ("3 C.F.R. 268", "3 C.F.R. 268"),
        ("3 C.F.R. § 100.1", "3 C.F.R. § 100.1"),
        ("Memorandum M‑25‑13", "OMB Memorandum M-25-13"),
        ("8 U.S.C. § 1373¹", "8 U.S.C. § 1373"),
        ("8 U.S.C. § 1373(a)\n(b) lists more, which", "8 U.S.C. § 1373(a)"),
    ],
)
def test_a_form_of_some_printers_is_read_whole(text: str, form: str) -> None:
    (one,) = citations(f"It rests on {text} alone.", 0, len(text) + 18)
    assert one.normal == form
    assert (one.start, one.end) == (12, 12 + len(text.partition("\n")[0].rstrip("¹")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tex. Penal Code § 1.07, Tex. Fam. Code § 2.01",
            ["Tex. Penal Code § 1.07", "Tex. Fam. Code § 2.01"],
        ),
        ("8 U.S.C. § 1373, Fla. Stat. § 908.103", ["8 U.S.C. § 1373", "Fla. Stat. § 908.103"]),
        ("s. 908.103, Florida Statutes, section 5.12", ["Fla. Stat. § 908.103"]),
        ("G.L. c. 41, § 98; Section 6 of Chapter 147", ["Mass. Gen. Laws ch. 41, § 98"]),
    ],
)
def test_a_section_is_its_own_code_s_and_not_the_next_one_s(text: str, expected: list[str]) -> None:
    assert forms(f"It rests on {text}, they say.") == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        # the state's own words, as courts and clerks there use them
        ("It became Chapter 495, Statutes of 2017.", "2017 Cal. Stat. ch. 495"),
        ("California got Stats. 2013, ch. 570, and Nevada did not.", "2013 Cal. Stat. ch. 570"),
        # another state is spoken of, which may call its laws so too
        ("Nevada passed chapter 23, Statutes of 2019.", "Statutes of 2019, ch. 23"),
        ("See chapter 12 of the 2018 Statutes.", "Statutes of 2018, ch. 12"),
        # the words name the state
        ("It is chapter 470, Statutes of Nevada 2019, at page 2911.", "2019 Nev. Stat. ch. 470"),
        ("See Cal. Stats. 2017, ch. 495.", "2017 Cal. Stat. ch. 495"),
        ("See Laws of Minnesota 2019, chapter 5.", "2019 Minn. Laws ch. 5"),
        # no words of any one state
        ("Olympia passed Laws of 2019, ch. 440.", "Laws of 2019, ch. 440"),
        ("California has Acts of 2018, ch. 69, on file.", "Acts of 2018, ch. 69"),
    ],
)
def test_a_year_s_law_is_a_state_s_where_the_words_are(text: str, form: str) -> None:
    assert forms(text) == [form]


@pytest.mark.parametrize("text", ["Minn. Stats. 2018, ch. 13", "Wisconsin Stats. 2017, ch. 301"])
def test_an_edition_of_a_code_is_no_year_s_law(text: str) -> None:
    assert forms(f"It rests on {text} alone.") == []


def test_one_form_does_not_hide_another_before_it() -> None:
    text = "Chapter 570, Statutes of 2013, led to 2017 Cal. Stat. ch. 495."
    assert forms(text) == ["2013 Cal. Stat. ch. 570", "2017 Cal. Stat. ch. 495"]


@pytest.mark.parametrize(
    "text",
    [
        "Families on Section 8 vouchers wait.",
        "The 8 U.S.C. students came by bus.",
        "He drove down S. 10th Street.",
        "SF 24, SEA 17 was the final.",
        "Applicants attach SF 424.",
        "Trump vs. Clinton drew a crowd.",
        "Amendment 2 to the lease was signed.",
        "Amendment X to the lease was signed.",
        "Under the Iowa Code, 12 people were held.",
        "The label says 3 CFR 200x and no more.",
        "Article IV, § 2 of the union contract sets overtime.",
        "The 0th Amendment is a joke, and so is U.S. Const. art. 999999999.",
        "See https://example.org/TX/SB109/id.",
    ],
)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("It may ask under 8 U.S.C. § 1357(g). Id. § 1357(g)(10) needs no paper.", "8 U.S.C. § 1357(g)(10)"),
        ("It may ask under 8 U.S.C. § 1357(g). Id. at § 1644.", "8 U.S.C. § 1644"),
        ("See 2 C.F.R. § 200.340; see § 200.339 for the rest.", "2 C.F.R. § 200.339"),
        ("Executive Order 13768 came. Section 9(a) was at stake.", "Executive Order 13768, § 9(a)"),
        ("See Arizona v. United States, 567 U.S. 387 (2012). Id. at 394.", "567 U.S. 387"),
        ("See Galarza v. Szalczyk, 745 F.3d 634 (3d Cir. 2014). Galarza, supra.", "745 F.3d 634"),
        ("See Printz v. United States, 521 U.S. 898 (1997). Printz, 521 U.S. at 935.", "521 U.S. 898"),
    ],
)
def test_a_short_form_means_what_was_cited_before(text: str, short: str) -> None:
    assert cited(text)[-1][1] == short


def test_a_short_form_of_a_ruling_is_that_ruling() -> None:
    found = cited("See City of Chicago v. Sessions, 888 F.3d 272 (7th Cir. 2018). Id. at 280.")
    assert found[1] == found[0] == ("chicago-v-sessions-fy2017", "888 F.3d 272")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under Executive Order 14159, 2025 grants were cut.", ["Executive Order 14159"]),
        ("It is EO 13767 and 13768.", ["Executive Order 13767", "Executive Order 13768"]),
        ("It is Executive Orders 9066 and 13768.", ["Executive Order 9066", "Executive Order 13768"]),
        ("Under 2 CFR 200.339, 12.5 million was held back.", ["2 C.F.R. § 200.339"]),
    ],
)
def test_a_number_behind_a_citation_is_on_its_list_only_where_it_fits(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_a_section_of_another_law_is_no_short_form() -> None:
    assert len(cited("It was 8 U.S.C. § 1644, once PRWORA section 1644 in drafts.")) == 1


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Cal. Gov't Code § 7284.6(a)", "st-ca-2018-values"),
        ("Iowa Code § 27A.4", "st-ia-2018-sf481"),
        ("Mo. Rev. Stat. § 67.307", "st-mo-2008-67307"),
        ("82 Fed. Reg. 8799", "eo-13768"),
        ("42 U.S.C. § 3751", "usc-34-10152"),
    ],
)
def test_the_register_is_known_by_any_citation_that_it_gives(text: str, known: str) -> None:
    assert cited(f"It rests on {text} alone.")[0][0] == known


def test_a_law_that_the_register_does_not_hold_keeps_its_form() -> None:
    assert cited("She sued under 42 U.S.C. § 1983.") == [(None, "42 U.S.C. § 1983")]


def test_a_bill_s_number_is_a_state_s_only_where_the_state_is_named() -> None:
    assert cited("HB 6001 passed.") == [(None, "H.B. 6001")]
    tennessee = frozenset({"ocd-division/country:us/state:tn"})
    assert cited("HB 6001 passed.", tennessee) == [("st-tn-2025-hb6001", "H.B. 6001")]
    assert cited("HB 6001 passed.", GEORGIA | TEXAS) == [(None, "H.B. 6001")]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="18 §U.S.C,FRId()-–aPLCode Section nof\n", max_size=120))
def test_citations_lie_in_the_text_and_apart(text: str) -> None:
    stop = 0
    for one in citations(text, 0, len(text)):
        assert stop <= one.start < one.end <= len(text)
        stop = one.end


def test_odd_citations_are_read_without_a_word_to_the_user(caplog: pytest.LogCaptureFixture) -> None:
    reader().read(document("See 8 U.S. §1373 and 8 U.S. 1373 §."))
    assert not caplog.records
