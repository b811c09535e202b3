"""YAML with positions: every value keeps the line and column it came from, and every scalar stays text.

No `no` becomes false, no `2017-08-04` a date object: the models decide what a text means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pursestrings.errors import KEY_TWICE, YAML_BROKEN, PursestringsError, Where

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Path = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Yaml:
    """A file read: its plain data, and the nodes that know where each part stands."""

    file: str
    data: Any
    root: Node

    def where(self, path: Path, *, key: bool = False) -> Where:
        """The spot of the value at `path` (of its key, if asked), or of the nearest part that exists."""
        node: Node = self.root
        spot = node
        for step in path:
            found = _step(node, step)
            if found is None:
                break
            key_node, node = found
            spot = key_node if key and key_node is not None else node
        mark = spot.start_mark
        field = ".".join(str(step) for step in path) or None
        return Where(self.file, mark.line + 1, mark.column + 1, field)


def read(text: str, file: str) -> Yaml:
    """Read one YAML document; raise PursestringsError with line and column where it is broken."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Where(file, mark.line + 1, mark.column + 1) if mark else Where(file)
        raise PursestringsError(YAML_BROKEN, where=where, why=error.problem or "malformed") from None
    except yaml.YAMLError as error:
        raise PursestringsError(YAML_BROKEN, where=Where(file), why=str(error).splitlines()[0]) from None
    if root is None:
        raise PursestringsError(YAML_BROKEN, where=Where(file, 1, 1), why="the file is empty")
    return Yaml(file, _plain(root, file, set()), root)


def _plain(node: Node, file: str, seen: set[int]) -> Any:
    if id(node) in seen:
        mark = node.start_mark
        why = "this part stands for another one too (& and *)"
        raise PursestringsError(YAML_BROKEN, where=Where(file, mark.line + 1, mark.column + 1), why=why)
    seen.add(id(node))
    if isinstance(node, MappingNode):
        return _mapping(node, file, seen)
    if isinstance(node, SequenceNode):
        return [_plain(item, file, seen) for item in node.value]
    # libyaml gives a plain scalar the style "", PyYAML's own parser None; a quoted "null" stays text.
    plain = isinstance(node, ScalarNode) and not node.style
    return None if plain and node.value in {"", "~", "null"} else node.value


def _mapping(node: MappingNode, file: str, seen: set[int]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        mark = key_node.start_mark
        if not isinstance(key_node, ScalarNode):
            where = Where(file, mark.line + 1, mark.column + 1)
            raise PursestringsError(YAML_BROKEN, where=where, why="a key is not a word")
        key = key_node.value
        if key in data:
            raise PursestringsError(KEY_TWICE, where=Where(file, mark.line + 1, mark.column + 1, key))
        data[key] = _plain(value_node, file, seen)
    return data


def _step(node: Node, step: int | str) -> tuple[Node | None, Node] | None:
    if isinstance(node, MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == step:
                return key_node, value_node
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
