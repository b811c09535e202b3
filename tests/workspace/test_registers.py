"""Editions that a workspace has installed: the newest is used, none is lost, none is half there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pursestrings.errors import NOT_FOUND, PursestringsError
from pursestrings.register.files import Meta, shipped
from pursestrings.register.load import load_files
from pursestrings.workspace.folder import registers_of
from pursestrings.workspace.registers import (
    SHIPPED,
    Edition,
    base_of,
    chosen_name,
    editions,
    in_use,
    install,
    newer,
    use,
)
from tests.workspace.editions import edition


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


def put(workspace: Path, small: Path, version: str) -> Edition:
    source = edition(small, workspace.parent / f"source-{version}", version)
    return install(workspace, load_files(base=source), source)


def test_without_an_update_the_shipped_register_answers(workspace: Path) -> None:
    assert [one.name for one in editions(workspace)] == [SHIPPED]
    assert in_use(workspace).folder == shipped()
    assert base_of(workspace) is None
    assert not workspace.exists()


def test_an_update_is_a_copy_named_by_its_version_and_content(workspace: Path, small: Path) -> None:
    found = put(workspace, small, "2099.1.1")
    source = workspace.parent / "source-2099.1.1"
    assert found.name == f"2099.1.1-{load_files(base=source).digest}"
    shutil.rmtree(source)
    assert base_of(workspace) == found.folder == registers_of(workspace) / found.name
    assert load_files(base=found.folder).meta.version == "2099.1.1"


def test_the_newest_is_used_in_whatever_order_they_came(workspace: Path, small: Path) -> None:
    for version in ("2099.10.1", "2099.9.30", "2000.1.1"):
        put(workspace, small, version)
    assert [one.meta.version for one in editions(workspace)[1:]] == ["2000.1.1", "2099.9.30", "2099.10.1"]
    assert in_use(workspace).meta.version == "2099.10.1"


def test_a_program_that_ships_a_newer_register_than_the_installed_uses_its_own(
    workspace: Path, small: Path
) -> None:
    put(workspace, small, "2000.1.1")
    assert in_use(workspace).name == SHIPPED
    assert base_of(workspace) is None


def test_a_choice_holds_until_the_next_update(workspace: Path, small: Path) -> None:
    first = put(workspace, small, "2099.1.1")
    use(workspace, SHIPPED)
    assert (in_use(workspace).name, chosen_name(workspace), base_of(workspace)) == (SHIPPED, SHIPPED, None)
    second = put(workspace, small, "2099.1.2")
    assert (in_use(workspace).name, chosen_name(workspace)) == (second.name, None)
    use(workspace, first.name)
    assert base_of(workspace) == first.folder


def test_the_same_update_twice_is_there_once_and_in_use(workspace: Path, small: Path) -> None:
    put(workspace, small, "2099.1.1")
    use(workspace, SHIPPED)
    source = workspace.parent / "source-2099.1.1"
    again = install(workspace, load_files(base=source), source)
    assert len(editions(workspace)) == 2
    assert in_use(workspace).name == again.name


def test_a_name_that_none_has_is_refused_with_those_there_are(workspace: Path, small: Path) -> None:
    found = put(workspace, small, "2099.1.1")
    with pytest.raises(PursestringsError) as error:
        use(workspace, "2098")
    assert error.value.kind is NOT_FOUND
    assert SHIPPED in error.value.hint
    assert found.name in error.value.hint
    assert chosen_name(workspace) is None


def test_a_copy_that_breaks_off_leaves_nothing_behind(
    workspace: Path, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = edition(small, workspace.parent / "source")
    files = load_files(base=source)

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        install(workspace, files, source)
    assert [one.name for one in editions(workspace)] == [SHIPPED]
    assert list(registers_of(workspace).iterdir()) == []


VERSIONS = [
    # one, other, whether the one is newer
    (("2026.11.22", "2026-07"), ("2026.11.21", "2026-07"), True),
    (("2026.11.22", "2026-07"), ("2026.9.30", "2026-07"), True),
    (("2027.1", "2026-07"), ("2026.11.22", "2026-07"), True),
    (("2026.11.22.1", "2026-07"), ("2026.11.22", "2026-07"), True),
    (("2026.11.22", "2026-08"), ("2026.11.22", "2026-07"), True),
    (("2026.11.22", "2026-07"), ("2026.11.22", "2026-07"), False),
    (("2026.11.21", "2026-12"), ("2026.11.22", "2026-07"), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), VERSIONS)
def test_an_edition_is_newer_by_its_version_then_by_how_far_it_runs(
    one: tuple[str, str], other: tuple[str, str], expected: bool
) -> None:
    assert newer(_meta(*one), _meta(*other)) is expected


def _meta(version: str, through: str) -> Meta:
    common = {"title": "T", "covers_from": "2010", "licence": "none"}
    return Meta.model_validate({**common, "version": version, "known_through": through})
