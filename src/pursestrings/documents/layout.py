"""Lines on a page and which of them make a paragraph, by their places alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from pursestrings.documents.furniture import ends_sentence

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_JUNK: Final = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\uffff\ud800-\udfff]")
_LINE: Final = re.compile(r"[^\r\n]+")
_WIDE_GAP: Final = 1.35
_INDENT: Final = 8.0
_OTHER_SIZE: Final = 0.2
_SHORT: Final = 0.75


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


def continues(lines: Sequence[Line]) -> Iterator[bool]:
    """For each line after the first, whether it goes on with the paragraph of the line before."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    step = median(steps) if steps else 0.0
    margin = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    reach = max(line.right for line in lines) - margin
    opened = True  # whether the line before opened its paragraph
    for before, line in pairwise(lines):
        goes_on = _goes_on(before, line, step, margin + _SHORT * reach, opened)
        opened = not goes_on
        yield goes_on


def _goes_on(before: Line, line: Line, step: float, short: float, opened: bool) -> bool:
    distance = before.bottom - line.bottom
    height, other = before.top - before.bottom, line.top - line.bottom
    if abs(distance) < 0.5 * height:
        return True  # the same line in two pieces
    if distance < 0 or distance > _WIDE_GAP * step or abs(height - other) > _OTHER_SIZE * max(height, other):
        return False
    if line.left > before.left + _INDENT:
        return False
    if line.left < before.left - _INDENT and not opened:
        return False
    return not (before.right < short and ends_sentence(before.text))
