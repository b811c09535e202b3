"""Word lists as they are easiest to read and to edit: words with spaces, lines with bars."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, one a line or several parted by `|`."""
    parts = (part.strip() for line in text.splitlines() for part in line.split("|"))
    return frozenset(part for part in parts if part)
