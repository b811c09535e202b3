"""The reasons about orders: those that protect the place, those that once did, and those of other places."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.register.index import Register
from pursestrings.register.models.courts import Act, ActKind, ChangeKind
from pursestrings.register.models.scope import Scope
from pursestrings.standing.cited import Cite, Cited
from pursestrings.standing.orders.alive import order_shown_until
from pursestrings.standing.orders.appeals import appeal_of, first_above
from pursestrings.standing.orders.effects import Docket, Docketed, Relief, known_by
from pursestrings.standing.orders.force import Force, ForceAnswer, Protection, force_without
from pursestrings.standing.orders.scope import Reached, reach
from pursestrings.standing.question import Question
from pursestrings.standing.reasons.tree import Reason, Step
from pursestrings.standing.words import act_words, court_name, listed

_TAKING = {
    ChangeKind.ENDS: ("ended", "ended it"),
    ChangeKind.REPLACES: ("replaced", "took its place"),
    ChangeKind.STAYS: ("stayed", "suspended it"),
    ChangeKind.NARROWS: ("narrowed", "narrowed it to others"),
}
_LASTING = frozenset({ChangeKind.ENDS, ChangeKind.REPLACES, ChangeKind.NARROWS})


def order_reason(
    one: Protection, answer: ForceAnswer, question: Question, register: Register, docket: Docket, cite: Cite
) -> Reason:
    """An order that protects the place, or may, with what a lawyer asks of it next."""
    relief = one.relief
    sure = one.reached is Reached.SURELY
    claim = f"{_named(relief)} {'protects' if sure else 'may protect'} the place: {one.why.rstrip('.')}."
    cites = (cite(relief.act.id, relief.act), *_memberships(relief, docket, register, cite))
    if not sure and answer.force is Force.BARRED:
        return Reason(Step.ORDER, claim, one.reached.name.lower(), cites)
    if not sure:
        claim += " If it does, the condition is barred that day."
    because = [_kind(relief), *_changes_survived(relief, question, register, docket, cite)]
    if sure:
        because.append(_appeal(relief, question, cite))
        because.append(_springs_back(one, answer))
        seen = order_shown_until(relief, question.condition.id, docket, question.known)
        because.append(Reason(Step.ALIVE, f"The record shows it alive up to {seen}.", seen.isoformat()))
    return Reason(Step.ORDER, claim, one.reached.name.lower(), cites, tuple(because))


def _named(relief: Relief) -> str:
    act = relief.act
    return f"{act_words(act)} of the {court_name(act.court)} in {relief.case.caption} ({act.date})"


def _kind(relief: Relief) -> Reason:
    lasting = relief.grant.relief
    expires = f", and expires {relief.grant.expires}" if relief.grant.expires else ""
    if relief.grant.restrains:
        whom = f"Those restrained: {listed(relief.grant.restrains)}"
    else:
        whom = f"Whom it restrains is not on record, beyond the defendants: {listed(relief.case.defendants)}"
    return Reason(Step.RELIEF, f"{whom}; the relief is {lasting}{expires}.", lasting.value)


def _memberships(relief: Relief, docket: Docket, register: Register, cite: Cite) -> Iterator[Cited]:
    """The lists of members that decide whom the order protects."""
    names = {name for scope in docket.every_scope(relief) for name in scope.associations}
    yield from (cite(name, register.associations[name]) for name in sorted(names))


def _changes_survived(
    relief: Relief, question: Question, register: Register, docket: Docket, cite: Cite
) -> Iterator[Reason]:
    """Stays and narrowings in effect that day that leave the place its protection, sure or doubtful."""

    def covered(scope: Scope | None) -> bool:
        return scope is not None and bool(reach(scope, question.place, question.on, register).reached)

    for one in _acting(relief, question, docket, favour=True):
        change = one.change
        if change.does is ChangeKind.STAYS:
            claim = f"{_of(one.act)} would suspend it here; whether that stay still holds is not sure."
            if covered(change.leaves):
                claim = f"{_of(one.act)} suspends it in part; what it spares covers the place."
            yield Reason(Step.STAY, claim, "stayed", (cite(one.act.id, one.act),))
        elif change.does is ChangeKind.NARROWS:
            claim = f"{_of(one.act)} narrows it to others; whether that has effect is not sure."
            if covered(change.to):
                claim = f"{_of(one.act)} narrowed it; the place is still covered."
            yield Reason(Step.STAY, claim, "narrowed", (cite(one.act.id, one.act),))


def _acting(relief: Relief, question: Question, docket: Docket, *, favour: bool) -> Iterator[Docketed]:
    """The changes to an order, on this condition, in effect on the day; with `favour` perhaps, else surely."""
    condition = question.condition.id
    for one in docket.acting_on(relief.act.id, condition):
        if docket.active(one, question.on, question.known, favour=favour, condition=condition):
            yield one


def _of(act: Act) -> str:
    return f"{act_words(act)} of the {court_name(act.court)} ({act.date})"


def _appeal(relief: Relief, question: Question, cite: Cite) -> Reason:
    found = appeal_of(relief.case, question.on, question.known)
    if found is None:
        later = first_above(relief.case, question.known)
        since = f"; a court above first acted in the case on {later.date}" if later else ""
        return Reason(Step.APPEAL, f"The record shows no appeal filed by that day{since}.", "none_on_record")
    cites = (cite(found.act.id, found.act),)
    what = _of(found.act).replace("The", "the", 1)
    if not found.pending:
        return Reason(Step.APPEAL, f"An appeal in the case was decided by then: {what}.", "decided", cites)
    if found.act.kind is ActKind.APPEAL_FILED:
        what = f"it was filed {found.act.date}"
    return Reason(Step.APPEAL, f"An appeal in the case is pending that day: {what}.", "pending", cites)


def _springs_back(one: Protection, answer: ForceAnswer) -> Reason:
    force = force_without(one, answer)
    others = [other.reached for other in answer.protections if other is not one]
    doubtful = Reached.POSSIBLY in {*others, *(promise.reached for promise in answer.promises)}
    words = {
        Force.BARRED: "another order would still bar it",
        Force.NOT_ENFORCED: "no order would bar it, but the agency's notice would still stand",
        Force.IN_FORCE: "the condition would be in force again"
        + (", unless an order or notice that is in doubt still covers the place" if doubtful else ""),
    }
    return Reason(Step.SPRINGS_BACK, f"Without it, {words[force]}.", force.value)


def lost_reasons(
    answer: ForceAnswer, question: Question, register: Register, docket: Docket, cite: Cite
) -> Iterator[Reason]:
    """Each order that had protected the place, or may have, and no longer does, with the act that took it."""
    standing = [one.relief for one in answer.protections]
    for relief in docket.reliefs(question.condition.id):
        if any(relief is one for one in standing) or not _begun(relief, question):
            continue
        reached = _once(relief, question, register, docket)
        losses = tuple(_losses(relief, question, register, docket, cite))
        if reached is Reached.NO or not losses:
            continue
        had = "covered" if reached is Reached.SURELY else "may have covered"
        claim = f"{_named(relief)}, which {had} the place as it was granted, does not protect it that day."
        yield Reason(Step.LOST, claim, losses[-1].value, (cite(relief.act.id, relief.act),), losses)


def _begun(relief: Relief, question: Question) -> bool:
    return relief.act.date.latest <= question.on and known_by(relief.act.date, question.known)


def _once(relief: Relief, question: Question, register: Register, docket: Docket) -> Reached:
    """How far the order reached the place as granted, or as extended."""
    extended = [
        one.change.to
        for one in _acting(relief, question, docket, favour=True)
        if one.change.does is ChangeKind.EXTENDS and one.change.to is not None
    ]
    return max(_reached(scope, question, register) for scope in (relief.grant.protects, *extended))


def _reached(scope: Scope, question: Question, register: Register) -> Reached:
    return reach(scope, question.place, question.on, register).reached


def _losses(
    relief: Relief, question: Question, register: Register, docket: Docket, cite: Cite
) -> Iterator[Reason]:
    """The acts by which the place lost the order, in date order, up to the first that no stay explains."""
    for one in sorted(_acting(relief, question, docket, favour=False), key=lambda one: one.day):
        left = one.change.leaves or one.change.to
        if one.change.does not in _TAKING:
            continue
        if left is not None and _reached(left, question, register) is not Reached.NO:
            continue
        yield _loss(one, cite)
        if one.change.does in _LASTING:
            return
    expires = relief.grant.expires
    if expires is not None and expires.latest <= question.on:
        yield Reason(Step.LOSS, f"It expired on {expires}.", "expired")


def _loss(one: Docketed, cite: Cite) -> Reason:
    value, verb = _TAKING[one.change.does]
    effect = f", with effect from {one.change.takes_effect}" if one.change.takes_effect else ""
    spared = one.change.leaves or one.change.to
    only = "; what it leaves does not cover the place" if spared and one.change.leaves else ""
    return Reason(Step.LOSS, f"{_of(one.act)} {verb}{effect}{only}.", value, (cite(one.act.id, one.act),))


def elsewhere_reason(
    answer: ForceAnswer, question: Question, register: Register, docket: Docket, cite: Cite
) -> Iterator[Reason]:
    """One node for the orders that surely stand that day against the condition, for others than the place."""
    here = {one.relief.act.id for one in answer.protections}
    others: dict[str, Relief] = {}
    for relief in docket.reliefs(question.condition.id):
        scopes = docket.scopes(relief, question.condition.id, question.on, question.known, sure=True)
        if scopes and relief.act.id not in here:
            others[relief.act.id] = relief
    if not others:
        return
    named = dict.fromkeys(f"{one.case.caption} ({one.act.date})" for one in others.values())
    claim = f"Orders that stand that day for others, and not for {question.place.label}: {listed([*named])}."
    cites = tuple(cite(name, one.act) for name, one in others.items())
    yield Reason(Step.ELSEWHERE, claim, str(len(others)), cites)
