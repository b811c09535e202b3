"""Facts as YAML text, in the one form that the register's files have."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import yaml

from pursestrings.errors import FILE_UNWRITABLE, PursestringsError, Where

WIDTH = 100
"""The longest line that is written, in characters, where a text can be broken."""


class _Dumper(yaml.SafeDumper):
    """Block style, lists set in, and no quotation marks that `yaml.read` does not need."""

    # `read` keeps every scalar as text but an empty one, `~` and `null`: only those must be quoted.
    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML reads it from the class
        first: [("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"))] for first in ("~", "n", "")
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Set lists in below their key."""
        super().increase_indent(flow, False)


def _as_text(dumper: yaml.SafeDumper, value: object) -> yaml.ScalarNode:
    """Numbers and truths stand as their text, without a tag: the models decide what a text means."""
    return dumper.represent_str(str(value).lower() if isinstance(value, bool) else str(value))


for _kind in (bool, int):
    _Dumper.add_representer(_kind, _as_text)


def written(data: dict[str, Any]) -> str:
    """The text of a file that holds this data; `read` gives the same data back, every scalar as text."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)


def put(path: Path, text: str) -> None:
    """Write a file whole or not at all; raise FILE_UNWRITABLE where it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = path.with_name(f".{path.name}.{os.getpid()}")
        scratch.write_text(text, encoding="utf-8", newline="")
        scratch.replace(path)
    except OSError as error:
        raise PursestringsError(FILE_UNWRITABLE, where=Where(str(path)), why=error.strerror) from None
