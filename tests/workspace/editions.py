"""Made-up editions of the register for tests: copies with another version."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

NEWER = "2099.1.1"


def edition(held: Path, folder: Path, version: str = NEWER) -> Path:
    """A copy of a register as another edition."""
    shutil.copytree(held, folder)
    reword(folder / "register.yaml", _version(folder), f'version: "{version}"')
    return folder


def reword(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def zipped(folder: Path, target: Path, *, inside: str = "") -> Path:
    """A zip of a folder, its files at the top or in a folder of this name."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, Path(inside) / path.relative_to(folder))
    return target


def _version(folder: Path) -> str:
    lines = (folder / "register.yaml").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("version:"))
