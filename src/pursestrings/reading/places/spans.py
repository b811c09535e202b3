"""Finding the words in a text that may name a place, before anyone asks whether they do."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pursestrings.documents.taken import Taken
from pursestrings.documents.wordlist import words
from pursestrings.places.names import key, readings
from pursestrings.reading.places.gazetteer import (
    COUNTY,
    COUNTY_KINDS,
    FAR_LARGER,
    STATE,
    Candidate,
    candidates,
    unlisted,
)
from pursestrings.reading.places.hints import LONGEST, hint_behind, short_states, state_meanings
from pursestrings.reading.places.offices import is_city_body, office_beside
from pursestrings.reading.places.tokens import POSSESSIVE, Sentence

_GAP: Final = re.compile(r"[ \t\u00a0]+|[ \t]*\r?\n[ \t]*")
_JOINERS: Final = words("of the du de la las los del des in on upon by and or le lac chien qui parle")
_MUNICIPAL: Final = frozenset(("city", "town", "village", "state", "borough"))
_COUNTIES: Final = re.compile(
    r"(?:(?:,| and|, and)\s+[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?){0,5}\s+[Cc]ounties\b"
)
_PARTY: Final = re.compile(r"(?<![\w-])(?:D|R|I|DFL|GOP|Dem|Rep)\.?[-–]$")
_OFFICE_LEVELS: Final = {"city": "municipality", "state": STATE, "county": COUNTY}


@dataclass(frozen=True, slots=True)
class Span:
    """Words that may name a place: `bare` is the name without a word for its kind.

    `first` and `last` are the indices of its tokens in `sentence`; `hint` is the region written behind it.
    `office`: the kind of government whose office or body stands beside it. `qualifies`: it is itself the
    region written behind another name. `party`: it stands in the label of a party, as in "D-N.Y.".
    """

    sentence: Sentence
    first: int
    last: int
    start: int
    end: int
    bare: str
    kind: str | None
    hint: str | None
    meanings: tuple[Candidate, ...]
    office: str | None = None
    qualifies: str | None = None
    party: bool = False

    @property
    def surface(self) -> str:
        """The words as they stand."""
        return self.sentence.text[self.start : self.end]

    @property
    def group(self) -> tuple[str, str]:
        """What mentions of one name share; a county is another name than the town of the same words.

        So is a city than the state of the same words, where the text says that it means the city.
        """
        kind = self.kind or self.office
        if kind in COUNTY_KINDS:
            return self.bare, "county"
        apart = kind in {"city", "state"} and any(meaning.level == STATE for meaning in candidates(self.bare))
        return self.bare, (kind or "") if apart else ""


def spans(sentence: Sentence) -> Iterator[Span]:
    """Every stretch of a paragraph that may name a place: the longest name wins, from the left."""
    shorts = [_state_span(sentence, start, end, state) for start, end, state in short_states(sentence)]
    busy = Taken((short.start, short.end) for short in shorts)
    index = 0
    before: Span | None = None
    while index < len(sentence.tokens):
        found = _longest(sentence, index)
        if found is None or busy.holds(found.start, found.end):
            index += 1
            continue
        before = _qualifying(before, found)
        yield before
        index = found.last + 1
    yield from shorts


def _qualifying(before: Span | None, span: Span) -> Span:
    """The span, marked where it is the region that stands behind the name before it."""
    if before is None or before.hint is None:
        return span
    gap = span.sentence.text[before.end : span.start]
    names = any(meaning.outer and meaning.region == before.hint for meaning in span.meanings)
    return replace(span, qualifies=before.hint) if names and gap.strip() == "," else span


def _longest(sentence: Sentence, first: int) -> Span | None:
    tokens = sentence.tokens
    if not tokens[first].capital:
        return None
    if (
        tokens[first].text == "The"
        and first + 1 < len(tokens)
        and tokens[first + 1].text.lower() in _MUNICIPAL
    ):
        return None
    last = first
    while last + 1 < min(len(tokens), first + LONGEST) and _joins(sentence, last):
        last += 1
    for end in range(last, first - 1, -1):
        if tokens[end].capital and (found := _span(sentence, first, end)):
            return _without_body(found)
    return None


def _without_body(span: Span) -> Span:
    """Of "Dayton City Council" the span of Dayton, where that is by far the larger place than Dayton City."""
    text = span.sentence.text
    if span.last == span.first or not span.surface.endswith(" City") or not is_city_body(text, span.end):
        return span
    shorter = _span(span.sentence, span.first, span.last - 1)
    if shorter is None or _largest(shorter) <= FAR_LARGER * _largest(span):
        return span
    return shorter


def _largest(span: Span) -> int:
    """How many live in the largest city or town that a span can mean."""
    return max((one.population for one in span.meanings if one.level == "municipality"), default=0)


def _joins(sentence: Sentence, index: int) -> bool:
    following = sentence.tokens[index + 1]
    name = following.capital or following.text in _JOINERS
    return name and _GAP.fullmatch(sentence.gap(index)) is not None


def _span(sentence: Sentence, first: int, last: int) -> Span | None:
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    surface = sentence.text[start:end]
    if owned := POSSESSIVE.search(surface):
        end = start + owned.start()
    elif first == last and "-" in surface and not candidates(surface):
        end = start + surface.index("-")  # Boston-based
    surface = sentence.text[start:end]
    if len(surface) < 3 or (len(surface) < 5 and surface.isupper()):
        return None
    bare, kind = _reading(surface)
    if kind is None and _COUNTIES.match(sentence.text, end, sentence.end):
        kind = "county"
    meanings = candidates(surface)
    if kind in _MUNICIPAL and surface.lower().endswith(kind):
        # Of "Boston City Hall" only Boston is the name; "Oklahoma City" has no such kind.
        last, end = last - 1, sentence.tokens[last - 1].end
        meanings = tuple(meaning for meaning in meanings if meaning.place)
    if not meanings:
        return None
    return _described(Span(sentence, first, last, start, end, bare, kind, None, meanings))


def _described(span: Span) -> Span:
    """The span with what the words around it say."""
    text, sentence = span.sentence.text, span.sentence
    hint = hint_behind(text, span.end, sentence.end, span.meanings)
    meanings = span.meanings
    if hint is not None and all(meaning.region != hint for meaning in meanings):
        meanings = (*meanings, unlisted(span.surface, hint))
    office = None if span.kind else office_beside(text, span.start, span.end, sentence.start, sentence.end)
    if office is not None and all(meaning.level != _OFFICE_LEVELS[office] for meaning in meanings):
        office = None
    party = _PARTY.search(text[max(sentence.start, span.start - 6) : span.start]) is not None
    return replace(span, hint=hint, meanings=meanings, office=office, party=party)


def _reading(surface: str) -> tuple[str, str | None]:
    """The name's key and its kind; a name that is known as it stands has no kind."""
    whole, *others = readings(surface)
    if others and not any(key(meaning.name.split(",")[0]) == whole.key for meaning in candidates(surface)):
        return others[0].key, others[0].kind
    if others and others[0].kind in COUNTY_KINDS:
        return others[0].key, others[0].kind
    return whole.key, None


def _state_span(sentence: Sentence, start: int, end: int, state: str) -> Span:
    first = bisect_right(sentence.tokens, start, key=lambda token: token.end)
    last = bisect_left(sentence.tokens, end, key=lambda token: token.start) - 1
    first, last = (first, last) if first <= last else (0, 0)
    party = _PARTY.search(sentence.text[max(sentence.start, start - 6) : start]) is not None
    meanings = state_meanings(state)
    return Span(sentence, first, last, start, end, f"state:{state}", "state", None, meanings, party=party)
