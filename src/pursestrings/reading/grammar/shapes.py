"""Whether a word has the shape of a finite verb."""

from __future__ import annotations

import re
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.cues import cues
from pursestrings.reading.grammar.stream import Item

_CONTRACTED: Final = re.compile(r"(?:[’'](?:re|ve|ll|m|d)|n[’']t|^(?:he|she|it|that|there|who|what)[’']s)$")


def is_verb(item: Item) -> bool:
    """Whether a word is a finite verb, as far as its form tells."""
    if item.lower in words.FINITE or _CONTRACTED.search(item.lower):
        return True
    if item.text == item.lower and item.lower.endswith("ed"):
        return True
    forms = () if item.lower in words.VERBS_OR_NOUNS else cues().get(item.lower, ())
    return any(cue.finite and not cue.particles for cue in forms)
