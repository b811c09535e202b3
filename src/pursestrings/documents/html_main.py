"""The main part of a web page: as the page marks it, or as trafilatura guesses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pursestrings.documents.document import BlockKind
from pursestrings.documents.extract import Piece
from pursestrings.documents.extras import needs_read
from pursestrings.documents.headline import folded

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEAST_MAIN: Final = 250
_TELLING: Final = 30
_LARGEST_GUESS: Final = 1_000_000


def lengths_of(root: _Element) -> dict[_Element, int]:
    """The number of characters inside each element."""
    lengths: dict[_Element, int] = {}
    for element in reversed(list(root.iter())):
        lengths[element] = len(element.text or "") + sum(
            lengths[child] + len(child.tail or "") for child in element
        )
    return lengths


def main_elements(root: _Element) -> list[_Element]:
    """The element that the page itself marks as its main part; none where it marks none or several."""
    lengths = lengths_of(root)
    for path in (
        "descendant-or-self::*[@itemprop='articleBody']",
        "descendant-or-self::article[not(ancestor::article)]",
        "descendant-or-self::main | descendant-or-self::*[@role='main']",
    ):
        long = [element for element in root.xpath(path) if lengths[element] >= _LEAST_MAIN]
        total = sum(lengths[element] for element in long)
        main = [element for element in long if lengths[element] >= 0.7 * total]
        if main:
            return main[:1]
    return []


def guess_main(text: str, pieces: Sequence[Piece], source: str) -> list[Piece]:
    """Where the page marks no main part: what lies before and after the text that trafilatura takes for it."""
    if len(source) > _LARGEST_GUESS:
        return list(pieces)
    with needs_read():
        from trafilatura import extract
    main = extract(source, include_comments=False, favor_recall=True) or ""
    lines, running = {folded(line) for line in main.splitlines()}, folded(main)
    inside = []
    for index, piece in enumerate(pieces):
        own = folded(text[piece.start : piece.end])
        if piece.kind is BlockKind.HEADLINE or own in lines or (len(own) > _TELLING and own in running):
            inside.append(index)
    if not inside:
        return list(pieces)
    return [
        piece
        if inside[0] <= index <= inside[-1] or piece.kind is not None
        else replace(piece, kind=BlockKind.BOILERPLATE)
        for index, piece in enumerate(pieces)
    ]
