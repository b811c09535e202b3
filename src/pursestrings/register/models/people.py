"""Persons in public office, the outlets that publish them, and associations of governments."""

from __future__ import annotations

from pursestrings.register.models.base import Confidence, Day, PlaceId, Strict, SubjectId, Thing, Words


class Office(Strict):
    """An office held, from and to. `body` is the agency, such as a police department."""

    title: Words
    place: PlaceId
    body: Words | None = None
    start: Day | None = None
    until: Day | None = None


class Official(Thing):
    """A person in a public office. Nobody else has a row in the register."""

    name: Words
    names: tuple[Words, ...] = ()
    offices: tuple[Office, ...]


class Outlet(Thing):
    """A publisher and its home place; `names` are the ways it signs (`WBUR-FM`, `WBUR`)."""

    name: Words
    names: tuple[Words, ...] = ()
    home: PlaceId | None = None
    kind: Words


class Membership(Strict):
    """A place's membership, from and to, as far as known."""

    place: PlaceId
    start: Day | None = None
    until: Day | None = None
    confidence: Confidence = Confidence.SECONDARY


class Association(Thing):
    """An association of governments. `levels` are the kinds of government that can be members.

    `complete: false` where the list of members is not known: membership is then doubtful for every
    government of those kinds that is not listed.
    """

    name: Words
    names: tuple[Words, ...] = ()
    levels: tuple[Words, ...]
    members: tuple[Membership, ...] = ()
    complete: bool


class Statement(Thing):
    """Words of an official or an organisation, as an accepted finding gives them."""

    speaker: Words
    role: Words | None = None
    organization: Words | None = None
    place: PlaceId | None = None
    date: Day | None
    manner: Words
    words: Words
    about: tuple[SubjectId, ...] = ()
    outlet: Words | None = None
