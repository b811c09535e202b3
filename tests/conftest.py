"""Fixtures that every room uses."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pursestrings.register.files import shipped

# As the program sets it for itself: sums in another order differ in their last figures.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def lacking(what: str) -> None:
    """Skip the running test because a tool is absent; fail where the full set was promised.

    `.ci/run` sets PURSESTRINGS_FULL after installing every tool, so that a skip cannot hide there.
    """
    if os.environ.get("PURSESTRINGS_FULL"):
        pytest.fail(f"{what} is missing, though PURSESTRINGS_FULL promises it")
    pytest.skip(f"needs {what}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds, gold readings and research sheets beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder ../shared")
    return SHARED


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped edition and codebook with one condition, which is checked at once."""
    folder = tmp_path_factory.mktemp("register")
    for name in ("register.yaml", "codebook.yaml", "conditions/jag-2017-notice.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(shipped() / name, folder / name)
    return folder
