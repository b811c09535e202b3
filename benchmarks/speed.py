"""Time and memory of whole commands, beside `python -c pass` in the same run.

    python benchmarks/speed.py [FOLDER]

Runs a cold brief, and the reading of every file in FOLDER (by default `examples`), each `RUNS` times in
turn with the peer, so that a busy machine slows both. Prints medians, ratios and the peak memory.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 7


def measured(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak resident megabytes of one run of a command."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("examples")
    program = [sys.executable, "-m", "pursestrings"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "brief, cold": [*program, "brief", "Chelsea, MA", "--on", "2017-08-04", "--workspace", "build/none"],
        f"read {folder}": [*program, "read", str(folder), "--format", "jsonl", "--workspace", "build/none"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    peaks = dict.fromkeys(commands, 0.0)
    for _ in range(RUNS):
        for name, command in commands.items():
            seconds, megabytes = measured(command)
            times[name].append(seconds)
            peaks[name] = max(peaks[name], megabytes)
    peer = statistics.median(times["python -c pass"])
    for name, found in times.items():
        median = statistics.median(found)
        print(
            f"{name:<28} {median:6.2f} s (least {min(found):.2f})  {median / peer:6.1f} times the peer  "
            f"{peaks[name]:6.0f} MB"
        )


if __name__ == "__main__":
    main()
