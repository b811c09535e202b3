"""Capitalised words that can be a person's name, told from bodies, places and titles by word lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from pursestrings.documents.wordlist import words as wordset
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.stream import Item, unpossessed
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people.titles import is_group_word, is_head
from pursestrings.reading.places.gazetteer import given_names

SUFFIXES: Final = wordset("jr. sr. jr sr ii iii iv")
_PARTICLES: Final = wordset("de la las los del della di da dos van von der den bin ibn al el y le st. st")
_INITIAL: Final = re.compile(r"(?:[A-Z]\.)+|[A-Z]")
_NICKNAME: Final = re.compile(r"[“\"‘][A-Z][\w’'.-]*[”\"’']")
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")
_NAMED_MONTHS: Final = wordset("may march april june august")
_NO_NAMES: Final = (
    words.WEEKDAYS
    | words.MONTHS
    | words.DETERMINERS
    | words.PRONOUNS
    | words.OPENERS
    | words.SUBORDINATORS
    | words.PREPOSITIONS
    | words.COORDINATORS
) - _NAMED_MONTHS
_ONLY_MONTHS: Final = words.MONTHS - _NAMED_MONTHS
_NO_PARTS: Final = words.WEEKDAYS | words.PREPOSITIONS
_SMALL: Final = SUFFIXES | _PARTICLES
_MOST_WORDS: Final = 5
# Initials of no person: "U.N. Women".
_COUNTRIES: Final = wordset("u.s. u.s us u.n. u.k. e.u. d.c.")


@cache
def sex_of_name(given: str) -> str | None:
    """`m`, `f`, or None for a given name in lower case that tells nothing."""
    if given in section("gendered_names", "u"):
        return None
    male, female = given in section("gendered_names", "m"), given in section("gendered_names", "f")
    return None if male == female else ("m" if male else "f")


def is_given(word: str) -> bool:
    """Whether a word in lower case is a common given name."""
    return word in given_names() or sex_of_name(word) is not None


def runs(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with the particles and initials of names; a possessive ends one."""
    index = 0
    while index < len(items):
        if not _starts(items[index]):
            index += 1
            continue
        last = index
        while last + 1 < len(items) and not is_possessive(items[last]):
            step = _step(items, last)
            if not step:
                break
            last += step
        yield index, last
        index = last + 1


def _starts(item: Item) -> bool:
    return item.is_word and item.is_name and item.lower not in _NO_NAMES


def _step(items: Sequence[Item], last: int) -> int:
    """How many items a run goes on by: 1 for a capital, 2 past a particle, a nickname or the comma before "Jr."."""
    if _goes_on(items[last + 1]):
        return 1
    if last + 2 >= len(items):
        return 0
    after, beyond = items[last + 1], items[last + 2]
    if after.quotation is not None and is_nickname(after):
        return 2 if _goes_on(beyond) else 0
    particle = after.lower in _PARTICLES and (_goes_on(beyond) or beyond.lower in _PARTICLES)
    return 2 if particle or (after.text == "," and beyond.lower in SUFFIXES) else 0


def is_nickname(item: Item) -> bool:
    """Whether an item is one capitalised word in quotation marks: Ana “Nita” Ruiz."""
    return _NICKNAME.fullmatch(item.text) is not None


def _goes_on(item: Item) -> bool:
    return item.is_word and item.is_name and item.lower not in _NO_PARTS


def name_first(items: Sequence[Item], first: int, last: int) -> int:
    """Where the name begins in a run: behind its last title, or behind the words of a body."""
    start = first
    for index in range(first, last):
        given = is_given(items[index].lower) and index == first and last - index == 1
        if is_head(items[index]) and not given:
            start = index + 1
    if any(is_group_word(item.text) for item in items[start : last + 1]):
        for index in range(start + 1, last):
            if is_given(items[index].lower) and not any(
                is_group_word(i.text) for i in items[index : last + 1]
            ):
                return index
    return start


def looks_like_a_name(items: Sequence[Item], *, titled: bool) -> bool:
    """Whether items can be a person's name by their looks; behind a title "Lou Park" is no park."""
    if len(items) > _MOST_WORDS or items[0].lower in _COUNTRIES:
        return False
    for number, item in enumerate(items):
        word = unpossessed(item.text)
        if number == 0 and len(items) > 1 and is_given(word.lower()):
            continue
        if item.quotation is not None or item.text == "," or item.lower in _SMALL:
            continue
        surname_too = titled and number == 1 and word.lower() in section("titles", "surname-too")
        if not (surname_too or _can_be_a_name(word)):
            return False
    return not _INITIAL.fullmatch(unpossessed(items[-1].text)) and not is_head(items[-1])


def _can_be_a_name(word: str) -> bool:
    if not _NAME_WORD.fullmatch(word) or is_group_word(word) or word.lower() in _ONLY_MONTHS:
        return False
    return len(word) <= 2 or not word.isupper() or bool(_INITIAL.fullmatch(word))


def reads_as_a_name(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether a run reads as given name and surname without any title to tell."""
    lead = unpossessed(items[first].text)
    return last > first and (is_given(lead.lower()) or bool(_INITIAL.fullmatch(lead)))


def written(items: Sequence[Item], first: int, last: int) -> str:
    """The name as it is written, with single spaces, without nickname and possessive ending."""
    parts = [item.text for item in items[first:last] if item.quotation is None]
    return " ".join([*parts, unpossessed(items[last].text)]).replace(" ,", ",")


def is_possessive(item: Item) -> bool:
    """Whether a word ends in 's or an apostrophe."""
    return item.text.endswith(("’s", "'s", "’", "'"))
