"""A brief put together: every string and all that the record says for one place on one day.

The result is the JSON of the contract; every surface renders that, so that no two can say different things.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pursestrings.brief.bottom import bottom_line
from pursestrings.brief.record import Record
from pursestrings.places import Place
from pursestrings.register.coverage.place import coverage_of
from pursestrings.register.models.law import Condition
from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Json
from pursestrings.standing.engine import Engine
from pursestrings.standing.money.bounds import Bounds, bounds_of
from pursestrings.standing.money.reach import Reaches

SCHEMA = "1"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the brief is for: a place, a day, and the day from which it is seen."""

    place: Place
    on: date
    known: date | None = None


def compose(asked: Asked, engine: Engine, statements: Iterable[Json] = ()) -> Json:
    """The brief. `statements` are what the user's documents report officials of the place to have said."""
    engine.covered(asked.on)
    answers = _answers(asked, engine)
    record = Record(asked.place, asked.on, asked.known, engine)
    standings = [engine.as_json(answer) for answer in answers]
    requests = record.requests()
    custody = record.custody()
    at_stake = _at_stake(asked, answers).as_json()
    return {
        "schema": SCHEMA,
        "place": {"id": asked.place.ocd, "geoid": asked.place.geoid, "name": asked.place.label},
        "on": asked.on.isoformat(),
        "as_known_on": asked.known.isoformat() if asked.known else None,
        "register": engine.edition(),
        "bottom_line": bottom_line(
            asked.place, asked.on, standings, at_stake, requests, engine.register.meta.known_through
        ),
        "coverage": coverage_of(asked.place, asked.on, engine.register, asked.known).as_json(),
        "at_stake": at_stake,
        "standings": standings,
        "not_coded": record.not_coded(),
        "certifications": record.certifications([answer.question.condition.id for answer in answers]),
        "requests": requests,
        "lists": record.lists(),
        "threats": record.threats(),
        "bills": record.bills(),
        "policies": record.policies(),
        "custody": custody,
        "responses": record.responses(),
        "agreements": record.agreements(),
        "cases": record.cases(),
        "money": record.money(),
        "events": record.events(),
        "statements": [*record.statements(), *statements],
    }


def _answers(asked: Asked, engine: Engine) -> list[Standing]:
    """Each condition that was announced by the day and reaches the place, the latest first."""
    found = []
    for condition in engine.register.conditions.values():
        if condition.do_not_compute is None and _announced(condition, asked):
            answer = engine.standing(asked.place, condition.id, asked.on, asked.known)
            if answer.reach.reach is not Reaches.OUTSIDE:
                found.append(answer)
    return sorted(found, key=_weight)


def _at_stake(asked: Asked, answers: list[Standing]) -> Bounds:
    """The smallest and largest figure under all strings that are live, blocked ones among them."""
    lines = [line for answer in answers if not _over(answer) for line in answer.stake]
    return bounds_of(asked.place, lines)


def _over(answer: Standing) -> bool:
    return not answer.force.force.live


def _announced(condition: Condition, asked: Asked) -> bool:
    seen = asked.on if asked.known is None else min(asked.on, asked.known)
    return condition.announced.earliest <= seen


_ORDER = {"exposed": 0, "contestable": 1, "uncertain": 2, "blocked": 3, "clear": 4}


def _weight(answer: Standing) -> tuple[bool, int, str]:
    over = answer.force.force.value == "withdrawn"
    return over, _ORDER[answer.verdict.value], answer.question.condition.id
