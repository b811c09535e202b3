"""Finding a government by id, by GEOID or by what people call it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from pursestrings.errors import PLACE_AMBIGUOUS, PLACE_UNKNOWN, PursestringsError
from pursestrings.places.names import answers_to, fold, key, readings
from pursestrings.places.table import COUNTRY, Place, all_places, ids, shelf, states, top

_IN_STATE: Final = re.compile(rf"{COUNTRY}/(?:state|district|territory):([a-z]{{2}})/")
_CITY_LIKE: Final = frozenset(
    ("city", "independent city", "consolidated", "municipality", "municipio", "district")
)
_SHOWN: Final = 8  # candidates or near names in one error
_HOW: Final = "Give it as 'Chelsea, MA', as an OCD division id or as a GEOID."


@cache
def get(ocd: str) -> Place:
    """The place of an OCD division id, or of an alias of it.

    Raises PLACE_UNKNOWN for an id that is no government's.
    """
    within = _IN_STATE.match(ocd)
    if within and within[1].upper() in _by_postal():
        held = shelf(within[1].upper())
        if place := held.by_ocd.get(ocd):
            return place
        raise _unknown(ocd, held.by_name, ocd.rpartition(":")[2])
    if place := top().by_ocd.get(ocd):
        return place
    raise PursestringsError(PLACE_UNKNOWN, text=ocd, hint=_HOW)


def names_a_government(ocd: str) -> bool:
    """Whether this is the very id of a government, and no alias of it; quicker than `get`."""
    within = _IN_STATE.match(ocd)
    if within and within[1].upper() in _by_postal():
        return ocd in ids(within[1].upper())
    place = top().by_ocd.get(ocd)
    return place is not None and place.ocd == ocd


def find(text: str) -> Place:
    """The one place a person means by an OCD id, a GEOID, or a name with its state.

    A state's bare name is the state. Otherwise a bare name is a county's only where no city, town or
    township bears it; within a state a city comes before towns, villages, boroughs and townships.
    "Franklin Township, Adams County, PA" tells namesakes in one state apart.

    Raises PLACE_UNKNOWN, with near names, or PLACE_AMBIGUOUS, with the candidates and their ids.
    """
    said = " ".join(text.split())
    if said.startswith(COUNTRY):
        return get(said)
    if said.isdigit():
        return _by_geoid(said)
    if whole := _state_called(said):
        return whole
    name, county, state = _split(said)
    if state is None and "," in said:
        tail = said.rpartition(",")[2].strip()
        raise PursestringsError(PLACE_UNKNOWN, text=said, hint=f"{tail!r} is no state or territory. {_HOW}")
    bearers: Iterable[Place] = named(name, state)
    if county:
        around = {place.ocd for place in named(county, state)}
        bearers = [place for place in bearers if around & set(place.parents)]
    candidates = _likeliest(bearers, within_state=state is not None)
    if not candidates:
        raise _unknown(said, _index(state), name)
    if len(candidates) > 1:
        raise _ambiguous(said, candidates)
    return candidates[0]


def named(name: str, state: str | None = None) -> tuple[Place, ...]:
    """All places called so, with or without a word for their kind, the most populous first.

    `state` is a postal code in capitals; with it, only that state's file is read.
    """
    index = _index(state)
    found = {
        place.ocd: place
        for reading in readings(name)
        for place in index.get(reading.key, ())
        if answers_to(place.legal, reading.kind)
    }
    return tuple(sorted(found.values(), key=_size))


def subdivisions(ocd: str) -> Iterator[Place]:
    """All places that lie within a state or county, or within the country."""
    outer = get(ocd)
    within = all_places() if outer.state is None else shelf(outer.state).places
    yield from (place for place in within if outer.ocd in place.parents)


def is_within(inner: str, outer: str) -> bool:
    """Whether one place lies in another or is the same; both by OCD id or alias."""
    place, around = get(inner), get(outer)
    return place.ocd == around.ocd or around.ocd in place.parents


def _index(state: str | None) -> Mapping[str, list[Place]]:
    return _names() if state is None else shelf(state).by_name


@cache
def _names() -> dict[str, list[Place]]:
    """Every place of the country by the keys of its names. Reads every file."""
    merged: dict[str, list[Place]] = {}
    shelves = [top(), *(shelf(postal) for postal in _by_postal())]
    for one in shelves:
        for name, places in one.by_name.items():
            merged.setdefault(name, []).extend(places)
    return merged


@cache
def _by_postal() -> dict[str, Place]:
    return {str(place.state): place for place in states()}


@cache
def _state_keys() -> dict[str, Place]:
    """The states and the country by the abbreviations in use, by postal code and by name.

    A name goes before an abbreviation or by-name: Washington is the state, not the District.
    """
    places = top().places
    keys = {key(name): place for place in places for name in (*place.also, place.state or "us")}
    return keys | {key(place.name): place for place in places}


def _state_called(said: str) -> Place | None:
    """The state or the country of this name, which may have its kind before it ("State of Ohio")."""
    for reading in readings(said):
        place = _state_keys().get(reading.key)
        if place and answers_to(place.legal, reading.kind):
            return place
    return None


def _split(said: str) -> tuple[str, str | None, str | None]:
    """Name, county and postal code of the state, as far as they are said: `Chelsea, Suffolk County, MA`."""
    name, comma, tail = said.rpartition(",")
    if not comma:  # "Chelsea MA"
        name, _, tail = said.rpartition(" ")
        if not name or fold(tail).upper() not in _by_postal():
            return said, None, None
    if (state := _state_keys().get(key(tail))) is None:
        return said, None, None
    name, _, county = name.partition(",")
    return name.strip(), county.strip() or None, state.state


def _by_geoid(digits: str) -> Place:
    state = top().by_geoid.get(digits[:2])
    if state is not None and state.state is not None:
        found = top().by_geoid.get(digits) or shelf(state.state).by_geoid.get(digits)
        if found:
            return found
    raise PursestringsError(
        PLACE_UNKNOWN, text=digits, hint="A GEOID has 2, 5, 7 or 10 digits, zeros in front kept."
    )


def _likeliest(candidates: Iterable[Place], *, within_state: bool) -> list[Place]:
    """Those that a bare name means first."""
    ranked = [(_rank(place, within_state=within_state), place) for place in candidates]
    best = min((rank for rank, _ in ranked), default=0)
    return [place for rank, place in ranked if rank == best]


def _rank(place: Place, *, within_state: bool) -> int:
    if place.level == "county":
        return 2
    return 0 if not within_state or place.legal in _CITY_LIKE else 1


def _size(place: Place) -> int:
    """For sorting the most populous first."""
    return -(place.population or 0)


def _described(place: Place) -> str:
    return f"{place.label} ({place.legal}, {place.ocd})"


def _ambiguous(said: str, candidates: list[Place]) -> PursestringsError:
    shown = "; ".join(_described(place) for place in candidates[:_SHOWN])
    more = len(candidates) - _SHOWN
    listed = f"{shown}; and {more} more." if more > 0 else f"{shown}."
    return PursestringsError(PLACE_AMBIGUOUS, text=said, count=len(candidates), candidates=listed)


def _unknown(said: str, index: Mapping[str, list[Place]], name: str) -> PursestringsError:
    """The error for a name that nobody in the index bears, with the names most like it."""
    near = {
        place.ocd: place
        for reading in readings(name)
        for alike in difflib.get_close_matches(reading.key, index, n=3, cutoff=0.75)
        for place in index[alike]
        if answers_to(place.legal, reading.kind)
    }
    shown = "; ".join(_described(place) for place in sorted(near.values(), key=_size)[:_SHOWN])
    return PursestringsError(PLACE_UNKNOWN, text=said, hint=f"Near: {shown}." if shown else _HOW)
