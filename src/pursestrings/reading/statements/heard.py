"""The attributions of a document as relations among its sentences: those that the encoder heard, and those set out.

What the layout sets out, the turns of a transcript and signed quotations, is beyond doubt; what was heard yields.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pursestrings.documents import Document
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.nouns import noun_phrase_ending
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.relation import Relation, Span
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.statements.acts import act_of
from pursestrings.reading.statements.signed import signed
from pursestrings.reading.statements.turns import turns

if TYPE_CHECKING:
    from pursestrings.reading.encoder.relations import Attributed

_BEHIND: Final = 4
"""How many items behind a cue may still belong to its phrase: "went" + "on to say"."""
_ARTICLES: Final = frozenset({"a", "an", "the"})


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
        """The items that a stretch touches."""
        first = max(0, bisect_right(self.starts, span[0]) - 1)
        last = max(first, bisect_right(self.starts, span[1] - 1) - 1)
        found: list[Item] = []
        for sentence in self.all[first : last + 1]:
            begin = bisect_right(sentence.items, span[0], key=lambda item: item.end)
            found += sentence.items[begin : _index_from(sentence, span[1])]
        return found


@dataclass(frozen=True, slots=True)
class _Laid:
    """The attributions that the layout sets out, in order, and the stretch that each takes up."""

    relations: tuple[Relation, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> _Laid:
        """Those of a document; a quotation that is signed inside a turn is the turn's."""
        found: list[Relation] = []
        for one in sorted([*turns(document), *signed(document)], key=lambda relation: relation.start):
            if not found or _end(found[-1]) <= one.start:
                found.append(one)
        return cls(tuple(found), tuple(one.start for one in found), tuple(map(_end, found)))

    def touched(self, span: Span) -> range:
        """The numbers of those that a stretch of text touches."""
        return range(bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1]))

    def left(self, one: Attributed) -> Attributed | None:
        """What is left of an attribution that was heard: all of it outside of these or inside the words of one."""
        head = [one.cue, *([one.source] if one.source else [])]
        touched = {number for span in (*head, *one.content) for number in self.touched(span)}
        if not touched or (len(touched) == 1 and self._holds(touched.pop(), [*head, *one.content])):
            return one
        content = tuple(span for span in one.content if not self.touched(span))
        return replace(one, content=content) if content and not any(map(self.touched, head)) else None

    def _holds(self, number: int, spans: Iterable[Span]) -> bool:
        """Whether all of some stretches stand in the words of one."""
        content = self.relations[number].content
        return all(any(start <= span[0] and span[1] <= end for start, end in content) for span in spans)


def relations(
    document: Document, passages: Sequence[Passage], attributions: Iterable[Attributed]
) -> list[Relation]:
    """The relations of a document, in the order of the text; `attributions` are what the encoder heard in it."""
    sentences = Sentences.of(passages)
    if not sentences.all:
        return []
    laid = _Laid.of(document)
    heard = [one for one in map(laid.left, attributions) if one is not None]
    found = [*laid.relations, *(_relation(sentences, one) for one in heard)]
    return sorted(found, key=lambda relation: relation.start)


def _end(relation: Relation) -> int:
    return max(span[1] for span in (*relation.content, relation.source, relation.cue) if span)


def _relation(sentences: Sentences, one: Attributed) -> Relation:
    cue = sentences.items(one.cue)
    home = sentences.at(one.cue[0])
    end = _index_from(home, one.cue[1])
    behind = home.items[end : end + _BEHIND]
    content = [item for span in one.content for item in sentences.items(span)]
    source = one.source if one.source and _is_somebody(sentences.items(one.source)) else None
    return Relation(
        source=source,
        cue=one.cue,
        content=one.content,
        act=act_of(cue, behind, content),
        score=one.score,
        antecedent=_antecedent(sentences, source) if source else None,
    )


def _is_somebody(source: Iterable[Item]) -> bool:
    """Whether a source holds more than marks and articles."""
    return any(any(map(str.isalnum, item.text)) and item.lower not in _ARTICLES for item in source)


def _index_from(sentence: Sentence, offset: int) -> int:
    """The number of a sentence's first item that begins at an offset or behind it."""
    return bisect_left(sentence.items, offset, key=lambda item: item.start)


def _antecedent(sentences: Sentences, source: Span) -> Span | None:
    """The phrase before a source that is "who", "that" or "which"."""
    sentence = sentences.at(source[0])
    items = sentence.items
    index = _index_from(sentence, source[0])
    if index in {0, len(items)} or items[index].end < source[1] or items[index].lower not in words.RELATIVES:
        return None
    last = index - 1 - (items[index - 1].text == ",")
    first = noun_phrase_ending(items, last) if last >= 0 else None
    return sentence.span(first, last) if first is not None else None
