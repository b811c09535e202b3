"""Whether an appeal in a case was pending on a day, as far as the record shows.

The record of a case often has what the higher court did and not the filing that brought it there, so
both count: an act of a court above shows that an appeal was taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from pursestrings.register.models.courts import Act, ActKind, Case
from pursestrings.standing.orders.effects import known_by
from pursestrings.standing.orders.precedent import is_higher

_ENDS: Final = frozenset({ActKind.DISMISSED, ActKind.SETTLED})
_DECIDES: Final = _ENDS | {
    ActKind.AFFIRMED,
    ActKind.REVERSED,
    ActKind.VACATED,
    ActKind.REMANDED,
    ActKind.NARROWED,
    ActKind.MANDATE,
    ActKind.REHEARING_DENIED,
    ActKind.EN_BANC_VACATED,
    ActKind.CERT_DENIED,
    ActKind.CERT_DISMISSED,
}
_OPENS: Final = frozenset({ActKind.APPEAL_FILED, ActKind.EN_BANC_GRANTED, ActKind.CERT_PETITION})


@dataclass(frozen=True, slots=True)
class Appeal:
    """The state of the appeals in a case on a day, and the act that brought it about."""

    pending: bool
    act: Act


def appeal_of(case: Case, on: date, known: date | None) -> Appeal | None:
    """The appeal as it stood on a day, as known on another; None where the record shows none by then."""
    found: Appeal | None = None
    for act in sorted(case.acts, key=lambda act: act.date):
        if not known_by(act.date, known) or act.date.earliest > on:
            continue
        if act.kind in _OPENS:
            found = Appeal(True, act)
        elif act.kind in _DECIDES and _decides(act, found) and act.date.latest <= on:
            found = Appeal(False, act)
        elif found is None and is_higher(act.court):
            found = Appeal(True, act)
    return found


def first_above(case: Case, known: date | None) -> Act | None:
    """The first act of a court above, on whatever day; None where the record has none."""
    above = (act for act in case.acts if is_higher(act.court) and known_by(act.date, known))
    return min(above, key=lambda act: act.date, default=None)


def _decides(act: Act, found: Appeal | None) -> bool:
    """A case's own end ends its appeal; else only a court above decides one."""
    return is_higher(act.court) or (found is not None and act.kind in _ENDS)
