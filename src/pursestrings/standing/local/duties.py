"""How each duty is held against the codebook: which feature answers it, and what each answer means.

Section 1373 speaks of citizenship and immigration status only, so status is what decides `share_status`;
the wider reading that the agency has taken is computed beside it. A duty without a feature is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pursestrings.register.models.law import Duty
from pursestrings.register.models.local import BodyKind


class Fit(StrEnum):
    """Does the place's law and practice do what is demanded? In the order of the summary: the worst first."""

    CONFLICTS = "conflicts"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"
    MEETS = "meets"
    NOT_APPLICABLE = "not_applicable"


WORST_FIRST: Final = tuple(Fit)

_C, _U, _M = Fit.CONFLICTS, Fit.UNCLEAR, Fit.MEETS


@dataclass(frozen=True, slots=True)
class Measure:
    """The feature by which a duty is judged, its outcomes, and whether it falls on a jail's operator."""

    feature: str
    outcomes: dict[str, Fit]
    of_operator: bool
    bodies: frozenset[BodyKind]


JAIL: Final = frozenset({BodyKind.JAILS, BodyKind.ALL_AGENCIES})
LOCKUP: Final = frozenset({BodyKind.POLICE, BodyKind.ALL_AGENCIES})
ANY_LOCAL: Final = frozenset({BodyKind.POLICE, BodyKind.JAILS, BodyKind.ALL_AGENCIES})
STATE_JAIL: Final = frozenset({BodyKind.STATE_CORRECTIONS, BodyKind.ALL_AGENCIES})

SHARING: Final = {
    "prohibited": _C,
    "judicial_warrant_only": _C,
    "with_exceptions": _U,
    "permitted": _M,
    "required": _M,
}

MEASURES: Final = {
    Duty.RELEASE_NOTICE: Measure(
        "shares_release_date",
        {
            "prohibited": _C,
            "judicial_warrant_only": _C,
            "with_exceptions": _U,
            "permitted": _M,
            "required": _M,
        },
        True,
        JAIL,
    ),
    Duty.JAIL_ACCESS: Measure(
        "jail_access_ice",
        {"none": _C, "judicial_warrant_only": _C, "with_consent_or_warrant": _U, "open": _M, "required": _M},
        True,
        JAIL,
    ),
    Duty.DETAINER: Measure(
        "honors_detainer",
        {
            "state_law_forbids": _C,
            "never": _C,
            "judicial_warrant_and_conviction": _C,
            "judicial_warrant_only": _C,
            "with_exceptions": _U,
            "always": _M,
        },
        True,
        JAIL,
    ),
    Duty.SHARE_STATUS: Measure(
        "shares_status",
        {
            "restricted": _C,
            "restricted_except_as_law_requires": _U,
            "not_restricted": _M,
            "not_addressed": _M,
            "sharing_required": _M,
        },
        False,
        ANY_LOCAL,
    ),
    Duty.CIVIL_ENFORCEMENT: Measure(
        "uses_resources_for_civil_enforcement",
        {"no": _C, "no_with_exceptions": _U, "yes": _M, "required": _M},
        False,
        ANY_LOCAL,
    ),
}
