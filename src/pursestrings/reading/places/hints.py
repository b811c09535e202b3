"""The state, province or country that a text writes behind the name of a place, and short states by themselves."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from pursestrings import places
from pursestrings.reading.places.gazetteer import FAR_LARGER, STATE, Candidate, candidates
from pursestrings.reading.places.states import AFTER_PLACE, ALONE, CANADIAN, state_of
from pursestrings.reading.places.tokens import POSSESSIVE, Sentence

LONGEST: Final = 5
_COMMA: Final = re.compile(r",\s{1,3}(?=[A-Z])")
_LISTED: Final = re.compile(r"(?:,|,? and|,? or)\s+(?=[A-Z])")
_WORDS: Final = re.compile(r"[A-Z][\w’'.-]*(?:\s(?:and\s|of\s|the\s)?[A-Z][\w’'.-]*){0,2}")
_SHORTEST: Final = 4
_GREAT: Final = 500_000


def hint_behind(text: str, end: int, last: int, meanings: tuple[Candidate, ...]) -> str | None:
    """The region written behind a name that ends at `end`: "Chelsea, Mass.", "Albuquerque, New Mexico", "Paris, France".

    In "Indiana, Ohio and Michigan" the states are a list, and none lies in another; nor do countries.
    """
    if (match := AFTER_PLACE.match(text, end, last)) and (state := state_of(match["short"])):
        return state
    if CANADIAN.match(text, end, last):
        return "abroad:CA"
    comma = _COMMA.match(text, end, last)
    if comma is None:
        return None
    regions, behind = _outer(text, comma.end(), last)
    there = {meaning.region for meaning in meanings}
    known = next((region for region in regions if region in there), None)
    if any(meaning.outer for meaning in meanings):
        return None if _list_goes_on(text, behind, last) else known
    told = known or next(iter(regions), None)
    outer = text[comma.end() : behind]
    if told is not None and _is_great_city(outer, told, meanings) and _city_follows(text, behind, last):
        return None  # "Boston, New York, San Francisco" is a list of cities
    return told


def _is_great_city(name: str, region: str, meanings: tuple[Candidate, ...]) -> bool:
    """Whether a state's name is a great city's too, and what stands before it is by far larger elsewhere than there."""
    largest = max(one.population for one in meanings)
    there = max((one.population for one in meanings if one.region == region), default=0)
    cities = [one.population for one in candidates(name) if one.american and not one.wide]
    return max(cities, default=0) >= _GREAT and largest >= FAR_LARGER * max(1, there)


def _city_follows(text: str, behind: int, last: int) -> bool:
    """Whether a list goes on with the name of an American place."""
    more = _LISTED.match(text, behind, last)
    following = _WORDS.match(text, more.end(), last) if more is not None else None
    whole = following[0] if following is not None else ""
    while whole:
        if any(one.american for one in candidates(POSSESSIVE.sub("", re.sub(r"\W+$", "", whole)))):
            return True
        whole = whole.rpartition(" ")[0]
    return False


def _outer(text: str, start: int, last: int) -> tuple[list[str], int]:
    """The regions whose name begins at `start`, states before countries, and where the name ends."""
    match = _WORDS.match(text, start, min(last, start + 40))
    whole = match[0] if match else ""
    while whole:
        name = POSSESSIVE.sub("", re.sub(r"\W+$", "", whole))
        if len(name) >= _SHORTEST:
            found = [meaning for meaning in candidates(name) if meaning.outer]
            if found:
                found.sort(key=lambda meaning: meaning.level != STATE)
                return [meaning.region for meaning in found], start + len(name)
        whole = whole.rpartition(" ")[0]
    return [], start


def _list_goes_on(text: str, behind: int, last: int) -> bool:
    more = _LISTED.match(text, behind, last)
    return more is not None and bool(_outer(text, more.end(), last)[0])


def short_states(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Short forms that name a state by themselves or behind a place: start, end and postal code."""
    taken: set[int] = set()
    for pattern in (AFTER_PLACE, ALONE):
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            start, end = match.span("short")
            state = state_of(match["short"])
            if state is None or start in taken:
                continue
            if pattern is ALONE or _behind_name(sentence, match.start(), state):
                taken.add(start)
                yield start, end, state


def _behind_name(sentence: Sentence, comma: int, state: str) -> bool:
    """Whether a place of that state is named before the comma; "Jane Doe, MD" lives nowhere."""
    last = bisect_left(sentence.tokens, comma, key=lambda token: token.end)
    if last == len(sentence.tokens) or sentence.tokens[last].end != comma:
        return False
    return any(
        meaning.region == state
        for first in range(last, max(-1, last - LONGEST), -1)
        if sentence.tokens[first].capital
        for meaning in candidates(sentence.text[sentence.tokens[first].start : comma])
    )


@cache
def state_meanings(state: str) -> tuple[Candidate, ...]:
    """The state of a postal code in lower case, as what a name can mean."""
    return tuple(
        meaning
        for place in places.states()
        if (place.state or "").lower() == state
        for meaning in candidates(place.name)
        if meaning.ocd == place.ocd
    )
