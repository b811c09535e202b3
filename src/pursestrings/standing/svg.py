"""What pictures share: the template engine, and text set in lines as wide as a reader's font may make it."""

from __future__ import annotations

import unicodedata
from typing import Final

_NARROW: Final = frozenset("iljtfrI.,;:!|'’‘()[]-/ ")
_BROAD: Final = frozenset("mwMW@%—")


def draw(template: str, **values: object) -> str:
    """A template of `templates/`, filled in; every value is escaped, and what XML forbids is left out."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("pursestrings.standing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    drawn = environment.get_template(template).render(**values)
    return "".join(char for char in drawn if char.isprintable() or char == "\n") + "\n"


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Text in lines of at most `width` pixels, as wide as a broad sans-serif sets it; long words are cut."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
            continue
        lines += [""] if lines[-1] else []
        for char in word:
            if text_width(lines[-1] + char, size, bold=bold) > width:
                lines.append("")
            lines[-1] += char
    return lines


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The pixels that a line of text takes at a size."""
    return sum(_em(char) for char in text) * size * (1.12 if bold else 1.0)


def _em(char: str) -> float:
    """How wide a letter of DejaVu Sans is, the broadest of the fonts asked for, in parts of its height."""
    if char in _NARROW:
        return 0.40
    if char in _BROAD:
        return 1.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    return 0.69 if char.isupper() else 0.61
