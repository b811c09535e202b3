"""Writes docs/data/panel.md, the data dictionary of panels, from src/pursestrings/standing/compiled/panel.py.

python tools/build_panel_doc.py
"""

from __future__ import annotations

from pathlib import Path

from pursestrings.standing.compiled.panel import COLUMNS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "data" / "panel.md"

_HEAD = """# Panels: the data dictionary

Written by `tools/build_panel_doc.py` from `src/pursestrings/standing/compiled/panel.py`; run it after a change there.

A panel has a row for each government, condition and interval over which the answer stays the same:

    pursestrings standing --places all --conditions all --from 2016-01-01 --format parquet --out panel.parquet
    pursestrings standing --in MA --conditions jag-2017-notice --on 2019-06-01 > massachusetts.csv

Intervals are half open, and those of one government and condition follow one another without gap or overlap.
Pairs of government and condition that are `outside` on every day asked for are left out; the file beside the
panel (`panel.parquet.dictionary.json`) counts them, and holds the question, the columns below, and the version
of the register and of the program. Rows of CSV and JSON lines stand in the order of places, those of Parquet in none.

`force` and `certainty` belong together, and `verdict` is nothing without the rest: `clear` can mean that a string
does not reach a place, has not begun, is over, or is met. `unknown` is an answer. `--as-known-on DAY` counts only
what was known by a day, for studies that must not look ahead. In JSON lines `blocked_by` is a list.

| column | type | what it says | values |
|---|---|---|---|
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page as Markdown."""
    return _HEAD + "".join(
        f"| `{one.name}` | {one.type} | {one.words} | {', '.join(f'`{value}`' for value in one.values)} |\n"
        for one in COLUMNS
    )


if __name__ == "__main__":
    main()
