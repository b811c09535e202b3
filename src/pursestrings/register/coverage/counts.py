"""What the whole register holds: facts by kind, year, state, trust, basis, and by what was looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import BaseModel

from pursestrings.dates import PartialDate
from pursestrings.register.index import Register
from pursestrings.register.models.base import Fact
from pursestrings.register.models.courts import Case
from pursestrings.register.models.local import FeatureAnswer, PlaceRecord
from pursestrings.register.models.money import AwardFile

Json = dict[str, object]

NOT_LOOKED_AT = "none"
"""Stands for a fact at which nobody has looked since it was entered."""


NOT_SAID = "unsaid"
"""Stands for a look of one's own that does not say at what it was."""


@dataclass(slots=True)
class KindCount:
    """The facts of one kind: how many, how sure, and at what sort of page each was looked at."""

    total: int = 0
    confidence: Counter[str] = field(default_factory=Counter)
    looked: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)

    def add(self, fact: Fact, day: PartialDate | None) -> None:
        """Count one more."""
        self.total += 1
        self.confidence[fact.confidence.value] += 1
        self.looked[_looked_at(fact)] += 1
        if day is not None:
            self.years[day.year] += 1

    def as_json(self) -> Json:
        """The counts, the years in order."""
        return {
            "total": self.total,
            "confidence": dict(self.confidence),
            "looked_at": dict(self.looked),
            "years": {str(year): self.years[year] for year in sorted(self.years)},
        }


@dataclass(slots=True)
class Counts:
    """All counts of a register. `answers` are those of local policies, by what they rest on."""

    kinds: dict[str, KindCount] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    unanswered: int = 0
    states: dict[str, Counter[str]] = field(default_factory=dict)

    def as_json(self) -> Json:
        """The counts for machines."""
        return {
            "kinds": {kind: count.as_json() for kind, count in self.kinds.items()},
            "answers": {**self.answers, "unknown": self.unanswered},
            "states": {state: dict(count) for state, count in sorted(self.states.items())},
        }


def counts(register: Register) -> Counts:
    """Count every fact of the register, the parts of a file (acts, policies, awards) as facts of their own."""
    found = Counts()
    for kind, things in register.stores.items():
        for thing in things.values():
            for name, fact in _facts(kind, thing):
                found.kinds.setdefault(name, KindCount()).add(fact, _day(fact))
            if isinstance(thing, PlaceRecord):
                _count_place(found, thing, len(register.codebook.features))
    for listed in register.agreement_files.values():
        _state(found, listed.state)["agreements"] += len(listed.agreements)
    for rule in register.rules.values():
        _state(found, rule.state)["state rules"] += 1
    return found


def _looked_at(fact: Fact) -> str:
    if fact.checked is None:
        return NOT_LOOKED_AT
    return fact.checked.at.value if fact.checked.at else NOT_SAID


def _facts(kind: str, thing: BaseModel) -> Iterator[tuple[str, Fact]]:
    """The facts of a file: itself where it is one, and the parts that are facts of their own."""
    if isinstance(thing, Fact):
        yield kind, thing
    if isinstance(thing, Case):
        yield from (("act", act) for act in thing.acts)
    if isinstance(thing, AwardFile):
        yield from (("award", award) for award in thing.awards)
    if isinstance(thing, PlaceRecord):
        yield from (("policy", policy) for policy in thing.policies)
        yield from (("response", response) for response in thing.responses)
        if thing.custody is not None:
            yield "custody", thing.custody


def _day(fact: Fact) -> PartialDate | None:
    """The day by which a fact is counted into a year: that on which it happened or began."""
    for name in ("start", "date", "announced", "posted", "effective_from"):
        value = getattr(fact, name, None)
        if isinstance(value, PartialDate) and value.year > 1:
            return value
    year = getattr(fact, "fiscal_year", None)
    return PartialDate(year) if isinstance(year, int) else None


def _count_place(found: Counts, record: PlaceRecord, features: int) -> None:
    of_state = _state(found, record.place)
    of_state["places"] += 1
    of_state["policies"] += len(record.policies)
    for policy in record.policies:
        known = [answer for answer in policy.answers.values() if counts_as_known(answer, policy)]
        found.answers.update(answer.basis.value for answer in known)
        found.unanswered += features - len(known)


def counts_as_known(answer: FeatureAnswer, policy: Fact) -> bool:
    """Whether an answer is known: neither it nor its policy is only remembered."""
    return policy.sure and (answer.confidence is None or answer.confidence.value != "recalled")


def _state(found: Counts, place: str) -> Counter[str]:
    parts = place.split("/")
    code = parts[2].partition(":")[2].upper() if len(parts) > 2 else "US"
    return found.states.setdefault(code, Counter())
