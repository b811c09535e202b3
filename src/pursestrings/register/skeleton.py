"""An empty file of the register to fill in: every field in its order, with what it takes and what it says."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, get_type_hints

from pydantic import BaseModel

from pursestrings.register.fields import docstring, own_fields, read_words, says, takes
from pursestrings.register.models.base import Fact
from pursestrings.register.order import inner, keyed, ordered
from pursestrings.register.writer import WIDTH, written

_ALWAYS: Final = frozenset({"sources", "confidence"})
"""Fields to fill in though a model lets them be left out: every fact says where it was found."""

_NEVER: Final = frozenset({"anchor"})
"""Fields that a person does not write: review makes the anchor of an accepted finding."""

_APART: Final = frozenset({"acts", "policies", "awards"})
"""Lists of facts that are started one by one, such as an act by `pursestrings new order`."""

_DEEP: Final = 3
"""How many levels of optional parts are laid out; deeper ones are named and left to the list of fields."""

Given = Mapping[str, Any]


def skeleton(model: type[BaseModel], given: Given) -> str:
    """The text of a file with what is `given` filled in; what may be left out stands as a comment."""
    head = [*_comment(docstring(model).partition("\n\n")[0], 0), *_comment(_HOW, 0)]
    return "\n".join([*head, *_mapping(model, given, 0)]) + "\n"


def part(model: type[BaseModel], given: Given, indent: int) -> str:
    """One item of a list, such as an act of a case, at an indent."""
    return "\n".join(_item(model, given, indent)) + "\n"


_HOW: Final = (
    "Fill what is empty, take the # from what else is known, and delete the rest. Then: pursestrings check"
)


def noted(found: Iterable[str]) -> Iterator[str]:
    """Comments for the end of a file: what the document that it was begun from names."""
    for line in found:
        yield from _comment(f"The document names {line}", 0)


def _mapping(model: type[BaseModel], given: Given, indent: int) -> Iterator[str]:
    words, hints = read_words(), get_type_hints(model, include_extras=True)
    for name in ordered(model):
        value = given.get(name)
        if name in _NEVER:
            continue
        needed = model.model_fields[name].is_required() or (issubclass(model, Fact) and name in _ALWAYS)
        about = f"{says(model, name, words) or ''} ({_unlinked(takes(hints[name]))})".strip()
        below = inner(model).get(name)
        if value == [] or (value is not None and not (below is not None and needed)):
            yield from _comment(about, indent)
            yield from _indented(written({name: value}), indent)
        elif not needed:
            yield from _optional(model, name, about, indent)
        elif below is None:
            yield from _comment(about, indent)
            listed = takes(hints[name]).startswith("list: ")
            yield " " * indent + (f"{name}:\n{' ' * (indent + 2)}-" if listed else f"{name}:")
        else:
            yield from _comment(about, indent)
            yield from _below(model, name, value, indent)


def _below(model: type[BaseModel], name: str, value: Any, indent: int) -> Iterator[str]:
    """A field that holds other parts: each one given, or an empty one."""
    below = inner(model)[name]
    yield " " * indent + f"{name}:"
    if takes(get_type_hints(model, include_extras=True)[name]).startswith("list: "):
        for one in value or [{}]:
            yield from _item(below, one, indent + 2)
    else:
        yield from _mapping(below, value or {}, indent + 2)


def _item(model: type[BaseModel], given: Given, indent: int) -> Iterator[str]:
    """A list item: the dash stands before its first field, below the comments of it."""
    lines = list(_mapping(model, given, indent + 2))
    first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    lines[first] = " " * indent + "- " + lines[first][indent + 2 :]
    return iter(lines)


def _optional(model: type[BaseModel], name: str, about: str, indent: int) -> Iterator[str]:
    """A field that may be left out, as a comment, with the parts that it would hold."""
    pad = " " * indent
    yield from textwrap.wrap(
        f"{name}: {about}", WIDTH, initial_indent=f"{pad}# ", subsequent_indent=f"{pad}#     "
    )
    for line in _parts(model, name, 1):
        yield f"{pad}#   {line}"


def _parts(model: type[BaseModel], name: str, depth: int) -> Iterator[str]:
    below = inner(model).get(name)
    if below is None or depth > _DEEP or name in _APART:
        return
    if keyed(model, name):
        yield f"{takes(get_type_hints(model, include_extras=True)[name]).partition(':')[0]}:"
        yield from (f"  {field}:" for field in own_fields(below))
        return
    hints = get_type_hints(below, include_extras=True)
    listed = takes(get_type_hints(model, include_extras=True)[name]).startswith("list: ")
    for position, field in enumerate(own_fields(below)):
        dash = "- " if listed and position == 0 else "  " if listed else ""
        deeper = list(_parts(below, field, depth + 1))
        yield f"{dash}{field}:" + ("" if deeper else f"  ({_unlinked(takes(hints[field]))})")
        yield from (f"{'  ' if listed else ''}  {line}" for line in deeper)


def _comment(text: str, indent: int) -> Iterator[str]:
    pad = " " * indent + "# "
    yield from textwrap.wrap(text, WIDTH, initial_indent=pad, subsequent_indent=pad)


def _unlinked(text: str) -> str:
    """What a field takes without the links that the page of fields has."""
    while "](#" in text:
        before, _, rest = text.partition("](#")
        text = before.replace("[", "", 1) + rest.partition(")")[2]
    return text


def _indented(text: str, indent: int) -> Iterator[str]:
    return (" " * indent + line for line in text.rstrip("\n").splitlines())
