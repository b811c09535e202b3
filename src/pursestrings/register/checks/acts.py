"""Acts of courts: each acts on an earlier one that it can reach, on conditions that this one concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from pursestrings.errors import CYCLE, DATES_CROSSED, FIELD_WRONG, PursestringsError
from pursestrings.register.checks.days import before
from pursestrings.register.checks.walk import current, wrong
from pursestrings.register.files import Entry, Files
from pursestrings.register.models.courts import Act, ActKind, Case, Change, ChangeKind
from pursestrings.register.models.powers import UNDOES
from pursestrings.register.references import Path


@dataclass(frozen=True, slots=True)
class Filed:
    """An act, and where it stands: its file, its case, its position there."""

    entry: Entry
    case: Case
    position: int
    act: Act

    def path(self, *steps: int | str) -> Path:
        """The path of a field of the act."""
        return ("acts", self.position, *steps)


def filed_acts(files: Files) -> dict[str, Filed]:
    """Every act that counts, by id."""
    return {
        act.id: Filed(entry, entry.thing, position, act)
        for entry in current(files)
        if isinstance(entry.thing, Case)
        for position, act in enumerate(entry.thing.acts)
    }


def cycles(files: Files) -> Iterator[PursestringsError]:
    """Circles of acts, each named at a change that closes it."""
    acts = filed_acts(files)
    graph = {name: {change.act for change in one.act.changes} for name, one in acts.items()}
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            ids: list[str] = error.args[1]
            target, actor = ids[0], acts[ids[1]]
            index = next(i for i, change in enumerate(actor.act.changes) if change.act == target)
            yield wrong(CYCLE, actor.entry, actor.path("changes", index, "act"), ids=" → ".join(ids))
            graph[ids[1]].discard(target)
        else:
            return


def changes(files: Files) -> Iterator[PursestringsError]:
    """Changes of later acts, of acts out of reach, or of what the act never did."""
    acts = filed_acts(files)
    for one in acts.values():
        for index, change in enumerate(one.act.changes):
            target = acts.get(change.act)
            if target is not None:
                yield from _order(one, index, target)
                yield from _reach(one, index, target)
                yield from _matter(one, index, change, acts)
        yield from _own_days(one)


def _order(one: Filed, index: int, target: Filed) -> Iterator[PursestringsError]:
    """The act acted on is an earlier one; on one day, the one that stands first in the file."""
    path = one.path("changes", index, "act")
    crossed = list(before(one.entry, path, (one.act.id, one.act.date), (target.act.id, target.act.date)))
    yield from crossed
    if not crossed and one.case is target.case and target.position > one.position:
        details = {"later": one.act.id, "later_date": one.act.date}
        details |= {"earlier": target.act.id, "earlier_date": target.act.date}
        yield wrong(DATES_CROSSED, one.entry, path, **details)


def _reach(one: Filed, index: int, target: Filed) -> Iterator[PursestringsError]:
    """An act changes orders of its own case, or of one that stands before the same court."""
    courts = {docket.court for docket in target.case.courts} | {act.court for act in target.case.acts}
    if one.case is not target.case and one.act.court not in courts:
        why = f"{target.case.id} never stood before {one.act.court}"
        hint = "Correct the act's id, or add the court to `courts` of that case."
        yield wrong(FIELD_WRONG, one.entry, one.path("changes", index, "act"), why=why, hint=hint)


def _matter(one: Filed, index: int, change: Change, acts: dict[str, Filed]) -> Iterator[PursestringsError]:
    """What is changed must be there: relief to stay, a stay to lift, conditions that either concerns."""
    if not acts[change.act].case.challenges:
        return
    target = acts[change.act].act
    touched = _touched(target, change.does, acts, frozenset())
    if not touched:
        why = f"{change.act} has nothing that this act {change.does.value}"
        hint = _NEEDS[change.does]
        yield wrong(FIELD_WRONG, one.entry, one.path("changes", index, "act"), why=why, hint=hint)
        return
    strange = set(change.conditions) - touched
    if strange:
        why = f"{change.act} does not concern {', '.join(sorted(strange))}"
        path = one.path("changes", index, "conditions")
        hint = "Correct the condition, or the act that this one acts on."
        yield wrong(FIELD_WRONG, one.entry, path, why=why, hint=hint)


_NEEDS = {
    ChangeKind.REPLACES: "Name the act that grants the relief.",
    ChangeKind.STAYS: "Name the act that grants the relief, or changed it.",
    ChangeKind.NARROWS: "Name the act that grants the relief.",
    ChangeKind.EXTENDS: "Name the act that grants the relief.",
    ChangeKind.LIFTS: "Only an act with a change that `stays` another can be lifted.",
    ChangeKind.ENDS: "Name the act that grants the relief, changed it, or decided what is no longer so.",
}


def _touched(act: Act, does: ChangeKind, acts: dict[str, Filed], seen: frozenset[str]) -> set[str]:
    """The conditions on which an act has something that a change of this kind can take hold of."""
    found: set[str] = set()
    if does is not ChangeKind.LIFTS:
        found.update(condition for grant in act.grants for condition in grant.conditions)
    if does is ChangeKind.ENDS:
        found.update(condition for holding in act.holdings for condition in holding.conditions)
    if act.id not in seen:
        for change in act.changes:
            if change.does in UNDOES.get(does, ()) and change.act in acts:
                deeper = _touched(acts[change.act].act, change.does, acts, seen | {act.id})
                found.update(deeper & set(change.conditions) if change.conditions else deeper)
    return found


def _own_days(one: Filed) -> Iterator[PursestringsError]:
    """What an act brings about does not begin or end before the act."""
    act = one.act
    fields: list[tuple[Path, object]] = [
        (("grants", index, name), getattr(grant, name))
        for index, grant in enumerate(act.grants)
        for name in ("expires", "certain_until")
    ]
    fields += [
        (("changes", index, name), getattr(change, name))
        for index, change in enumerate(act.changes)
        for name in ("takes_effect", "doubtful_until", "outlived_until")
    ]
    for path, day in fields:
        yield from before(one.entry, one.path(*path), (str(path[-1]), day), (act.id, act.date))


def unchallenged(files: Files) -> Iterator[PursestringsError]:
    """Relief from, and holdings on, conditions that the case never challenged."""
    for one in filed_acts(files).values():
        for field in ("grants", "holdings"):
            for index, part in enumerate(getattr(one.act, field)):
                strange = set(part.conditions) - set(one.case.challenges)
                if strange:
                    why = f"the case does not challenge {', '.join(sorted(strange))}"
                    hint = f"Add it to `challenges`, or correct the {field.removesuffix('s')}."
                    path = one.path(field, index, "conditions")
                    yield wrong(FIELD_WRONG, one.entry, path, why=why, hint=hint)


def mandates(files: Files) -> Iterator[PursestringsError]:
    """A reversal ends an order on its mandate: where that is on record, the change gives its day."""
    for one in filed_acts(files).values():
        if one.act.kind not in {ActKind.REVERSED, ActKind.VACATED}:
            continue
        mandate = next((act for act in one.case.acts if _is_mandate_of(act, one.act)), None)
        if mandate is None:
            continue
        for index, change in enumerate(one.act.changes):
            if change.does is ChangeKind.ENDS and change.takes_effect is None:
                why = f"the mandate, {mandate.id}, is on record, and the change says nothing of its day"
                hint = f"Give takes_effect: {mandate.date}."
                yield wrong(FIELD_WRONG, one.entry, one.path("changes", index), why=why, hint=hint)


def _is_mandate_of(act: Act, opinion: Act) -> bool:
    return act.kind is ActKind.MANDATE and act.court == opinion.court and act.date >= opinion.date
