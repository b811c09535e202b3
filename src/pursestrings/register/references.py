"""Finding every id that a fact names, by what the models declare of their fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pursestrings.register.models.base import Ref

Path = tuple[int | str, ...]


def references(value: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Ref, str]]:
    """Each id named inside a model: where it stands, which kinds it may be, and the id."""
    for name, ref in _plan(type(value)):
        item = getattr(value, name)
        if item is None:
            continue
        if ref is not None:
            yield from _ids(item, ref, (*path, name))
        else:
            yield from _nested(item, (*path, name))


def _ids(item: Any, ref: Ref, path: Path) -> Iterator[tuple[Path, Ref, str]]:
    if isinstance(item, tuple):
        yield from (((*path, index), ref, one) for index, one in enumerate(item))
    else:
        yield path, ref, item


def _nested(item: Any, path: Path) -> Iterator[tuple[Path, Ref, str]]:
    if isinstance(item, BaseModel):
        yield from references(item, path)
    elif isinstance(item, tuple):
        for index, one in enumerate(item):
            yield from _nested(one, (*path, index))
    elif isinstance(item, dict):
        for key, one in item.items():
            yield from _nested(one, (*path, key))


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, Ref | None], ...]:
    """The fields of a model that are ids (with their Ref) or hold models."""
    steps: list[tuple[str, Ref | None]] = []
    for name, info in model.model_fields.items():
        ref = _ref(info)
        if ref is not None or _holds_models(info.annotation):
            steps.append((name, ref))
    return tuple(steps)


def _ref(info: FieldInfo) -> Ref | None:
    found = [item for item in info.metadata if isinstance(item, Ref)]
    return found[0] if found else _ref_inside(info.annotation)


def _ref_inside(annotation: Any) -> Ref | None:
    for item in (*getattr(annotation, "__metadata__", ()), *get_args(annotation)):
        if isinstance(item, Ref):
            return item
        deeper = _ref_inside(item)
        if deeper is not None:
            return deeper
    return None


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_models(item) for item in get_args(annotation))
