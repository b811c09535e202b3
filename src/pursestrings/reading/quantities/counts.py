"""Counts of things, shares and lengths of time, with the words that say of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from pursestrings.documents import Document
from pursestrings.documents.taken import Taken
from pursestrings.documents.wordlist import words
from pursestrings.reading.findings import Count
from pursestrings.reading.quantities.amounts import BETWEEN, Span, amounts_in, scale_of, what_follows
from pursestrings.reading.quantities.numbers import DIGITS, SCALE, WORDS, has_number, plain, value_of
from pursestrings.reading.quantities.phrases import after

_PERCENT: Final = re.compile(
    rf"(?<![\w$.,-])(?<!\bpoint\s)(?P<number>{DIGITS}|{WORDS})(?:\s|-)?(?:percent\b|per\scent\b|%)",
    re.IGNORECASE,
)
_PER_CENT: Final = ("%", "cent")
_RANGE_BEFORE: Final = re.compile(
    rf"(?<!\bfrom\s)(?<![\w.,$-])(?P<number>{DIGITS}|{WORDS})\s(?:to|or|(?P<and>and))\s$", re.IGNORECASE
)
_MOST_BEFORE: Final = 32
_SHARE: Final = re.compile(
    rf"\b(?P<part>{WORDS}|\d+)\s(?:in|out\sof)(?:\severy)?\s(?P<whole>{WORDS}|\d+)\b(?!\s*(?:,|/)?\s*\d)",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    rf"(?<![\w$.,/-])(?P<number>{DIGITS}|{WORDS})[\s-](?P<unit>hour|day|week|month|year)s?(?:['’]|\b)(?![\s-]old)",
    re.IGNORECASE,
)
_UNITS_OF_TIME: Final = ("hour", "day", "week", "month", "year")
_THINGS: Final = re.compile(
    rf"(?<![\w$.,:/§#(-])(?<!\bpoint\s)(?P<number>{DIGITS}|(?i:{WORDS}))(?P<scale>\s{SCALE})?\s+(?P<things>(?:(?!(?:of|to|in|and|or|percent|{SCALE})\b)[a-zA-Z]"
    r"[\w’'-]*\s+){0,3}?(?:[a-z][\w’'-]*s|people|women|men|children|police(?!\s+[a-z])))(?![\w’'-])"
)
_NO_COUNT: Final = re.compile(
    r"(?:(?:\b|(?=§))(?:[Ss]ections?|[Tt]itle|[Cc]hapter|[Oo]rder|[Nn]o\.|[Nn]umber|FY|[Ff]iscal(?: year)?|[Pp]age|[Aa]rticle|Jan(?:uary|\.)|Feb(?:ruary|\.)|"
    r"Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)|§+)\s?)$"
)
_NO_THINGS: Final = words(
    "u.s is was has does this its as us plus minus versus vs perhaps always besides across towards news across unless less forbids says requires dollars"
)


def counts(document: Document, spans: Iterable[Span]) -> list[Count]:
    """Every number of things, share or length of time in the sentences `spans`, in order."""
    found: list[Count] = []
    for start, end in spans:
        if not has_number(document.text[start:end]):
            continue
        busy = Taken((one.anchor.start, one.anchor.end) for one in amounts_in(document, start, end))
        found += [
            count
            for count in _counted(document, start, end)
            if busy.take(count.anchor.start, count.anchor.end)
            and not _ends_a_range(document.text, count, start)
        ]
    return sorted(found, key=lambda count: count.anchor.start)


def _ends_a_range(text: str, count: Count, start: int) -> bool:
    """Whether it is the upper end of a range ("ten to twelve officers"), of which a count has no way to tell."""
    at = count.anchor.start
    match = _RANGE_BEFORE.search(text, max(start, at - _MOST_BEFORE), at)
    first = value_of(match["number"]) if match else None
    if match is None or first is None or first >= count.value:
        return False
    return not match["and"] or BETWEEN.search(text, max(start, match.start() - 12), match.start()) is not None


def _counted(document: Document, start: int, end: int) -> Iterator[Count]:
    text = document.text
    lower = text[start:end].lower()
    percents = _PERCENT.finditer(text, start, end) if any(sign in lower for sign in _PER_CENT) else ()
    for match in percents:
        if (value := value_of(match["number"])) is not None:
            what = what_follows(text, match.end(), end)
            yield Count(document.id, 0.9, document.anchor(*match.span()), value, "percent", what)
    for match in _SHARE.finditer(text, start, end):
        part, whole = value_of(match["part"]), value_of(match["whole"])
        if part and whole and part < whole <= 100:
            share = plain(round(Decimal(100) * Decimal(part) / Decimal(whole), 1))
            what = what_follows(text, match.end(), end)
            yield Count(document.id, 0.6, document.anchor(*match.span()), share, "percent", what)
    times = _TIME.finditer(text, start, end) if any(unit in lower for unit in _UNITS_OF_TIME) else ()
    for match in times:
        value = value_of(match["number"])
        if value not in {None, 1} and not _NO_COUNT.search(
            text, max(start, match.start() - 14), match.start()
        ):
            what = what_follows(text, match.end(), end)
            yield Count(
                document.id, 0.7, document.anchor(*match.span()), value, f"{match['unit'].lower()}s", what
            )
    for match in _THINGS.finditer(text, start, end):
        if found := _of_things(document, match, start, end):
            yield found


def _of_things(document: Document, match: re.Match[str], start: int, end: int) -> Count | None:
    text, number = document.text, match["number"]
    value = value_of(number, scale_of(match))
    last = match["things"].split()[-1].lower()
    year = not match["scale"] and number.isdecimal() and len(number) == 4 and 1900 <= int(number) <= 2099
    if value is None or value == 1 or year or last in _NO_THINGS or last.endswith(("’s", "'s")):
        return None
    if _NO_COUNT.search(text, max(start, match.start() - 14), match.start()):
        return None
    tail = after(text, match.end(), end) if text[match.end() : match.end() + 4] == " of " else None
    what = " ".join(match["things"].split()) + (f" of {tail}" if tail else "")
    return Count(document.id, 0.75, document.anchor(match.start(), match.end()), value, None, what)
