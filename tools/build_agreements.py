"""Writes `register/agreements/` from a table of snapshots of ICE's list of agencies with 287(g) agreements.

python tools/build_agreements.py AGREEMENTS.csv

The table is that of github.com/recoveredfactory/287g-watch (MIT): one row for each agreement and snapshot,
with `date`, `state`, `county`, `agency`, `agency_type` and `type`. Nothing else of it is taken over.
An agency whose government cannot be told for sure stands without a place.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pursestrings.errors import PursestringsError
from pursestrings.places import Place, find
from pursestrings.register.writer import written

REGISTER = Path(__file__).resolve().parents[1] / "register" / "agreements"
_MODELS = {
    "Jail Enforcement Model": "jail_enforcement",
    "Task Force Model": "task_force",
    "Warrant Service Officer": "warrant_service_officer",
}
_STATE_TYPES = (
    "state police",
    "state bureau",
    "attorney general",
    "fish and wildlife",
    "alcohol",
    "agricultural",
)
_OF_A_COUNTY = re.compile(r"(.+ (?:county|parish))\b")
_SCHOOL = re.compile(r"university|college")
_SMALL = {"of", "and", "the", "for"}
_SOURCES = [
    {
        "title": "Agencies with agreements under section 287(g), the list as it stood on 17 occasions",
        "publisher": "US Immigration and Customs Enforcement, kept by 287g-watch",
        "date": "2025-07-03",
        "url": "https://github.com/recoveredfactory/287g-watch",
    }
]

Row = dict[str, str]


def main() -> None:
    """Write one file for each state of the table."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["type"] in _MODELS]
    days = sorted(row["date"][:10] for row in rows)
    by_state: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_state[row["state"]].append(row)
    REGISTER.mkdir(exist_ok=True)
    for name, listed in by_state.items():
        state = find(name.title())
        postal = state.ocd.rpartition(":")[2]
        data = {
            "id": f"287g-{postal}",
            "state": state.ocd,
            "listed_from": days[0],
            "listed_until": days[-1],
            "agreements": list(_agreements(listed, state)),
            "sources": _SOURCES,
            "confidence": "secondary",
        }
        (REGISTER / f"287g-{postal}.yaml").write_text(written(data), encoding="utf-8")


def _agreements(rows: list[Row], state: Place) -> Iterator[dict[str, str]]:
    seen: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        seen[row["agency"], row["type"]].append(row)
    for (agency, model), listed in sorted(seen.items()):
        days = sorted(row["date"][:10] for row in listed)
        place = _place(listed[0], state)
        yield {
            "agency": _printed(
                agency.replace(f"{listed[0]['state'].lower()} of ", f"{state.name} department of ")
            ),
            **({"place": place.ocd} if place else {}),
            "model": _MODELS[model],
            "listed_from": days[0],
            "listed_until": days[-1],
        }


def _place(row: Row, state: Place) -> Place | None:
    """The government of an agency: a county's, a police department's town, or the state itself."""
    postal = state.ocd.rpartition(":")[2].upper()
    agency = row["agency"]
    county = _OF_A_COUNTY.match(agency)
    if county:
        return _found(f"{_printed(county[1])}, {postal}")
    if agency.endswith(" police") and "local police" in row["agency_type"].lower():
        return _found(f"{_printed(agency.removesuffix(' police'))}, {postal}")
    if agency.startswith(row["state"].lower()) and not _SCHOOL.search(agency):
        return state
    return state if any(word in row["agency_type"].lower() for word in _STATE_TYPES) else None


def _found(name: str) -> Place | None:
    try:
        return find(name)
    except PursestringsError:
        return None


def _printed(name: str) -> str:
    return " ".join(word if word in _SMALL else word.capitalize() for word in name.split())


if __name__ == "__main__":
    main()
