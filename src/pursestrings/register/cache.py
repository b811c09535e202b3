"""The register as last read, kept in the user's cache folder so that the command line starts at once.

The copy is named by the program's version, Python's, and the name, size and time of every file read.
Whatever changes gives it another name; a copy that cannot be read is made anew. A register with a
problem is never kept.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from pursestrings import __version__
from pursestrings.register.files import Files, shipped

_KEPT = 4
_MODULES = "".join(
    str(module.stat().st_mtime_ns) for module in sorted(Path(__file__).parent.rglob("*.py"))
).encode()
"""When the models were last changed, as of the import: a copy must not outlive the classes it was made of."""


def load_files_cached(overlays: Sequence[Path] = (), base: Path | None = None) -> Files:
    """The files of the shipped register (or `base`) and the overlays, from the copy where it is current."""
    path = _folder() / f"register-{_fingerprint((base or shipped(), *overlays))}.pickle"
    found = _read(path)
    if found is not None:
        return found
    from pursestrings.register.load import load_files

    files = load_files(overlays, base)
    if not files.problems:
        _keep(path, files)
    return files


def _folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "pursestrings"


def _fingerprint(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for folder in folders:
        digest.update(str(folder.resolve()).encode())
        for stamp in _stamps(folder):
            digest.update(stamp.encode())
    digest.update(_MODULES)
    return digest.hexdigest()[:24]


def _stamps(folder: Path) -> Iterator[str]:
    """Name, size and time of every YAML file, in one order; by `os.walk`, because it costs a third of `rglob`."""
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".yaml"):
                status = os.stat(f"{base}/{name}")  # noqa: PTH116 - a thousand Path objects cost more
                yield f"{base}/{name} {status.st_size} {status.st_mtime_ns}"


def _read(path: Path) -> Files | None:
    # Nothing that is read here is garbage: looking for some would take as long as the reading.
    collecting = gc.isenabled()
    gc.disable()
    try:
        # The file lies in the user's own cache folder and is written by this program alone.
        found = pickle.loads(path.read_bytes())  # noqa: S301
    except (OSError, pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, ValueError):
        return None
    finally:
        if collecting:
            gc.enable()
    return found if isinstance(found, Files) else None


def _keep(path: Path, files: Files) -> None:
    """Write the copy whole, and let go of the oldest; a folder that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(pickle.dumps(files, protocol=5))
        Path(file.name).replace(path)
        copies = sorted(path.parent.glob("register-*.pickle"), key=lambda one: one.stat().st_mtime_ns)
        for old in copies[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return
