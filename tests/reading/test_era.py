"""When a document was written: its own date, its officials' terms, its pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pursestrings.documents import Block, BlockKind
from pursestrings.reading.era import era
from tests.reading.making import document, register


def test_an_office_held_twice_leaves_both_terms_open() -> None:
    written = era(document("President Donald Trump spoke."), register())
    assert (written.earliest, written.latest) == (date(2017, 1, 20), None)


def test_who_served_with_an_official_tells_the_term() -> None:
    text = "President Donald Trump and Attorney General Jeff Sessions spoke."
    written = era(document(text), register())
    assert written.earliest == date(2017, 2, 9)
    assert written.latest is not None
    assert written.latest.year == 2018


def test_a_picture_s_day_tells_the_weeks_but_one_of_the_files_does_not() -> None:
    for caption, known in (("The mayor on Sept. 26, 2017.", True), ("File photo of Sept. 26, 2017.", False)):
        text = f"{caption}\nThe council met."
        made = document(text)
        shown = Block(BlockKind.CAPTION, 0, len(caption))
        written = era(replace(made, blocks=(shown, *made.blocks[1:])), register())
        assert written.earliest == (date(2017, 9, 26) if known else None)
