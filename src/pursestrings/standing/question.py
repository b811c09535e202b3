"""One question to the engine: a place, a condition, a day, and the day from which it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pursestrings.places import Place
from pursestrings.register.models.law import Condition


@dataclass(frozen=True, slots=True)
class Question:
    """`known` is the second clock: only what was known by then counts; None counts all that is held."""

    place: Place
    condition: Condition
    on: date
    known: date | None = None

    def as_json(self) -> dict[str, object]:
        """The question for machines."""
        return {
            "place": self.place.ocd,
            "place_name": self.place.label,
            "condition": self.condition.id,
            "condition_name": self.condition.name,
            "on": self.on.isoformat(),
            "as_known_on": self.known.isoformat() if self.known else None,
        }
