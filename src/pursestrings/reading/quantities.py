"""Sums of money and counts of things, with the words that say of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pursestrings.documents import Document
from pursestrings.documents.taken import Taken
from pursestrings.documents.wordlist import words
from pursestrings.reading.findings import Amount, Count
from pursestrings.reading.numbers import DIGITS, SCALE, WORDS, has_number, plain, value_of
from pursestrings.reading.phrases import after, before

Span = tuple[int, int]
Number = int | float

_SIGNS: Final = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "C$": "CAD"}
_CURRENCY_SIGNS: Final = "$£€"
_SIGN: Final = r"(?P<sign>US\$|C\$|[$£€])"
_UNIT: Final = rf"(?:[\s-]?(?P<scale>{SCALE}|(?-i:bn|[MBK])(?![\w-])))?"
_MONEY: Final = re.compile(
    rf"{_SIGN}\s?(?P<number>{DIGITS}){_UNIT}"
    rf"(?:\s?(?:-|–|—|to|and)\s?(?:US)?[$£€]?(?P<second>{DIGITS})[\s-]?(?P<scale2>{SCALE}|(?-i:bn|[MBK])(?![\w-]))?)?",
    re.IGNORECASE,
)
_DOLLARS: Final = re.compile(
    rf"(?<![\w$.,])(?P<number>{DIGITS}|{WORDS})(?:\s(?P<scale>{SCALE}))?\s(?P<unit>dollars|euros|pounds)\b",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"\b(?:several|many|hundreds\sof|tens\sof|dozens\sof|a\sfew)?\s?(?:thousand|million|billion)s\s(?:of|in)\s(?:federal\s)?dollars\b"
    r"|\b(?:several|a\sfew|many)\s(?:hundred\s)?(?:thousand|million|billion)\sdollars\b",
    re.IGNORECASE,
)
_CURRENCIES: Final = {"dollars": "USD", "euros": "EUR", "pounds": "GBP"}
_AT_LEAST: Final = re.compile(
    r"\b(?:more than|over|at least|no less than|upwards? of|exceed(?:s|ed|ing)?|above)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_AT_MOST: Final = re.compile(
    r"\b(?:up to|as much as|as many as|less than|fewer than|under|at most|no more than|below|nearly|almost|close to)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)

_PERCENT: Final = re.compile(
    rf"(?<![\w$.,-])(?P<number>{DIGITS}|{WORDS})(?:\s|-)?(?:percent\b|per\scent\b|%)", re.IGNORECASE
)
_PER_CENT: Final = ("%", "cent")
_SHARE: Final = re.compile(
    rf"\b(?P<part>{WORDS}|\d+)\s(?:in|out\sof)(?:\severy)?\s(?P<whole>{WORDS}|\d+)\b(?!\s*(?:,|/)?\s*\d)",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    rf"(?<![\w$.,-])(?P<number>{DIGITS}|{WORDS})[\s-](?P<unit>hour|day|week|month|year)s?(?:['’]|\b)(?![\s-]old)",
    re.IGNORECASE,
)
_UNITS_OF_TIME: Final = ("hour", "day", "week", "month", "year")
_THINGS: Final = re.compile(
    rf"(?<![\w$.,:/§#(-])(?P<number>{DIGITS}|(?i:{WORDS}))\s+(?P<things>(?:(?!(?:of|to|in|and|or|percent|{SCALE})\b)[a-zA-Z]"
    r"[\w’'-]*\s+){0,3}?(?:[a-z][\w’'-]*s|people|women|men|children|police(?!\s+[a-z])))(?![\w’'-])"
)
_NO_COUNT: Final = re.compile(
    r"(?:(?:\b|(?=§))(?:[Ss]ections?|[Tt]itle|[Cc]hapter|[Oo]rder|[Nn]o\.|[Nn]umber|FY|[Ff]iscal(?: year)?|[Pp]age|[Aa]rticle|Jan(?:uary|\.)|Feb(?:ruary|\.)|"
    r"Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)|§+)\s?)$"
)
_NO_THINGS: Final = words(
    "u.s is was has does this its as us plus minus versus vs perhaps always besides across towards news across unless less forbids says requires"
)


def amounts(document: Document, spans: Iterable[Span]) -> list[Amount]:
    """Every sum of money in the sentences `spans`, in order."""
    found = [amount for start, end in spans for amount in _in_sentence(document, start, end)]
    return sorted(found, key=lambda amount: amount.anchor.start)


def _in_sentence(document: Document, start: int, end: int) -> Iterator[Amount]:
    text = document.text
    sentence = text[start:end]
    if any(sign in sentence for sign in _CURRENCY_SIGNS):
        for match in _MONEY.finditer(text, start, end):
            yield _signed(document, match, start, end)
    lower = sentence.lower()
    if not any(unit in lower for unit in _CURRENCIES):
        return
    for match in _DOLLARS.finditer(text, start, end):
        value = value_of(match["number"], match["scale"])
        if value is not None:
            yield _amount(document, match.span(), value, _CURRENCIES[match["unit"].lower()], (start, end))
    for match in _VAGUE.finditer(text, start, end):
        what = after(text, match.end(), end) or before(text, start, match.start())
        yield Amount(document.id, 0.6, document.anchor(*match.span()), None, None, None, "USD", what)


def _signed(document: Document, match: re.Match[str], start: int, end: int) -> Amount:
    currency = _SIGNS[match["sign"].upper()]
    scale, second = match["scale"], match["second"]
    lead = document.text[max(start, match.start() - 12) : match.start()]
    joined = second and (_BETWEEN.search(lead) or " and" not in match[0])
    if second and joined:
        low = value_of(match["number"], scale or match["scale2"])
        high = value_of(second, match["scale2"])
        what = after(document.text, match.end(), end) or before(document.text, start, match.start())
        return Amount(document.id, 0.85, document.anchor(*match.span()), None, low, high, currency, what)
    stop = match.end("scale") if scale else match.end("number")
    value = value_of(match["number"], scale)
    return _amount(document, (match.start(), stop), value, currency, (start, end))


def _amount(document: Document, span: Span, value: Number | None, currency: str, sentence: Span) -> Amount:
    text = document.text
    lead = text[max(sentence[0], span[0] - 24) : span[0]]
    low = value if _AT_LEAST.search(lead) else None
    high = value if _AT_MOST.search(lead) else None
    what = after(text, span[1], sentence[1]) or before(text, sentence[0], span[0])
    return Amount(document.id, 0.93, document.anchor(*span), value, low, high, currency, what)


def counts(document: Document, spans: Iterable[Span]) -> list[Count]:
    """Every number of things, share or length of time in the sentences `spans`, in order."""
    found: list[Count] = []
    for start, end in spans:
        if not has_number(document.text[start:end]):
            continue
        busy = Taken((one.anchor.start, one.anchor.end) for one in _in_sentence(document, start, end))
        found += [
            count
            for count in _counted(document, start, end)
            if busy.take(count.anchor.start, count.anchor.end)
        ]
    return sorted(found, key=lambda count: count.anchor.start)


def _counted(document: Document, start: int, end: int) -> Iterator[Count]:
    text = document.text
    lower = text[start:end].lower()
    percents = _PERCENT.finditer(text, start, end) if any(sign in lower for sign in _PER_CENT) else ()
    for match in percents:
        if (value := value_of(match["number"])) is not None:
            what = after(text, match.end(), end)
            yield Count(document.id, 0.9, document.anchor(*match.span()), value, "percent", what)
    for match in _SHARE.finditer(text, start, end):
        part, whole = value_of(match["part"]), value_of(match["whole"])
        if part and whole and part < whole <= 100:
            from decimal import Decimal

            share = plain(round(Decimal(100) * Decimal(part) / Decimal(whole), 1))
            what = after(text, match.end(), end)
            yield Count(document.id, 0.6, document.anchor(*match.span()), share, "percent", what)
    times = _TIME.finditer(text, start, end) if any(unit in lower for unit in _UNITS_OF_TIME) else ()
    for match in times:
        value = value_of(match["number"])
        if value not in {None, 1} and not _NO_COUNT.search(
            text, max(start, match.start() - 14), match.start()
        ):
            what = after(text, match.end(), end)
            yield Count(
                document.id, 0.7, document.anchor(*match.span()), value, f"{match['unit'].lower()}s", what
            )
    for match in _THINGS.finditer(text, start, end):
        if found := _of_things(document, match, start, end):
            yield found


def _of_things(document: Document, match: re.Match[str], start: int, end: int) -> Count | None:
    text, number = document.text, match["number"]
    value = value_of(number)
    last = match["things"].split()[-1].lower()
    year = number.isdecimal() and len(number) == 4 and 1900 <= int(number) <= 2099
    if value is None or value == 1 or year or last in _NO_THINGS or last.endswith(("’s", "'s")):
        return None
    if _NO_COUNT.search(text, max(start, match.start() - 14), match.start()):
        return None
    tail = after(text, match.end(), end) if text[match.end() : match.end() + 4] == " of " else None
    what = " ".join(match["things"].split()) + (f" of {tail}" if tail else "")
    return Count(document.id, 0.75, document.anchor(match.start(), match.end()), value, None, what)
