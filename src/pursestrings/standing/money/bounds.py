"""The smallest and the largest honest figure of the money at stake, and why they differ.

The same award under several conditions is the same money, and so are a joint award and its shares: each
is counted once. Figures are added only within one basis. The smallest is what awards on record show the
place to hold for itself, of a joint award its own share alone; the largest is the largest single figure:
the whole of a joint award, money only sought, what the state holds and may pass on, what a speaker
claimed. A figure for the whole country is nobody's stake, and what nobody put in figures stays unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pursestrings.places import Place, get
from pursestrings.register.models.money import Award, Sum, SumBasis
from pursestrings.standing.cited import Json
from pursestrings.standing.money.stake import THROUGH_THE_STATE, StakeLine, Tie
from pursestrings.standing.words import dollars, listed, plain, sentence


@dataclass(frozen=True, slots=True)
class Figure:
    """Lines of one basis added up; `says` is what they are, as words that follow the sum."""

    amount: Decimal
    basis: str
    lines: tuple[StakeLine, ...]
    says: str

    def as_json(self) -> Json:
        """The figure for machines, with the facts it is made of."""
        return {
            "amount": str(self.amount),
            "basis": self.basis,
            "says": self.says,
            "facts": [line.fact.id for line in self.lines],
        }


@dataclass(frozen=True, slots=True)
class Bounds:
    """Both figures, None where no figure is on record, and a sentence or two on why they differ."""

    smallest: Figure | None
    largest: Figure | None
    why: str

    def as_json(self) -> Json:
        """Both for machines."""
        return {
            "smallest": self.smallest.as_json() if self.smallest else None,
            "largest": self.largest.as_json() if self.largest else None,
            "why": self.why,
        }


def bounds_of(place: Place, lines: Iterable[StakeLine]) -> Bounds:
    """The bounds of what the place has at stake under all the conditions that the lines come from."""
    once: dict[str, StakeLine] = {}
    for line in lines:
        if line.fact.id not in once or line.held:
            once[line.fact.id] = line
    counted = list(once.values())
    held = sorted(_held(counted), key=lambda figure: figure.amount, reverse=True)
    smallest = held[0] if held else None
    others = [*_awards(counted), *_said(counted)]
    largest = max([*([smallest] if smallest else []), *others], key=lambda one: one.amount, default=None)
    return Bounds(smallest, largest, " ".join(_why(place, held, largest, counted)))


def _held(lines: Sequence[StakeLine]) -> list[Figure]:
    """What awards give the place for itself, by basis; of a joint award only its share counts."""
    return _added(line for line in lines if line.held and line.tie is not Tie.JOINT)


def _unshared(lines: Sequence[StakeLine]) -> list[Figure]:
    """Joint awards that the place holds and of which no share of its own is on record."""
    shared = {line.part_of for line in lines if line.tie is Tie.SHARE}
    return _added(
        line for line in lines if line.held and line.tie is Tie.JOINT and line.fact.id not in shared
    )


def _awards(lines: Sequence[StakeLine]) -> list[Figure]:
    """Every award by basis; a joint award that the place holds stands for its shares."""
    joint = {line.fact.id for line in lines if line.tie is Tie.JOINT}
    return _added(line for line in lines if isinstance(line.fact, Award) and line.part_of not in joint)


def _added(lines: Iterable[StakeLine]) -> list[Figure]:
    groups: dict[tuple[str, bool], list[StakeLine]] = defaultdict(list)
    for line in lines:
        if line.amount is not None:
            groups[line.basis, line.held].append(line)
    return [
        Figure(
            sum((line.amount or Decimal(0) for line in group), Decimal(0)), basis, tuple(group), _says(group)
        )
        for (basis, _), group in groups.items()
    ]


def _said(lines: Sequence[StakeLine]) -> list[Figure]:
    """Each figure that someone gave for the place; two of them may speak of the same money."""
    return [
        Figure(line.amount, line.basis, (line,), _by_whom(line))
        for line in lines
        if line.tie is Tie.SAID and line.amount is not None and line.holder is not None
    ]


def _by_whom(line: StakeLine) -> str:
    return f"{_VERBS[line.basis]} by {_speaker(line)}"


_VERBS: Final = {
    SumBasis.ANNOUNCED_NATIONALLY.value: "announced",
    SumBasis.CLAIMED_BY_SPEAKER.value: "claimed",
    SumBasis.ESTIMATED.value: "estimated",
}


def _speaker(line: StakeLine) -> str:
    return line.fact.said_by if isinstance(line.fact, Sum) else ""


def _says(group: Sequence[StakeLine]) -> str:
    first, many = group[0], len(group) > 1
    awards = f"{len(group)} awards" if many else "an award"
    if first.basis == THROUGH_THE_STATE and first.holder is not None:
        return f"all that {get(first.holder).label} holds by {awards} and may pass on, the place's part not on record"
    ties = {line.tie for line in group}
    if ties == {Tie.SHARE}:
        kind = f"its shares of {len(group)} joint awards" if many else "its share of a joint award"
        return f"{kind} on record" if first.held else f"{kind} that is not known to have been made"
    if ties == {Tie.JOINT}:
        awards = f"{len(group)} joint awards, each whole" if many else "the whole of a joint award"
    elif Tie.JOINT in ties:
        awards += ", joint ones whole"
    status = plain(first.basis)
    return (
        f"{awards} on record ({status})" if first.held else f"{awards} ({status}) not known to be held then"
    )


def _why(
    place: Place, held: Sequence[Figure], largest: Figure | None, lines: Sequence[StakeLine]
) -> Iterator[str]:
    if not held:
        yield _nothing_held(place, lines)
    if largest is None:
        yield f"No figure for {place.label} is on record."
    elif not held:
        yield f"The figure is {largest.says}."
    elif held[0].amount == largest.amount:
        yield f"The figure is {held[0].says}."
    else:
        yield f"The smallest is {held[0].says}; the largest is {largest.says}."
    beside = [
        f"{dollars(one.amount)}, {one.says}"
        for one in [*held[1:], *_unshared(lines)]
        if largest is None or one.lines != largest.lines
    ]
    if beside:
        yield f"Beside it, of another kind and so not added: {listed(beside)}."
    silent = [
        _speaker(line) for line in lines if line.tie is Tie.SAID and line.amount is None and line.holder
    ]
    if silent:
        yield sentence(f"no figure was given by {listed(silent)}")


def _nothing_held(place: Place, lines: Sequence[StakeLine]) -> str:
    if _unshared(lines):
        return (
            f"{place.label} holds a joint award for several governments, and its own share is not on record."
        )
    return f"No award on record shows that {place.label} holds any of it."
