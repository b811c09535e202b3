"""Updates of the register that a workspace has installed, beside the one that came with the program.

Each lies in a folder of its own under `registers/`; the file `use` there names the one in use, and `use`
is the only thing that changes when another takes effect. The newest is used unless a person chose one.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pursestrings.dates import PartialDate
from pursestrings.errors import NOT_FOUND, PursestringsError
from pursestrings.register.files import Files, Meta, shipped
from pursestrings.workspace.folder import registers_of

SHIPPED = "shipped"
"""The name of the register that came with the program."""

_CHOICE = "use"


@dataclass(frozen=True, slots=True)
class Edition:
    """One register that can be used: its name here, its folder, what its `register.yaml` says."""

    name: str
    folder: Path
    meta: Meta


def editions(workspace: Path) -> list[Edition]:
    """The shipped register, then those installed, the oldest first."""
    folder = registers_of(workspace)
    found = [_edition(SHIPPED, shipped())]
    if folder.is_dir():
        found += [
            _edition(path.name, path) for path in folder.iterdir() if (path / "register.yaml").is_file()
        ]
    return [found[0], *sorted(found[1:], key=_age)]


def in_use(workspace: Path) -> Edition:
    """The edition that answers: the one chosen, else the newest."""
    found = editions(workspace)
    chosen = chosen_name(workspace)
    if chosen is None:
        return max(found, key=_age)
    return _named(found, chosen)


def chosen_name(workspace: Path) -> str | None:
    """The edition that a person chose to stay with; None where the newest is used."""
    try:
        return (registers_of(workspace) / _CHOICE).read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


def base_of(workspace: Path) -> Path | None:
    """The folder of the register in use; None for the shipped one, which needs no looking up."""
    if not registers_of(workspace).is_dir():
        return None
    edition = in_use(workspace)
    return None if edition.name == SHIPPED else edition.folder


def install(workspace: Path, files: Files, source: Path) -> Edition:
    """Copy a checked register into the workspace, whole or not at all, and give it its name.

    A choice made earlier is dropped: who installs an update wants it used.
    """
    name = f"{files.meta.version}-{files.digest}"
    target = registers_of(workspace) / name
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
            copy = Path(scratch) / name
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns(".*"))
            copy.rename(target)
    (registers_of(workspace) / _CHOICE).unlink(missing_ok=True)
    return _edition(name, target)


def use(workspace: Path, name: str) -> Edition:
    """Stay with one edition from now on; raises NOT_FOUND for a name that none has."""
    edition = _named(editions(workspace), name)
    folder = registers_of(workspace)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _CHOICE).write_text(f"{name}\n", encoding="utf-8")
    return edition


def _named(found: list[Edition], name: str) -> Edition:
    for edition in found:
        if edition.name == name:
            return edition
    known = ", ".join(edition.name for edition in found)
    raise PursestringsError(NOT_FOUND, what="edition of the register", text=name, hint=f"There are: {known}.")


def _edition(name: str, folder: Path) -> Edition:
    # Every command asks which register is in use, and most need nothing of YAML to know.
    from pursestrings.register.load import read_file

    meta, _, problems = read_file(folder / "register.yaml", Meta)
    if meta is None:
        raise problems[0]
    return Edition(name, folder, meta)


def newer(one: Meta, other: Meta) -> bool:
    """Whether one edition is newer than another, by its version and how far its record runs."""
    return _version(one) > _version(other)


def _version(meta: Meta) -> tuple[list[int], PartialDate]:
    """Versions are dates in parts, such as 2026.11.22."""
    return [int(part) for part in meta.version.split(".")], meta.known_through


def _age(edition: Edition) -> tuple[tuple[list[int], PartialDate], bool]:
    """Of two of one version the installed one is the newer."""
    return _version(edition.meta), edition.name != SHIPPED
