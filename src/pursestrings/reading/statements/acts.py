"""Whether an attribution reports speech or an attitude: by its cue, as the committed list has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.cues import ATTITUDE, SPEECH, Cue, cues
from pursestrings.reading.grammar.shapes import is_verb
from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.grammar.wordfiles import section

_WH: Final = frozenset({"whether", "if", "how", "why", "what", "who", "where", "when", "which"})
_PICTURES: Final = frozenset({"describe", "characterize", "characterise", "portray"})
_LOOSE: Final = frozenset({"stance", "topic"})


def act_of(cue: Sequence[Item], behind: Sequence[Item], content: Sequence[Item]) -> str:
    """Speech or attitude, from the items of a cue, those right behind it in its sentence, and those of the content.

    What was only possible, asked for or denied was not said; words in quotation marks were.
    """
    at_length = _quotes_at_length(content)
    lowered = {item.lower for item in cue}
    if lowered & section("cues", "noun"):
        return SPEECH
    found = next(_matching(cue, behind), None)
    if found is None:
        return SPEECH if at_length else ATTITUDE
    quoted = any(item.quotation is not None for item in content)
    if lowered & words.NEGATIONS or (lowered & words.MODALS and not quoted):
        return ATTITUDE
    if found.kind in _LOOSE and at_length:
        return SPEECH
    if found.lemma in _PICTURES and not quoted:
        clear = content[:1] and content[0].lower in _WH
        return SPEECH if clear or any(item.lower == "as" for item in (*behind[:1], *content)) else ATTITUDE
    mentions = found.kind in {"say", "vow"} and found.lemma != "say" and not at_length
    return ATTITUDE if mentions and content and not _is_clause(content) else found.act


def _is_clause(content: Sequence[Item]) -> bool:
    """Whether words say something, and don't only name it: "claims it failed", not "claims victory"."""
    opens = content[0].lower
    if opens in {"to", "that", "there"} | _WH | words.SUBJECT_PRONOUNS:
        return True
    return any(is_verb(item) for item in content if item.is_word)


def _matching(cue: Sequence[Item], behind: Sequence[Item]) -> Iterator[Cue]:
    """The cues that the words are, from left to right, the longest phrase first."""
    table = cues()
    run = [item.lower for item in (*cue, *behind)]
    for at, item in enumerate(cue):
        for candidate in table.get(item.lower, ()) if item.is_word else ():
            end = at + 1 + len(candidate.particles)
            if tuple(run[at + 1 : end]) == candidate.particles:
                yield candidate


def _quotes_at_length(items: Sequence[Item]) -> bool:
    """Whether a content holds a quotation of more than a term held at arm's length."""
    for before, item in zip([None, *items], items, strict=False):
        if item.quotation is not None:
            named = before is not None and before.lower in {"as", "a", "an"}
            if named or item.text.count(" ") >= 2:
                return True
    return False
