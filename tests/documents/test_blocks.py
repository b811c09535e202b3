"""Every part of a text is marked for what it is, and nothing of it is cut."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from pursestrings.documents import BlockKind, Document, load

from .pages import NEWSPAPER, PAGES

LETTERS = {
    "h": BlockKind.HEADLINE,
    "y": BlockKind.BYLINE,
    "d": BlockKind.DATELINE,
    "o": BlockKind.BOILERPLATE,
    "c": BlockKind.CAPTION,
    "r": BlockKind.CREDIT,
    "b": BlockKind.BODY,
}


def unmark(page: str) -> str:
    """The text of a page without the letters; a dateline stands on the line of its story."""
    lines = ["" if line == "-" else line[2:] for line in page.strip().split("\n")]
    return "\n".join(lines).replace("—\n", "— ") + "\n"


def read(folder: Path, text: str) -> Document:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return load(path)


@pytest.mark.parametrize("name", PAGES)
def test_a_reader_would_mark_the_lines_so(tmp_path: Path, name: str) -> None:
    marked = [(line[2:], LETTERS[line[0]]) for line in PAGES[name].strip().split("\n") if line != "-"]
    document = read(tmp_path, unmark(PAGES[name]))
    found = {document.text[block.start : block.end]: block.kind for block in document.blocks}
    wrong = [(line, kind) for line, kind in marked if found.get(line) is not kind and "(Jordan" not in line]
    assert wrong == []


@pytest.mark.parametrize("name", PAGES)
def test_blocks_lie_in_order_inside_the_text_and_leave_out_only_white_space(
    tmp_path: Path, name: str
) -> None:
    document = read(tmp_path, unmark(PAGES[name]))
    assert document.text == unmark(PAGES[name])
    assert all(first.end <= second.start for first, second in pairwise(document.blocks))
    covered = "".join(document.text[block.start : block.end] for block in document.blocks)
    assert "".join(covered.split()) == "".join(document.text.split())


def test_a_credit_behind_a_caption_is_a_block_of_its_own(tmp_path: Path) -> None:
    document = read(tmp_path, unmark(NEWSPAPER))
    parts = {document.text[block.start : block.end]: block.kind for block in document.blocks}
    assert parts["The county jail in Millbrook, seen from the river."] is BlockKind.CAPTION
    assert parts["(Jordan Sample/The Evening Example)"] is BlockKind.CREDIT


@pytest.mark.parametrize(
    "line",
    ["Play Live Radio", "0:00 0:00", "tags: , , , Blog", "Share This:", "RELATED:A story", "More from our Papers",
     "5 min read", "Home > News > Local", "Skip to main content", "* * *", "Comparte", "Condividi", "https://example.org/x"],
)  # fmt: skip
def test_furniture_is_known_wherever_it_stands(tmp_path: Path, line: str) -> None:
    story = "The council voted on Tuesday to keep the rule that it had passed in the spring of last year."
    document = read(tmp_path, f"{story}\n\n{line}\n\n{story.replace('Tuesday', 'Friday')}\n")
    assert [block.kind for block in document.blocks] == [
        BlockKind.BODY,
        BlockKind.BOILERPLATE,
        BlockKind.BODY,
    ]


@pytest.mark.parametrize(
    "line",
    ["More from the meeting was to be released on Friday, aides said.", "By Tuesday, the city had an answer.",
     "$4,100,000", "2017", "(c) A judicial warrant is a warrant that a judge has signed.", "Watch what we do, he said, not what we say."],
)  # fmt: skip
def test_prose_that_looks_like_furniture_stays_prose(tmp_path: Path, line: str) -> None:
    story = "The council voted on Tuesday to keep the rule that it had passed in the spring of last year."
    document = read(tmp_path, f"{story}\n\n{line}\n\n{story.replace('Tuesday', 'Friday')}\n")
    assert {block.kind for block in document.blocks} == {BlockKind.BODY}


def test_readers_comments_below_a_story_are_no_part_of_it(tmp_path: Path) -> None:
    story = "\n\n".join(
        f"The council voted on {day} to keep the rule that it had passed last year."
        for day in ("Monday", "Tuesday", "Friday")
    )
    remark = "I have lived here all my life and I say that the council has this one wrong again."
    document = read(tmp_path, f"{story}\n\n3 Comments\n\nBob says:\n{remark}\nReply\n")
    assert document.blocks[-2].kind is BlockKind.BOILERPLATE
    assert remark in document.text


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("BALTIMORE (AP) — The city said so on Monday.", "BALTIMORE (AP) —"),
        ("MEXICO CITY, Feb. 8 (UPI) — The city said so.", "MEXICO CITY, Feb. 8 (UPI) —"),
        ("DES MOINES, Iowa -- The city said so on Monday.", "DES MOINES, Iowa --"),
        ("New York (AFP) – The city said so on Monday.", "New York (AFP) –"),
        ("(Reuters) - The city said so on Monday night.", "(Reuters) -"),
        ("Washington (CNN) The city said so on Monday.", "Washington (CNN)"),
        ("BREAKING — The city said so on Monday night.", None),
        ("The city — and the county — said so on Monday.", None),
        ("Boston (the city) said so on Monday night.", None),
    ],
)
def test_a_dateline_is_cut_off_its_paragraph(tmp_path: Path, opening: str, dateline: str | None) -> None:
    document = read(
        tmp_path, f"{opening}\n\nIt had told the court of its plan to do so in a letter of last week.\n"
    )
    first = document.blocks[0]
    assert (document.text[first.start : first.end] if first.kind is BlockKind.DATELINE else None) == dateline
