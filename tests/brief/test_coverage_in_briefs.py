"""A brief says how much of a place is known: first where that is little, last where it is much."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pursestrings.brief.compose import Asked, compose
from pursestrings.brief.pages import render
from pursestrings.brief.terminal import Terminal
from pursestrings.cli import cli
from pursestrings.places import get
from pursestrings.register.index import load
from pursestrings.standing.engine import Engine
from tests.standing.world import BOSTON, CHELSEA, MA, SURE, condition, register

FORMS = ("text", "html", "md")
THIN = "The record of this place is thin: no text of its own was read."
MISSING = "Known to be missing"
NOBODY = "The register has no file on this place: nobody has looked for its rules."

WRITTEN = {
    "id": "p-1", "kind": "ordinance", "title": "Trust ordinance", "adopted": "2014-08-20", "binds": "all agencies",
    "answers": {"honors_detainer": {"answer": "never", "basis": "text"}}, **SURE,
}  # fmt: skip
REPORTED = {**WRITTEN, "answers": {"honors_detainer": {"answer": "never", "basis": "press"}}}
SEARCH = {
    "on": "2018-10-01",
    "sought": "The chief's order.",
    "found": "Reports of it alone.",
    "where": ["the city"],
}
JAIL = {
    "id": "jail-1", "operator": "The sheriff", "operator_place": f"{MA}/county:suffolk", "level": "county",
    "lockup": "yes", **SURE,
}  # fmt: skip
RESPONSES = [
    {
        "kind": "declined",
        "date": "2017-08-17",
        "says": "The manager wrote that nothing would change.",
        **SURE,
    },
    {"kind": "certified_with_reservation", "date": "2018-07-01", "says": "Signed, with a letter.", **SURE},
]
LISTED = {
    "id": "287g-ma", "state": MA, "listed_from": "2017-10-01", "listed_until": "2018-06-01", **SURE,
    "agreements": [
        {
            "agency": "Chelsea Police", "place": CHELSEA, "model": "task_force", "listed_from": "2017-10-01",
            "listed_until": "2018-06-01",
        },
        {"agency": "A college's police", "model": "task_force", "listed_from": "2017-10-01", "listed_until": "2017-10-01"},
    ],
}  # fmt: skip


def brief(on: str = "2018-09-01", known: str | None = None, place: str = CHELSEA, **own: Any) -> Any:
    """A brief on Chelsea, whose file holds `own`."""
    record = {"id": "ma-chelsea", "place": CHELSEA, **own}
    facts = register(condition=[condition()], place_record=[record], agreement_file=[LISTED])
    seen = date.fromisoformat(known) if known else None
    return compose(Asked(get(place), date.fromisoformat(on), seen), Engine(facts))


def shown(found: Any, form: str) -> str:
    """What a reader sees of it, line ends and marks apart."""
    text = Terminal(80, colour=False).render(found) if form == "text" else render(found, form)
    return bare(text, form)


def bare(text: str, form: str) -> str:
    if form == "html":
        text = html.unescape(re.sub(r"<[^>]*>", " ", text.partition("<main>")[2]))
    return " ".join(text.replace("**", "").split())


@pytest.mark.parametrize("form", FORMS)
def test_a_thin_place_says_so_before_the_bottom_line(form: str) -> None:
    found = brief(policies=[REPORTED], looked_for=[SEARCH])
    text = shown(found, form)
    gaps = found["coverage"]["gaps"]
    assert "The chief's order. Looked for on 2018-10-01: Reports of it alone." in gaps
    spots = [text.index(part) for part in ("Chelsea, MA on", THIN, *gaps, *found["bottom_line"])]
    assert spots == sorted(spots)
    assert all(text.count(gap) == 1 for gap in gaps)
    assert MISSING not in text


@pytest.mark.parametrize("form", FORMS)
def test_a_well_covered_place_lists_its_gaps_at_the_end(form: str) -> None:
    found = brief(policies=[WRITTEN], looked_for=[SEARCH], responses=RESPONSES)
    text = shown(found, form)
    gaps = found["coverage"]["gaps"]
    assert not found["coverage"]["thin"]
    assert gaps
    assert "record of this place is thin" not in text
    order = (*found["bottom_line"], "How it answered", MISSING, *gaps, "known through")
    spots = [text.rindex(part) for part in order]
    assert spots == sorted(spots)
    assert all(text.count(gap) == 1 for gap in gaps)


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_is_known_to_be_missing_no_heading_stands_alone(form: str) -> None:
    found = brief(policies=[WRITTEN], custody=JAIL)
    found["coverage"]["gaps"] = []
    assert MISSING not in shown(found, form)


def test_what_only_urges_or_has_ended_leaves_a_place_thin() -> None:
    assert brief(policies=[{**WRITTEN, "urges_only": True}])["coverage"]["thin"]
    assert brief(policies=[{**WRITTEN, "effective_until": "2018-01-01"}])["coverage"]["thin"]
    assert brief(policies=[WRITTEN], on="2014-08-01")["coverage"]["thin"]
    assert not brief(policies=[WRITTEN])["coverage"]["thin"]


@pytest.mark.parametrize("form", FORMS)
def test_how_a_place_answered_stands_there_with_its_day(form: str) -> None:
    text = shown(brief(responses=RESPONSES), form)
    first = "2017-08-17, declined: The manager wrote that nothing would change."
    second = "2018-07-01, certified with reservation: Signed, with a letter."
    assert text.index("How it answered") < text.index(first) < text.index(second)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("on", "known", "answered"),
    [("2017-08-16", None, 0), ("2017-08-17", None, 1), ("2018-07-01", None, 2), ("2018-09-01", "2018-06-30", 1)],
)  # fmt: skip
def test_an_answer_is_left_out_before_its_day_and_before_it_was_known(
    form: str, on: str, known: str | None, answered: int
) -> None:
    found = brief(on, known, responses=RESPONSES)
    assert len(found["responses"]) == answered
    text = shown(found, form)
    assert [one["says"] in text for one in RESPONSES] == [answered > 0, answered > 1]
    assert ("How it answered" in text) == (answered > 0)


@pytest.mark.parametrize("form", FORMS)
def test_an_agreement_stands_there_with_the_days_on_which_it_was_seen(form: str) -> None:
    line = "Chelsea Police: task force, seen on the list from 2017-10-01 to 2018-06-01"
    assert line in shown(brief(), form)
    assert "287(g)" not in shown(brief("2017-09-30"), form)
    assert "287(g)" not in shown(brief(known="2017-09-30"), form)
    assert "A college's police" not in shown(brief(), form)


@pytest.mark.parametrize("form", FORMS)
def test_a_later_look_at_the_list_is_not_told_before_it_was_made(form: str) -> None:
    text = shown(brief(known="2018-01-15"), form)
    assert "seen on the list from 2017-10-01 to 2018-01-15" in text
    assert "2018-06-01" not in text


@pytest.mark.parametrize("form", FORMS)
def test_another_place_s_answers_and_agreements_stay_there(form: str) -> None:
    found = brief(place=BOSTON, responses=RESPONSES)
    assert found["responses"] == found["agreements"] == []
    assert "The manager wrote" not in shown(found, form)


@pytest.fixture(scope="module")
def unknown() -> str:
    """A city of which the shipped register has no file."""
    held = {one.place for one in load().place_records.values()}
    return next(one for one in (f"{MA}/place:gardner", f"{MA}/place:peabody", CHELSEA) if one not in held)


@pytest.mark.parametrize("form", FORMS)
def test_a_place_without_a_file_says_that_nobody_has_looked(form: str, unknown: str, tmp_path: Path) -> None:
    arguments = ["brief", unknown, "--on", "2018-09-01", "--format", form, "--workspace", str(tmp_path)]
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    text = bare(result.stdout, form)
    assert text.index(THIN) < text.index(NOBODY) < text.index("On 2018-09-01 the record")


def test_a_file_without_rules_says_that_none_was_found_and_not_that_nobody_looked() -> None:
    gaps = brief(looked_for=[SEARCH])["coverage"]["gaps"]
    assert "No rule or practice of its own is on record for this day." in gaps
    assert NOBODY not in gaps


@pytest.mark.parametrize("width", [40, 100])
def test_no_line_about_coverage_is_wider_than_the_terminal(width: int) -> None:
    for own in ({"policies": [WRITTEN]}, {"policies": [REPORTED]}):
        text = Terminal(width, colour=False).render(brief(responses=RESPONSES, looked_for=[SEARCH], **own))
        assert max(len(line) for line in text.splitlines()) <= width


def test_an_answer_of_a_place_on_record_with_the_user_alone_is_marked_private(tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "places" / "ne-monowi.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(
        "id: ne-monowi\nplace: ocd-division/country:us/state:ne/place:monowi\nresponses:\n"
        "  - {kind: declined, date: 2026-01-05, says: It declined., confidence: recalled}\n",
        encoding="utf-8",
    )
    call = [
        "brief",
        "Monowi, NE",
        "--on",
        "2026-02-01",
        "--format",
        "json",
        "--register",
        str(mine.parents[1]),
    ]
    [row] = json.loads(CliRunner().invoke(cli, call, catch_exceptions=False).stdout)["responses"]
    assert (row["id"], row["private"]) == ("ne-monowi", True)
