"""The page on accuracy gives the figures of the sample, and names facts and questions that are there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pursestrings.register.index import Register, load

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
QUESTIONS = (ROOT / "register" / "open-questions.md").read_text(encoding="utf-8")
WORDS = {"doubtful", "recalled", "checked", "confidence", "saw"}


@pytest.fixture(scope="module")
def names() -> set[str]:
    """Every id of the register, those of parts among them."""
    register: Register = load()
    found = {name for store in register.stores.values() for name in store}
    found |= {*register.acts, *register.award_ids}
    found |= {one.id for policies in register.policies.values() for one in policies}
    return found


def test_the_page_has_the_figures_that_the_sample_gives() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "accuracy.py")]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    counts = re.search(r"(\d+) of ([\d,]+) facts: (\d+) right, (\d+) wrong, (\d+) could not", printed)
    assert counts is not None
    size, population, right, wrong, missing = counts.groups()
    assert f"{size} facts were drawn" in PAGE
    assert f"from the {population} that" in PAGE
    for name, count in (("right", right), ("wrong", wrong), ("no public page found", missing)):
        assert f"| {name} | {count} |" in PAGE
    rates = [one.replace("%", " %") for one in re.findall(r"[\d.]+%", printed) if one != "95%"]
    assert len(rates) == 6
    assert all(rate in PAGE for rate in rates)


@pytest.mark.parametrize("page", [PAGE, QUESTIONS], ids=["accuracy", "open questions"])
def test_every_fact_that_is_named_is_there(page: str, names: set[str]) -> None:
    named = set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9.]+)+)`", page))
    assert named - WORDS - names == set()


def test_each_fact_of_the_sample_says_what_was_seen() -> None:
    text = (ROOT / "docs" / "data" / "accuracy.yaml").read_text(encoding="utf-8")
    facts = text.count("outcome: ")
    assert facts == 60
    assert text.count("seen: ") == facts
