"""Writes docs/errors.md, the catalogue of errors, from src/pursestrings/errors.py.

python tools/build_errors_doc.py
"""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from pursestrings import errors
from pursestrings.errors import Kind

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "pursestrings" / "errors.py"
PAGE = ROOT / "docs" / "errors.md"

_HEAD = """# Errors

Written by `tools/build_errors_doc.py` from `src/pursestrings/errors.py`; run it after a change there.

An error is one line: the file, line, column and field at fault where there is one, the message, the code in
brackets, and what to do. Codes are stable, so scripts may rely on them. Words in *italics* are filled in.

The program ends with 0 when all is done, with 1 when the input was read but something in it failed (each
failure is named, and the rest is done all the same), with 2 when the call was wrong, and with 130 when it was
stopped from the keyboard.
"""
_COLUMNS = "| code | kind | message | what to do | exit status |"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The catalogue as Markdown: a table for each block of codes."""
    return _HEAD + "".join(_block(prefix, title) for prefix, title in blocks().items())


def kinds() -> dict[str, Kind]:
    """Every kind of error by the name of its constant, in the order of the file."""
    return {name: value for name, value in vars(errors).items() if isinstance(value, Kind)}


def blocks() -> dict[str, str]:
    """The first two characters of a block's codes, and its title, from the comments in the source."""
    return dict(re.findall(r"^# (P\d): (.+)$", SOURCE.read_text(encoding="utf-8"), re.MULTILINE))


def _block(prefix: str, title: str) -> str:
    rows = [
        f"| `{kind.code}` | {name.lower().replace('_', ' ')} | {_words(kind.template)} | {_words(kind.hint)} "
        f"| {kind.status} |"
        for name, kind in kinds().items()
        if kind.code.startswith(prefix)
    ]
    head = [f"\n## {prefix}: {title}\n", _COLUMNS, "|---|---|---|---|---|"]
    return "\n".join([*head, *rows, ""])


def _words(template: str) -> str:
    """A template with its details as words in italics; one that is a detail and nothing else, in plain words."""
    parts = list(Formatter().parse(template))
    if len(parts) == 1 and parts[0][0] == "":
        return "*as the line says*"
    return "".join(f"{text}*{name}*" if name else text for text, name, _, _ in parts)


if __name__ == "__main__":
    main()
