"""What holds for any file at all: it loads, or one error says why not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pursestrings.documents import load
from pursestrings.errors import PursestringsError

from . import pages
from .files import letter_pdf, make_zip, word_xml
from .test_blocks import unmark

PDF = letter_pdf()
DOCX = make_zip(
    {"word/document.xml": word_xml("<w:p><w:r><w:t>The council met on Tuesday.</w:t></w:r></w:p>")}
)
HTML = b"<!doctype html><html><body><article><h1>A title</h1><p>The council met on <b>Tuesday.</b></p></article></body></html>"
PAGE = unmark(pages.WIRE_REPRINT).encode()
LINES = [line for page in pages.PAGES.values() for line in unmark(page).splitlines()]


def check(path: Path) -> None:
    """Load the file, and if it loads, hold the document to its promises."""
    try:
        document = load(path)
    except PursestringsError as error:
        named = error.where.file if error.where else None
        if named != str(path):
            pytest.fail(f"the error does not name the file: {error}")
        return
    blocks = document.blocks
    assert all(0 <= block.start < block.end <= len(document.text) for block in blocks)
    assert all(first.end <= second.start for first, second in pairwise(blocks))
    for block in blocks:
        anchor = document.anchor(block.start, block.end)
        assert anchor.exact == document.text[anchor.start : anchor.end]
    document.text.encode("utf-8")
    assert document.as_json()["id"] == document.id


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@QUIET
@given(data=st.binary(max_size=2000), suffix=st.sampled_from([".txt", ".html", ".pdf", ".docx", ""]))
def test_any_bytes_load_or_are_refused(scratch: Path, data: bytes, suffix: str) -> None:
    path = scratch / f"file{suffix}"
    path.write_bytes(data)
    check(path)


@QUIET
@given(
    good=st.sampled_from([PDF, DOCX, HTML, PAGE]),
    cuts=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=8)), min_size=1, max_size=4
    ),
)
def test_a_damaged_file_loads_or_is_refused(
    scratch: Path, good: bytes, cuts: list[tuple[float, int, bytes]]
) -> None:
    for place, length, patch in cuts:
        at = int(place * len(good))
        good = good[:at] + patch + good[at + length :]
    path = scratch / "damaged"
    path.write_bytes(good)
    check(path)


@QUIET
@given(st.lists(st.sampled_from([*LINES, "", "", "x", "A. B."]) | st.text(max_size=40), max_size=25))
def test_lines_in_any_order_are_marked_without_overlap(scratch: Path, lines: list[str]) -> None:
    path = scratch / "lines.txt"
    path.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    check(path)


@QUIET
@given(st.recursive(st.text(max_size=20), lambda inner: st.tuples(
    st.sampled_from(["p", "div", "span", "table", "tr", "td", "h1", "article", "nav", "script", "pre", "br", "a", "li", "time", "figure"]), st.lists(inner, max_size=4)
), max_leaves=25))  # fmt: skip
def test_any_tree_of_html_is_walked(scratch: Path, tree: object) -> None:
    def write(node: object) -> str:
        if isinstance(node, str):
            return node
        assert isinstance(node, tuple)
        tag, inner = node
        return f"<{tag} class='{tag} byline'>{''.join(map(write, inner))}</{tag}>"

    path = scratch / "tree.html"
    path.write_text(f"<html><body>{write(tree)}</body></html>", encoding="utf-8")
    check(path)
