"""The governments that a document names, and which of them an office speaks for that stands without its place.

A governor of a text that names one state governs that state. Where the text names two, nothing is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from pursestrings import places
from pursestrings.documents import Document
from pursestrings.documents.datelines import dateline_of
from pursestrings.reading.findings import PlaceMention
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.places.gazetteer import COUNTY, STATE

_EITHER: Final = "either"
_CITY: Final = "city"
_DATELINE: Final = 200
"""How many characters a dateline may take up."""
_STATE_PARTS: Final = 3
"""How many parts the id of a state has; those of its local governments begin with them."""


class NamedPlaces:
    """The governments that a document names, by where; called with a stretch, it gives the last one in it."""

    def __init__(self, document: Document, named: Iterable[PlaceMention]) -> None:
        """`named` in the order of the text."""
        known = [(one.anchor.start, one.anchor.end, one.place) for one in named if one.place]
        self._document = document
        self._starts = [start for start, _, _ in known]
        self._ends = [end for _, end, _ in known]
        self._places = [place for _, _, place in known]
        self._blocks = [(block.start, block.end) for block in document.blocks]
        self._only: dict[str, str | None] = {}
        self._kinds: dict[str, str] = {}
        self._offices: dict[tuple[str, int], str | None] = {}
        self._bodies: dict[tuple[str, int], str | None] = {}

    def __call__(self, start: int, end: int) -> str | None:
        """The last government named inside a stretch of the text."""
        for index in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._starts[index] < start:
                return None
            if self._ends[index] <= end:
                return self._places[index]
        return None

    def of_body(self, name: str, offset: int) -> str | None:
        """The government in the name of a body, where it stands first from `offset` on or last before."""
        if (name, offset) not in self._bodies:
            text = self._document.text
            at = text.find(name, offset)
            at = text.rfind(name, 0, offset) if at < 0 else at
            self._bodies[name, offset] = self(at, at + len(name)) if at >= 0 else None
        return self._bodies[name, offset]

    def of_office(self, title: str, offset: int) -> str | None:
        """The government of a bare office whose title stands at `offset`; None where the text leaves doubt.

        It is the only one of its kind in the text. A state office may also be that of the dateline's state, and a
        county office that of the county just named in the paragraph.
        """
        if (title, offset) not in self._offices:
            kind = _kind(title)
            if kind == _EITHER:
                kind = self._told_kind(title.lower().split()[-1])
            self._offices[title, offset] = self._of_kind(kind, offset) if kind is not None else None
        return self._offices[title, offset]

    def _of_kind(self, kind: str, offset: int) -> str | None:
        if kind not in self._only:
            self._only[kind] = _single(self._places, kind)
        if self._only[kind] is not None or kind not in {STATE, COUNTY}:
            return self._only[kind]
        at = max(0, bisect_right(self._blocks, (offset, offset)) - 1)
        start = self._blocks[at][0] if self._blocks else 0
        opening = self._document.text[start : min(offset, start + _DATELINE)]
        if kind == STATE and dateline_of(opening) is None:
            return None
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, offset)
        return _single(self._places[first:last], kind)

    def _told_kind(self, office: str) -> str:
        """Whether the text calls an office that a city or a county may have by its kind: "county supervisors"."""
        if office not in self._kinds:
            called = rf"\b(county|city) (?:board |commission |council )?(?:of )?{re.escape(office)}"
            told = {match[1].lower() for match in re.finditer(called, self._document.text, re.IGNORECASE)}
            self._kinds[office] = told.pop() if len(told) == 1 else _EITHER
        return self._kinds[office]


def fits(title: str, place: str) -> str | None:
    """The government that an office is of by the place beside it: of a governor in a city its state's."""
    kind = _kind(title)
    return _as_kind(place, kind) if kind in {STATE, COUNTY} else place


def _kind(title: str) -> str | None:
    """Which kind of government a title without a place is of."""
    lower = title.lower()
    parts = lower.split()
    if not parts or parts[0] in {"former", "then"}:
        return None
    if _ends_in(lower, "of-state") or parts[0] == "state":
        return STATE
    if _ends_in(lower, "of-county") or "county" in parts:
        return COUNTY
    if _ends_in(lower, "of-city") or "city" in parts:
        return _CITY
    return _EITHER if _ends_in(lower, "of-either") else None


def _ends_in(title: str, part: str) -> bool:
    return any(f" {title}".endswith(f" {entry.replace('|', ' ')}") for entry in section("titles", part))


def _single(named: Iterable[str], kind: str) -> str | None:
    """The one government of a kind among some, if there is but one."""
    found = {own for place in set(named) if (own := _as_kind(place, kind)) is not None}
    return next(iter(found)) if len(found) == 1 else None


def _as_kind(place: str, kind: str) -> str | None:
    """A government as one of a kind: a city tells its state; a city that is its own county is both."""
    parts = place.split("/")
    if kind == STATE:
        return "/".join(parts[:_STATE_PARTS]) if len(parts) >= _STATE_PARTS and "state:" in place else None
    known = places.get(place)
    if known.level == STATE:
        return None
    if kind == COUNTY:
        return place if known.level == COUNTY or known.legal == "consolidated" else None
    return place if kind == _EITHER or known.level != COUNTY else None
