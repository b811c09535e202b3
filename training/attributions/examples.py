"""Articles as training examples: labels on pieces, and which span goes with which."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from training.attributions.polnear import Marked, Span

from pursestrings.reading.encoder import labels
from pursestrings.reading.encoder.chains import Scores
from pursestrings.reading.encoder.pieces import Flags, Ints, Pieces

UNKNOWN = -1
"""The label of a piece of which nothing is known: it is left out of the loss."""


@dataclass(frozen=True)
class Link:
    """An attribution by pieces: first and last of each of its spans."""

    source: Span | None
    cue: Span
    contents: tuple[Span, ...]


@dataclass(frozen=True)
class Taught:
    """What a larger encoder makes of a text, one row a piece: its scores of roles and its last layer."""

    roles: Scores
    hidden: Scores


@dataclass(frozen=True)
class Example:
    """A text with its labels, one a piece; a student's also with what its teacher makes of it."""

    pieces: Pieces
    roles: Ints
    names: Ints
    links: tuple[Link, ...]
    taught: Taught | None = None


def example(pieces: Pieces, marked: Iterable[Marked], names: Iterable[tuple[Span, int]] | None) -> Example:
    """The example of a text; without `names` its names are unknown."""
    roles = np.zeros(len(pieces), np.int64)
    links = []
    for one in marked:
        spans = [
            [span for part in parts for span in _paint(pieces, roles, part, kind)]
            for kind, parts in enumerate((one.source, one.cue, one.content))
        ]
        source, cue, content = spans
        if cue and content:
            links.append(Link(source[0] if source else None, cue[0], tuple(content)))
    named = np.full(len(pieces), UNKNOWN if names is None else labels.OUTSIDE, np.int64)
    for span, kind in names or ():
        for _ in _paint(pieces, named, span, kind):
            pass
    return Example(pieces, roles, named, tuple(links))


def _paint(pieces: Pieces, into: Ints, span: Span, kind: int) -> Iterator[Span]:
    """Label the pieces of a span; yields it as first and last piece, cut where a paragraph begins."""
    first = int(np.searchsorted(pieces.ends, span[0], side="right"))
    last = int(np.searchsorted(pieces.starts, span[1], side="left")) - 1
    at = first
    while at <= last:
        end = at
        while end < last and not pieces.paragraph[end + 1]:
            end += 1
        into[at : end + 1] = labels.inside(kind)
        into[at] = labels.begin(kind)
        yield at, end
        at = end + 1


@dataclass(frozen=True)
class Cut:
    """A window of an example, with the links that lie wholly in it, counted from its start."""

    ids: Ints
    features: Ints
    roles: Ints
    names: Ints
    word: Ints
    sentence: Ints
    paragraph: Ints
    links: tuple[Link, ...]
    taught: Taught | None


def cuts(examples: Sequence[Example], size: int, chance: random.Random) -> list[Cut]:
    """All examples cut into windows that begin with sentences, elsewhere each time, in random order."""
    found = [cut for one in examples for cut in _cuts(one, size, chance)]
    chance.shuffle(found)
    return found


def _cuts(one: Example, size: int, chance: random.Random) -> Iterator[Cut]:
    total = len(one.pieces)
    begins = [0, *(int(at) for at in np.flatnonzero(one.pieces.sentence) if at > 0)]
    start, room = 0, chance.randint(size // 2, size) if total > size else size
    while start < total:
        end = min(start + room, total)
        if end < total:
            inside = [at for at in begins if start < at <= end]
            end = inside[-1] if inside else end
        if end - start > 3:
            yield _cut(one, start, end)
        start, room = end, size


def _sequence(column: Ints, word: Flags) -> Ints:
    """Labels with every span begun: what goes on from outside of the window, or from another kind, begins here."""
    found = column.copy()
    words = np.flatnonzero(word)
    before = np.append(-1, found[words][:-1])
    goes_on = (found[words] > 0) & (found[words] % 2 == 0)
    broken = goes_on & (before != found[words]) & (before != found[words] - 1)
    found[words[broken]] -= 1
    return found


def _cut(one: Example, start: int, end: int) -> Cut:
    pieces, within = one.pieces, slice(start, end)
    word = pieces.word[within]
    roles, names = (_sequence(column[within], word) for column in (one.roles, one.names))
    unread = ~word
    roles[unread] = UNKNOWN
    names[unread] = UNKNOWN
    links = tuple(
        Link(
            None if link.source is None else (link.source[0] - start, link.source[1] - start),
            (link.cue[0] - start, link.cue[1] - start),
            tuple((a - start, b - start) for a, b in link.contents if start <= a and b < end),
        )
        for link in one.links
        if start <= link.cue[0]
        and link.cue[1] < end
        and (link.source is None or (start <= link.source[0] and link.source[1] < end))
    )
    return Cut(
        pieces.ids[within],
        pieces.features[within],
        roles,
        names,
        word.astype(np.int64),
        np.cumsum(pieces.sentence[within]),
        np.cumsum(pieces.paragraph[within]),
        tuple(link for link in links if link.contents),
        None if one.taught is None else Taught(one.taught.roles[within], one.taught.hidden[within]),
    )
