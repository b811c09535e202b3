"""The register's people and bodies as FollowTheMoney entities: who holds which office, who sued, who was paid.

The schemata and properties are those of followthemoney.tech: PublicBody, Person, Position, Occupancy,
Organization, Membership, CourtCase, CourtCaseParty and Payment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from pursestrings.places import get
from pursestrings.register.files import Entry
from pursestrings.register.models.base import Fact
from pursestrings.register.models.courts import Case, Party
from pursestrings.register.models.money import Award, AwardFile, AwardStatus
from pursestrings.register.models.people import Association, Official

Entity = dict[str, Any]

_PAID: Final = {AwardStatus.AWARDED, AwardStatus.ACCEPTED, AwardStatus.OBLIGATED_NET}
"""Money that was given; what was only allocated or applied for is no payment, a share is part of another."""


def entities(entries: list[Entry]) -> Iterator[Entity]:
    """Every entity once: first the governments that are named, then those of the files in their order."""
    found: dict[str, Entity] = {}
    for entry in entries:
        maker = _MAKERS.get(type(entry.thing))
        for entity in maker(entry.thing) if maker else ():
            found.setdefault(entity["id"], entity)
    yield from sorted(found.values(), key=lambda one: one["schema"] != "PublicBody")


def _entity(schema: str, key: str, /, **properties: object) -> Entity:
    """An entity; what is None or empty is left out, and each property is a list, as the format has it."""
    said = {
        name: [str(one) for one in (value if isinstance(value, (list, tuple)) else [value])]
        for name, value in properties.items()
        if value is not None and value not in ("", [], ())
    }
    return {"id": f"pursestrings-{key}", "schema": schema, "properties": said}


def _body(ocd: str) -> Entity:
    place = get(ocd)
    return _entity(
        "PublicBody", f"place-{_slug(ocd)}", name=place.label, country="us", classification=place.level,
        registrationNumber=ocd,
    )  # fmt: skip


def _slug(text: str) -> str:
    """A part of an id, of the signs that the format allows there: letters and digits of ASCII, hyphens, dots."""
    return (
        re.sub(r"[^a-z0-9.]+", "-", text.lower().removeprefix("ocd-division/country:us")).strip("-.") or "us"
    )


def _sourced(fact: Fact) -> dict[str, object]:
    """Where the fact was found, and how sure it is."""
    urls = [source.url for source in fact.sources if source.url]
    publishers = list(dict.fromkeys(source.publisher for source in fact.sources))
    return {"sourceUrl": urls, "publisher": publishers}


def _official(person: Official) -> Iterator[Entity]:
    holder = _entity("Person", f"official-{person.id}", name=[person.name, *person.names], **_sourced(person))
    yield holder
    for index, office in enumerate(person.offices):
        body = _body(office.place)
        yield body
        title = f"{office.title}, {office.body or get(office.place).label}"
        what = _slug(f"{office.body} {office.title}" if office.body else office.title)
        post = _entity(
            "Position", f"position-{_slug(office.place)}-{what}",
            name=title, country="us", organization=body["id"],
        )  # fmt: skip
        yield post
        yield _entity(
            "Occupancy", f"occupancy-{person.id}-{index + 1}", holder=holder["id"], post=post["id"],
            startDate=office.start, endDate=office.until, **_sourced(person),
        )  # fmt: skip


def _association(one: Association) -> Iterator[Entity]:
    whole = _entity(
        "Organization", f"association-{one.id}", name=[one.name, *one.names], country="us", **_sourced(one)
    )
    yield whole
    for index, member in enumerate(one.members):
        body = _body(member.place)
        yield body
        yield _entity(
            "Membership", f"membership-{one.id}-{index + 1}", member=body["id"],
            organization=whole["id"], startDate=member.start, endDate=member.until,
        )  # fmt: skip


def _case(case: Case) -> Iterator[Entity]:
    suit = _entity(
        "CourtCase", f"case-{case.id}", name=case.caption, country="us", summary=case.summary,
        caseNumber=[docket.docket for docket in case.courts if docket.docket],
        court=[docket.court for docket in case.courts],
        fileDate=min((docket.filed for docket in case.courts if docket.filed), default=None),
        **_sourced(case),
    )  # fmt: skip
    yield suit
    for party in case.plaintiffs:
        yield from _party(case, party, suit)


def _party(case: Case, party: Party, suit: Entity) -> Iterator[Entity]:
    """Governments and associations; whoever else sued is not named again here."""
    if party.place is None and party.association is None:
        return
    if party.place is not None:
        body = _body(party.place)
        yield body
        who, name = body["id"], _slug(party.place)
    else:
        who, name = f"pursestrings-association-{party.association}", str(party.association)
    yield _entity(
        "CourtCaseParty", f"party-{case.id}-{name}", case=suit["id"], party=who, role="plaintiff",
        date=party.joined,
    )  # fmt: skip


def _awards(file: AwardFile) -> Iterator[Entity]:
    for award in file.awards:
        if award.status in _PAID:
            yield from _payment(award)


def _payment(award: Award) -> Iterator[Entity]:
    country, holder = _body("ocd-division/country:us"), _body(award.holder)
    yield country
    yield holder
    yield _entity(
        "Payment", f"award-{award.id}", payer=country["id"], beneficiary=holder["id"], amount=award.amount,
        amountUsd=award.amount, currency="USD", programme=award.program, startDate=award.start,
        endDate=award.until, transactionNumber=award.fain, purpose=f"fiscal year {award.fiscal_year}",
        **_sourced(award),
    )  # fmt: skip


_MAKERS: Final[dict[type, Callable[[Any], Iterator[Entity]]]] = {
    Association: _association,
    AwardFile: _awards,
    Case: _case,
    Official: _official,
}
