"""What "who" and "they" stand for, by the noun phrases before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pursestrings.documents.wordlist import words as wordset
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.nouns import noun_phrase_ending
from pursestrings.reading.grammar.shapes import is_verb
from pursestrings.reading.grammar.stream import Item, Sentence

Span = tuple[int, int]

_PLURALS: Final = wordset("people police women men children media")
_SINGULARS: Final = wordset("news politics address business press")
# How many items of a sentence are looked at for the phrase that "they" stands for.
_LOOK: Final = 60


def of_relative(sentence: Sentence, offset: int) -> Span | None:
    """The phrase before the relative pronoun at an offset: "Jane Roe, who"."""
    items = sentence.items
    index = next((number for number, item in enumerate(items) if item.start == offset), 0)
    last = index - 1
    while last >= 0 and (
        items[last].text in {",", "—", "–", "-"} or items[last].lower in {"of", "to", "with"}
    ):
        last -= 1
    if last < 0 or items[last].quotation is not None:
        return None
    first = noun_phrase_ending(items, last)
    if first is None:
        return None
    # "Clerks listed voters who": a verb that the phrase took in ends it
    verbs = [at for at in range(first, last) if items[at].text.islower() and is_verb(items[at])]
    return sentence.span(verbs[-1] + 1 if verbs else first, last)


def of_they(sentence: Sentence, offset: int) -> Span | None:
    """The first plural phrase before an offset that is no object: "Republicans held the hearing because they"."""
    items = [item for item in sentence.items[:_LOOK] if item.end <= offset]
    for index, item in enumerate(items):
        if is_plural(items, index) and not _goes_on(items, index):
            first = noun_phrase_ending(items, index)
            if first is not None and not _is_object(items, first):
                return items[first].start, item.end
    return None


def is_plural(items: Sequence[Item], index: int) -> bool:
    """Whether a word is a noun in the plural, as far as its form tells."""
    item = items[index]
    if not item.is_word or item.lower in _SINGULARS | words.TIMES | words.ADVERBS:
        return False
    if item.lower in _PLURALS:
        return True
    ends = item.lower.endswith("s") and not item.lower.endswith(("ss", "us", "is", "'s", "’s"))
    return ends and len(item.lower) > 3 and not is_verb(item) and item.lower not in words.DETERMINERS


def _goes_on(items: Sequence[Item], index: int) -> bool:
    """Whether the phrase goes on with another noun: "White House officials"."""
    return index + 1 < len(items) and is_plural(items, index + 1)


def _is_object(items: Sequence[Item], first: int) -> bool:
    """Whether a preposition or a verb stands before a phrase."""
    before = items[first - 1] if first else None
    return before is not None and (before.lower in words.PREPOSITIONS or (before.is_word and is_verb(before)))
