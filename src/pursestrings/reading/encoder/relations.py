"""Attributions from what the encoder says of a text: spans of the three roles, joined by the linker."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from pursestrings.reading.encoder.chains import Marked, Scores, marked
from pursestrings.reading.encoder.labels import ROLES
from pursestrings.reading.encoder.linking import Matcher, spans
from pursestrings.reading.encoder.pieces import Flags, Ints, Pieces

Span = tuple[int, int]
_SOURCE, _CUE, _CONTENT = range(len(ROLES))
_BEHIND = 5
"""How many words and marks may stand between a cue and the end of its paragraph: "said" + "in a letter Monday:"."""


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
    last_cue = {int(layout.paragraph[cue.first]): number for number, cue in enumerate(cues)}
    held: dict[int, list[int]] = {}
    for number, (content, chosen) in enumerate(zip(contents, cue_of, strict=True)):
        carried = layout.carried(content, last_cue) if chosen < 0 else None
        if carried is not None:
            held.setdefault(carried, []).append(number)
            cue_sure[number] = 1.0
        elif chosen >= 0 and layout.hangs_together(content, cues[chosen]):
            held.setdefault(int(chosen), []).append(number)
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
    """Where the words of a text stand: their stretches, sentences, paragraphs, which are quoted, which a colon."""

    starts: Ints
    ends: Ints
    sentence: Ints
    paragraph: Ints
    quoted: Flags
    colon: Flags

    @classmethod
    def of(cls, pieces: Pieces, words: Ints) -> _Layout:
        """The layout of the words that begin at some pieces."""
        return cls(
            pieces.starts[words],
            pieces.ends[np.append(words[1:], len(pieces)) - 1],
            np.cumsum(pieces.sentence, dtype=np.int64)[words],
            np.cumsum(pieces.paragraph, dtype=np.int64)[words],
            pieces.quoted[words],
            pieces.colon[words],
        )

    def stretch(self, one: Marked) -> Span:
        """The stretch of the text that a span covers."""
        return int(self.starts[one.first]), int(self.ends[one.last])

    def hangs_together(self, content: Marked, cue: Marked) -> bool:
        """Whether a content can hang on a cue: in another sentence only what is quoted can, or was promised."""
        near = self.sentence[content.first] == self.sentence[cue.first]
        quoted = self.quoted[content.first] or self.quoted[content.last]
        return bool(near or quoted or self._is_promised(content, cue))

    def carried(self, content: Marked, last_cue: dict[int, int]) -> int | None:
        """For a quotation that opens a paragraph without a cue: the last cue of the paragraph before, on which it goes on.

        The linker learnt to refuse what hangs on a cue that was missed, and such a quotation looks like one.
        """
        at = content.first
        here = int(self.paragraph[at])
        opens = at > 0 and self.paragraph[at - 1] != here
        return last_cue.get(here - 1) if opens and self.quoted[at] and here not in last_cue else None

    def _is_promised(self, content: Marked, cue: Marked) -> bool:
        """Whether a content opens the paragraph after one that ends with the cue and a colon: "The mayor wrote in May:"."""
        at = content.first
        opens = at > 0 and self.paragraph[at - 1] != self.paragraph[at]
        behind = at - 1 - cue.last
        return bool(
            opens
            and self.paragraph[cue.first] == self.paragraph[at - 1]
            and behind <= _BEHIND
            and self.colon[at - 1]
        )
