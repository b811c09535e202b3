"""Checking the register as a whole: dangling ids, ids used twice, crossed dates, facts without a source."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter

from pydantic import BaseModel

from pursestrings.dates import PartialDate
from pursestrings.errors import (
    CYCLE,
    DATES_CROSSED,
    FIELD_WRONG,
    ID_DANGLING,
    ID_TWICE,
    PRIVATE_PERSON,
    SOURCE_MISSING,
    PursestringsError,
    Where,
)
from pursestrings.places import get
from pursestrings.register.files import Entry, Files
from pursestrings.register.load import wrong
from pursestrings.register.models.base import Confidence, Fact
from pursestrings.register.models.courts import Act, Case
from pursestrings.register.models.local import Codebook, FeatureAnswer
from pursestrings.register.models.people import Official, Statement
from pursestrings.register.references import Path, references

Check = Callable[[Files], Iterator[PursestringsError]]


def check(files: Files) -> list[PursestringsError]:
    """Every problem of the folders read, sorted by file and line."""
    problems = list(files.problems)
    for rule in CHECKS:
        problems += rule(files)
    return sorted(problems, key=_order)


def _order(problem: PursestringsError) -> tuple[str, int, int, str]:
    where = problem.where or Where("")
    return where.file, where.line or 0, where.column or 0, problem.kind.code


def named_things(files: Files) -> dict[str, dict[str, Entry]]:
    """Every id of the folders by kind, parts of a file (acts, policies, awards) among them."""
    found: dict[str, dict[str, Entry]] = {"act": {}, "policy": {}, "award": {}}
    for entry in files.entries:
        found.setdefault(entry.kind.name, {})[entry.thing.id] = entry
        for kind, parts in _parts(entry):
            found[kind].update({part.id: entry for part in parts})
    return found


def _parts(entry: Entry) -> Iterator[tuple[str, tuple[Act, ...]]]:
    for kind, name in (("act", "acts"), ("policy", "policies"), ("award", "awards")):
        yield kind, getattr(entry.thing, name, ())


def _dangling(files: Files) -> Iterator[PursestringsError]:
    known = named_things(files)
    for entry in files.entries:
        for path, ref, found in references(entry.thing):
            if ref.kinds == ("place",):
                yield from _unknown_place(entry, path, found)
            elif not any(found in known.get(kind, {}) for kind in ref.kinds):
                pool = [name for kind in ref.kinds for name in known.get(kind, {})]
                near = difflib.get_close_matches(found, pool, n=3)
                hint = f"Near it: {', '.join(near)}." if near else "Write its file first."
                yield wrong(ID_DANGLING, entry, path, kind=" or ".join(ref.kinds), id=found, hint=hint)


def _unknown_place(entry: Entry, path: Path, found: str) -> Iterator[PursestringsError]:
    try:
        place = get(found)
    except PursestringsError as problem:
        yield wrong(ID_DANGLING, entry, path, kind="place", id=found, hint=problem.hint)
        return
    if place.ocd != found:
        hint = f"Write {place.ocd}: the register names each government by one id."
        yield wrong(ID_DANGLING, entry, path, kind="place of its own", id=found, hint=hint)


def _twice(files: Files) -> Iterator[PursestringsError]:
    """An id or alias names one thing of its kind within one folder; an overlay may replace a shipped thing."""
    taken: dict[tuple[str, str, bool], Entry] = {}
    for entry in files.entries:
        names: list[tuple[str, str, Path]] = [(entry.kind.name, entry.thing.id, ("id",))]
        for position, alias in enumerate(getattr(entry.thing, "aliases", ())):
            names.append((entry.kind.name, alias, ("aliases", position)))
        for kind, parts in _parts(entry):
            names += [(kind, part.id, (kind, part.id)) for part in parts]
        for kind, name, path in names:
            other = taken.setdefault((kind, name, entry.private), entry)
            if other is not entry:
                yield wrong(ID_TWICE, entry, path, id=name, other=other.file.name)


def _sourceless(files: Files) -> Iterator[PursestringsError]:
    for entry in files.entries:
        for path, fact in _facts(entry.thing):
            if not fact.sources and fact.confidence is not Confidence.RECALLED:
                yield wrong(SOURCE_MISSING, entry, path)


def _facts(value: object, path: Path = ()) -> Iterator[tuple[Path, Fact]]:
    if isinstance(value, Fact):
        yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _facts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _facts(item, (*path, index))


_ORDERED = (
    ("effective_from", "effective_until"),
    ("start", "until"),
    ("announced", "attached"),
    ("date", "due"),
    ("posted_not_before", "posted_not_after"),
    ("covers_from", "covers_until"),
)


def _crossed(files: Files) -> Iterator[PursestringsError]:
    for entry in files.entries:
        for path, model in _models(entry.thing):
            for first, second in _ORDERED:
                start, end = getattr(model, first, None), getattr(model, second, None)
                if (
                    isinstance(start, PartialDate)
                    and isinstance(end, PartialDate)
                    and end.latest < start.earliest
                ):
                    yield wrong(
                        DATES_CROSSED,
                        entry,
                        (*path, second),
                        later=second,
                        later_date=end,
                        earlier=first,
                        earlier_date=start,
                    )


def _models(value: object, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from _models(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _models(item, (*path, index))


def _answers(files: Files) -> Iterator[PursestringsError]:
    for entry in files.entries:
        for path, model in _models(entry.thing):
            for feature, answer in getattr(model, "answers", {}).items():
                why = _outside(files.codebook, feature, answer)
                if why:
                    hint = "See register/codebook.yaml."
                    yield wrong(FIELD_WRONG, entry, (*path, "answers", feature), why=why, hint=hint)


def _outside(codebook: Codebook, feature: str, answer: FeatureAnswer) -> str | None:
    known = codebook.features.get(feature)
    if known is None:
        return f"the codebook has no feature {feature!r}"
    if known.number and answer.answer.isdigit():
        return None
    codes = set(answer.answer.replace(",", " ").split()) if known.list_of else {answer.answer}
    strange = codes - set(known.answers) - set(known.list_of)
    return f"{', '.join(sorted(strange))} is no answer to {feature}" if strange else None


def _acts(files: Files) -> Iterator[PursestringsError]:
    """Each act changes earlier acts only, on conditions that these concern; no circle of acts."""
    acts: dict[str, tuple[Entry, Act]] = {}
    for entry in files.entries:
        if isinstance(entry.thing, Case):
            acts.update({act.id: (entry, act) for act in entry.thing.acts})
    graph = {act.id: {change.act for change in act.changes} for _, act in acts.values()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ids: list[str] = error.args[1]
        entry = acts[ids[0]][0]
        yield PursestringsError(CYCLE, where=Where(str(entry.file)), ids=" → ".join(ids))
    for entry, act in acts.values():
        yield from _changes(entry, act, {name: found for name, (_, found) in acts.items()})


def _changes(entry: Entry, act: Act, acts: dict[str, Act]) -> Iterator[PursestringsError]:
    position = next(index for index, one in enumerate(entry.thing.acts) if one.id == act.id)
    for index, change in enumerate(act.changes):
        earlier = acts.get(change.act)
        path = ("acts", position, "changes", index, "act")
        if earlier is not None and act.date.latest < earlier.date.earliest:
            yield wrong(
                DATES_CROSSED,
                entry,
                path,
                later=act.id,
                later_date=act.date,
                earlier=earlier.id,
                earlier_date=earlier.date,
            )
    for index, grant in enumerate(act.grants):
        strange = set(grant.conditions) - set(entry.thing.challenges)
        if strange:
            why = f"the case does not challenge {', '.join(sorted(strange))}"
            hint = "Add it to `challenges`, or correct the grant."
            yield wrong(
                FIELD_WRONG, entry, ("acts", position, "grants", index, "conditions"), why=why, hint=hint
            )


def _private(files: Files) -> Iterator[PursestringsError]:
    """Whoever is named holds an office, or speaks for a body or a place."""
    for entry in files.entries:
        thing = entry.thing
        if isinstance(thing, Official) and not thing.offices:
            yield wrong(PRIVATE_PERSON, entry, ("offices",))
        if isinstance(thing, Statement) and not (thing.role or thing.organization or thing.place):
            yield wrong(PRIVATE_PERSON, entry, ("speaker",))


CHECKS: tuple[Check, ...] = (_dangling, _twice, _sourceless, _crossed, _answers, _acts, _private)
