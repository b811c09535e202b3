"""What a stranger gets: a wheel that holds everything, and a core that runs without the extras."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

EXTRAS = ("duckdb", "eyecite", "lxml", "py3langid", "pypdfium2", "trafilatura", "numpy")
WITHOUT = f"import sys\nfor name in {EXTRAS}:\n    sys.modules[name] = None\nfrom pursestrings.cli import main\nmain()\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_register_the_places_and_the_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "pursestrings/_register/register.yaml",
        "pursestrings/_register/codebook.yaml",
        "pursestrings/_register/conditions/jag-2017-notice.yaml",
        "pursestrings/places/data/ma.tsv",
        "pursestrings/brief/templates/brief.html",
        "pursestrings/py.typed",
    } <= names
    shipped = {
        name for name in names if name.startswith("pursestrings/_register/") and name.endswith(".yaml")
    }
    assert len(shipped) == len(list((ROOT / "register").rglob("*.yaml")))


def test_a_program_installed_from_the_wheel_answers(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from pursestrings.cli import main; main()"
    call = [
        "standing",
        "--place",
        "Chelsea, MA",
        "--condition",
        "eo13768-9a",
        "--on",
        "2017-08-04",
        "--workspace",
        "w",
    ]
    done = subprocess.run(
        [sys.executable, "-c", code, *call], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert "barred" in done.stdout, done.stderr


def without_extras(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments], capture_output=True, text=True, check=False
    )


def test_a_brief_needs_no_extra(tmp_path: Path) -> None:
    done = without_extras("brief", "Chelsea, MA", "--on", "2017-08-04", "--workspace", str(tmp_path))
    assert done.returncode == 0, done.stderr


def test_a_panel_needs_its_extra_for_parquet_alone(tmp_path: Path) -> None:
    call = ["standing", "--in", "RI", "--conditions", "eo13768-9a", "--on", "2017-08-04"]
    assert without_extras(*call).returncode == 0
    done = without_extras(*call, "--format", "parquet", "--out", str(tmp_path / "panel.parquet"))
    assert done.returncode == 2
    assert "pip install 'pursestrings[analytics]'" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name", ["1-massachusetts-cities.txt", "4-agency-letter.pdf", "6-injunction-summary.html"]
)
def test_reading_without_its_extra_is_one_clear_line(tmp_path: Path, name: str) -> None:
    done = without_extras("read", str(ROOT / "examples" / name), "--workspace", str(tmp_path))
    assert done.returncode == 2  # as `docs/errors.md` has it: no file is at fault
    assert "pip install 'pursestrings[read]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_missing_extra_is_told_once_for_many_files(tmp_path: Path, jobs: str) -> None:
    done = without_extras("read", str(ROOT / "examples"), "--workspace", str(tmp_path), "--jobs", jobs)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
