"""Policies of one place: where two bind the same bodies at once and differ, the record says which prevails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pursestrings.dates import Span
from pursestrings.errors import FIELD_WRONG, POLICIES_OVERLAP, PursestringsError
from pursestrings.register.checks.days import before
from pursestrings.register.checks.walk import current, wrong
from pursestrings.register.files import Entry, Files
from pursestrings.register.models.base import Confidence
from pursestrings.register.models.local import (
    SILENT,
    BodyKind,
    FeatureAnswer,
    PlaceRecord,
    Policy,
    PolicyKind,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A policy, its file, and its position there."""

    entry: Entry
    position: int
    policy: Policy


def _by_place(files: Files) -> dict[str, list[Written]]:
    found: dict[str, list[Written]] = defaultdict(list)
    for entry in current(files):
        if isinstance(entry.thing, PlaceRecord):
            for position, policy in enumerate(entry.thing.policies):
                found[entry.thing.place].append(Written(entry, position, policy))
    return found


def overlaps(files: Files) -> Iterator[PursestringsError]:
    """Two binding policies that stand at once, and of which neither gives way, with different answers."""
    for written in _by_place(files).values():
        ordered = sorted(written, key=lambda one: (one.policy.start, one.position))
        for older, newer in combinations(ordered, 2):
            features = _differing(older.policy, newer.policy)
            days = _together(older.policy, newer.policy)
            if features and days is not None:
                path = ("policies", newer.position, "answers", features[0])
                yield wrong(
                    POLICIES_OVERLAP,
                    newer.entry,
                    path,
                    newer=newer.policy.id,
                    older=older.policy.id,
                    features=", ".join(features),
                    start=days.start,
                )


def _together(one: Policy, other: Policy) -> Span | None:
    """The days on which both surely bind the same bodies and neither gives way; None where there are none."""
    if one.urges_only or other.urges_only or not _same_bodies(one, other):
        return None
    if (one.kind is PolicyKind.PRACTICE) is not (other.kind is PolicyKind.PRACTICE):
        return None
    yielding = {*one.replaces, *one.supersedes, *other.replaces, *other.supersedes}
    if one.id in yielding or other.id in yielding:
        return None
    ends = [policy.effective_until.earliest for policy in (one, other) if policy.effective_until is not None]
    start, until = max(one.sure_from, other.sure_from), min(ends, default=date.max)
    return Span(start, until) if start < until else None


def _same_bodies(one: Policy, other: Policy) -> bool:
    if not one.bodies or not other.bodies:
        return True
    return BodyKind.ALL_AGENCIES in {*one.bodies, *other.bodies} or bool(set(one.bodies) & set(other.bodies))


def _differing(one: Policy, other: Policy) -> list[str]:
    """The features on which both speak, and not alike."""
    return [
        feature
        for feature, answer in one.answers.items()
        if (second := other.answers.get(feature)) is not None
        if _speaks(answer) and _speaks(second) and _codes(answer) != _codes(second)
    ]


def _speaks(answer: FeatureAnswer) -> bool:
    return answer.answer != SILENT and answer.confidence is not Confidence.RECALLED


def _codes(answer: FeatureAnswer) -> set[str]:
    return set(answer.answer.replace(",", " ").split())


def precedence(files: Files) -> Iterator[PursestringsError]:
    """What a policy replaces or supersedes is an earlier one of its place, and one that can give way to it."""
    for written in _by_place(files).values():
        known = {one.policy.id: one for one in written}
        for one in written:
            for field in ("replaces", "supersedes"):
                for index, name in enumerate(getattr(one.policy, field)):
                    yield from _gives_way(one, (field, index), known.get(name))


def _weight(policy: Policy) -> int:
    if policy.urges_only:
        return 0
    return 1 if policy.kind is PolicyKind.PRACTICE else 2


def _gives_way(one: Written, field: tuple[str, int], older: Written | None) -> Iterator[PursestringsError]:
    path = ("policies", one.position, *field)
    why, hint = None, ""
    if older is None:
        why, hint = "a policy prevails only over others of its own place", "Correct the id."
    elif field[0] == "replaces" and older.policy.effective_until is None:
        why = f"{older.policy.id} is replaced, and has no end"
        hint = "Give it effective_until; if it still stands, write `supersedes` here."
    elif field[0] == "supersedes" and _weight(one.policy) < _weight(older.policy):
        why, hint = "what only urges, or is a practice, prevails over no binding text", "Leave it out."
    elif (older.policy.start, older.position) >= (one.policy.start, one.position):
        yield from before(
            one.entry, path, (one.policy.id, one.policy.start), (older.policy.id, older.policy.start)
        )
        if one.policy.id in {*older.policy.replaces, *older.policy.supersedes}:
            why, hint = f"{older.policy.id} says that it prevails over this one", "Keep the later one's word."
    if why is not None:
        yield wrong(FIELD_WRONG, one.entry, path, why=why, hint=hint)
