"""Reading many documents on all cores: documents a second by processes, and memory while they are read.

    python benchmarks/reading_all.py [--documents 10000] [--timed 400] [--jobs 2]

The documents are made up, small and no two alike. Times are of the whole program, with its start, in one run and in
turn: one process, then `--jobs`. Memory is the resident set now and at its highest, read from /proc (Linux), as the
program that stores what it reads has printed so many documents.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_CITIES = ["Boston", "Chelsea", "Somerville", "Oakland", "Denver", "Chicago", "Newark", "Seattle", "Salem"]
_OFFICES = ["Mayor", "Police Chief", "City Manager", "Council President", "Sheriff", "City Solicitor"]
_GRANTS = ["Byrne JAG", "COPS Hiring", "SCAAP", "public safety"]
_SYLLABLES = [
    "al",
    "ber",
    "car",
    "dan",
    "el",
    "far",
    "gor",
    "han",
    "il",
    "jor",
    "kel",
    "lan",
    "mor",
    "nev",
    "per",
]
_SENTENCES = (
    "{office} {name} of {city} said on {month} {day} that {number} of {other} officers would keep to rule {number}.",
    "“We have {number} reasons and {other} allies,” {name} said, “and {city} needs ${number} million for {thing}.”",
    "According to {name}, {number} people from {city} asked {other} times about {grant} grants of ${number},000.",
    "The {thing} in {city} cost ${other} million, {name} told {number} members of the {thing} board.",
    "In {month}, {name} signed order {number} on {thing}, which cites 8 U.S.C. 1373 and {other} letters by {name}.",
    "{name} wrote to {city} on {month} {day}, 2017, that {number} detainers and {other} {thing} requests were open.",
)


def made(number: int) -> str:
    """One document: a headline, a date, and twelve sentences, each with names and numbers of its own."""
    chance = random.Random(number)

    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()

    def sentence() -> str:
        return chance.choice(_SENTENCES).format(
            office=chance.choice(_OFFICES), name=f"{word()} {word()}", city=chance.choice(_CITIES), month="March",
            day=chance.randint(1, 28), number=chance.randint(3, 990), other=chance.randint(3, 990),
            thing=word().lower(), grant=chance.choice(_GRANTS),
        )  # fmt: skip

    paragraphs = [" ".join(sentence() for _ in range(3)) for _ in range(4)]
    return "\n\n".join([f"{word()} asks {word()} about {word()}", "March 28, 2017", *paragraphs]) + "\n"


def command(folder: Path, workspace: Path, jobs: int) -> list[str]:
    ways = ["--workspace", str(workspace), "--jobs", str(jobs)]
    return [sys.executable, "-m", "pursestrings", "read", str(folder), *ways]


def timed(folder: Path, workspace: Path, jobs: int, documents: int) -> float:
    started = time.perf_counter()
    subprocess.run(command(folder, workspace, jobs), check=True, stdout=subprocess.DEVNULL)
    took = time.perf_counter() - started
    print(f"{jobs} processes: {documents / took:.1f} documents a second ({documents} in {took:.1f} s)")
    return took


def memory(pid: int) -> str:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    fields = dict(line.split(":", 1) for line in status.splitlines())
    now, highest = (int(fields[key].split()[0]) // 1024 for key in ("VmRSS", "VmHWM"))
    return f"{now} MB (at most {highest})"


def workers_of(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [
        int(one)
        for one in children
        if "spawn_main" in Path(f"/proc/{one}/cmdline").read_text(encoding="utf-8")
    ]


def watched(folder: Path, workspace: Path, jobs: int, marks: set[int]) -> None:
    with subprocess.Popen(command(folder, workspace, jobs), stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            raise OSError("the program has no output")
        started = time.perf_counter()
        for count, _ in enumerate(process.stdout, 1):
            if count in marks:
                workers = ", ".join(map(memory, workers_of(process.pid)))
                speed = count / (time.perf_counter() - started)
                print(
                    f"{count:,} documents ({speed:.1f} a second): parent {memory(process.pid)}; workers {workers}",
                    flush=True,
                )


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--timed", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


def main() -> None:
    asked = options()
    with tempfile.TemporaryDirectory() as name:
        few, many = Path(name) / "few", Path(name) / "many"
        for folder, documents in ((few, asked.timed), (many, asked.documents)):
            folder.mkdir()
            for number in range(documents):
                (folder / f"{number:06}.txt").write_text(made(number), encoding="utf-8")
        if asked.timed:
            one, several = (
                timed(few, Path(name) / f"timed-{jobs}", jobs, asked.timed) for jobs in (1, asked.jobs)
            )
            print(f"{asked.jobs} processes are {one / several:.2f} times as fast as one")
        # The last few lines come as the program ends: what is asked of it there would come too late.
        share = asked.documents // 100
        watched(many, Path(name) / "watched", asked.jobs, {share, 10 * share, 50 * share, 99 * share})


if __name__ == "__main__":
    main()
