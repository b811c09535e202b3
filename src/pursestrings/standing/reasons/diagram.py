"""The tree of reasons as a picture: an SVG of boxes under the verdict, to print on A4 or to put on a page.

The tree runs downwards and every level is set in, so that each box is wide enough to read and the order
of the text is the order in which a screen reader speaks it. Colour marks what a value means and never
stands alone: every value is written out. There is no script, and the same tree gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Cited
from pursestrings.standing.reasons.text import heading
from pursestrings.standing.reasons.tree import Reason
from pursestrings.standing.svg import draw, wrap
from pursestrings.standing.words import plain

WIDTH: Final = 794
"""The width of a picture in CSS pixels: that of an A4 page at 96 to the inch."""

_MARGIN: Final = 24
_INDENT: Final = 26
_PAD: Final = 10
_GAP: Final = 10
_BAR: Final = 6
_TITLE: Final = 17.0
_CLAIM: Final = 13.0
_SMALL: Final = 11.0
_LEADING: Final = 1.4

_CALM: Final = frozenset({"clear", "blocked", "barred", "not_enforced", "meets", "not_applicable", "surely"})
_ALERT: Final = frozenset({"exposed", "in_force", "conflicts", "stayed", "ended", "replaced", "narrowed"})
_OPEN: Final = frozenset(
    {"uncertain", "contestable", "unknown", "unclear", "possibly", "divided", "directed", "pending"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its baseline, its size in pixels, its words and how it is set."""

    y: float
    size: float
    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """One node as it is drawn. `rise` is where the line to the box above it starts, None for a root."""

    x: float
    y: float
    width: float
    height: float
    tone: str
    level: int
    lines: tuple[Line, ...]
    rise: float | None


def diagram(answers: Sequence[tuple[Standing, Reason]]) -> str:
    """The trees of one or more answers, one below the other, as one SVG document."""
    boxes: list[Box] = []
    headings: list[Line] = []
    y = float(_MARGIN)
    for answer, reason in answers:
        for text in wrap(heading(answer), WIDTH - 2 * _MARGIN, _TITLE, bold=True):
            y += _TITLE * _LEADING
            headings.append(Line(y, _TITLE, "heading", text))
        y = _place(reason, 0, y + _GAP * 1.5, None, boxes) + _MARGIN
    return draw(
        "diagram.svg",
        width=WIDTH,
        height=round(y),
        margin=_MARGIN,
        bar=_BAR,
        pad=_PAD,
        indent=_INDENT,
        title="; ".join(heading(answer) for answer, _ in answers),
        description=" ".join(reason.claim for _, reason in answers),
        headings=headings,
        boxes=boxes,
    )


def _place(reason: Reason, level: int, y: float, rise: float | None, boxes: list[Box]) -> float:
    """Draw a node and those below it from `y` down; the first free height below them is returned."""
    x = _MARGIN + level * _INDENT
    width = WIDTH - _MARGIN - x
    lines = tuple(_lines(reason, width - 2 * _PAD - _BAR, y + _PAD / 2, root=level == 0))
    bottom = lines[-1].y + _SMALL * 0.4 + _PAD
    boxes.append(Box(x, y, width, bottom - y, _tone(reason), level, lines, rise))
    below = bottom + _GAP
    start = bottom
    for child in reason.because:
        top = below
        below = _place(child, level + 1, below, start, boxes)
        start = top + _SMALL
    return below


def _lines(reason: Reason, width: float, y: float, *, root: bool) -> Iterator[Line]:
    label = plain(reason.step).upper() + (f": {plain(reason.value)}" if reason.value else "")
    size = _CLAIM + 2 if root else _CLAIM
    groups = [(_SMALL, "label", part) for part in wrap(label, width, _SMALL, bold=True)]
    groups += [(size, "claim", part) for part in wrap(reason.claim, width, size, bold=root)]
    for cited in reason.cites:
        groups += [(_SMALL, "source", part) for part in wrap(_fact(cited), width, _SMALL)]
    for size, style, text in groups:
        y += size * _LEADING
        yield Line(round(y, 1), size, f"{style} root" if root and style == "claim" else style, text)


def _fact(cited: Cited) -> str:
    fact = cited.fact
    trust = f"{'private, ' if cited.private else ''}{fact.confidence}"
    if not fact.sources:
        return f"▪ {cited.id} ({trust}): no source"
    first = fact.sources[0]
    more = f" and {len(fact.sources) - 1} more" if len(fact.sources) > 1 else ""
    return f"▪ {cited.id} ({trust}): {first.title}, {first.publisher}, {first.date or 'undated'}{more}"


def _tone(reason: Reason) -> str:
    for tone, values in (("calm", _CALM), ("alert", _ALERT), ("open", _OPEN)):
        if reason.value in values:
            return tone
    return "plain"
