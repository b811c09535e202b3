"""Names of persons that no list of given names knows, told by the document itself.

"Jeb Bush" is a person where "Bush" stands alone elsewhere, never behind "in", and "jeb" is no word of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pursestrings.documents import BlockKind
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.shapes import is_verb
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people.name_runs import (
    is_given,
    looks_like_a_name,
    reads_as_a_name,
    runs,
    written,
)
from pursestrings.reading.people.names import Mention
from pursestrings.reading.people.titles import bare, is_group_word, is_head

_PLACED: Final = frozenset({"in", "at", "near", "across"})
_LONGEST: Final = 3

Run = tuple[int, int, Sequence[Item], int, int]


def unlisted(passages: Sequence[Passage]) -> list[Mention]:
    """Full names that stand without a title and begin with no common given name."""
    small: set[str] = set()
    alone: set[str] = set()
    placed: set[str] = set()
    pairs: list[Run] = []
    for run in _runs(passages, small):
        _, _, items, first, last = run
        if first < last:
            pairs.append(run)
        elif first and items[first - 1].lower in _PLACED:
            placed.add(bare(items[first]))
        elif first or (len(items) > 1 and is_verb(items[1])):
            alone.add(bare(items[first]))
    surnames = alone - placed - small
    return [_mention(*run) for run in pairs if _is_person(run, surnames, small)]


def kin(passages: Sequence[Passage]) -> list[Mention]:
    """Given names behind a word for kin: "his daughter, Ellie". They are known so that nobody else is taken for them."""
    words = section("private", "kin")
    return [
        _mention(number, at, sentence.items, first, last)
        for number, at, sentence in _sentences(passages)
        if any(item.lower in words for item in sentence.items)
        for first, last in runs(sentence.items)
        if first == last and is_given(sentence.items[first].lower) and _behind_kin(sentence.items, first)
    ]


def _behind_kin(items: Sequence[Item], index: int) -> bool:
    before = index - 2 if index > 1 and items[index - 1].text == "," else index - 1
    return before >= 0 and bare(items[before]) in section("private", "kin") and items[before].text.islower()


def _runs(passages: Sequence[Passage], small: set[str]) -> Iterator[Run]:
    """The capitalised stretches of the body; words in small letters are put into `small` on the way."""
    for number, at, sentence in _sentences(passages):
        small.update(item.lower for item in sentence.items if item.text.islower())
        for first, last in runs(sentence.items):
            yield number, at, sentence.items, first, last


def _sentences(passages: Sequence[Passage]) -> Iterator[tuple[int, int, Sentence]]:
    """The sentences of the body, each with the numbers of its passage and of its place there."""
    for number, passage in enumerate(passages):
        if passage.kind is BlockKind.BODY:
            yield from ((number, at, one) for at, one in enumerate(passage.sentences) if one.is_prose)


def _is_person(run: Run, surnames: set[str], small: set[str]) -> bool:
    _, _, items, first, last = run
    name = items[first : last + 1]
    given = items[first]
    return (
        len(name) <= _LONGEST
        and bare(items[last]) in surnames
        and given.lower not in small
        and given.text.isalpha()
        and not given.text.isupper()
        and not any(is_head(item) or is_group_word(item.text) for item in name)
        and not reads_as_a_name(items, first, last)
        and looks_like_a_name(list(name), titled=False)
    )


def _mention(passage: int, sentence: int, items: Sequence[Item], first: int, last: int) -> Mention:
    return Mention(
        start=items[first].start,
        end=items[last].bare_end,
        name=written(items, first, last),
        role=None,
        honorific=None,
        passage=passage,
        sentence=sentence,
        subject=first == 0,
    )
