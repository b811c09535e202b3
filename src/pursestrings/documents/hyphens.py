"""Words that a line's end broke: whether the hyphen was theirs, or only the typesetter's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pursestrings.documents.layout import BREAK, Line

_WORD: Final = re.compile(r"\w+(?:[-’']\w+)*")
_FRAGMENT: Final = re.compile(r"[\w’']+$")
_OFTEN: Final = 0.03
_FEW: Final = 3


class Hyphens:
    """Mends broken words by the other words of the same document."""

    def __init__(self, pages: Iterable[Sequence[Line]]) -> None:
        lines = [line for page in pages for line in page]
        self._vocabulary = {word for line in lines for word in _WORD.findall(line.text.casefold())}
        broken = sum(line.text.endswith(BREAK) for line in lines)
        # Typesetters break words all over; in an office's letter a line ends at a word's own hyphen.
        self._typeset = broken >= _FEW and broken >= _OFTEN * len(lines)

    def mend(self, lines: Sequence[Line]) -> list[str]:
        """The words of each line, a broken word whole on the line on which it began; some lines end up empty."""
        mended = [line.text for line in lines]
        for index, following in enumerate(mended[1:]):
            if mended[index].endswith(BREAK):
                start = mended[index].removesuffix(BREAK)
                rest, _, mended[index + 1] = following.partition(" ")
                mended[index] = start + ("-" if self._is_own(start, rest) else "") + rest
        return [words.replace(BREAK, "-") for words in mended]

    def _is_own(self, before: str, rest: str) -> bool:
        """Whether the word is written with a hyphen within a line, too."""
        left, right = _FRAGMENT.search(before), _WORD.match(rest)
        if left is None or right is None or not rest[0].islower():
            return True
        parts = left.group().casefold(), right.group().casefold()
        if "".join(parts) in self._vocabulary:
            return False
        return "-".join(parts) in self._vocabulary or not self._typeset
