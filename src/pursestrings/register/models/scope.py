"""Whom an order or a notice protects: a description, resolved only when a place is asked about."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from pursestrings.register.models.base import AssociationId, Confidence, PlaceId, ProgramId, Strict, Words


class Answer3(StrEnum):
    """Yes, no, or not established."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class NamedPlace(Strict):
    """A place named in a scope. `confidence: recalled` makes protection of it doubtful."""

    place: PlaceId
    subdivisions: Answer3 = Answer3.NO
    confidence: Confidence = Confidence.SECONDARY
    note: Words | None = None


class Scope(Strict):
    """Named places, members of associations, recipients of programs, or everyone; less exceptions.

    `complete: false` says that the list of places is known to lack some: absence from it is then
    doubtful, unless `missing_within` says in which states the missing ones lie. A scope of
    private organisations only, with no government in it, names them in `words`.
    """

    everyone: bool = False
    places: tuple[NamedPlace, ...] = ()
    associations: tuple[AssociationId, ...] = ()
    recipients_of: tuple[ProgramId, ...] = ()
    excepting: tuple[PlaceId, ...] = ()
    complete: bool = True
    missing_within: tuple[PlaceId, ...] = ()
    words: Words | None = None

    @model_validator(mode="after")
    def _protects_someone(self) -> Scope:
        named = self.places or self.associations or self.recipients_of or self.missing_within or self.words
        if not (self.everyone or named) and self.complete:
            raise ValueError("a scope names everyone, places, associations or recipients_of, or says whom")
        return self
