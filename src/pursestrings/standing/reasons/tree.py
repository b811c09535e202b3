"""Reasons as a tree: each node a sentence made from facts, with the facts' ids and their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from pursestrings.dates import PartialDate
from pursestrings.register.index import Register
from pursestrings.register.models.agency import DesignationList, Notice, Request, Threat
from pursestrings.register.models.base import Fact, Source
from pursestrings.register.models.courts import Act
from pursestrings.register.models.law import Condition, Instrument
from pursestrings.register.models.local import Rule
from pursestrings.register.models.money import Event, Sum

Json = dict[str, object]

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
class Cited:
    """A fact behind a reason. `private` marks one from the user's own overlay."""

    id: str
    fact: Fact
    private: bool = False

    def as_json(self) -> Json:
        """Id, trust and sources of the fact."""
        checked = self.fact.checked
        since = known_since(self.fact)
        return {
            "id": self.id,
            "confidence": self.fact.confidence.value,
            "checked": {"on": str(checked.on), "saw": checked.saw, "url": checked.url} if checked else None,
            "known_since": str(since) if since else None,
            "private": self.private,
            "sources": [source_json(source) for source in self.fact.sources],
        }


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


Cite = Callable[[str, Fact], Cited]


def citing(register: Register) -> Cite:
    """A function that cites a fact of this register and marks the user's private ones."""

    def cite(fact_id: str, fact: Fact) -> Cited:
        return Cited(fact_id, fact, register.is_private(fact_id))

    return cite


def cited_once(root: Reason) -> dict[str, Cited]:
    """Every fact of a tree by its id, in the order in which the tree first cites it."""
    found: dict[str, Cited] = {}
    for reason in root.walk():
        for cited in reason.cites:
            found.setdefault(cited.id, cited)
    return found


def known_since(fact: Fact) -> PartialDate | None:
    """The second clock of a fact.

    Acts of courts, legislatures and agencies are known since their own day; what a place does, who runs
    a jail and what was awarded since the earliest dated source that tells of it.
    """
    match fact:
        case Act() | Instrument() | Request() | DesignationList() | Threat() | Sum() | Event():
            own = fact.date
        case Condition():
            own = fact.announced
        case Notice():
            own = fact.posted or fact.posted_not_after
        case Rule():
            own = fact.effective_from
        case _:
            own = None
    return own or fact.earliest_source


def source_json(source: Source) -> Json:
    """A source for machines."""
    date = str(source.date) if source.date else "undated"
    anchor = source.anchor.model_dump() if source.anchor else None
    return {
        "title": source.title,
        "publisher": source.publisher,
        "date": date,
        "url": source.url,
        "anchor": anchor,
    }
