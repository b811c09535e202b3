"""What reading finds. Each finding is anchored to the exact words and scored; none of it is a fact yet.

The JSON of a finding is a published contract (`docs/schema/reading.schema.json`): the keys always
stand, `null` where nothing is known.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import ClassVar

from pursestrings.documents import Anchor, Document

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Finding:
    """Anything found in a document. `score` runs from 0 to 1."""

    kind: ClassVar[str]

    document: str
    score: float

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every anchor of the finding, the deciding one first."""
        raise TypeError

    def fields(self) -> Json:
        """The part of the JSON that is the kind's own."""
        raise TypeError

    def as_json(self) -> Json:
        """The finding as the contract has it."""
        own = self.fields()
        anchored = {} if "content" in own else {"anchor": self.anchors[0].as_json()}
        return {
            "kind": self.kind,
            "document": self.document,
            **own,
            **anchored,
            "score": round(self.score, 3),
        }

    @property
    def id(self) -> str:
        """A name that stays the same when the same text is read again with the same result."""
        own = {key: value for key, value in self.as_json().items() if key != "score"}
        return hashlib.sha256(json.dumps(own, sort_keys=True).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Anchored(Finding):
    """A finding that rests on one anchor."""

    anchor: Anchor

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The one anchor."""
        return (self.anchor,)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is speaking: the resolved name, or the group's own words; `mention` is how the sentence says it."""

    name: str | None
    role: str | None = None
    organization: str | None = None
    place: str | None = None
    mention: tuple[Anchor, ...] = ()

    def as_json(self) -> Json:
        """The speaker as the contract has it."""
        return {
            "name": self.name,
            "role": self.role,
            "organization": self.organization,
            "place": self.place,
            "mention": [anchor.as_json() for anchor in self.mention],
        }


@dataclass(frozen=True, slots=True)
class Statement(Finding):
    """Words attributed to a speaker. `manner`: direct, mixed, indirect; `act`: speech or attitude."""

    kind: ClassVar[str] = "statement"

    manner: str
    act: str
    speaker: Speaker
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...]
    about: tuple[str, ...] = ()

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Content first, then cue and mention."""
        return (*self.content, *self.cue, *self.speaker.mention)

    def fields(self) -> Json:
        """Speaker, cue, content and what the statement is about."""
        return {
            "manner": self.manner,
            "act": self.act,
            "speaker": self.speaker.as_json(),
            "cue": [anchor.as_json() for anchor in self.cue],
            "content": [anchor.as_json() for anchor in self.content],
            "about": list(self.about),
        }


@dataclass(frozen=True, slots=True)
class PlaceMention(Anchored):
    """A place named. `place` is None where it is no US government (a neighbourhood, a foreign city)."""

    kind: ClassVar[str] = "place"

    place: str | None
    geoid: str | None
    name: str
    lat: float | None
    lon: float | None
    runner_up: str | None

    def fields(self) -> Json:
        """The government, where it lies, and the second-best reading of the name."""
        return {
            "place": self.place,
            "geoid": self.geoid,
            "name": self.name,
            "lat": self.lat,
            "lon": self.lon,
            "runner_up": self.runner_up,
        }


@dataclass(frozen=True, slots=True)
class Person(Anchored):
    """One who speaks in the document, or holds a named office or role in it; one finding per person."""

    kind: ClassVar[str] = "person"

    name: str
    role: str | None
    organization: str | None
    place: str | None

    def fields(self) -> Json:
        """Name, role, organisation and the place spoken for."""
        return {"name": self.name, "role": self.role, "organization": self.organization, "place": self.place}


@dataclass(frozen=True, slots=True)
class ProgramMention(Anchored):
    """A stream of federal money named, by the register's id."""

    kind: ClassVar[str] = "program"

    program: str

    def fields(self) -> Json:
        """The program's id."""
        return {"program": self.program}


@dataclass(frozen=True, slots=True)
class AuthorityMention(Anchored):
    """A statute, order, ruling or bill named. `citation` is its normal form where it has one."""

    kind: ClassVar[str] = "authority"

    authority: str | None
    citation: str | None

    def fields(self) -> Json:
        """The authority's id and citation."""
        return {"authority": self.authority, "citation": self.citation}


@dataclass(frozen=True, slots=True)
class ConditionMention(Anchored):
    """A condition referred to, by name or by what it demands."""

    kind: ClassVar[str] = "condition"

    condition: str

    def fields(self) -> Json:
        """The condition's id."""
        return {"condition": self.condition}


@dataclass(frozen=True, slots=True)
class Amount(Anchored):
    """A sum of money in whole currency units; `low` and `high` where the text gives a bound or a range."""

    kind: ClassVar[str] = "amount"

    value: float | int | None
    low: float | int | None
    high: float | int | None
    currency: str
    what: str | None

    def fields(self) -> Json:
        """The sum and what it is for."""
        return {
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "currency": self.currency,
            "what": self.what,
        }


@dataclass(frozen=True, slots=True)
class Count(Anchored):
    """A number of things, or a share of them (`unit: percent`)."""

    kind: ClassVar[str] = "count"

    value: float | int
    unit: str | None
    what: str | None

    def fields(self) -> Json:
        """The number, its unit and what is counted."""
        return {"value": self.value, "unit": self.unit, "what": self.what}


@dataclass(frozen=True, slots=True)
class DateMention(Anchored):
    """A date of the calendar, worked out from the document's own date where the text is relative."""

    kind: ClassVar[str] = "date"

    date: str | None
    precision: str
    deadline: bool
    what: str | None

    def fields(self) -> Json:
        """The date, how exact it is, and whether something is due on it."""
        return {"date": self.date, "precision": self.precision, "deadline": self.deadline, "what": self.what}


@dataclass(frozen=True, slots=True)
class EventMention(Anchored):
    """A happening in the machinery: threat, announcement, letter, list, lawsuit, ruling, policy, bill, vote, award."""

    kind: ClassVar[str] = "event"

    event: str
    who: tuple[str, ...]
    to: tuple[str, ...]
    when: str | None
    what: str | None

    def fields(self) -> Json:
        """Who did what to whom, and when."""
        return {
            "event": self.event,
            "who": list(self.who),
            "to": list(self.to),
            "when": self.when,
            "what": self.what,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and everything found in it."""

    document: Document
    findings: tuple[Finding, ...]
