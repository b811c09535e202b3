"""The places' own rules, in the answers of the codebook; the states' rules over them; who runs the jail."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field, field_validator

from pursestrings.dates import PartialDate
from pursestrings.register.models.base import (
    ActId,
    CaseId,
    ConditionId,
    Confidence,
    Day,
    Description,
    Fact,
    Id,
    PlaceId,
    PolicyId,
    RequestId,
    Strict,
    Thing,
    Words,
)
from pursestrings.register.models.scope import Answer3


class FeatureDef(Strict):
    """One question of the codebook. `order` runs from the most to the least limiting answer."""

    question: Words
    definition: Words
    answers: tuple[Words, ...] = ()
    order: tuple[Words, ...] = ()
    number: bool = False
    list_of: tuple[Words, ...] = ()


class Codebook(Strict):
    """The fixed set of features by which every policy is coded."""

    features: dict[str, FeatureDef]
    coding_rules: tuple[Words, ...]


class Basis(StrEnum):
    """On what an answer rests: the text was read, an official said so, or the press did."""

    TEXT = "text"
    OFFICIAL = "official"
    PRESS = "press"


class FeatureAnswer(Strict):
    """The answer to one feature. A feature without an entry is unknown.

    `savings_clause` marks an answer of `restricted_except_as_law_requires` whose text names section 1373
    or repeats its words. `confidence: recalled` makes it a lead that does not count.
    """

    answer: Words
    basis: Basis
    clause: Words | None = None
    savings_clause: bool | None = None
    confidence: Confidence | None = None
    note: Words | None = None


Answers = dict[str, FeatureAnswer]

SILENT = "not_addressed"
"""The answer of a text that was read and says nothing of a feature."""


class BodyKind(StrEnum):
    """Which bodies of a government a rule binds."""

    POLICE = "police"
    JAILS = "jails"
    STATE_CORRECTIONS = "state_corrections"
    ALL_AGENCIES = "all_agencies"


class PolicyKind(StrEnum):
    """What sort of rule it is. A practice is what is done, not what is written."""

    ORDINANCE = "ordinance"
    RESOLUTION = "resolution"
    EXECUTIVE_ORDER = "executive_order"
    POLICE_DIRECTIVE = "police_directive"
    JAIL_DIRECTIVE = "jail_directive"
    PRACTICE = "practice"
    COURT_RULING = "court_ruling"
    CONSENT_DECREE = "consent_decree"
    CHARTER = "charter"


class Policy(Fact):
    """A place's own rule over one period of effect, coded by the codebook.

    Two that bind the same bodies at once and answer a feature otherwise need precedence. `replaces` names
    those that are over now that this one is there; `supersedes` those that stand beside it, and give way
    on each feature on which this one speaks. `bodies` says which bodies alone it binds; empty is all.
    """

    id: Id
    aliases: tuple[Id, ...] = ()
    kind: PolicyKind
    title: Words
    citation: Words | None = None
    adopted: Day | None = None
    effective_from: Day | None = None
    effective_until: Day | None = None
    ended_by: Words | None = None
    replaces: tuple[PolicyId, ...] = ()
    supersedes: tuple[PolicyId, ...] = ()
    binds: Words
    bodies: tuple[BodyKind, ...] = ()
    urges_only: bool = False
    answers: Answers = Field(default_factory=dict)

    @property
    def start(self) -> PartialDate:
        """When it began, as far as known: else its adoption, else its earliest source, else ever since."""
        return self.effective_from or self.adopted or self.earliest_source or PartialDate(1)

    @property
    def sure_from(self) -> date:
        """The first day on which it surely had begun.

        Where its start is known to the month or year only, a source of that time that tells of it will do.
        """
        start = self.start
        told = (day.latest for day in self.source_dates if start.earliest <= day.latest <= start.latest)
        return min([start.latest, *told])


class OperatorLevel(StrEnum):
    """Whose body runs the jail."""

    CITY = "city"
    COUNTY = "county"
    CONSOLIDATED = "consolidated"
    STATE = "state"


class Custody(Fact):
    """Who holds the people whom a place's police arrest.

    `operator_place` is the government whose body runs the jail; it is the place itself where the
    place runs one. `lockup` says whether the place has cells of its own.
    """

    id: Id
    operator: Words
    operator_place: PlaceId
    level: OperatorLevel
    lockup: Answer3
    lockup_words: Words | None = None


class ResponseKind(StrEnum):
    """How a place answered a string."""

    CERTIFIED = "certified"
    CERTIFIED_WITH_RESERVATION = "certified_with_reservation"
    DECLINED = "declined"
    SUED = "sued"
    CHANGED_POLICY = "changed_policy"
    ANSWERED = "answered"


class Response(Fact):
    """A dated answer of a place to a condition or a request."""

    kind: ResponseKind
    date: Day
    conditions: tuple[ConditionId, ...] = ()
    request: RequestId | None = None
    case: CaseId | None = None
    says: Words


class Search(Strict):
    """A search for a place's own text that may have found none: what was sought, where, and what came of it."""

    on: Day
    sought: Words
    found: Words
    where: tuple[Words, ...]


class PlaceRecord(Strict):
    """All that the register holds of one government's own law and practice. One file per place."""

    id: Id
    place: PlaceId
    custody: Custody | None = None
    policies: tuple[Policy, ...] = ()
    responses: tuple[Response, ...] = ()
    looked_for: tuple[Search, ...] = ()
    note: Words | None = None


class Direction(StrEnum):
    """Which way a state rule pulls its localities."""

    REQUIRES = "requires"
    LIMITS = "limits"


class RuleKind(StrEnum):
    """What sort of state rule it is."""

    STATUTE = "statute"
    EXECUTIVE_ORDER = "executive_order"
    COURT_RULING = "court_ruling"
    DIRECTIVE = "directive"
    OPINION = "opinion"
    COURT_RULE = "court_rule"
    PRACTICE = "practice"


class Suspension(Strict):
    """An interval in which a court kept a rule, or some answers of it, from having effect."""

    start: Day
    until: Day | None = None
    features: tuple[Words, ...] = ()
    act: ActId | None = None


class Rule(Thing):
    """A state statute, order or ruling that binds the state's localities. One file per rule.

    `forbids` names duties that state law keeps the bound bodies from performing: what `may_comply` reads.
    `within` names the parts of the state where it binds (a ruling of an intermediate court); empty is all of it.
    """

    state: PlaceId
    kind: RuleKind
    title: Words
    names: tuple[Words, ...] = ()
    described_as: tuple[Description, ...] = ()
    citation: Words | None = None
    direction: Direction
    adopted: Day | None = None
    effective_from: Day
    effective_until: Day | None = None
    ended_by: Words | None = None
    binds: tuple[BodyKind, ...]
    binds_words: Words
    within: tuple[PlaceId, ...] = ()
    answers: Answers = Field(default_factory=dict)
    forbids: tuple[Words, ...] = ()
    suspended: tuple[Suspension, ...] = ()
    says: Words

    @field_validator("binds")
    @classmethod
    def _binds_someone(cls, value: tuple[BodyKind, ...]) -> tuple[BodyKind, ...]:
        if not value:
            raise ValueError("a state rule binds at least one kind of body")
        return value
