"""Turns of a transcript: paragraphs that a label such as "SMITH:" opens for whoever speaks.

A label is no more than some words and a colon, and lists have them too. So a document counts as a transcript
only where its labels as a whole do: they are people's, they return or answer each other, and what follows is talk.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pursestrings.documents import Block, BlockKind, Document
from pursestrings.reading.grammar.cues import SPEECH
from pursestrings.reading.grammar.passages import OPENING_MARKS
from pursestrings.reading.grammar.relation import Relation, Span
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.statements.labels import CLOSING_MARKS, Label, Namings, label_of, unmarked

SCORE: Final = 0.9
"""The score of a turn: of those found in PolNeAR's training part 32 of 36 are right, where any is marked in their text."""

_STAGED: Final = re.compile(r"(?=[^\w(\[]*+[(\[])\W*+[^()\[\]]*+[)\]]\W*+|[\W_]++")
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
# So few labels say little unless a question is answered.
_FEW: Final = 3
# Labels in small letters are a list's more often than a transcript's.
_SEVERAL: Final = 4
# From so many turns on a text is a transcript, and no story that quotes a piece of one.
_LONG: Final = 6
# One in so many turns, at least, must sound like talk.
_TALK: Final = 4


def turns(document: Document) -> list[Relation]:
    """The turns of the transcripts in a document; the source is the label's name, the cue its colon."""
    text = document.text
    blocks = [block for block in document.paragraphs() if block.kind is BlockKind.BODY]
    labels = [label for number, block in enumerate(blocks) if (label := label_of(text, number, block))]
    namings = Namings(text)
    spoken = _spoken(text, labels, namings)
    by_speaker: dict[str, list[Label]] = {}
    for label in spoken:
        by_speaker.setdefault(label.who, []).append(label)
    fullest = {who: max(some, key=lambda one: len(one.untitled)) for who, some in by_speaker.items()}
    following = dict(pairwise([label.paragraph for label in labels]))
    found = []
    for label in spoken:
        end = following.get(label.paragraph)
        running = len(spoken) >= _LONG and end is not None
        rest = blocks[label.paragraph + 1 : end]
        found.append(
            Relation(
                source=label.name,
                cue=(label.colon, label.colon + 1),
                content=(label.said, *_continued(text, label, rest, running=running)),
                act=SPEECH,
                score=SCORE,
                antecedent=namings.of(label),
                label=label.given(fullest[label.who]),
            )
        )
    return found


def _spoken(text: str, labels: Sequence[Label], namings: Namings) -> list[Label]:
    """The labels that are those of a transcript: all that can be somebody's, where together they make one."""
    able = [label for label in labels if not label.is_topic]
    people = {label.who for label in able if label.is_voice or namings.is_person(label)}
    for some, few in (([label for label in able if label.capitals], _FEW), (able, _SEVERAL)):
        if _is_transcript(text, some, people, few):
            often = Counter(label.who for label in some)
            return [label for label in some if label.who in people or often[label.who] > 1]
    return []


def _is_transcript(text: str, labels: Sequence[Label], people: set[str], few: int) -> bool:
    """Whether labels are those of people who talk to each other: most of them people's, some of which return."""
    often = Counter(label.who for label in labels)
    changes = sum(one.who != other.who for one, other in pairwise(labels))
    if len(often) < 2 or 2 * changes < len(labels) - 1 or 2 * len(often.keys() & people) < len(often):
        return False
    if sum(_is_talk(text[slice(*label.said)]) for label in labels) * _TALK < len(labels):
        return False
    returning = sum(number > 1 for number in often.values())
    if len(labels) >= few and returning >= few - 2:
        return True
    return few == _FEW and _has_answer(text, labels)


def _has_answer(text: str, labels: Sequence[Label]) -> bool:
    """Whether somebody's question stands right before what somebody else says."""
    return any(
        other.paragraph == one.paragraph + 1
        and one.who != other.who
        and text[slice(*one.said)].rstrip(' ."”').endswith("?")
        for one, other in pairwise(labels)
    )


def _is_talk(said: str) -> bool:
    return any(word.lower() in section("labels", "talk") for word in _WORD.findall(said)) or "?" in said


def _continued(text: str, label: Label, blocks: Sequence[Block], *, running: bool) -> Iterator[Span]:
    """The paragraphs in which a turn goes on.

    Behind a turn in quotation marks they open with a mark until one closes. Without marks they are whatever stands
    before the next label of a long transcript (`running`), until somebody else speaks of the speaker by name.
    """
    end = label.said[1]
    for block in blocks:
        said = text[block.start : block.end]
        if _STAGED.fullmatch(said):
            continue
        if label.marked:
            if text.startswith(CLOSING_MARKS, end) or not said.startswith(OPENING_MARKS):
                return
            span = unmarked(text, (block.start, block.end))
        else:
            named = not label.is_voice and re.search(rf"\b{re.escape(label.who)}\b", said, re.IGNORECASE)
            if not running or named:
                return
            span = block.start, block.end
        yield span
        end = span[1]
