"""News whose places are marked: LGL and TR-News in their public XML, as documents with their marks."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from pursestrings.documents import Document, load
from pursestrings.places import find
from pursestrings.reading.places.gazetteer import STATE, Candidate
from pursestrings.reading.places.mentions import Names, names
from pursestrings.reading.places.places import read_blocks
from pursestrings.reading.places.spans import Span

RIGHT_KM = 161.0
"""What the literature on these corpora counts as right: 100 miles."""


@dataclass(frozen=True)
class Gold:
    """A marked place: `kind` is state, place, foreign or skip (what no scorer counts)."""

    start: int
    end: int
    kind: str
    state: str | None = None
    point: tuple[float, float] | None = None

    @property
    def counts(self) -> bool:
        """Whether it is a place of the United States that is to be found."""
        return self.kind in {"state", "place"}


@dataclass(frozen=True)
class Article:
    """An article with its marks and its names; `outlet` is the domain that published it."""

    outlet: str
    document: Document
    names: Names
    gold: tuple[Gold, ...]

    def over(self, start: int, end: int) -> list[Gold]:
        """The marks that share characters with a stretch, in order."""
        return [gold for gold in self.gold if gold.start < end and start < gold.end]

    def mark(self, span: Span) -> Gold | None:
        """The mark on a mention; skipped ones go before others."""
        return min(self.over(span.start, span.end), key=lambda gold: gold.kind != "skip", default=None)


def articles(path: str) -> Iterator[Article]:
    """The articles of one corpus file, read as `pursestrings read` reads text files."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        for article in etree.parse(path).getroot().iter("article"):
            text = article.findtext("text") or ""
            file.write_text(text, encoding="utf-8", newline="")
            document = load(file)
            yield Article(
                (article.findtext("domain") or "").strip(),
                document,
                names(document.text, read_blocks(document)),
                tuple(_gold(mark, text) for mark in article.iter("toponym")),
            )


def _gold(mark: etree._Element, text: str) -> Gold:
    start, end = sorted((int(mark.findtext("start") or 0), int(mark.findtext("end") or 0)))
    tag, phrase = mark.find("gaztag"), mark.findtext("phrase")
    if (phrase and text[start:end] != phrase) or tag is None or tag.findtext("country") is None:
        return Gold(start, end, "skip")
    if tag.findtext("country") != "United States":
        return Gold(start, end, "foreign")
    code = tag.findtext("fcode") or ""
    if code == "ADM1":
        state = find((tag.findtext("name") or "").replace("Washington, D.C.", "District of Columbia")).state
        return Gold(start, end, "state", state=(state or "").lower())
    if (code.startswith("PPL") and code != "PPLX") or code in {"ADM2", "ADM3", "ADMD"}:
        return Gold(
            start, end, "place", point=(float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0))
        )
    return Gold(start, end, "skip")


def right(meaning: Candidate, gold: Gold) -> bool:
    """Whether a meaning is the marked one; of a foreign mark only that it lies abroad."""
    if gold.kind == "foreign":
        return not meaning.american
    if gold.kind == "state":
        return meaning.level == STATE and meaning.region == gold.state
    if gold.point is None or meaning.lat is None or meaning.lon is None:
        return False
    if meaning.level == STATE and meaning.region != "dc":
        return False
    return distance(gold.point, (meaning.lat, meaning.lon)) <= RIGHT_KM


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres over the globe."""
    lat, lon, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))
