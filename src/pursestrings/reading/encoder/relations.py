"""Attributions from what the encoder says of a text: spans of the three roles, joined by the linker."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pursestrings.reading.encoder.chains import Marked, Scores, marked
from pursestrings.reading.encoder.labels import ROLES
from pursestrings.reading.encoder.linking import Matcher, spans
from pursestrings.reading.encoder.pieces import Flags, Ints, Pieces

Span = tuple[int, int]
_SOURCE, _CUE, _CONTENT = range(len(ROLES))


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution as stretches of the text; `score` is the chance that it is right."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    score: float
    parts: tuple[float, float, float]
    """How sure the cue, the least sure content and the source are, each by itself: what the score is made of."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands behind the encoder: the moves between labels, the two choices of the linker, the weights of a score.

    `scale` weighs the log odds of an attribution's three parts, with a constant last (Platt 1999).
    """

    moves: Scores
    cue: Matcher
    source: Matcher
    scale: Scores

    def score(self, parts: tuple[float, float, float]) -> float:
        """The chance that an attribution whose parts are so sure is right."""
        odds = float(log_odds(parts) @ self.scale[:-1] + self.scale[-1])
        return 1 / (1 + math.exp(-odds))


def log_odds(parts: tuple[float, float, float]) -> Scores:
    """The log odds of each part, none beyond one in a thousand."""
    chances = np.clip(np.array(parts, np.float32), 1e-3, 1 - 1e-3)
    return np.asarray(np.log(chances / (1 - chances)), np.float32)


def attributed(pieces: Pieces, roles: Scores, link: Scores, heads: Heads) -> list[Attributed]:
    """The attributions of a text, by their cues; `roles` and `link` have one row a piece."""
    words = np.flatnonzero(pieces.word)
    if not len(words):
        return []
    layout = _Layout.of(pieces, words)
    found = marked(roles[words], pieces.paragraph[words], heads.moves)
    sources, cues, contents = ([one for one in found if one.kind == kind] for kind in range(len(ROLES)))
    by_role = [spans([(one.first, one.last) for one in some]) for some in (sources, cues, contents)]
    place, seen = (layout.sentence, layout.paragraph), link[words]
    cue_of, cue_sure = heads.cue.choices(seen, by_role[_CONTENT], by_role[_CUE], *place)
    source_of, source_sure = heads.source.choices(seen, by_role[_CUE], by_role[_SOURCE], *place)
    signatures = layout.signatures(cues)
    held: dict[int, list[int]] = {}
    for number, (content, chosen) in enumerate(zip(contents, cue_of, strict=True)):
        cue = signatures.get(int(layout.paragraph[content.first]), int(chosen))
        if cue >= 0 and layout.hangs_together(content, cues[cue]):
            held.setdefault(cue, []).append(number)
    relations = []
    for cue, parts in sorted(held.items()):
        speaker = sources[source_of[cue]] if source_of[cue] >= 0 else None
        sure = (
            cues[cue].score,
            min(contents[part].score * float(cue_sure[part]) for part in parts),
            (speaker.score if speaker else 1.0) * float(source_sure[cue]),
        )
        stretches = tuple(layout.stretch(contents[part]) for part in parts)
        source = layout.stretch(speaker) if speaker else None
        relations.append(Attributed(source, layout.stretch(cues[cue]), stretches, heads.score(sure), sure))
    return relations


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the words of a text stand: their stretches, sentences, paragraphs, and whether in quotation marks."""

    starts: Ints
    ends: Ints
    sentence: Ints
    paragraph: Ints
    quoted: Flags
    mark: Flags

    @classmethod
    def of(cls, pieces: Pieces, words: Ints) -> _Layout:
        """The layout of the words that begin at some pieces."""
        return cls(
            pieces.starts[words],
            pieces.ends[np.append(words[1:], len(pieces)) - 1],
            np.cumsum(pieces.sentence, dtype=np.int64)[words],
            np.cumsum(pieces.paragraph, dtype=np.int64)[words],
            pieces.quoted[words],
            pieces.mark[words],
        )

    def stretch(self, one: Marked) -> Span:
        """The stretch of the text that a span covers."""
        return int(self.starts[one.first]), int(self.ends[one.last])

    def hangs_together(self, content: Marked, cue: Marked) -> bool:
        """Whether a content can hang on a cue: in another sentence only what is quoted can."""
        near = self.sentence[content.first] == self.sentence[cue.first]
        return bool(near or self.quoted[content.first] or self.quoted[content.last])

    def signatures(self, cues: Sequence[Marked]) -> dict[int, int]:
        """For each paragraph below which a dash and a name sign it: the number of the cue that the dash is."""
        return {
            int(self.paragraph[cue.first]) - 1: number
            for number, cue in enumerate(cues)
            if cue.first == cue.last and self.mark[cue.first] and self._opens(cue.first)
        }

    def _opens(self, word: int) -> bool:
        return word > 0 and bool(self.paragraph[word] != self.paragraph[word - 1])


def merged(parts: list[tuple[Span, Span, Scores]], length: int) -> Scores:
    """One array from those of windows: `parts` holds each window, the stretch that it answers for, and its rows."""
    whole = np.zeros((length, parts[0][2].shape[1] if parts else 0), np.float32)
    for (start, _), (left, right), rows in parts:
        whole[left:right] = rows[left - start : right - start]
    return whole
