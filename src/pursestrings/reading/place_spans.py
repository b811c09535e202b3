"""Finding the words in a text that may name a place, before anyone asks whether they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pursestrings.documents.wordlist import words
from pursestrings.places.names import key, readings
from pursestrings.reading.gazetteer import STATE, Candidate, candidates
from pursestrings.reading.state_names import AFTER_PLACE, ALONE, state_of

LONGEST: Final = 5
_TOKEN: Final = re.compile(
    r"(?:[Ss][Tt]|[Ss][Tt][Ee]|[MF][Tt]|Pt)\.(?=\s)|(?:[A-Z]\.)+(?!\w)|(?:D|R|I|DFL|GOP)(?=-[A-Z])|[^\W_]+(?:[’'ʻ-][^\W_]+)*"
)
_GAP: Final = re.compile(r"[ \t\u00a0]+|[ \t]*\r?\n[ \t]*")
_JOINERS: Final = words("of the du de la las los del des in on upon by and or le lac chien qui parle")
_MUNICIPAL: Final = frozenset(("city", "town", "village", "state", "borough"))
_COUNTIES: Final = re.compile(
    r"(?:(?:,| and|, and)\s+[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?){0,5}\s+[Cc]ounties\b"
)
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’]s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the text."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether the word starts with a capital letter; "d'Alene" does."""
        return self.text[0].isupper() or (self.text[1:2] in {"'", "’"} and self.text[2:3].isupper())


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one paragraph, with the text they stand in."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    def gap(self, index: int) -> str:
        """What stands between a token and the one after it."""
        return self.text[self.tokens[index].end : self.tokens[index + 1].start]


@dataclass(frozen=True, slots=True)
class Span:
    """Words that may name a place: `bare` is the name without a word for its kind.

    `first` and `last` are the indices of its tokens in `sentence`; `hint` is the state written behind it.
    `qualifies`: it is itself the state written behind another name.
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
    qualifies: bool = False

    @property
    def surface(self) -> str:
        """The words as they stand."""
        return self.sentence.text[self.start : self.end]

    @property
    def group(self) -> tuple[str, str]:
        """What mentions of one name share; a county is another name than the town of the same words.

        So is a city than the state of the same words, where the text says that it means the city.
        """
        if self.kind in {"county", "parish"}:
            return self.bare, "county"
        apart = self.kind in {"city", "state"} and any(
            meaning.level == "state" for meaning in candidates(self.bare)
        )
        return self.bare, (self.kind or "") if apart else ""


def sentence_of(text: str, start: int, end: int) -> Sentence:
    """The tokens of `text[start:end]`."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        found += _parts(Token(match.start(), match.end(), match[0]))
    return Sentence(text, start, end, tuple(found))


def _parts(token: Token) -> list[Token]:
    """Two names joined by a hyphen ("Paris-Henry County Arts Council"), unless they make one ("Winston-Salem")."""
    cut = token.text.find("-") + 1
    if not cut or not token.text[cut : cut + 1].isupper() or candidates(token.text):
        return [token]
    left = Token(token.start, token.start + cut - 1, token.text[: cut - 1])
    return [left, *_parts(Token(token.start + cut, token.end, token.text[cut:]))]


def spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Every stretch of `text[start:end]` that may name a place: the longest name wins, from the left."""
    sentence = sentence_of(text, start, end)
    shorts = list(_short_states(sentence))
    index = 0
    before: Span | None = None
    while index < len(sentence.tokens):
        found = _longest(sentence, index)
        if found is None or any(found.start < short.end and short.start < found.end for short in shorts):
            index += 1
            continue
        before = _qualifying(before, found)
        yield before
        index = found.last + 1
    yield from shorts


def _qualifying(before: Span | None, span: Span) -> Span:
    """The span, marked where it is the state that stands behind the name before it."""
    if before is None or before.hint is None:
        return span
    gap = span.sentence.text[before.end : span.start]
    names = any(meaning.level == STATE and meaning.region == before.hint for meaning in span.meanings)
    return replace(span, qualifies=True) if names and gap.strip() == "," else span


def _longest(sentence: Sentence, first: int) -> Span | None:
    tokens = sentence.tokens
    kind_follows = first + 1 < len(tokens) and tokens[first + 1].text.lower() in _MUNICIPAL
    if not tokens[first].capital or (tokens[first].text == "The" and kind_follows):
        return None
    last = first
    while last + 1 < min(len(tokens), first + LONGEST) and _joins(sentence, last):
        last += 1
    for end in range(last, first - 1, -1):
        if tokens[end].capital and (found := _span(sentence, first, end)):
            return found
    return None


def _joins(sentence: Sentence, index: int) -> bool:
    following = sentence.tokens[index + 1]
    name = following.capital or following.text in _JOINERS
    return name and _GAP.fullmatch(sentence.gap(index)) is not None


def _span(sentence: Sentence, first: int, last: int) -> Span | None:
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    surface = sentence.text[start:end]
    if owned := _POSSESSIVE.search(surface):
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
    return Span(sentence, first, last, start, end, bare, kind, _hint(sentence, end), meanings)


def _reading(surface: str) -> tuple[str, str | None]:
    """The name's key and its kind; a name that is known as it stands has no kind."""
    whole, *others = readings(surface)
    if others and not any(key(meaning.name.split(",")[0]) == whole.key for meaning in candidates(surface)):
        return others[0].key, others[0].kind
    if others and others[0].kind in {"county", "parish"}:
        return others[0].key, others[0].kind
    return whole.key, None


def _hint(sentence: Sentence, end: int) -> str | None:
    """The state written behind a name, short ("Chelsea, Mass.") or in full ("Albuquerque, New Mexico")."""
    match = AFTER_PLACE.match(sentence.text, end, sentence.end)
    return (state_of(match["short"]) if match else None) or _full_state(sentence, end)


def _full_state(sentence: Sentence, end: int) -> str | None:
    comma = re.compile(r",\s{1,3}(?=[A-Z])").match(sentence.text, end, sentence.end)
    if comma is None:
        return None
    words = sentence.text[comma.end() : comma.end() + 40].split()
    for count in (3, 2, 1):
        name = _POSSESSIVE.sub("", re.sub(r"\W+$", "", " ".join(words[:count])))
        for meaning in candidates(name) if len(name) > 3 else ():
            if meaning.level == "state":
                return meaning.region
    return None


def _short_states(sentence: Sentence) -> Iterator[Span]:
    """Short forms that name a state by themselves or behind a place."""
    taken: set[int] = set()
    for pattern in (AFTER_PLACE, ALONE):
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            start, end = match.span("short")
            state = state_of(match["short"])
            if (
                state
                and start not in taken
                and (pattern is ALONE or _behind_name(sentence, match.start(), state))
            ):
                taken.add(start)
                yield _state_span(sentence, start, end, state)


def _behind_name(sentence: Sentence, comma: int, state: str) -> bool:
    """Whether a place of that state is named before the comma; "Jane Doe, MD" lives nowhere."""
    last = next((index for index, token in enumerate(sentence.tokens) if token.end == comma), None)
    if last is None:
        return False
    return any(
        meaning.region == state
        for first in range(last, max(-1, last - LONGEST), -1)
        if sentence.tokens[first].capital
        for meaning in candidates(sentence.text[sentence.tokens[first].start : comma])
    )


def _state_span(sentence: Sentence, start: int, end: int, state: str) -> Span:
    from pursestrings import places

    meanings = tuple(
        meaning
        for place in places.states()
        if (place.state or "").lower() == state
        for meaning in candidates(place.name)
        if meaning.ocd == place.ocd
    )
    inside = [index for index, token in enumerate(sentence.tokens) if token.end > start and token.start < end]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    return Span(sentence, first, last, start, end, f"state:{state}", "state", None, meanings)
