"""What a name can mean: US governments, places without a government of their own, and foreign places."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from pursestrings import places
from pursestrings.places.names import fold, key, readings

STATE: Final = "state"
COUNTY: Final = "county"
UNINCORPORATED: Final = "unincorporated"
FOREIGN: Final = "foreign"
COUNTRY: Final = "country"
COUNTY_KINDS: Final = frozenset({"county", "parish"})
"""The words for a kind that make a name a county's."""
FAR_LARGER: Final = 20
"""How many times as many people live in a place beside which its namesake hardly counts."""
ABROAD: Final = "abroad:"
"""What a country's code has before it as a region."""

# What to reckon with where no source tells how many live there: about the median of those that are told.
_USUAL: Final = {STATE: 5_000_000, COUNTY: 25_000, "township": 800, "municipality": 800}
_UNLISTED: Final = 500


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name can mean. `place` is None for what is no US government.

    `level` is the government's level, `unincorporated`, `foreign` (a city) or `country`;
    `region` is the state's postal code in lower case, or `abroad:` and the country's.
    """

    place: places.Place | None
    name: str
    level: str
    region: str
    population: int
    lat: float | None = None
    lon: float | None = None

    @property
    def american(self) -> bool:
        """Whether it lies in the United States."""
        return self.level not in {FOREIGN, COUNTRY}

    @property
    def outer(self) -> bool:
        """Whether it is a state or a country, which the text may write behind the name of what lies in it."""
        return self.level in {STATE, COUNTRY}

    @property
    def wide(self) -> bool:
        """Whether it is too large for one point to tell where it lies: a state, but not the capital's district."""
        return self.level == STATE and (self.place is None or self.place.legal != "district")

    @property
    def ocd(self) -> str | None:
        """The government's OCD id."""
        return self.place.ocd if self.place else None


@lru_cache(maxsize=8192)
def candidates(name: str) -> tuple[Candidate, ...]:
    """Everything that a written name can mean, in no order of likelihood."""
    spelt = key(name)
    found = [
        *(_government(place) for place in places.named(name) if _is_called(place, spelt)),
        *_unincorporated().get(spelt, ()),
        *_foreign().get(spelt, ()),
    ]
    if not any(reading.kind in COUNTY_KINDS for reading in readings(name)):
        # "Kansas City" is no city of Kansas; but a city that is its own county is only one of those called so.
        found = [meaning for meaning in found if spelt in map(key, _names(meaning))] or found
    return tuple(meaning for meaning in found if not _joined(name, meaning))


def _is_called(place: places.Place, spelt: str) -> bool:
    """Leave out the country, and the short forms of states: "Miss", "Mass" and "Ill" are words.

    A planning region is called so only with the words for its kind; "the Capitol" is none.
    """
    if place.level == STATE and place.legal != "district":
        return spelt.endswith(key(place.name))
    if place.legal == "planning region":
        return spelt.endswith(key(place.legal))
    return place.level != COUNTRY


def unlisted(name: str, region: str) -> Candidate:
    """A place that no source has, known only by the region that the text writes behind it."""
    if region.startswith(ABROAD):
        return Candidate(None, _abroad(name, region), FOREIGN, region, _UNLISTED)
    return Candidate(None, f"{name}, {region.upper()}", UNINCORPORATED, region, _UNLISTED)


def _joined(name: str, meaning: Candidate) -> bool:
    """Whether two words are read as one: "White House" is no Whitehouse, though "De Kalb" may be DeKalb."""
    kind = any(reading.kind for reading in readings(name))
    words = (fold(name).rpartition(" of ")[2] if kind else fold(name)).split()
    apart = not any(words[0] in fold(one).split() for one in _names(meaning))
    return len(words) > 1 and len(words[0]) > 3 and apart


def _names(meaning: Candidate) -> list[str]:
    """The names it goes by, without words for its kind."""
    return [meaning.place.name, *meaning.place.also] if meaning.place else [meaning.name.split(",")[0]]


def _government(place: places.Place) -> Candidate:
    people = place.population or _county_sums().get(place.ocd) or _USUAL[place.level]
    return Candidate(
        place, place.label, place.level, (place.state or "").lower(), people, place.lat, place.lon
    )


@cache
def _county_sums() -> dict[str, int]:
    """For each county the people of the towns and cities in it: a floor for what the table does not tell."""
    sums: dict[str, int] = defaultdict(int)
    for place in places.all_places():
        for outer in place.parents if place.level == "municipality" else ():
            sums[outer] += place.population or 0
    return sums


def _rows(file: str) -> list[list[str]]:
    text = (files("pursestrings.reading") / "data" / file).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@cache
def _unincorporated() -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for name, state, population, lat, lon in _rows("unincorporated.tsv"):
        label = f"{name}, {state.upper()}"
        row = Candidate(None, label, UNINCORPORATED, state, int(population), float(lat), float(lon))
        found[key(name)].append(row)
    return found


@cache
def _foreign() -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for name, country, population, kind, lat, lon in _rows("foreign.tsv"):
        region = f"{ABROAD}{country}"
        if kind == COUNTRY:
            found[key(name)].append(Candidate(None, name, COUNTRY, region, int(population)))
        else:
            label, at = _abroad(name, region), (float(lat), float(lon))
            found[key(name)].append(Candidate(None, label, FOREIGN, region, int(population), *at))
    return found


def _abroad(name: str, region: str) -> str:
    return f"{name}, {_countries().get(region.removeprefix(ABROAD), '')}".rstrip(", ")


@cache
def _countries() -> dict[str, str]:
    """The names of countries by their codes; the first name of a code is the country's own."""
    names: dict[str, str] = {}
    for name, code, _, kind, *_ in _rows("foreign.tsv"):
        if kind == COUNTRY:
            names.setdefault(code, name)
    return names


@cache
def given_names() -> frozenset[str]:
    """Common given names, in lower case."""
    return frozenset(row[0].lower() for row in _rows("given_names.txt"))


@cache
def surnames() -> dict[str, int]:
    """Surnames that are names of places too, in lower case, with how many in a million bear them."""
    return {name.lower(): int(count) for name, count in _rows("surnames.tsv")}


@cache
def place_words() -> frozenset[str]:
    """Everyday words that are names of places too."""
    return frozenset(row[0] for row in _rows("place_words.txt"))
