"""Where the output goes no further, the program ends without a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "pursestrings", "conditions"]


def test_a_reader_that_goes_away_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(COMMAND, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_output_for_which_the_disk_has_no_room_is_one_clear_line() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("needs Linux's full device")
    with full.open("w") as output:
        done = subprocess.run(COMMAND, stdout=output, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("pursestrings: The disk is full: the output cannot be written.")
    assert len(done.stderr.splitlines()) == 1
