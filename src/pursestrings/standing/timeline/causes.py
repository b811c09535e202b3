"""Which facts made a change: the acts and notices of a day, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pydantic import BaseModel

from pursestrings.dates import PartialDate
from pursestrings.register.index import Register
from pursestrings.register.models.agency import Notice
from pursestrings.register.models.base import Fact
from pursestrings.register.models.courts import Act, Relief
from pursestrings.register.models.law import Condition, Instrument
from pursestrings.register.models.people import Association
from pursestrings.standing.compiled.turns import Turn
from pursestrings.standing.orders.effects import Docket
from pursestrings.standing.words import act_words, court_name, sentence

_DAY: Final = timedelta(days=1)
_TAILS: Final = {
    "takes_effect": "It takes effect this day.",
    "expires": "It expires this day.",
    "certain_until": "The record shows it alive up to here, and is silent after.",
    "outlived_until": "The order was seen alive after this act up to here; the record is silent after.",
    "doubtful_until": "By this day at the latest it has effect.",
    "posted_not_before": "It bears no date and can be no older than this day.",
    "posted_not_after": "It bears no date and was up by this day.",
    "until": "It lapses this day.",
}
_LAST_DAYS: Final = frozenset({"certain_until", "outlived_until"})
"""Dates that are the last day of what they say."""
_STALE: Final = "Nothing newer is on record for sixty days: from here on the record does not follow it."
_TEMPORARY: Final = "No end of this temporary order is on record, and it can hardly last longer."
_INEXACT: Final = "The record gives {date}, and no day."


@dataclass(frozen=True, slots=True)
class Cause:
    """A fact at work on one day: what it says, and whose act it is."""

    fact_id: str
    words: str
    by: str


class Causes:
    """Explains the turns of one register."""

    def __init__(self, register: Register, docket: Docket) -> None:
        """`docket` is that of the register."""
        self._register = register
        self._docket = docket

    def fact(self, fact_id: str) -> Fact:
        """The fact of an id that a turn may bear."""
        register = self._register
        if fact_id in register.acts:
            return register.acts[fact_id][1]
        stores: tuple[Mapping[str, Fact], ...] = (
            register.conditions, register.notices, register.instruments, register.associations,
            register.cases,
        )  # fmt: skip
        return next(store[fact_id] for store in stores if fact_id in store)

    def upon(self, orders: Iterable[str]) -> set[str]:
        """Orders, the acts that act upon them, and those upon these."""
        found: set[str] = set()
        waiting = list(orders)
        while waiting:
            order = waiting.pop()
            if order not in found:
                found.add(order)
                waiting += [one.act.id for one in self._docket.changes_of(order)]
        return found

    def tells(self, turn: Turn) -> bool:
        """Whether the fact says why something turns on that day; a day beside one of its dates says nothing."""
        fact = self.fact(turn.fact)
        if turn.stale or not isinstance(fact, Act):
            return True
        temporary = any(grant.relief is Relief.TEMPORARY for grant in fact.grants)
        return temporary or bool(_roles(fact, turn.day))

    def cause(self, turn: Turn) -> Cause:
        """The fact behind a turn, as it bears on that day."""
        fact = self.fact(turn.fact)
        parts = (_says(fact), _STALE if turn.stale else _tail(fact, turn.day))
        words = " ".join(part for part in parts if part)
        announced = isinstance(fact, Condition) and not turn.stale
        return Cause(turn.fact, f"Announced: {words}" if announced else words, self._by(turn.fact, fact))

    def _by(self, fact_id: str, fact: Fact) -> str:
        match fact:
            case Act():
                case = self._register.acts[fact_id][0]
                kind = act_words(fact).removeprefix("The ").capitalize()
                return f"{kind}, {court_name(fact.court)}, {case.caption}"
            case Notice():
                return f"Notice, {fact.issuer}"
            case Instrument():
                return fact.title
            case _:
                return ""


def by_day(turns: Iterable[Turn]) -> dict[date, list[Turn]]:
    """Turns by their day, each once and in a fixed order."""
    found: dict[date, list[Turn]] = defaultdict(list)
    for turn in sorted(set(turns), key=lambda one: (one.day, one.fact, one.stale)):
        found[turn.day].append(turn)
    return found


def _says(fact: Fact) -> str:
    match fact:
        case Act():
            return sentence(fact.summary)
        case Notice():
            return sentence(fact.says)
        case Instrument():
            return sentence(fact.title)
        case Condition():
            return f"{fact.name}."
        case Association():
            return f"The membership of the {fact.name} changes."
        case _:
            return ""


def _tail(fact: Fact, day: date) -> str:
    """What else to say where the day is not simply the fact's own."""
    if isinstance(fact, Condition):
        return "" if fact.announced.exact else _inexact(fact.announced)
    roles = _roles(fact, day)
    own = roles.get("date") or roles.get("posted") or roles.get("on")
    if own is not None:
        return "" if own.exact else _inexact(own)
    tails = [_TAILS[field] for field in roles if field in _TAILS]
    return tails[0] if tails else (_TEMPORARY if isinstance(fact, Act) else "")


def _roles(fact: Fact, day: date) -> dict[str, PartialDate]:
    """The fields of a fact that put something on this day: on either end of their date, or on the day after."""
    return {
        field: value
        for field, value in _dates(fact)
        if day in {value.earliest, value.latest} or (field in _LAST_DAYS and day == value.latest + _DAY)
    }


def _inexact(day: PartialDate) -> str:
    return _INEXACT.format(date=day)


def _dates(model: BaseModel) -> Iterator[tuple[str, PartialDate]]:
    """Every date of a record and of the grants and changes in it, by the field that bears it."""
    for field in type(model).model_fields:
        value = getattr(model, field)
        if isinstance(value, PartialDate):
            yield field, value
    if isinstance(model, Act):
        for part in (*model.grants, *model.changes):
            yield from _dates(part)
