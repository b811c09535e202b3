"""2,000 questions on force and fit, answered by Pursestrings and by OpenFisca in turn, in one run.

    python benchmarks/standing.py [--rounds 3] [--openfisca-python PATH]

The questions are drawn with a fixed seed: conditions below, and the places with a policy or custody record
in the register, the fifty most populous cities, the states and the District of Columbia. OpenFisca is given
the same answers as dated parameters and asked in every way that its documentation shows
(`standing_openfisca.py`). It is AGPL and no dependency of ours: it lives in `build/openfisca`, made once.

Exit status 1 where an answer differs, or where a simulation for each situation, the way its documentation
gives for a single answer, takes less than 20 times as long as ours.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import yaml

from pursestrings.places import Place, all_places, get, states
from pursestrings.register.index import load
from pursestrings.standing.duties import Fit
from pursestrings.standing.engine import Engine
from pursestrings.standing.force import Force
from pursestrings.standing.steps import Steps
from pursestrings.standing.tables import Cell

PINNED = "openfisca-core==46.0.1"
FOLDER = Path("build/openfisca")
GOAL = 20
QUESTIONS, CROWD, SEED = 2000, 100_000, 20260301
FIRST, LAST = date(2016, 1, 1), date(2026, 12, 31)
FIELDS = ("force", "fit")
CONDITIONS = (
    "jag-2017-1373",
    "jag-2017-access",
    "jag-2017-notice",
    "jag-2018-1373",
    "jag-2018-1644",
    "jag-2018-access",
    "jag-2018-nondisclosure",
    "jag-2018-notice",
    "jag-2018-questions",
    "eo13768-9a",
    "dot-imm-condition-2025",
    "eo-14159-17",
)
THE_DOCUMENTED_WAY = "situation"
THEIRS = {
    "situation": "OpenFisca: a simulation for each situation",
    "situation, day seen": "  the same, parameters of the day in its cache",
    "simulation kept": "  a simulation kept for each place",
    "parameter": "  no simulation: the parameter by name and day",
}

Answers = list[list[str]]


@dataclass(frozen=True)
class Subset:
    """What is asked of both: the places and conditions, and the questions drawn from them."""

    places: list[Place]
    questions: list[tuple[str, str, str]]
    days: list[str]
    crowd: list[Place]

    @classmethod
    def of(cls, engine: Engine) -> Subset:
        register = engine.register
        recorded = {*register.policies, *register.custody}
        cities = [place for place in all_places() if place.level == "municipality"]
        largest = sorted(cities, key=lambda place: -(place.population or 0))[:50]
        ids = {*recorded, *(place.ocd for place in (*largest, *states()) if place.legal != "territory")}
        places = [get(ocd) for ocd in sorted(ids)]
        draw = Random(SEED)
        span = (LAST - FIRST).days
        questions = [
            (
                draw.choice(places).ocd,
                draw.choice(CONDITIONS),
                (FIRST + timedelta(days=draw.randint(0, span))).isoformat(),
            )
            for _ in range(QUESTIONS)
        ]
        months = [date(year, month, 1) for year in range(FIRST.year, LAST.year + 1) for month in range(1, 13)]
        return cls(places, questions, [day.isoformat() for day in months], draw.choices(places, k=CROWD))


class Ours:
    """Our ways of asking. Each gives the seconds and the answers."""

    def __init__(self, engine: Engine, subset: Subset) -> None:
        self.engine, self.subset, self.tables = engine, subset, engine.tables()
        self.conditions = [engine.condition(name) for name in CONDITIONS]
        for place in subset.places:
            for condition in self.conditions:
                self.tables.standing(condition, place)

    def named(self) -> tuple[float, Answers]:
        """Compiled tables, asked by the names of place and condition and the day as text."""
        engine, tables = self.engine, self.tables
        started = perf_counter()
        found = [
            tables.standing(engine.condition(condition), get(place)).at(date.fromisoformat(day))
            for place, condition, day in self.subset.questions
        ]
        return perf_counter() - started, [_pair(cell) for cell in found]

    def held(self) -> tuple[float, Answers]:
        """The same where the caller holds place, condition and day already."""
        tables = self.tables
        asked = [
            (self.engine.condition(condition), get(place), date.fromisoformat(day))
            for place, condition, day in self.subset.questions
        ]
        started = perf_counter()
        found = [tables.standing(condition, place).at(day) for condition, place, day in asked]
        return perf_counter() - started, [_pair(cell) for cell in found]

    def whole(self, *, reasons: bool) -> tuple[float, Answers]:
        """Every part of the answer worked out anew: protections, money, deadlines; with the tree of reasons."""
        engine = self.engine
        started = perf_counter()
        found = []
        for place, condition, day in self.subset.questions:
            answer = engine.standing(get(place), condition, date.fromisoformat(day))
            if reasons:
                engine.reason(answer)
            found.append(answer)
        seconds = perf_counter() - started
        return seconds, [[answer.force.force.value, answer.fit.fit.value] for answer in found]

    def bulk(self, places: list[Place], names: list[str], days: list[str]) -> tuple[float, str]:
        """Every condition on every day for every place, in the order that OpenFisca gives them."""
        conditions = [self.engine.condition(name) for name in names]
        tables = self.tables
        started = perf_counter()
        steps = [[tables.standing(condition, place) for place in places] for condition in conditions]
        found = [[one.at(day) for one in row] for day in map(date.fromisoformat, days) for row in steps]
        seconds = perf_counter() - started
        lines = (" ".join(getattr(cell, field) for cell in cells) for cells in found for field in FIELDS)
        return seconds, hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _pair(cell: Cell) -> list[str]:
    return [cell.force.value, cell.fit.value]


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


def environment() -> Path:
    """The Python of an environment that has OpenFisca, made if it is not there."""
    folder = FOLDER / "env"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PINNED]
        subprocess.run(command, check=True)
    return python


def _write(engine: Engine, subset: Subset) -> None:
    """The parameters and the questions, by names as OpenFisca wants them: letters, digits, underscores."""
    for field in FIELDS:
        folder = FOLDER / "parameters" / field
        folder.mkdir(parents=True, exist_ok=True)
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


def cold(subset: Subset) -> float:
    """Seconds of one question through the command line, process and all."""
    place, condition, day = subset.questions[0]
    command = [sys.executable, "-m", "pursestrings", "standing", "--workspace", "build/none"]
    command += ["--place", place, "--condition", condition, "--on", day]
    started = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - started


def in_turn(ways: dict[str, Callable[[], tuple[float, Any]]], rounds: int) -> dict[str, tuple[float, Any]]:
    """The least seconds of each way and its answers, one way after another in each round."""
    best: dict[str, tuple[float, Any]] = {}
    for _ in range(rounds):
        for name, way in ways.items():
            found = way()
            best[name] = min(best.get(name, found), found, key=lambda one: one[0])
    return best


def single(ours: Ours, theirs: Theirs, rounds: int) -> tuple[dict[str, float], int]:
    """Seconds for all questions in each way, and how many answers differ from ours."""
    ways: dict[str, Callable[[], tuple[float, Any]]] = {
        "Pursestrings: the compiled tables, by name": ours.named,
        "  place, condition and day held as objects": ours.held,
        "  every part of the answer, not compiled": lambda: ours.whole(reasons=False),
        "  every part with its reasons": lambda: ours.whole(reasons=True),
    }
    ways |= {name: lambda way=way: theirs(way) for way, name in THEIRS.items()}
    best = in_turn(ways, rounds)
    right = best["Pursestrings: the compiled tables, by name"][1]
    differing = 0
    for name, (_, answers) in best.items():
        for question, expected, found in zip(ours.subset.questions, right, answers, strict=True):
            if found != expected:
                differing += 1
                print(f"{' '.join(question)}: {name.strip()} says {found}, the tables {expected}")
    return {name: seconds for name, (seconds, _) in best.items()}, differing


def in_bulk(ours: Ours, theirs: Theirs, rounds: int) -> int:
    """Print seconds and ratios for many answers at once; how many digests differ."""
    subset, names = ours.subset, list(CONDITIONS)
    pairs = len(subset.places) * len(names)
    crowd = lambda: ours.bulk(subset.crowd, names[:1], subset.days[:1])  # noqa: E731
    jobs: dict[str, tuple[str, int, Callable[[], tuple[float, Any]]]] = {
        "all on one day": (
            "every place and condition, one day",
            pairs,
            lambda: ours.bulk(subset.places, names, subset.days[:1]),
        ),
        "all by month": (
            f"the same on {len(subset.days)} days",
            pairs * len(subset.days),
            lambda: ours.bulk(subset.places, names, subset.days),
        ),
        "crowd": ("one condition and day, places at random", CROWD, crowd),
        "crowd, gathered": ("the same, their places as an array of numbers", CROWD, crowd),
    }
    print(f"\n{'In bulk':<44}{'answers':>9}  {'ours':>9}  {'OpenFisca':>9}  ratio")
    differing = 0
    for way, (name, count, our_way) in jobs.items():
        best = in_turn({"ours": our_way, "theirs": lambda way=way: theirs(way)}, rounds)
        (mine, answers), (other, others) = best["ours"], best["theirs"]
        differing += answers != others
        wins = "" if other >= mine else "  OpenFisca wins"
        print(
            f"{name:<44}{count:>9,}  {mine * 1e3:6.0f} ms  {other * 1e3:6.0f} ms  {other / mine:5.1f}{wins}"
        )
    return differing


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--openfisca-python", type=Path)
    options = parser.parse_args()
    engine = Engine(load())
    subset = Subset.of(engine)
    started = perf_counter()
    ours = Ours(engine, subset)
    compiled = perf_counter() - started
    theirs = Theirs(options.openfisca_python or environment(), engine, subset)
    print(
        f"{len(subset.questions):,} questions: {len(subset.places)} places, {len(CONDITIONS)} conditions, "
        f"days of {FIRST.year} to {LAST.year}, seed {SEED}\n"
        f"Register {engine.register.digest}, compiled in {compiled:.1f} s; "
        f"OpenFisca-Core {theirs.ready['version']}, parameters loaded in {theirs.ready['seconds']:.1f} s\n"
    )
    best, differing = single(ours, theirs, options.rounds)
    mine = best["Pursestrings: the compiled tables, by name"]
    print(f"{'One answer':<50}{'microseconds':>12}  times ours")
    for name, seconds in best.items():
        print(f"{name:<50}{seconds / QUESTIONS * 1e6:12.1f}  {seconds / mine:10.1f}")
    started_cold = min(cold(subset) for _ in range(options.rounds))
    print(f"{'  the command line, cold':<50}{started_cold * 1e6:12.0f}")
    differing += in_bulk(ours, theirs, options.rounds)
    ratio = best[THEIRS[THE_DOCUMENTED_WAY]] / mine
    print(f"\n{differing} answers differ; a single answer {ratio:.0f} times faster (goal {GOAL}).")
    return int(differing > 0 or ratio < GOAL)


if __name__ == "__main__":
    sys.exit(main())
