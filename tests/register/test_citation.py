"""What a lawyer's citation says, and no more than that."""

from __future__ import annotations

import pytest

from pursestrings.dates import PartialDate
from pursestrings.errors import BAD_OPTION, PursestringsError
from pursestrings.register.cache import load_files_cached
from pursestrings.register.citation import parsed
from pursestrings.register.courts import court_cited, court_named, courts
from pursestrings.register.models.courts import Case
from tests.conftest import lacking

Parts = tuple[str | None, str | None, str | None, str | None, str | None]

CITED: list[tuple[str, Parts]] = [
    # the citation, then caption, docket, reporter, court, date
    ("City of Chicago v. Sessions, 888 F.3d 272 (7th Cir. 2018)",
     ("City of Chicago v. Sessions", None, "888 F.3d 272", "ca7", "2018")),
    ("City of Chicago v. Sessions, No. 17 C 5720, 264 F. Supp. 3d 933 (N.D. Ill. 2017)",
     ("City of Chicago v. Sessions", "17 C 5720", "264 F. Supp. 3d 933", "ilnd", "2017")),
    ("County of Santa Clara v. Trump, No. 3:17-cv-00574-WHO (N.D. Cal. Apr. 25, 2017)",
     ("County of Santa Clara v. Trump", "3:17-cv-00574-WHO", None, "cand", "2017-04-25")),
    ("City of Los Angeles v. Sessions, No. CV 17-7215, 2018 WL 4268817, at *3 (C.D. Cal. Sept. 13, 2018)",
     ("City of Los Angeles v. Sessions", "CV 17-7215", "2018 WL 4268817", "cacd", "2018-09-13")),
    ("City of Providence v. Barr, 954 F.3d 23, 31–33 (1st Cir. 2020)",
     ("City of Providence v. Barr", None, "954 F.3d 23", "ca1", "2020")),
    ("Trump v. CASA, Inc., 606 U.S. 831 (2025)", ("Trump v. CASA, Inc.", None, "606 U.S. 831", "scotus", "2025")),
    ("Lunn v. Commonwealth, 477 Mass. 517, 78 N.E.3d 1143 (2017)",
     ("Lunn v. Commonwealth", None, "477 Mass. 517, 78 N.E.3d 1143", None, "2017")),
    ("A v. B, No. 17-2991", ("A v. B", "17-2991", None, None, None)),
    ("  888   F.3d\n 272 ", (None, None, "888 F.3d 272", None, None)),
    ("A v. B, 5 F.3d 6 (Nowhere 2018)", ("A v. B", None, "5 F.3d 6", None, "2018")),
    ("A v. B, 5 F.3d 6 (Foo 3, 2018)", ("A v. B", None, "5 F.3d 6", None, "2018")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), CITED, ids=[text for text, _ in CITED])
def test_a_citation_is_taken_apart(text: str, parts: Parts) -> None:
    if parts[3] is not None and not courts():
        lacking("courts-db")
    found = parsed(text)
    day = PartialDate.parse(parts[4]) if parts[4] else None
    assert (found.caption, found.docket, found.reporter, found.court, found.date) == (*parts[:4], day)


@pytest.mark.parametrize(
    "text", ["", "City of Chicago v. Sessions", "the order of May", "(7th Cir. 2018)", "No. none", "888 F.3d"]
)
def test_what_is_no_citation_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(PursestringsError) as error:
        parsed(text)
    assert error.value.kind is BAD_OPTION
    assert "888 F.3d 272 (7th Cir. 2018)" in error.value.hint


def test_every_citation_of_the_register_can_be_taken_apart() -> None:
    cases = [entry.thing for entry in load_files_cached().entries if isinstance(entry.thing, Case)]
    acts = [act for case in cases for act in case.acts]
    # The number of a paper on the docket, in brackets, is a help for readers and no part of a citation.
    cited = [act.citation.partition(" (")[0] for act in acts if act.citation]
    assert cited
    assert {text for text in cited if parsed(text).reporter is None} == set()


NAMED = [
    ("IN THE UNITED STATES DISTRICT COURT\nFOR THE NORTHERN DISTRICT OF CALIFORNIA\n", "cand"),
    ("UNITED STATES DISTRICT COURT\nDISTRICT OF MASSACHUSETTS\nCITY OF CHELSEA", "mad"),
    ("UNITED STATES DISTRICT COURT DISTRICT OF MASSACHUSETTS CIVIL ACTION", "mad"),
    ("UNITED STATES DISTRICT COURT\nSOUTHERN DISTRICT OF NEW YORK", "nysd"),
    ("IN THE UNITED STATES DISTRICT COURT FOR THE WESTERN DISTRICT OF VIRGINIA", "vawd"),
    ("IN THE UNITED STATES DISTRICT COURT FOR THE NORTHERN DISTRICT OF WEST VIRGINIA", "wvnd"),
    ("UNITED STATES DISTRICT COURT FOR THE DISTRICT OF COLUMBIA", "dcd"),
    ("IN THE UNITED STATES DISTRICT COURT FOR THE DISTRICT OF NEBRASKA", "ned"),
    ("UNITED STATES COURT OF APPEALS FOR THE SEVENTH CIRCUIT", "ca7"),
    ("UNITED STATES COURT OF APPEALS\nFOR THE DISTRICT OF COLUMBIA CIRCUIT", "cadc"),
    ("SUPREME COURT OF THE UNITED STATES", "scotus"),
    ("SUPERIOR COURT OF THE STATE OF CALIFORNIA", None),
    ("UNITED STATES DISTRICT COURT FOR THE DISTRICT OF ATLANTIS", None),
    ("The United States District Court for the Northern District of California held", None),
    ("", None),
]


@pytest.mark.parametrize(("head", "court"), NAMED)
def test_the_head_of_an_order_names_its_court(head: str, court: str | None) -> None:
    if not courts():
        lacking("courts-db")
    assert court_named(head) == court


def test_the_blanks_and_the_case_of_a_court_s_short_name_do_not_matter() -> None:
    if not courts():
        lacking("courts-db")
    assert {court_cited(name) for name in ("N.D. Cal.", "N. D. Cal.", "n.d. cal.")} == {"cand"}
    assert court_cited("Nowhere") is None


def test_every_court_of_the_register_is_found_by_its_short_name() -> None:
    if not courts():
        lacking("courts-db")
    cases = [entry.thing for entry in load_files_cached().entries if isinstance(entry.thing, Case)]
    federal = {act.court for case in cases for act in case.acts if courts()[act.court]["system"] == "federal"}
    assert len(federal) > 20
    assert {court for court in federal if court_cited(courts()[court]["citation_string"]) != court} == set()
    assert [court_cited(name) for name in ("D. Md.", "E.D.N.Y.", "U.S.")] == ["mdd", "nyed", "scotus"]
