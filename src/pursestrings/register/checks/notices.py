"""Notices: a rescission ends an earlier notice, on conditions that this one speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.errors import DATES_CROSSED, FIELD_WRONG, PursestringsError
from pursestrings.register.checks.walk import current, wrong
from pursestrings.register.files import Files
from pursestrings.register.models.agency import Notice


def rescissions(files: Files) -> Iterator[PursestringsError]:
    """Rescissions of later notices, which have no effect, and of conditions that the earlier one never named."""
    notices = {one.thing.id: one for one in current(files) if isinstance(one.thing, Notice)}
    for entry in notices.values():
        later: Notice = entry.thing
        for index, name in enumerate(later.rescinds):
            if name not in notices:
                continue
            earlier: Notice = notices[name].thing
            path = ("rescinds", index)
            if later.turn <= earlier.turn:
                details = {"later": later.id, "later_date": later.turn[0]}
                details |= {"earlier": earlier.id, "earlier_date": earlier.turn[0]}
                yield wrong(DATES_CROSSED, entry, path, **details)
            if not set(later.conditions) & set(earlier.conditions):
                why = f"{later.id} and {earlier.id} have no condition in common"
                hint = "Name in `conditions` those on which the earlier notice ends."
                yield wrong(FIELD_WRONG, entry, path, why=why, hint=hint)
