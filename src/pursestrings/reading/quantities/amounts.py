"""Sums of money, with the words that say of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pursestrings.documents import Document
from pursestrings.documents.folding import folded
from pursestrings.reading.findings import Amount
from pursestrings.reading.quantities.numbers import DIGITS, SCALE, WORDS, value_of
from pursestrings.reading.quantities.phrases import after, before

Span = tuple[int, int]
Number = int | float

_SIGNS: Final = {
    "$": "USD", "US$": "USD", "USD": "USD", "£": "GBP", "GBP": "GBP", "€": "EUR", "EUR": "EUR", "C$": "CAD",
    "CA$": "CAD", "CAD": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD",
}  # fmt: skip
_MONEY_SIGN: Final = re.compile(r"[$£€]|\b(?:USD|EUR|GBP|CAD)\b")
_SIGN: Final = r"(?-i:(?<![A-Za-z])(?:US|CA?|AU?|NZ|HK)?\$|[£€]|\b(?:USD|EUR|GBP|CAD)(?=\s?\d))"
_SUM: Final = (
    rf"(?P<number>{DIGITS})(?:(?P<scale>[\s-]{{0,4}}{SCALE}s?(?![a-z])|(?:mm|mn|mln|mil|bn|bil|tn|[kmbt])(?![^\W_])"
    rf"|\s(?:mn|mln|mil|bn|bil|tn|(?-i:[MBKT]))(?![\w-]))|(?![^\W_]|[.,]\d|\s\d/\d|[^\w.;!?]{{1,4}}{SCALE}\b))"
)
"""A number and its scale. What goes on otherwise (a damaged number, "1 1/2") is no sum that we could tell."""
_MONEY: Final = re.compile(rf"(?P<sign>{_SIGN})\s?{_SUM}", re.IGNORECASE)
_SECOND: Final = re.compile(
    rf"(?P<to>\s?[-–—]\s?|\s(?:to|and)\s)(?:(?P<sign>{_SIGN})\s?)?{_SUM}", re.IGNORECASE
)
_RIDER: Final = re.compile(
    r"(?:\sUSD\b)?(?P<least>\s?\+|-plus|\sor\smore\b)?(?:-odd)?(?:(?:-an?|-per)-[a-z]+)?", re.IGNORECASE
)
_WHOSE: Final = r"(?:in\s)?(?:(?:U\.?S\.?|American|federal|state|public|tax|taxpayer)\s)?"
_DOLLARS: Final = re.compile(
    rf"(?<![\w$.,])(?<!\bpoint\s)(?<!(?:third|fifth|tenth)\sof\s)(?<!thirds\sof\s)(?P<number>{DIGITS}|{WORDS})"
    rf"(?P<scale>\s{SCALE})?\s{_WHOSE}(?P<unit>dollars|euros|pounds\ssterling|USD|EUR)\b",
    re.IGNORECASE,
)
_OF_A_YEAR: Final = re.compile(r"\b(?:in|constant|real|inflation-adjusted)\s$", re.IGNORECASE)
_VAGUE: Final = re.compile(
    r"\b(?:(?:several|many|hundreds\sof|tens\sof|dozens\sof|a\sfew)\s)?(?:thousand|million|billion)s\s(?:of|in)\s(?:federal\s)?dollars\b"
    r"|\b(?:several|a\sfew|many)\s(?:hundred\s)?(?:thousand|million|billion)\sdollars\b",
    re.IGNORECASE,
)
_CURRENCIES: Final = {
    "dollars": "USD", "usd": "USD", "euros": "EUR", "eur": "EUR", "pounds": "GBP",
}  # fmt: skip
_NOT: Final = r"(?<!\bno\s)(?<!\bnot\s)(?<!\bnot\sto\s)(?<!\bnever\s)(?<!n['’]t\s)"
_MORE: Final = r"(?:(?:more|greater) than|over|upwards? of|exceed(?:s|ed|ing)?|above)"
_LESS: Final = r"(?:(?:less|fewer|lower) than|under|below)"
_AT_LEAST: Final = re.compile(
    rf"\b(?:{_NOT}{_MORE}|(?:no|not)\s{_LESS}|at least)\s+(?:an?\s+)?$", re.IGNORECASE
)
_AT_MOST: Final = re.compile(
    rf"\b(?:{_NOT}{_LESS}|(?:no|not|not to|never|n['’]t)\s{_MORE}|up to|as much as|as many as|at most|nearly|almost|close to)"
    r"\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"[$£€]|\d[\d.,]*\s?(?:%|per\s?cent)", re.IGNORECASE)
_EARLIER_SUM: Final = re.compile(rf"(?:\d|\b{SCALE}s?)\s(?:of\s)?(?:\w+\s)?dollars$", re.IGNORECASE)
BETWEEN: Final = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)


def amounts(document: Document, spans: Iterable[Span]) -> list[Amount]:
    """Every sum of money in the sentences `spans`, in order."""
    found = [amount for start, end in spans for amount in amounts_in(document, start, end)]
    return sorted(found, key=lambda amount: amount.anchor.start)


def amounts_in(document: Document, start: int, end: int) -> Iterator[Amount]:
    """The sums of money in one sentence: those with a sign, then those in words."""
    text = document.text
    match = _MONEY.search(text, start, end) if _MONEY_SIGN.search(text, start, end) else None
    while match:
        made = _ranging(document, match, start, end) or _signed(document, match, start, end)
        yield made
        match = _MONEY.search(text, made.anchor.end, end)
    lower = folded(text[start:end])
    if not any(unit in lower for unit in _CURRENCIES):
        return
    for match in _DOLLARS.finditer(text, start, end):
        value = value_of(match["number"], scale_of(match))
        if value is not None and not _is_of_a_year(text, match):
            currency = _CURRENCIES[folded(match["unit"]).split()[0]]
            yield _amount(document, match.span(), value, currency, (start, end))
    for match in _VAGUE.finditer(text, start, end):
        what = what_follows(text, match.end(), end) or _earlier(text, start, match.start())
        yield Amount(document.id, 0.6, document.anchor(*match.span()), None, None, None, "USD", what)


def scale_of(match: re.Match[str]) -> str | None:
    """The scale of a sum, without its plural, its space and its hyphen."""
    scale = folded(re.sub(r"[\s-]", "", match["scale"] or ""))
    return (scale.removesuffix("s") if len(scale) > len("mln") else scale) or None


def _is_of_a_year(text: str, match: re.Match[str]) -> bool:
    """Whether the number is the year whose prices are meant ("in 2017 dollars")."""
    year = re.fullmatch(r"(?:19|20)\d\d", match["number"]) and not match["scale"]
    return bool(year and _OF_A_YEAR.search(text, max(0, match.start() - 20), match.start()))


def _signed(document: Document, match: re.Match[str], start: int, end: int) -> Amount:
    value = value_of(match["number"], scale_of(match))
    return _amount(document, match.span(), value, _SIGNS[match["sign"]], (start, end))


def _ranging(document: Document, match: re.Match[str], start: int, end: int) -> Amount | None:
    """A range that begins with a sum; None where what follows is another sum or another number."""
    text = document.text
    second = _SECOND.match(text, match.end(), end)
    if second is None or not _is_linked(match, second, text[max(start, match.start() - 12) : match.start()]):
        return None
    scale, high = scale_of(second), value_of(second["number"], scale_of(second))
    low = value_of(match["number"], scale_of(match))
    if not match["scale"] and scale and "," not in match["number"]:
        scaled = value_of(match["number"], scale)
        if scaled is not None and high is not None and scaled < high:
            low = scaled
        elif not second["sign"]:
            return None
    if low is None or high is None or low >= high:
        return None
    span = match.start(), second.end()
    what = what_follows(text, span[1], end) or _earlier(text, start, span[0])
    return Amount(document.id, 0.85, document.anchor(*span), None, low, high, _SIGNS[match["sign"]], what)


def _is_linked(first: re.Match[str], second: re.Match[str], lead: str) -> bool:
    """Whether a number that follows a sum is the end of a range: a bare one only where it hangs on a hyphen."""
    link = second["to"].strip().lower()
    if link == "and":
        return BETWEEN.search(lead) is not None and bool(second["sign"] or second["scale"])
    thousands = "," in first["number"] and "," in second["number"]
    return bool(second["sign"] or second["scale"] or second["to"] in {"-", "–"} or thousands)


def _amount(document: Document, span: Span, value: Number | None, currency: str, sentence: Span) -> Amount:
    text = document.text
    lead = text[max(sentence[0], span[0] - 24) : span[0]]
    rider = _RIDER.match(text, span[1], sentence[1])
    least, stop = (rider["least"], rider.end()) if rider else (None, span[1])
    low = value if least or _AT_LEAST.search(lead) else None
    high = value if _AT_MOST.search(lead) else None
    what = what_follows(text, stop, sentence[1]) or _earlier(text, sentence[0], span[0])
    return Amount(document.id, 0.93, document.anchor(*span), value, low, high, currency, what)


def what_follows(text: str, at: int, end: int) -> str | None:
    """What follows a number and says of what it is; another number does not."""
    found = after(text, at, end)
    return None if found and _NUMBER.match(found) else found


def _earlier(text: str, start: int, at: int) -> str | None:
    """The money that is named before a sum; another sum is none."""
    found = before(text, start, at)
    return None if found and _EARLIER_SUM.search(found) else found
