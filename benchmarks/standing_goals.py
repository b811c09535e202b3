"""The goals set for standing, each beside a named reference in the same run.

    python benchmarks/standing_goals.py [--rounds 5] [--without-panel]

Prints what was measured, the reference, their ratio, the goal, and whether it is met. Everything is run
in turn with its reference, and the least of the rounds counts. Exit status 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from itertools import repeat
from pathlib import Path
from time import perf_counter

from pursestrings.places import get
from pursestrings.register.cache import load_files_cached
from pursestrings.register.index import load
from pursestrings.register.load import load_files
from pursestrings.standing.engine import Engine
from standing_subset import QUESTIONS, Subset

PROGRAM = (sys.executable, "-m", "pursestrings", "standing", "--workspace", "build/none")
SINCE = "2016-01-01"


def least(rounds: int, *jobs: Callable[[], object]) -> list[float]:
    """The least seconds of each job, one after another in each round."""
    best = [float("inf")] * len(jobs)
    for _ in range(rounds):
        for number, job in enumerate(jobs):
            started = perf_counter()
            job()
            best[number] = min(best[number], perf_counter() - started)
    return best


class Report:
    """Prints a line for each goal and counts those missed."""

    def __init__(self) -> None:
        self.missed = 0
        print(f"{'What':<48}{'measured':>12}{'reference':>12}{'ratio':>9}  goal")

    def line(self, what: str, measured: float, reference: float, goal: str, *, met: bool) -> None:
        self.missed += not met
        mark = "met" if met else "MISSED"
        print(f"{what:<48}{_said(measured)}{_said(reference)}{measured / reference:9.2f}  {goal}: {mark}")


def _said(seconds: float) -> str:
    if seconds < 1e-2:
        return f"{seconds * 1e6:9.2f} µs"
    return f"{seconds * 1e3:9.0f} ms" if seconds < 10 else f"{seconds:10.1f} s"


def answers(report: Report, rounds: int) -> None:
    """One warm answer of the compiled tables, and one worked out with its reasons, beside a bare `bisect`."""
    engine = Engine(load())
    tables = engine.tables()
    asked = [
        (engine.condition(condition), get(place), date.fromisoformat(day))
        for place, condition, day in Subset.of(engine).questions
    ]
    steps = [(tables.standing(condition, place), day) for condition, place, day in asked]

    def bare() -> None:
        for one, day in steps:
            one.values[bisect_right(one.starts, day) - 1]

    def warm() -> None:
        for condition, place, day in asked:
            tables.standing(condition, place).at(day)

    def reasoned() -> None:
        for condition, place, day in asked:
            engine.reason(engine.standing(place, condition.id, day))

    reference, one, told = (seconds / QUESTIONS for seconds in least(rounds, bare, warm, reasoned))
    report.line("an answer, warm (bisect, same intervals)", one, reference, "50 µs", met=one < 50e-6)
    report.line("an answer with its reasons (bisect)", told, reference, "1 ms", met=told < 1e-3)


def cold(report: Report, rounds: int) -> None:
    """The command line, process and all; what it imports of others alone is shown beside it."""
    question = ["--place", "Chelsea, MA", "--condition", "jag-2017-notice", "--on", "2018-06-01"]
    commands = [
        [*PROGRAM, *question],
        [sys.executable, "-c", "import click"],
        [sys.executable, "-c", "from pydantic import BaseModel"],
        [sys.executable, "-c", "import json"],
    ]
    jobs = [lambda command=command: _run(command) for command in commands]
    program, click, pydantic, reference = least(rounds, *jobs)
    goal = "5 times"
    report.line("the command line, cold (import json)", program, reference, goal, met=program < 5 * reference)
    for name, seconds in (("click", click), ("pydantic", pydantic)):
        print(f"{f'  of that, import {name} alone':<48}{_said(seconds)}{'':>12}{seconds / reference:9.2f}")


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def loading(report: Report, rounds: int) -> None:
    """The register as the cache keeps it, beside reading its YAML anew."""
    if load_files_cached().problems:
        sys.exit("The register has problems, so no copy of it is kept: run `pursestrings check`.")
    kept, parsed = least(min(rounds, 2), load_files_cached, load_files)
    report.line("the register from its copy (from YAML)", kept, parsed, "a tenth", met=kept < parsed / 10)


def panel(report: Report) -> None:
    """Every government and condition since 2016 as Parquet, beside csv writing one such row as many times."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "panel.parquet")
        command = [*PROGRAM, "--places", "all", "--conditions", "all", "--from", SINCE]
        command += ["--format", "parquet", "--out", str(out)]
        started = perf_counter()
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(said)
        rows = int(said.split()[0].replace(",", ""))
        written = _csv(Path(folder, "rows.csv"), rows)
        size = out.stat().st_size / 1e6
    peak = usage.ru_maxrss / 1024
    report.line(f"the panel, {rows:,} rows (csv loop)", seconds, written, "30 s", met=seconds < 30)
    print(f"{f'  its peak memory, and {size:.0f} MB of Parquet':<48}{peak:9.0f} MB{'':>21}  2 GB: ", end="")
    print("met" if peak < 2048 else "MISSED")
    report.missed += peak >= 2048


def _csv(path: Path, rows: int) -> float:
    """Seconds to write a row of the panel's width so many times."""
    row = ("ocd-division/country:us/state:ma/place:chelsea", "2513205", "Chelsea, MA", "MA", "municipality",
           "jag-2017-notice", SINCE, "2017-07-25", "clear", "offered", "not_yet", "firm", "none", "unknown",
           "unknown", "unknown", "")  # fmt: skip
    started = perf_counter()
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(repeat(row, rows))
    return perf_counter() - started


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--without-panel", action="store_true", help="leave out the one that takes longest")
    options = parser.parse_args()
    report = Report()
    answers(report, options.rounds)
    cold(report, options.rounds)
    loading(report, options.rounds)
    if not options.without_panel:
        panel(report)
    return int(report.missed > 0)


if __name__ == "__main__":
    sys.exit(main())
