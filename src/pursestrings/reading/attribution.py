"""Who said what: the one door through which the statements of a document are read."""

from __future__ import annotations

import re
from typing import Final

from pursestrings.documents import Anchor
from pursestrings.reading.cues import ATTITUDE
from pursestrings.reading.findings import Speaker, Statement
from pursestrings.reading.people import People, PlaceOf, place_spoken_for
from pursestrings.reading.relations import Relation
from pursestrings.reading.speakers import NOBODY, Who

_WORD: Final = re.compile(r"\w+")
_ENDS: Final = " \t\r\n\xa0"

_RULES: Final = frozenset(
    "order law act bill ordinance policy rule statute regulation resolution provision amendment code poll survey study data "
    "figure statistic number record measure proposal section clause grant agreement".split()
)

# The share of attributions found in this way that are right, on the development part of PolNeAR.
_SCORES: Final = {
    "quote, source cue": 0.93,
    "clause, source cue": 0.75,
    "according to": 0.8,
    "source cue quote": 0.82,
    "source cue that": 0.8,
    "source cue rest": 0.6,
    "source cue wh": 0.65,
    "source cue to": 0.5,
    "source cue comma": 0.6,
    "source cue colon": 0.5,
    "bare quote": 0.5,
}


def statements(people: People, place_of: PlaceOf | None = None) -> list[Statement]:
    """The statements of the document whose people were read, in order; what they are about is left open.

    `place_of` names the government in a stretch of text, for the place that an official speaks for.
    """
    read = (_statement(people, relation, who, place_of) for relation, who in people.voices)
    return [statement for statement in read if statement is not None]


def _statement(people: People, relation: Relation, who: Who, place_of: PlaceOf | None) -> Statement | None:
    document = people.document
    content = tuple(
        document.anchor(*span) for span in map(lambda span: _stripped(document.text, *span), relation.content) if span
    )
    if not content or (who is NOBODY and relation.pattern == "bare quote"):
        return None
    cue = (document.anchor(*relation.cue),) if relation.cue else ()
    return Statement(
        document=document.id,
        score=_SCORES.get(relation.pattern, 0.5) * (1.0 if who.name else 0.7),
        manner=manner(people, content),
        act=ATTITUDE if who.body is False and _is_rule(who.name) else relation.act,
        speaker=_speaker(people, relation, who, place_of),
        cue=cue,
        content=content,
    )


def _is_rule(name: str | None) -> bool:
    """Whether what speaks is a law or a set of figures: it provides or shows, and nobody has said it."""
    return name is not None and name.lower().rstrip("s").split(" of ")[0].split()[-1:] != [] and (
        name.lower().split(" of ")[0].split()[-1].rstrip("s") in _RULES
    )


def _speaker(people: People, relation: Relation, who: Who, place_of: PlaceOf | None) -> Speaker:
    person = who.person
    private = person is not None and person.private is not None
    mention: tuple[Anchor, ...] = ()
    if relation.source is not None and relation.cue is not None and not private:
        mention = (people.document.anchor(*relation.source),)
    if person is None or private:
        return Speaker(who.name, None, who.name if who.body else None, None, mention)
    role = person.role
    return Speaker(
        who.name,
        (role.title or None) if role else None,
        role.organization if role else None,
        place_spoken_for(person, place_of),
        mention,
    )


def manner(people: People, content: tuple[Anchor, ...]) -> str:
    """`direct` where every word but a "that" in front stands inside quotation marks, `mixed` where some do."""
    marks = _quoted(people)
    total = inside = 0
    for anchor in content:
        start = anchor.start + (5 if anchor.exact.startswith("that ") else 0)
        for word in _WORD.finditer(people.document.text, start, anchor.end):
            total += 1
            inside += any(start <= word.start() < end for start, end in marks)
    if not inside:
        return "indirect"
    return "direct" if inside == total else "mixed"


def _quoted(people: People) -> list[tuple[int, int]]:
    """The stretches inside double quotation marks."""
    return [
        (item.quotation.inner_start, item.quotation.inner_end)
        for passage in people.passages
        for sentence in passage.sentences
        for item in sentence.items
        if item.quotation is not None and not item.text.startswith("‘")
    ]


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _ENDS:
        start += 1
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return (start, end) if start < end else None
