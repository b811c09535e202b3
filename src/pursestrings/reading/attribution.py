"""Who said what: the one door through which the statements of a document are read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from pursestrings.documents import Anchor
from pursestrings.reading.cues import ATTITUDE, SPEECH
from pursestrings.reading.findings import Speaker, Statement
from pursestrings.reading.grammar.relation import Relation
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people import People, PlaceOf, place_spoken_for
from pursestrings.reading.speakers import Who

_WORD: Final = re.compile(r"\w+")
_ENDS: Final = " \t\r\n\xa0"
_THAT: Final = "that "


# The share of attributions found in this way that are right, on the training part of PolNeAR; half of the
# attitudes are, whatever their way.
_SCORES: Final = {
    "quote, source cue": 0.93,
    "source said clause": 0.82,
    "source colon": 0.83,
    "source cue quote": 0.82,
    "source cue that": 0.8,
    "clause, source cue": 0.8,
    "according to": 0.79,
    "source cue wh": 0.78,
    "source cue comma": 0.64,
    "source cue rest": 0.55,
    "source cue to": 0.52,
    "source cue colon": 0.48,
    "bare quote": 0.5,
}
_ATTITUDE: Final = 0.5
_UNNAMED: Final = 0.7


def statements(people: People, place_of: PlaceOf | None = None) -> list[Statement]:
    """The statements of the document whose people were read, in order; what they are about is left open.

    `place_of` names the government in a stretch of text, for the place that an official speaks for.
    """
    quoted = _quoted(people)
    read = (_statement(people, relation, who, quoted, place_of) for relation, who in people.voices)
    return [statement for statement in read if statement is not None]


def _statement(
    people: People, relation: Relation, who: Who, quoted: Sequence[tuple[int, int]], place_of: PlaceOf | None
) -> Statement | None:
    document = people.document
    content = tuple(
        document.anchor(*span)
        for span in (_stripped(document.text, *span) for span in relation.content)
        if span
    )
    if not content or (
        who.name is None and (relation.pattern == "bare quote" or _is_author(document.text, relation))
    ):
        return None
    cue = (document.anchor(*relation.cue),) if relation.cue else ()
    act = ATTITUDE if not who.body and _is_rule(who.name) else relation.act
    return Statement(
        document=document.id,
        score=(_SCORES[relation.pattern] if act == SPEECH else _ATTITUDE) * (1.0 if who.name else _UNNAMED),
        manner=manner(content, document.text, quoted),
        act=act,
        speaker=_speaker(people, relation, who, place_of),
        cue=cue,
        content=content,
    )


def _is_author(text: str, relation: Relation) -> bool:
    """Whether the writer speaks: what "I" and "we" say outside quotations is the document itself."""
    return relation.source is not None and text[slice(*relation.source)].lower() in {"i", "we", "you"}


def _is_rule(name: str | None) -> bool:
    """Whether what speaks is a law or a set of figures: it provides or shows, and nobody has said it."""
    head = (name or "").lower().split(" of ")[0].split()
    return bool(head) and head[-1].removesuffix("s") in section("titles", "rule")


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


def manner(content: Sequence[Anchor], text: str, quoted: Sequence[tuple[int, int]]) -> str:
    """`direct` where every word but a "that" in front stands inside quotation marks, `mixed` where some do.

    `quoted` are the stretches inside double quotation marks, in order.
    """
    total = inside = 0
    for anchor in content:
        start = anchor.start + (len(_THAT) if anchor.exact.startswith(_THAT) else 0)
        for word in _WORD.finditer(text, start, anchor.end):
            total += 1
            at = bisect_right(quoted, (word.start(), len(text))) - 1
            inside += at >= 0 and word.start() < quoted[at][1]
    if not inside:
        return "indirect"
    return "direct" if inside == total else "mixed"


def _quoted(people: People) -> list[tuple[int, int]]:
    """The stretches inside double quotation marks, in order."""
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
