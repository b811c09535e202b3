"""Programs, instruments, the conditions they set, and what recipients sign."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from pursestrings.register.models.base import (
    ConditionId,
    Confidence,
    Day,
    Description,
    EndingId,
    Id,
    InstrumentId,
    PlaceId,
    ProgramId,
    Strict,
    Thing,
    Words,
)
from pursestrings.register.models.due import DueRule, Extension


class Program(Thing):
    """A stream of federal money; the id is its Assistance Listing number, or a slug where it has none.

    `names` are the formal and everyday names by which documents call it; `described_as` is how they
    speak of it without a name. `first_year` and `last_year` are the fiscal years in which it first and last
    paid anything, where that is known.
    """

    name: Words
    names: tuple[Words, ...] = ()
    described_as: tuple[Description, ...] = ()
    agency: Words
    kind: Words
    pays_money: bool = True
    first_year: int | None = None
    last_year: int | None = None
    recipients: tuple[Words, ...] = ()
    flow: Words | None = None
    statutes: tuple[Words, ...] = ()
    places: tuple[PlaceId, ...] = ()


class InstrumentKind(StrEnum):
    """What sort of paper it is. A bill binds nobody until enacted."""

    STATUTE = "statute"
    REGULATION = "regulation"
    EXECUTIVE_ORDER = "executive_order"
    MEMO = "memo"
    GUIDANCE = "guidance"
    SOLICITATION = "solicitation"
    AWARD_DOCUMENT = "award_document"
    LETTER = "letter"
    DESIGNATION_LIST = "designation_list"
    REMARKS = "remarks"
    BUDGET = "budget"
    REPORT = "report"
    BILL = "bill"
    CONSTITUTION = "constitution"


class Instrument(Thing):
    """The paper that speaks. `place` is the government whose paper it is; `stage` is for bills.

    `names` are what documents call it; `described_as` is how they speak of it without a name.
    """

    kind: InstrumentKind
    title: Words
    names: tuple[Words, ...] = ()
    described_as: tuple[Description, ...] = ()
    citation: Words | None = None
    place: PlaceId = "ocd-division/country:us"
    issuer: Words | None = None
    date: Day | None
    effective_from: Day | None = None
    effective_until: Day | None = None
    ended_by: EndingId | None = None
    authorities: tuple[InstrumentId, ...] = ()
    stage: Words | None = None
    says: tuple[Words, ...] = ()


class Duty(StrEnum):
    """What a requirement demands, in the terms that fit knows how to hold a policy against."""

    RELEASE_NOTICE = "release_notice"
    JAIL_ACCESS = "jail_access"
    DETAINER = "detainer"
    SHARE_STATUS = "share_status"
    NO_DISCLOSURE = "no_disclosure"
    ANSWER_QUESTIONS = "answer_questions"
    CERTIFY = "certify"
    CIVIL_ENFORCEMENT = "civil_enforcement"
    PARTICIPATE_287G = "participate_287g"
    FLOW_DOWN = "flow_down"
    MONITOR = "monitor"
    REPORT = "report"
    NO_SANCTUARY_POLICY = "no_sanctuary_policy"
    OTHER = "other"


class Actor(StrEnum):
    """Who must do it."""

    RECIPIENT = "recipient"
    JAIL_OPERATOR = "jail_operator"
    LEGAL_OFFICER = "legal_officer"
    CHIEF_EXECUTIVE = "chief_executive"
    AGENCY = "agency"
    APPLICANT = "applicant"


class Requirement(Strict):
    """One duty of a condition. `says` is in our own words; `limits` narrow it.

    `judged` is false for duties about paper (certify, monitor, report): they are shown, and no policy
    can meet or break them by itself.
    """

    id: Id
    actor: Actor
    duty: Duty
    says: Words
    trigger: Words | None = None
    timing: Words | None = None
    limits: tuple[Words, ...] = ()
    judged: bool = True
    confidence: Confidence = Confidence.SECONDARY


class ConsequenceKind(StrEnum):
    """What may follow."""

    INELIGIBLE = "ineligible"
    WITHHELD = "withheld"
    DISALLOWED = "disallowed"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    CLAWED_BACK = "clawed_back"
    SCORED_LOWER = "scored_lower"
    LIABILITY = "liability"
    OTHER = "other"


class Consequence(Strict):
    """What may follow, on which authority, and whether it ever has (`used`: None where unknown)."""

    kind: ConsequenceKind
    says: Words | None = None
    authority: Words | None = None
    used: Words | None = None


class Binds(StrEnum):
    """Whom the condition speaks to."""

    RECIPIENTS = "recipients"
    AGENCIES = "agencies"


class RecipientKind(StrEnum):
    """Which governments can receive the money directly; their agencies count with them.

    A `custodian` is a local government that runs a jail.
    """

    STATE = "state"
    TERRITORY = "territory"
    LOCAL = "local"
    TRIBAL = "tribal"
    CUSTODIAN = "custodian"


class Reading(Strict):
    """A way to read a duty that is wider than its words, and who holds it."""

    feature: Words
    held_by: Words
    source: Words | None = None


class Ending(Strict):
    """The final end of a condition, and the instrument or notice that ended it."""

    on: Day
    by: EndingId


class Condition(Thing):
    """One string. `announced` starts its force; `attached` is when award documents first carried it.

    `searched_through` is the day to which the record was searched for an end of it, where none was found.
    `only_places` lists the governments it was put to, where it was put to some only.
    `do_not_compute` gives the reason why nothing may be computed: its text was not found.
    `wider_readings` are readings of a duty beyond its words, shown beside fit and never in it.
    `names` and `described_as` say how documents speak of it, as for an instrument.
    """

    name: Words
    names: tuple[Words, ...] = ()
    described_as: tuple[Description, ...] = ()
    instrument: InstrumentId
    authorities: tuple[InstrumentId, ...] = ()
    binds: Binds = Binds.RECIPIENTS
    programs: tuple[ProgramId, ...]
    every_federal_grant: bool = False
    fiscal_years: tuple[int, ...] = ()
    recipients: tuple[RecipientKind, ...] = ()
    subrecipients: bool | None = None
    only_places: tuple[PlaceId, ...] = ()
    announced: Day
    attached: Day | None = None
    ends: Ending | None = None
    last_seen_alive: Day | None = None
    searched_through: Day | None = None
    award_condition_numbers: tuple[Words, ...] = ()
    requirements: tuple[Requirement, ...]
    wider_readings: tuple[Reading, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    do_not_compute: Words | None = None

    @model_validator(mode="after")
    def _computable(self) -> Condition:
        if not self.requirements and self.do_not_compute is None:
            raise ValueError("a condition has requirements, or says in do_not_compute why it has none")
        if not self.programs and not self.every_federal_grant and self.do_not_compute is None:
            raise ValueError("a condition names its programs, or is on every_federal_grant")
        return self


class Group(Thing):
    """One name for several conditions; asking for it answers each member."""

    name: Words
    members: tuple[ConditionId, ...]


class Certification(Thing):
    """The paper that a recipient signs under a condition.

    `due` says when in words. `due_on` is the day for all; where it is not the same for all, `due_states`
    is that of states and `due_localities` that of local governments. `due_rule` is a period to count.
    `only_places` lists who must sign, where only some must.
    """

    conditions: tuple[ConditionId, ...]
    says: Words
    signer: Words
    knowledge: Words | None = None
    statutes: tuple[Words, ...] = ()
    only_places: tuple[PlaceId, ...] = ()
    due: Words | None = None
    due_on: Day | None = None
    due_states: Day | None = None
    due_localities: Day | None = None
    due_rule: DueRule | None = None
    extensions: tuple[Extension, ...] = ()
    penalty: Words | None = None
