"""He and she: the likeliest of those who were named or heard before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.reading.chaining import Reference
from pursestrings.reading.known import Known

# What having spoken last counts, by how many paragraphs ago.
_SPOKE: Final = (2.5, 2.5, 1.0, 0.3)
_OWNER: Final = -0.7
_OFTEN: Final = 0.15
_SUBJECT: Final = 1.5
_PASSAGE: Final = 1.5
_SENTENCE: Final = 0.4
_REACH: Final = len(_SPOKE) - 1


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody spoke: a person, or under `thing` a body, a group or a paper."""

    passage: int
    person: Known | None
    thing: str | None
    offset: int


def person_meant(
    references: Sequence[Reference], turns: Sequence[Turn], passage: int, sentence: int, sex: str
) -> Known | None:
    """The person meant by a pronoun in this passage and sentence; they are taken to be of its sex from then on.

    Who is near counts, more so as the subject of a sentence, most who spoke last.
    """
    weights: dict[int, tuple[float, Known]] = {}
    for reference in references:
        if reference.person.sex in {None, sex}:
            away = passage - reference.passage
            near = -_PASSAGE * away if away else -_SENTENCE * (sentence - reference.sentence)
            weight = near + (_SUBJECT if reference.subject else 0.0) + (_OWNER if reference.owner else 0.0)
            held = weights.get(id(reference.person), (weight, reference.person))
            weights[id(reference.person)] = (max(held[0], weight) + _OFTEN, reference.person)
    last = next((turn for turn in reversed(turns) if turn.person is not None and turn.thing is None), None)
    if (
        last is not None
        and last.person is not None
        and last.person.sex in {None, sex}
        and passage - last.passage <= _REACH
    ):
        held = weights.get(id(last.person), (-_PASSAGE * (passage - last.passage), last.person))
        weights[id(last.person)] = (held[0] + _SPOKE[max(0, passage - last.passage)], last.person)
    if not weights:
        return None
    person = max(weights.values(), key=lambda pair: pair[0])[1]
    person.sex = person.sex or sex
    return person
