"""What a place's law and practice answer to a feature of the codebook, all levels of law taken together.

A place's own policies come first. A state rule that binds the body in question overrides and fills them
where it requires cooperation. Where it limits cooperation it is a floor: the more limiting answer holds,
and an answer that is missing is filled only if the floor is already the most limiting one there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pursestrings.dates import PartialDate
from pursestrings.places import Place, is_within
from pursestrings.register.index import Register
from pursestrings.register.models.base import Confidence, Fact
from pursestrings.register.models.local import (
    Basis,
    BodyKind,
    Direction,
    FeatureAnswer,
    FeatureDef,
    Policy,
    PolicyKind,
    Rule,
    RuleKind,
)
from pursestrings.standing.effects import known_by


class SetBy(StrEnum):
    """Which level of law sets an answer."""

    OWN = "own"
    STATE = "state"
    COURT = "court"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one feature, who set it, and whether a text stands behind it."""

    feature: str
    value: str
    set_by: SetBy
    textual: bool
    savings_clause: bool
    fact_id: str
    fact: Fact
    coded: FeatureAnswer
    title: str


def answer_of(
    feature: str, place: Place, bodies: frozenset[BodyKind], on: date, known: date | None, register: Register
) -> Answer | None:
    """The answer in effect on a day for the bodies in question; None where nothing coded answers."""
    definition = register.codebook.features.get(feature)
    if definition is None:
        return None
    answer = _own(feature, place, on, known, register)
    for rule in sorted(_rules(place, bodies, on, known, register), key=lambda one: one.direction.value):
        coded = _counting(rule.answers.get(feature))
        if coded is not None and not _suspended(rule, feature, on):
            answer = _with_state(answer, _from_rule(feature, rule, coded), rule.direction, definition)
    return answer


def _with_state(
    own: Answer | None, state: Answer, direction: Direction, definition: FeatureDef
) -> Answer | None:
    if state.value == "not_addressed":
        return own
    if direction is Direction.REQUIRES:
        return state
    if own is None or own.value not in definition.order:
        most_limiting = bool(definition.order) and state.value == definition.order[0]
        return state if most_limiting else own
    if state.value not in definition.order:
        return own
    return state if definition.order.index(state.value) < definition.order.index(own.value) else own


def _own(feature: str, place: Place, on: date, known: date | None, register: Register) -> Answer | None:
    """The place's own answer: of the policies in effect the latest that binds, else the latest that urges.

    Where several give that answer, the one with the strongest basis stands for it.
    """
    found = [
        (policy, coded)
        for policy in register.policies.get(place.ocd, ())
        if in_effect(policy, on, known)
        if (coded := _counting(policy.answers.get(feature))) is not None
    ]
    if not found:
        return None
    latest = max(found, key=lambda pair: (not pair[0].urges_only, _start(pair[0]), _textual(*pair)))
    agreeing = [pair for pair in found if pair[1].answer == latest[1].answer]
    policy, coded = max(agreeing, key=lambda pair: (_textual(*pair), _start(pair[0])))
    return Answer(
        feature=feature,
        value=coded.answer,
        set_by=SetBy.OWN,
        textual=_textual(policy, coded),
        savings_clause=bool(coded.savings_clause),
        fact_id=policy.id,
        fact=policy,
        coded=coded,
        title=policy.title,
    )


def _start(policy: Policy) -> PartialDate:
    return policy.effective_from or policy.adopted or policy.earliest_source or PartialDate(1)


def _sure_from(policy: Policy) -> date:
    """The first day on which the policy surely had begun.

    Where its start is known to the month or year only, a source of that time that tells of it will do.
    """
    start = _start(policy)
    told = (day.latest for day in policy.source_dates if start.earliest <= day.latest <= start.latest)
    return min([start.latest, *told])


def in_effect(policy: Policy, on: date, known: date | None) -> bool:
    """Whether a policy is surely in effect on a day, and known of by then."""
    if policy.earliest_source is not None and not known_by(policy.earliest_source, known):
        return False
    if on < _sure_from(policy):
        return False
    until = policy.effective_until
    return until is None or on < until.earliest or not known_by(until, known)


def _counting(coded: FeatureAnswer | None) -> FeatureAnswer | None:
    return None if coded is None or coded.confidence is Confidence.RECALLED else coded


def _textual(policy: Policy, coded: FeatureAnswer) -> bool:
    """Whether the answer rests on the place's own binding text, read by whoever coded it."""
    return coded.basis is Basis.TEXT and policy.kind is not PolicyKind.PRACTICE and not policy.urges_only


def _rules(
    place: Place, bodies: frozenset[BodyKind], on: date, known: date | None, register: Register
) -> list[Rule]:
    return [rule for rule in rules_binding(place, on, known, register) if bodies & set(rule.binds)]


def rules_binding(place: Place, on: date, known: date | None, register: Register) -> list[Rule]:
    """The rules of the place's state in effect on a day, those only remembered left out."""
    state = state_of(place)
    return [
        rule
        for rule in register.rules.values()
        if rule.state == state
        and (not rule.within or any(is_within(place.ocd, part) for part in rule.within))
        and rule.sure
        and on >= rule.effective_from.latest
        and known_by(rule.effective_from, known)
        and (
            rule.effective_until is None
            or on < rule.effective_until.earliest
            or not known_by(rule.effective_until, known)
        )
    ]


def state_of(place: Place) -> str | None:
    """The OCD id of the state, district or territory that a place is, or lies in."""
    steps = place.ocd.split("/")
    return "/".join(steps[:3]) if len(steps) >= 3 else None


def _suspended(rule: Rule, feature: str, on: date) -> bool:
    return any(
        on >= span.start.earliest
        and (span.until is None or on < span.until.latest)
        and (not span.features or feature in span.features)
        for span in rule.suspended
    )


def _from_rule(feature: str, rule: Rule, coded: FeatureAnswer) -> Answer:
    return Answer(
        feature=feature,
        value=coded.answer,
        set_by=SetBy.COURT if rule.kind is RuleKind.COURT_RULING else SetBy.STATE,
        textual=True,
        savings_clause=bool(coded.savings_clause),
        fact_id=rule.id,
        fact=rule,
        coded=coded,
        title=rule.title,
    )
