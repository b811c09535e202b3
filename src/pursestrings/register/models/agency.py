"""What agencies wrote to and about places: notices, requests, lists, threats."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from pursestrings.dates import PartialDate
from pursestrings.register.models.base import (
    ConditionId,
    Confidence,
    Day,
    InstrumentId,
    NoticeId,
    OfficialId,
    PlaceId,
    ProgramId,
    Strict,
    Thing,
    Words,
)
from pursestrings.register.models.due import DueRule, Extension
from pursestrings.register.models.scope import Scope


class NoticeKind(StrEnum):
    """What the agency's word does. Only the first has effect on force; the end of a condition stands there."""

    NON_ENFORCEMENT = "non_enforcement"
    RESCISSION = "rescission"
    POLICY = "policy"
    EXTENSION = "extension"


class Notice(Thing):
    """An agency's own written word that it will not enforce, or no longer.

    `posted` is its day. An undated one gives `posted_not_before` and `posted_not_after` instead:
    between them its effect is doubtful. `doubtful` gives the reason where its terms were not seen.
    `rescinds` names earlier notices that this one ends, for its own `conditions` and whom it `covers`.
    """

    kind: NoticeKind
    issuer: Words
    posted: Day | None = None
    posted_not_before: Day | None = None
    posted_not_after: Day | None = None
    until: Day | None = None
    conditions: tuple[ConditionId, ...]
    covers: Scope
    award_condition_numbers: tuple[Words, ...] = ()
    rescinds: tuple[NoticeId, ...] = ()
    doubtful: Words | None = None
    doubtful_conditions: tuple[ConditionId, ...] = ()
    says: Words

    @property
    def turn(self) -> tuple[PartialDate, str]:
        """Its place in the order of notices: only an earlier one can be rescinded, so none takes back itself."""
        return self.posted or self.posted_not_after or PartialDate(1), self.id

    @model_validator(mode="after")
    def _dated(self) -> Notice:
        if self.posted is None and self.posted_not_after is None:
            raise ValueError("a notice has `posted`, or at least `posted_not_after`")
        return self


class Request(Thing):
    """A letter that asks named places questions by a date: a day (`due`), or a period to count (`due_rule`)."""

    date: Day
    sender: Words
    recipients: tuple[PlaceId, ...] = ()
    recipients_words: Words | None = None
    conditions: tuple[ConditionId, ...] = ()
    programs: tuple[ProgramId, ...] = ()
    questions: tuple[Words, ...]
    due: Day | None = None
    due_rule: DueRule | None = None
    extensions: tuple[Extension, ...] = ()
    consequence: Words | None = None
    outcome: Words | None = None

    @model_validator(mode="after")
    def _once(self) -> Request:
        if self.due is not None and self.due_rule is not None:
            raise ValueError("a letter gives a day (`due`) or a period (`due_rule`), not both")
        return self


class Listing(Strict):
    """One place on a list. `removed` and `corrected` say what became of the entry."""

    place: PlaceId
    body: Words | None = None
    section: Words | None = None
    says: Words | None = None
    removed: Day | None = None
    corrected: Words | None = None
    confidence: Confidence = Confidence.SECONDARY


class DesignationList(Thing):
    """A published designation of places. `complete: false` where entries are known to be missing here."""

    title: Words
    issuer: Words
    date: Day
    basis: Words | None = None
    criteria: Words | None = None
    covers_from: Day | None = None
    covers_until: Day | None = None
    entries: tuple[Listing, ...]
    complete: bool = True
    became: Words | None = None


class Threat(Thing):
    """A public threat of legal action against officials or of loss of money, and what became of it."""

    date: Day
    by: Words
    office: Words
    official: OfficialId | None = None
    against: tuple[PlaceId, ...] = ()
    against_words: Words
    statute: InstrumentId | None = None
    conditions: tuple[ConditionId, ...] = ()
    says: Words
    became: Words | None = None
