"""How texts speak of a thing without its name: words that stand together in one sentence.

A description is a list of items, all of which the sentence must hold; an item lists alternatives between bars,
and a star at a word's end stands for any ending. What an item with a leading tilde lists may stand anywhere in
the text. The register's `described_as` is written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

Description = Sequence[str]
Span = tuple[int, int]

_APOSTROPHE: Final = "['’‘]"
_ANYWHERE: Final = "~"


def described(text: str, start: int, end: int, descriptions: Iterable[Description]) -> Span | None:
    """The stretch of `text[start:end]` that holds all words of a description; the shortest of several."""
    found = [span for words in descriptions if (span := _all_of(text, start, end, tuple(words)))]
    return min(found, key=lambda span: span[1] - span[0], default=None)


def _all_of(text: str, start: int, end: int, words: tuple[str, ...]) -> Span | None:
    left, right = end, start
    for item in words:
        if item.startswith(_ANYWHERE):
            continue
        match = _pattern(item).search(text, start, end)
        if match is None:
            return None
        left, right = min(left, match.start()), max(right, match.end())
    # Looked for last: they run over the whole text, and most sentences fall before.
    around = (item.removeprefix(_ANYWHERE) for item in words if item.startswith(_ANYWHERE))
    if left >= right or not all(_pattern(item).search(text) for item in around):
        return None
    return left, right


@lru_cache(maxsize=2048)
def _pattern(item: str) -> re.Pattern[str]:
    """The item as a pattern.

    >>> bool(_pattern("sanctuar*|haven").search("Sanctuaries")), bool(_pattern("jail").search("jailed"))
    (True, False)
    """
    alternatives = "|".join(_word(word.strip()) for word in item.split("|"))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    stem = re.escape(word.removesuffix("*")).replace(r"\ ", r"[\s-]+")
    return re.sub("['’]", _APOSTROPHE, stem) + (r"\w*" if word.endswith("*") else "")
