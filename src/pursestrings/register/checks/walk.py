"""Walking the files of a register: what they hold, which of them count, and the spot of an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import BaseModel

from pursestrings.errors import Kind, PursestringsError
from pursestrings.register.files import Entry, Files
from pursestrings.register.references import Path
from pursestrings.register.yaml import read

Part = tuple[Entry, Path, BaseModel]
"""A model inside an entry: the entry, where the model stands in it, the model."""

Check = Callable[[Files], Iterator[PursestringsError]]


def models(value: object, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Every model inside a value, itself among them, and where it stands."""
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from models(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from models(item, (*path, index))


def parts(files: Files) -> list[Part]:
    """Every model of every entry and where it stands; walked once, because every check looks at them."""
    if files.parts is None:
        files.parts = [(entry, *one) for entry in files.entries for one in models(entry.thing)]
    return files.parts


def current(files: Files) -> list[Entry]:
    """The entries that count: a later folder's file takes the place of an earlier one of its kind and id."""
    return list({(entry.kind.name, entry.thing.id): entry for entry in files.entries}.values())


def wrong(kind: Kind, entry: Entry, path: Path, /, **details: object) -> PursestringsError:
    """An error at a field of a file already read; the file is read again to find the line."""
    document = read(entry.file.read_text(encoding="utf-8"), str(entry.file))
    return PursestringsError(kind, where=document.where(path), **details)
