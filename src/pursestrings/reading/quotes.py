"""Quotations: stretches between quotation marks, as newspapers set them and as scraping breaks them.

A paragraph that opens a quotation and does not close it hands the quotation on to the next one; a mark
that is missing, single instead of double, or glued to a word does not swallow the rest of the story.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_MARK: Final = re.compile(r"[“”„‟\"«»]|'{2,3}|``|’’|‘‘")
_OPENING: Final = frozenset("“„‟«") | {"``", "‘‘"}
_STRAIGHT: Final = frozenset({'"', "''", "'''"})
_CLOSING: Final = frozenset("”»") | {"’’"}
# ‘…’ is a quotation where its first mark stands before a word and its last after one.
_SINGLE: Final = re.compile(r"(?<![\w’'])‘(?=\w)(?P<inner>[^‘“”\"\n]{2,400}?)[’'](?!\w)")
_LONE_CLOSER: Final = re.compile(r"(?<=[\w.,?!…])['’](?=[\s.,;:)—-]|$)")
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_PHRASE: Final = re.compile(r"(?:\s*\S++){4}\s*")
"""Four words, up to where the fifth begins: what is no longer closes with a single mark."""
_SENTENCE_END: Final = ".,?!…—-–"


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]` with its marks, `text[inner_start:inner_end]` without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int

    def is_speech(self, text: str) -> bool:
        """Whether this is something said, and not a word or two held at arm's length."""
        inner = text[self.inner_start : self.inner_end].rstrip()
        if not inner:
            return False
        count = sum(1 for _ in _WORD.finditer(inner))
        return count >= 6 or (count >= 2 and inner[-1] in _SENTENCE_END and inner[:1].isupper())


def quotations(text: str, start: int, end: int, *, running_on: bool = False) -> list[Quotation]:
    """The quotations of the paragraph `text[start:end]`, outermost only, in order.

    `running_on` says that the next paragraph begins with an opening mark, so that an unclosed quotation
    at the end of this one is rightly open.
    """
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        side = _side(text, mark, start, end, inside=opened is not None)
        if side == "open" and opened is None:
            opened = mark
        elif side == "close" and opened is not None:
            found.append(Quotation(opened.start(), mark.end(), opened.end(), mark.start()))
            opened = None
        elif side == "close" and not found and opened is None:
            found.append(Quotation(start, mark.end(), start, mark.start()))
        elif side == "open" and opened is not None and mark.group() not in _STRAIGHT:
            # A second opening mark: the first one was never closed.
            found.append(_unclosed(text, opened, mark.start(), running_on=False))
            opened = mark
    if opened is not None:
        found.append(_unclosed(text, opened, end, running_on=running_on))
    found = [quotation for quotation in found if text[quotation.inner_start : quotation.inner_end].strip()]
    return sorted([*found, *_singles(text, start, end, found)], key=lambda quotation: quotation.start)


def _side(text: str, mark: re.Match[str], start: int, end: int, *, inside: bool) -> str:
    """Whether a mark opens or closes; straight marks are told by their neighbours, then by turns."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    looks_open = (before.isspace() or before in "([—–-") and not after.isspace()
    looks_close = not before.isspace() and (after.isspace() or after in ".,;:?!)]—–")
    # Curly marks are taken at their word, unless both neighbours and turn speak against them.
    if mark.group() in _OPENING:
        return "close" if inside and looks_close and not looks_open else "open"
    if mark.group() in _CLOSING:
        return "open" if not inside and looks_open and not looks_close else "close"
    if looks_open != looks_close:
        return "open" if looks_open else "close"
    return "close" if inside else "open"


def _unclosed(text: str, opened: re.Match[str], end: int, *, running_on: bool) -> Quotation:
    """A quotation whose closing mark is missing: up to a lone single mark, else to the paragraph's end."""
    inner_end = opened.end() + len(text[opened.end() : end].rstrip())
    if not running_on:
        last, phrase = None, _PHRASE.match(text, opened.end(), end)
        for last in _LONE_CLOSER.finditer(text, opened.end(), end):
            if phrase is None or last.start() <= phrase.end() or last.end() >= inner_end:
                return Quotation(opened.start(), last.end(), opened.end(), last.start())
        if last is not None and text[last.start() - 1] in ".,?!":
            return Quotation(opened.start(), last.end(), opened.end(), last.start())
    return Quotation(opened.start(), inner_end, opened.end(), inner_end)


def _singles(text: str, start: int, end: int, doubles: Sequence[Quotation]) -> Iterator[Quotation]:
    """Quotations in single curly marks, outside those in double ones, which do not overlap."""
    starts = [double.start for double in doubles]
    for match in _SINGLE.finditer(text, start, end):
        before = bisect_left(starts, match.end()) - 1
        if before < 0 or doubles[before].end <= match.start():
            yield Quotation(match.start(), match.end(), *match.span("inner"))
