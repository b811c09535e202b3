"""The reasons about money and dates: each line at stake with who holds it, each day on which something is due."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.places import get
from pursestrings.register.index import Register
from pursestrings.standing.cited import Cite, Cited
from pursestrings.standing.money.due import Due
from pursestrings.standing.money.stake import Cover, StakeLine, Tie
from pursestrings.standing.question import Question
from pursestrings.standing.reasons.tree import Reason, Step
from pursestrings.standing.words import dollars, plain, sentence


def stake_reason(lines: tuple[StakeLine, ...], question: Question, register: Register, cite: Cite) -> Reason:
    """How many lines of money hang on the condition, and each of them; they are never added up."""
    if not lines:
        claim = f"No sum of money that hangs on it is on record for {question.place.label}."
        return Reason(Step.STAKE, claim)
    count = "1 line of money is" if len(lines) == 1 else f"{len(lines)} lines of money are"
    claim = f"{count} on record as at stake; lines of different bases are never added up."
    return Reason(Step.STAKE, claim, None, (), tuple(_money(line, register, cite) for line in lines))


def _money(line: StakeLine, register: Register, cite: Cite) -> Reason:
    parts = [f"{plain(line.basis)}: {dollars(line.amount)}, {line.what}"]
    if line.holder and line.tie is not Tie.SAID:
        parts.append(f"held by {get(line.holder).label}")
    if line.drawn_down is not None:
        parts.append(f"{dollars(line.drawn_down)} of it drawn down")
    if line.part_of:
        parts.append(f"a part of {line.part_of}, to which it is never added")
    amount = str(line.amount) if line.amount is not None else None
    cover = (_cover(line.cover, register, cite),) if line.cover else ()
    cites = (cite(line.fact.id, line.fact),)
    return Reason(Step.MONEY, sentence("; ".join(parts)), amount, cites, cover)


def _cover(cover: Cover, register: Register, cite: Cite) -> Reason:
    force = plain(cover.answer.force)
    claim = (
        f"For {cover.holder.label}, which holds that money, the condition is {force} that day "
        f"({cover.answer.certainty})."
    )
    return Reason(Step.COVER, claim, cover.answer.force.value, tuple(_covering(cover, register, cite)))


def _covering(cover: Cover, register: Register, cite: Cite) -> Iterator[Cited]:
    for name in cover.answer.rests_on:
        if name in register.acts:
            yield cite(name, register.acts[name][1])
        else:
            yield cite(name, register.notices[name])


def due_reason(dates: tuple[Due, ...], question: Question, cite: Cite) -> Reason:
    """What falls due next, and each day after it."""
    if not dates:
        return Reason(Step.DUE, f"Nothing on record falls due on or after {question.on}.")
    claim = f"The next date on record is {dates[0].day}."
    because = tuple(_deadline(due, cite) for due in dates)
    return Reason(Step.DUE, claim, dates[0].day.isoformat(), (), because)


def _deadline(due: Due, cite: Cite) -> Reason:
    parts = [f"{due.what} falls due {due.day}"]
    if due.rule:
        parts.append(due.rule)
    if due.extended_from:
        parts.append(f"moved from {due.extended_from}")
    if due.extension:
        parts.append(f"moved by {due.extension.said}")
    if due.consequence:
        parts.append(f"if it is missed: {due.consequence}")
    claim = sentence("; ".join(part.rstrip(".") for part in parts))
    return Reason(Step.DEADLINE, claim, due.day.isoformat(), (cite(due.fact.id, due.fact),))
