"""Fiscal years: of an award by its number, of a fact by its name, of a condition by its programs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pursestrings.errors import FIELD_WRONG, PursestringsError
from pursestrings.register.checks.walk import current, wrong
from pursestrings.register.files import Entry, Files
from pursestrings.register.models.law import Condition, Program
from pursestrings.register.models.money import AwardFile

# The Justice Department's award numbers bear the year twice over: 2017-DJ-BX-0123, since 2021 15PBJA-21-GG-01234.
_FAIN_YEAR = re.compile(r"^(?P<old>20\d\d)-|^15[A-Z]{4}-?(?P<new>\d\d)")
_NAMED_YEAR = re.compile(r"(?:^|-)(20\d\d)-(?!\d\d?(?:-|$))")


def years(files: Files) -> Iterator[PursestringsError]:
    """Fiscal years that cannot be those of the money."""
    programs = {one.thing.id: one.thing for one in current(files) if isinstance(one.thing, Program)}
    for entry in files.entries:
        if isinstance(entry.thing, AwardFile):
            yield from _awards(entry, programs)
        if isinstance(entry.thing, Condition):
            yield from _named(entry, entry.thing)
            yield from _paid(entry, entry.thing, programs)


def _awards(entry: Entry, programs: dict[str, Program]) -> Iterator[PursestringsError]:
    for index, award in enumerate(entry.thing.awards):
        path = ("awards", index, "fiscal_year")
        found = _FAIN_YEAR.match(award.fain or "")
        year = int(found["old"] or f"20{found['new']}") if found else award.fiscal_year
        if year != award.fiscal_year:
            yield _wrong(entry, path, f"the award's number is of {year}")
        elif not _pays(programs.get(award.program), award.fiscal_year):
            yield _wrong(entry, path, f"{award.program} paid nothing in {award.fiscal_year}")


def _named(entry: Entry, condition: Condition) -> Iterator[PursestringsError]:
    found = _NAMED_YEAR.search(condition.id)
    if found and condition.fiscal_years and int(found[1]) not in condition.fiscal_years:
        yield _wrong(entry, ("fiscal_years",), f"its name says {found[1]}")


def _paid(entry: Entry, condition: Condition, programs: dict[str, Program]) -> Iterator[PursestringsError]:
    """A condition is on money: in each of its years one of its programs pays some."""
    for index, year in enumerate(condition.fiscal_years):
        if condition.programs and not any(_pays(programs.get(name), year) for name in condition.programs):
            yield _wrong(entry, ("fiscal_years", index), f"none of its programs paid in {year}")


def _pays(program: Program | None, year: int) -> bool:
    if program is None:
        return True
    return (program.first_year or year) <= year <= (program.last_year or year)


def _wrong(entry: Entry, path: tuple[int | str, ...], why: str) -> PursestringsError:
    hint = "Correct the year, or the years of the program (`first_year`, `last_year`)."
    return wrong(FIELD_WRONG, entry, path, why=why, hint=hint)
