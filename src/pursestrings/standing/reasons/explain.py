"""The tree of reasons behind an answer: the verdict on top, under it each part with the facts that decided it."""

from __future__ import annotations

from pursestrings.register.index import Register
from pursestrings.register.models.courts import Held as HeldWord
from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Cite, citing
from pursestrings.standing.money.reach import ReachAnswer, Reaches
from pursestrings.standing.orders.effects import Docket
from pursestrings.standing.orders.force import Certainty, Force
from pursestrings.standing.orders.holdings import Held
from pursestrings.standing.orders.precedent import PrecedentAnswer, Reasoning
from pursestrings.standing.question import Question
from pursestrings.standing.reasons.explain_fit import comply_reason, fit_reason
from pursestrings.standing.reasons.explain_force import force_reason
from pursestrings.standing.reasons.explain_money import due_reason, stake_reason
from pursestrings.standing.reasons.tree import Reason, Step
from pursestrings.standing.verdict import Row, row_of
from pursestrings.standing.words import court_name, listed, plain, sentence


def reason_of(answer: Standing, register: Register, docket: Docket) -> Reason:
    """The tree: its root is the verdict, its branches the parts in the order in which the verdict reads them."""
    cite = citing(register)
    question = answer.question
    branches = (
        _reach(answer.reach, question, register, cite),
        force_reason(answer.force, question, register, docket, cite),
        _precedent(answer.precedent, question, register, cite),
        fit_reason(answer.fit, question, cite),
        comply_reason(answer, register, cite),
        stake_reason(answer.stake, question, register, cite),
        due_reason(answer.due, question, cite),
    )
    return Reason(Step.VERDICT, _verdict(answer), answer.verdict.value, (), branches)


def _verdict(answer: Standing) -> str:
    question = answer.question
    row = deciding_row(answer)
    known = f", as known on {question.known}" if question.known else ""
    return (
        f"The verdict for {question.place.label} on {question.on}{known} is {answer.verdict}, by row "
        f"{row.position} of {len(Row)}, the first that applies: {_applies(row, answer)}."
    )


def _applies(row: Row, answer: Standing) -> str:
    """Which of the things that a row allows for is the case here."""
    force, certainty, reach = answer.force.force, answer.force.certainty, answer.reach.reach
    if row is Row.NOTHING_HANGS:
        if reach is Reaches.OUTSIDE:
            return "it does not reach the place's money"
        return "it has not begun" if force is Force.NOT_YET else "it is over"
    if row is Row.BLOCKED:
        what = "an order blocks it" if force is Force.BARRED else "the agency's notice holds it off"
        return f"{what}, and that is firm"
    if row is Row.OPEN:
        if certainty is Certainty.UNCERTAIN:
            return "whether it is blocked that day is in doubt"
        if certainty is Certainty.STALE:
            return "the record does not run to that day"
        return "how it is tied to the place's money is open"
    return row.when


def deciding_row(answer: Standing) -> Row:
    """The row of the verdict's table that decided the answer."""
    force = answer.force
    return row_of(answer.reach.reach, force.force, force.certainty, answer.precedent.precedent, answer.fit)


def _reach(answer: ReachAnswer, question: Question, register: Register, cite: Cite) -> Reason:
    condition = question.condition
    cites = [cite(condition.id, condition), *(cite(award.id, award) for award in answer.awards)]
    custody = register.custody.get(question.place.ocd)
    if custody is not None and custody.operator in answer.why:
        cites.append(cite(custody.id, custody))
    claim = sentence(f"{answer.why} (reach: {plain(answer.reach)})")
    return Reason(Step.REACH, claim, answer.reach.value, tuple(cites))


def _precedent(answer: PrecedentAnswer, question: Question, register: Register, cite: Cite) -> Reason:
    circuit = question.place.circuit
    court = f"the {court_name('ca' + circuit)}" if circuit else "a court of appeals"
    if not answer.binding:
        claim = f"Neither {court} nor the Supreme Court has ruled on this very condition by then (precedent: none)."
    else:
        claim = (
            f"Of this very condition binding courts have held what follows (precedent: {answer.precedent}); "
            f"that binds the courts of {question.place.label}, and stops no agency."
        )
    because = [_held(held, cite) for held in answer.binding]
    because += [_reasoning(one, question, register, cite) for one in answer.reasoning]
    return Reason(Step.PRECEDENT, claim, answer.precedent.value, (), tuple(because))


def _held(held: Held, cite: Cite) -> Reason:
    word = "unlawful" if held.holding.held is HeldWord.UNLAWFUL else "lawful"
    claim = (
        f"The {court_name(held.act.court)} held it {word} on {held.act.date} in {held.case.caption}"
        f"{_grounds(held)}."
    )
    return Reason(Step.HOLDING, claim, held.holding.held.value, (cite(held.act.id, held.act),))


def _reasoning(one: Reasoning, question: Question, register: Register, cite: Cite) -> Reason:
    held = one.held
    what = listed([_condition(name, question, register) for name in held.holding.conditions])
    claim = (
        f"Beside it, as {one.weight} reasoning: the {court_name(held.act.court)} held {what} "
        f"{held.holding.held} on {held.act.date} in {held.case.caption}{_grounds(held)}."
    )
    return Reason(Step.REASONING, claim, one.weight.value, (cite(held.act.id, held.act),))


def _condition(name: str, question: Question, register: Register) -> str:
    if name == question.condition.id:
        return "this condition"
    return register.conditions[name].name if name in register.conditions else name


def _grounds(held: Held) -> str:
    grounds = [plain(ground) for ground in held.holding.grounds]
    return f", on the ground of {listed(grounds)}" if grounds else ""
