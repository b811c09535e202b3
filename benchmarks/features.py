"""How many of the codebook's questions the register answers for some places.

    python benchmarks/features.py benchmarks/first_places.txt [--on DAY ...]

`first_places.txt` holds the places of the first reports that this was built for. Such a file names a place on each line, as `pursestrings places` takes it. Counted are the answers of each policy, and
the features that at least one policy in effect answers on a day; what is only remembered, or only urges, counts for nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from pursestrings.places import Place, find
from pursestrings.register.coverage.counts import counts_as_known
from pursestrings.register.coverage.place import coverage_of
from pursestrings.register.index import Register, load


def by_policy(places: list[Place], register: Register) -> str:
    """Known answers of all policies of the places, and on what they rest."""
    policies = [policy for place in places for policy in register.policies.get(place.ocd, ())]
    asked = len(policies) * len(register.codebook.features)
    known = Counter(
        answer.basis.value
        for policy in policies
        for answer in policy.answers.values()
        if counts_as_known(answer, policy)
    )
    share = known.total() / asked
    rest = ", ".join(f"{count} {basis}" for basis, count in known.most_common())
    return f"{len(policies)} policies: {known.total()} of {asked} answers known ({share:.1%}): {rest}"


def on_day(places: list[Place], day: date, register: Register) -> str:
    """Features answered on a day by the places' own rules."""
    known = sum(len(coverage_of(place, day, register).answered) for place in places)
    asked = len(places) * len(register.codebook.features)
    return f"{day}: {known} of {asked} features answered ({known / asked:.1%})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", type=Path)
    parser.add_argument("--on", type=date.fromisoformat, action="append", default=[])
    options = parser.parse_args()
    register = load()
    places = [find(line) for line in options.places.read_text(encoding="utf-8").splitlines() if line.strip()]
    print(by_policy(places, register))
    for day in options.on:
        print(on_day(places, day, register))
    return 0


if __name__ == "__main__":
    sys.exit(main())
