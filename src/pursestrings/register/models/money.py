"""Awards, and sums that someone announced or claimed."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from pursestrings.register.models.base import (
    AwardId,
    ConditionId,
    Day,
    Fact,
    Id,
    PlaceId,
    ProgramId,
    Strict,
    Thing,
    Words,
)


class AwardStatus(StrEnum):
    """How far the money has come. `allocated` and `applied` are money a place could get, not money it got."""

    ALLOCATED = "allocated"
    APPLIED = "applied"
    AWARDED = "awarded"
    ACCEPTED = "accepted"
    SHARE = "share"
    OBLIGATED_NET = "obligated_net"


class Award(Fact):
    """Money under a program. `share` rows are parts of the joint award named in `part_of`, never added to it.

    `joint` marks an award made to one government for several whose shares may not be on record.
    """

    id: Id
    fain: Words | None = None
    program: ProgramId
    fiscal_year: int
    amount: Decimal
    holder: PlaceId
    holder_words: Words | None = None
    status: AwardStatus
    through: PlaceId | None = None
    part_of: AwardId | None = None
    joint: bool = False
    start: Day | None = None
    until: Day | None = None
    drawn_down: Decimal | None = None


class AwardFile(Strict):
    """The awards of one holder. One file per place."""

    id: Id
    place: PlaceId
    awards: tuple[Award, ...]


class SumBasis(StrEnum):
    """What sort of figure it is; lines of different bases are never added up."""

    ANNOUNCED_NATIONALLY = "announced_nationally"
    CLAIMED_BY_SPEAKER = "claimed_by_speaker"
    ESTIMATED = "estimated"


class Sum(Thing):
    """A figure that someone gave for money at stake; for a place, or for the whole country.

    `fiscal_years` are those of the money, where the figure is for some years only.
    """

    basis: SumBasis
    amount: Decimal | None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    what: Words
    said_by: Words
    date: Day
    place: PlaceId | None = None
    fiscal_years: tuple[int, ...] = ()
    programs: tuple[ProgramId, ...] = ()
    conditions: tuple[ConditionId, ...] = ()


class Event(Thing):
    """A dated happening in the machinery that is no other kind of fact: an announcement, a vote, a meeting."""

    event: Words
    date: Day
    who: tuple[Words, ...] = ()
    places: tuple[PlaceId, ...] = ()
    conditions: tuple[ConditionId, ...] = ()
    says: Words
