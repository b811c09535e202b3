"""Title, byline, outlet and date of a document, each from the best witness that the file has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents.datelines import dateline_of
from pursestrings.documents.document import Block, BlockKind
from pursestrings.documents.extract import Hints
from pursestrings.documents.lines import Masthead, byline_of, date_line, is_job, masthead_of
from pursestrings.documents.origins import find_origin, find_publisher, named, split_title, story_copyright
from pursestrings.documents.written_dates import written_dates

_REACHED: Final = re.compile(
    r"(?P<name>[^\W\d_][\w.'’-]*(?:\s+[A-ZÀ-Þ][\w.'’-]*){1,3})\s+(?:can be reached|is a .{0,60}(?:writer|reporter))"
)
_OPENING: Final = 30
_PROSE_WORDS: Final = 12
_CAPTIONS: Final = 2
_SUBJECT: Final = re.compile(r"(?:re|subject)\s*:\s*(?P<subject>\S.{3,200})", re.IGNORECASE)
_PAPER: Final = re.compile(r"(?P<subject>(?:ORDER|MEMORANDUM|OPINION|JUDGMENT|COMPLAINT)\b[^a-z]{0,200})")
_URL_DAY: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/._-]|$)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document beside its text; None where no witness says."""

    title: str | None
    byline: str | None
    publisher: str | None
    origin: str | None
    published: PartialDate | None
    published_basis: str | None


def describe(
    text: str, blocks: Sequence[Block], hints: Hints, language: str | None, outlets: Mapping[str, str]
) -> Metadata:
    """The metadata of a text with its blocks; `outlets` gives an outlet's name for each of its spellings."""
    publisher = named(hints.publisher, outlets) if hints.publisher else find_publisher(text, blocks, outlets)
    masthead = _masthead(text, blocks)
    if publisher is None and masthead is not None:
        publisher = named(masthead.name, outlets)
    published, basis = _published(text, blocks, hints, language)
    return Metadata(
        title=_title(text, blocks, hints, outlets),
        byline=hints.byline or _byline(text, blocks),
        publisher=publisher,
        origin=find_origin(text, blocks, publisher, outlets),
        published=published,
        published_basis=basis,
    )


def _masthead(text: str, blocks: Sequence[Block]) -> Masthead | None:
    """The outlet and its day where a line above the story is nothing else."""
    above = blocks[: next((i for i, block in enumerate(blocks) if block.kind is BlockKind.BODY), 0)]
    found = (masthead_of(line) for line in _lines(text, above, BlockKind.DATELINE))
    return next((masthead for masthead in found if masthead), None)


def _lines(text: str, blocks: Sequence[Block], kind: BlockKind) -> Iterator[str]:
    return (text[block.start : block.end] for block in blocks if block.kind is kind)


def _title(text: str, blocks: Sequence[Block], hints: Hints, outlets: Mapping[str, str]) -> str | None:
    headline = next(_lines(text, blocks, BlockKind.HEADLINE), None)
    if headline is None:
        lines = [text[block.start : block.end] for block in blocks[:_OPENING]]
        subjects = (_SUBJECT.match(line) or _PAPER.fullmatch(line) for line in lines)
        headline = hints.title or next((match["subject"] for match in subjects if match), None)
    return " ".join(split_title(headline, outlets=outlets)[0].split()) if headline else None


def _byline(text: str, blocks: Sequence[Block]) -> str | None:
    """The writers' names as the byline gives them; else who can be reached about the story."""
    for line in _lines(text, blocks, BlockKind.BYLINE):
        byline = byline_of(line)
        if byline:
            return byline.names
        name = re.split(r"\s*[|•·,]\s*|\s[–—-]\s", line)[0]
        if not is_job(name) or name != line:
            return name
    reached = (_REACHED.match(line) for line in _lines(text, blocks, BlockKind.CREDIT))
    return next((match["name"] for match in reached if match), None)


def _published(
    text: str, blocks: Sequence[Block], hints: Hints, language: str | None
) -> tuple[PartialDate | None, str | None]:
    """The day it was published and how that is known, from the best witness to the worst."""
    if hints.published and hints.published_basis == "meta":
        return hints.published, "meta"
    right = story_copyright(text, blocks)
    witnesses = (
        ("text", _in_date_lines(text, blocks, language or "en")),
        ("dateline", _in_dateline(text, blocks)),
        ("url", _in_url(hints.url)),
        ("copyright", right.year if right else None),
    )
    for basis, date in witnesses:
        if date:
            return date, basis
    return hints.published, hints.published_basis


def _in_date_lines(text: str, blocks: Sequence[Block], language: str) -> PartialDate | None:
    """The first line above or below the story that is a date, or the date in its byline."""
    long = [
        index
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.BODY and len(text[block.start : block.end].split()) >= _PROSE_WORDS
    ]
    # A date among the paragraphs heads a part of the story, except right behind a caption or two.
    first, last = (long[min(_CAPTIONS, len(long) - 1)], long[-1]) if long else (len(blocks), 0)
    outside = [block for index, block in enumerate(blocks) if index < first or index > last]
    dates = (date_line(line, language) for line in _lines(text, outside, BlockKind.DATELINE))
    found = next((date.date for date in dates if date), None)
    bylines = (written_dates(line, language=language) for line in _lines(text, blocks, BlockKind.BYLINE))
    masthead = _masthead(text, blocks)
    return (
        found
        or next((dates[0].date for dates in bylines if dates), None)
        or (masthead.date if masthead else None)
    )


def _in_dateline(text: str, blocks: Sequence[Block]) -> PartialDate | None:
    datelines = (dateline_of(line + " …") for line in _lines(text, blocks, BlockKind.DATELINE))
    return next((dateline.date for dateline in datelines if dateline and dateline.date), None)


def _in_url(url: str | None) -> PartialDate | None:
    match = _URL_DAY.search(url or "")
    try:
        return PartialDate.parse("{:0>4}-{:0>2}-{:0>2}".format(*match.groups())) if match else None
    except ValueError:
        return None
