"""Sources and looks: each is whole, so that a reader can go and see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from pursestrings.dates import PartialDate
from pursestrings.errors import DATE_OUTSIDE, FIELD_WRONG, NOT_LOOKED_AT, PursestringsError
from pursestrings.register.checks.walk import current, parts, wrong
from pursestrings.register.files import Files
from pursestrings.register.models.base import Checked, Fact, SeenAt, Source

_STALE_YEARS = 1


def whole(files: Files) -> Iterator[PursestringsError]:
    """Addresses that lead nowhere, and titles that are addresses."""
    for entry, path, one in parts(files):
        if isinstance(one, (Source, Checked)) and one.url is not None and not _leads(one.url):
            why = f"{one.url!r} is no address"
            hint = "Write it whole, from http:// or https:// on, or leave it out."
            yield wrong(FIELD_WRONG, entry, (*path, "url"), why=why, hint=hint)
        if isinstance(one, Source) and _leads(one.title):
            why = "the title is an address"
            hint = "Write the title of the paper or page; the address goes into `url`."
            yield wrong(FIELD_WRONG, entry, (*path, "title"), why=why, hint=hint)


def _leads(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that close nothing
        return False
    return parts.scheme in {"http", "https"} and "." in parts.netloc and not any(map(str.isspace, text))


def looks(files: Files) -> Iterator[PursestringsError]:
    """Looks that do not say at what they were, and looks dated before anything that there was to look at.

    One's own facts may be older than the question at what a look was.
    """
    for entry, path, one in parts(files):
        if isinstance(one, Checked) and one.at is None and not entry.private:
            kinds = ", ".join(SeenAt)
            yield wrong(FIELD_WRONG, entry, path, why="it is not said at what", hint=f"Write `at`: {kinds}.")
        if not isinstance(one, Fact) or one.checked is None or one.earliest_source is None:
            continue
        if one.checked.on.latest < one.earliest_source.earliest:
            why = f"its earliest source is of {one.earliest_source}"
            hint = "Correct the day of the look, or of the source."
            yield wrong(
                DATE_OUTSIDE, entry, (*path, "checked", "on"), date=one.checked.on, why=why, hint=hint
            )


def not_looked_at(files: Files, on: PartialDate) -> Iterator[PursestringsError]:
    """Facts at which nobody has looked for over a year before the day: a warning, never an error.

    A fact without a look is as old as its last dated source.
    """
    counting = {id(entry) for entry in current(files)}
    for entry, path, one in parts(files):
        if isinstance(one, Fact) and one.sure and id(entry) in counting:
            seen = one.checked.on if one.checked else max(one.source_dates, default=None)
            if seen is None or _year_after(seen) < on.earliest:
                yield wrong(NOT_LOOKED_AT, entry, path, since=seen or "no date that a source bears")


def _year_after(seen: PartialDate) -> date:
    last = seen.latest
    leap = (last.month, last.day) == (2, 29)
    return last.replace(year=last.year + _STALE_YEARS, day=28 if leap else last.day)
