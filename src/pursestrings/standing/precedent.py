"""What the court of appeals that binds a place's courts, or the Supreme Court, has held of a condition.

A holding binds from the day of the opinion, mandate or not, and outlives the condition. District courts
bind their parties only and make none. Each holding is coded by a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.base import Confidence
from pursestrings.register.models.courts import Act, Case, Holding
from pursestrings.register.models.law import Condition
from pursestrings.standing.effects import Docket, known_by
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
class Held:
    """A holding of an act."""

    case: Case
    act: Act
    holding: Holding


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


def precedent_of(question: Question, register: Register, docket: Docket) -> PrecedentAnswer:
    """The binding holdings on the condition for the place's courts on the day."""
    binding: list[Held] = []
    reasoning: list[Reasoning] = []
    for held in _holdings(question.on, question.known, register):
        if docket.ended(held.act, question.condition.id, question.on, question.known):
            continue
        here = _binds(held, question.place)
        if here and question.condition.id in held.holding.conditions:
            binding.append(held)
        else:
            weight = _weight(held, question.condition, register, here=here)
            if weight is not None:
                reasoning.append(Reasoning(held, weight))
    supreme = [held for held in binding if held.act.court == SUPREME]
    decisive = supreme or binding
    return PrecedentAnswer(_summary(decisive), tuple(decisive), tuple(reasoning))


def _summary(binding: list[Held]) -> Precedent:
    held = {one.holding.held.value for one in binding}
    if not held:
        return Precedent.NONE
    return Precedent(held.pop()) if len(held) == 1 else Precedent.DIVIDED


def _holdings(on: date, known: date | None, register: Register) -> list[Held]:
    return [
        Held(case, act, holding)
        for case in register.cases.values()
        for act in case.acts
        if act.date.latest <= on and known_by(act.date, known)
        for holding in act.holdings
        if (holding.confidence or act.confidence) is not Confidence.RECALLED
    ]


def _binds(held: Held, place: Place) -> bool:
    if not held.holding.binding:
        return False
    court = held.act.court
    return court == SUPREME or (place.circuit is not None and circuit_of(court) == place.circuit)


def _weight(held: Held, condition: Condition, register: Register, *, here: bool) -> Weight | None:
    """Controlling where a person coded the terms as the same in the same circuit, else persuasive."""
    if circuit_of(held.act.court) is None and held.act.court != SUPREME:
        return None
    if here and condition.id in held.holding.controls:
        return Weight.CONTROLLING
    same = condition.id in held.holding.conditions or any(
        _same_authority(register.conditions[name], condition)
        for name in held.holding.conditions
        if name in register.conditions
    )
    return Weight.PERSUASIVE if same else None


def _same_authority(one: Condition, other: Condition) -> bool:
    """Whether two conditions rest on the same authorities and demand one of the same duties."""
    duties = {requirement.duty for requirement in one.requirements if requirement.judged}
    shared = duties & {requirement.duty for requirement in other.requirements if requirement.judged}
    return bool(shared) and bool(set(one.authorities) & set(other.authorities))
