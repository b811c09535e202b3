"""Noun phrases, grown word by word from their last word to the left.

No parser: a phrase ends where a word of another class, a verb or a mark stands.
"""

from __future__ import annotations

from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.stream import Item

_HARD: Final = frozenset(";:()[]|•") | {"—", "–", "--", "-", "―"}
_STOPS: Final = (
    words.SUBORDINATORS
    | words.COORDINATORS
    | words.OBJECT_PRONOUNS
    | words.MODALS
    | words.BE
    | words.DO
    | {"to"}
) - {"that", "like", "than"}
_NO_NOUN: Final = (
    words.AUXILIARIES
    | words.PREPOSITIONS
    | words.SUBORDINATORS
    | words.COORDINATORS
    | words.OBJECT_PRONOUNS
    | words.SUBJECT_PRONOUNS
    | words.RELATIVES
)
_ABOUT: Final = frozenset({"about", "around", "over", "under", "nearly", "almost", "roughly", "than"})
_QUANTITIES: Final = frozenset(
    {"half", "dozens", "hundreds", "thousands", "a", "one", "two", "three", "four", "five", "six", "ten"}
)
_LONGEST: Final = 40


def noun_phrase_ending(items: list[Item], last: int) -> int | None:
    """The first item of the noun phrase that ends at `last`, or None."""
    while items[last].text == ")":
        opened = _opened_at(items, last)
        if not opened:
            return None
        last = opened - 1
    item = items[last]
    if item.quotation is None and item.lower in words.SUBJECT_PRONOUNS | words.RELATIVES:
        return last
    if not _nominal(item) or item.lower in words.TIMES - {"week", "year"}:
        return None
    first = last
    while first > 0 and last - first < _LONGEST:
        step = _step_left(items, first)
        if step == first:
            break
        first = step
    return _outside_preposition(items, first, last)


def _step_left(items: list[Item], first: int) -> int:
    """The new first item when the phrase takes in what stands before it; the same where it ends."""
    before = items[first - 1]
    if before.text == ")":
        opened = _opened_at(items, first - 1)
        return opened - 1 if opened is not None and opened > 0 and _nominal(items[opened - 1]) else first
    if before.quotation is not None:
        return first - 1 if before.is_aside else first
    if not (before.is_word or before.text == "&"):
        return first
    tied = _tied(items, first)
    if tied is not None:
        return tied
    if items[first].lower in words.DETERMINERS and before.lower not in words.DETERMINERS | {"such", "even"}:
        return first
    if before.lower in words.FINITE:
        return _over_relative_clause(items, first)
    return first - 1 if _modifies(items, first) else first


def _tied(items: list[Item], first: int) -> int | None:
    """The step over a word that ties two nouns together or must part them; None where there is no such word."""
    before, current = items[first - 1].lower, items[first]
    if before in _ABOUT and (current.text[:1].isdecimal() or current.lower in _QUANTITIES):
        return first - 1
    if before in words.LINKS:
        return first - 2 if first >= 2 and _hangs_on(items, first - 2) else first
    if before in {"and", "or"}:
        return first - 2 if first >= 2 and _joins(items, first) else first
    if before in words.RELATIVES and before != "that":
        return first - 2 if first >= 2 and _nominal(items[first - 2]) else first
    return None


def _modifies(items: list[Item], first: int) -> bool:
    """Whether the word before `first` describes what follows it, and is no pronoun, verb or conjunction."""
    before = items[first - 1]
    if before.lower in words.POSSESSIVES:
        return True
    if before.lower in _STOPS or before.lower in words.PREPOSITIONS:
        return False
    adverb = words.is_adverb(before.lower) and before.lower not in {"both", "all"}
    if adverb and not (before.is_name and first > 1):
        return first >= 2 and items[first - 2].lower in words.DETERMINERS
    return True


def _hangs_on(items: list[Item], index: int) -> bool:
    """Whether a preposition after `items[index]` ties on to a noun, a number or "some", "many"."""
    item = items[index]
    if item.text == ")":
        return True
    if item.lower in words.TIMES or (item.lower.endswith("ed") and item.lower == item.text):
        return False
    return _nominal(item) or item.lower in words.DETERMINERS - words.POSSESSIVES - {"the", "a", "an"}


def _joins(items: list[Item], first: int) -> bool:
    """Whether an "and" before `first` joins two nouns: the left one must not belong to a clause of its own."""
    left = items[first - 2]
    if left.text == ")":
        return True
    if not _nominal(left) or left.lower in words.TIMES:
        return False
    if items[first].lower in words.SUBJECT_PRONOUNS:
        return False
    for item in reversed(items[max(0, first - 14) : first - 1]):
        if item.text in _HARD or item.text == "," or item.quotation is not None:
            return True
        if item.lower in words.FINITE or (item.lower.endswith("ed") and item.lower == item.text):
            return False
    return True


def _over_relative_clause(items: list[Item], first: int) -> int:
    """Past a relative clause: "the groups who wrote to her" is one phrase."""
    for index in range(first - 1, max(0, first - 14), -1):
        item = items[index]
        if item.text == "," or item.text in _HARD or item.quotation is not None:
            return first
        if item.lower in {"who", "that", "which"} and _nominal(items[index - 1]):
            return index - 1
    return first


def _outside_preposition(items: list[Item], first: int, last: int) -> int | None:
    """Where a preposition opens the clause ("In an interview Doe said"), only the name behind it is left."""
    if first == 0 or items[first - 1].lower not in words.PREPOSITIONS - {"like"}:
        return first
    if first >= 2 and items[first - 2].is_word and items[first - 2].lower not in words.OPENERS:
        return first
    start = last
    while start > first and items[start - 1].is_name and items[start - 1].lower not in words.TIMES:
        start -= 1
    return start if start > first and items[start].is_name else None


def _nominal(item: Item) -> bool:
    """Whether an item can be the last word of a noun phrase."""
    if item.quotation is not None:
        return item.is_aside
    if not item.is_word:
        return False
    return item.lower not in _NO_NOUN | words.CONTRACTED and not (
        words.is_adverb(item.lower) and not item.is_name
    )


def _opened_at(items: list[Item], closing: int) -> int | None:
    return next(
        (index for index in range(closing - 1, max(-1, closing - 12), -1) if items[index].text == "("), None
    )
