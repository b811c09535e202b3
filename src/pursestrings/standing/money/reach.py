"""Whether a string is tied to a place's money, and which awards carry it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.law import Binds, Condition, RecipientKind
from pursestrings.register.models.money import Award, AwardStatus
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


_GOT = frozenset({AwardStatus.AWARDED, AwardStatus.ACCEPTED, AwardStatus.OBLIGATED_NET})


def reach_of(question: Question, register: Register) -> ReachAnswer:
    """Whether an award carries the condition, it is attached to money the place may seek, or neither."""
    condition, place = question.condition, question.place
    awards = tuple(
        award
        for award in register.awards.get(place.ocd, ())
        if carries(award, condition) and begun(award, question.on, question.known)
    )
    if condition.binds is Binds.AGENCIES:
        return ReachAnswer(
            Reaches.DIRECTED, "it tells federal agencies what to do, and binds no recipient", awards
        )
    held = tuple(award for award in awards if made_over(award, register))
    if held and attached(condition, question.on):
        return ReachAnswer(Reaches.HOLDS, f"{place.label} holds an award that carries it", held)
    return _sought(condition, place, register)


def _sought(condition: Condition, place: Place, register: Register) -> ReachAnswer:
    """Where no award carries it: whether the place is of a kind that may seek the money."""
    if condition.only_places and place.ocd not in condition.only_places:
        return ReachAnswer(Reaches.OUTSIDE, f"it was put to named places, and {place.label} is not one")
    if place.level == "country":
        return ReachAnswer(Reaches.OUTSIDE, "the federal government is no recipient of its own grants")
    if not condition.recipients and not condition.only_places:
        return ReachAnswer(Reaches.UNKNOWN, "which governments may receive the money is not on record")
    kinds = kinds_of(place)
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


def kinds_of(place: Place) -> set[RecipientKind]:
    """As what a government can receive money; the District of Columbia is state and city at once."""
    if place.level != "state":
        return {RecipientKind.LOCAL}
    if place.legal == "territory":
        return {RecipientKind.TERRITORY}
    return {RecipientKind.STATE} | ({RecipientKind.LOCAL} if place.legal == "district" else set())


def carries(award: Award, condition: Condition) -> bool:
    """Whether the award's papers can carry the string: program and year are its own.

    A string of no named years binds awards made since it was announced, in that fiscal year or later:
    the papers of an older award were signed before there was such a string. Money that another
    government passed on carries it only where the string follows the money.
    """
    if award.program not in condition.programs and not condition.every_federal_grant:
        return False
    if award.through is not None and condition.subrecipients is False:
        return False
    if condition.fiscal_years:
        return award.fiscal_year in condition.fiscal_years
    return date(award.fiscal_year, 9, 30) >= condition.announced.earliest


def carried_from(award: Award) -> date:
    """The first day of the award's federal fiscal year: the first of October of the year before."""
    return date(award.fiscal_year - 1, 10, 1)


def begun(award: Award, on: date, known: date | None = None) -> bool:
    """Whether the award's fiscal year had begun by a day, and by the day from which it is seen."""
    return carried_from(award) <= (on if known is None else min(on, known))


def attached(condition: Condition, on: date) -> bool:
    """Whether award papers carried the string by a day."""
    return condition.attached is None or on >= condition.attached.earliest


def made_over(award: Award, register: Register) -> bool:
    """Whether the money was granted, not only sought; a share is as far along as the joint award it is part of."""
    if award.status is AwardStatus.SHARE:
        joint = register.award_ids.get(award.part_of or "")
        return joint is None or joint.status in _GOT
    return award.status in _GOT
