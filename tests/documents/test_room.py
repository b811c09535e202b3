"""The room opens at once: nothing heavy is imported before a file asks for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

import pursestrings.documents
from pursestrings import errors
from pursestrings.documents.extras import needs_read
from pursestrings.errors import PursestringsError

HEAVY = ["lxml", "trafilatura", "numpy", "scipy", "pypdfium2", "docx", "py3langid", "datasketch"]


def test_importing_the_room_and_its_names_loads_no_library() -> None:
    code = (
        f"import sys; from pursestrings.documents import *; print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", pursestrings.documents.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(pursestrings.documents, name) is not None


def test_an_unknown_name_is_no_attribute() -> None:
    assert not hasattr(pursestrings.documents, "nothing")


def test_a_missing_library_is_one_clear_line() -> None:
    with pytest.raises(PursestringsError) as caught, needs_read():
        raise ModuleNotFoundError(name="lxml")
    assert caught.value.kind is errors.EXTRA_MISSING
    assert "pursestrings[read]" in caught.value.line
