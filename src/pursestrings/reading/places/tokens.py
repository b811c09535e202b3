"""The words of a paragraph, as the search for places sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from pursestrings.reading.places.gazetteer import candidates

_TOKEN: Final = re.compile(
    r"(?:[Ss][Tt]|[Ss][Tt][Ee]|[MF][Tt]|Pt)\.(?=\s)|(?:[A-Z]\.)+(?!\w)|(?:D|R|I|DFL|GOP)(?=-[A-Z])|[^\W_]+(?:[’'ʻ-][^\W_]+)*"
)
POSSESSIVE: Final = re.compile(r"(?<=\w)['’]s?$", re.IGNORECASE)
_MOST_JOINED: Final = 8
"""Hyphens in a word beyond which it is no name."""


class Token(NamedTuple):
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


def sentence_of(text: str, start: int, end: int) -> Sentence:
    """The tokens of `text[start:end]`."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        token = Token(match.start(), match.end(), match[0])
        if "-" in token.text:
            found += _parts(token)
        else:
            found.append(token)
    return Sentence(text, start, end, tuple(found))


def _parts(token: Token) -> list[Token]:
    """Two names joined by a hyphen ("Paris-Henry County Arts Council"), unless they make one ("Winston-Salem")."""
    cut = token.text.find("-") + 1
    if token.text.count("-") > _MOST_JOINED:
        return [token]
    if not cut or not token.text[cut : cut + 1].isupper() or candidates(POSSESSIVE.sub("", token.text)):
        return [token]
    left = Token(token.start, token.start + cut - 1, token.text[: cut - 1])
    return [left, *_parts(Token(token.start + cut, token.end, token.text[cut:]))]
