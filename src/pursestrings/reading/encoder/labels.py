"""The labels of the encoder's two heads: begin and inside of each kind of span, and outside."""

from __future__ import annotations

from typing import Final

OUTSIDE: Final = 0
ROLES: Final = ("source", "cue", "content")
NAMES: Final = ("person", "organization", "place")


def begin(kind: int) -> int:
    """The label that begins a span of the kind with this number."""
    return 1 + 2 * kind


def inside(kind: int) -> int:
    """The label that goes on with such a span."""
    return 2 + 2 * kind


def count(kinds: tuple[str, ...]) -> int:
    """How many labels there are for some kinds of spans."""
    return 1 + 2 * len(kinds)
