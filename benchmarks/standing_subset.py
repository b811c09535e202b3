"""The places, conditions and days that `standing.py` and `standing_goals.py` ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pursestrings.places import Place, all_places, get, states
from pursestrings.standing.engine import Engine

QUESTIONS, CROWD, SEED = 2000, 100_000, 20260301
FIRST, LAST = date(2016, 1, 1), date(2026, 12, 31)
FIELDS = ("force", "fit")
CONDITIONS = (
    "jag-2017-1373",
    "jag-2017-access",
    "jag-2017-notice",
    "jag-2018-1373",
    "jag-2018-1644",
    "jag-2018-access",
    "jag-2018-nondisclosure",
    "jag-2018-notice",
    "jag-2018-questions",
    "eo13768-9a",
    "dot-imm-condition-2025",
    "eo-14159-17",
)


@dataclass(frozen=True)
class Subset:
    """What is asked of both: the places and conditions, and the questions drawn from them."""

    places: list[Place]
    questions: list[tuple[str, str, str]]
    days: list[str]
    crowd: list[Place]

    @classmethod
    def of(cls, engine: Engine) -> Subset:
        register = engine.register
        recorded = {*register.policies, *register.custody}
        cities = [place for place in all_places() if place.level == "municipality"]
        largest = sorted(cities, key=lambda place: -(place.population or 0))[:50]
        ids = {*recorded, *(place.ocd for place in (*largest, *states()) if place.legal != "territory")}
        places = [get(ocd) for ocd in sorted(ids)]
        draw = Random(SEED)
        span = (LAST - FIRST).days
        questions = [
            (
                draw.choice(places).ocd,
                draw.choice(CONDITIONS),
                (FIRST + timedelta(days=draw.randint(0, span))).isoformat(),
            )
            for _ in range(QUESTIONS)
        ]
        months = [date(year, month, 1) for year in range(FIRST.year, LAST.year + 1) for month in range(1, 13)]
        return cls(places, questions, [day.isoformat() for day in months], draw.choices(places, k=CROWD))
