"""What the register as a whole is known to lack."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.register.coverage.counts import NOT_LOOKED_AT, Counts
from pursestrings.register.index import Register


def missing(register: Register, found: Counts) -> Iterator[str]:
    """What is known to be missing in all, a sentence each."""
    uncoded = sorted(one.id for one in register.conditions.values() if one.do_not_compute is not None)
    if uncoded:
        yield f"Conditions known to exist whose text nobody has coded: {', '.join(uncoded)}."
    lacking = sorted(one.id for one in register.lists.values() if not one.complete)
    if lacking:
        yield f"Lists of which entries are missing: {', '.join(lacking)}."
    unnamed = sorted(one.id for one in register.cases.values() if not one.plaintiffs_complete)
    if unnamed:
        yield f"Cases of which plaintiffs are missing: {', '.join(unnamed)}."
    sought = sum(bool(one.looked_for) and not one.policies for one in register.place_records.values())
    if sought:
        yield f"Places for whose rules somebody looked and found none: {sought}."
    remembered = sum(count.confidence["recalled"] for count in found.kinds.values())
    yield f"Facts that are only remembered, and count for nothing until someone finds a source: {remembered:,}."
    unseen = sum(count.looked[NOT_LOOKED_AT] for count in found.kinds.values())
    yield f"Facts at which nobody has looked again since they were entered: {unseen:,}."
