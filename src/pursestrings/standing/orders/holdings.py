"""Every holding of a court, by the conditions on which it can bear."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pursestrings.register.index import Register
from pursestrings.register.models.base import Confidence
from pursestrings.register.models.courts import Act, Case, Holding
from pursestrings.register.models.law import Condition


@dataclass(frozen=True, slots=True)
class Held:
    """A holding of an act."""

    case: Case
    act: Act
    holding: Holding


@dataclass(frozen=True, slots=True)
class Bearing:
    """A holding that bears on a condition: `alike`, if it is on it or on another of like authority and duty."""

    held: Held
    alike: bool


class Holdings:
    """The holdings that count, those only remembered left out."""

    def __init__(self, register: Register) -> None:
        """Index the holdings of all cases once."""
        self._conditions = register.conditions
        self._all: list[Held] = []
        self._on: dict[str, list[Held]] = defaultdict(list)
        self._bearing: dict[str, list[Bearing]] = {}
        for case in register.cases.values():
            for act in case.acts:
                for holding in act.holdings:
                    if (holding.confidence or act.confidence) is not Confidence.RECALLED:
                        self._add(Held(case, act, holding))

    def on(self, condition: str) -> list[Held]:
        """The holdings on this very condition."""
        return self._on.get(condition, [])

    def bearing_on(self, condition: Condition) -> list[Bearing]:
        """The holdings on the condition, on those like it, and those that a person coded as the same."""
        found = self._bearing.get(condition.id)
        if found is None:
            judged = ((held, self._alike(held.holding, condition)) for held in self._all)
            found = self._bearing[condition.id] = [
                Bearing(held, alike)
                for held, alike in judged
                if alike or condition.id in held.holding.controls
            ]
        return found

    def _add(self, held: Held) -> None:
        self._all.append(held)
        for condition in dict.fromkeys(held.holding.conditions):
            self._on[condition].append(held)

    def _alike(self, holding: Holding, condition: Condition) -> bool:
        others = (self._conditions[name] for name in holding.conditions if name in self._conditions)
        return condition.id in holding.conditions or any(same_authority(one, condition) for one in others)


def same_authority(one: Condition, other: Condition) -> bool:
    """Whether two conditions rest on one of the same authorities and demand one of the same duties."""
    duties = {requirement.duty for requirement in one.requirements if requirement.judged}
    shared = duties & {requirement.duty for requirement in other.requirements if requirement.judged}
    return bool(shared) and bool(set(one.authorities) & set(other.authorities))
