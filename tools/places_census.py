"""Which governments there are: the lists of ids, put right by the joins held by hand."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import us
import yaml

ROOT = "ocd-division/country:us/"
LIST_VINTAGE = "2013"
_COUNTY_LIKE = ("county", "parish", "borough", "census_area")
_OF_NO_PLACE = re.compile(r"sld[lu]:|precinct|/cd:|school")

# The end of a name in the Census list says the legal kind; the longer ends come first.
_ENDS = (
    (" unified government", "consolidated"),
    (" metropolitan government", "consolidated"),
    (" urban county", "consolidated"),
    (" city and borough", "consolidated"),
    (" City and Borough", "borough"),
    (" charter township", "township"),
    (" Census Area", "census area"),
    (" County", "county"),
    (" Parish", "parish"),
    (" Borough", "borough"),
    (" Municipality", "borough"),
    (" Municipio", "municipio"),
    (" township", "township"),
    (" town", "town"),
    (" city", "city"),
    (" village", "village"),
    (" borough", "borough"),
    (" plantation", "plantation"),
    (" municipality", "municipality"),
    (" corporation", "town"),
)
_BARE = {
    "state:in/place:indianapolis": "city",
    "state:nj/place:princeton": "borough",
    "state:nv/place:carson_city": "city",
}


@dataclass(slots=True)
class Row:
    """One government as the table will hold it; ids without `ocd-division/country:us/`."""

    ocd: str
    name: str
    legal: str
    geoid: str = ""
    vintage: str = ""
    county_geoid: str = ""
    within: list[str] = field(default_factory=list)
    outside_counties: bool = False
    population: int | None = None
    counted: str = ""
    lat: float | None = None
    lon: float | None = None
    also: list[str] = field(default_factory=list)

    @property
    def state(self) -> str:
        """The postal code, in capitals."""
        return self.ocd.split("/", 1)[0].split(":")[1].upper()

    @property
    def is_county(self) -> bool:
        """Whether the id is that of a county or what stands for one."""
        return self.ocd.rsplit("/", 1)[-1].split(":")[0] in (*_COUNTY_LIKE, "planning_region")

    @property
    def names(self) -> list[str]:
        """The name and the others that are names, neither ids nor GEOIDs."""
        return [self.name, *(other for other in self.also if ":" not in other and not other[0].isdigit())]


def read_rows(census: Path, aliases: Path, joins: Path) -> list[Row]:
    """Every government below the states, each once, sorted by id."""
    facts = yaml.safe_load(joins.read_text(encoding="utf-8"))
    rows = {row.ocd: row for row in _listed(census)}
    for added in facts["added"]:
        row = Row(added.pop("id"), added["name"], added["legal"])
        rows[row.ocd] = row
        _change(row, added)
    for changed in facts["changed"]:
        _move(rows, changed)
    for joined in facts["consolidated"]:
        _consolidate(rows, joined)
    for ocd in facts["without_government"]:
        rows[ocd].legal = "county without government"
    _add_aliases(rows, aliases)
    _add_county_geoids(rows)
    _add_parents(rows)
    _check(rows.values())
    return [rows[ocd] for ocd in sorted(rows)]


def _listed(census: Path) -> Iterator[Row]:
    with census.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            ocd = line["id"].removeprefix(ROOT)
            geoid = line["census_geoid"].removeprefix("place-")
            name, legal, also = _name_and_kind(ocd, line["name"])
            yield Row(ocd, name, legal, geoid, LIST_VINTAGE, also=also)


def _name_and_kind(ocd: str, full: str) -> tuple[str, str, list[str]]:
    """`El Paso de Robles (Paso Robles) city` is the city El Paso de Robles, also Paso Robles."""
    kind = next((kind for kind in _ENDS if full.endswith(kind[0])), None)
    if kind:
        name, legal = full.removesuffix(kind[0]), kind[1]
    else:
        name, legal = full, _BARE.get(ocd, "township" if full.startswith("Township ") else "consolidated")
    also = []
    if match := re.fullmatch(r"(.+) \((.+)\)", name):
        name, other = match.groups()
        also = [other]
    return name, legal, also


def _change(row: Row, facts: dict[str, Any]) -> None:
    """Lay a hand-held entry over a row; the GEOID it had stays known as a former one."""
    row.name = facts.get("name", row.name)
    row.legal = facts.get("legal", row.legal)
    row.within += facts.get("within", [])
    if "geoid" in facts:
        if row.geoid:
            row.also.append(f"{row.geoid}@{row.vintage}")
        row.geoid, row.vintage = facts["geoid"].split("@")
    row.also += facts.get("also", [])


def _move(rows: dict[str, Row], facts: dict[str, Any]) -> None:
    """A change to a row, under another id or into another row where the entry says so."""
    row = rows[facts["id"]]
    if "merge" in facts:
        del rows[row.ocd]
        rows[facts["merge"]].also += [row.ocd, f"{row.geoid}@{row.vintage}"]
        return
    _change(row, facts)
    if "ocd" in facts:
        row.also.append(row.ocd)
        rows[facts["ocd"]] = rows.pop(row.ocd)
        row.ocd = facts["ocd"]


def _consolidate(rows: dict[str, Row], facts: dict[str, Any]) -> None:
    """One row for one government; the ids, GEOIDs and names of the others lead to it."""
    kept = rows[facts["keep"]]
    own_name = f"{kept.name} {kept.legal.title()}" if kept.is_county else ""
    kept.legal = "consolidated"
    _change(kept, facts)
    if own_name:
        kept.county_geoid = kept.geoid
    if own_name not in ("", kept.name):
        kept.also.append(own_name)
    for ocd in facts["same"]:
        kept.also.append(ocd)
        if (other := rows.pop(ocd, None)) is None:
            continue
        if other.is_county:
            kept.county_geoid = other.geoid
            kept.also.append(f"{other.name} {other.legal.title()}")
        else:
            kept.also.append(f"{other.geoid}@{other.vintage}")


def _add_aliases(rows: dict[str, Row], aliases: Path) -> None:
    """Other ids of the same government; those of places that bear another name give the name too."""
    canonical = {other: row for row in rows.values() for other in (row.ocd, *row.also)}
    with aliases.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            ocd, same = line["id"].removeprefix(ROOT), line["sameAs"].removeprefix(ROOT)
            if _OF_NO_PLACE.search(ocd) or "/" not in ocd:
                continue
            row = canonical[same]
            if canonical.get(ocd) is row:
                continue
            if ocd in rows:
                message = f"{ocd} and {row.ocd} are one government: hold that by hand"
                raise SystemExit(message)
            row.also.append(ocd)
            if "/place:" in ocd and "/place:" in row.ocd:
                _add_name(row, ocd.rsplit(":", 1)[1])


def _add_name(row: Row, slug: str) -> None:
    """`agawam` for `agawam_town` says that Town is no part of the name; another slug is another name."""
    own = row.ocd.rsplit(":", 1)[1]
    if own in (f"{slug}_town", f"city_of_{slug}", f"village_of_{slug}"):
        row.name = slug.replace("_", " ").title()
    else:
        row.also.append(slug.replace("_", " ").title())


def _add_county_geoids(rows: dict[str, Row]) -> None:
    """The county-level GEOID of cities outside all counties, from the list of counties of `us`."""
    known = {row.geoid for row in rows.values()} | {row.county_geoid for row in rows.values()}
    for state in us.states.STATES:
        for county in state.counties:
            if county.fips in known:
                continue
            slug = county.name.removesuffix(" city").lower().replace(". ", "_").replace(" ", "_")
            city = rows[f"state:{state.abbr.lower()}/place:{slug}"]
            city.county_geoid = county.fips
            city.legal = "independent city"


def _add_parents(rows: dict[str, Row]) -> None:
    """The county that the id or the GEOID names, and who lies in none."""
    county_of = {
        row.county_geoid or row.geoid: row.ocd for row in rows.values() if row.is_county or row.county_geoid
    }
    canonical = {other: row.ocd for row in rows.values() for other in (row.ocd, *row.also)}
    for row in rows.values():
        above = row.ocd.rsplit("/", 1)[0]
        if "/" in above:
            row.within.append(canonical[above])
        elif len(row.geoid) == 10:
            row.within.append(county_of[row.geoid[:5]])
        elif match := re.search(r"~(\w+(?:~\w+)*)_count(?:y|ies)~", row.ocd):
            row.within += [above + "/county:" + slug for slug in match[1].split("~")]
        row.within = [canonical[ocd] for ocd in dict.fromkeys(row.within) if canonical[ocd] != row.ocd]
    above_counties = {ocd for row in rows.values() if row.is_county for ocd in row.within}
    for row in rows.values():
        own = bool(row.county_geoid) or row.is_county or row.legal == "municipio"
        row.outside_counties = own or row.ocd in above_counties


def _check(rows: Iterable[Row]) -> None:
    """No id and no GEOID may stand twice; stop if one does."""
    seen: dict[str, str] = {}
    for row in rows:
        geoids = {row.geoid, row.county_geoid} - {""}
        ids = [other.split("@")[0] for other in row.also if ":" in other or other[0].isdigit()]
        for one in (row.ocd, *geoids, *ids):
            if one in seen:
                message = f"{one} stands for {seen[one]} and for {row.ocd}"
                raise SystemExit(message)
            seen[one] = row.ocd
