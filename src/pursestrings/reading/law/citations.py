"""Citations of law by number: codes, regulations, public laws, orders, constitutions, bills, session laws.

The grammar knows how such citations are written and nothing of what they say; ids are made as in the register
(`usc-8-1373`, `cfr-2-200-339`, `eo-13768`). Each family of forms has a module of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from pursestrings.documents.taken import Taken
from pursestrings.reading.law.bills import bills
from pursestrings.reading.law.constitutions import constitutions
from pursestrings.reading.law.enactments import enactments
from pursestrings.reading.law.federal import OF_ACT, OF_TITLE, federal, of_act, of_title
from pursestrings.reading.law.forms import STATE, Citation, reaching, sections
from pursestrings.reading.law.orders import orders
from pursestrings.reading.law.state_codes import behind, of_code, state_codes

_FIGURE: Final = re.compile(r"\d")
_SECTION_FIRST: Final = re.compile(
    r"(?<![\w.])(?:(?P<plural>§§|[Ss]ections|[Ss]ecs\.|[Ss]s\.)|§|[Ss]ection|[Ss]ec\.|[Ss]\.|(?P<chapter>[Cc]hapter))\s*(?=\d)"
)


def citations(text: str, start: int, end: int) -> list[Citation]:
    """Every citation in `text[start:end]` that says whose law it is, in order; the more telling form wins."""
    every: Iterable[Citation] = constitutions(text, start, end)
    if _FIGURE.search(text, start, end):  # all others have one
        code_first = [*federal(text, start, end), *state_codes(text, start, end)]
        others = (family(text, start, end) for family in (enactments, orders, bills))
        every = chain(_section_first(text, start, end, code_first), code_first, every, *others)
    taken = Taken()
    return sorted((one for one in every if taken.take(one.start, one.end)), key=lambda one: one.start)


def _section_first(text: str, start: int, end: int, code_first: Iterable[Citation]) -> Iterator[Citation]:
    """Sections that name their law behind them ("section 1373 of title 8", "s. 908.103, Florida Statutes").

    A section whose code stands before it, as one of `code_first`, is no law's that is named after it.
    """
    stop = start
    owned = Taken((one.start, one.end) for one in code_first)
    for match in _SECTION_FIRST.finditer(text, start, end):
        if match.start() < stop or owned.holds(match.end(), match.end() + 1):
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
