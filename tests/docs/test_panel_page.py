"""The data dictionary of panels is what the program writes."""

from __future__ import annotations

import build_panel_doc


def test_the_page_is_what_the_columns_say() -> None:
    page = build_panel_doc.PAGE.read_text(encoding="utf-8")
    assert page == build_panel_doc.page(), "run python tools/build_panel_doc.py"
