"""The verdict: the first row of the design's table that applies. It never stands without what it is made of."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Protocol

from pursestrings.standing.local.duties import Fit
from pursestrings.standing.money.reach import Reaches
from pursestrings.standing.orders.force import Certainty, Force
from pursestrings.standing.orders.precedent import Precedent

_DONE = frozenset({Fit.MEETS, Fit.NOT_APPLICABLE})


class Verdict(StrEnum):
    """The answer in one word."""

    CLEAR = "clear"
    BLOCKED = "blocked"
    UNCERTAIN = "uncertain"
    CONTESTABLE = "contestable"
    EXPOSED = "exposed"


class Row(Enum):
    """A row of the table: its place from the top, the verdict it gives, and when it applies."""

    NOTHING_HANGS = (1, Verdict.CLEAR, "it does not reach the place's money, has not begun, or is over")
    BLOCKED = (2, Verdict.BLOCKED, "an order or a notice blocks it, and that is firm")
    OPEN = (3, Verdict.UNCERTAIN, "its force is not firm, or whether it is tied to the place's money is open")
    HELD_UNLAWFUL = (4, Verdict.CONTESTABLE, "in force and not shown to be met, but held unlawful")
    CONFLICT = (5, Verdict.EXPOSED, "in force, and the place's law or practice conflicts with it")
    MET = (6, Verdict.CLEAR, "in force, and met under every reading, or no duty of the place")
    UNSETTLED = (7, Verdict.UNCERTAIN, "in force, and the record does not settle whether the place meets it")

    def __init__(self, position: int, verdict: Verdict, when: str) -> None:
        """`position` counts from 1; `when` is a clause about the condition."""
        self.position = position
        self.verdict = verdict
        self.when = when


class Fits(Protocol):
    """Fit by the words, fit by the agency's wider reading, and whether they rest on remembered custody."""

    @property
    def fit(self) -> Fit: ...

    @property
    def wider(self) -> Fit: ...

    @property
    def doubtful(self) -> bool: ...


def row_of(reach: Reaches, force: Force, certainty: Certainty, precedent: Precedent, fit: Fits) -> Row:
    """The first row that applies. What rests on a custody record only remembered is never `clear`."""
    if reach is Reaches.OUTSIDE or not force.live:
        return Row.NOTHING_HANGS
    if force in {Force.BARRED, Force.NOT_ENFORCED} and certainty is Certainty.FIRM:
        return Row.BLOCKED
    if certainty is not Certainty.FIRM or reach in {Reaches.UNKNOWN, Reaches.DIRECTED}:
        return Row.OPEN
    if fit.fit not in _DONE and precedent is Precedent.UNLAWFUL:
        return Row.HELD_UNLAWFUL
    if Fit.CONFLICTS in {fit.fit, fit.wider}:
        return Row.CONFLICT
    if fit.wider in _DONE and not fit.doubtful:
        return Row.MET
    return Row.UNSETTLED


def verdict_of(
    reach: Reaches, force: Force, certainty: Certainty, precedent: Precedent, fit: Fits
) -> Verdict:
    """The verdict of the first row that applies."""
    return row_of(reach, force, certainty, precedent, fit).verdict
