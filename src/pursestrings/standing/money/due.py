"""What falls due for a place, when, by which rule, and what follows if it is missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pursestrings.dates import PartialDate
from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.agency import Request
from pursestrings.register.models.due import Counting, DueRule, Extension
from pursestrings.register.models.law import Certification, Condition
from pursestrings.standing.cited import Json, source_json
from pursestrings.standing.money.calendar import business_days_after, court_days_after
from pursestrings.standing.money.reach import ReachAnswer, Reaches
from pursestrings.standing.orders.effects import known_by
from pursestrings.standing.question import Question


@dataclass(frozen=True, slots=True)
class Due:
    """What falls due on a day, and what happens if it is missed.

    `rule` says how the day was counted, None where the paper names the day. `extended_from` is the day
    before it was moved, `extension` who moved it; both None where nobody did, or the first day is not
    on record.
    """

    day: date
    what: str
    consequence: str | None
    fact: Request | Certification
    rule: str | None = None
    extended_from: PartialDate | None = None
    extension: Extension | None = None

    def as_json(self) -> Json:
        """The date for machines."""
        return {
            "date": self.day.isoformat(),
            "what": self.what,
            "consequence": self.consequence,
            "fact": self.fact.id,
            "rule": self.rule,
            "extended_from": str(self.extended_from) if self.extended_from else None,
            "extension": extension_json(self.extension) if self.extension else None,
        }


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day as first set: named outright, as far as it is known, or counted by a rule."""

    day: PartialDate
    rule: str | None = None


def extension_json(extension: Extension) -> Json:
    """A moved deadline for machines."""
    return {
        "to": str(extension.to),
        "said": extension.said,
        "announced": str(extension.known_since) if extension.known_since else None,
        "sources": [source_json(source) for source in extension.sources],
    }


def due_of(question: Question, register: Register, reach: ReachAnswer) -> tuple[Due, ...]:
    """What falls due on or after the day under the condition, extensions counted once they were known."""
    found = [*_letters(question, register), *_signatures(question, register, reach)]
    return tuple(sorted(found, key=lambda due: (due.day, due.fact.id)))


def _letters(question: Question, register: Register) -> Iterator[Due]:
    for request in register.requests.values():
        asked = question.place.ocd in request.recipients and question.condition.id in request.conditions
        if asked and request.date.earliest <= question.on and known_by(request.date, question.known):
            yield from due_dates(request, question.on, question.known)


def _signatures(question: Question, register: Register, reach: ReachAnswer) -> Iterator[Due]:
    if reach.reach is Reaches.OUTSIDE or not _lives(question.condition, question.on, question.known):
        return
    for paper in register.certifications.values():
        if question.condition.id in paper.conditions and signs(paper, question.place):
            yield from signature_dates(paper, question.place, question.on, question.known)


def _lives(condition: Condition, on: date, known: date | None) -> bool:
    """Whether the condition had been announced by the day, and had not ended."""
    if on < condition.announced.earliest or not known_by(condition.announced, known):
        return False
    ends = condition.ends
    return ends is None or on < ends.on.latest or not known_by(ends.on, known)


def signs(paper: Certification, place: Place) -> bool:
    """Whether the paper is for this place to sign."""
    return not paper.only_places or place.ocd in paper.only_places


def due_dates(request: Request, on: date, known: date | None = None) -> list[Due]:
    """The day a letter's answer is due, if it lies on or after `on`, as known on another day."""
    what = f"answer to {request.sender}"
    return _still_due(request, what, request.consequence, first_due(request), on, known)


def signature_dates(paper: Certification, place: Place, on: date, known: date | None = None) -> list[Due]:
    """The day a certification of this place is due, if it lies on or after `on`, as known on another day."""
    if paper.earliest_source is not None and not known_by(paper.earliest_source, known):
        return []
    what = f"certification to be signed ({paper.signer})"
    return _still_due(paper, what, paper.penalty, first_signature(paper, place), on, known)


def first_due(request: Request) -> Deadline | None:
    """The day the letter itself sets. A period whose event is undated is counted from the letter's own day."""
    if request.due is not None:
        return Deadline(request.due)
    rule = request.due_rule
    if rule is None:
        return None
    if rule.since is not None:
        return _counted(rule, rule.since, "")
    why = f", the day of the letter, because that of {rule.after} is not on record"
    return _counted(rule, request.date, why)


def first_signature(paper: Certification, place: Place) -> Deadline | None:
    """The day the paper itself sets for this place; None where it names none, or its event is undated."""
    day = paper.due_on or (paper.due_states if place.level == "state" else paper.due_localities)
    if day is not None:
        return Deadline(day)
    rule = paper.due_rule
    return _counted(rule, rule.since, "") if rule is not None and rule.since is not None else None


def _counted(rule: DueRule, event: PartialDate, why: str) -> Deadline:
    """The end of the period. From an event known to the month, the earliest end: late is worse than early."""
    since = event.earliest
    last = since + timedelta(days=rule.within)
    day = {
        Counting.DAYS: lambda: last,
        Counting.BUSINESS_DAYS: lambda: business_days_after(since, rule.within),
        Counting.COURT_DAYS: lambda: court_days_after(since, rule.within),
    }[rule.counting]()
    unit = {
        Counting.DAYS: "days",
        Counting.BUSINESS_DAYS: "business days",
        Counting.COURT_DAYS: "days as courts count them",
    }[rule.counting]
    words = f"within {rule.within} {unit} of {rule.after}, counted from {since}{why}"
    if rule.counting is Counting.COURT_DAYS and day != last:
        words += f"; the last day, {last:%A} {last}, is no business day, so it runs to {day:%A} {day}"
    return Deadline(PartialDate.of(day), words)


def extensions_known(fact: Request | Certification, known: date | None) -> list[Extension]:
    """The extensions that were known by a day, in the order given. One that nothing dates does not count then."""
    return [
        one
        for one in fact.extensions
        if known is None or (one.known_since is not None and known_by(one.known_since, known))
    ]


def _still_due(
    fact: Request | Certification,
    what: str,
    consequence: str | None,
    first: Deadline | None,
    on: date,
    known: date | None,
) -> list[Due]:
    moved = extensions_known(fact, known)
    if moved:
        day = moved[-1].to.latest
        due = Due(day, what, consequence, fact, None, first.day if first else None, moved[-1])
    elif first is not None:
        due = Due(first.day.latest, what, consequence, fact, first.rule)
    else:
        return []
    return [due] if due.day >= on else []
