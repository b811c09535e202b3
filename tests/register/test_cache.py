"""A kept copy of the register is never an old one, and never a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pursestrings.errors import PursestringsError
from pursestrings.register.index import load

OUTLET = "id: a\nname: {name}\nkind: paper\nconfidence: recalled\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "pursestrings"


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    (folder / "outlets").mkdir(parents=True)
    (folder / "outlets" / "a.yaml").write_text(OUTLET.format(name="One"), encoding="utf-8")
    return folder


def test_a_copy_gives_the_same_register(cache: Path, overlay: Path) -> None:
    first = load((overlay,))
    assert len(list(cache.glob("*.pickle"))) == 1
    again = load((overlay,))
    assert again == first


def test_a_changed_file_is_read_anew(cache: Path, overlay: Path) -> None:
    load((overlay,))
    (overlay / "outlets" / "a.yaml").write_text(OUTLET.format(name="Another"), encoding="utf-8")
    assert load((overlay,)).outlets["a"].name == "Another"


def test_a_damaged_copy_is_made_anew(cache: Path, overlay: Path) -> None:
    load((overlay,))
    [copy] = cache.glob("*.pickle")
    copy.write_bytes(copy.read_bytes()[:100])
    assert load((overlay,)).outlets["a"].name == "One"


def test_a_register_with_a_problem_is_refused_every_time(cache: Path, overlay: Path) -> None:
    (overlay / "outlets" / "b.yaml").write_text("id: c\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PursestringsError, match=r"b\.yaml"):
            load((overlay,))
    assert not list(cache.glob("*.pickle"))
