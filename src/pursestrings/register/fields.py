"""What every field of the register's models takes, and what it says.

What a field takes comes from the model. What it says comes from `fields.yaml`, under the model's name or
under `any` for a name that means the same everywhere; else from the docstring of the type it takes.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pursestrings.dates import PartialDate
from pursestrings.register.models.base import CourtId, Fact, Id, Ref, Thing, Words
from pursestrings.register.yaml import read

WORDS = Path(__file__).with_name("fields.yaml")
_PLAIN = {str: "text", bool: "yes or no", int: "whole number", Decimal: "amount", PartialDate: "date"}
_TEXTS = {Words: "text", Id: "id", CourtId: "court id"}


def read_words() -> dict[str, dict[str, str]]:
    """What each field says, by model and field."""
    words: dict[str, dict[str, str]] = read(WORDS.read_text(encoding="utf-8"), str(WORDS)).data
    return words


def walk(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model, then the models inside its fields, each once and in order."""
    found = [model]
    for one in found:
        hints = get_type_hints(one, include_extras=True)
        found += [inner for name in own_fields(one) for inner in _models(hints[name]) if inner not in found]
    yield from dict.fromkeys(found)


def own_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The model's fields, without those that every file or every fact has."""
    base = base_of(model)
    shared = base.model_fields if base else {}
    return {name: info for name, info in model.model_fields.items() if name not in shared}


def says(model: type[BaseModel], name: str, words: dict[str, dict[str, str]]) -> str | None:
    """What a field says; None where nobody has written it down."""
    for one in model.__mro__:
        if name in words.get(one.__name__, {}):
            return words[one.__name__][name]
    if name in words["any"]:
        return words["any"][name]
    typed = [one for one in _inside(get_type_hints(model, include_extras=True)[name]) if _is_ours(one)]
    return docstring(typed[0]).partition("\n\n")[0] if typed else None


def docstring(model: type) -> str:
    """A class's docstring, each paragraph on one line; lists stay lists."""
    paragraphs = inspect.cleandoc(model.__doc__ or "").split("\n\n")
    return "\n\n".join(one if one.startswith("- ") else " ".join(one.split()) for one in paragraphs)


def base_of(model: type[BaseModel]) -> type[BaseModel] | None:
    """What every file or every fact has, where the model is one and more."""
    return next((one for one in (Thing, Fact) if issubclass(model, one) and model is not one), None)


def takes(hint: Any) -> str:
    """A type in words: `text`, `list of date`, the values of a closed list, a link to another model."""
    if hint in _TEXTS:
        return _TEXTS[hint]
    if get_origin(hint) is Annotated:
        refs = [item for item in hint.__metadata__ if isinstance(item, Ref)]
        return _reference(refs[0]) if refs else takes(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return f"list: {takes(get_args(hint)[0])}"
    if get_origin(hint) is dict:
        return f"feature: {takes(get_args(hint)[1])}"
    if get_origin(hint) in {Union, UnionType}:
        return takes(next(one for one in get_args(hint) if one is not type(None)))
    if issubclass(hint, StrEnum):
        return " · ".join(f"`{value}`" for value in hint)
    return _PLAIN.get(hint) or f"[{hint.__name__}](#{hint.__name__.lower()})"


def _reference(ref: Ref) -> str:
    return "OCD id" if ref.kinds == ("place",) else f"{' or '.join(f'`{kind}`' for kind in ref.kinds)} id"


def _models(hint: Any) -> list[type[BaseModel]]:
    return [one for one in _inside(hint) if issubclass(one, BaseModel)]


def _is_ours(one: type) -> bool:
    return issubclass(one, (BaseModel, StrEnum))


def _inside(hint: Any) -> list[type]:
    """Every plain class that a type is made of."""
    if isinstance(hint, type) and get_origin(hint) is None:
        return [hint]
    return [one for item in get_args(hint) for one in _inside(item)]
