"""The table of US governments: a file for the states and one for what lies in each, read when first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pursestrings.places.names import key

COUNTRY: Final = "ocd-division/country:us"
_DATA: Final = Path(__file__).parent / "data"
_COUNTY_IDS: Final = frozenset(("county", "parish", "borough", "census_area", "planning_region"))
_STATE_IDS: Final = frozenset(("state", "district", "territory"))
_KIND_IN_LABEL: Final = {
    "county": "County",
    "county without government": "County",
    "parish": "Parish",
    "borough": "Borough",
    "census area": "Census Area",
    "planning region": "Planning Region",
    "township": "Township",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One US government. `None` and empty tuples stand for what no source tells."""

    ocd: str
    name: str
    """The name alone: `Chelsea`, `Bernalillo`."""
    also: tuple[str, ...]
    """Its other names."""
    label: str
    """The name as people write it: `Chelsea, MA`, `Bernalillo County, NM`, `Massachusetts`."""
    legal: str
    """The legal kind: city, town, township, village, borough, county, parish, consolidated, …"""
    level: str
    """`country`, `state`, `county`, `municipality` or `township`; a consolidated city-county is a municipality."""
    state: str | None
    """The postal code, in capitals; `None` for the country."""
    geoid: str | None
    geoid_vintage: str | None
    """The year of the Census geography that the GEOID belongs to."""
    county_geoid: str | None
    """The five digits by which county tables know an independent city or a consolidated city-county."""
    parents: tuple[str, ...]
    """OCD ids of what it lies in, nearest first: counties, the state, the country."""
    circuit: str | None
    """The federal circuit: `1` to `11`, or `dc`."""
    districts: tuple[str, ...]
    """Federal district courts, by courts-db id: all of a state's, and for a place the one that is sure."""
    population: int | None
    population_source: str | None
    """`fbi 2025`, the people its own police serve, of that year; `geonames`, undated."""
    lat: float | None
    lon: float | None


class Shelf:
    """What one file holds, and the ways to find it."""

    def __init__(self) -> None:
        """An empty shelf."""
        self.places: list[Place] = []
        self.by_ocd: dict[str, Place] = {}
        self.by_geoid: dict[str, Place] = {}
        self.by_name: dict[str, list[Place]] = defaultdict(list)

    def add(self, place: Place, former: list[str]) -> None:
        """Put a place under its id, GEOIDs and names, and under the other ids and GEOIDs in `former`."""
        self.places.append(place)
        self.by_ocd[place.ocd] = place
        for geoid in (place.geoid, place.county_geoid):
            if geoid:
                self.by_geoid[geoid] = place
        for other in former:
            if other.startswith(COUNTRY):
                self.by_ocd[other] = place
            else:
                self.by_geoid[other.partition("@")[0]] = place
        for name in {key(place.name), *map(key, place.also)}:
            self.by_name[name].append(place)


@cache
def top() -> Shelf:
    """The country and what lies right under it."""
    found = Shelf()
    for *cells, postal, circuit, districts in _lines("us"):
        place, former = _place(cells, COUNTRY, postal or None, circuit or None, tuple(districts.split()))
        found.add(place, former)
    return found


@cache
def states() -> tuple[Place, ...]:
    """The states, the District of Columbia and the territories, by postal code."""
    return tuple(place for place in top().places if place.level == "state")


@cache
def shelf(postal: str) -> Shelf:
    """What lies in a state, by its postal code in capitals; where nothing does, the state itself."""
    state = next(place for place in states() if place.state == postal)
    districts = state.districts if len(state.districts) == 1 else ()
    found = Shelf()
    for cells in _lines(postal.lower()):
        found.add(*_place(cells, state.ocd, postal, state.circuit, districts))
    if not found.places:
        found.add(state, [])
    return found


@cache
def ids(postal: str) -> frozenset[str]:
    """The ids of what lies in a state, by its postal code in capitals; quicker than its shelf."""
    above = next(place.ocd for place in states() if place.state == postal)
    return frozenset(f"{above}/{cells[0]}" for cells in _lines(postal.lower()))


def all_places() -> Iterator[Place]:
    """Every place: the country, the states, then state by state in the order of ids. Reads every file."""
    yield from top().places
    for state in states():
        yield from (place for place in shelf(str(state.state)).places if place is not state)


def _lines(name: str) -> Iterator[list[str]]:
    """The cells of each line under the heading; none where there is no such file."""
    file = _DATA / f"{name}.tsv"
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            yield line.split("\t")


def _place(
    cells: list[str], above: str, postal: str | None, circuit: str | None, districts: tuple[str, ...]
) -> tuple[Place, list[str]]:
    """A place from its line, with its other ids and GEOIDs. Ids in the file lead on from the one `above`."""
    path, geoid, vintage, name, legal, county_geoid, within, population, counted, lat, lon, others = cells
    also, former = _others(others, above) if others else ((), [])
    above_all = (above,) if above == COUNTRY else (above, COUNTRY)
    level = _level(path, legal)
    place = Place(
        ocd=f"{above}/{path}".rstrip("/"),
        name=name,
        also=also,
        label=_label(name, legal, level, postal),
        legal=legal,
        level=level,
        state=postal,
        geoid=geoid or None,
        geoid_vintage=vintage or None,
        county_geoid=county_geoid or None,
        parents=(*(f"{above}/{county}" for county in within.split()), *above_all) if path else (),
        circuit=circuit,
        districts=districts,
        population=int(population) if population else None,
        population_source=counted or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
    )
    return place, former


def _others(others: str, above: str) -> tuple[tuple[str, ...], list[str]]:
    """The last cell: other names, and other ids and GEOIDs."""
    also, former = [], []
    for other in others.split("|"):
        if ":" in other:
            former.append(f"{above}/{other}")
        elif other[0].isdigit():
            former.append(other)
        else:
            also.append(other)
    return tuple(also), former


def _level(path: str, legal: str) -> str:
    if not path:
        return "country"
    kind = path.rpartition("/")[2].partition(":")[0]
    if kind in _STATE_IDS:
        return "state"
    if legal in ("consolidated", "municipality"):
        return "municipality"
    if kind in _COUNTY_IDS:
        return "county"
    # OCD ids put towns and townships under their county, but those of New England, which do
    # what cities do elsewhere, right under the state.
    return "township" if "/" in path else "municipality"


def _label(name: str, legal: str, level: str, postal: str | None) -> str:
    if legal == "district":
        return f"Washington, {postal}"
    if level in ("country", "state"):
        return name
    named = level == "county" or legal == "township"
    kind = _KIND_IN_LABEL.get(legal) if named and not name.startswith("Township ") else None
    return f"{name} {kind}, {postal}" if kind else f"{name}, {postal}"
