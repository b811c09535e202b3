"""How often the register is wrong: a random sample of facts that nobody had looked at, checked one by one.

    python benchmarks/accuracy.py                     the rate and its interval, from docs/data/accuracy.yaml
    python benchmarks/accuracy.py --draw 60 --seed 4  a new sample, as a list to check and fill in

The population is every fact with a source of its own that counts (not `recalled`) and bears no look.
The interval is Wilson's, with 95 per cent (E. B. Wilson, JASA 22, 1927).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

from pursestrings.register.checks.walk import models
from pursestrings.register.load import load_files
from pursestrings.register.models.base import Fact

RECORD = Path(__file__).resolve().parents[1] / "docs" / "data" / "accuracy.yaml"
_Z = 1.959964
OUTCOMES = ("right", "wrong", "not_found")


def unlooked() -> list[dict[str, str]]:
    """Every fact of the population, in the order of names."""
    found = []
    for entry in load_files().entries:
        for path, fact in models(entry.thing):
            if isinstance(fact, Fact) and fact.sure and fact.sources and fact.checked is None:
                spot = ".".join(str(step) for step in path)
                name = getattr(fact, "id", None) or f"{entry.thing.id}:{spot}"
                found.append(
                    {"kind": _kind(fact), "fact": name, "file": f"{entry.kind.folder}/{entry.file.name}"}
                )
    return sorted(found, key=lambda one: (one["kind"], one["fact"]))


def _kind(fact: Fact) -> str:
    return type(fact).__name__.lower()


def draw(size: int, seed: int) -> Iterator[str]:
    """The sample as YAML to fill in; the same seed gives the same sample of the same register."""
    population = unlooked()
    chosen = random.Random(seed).sample(population, size)
    counted = Counter(one["kind"] for one in population)
    yield yaml.safe_dump({"seed": seed, "population": dict(sorted(counted.items()))}, sort_keys=False)
    yield yaml.safe_dump({"facts": chosen}, sort_keys=False)


def wilson(wrong: int, of: int) -> tuple[float, float]:
    """Wilson's interval for a share."""
    if of == 0:
        return 0.0, 1.0
    share, square = wrong / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def report(record: dict[str, Any]) -> Iterator[str]:
    """The figures of a filled-in sample, as docs/accuracy.md gives them."""
    outcomes = Counter(one["outcome"] for one in record["facts"])
    right, wrong, missing = (outcomes[name] for name in OUTCOMES)
    low, high = wilson(wrong, right + wrong)
    worst_low, worst_high = wilson(wrong + missing, right + wrong + missing)
    population = sum(record["population"].values())
    yield f"{right + wrong + missing} of {population:,} facts: {right} right, {wrong} wrong, {missing} could not be checked."
    if right + wrong:
        yield f"Error rate of those checked: {wrong / (right + wrong):.1%} (95% interval {low:.1%} to {high:.1%})."
    all_of = right + wrong + missing
    yield (
        f"Were all that could not be checked wrong too: {(wrong + missing) / all_of:.1%} "
        f"({worst_low:.1%} to {worst_high:.1%})."
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draw", type=int, metavar="SIZE")
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    lines = (
        draw(options.draw, options.seed)
        if options.draw
        else report(yaml.safe_load(RECORD.read_text(encoding="utf-8")))
    )
    for line in lines:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
