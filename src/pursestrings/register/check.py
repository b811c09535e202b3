"""Checking the register as a whole: every check of every subject, in one run."""

from __future__ import annotations

from pursestrings.dates import PartialDate
from pursestrings.errors import PursestringsError, Where
from pursestrings.register.checks import (
    acts,
    cited,
    days,
    duplicates,
    facts,
    kinds,
    names,
    notices,
    parties,
    policies,
    shares,
    sources,
    years,
)
from pursestrings.register.checks.walk import Check
from pursestrings.register.files import Files

CHECKS: tuple[Check, ...] = (
    names.twice,
    facts.sourceless,
    facts.answers,
    facts.private,
    days.crossed,
    days.outside,
    acts.changes,
    acts.unchallenged,
    acts.mandates,
    kinds.kinds,
    notices.rescissions,
    policies.overlaps,
    policies.precedence,
    shares.shares,
    years.years,
    parties.protected,
    sources.whole,
    sources.looks,
    duplicates.duplicates,
    cited.courts,
    cited.citations,
)


def check(files: Files) -> list[PursestringsError]:
    """Every problem of the folders read, sorted by file and line."""
    problems = list(files.problems)
    for rule in CHECKS:
        problems += rule(files)
    return sorted(problems, key=_order)


def warnings(files: Files, on: PartialDate) -> list[PursestringsError]:
    """What a curator should look at again as of a day, sorted by file and line; nothing of it is wrong."""
    return sorted(sources.not_looked_at(files, on), key=_order)


def _order(problem: PursestringsError) -> tuple[str, int, int, str]:
    where = problem.where or Where("")
    return where.file, where.line or 0, where.column or 0, problem.kind.code
