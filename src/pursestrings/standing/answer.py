"""The answer to one question, with all that its parts were made from."""

from __future__ import annotations

from dataclasses import dataclass

from pursestrings.standing.local.fit import FitAnswer, MayComply
from pursestrings.standing.money.due import Due
from pursestrings.standing.money.reach import ReachAnswer
from pursestrings.standing.money.stake import StakeLine
from pursestrings.standing.orders.force import ForceAnswer
from pursestrings.standing.orders.precedent import PrecedentAnswer
from pursestrings.standing.question import Question
from pursestrings.standing.verdict import Verdict


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
