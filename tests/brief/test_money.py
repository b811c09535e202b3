"""Money and deadlines in a brief: both honest figures with the reason, whose order covers whom, each date once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pursestrings.brief.compose import Asked, compose
from pursestrings.brief.money import due_words, stake_words
from pursestrings.brief.pages import render
from pursestrings.brief.terminal import Terminal
from pursestrings.places import get
from pursestrings.standing.engine import Engine
from tests.standing.test_due import letter, paper
from tests.standing.test_stake import PROGRAM, awards
from tests.standing.world import BOSTON, CHELSEA, act, case, condition, grant, register


def brief(on: str = "2017-10-01", known: str | None = None, **kinds: list[dict[str, Any]]) -> dict[str, Any]:
    """Chelsea's brief where Boston holds a joint award and alone is protected, under two conditions."""
    joint = awards(BOSTON, {"id": "joint", "fiscal_year": "2017", "amount": "100"})
    share = {"id": "share", "fiscal_year": "2017", "amount": "30", "status": "share", "part_of": "joint"}
    order = act("pi", "2017-09-15", grants=[grant(places=[{"place": BOSTON, "subdivisions": "no"}])])
    facts = register(
        program=[PROGRAM],
        condition=[condition(), condition(id="access", name="Access")],
        award_file=[joint, awards(CHELSEA, share)],
        case=[case(order)],
        **kinds,
    )
    seen = date.fromisoformat(known) if known else None
    return compose(Asked(get(CHELSEA), date.fromisoformat(on), seen), Engine(facts))


def surfaces(found: dict[str, Any]) -> list[str]:
    texts = [Terminal(100, colour=False).render(found), render(found, "md"), render(found, "html")]
    return [" ".join(text.split()) for text in texts]


def test_the_bottom_line_gives_the_figure_and_what_it_is() -> None:
    found = brief()
    assert found["at_stake"]["smallest"]["amount"] == "30"
    assert (
        "Money under them: $30. The figure is its share of a joint award on record." in found["bottom_line"]
    )


def test_the_bottom_line_gives_both_figures_where_they_differ() -> None:
    claim = {
        "id": "s-1", "basis": "claimed_by_speaker", "amount": "2000", "what": "money", "said_by": "A manager",
        "date": "2017-03-27", "place": CHELSEA, "conditions": ["access"], "confidence": "recalled",
    }  # fmt: skip
    [line] = [one for one in brief(sum=[claim])["bottom_line"] if one.startswith("Money")]
    assert line.startswith("Money under them: from $30 to $2,000.")
    assert "the largest is claimed by A manager" in line


def test_where_no_figure_is_on_record_the_bottom_line_says_so() -> None:
    facts = register(program=[PROGRAM])
    found: dict[str, Any] = compose(Asked(get(CHELSEA), date(2017, 10, 1)), Engine(facts))
    assert found["at_stake"]["largest"] is None
    assert any(line.startswith("Money under them: unknown.") for line in found["bottom_line"])


def test_every_surface_tells_whose_order_covers_whom() -> None:
    for text in surfaces(brief()):
        assert (
            "held by Boston, MA; barred for Boston, MA that day by pi (firm), which protects the holder"
            in text
        )


def test_a_deadline_stands_once_in_the_bottom_line_with_what_follows_if_it_is_missed() -> None:
    moved = {"to": "2017-11-01", "said": "The office", "announced": "2017-10-10"}
    asked = letter(due="2017-10-18", conditions=["notice", "access"], extensions=[moved])
    found = brief(request=[asked], certification=[paper(due_on="2017-10-20")])
    assert [line for line in found["bottom_line"] if line.startswith("Due")] == [
        "Due 2017-10-20: certification to be signed (chief executive); if missed: No award.",
        "Due 2017-11-01: answer to An office; moved from 2017-10-18 by The office; if missed: Ineligible.",
    ]
    for text in surfaces(found):
        assert "moved from 2017-10-18 by The office" in text


@pytest.mark.parametrize(
    ("known", "now", "steps"), [("2017-10-09", "2017-10-18", 0), (None, "2017-11-01", 1)]
)
def test_an_extension_not_known_yet_is_in_no_part_of_the_brief(
    known: str | None, now: str, steps: int
) -> None:
    moved = {"to": "2017-11-01", "said": "The office", "announced": "2017-10-10"}
    found = brief(known=known, request=[letter(due="2017-10-18", conditions=[], extensions=[moved])])
    [row] = found["requests"]
    assert (row["due"], row["due_now"], len(row["extensions"])) == ("2017-10-18", now, steps)
    assert [line[:14] for line in found["bottom_line"] if line.startswith("Due")] == [f"Due {now}"]


def test_a_counted_deadline_says_how_it_was_counted() -> None:
    rule = {"within": "30", "after": "service", "counting": "court_days"}
    found = brief("2017-08-04", request=[letter(due_rule=rule)])
    assert found["requests"][0]["due"] == "2017-09-05"
    for text in surfaces(found):
        assert "is no business day, so it runs to Tuesday 2017-09-05" in text


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"tie": "joint"}, "a joint award for several governments"),
        ({"drawn_down": "4.50"}, "$4.50 of it drawn down"),
        ({"part_of": "j-1"}, "a share of j-1, never added to it"),
        ({"amount": None}, "awarded: no figure given"),
    ],
)
def test_a_line_of_money_in_words(own: dict[str, Any], words: str) -> None:
    line = {
        "basis": "awarded", "amount": "10", "what": "JAG, FY2017", "tie": "own", "part_of": None,
        "drawn_down": None, "through": None, "cover": None, **own,
    }  # fmt: skip
    assert words in stake_words(line)


@pytest.mark.parametrize(
    ("force", "certainty", "by", "words"),
    [
        ("barred", "firm", ["pi"], "barred for Boston, MA that day by pi (firm)"),
        (
            "not_enforced",
            "firm",
            ["n-1", "n-2"],
            "not enforced for Boston, MA that day by n-1 and n-2 (firm)",
        ),
        ("in_force", "firm", [], "no order or notice on record protects Boston, MA"),
        ("in_force", "uncertain", [], "whether an order or notice protects Boston, MA that day is in doubt"),
        ("withdrawn", "firm", [], "held by Boston, MA"),
    ],
)
def test_protection_of_the_holder_in_words(force: str, certainty: str, by: list[str], words: str) -> None:
    line = {
        "basis": "share", "amount": "10", "what": "JAG, FY2017", "tie": "share", "part_of": None,
        "drawn_down": None, "through": BOSTON, "cover": {"force": force, "certainty": certainty, "by": by},
    }  # fmt: skip
    assert words in stake_words(line)
    assert stake_words(line).count(";") == (force != "withdrawn")


def test_a_deadline_moved_from_a_day_that_is_not_on_record_says_so_with_its_source() -> None:
    source = {"title": "A notice", "publisher": "The office", "date": "undated", "url": None}
    extension = {"to": "2018-10-05", "said": "The office", "announced": None, "sources": [source]}
    due = {
        "date": "2018-10-05", "what": "signature", "rule": None, "extended_from": None,
        "extension": extension, "consequence": None,
    }  # fmt: skip
    assert due_words(due) == (
        "due 2018-10-05: signature; moved there from a day that is not on record by The office; "
        "A notice, The office, undated; no consequence named"
    )
