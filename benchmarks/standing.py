"""2,000 questions on force and fit, answered by Pursestrings and by OpenFisca in turn, in one run.

    python benchmarks/standing.py [--rounds 3] [--openfisca-python PATH]

The questions are drawn with a fixed seed (`standing_subset.py`): twelve conditions, and the places with a
policy or custody record in the register, the fifty most populous cities, the states and the District of
Columbia. OpenFisca is given the same answers as dated parameters and asked in every way that its
documentation shows (`standing_openfisca.py`). It is AGPL and no dependency of ours: it lives in
`build/openfisca`, made once.

Exit status 1 where an answer differs, or where a simulation for each situation, the way its documentation
gives for a single answer, takes less than 20 times as long as ours.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from pursestrings.places import Place, get
from pursestrings.register.index import load
from pursestrings.standing.compiled.tables import Cell
from pursestrings.standing.engine import Engine
from standing_peer import Theirs, environment
from standing_subset import CONDITIONS, CROWD, FIELDS, FIRST, LAST, QUESTIONS, SEED, Subset

GOAL = 20
THE_DOCUMENTED_WAY = "situation"
THEIRS = {
    "situation": "OpenFisca: a simulation for each situation",
    "situation, day seen": "  the same, parameters of the day in its cache",
    "simulation kept": "  a simulation kept for each place",
    "parameter": "  no simulation: the parameter by name and day",
}

Answers = list[list[str]]


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
    ways |= {name: partial(theirs, way) for way, name in THEIRS.items()}
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
        best = in_turn({"ours": our_way, "theirs": partial(theirs, way)}, rounds)
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
