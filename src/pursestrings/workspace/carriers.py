"""The documents that carry a quotation: how many independent sources they are, and who published it first.

Both answers speak of the documents that were read, and keep to what these say: their dates, and the outlets
that they credit.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pursestrings.dates import PartialDate
from pursestrings.documents.headline import folded

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A document that prints a quotation. A rewritten copy prints other words, and counts for nothing."""

    document: str
    publisher: str | None = None
    origin: str | None = None
    published: PartialDate | None = None
    copy_of: str | None = None
    rewritten: bool = False

    @property
    def story(self) -> str:
        """The document that its family are copies of."""
        return self.copy_of or self.document


@dataclass(frozen=True, slots=True)
class Sources:
    """`independent` sources at least; besides, `unknown` stories whose outlet nothing names.

    Those may come from one of the others, so they make no source of their own unless there is no other.
    """

    independent: int
    unknown: int


def sources_of(carriers: Iterable[Carrier]) -> Sources:
    """How many sources do not come from one another.

    A family of copies is one source, and so is an outlet with every story that credits it. Two stories of one
    outlet are one.
    """
    whole = [one for one in carriers if not one.rewritten]
    originals = {one.document: one for one in whole}
    links: list[tuple[Hashable, Hashable]] = []
    for one in whole:
        from_whom = originals.get(one.story, one)
        outlets = {one.origin, from_whom.origin or from_whom.publisher} - {None}
        links += [(one.story, ("outlet", folded(outlet or ""))) for outlet in outlets] or [
            (one.story, one.story)
        ]
    groups = _joined(links)
    named = sum(any(isinstance(member, tuple) for member in group) for group in groups)
    return Sources(max(named, min(1, len(groups))), len(groups) - named if named else max(0, len(groups) - 1))


def _joined(links: Iterable[tuple[Hashable, Hashable]]) -> list[set[Hashable]]:
    """What hangs together by these links."""
    home: dict[Hashable, set[Hashable]] = {}
    for one, other in links:
        left, right = home.setdefault(one, {one}), home.setdefault(other, {other})
        if left is not right:
            small, large = sorted((left, right), key=len)
            large |= small
            home.update(dict.fromkeys(small, large))
    return list({id(group): group for group in home.values()}.values())


class Certainty(StrEnum):
    """Whether the first publication can be told: `tie` means several on the same first day."""

    KNOWN = "known"
    TIE = "tie"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Publication:
    """One outlet's first printing of a quotation; of a document without a known outlet, that document's.

    It came out on or before `latest` and not before `earliest`, where these are known. An outlet that is only
    credited by others has no `documents` here.
    """

    outlet: str | None
    documents: list[Carrier] = field(default_factory=list)
    credited: list[PartialDate] = field(default_factory=list)

    @property
    def latest(self) -> date | None:
        """The day by which it was out."""
        days = [one.published.latest for one in self.documents if one.published]
        return min([*days, *(day.latest for day in self.credited)], default=None)

    @property
    def earliest(self) -> date | None:
        """The day before which it was not out; None where it may have been out any time."""
        days = [one.published.earliest for one in self.documents if one.published]
        if not days or len(days) < len(self.documents):
            return None
        # Where a reprint is older than every document of its outlet, the one that it reprints is not here.
        latest = self.latest
        return min(days) if latest is None or latest >= min(days) else None

    def as_json(self) -> Json:
        """Outlet, the documents of its first day, that day, and the day by which it was out at the latest."""
        day = min((one.published for one in self.documents if one.published), default=None)
        sure = self.earliest is not None
        first = [one.document for one in self.documents if not sure or one.published == day]
        return {
            "outlet": self.outlet,
            "documents": first,
            "date": str(day) if day and sure else None,
            "by": str(self.latest) if self.latest else None,
        }


@dataclass(frozen=True, slots=True)
class First:
    """The first publication, or those of the same first day, or those that may be the first."""

    certainty: Certainty
    publications: tuple[Publication, ...]

    def as_json(self) -> Json:
        """As the answer to `quoted` has it."""
        return {
            "certainty": self.certainty.value,
            "publications": [one.as_json() for one in self.publications],
        }


def first_of(carriers: Sequence[Carrier]) -> First:
    """Who published first, by date and by credit: a story that credits an outlet comes after that outlet's own."""
    all_ = _publications([one for one in carriers if not one.rewritten])
    out = min((one.latest for one in all_ if one.latest), default=None)
    if len(all_) == 1:
        return First(Certainty.KNOWN, tuple(all_))
    if out is None:
        return First(Certainty.UNKNOWN, tuple(all_))
    likely = [one for one in all_ if one.earliest is None or one.earliest <= out]
    if len(likely) == 1:
        return First(Certainty.KNOWN, tuple(likely))
    tied = all(one.earliest == one.latest == out for one in likely)
    return First(Certainty.TIE if tied else Certainty.UNKNOWN, tuple(likely))


def _publications(carriers: Sequence[Carrier]) -> list[Publication]:
    """Each outlet's own printing, known from its documents and from those that credit it; in the order of days."""
    found: dict[str, Publication] = {}
    for one in carriers:
        if one.origin is None:
            key = folded(one.publisher) if one.publisher else f"document {one.document}"
            found.setdefault(key, Publication(one.publisher)).documents.append(one)
    credited_by = {folded(one.publisher): one.origin for one in carriers if one.publisher and one.origin}
    own = frozenset(found)
    for one in carriers:
        if one.origin is not None:
            origin = _source(one.origin, credited_by, own)
            credited = found.setdefault(folded(origin), Publication(origin)).credited
            credited += [one.published] if one.published else []
    return sorted(found.values(), key=lambda one: (one.latest or date.max, one.outlet or "~"))


def _source(origin: str, credited_by: Mapping[str, str], own: frozenset[str]) -> str:
    """Who is meant in the end, where the outlet credited has no story of its own and credits another in its turn."""
    outlet, seen = origin, {folded(origin)}
    while folded(outlet) not in own and (further := credited_by.get(folded(outlet))):
        if folded(further) in seen:
            return origin
        seen.add(folded(further))
        outlet = further
    return outlet
