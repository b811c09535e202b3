"""Quotations in two tellings of a story: the same words, or other ones put in their place."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import Final

_QUOTATION: Final = re.compile(r"“([^“”]{20,1500})(?:”|$)|\"([^\"]{20,1500})(?:\"|$)|''([^']{20,1500})''")
_FEWEST_WORDS: Final = 6
_SAME: Final = 0.5


def quotations(paragraph: str) -> list[str]:
    """What stands between quotation marks, where it is more than a phrase."""
    found = ("".join(groups) for groups in _QUOTATION.findall(paragraph))
    return [quote for quote in found if len(quote.split()) >= _FEWEST_WORDS]


def count_altered(
    ones: Sequence[Sequence[Hashable]], others: Sequence[Sequence[Hashable]]
) -> tuple[int, int]:
    """How many quotations stand in both tellings with words replaced, and how many unaltered.

    A quotation that was only shortened is unaltered.
    """
    altered = intact = 0
    for one in ones:
        best = max((_alignment(one, other) for other in others), default=(0.0, 0))
        if best[0] >= _SAME:
            altered += best[1] > 0
            intact += best[1] == 0
    return altered, intact


def _alignment(one: Sequence[Hashable], other: Sequence[Hashable]) -> tuple[float, int]:
    """The share of the shorter one's words that stand in both in order, and the number of replacements."""
    if len(set(one) & set(other)) < _SAME * min(len(one), len(other)):
        return 0.0, 0
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    same = sum(right - left for step, left, right, _, _ in steps if step == "equal")
    # At the ends another part of the speech is quoted; only what stands between shared words was replaced.
    replaced = sum(step[0] == "replace" for step in steps[1:-1])
    return same / min(len(one), len(other)), replaced
