"""Conditions that are meant together, what one paper asks of one program in one year, and the choice among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading.conditions.duty_words import DUTY_WORDS
from pursestrings.reading.era import Era
from pursestrings.reading.law.mentions import Mention
from pursestrings.register.models.law import Binds, Condition, Duty

Family = tuple[tuple[str, ...], tuple[int, ...], str]
"""Programs, fiscal years and instrument."""

_YEAR: Final = re.compile(r"\b(?:FY|[Ff]iscal(?: [Yy]ear)?)\s*(?P<year>20\d\d|['’]?\d\d)\b")
_YEAR_BEFORE: Final = re.compile(r"\b(?P<year>20\d\d)\s+(?:[A-Z]\w+\s+)?$")
_YEAR_AFTER: Final = re.compile(r"\W{1,2}(?:\w+\W{1,2}){0,2}for (?P<year>20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch that speaks of some demand, and the conditions that it fits. `telling`: needs no program.

    A `bundle` speaks of all that is asked ("the conditions on immigration"), one `new` of what is asked for the
    first time, one that is `open` names some of it as examples.
    """

    start: int
    end: int
    conditions: tuple[Condition, ...]
    score: float
    telling: bool = False
    bundle: bool = False
    new: bool = False
    open: bool = False


def borne_out(signs: list[Sign], chosen: set[Family], named: set[str]) -> set[Family]:
    """Where the program was guessed from its agency: one family only, and only on two different demands."""
    demands: dict[Family, set[str]] = defaultdict(set)
    sure: set[Family] = set()
    for sign in signs:
        for condition in sign.conditions:
            demands[family_of(condition)].add(condition.id)
            if sign.telling or condition.instrument in named:
                sure.add(family_of(condition))
    best = max(chosen, key=lambda family: (len(demands[family]), family), default=None)
    borne = {best} if best is not None and len(demands[best]) > 1 else set()
    return chosen & (sure | borne)


def only_ones(sign: Sign, money: set[str], years: set[int], written: Era) -> Iterator[Family]:
    """The families that can alone be meant: the only one of a program in the years told, or up to the time."""
    for program in sorted(money):
        here = {
            family_of(condition)
            for condition in sign.conditions
            if program in condition.programs and _is_out(condition, written)
        }
        dated = {family for family in here if years & set(family[1])}
        if len(dated or here) == 1:
            yield from dated or here


def _is_out(condition: Condition, written: Era) -> bool:
    """Whether it was surely announced before the document was written, or may have been."""
    return written.latest is None or condition.announced.earliest <= written.latest


def family_of(condition: Condition) -> Family:
    """What one paper asks of one program in one year: such conditions are meant together."""
    if condition.every_federal_grant:
        return (), (), condition.instrument
    return condition.programs, condition.fiscal_years, condition.instrument


def best_families(signs: list[Sign], years: set[int], written: Era) -> set[Family]:
    """For each program and addressee, the family that answers most of what is demanded; among equals the one of the time."""
    # What an order tells agencies and what they then ask of recipients stand side by side.
    answers: dict[tuple[tuple[str, ...], Binds], dict[Family, list[tuple[Sign, Condition]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for sign in signs:
        for condition in sign.conditions:
            family = family_of(condition)
            answers[family[0] or (family[2],), condition.binds][family].append((sign, condition))

    def fitness(family: Family, answered: list[tuple[Sign, Condition]]) -> tuple[bool, int, int, int, Family]:
        return (
            bool(years & set(family[1])),
            len(duties_of(condition for _, condition in answered)),
            sum(sign.telling for sign, _ in answered),
            _timeliness(answered[0][1], written),
            family,
        )

    return {max(families, key=lambda one: fitness(one, families[one])) for families in answers.values()}


def duties_of(conditions: Iterable[Condition]) -> set[Duty]:
    """What is demanded, of those demands that texts speak of."""
    return {
        part.duty for condition in conditions for part in condition.requirements if part.duty in DUTY_WORDS
    }


def _timeliness(condition: Condition, written: Era) -> int:
    """The newest at a known date; the oldest that fits where only a span of years is known."""
    known = written.earliest and written.latest and (written.latest - written.earliest).days <= 31
    day = condition.announced.earliest.toordinal()
    return day if known else -day


def fiscal_years(document: Document, signs: Iterable[Sign]) -> set[int]:
    """Fiscal years named in the paragraphs that speak of a demand."""
    starts = sorted(
        sign.start for sign in signs if any(not one.every_federal_grant for one in sign.conditions)
    )
    blocks = [
        block
        for block in document.blocks
        if bisect_left(starts, block.start) < bisect_left(starts, block.end)
    ]
    found = [
        match["year"].lstrip("'’")
        for block in blocks
        for match in _YEAR.finditer(document.text, block.start, block.end)
    ]
    return {int(year) if len(year) == 4 else 2000 + int(year) for year in found}


def years_of_programs(text: str, law: Iterable[Mention]) -> set[int]:
    """The years that stand right beside a program's name: "the 2017 … grants", "grants for 2017"."""
    found = (
        _YEAR_BEFORE.search(text, max(0, one.start - 24), one.start) or _YEAR_AFTER.match(text, one.end)
        for one in law
        if one.kind == "program"
    )
    return {int(match["year"]) for match in found if match}
