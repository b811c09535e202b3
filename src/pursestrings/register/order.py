"""The order in which the fields of a file stand: what the fact says first, where it was found last."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from pursestrings.register.models.base import Fact

_FIRST = ("id", "aliases")
_LAST = ("sources", "confidence", "checked", "note")


@cache
def ordered(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model in the order of its files."""
    names = tuple(model.model_fields)
    first = tuple(name for name in _FIRST if name in names)
    last = _LAST if issubclass(model, Fact) else ()
    return (*first, *(name for name in names if name not in {*first, *last}), *last)


@cache
def inner(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The fields of a model that hold models, and which: one, a list of them, or one for each key."""
    hints = get_type_hints(model, include_extras=True)
    found = {name: _model_in(hints[name]) for name in model.model_fields}
    return {name: one for name, one in found.items() if one is not None}


def keyed(model: type[BaseModel], name: str) -> bool:
    """Whether a field holds a model for each key, such as an answer for each feature."""
    return get_origin(get_type_hints(model)[name]) is dict


def _model_in(hint: Any) -> type[BaseModel] | None:
    if isinstance(hint, type) and not get_args(hint):
        return hint if issubclass(hint, BaseModel) else None
    return next((found for item in get_args(hint) if (found := _model_in(item)) is not None), None)
