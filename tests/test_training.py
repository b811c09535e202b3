"""Training needs libraries that the program does without, so that neither types nor tests run it: its imports are held here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[1] / "training"


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """What a file takes from the program: module and name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pursestrings"):
            yield from ((node.module or "", one.name) for one in node.names)


@pytest.mark.parametrize(
    "path", sorted(TRAINING.rglob("*.py")), ids=lambda path: str(path.relative_to(TRAINING))
)
def test_training_finds_in_the_program_what_it_imports(path: Path) -> None:
    missing = [
        f"{module}.{name}"
        for module, name in imported(path)
        if not hasattr(import_module(module), name) and find_spec(f"{module}.{name}") is None
    ]
    assert missing == []
