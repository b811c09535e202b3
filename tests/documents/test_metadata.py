"""Who published a story, who wrote it first, when, and how each of these is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from pursestrings.documents import Document, load

from . import pages
from .files import make_docx
from .test_blocks import unmark

STORY = "The council voted on Tuesday to keep the rule on detainers that it had passed in the spring of last year."
MORE = "It will answer the letter of the department in court, the mayor said, and not on paper."


def read(
    folder: Path, text: str, source: str | None = None, outlets: dict[str, str] | None = None
) -> Document:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return load(path, source, outlets or {})


@pytest.mark.parametrize(
    ("page", "publisher", "origin", "published", "basis", "byline"),
    [
        (pages.PUBLIC_RADIO, "WXMP", "WQRX", "2017", "copyright", None),
        (pages.WIRE_REPRINT, "Evening Example", "Associated Press", "2017-08-07", "text", "JORDAN SAMPLE"),
        (pages.NEWSPAPER, None, None, "2017-08-03", "text", "Robin Placeholder"),
        (pages.SPANISH, None, None, "2017-08-07", "text", "María Ejemplo"),
        (pages.ORDER, None, None, "2017-09-15", "text", None),
        (pages.CLEAN, None, None, None, None, None),
    ],
)
def test_a_page_tells_its_outlet_its_origin_and_its_day(
    tmp_path: Path,
    page: str,
    publisher: str | None,
    origin: str | None,
    published: str | None,
    basis: str | None,
    byline: str | None,
) -> None:
    document = read(tmp_path, unmark(page), outlets={"AP": "Associated Press"})
    assert (document.publisher, document.origin, document.byline) == (publisher, origin, byline)
    assert (str(document.published) if document.published else None, document.published_basis) == (
        published,
        basis,
    )


@pytest.mark.parametrize(
    ("first", "title", "publisher"),
    [
        (
            "Council keeps detainer rule | The Evening Example",
            "Council keeps detainer rule",
            "Evening Example",
        ),
        ("Council keeps detainer rule - Valley News", "Council keeps detainer rule", "Valley News"),
        ("Council keeps detainer rule – WXMP", "Council keeps detainer rule", "WXMP"),
        ("Council keeps detainer rule - for now", "Council keeps detainer rule - for now", None),
        ("Council keeps rule on detainers — But the Last Word Is the Court’s", None, None),
    ],
)
def test_the_sites_name_behind_a_headline_is_told_from_the_headline(
    tmp_path: Path, first: str, title: str | None, publisher: str | None
) -> None:
    document = read(tmp_path, f"{first}\n\n{STORY}\n\n{MORE}\n")
    assert document.title == (title or first)
    assert document.publisher == publisher


def test_a_headline_that_the_page_repeats_makes_any_name_behind_it_the_sites(tmp_path: Path) -> None:
    text = f"Council keeps detainer rule - Blip US\n\nCouncil keeps detainer rule\n\n{STORY}\n\n{MORE}\n"
    document = read(tmp_path, text)
    assert (document.title, document.publisher) == ("Council keeps detainer rule", "Blip US")


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("This story was originally published by The Evening Example.", "Evening Example"),
        ("This article first appeared in the Valley Record on Monday.", "Valley Record"),
        ("Reprinted from the Valley Record.", "Valley Record"),
        ("Republished with permission from Valley Record.", "Valley Record"),
        ("Copyright 2017 WQRX-FM. To see more, visit WQRX-FM.", "WQRX"),
        ("Copyright 2017 Blip US. All rights reserved.", None),
        ("Robin Placeholder can be reached at robin@example.com.", None),
    ],
)
def test_the_outlet_of_a_reprint_is_named_in_its_credit(
    tmp_path: Path, line: str, origin: str | None
) -> None:
    text = f"Council keeps detainer rule - Blip US\n\nCouncil keeps detainer rule\n\n{STORY}\n\n{MORE}\n\n{line}\n"
    assert read(tmp_path, text).origin == origin


@pytest.mark.parametrize(
    ("byline", "names", "origin"),
    [
        ("By Jane Doe, Associated Press", "Jane Doe", "Associated Press"),
        ("By Jane Doe and John Q. Roe | The Valley Record", "Jane Doe and John Q. Roe", "Valley Record"),
        ("By JANE DOE Associated Press", "JANE DOE", "Associated Press"),
        ("By Jane Doe, Staff Writer", "Jane Doe", None),
        ("By Jane Doe | August 3, 2017", "Jane Doe", None),
        ("Jane Doe", "Jane Doe", None),
    ],
)
def test_a_byline_names_writers_and_sometimes_another_outlet(
    tmp_path: Path, byline: str, names: str, origin: str | None
) -> None:
    document = read(tmp_path, f"Council keeps detainer rule\n\n{byline}\n\n{STORY}\n\n{MORE}\n")
    assert (document.byline, document.origin) == (names, origin)


def test_an_agency_in_the_dateline_is_the_origin_under_the_callers_name_for_it(tmp_path: Path) -> None:
    text = f"Council keeps detainer rule\n\nMILLBROOK (AP) — {STORY}\n\n{MORE}\n"
    assert read(tmp_path, text).origin == "AP"
    assert read(tmp_path, text, outlets={"AP": "Associated Press"}).origin == "Associated Press"


def test_a_known_outlet_is_found_among_the_furniture_but_not_in_the_story_or_a_photo_credit(
    tmp_path: Path,
) -> None:
    outlets = {"Blipsite": "Blipsite", "Valley Agency": "Valley Agency"}
    text = (
        f"Council keeps detainer rule\n\nThe hall. Jo Hill/Valley Agency\n\n{STORY}\n\n{MORE} So Blipsite wrote.\n\n"
        "Subscribe to Blipsite\n"
    )
    assert read(tmp_path, text, outlets=outlets).publisher == "Blipsite"
    assert read(tmp_path, text.replace("Subscribe to Blipsite", ""), outlets=outlets).publisher is None


@pytest.mark.parametrize(
    ("lines", "published", "basis"),
    [
        ("Agosto 4, 2017", "2017-08-04", "text"),
        ("Published: Aug. 4, 2017 at 3:15 PM EDT", "2017-08-04", "text"),
        ("Updated Aug 9, 2017; Posted Aug 4, 2017", "2017-08-04", "text"),
        ("By Jane Doe | August 4, 2017", "2017-08-04", "text"),
        ("February 30, 2017", None, None),
        ("© 2024 Blip US", None, None),
    ],
)
def test_a_date_above_the_story_dates_it(
    tmp_path: Path, lines: str, published: str | None, basis: str | None
) -> None:
    document = read(tmp_path, f"Council keeps detainer rule\n\n{lines}\n\n{STORY}\n\n{MORE}\n")
    assert (str(document.published) if document.published else None, document.published_basis) == (
        published,
        basis,
    )


def test_a_dateline_with_a_year_dates_the_story(tmp_path: Path) -> None:
    document = read(tmp_path, f"Council keeps rule\n\nMILLBROOK, Aug. 4, 2017 (UPI) — {STORY}\n\n{MORE}\n")
    assert (str(document.published), document.published_basis) == ("2017-08-04", "dateline")


def test_an_address_dates_the_story_where_nothing_else_does(tmp_path: Path) -> None:
    text = f"Council keeps detainer rule\n\n{STORY}\n\n{MORE}\n"
    document = read(tmp_path, text, source="https://example.org/2017/08/04/rule.html")
    assert (str(document.published), document.published_basis) == ("2017-08-04", "url")
    assert read(tmp_path, text, source="https://example.org/2017/13/40/x").published is None
    assert read(tmp_path, text, source="2017/08/04/a.txt").published is None


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("Copyright 2017 Valley Record", "2017"),
        ("© 2010-2024 Valley Record", None),
        ("Most Popular\nDog show draws crowd\n© 2024 Valley Record", None),
    ],
)
def test_only_the_copyright_right_below_the_story_dates_it(
    tmp_path: Path, foot: str, published: str | None
) -> None:
    document = read(tmp_path, f"Council keeps detainer rule\n\n{STORY}\n\n{MORE}\n\n{foot}\n")
    assert (str(document.published) if document.published else None) == published
    assert document.published_basis == ("copyright" if published else None)


def test_a_date_among_the_paragraphs_or_of_another_story_dates_nothing(tmp_path: Path) -> None:
    parts = "\n\n".join(f"{MORE} So part {part} of the story goes on for a while." for part in range(4))
    text = f"A year of the detainer rule\n\n{parts}\n\nMarch 27, 2017\n\n{STORY}\n\n{MORE}\n\nMost Popular\nDog show\nMay 1, 2019\n"
    assert read(tmp_path, text).published is None


def test_a_letter_is_called_by_its_subject(tmp_path: Path) -> None:
    path = make_docx(
        tmp_path,
        ["August 3, 2017", "Re: Access to the jail", "Dear Chief:", STORY, "Sincerely,", "A. Official"],
    )
    document = load(path)
    assert document.title == "Access to the jail"
    assert document.byline is None


@pytest.mark.parametrize(
    ("line", "published", "publisher"),
    [
        ("- The Valley Times - Wednesday, July 11, 2007", "2007-07-11", "Valley Times"),
        ("The Valley Times | July 11, 2007", "2007-07-11", "Valley Times"),
        ("Valley Times – July 11, 2007", "2007-07-11", "Valley Times"),
        ("September 25, 2013 by Robin Placeholder", "2013-09-25", None),
        ("Robin Placeholder | September 25, 2013", "2013-09-25", None),
    ],
)
def test_a_line_of_an_outlet_or_a_writer_with_a_day_is_no_headline_and_tells_the_day(
    tmp_path: Path, line: str, published: str, publisher: str | None
) -> None:
    document = read(tmp_path, f"{line}\n\n{STORY}\n\n{MORE}\n")
    assert document.title is None
    assert (str(document.published), document.publisher) == (published, publisher)


def test_a_dateline_may_hold_its_day_in_brackets(tmp_path: Path) -> None:
    document = read(
        tmp_path, f"Council keeps detainer rule\n\nMILLBROOK (July 9, 2025) — {STORY}\n\n{MORE}\n"
    )
    assert (str(document.published), document.published_basis) == ("2025-07-09", "dateline")


def test_names_under_a_picture_are_no_headline(tmp_path: Path) -> None:
    names = "Millbrook City Attorney Robin Placeholder and Mayor Jordan Sample"
    story = f"{STORY} “It stands,” Millbrook City Attorney Robin Placeholder said."
    text = f"Council keeps rule on detainers of the spring\n\n{names}\n\n{story}\n\n{MORE}\n"
    assert read(tmp_path, text).title == "Council keeps rule on detainers of the spring"


def test_a_caption_with_its_credit_in_brackets_is_no_headline(tmp_path: Path) -> None:
    caption = "Mayor Jordan Sample says the rule on detainers will stay. (WXMP/Robin Placeholder)"
    text = f"Council keeps detainer rule\n\n{caption}\n\n{STORY}\n\n{MORE}\n"
    assert read(tmp_path, text).title == "Council keeps detainer rule"


def test_a_headline_in_capitals_that_opens_with_names_is_a_headline(tmp_path: Path) -> None:
    head = "Mayor Jordan Sample, City Attorney Robin Placeholder Trade Barbs Over Detainer Rule"
    text = f"{head}\n\n{STORY} “It stands,” Mayor Jordan Sample said.\n\n{MORE}\n"
    assert read(tmp_path, text).title == head
