"""Sentences of news prose, found by their stops, with the abbreviations and quotations of the trade."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.documents import load
from pursestrings.documents.sentences import sentences


@pytest.mark.parametrize(
    "marked",
    [
        "Gov. Charlie Baker met Sen. Ed Markey in Boston, Mass.| They spoke at 5 p.m.| The mayor left.",
        "The U.S. Attorney said so in the U.S.| The case is closed.",
        "It cites 8 U.S.C. § 1373, 5 C.F.R. Part 2 and No. 17-1234.| No.| That is all.",
        "City v. Trump, 250 F. Supp. 3d 497 (N.D. Cal. 2017), was decided.| Others followed.",
        "John F. Kennedy spoke.| E. Denise Simmons did too.| So did Alan Smith Jr. of Acme Inc. in Ohio.",
        "“We will not,” he said.| “Why?” Jane Doe asked.| “Stop!” he said.| She left.",
        "“We will not go. We never did,” he said.| Then he went.".replace("go. We", "go.| We"),
        '"It is so", said Ann.| It was meant to be.| "Yes." "No."'.replace('"Yes." "No."', '"Yes."| "No."'),
        "He said he … would not. . . . not go.| They were wrong.",
        "1. The city must answer.| 2. It may ask for time.",
        "She earned $1.5 million in 2017.| On Jan. 25 he signed it.| Is it law?| Yes!",
        "El alcalde dijo que no.| ¿Por qué?| No lo dijo.",
        "市长说不会。|他走了。",
        "(The city sued.)| It won.| [The state did not.]| Costs followed.",
        "then-Gov. Deval Patrick and Rep.-elect Doe met Lt. Col. Roe of Ft. Hood.",
        "It ends in a curly mark.”|Then the space is missing.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    wanted = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in sentences(text)] == wanted


@given(st.text(alphabet="aAbB .!?…\"“”'’()\n\r\t1", max_size=200))
def test_sentences_lie_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(text[start:end].strip() == text[start:end] for start, end in spans)
    assert sentences(text) == spans


def test_a_range_gives_the_sentences_inside_it() -> None:
    text = "One is here. Two is there. Three is away."
    assert [text[a:b] for a, b in sentences(text, 13, 26)] == ["Two is there."]


def test_in_a_document_no_sentence_runs_over_the_end_of_a_block(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Jane Doe\nAugust 4, 2017\nThe council met on Tuesday and voted to keep the rule. It did so twice.\n"
    )
    document = load(path)
    assert [document.text[start:end] for start, end in sentences(document)] == [
        "Jane Doe",
        "August 4, 2017",
        "The council met on Tuesday and voted to keep the rule.",
        "It did so twice.",
    ]


@pytest.mark.parametrize(
    "text",
    ["word " * 5000, "a" * 30_000, "1," * 9000, "." * 30_000, ". " * 9000, ".)" * 9000 + "x", "“" * 20_000],
)
def test_a_text_without_sentences_comes_in_pieces_that_cover_it(text: str) -> None:
    found = [text[start:end] for start, end in sentences(text)]
    assert "".join("".join(found).split()) == "".join(text.split())
    assert max(map(len, found)) <= 5000


def test_a_long_text_without_stops_is_cut_between_words() -> None:
    text = "fifteen words " * 2000
    assert all(
        text[start:end].startswith(("fifteen", "words")) and text[start:end].endswith(("fifteen", "words"))
        for start, end in sentences(text)
    )
