"""Agreements under 8 U.S.C. 1357(g), by which local officers do the work of immigration officers."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from pursestrings.register.models.base import Day, PlaceId, Strict, Thing, Words


class AgreementModel(StrEnum):
    """What the officers may do: question and process people in the jail, serve warrants there, or act on patrol."""

    JAIL_ENFORCEMENT = "jail_enforcement"
    WARRANT_SERVICE_OFFICER = "warrant_service_officer"
    TASK_FORCE = "task_force"


class Agreement(Strict):
    """One agency's agreement of one model, and the days on which it was first and last seen on ICE's list.

    `listed_from` on the first day that we saw the list says nothing of when the agreement was signed.
    """

    agency: Words
    place: PlaceId | None = None
    model: AgreementModel
    listed_from: Day
    listed_until: Day


class AgreementFile(Thing):
    """The agreements of one state's agencies, as ICE's list of participating agencies showed them."""

    state: PlaceId
    listed_from: Day
    listed_until: Day
    agreements: tuple[Agreement, ...]

    @model_validator(mode="after")
    def _within(self) -> AgreementFile:
        for one in self.agreements:
            if one.listed_from < self.listed_from or one.listed_until > self.listed_until:
                raise ValueError(f"{one.agency}: seen on a day on which the list was not")
        return self
