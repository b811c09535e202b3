"""How many of the facts that decide answers were seen at a primary source.

    python benchmarks/deciding.py QUESTIONS.yaml

The questions are those of `golden.py`. A fact decides where the reasons of an answer to one of them cite it.
Also: of the acts that give, change or end relief or hold on the law, of the notices, conditions and state
rules, and of the rules of local governments.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pursestrings.places import get
from pursestrings.register.index import Register, load
from pursestrings.register.models.base import Fact
from pursestrings.standing.engine import Engine
from pursestrings.standing.reasons.tree import Reason


def cited(questions: Iterable[dict[str, Any]], engine: Engine) -> dict[str, Fact]:
    """Every fact behind the answers, by its id."""
    found: dict[str, Fact] = {}
    for question in questions:
        known = question.get("as_known_on")
        answer = engine.standing(
            get(question["place"]),
            question["condition"],
            date.fromisoformat(question["on"]),
            date.fromisoformat(known) if known else None,
        )
        for reason in _all(engine.reason(answer)):
            found.update({one.id: one.fact for one in reason.cites})
    return found


def _all(reason: Reason) -> Iterator[Reason]:
    yield reason
    for below in reason.because:
        yield from _all(below)


def by_kind(register: Register) -> Iterator[tuple[str, list[Fact]]]:
    """The facts of the register that can decide an answer."""
    acts = [act for _, act in register.acts.values() if act.grants or act.changes or act.holdings]
    yield "acts with an effect or a holding", list(acts)
    yield "notices", list(register.notices.values())
    yield "conditions", list(register.conditions.values())
    yield "state rules", list(register.rules.values())
    yield "local rules", [one for policies in register.policies.values() for one in policies]


def line(name: str, facts: list[Fact]) -> str:
    """How many of some facts were looked at, and how many at a primary source."""
    looked = [one for one in facts if one.checked]
    primary = [one for one in looked if one.checked and one.checked.at and one.checked.at.primary]
    return (
        f"{name:<36} {len(facts):>4}  looked at {len(looked):>4} ({len(looked) / len(facts):.0%})"
        f"  at a primary source {len(primary):>4} ({len(primary) / len(facts):.0%})"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--list", action="store_true", help="Name those not seen at a primary source.")
    options = parser.parse_args()
    register = load()
    questions = yaml.load(options.questions.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["questions"]
    deciding = cited(questions, Engine(register))
    print(line("facts that decide golden questions", list(deciding.values())))
    for name, facts in by_kind(register):
        print(line(name, facts))
    if options.list:
        for name, fact in sorted(deciding.items()):
            if not (fact.checked and fact.checked.at and fact.checked.at.primary):
                print(f"  {type(fact).__name__:<12} {name}: {fact.checked.at if fact.checked else 'no look'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
