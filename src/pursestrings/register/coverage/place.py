"""What the register holds of one place on one day, and what it is known to lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pursestrings.places import Place
from pursestrings.register.coverage.counts import Json, counts_as_known
from pursestrings.register.index import Register
from pursestrings.register.models.local import Basis, Custody, PlaceRecord, Policy, Search


@dataclass(frozen=True, slots=True)
class PlaceCoverage:
    """The record of one place: what is answered and on what basis, what is not, and what was looked for."""

    place: Place
    on: date
    known_through: str
    policies: tuple[Policy, ...]
    answered: dict[str, Basis]
    unanswered: tuple[str, ...]
    holds: dict[str, int]
    years: dict[int, int]
    searches: tuple[Search, ...]
    gaps: tuple[str, ...]

    @property
    def thin(self) -> bool:
        """Whether no text of the place's own was read that answers anything: a brief says so first."""
        return Basis.TEXT not in self.answered.values()

    def as_json(self) -> Json:
        """The coverage for machines."""
        return {
            "thin": self.thin,
            "policies": [policy.id for policy in self.policies],
            "answered": {feature: basis.value for feature, basis in self.answered.items()},
            "unanswered": list(self.unanswered),
            "holds": self.holds,
            "years": {str(year): count for year, count in self.years.items()},
            "looked_for": [
                {"on": str(one.on), "sought": one.sought, "found": one.found, "where": list(one.where)}
                for one in self.searches
            ],
            "gaps": list(self.gaps),
            "known_through": self.known_through,
        }


def coverage_of(place: Place, on: date, register: Register, known: date | None = None) -> PlaceCoverage:
    """What the register holds of a place as of a day; with `known`, of its rules those known by that day."""
    records = register.records.get(place.ocd, [])
    own = register.policies.get(place.ocd, ())
    policies = tuple(one for one in own if _holds(one, on) and _known(one, known))
    answered = _answered(policies)
    unanswered = tuple(feature for feature in register.codebook.features if feature not in answered)
    custody = register.custody.get(place.ocd)
    holds = _held(place, register)
    return PlaceCoverage(
        place=place,
        on=on,
        known_through=str(register.meta.known_through),
        policies=policies,
        answered=answered,
        unanswered=unanswered,
        holds=holds,
        years=_years(place, register),
        searches=tuple(search for one in records for search in one.looked_for),
        gaps=tuple(_gaps(records, policies, answered, unanswered, custody, holds)),
    )


def _holds(policy: Policy, on: date) -> bool:
    ended = policy.effective_until is not None and policy.effective_until.latest <= on
    return policy.start.earliest <= on and not ended


def _known(policy: Policy, by: date | None) -> bool:
    """Whether a rule was known by a day: since its earliest dated source, as everywhere."""
    since = policy.earliest_source
    return by is None or since is None or since.earliest <= by


_RANK = (Basis.TEXT, Basis.OFFICIAL, Basis.PRESS)


def _answered(policies: tuple[Policy, ...]) -> dict[str, Basis]:
    """Each feature answered, with the best basis of its answers; what only urges answers nothing."""
    found: dict[str, Basis] = {}
    for policy in policies:
        for feature, answer in policy.answers.items():
            if counts_as_known(answer, policy) and not policy.urges_only:
                found[feature] = min(found.get(feature, answer.basis), answer.basis, key=_RANK.index)
    return found


def _held(place: Place, register: Register) -> dict[str, int]:
    """How many facts of each kind name the place."""
    ocd, held = place.ocd, Counter[str]()
    held["policies"] = len(register.policies.get(ocd, ()))
    held["responses"] = sum(len(one.responses) for one in register.records.get(ocd, ()))
    held["lawsuits"] = sum(
        any(party.place == ocd for party in case.plaintiffs) for case in register.cases.values()
    )
    held["awards"] = len(register.awards.get(ocd, ()))
    held["sums"] = sum(one.place == ocd for one in register.sums.values())
    held["letters"] = sum(ocd in one.recipients for one in register.requests.values())
    held["lists"] = sum(any(entry.place == ocd for entry in one.entries) for one in register.lists.values())
    held["agreements"] = len(register.agreements.get(ocd, ()))
    held["officials"] = sum(
        any(office.place == ocd for office in one.offices) for one in register.officials.values()
    )
    return dict(held)


def _years(place: Place, register: Register) -> dict[int, int]:
    """How many of its policies, responses and awards begin in each year."""
    years = [one.start.year for one in register.policies.get(place.ocd, ())]
    for record in register.records.get(place.ocd, ()):
        years += [one.date.year for one in record.responses]
    years += [one.fiscal_year for one in register.awards.get(place.ocd, ())]
    return dict(sorted(Counter(year for year in years if year > 1).items()))


def _gaps(
    records: list[PlaceRecord],
    policies: tuple[Policy, ...],
    answered: dict[str, Basis],
    unanswered: tuple[str, ...],
    custody: Custody | None,
    holds: dict[str, int],
) -> Iterator[str]:
    """What is known to be missing, a sentence each."""
    if not records:
        yield "The register has no file on this place: nobody has looked for its rules."
    elif not policies:
        yield "No rule or practice of its own is on record for this day."
    for search in (one for record in records for one in record.looked_for):
        yield f"{search.sought.rstrip('.')}. Looked for on {search.on}: {search.found}"
    if answered and unanswered:
        yield f"Its own rules leave unanswered, as far as coded: {', '.join(unanswered)}."
    hearsay = [feature for feature, basis in answered.items() if basis is not Basis.TEXT]
    if hearsay:
        yield f"Known from officials or the press alone, not from a text: {', '.join(hearsay)}."
    if custody is None:
        yield "Who runs the jail that its police use is not on record."
    elif not custody.sure:
        yield "Who runs the jail that its police use is only remembered."
    if not holds["awards"]:
        yield "None of its federal awards is on record."
