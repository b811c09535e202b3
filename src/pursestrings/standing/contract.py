"""An answer as the contract has it, for machines; the schema is `docs/schema/standing.schema.json`."""

from __future__ import annotations

from typing import Final

from pursestrings.register.index import Register
from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Json
from pursestrings.standing.local.fit import RequirementFit
from pursestrings.standing.orders.alive import order_shown_until
from pursestrings.standing.orders.appeals import appeal_of
from pursestrings.standing.orders.effects import Docket
from pursestrings.standing.orders.force import Force, Protection, force_without
from pursestrings.standing.orders.holdings import Held
from pursestrings.standing.orders.precedent import Reasoning
from pursestrings.standing.orders.scope import Reached
from pursestrings.standing.reasons.explain import reason_of

SCHEMA: Final = "1"


def answer_json(answer: Standing, register: Register, docket: Docket, edition: Json) -> Json:
    """Every part of the answer, the tree of reasons, and the edition of facts and program behind it."""
    return {
        "schema": SCHEMA,
        **answer.question.as_json(),
        "verdict": answer.verdict.value,
        "reach": answer.reach.reach.value,
        "force": answer.force.force.value,
        "certainty": answer.force.certainty.value,
        "precedent": answer.precedent.precedent.value,
        "holdings": [_held(one) for one in answer.precedent.binding],
        "reasoning": [_reasoning(one) for one in answer.precedent.reasoning],
        "fit": answer.fit.fit.value,
        "fit_wider_reading": answer.fit.wider.value,
        "requirements": [_requirement(part) for part in answer.fit.requirements],
        "may_comply": answer.may_comply.value,
        "stake": [line.as_json() for line in answer.stake],
        "due": [due.as_json() for due in answer.due],
        "blocked_by": _blocked_by(answer, docket),
        "doubts": list(answer.force.doubts),
        "reasons": [reason_of(answer, register, docket).as_json()],
        "register": edition,
    }


def _blocked_by(answer: Standing, docket: Docket) -> list[Json]:
    if answer.force.force is Force.BARRED:
        sure = [one for one in answer.force.protections if one.reached is Reached.SURELY]
        return [_order(one, answer, docket) for one in sure]
    if answer.force.force is Force.NOT_ENFORCED:
        return [
            {"notice": one.notice.id, "issuer": one.notice.issuer, "says": one.notice.says, "why": one.why}
            for one in answer.force.promises
            if one.reached is Reached.SURELY
        ]
    return []


def _order(one: Protection, answer: Standing, docket: Docket) -> Json:
    relief, question = one.relief, answer.question
    condition, known = question.condition.id, question.known
    appeal = appeal_of(relief.case, question.on, known)
    return {
        "act": relief.act.id,
        "case": relief.case.id,
        "caption": relief.case.caption,
        "court": relief.act.court,
        "date": str(relief.act.date),
        "kind": relief.act.kind.value,
        "relief": relief.grant.relief.value,
        "restrains": list(relief.grant.restrains),
        "defendants": list(relief.case.defendants),
        "why": one.why,
        "partly_stayed_by": [act.id for act in docket.stays(relief, condition, question.on, known)],
        "appeal_pending": appeal.pending if appeal else None,
        "springs_back": force_without(one, answer.force).value,
        "last_seen_alive": order_shown_until(relief, condition, docket, known).isoformat(),
    }


def _held(one: Held) -> Json:
    return {
        "act": one.act.id,
        "court": one.act.court,
        "date": str(one.act.date),
        "conditions": list(one.holding.conditions),
        "held": one.holding.held.value,
        "grounds": [ground.value for ground in one.holding.grounds],
    }


def _reasoning(one: Reasoning) -> Json:
    return {**_held(one.held), "weight": one.weight.value}


def _requirement(part: RequirementFit) -> Json:
    answer = part.answer
    return {
        "id": part.requirement.id,
        "actor": part.requirement.actor.value,
        "duty": part.requirement.duty.value,
        "says": part.requirement.says,
        "judged": part.requirement.judged,
        "fit": part.fit.value,
        "why": part.why,
        "answer": answer.value if answer else None,
        "set_by": answer.set_by.value if answer else None,
        "basis": answer.coded.basis.value if answer else None,
        "clause": answer.coded.clause if answer else None,
        "fact": answer.fact_id if answer else None,
        "other_readings": [
            {"held_by": other.reading.held_by, "feature": other.reading.feature, "fit": other.fit.value}
            for other in part.other_readings
        ],
        "custodian": {"name": part.custodian[0], "fit": part.custodian[1].value} if part.custodian else None,
    }
