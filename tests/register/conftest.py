"""A register of one condition, to which a test adds made-up files, and what `check` says of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pursestrings.errors import PursestringsError
from pursestrings.register.check import check
from pursestrings.register.load import load_files

Found = Callable[..., list[str]]


@pytest.fixture
def found(small: Path, tmp_path: Path) -> Found:
    """A function from files (name to content) to `line: field: message` of each problem in them.

    They are an overlay of the user's; with `own=False` they stand in the register itself.
    """

    def checked(files: dict[str, str], *, own: bool = True) -> list[str]:
        folder = tmp_path / "mine"
        if not own:
            shutil.copytree(small, folder)
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
        read = load_files((folder,), small) if own else load_files((), folder)
        return [
            _short(one) for one in check(read) if one.where and Path(one.where.file).name in _names(files)
        ]

    return checked


def _names(files: dict[str, str]) -> set[str]:
    return {Path(name).name for name in files}


def _short(problem: PursestringsError) -> str:
    where = problem.where
    assert where is not None
    assert problem.hint, f"{problem.line} does not say what to do"
    return f"{Path(where.file).name}:{where.line}: {where.field}: {problem.message}"
