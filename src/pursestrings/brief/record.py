"""What the register holds of one place besides its standings, as it stood and was known on a day."""

from __future__ import annotations

from datetime import date

from pursestrings.dates import PartialDate
from pursestrings.places import Place, get
from pursestrings.register.models.agency import Request
from pursestrings.register.models.base import Fact
from pursestrings.register.models.law import Certification, InstrumentKind
from pursestrings.register.models.local import Answers
from pursestrings.standing.cited import Cited, Json
from pursestrings.standing.engine import Engine
from pursestrings.standing.local.answers import in_effect, rules_binding, state_of
from pursestrings.standing.local.fit import runs_jail
from pursestrings.standing.money.due import (
    due_dates,
    extension_json,
    extensions_known,
    first_due,
    first_signature,
    signature_dates,
    signs,
)
from pursestrings.standing.money.reach import begun
from pursestrings.standing.orders.effects import known_by


class Record:
    """The place's sections of a brief; each method gives one, as rows for machines."""

    def __init__(self, place: Place, on: date, known: date | None, engine: Engine) -> None:
        """The same place, day and clock for every section."""
        self._place = place
        self._on = on
        self._known = known
        self._register = engine.register

    def _seen(self, day: PartialDate | None) -> bool:
        """Whether something of that day had happened, and was known, by the days asked."""
        return day is not None and day.earliest <= self._on and known_by(day, self._known)

    def _row(self, fact_id: str, fact: Fact, **own: object) -> Json:
        cited = Cited(fact_id, fact, self._register.is_private(fact_id)).as_json()
        return {"id": fact_id, **own, **{key: cited[key] for key in cited if key != "id"}}

    def not_coded(self) -> list[Json]:
        """Conditions known to exist whose text nobody has coded."""
        return [
            self._row(one.id, one, name=one.name, announced=str(one.announced), why=one.do_not_compute)
            for one in self._register.conditions.values()
            if one.do_not_compute is not None
            and (one.programs or one.every_federal_grant)
            and self._seen(one.announced)
        ]

    def certifications(self, conditions: list[str]) -> list[Json]:
        """The papers that the place signs under these conditions."""
        return [
            self._certification(one)
            for one in self._register.certifications.values()
            if set(one.conditions) & set(conditions) and signs(one, self._place)
        ]

    def _certification(self, one: Certification) -> Json:
        first = first_signature(one, self._place)
        due = signature_dates(one, self._place, self._on, self._known)
        return self._row(
            one.id, one, conditions=list(one.conditions), says=one.says, signer=one.signer,
            knowledge=one.knowledge, statutes=list(one.statutes), due=one.due,
            due_on=str(first.day) if first else None, rule=first.rule if first else None,
            due_now=due[0].day.isoformat() if due else None, extensions=self._extensions(one),
            penalty=one.penalty,
        )  # fmt: skip

    def _extensions(self, one: Request | Certification) -> list[Json]:
        return [extension_json(step) for step in extensions_known(one, self._known)]

    def requests(self) -> list[Json]:
        """Letters that asked the place questions; `due_now` is the day if it is still to come."""
        rows = []
        for one in self._register.requests.values():
            if self._place.ocd in one.recipients and self._seen(one.date):
                first, due = first_due(one), due_dates(one, self._on, self._known)
                rows.append(
                    self._row(
                        one.id, one, date=str(one.date), sender=one.sender, conditions=list(one.conditions),
                        questions=list(one.questions), due=str(first.day) if first else None,
                        rule=first.rule if first else None,
                        due_now=due[0].day.isoformat() if due else None, extensions=self._extensions(one),
                        consequence=one.consequence, outcome=self._later(one.outcome),
                    )
                )  # fmt: skip
        return sorted(rows, key=lambda row: str(row["date"]))

    def _later(self, words: str | None) -> str | None:
        """What became of a thing is told only where the whole record may be told."""
        return words if self._known is None else None

    def lists(self) -> list[Json]:
        """Designations of the place, with what became of them."""
        rows = []
        for one in self._register.lists.values():
            for entry in one.entries:
                if entry.place == self._place.ocd and self._seen(one.date):
                    removed = (
                        str(entry.removed) if entry.removed and known_by(entry.removed, self._known) else None
                    )
                    rows.append(
                        self._row(
                            one.id, one, title=one.title, issuer=one.issuer, date=str(one.date), body=entry.body,
                            section=entry.section, says=entry.says, removed=removed,
                            corrected=self._later(entry.corrected), entry_confidence=entry.confidence.value,
                        )
                    )  # fmt: skip
        return sorted(rows, key=lambda row: str(row["date"]))

    def threats(self) -> list[Json]:
        """Public threats against the place or against all like it."""
        return [
            self._row(
                one.id, one, date=str(one.date), by=one.by, office=one.office, against=one.against_words,
                statute=one.statute, says=one.says, became=self._later(one.became),
            )
            for one in sorted(self._register.threats.values(), key=lambda one: one.date)
            if self._seen(one.date) and (not one.against or self._place.ocd in one.against)
        ]  # fmt: skip

    def bills(self) -> list[Json]:
        """Bills of the country, the state or the place that were pending; a bill binds nobody."""
        levels = {"ocd-division/country:us", state_of(self._place), self._place.ocd}
        return [
            self._row(
                one.id, one, title=one.title, citation=one.citation, of=get(one.place).label, date=str(one.date),
                stage=self._later(one.stage), says=list(one.says),
            )
            for one in self._register.instruments.values()
            if one.kind is InstrumentKind.BILL and one.place in levels and self._seen(one.date)
            and (one.effective_until is None or self._on < one.effective_until.latest)
        ]  # fmt: skip

    def policies(self) -> list[Json]:
        """The place's own rules in effect, then the state's rules over it."""
        own = [
            self._row(
                one.id, one, level="own", title=one.title, kind=one.kind.value, citation=one.citation,
                since=str(one.effective_from) if one.effective_from else None, binds=one.binds,
                urges_only=one.urges_only, answers=_answers(one.answers),
            )
            for one in self._register.policies.get(self._place.ocd, ())
            if in_effect(one, self._on, self._known)
        ]  # fmt: skip
        state = [
            self._row(
                one.id, one, level="state", title=one.title, kind=one.kind.value, citation=one.citation,
                since=str(one.effective_from), binds=one.binds_words, says=one.says, answers=_answers(one.answers),
            )
            for one in rules_binding(self._place, self._on, self._known, self._register)
        ]  # fmt: skip
        return own + state

    def custody(self) -> list[Json]:
        """Who runs the jail that the place's police use."""
        one = self._register.custody.get(self._place.ocd)
        if one is None:
            return []
        return [
            self._row(
                one.id, one, operator=one.operator, operator_place=one.operator_place,
                own=runs_jail(one, self._place), level=one.level.value, lockup=one.lockup.value,
                lockup_words=one.lockup_words,
            )
        ]  # fmt: skip

    def responses(self) -> list[Json]:
        """How the place answered conditions and letters, in the order of dates."""
        rows = [
            self._row(
                record.id, one, kind=one.kind.value, date=str(one.date), says=one.says,
                conditions=list(one.conditions), request=one.request, case=one.case,
            )
            for record in self._register.records.get(self._place.ocd, ())
            for one in record.responses
            if self._seen(one.date)
        ]  # fmt: skip
        return sorted(rows, key=lambda row: str(row["date"]))

    def agreements(self) -> list[Json]:
        """Agreements of its agencies under 8 U.S.C. 1357(g), as far as the list was seen by then."""
        return [
            self._row(
                file.id, file, agency=one.agency, model=one.model.value, listed_from=str(one.listed_from),
                listed_until=str(one.listed_until if known_by(one.listed_until, self._known) else self._known),
            )
            for file in self._register.agreement_files.values()
            for one in file.agreements
            if one.place == self._place.ocd and self._seen(one.listed_from)
        ]  # fmt: skip

    def cases(self) -> list[Json]:
        """Lawsuits that the place brought, with their acts up to the day."""
        rows = []
        for one in self._register.cases.values():
            if not any(party.place == self._place.ocd for party in one.plaintiffs):
                continue
            acts = [act for act in one.acts if self._seen(act.date)]
            if acts:
                acts_json = [
                    {
                        "id": act.id,
                        "date": str(act.date),
                        "court": act.court,
                        "kind": act.kind.value,
                        "summary": act.summary,
                    }
                    for act in acts
                ]
                rows.append(
                    self._row(
                        one.id, one, caption=one.caption, challenges=list(one.challenges), acts=acts_json
                    )
                )
        return rows

    def money(self) -> list[Json]:
        """Awards that the place holds, and sums announced or claimed by that day for it, or for a live string."""
        awards = [
            self._row(
                one.id, one, basis=one.status.value, amount=str(one.amount), program=one.program,
                what=self._register.programs[one.program].name, fiscal_year=one.fiscal_year, fain=one.fain,
                part_of=one.part_of, joint=one.id in self._register.joint, through=one.through,
                drawn_down=str(one.drawn_down) if one.drawn_down is not None else None, said_by=None,
            )
            for one in self._register.awards.get(self._place.ocd, ())
            if begun(one, self._on, self._known)
        ]  # fmt: skip
        sums = [
            self._row(
                one.id, one, basis=one.basis.value, amount=str(one.amount) if one.amount is not None else None,
                program=None, what=one.what, fiscal_year=None, fain=None, part_of=None, joint=False, through=None,
                drawn_down=None, said_by=one.said_by,
            )
            for one in self._register.sums.values()
            if self._seen(one.date) and (one.place == self._place.ocd or (one.place is None and one.conditions))
        ]  # fmt: skip
        return awards + sums

    def events(self) -> list[Json]:
        """Dated happenings that name the place."""
        return [
            self._row(one.id, one, event=one.event, date=str(one.date), who=list(one.who), says=one.says)
            for one in sorted(self._register.events.values(), key=lambda one: one.date)
            if self._place.ocd in one.places and self._seen(one.date)
        ]

    def statements(self) -> list[Json]:
        """Statements by officials of the place that the user accepted as facts."""
        return [
            self._row(
                one.id, one, speaker=one.speaker, role=one.role, date=str(one.date) if one.date else None,
                manner=one.manner, words=one.words, about=list(one.about), outlets=[one.outlet] if one.outlet else [],
                independent_sources=1, reviewed=True, sample=False,
            )
            for one in self._register.statements.values()
            if one.place == self._place.ocd and (one.date is None or self._seen(one.date))
        ]  # fmt: skip


def _answers(answers: Answers) -> Json:
    return {
        feature: {"answer": one.answer, "basis": one.basis.value, "clause": one.clause}
        for feature, one in answers.items()
    }
