"""People named in one breath behind an office in the plural: "Commissioners Jane Roe, John Doe and Ann Poe"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.grammar.wordfiles import sections
from pursestrings.reading.people.name_runs import (
    is_possessive,
    looks_like_a_name,
    name_first,
    reads_as_a_name,
    runs,
    written,
)
from pursestrings.reading.people.seats import with_seat_behind
from pursestrings.reading.people.titles import Role, bare, heads, role_before
from pursestrings.reading.places.gazetteer import candidates

_SINGULARS: Final = (("men", "man"), ("ies", "y"), ("s", ""))
# "Attorneys General": the word behind these stays as it is.
_LEADING: Final = frozenset({"attorneys", "solicitors"})
_PARTY_WORDS: Final = frozenset({"democrat", "republican", "independent"})
_PARTY: Final = ("D-", "R-", "I-", "D–", "R–", "I–")
_LONGEST_LABEL: Final = 8
_LONGEST_NAME: Final = 16
_LONGEST_OFFICE: Final = 40


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a list, at items `first` to `last`, with the office that stands before the list.

    `opening` is the first item of the office for the list's first name, and the name's own for the others.
    """

    first: int
    last: int
    role: Role
    opening: int


def office_lists(items: Sequence[Item]) -> list[Listed]:
    """The names of every list of two or more people that stands behind a plural office."""
    found: list[Listed] = []
    for index in range(len(items) - 1):
        office = _office(items, index)
        if office is None or (found and index <= found[-1].last):
            continue
        names = _names(items, index + 1)
        if len(names) < 2:
            continue
        role, opening = office
        for number, (first, last) in enumerate(names):
            own = with_seat_behind(items, last, role)
            found.append(Listed(first, last, own, first if number else opening))
    return found


def _office(items: Sequence[Item], index: int) -> tuple[Role, int] | None:
    """The office of a list, in the singular, where a plural one ends at `index`; and its first item."""
    last = _singular(items[index])
    if last is None and index and items[index - 1].lower in _LEADING and bare(items[index]) == "general":
        last = items[index]
    if last is None:
        return None
    start = max(0, index + 1 - _LONGEST_OFFICE)
    single = [*items[start:index], last]
    if index and items[index - 1].lower in _LEADING:
        single[-2] = _without(items[index - 1], "s", "")
    found = role_before(single, len(single))
    return (found[0], start + found[1]) if found else None


def _singular(item: Item) -> Item | None:
    """A plural office or role as one: "Commissioners", "Aldermen", "Sens."."""
    if item.quotation is not None or not item.is_word:
        return None
    change = _as_one(item.lower)
    return _without(item, *change) if change is not None else None


@lru_cache(maxsize=65536)
def _as_one(word: str) -> tuple[str, str] | None:
    """The ending of a plural office, and that of the same in the singular."""
    if word.endswith("s."):
        short = f"{word.removesuffix('s.')}."
        if any(entry.startswith(f"{short}=") for entry in sections("titles")["short"]):
            return "s.", "."
    for ending, single in _SINGULARS:
        if word.endswith(ending) and word.removesuffix(ending) + single in heads():
            return ending, single
    return None


def _without(item: Item, ending: str, single: str) -> Item:
    return replace(
        item, text=item.text[: -len(ending)] + single, lower=item.lower.removesuffix(ending) + single
    )


def _names(items: Sequence[Item], at: int) -> list[tuple[int, int]]:
    """The names of the list that begins at `at`; "and" stands before its last."""
    found: list[tuple[int, int]] = []
    closing = False
    while (name := _name(items, at)) is not None and _goes_with(items, name, found):
        found.append(name)
        at = _past_label(items, name[1] + 1)
        joint = _joint(items, at)
        if closing or not joint or is_possessive(items[name[1]]):
            break
        closing = items[at + joint - 1].text != ","
        at += joint
    return found


def _name(items: Sequence[Item], at: int) -> tuple[int, int] | None:
    """The name that begins at an item and has no title of its own."""
    run = next(runs(items[at : at + _LONGEST_NAME]), None)
    if run is None or run[0] != 0:
        return None
    last = at + run[1]
    titled = name_first(items, at, last) != at
    return None if titled or not looks_like_a_name(items[at : last + 1], titled=True) else (at, last)


def _goes_with(items: Sequence[Item], name: tuple[int, int], before: Sequence[tuple[int, int]]) -> bool:
    """Whether a name can go on a list: a surname only after surnames, and no place that looks like a name."""
    first, last = name
    if not before:
        return True
    if (first == last) != (before[0][0] == before[0][1]):
        return False
    return reads_as_a_name(items, first, last) or not any(
        one.american for one in candidates(written(items, first, last)) if first < last
    )


def _past_label(items: Sequence[Item], at: int) -> int:
    """The item behind a party or a place that stands with a name: "(D-Ohio)", ", R-Ohio", "of Dayton"."""
    if at < len(items) and items[at].text == "(":
        ends = range(at, min(len(items), at + _LONGEST_LABEL))
        return next((end + 1 for end in ends if items[end].text == ")"), at)
    if at + 1 < len(items) and items[at].text == "," and _is_party(items[at + 1]):
        at += 2
        return at + 1 if at < len(items) and items[at].text == "." else at
    if at + 1 < len(items) and items[at].lower == "of" and items[at + 1].is_name:
        at += 1
        while at < len(items) and items[at].is_name and items[at].is_word:
            at += 1
    return at


def _is_party(item: Item) -> bool:
    return item.text.startswith(_PARTY) or item.lower in _PARTY_WORDS


def _joint(items: Sequence[Item], at: int) -> int:
    """How many items join the next name to the list: a comma, "and", or both."""
    count = int(at < len(items) and items[at].text == ",")
    return count + int(at + count < len(items) and items[at + count].lower in {"and", "&"})
