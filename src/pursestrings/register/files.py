"""What the files of a register are, once read: the entries, the codebook, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, StringConstraints

from pursestrings.errors import PursestringsError
from pursestrings.register.kinds import FileKind
from pursestrings.register.models.base import Day, Strict, Words
from pursestrings.register.models.local import Codebook

Version = Annotated[str, StringConstraints(pattern=r"^\d+(?:\.\d+)*$")]
"""Numbers between dots, such as 2026.11.22: of two editions the one with the higher version is the newer."""


class Meta(Strict):
    """What `register.yaml` says of the register as a whole.

    `covers_from` is the first day that questions may be asked about, `known_through` the last of the record.
    """

    title: Words
    version: Version
    covers_from: Day
    known_through: Day
    licence: Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: what it holds, where it stands, and whether it came from a user's overlay."""

    kind: FileKind
    thing: Any
    file: Path
    private: bool


_INSIDE = Path(__file__).parents[1] / "_register"


@dataclass(slots=True)
class Files:
    """Everything read from the folders, with the problems met on the way; the order is that of names.

    `parts` is filled by the checks, which walk through all models again and again.
    """

    meta: Meta
    codebook: Codebook
    entries: list[Entry] = field(default_factory=list)
    problems: list[PursestringsError] = field(default_factory=list)
    digest: str = ""
    overlays: tuple[str, ...] = ()
    parts: list[tuple[Entry, tuple[int | str, ...], BaseModel]] | None = None


def shipped() -> Path:
    """The folder of the shipped register: inside the package, or beside it in a checkout."""
    return Path(__file__).parents[3] / "register" if in_a_checkout() else _INSIDE


def in_a_checkout() -> bool:
    """Whether the program runs from its sources, whose register a curator edits in place."""
    return not _INSIDE.is_dir()


def yaml_files(folder: Path) -> Iterator[Path]:
    """Every YAML file of a register's folders, in the order of names."""
    yield from sorted(path for path in folder.rglob("*.yaml") if path.parent != folder)
