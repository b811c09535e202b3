"""Bodies that speak: their names as the document gives them, short forms spelt out, "the department" by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.stream import unpossessed
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people.titles import is_group_word

_NAME: Final = re.compile(
    r"[A-Z][\w.&’'-]*(?:\s+(?:(?:of|for|and|the|on|&|de|la|del)\s+){0,3}[A-Z0-9][\w.&’'-]*)*"
)
_ARTICLE: Final = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_BY: Final = re.compile(
    r"\b(?:statement|letter|memo|memorandum|report|email|e-mail|tweet|release|filing|lawsuit|complaint|brief|post|study|"
    r"analysis|op-ed|advisory|directive|guidance|announcement)s?\s+(?:\w+\s+){0,2}?(?:from|by|of)\s+(?P<author>.+)",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(
    r"(?P<author>.+?)(?:’s|'s|’|')\s+(?:[\w-]+\s+){0,2}(?:statement|letter|memo|memorandum|report|email|tweet|website|site|"
    r"office|filing|lawsuit|complaint|brief|campaign|administration)$"
)
_HEAD: Final = re.compile(r"(?:the|that|this)\s+(?:[\w-]+\s+){0,2}?(?P<head>[a-z]+)$", re.IGNORECASE)
_OPENERS: Final = words.OPENERS | words.PREPOSITIONS | words.SUBORDINATORS | words.DETERMINERS
_FAR: Final = 4000
_SHORT: Final = range(3, 8)
"""How many letters a short name has."""
_OF_BODIES: Final = frozenset({"of", "for", "on", "&"})
_SMALL: Final = frozenset({"of", "for", "and", "the", "on", "&", "in"})
# Which bodies a general word can stand for, by the words in their names; any other word of bodies stands for names that
# hold it. Capitals alone can be an agency or a group.
_KINDS: Final = {
    "agency": "agency department bureau enforcement service services administration office police security",
    "department": "department police",
    "group": "union coalition center association alliance council project league network fund foundation institute "
    "federation committee workers",
    "court": "court circuit",
    "newspaper": "times post journal tribune globe herald gazette chronicle star sun register inquirer dispatch courier",
    "poll": "poll survey institute university",
}
_SAME_KIND: Final = {
    "organization": "group",
    "organisation": "group",
    "nonprofit": "group",
    "non-profit": "group",
    "charity": "group",
    "coalition": "group",
    "union": "group",
    "bureau": "agency",
    "paper": "newspaper",
    "survey": "poll",
}
_APART: Final = re.compile(r"\s+and the\s+|(?<=[a-z]{3})\.\s+")
_MADE_BY: Final = re.compile(r"(?:conducted|released|published|commissioned|done) by (?:the )?$")
_CAMPAIGN: Final = re.compile(r"(?P<name>[A-Z][\w-]+)(?:’s|'s|’|')? campaign\b")


def author_of(source: str) -> str | None:
    """Whose paper speaks: "a statement from the Harbor Fund" gives "Harbor Fund"."""
    match = _BY.search(source) or _OWNED.fullmatch(source)
    return _without_article(match["author"]).strip(" ,") if match else None


def name_of(source: str) -> str | None:
    """The body's name, where the source is one; None for groups such as "Boston officials" and "leaders in Ohio"."""
    rest = _without_article(source)
    match = _NAME.match(rest)
    if match is None:
        return None
    name = unpossessed(match.group().rstrip(" ,.'’"))
    behind = rest[match.end() :].lstrip()
    if behind and not behind.startswith((",", "(", "in ", "on ", "at ", "itself", "—", "-", "–")):
        return None
    if behind and " " not in name and not is_body(name):
        return None  # "Officials in Boston": the capital only opens the sentence
    return name


def is_body(name: str) -> bool:
    """Whether a name is surely a body's, by its words or its capitals: "Harbor Fund", "HLF", but not "Tavik Ulm"."""
    parts = name.split()
    shouted = len(parts) > 1 and name.isupper()
    return any(
        is_group_word(word.strip(".,"))
        or word in _OF_BODIES
        or (word.isupper() and len(word) > 1 and not shouted)
        for word in parts
    )


def spelt_out(name: str, text: str) -> str:
    """A name in capitals by the full name that the document gives it: "HLF" by "Harbor Legal Fund"."""
    short = name.replace(".", "")
    return _full_names(text).get(short, name) if _is_short(short) else name


# All short names of a document ask the same text.
@lru_cache(maxsize=1)
def _full_names(text: str) -> dict[str, str]:
    """By the initials that a short name could have: the words that have them where they stand first."""
    found: dict[str, str] = {}
    for match in _NAME.finditer(text):
        parts = match.group().split()
        for first, part in enumerate(parts):
            if part.lower() not in _SMALL:
                for initials, last in _initials(parts, first):
                    if initials not in found:
                        found[initials] = " ".join([*parts[first:last], unpossessed(_unstopped(parts[last]))])
    return found


def _initials(parts: Sequence[str], first: int) -> Iterator[tuple[str, int]]:
    """The initials of the words from `first` on, small ones apart, as many as a short name has; and the last word."""
    initials = ""
    for last in range(first, len(parts)):
        if parts[last].lower() not in _SMALL:
            initials += parts[last][0]
            if len(initials) == _SHORT.stop:
                break
            if len(initials) in _SHORT:
                yield initials, last


def is_general(source: str) -> bool:
    """Whether a source is a general word for a body: "the department", "that coalition", "the appeals court"."""
    match = _HEAD.fullmatch(source)
    if match is None:
        return False
    head = match["head"]
    return _kind(head) in _KINDS or (
        head == head.lower()
        and is_group_word(head)
        and head
        not in section("titles", "rule") | section("titles", "government") | section("titles", "paper")
    )


def is_employer(source: str) -> bool:
    """Whether a general word can mean the body that somebody speaks for: "the agency", "the group"."""
    match = _HEAD.fullmatch(source)
    return match is not None and _kind(match["head"]) in {"agency", "department", "group"}


def _kind(head: str) -> str:
    return _SAME_KIND.get(head.lower(), head.lower())


def known_as(source: str, text: str, offset: int) -> tuple[str, int] | None:
    """The name that "the department", "the coalition" took last before an offset, and where."""
    match = _HEAD.fullmatch(source)
    if match is None:
        return None
    head = match["head"].lower()
    names = [part for found in _NAME.finditer(text, max(0, offset - _FAR), offset) for part in _apart(found)]
    wanted = frozenset(source.lower().split()[1:-1])
    fitting = [found for found in reversed(names) if _fits(*found, head, text)]
    closer = [found for found in fitting if wanted & set(found[0].lower().split())]
    return next(((name, start) for name, start, _ in closer or fitting), None)


def _apart(found: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The bodies in a run of capitals, with start and end: "the Ninth Circuit and the Dover District Court"."""
    start = found.start()
    for part in _APART.split(found.group()):
        start = found.string.index(part, start)
        if part:
            yield _without_opener(unpossessed(part.rstrip(".,"))), start, start + len(part)
        start += len(part)


def _fits(name: str, start: int, end: int, head: str, text: str) -> bool:
    """Whether a name is one of a kind: by its words, its capitals, or the small words behind or before it."""
    general = _kind(head)
    kind = frozenset(_KINDS.get(general, head).split())
    parts = name.lower().split()
    if parts[-1] in _OPENERS:
        return False
    if len(parts) > 1 and (parts[-1] in kind or (bool(kind & set(parts)) and bool(_SMALL & set(parts)))):
        return True
    if general in {"agency", "group"} and _is_short(name):
        return True
    if general == "poll" and _MADE_BY.search(text, max(0, start - 30), start):
        return True
    behind = [unpossessed(word.strip(".,")) for word in text[end : end + 40].split()[:2]]
    return text.startswith((" ", "/"), end) and text[end - 1] != "." and head in behind


def campaign(text: str, offset: int) -> str | None:
    """The surname in the last "Doe campaign", "Doe's campaign" before an offset."""
    found = [match["name"] for match in _CAMPAIGN.finditer(text, max(0, offset - _FAR), offset)]
    return next(
        (name for name in reversed(found) if not is_group_word(name) and name.lower() not in _OPENERS), None
    )


def _is_short(name: str) -> bool:
    return name.isupper() and len(name) in _SHORT and name.isalpha()


def own_words(source: str) -> str:
    """A group as it stands, without article and without what trails behind a comma."""
    return " ".join(re.split(r",(?!\d)| [-–—] ", _without_article(source))[0].split())


def _without_article(text: str) -> str:
    article = _ARTICLE.match(text)
    return text[article.end() :] if article else text


def _without_opener(name: str) -> str:
    """A name without the capitalised word that opens its sentence: "As the Fourth Circuit"."""
    parts = name.split()
    while len(parts) > 1 and parts[0].lower() in _OPENERS:
        del parts[0]
    return " ".join(parts)


def _unstopped(word: str) -> str:
    """A word without the stop that ends its sentence; "U.S." keeps its own."""
    return word.removesuffix(".") if word.count(".") == 1 else word
