"""`register update|list|use|compare`: checked before it takes effect, the old one kept, answers from the one in use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pursestrings.cli import cli
from pursestrings.errors import FILE_BROKEN, NOT_A_REGISTER, OLDER_EDITION, PursestringsError
from pursestrings.register.cache import load_files_cached
from pursestrings.register.files import shipped
from pursestrings.workspace.folder import registers_of
from tests.conftest import lacking
from tests.workspace.editions import NEWER, edition, reword, zipped

ORDER = "new-york-v-doj"
BOSTON = ["--place", "Boston, MA", "--condition", "jag-2017-notice", "--on", "2018-12-15"]


def run(workspace: Path, *arguments: str, code: int = 0) -> Result:
    call = [*arguments, "--workspace", str(workspace)]
    result = CliRunner().invoke(cli, call, catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


def update(workspace: Path, source: Path, code: int = 0) -> Result:
    return run(workspace, "register", "update", str(source), code=code)


def used(workspace: Path) -> str:
    """The edition with the star."""
    lines = run(workspace, "register", "list").stdout.splitlines()
    [line] = [line for line in lines if line.startswith("* ")]
    return line.split()[1]


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition that is whole and small: no fact but a few programs."""
    folder = tmp_path_factory.mktemp("alone")
    for name in ("register.yaml", "codebook.yaml", "programs/16.738.yaml", "programs/16.710.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(shipped() / name, folder / name)
    return folder


@pytest.fixture
def source(alone: Path, tmp_path: Path) -> Path:
    return edition(alone, tmp_path / "source")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


def test_a_folder_is_installed_and_the_old_one_kept(workspace: Path, source: Path) -> None:
    result = update(workspace, source)
    name = used(workspace)
    assert name.startswith(f"{NEWER}-")
    assert f"{name} is in use" in result.stdout
    assert "Go back to it with: pursestrings register use shipped" in result.stdout
    run(workspace, "register", "use", "shipped")
    assert used(workspace) == "shipped"
    assert "was chosen" in run(workspace, "register", "list").stdout
    run(workspace, "register", "use", name)
    assert used(workspace) == name


@pytest.mark.parametrize("inside", ["", "register-2099"])
def test_a_zip_is_installed_whether_or_not_a_folder_is_inside(
    workspace: Path, source: Path, tmp_path: Path, inside: str
) -> None:
    update(workspace, zipped(source, tmp_path / "update.zip", inside=inside))
    assert used(workspace).startswith(f"{NEWER}-")


def test_a_data_package_is_installed_and_holds_the_same_facts(
    workspace: Path, source: Path, tmp_path: Path
) -> None:
    try:
        import duckdb  # noqa: F401
    except ImportError:
        lacking("duckdb")
    update(workspace, source)
    package = tmp_path / "package"
    run(workspace, "export", "datapackage", str(package))
    other = tmp_path / "other"
    update(other, package)
    assert used(other).partition("-")[0] == used(workspace).partition("-")[0] == NEWER
    compared = ["register", "compare", str(source), str(registers_of(other) / used(other)), "--facts"]
    assert CliRunner().invoke(cli, compared, catch_exceptions=False).stdout == ""


def test_an_update_with_problems_is_refused_with_all_of_them_and_nothing_is_installed(
    workspace: Path, source: Path
) -> None:
    reword(source / "programs" / "16.738.yaml", "name: ", "colour: ")
    reword(source / "programs" / "16.710.yaml", "id: ", "idd: ")
    result = update(workspace, source, code=1)
    lines = result.stderr.splitlines()
    assert any("16.738.yaml" in line and "Unknown field" in line for line in lines)
    assert any("16.710.yaml" in line and "idd" in line for line in lines)
    assert lines[-1] == f"{len(lines) - 1} problems: nothing was installed."
    assert not registers_of(workspace).exists()
    assert used(workspace) == "shipped"


@pytest.mark.parametrize("version", ["2000.1.1", "the same"])
def test_an_edition_that_is_not_newer_is_refused(
    workspace: Path, alone: Path, tmp_path: Path, version: str
) -> None:
    same = load_files_cached().meta.version
    older = edition(alone, tmp_path / "older", same if version == "the same" else version)
    with pytest.raises(PursestringsError) as error:
        update(workspace, older)
    assert error.value.kind is OLDER_EDITION
    assert same in error.value.message
    assert not registers_of(workspace).exists()


def test_what_holds_no_register_is_refused(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "empty" / "notes.txt").write_text("nothing", encoding="utf-8")
    packed = zipped(tmp_path / "empty", tmp_path / "empty.zip")
    for path, kind in [
        (tmp_path / "empty", NOT_A_REGISTER),
        (packed, NOT_A_REGISTER),
        (tmp_path / "missing", NOT_A_REGISTER),
        (tmp_path / "cut.zip", FILE_BROKEN),
    ]:
        with pytest.raises(PursestringsError) as error:
            update(workspace, path)
        assert error.value.kind is kind
        assert str(path) in error.value.line
    assert not workspace.exists()


@pytest.fixture(scope="session")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped register as a newer edition, in which the order that protects Boston came six weeks later."""
    folder = edition(shipped(), tmp_path_factory.mktemp("later") / "register")
    case = folder / "cases" / f"{ORDER}.yaml"
    act = case.read_text(encoding="utf-8").index(f"id: {ORDER}-03\n")
    text = case.read_text(encoding="utf-8")
    case.write_text(
        text[:act] + text[act:].replace("date: 2018-11-30", "date: 2019-01-10", 1), encoding="utf-8"
    )
    return folder


def test_answers_come_from_the_edition_in_use(workspace: Path, later: Path) -> None:
    """One fact of the update differs, and so does the answer that hangs on it; `use` brings the old one back."""

    def force() -> str:
        lines = run(workspace, "standing", *BOSTON).stdout.splitlines()
        return next(line for line in lines if line.startswith("  force "))

    assert "barred" in force()
    update(workspace, later)
    assert "in force" in force()
    run(workspace, "register", "use", "shipped")
    assert "barred" in force()


def test_compare_names_the_fact_and_the_answers_that_it_touches(later: Path) -> None:
    call = ["register", "compare", str(shipped()), str(later)]
    facts = CliRunner().invoke(cli, [*call, "--facts"], catch_exceptions=False).stdout.splitlines()
    assert len(facts) == 1
    assert facts[0].startswith("changed ")
    assert facts[0].endswith(f" {ORDER}-03: date")
    told = CliRunner().invoke(cli, call, catch_exceptions=False).stdout
    assert told.splitlines()[0] == facts[0]
    assert "answers come out otherwise." in told
    assert "jag-2017-notice" in told
    assert "barred" in told
    assert "2018-11-30" in told


def test_compare_finds_nothing_between_a_register_and_itself(source: Path) -> None:
    call = ["register", "compare", str(source), str(source)]
    assert CliRunner().invoke(cli, call, catch_exceptions=False).stdout == "\n0 answers come out otherwise.\n"


def test_compare_tells_what_came_and_what_went_and_not_that_someone_looked(
    source: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(source, other)
    (other / "programs" / "16.710.yaml").unlink()
    (other / "outlets").mkdir()
    (other / "outlets" / "a.yaml").write_text(
        "id: a\nname: A\nkind: paper\nconfidence: recalled\n", encoding="utf-8"
    )
    program = other / "programs" / "16.738.yaml"
    text = program.read_text(encoding="utf-8").partition("\nchecked:")[0]
    program.write_text(
        f"{text}\nchecked:\n  on: 2030-01-01\n  at: original\n  saw: The same.\n", encoding="utf-8"
    )
    call = ["register", "compare", str(source), str(other), "--facts"]
    lines = CliRunner().invoke(cli, call, catch_exceptions=False).stdout.splitlines()
    assert lines == ["new outlet a", "gone program 16.710"]
