"""Dates: none comes before what it follows, lies outside what the register covers, or is a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from pursestrings.dates import PartialDate
from pursestrings.errors import DATE_OUTSIDE, DATES_CROSSED, PursestringsError
from pursestrings.register.checks.walk import parts, wrong
from pursestrings.register.files import Entry, Files, Meta
from pursestrings.register.references import Path

_ORDERED = (
    ("effective_from", "effective_until"),
    ("start", "until"),
    ("announced", "attached"),
    ("date", "due"),
    ("posted_not_before", "posted_not_after"),
    ("covers_from", "covers_until"),
    ("date", "last_seen_alive"),
    ("announced", "last_seen_alive"),
    ("announced", "searched_through"),
)

_FIRST_YEAR = 1776
_YEARS_AHEAD = 20

_HAPPENED = {
    "case": ("date", "acts"),
    "notice": ("posted", "posted_not_before", "posted_not_after"),
    "condition": ("announced",),
    "request": ("date",),
    "list": ("date",),
    "threat": ("date",),
}
"""The days on which something happened that decides answers, by kind of file; `acts` stands for each act's."""


def crossed(files: Files) -> Iterator[PursestringsError]:
    """Two dates of one fact in the wrong order; a condition's end before its announcement."""
    for entry, path, model in parts(files):
        for first, second in _pairs(type(model)):
            start, end = (first, getattr(model, first)), (second, getattr(model, second))
            yield from before(entry, (*path, second), end, start)
    for entry in files.entries:
        ends = getattr(entry.thing, "ends", None)
        if ends is not None:
            announced = ("announced", entry.thing.announced)
            yield from before(entry, ("ends", "on"), ("ends.on", ends.on), announced)


@cache
def _pairs(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in _ORDERED if set(pair) <= set(model.model_fields))


def before(
    entry: Entry, path: Path, later: tuple[str, object], earlier: tuple[str, object]
) -> Iterator[PursestringsError]:
    """An error at the path where the later of two named dates surely comes before the earlier."""
    (name, end), (other, start) = later, earlier
    if isinstance(start, PartialDate) and isinstance(end, PartialDate) and end.latest < start.earliest:
        details = {"later": name, "later_date": end, "earlier": other, "earlier_date": start}
        yield wrong(DATES_CROSSED, entry, path, **details)


def outside(files: Files) -> Iterator[PursestringsError]:
    """What the register says of days after its record ends, or computes of days before it begins.

    A user's own facts may be newer than the shipped record; a year that nothing can mean is wrong in any.
    """
    yield from _strange_years(files)
    for entry in files.entries:
        if not entry.private:
            yield from _after(entry, files.meta)
            yield from _computed_before(entry, files.meta)


def _strange_years(files: Files) -> Iterator[PursestringsError]:
    last = files.meta.known_through.year + _YEARS_AHEAD
    for entry, path, model in parts(files):
        for name, day in _days(model):
            if not _FIRST_YEAR <= day.year <= last:
                why = f"no fact is dated before {_FIRST_YEAR}, or later than {last}"
                yield wrong(DATE_OUTSIDE, entry, (*path, name), date=day, why=why, hint="Correct the year.")


def _days(model: BaseModel) -> Iterator[tuple[str, PartialDate]]:
    for name, value in model:
        if isinstance(value, PartialDate):
            yield name, value


def _after(entry: Entry, meta: Meta) -> Iterator[PursestringsError]:
    names = _HAPPENED.get(entry.kind.name, ())
    things: list[tuple[Path, BaseModel]] = [((), entry.thing)]
    if "acts" in names:
        things = [(("acts", index), act) for index, act in enumerate(entry.thing.acts)]
    for path, thing in things:
        for name, day in _days(thing):
            if name in names and day.earliest > meta.known_through.latest:
                why = f"the record runs to {meta.known_through}"
                hint = "Correct the date, or move known_through in register.yaml once the record runs so far."
                yield wrong(DATE_OUTSIDE, entry, (*path, name), date=day, why=why, hint=hint)


def _computed_before(entry: Entry, meta: Meta) -> Iterator[PursestringsError]:
    thing = entry.thing
    if entry.kind.name != "condition" or thing.do_not_compute is not None:
        return
    if thing.announced.latest < meta.covers_from.earliest:
        why = f"the record begins on {meta.covers_from}, and what courts did before is not in it"
        hint = "Correct the date, or say in do_not_compute why nothing is computed."
        yield wrong(DATE_OUTSIDE, entry, ("announced",), date=thing.announced, why=why, hint=hint)
