"""What an act of each kind may do: the one table by which an act's kind and its effects are held together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pursestrings.register.models.courts import ActKind, ChangeKind

_REPLACES, _STAYS, _LIFTS = ChangeKind.REPLACES, ChangeKind.STAYS, ChangeKind.LIFTS
_NARROWS, _EXTENDS, _ENDS = ChangeKind.NARROWS, ChangeKind.EXTENDS, ChangeKind.ENDS


@dataclass(frozen=True, slots=True)
class Powers:
    """What an act of one kind may do: give relief, change earlier acts, decide of conditions.

    One that `must` does the first or the second, or says in `no_effect` why it does neither.
    """

    changes: frozenset[ChangeKind] = frozenset()
    grants: bool = False
    holds: bool = False
    must: bool = False


def _powers(*changes: ChangeKind, grants: bool = False, holds: bool = False, must: bool = False) -> Powers:
    return Powers(frozenset(changes), grants, holds, must)


POWERS: Final = {
    ActKind.COMPLAINT: _powers(),
    ActKind.TRO: _powers(_REPLACES, _EXTENDS, grants=True, must=True),
    ActKind.PRELIMINARY_INJUNCTION: _powers(
        _REPLACES, _EXTENDS, _NARROWS, grants=True, holds=True, must=True
    ),
    ActKind.PERMANENT_INJUNCTION: _powers(_REPLACES, _EXTENDS, _NARROWS, grants=True, holds=True, must=True),
    ActKind.DECLARATORY_JUDGMENT: _powers(_REPLACES, grants=True, holds=True),
    ActKind.SUMMARY_JUDGMENT: _powers(_REPLACES, _ENDS, grants=True, holds=True),
    ActKind.PARTIAL_SUMMARY_JUDGMENT: _powers(_REPLACES, _ENDS, grants=True, holds=True),
    ActKind.JUDGMENT: _powers(_REPLACES, _NARROWS, _EXTENDS, _ENDS, grants=True, holds=True),
    ActKind.VACATUR_OF_AGENCY_ACTION: _powers(_REPLACES, _EXTENDS, grants=True, holds=True, must=True),
    ActKind.STAY_OF_AGENCY_ACTION: _powers(_REPLACES, _EXTENDS, grants=True, holds=True, must=True),
    # A denial upholds nothing; but a temporary order ends when the lasting one is refused.
    ActKind.RELIEF_DENIED: _powers(_ENDS),
    ActKind.MOTION_TO_DISMISS_DENIED: _powers(),
    ActKind.STAY_SOUGHT: _powers(),
    # One stay may take the place of another: the administrative one is lifted.
    ActKind.STAY: _powers(_STAYS, _LIFTS, must=True),
    # With the stay, review or rehearing refused, a stay that waited for it ends.
    ActKind.STAY_DENIED: _powers(_LIFTS),
    ActKind.STAY_LIFTED: _powers(_LIFTS, must=True),
    ActKind.NARROWED: _powers(_NARROWS, _ENDS, holds=True, must=True),
    ActKind.EXTENDED: _powers(_EXTENDS, _REPLACES, grants=True, holds=True, must=True),
    ActKind.CLARIFIED: _powers(_NARROWS, _EXTENDS),
    # Affirmed in part is reversed in part.
    ActKind.AFFIRMED: _powers(_NARROWS, _ENDS, _LIFTS, holds=True),
    ActKind.REVERSED: _powers(_NARROWS, _ENDS, _LIFTS, holds=True),
    ActKind.VACATED: _powers(_NARROWS, _ENDS, _LIFTS, holds=True),
    ActKind.REMANDED: _powers(),
    ActKind.APPEAL_FILED: _powers(),
    ActKind.REHEARING_DENIED: _powers(_LIFTS),
    # In most circuits the grant alone takes away the panel's opinion.
    ActKind.EN_BANC_GRANTED: _powers(_ENDS),
    ActKind.EN_BANC_VACATED: _powers(_ENDS, _LIFTS),
    ActKind.MANDATE: _powers(_NARROWS, _ENDS, _LIFTS),
    ActKind.DISSOLVED: _powers(_ENDS, must=True),
    ActKind.SETTLED: _powers(_NARROWS, _ENDS, _LIFTS, grants=True),
    ActKind.DISMISSED: _powers(_ENDS, _LIFTS, holds=True),
    ActKind.CERT_PETITION: _powers(),
    ActKind.CERT_DENIED: _powers(_LIFTS),
    ActKind.CERT_DISMISSED: _powers(_LIFTS),
}
"""Every kind, with what an act of it may do."""

UNDOES: Final = {
    _ENDS: frozenset(ChangeKind) - {_REPLACES},
    _STAYS: frozenset(ChangeKind) - {_REPLACES},
    _LIFTS: frozenset({_STAYS}),
    _REPLACES: frozenset({_STAYS, _EXTENDS}),
}
"""What a change takes back of an act that itself made changes: by what it does, the changes that lose effect.
Nothing takes back a replacement."""
