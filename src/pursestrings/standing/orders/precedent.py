"""What the court of appeals that binds a place's courts, or the Supreme Court, has held of a condition.

A holding binds from the day of the opinion, mandate or not, and outlives the condition. District courts
bind their parties only and make none. Each holding is coded by a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pursestrings.places import Place
from pursestrings.register.models.courts import Act, ChangeKind
from pursestrings.register.models.law import Condition
from pursestrings.standing.orders.effects import OVER, Docket, known_by
from pursestrings.standing.orders.holdings import Bearing, Held
from pursestrings.standing.question import Question

SUPREME = "scotus"


class Precedent(StrEnum):
    """What binding courts have held of this very condition."""

    NONE = "none"
    UNLAWFUL = "unlawful"
    LAWFUL = "lawful"
    DIVIDED = "divided"


class Weight(StrEnum):
    """How a holding bears on a condition that it did not decide, or on a place that it does not bind."""

    CONTROLLING = "controlling"
    PERSUASIVE = "persuasive"


@dataclass(frozen=True, slots=True)
class Reasoning:
    """A holding on the same authority for another year or program, or in another circuit."""

    held: Held
    weight: Weight


@dataclass(frozen=True, slots=True)
class PrecedentAnswer:
    """The precedent, the holdings it is made of, and the reasoning beside it."""

    precedent: Precedent
    binding: tuple[Held, ...]
    reasoning: tuple[Reasoning, ...]


def circuit_of(court: str) -> str | None:
    """The circuit whose states a court of appeals binds (`ca9` → `9`, `cadc` → `dc`); None for others."""
    if not court.startswith("ca"):
        return None
    rest = court.removeprefix("ca")
    return rest if rest.isdigit() or rest in {"dc", "fc"} else None


def is_higher(court: str) -> bool:
    """Whether a court hears appeals: the Supreme Court or a circuit, by its courts-db id."""
    return court == SUPREME or circuit_of(court) is not None


def precedent_of(question: Question, docket: Docket) -> PrecedentAnswer:
    """The binding holdings on the condition for the place's courts on the day."""
    binding: list[Held] = []
    reasoning: list[Reasoning] = []
    for one in docket.holdings.bearing_on(question.condition):
        held = one.held
        if not _stands(held, question, docket):
            continue
        here = _binds(held, question.place)
        if here and question.condition.id in held.holding.conditions:
            binding.append(held)
        else:
            weight = _weight(one, question.condition, here=here)
            if weight is not None:
                reasoning.append(Reasoning(held, weight))
    decisive = _last_word(binding) or binding
    return PrecedentAnswer(_summary(decisive), tuple(decisive), tuple(reasoning))


def precedent_alone(question: Question, docket: Docket) -> Precedent:
    """The precedent without the reasoning beside it."""
    binding = [
        held
        for held in docket.holdings.on(question.condition.id)
        if _binds(held, question.place) and _stands(held, question, docket)
    ]
    return _summary(_last_word(binding) or binding)


def _last_word(binding: list[Held]) -> list[Held]:
    """What the Supreme Court held last; it is above every circuit and above its own past."""
    supreme = [held for held in binding if held.act.court == SUPREME]
    last = max((held.act.date for held in supreme), default=None)
    return [held for held in supreme if held.act.date == last]


def _decided(held: Held, question: Question) -> frozenset[str]:
    """The condition asked about, where the holding is on it; else all that it is on, as reasoning."""
    decided = frozenset(held.holding.conditions)
    return decided & {question.condition.id} or decided


def _overturned(act: Act, decided: frozenset[str], question: Question, docket: Docket) -> bool:
    """Whether an opinion was vacated, reversed or replaced by its own court or the Supreme Court.

    It is, from the day of the later opinion, mandate or not, and doubt about that counts against the
    holding. A lower court's act, a settlement or a stay of the mandate leaves the holding as it is.
    """
    for one in docket.changes_of(act.id):
        does, touched = one.change.does, one.change.conditions
        if does not in OVER:
            continue
        if one.act.court not in {act.court, SUPREME} or (touched and not decided <= set(touched)):
            continue
        if one.act.date.earliest > question.on or not known_by(one.act.date, question.known, perhaps=True):
            continue
        if does is ChangeKind.REPLACES or not _overturned(one.act, decided, question, docket):
            return True
    return False


def _summary(binding: list[Held]) -> Precedent:
    held = {one.holding.held.value for one in binding}
    if not held:
        return Precedent.NONE
    return Precedent(held.pop()) if len(held) == 1 else Precedent.DIVIDED


def _stands(held: Held, question: Question, docket: Docket) -> bool:
    """Whether the opinion was out by the day, known, and not overturned."""
    day = held.act.date
    if day.latest > question.on or not known_by(day, question.known):
        return False
    return not _overturned(held.act, _decided(held, question), question, docket)


def _binds(held: Held, place: Place) -> bool:
    if not held.holding.binding:
        return False
    court = held.act.court
    return court == SUPREME or (place.circuit is not None and circuit_of(court) == place.circuit)


def _weight(one: Bearing, condition: Condition, *, here: bool) -> Weight | None:
    """Controlling where a person coded the terms as the same in the same circuit, else persuasive."""
    held = one.held
    if not is_higher(held.act.court):
        return None
    if here and condition.id in held.holding.controls:
        return Weight.CONTROLLING
    return Weight.PERSUASIVE if one.alike else None
