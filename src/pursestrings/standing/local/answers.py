"""What a place's law and practice answer to a feature of the codebook, all levels of law taken together.

A place's own policies come first. Of several in effect, one that is replaced or superseded gives way; one
that speaks prevails over one that is silent; a later over an earlier, but where nothing on record says
which of two texts prevails, the answer is marked as contested. A state rule that binds the body in question
overrides and fills them where it requires cooperation. Where it limits cooperation it is a floor: the more
limiting answer holds, and an answer that is missing is filled only if the floor is already the most limiting
one there is.
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
    SILENT,
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
from pursestrings.standing.orders.effects import known_by

Coded = tuple[Policy, FeatureAnswer]


class SetBy(StrEnum):
    """Which level of law sets an answer."""

    OWN = "own"
    STATE = "state"
    COURT = "court"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one feature, who set it, and whether a text stands behind it.

    `contested_by` is the title of another binding text in effect that answers otherwise.
    """

    feature: str
    value: str
    set_by: SetBy
    textual: bool
    savings_clause: bool
    fact_id: str
    fact: Fact
    coded: FeatureAnswer
    title: str
    contested_by: str | None = None


def answer_of(
    feature: str, place: Place, bodies: frozenset[BodyKind], on: date, known: date | None, register: Register
) -> Answer | None:
    """The answer in effect on a day for the bodies in question; None where nothing coded answers."""
    definition = register.codebook.features.get(feature)
    if definition is None:
        return None
    answer = _own(feature, place, bodies, on, known, register)
    for rule in sorted(_rules(place, bodies, on, known, register), key=_lesser_first):
        coded = _counting(rule.answers.get(feature))
        if coded is not None and not _suspended(rule, feature, on):
            answer = _with_state(answer, _from_rule(feature, rule, coded), rule.direction, definition)
    return answer


def _lesser_first(rule: Rule) -> tuple[str, PartialDate]:
    """Limits before duties, and the earlier before the later: of two state rules the later prevails."""
    return rule.direction.value, rule.effective_from


def _with_state(
    own: Answer | None, state: Answer, direction: Direction, definition: FeatureDef
) -> Answer | None:
    if state.value == SILENT:
        return own
    if direction is Direction.REQUIRES:
        return state
    if own is None or own.value not in definition.order:
        most_limiting = bool(definition.order) and state.value == definition.order[0]
        return state if most_limiting else own
    if state.value not in definition.order:
        return own
    beyond = definition.order.index(state.value) - definition.order.index(own.value)
    return state if beyond < 0 or (beyond == 0 and not own.textual) else own


def _own(
    feature: str, place: Place, bodies: frozenset[BodyKind], on: date, known: date | None, register: Register
) -> Answer | None:
    """The place's own answer: of the policies in effect that bind the bodies, the one that prevails.

    Where several give that answer, the one with the strongest basis stands for it.
    """
    held = [
        policy
        for policy in register.policies.get(place.ocd, ())
        if in_effect(policy, on, known) and (not policy.bodies or bodies & set(policy.bodies))
    ]
    found = [(one, coded) for one in held if (coded := _counting(one.answers.get(feature))) is not None]
    standing = _standing(found, held)
    if not standing:
        return None
    first = max(standing, key=lambda pair: (*_rank(*pair), pair[0].start, _textual(*pair)))
    agreeing = [pair for pair in found if pair[1].answer == first[1].answer]
    policy, coded = max(agreeing, key=lambda pair: (_textual(*pair), pair[0].start))
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
        contested_by=_rival(first, standing),
    )


def _standing(found: list[Coded], held: list[Policy]) -> list[Coded]:
    """The answers of policies that no other in effect replaces, or supersedes where both speak."""
    gone = {name for one in held if not one.urges_only for name in one.replaces}
    gone |= {name for pair in found if _rank(*pair) == (True, True) for name in pair[0].supersedes}
    return [pair for pair in found if pair[0].id not in gone]


def _rank(policy: Policy, coded: FeatureAnswer) -> tuple[bool, bool]:
    """Whether it binds, and whether it speaks."""
    return not policy.urges_only, coded.answer != SILENT


def _rival(first: Coded, standing: list[Coded]) -> str | None:
    """The title of another text that binds, speaks and answers otherwise; a practice is no text."""
    rivals = (
        other.title
        for other, coded in standing
        if coded.answer != first[1].answer
        and _rank(other, coded) == _rank(*first) == (True, True)
        and PolicyKind.PRACTICE not in {first[0].kind, other.kind}
    )
    return next(rivals, None)


def in_effect(policy: Policy, on: date, known: date | None) -> bool:
    """Whether a policy is surely in effect on a day, and known of by then."""
    if policy.earliest_source is not None and not known_by(policy.earliest_source, known):
        return False
    if on < policy.sure_from:
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
        for rule in register.rules_of(state or "")
        if (not rule.within or any(is_within(place.ocd, part) for part in rule.within))
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
