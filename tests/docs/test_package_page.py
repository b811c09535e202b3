"""The page on the data package says what its tables hold."""

from __future__ import annotations

import build_package_doc


def test_the_page_is_what_the_code_says() -> None:
    page = build_package_doc.PAGE.read_text(encoding="utf-8")
    assert page == build_package_doc.page(), "run python tools/build_package_doc.py"


def test_every_column_is_explained() -> None:
    rows = [line for line in build_package_doc.page().splitlines() if line.startswith(("| `", "| **`"))]
    assert len(rows) > 200
    assert [row for row in rows if row.endswith("|  |")] == []
