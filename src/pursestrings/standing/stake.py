"""What money hangs on a condition, and what falls due; lines of different bases are never added up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.agency import Request
from pursestrings.register.models.law import Binds, Condition, RecipientKind
from pursestrings.register.models.money import Award, AwardStatus, Sum, SumBasis
from pursestrings.standing.answers import state_of
from pursestrings.standing.effects import known_by
from pursestrings.standing.question import Question


class Reaches(StrEnum):
    """Is the string tied to this place's money?"""

    HOLDS = "holds"
    OFFERED = "offered"
    DIRECTED = "directed"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReachAnswer:
    """How the string reaches the place's money, and the awards that carry it."""

    reach: Reaches
    why: str
    awards: tuple[Award, ...] = ()


@dataclass(frozen=True, slots=True)
class StakeLine:
    """One line of money: its basis, the sum (None where a speaker gave no figure), who holds it."""

    basis: str
    amount: Decimal | None
    what: str
    holder: str | None
    fact: Award | Sum


@dataclass(frozen=True, slots=True)
class Due:
    """What falls due on a day, and what happens if it is missed."""

    day: date
    what: str
    consequence: str | None
    fact: Request


_GOT = frozenset({AwardStatus.AWARDED, AwardStatus.ACCEPTED, AwardStatus.SHARE, AwardStatus.OBLIGATED_NET})


def reach_of(question: Question, register: Register) -> ReachAnswer:
    """Whether an award carries the condition, it is attached to money the place may seek, or neither."""
    condition, place = question.condition, question.place
    awards = tuple(
        award
        for award in register.awards.get(place.ocd, ())
        if _carries(award, condition) and begun(award, question.on)
    )
    if condition.binds is Binds.AGENCIES:
        return ReachAnswer(
            Reaches.DIRECTED, "it tells federal agencies what to do, and binds no recipient", awards
        )
    held = tuple(award for award in awards if award.status in _GOT)
    attached = condition.attached is None or question.on >= condition.attached.earliest
    if held and attached:
        return ReachAnswer(Reaches.HOLDS, f"{place.label} holds an award that carries it", held)
    if condition.only_places and place.ocd not in condition.only_places:
        return ReachAnswer(Reaches.OUTSIDE, f"it was put to named places, and {place.label} is not one")
    if place.level == "country":
        return ReachAnswer(Reaches.OUTSIDE, "the federal government is no recipient of its own grants")
    if not condition.recipients and not condition.only_places:
        return ReachAnswer(Reaches.UNKNOWN, "which governments may receive the money is not on record")
    kinds = _kinds(place)
    if RecipientKind.CUSTODIAN in condition.recipients and RecipientKind.LOCAL in kinds:
        return _custodians_money(place, register)
    if condition.only_places or kinds & set(condition.recipients):
        return ReachAnswer(Reaches.OFFERED, f"it is attached to money that {place.label} may seek")
    if condition.subrecipients and RecipientKind.LOCAL in kinds:
        return ReachAnswer(Reaches.OFFERED, "it follows the money to those who get it through the state")
    return ReachAnswer(Reaches.OUTSIDE, f"{place.label} is of no kind of government that receives this money")


def _custodians_money(place: Place, register: Register) -> ReachAnswer:
    """Money for those who run a jail reaches a local government only if it does."""
    custody = register.custody.get(place.ocd)
    if custody is None:
        return ReachAnswer(
            Reaches.UNKNOWN,
            f"it is money for those who run a jail, and who runs that of {place.label} is not on record",
        )
    if custody.operator_place == place.ocd:
        return ReachAnswer(
            Reaches.OFFERED, f"it is attached to money for those who run a jail, as {place.label} does"
        )
    return ReachAnswer(
        Reaches.OUTSIDE,
        f"it is money for those who run a jail, and {custody.operator} runs that of {place.label}",
    )


def _kinds(place: Place) -> set[RecipientKind]:
    """As what a government can receive money; the District of Columbia is state and city at once."""
    if place.level != "state":
        return {RecipientKind.LOCAL}
    if place.legal == "territory":
        return {RecipientKind.TERRITORY}
    return {RecipientKind.STATE} | ({RecipientKind.LOCAL} if place.legal == "district" else set())


def _carries(award: Award, condition: Condition) -> bool:
    if award.program not in condition.programs and not condition.every_federal_grant:
        return False
    return not condition.fiscal_years or award.fiscal_year in condition.fiscal_years


def begun(award: Award, on: date) -> bool:
    """Whether the award's federal fiscal year (from October of the year before) had begun by a day."""
    return award.fiscal_year <= on.year + (on.month >= 10)


def stake_of(question: Question, register: Register) -> tuple[StakeLine, ...]:
    """Every line of money that the register ties to the condition for the place."""
    condition, place = question.condition, question.place
    lines = [
        StakeLine(award.status.value, award.amount, _award_words(award, register), award.holder, award)
        for award in register.awards.get(place.ocd, ())
        if _carries(award, condition) and begun(award, question.on)
    ]
    state = state_of(place)
    if state is not None and state != place.ocd:
        lines += [
            StakeLine("through_the_state", award.amount, _award_words(award, register), award.holder, award)
            for award in register.awards.get(state, ())
            if _carries(award, condition) and award.status in _GOT and begun(award, question.on)
        ]
    return (*lines, *(_sum_line(one) for one in register.sums.values() if _concerns(one, question)))


def _award_words(award: Award, register: Register) -> str:
    program = register.programs.get(award.program)
    return f"{program.name if program else award.program}, FY{award.fiscal_year}"


def _sum_line(one: Sum) -> StakeLine:
    return StakeLine(one.basis.value, one.amount, f"{one.what} ({one.said_by})", one.place, one)


def _concerns(one: Sum, question: Question) -> bool:
    """Sums for the place or the whole country, on this condition or its programs, said by that day."""
    if one.place not in {None, question.place.ocd} or one.date.earliest > question.on:
        return False
    if not known_by(one.date, question.known):
        return False
    if one.basis is SumBasis.ESTIMATED and one.place is None:
        return False
    condition = question.condition
    if condition.id in one.conditions:
        return True
    years = not condition.fiscal_years or bool(set(one.fiscal_years) & set(condition.fiscal_years))
    shared = set(one.programs) & set(condition.programs)
    return bool(shared) and years and not one.conditions


def due_of(question: Question, register: Register) -> tuple[Due, ...]:
    """What falls due on or after the day under the condition, extensions counted once they were known."""
    found = []
    for request in register.requests.values():
        asked = question.place.ocd in request.recipients and question.condition.id in request.conditions
        if asked and request.date.earliest <= question.on and known_by(request.date, question.known):
            found += due_dates(request, question.on)
    return tuple(sorted(found, key=lambda due: due.day))


def due_dates(request: Request, on: date) -> list[Due]:
    """The day a request is due, if it lies on or after `on`."""
    last = request.extensions[-1].to if request.extensions else request.due
    if last is None or last.latest < on:
        return []
    what = f"answer to {request.sender}"
    return [Due(last.latest, what, request.consequence, request)]
