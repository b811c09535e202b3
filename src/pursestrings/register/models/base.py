"""What every fact of the register has in common: a source, a degree of trust, the day it was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints

from pursestrings.dates import PartialDate


def _partial_date(value: object) -> object:
    return PartialDate.parse(value) if isinstance(value, str) else value


Day = Annotated[PartialDate, BeforeValidator(_partial_date), PlainSerializer(str, return_type=str)]
"""A date of the record, to the day, month or year that is known."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$")]
"""The name of one thing: lower case, digits, hyphens (dots in Assistance Listing numbers)."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that names another thing: one of these kinds must hold its id."""

    kinds: tuple[str, ...]


PlaceId = Annotated[
    str, StringConstraints(pattern=r"^ocd-division/country:us(?:/[a-z_]+:[^\s/]+)*$"), Ref(("place",))
]
"""An Open Civic Data division id of a US government."""

ActId = Annotated[Id, Ref(("act",))]
AssociationId = Annotated[Id, Ref(("association",))]
AwardId = Annotated[Id, Ref(("award",))]
CaseId = Annotated[Id, Ref(("case",))]
ConditionId = Annotated[Id, Ref(("condition",))]
EndingId = Annotated[Id, Ref(("instrument", "notice"))]
InstrumentId = Annotated[Id, Ref(("instrument",))]
NoticeId = Annotated[Id, Ref(("notice",))]
OfficialId = Annotated[Id, Ref(("official",))]
PolicyId = Annotated[Id, Ref(("policy",))]
ProgramId = Annotated[Id, Ref(("program",))]
RequestId = Annotated[Id, Ref(("request",))]
RuleId = Annotated[Id, Ref(("rule",))]
SubjectId = Annotated[Id, Ref(("condition", "instrument", "program"))]

CourtId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$")]
"""A court id of courts-db, such as `cand` or `ca9`."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text for people; never empty."""


Description = tuple[Words, ...]
"""Words that together point to a thing without naming it: every item stands in one passage.

An item lists alternatives between bars; a star at a word's end stands for any ending, and `executive order`
is matched as a phrase: `[executive order, sanctuar*, funding|grants|money]`.
"""


class Confidence(StrEnum):
    """How sure the register is of a fact; the design's table says what each may decide."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    RECALLED = "recalled"


_put = object.__setattr__


class Strict(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    def __getstate__(self) -> dict[Any, Any]:
        """The values alone: the register's kept copy holds thousands of records, and loads twice as fast so."""
        return self.__dict__

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """Take the values back; which of them stood in the file is not kept, and nothing asks."""
        _put(self, "__dict__", state)
        _put(self, "__pydantic_fields_set__", set())
        _put(self, "__pydantic_extra__", None)
        _put(self, "__pydantic_private__", None)


class Anchored(Strict):
    """The exact words in a document of the user's workspace that a fact was accepted from."""

    document: Words
    exact: Words
    start: int
    end: int


def _undated(value: object) -> object:
    if value is None:
        raise ValueError("say `undated` of a source that bears no date")
    return None if value == "undated" else value


class Source(Strict):
    """Where a fact was found. `date` is None for a source that bears no date (`undated` in the file)."""

    title: Words
    publisher: Words
    date: Annotated[Day | None, BeforeValidator(_undated)]
    url: Words | None = None
    anchor: Anchored | None = None


class SeenAt(StrEnum):
    """What sort of page a look was at: the paper itself, its maker's own page of it, a part of it, or a report.

    `original` is the order, statute, letter, list or policy; `official` a page of the court, agency or
    government whose act it is; `excerpt` words of the original that another publishes; `report` all else.
    """

    ORIGINAL = "original"
    OFFICIAL = "official"
    EXCERPT = "excerpt"
    REPORT = "report"

    @property
    def primary(self) -> bool:
        """Whether the look was at a primary source."""
        return self in {SeenAt.ORIGINAL, SeenAt.OFFICIAL}


class Checked(Strict):
    """A look at a public source after the fact was entered: when, at what, and what was seen there."""

    on: Day
    at: SeenAt | None = None
    saw: Words
    url: Words | None = None


class Fact(Strict):
    """Anything that has sources. A fact without any is `recalled`; `check` insists on it."""

    sources: tuple[Source, ...] = ()
    confidence: Confidence
    checked: Checked | None = None
    note: Words | None = None

    @property
    def sure(self) -> bool:
        """Whether the fact counts, or is only remembered."""
        return self.confidence is not Confidence.RECALLED

    @property
    def earliest_source(self) -> PartialDate | None:
        """The earliest dated source: since then the fact is known to the public."""
        return min((source.date for source in self.sources if source.date), default=None)

    @property
    def source_dates(self) -> tuple[PartialDate, ...]:
        """Every date that a source bears."""
        return tuple(source.date for source in self.sources if source.date)


class Thing(Fact):
    """A fact with a file of its own, whose name is its id; `aliases` are old names of the same thing."""

    id: Id
    aliases: tuple[Id, ...] = Field(default=())
