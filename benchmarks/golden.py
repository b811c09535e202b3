"""Ask golden questions on standing one by one through the command line, and count the right answers.

    python benchmarks/golden.py QUESTIONS.yaml [--from 2016] [--to 2018]

The file holds `questions`, each with `place`, `condition`, `on`, perhaps `as_known_on`, and the fields
to `expect`; an answer is right when all of these are equal. Exit status 1 where one is wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml


def ask(question: dict[str, Any]) -> dict[str, Any]:
    """The program's answer to one question, as a user would get it."""
    command = [
        sys.executable,
        "-m",
        "pursestrings",
        "standing",
        "--format",
        "json",
        "--workspace",
        "build/none",
    ]
    command += ["--place", question["place"], "--condition", question["condition"], "--on", question["on"]]
    if "as_known_on" in question:
        command += ["--as-known-on", question["as_known_on"]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"error": done.stderr.strip()}
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--to", dest="last", type=int, default=9999)
    options = parser.parse_args()
    questions = yaml.safe_load(options.questions.read_text(encoding="utf-8"))["questions"]
    asked = [one for one in questions if options.first <= int(one["on"][:4]) <= options.last]
    right = 0
    for question in asked:
        answer = ask(question)
        wrong = {
            field: (answer.get(field, answer.get("error")), expected)
            for field, expected in question["expect"].items()
            if answer.get(field) != expected
        }
        right += not wrong
        for field, (found, expected) in wrong.items():
            print(
                f"{question['id']} {question['place_name']} {question['condition']} {question['on']}: "
                f"{field} is {found}, expected {expected}"
            )
    print(f"{right} of {len(asked)} right")
    return int(right < len(asked))


if __name__ == "__main__":
    sys.exit(main())
