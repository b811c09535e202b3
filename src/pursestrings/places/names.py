"""How the names of places are written, and how two writings are known to be one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

_WRITTEN_SHORT: Final = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "twp": "township",
    "boro": "borough",
    "co": "county",
}

_PLAIN: Final = re.compile(r"[a-z0-9 ]+")
_DROPPED: Final = re.compile(r"[.'’ʻ`\u0300-\u036f]")
_NO_LETTER: Final = re.compile(r"[^a-z0-9]+")
_LONG_BORO: Final = re.compile(r"(?<=\w)borough\b")

# The words for a kind of government as they stand before or after a name.
_KIND_WORDS: Final = (
    "city and county",
    "charter township",
    "census area",
    "planning region",
    "city",
    "town",
    "township",
    "village",
    "borough",
    "plantation",
    "municipality",
    "municipio",
    "county",
    "parish",
    "state",
    "commonwealth",
    "territory",
    "district",
)
_KIND_OF: Final = re.compile(rf"^(?:the )?({'|'.join(_KIND_WORDS)}) of (?:the )?(.+)$")
_OF_KIND: Final = re.compile(rf"^(.+?) ({'|'.join(_KIND_WORDS)})$")

# People say "City of" of what the law calls a town, so the municipal words stand for one another;
# a county or a township is never meant by them.
_MUNICIPAL: Final = frozenset(("city", "town", "village", "borough", "municipality", "plantation"))
_ANSWERS_TO: Final[dict[str, frozenset[str]]] = {
    "country": frozenset(),
    "state": frozenset(("state", "commonwealth")),
    "territory": frozenset(("territory", "commonwealth")),
    "district": frozenset(("district", "city")),
    "county": frozenset(("county",)),
    "county without government": frozenset(("county",)),
    "parish": frozenset(("parish", "county")),
    "census area": frozenset(("census area",)),
    "planning region": frozenset(("planning region",)),
    "township": frozenset(("township", "charter township")),
    "municipio": frozenset(("municipio", "municipality", "city")),
    "consolidated": _MUNICIPAL | {"city and county", "county", "parish"},
}


class Reading(NamedTuple):
    """One way to read a written name: the key of the bare name, and the word for the kind, if any."""

    key: str
    kind: str | None


def fold(text: str) -> str:
    """The words of a name without case, accents, marks and short writings.

    >>> fold("  ST. Paul "), fold("O'Fallon"), fold("Cañon  City"), fold("Foxborough")
    ('saint paul', 'ofallon', 'canon city', 'foxboro')
    """
    letters = text.casefold()
    if not _PLAIN.fullmatch(letters):
        letters = _DROPPED.sub("", unicodedata.normalize("NFKD", letters)).replace("&", " and ")
        letters = _NO_LETTER.sub(" ", letters)
    if "borough" in letters:
        letters = _LONG_BORO.sub("boro", letters)
    return " ".join([_WRITTEN_SHORT.get(word, word) for word in letters.split()])


def key(text: str) -> str:
    """The form in which names are compared: folded, without spaces, so that "De Kalb" is "DeKalb"."""
    return fold(text).replace(" ", "")


@lru_cache(maxsize=4096)
def readings(text: str) -> tuple[Reading, ...]:
    """Every way to read a name: as it stands, and with a word for its kind taken off.

    >>> readings("City of Chelsea")
    (Reading(key='cityofchelsea', kind=None), Reading(key='chelsea', kind='city'))
    """
    folded = fold(text)
    whole = Reading(folded.replace(" ", ""), None)
    if match := _KIND_OF.match(folded):
        return whole, Reading(match[2].replace(" ", ""), match[1])
    if match := _OF_KIND.match(folded):
        return whole, Reading(match[1].replace(" ", ""), match[2])
    return (whole,)


def answers_to(legal: str, kind: str | None) -> bool:
    """Whether a government of this legal kind may be called by this word; `None` fits every kind."""
    return kind is None or kind in _ANSWERS_TO.get(legal, _MUNICIPAL)
