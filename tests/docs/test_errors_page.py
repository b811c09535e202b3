"""The catalogue of errors: what users read is what the program says, and nothing in it is dead."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

import pytest

import build_errors_doc
from tests.conftest import ROOT

KINDS = build_errors_doc.kinds()


def test_the_page_is_what_the_catalogue_says() -> None:
    page = build_errors_doc.PAGE.read_text(encoding="utf-8")
    assert page == build_errors_doc.page(), "run python tools/build_errors_doc.py"


def test_no_two_kinds_share_a_code() -> None:
    assert [code for code, times in Counter(kind.code for kind in KINDS.values()).items() if times > 1] == []


def test_every_kind_stands_in_a_block_of_the_page() -> None:
    assert {kind.code[:2] for kind in KINDS.values()} == set(build_errors_doc.blocks())


@pytest.fixture(scope="module")
def named() -> set[str]:
    """Every name that the program uses, imports not counted."""
    files = [path for path in (ROOT / "src").rglob("*.py") if path != build_errors_doc.SOURCE]
    return {name for path in files for name in _names(ast.parse(path.read_text(encoding="utf-8")))}


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_used_somewhere(name: str, named: set[str]) -> None:
    assert name in named
