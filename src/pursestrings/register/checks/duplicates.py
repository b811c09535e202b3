"""Duplicates: one thing under two ids, which would be counted twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from pursestrings.errors import SAID_TWICE, PursestringsError
from pursestrings.register.checks.walk import current, wrong
from pursestrings.register.files import Entry, Files
from pursestrings.register.references import Path

Found = tuple[Hashable, Path]
"""What makes a thing the same as another, and the field that says so."""


def duplicates(files: Files) -> Iterator[PursestringsError]:
    """Two files, or two parts of files, that hold the same thing by what tells it apart."""
    seen: dict[Hashable, tuple[Entry, Path]] = {}
    for entry in current(files):
        for key, path in _keys(entry):
            other = seen.setdefault(key, (entry, path))
            if other != (entry, path):
                yield wrong(SAID_TWICE, entry, path, other=other[0].file.name)


def _keys(entry: Entry) -> Iterator[Found]:
    keys = _KEYS.get(entry.kind.name)
    if keys is not None:
        for key, path in keys(entry.thing):
            yield (entry.kind.name, key), path


def _case(case: Any) -> Iterator[Found]:
    """One docket of one court belongs to one case; one court does a thing once a day in it, for each summary."""
    for index, docket in enumerate(case.courts):
        if docket.docket:
            yield (docket.court, docket.docket), ("courts", index, "docket")
    for index, act in enumerate(case.acts):
        yield (case.id, act.court, act.date, act.kind, act.summary), ("acts", index)


def _place(record: Any) -> Iterator[Found]:
    # The same id twice is a fault of its own (`names.twice`), told once.
    own = {policy.id: (index, policy) for index, policy in enumerate(record.policies)}
    for index, policy in own.values():
        yield (record.place, policy.title, policy.start), ("policies", index)
    for index, response in enumerate(record.responses):
        about = (response.conditions, response.request, response.case)
        yield (record.place, response.kind, response.date, *about, response.says), ("responses", index)


def _awards(file: Any) -> Iterator[Found]:
    for index, award in enumerate(file.awards):
        if award.fain and award.part_of is None:
            yield (award.fain, award.holder, award.status, award.amount), ("awards", index, "fain")


def _instrument(paper: Any) -> Iterator[Found]:
    yield (paper.place, paper.title, paper.date), ("title",)


def _rule(rule: Any) -> Iterator[Found]:
    yield (rule.state, rule.title, rule.effective_from), ("title",)


def _official(person: Any) -> Iterator[Found]:
    for index, office in enumerate(person.offices):
        yield (person.name, office.title, office.place, office.start), ("offices", index)


def _agreements(file: Any) -> Iterator[Found]:
    for index, one in enumerate(file.agreements):
        yield (file.state, one.agency, one.model), ("agreements", index)


_KEYS = {
    "agreement_file": _agreements,
    "award_file": _awards,
    "case": _case,
    "instrument": _instrument,
    "official": _official,
    "place_record": _place,
    "rule": _rule,
}
