"""Citations of law by number: codes, regulations, public laws, orders, constitutions, bills, session laws.

The grammar knows how such citations are written and nothing of what they say; ids are made as in the register
(`usc-8-1373`, `cfr-2-200-339`, `eo-13768`). Each family of forms has a module of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from pursestrings.reading.bills import bills
from pursestrings.reading.citation_forms import STATE, Citation, reaching, sections
from pursestrings.reading.constitutions import constitutions
from pursestrings.reading.enactments import enactments
from pursestrings.reading.federal import OF_ACT, OF_TITLE, federal, of_act, of_title
from pursestrings.reading.orders import orders
from pursestrings.reading.state_codes import behind, of_code, state_codes

_SECTION_FIRST: Final = re.compile(
    r"(?<![\w.])(?:(?P<plural>§§|[Ss]ections|[Ss]ecs\.|[Ss]s\.)|§|[Ss]ection|[Ss]ec\.|[Ss]\.|(?P<chapter>[Cc]hapter))\s*(?=\d)"
)


def citations(text: str, start: int, end: int) -> list[Citation]:
    """Every citation in `text[start:end]` that says whose law it is, in order; the more telling form wins."""
    kept: list[Citation] = []
    for family in (_section_first, federal, state_codes, constitutions, enactments, orders, bills):
        for citation in family(text, start, end):
            _add(kept, citation)
    return kept


def _add(kept: list[Citation], citation: Citation) -> None:
    """Put a citation in its place, unless one found before overlaps it."""
    at = bisect_left(kept, citation.start, key=lambda one: one.start)
    before, after = kept[at - 1] if at else None, kept[at] if at < len(kept) else None
    if (before is None or before.end <= citation.start) and (after is None or citation.end <= after.start):
        kept.insert(at, citation)


def _section_first(text: str, start: int, end: int) -> Iterator[Citation]:
    """Sections that name their law behind them ("section 1373 of title 8", "s. 908.103, Florida Statutes")."""
    stop = start
    for match in _SECTION_FIRST.finditer(text, start, end):
        if match.start() < stop:
            continue  # a sign inside a list that was read
        plural = bool(match["plural"])
        found = sections(text, match.end(), end, STATE, plural=plural, start=match.start())
        if not found:
            continue
        stop = found[-1].end
        if match["chapter"]:
            if named := behind(text, stop, end):
                name, right = named
                normal = f"{name} ch. {found[0].number}"
                yield Citation(match.start(), right, (), normal, 0.9, name, found[0].number)
        elif title := OF_TITLE.match(text, stop, end):
            yield from of_title(text, found, title)
        elif act := OF_ACT.match(text, stop, end):
            yield from reaching(map(of_act, found), act.end())
        elif named := behind(text, stop, end):
            yield from reaching(of_code(text, found, named[0]), named[1])
