"""The verdict: the first row of the design's table that applies. It never stands without what it is made of."""

from __future__ import annotations

from enum import StrEnum

from pursestrings.standing.duties import Fit
from pursestrings.standing.fit import FitAnswer
from pursestrings.standing.force import Certainty, Force
from pursestrings.standing.precedent import Precedent
from pursestrings.standing.stake import Reaches

_DONE = frozenset({Fit.MEETS, Fit.NOT_APPLICABLE})


class Verdict(StrEnum):
    """The answer in one word."""

    CLEAR = "clear"
    BLOCKED = "blocked"
    UNCERTAIN = "uncertain"
    CONTESTABLE = "contestable"
    EXPOSED = "exposed"


def verdict_of(
    reach: Reaches, force: Force, certainty: Certainty, precedent: Precedent, fit: FitAnswer
) -> Verdict:
    """The first row that applies. What rests on a custody record only remembered is never `clear`."""
    if reach is Reaches.OUTSIDE or force in {Force.NOT_YET, Force.WITHDRAWN}:
        return Verdict.CLEAR
    if force in {Force.BARRED, Force.NOT_ENFORCED} and certainty is Certainty.FIRM:
        return Verdict.BLOCKED
    if certainty is not Certainty.FIRM or reach in {Reaches.UNKNOWN, Reaches.DIRECTED}:
        return Verdict.UNCERTAIN
    if fit.fit not in _DONE and precedent is Precedent.UNLAWFUL:
        return Verdict.CONTESTABLE
    if Fit.CONFLICTS in {fit.fit, fit.wider}:
        return Verdict.EXPOSED
    if fit.wider in _DONE and not fit.doubtful:
        return Verdict.CLEAR
    return Verdict.UNCERTAIN
