"""Who said what: the one door through which the statements of a document are read."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from pursestrings.documents import Anchor
from pursestrings.reading.findings import Speaker, Statement
from pursestrings.reading.grammar.cues import ATTITUDE
from pursestrings.reading.grammar.relation import Relation
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.grammar.words import PRONOUNS
from pursestrings.reading.people.named_places import NamedPlaces
from pursestrings.reading.people.people import People, place_spoken_for
from pursestrings.reading.people.speakers import Who

DIRECT: Final = "direct"

_WORD: Final = re.compile(r"\w+")
_ENDS: Final = " \t\r\n\xa0"
_THAT: Final = "that "
_PICTURE: Final = "So"
"""The Unicode category of emoji and their like, which can be all that somebody said."""
_EMPTY: Final = frozenset({"that", "which", "what", "this", "it", "so"})
"""Words that alone say nothing: "as he reiterated that", "which he denied"."""

_UNNAMED: Final = 0.7
"""What a score is worth where nobody knows who is speaking."""
_LEAST: Final = 0.3
"""The chance below which an attribution is none: dropping what lies lower reads best on PolNeAR's development part."""


def statements(people: People, named: NamedPlaces | None = None) -> list[Statement]:
    """The statements of the document whose people were read, in order; what they are about is left open.

    `named` are the governments that it names, for the place that an official speaks for.
    """
    quoted = _quoted(people)
    read = (_statement(people, relation, who, quoted, named) for relation, who in people.voices)
    return [statement for statement in read if statement is not None]


def _statement(
    people: People, relation: Relation, who: Who, quoted: Sequence[tuple[int, int]], named: NamedPlaces | None
) -> Statement | None:
    document = people.document
    content = tuple(
        document.anchor(*span)
        for span in (_stripped(document.text, *span) for span in relation.content)
        if span and _says(document.text[slice(*span)])
    )
    if relation.score < _LEAST or not content:
        return None
    act = ATTITUDE if not who.body and _is_rule(who.name) else relation.act
    return Statement(
        document=document.id,
        score=relation.score * (1.0 if who.name else _UNNAMED),
        manner=manner(content, document.text, quoted) if relation.label is None else DIRECT,
        act=act,
        speaker=_speaker(people, relation, who, named),
        cue=(document.anchor(*relation.cue),),
        content=content,
    )


def _says(words: str) -> bool:
    """Whether a content holds more than marks or a word that says nothing alone."""
    return words.lower() not in _EMPTY and any(one.isalnum() or _is_picture(one) for one in words)


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) == _PICTURE


def _is_rule(name: str | None) -> bool:
    """Whether what speaks is a law or a set of figures: it provides or shows, and nobody has said it."""
    head = (name or "").lower().split(" of ")[0].split()
    return any(word.removesuffix("s") in section("titles", "rule") for word in (*head[:1], *head[-1:]))


def _speaker(people: People, relation: Relation, who: Who, named: NamedPlaces | None) -> Speaker:
    person = who.person
    private = person is not None and person.private is not None
    mention: tuple[Anchor, ...] = ()
    if relation.source is not None:
        said = people.document.anchor(*relation.source)
        mention = () if private and said.exact.lower() not in PRONOUNS else (said,)
    if person is None or private:
        return Speaker(who.name, None, who.name if who.body else None, None, mention)
    role = person.role
    return Speaker(
        who.name,
        (role.title or None) if role else None,
        role.organization if role else None,
        place_spoken_for(person, named),
        mention,
    )


def manner(content: Sequence[Anchor], text: str, quoted: Sequence[tuple[int, int]]) -> str:
    """`direct` where every word but a "that" in front stands inside quotation marks, `mixed` where some do.

    `quoted` are the stretches inside double quotation marks, in order. Where there are no words, pictures count as such.
    """
    stretches = [(one.start + len(_THAT) * one.exact.startswith(_THAT), one.end) for one in content]
    places = [word.start() for span in stretches for word in _WORD.finditer(text, *span)]
    places = places or [at for span in stretches for at in range(*span) if _is_picture(text[at])]
    inside = 0
    for place in places:
        at = bisect_right(quoted, (place, len(text))) - 1
        inside += at >= 0 and place < quoted[at][1]
    if not inside:
        return "indirect"
    return DIRECT if inside == len(places) else "mixed"


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
