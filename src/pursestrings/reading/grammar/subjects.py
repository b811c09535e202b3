"""Who speaks, in the sentence: the noun phrase that goes with a verb, to its left or to its right.

Appositions between commas belong to the phrase: "Doe, who runs the agency, said".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.nouns import (
    HARD,
    LONGEST,
    nominal,
    noun_phrase_ending,
    over_relative_clause,
)
from pursestrings.reading.grammar.stream import Item

_DASHES: Final = frozenset({"—", "–", "--", "-", "―"})
_NAME_LINKS: Final = frozenset({"of", "from", "with"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Items `first` through `last` of a sentence."""

    first: int
    last: int


def subject(items: list[Item], last: int) -> Phrase | None:
    """The subject whose last item stands at or before `last`; None where a clause begins there."""
    last = _before_time(items, last)
    if last < 0:
        return None
    text = items[last].text
    if text == ",":
        return _before_comma(items, last)
    if text in _DASHES:
        return _before_dash(items, last)
    first = noun_phrase_ending(items, last)
    if first is None:
        first = _relative_clause_ending(items, last)
    if first is None:
        return None
    first = _past_time(items, first, last)
    if items[first].lower == "that" and first < last and items[last].lower.endswith("s"):
        first += 1  # "a program that critics said": no determiner of a plural
    return Phrase(_listed(items, first, last), last)


def _past_time(items: list[Item], first: int, last: int) -> int:
    """The phrase's first item behind an opening "Last week" or "Monday"."""
    if (
        first + 2 <= last
        and items[first].lower in {"last", "this", "next"}
        and items[first + 1].lower in words.TIMES
    ):
        return first + 2
    return (
        first + 1 if first < last and items[first].lower in words.WEEKDAYS | {"today", "yesterday"} else first
    )


def _relative_clause_ending(items: list[Item], last: int) -> int | None:
    """The first item of a phrase that ends in a clause of its own: "groups that have endorsed him"."""
    if not items[last].is_word or items[last].lower in words.COORDINATORS | words.SUBORDINATORS:
        return None
    over = over_relative_clause(items, last)
    return noun_phrase_ending(items, over) if over < last else None


def _before_comma(items: list[Item], comma: int) -> Phrase | None:
    """The subject of a verb that stands after a comma: past an apposition or a parenthesis."""
    opening = _previous(items, comma - 1, ",")
    if opening is None or opening == 0 or opening + 1 == comma:
        return None
    inserted = items[opening + 1]
    end = _before_time(items, opening - 1)
    first = noun_phrase_ending(items, end)
    if first is None:
        return None
    if inserted.quotation is None and _parenthetic(inserted):
        return Phrase(_listed(items, first, end), end)
    while (
        first >= 2 and items[first - 1].text == "," and _describes(items[first]) and items[first - 2].is_name
    ):
        further = noun_phrase_ending(items, first - 2)
        if further is None:
            break
        first = further
    return Phrase(first, comma - 1)


def _before_dash(items: list[Item], dash: int) -> Phrase | None:
    opening = next((index for index in range(dash - 1, 0, -1) if items[index].text in _DASHES), None)
    if opening is None or dash - opening > 20:
        return None
    first = noun_phrase_ending(items, opening - 1)
    return Phrase(first, dash - 1) if first is not None else None


def _parenthetic(item: Item) -> bool:
    return (
        item.lower in words.PREPOSITIONS
        or item.lower in words.OPENERS
        or item.lower in words.SUBORDINATORS - {"that"}
        or words.is_adverb(item.lower)
        or item.lower.endswith("ing")
        or item.lower in {"speaking", "asked", "pressed", "himself", "herself"}
    )


def _describes(item: Item) -> bool:
    return (
        item.lower in words.DETERMINERS | words.RELATIVES
        or item.text == item.lower
        or item.text[:1].isdigit()
    )


def _listed(items: list[Item], first: int, last: int) -> int:
    """The first item of a list of names of which `first` is the last member: "A, B and C"."""
    joined = any(item.lower in {"and", "or"} for item in items[first : last + 1])
    while joined and first >= 2 and items[first - 1].text == "," and items[first - 2].is_name:
        further = noun_phrase_ending(items, first - 2)
        if further is None or (further and items[further - 1].lower in words.PREPOSITIONS):
            break
        first = further
    return first


def _before_time(items: list[Item], last: int) -> int:
    """Step over "on Monday", "this week" between subject and verb."""
    if last >= 1 and items[last].lower in words.TIMES:
        index = last
        while index > 0 and items[index].lower in words.TIMES | {
            "on",
            "last",
            "this",
            "early",
            "late",
            "in",
            "the",
        }:
            index -= 1
        # A time that opens the clause is no adverbial after a subject.
        return (
            index
            if nominal(items[index]) or items[index].lower in words.SUBJECT_PRONOUNS | words.RELATIVES
            else last
        )
    return last


def _previous(items: list[Item], index: int, text: str) -> int | None:
    for at in range(index, max(-1, index - LONGEST), -1):
        if items[at].text == text:
            return at
        if items[at].text in HARD - {"(", ")", "-", "–"} or (
            items[at].quotation is not None and not items[at].is_aside
        ):
            return None
    return None


def following(items: list[Item], first: int) -> Phrase | None:
    """The subject that stands after its verb: "said Jane Roe, who runs the agency"."""
    if first >= len(items):
        return None
    if items[first].lower in words.SUBJECT_PRONOUNS:
        return Phrase(first, first)
    if (
        not (nominal(items[first]) or items[first].lower in words.DETERMINERS)
        or items[first].lower in words.WEEKDAYS
    ):
        return None
    last = _noun_phrase_from(items, first)
    if last is None:
        return None
    if last + 2 < len(items) and items[last + 1].text == "," and _apposition(items, last + 2):
        last = _apposition_end(items, last + 2)
    return Phrase(first, last)


def _noun_phrase_from(items: list[Item], first: int) -> int | None:
    last = first
    while last + 1 < len(items):
        after = items[last + 1]
        if after.text == "(":
            closing = next(
                (i for i in range(last + 2, min(len(items), last + 12)) if items[i].text == ")"), None
            )
            if closing is None:
                break
            last = closing
        elif after.lower in {"and", "&"} and last + 2 < len(items) and items[last + 2].is_name:
            last += 2
        elif after.lower in words.LINKS:
            if not _links(items, last, after):
                break
            last += 2
        elif after.lower in words.RELATIVES and after.lower != "that":
            return _apposition_end(items, last + 1)
        elif (nominal(after) and after.lower not in words.TIMES | words.FINITE) or (
            items[last].lower in words.LINKS | words.DETERMINERS and after.lower in words.DETERMINERS
        ):
            last += 1
        else:
            break
    if items[last].lower in words.LINKS | words.DETERMINERS:
        return last - 1 if last > first else None
    return last


def _links(items: list[Item], last: int, link: Item) -> bool:
    """Whether a preposition goes on with the phrase: a name takes few ("Doe of Dayton"), a noun most."""
    if last + 2 >= len(items):
        return False
    target = items[last + 2]
    if target.lower in words.TIMES | words.MONTHS or target.text[:1].isdigit():
        return False
    if target.lower in {"a", "an"} and link.lower not in {"of", "for", "with"}:
        return False
    plain = items[last].text == items[last].lower
    return (link.lower in words.LINKS - {"to", "on", "by"} if plain else link.lower in _NAME_LINKS) and (
        nominal(target) or target.lower in words.DETERMINERS
    )


def _apposition(items: list[Item], index: int) -> bool:
    item = items[index]
    if item.quotation is not None or not item.is_word:
        return False
    if item.lower.endswith("ing") and item.text == item.lower:
        return False
    return item.lower in words.DETERMINERS | {"who", "whose"} or nominal(item)


def _apposition_end(items: list[Item], index: int) -> int:
    """The last item of an apposition: up to a comma that opens something else, or the sentence's end."""
    last = index
    while last + 1 < len(items):
        after = items[last + 1]
        if after.quotation is not None and not after.is_aside:
            break
        if after.text in ".;:?!" or after.text in _DASHES:
            break
        if after.text == ",":
            beyond = items[last + 2] if last + 2 < len(items) else None
            aged = last == index and items[last].text.isdigit()
            if beyond is None or beyond.lower in words.TIMES or not (beyond.is_name or aged):
                break
        last += 1
    return last


def main_subject(items: list[Item], before: int) -> Phrase | None:
    """The subject of the sentence's own clause, for a participle or a second verb at `before`."""
    start = _past_dateline(items, before)
    while start < before and items[start].lower in words.OPENERS | words.TIMES | {","}:
        start += 1
    if start < before and (
        items[start].lower in words.PREPOSITIONS | words.SUBORDINATORS - {"that"}
        or items[start].lower.endswith("ing")
    ):
        comma = next((index for index in range(start, before) if items[index].text == ","), None)
        if comma is not None:
            start = comma + 1
    for index in range(start + 1, before):
        item = items[index]
        if item.quotation is None and (
            item.lower in words.FINITE or (item.lower.endswith("ed") and item.lower == item.text)
        ):
            found = subject(items, _before_verb(items, index))
            if found is not None and found.last >= start:
                return Phrase(max(found.first, start), found.last)
    found = following(items, start) if start < before else None
    return found if found is not None and found.last < before else None


def _past_dateline(items: list[Item], before: int) -> int:
    """The first item behind "WASHINGTON (AP) —"."""
    if not (items[0].text.isupper() and len(items[0].text) > 2):
        return 0
    return next((index + 1 for index in range(1, min(before, 8)) if items[index].text in _DASHES), 0)


def _before_verb(items: list[Item], verb: int) -> int:
    last = verb - 1
    while last >= 0 and (items[last].lower in words.AUXILIARIES or words.is_adverb(items[last].lower)):
        last -= 1
    return last
