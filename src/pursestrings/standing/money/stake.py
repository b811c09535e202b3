"""What money hangs on a condition, line by line: lines of different bases are never added up.

A line names the government that holds the federal award. Where that is another than the place (its state,
or the city that took a joint award for several), an order that protects the holder protects the money on
its way; it does not protect the place, and is shown on the line and never as the place's own force.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from pursestrings.places import Place, get
from pursestrings.register.index import Register
from pursestrings.register.models.law import Condition, Program, RecipientKind
from pursestrings.register.models.money import Award, AwardStatus, Sum, SumBasis
from pursestrings.standing.cited import Json
from pursestrings.standing.local.answers import state_of
from pursestrings.standing.money.reach import attached, begun, carries, kinds_of, made_over
from pursestrings.standing.orders.effects import Docket, known_by
from pursestrings.standing.orders.force import ForceAnswer, force_of
from pursestrings.standing.question import Question

THROUGH_THE_STATE = "through_the_state"


class Tie(StrEnum):
    """How the money of a line is the place's."""

    OWN = "own"
    JOINT = "joint"
    SHARE = "share"
    THROUGH = "through"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Cover:
    """Force of the condition for the government that holds the money: whether an order or notice protects it."""

    holder: Place
    answer: ForceAnswer

    def as_json(self) -> Json:
        """Force and certainty of the holder, and what protects it."""
        return {
            "force": self.answer.force.value,
            "certainty": self.answer.certainty.value,
            "by": list(self.answer.rests_on),
        }


@dataclass(frozen=True, slots=True)
class StakeLine:
    """One line of money.

    `amount` is None where nobody put it in figures. `holder` holds the federal award; for a figure that
    someone gave it is the place the figure is about, None for the whole country. `through` is the holder
    where it is another government than the place, and `cover` that one's protection. `held` says that an
    award on record gives the place the money under the condition and is not known to be over. `part_of`
    is the joint award of a share, to which it is never added. `fact` is a program where no award is on record.
    """

    basis: str
    amount: Decimal | None
    what: str
    holder: str | None
    fact: Award | Sum | Program
    tie: Tie
    through: str | None = None
    part_of: str | None = None
    held: bool = False
    drawn_down: Decimal | None = None
    cover: Cover | None = None

    def as_json(self) -> Json:
        """The line for machines; sums as decimal text, null where no figure was given."""
        return {
            "basis": self.basis,
            "amount": str(self.amount) if self.amount is not None else None,
            "what": self.what,
            "holder": self.holder,
            "fact": self.fact.id,
            "tie": self.tie.value,
            "held": self.held,
            "through": self.through,
            "part_of": self.part_of,
            "drawn_down": str(self.drawn_down) if self.drawn_down is not None else None,
            "cover": self.cover.as_json() if self.cover else None,
        }


Covering = Callable[[str], Cover]


def stake_of(question: Question, register: Register, docket: Docket) -> tuple[StakeLine, ...]:
    """Every line of money that the register ties to the condition for the place."""

    @cache
    def cover(holder: str) -> Cover:
        place = get(holder)
        asked = Question(place, question.condition, question.on, question.known)
        return Cover(place, force_of(asked, register, docket))

    return (
        *_own(question, register, cover),
        *_through_the_state(question, register, cover),
        *(_said(one) for one in register.sums.values() if _concerns(one, question)),
    )


def _own(question: Question, register: Register, cover: Covering) -> Iterator[StakeLine]:
    """Awards and shares of the place, those among them that another government holds for it."""
    for award in register.awards.get(question.place.ocd, ()):
        if not _bears_on(award, question):
            continue
        holder = _holder(award, register)
        through = holder if holder != question.place.ocd else None
        over = award.until is not None and award.until.latest < question.on
        yield StakeLine(
            basis=award.status.value,
            amount=award.amount,
            what=_words(award, register),
            holder=holder,
            fact=award,
            tie=_tie(award, through, register),
            through=through,
            part_of=award.part_of,
            held=made_over(award, register) and attached(question.condition, question.on) and not over,
            drawn_down=award.drawn_down,
            cover=cover(through) if through else None,
        )


def _bears_on(award: Award, question: Question) -> bool:
    return carries(award, question.condition) and begun(award, question.on, question.known)


def _holder(award: Award, register: Register) -> str:
    """Who holds the federal award: of a joint one the government it was made to."""
    joint = register.award_ids.get(award.part_of) if award.part_of else None
    return award.through or (joint or award).holder


def _tie(award: Award, through: str | None, register: Register) -> Tie:
    if award.status is AwardStatus.SHARE:
        return Tie.SHARE
    if through is not None:
        return Tie.THROUGH
    return Tie.JOINT if award.id in register.joint else Tie.OWN


def _through_the_state(question: Question, register: Register, cover: Covering) -> Iterator[StakeLine]:
    """What the state holds and may pass on. Where the string follows the money but no award of the state
    is on record, a line without a figure for each program says so.
    """
    condition, state = question.condition, state_of(question.place)
    if state is None or state == question.place.ocd or RecipientKind.LOCAL not in kinds_of(question.place):
        return
    if condition.subrecipients is False or condition.only_places:
        return
    awards = [
        award
        for award in register.awards.get(state, ())
        if _bears_on(award, question) and award.status is not AwardStatus.SHARE and made_over(award, register)
    ]
    for award in awards:
        yield StakeLine(
            THROUGH_THE_STATE, award.amount, _words(award, register), state, award,
            Tie.THROUGH, state, drawn_down=award.drawn_down, cover=cover(state),
        )  # fmt: skip
    if awards or not condition.subrecipients or RecipientKind.STATE not in condition.recipients:
        return
    for program in (register.programs[name] for name in condition.programs if name in register.programs):
        years = ", ".join(f"FY{year}" for year in condition.fiscal_years)
        what = f"{program.name}{f', {years}' if years else ''}; no award of the state is on record"
        yield StakeLine(THROUGH_THE_STATE, None, what, state, program, Tie.THROUGH, state, cover=cover(state))


def _words(award: Award, register: Register) -> str:
    program = register.programs.get(award.program)
    return f"{program.name if program else award.program}, FY{award.fiscal_year}"


def _said(one: Sum) -> StakeLine:
    return StakeLine(one.basis.value, one.amount, f"{one.what} ({one.said_by})", one.place, one, Tie.SAID)


def _concerns(one: Sum, question: Question) -> bool:
    """Sums for the place or the whole country, on this condition or its programs, said by that day."""
    if one.place not in {None, question.place.ocd} or not _is_about(one, question.condition):
        return False
    if one.basis is SumBasis.ESTIMATED and one.place is None:
        return False
    return one.date.earliest <= question.on and known_by(one.date, question.known)


def _is_about(one: Sum, condition: Condition) -> bool:
    """Whether the sum names the condition, or names none and is of its programs and years."""
    if one.conditions:
        return condition.id in one.conditions
    if not any(name in condition.programs for name in one.programs):
        return False
    return not condition.fiscal_years or any(year in condition.fiscal_years for year in one.fiscal_years)
