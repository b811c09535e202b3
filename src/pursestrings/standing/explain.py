"""The reasons of an answer: sentences made from the facts that decided it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pursestrings.register.index import Register
from pursestrings.register.models.base import Fact
from pursestrings.register.models.courts import Held as HeldWord
from pursestrings.standing.alive import condition_seen, order_seen
from pursestrings.standing.fit import FitAnswer, RequirementFit
from pursestrings.standing.force import Force, ForceAnswer, Promise, Protection
from pursestrings.standing.precedent import Held, PrecedentAnswer, Reasoning
from pursestrings.standing.question import Question
from pursestrings.standing.reasons import Cited, Reason
from pursestrings.standing.scope import Reached
from pursestrings.standing.stake import ReachAnswer
from pursestrings.standing.words import act_words, court_name, plain

if TYPE_CHECKING:
    from pursestrings.standing.engine import Standing

Cite = Callable[[str, Fact], Cited]


def citing(register: Register) -> Cite:
    """A function that cites a fact of this register and marks the user's private ones."""

    def cite(fact_id: str, fact: Fact) -> Cited:
        return Cited(fact_id, fact, register.is_private(fact_id))

    return cite


def reasons_of(answer: Standing, register: Register) -> tuple[Reason, ...]:
    """One tree for each part of the answer, in the order in which the verdict reads them."""
    cite = citing(register)
    question = answer.question
    return (
        _reach(answer.reach, question, cite),
        _force(answer.force, question, register, cite),
        _precedent(answer.precedent, question, cite),
        _fit(answer.fit, question, cite),
        _comply(answer, question, register, cite),
    )


def _reach(answer: ReachAnswer, question: Question, cite: Cite) -> Reason:
    condition = question.condition
    cites = (cite(condition.id, condition), *(cite(award.id, award) for award in answer.awards))
    return Reason(f"Reach is {plain(answer.reach)}: {answer.why}.", cites)


def _force(answer: ForceAnswer, question: Question, register: Register, cite: Cite) -> Reason:
    because = [_announced(question, cite)]
    if answer.force is Force.WITHDRAWN:
        because += _ending(question, register, cite)
    elif answer.force is not Force.NOT_YET:
        because += [_protection(one, cite) for one in answer.protections]
        because += [_promise(one, cite) for one in answer.promises]
        because += [Reason(f"In doubt: {doubt}.") for doubt in answer.doubts]
    claim = f"Force on {question.on} is {plain(answer.force)}, and that is {answer.certainty}."
    if answer.certainty == "stale":
        because.append(Reason(_stale(answer, question, register)))
    if answer.force is Force.IN_FORCE:
        claim += " No order or notice that surely covers the place is on record."
    return Reason(claim, (), tuple(because))


def _announced(question: Question, cite: Cite) -> Reason:
    condition = question.condition
    return Reason(f"{condition.name} was announced {condition.announced}.", (cite(condition.id, condition),))


def _ending(question: Question, register: Register, cite: Cite) -> list[Reason]:
    ends = question.condition.ends
    if ends is None:
        return []
    fact = register.notices.get(ends.by) or register.instruments.get(ends.by)
    return [Reason(f"It ended {ends.on}.", (cite(ends.by, fact),) if fact else ())]


def _protection(one: Protection, cite: Cite) -> Reason:
    relief = one.relief
    sure = "protects the place" if one.reached is Reached.SURELY else "may protect the place"
    claim = f"{act_words(relief.act)} in {relief.case.caption} ({relief.act.date}) {sure}: {one.why}."
    return Reason(claim, (cite(relief.act.id, relief.act),))


def _promise(one: Promise, cite: Cite) -> Reason:
    sure = "covers the place" if one.reached is Reached.SURELY else "may cover the place"
    posted = one.notice.posted or "undated"
    claim = f"The notice of {one.notice.issuer} ({posted}) that it will not enforce {sure}: {one.why}."
    return Reason(claim, (cite(one.notice.id, one.notice),))


def _stale(answer: ForceAnswer, question: Question, register: Register) -> str:
    if answer.force is Force.BARRED:
        seen = max(
            order_seen(one.relief.case, one.relief.act, question.known)
            for one in answer.protections
            if one.reached is Reached.SURELY
        )
        return f"The order was last seen alive {seen}; the record does not run to the day asked."
    seen_condition = condition_seen(question.condition, register, question.known)
    return f"The condition was last seen alive {seen_condition}; the record does not run to the day asked."


def _precedent(answer: PrecedentAnswer, question: Question, cite: Cite) -> Reason:
    circuit = question.place.circuit
    court = f"the {court_name('ca' + circuit)}" if circuit else "a court of appeals"
    if not answer.binding:
        claim = f"Precedent is none: neither {court} nor the Supreme Court has ruled on this very condition by then."
    else:
        claim = f"Precedent is {answer.precedent}: it binds the courts of {question.place.label}, and stops no agency."
    because = [_held(held, cite) for held in answer.binding]
    because += [_reasoning(one, cite) for one in answer.reasoning]
    return Reason(claim, (), tuple(because))


def _held(held: Held, cite: Cite) -> Reason:
    word = "unlawful" if held.holding.held is HeldWord.UNLAWFUL else "lawful"
    grounds = (
        f" ({', '.join(plain(ground) for ground in held.holding.grounds)})" if held.holding.grounds else ""
    )
    claim = (
        f"The {court_name(held.act.court)} held it {word} on {held.act.date} in {held.case.caption}{grounds}."
    )
    return Reason(claim, (cite(held.act.id, held.act),))


def _reasoning(one: Reasoning, cite: Cite) -> Reason:
    held = one.held
    on_what = ", ".join(held.holding.conditions)
    claim = (
        f"Beside it, {one.weight}: the {court_name(held.act.court)} held {on_what} {held.holding.held} "
        f"on {held.act.date} in {held.case.caption}."
    )
    return Reason(claim, (cite(held.act.id, held.act),))


def _fit(answer: FitAnswer, question: Question, cite: Cite) -> Reason:
    claim = f"Fit is {plain(answer.fit)}."
    return Reason(
        claim, (), tuple(_part(part, cite) for part in answer.requirements if part.requirement.judged)
    )


def _part(part: RequirementFit, cite: Cite) -> Reason:
    because = []
    if part.custody is not None:
        recalled = (
            ""
            if part.custody.sure
            else " This is remembered, not confirmed, so no verdict of clear rests on it."
        )
        operator = f"{part.custody.operator} runs the jail.{recalled}"
        because.append(Reason(operator, (cite(part.custody.id, part.custody),)))
    if part.answer is not None:
        clause = f": {part.answer.coded.clause}" if part.answer.coded.clause else ""
        source = (
            f"{part.answer.title}{clause} (set by {part.answer.set_by}, basis {part.answer.coded.basis})."
        )
        because.append(Reason(source, (cite(part.answer.fact_id, part.answer.fact),)))
    for other in part.other_readings:
        claim = f"Under the wider reading of {other.reading.held_by} ({plain(other.reading.feature)}): {plain(other.fit)}."
        because.append(Reason(claim, (cite(other.answer.fact_id, other.answer.fact),)))
    if part.custodian is not None:
        because.append(
            Reason(
                f"The answer of {part.custodian[0]}, which is not the place's: {plain(part.custodian[1])}."
            )
        )
    claim = f"{plain(part.requirement.duty).capitalize()}: {plain(part.fit)}, because {part.why}."
    return Reason(claim, (), tuple(because))


def _comply(answer: Standing, question: Question, register: Register, cite: Cite) -> Reason:
    words = {
        "no": "State law keeps the place from doing what is demanded.",
        "yes": "State law requires what is demanded.",
        "unknown": "Whether state law would let the place do what is demanded is not on record.",
    }
    cites = tuple(cite(rule, register.rules[rule]) for rule in answer.comply_rules)
    return Reason(words[answer.may_comply], cites)
