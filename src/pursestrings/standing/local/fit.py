"""Whether a place's law and practice do what a condition demands, requirement by requirement.

`meets` and `conflicts` need the place's own text or a binding state rule. What rests on a practice, a
remark or the press is `unclear`, and the answer names the paper that is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pursestrings.places import Place, get
from pursestrings.register.index import Register
from pursestrings.register.models.law import Duty, Reading, Requirement
from pursestrings.register.models.local import BodyKind, Custody, OperatorLevel
from pursestrings.register.models.scope import Answer3
from pursestrings.standing.local.answers import Answer, answer_of, rules_binding
from pursestrings.standing.local.duties import (
    LOCKUP,
    MEASURES,
    SHARING,
    STATE_JAIL,
    WORST_FIRST,
    Fit,
    Measure,
)
from pursestrings.standing.question import Question


@dataclass(frozen=True, slots=True)
class OtherReading:
    """How a requirement comes out under a reading wider than its words, and who holds it."""

    reading: Reading
    fit: Fit
    answer: Answer


@dataclass(frozen=True, slots=True)
class RequirementFit:
    """One requirement held against the place's answers."""

    requirement: Requirement
    fit: Fit
    why: str
    answer: Answer | None = None
    custody: Custody | None = None
    other_readings: tuple[OtherReading, ...] = ()
    custodian: tuple[str, Fit] | None = None


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """The summary and its parts; `wider` is the summary under the agency's wider reading.

    `doubtful` says that a part rests on who runs the jail, and that this is remembered, not confirmed.
    """

    fit: Fit
    wider: Fit
    requirements: tuple[RequirementFit, ...]
    doubtful: bool


def fit_of(question: Question, register: Register) -> FitAnswer:
    """The fit of the place on the day."""
    parts = tuple(
        _requirement(requirement, question, register) for requirement in question.condition.requirements
    )
    judged = [part for part in parts if part.requirement.judged]
    wider = [_worst([part.fit, *(other.fit for other in part.other_readings)]) for part in judged]
    doubtful = any(part.custody is not None and not part.custody.sure for part in judged)
    return FitAnswer(_worst([part.fit for part in judged]), _worst(wider), parts, doubtful)


def _worst(fits: list[Fit]) -> Fit:
    return min(fits, key=WORST_FIRST.index, default=Fit.UNKNOWN)


def _requirement(requirement: Requirement, question: Question, register: Register) -> RequirementFit:
    if not requirement.judged:
        return RequirementFit(requirement, Fit.UNKNOWN, "a duty about paper, which no policy meets or breaks")
    measure = MEASURES.get(requirement.duty)
    if measure is None:
        return RequirementFit(requirement, Fit.UNKNOWN, "no question of the codebook answers this duty")
    if measure.of_operator:
        return _operator_duty(requirement, measure, question, register)
    part = _judge(requirement, measure, measure.bodies, question.place, question, register)
    if requirement.duty is Duty.SHARE_STATUS:
        return _with_readings(part, question, register)
    return part


def _operator_duty(
    requirement: Requirement, measure: Measure, question: Question, register: Register
) -> RequirementFit:
    """A duty of whoever runs the jail: the place, another body, or the place's own lock-up."""
    place = question.place
    custody = register.custody.get(place.ocd)
    if custody is None:
        return RequirementFit(
            requirement, Fit.UNKNOWN, f"who runs the jail of {place.label} is not on record"
        )
    if runs_jail(custody, place):
        bodies = STATE_JAIL if place.level == "state" else measure.bodies
        return _judge(requirement, measure, bodies, place, question, register, custody)
    custodian = _custodian(requirement, measure, custody, question, register)
    if custody.lockup is Answer3.NO:
        why = f"{custody.operator} runs the jail, and {place.label} has no lock-up of its own"
        return RequirementFit(requirement, Fit.NOT_APPLICABLE, why, custody=custody, custodian=custodian)
    if custody.lockup is Answer3.UNKNOWN:
        why = f"{custody.operator} runs the jail; whether {place.label} has cells of its own is not on record"
        return RequirementFit(requirement, Fit.UNKNOWN, why, custody=custody, custodian=custodian)
    part = _judge(requirement, measure, LOCKUP, place, question, register, custody)
    why = f"{custody.operator} runs the jail, but {place.label} has cells of its own; {part.why}"
    return RequirementFit(requirement, part.fit, why, part.answer, custody, custodian=custodian)


def runs_jail(custody: Custody, place: Place) -> bool:
    """Whether the place's own government runs the jail: a county's body does not, even where city and county are one."""
    apart = custody.level is OperatorLevel.COUNTY and place.legal == "consolidated"
    return custody.operator_place == place.ocd and not apart


def _custodian(
    requirement: Requirement, measure: Measure, custody: Custody, question: Question, register: Register
) -> tuple[str, Fit]:
    """The answer of the body that runs the jail, under its own name; it is not the place's."""
    holder = get(custody.operator_place)
    bodies = STATE_JAIL if holder.level == "state" else measure.bodies
    part = _judge(requirement, measure, bodies, holder, question, register, custody)
    return custody.operator, part.fit


def _judge(
    requirement: Requirement,
    measure: Measure,
    bodies: frozenset[BodyKind],
    place: Place,
    question: Question,
    register: Register,
    custody: Custody | None = None,
) -> RequirementFit:
    answer = answer_of(measure.feature, place, bodies, question.on, question.known, register)
    if answer is None:
        why = f"no coded policy of {place.label} and no state rule answers it"
        return RequirementFit(requirement, Fit.UNKNOWN, why, custody=custody)
    fit = _outcome(answer, measure, bodies, place, question, register)
    why = f"the answer of {answer.title} is “{answer.value.replace('_', ' ')}”"
    if fit in {Fit.MEETS, Fit.CONFLICTS} and not answer.textual:
        why += f"; but the paper itself was not read ({answer.coded.basis.value}), so this stays open"
        fit = Fit.UNCLEAR
    elif fit in {Fit.MEETS, Fit.CONFLICTS} and answer.contested_by is not None:
        why += f"; but {answer.contested_by} says otherwise, and which of them prevails is not on record"
        fit = Fit.UNCLEAR
    return RequirementFit(requirement, fit, why, answer, custody)


def _outcome(
    answer: Answer,
    measure: Measure,
    bodies: frozenset[BodyKind],
    place: Place,
    question: Question,
    register: Register,
) -> Fit:
    fit = measure.outcomes.get(answer.value, Fit.UNKNOWN)
    if answer.value == "permitted" and measure.feature == "shares_release_date":
        hours = answer_of("notice_hours", place, bodies, question.on, question.known, register)
        advance = hours is not None and hours.value.isdigit() and int(hours.value) > 0
        return Fit.MEETS if advance else Fit.UNCLEAR
    if answer.value == "restricted_except_as_law_requires" and answer.savings_clause:
        return Fit.MEETS
    return fit


def _with_readings(part: RequirementFit, question: Question, register: Register) -> RequirementFit:
    """Beside the statute's words, the agency's wider reading, where it comes out otherwise."""
    found = []
    for reading in question.condition.wider_readings:
        bodies = MEASURES[Duty.SHARE_STATUS].bodies
        answer = answer_of(reading.feature, question.place, bodies, question.on, question.known, register)
        fit = SHARING.get(answer.value) if answer is not None else None
        if answer is not None and fit is not None:
            if not answer.textual or answer.contested_by is not None:
                fit = Fit.UNCLEAR
            if fit is not part.fit and fit is not Fit.MEETS:
                found.append(OtherReading(reading, fit, answer))
    return RequirementFit(part.requirement, part.fit, part.why, part.answer, part.custody, tuple(found))


class MayComply(StrEnum):
    """Would the place's own state law let it do what is demanded?"""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def may_comply(question: Question, register: Register) -> tuple[MayComply, tuple[str, ...]]:
    """Whether the place's state law would let it do what is demanded, and the ids of the rules that say so."""
    duties = {requirement.duty for requirement in question.condition.requirements if requirement.judged}
    rules = rules_binding(question.place, question.on, question.known, register)
    forbidding = tuple(rule.id for rule in rules if duties & set(rule.forbids))
    if forbidding:
        return MayComply.NO, forbidding
    requiring: list[str] = []
    for duty in duties:
        measure = MEASURES.get(duty)
        answers = [
            rule.id
            for rule in rules
            if measure is not None
            and measure.feature in rule.answers
            and measure.outcomes.get(rule.answers[measure.feature].answer) is Fit.MEETS
        ]
        if not answers:
            return MayComply.UNKNOWN, ()
        requiring += answers
    return (MayComply.YES, tuple(requiring)) if requiring else (MayComply.UNKNOWN, ())
