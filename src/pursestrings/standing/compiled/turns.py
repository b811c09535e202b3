"""The days on which a part of an answer can change, and the fact that makes each.

Between two such days nothing that decides the answer begins or ends, so it is enough to ask on these.
A day too many costs a question; a day too few would be a wrong answer, and a property test looks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from pursestrings.dates import PartialDate
from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.courts import Act
from pursestrings.register.models.courts import Relief as Lasting
from pursestrings.register.models.law import Condition
from pursestrings.register.models.scope import Scope
from pursestrings.standing.local.answers import state_of
from pursestrings.standing.orders.alive import GRACE, condition_seen, order_seen
from pursestrings.standing.orders.effects import Docket, Relief, temporary_until

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """A day, the id of the fact that begins or ends on it, and whether only the record runs out then."""

    day: date
    fact: str
    stale: bool = False


def force_turns(
    condition: Condition, register: Register, docket: Docket, known: date | None
) -> Iterator[Turn]:
    """Announcement and end, every act on an order against the condition, every notice, and staleness."""
    orders = (order_turns(relief, register, docket, known) for relief in docket.reliefs(condition.id))
    yield from dict.fromkeys(chain(condition_turns(condition, register, docket, known), *orders))


def condition_turns(
    condition: Condition, register: Register, docket: Docket, known: date | None
) -> Iterator[Turn]:
    """What changes the force of the condition without any order: its own days, notices, and staleness."""
    shown = None if condition.announced.exact else condition.attached
    yield from _turns(condition.id, condition.announced, shown)
    if condition.ends is not None:
        yield from _turns(condition.ends.by, condition.ends.on)
    for notice in docket.notices(condition.id):
        yield from _turns(
            notice.id, notice.posted, notice.posted_not_before, notice.posted_not_after, notice.until
        )
        yield from _member_turns([notice.covers], register)
    yield from _condition_stale(condition, docket, known)


def order_turns(relief: Relief, register: Register, docket: Docket, known: date | None) -> Iterator[Turn]:
    """What changes whom an order protects, and the day from which the record of it has run out."""
    yield from relief_turns(relief, docket, known)
    yield from _member_turns(docket.every_scope(relief), register)
    yield Turn(order_seen(relief.case, relief.act, known) + GRACE + _DAY, relief.act.id, stale=True)


def _member_turns(scopes: Iterable[Scope], register: Register) -> Iterator[Turn]:
    for name in {name for scope in scopes for name in scope.associations}:
        for member in register.associations[name].members:
            yield from _turns(name, member.start, member.until)


def _condition_stale(condition: Condition, docket: Docket, known: date | None) -> Iterator[Turn]:
    seen = condition_seen(condition, docket, known)
    if seen is not None:
        yield Turn(seen + GRACE + _DAY, condition.id, stale=True)
    if condition.searched_through is not None:
        yield Turn(condition.searched_through.latest + _DAY, condition.id, stale=True)


def relief_turns(relief: Relief, docket: Docket, known: date | None) -> Iterator[Turn]:
    """The days of one order: its own, and those of every act that acts on it or on an act that does."""
    grant = relief.grant
    yield from _turns(relief.act.id, relief.act.date, grant.expires, grant.certain_until)
    if grant.relief is Lasting.TEMPORARY and grant.expires is None and grant.certain_until is None:
        yield Turn(temporary_until(relief.act, known), relief.act.id)
    yield from _change_turns(relief.act, docket)


def _change_turns(act: Act, docket: Docket) -> Iterator[Turn]:
    for one in docket.changes_of(act.id):
        change = one.change
        dates = (one.act.date, change.takes_effect, change.doubtful_until, change.outlived_until)
        yield from _turns(one.act.id, *dates)
        yield from _change_turns(one.act, docket)


def precedent_turns(condition: Condition, docket: Docket) -> Iterator[Turn]:
    """Every opinion on the condition, and what became of it."""
    for held in docket.holdings.on(condition.id):
        yield from _turns(held.act.id, held.act.date)
        yield from _change_turns(held.act, docket)


def fit_turns(place: Place, register: Register) -> Iterator[Turn]:
    """The policies of the place and the rules of its state."""
    for policy in register.policies.get(place.ocd, ()):
        yield Turn(policy.sure_from, policy.id)
        yield from _turns(policy.id, policy.effective_until)
    for rule in register.rules_of(state_of(place) or ""):
        yield from _turns(rule.id, rule.effective_from, rule.effective_until)
        for span in rule.suspended:
            yield from _turns(rule.id, span.start, span.until)


def reach_turns(condition: Condition, place: Place, register: Register) -> Iterator[Turn]:
    """Attachment to award documents, and the start of each award's fiscal year."""
    if condition.attached is not None:
        yield from _turns(condition.id, condition.attached)
    for award in register.awards.get(place.ocd, ()):
        yield Turn(date(award.fiscal_year - 1, 10, 1), award.id)


def _turns(fact: str, *dates: PartialDate | None) -> Iterator[Turn]:
    for found in dates:
        if found is not None:
            yield from (Turn(day, fact) for day in _ends_of(found))


def _ends_of(found: PartialDate) -> Iterable[date]:
    """The first and last day that a date can mean, and the day after: some facts act on it, some until it."""
    return {found.earliest, found.latest, found.latest + _DAY}
