"""The register in memory: every fact by its id, its kind and its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pursestrings.errors import CONDITION_UNKNOWN, PursestringsError
from pursestrings.register.cache import load_files_cached
from pursestrings.register.files import Entry, Files, Meta
from pursestrings.register.models.agency import DesignationList, Notice, Request, Threat
from pursestrings.register.models.agreements import Agreement, AgreementFile
from pursestrings.register.models.corrections import Correction
from pursestrings.register.models.courts import Act, Case
from pursestrings.register.models.law import Certification, Condition, Group, Instrument, Program
from pursestrings.register.models.local import Codebook, Custody, PlaceRecord, Policy, Rule
from pursestrings.register.models.money import Award, AwardFile, Event, Sum
from pursestrings.register.models.people import Association, Official, Outlet, Statement


@dataclass(slots=True)
class Register:
    """All facts, from the shipped register and the overlays; read only once built."""

    meta: Meta
    codebook: Codebook
    digest: str
    overlays: tuple[str, ...]
    associations: dict[str, Association] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    certifications: dict[str, Certification] = field(default_factory=dict)
    conditions: dict[str, Condition] = field(default_factory=dict)
    corrections: dict[str, Correction] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    lists: dict[str, DesignationList] = field(default_factory=dict)
    notices: dict[str, Notice] = field(default_factory=dict)
    officials: dict[str, Official] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    place_records: dict[str, PlaceRecord] = field(default_factory=dict)
    programs: dict[str, Program] = field(default_factory=dict)
    requests: dict[str, Request] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    sums: dict[str, Sum] = field(default_factory=dict)
    threats: dict[str, Threat] = field(default_factory=dict)
    agreement_files: dict[str, AgreementFile] = field(default_factory=dict)
    award_files: dict[str, AwardFile] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    acts: dict[str, tuple[Case, Act]] = field(default_factory=dict)
    records: dict[str, list[PlaceRecord]] = field(default_factory=lambda: defaultdict(list))
    policies: dict[str, list[Policy]] = field(default_factory=lambda: defaultdict(list))
    state_rules: dict[str, list[Rule]] = field(default_factory=lambda: defaultdict(list))
    custody: dict[str, Custody] = field(default_factory=dict)
    awards: dict[str, list[Award]] = field(default_factory=lambda: defaultdict(list))
    award_ids: dict[str, Award] = field(default_factory=dict)
    joint: set[str] = field(default_factory=set)
    agreements: dict[str, list[Agreement]] = field(default_factory=lambda: defaultdict(list))
    private: set[str] = field(default_factory=set)

    def condition(self, name: str) -> Condition:
        """The condition of this id or alias; raise CONDITION_UNKNOWN, naming near ids."""
        found = self.conditions.get(self.aliases.get(name, name))
        if found is None:
            raise PursestringsError(CONDITION_UNKNOWN, text=name, hint=self._near(name))
        return found

    def _near(self, name: str) -> str:
        import difflib

        near = difflib.get_close_matches(name, self.conditions, n=3, cutoff=0.5)
        return f"Near it: {', '.join(near)}." if near else "List them: pursestrings conditions"

    def rules_of(self, state: str) -> list[Rule]:
        """The state rules of one state, by its OCD id."""
        return self.state_rules.get(state, [])

    @property
    def stores(self) -> dict[str, dict[str, Any]]:
        """The facts of each kind of file, by kind, then by id."""
        return _stores(self)

    def is_private(self, fact_id: str) -> bool:
        """Whether the fact came from a user's overlay."""
        return fact_id in self.private


def build(files: Files) -> Register:
    """Index what was read. A later folder's file takes the place of an earlier one of the same kind and id."""
    register = Register(files.meta, files.codebook, files.digest, files.overlays)
    stores = _stores(register)
    for entry in files.entries:
        stores[entry.kind.name][entry.thing.id] = entry.thing
        if entry.private:
            register.private.update(_ids(entry))
    for store in stores.values():
        _index_aliases(register, store.values())
    for case in register.cases.values():
        for act in case.acts:
            register.acts[act.id] = (case, act)
    for rule in register.rules.values():
        register.state_rules[rule.state].append(rule)
    _index_places(register)
    return register


def _index_places(register: Register) -> None:
    """What belongs to a place, by its id: policies, custody, awards, agreements."""
    for record in register.place_records.values():
        register.records[record.place].append(record)
        register.policies[record.place].extend(record.policies)
        if record.custody is not None:
            register.custody[record.place] = record.custody
    for awards in register.award_files.values():
        register.awards[awards.place].extend(awards.awards)
        register.award_ids.update({award.id: award for award in awards.awards})
    for listed in register.agreement_files.values():
        for agreement in listed.agreements:
            if agreement.place is not None:
                register.agreements[agreement.place].append(agreement)
    register.joint.update(
        award.part_of or award.id for award in register.award_ids.values() if award.joint or award.part_of
    )


def _stores(register: Register) -> dict[str, dict[str, Any]]:
    return {
        "agreement_file": register.agreement_files,
        "association": register.associations,
        "award_file": register.award_files,
        "case": register.cases,
        "certification": register.certifications,
        "condition": register.conditions,
        "correction": register.corrections,
        "event": register.events,
        "group": register.groups,
        "instrument": register.instruments,
        "list": register.lists,
        "notice": register.notices,
        "official": register.officials,
        "outlet": register.outlets,
        "place_record": register.place_records,
        "program": register.programs,
        "request": register.requests,
        "rule": register.rules,
        "statement": register.statements,
        "sum": register.sums,
        "threat": register.threats,
    }


def _ids(entry: Entry) -> set[str]:
    thing = entry.thing
    parts = [*getattr(thing, "acts", ()), *getattr(thing, "policies", ()), *getattr(thing, "awards", ())]
    custody = getattr(thing, "custody", None)
    return {thing.id, *(part.id for part in parts), *([custody.id] if custody else [])}


def _index_aliases(register: Register, things: Iterable[Any]) -> None:
    for thing in things:
        for alias in getattr(thing, "aliases", ()):
            register.aliases[alias] = thing.id


def load(
    overlays: Sequence[Path] = (),
    base: Path | None = None,
    *,
    without: Sequence[str] = (),
    supposing: Sequence[Path] = (),
) -> Register:
    """Load the shipped register (or `base`) and overlays; raise the first problem: a broken file is never passed over.

    `without` and `supposing` change it for the sake of argument (`supposed.py`).
    """
    files = load_files_cached(overlays, base)
    if files.problems:
        raise files.problems[0]
    if without or supposing:
        from pursestrings.register.supposed import suppose

        files = suppose(files, without, supposing)
    return build(files)
