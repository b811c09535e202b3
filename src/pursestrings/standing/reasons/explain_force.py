"""The reasons for force: when the string was made, what blocks it, what did so once, and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.register.index import Register
from pursestrings.register.models.agency import NoticeKind
from pursestrings.register.models.base import Fact
from pursestrings.standing.cited import Cite
from pursestrings.standing.orders.alive import condition_seen, order_seen
from pursestrings.standing.orders.effects import Docket, known_by
from pursestrings.standing.orders.force import Certainty, Force, ForceAnswer, Promise, rescissions
from pursestrings.standing.orders.scope import Reached, reach
from pursestrings.standing.question import Question
from pursestrings.standing.reasons.explain_orders import elsewhere_reason, lost_reasons, order_reason
from pursestrings.standing.reasons.tree import Reason, Step

_STATE = {
    Force.NOT_YET: "not yet in force",
    Force.WITHDRAWN: "withdrawn",
    Force.BARRED: "barred",
    Force.NOT_ENFORCED: "not enforced",
    Force.IN_FORCE: "in force",
}
_MEANING = {
    Force.NOT_YET: "it was not announced by then",
    Force.WITHDRAWN: "it was over by then",
    Force.BARRED: "an order that surely protects the place is in effect",
    Force.NOT_ENFORCED: "the agency has said in writing that it will not enforce it",
    Force.IN_FORCE: "no order or notice on record surely protects the place that day",
}
_CERTAINTY = {
    Certainty.FIRM: "that is firm",
    Certainty.UNCERTAIN: "that is uncertain, for a doubtful fact would change it",
    Certainty.STALE: "that is stale, for the record does not run to that day",
}


def force_reason(
    answer: ForceAnswer, question: Question, register: Register, docket: Docket, cite: Cite
) -> Reason:
    """Force and certainty, and under them every order, notice and doubt that bears on them."""
    claim = (
        f"On {question.on} the condition is {_STATE[answer.force]}, and {_CERTAINTY[answer.certainty]}: "
        f"{_MEANING[answer.force]}."
    )
    because = [_announced(answer, question, register, cite)]
    if answer.force is Force.WITHDRAWN:
        because += _ended(question, register, cite)
    elif answer.force is not Force.NOT_YET:
        orders = sorted(answer.protections, key=lambda one: one.reached, reverse=True)
        because += [order_reason(one, answer, question, register, docket, cite) for one in orders]
        because += [_notice(one, answer, cite) for one in answer.promises]
        because += lost_reasons(answer, question, register, docket, cite)
        because += _notices_past(question, register, docket, cite)
        if answer.force is Force.IN_FORCE:
            because += elsewhere_reason(answer, question, register, docket, cite)
    because += [Reason(Step.DOUBT, f"In doubt: {doubt.rstrip('.')}.", None) for doubt in _untold(answer)]
    because += _alive(answer, question, docket)
    return Reason(Step.FORCE, claim, answer.force.value, (), tuple(because))


def _announced(answer: ForceAnswer, question: Question, register: Register, cite: Cite) -> Reason:
    condition = question.condition
    instrument = register.instruments.get(condition.instrument)
    paper = f", in {instrument.title}" if instrument else ""
    cites = [cite(condition.id, condition), *([cite(instrument.id, instrument)] if instrument else [])]
    was = "was not announced until" if answer.force is Force.NOT_YET else "was announced"
    claim = f"{condition.name} {was} {condition.announced}{paper}."
    return Reason(Step.ANNOUNCED, claim, str(condition.announced), tuple(cites))


def _ended(question: Question, register: Register, cite: Cite) -> Iterator[Reason]:
    ends = question.condition.ends
    if ends is None:
        return
    fact: Fact | None = None
    words = ""
    if notice := register.notices.get(ends.by):
        fact, words = notice, f", by the word of {notice.issuer}: {notice.says.rstrip('.')}"
    elif instrument := register.instruments.get(ends.by):
        fact, words = instrument, f", by {instrument.title}"
    cites = (cite(ends.by, fact),) if fact else ()
    yield Reason(Step.ENDED, f"It ended {ends.on}{words}.", str(ends.on), cites)


def _notice(one: Promise, answer: ForceAnswer, cite: Cite) -> Reason:
    sure = one.reached is Reached.SURELY
    covers = "covers the place" if sure else "may cover the place"
    claim = (
        f"The notice that it will not be enforced ({one.notice.issuer}, {one.notice.posted or 'undated'}) "
        f"{covers}: {one.why.rstrip('.')}. "
        f"It says: {one.notice.says.rstrip('.')}."
    )
    if not sure and answer.force is Force.IN_FORCE:
        claim += " If it does, the condition is not enforced that day."
    return Reason(Step.NOTICE, claim, one.reached.name.lower(), (cite(one.notice.id, one.notice),))


def _notices_past(question: Question, register: Register, docket: Docket, cite: Cite) -> Iterator[Reason]:
    """Each notice that covered the place and is over, or was taken back."""
    for notice in docket.notices(question.condition.id):
        covered = reach(notice.covers, question.place, question.on, register).reached is not Reached.NO
        if notice.kind is not NoticeKind.NON_ENFORCEMENT or not covered:
            continue
        claim = (
            f"The notice that it will not be enforced ({notice.issuer}, {notice.posted or 'undated'}), "
            "which covered the place,"
        )
        until = notice.until
        if until is not None and known_by(until, question.known) and until.latest <= question.on:
            yield Reason(Step.LOST, f"{claim} ended {until}.", "ended", (cite(notice.id, notice),))
            continue
        for taking in rescissions(notice, question, register, docket):
            if taking.reached is Reached.SURELY:
                later = taking.notice
                back = f"{claim} was taken back by that of {later.issuer} ({later.posted or 'undated'})."
                yield Reason(Step.LOST, back, "ended", (cite(notice.id, notice), cite(later.id, later)))
                break


def _untold(answer: ForceAnswer) -> Iterator[str]:
    """The doubts that no order or notice of the tree already tells in its own node."""
    told = {one.why for one in answer.protections if one.reached is Reached.POSSIBLY}
    told |= {one.why for one in answer.promises if one.reached is Reached.POSSIBLY}
    yield from (doubt for doubt in answer.doubts if not any(doubt.endswith(why) for why in told))


def _alive(answer: ForceAnswer, question: Question, docket: Docket) -> Iterator[Reason]:
    """How far the record runs for what decides: the orders that bar it, or else the condition."""
    known = question.known
    condition = question.condition
    if not answer.force.live or condition.ends is not None:
        return
    if answer.force is Force.BARRED:
        sure = (one.relief for one in answer.protections if one.reached is Reached.SURELY)
        seen = max((order_seen(one.case, one.act, known) for one in sure), default=None)
        what = "an order that bars it"
    else:
        seen = condition_seen(condition, docket, known)
        what = "the condition"
    if seen is None:
        return
    if answer.certainty is Certainty.STALE:
        claim = f"The record last shows {what} alive on {seen}, and does not run to the day asked."
        yield Reason(Step.STALE, claim, seen.isoformat())
    elif answer.force is not Force.BARRED:
        yield Reason(Step.ALIVE, f"The record last shows {what} alive on {seen}.", seen.isoformat())
