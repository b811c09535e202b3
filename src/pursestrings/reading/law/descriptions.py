"""How texts speak of a thing without its name: words that stand together in one sentence.

A description is a list of items, all of which the sentence must hold; an item lists alternatives between bars,
and a star at a word's end stands for any ending. What an item with a leading tilde lists may stand anywhere in
the text. The register's `described_as` is written so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final, Generic, TypeVar

T = TypeVar("T")
Description = Sequence[str]
Span = tuple[int, int]

_APOSTROPHE: Final = "['’‘]"
_ANYWHERE: Final = "~"
_LETTERS: Final = re.compile(r"[^\W_]+")
_WORDS_KEPT: Final = 16_384


class Descriptions(Generic[T]):
    """Things by their descriptions. Each word of a sentence tells which items it may belong to, so few are looked for."""

    def __init__(self, things: Iterable[tuple[T, Iterable[Description]]]) -> None:
        """Index the first word of every alternative of every item; each item is one bit of a number."""
        self._bits: dict[str, int] = {}
        self._whole: dict[str, int] = defaultdict(int)
        self._stems: dict[str, int] = defaultdict(int)
        self._wordless = 0
        self._things: list[T] = []
        self._told: list[tuple[int, int, Description]] = []
        for number, (thing, descriptions) in enumerate(things):
            self._things.append(thing)
            self._told += [(self._needs(words), number, words) for words in descriptions]
        self._longest = max(map(len, (*self._whole, *self._stems)), default=0)
        self._may_open = lru_cache(maxsize=_WORDS_KEPT)(self._items_opened)

    def find(self, text: str, start: int, end: int, words: Iterable[str]) -> Iterator[tuple[T, Span]]:
        """What the sentence `text[start:end]` describes, each with its shortest stretch; `words` are its words, folded."""
        held = self._wordless
        for word in words:
            held |= self._may_open(word[: self._longest + 1])
        possible = [(number, words) for needs, number, words in self._told if needs & held == needs]
        for number, group in groupby(possible, key=itemgetter(0)):
            if span := described(text, start, end, (words for _, words in group)):
                yield self._things[number], span

    def _needs(self, words: Description) -> int:
        return sum({self._bit(item) for item in words if not item.startswith(_ANYWHERE)})

    def _bit(self, item: str) -> int:
        if item not in self._bits:
            self._bits[item] = bit = 1 << len(self._bits)
            for alternative in item.split("|"):
                first = _LETTERS.search(alternative)
                if first is None:
                    self._wordless |= bit
                    continue
                stem = alternative[first.end() :].strip() == "*"
                (self._stems if stem else self._whole)[first[0].casefold()] |= bit
        return self._bits[item]

    def _items_opened(self, word: str) -> int:
        """The items that the word may be the first of."""
        found = self._whole.get(word, 0)
        for length in range(1, len(word) + 1):
            found |= self._stems.get(word[:length], 0)
        return found


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
    if left >= right or not all(_stands(item, text) for item in around):
        return None
    return left, right


# Every sentence that holds the other items asks the same of the same text.
@lru_cache(maxsize=16)
def _stands(item: str, text: str) -> bool:
    return _pattern(item).search(text) is not None


@cache
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
