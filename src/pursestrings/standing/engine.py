"""The engine: one answer for one question, every part of it computed apart and never blended."""

from __future__ import annotations

from datetime import date

from pursestrings import __version__
from pursestrings.errors import BEFORE_COVERAGE, NO_STANDING, PursestringsError
from pursestrings.places import Place
from pursestrings.register.index import Register
from pursestrings.register.models.law import Condition
from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Json
from pursestrings.standing.compiled.tables import Tables
from pursestrings.standing.contract import answer_json
from pursestrings.standing.local.fit import fit_of, may_comply
from pursestrings.standing.money.due import due_of
from pursestrings.standing.money.reach import reach_of
from pursestrings.standing.money.stake import stake_of
from pursestrings.standing.orders.effects import Docket
from pursestrings.standing.orders.force import force_of
from pursestrings.standing.orders.precedent import precedent_of
from pursestrings.standing.question import Question
from pursestrings.standing.reasons.explain import reason_of
from pursestrings.standing.reasons.tree import Reason
from pursestrings.standing.verdict import verdict_of

RULES = "1"
"""The version of the law as computed: raised when the same facts come to give another answer."""


_IN_A_BRIEF = "See it in a brief: pursestrings brief PLACE"
_TIES_NO_MONEY = (
    ("lists", "A list", "it designates places and ties no money.", _IN_A_BRIEF),
    ("requests", "A letter", "it asks questions and ties no money.", _IN_A_BRIEF),
    ("threats", "A threat", "it is speech and ties no money.", _IN_A_BRIEF),
    (
        "instruments",
        "An instrument",
        "what ties money is the condition it sets.",
        "List them: pursestrings conditions",
    ),
)


class Engine:
    """Answers questions from one register, indexed once."""

    def __init__(self, register: Register) -> None:
        """Index the acts of the register's cases."""
        self.register = register
        self.docket = Docket(register)
        self._tables: dict[date | None, Tables] = {}

    def standing(self, place: Place, condition: str, on: date, known: date | None = None) -> Standing:
        """The standing of one condition, by id or alias, for a place on a day, as known on another.

        Raises CONDITION_UNKNOWN for an id that is no condition, and NO_STANDING for what ties no money:
        a list, a letter, a bill, or a condition whose text nobody has coded; BEFORE_COVERAGE for a day
        before the record begins.
        """
        self.covered(on)
        question = Question(place, self.condition(condition), on, known)
        reach = reach_of(question, self.register)
        force = force_of(question, self.register, self.docket)
        precedent = precedent_of(question, self.docket)
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
            stake=stake_of(question, self.register, self.docket),
            due=due_of(question, self.register, reach),
            verdict=verdict_of(reach.reach, force.force, force.certainty, precedent.precedent, fit),
        )

    def covered(self, on: date) -> None:
        """Raise BEFORE_COVERAGE for a day before the record begins."""
        begins = self.register.meta.covers_from
        if on < begins.earliest:
            raise PursestringsError(BEFORE_COVERAGE, on=on, covers_from=begins)

    def tables(self, known: date | None = None) -> Tables:
        """The register compiled, as known on a day; what was asked for once is kept."""
        if known not in self._tables:
            self._tables[known] = Tables(self.register, self.docket, known)
        return self._tables[known]

    def computable(self) -> dict[str, Condition]:
        """The conditions that have standing, by id."""
        held = self.register.conditions.values()
        return {condition.id: condition for condition in held if condition.do_not_compute is None}

    def conditions(self, name: str) -> tuple[str, ...]:
        """The condition of this name, or each member of the group of this name."""
        group = self.register.groups.get(self.register.aliases.get(name, name))
        return group.members if group is not None else (name,)

    def reason(self, answer: Standing) -> Reason:
        """The tree of reasons behind an answer; its root is the verdict."""
        return reason_of(answer, self.register, self.docket)

    def as_json(self, answer: Standing) -> Json:
        """The answer as the contract has it."""
        return answer_json(answer, self.register, self.docket, self.edition())

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

    def condition(self, name: str) -> Condition:
        """The condition of this id or alias, if it has standing; raise as `standing` does."""
        register = self.register
        known = register.aliases.get(name, name)
        condition = register.conditions.get(known)
        if condition is None:
            for store, what, why, pointer in _TIES_NO_MONEY:
                if known in getattr(register, store):
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
