"""Two registers side by side: which facts came, went or changed, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from pursestrings.register.checks.walk import current
from pursestrings.register.files import Files

_PARTS: Final = {"acts": "act", "policies": "policy", "awards": "award"}
_BESIDE: Final = frozenset({"checked"})
"""Fields that say nothing of the world: that somebody looked again changes no fact."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that differs: `fields` names what changed in it; empty where it came or went."""

    kind: str
    id: str
    what: str
    fields: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The change on one line."""
        fields = f": {', '.join(self.fields)}" if self.fields else ""
        return f"{self.what} {self.kind} {self.id}{fields}"


def fact_changes(old: Files, new: Files) -> list[FactChange]:
    """What the new register has otherwise than the old one, by kind and id; acts and policies by their own ids."""
    before, after = _facts(old), _facts(new)
    found = []
    for kind, name in sorted({*before, *after}):
        was, now = before.get((kind, name)), after.get((kind, name))
        if was is None or now is None:
            found.append(FactChange(kind, name, "new" if was is None else "gone"))
        elif fields := tuple(_fields(was, now)):
            found.append(FactChange(kind, name, "changed", fields))
    return found


def _facts(files: Files) -> dict[tuple[str, str], BaseModel]:
    found: dict[tuple[str, str], BaseModel] = {}
    for entry in current(files):
        found[entry.kind.name, entry.thing.id] = entry.thing
        for part, kind in _PARTS.items():
            for one in getattr(entry.thing, part, ()):
                found[kind, one.id] = one
    return found


def _fields(was: Any, now: Any) -> Iterator[str]:
    for name in type(was).model_fields:
        if name not in _PARTS and name not in _BESIDE and getattr(was, name) != getattr(now, name):
            yield name
