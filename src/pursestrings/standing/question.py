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
