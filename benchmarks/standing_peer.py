"""OpenFisca as the peer of `standing.py`: its environment, its files, and the process that asks it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import venv
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pursestrings.standing.compiled.steps import Steps
from pursestrings.standing.compiled.tables import Cell
from pursestrings.standing.engine import Engine
from pursestrings.standing.local.duties import Fit
from pursestrings.standing.orders.force import Force
from standing_subset import CONDITIONS, FIELDS, Subset

PINNED = "openfisca-core==46.0.1"
FOLDER = Path("build/openfisca")


def environment() -> Path:
    """The Python of an environment that has OpenFisca, made if it is not there."""
    folder = FOLDER / "env"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PINNED]
        subprocess.run(command, check=True)
    return python


class Theirs:
    """OpenFisca in another process, one way of asking at a time."""

    def __init__(self, python: Path, engine: Engine, subset: Subset) -> None:
        _write(engine, subset)
        command = [str(python), str(Path(__file__).with_name("standing_openfisca.py")), str(FOLDER)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = self._read()

    def __call__(self, way: str) -> tuple[float, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{way}\n")
        self._process.stdin.flush()
        found = self._read()
        return found["seconds"], found["answers"]

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            sys.exit("OpenFisca stopped; what it said stands above.")
        found: dict[str, Any] = json.loads(line)
        return found


def _write(engine: Engine, subset: Subset) -> None:
    """The parameters and the questions, by names as OpenFisca wants them: letters, digits, underscores."""
    shutil.rmtree(FOLDER / "parameters", ignore_errors=True)
    for field in FIELDS:
        folder = FOLDER / "parameters" / field
        folder.mkdir(parents=True)
        for name in CONDITIONS:
            condition = engine.condition(name)
            tree = {
                _name(place.ocd): {"values": _dated(engine.tables().standing(condition, place), field)}
                for place in subset.places
            }
            (folder / f"{_name(name)}.yaml").write_text(yaml.dump(tree, Dumper=yaml.CSafeDumper), "utf-8")
    asked = {
        "questions": [[_name(place), _name(condition), day] for place, condition, day in subset.questions],
        "names": {
            "places": [_name(place.ocd) for place in subset.places],
            "conditions": [_name(condition) for condition in CONDITIONS],
            "force": [value.value for value in Force],
            "fit": [value.value for value in Fit],
        },
        "days": subset.days,
        "crowd": {"places": [_name(place.ocd) for place in subset.crowd], "condition": _name(CONDITIONS[0])},
    }
    (FOLDER / "questions.json").write_text(json.dumps(asked), "utf-8")


def _dated(steps: Steps[Cell], field: str) -> dict[date, str]:
    """The value from each day on which it changes."""
    found: dict[date, str] = {}
    for day, cell in zip(steps.starts, steps.values, strict=True):
        value: str = getattr(cell, field).value
        if value != next(reversed(found.values()), None):
            found[day] = value
    return found


def _name(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.removeprefix("ocd-division/country:us/").lower()).strip("_")
