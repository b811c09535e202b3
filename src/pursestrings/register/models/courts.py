"""Lawsuits, and each dated act of a court in them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from pydantic import model_validator

from pursestrings.register.models.base import (
    ActId,
    AssociationId,
    ConditionId,
    Confidence,
    CourtId,
    Day,
    Fact,
    Id,
    PlaceId,
    RuleId,
    Strict,
    Thing,
    Words,
)
from pursestrings.register.models.scope import Scope


class ActKind(StrEnum):
    """What a court (or a party before it) did. The kind explains; only `grants` and `changes` have effect."""

    COMPLAINT = "complaint"
    TRO = "tro"
    PRELIMINARY_INJUNCTION = "preliminary_injunction"
    PERMANENT_INJUNCTION = "permanent_injunction"
    DECLARATORY_JUDGMENT = "declaratory_judgment"
    SUMMARY_JUDGMENT = "summary_judgment"
    PARTIAL_SUMMARY_JUDGMENT = "partial_summary_judgment"
    JUDGMENT = "judgment"
    VACATUR_OF_AGENCY_ACTION = "vacatur_of_agency_action"
    STAY_OF_AGENCY_ACTION = "stay_of_agency_action"
    RELIEF_DENIED = "relief_denied"
    MOTION_TO_DISMISS_DENIED = "motion_to_dismiss_denied"
    STAY_SOUGHT = "stay_sought"
    STAY = "stay"
    STAY_DENIED = "stay_denied"
    STAY_LIFTED = "stay_lifted"
    NARROWED = "narrowed"
    EXTENDED = "extended"
    CLARIFIED = "clarified"
    AFFIRMED = "affirmed"
    REVERSED = "reversed"
    VACATED = "vacated"
    REMANDED = "remanded"
    APPEAL_FILED = "appeal_filed"
    REHEARING_DENIED = "rehearing_denied"
    EN_BANC_GRANTED = "en_banc_granted"
    EN_BANC_VACATED = "en_banc_vacated"
    MANDATE = "mandate"
    DISSOLVED = "dissolved"
    SETTLED = "settled"
    DISMISSED = "dismissed"
    CERT_PETITION = "cert_petition"
    CERT_DENIED = "cert_denied"
    CERT_DISMISSED = "cert_dismissed"


class Relief(StrEnum):
    """How lasting the relief is."""

    TEMPORARY = "temporary"
    PRELIMINARY = "preliminary"
    FINAL = "final"


class Grant(Strict):
    """Relief that an act gives: on these conditions, to this scope, from the act's own day.

    `doubtful` gives the reason why the relief cannot be relied on (its text unseen, a stay unclear).
    `certain_until` is the last day on which the record shows the relief alive, where it is doubtful after.
    """

    conditions: tuple[ConditionId, ...]
    protects: Scope
    relief: Relief
    restrains: tuple[Words, ...] = ()
    expires: Day | None = None
    doubtful: Words | None = None
    certain_until: Day | None = None


class ChangeKind(StrEnum):
    """What an act does to an earlier one."""

    REPLACES = "replaces"
    STAYS = "stays"
    LIFTS = "lifts"
    NARROWS = "narrows"
    EXTENDS = "extends"
    ENDS = "ends"


class Change(Strict):
    """What this act does to an earlier act.

    - `replaces`: the earlier order gives way to this act's own grants and never revives.
    - `stays`: the earlier order is suspended, but for the scope in `leaves`.
    - `lifts`: the stay named in `act` ends.
    - `narrows`: the earlier order protects only `to` from now on.
    - `extends`: the earlier order protects `to` as well.
    - `ends`: the earlier order is over (reversal, vacatur, dissolution, settlement, mootness).

    `conditions` limits the change to some conditions of the earlier act. `takes_effect` is given where
    it is not the act's own day (a mandate, an expiry); with `doubtful_until` the relief lost is doubtful,
    not gone, up to that day: the mandate came on a day that the record does not give.
    `outlived_until`: the record shows the order alive after this act, surely up to that day.
    """

    does: ChangeKind
    act: ActId
    conditions: tuple[ConditionId, ...] = ()
    leaves: Scope | None = None
    to: Scope | None = None
    takes_effect: Day | None = None
    doubtful: Words | None = None
    doubtful_until: Day | None = None
    outlived_until: Day | None = None

    @model_validator(mode="after")
    def _has_its_scope(self) -> Change:
        if (self.does in {ChangeKind.NARROWS, ChangeKind.EXTENDS}) != (self.to is not None):
            raise ValueError("narrows and extends, and only they, say in `to` whom the order protects")
        if self.leaves is not None and self.does is not ChangeKind.STAYS:
            raise ValueError("only a stay says what it `leaves`")
        return self


class Held(StrEnum):
    """What a court held of a condition."""

    UNLAWFUL = "unlawful"
    LAWFUL = "lawful"


class Ground(StrEnum):
    """Why."""

    STATUTORY_AUTHORITY = "statutory_authority"
    SPENDING_CLAUSE = "spending_clause"
    SEPARATION_OF_POWERS = "separation_of_powers"
    ANTI_COMMANDEERING = "anti_commandeering"
    ARBITRARY_AND_CAPRICIOUS = "arbitrary_and_capricious"
    VAGUENESS = "vagueness"
    STATE_LAW = "state_law"
    OTHER = "other"


class Holding(Strict):
    """What an opinion decided of conditions, as coded by a person and never derived from the act's kind.

    `controls` names other conditions for which a person found statute and terms to be the same;
    every other condition under the same authority gets the holding as persuasive reasoning only.
    """

    conditions: tuple[ConditionId, ...]
    held: Held
    binding: bool
    grounds: tuple[Ground, ...] = ()
    controls: tuple[ConditionId, ...] = ()
    confidence: Confidence | None = None
    note: Words | None = None


class Act(Fact):
    """One dated act in a case.

    `no_effect` says why an act of a kind that gives or changes relief does neither here: the order's
    reach is not known, or it concerns a state law, or only the course of the proceedings.
    """

    id: Id
    date: Day
    court: CourtId
    kind: ActKind
    citation: Words | None = None
    outcome: Words | None = None
    grants: tuple[Grant, ...] = ()
    changes: tuple[Change, ...] = ()
    holdings: tuple[Holding, ...] = ()
    no_effect: Words | None = None
    last_seen_alive: Day | None = None
    summary: Words

    def scopes(self) -> Iterator[tuple[tuple[int | str, ...], Scope]]:
        """Every scope in the act, after the fields that lead to it."""
        for index, grant in enumerate(self.grants):
            yield ("grants", index, "protects"), grant.protects
        for index, change in enumerate(self.changes):
            for name, scope in (("leaves", change.leaves), ("to", change.to)):
                if scope is not None:
                    yield ("changes", index, name), scope


class Docket(Strict):
    """A case number before one court."""

    court: CourtId
    docket: Words | None = None
    filed: Day | None = None


class Party(Strict):
    """A plaintiff. `place` is None for an association or a private organisation."""

    name: Words
    place: PlaceId | None = None
    association: AssociationId | None = None
    joined: Day | None = None
    confidence: Confidence = Confidence.SECONDARY
    note: Words | None = None


class Case(Thing):
    """A lawsuit. One file per case."""

    caption: Words
    courts: tuple[Docket, ...]
    plaintiffs: tuple[Party, ...]
    plaintiffs_complete: bool = True
    defendants: tuple[Words, ...]
    challenges: tuple[ConditionId, ...] = ()
    challenges_rules: tuple[RuleId, ...] = ()
    summary: Words
    acts: tuple[Act, ...]
