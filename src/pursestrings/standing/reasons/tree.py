"""Reasons as a tree: each node a sentence made from facts, with the facts' ids and their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pursestrings.standing.cited import Cited, Json

SCHEMA = "1"
"""The version of the tree's form, as docs/schema/reasons.schema.json has it."""


class Step(StrEnum):
    """What a node decides or tells: stable names, by which machines follow a tree."""

    VERDICT = "verdict"
    REACH = "reach"
    FORCE = "force"
    ANNOUNCED = "announced"
    ENDED = "ended"
    ORDER = "order"
    RELIEF = "relief"
    STAY = "stay"
    APPEAL = "appeal"
    SPRINGS_BACK = "springs_back"
    ALIVE = "alive"
    NOTICE = "notice"
    LOST = "lost"
    LOSS = "loss"
    ELSEWHERE = "elsewhere"
    DOUBT = "doubt"
    STALE = "stale"
    PRECEDENT = "precedent"
    HOLDING = "holding"
    REASONING = "reasoning"
    FIT = "fit"
    REQUIREMENT = "requirement"
    CUSTODY = "custody"
    ANSWER = "answer"
    READING = "reading"
    COMPLY = "comply"
    STAKE = "stake"
    MONEY = "money"
    COVER = "cover"
    DUE = "due"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Reason:
    """One node: its step, the sentence it claims, the value it gives, its facts, the nodes under it.

    `value` is the coded word, day or figure that the step comes to; None where it comes to none.
    """

    step: Step
    claim: str
    value: str | None = None
    cites: tuple[Cited, ...] = ()
    because: tuple[Reason, ...] = ()

    def as_json(self) -> Json:
        """The tree below this node."""
        return {
            "step": self.step.value,
            "value": self.value,
            "claim": self.claim,
            "facts": [cited.as_json() for cited in self.cites],
            "because": [reason.as_json() for reason in self.because],
        }

    def walk(self) -> Iterator[Reason]:
        """The node itself and every one below it, as they are read."""
        yield self
        for reason in self.because:
            yield from reason.walk()


def cited_once(root: Reason) -> dict[str, Cited]:
    """Every fact of a tree by its id, in the order in which the tree first cites it."""
    found: dict[str, Cited] = {}
    for reason in root.walk():
        for cited in reason.cites:
            found.setdefault(cited.id, cited)
    return found
