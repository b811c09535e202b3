"""Facts as an answer cites them: trust, sources, and since when they are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pursestrings.dates import PartialDate
from pursestrings.register.index import Register
from pursestrings.register.models.agency import DesignationList, Notice, Request, Threat
from pursestrings.register.models.base import Checked, Fact, Source
from pursestrings.register.models.courts import Act
from pursestrings.register.models.law import Condition, Instrument
from pursestrings.register.models.local import Rule
from pursestrings.register.models.money import Event, Sum

Json = dict[str, object]


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
            "checked": _look(checked) if checked else None,
            "known_since": str(since) if since else None,
            "private": self.private,
            "sources": [source_json(source) for source in self.fact.sources],
        }


def _look(look: Checked) -> Json:
    return {"on": str(look.on), "at": look.at.value if look.at else None, "saw": look.saw, "url": look.url}


Cite = Callable[[str, Fact], Cited]


def citing(register: Register) -> Cite:
    """A function that cites a fact of this register and marks the user's private ones."""

    def cite(fact_id: str, fact: Fact) -> Cited:
        return Cited(fact_id, fact, register.is_private(fact_id))

    return cite


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
