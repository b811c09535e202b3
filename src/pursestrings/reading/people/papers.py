"""Whose words a paper holds: "the letter says" is its sender's, where the text tells who sent it."""

from __future__ import annotations

import re
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people.titles import is_group_word

Span = tuple[int, int]

_FAR: Final = 1500
"""How many characters back the sender may be told."""
_PAPER: Final = re.compile(
    r"(?:(?P<article>[Tt]he|[Tt]his|[Tt]hat)\s+)?(?P<kind>(?:[\w.-]+\s+){0,4})(?P<paper>[\w-]+)"
)
_SENT: Final = r"(?:sent|sends|wrote|writes|mailed|issued|signed|released|penned|delivered|circulated|filed)"
# Small words between a name and what its bearer did: "Roe has also sent".
_BETWEEN: Final = r"(?:\s+(?:has|had|have|also|then|later|recently|jointly))*"
_CAPITALS: Final = r"[A-Z][\w.&’'-]*(?:\s+(?:(?:of|for|and|the)\s+){0,2}[A-Z][\w.&’'-]*)*"
_END: Final = re.compile(
    r"[,;:“”\"\n(]|\.\s+[A-Z]|\s(?:to|that|which|who|dated|asking|demanding|saying|warning|urging|last|this|on|in|by)\b"
)
_NOBODY: Final = (
    words.PRONOUNS | words.DETERMINERS | words.OPENERS | words.TIMES | words.MONTHS | words.PREPOSITIONS
)


def paper_of(source: str) -> tuple[str, str] | None:
    """The paper in the singular that a source is, and the words before it: "The Feb. 13 letter", "Letters", "the Roe memo".

    None for any other source, and for one paper of unknown many ("a letter").
    """
    match = _PAPER.fullmatch(source)
    if match is None:
        return None
    word, kind = match["paper"], match["kind"]
    single = word.lower().removesuffix("s")
    several = not match["article"] and not kind and word.endswith("s")
    known = section("titles", "paper")
    if single not in known or not (word.islower() or several) or not (match["article"] or several):
        return None
    if any(part.lower() in words.PREPOSITIONS | words.PRONOUNS for part in kind.split()):
        return None
    return single, kind.strip()


def names_body(kind: str) -> bool:
    """Whether the words before a paper name a body: "Justice Department", "ICE"."""
    parts = kind.split()
    return (
        bool(parts)
        and all(part[:1].isupper() for part in parts)
        and any(is_group_word(part) or (part.isupper() and len(part) > 1) for part in parts)
    )


def sender(text: str, paper: str, offset: int) -> Span | None:
    """The words before an offset that name who sent a paper: "a letter from Jane Roe to", "Jane Roe sent a letter"."""
    told = re.compile(
        rf"\b{paper}s?\b[^;:“”\"\n]{{0,40}}?\s(?:from|by)\s+(?P<behind>(?=(?:[\w.-]+\s+){{0,3}}[A-Z])[^\n]{{2,90}})"
        rf"|(?P<before>{_CAPITALS}){_BETWEEN}\s+{_SENT}\s+(?:[\w.-]+\s+){{0,5}}?{paper}s?\b"
        rf"|(?P<owner>{_CAPITALS})['’]s?\s+(?:[\w.-]+\s+){{0,3}}?{paper}s?\b"
    )
    found = None
    for match in told.finditer(text, max(0, offset - _FAR), offset):
        first, last = match.span(match.lastgroup or 0)
        end = _END.search(text, first, last) if match["behind"] else None
        if text[first:last].split()[0].lower() not in _NOBODY - {"the"}:
            found = first, end.start() if end is not None else last
    return found
