"""The five real reports beside the checkout: what is known of each must come out."""

from __future__ import annotations

from pathlib import Path

import pytest

from pursestrings.documents import BlockKind, Document, load


def seed(shared: Path, number: str) -> Document:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    document = load(path)
    with path.open(encoding="utf-8", newline="") as file:
        assert document.text == file.read()
    assert document.language == "en"
    return document


@pytest.mark.parametrize(
    ("number", "publisher", "origin", "published", "basis", "byline"),
    [
        ("000", "Metro US", None, None, None, None),
        ("001", "WSHU", "WBUR", "2017", "copyright", None),
        ("002", "OverNewsmagazine", None, "2017-08-04", "text", "Bruno Cirelli"),
        ("003", None, None, None, None, "Maria Cramer"),
        ("004", None, None, None, None, None),
    ],
)
def test_outlet_origin_and_date_are_known_as_far_as_the_text_goes(
    shared: Path,
    number: str,
    publisher: str | None,
    origin: str | None,
    published: str | None,
    basis: str | None,
    byline: str | None,
) -> None:
    document = seed(shared, number)
    assert (document.publisher, document.origin, document.byline) == (publisher, origin, byline)
    assert (str(document.published) if document.published else None, document.published_basis) == (
        published,
        basis,
    )


@pytest.mark.parametrize(
    ("number", "kinds"),
    [
        ("000", {"boilerplate": 5, "headline": 1, "body": 15}),
        ("001", {"credit": 3, "boilerplate": 5, "headline": 1, "caption": 1, "body": 13}),
        ("002", {"headline": 1, "byline": 1, "dateline": 1, "body": 14, "boilerplate": 2}),
        ("003", {"boilerplate": 1, "headline": 1, "caption": 1, "credit": 2, "body": 25}),
        ("004", {"boilerplate": 2, "headline": 1, "body": 11}),
    ],
)
def test_the_parts_of_each_are_marked(shared: Path, number: str, kinds: dict[str, int]) -> None:
    found: dict[str, int] = {}
    for block in seed(shared, number).blocks:
        found[block.kind] = found.get(block.kind, 0) + 1
    assert found == kinds


def test_the_headline_is_the_one_that_stands_above_the_story(shared: Path) -> None:
    for number in ("000", "001", "002", "003", "004"):
        document = seed(shared, number)
        (headline,) = (block for block in document.blocks if block.kind is BlockKind.HEADLINE)
        assert document.title == document.text[headline.start : headline.end]
