"""Which row of the table a fact of another source belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from places_census import Row
from places_facts import Agency, Counties, Named, Spot
from places_shapes import Shape
from pursestrings.places.names import answers_to, key

_NEAR = 0.5  # degrees
_CITY_LIKE = ("city", "consolidated", "independent city", "municipality", "municipio", "district")


def add_police(rows: Iterable[Row], agencies: Iterable[Agency], counties: Counties) -> None:
    """Population served, and the counties, from the police of that name, kind and county.

    Where several governments could be meant, the likeliest has it; where none is before the others,
    the agency is left out.
    """
    named = _by_name(rows)
    for agency in agencies:
        found = counties.called(agency.state, agency.counties)
        for reading in agency.readings:
            row = _likeliest(named.get((agency.state, reading.key), ()), reading.kind, found)
            if row is None:
                continue
            if agency.population > (row.population or 0):
                row.population, row.counted = agency.population, f"fbi {agency.year}"
            _add_counties(row, found)
            break


def add_spots(rows: Iterable[Row], sources: Sequence[dict[Named, list[Spot]]], counties: Counties) -> None:
    """Point, county and, for places with none yet, population, from the first source that has the name there.

    A point serves one government only, in the same order of likelihood as with police, so that the
    township around a city does not get the city's point. Where no county is known and the sources
    point to different corners of the state, nothing is taken.
    """
    governments = sorted((row for row in rows if not row.is_county or row.legal == "consolidated"), key=_rank)
    for spots in sources:
        for row in governments:
            if row.lat is not None or not (mine := _spots_of(row, spots, counties)):
                continue
            others = [_spots_of(row, other, counties) for other in sources if other is not spots]
            if row.within or row.outside_counties or all(_near(mine, other) for other in others if other):
                _settle(row, max(mine, key=lambda spot: spot.population), counties)
                for spot in (spot for source in sources for spot in _spots_of(row, source, counties)):
                    spot.taken = True


def add_centres(rows: Iterable[Row], shapes: dict[str, Shape]) -> None:
    """The centre of its shape for each county that has no point yet."""
    for row in rows:
        geoid = row.county_geoid or row.geoid
        if row.lat is None and geoid in shapes:
            row.lat, row.lon = shapes[geoid].centre()


def _by_name(rows: Iterable[Row]) -> dict[Named, list[Row]]:
    named: dict[Named, list[Row]] = defaultdict(list)
    for row in rows:
        if not row.is_county or row.legal == "consolidated":
            for name in {key(name) for name in row.names}:
                named[row.state, name].append(row)
    return named


def _likeliest(rows: Iterable[Row], kind: str | None, found: list[str]) -> Row | None:
    fits = [
        row
        for row in rows
        if (kind is None or kind == row.legal or (kind == "city" and row.legal in _CITY_LIKE))
        and answers_to(row.legal, kind)
        and _agree(row.within, found)
    ]
    best = min(map(_rank, fits), default=None)
    first = [row for row in fits if _rank(row) == best]
    return first[0] if len(first) == 1 else None


def _spots_of(row: Row, spots: dict[Named, list[Spot]], counties: Counties) -> list[Spot]:
    around = [row.ocd] if row.county_geoid else row.within
    for name in row.names:
        same = [spot for spot in spots.get((row.state, key(name)), ()) if not spot.taken]
        mine = [spot for spot in same if _agree(around, counties.holding(row.state, spot))]
        if mine:
            return mine
    return []


def _near(some: Iterable[Spot], others: Sequence[Spot]) -> bool:
    """Whether any two points lie within some 50 km of each other."""
    return any(abs(a.lat - b.lat) < _NEAR and abs(a.lon - b.lon) < _NEAR for a in some for b in others)


def _settle(row: Row, spot: Spot, counties: Counties) -> None:
    row.lat, row.lon = round(spot.lat, 4), round(spot.lon, 4)
    # GeoNames counts the settlement, which is the government for a city or village, not for a township.
    if row.population is None and spot.population and len(row.geoid) != 10:
        row.population, row.counted = spot.population, "geonames"
    held = counties.holding(row.state, spot)
    _add_counties(row, held)
    row.within.sort(key=lambda ocd: (_system(ocd), ocd not in held))


def _agree(within: Iterable[str], found: Iterable[str]) -> bool:
    """Whether two lists of counties may be of one place: one in common, if they are of one system."""
    common_systems = {_system(ocd) for ocd in within} & {_system(ocd) for ocd in found}
    return not common_systems or bool(set(within) & set(found))


def _add_counties(row: Row, found: Iterable[str]) -> None:
    """Counties of a system the row has none of, for what can lie in a county."""
    if not row.outside_counties:
        held = {_system(ocd) for ocd in row.within}
        row.within += [ocd for ocd in dict.fromkeys(found) if _system(ocd) not in held]


def _system(ocd: str) -> str:
    """Connecticut has counties and planning regions; everywhere else there is one system."""
    return "planning_region" if "/planning_region:" in ocd else "county"


def _rank(row: Row) -> int:
    """How likely a bare name means this one: a city, a New England town, a village or borough, a township."""
    if row.legal in _CITY_LIKE:
        return 0
    if row.ocd.count("/") > 1 or row.legal == "township":
        return 3
    return 1 if len(row.geoid) == 10 else 2
