"""The engine: one answer for one question, every part of it computed apart and never blended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pursestrings import __version__
from pursestrings.errors import NO_STANDING, PursestringsError
from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.courts import ActKind, Case
from pursestrings.register.models.law import Condition
from pursestrings.standing.alive import order_seen
from pursestrings.standing.effects import Docket
from pursestrings.standing.explain import reasons_of
from pursestrings.standing.fit import FitAnswer, MayComply, RequirementFit, fit_of, may_comply
from pursestrings.standing.force import Force, ForceAnswer, Protection, force_of
from pursestrings.standing.precedent import PrecedentAnswer, Reasoning, precedent_of
from pursestrings.standing.question import Question
from pursestrings.standing.reasons import Json, Reason
from pursestrings.standing.scope import Reached
from pursestrings.standing.stake import Due, ReachAnswer, StakeLine, due_of, reach_of, stake_of
from pursestrings.standing.verdict import Verdict, verdict_of

SCHEMA = "1"


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer. `precedent`, `fit` and the rest keep all they were made from."""

    question: Question
    reach: ReachAnswer
    force: ForceAnswer
    precedent: PrecedentAnswer
    fit: FitAnswer
    may_comply: MayComply
    comply_rules: tuple[str, ...]
    stake: tuple[StakeLine, ...]
    due: tuple[Due, ...]
    verdict: Verdict


class Engine:
    """Answers questions from one register, indexed once."""

    def __init__(self, register: Register) -> None:
        """Index the acts of the register's cases."""
        self.register = register
        self._docket = Docket(register)

    def standing(self, place: Place, condition: str, on: date, known: date | None = None) -> Standing:
        """The standing of one condition, by id or alias, for a place on a day, as known on another.

        Raises CONDITION_UNKNOWN for an id that is no condition, and NO_STANDING for what ties no money:
        a list, a letter, a bill, or a condition whose text nobody has coded.
        """
        question = Question(place, self._computable(condition), on, known)
        reach = reach_of(question, self.register)
        force = force_of(question, self.register, self._docket)
        precedent = precedent_of(question, self.register, self._docket)
        fit = fit_of(question, self.register)
        comply, rules = may_comply(question, self.register)
        return Standing(
            question=question,
            reach=reach,
            force=force,
            precedent=precedent,
            fit=fit,
            may_comply=comply,
            comply_rules=rules,
            stake=stake_of(question, self.register),
            due=due_of(question, self.register),
            verdict=verdict_of(reach.reach, force.force, force.certainty, precedent.precedent, fit),
        )

    def conditions(self, name: str) -> tuple[str, ...]:
        """The condition of this name, or each member of the group of this name."""
        group = self.register.groups.get(self.register.aliases.get(name, name))
        return group.members if group is not None else (name,)

    def reasons(self, answer: Standing) -> tuple[Reason, ...]:
        """The tree of reasons behind an answer."""
        return reasons_of(answer, self.register)

    def as_json(self, answer: Standing) -> Json:
        """The answer as the contract has it."""
        question = answer.question
        return {
            "schema": SCHEMA,
            "place": question.place.ocd,
            "place_name": question.place.label,
            "condition": question.condition.id,
            "condition_name": question.condition.name,
            "on": question.on.isoformat(),
            "as_known_on": question.known.isoformat() if question.known else None,
            "verdict": answer.verdict.value,
            "reach": answer.reach.reach.value,
            "force": answer.force.force.value,
            "certainty": answer.force.certainty.value,
            "precedent": answer.precedent.precedent.value,
            "reasoning": [_reasoning(one) for one in answer.precedent.reasoning],
            "fit": answer.fit.fit.value,
            "fit_wider_reading": answer.fit.wider.value,
            "requirements": [_requirement(part) for part in answer.fit.requirements],
            "may_comply": answer.may_comply.value,
            "stake": [stake_json(line) for line in answer.stake],
            "due": [due_json(due) for due in answer.due],
            "blocked_by": self._blocked_by(answer),
            "doubts": list(answer.force.doubts),
            "reasons": [reason.as_json() for reason in self.reasons(answer)],
            "register": self.edition(),
        }

    def edition(self) -> Json:
        """Which facts and which program gave the answer."""
        register = self.register
        return {
            "version": register.meta.version,
            "digest": register.digest,
            "known_through": str(register.meta.known_through),
            "overlays": list(register.overlays),
            "program": __version__,
        }

    def _computable(self, name: str) -> Condition:
        register = self.register
        known = register.aliases.get(name, name)
        for store, what, why, pointer in (
            (
                register.lists,
                "A list",
                "it designates places and ties no money.",
                "See it in a brief: pursestrings brief PLACE",
            ),
            (
                register.requests,
                "A letter",
                "it asks questions and ties no money.",
                "See it in a brief: pursestrings brief PLACE",
            ),
            (
                register.threats,
                "A threat",
                "it is speech and ties no money.",
                "See it in a brief: pursestrings brief PLACE",
            ),
            (
                register.instruments,
                "An instrument",
                "what ties money is the condition it sets.",
                "List them: pursestrings conditions",
            ),
        ):
            if known in store and known not in register.conditions:
                raise PursestringsError(NO_STANDING, what=f"{what} ({name})", why=why, pointer=pointer)
        condition = register.condition(name)
        if condition.do_not_compute is not None:
            raise PursestringsError(
                NO_STANDING,
                what=condition.name,
                why=f"its text is not coded: {condition.do_not_compute}",
                pointer="Every brief lists it under `not_coded`.",
            )
        return condition

    def _blocked_by(self, answer: Standing) -> list[Json]:
        if answer.force.force is Force.BARRED:
            sure = [one for one in answer.force.protections if one.reached is Reached.SURELY]
            return [self._order_json(one, answer.question) for one in sure]
        if answer.force.force is Force.NOT_ENFORCED:
            return [
                {
                    "notice": one.notice.id,
                    "issuer": one.notice.issuer,
                    "says": one.notice.says,
                    "why": one.why,
                }
                for one in answer.force.promises
                if one.reached is Reached.SURELY
            ]
        return []

    def _order_json(self, one: Protection, question: Question) -> Json:
        relief, known = one.relief, question.known
        stayed = self._docket.stays(relief, question.condition.id, question.on, known)
        return {
            "act": relief.act.id,
            "case": relief.case.id,
            "caption": relief.case.caption,
            "court": relief.act.court,
            "date": str(relief.act.date),
            "kind": relief.act.kind.value,
            "relief": relief.grant.relief.value,
            "restrains": list(relief.grant.restrains or relief.case.defendants),
            "why": one.why,
            "partly_stayed_by": [act.id for act in stayed],
            "appeal_pending": _appeal_pending(relief.case, question.on),
            "last_seen_alive": order_seen(relief.case, relief.act, known).isoformat(),
        }


_DECIDED = frozenset(
    {ActKind.AFFIRMED, ActKind.REVERSED, ActKind.VACATED, ActKind.DISMISSED, ActKind.SETTLED}
)


def _appeal_pending(case: Case, on: date) -> bool | None:
    """Whether an appeal filed by that day was not yet decided; None where the record shows no filing."""
    filed = [act for act in case.acts if act.kind is ActKind.APPEAL_FILED and act.date.earliest <= on]
    if not filed:
        return None
    last = max(act.date for act in filed)
    return not any(act.kind in _DECIDED and last <= act.date and act.date.latest <= on for act in case.acts)


def _reasoning(one: Reasoning) -> Json:
    held = one.held
    return {
        "act": held.act.id,
        "court": held.act.court,
        "date": str(held.act.date),
        "conditions": list(held.holding.conditions),
        "held": held.holding.held.value,
        "weight": one.weight.value,
    }


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


def stake_json(line: StakeLine) -> Json:
    """A line of money for machines; the amount as a decimal text, null where no figure was given."""
    return {
        "basis": line.basis,
        "amount": str(line.amount) if line.amount is not None else None,
        "what": line.what,
        "holder": line.holder,
        "fact": line.fact.id,
    }


def due_json(due: Due) -> Json:
    """A date on which something falls due."""
    return {
        "date": due.day.isoformat(),
        "what": due.what,
        "consequence": due.consequence,
        "fact": due.fact.id,
    }
