"""Lines on a page and which of them make a paragraph, by their places alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_JUNK: Final = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\uffff\ud800-\udfff]")
# PDFium writes this for a hyphen at a line's end, and goes on without a line break.
BREAK: Final = "\ufffe"
_LINE: Final = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_WIDE_GAP: Final = 1.35
_INDENT: Final = 8.0
_OTHER_SIZE: Final = 0.2
_COLUMN: Final = 60.0
_NEAR: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of text and its box in points, from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def measure(text_page: PdfTextPage) -> list[Line]:
    """The lines of a page in the order in which they are written."""
    import pypdfium2.raw as raw

    text = text_page.get_text_range()
    lines = []
    for match in _LINE.finditer(text):
        words = _JUNK.sub("", match.group()).strip()
        if not words:
            continue
        first = match.start() + len(match.group()) - len(match.group().lstrip())
        last = match.start() + len(match.group().rstrip()) - 1
        ends = [raw.FPDFText_GetCharIndexFromTextIndex(text_page, index) for index in (first, last)]
        if min(ends) < 0:
            continue
        left, bottom, _, top = text_page.get_charbox(ends[0], loose=True)
        right = text_page.get_charbox(ends[1], loose=True)[2]
        lines.append(Line(words, left, bottom, right, top))
    return lines


class Layout:
    """How a document sets its lines, so that a short page is judged by the long ones."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self._margin = median([max(line.right for line in lines) for lines in pages if lines] or [0.0])
        pairs = [pair for lines in pages for pair in self._pairs(lines)]
        steps = [a.bottom - b.bottom for a, b, _ in pairs if a.bottom > b.bottom]
        forced = [
            a.bottom - b.bottom for a, b, reach in pairs if a.bottom > b.bottom and not _had_room(a, b, reach)
        ]
        self._step = median(forced or steps or [0.0])

    def continues(self, lines: Sequence[Line]) -> Iterator[bool]:
        """For each line of a page after the first, whether it goes on with the paragraph of the line before."""
        opened = True  # whether the line before opened its paragraph
        for before, line, reach in self._pairs(lines):
            goes_on = _goes_on(before, line, self._step, opened) and not _had_room(before, line, reach)
            opened = not goes_on
            yield goes_on

    def _pairs(self, lines: Sequence[Line]) -> Iterator[tuple[Line, Line, float]]:
        """Neighbouring lines and how far to the right the first could have gone: to its column's end."""
        for index, (before, line) in enumerate(pairwise(lines)):
            if any(other.left > before.right for other in lines):
                near = lines[max(0, index - _NEAR) : index + _NEAR]
                yield before, line, max(o.right for o in near if abs(o.left - before.left) < _COLUMN)
            else:
                yield before, line, self._margin


def _goes_on(before: Line, line: Line, step: float, opened: bool) -> bool:
    """Whether the distances between two lines are those within a paragraph."""
    distance = before.bottom - line.bottom
    height, other = before.top - before.bottom, line.top - line.bottom
    if abs(distance) < 0.5 * height:
        return True  # the same line in two pieces
    if before.text.endswith(BREAK) and distance > 0:
        return True
    if distance < 0 or distance > _WIDE_GAP * step or abs(height - other) > _OTHER_SIZE * max(height, other):
        return False
    return line.left <= before.left + _INDENT and (opened or line.left >= before.left - _INDENT)


def _had_room(before: Line, line: Line, reach: float) -> bool:
    """Whether the next line's first word would have fitted, so that the line was ended on purpose."""
    width = (before.right - before.left) / max(1, len(before.text))
    word = line.text.split(maxsplit=1)[0]
    if before.text.endswith(BREAK) or line.bottom >= before.bottom:
        return False
    return before.right + (len(word) + 2) * width < reach
