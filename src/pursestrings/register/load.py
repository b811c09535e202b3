"""Loading the register: the shipped folder, then the user's overlays, into one set of typed facts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from pursestrings.errors import (
    FIELD_EMPTY,
    FIELD_MISSING,
    FIELD_UNKNOWN,
    FIELD_WRONG,
    FILE_MISSING,
    FILE_UNREADABLE,
    FOLDER_UNKNOWN,
    ID_WRONG,
    PursestringsError,
    Where,
)
from pursestrings.register.checks.acts import cycles
from pursestrings.register.checks.names import dangling
from pursestrings.register.files import Entry, Files, Meta, shipped, yaml_files
from pursestrings.register.kinds import BY_FOLDER
from pursestrings.register.models.local import Codebook
from pursestrings.register.yaml import Yaml, read

M = TypeVar("M", bound=BaseModel)
_SEE = "register/FIELDS.md says what it takes."


def read_file(path: Path, model: type[M]) -> tuple[M | None, Yaml | None, list[PursestringsError]]:
    """One file as its model, its YAML with positions, and what is wrong with it."""
    try:
        document = parsed(path)
    except PursestringsError as problem:
        return None, None, [problem]
    thing, problems = modelled(document, model)
    return thing, document, problems


def parsed(path: Path) -> Yaml:
    """One file as YAML with positions; raise FILE_MISSING, FILE_UNREADABLE or YAML_BROKEN."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PursestringsError(FILE_MISSING, where=Where(str(path))) from None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise PursestringsError(FILE_UNREADABLE, where=Where(str(path)), why=why) from None
    return read(text, str(path))


def modelled(document: Yaml, model: type[M]) -> tuple[M | None, list[PursestringsError]]:
    """A file's data as its model, or every problem with it."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [_problem(item, document, model) for item in error.errors()]


def _problem(item: Any, document: Yaml, model: type[BaseModel]) -> PursestringsError:
    path = tuple(step for step in item["loc"] if step != "[key]")
    if item["type"] == "extra_forbidden":
        known = ", ".join(sorted(model.model_fields)) if len(path) == 1 else "see register/README.md"
        where = document.where(path, key=True)
        return PursestringsError(FIELD_UNKNOWN, where=where, hint=f"Known here: {known}.")
    where = document.where(path)
    if item["type"] == "missing":
        return PursestringsError(FIELD_MISSING, where=where)
    if item.get("input") is None:
        return PursestringsError(FIELD_EMPTY, where=where)
    return PursestringsError(FIELD_WRONG, where=where, why=_why(item), hint=_SEE)


def _why(item: Any) -> str:
    message = str(item["msg"]).removeprefix("Value error, ").rstrip(".")
    value = item.get("input")
    return f"{value!r}: {message}" if isinstance(value, str) else message


def load_files(overlays: Sequence[Path] = (), base: Path | None = None) -> Files:
    """Read the shipped register (or `base`) and the overlays; collect problems and go on."""
    root = base or shipped()
    problems: list[PursestringsError] = []
    meta, _, found = read_file(root / "register.yaml", Meta)
    problems += found
    codebook, _, found = read_file(root / "codebook.yaml", Codebook)
    problems += found
    if meta is None or codebook is None:
        raise problems[0]
    files = Files(meta, codebook, problems=problems, overlays=tuple(str(path) for path in overlays))
    digest = hashlib.sha256()
    for folder, private in [(root, False), *((path, True) for path in overlays)]:
        if not folder.is_dir():
            files.problems.append(PursestringsError(FILE_MISSING, where=Where(str(folder))))
        for path in yaml_files(folder):
            digest.update(path.name.encode() + path.read_bytes())
            _take(files, path, folder, private=private)
    files.digest = digest.hexdigest()[:12]
    # A circle of acts or an id that names nothing has no answer at all, so such a register is not loaded;
    # the other checks are for curators.
    files.problems += [*dangling(files), *cycles(files)]
    return files


def _take(files: Files, path: Path, root: Path, *, private: bool) -> None:
    folder = path.relative_to(root).parts[0]
    kind = BY_FOLDER.get(folder)
    if kind is None:
        hint = f"Folders: {', '.join(BY_FOLDER)}."
        files.problems.append(PursestringsError(FOLDER_UNKNOWN, where=Where(str(path)), hint=hint))
        return
    thing, document, problems = read_file(path, kind.model)
    files.problems += problems
    if thing is None or document is None:
        return
    found = getattr(thing, "id", None)
    if found != path.stem:
        where = document.where(("id",))
        files.problems.append(PursestringsError(ID_WRONG, where=where, found=found, expected=path.stem))
        return
    files.entries.append(Entry(kind, thing, path, private))
