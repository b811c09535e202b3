"""Joint awards: a share is part of an award, never of another share, and shares never exceed the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from pursestrings.errors import FIELD_WRONG, PursestringsError
from pursestrings.register.checks.walk import current, wrong
from pursestrings.register.files import Entry, Files
from pursestrings.register.models.money import Award, AwardFile
from pursestrings.register.references import Path


def shares(files: Files) -> Iterator[PursestringsError]:
    """Shares of shares, and the share by which a joint award is given out more than once."""
    filed = {award.id: (entry, path, award) for entry, path, award in _awards(files)}
    given: dict[str, Decimal] = defaultdict(Decimal)
    for entry, path, award in filed.values():
        if award.part_of not in filed:
            continue
        whole = filed[award.part_of][2]
        if whole.part_of is not None:
            why = f"{whole.id} is itself a share, of {whole.part_of}"
            hint = f"Name the joint award: `part_of: {whole.part_of}`."
            yield wrong(FIELD_WRONG, entry, (*path, "part_of"), why=why, hint=hint)
        given[whole.id] += award.amount
        if given[whole.id] > whole.amount:
            why = f"with this share, those of {whole.id} come to {given[whole.id]}, and it has {whole.amount}"
            hint = "Correct a share or the award; no dollar counts twice."
            yield wrong(FIELD_WRONG, entry, (*path, "amount"), why=why, hint=hint)


def _awards(files: Files) -> Iterator[tuple[Entry, Path, Award]]:
    for entry in current(files):
        if isinstance(entry.thing, AwardFile):
            for position, award in enumerate(entry.thing.awards):
                yield entry, ("awards", position), award
