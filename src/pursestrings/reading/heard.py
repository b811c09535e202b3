"""The attributions that the encoder heard, as relations among the sentences of a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pursestrings.reading.acts import act_of
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.nouns import noun_phrase_ending
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.relation import Relation, Span
from pursestrings.reading.grammar.stream import Item, Sentence

if TYPE_CHECKING:
    from pursestrings.reading.encoder.relations import Attributed

_BEHIND: Final = 4
"""How many items behind a cue may still belong to its phrase: "went" + "on to say"."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a document, found by offset."""

    all: tuple[Sentence, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> Sentences:
        """The sentences of some passages, in order."""
        found = tuple(sentence for passage in passages for sentence in passage.sentences)
        return cls(found, tuple(sentence.start for sentence in found))

    def at(self, offset: int) -> Sentence:
        """The sentence in which an offset lies, or the one before it."""
        return self.all[max(0, bisect_right(self.starts, offset) - 1)]

    def items(self, span: Span) -> list[Item]:
        """The items that a stretch touches; only the first and the last of its sentences are looked through."""
        first = max(0, bisect_right(self.starts, span[0]) - 1)
        last = max(first, bisect_right(self.starts, span[1] - 1) - 1)
        return [
            item
            for sentence in self.all[first : last + 1]
            for item in sentence.items
            if item.start < span[1] and item.end > span[0]
        ]


def relations(passages: Sequence[Passage], attributions: Iterable[Attributed]) -> list[Relation]:
    """The relations of a document, in the order of the text."""
    sentences = Sentences.of(passages)
    found = [_relation(sentences, one) for one in attributions] if sentences.all else []
    return sorted(found, key=lambda relation: relation.start)


def _relation(sentences: Sentences, one: Attributed) -> Relation:
    cue = sentences.items(one.cue)
    home = sentences.at(one.cue[0]).items
    behind = [item for item in home if item.start >= one.cue[1]][:_BEHIND]
    content = [item for span in one.content for item in sentences.items(span)]
    return Relation(
        source=one.source,
        cue=one.cue,
        content=one.content,
        act=act_of(cue, behind, content),
        score=one.score,
        antecedent=_antecedent(sentences, one.source) if one.source else None,
    )


def _antecedent(sentences: Sentences, source: Span) -> Span | None:
    """The phrase before a source that is "who", "that" or "which"."""
    sentence = sentences.at(source[0])
    items = sentence.items
    index = next((at for at, item in enumerate(items) if item.start >= source[0]), None)
    if (
        index is None
        or index == 0
        or items[index].end < source[1]
        or items[index].lower not in words.RELATIVES
    ):
        return None
    last = index - 1 - (items[index - 1].text == ",")
    first = noun_phrase_ending(items, last) if last >= 0 else None
    return sentence.span(first, last) if first is not None else None
