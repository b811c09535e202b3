"""Dates of the calendar, worked out from the document's own date where the text is relative.

What cannot be worked out gives nothing: no day is guessed for "last week", none for "Monday" in a document
without a date, none for a day that no calendar has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents import Document
from pursestrings.documents.taken import Taken
from pursestrings.documents.written_dates import written_dates
from pursestrings.reading.era import Era
from pursestrings.reading.findings import DateMention
from pursestrings.reading.quantities.deadlines import WEEKDAYS, due_before
from pursestrings.reading.quantities.numbers import DIGITS, WORDS, value_of
from pursestrings.reading.quantities.phrases import clause, opening

Span = tuple[int, int]

_ENGLISH: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH: Final = "|".join(sorted((name.capitalize() for name in _ENGLISH), key=len, reverse=True))
_NUMBER: Final = rf"(?:{DIGITS}|{WORDS})"
_LEAD: Final = 600
"""Characters before a date within which is told what it is the date of."""
_NEAR: Final = 80
"""Characters before a date within which a verb tells whether it is past."""
_FIGURES: Final = re.compile(r"\d\d")
# What a sentence must hold for the forms below to be looked for: most hold none of it.
_MONTHS_BEGIN: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS: Final = ("month", "year", "summer", "fall", "autumn", "spring", "winter")
_COUNTED: Final = ("day", "tomorrow", "within")
_AHEAD: Final = re.compile(
    r"\b(?:will|next|upcoming|scheduled|begin(?:s|ning)?|starting|takes? effect|going to|plans? to|set for|ends|expires|closes|lapses)\b",
    re.IGNORECASE,
)

_TOLD: Final = re.compile(r"\b(?:said|told|wrote|went|met|spoke|gave|sent|sued|[a-z]{3,}ed)\b")
_DAY: Final = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*,?\s*(?:19|20)\d\d|[\d:%]|[.,]\d|-[a-z])"
)
# What came to pass before the text was written: "was filed Dec. 3".
_DONE: Final = re.compile(
    r"\b(?:was|were|had\s+been)\s+(?!scheduled|planned|expected|slated|due)[a-z]+(?:ed|nt|ld|en|de)\s+(?:on\s+)?$"
)
_DAY_OF: Final = re.compile(
    rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)\s+of\s+(?P<month>{_MONTH})\b(?!\s*,?\s*(?:19|20)\d\d)"
)
_BARE_MONTH: Final = re.compile(
    rf"\b(?P<lead>(?i:in|since|by|until|before|through|during|of|from|last|next|this|early|late|mid)[\s-])"
    rf"(?P<month>{_MONTH})\b\.?(?!\s*,?\s*(?:\d))(?![\w’'])"
)
_WEEKDAY: Final = re.compile(
    rf"\b(?:(?P<which>last|next|this|on)\s+)?(?P<weekday>{'|'.join(day.capitalize() for day in WEEKDAYS)})\b"
    # "Friday, Sept. 5" is one day, and the second half tells which
    rf"(?!,?\s+\(?(?:{_MONTH})\b\.?\s+\d)"
)
# A capital behind a word: "USA Today".
_IN_NAME: Final = re.compile(r"\w\s$")
_TODAY: Final = re.compile(r"\b(?P<day>today|yesterday|tomorrow)\b", re.IGNORECASE)
_PERIOD: Final = re.compile(
    r"\b(?P<which>last|next|this|earlier this)\s+(?P<unit>month|year|summer|fall|autumn|spring|winter)\b",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(
    rf"\bwithin\s+(?:the\s+next\s+)?(?P<number>{_NUMBER})\s+(?P<unit>day|week|month)s?\b"
    # What counts from some other day tells nothing: "within 30 days of the award".
    r"(?!\s+(?:of|after|from|following|before|prior)\b)",
    re.IGNORECASE,
)
_OUGHT: Final = re.compile(r"\b(?:to|must|will|would|should|shall|due|are|is|have|has)\b")
_FISCAL: Final = re.compile(r"\b(?:FY\s?|[Ff]iscal\s+(?:[Yy]ear\s+)?)(?P<year>20\d\d|['’]?\d\d)\b(?![-–/]\d)")
_SHIFT: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}
_SEASON_END: Final = {"spring": 6, "summer": 9, "fall": 12, "autumn": 12, "winter": 3}


def dates(document: Document, spans: Iterable[Span], written: Era) -> list[DateMention]:
    """Every date in the sentences `spans`, in order."""
    found: list[DateMention] = []
    for start, end in spans:
        taken = Taken()
        for span, day, score in _read(document, start, end, written):
            if taken.take(*span):
                found.append(_finding(document, span, day, (start, end), score))
    return sorted(found, key=lambda finding: finding.anchor.start)


def _read(
    document: Document, start: int, end: int, written: Era
) -> Iterator[tuple[Span, PartialDate, float]]:
    """Dates with a year first, then those that need the document's own."""
    text = document.text
    if _FIGURES.search(text, start, end):
        for full in written_dates(text, start, end, document.language):
            yield (full.start, full.end), full.date, 0.95
        for match in _FISCAL.finditer(text, start, end):
            yield match.span(), _fiscal(match["year"].lstrip("'’")), 0.7
    base = _base(written)
    if base is not None:
        for span, day, score in _relative(text, start, end, base):
            if day is not None:
                yield span, day, score


def _fiscal(year: str) -> PartialDate:
    """A fiscal year in four digits or two: 17 is 2017, 98 is 1998."""
    if len(year) == 4:
        return PartialDate(int(year))
    return PartialDate(int(year) + (2000 if int(year) < 70 else 1900))


def _base(written: Era) -> PartialDate | None:
    """The day, month or year in which the document was written, as far as that is one."""
    first, last = written.earliest, written.latest
    if first is None or last is None or first.year != last.year:
        return None
    if first == last:
        return PartialDate.of(first)
    return PartialDate(first.year, first.month) if first.month == last.month else PartialDate(first.year)


def _relative(
    text: str, start: int, end: int, base: PartialDate
) -> Iterator[tuple[Span, PartialDate | None, float]]:
    sentence = text[start:end]
    lower = sentence.lower()
    if any(name in sentence for name in _MONTHS_BEGIN):
        yield from _named(text, start, end, base)
    if any(unit in lower for unit in _UNITS):
        for match in _PERIOD.finditer(text, start, end):
            yield match.span(), _period(match["which"].lower(), match["unit"].lower(), base), 0.7
    if base.exact and any(word in lower for word in _COUNTED):
        yield from _counted_from(text, start, end, base.earliest)


def _named(
    text: str, start: int, end: int, base: PartialDate
) -> Iterator[tuple[Span, PartialDate | None, float]]:
    """Days and months by name, without a year."""
    ahead = _is_ahead(text, start, end)
    sure = 0.9 if base.exact else 0.65
    for pattern in (_DAY, _DAY_OF):
        for match in pattern.finditer(text, start, end):
            later = ahead or due_before(text, start, match.start()) is not None
            month, day = _ENGLISH[match["month"].lower()], int(match["day"])
            if _DONE.search(text, max(start, match.start() - _NEAR), match.start()):
                yield match.span(), _last(month, day, base), sure
            else:
                yield match.span(), _day(month, day, base, later=later), sure
    for match in _BARE_MONTH.finditer(text, start, end):
        later = ahead or match["lead"].strip().lower() in {"next", "by", "until", "before"}
        yield match.span("month"), _month(_ENGLISH[match["month"].lower()], base, later=later), sure - 0.1


def _is_ahead(text: str, start: int, end: int) -> bool:
    """Whether a sentence speaks of what is still to come."""
    return _AHEAD.search(text, start, end) is not None and _TOLD.search(text, start, end) is None


def _counted_from(text: str, start: int, end: int, base: date) -> Iterator[tuple[Span, PartialDate, float]]:
    ahead = _is_ahead(text, start, end)
    told = _TOLD.search(text, start, end) is not None
    for match in _WEEKDAY.finditer(text, start, end):
        day = WEEKDAYS.index(match["weekday"].lower())
        due = match["which"] == "this" or due_before(text, start, match.start()) is not None
        future = match["which"] == "next" or (match["which"] != "last" and (ahead or (due and not told)))
        yield (
            match.span("weekday"),
            PartialDate.of(_weekday(day, base, future=future)),
            0.8 if not future else 0.6,
        )
    for match in _TODAY.finditer(text, start, end):
        if not (match[0].istitle() and _IN_NAME.search(text, max(start, match.start() - 2), match.start())):
            yield match.span(), PartialDate.of(base + timedelta(days=_SHIFT[match["day"].lower()])), 0.8
    for match in _WITHIN.finditer(text, start, end):
        number = value_of(match["number"])
        done = _TOLD.search(text, start, match.start()) and not _OUGHT.search(text, start, match.start())
        if isinstance(number, int) and number <= 400 and not done:
            yield match.span(), _after(base, number, match["unit"].lower()), 0.5


def _after(base: date, number: int, unit: str) -> PartialDate:
    """So many days or weeks on; of months only the month is told."""
    if unit == "month":
        return _months_on(PartialDate.of(base), number)
    return PartialDate.of(base + timedelta(days=number * (7 if unit == "week" else 1)))


def _months_on(base: PartialDate, step: int) -> PartialDate:
    year, month = divmod(base.year * 12 + (base.month or 1) - 1 + step, 12)
    return PartialDate(year, month + 1)


def _weekday(day: int, base: date, *, future: bool) -> date:
    """The last such day up to the base, or the next one after it."""
    if future:
        return base + timedelta(days=(day - base.weekday() - 1) % 7 + 1)
    return base - timedelta(days=(base.weekday() - day) % 7)


def _day(month: int, day: int, base: PartialDate, *, later: bool) -> PartialDate | None:
    """The day of the year that news means: about half a year back, unless something is still to come."""
    if base.month is None:
        return _real(base.year, month, day)
    for year in (base.year - 1, base.year, base.year + 1):
        found = _real(year, month, day)
        away = (found.earliest - base.earliest).days if found else None
        if away is not None and (-60 <= away <= 305 if later else -275 <= away <= 90):
            return found
    return None


def _last(month: int, day: int, base: PartialDate) -> PartialDate | None:
    """The last such day up to the base."""
    found = _real(base.year, month, day)
    if found is not None and found.earliest <= base.latest:
        return found
    return _real(base.year - 1, month, day)


def _real(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate.of(date(year, month, day))
    except ValueError:
        return None


def _month(month: int, base: PartialDate, *, later: bool) -> PartialDate:
    if base.month is None:
        return PartialDate(base.year, month)
    year = base.year
    if later and month < base.month:
        year += 1
    if not later and month > base.month:
        year -= 1
    return PartialDate(year, month)


def _period(which: str, unit: str, base: PartialDate) -> PartialDate | None:
    step = {"last": -1, "next": 1}.get(which, 0)
    if unit == "year":
        return PartialDate(base.year + step)
    if base.month is None:
        return None
    if unit == "month":
        return _months_on(base, step)
    over = base.month > _SEASON_END[unit]
    return PartialDate(base.year + (step if (step < 0) != over else 0))


def _finding(document: Document, span: Span, day: PartialDate, sentence: Span, score: float) -> DateMention:
    text = document.text
    due = due_before(text, sentence[0], span[0])
    deadline = due is not None or text[span[0] : span[1]].lower().startswith("within")
    lead = text[max(sentence[0], span[0] - _LEAD) : due.start() if due else span[0]]
    behind = span[1] + 2 * text.startswith(("’s", "'s"), span[1])
    what = clause(lead, 0, len(lead)) or opening(text, behind, sentence[1])
    return DateMention(document.id, score, document.anchor(*span), str(day), day.precision, deadline, what)
