"""The part that a name plays in its sentence: what the sentence is about, or what a verb or a preposition reaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.shapes import is_verb
from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.people.titles import belongs, is_head, is_honorific

_ASIDE: Final = 16
_OPENS: Final = words.OPENERS | words.SUBORDINATORS | words.COORDINATORS | {"that"}


def part_of(items: Sequence[Item], first: int, last: int) -> tuple[bool, bool]:
    """Whether the name at items `first` to `last` is the subject of its clause, and whether it is an object."""
    lead = _before_title(items, first)
    if lead < 0:
        return True, False
    before = items[lead]
    if before.lower in words.PREPOSITIONS:
        return False, True
    if before.is_word and is_verb(before) and before.lower not in _OPENS:
        spoken = lead > 0 and (items[lead - 1].quotation is not None or items[lead - 1].text == ",")
        return spoken, not spoken
    opens = not before.is_word or before.lower in _OPENS
    return opens or _verb_follows(items, last + 1), False


def _before_title(items: Sequence[Item], first: int) -> int:
    """The item before a name and the titles in front of it; -1 where the sentence begins with them."""
    lead = first - 1
    while lead >= 0:
        item = items[lead]
        title = is_honorific(item) or is_head(item) or belongs(items, lead)
        if not (title or (item.is_word and item.is_name and lead > 0) or item.lower in words.DETERMINERS):
            break
        lead -= 1
    return lead


def _verb_follows(items: Sequence[Item], index: int) -> bool:
    """Whether a verb comes next, past an apposition between commas or in brackets."""
    if index < len(items) and items[index].text in {",", "(", "—", "–"}:
        closing = {"(": ")"}.get(items[index].text, items[index].text)
        end = min(len(items), index + _ASIDE)
        index = next((at + 1 for at in range(index + 1, end) if items[at].text == closing), len(items))
    while index < len(items) and words.is_adverb(items[index].lower):
        index += 1
    return index < len(items) and items[index].is_word and is_verb(items[index])
