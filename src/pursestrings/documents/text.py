"""Plain text: from lines to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pursestrings.documents.encoding import decode
from pursestrings.documents.extract import Extract, Piece
from pursestrings.errors import Where

BLANK: Final = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b"
    + "".join(map(chr, range(0x2000, 0x200B)))
)
_HALF: Final = re.compile("[\ud800-\udfff]")
_LINE: Final = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_END: Final = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_WIDEST: Final = 120
_NARROWEST: Final = 40


def extract_text(data: bytes, where: Where) -> Extract:
    """Text and paragraphs of a text file."""
    text, encoding = decode(data, where)
    return Extract(text=text, pieces=tuple(paragraphs(text)), scraped=True, encoding=encoding)


def whole(text: str) -> str:
    """The text with U+FFFD in place of each surrogate: half a character, which no file can hold.

    Python has them for bytes of a file's name that are no text, and JSON may have them in escapes.
    """
    return _HALF.sub("\ufffd", text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the white space at both ends; empty at `start` where nothing else is there."""
    part = text[start:end]
    left = len(part) - len(part.lstrip(BLANK))
    return (start + left, start + len(part.rstrip(BLANK))) if left < len(part) else (start, start)


def glued(text: str, end: int, start: int) -> bool:
    """Whether no blank line stands between one paragraph's end and the next one's start."""
    return sum(1 for _ in _END.finditer(text, end, start)) < 2


def paragraphs(text: str) -> list[Piece]:
    """One piece a line, or several lines where the text was wrapped by hand or by a mailer."""
    lines = [
        (start, end)
        for start, end in (trimmed(text, *line.span()) for line in _LINE.finditer(text))
        if start < end
    ]
    width = _wrap_width(text, lines)
    pieces: list[Piece] = []
    for index, (start, end) in enumerate(lines):
        if index and width and _continues(text, lines[index - 1], (start, end), width):
            pieces[-1] = Piece(pieces[-1].start, end)
        else:
            pieces.append(Piece(start, end))
    return pieces


def _wrap_width(text: str, lines: Sequence[tuple[int, int]]) -> int | None:
    """The column at which the text was wrapped; None where each line is a paragraph.

    In wrapped text nearly every line break is forced: the next word would not have fitted.
    """
    lengths = [end - start for start, end in lines]
    within = [length for length in lengths if length <= _WIDEST]
    if not within or len(within) < 0.98 * len(lengths) or max(within) < _NARROWEST:
        return None
    width = max(within)
    pairs = [(a, b) for a, b in pairwise(lines) if glued(text, a[1], b[0])]
    forced = sum(_forced(text, a, b, width) for a, b in pairs)
    return width if len(pairs) >= 3 and forced >= 0.6 * len(pairs) else None


def _forced(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    word = text[following[0] : min(following[1], following[0] + _WIDEST)].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > width


def _continues(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    gap = text[line[1] : following[0]]
    indented = gap.endswith(("  ", "\t"))
    return not indented and glued(text, line[1], following[0]) and _forced(text, line, following, width)
