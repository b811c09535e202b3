"""What the other names of a document say for one name: the states they lie in, and how near they are.

Each name has a voice: its likeliest meanings with their shares. Only the weightiest names of a document are
heard, and those that stand beside a name in its sentence, so that a document of any length is read in time
linear in it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.reading.places.gazetteer import COUNTRY, COUNTY, FAR_LARGER, Candidate
from pursestrings.reading.places.groups import Group

_NEAR_KM: Final = 60.0
_FAR_DEGREES: Final = 3.0
"""What lies farther north or south than this adds less than a hundredth to what is near."""
_CLOSE: Final = 40
"""Characters between two names that are told in one breath."""
_LEAST_TOLD: Final = 0.05
_MOST_HEARD: Final = 150
_HINT_TOLD: Final = 0.5

Point = tuple[float, float, float]
"""How surely something lies there, latitude, longitude."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the document says about where it plays, apart from one name; `beside` is of names close by.

    `abroad`: how surely a region is told by its country's name, behind a name, or by a city without a comparable
    American namesake.
    """

    regions: Mapping[str, float]
    abroad: Mapping[str, float]
    told: float
    points: Sequence[Point]
    beside: Sequence[Point]
    states_beside: float
    others_beside: float
    counties: frozenset[str]
    home: frozenset[str]

    def near(self, meaning: Candidate) -> float:
        """How much of what the document names lies near."""
        return _near(meaning, self.points)

    def near_beside(self, meaning: Candidate) -> float:
        """How much of what is named in the same breath lies near."""
        return _near(meaning, self.beside)


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one name says for the others."""

    own: Group
    bare: str
    meanings: Sequence[tuple[float, Candidate]]
    points: Sequence[Point]
    at_home: int
    """How many live in the largest American place of the name."""

    @classmethod
    def of(cls, own: Group) -> _Voice:
        said = [(share * own.weight, one) for share, one in zip(own.shares, own.meanings, strict=True)]
        loud = [(told, one) for told, one in said if told >= _LEAST_TOLD]
        points = [
            (told, one.lat, one.lon)
            for told, one in loud
            if one.lat is not None and one.lon is not None and not one.wide
        ]
        at_home = max((one.population for one in own.meanings if one.american), default=0)
        return cls(own, own.spans[0].bare, loud, points, at_home)

    def is_abroad(self, meaning: Candidate) -> bool:
        """Whether a meaning is a country, or a city that no American place of the name compares with."""
        larger = meaning.population >= FAR_LARGER * self.at_home
        return meaning.level == COUNTRY or (larger and not meaning.american)


class Hearing:
    """The voices of all names of a document as they stand now."""

    def __init__(self, groups: Sequence[Group], beside: Mapping[int, Sequence[Group]]) -> None:
        """`beside` is what `neighbours` found; the groups have their shares."""
        loudest = sorted(groups, key=lambda own: -own.weight)[:_MOST_HEARD]
        self._heard = {id(own): _Voice.of(own) for own in loudest if own.shares}
        self._beside = beside

    def evidence_for(self, own: Group, home: frozenset[str]) -> Evidence:
        """What the other names say for one."""
        bare = own.spans[0].bare
        regions: dict[str, float] = defaultdict(float)
        abroad: dict[str, float] = defaultdict(float)
        points: list[Point] = []
        counties: set[str] = set()
        for voice in self._heard.values():
            if voice.own is own:
                continue
            if voice.own.hint and voice.bare != bare:
                regions[voice.own.hint] += _HINT_TOLD
                abroad[voice.own.hint] += _HINT_TOLD
            for told, meaning in voice.meanings:
                regions[meaning.region] += told
                if voice.is_abroad(meaning):
                    abroad[meaning.region] += told
                if meaning.level == COUNTY and meaning.ocd and told > 0.5:
                    counties.add(meaning.ocd)
            points += voice.points
        near: list[Point] = []
        states = others = 0.0
        for other in self._beside.get(id(own), ()):
            voice = self._heard.get(id(other)) or _Voice.of(other)
            near += voice.points
            qualifies = any(span.qualifies for span in other.spans)
            states += 0.0 if qualifies else sum(t for t, one in voice.meanings if one.wide)
            others += sum(t for t, one in voice.meanings if not one.wide)
        return Evidence(
            regions, abroad, sum(regions.values()), points, near, states, others, frozenset(counties), home
        )


def neighbours(groups: Sequence[Group]) -> dict[int, list[Group]]:
    """For each group, by its `id`, the groups that stand close to it somewhere, as in a list."""
    found: dict[int, dict[int, Group]] = defaultdict(dict)
    for one, other in _pairs(groups):
        if one is not other:
            found[id(one)][id(other)] = other
            found[id(other)][id(one)] = one
    return {key: list(others.values()) for key, others in found.items()}


def _pairs(groups: Sequence[Group]) -> Iterator[tuple[Group, Group]]:
    """The groups of every two mentions that stand close together in one paragraph."""
    mentions = sorted(
        ((span.start, span.end, span.sentence.start, own) for own in groups for span in own.spans),
        key=lambda mention: mention[:2],
    )
    for index, (_, end, paragraph, own) in enumerate(mentions):
        for behind in range(index + 1, len(mentions)):
            start, _, other_paragraph, other = mentions[behind]
            if start - end >= _CLOSE or other_paragraph != paragraph:
                break
            yield own, other


def _near(meaning: Candidate, points: Sequence[Point]) -> float:
    lat, lon = meaning.lat, meaning.lon
    if lat is None or lon is None or meaning.wide:
        return 0.0
    total = 0.0
    for told, other_lat, other_lon in points:
        if -_FAR_DEGREES < lat - other_lat < _FAR_DEGREES:
            total += told * math.exp(-_kilometres(lat, lon, other_lat, other_lon) / _NEAR_KM)
    return math.log1p(total)


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Flat-earth distance, good enough for what is near."""
    north = (lat - other_lat) * 111.2
    east = (lon - other_lon) * 111.2 * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(north, east)
