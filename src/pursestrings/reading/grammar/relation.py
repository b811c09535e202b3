"""An attribution by its stretches of text, and whether it reports speech; nothing here knows who anybody is."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """Source, cue and content as stretches of the text. `score` is the chance that they are right.

    `antecedent` is what a relative pronoun or the label of a turn stands for, where the text names it in full. `label`
    is the name that the label of a turn gives to somebody of whom nothing else is known; empty where it gives none.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    act: str
    score: float
    antecedent: Span | None = None
    label: str | None = None

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return min(span[0] for span in (*self.content, self.source, self.cue) if span)
