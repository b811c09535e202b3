"""Dates outside what the register covers, or that nothing can mean, are named with file, line and field."""

from __future__ import annotations

import pytest

from pursestrings.register.files import Meta, shipped
from pursestrings.register.yaml import read
from tests.register.conftest import Found

REQUEST = "id: a\ndate: {}\nsender: S\nquestions: [Q]\nconfidence: recalled\n"
CASE = (
    "id: a\ncaption: A v. B\ncourts: [{{court: mad}}]\nplaintiffs: [{{name: A}}]\ndefendants: [B]\nsummary: S\n"
    "confidence: recalled\nacts:\n"
    "  - {{id: one, date: {}, court: mad, kind: complaint, summary: S, confidence: recalled}}\n"
)
NOTICE = (
    "id: a\nkind: policy\nissuer: I\nposted: {}\nconditions: []\ncovers: {{everyone: true}}\nsays: S\n"
    "confidence: recalled\n"
)
LIST = "id: a\ntitle: T\nissuer: I\ndate: {}\nentries: []\nconfidence: recalled\n"
THREAT = "id: a\ndate: {}\nby: B\noffice: O\nagainst_words: W\nsays: S\nconfidence: recalled\n"
CONDITION = (shipped() / "conditions" / "jag-2017-notice.yaml").read_text(encoding="utf-8")

META = Meta.model_validate(
    read((shipped() / "register.yaml").read_text(encoding="utf-8"), "register.yaml").data
)

DATED = [
    ("requests/a.yaml", REQUEST, "a.yaml:2: date"),
    ("cases/a.yaml", CASE, "a.yaml:9: acts.0.date"),
    ("notices/a.yaml", NOTICE, "a.yaml:4: posted"),
    ("lists/a.yaml", LIST, "a.yaml:4: date"),
    ("threats/a.yaml", THREAT, "a.yaml:2: date"),
]


@pytest.mark.parametrize(("name", "text", "spot"), DATED)
def test_what_happened_after_the_record_ends_is_named(found: Found, name: str, text: str, spot: str) -> None:
    through = META.known_through
    day = f"{through.year + 1}-01-01"
    assert found({name: text.format(day)}, own=False) == [
        f"{spot}: The date {day} cannot be: the record runs to {through}."
    ]


def test_the_last_month_of_the_record_is_inside_it(found: Found) -> None:
    day = META.known_through.latest
    assert found({"requests/a.yaml": REQUEST.format(day)}, own=False) == []


def test_a_user_s_own_facts_may_be_newer_than_the_record(found: Found) -> None:
    year = META.known_through.year + 1
    assert found({"requests/a.yaml": REQUEST.format(year)}) == []


@pytest.mark.parametrize("year", [217, 1775, 2107])
def test_a_year_that_nothing_can_mean_is_named_anywhere(found: Found, year: int) -> None:
    source = f"sources: [{{title: T, publisher: P, date: {year:04}}}]\n"
    [line] = found({"requests/a.yaml": REQUEST.format("2017-01-01") + source})
    assert line.startswith(f"a.yaml:6: sources.0.date: The date {year:04} cannot be: no fact is dated before")


def _announced(day: str, more: str = "") -> dict[str, str]:
    lines = [line for line in CONDITION.splitlines() if not line.startswith(("announced:", "id:"))]
    return {"conditions/a.yaml": "\n".join(["id: a", f"announced: {day}", *lines, more])}


def _of_announced(lines: list[str]) -> list[str]:
    return [line for line in lines if ": announced: " in line]


def test_a_condition_older_than_the_record_of_courts_is_not_computed(found: Found) -> None:
    [line] = _of_announced(found(_announced("2009-12-31"), own=False))
    assert line.startswith("a.yaml:2: announced: The date 2009-12-31 cannot be: ")
    assert str(META.covers_from) in line


@pytest.mark.parametrize(
    ("day", "more"), [("2010", ""), ("2009-12-31", "do_not_compute: It is the statute.")]
)
def test_one_inside_the_record_or_not_computed_is_fine(found: Found, day: str, more: str) -> None:
    assert _of_announced(found(_announced(day, more), own=False)) == []


def test_a_condition_does_not_end_before_it_is_announced(found: Found) -> None:
    [line] = [one for one in found(_announced("2024-01-01"), own=False) if "ends.on" in one]
    assert "ends.on (2021-04-22) comes before announced (2024-01-01)" in line
