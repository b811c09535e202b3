"""An attribution by its stretches of text, and whether it reports speech; nothing here knows who anybody is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.reading.cues import ATTITUDE, SPEECH, Cue
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.hits import Hit
from pursestrings.reading.grammar.nouns import noun_phrase_ending
from pursestrings.reading.grammar.shapes import is_verb
from pursestrings.reading.grammar.stream import Item, Sentence

Span = tuple[int, int]

WH: Final = frozenset({"whether", "if", "how", "why", "what", "who", "where", "when", "which"})
_PICTURES: Final = frozenset({"describe", "characterize", "characterise", "portray"})


@dataclass(frozen=True, slots=True)
class Relation:
    """Source, cue and content as stretches of the text. `pattern` says how it was found.

    `antecedent` is what a relative pronoun as source stands for.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    act: str
    pattern: str
    antecedent: Span | None = None

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return min(span[0] for span in (*self.content, self.source, self.cue) if span)


def relation_at(sentence: Sentence, hit: Hit, cue: Cue, content: tuple[Span, ...], pattern: str) -> Relation:
    """The relation of a cue with its subject and a content."""
    subject = hit.subject
    single = subject is not None and subject.first == subject.last
    return Relation(
        source=sentence.span(subject.first, subject.last) if subject is not None else None,
        cue=sentence.span(hit.first, hit.last),
        content=content,
        act=_act(sentence, hit, cue, content),
        pattern=pattern,
        antecedent=_antecedent(sentence, subject.first) if subject is not None and single else None,
    )


def has_verb(items: Sequence[Item]) -> bool:
    """Whether there is a finite verb among the items, as far as words tell."""
    return any(is_verb(item) for item in items if item.is_word)


def _act(sentence: Sentence, hit: Hit, cue: Cue, content: tuple[Span, ...]) -> str:
    """Speech or attitude: words that were not said, and a mere subject of talk, are no speech."""
    inside = [item for item in sentence.items if _within(item, content)]
    quoted = any(item.quotation is not None for item in inside)
    if hit.negated or (hit.unreal and not quoted):
        return ATTITUDE
    at_length = _quotes_at_length(sentence.items, inside)
    if cue.manner.name in {"stance", "topic"} and at_length:
        return SPEECH
    if cue.lemma in _PICTURES and not quoted:
        return SPEECH if any(item.lower == "as" for item in inside) else ATTITUDE
    mentions = cue.manner.name in {"say", "vow"} and cue.lemma != "say" and not at_length
    if mentions and inside and inside[0].lower not in {"to", "that"} | WH and not has_verb(inside):
        return ATTITUDE
    return cue.manner.act


def _within(item: Item, spans: Iterable[Span]) -> bool:
    return any(start <= item.start < end for start, end in spans)


def _quotes_at_length(items: Sequence[Item], inside: Sequence[Item]) -> bool:
    """Whether a content holds a quotation of more than a term held at arm's length."""
    for before, item in zip([None, *items], items, strict=False):
        if item.quotation is not None and item in inside:
            named = before is not None and before.lower in {"as", "a", "an"}
            if named or item.text.count(" ") >= 2:
                return True
    return False


def _antecedent(sentence: Sentence, index: int) -> Span | None:
    """The phrase before "who", "that" or "which"."""
    items = sentence.items
    last = index - 1
    if items[index].lower not in words.RELATIVES or last < 0:
        return None
    if items[last].text == ",":
        last -= 1
    first = noun_phrase_ending(items, last) if last >= 0 else None
    return sentence.span(first, last) if first is not None else None
