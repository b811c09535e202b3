"""Where in a sentence a cue stands, which of its classes it can be there, and who its subject is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pursestrings.reading.cues import Cue, cues
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.nouns import nominal
from pursestrings.reading.grammar.shapes import shape_fits
from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.grammar.subjects import Phrase, following, main_subject, subject

# "Backing down", "called off": with such a word behind it a verb is another verb.
_TURNS: Final = frozenset({"down", "up", "off", "away", "out", "together", "aside"})


@dataclass(slots=True)
class Hit:
    """A cue at item `at`; `first` to `last` is its verb group with its particles."""

    cues: tuple[Cue, ...]
    first: int
    at: int
    last: int
    subject: Phrase | None
    side: str
    negated: bool = False
    unreal: bool = False
    """Whether it is only possible, asked for or conditional: "will say", "if Doe says"."""

    @property
    def lead(self) -> Cue:
        """The cue of the longest phrase."""
        return self.cues[0]


def hits(items: list[Item]) -> list[Hit]:
    """Every place of a sentence where a cue can attribute something, in order."""
    table = cues()
    found: list[Hit] = []
    for index, item in enumerate(items):
        candidates = (
            table.get(item.lower)
            if item.is_word and not (item.is_name and item.lower in words.VERBS_OR_NOUNS)
            else None
        )
        if candidates:
            hit = _hit(items, index, _matching(items, index, candidates))
            if hit is not None:
                found.append(hit)
    return found


def _matching(items: list[Item], index: int, candidates: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The candidates whose particles follow; a phrase shuts out the bare verb."""
    fits = [
        cue
        for cue in candidates
        if [item.lower for item in items[index + 1 : index + 1 + len(cue.particles)]] == list(cue.particles)
    ]
    longest = max((len(cue.particles) for cue in fits), default=0)
    if not longest and index + 1 < len(items) and items[index + 1].lower in _TURNS:
        return ()
    return tuple(cue for cue in fits if len(cue.particles) == longest)


def _hit(items: list[Item], index: int, fitting: tuple[Cue, ...]) -> Hit | None:
    if not fitting:
        return None
    first = _group_start(items, index)
    group = {item.lower for item in items[first:index]}
    last = index + len(fitting[0].particles)
    negated = bool(group & words.NEGATIONS)
    fitting = tuple(cue for cue in fitting if shape_fits(items, index, first, group, cue))
    if not fitting:
        return None
    phrase, side = _subject(items, index, first, last, fitting[0])
    if side == "none":
        return None
    unreal = bool(group & words.MODALS) or _conditional(items, phrase, side)
    return Hit(fitting, first, index, last, phrase, side, negated, unreal)


def _conditional(items: list[Item], phrase: Phrase | None, side: str) -> bool:
    if phrase is None or side != "left" or phrase.first == 0:
        return False
    return items[phrase.first - 1].lower in {"if", "when", "whenever", "unless", "whether", "until"}


def _group_start(items: list[Item], index: int) -> int:
    """The first item of the verb group: "has in the past pledged", "would not say"."""
    first = index
    while (
        first > 0
        and items[first - 1].quotation is None
        and (
            items[first - 1].lower in words.AUXILIARIES
            or items[first - 1].lower in {"not", "to"}
            or (words.is_adverb(items[first - 1].lower) and not items[first - 1].is_name)
        )
    ):
        first -= 1
    if first >= 4 and items[first - 1].is_word:
        for at in range(first - 2, max(0, first - 6), -1):
            if items[at].lower in words.HAVE and items[at + 1].lower in words.PREPOSITIONS:
                return at
    while (
        first < index
        and items[first].lower not in words.AUXILIARIES | {"to", "not"}
        and first + 1 <= index
        and (items[first].lower in words.TIMES or items[first].lower in {"so", "here", "there"})
    ):
        first += 1
    return first


def _subject(items: list[Item], index: int, first: int, last: int, cue: Cue) -> tuple[Phrase | None, str]:
    """The subject and on which side it stands: left, right, or shared with an earlier verb."""
    group = {item.lower for item in items[first:index]}
    finite = "ing" not in cue.shapes or bool(group & words.BE)
    if not finite or "to" in group:
        return _of_participle(items, first), "shared"
    if first > 0:
        before = items[first - 1]
        if before.lower in {"and", "but", "or", "then"}:
            return main_subject(items, first - 1), "shared"
        phrase = subject(items, first - 1)
        inverted = (before.text == "," or before.quotation is not None) and not _opens_clause(items, phrase)
        if inverted and last + 1 < len(items):
            beyond = following(items, last + 1)
            if beyond is not None and _inverts(items, first, beyond, before, cue):
                return beyond, "right"
        if phrase is not None:
            return _behind_quotation(items, phrase), "left"
        if before.text == ",":
            return main_subject(items, first - 1), "shared"
    return None, "none"


def _of_participle(items: list[Item], first: int) -> Phrase | None:
    """The subject of "saying": the sentence's own, or the paper that says where nobody does ("listed in a report citing")."""
    phrase = main_subject(items, first)
    before = items[first - 1] if first else None
    if before is not None and before.is_word and before.lower not in words.PREPOSITIONS | words.COORDINATORS:
        passive = any(
            (items[at].lower in words.BE and items[at + 1].lower.endswith("ed"))
            or items[at + 2].lower.endswith("ed")
            for at in range(first - 2)
            if items[at].lower in words.BE
        )
        if phrase is None or passive:
            return subject(items, first - 1)
    return phrase


def _opens_clause(items: list[Item], phrase: Phrase | None) -> bool:
    """Whether a subject stands at the head of its clause: "Doe, a teacher, said Boston would"."""
    if phrase is None:
        return False
    if phrase.first == 0:
        return True
    before = items[phrase.first - 1]
    if before.quotation is not None and not before.is_aside:
        return True
    return before.lower in words.OPENERS | words.SUBORDINATORS or (
        before.text == "," and items[0].lower in words.PREPOSITIONS | words.OPENERS | words.SUBORDINATORS
    )


def _behind_quotation(items: list[Item], phrase: Phrase) -> Phrase:
    """All that stands between a quotation and its verb, past more commas than `subject` follows."""
    between = items[1 : phrase.first]
    if phrase.first < 2 or not items[0].ends_clause or items[phrase.first - 1].text != ",":
        return phrase
    if any(
        item.quotation is not None or item.lower in words.FINITE | words.SUBORDINATORS for item in between
    ):
        return phrase
    return Phrase(1, phrase.last) if nominal(items[1]) or items[1].lower in words.DETERMINERS else phrase


def _inverts(items: list[Item], first: int, beyond: Phrase, before: Item, cue: Cue) -> bool:
    """Whether a verb after a comma or a quotation has its subject behind it."""
    if not cue.manner.after or cue.manner.addressee or "base" in cue.shapes - {"past"}:
        return False
    if before.quotation is not None:
        return before.quotation.inner_end > before.quotation.inner_start and (
            items[beyond.first].is_name or items[beyond.first].lower not in words.OBJECT_PRONOUNS
        )
    after = items[beyond.last + 1] if beyond.last + 1 < len(items) else None
    return first > 1 and (
        after is None
        or after.text in ".,;:"
        or after.lower in words.PREPOSITIONS | words.TIMES | {"who", "as"}
    )
