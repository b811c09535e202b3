"""Putting a file of the register in order: its fields, its acts by date, its line ends; never a word of it.

Lines are moved, not written anew, so that comments stay with the field they stand above.
"""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise, takewhile
from typing import Any

from pydantic import BaseModel
from yaml.nodes import MappingNode, Node, SequenceNode

from pursestrings.dates import PartialDate
from pursestrings.errors import PursestringsError
from pursestrings.register.order import inner, keyed, ordered
from pursestrings.register.yaml import read

_BY_DATE = {"acts", "responses"}
_MARKS = ("---", "...", "%")
"""Marks of a document's begin or end, which no field may pass."""

Lines = list[str]
Days = tuple[date, date]


def tidied(text: str, file: str, model: type[BaseModel]) -> str:
    """The same file in order. Raises YAML_BROKEN where it is no YAML; what is in flow style stays as it is."""
    lines = [line.rstrip() for line in text.replace("\t", "  ").splitlines()]
    clean = "\n".join(lines).rstrip("\n") + "\n"
    document = read(clean, file)
    if text != clean and _data(text, file) not in (None, document.data):
        return text  # a tab or a blank that is part of a value
    root = document.root
    if not isinstance(root, MappingNode) or root.flow_style:
        return clean
    if any(line.startswith(_MARKS) for line in lines):
        return clean
    lines = clean.splitlines()
    arranged = "\n".join(_Arranger(lines).mapping(root, model, 0, len(lines))) + "\n"
    return arranged if _sorted(_data(arranged, file)) == _sorted(document.data) else clean


def _data(text: str, file: str) -> Any:
    """What a text says; None where it is no YAML."""
    try:
        return read(text, file).data
    except PursestringsError:
        return None


def _sorted(data: Any) -> Any:
    """The data with its dated lists in one order, so that only their order may differ."""
    if isinstance(data, dict):
        return {
            key: sorted((_sorted(item) for item in value), key=_as_text)
            if key in _BY_DATE and isinstance(value, list)
            else _sorted(value)
            for key, value in data.items()
        }
    return [_sorted(item) for item in data] if isinstance(data, list) else data


def _as_text(data: Any) -> str:
    return json.dumps(data, sort_keys=True)


class _Arranger:
    """Arranges the lines of one file; spans are line numbers of it, the end left out."""

    def __init__(self, lines: Lines) -> None:
        """The file's lines."""
        self._lines = lines

    def mapping(self, node: MappingNode, model: type[BaseModel], start: int, end: int) -> Lines:
        """The lines of a mapping with its fields in the model's order."""
        order = ordered(model)
        spots = [start, *(self._with_comments(key) for key, _ in node.value[1:]), end]
        parts = []
        for position, ((key, value), span) in enumerate(zip(node.value, pairwise(spots), strict=True)):
            place = order.index(key.value) if key.value in order else len(order) + position
            parts.append((place, self._field(key, value, model, *span)))
        column = node.start_mark.column
        if self._lines[node.start_mark.line][:column].endswith("- "):
            return _as_item(parts, column)
        return [line for _, part in sorted(parts, key=_place) for line in part]

    def _field(self, key: Any, value: Any, model: type[BaseModel], start: int, end: int) -> Lines:
        """The lines of one field, with what is inside it in order."""
        below = inner(model).get(key.value)
        first = value.start_mark.line
        if below is None or first == key.start_mark.line or not _block(value):
            return self._lines[start:end]
        first = self._with_comments(value)
        head = self._lines[start:first]
        if isinstance(value, SequenceNode):
            return head + self._sequence(value, below, first, end, by_date=key.value in _BY_DATE)
        arrange = self._each if keyed(model, key.value) else self.mapping
        return head + arrange(value, below, first, end)

    def _each(self, node: MappingNode, model: type[BaseModel], start: int, end: int) -> Lines:
        """A mapping whose keys are names: each value in order, the names as they stand."""
        spots = [start, *(self._with_comments(key) for key, _ in node.value[1:]), end]
        done: Lines = []
        for (key, value), (first, last) in zip(node.value, pairwise(spots), strict=True):
            inside = value.start_mark.line
            if isinstance(value, MappingNode) and _block(value) and inside > key.start_mark.line:
                done += self._lines[first:inside] + self.mapping(value, model, inside, last)
            else:
                done += self._lines[first:last]
        return done

    def _sequence(self, node: Any, model: type[BaseModel], start: int, end: int, *, by_date: bool) -> Lines:
        spots = [start, *(self._with_comments(item) for item in node.value[1:]), end]
        items = []
        for item, (first, last) in zip(node.value, pairwise(spots), strict=True):
            arranged = isinstance(item, MappingNode) and _block(item)
            lines = self.mapping(item, model, first, last) if arranged else self._lines[first:last]
            items.append((_span(item), lines))
        parts = _by_date(items) if by_date else [part for _, part in items]
        return [line for part in parts for line in part]

    def _with_comments(self, node: Node) -> int:
        """The first line of a node with the comments right above it, as far in as it or its dash."""
        line: int = node.start_mark.line
        column = node.start_mark.column
        while line > 0 and self._lines[line - 1].startswith((" " * column + "#", " " * (column - 2) + "#")):
            line -= 1
        return line


def _as_item(parts: list[tuple[int, Lines]], column: int) -> Lines:
    """The parts of a list item in order; the dash stands before whichever field comes first.

    A comment as far in as the dash is one on the item, and stays above it.
    """
    dash, blank = " " * (column - 2) + "- ", " " * column
    [(first_place, first_part), *others] = parts
    above = list(takewhile(lambda line: line.startswith(dash[:-2] + "#"), first_part))
    parts = [(first_place, first_part[len(above) :]), *others]
    bare = [
        (place, [blank + line[column:] if line.startswith(dash) else line for line in part])
        for place, part in parts
    ]
    lines = [line for _, part in sorted(bare, key=_place) for line in part]
    first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    lines[first] = dash + lines[first][column:]
    return above + lines


def _place(part: tuple[Any, Lines]) -> Any:
    return part[0]


def _block(node: Node) -> bool:
    return isinstance(node, (MappingNode, SequenceNode)) and not node.flow_style and bool(node.value)


def _by_date(items: list[tuple[Days, Lines]]) -> list[Lines]:
    """The items by date; two whose days may be either way round stay as they stand."""
    waiting, done = list(items), []
    while waiting:
        first = next(one for one in waiting if not any(other[0][1] < one[0][0] for other in waiting))
        waiting.remove(first)
        done.append(first[1])
    return done


def _span(item: Node) -> Days:
    """The first and the last day that an item's date can mean; all days for one without a date."""
    text = ""
    if isinstance(item, MappingNode):
        text = next((str(value.value) for key, value in item.value if key.value == "date"), "")
    try:
        day = PartialDate.parse(text)
    except ValueError:
        return date.min, date.max
    return day.earliest, day.latest
