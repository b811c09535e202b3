"""What an HTML page says of itself in its head: meta tags, linked data (JSON-LD), `<time>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pursestrings.dates import PartialDate
from pursestrings.documents.extract import Hints
from pursestrings.documents.origins import split_title
from pursestrings.documents.text import whole
from pursestrings.documents.written_dates import written_dates

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES: Final = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "citation_title")
_SITES: Final = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "citation_publisher",
)
_AUTHORS: Final = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "citation_author",
)
_DATES: Final = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publication_date",
    "og:published_time", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "dateissued",
)  # fmt: skip
_WORKS: Final = re.compile(
    r"article|posting|report|webpage|creativework|legislation|governmentservice", re.IGNORECASE
)
_COMPACT: Final = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DEEPEST: Final = 50


def read_hints(root: _Element) -> Hints:
    """The page's own account of title, writer, outlet, date and language."""
    meta = _meta(root)
    works = list(_works(root))
    published = _date(
        *(_text(work.get("datePublished")) for work in works),
        *(meta.get(key) for key in _DATES),
        *_times(root),
    )
    page_title = " ".join("".join(root.xpath("//head/title//text()")).split())
    title = _first(*(_text(work.get("headline")) for work in works), *(meta.get(key) for key in _TITLES))
    publisher = _first(*(_text(work.get("publisher")) for work in works), *(meta.get(key) for key in _SITES))
    headline, site = split_title(page_title, repeated=title is not None and page_title.startswith(title))
    author = _first(*(_text(work.get("author")) for work in works), *(meta.get(key) for key in _AUTHORS))
    return Hints(
        title=title or headline or None,
        byline=author if author and "/" not in author else None,
        publisher=publisher or site,
        published=published,
        published_basis="meta" if published else None,
        language=(root.get("lang") or "").split("-")[0].lower() or None,
        url=_first(*root.xpath("//link[@rel='canonical']/@href"), meta.get("og:url")),
    )


def _meta(root: _Element) -> dict[str, str]:
    """Contents of the meta tags by their lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = " ".join((tag.get("content") or "").split())
        if key and content:
            found.setdefault(key.lower(), content)
    return found


def _works(root: _Element) -> Iterator[dict[str, object]]:
    """The articles and pages that the linked data describes, articles first."""
    found: list[dict[str, object]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                found.extend(_objects(json.loads(script.text or ""), _DEEPEST))
            except (ValueError, RecursionError):  # broken data says nothing
                continue
    works = [(kind, work) for work in found if _WORKS.search(kind := str(work.get("@type")))]
    yield from (work for _, work in sorted(works, key=lambda item: "webpage" in item[0].lower()))


def _objects(data: object, depth: int) -> Iterator[dict[str, object]]:
    if isinstance(data, list) and depth:
        for item in data:
            yield from _objects(item, depth - 1)
    elif isinstance(data, dict) and depth:
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key), depth - 1)


def _text(value: object) -> str | None:
    """A text, or the name of a thing, or the names of several."""
    if isinstance(value, str):
        return " ".join(whole(value).split()) or None
    if isinstance(value, dict):
        name = value.get("name")
        return _text(name) if isinstance(name, str) else None
    if isinstance(value, list):
        names = [name for item in value[:10] if not isinstance(item, list) and (name := _text(item))]
        return " and ".join(names) or None
    return None


def _times(root: _Element) -> Iterator[str | None]:
    """`<time>` elements that say they give the day of publication, else the first of the page."""
    times = list(root.iter("time"))
    marked = [
        time for time in times if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None
    ]
    for time in marked or times[:1]:
        yield time.get("datetime") or "".join(time.itertext())


def _date(*texts: str | None) -> PartialDate | None:
    for text in texts:
        compact = _COMPACT.match(text or "")
        found = written_dates("-".join(compact.groups()) if compact else (text or "")[:100])
        if found:
            return found[0].date
    return None


def _first(*texts: str | None) -> str | None:
    return next((text for text in texts if text), None)
