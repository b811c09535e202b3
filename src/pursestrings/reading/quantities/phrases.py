"""Short phrases beside a number or a date that say what it is about."""

from __future__ import annotations

import re
from typing import Final

from pursestrings.documents.wordlist import words

_MOST: Final = 9
_REACH: Final = 600
"""Characters within which the words beside a number are looked for."""
_WORD: Final = re.compile(r"[\w$%][\w’'&./-]*")
_LINK: Final = re.compile(
    r"\s+(?:in|of|for|worth\s+of|from|to|toward|towards)\s+(?:the\s+|a\s+|an\s+|its\s+|their\s+|his\s+|her\s+|about\s+)?"
)
_STOP: Final = words("""a is are was were be been has have had will would could should may might can do does did said says say told that which
    who whom whose when where while because since although though but if unless until after before and or so than as he she
    they it we you i not this these those its there by with at on per over into""")
_HANGING: Final = words(
    "in on at by since until before of from last next this late early mid the and or during"
)
_LEADING: Final = _STOP | {"the", "to", "of", "in", "for", "from", "only", "about"}
_BOUNDARY: Final = re.compile(r"[.,](?!\d)|[;:!?()\[\]“”\"—–]|\s-\s|\n")
_MONEY_NOUN: Final = re.compile(
    r"\b(?:[\w’'-]+\s){0,4}?(?:grants?|funds?|funding|money|monies|budget|aid|fees?|fines?|costs?|payments?|awards|revenue|spending|dollars)\b",
    re.IGNORECASE,
)


def after(text: str, start: int, end: int) -> str | None:
    """The noun phrase that follows, linked ("$36 million in police grants") or joined ("$500 fine")."""
    end = min(end, start + _REACH)
    link = _LINK.match(text, start, end)
    begin = link.end() if link else start
    edge = _BOUNDARY.search(text, begin, end)
    words = _run(text, begin, edge.start() if edge else end)
    if not words or (
        link is None and not text[start : start + 1].isspace() and text[start : start + 1] != "-"
    ):
        return None
    return " ".join(words)


def _run(text: str, start: int, end: int) -> list[str]:
    found: list[str] = []
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        if word.lower() in _STOP or len(found) == _MOST or (found and word.endswith("ed")):
            break
        found.append(word)
    if len(found) == 1 and found[0].endswith(("ly", "ed")):
        return []
    while found and found[-1].lower() in {"the", "in", "of", "for", "to", "from", "a", "an", "last", "next"}:
        found.pop()
    return found


def before(text: str, start: int, end: int) -> str | None:
    """The nearest words before that name money of some kind: "grants, which are expected to total …"."""
    found = list(_MONEY_NOUN.finditer(text, max(start, end - _REACH), end))
    if not found:
        return None
    words = found[-1][0].split()
    while len(words) > 1 and (words[0].lower() in _LEADING or words[0].endswith("ing")):
        words.pop(0)
    return " ".join(words)


def clause(text: str, start: int, at: int) -> str | None:
    """The words that lead up to `at`: at most nine, from the last break or the last "to"."""
    lead = text[max(start, at - _REACH) : at]
    edges = [match.end() for match in _BOUNDARY.finditer(lead)]
    part = lead[edges[-1] :] if edges and len(lead[edges[-1] :].split()) > 1 else lead
    words = [match[0] for match in _WORD.finditer(part)][-_MOST:]
    if "to" in words[:-1]:
        words = words[words.index("to") + 1 :]
    while words and words[-1].lower() in _HANGING:
        words.pop()
    return " ".join(words) or None


def opening(text: str, start: int, end: int) -> str | None:
    """The words from `start` on: at most nine, up to a break in the sentence."""
    words: list[str] = []
    for match in _WORD.finditer(text, start, end):
        if len(words) == _MOST or (words and _BOUNDARY.search(text, start, match.start())):
            break
        words.append(match[0])
        start = match.end()
    return " ".join(words) or None
