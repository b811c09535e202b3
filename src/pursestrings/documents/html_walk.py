"""The words of a web page's tree in the order of reading, and what its markup says that they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pursestrings.documents.document import BlockKind
from pursestrings.documents.extract import Piece
from pursestrings.documents.html_main import lengths_of
from pursestrings.documents.wordlist import words
from pursestrings.documents.writer import TextWriter

if TYPE_CHECKING:
    from lxml.etree import _Element

_INLINE: Final = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small"
    " span strike strong sub sup time tt u var wbr"
)
_OUTER_TAGS: Final = words("nav aside form button footer header menu dialog")
_OUTER_ROLES: Final = words("navigation banner contentinfo complementary search menu menubar dialog alert")
_OUTER_NAMES: Final = (
    r"nav|navigation|navbar|menu|breadcrumbs?|footer|sidebar|rail|share|sharing|sharebar|social|related|recommended|recirc"
    r"|promo|newsletter|subscribe|signup|paywall|comments?|disqus|cookies?|consent|ad|ads|advert|advertisement|sponsored|banner"
    r"|masthead|topbar|toolbar|widget|popup|modal|skip|skiplink|tags|taglist|pagination|pager|trending|outbrain|taboola"
    r"|screen-reader-text|sr-only|visually-hidden|site-header|most-read|more-stories|read-more"
)
_NAMED: Final = tuple(
    (kind, re.compile(rf"(?:^|\s)(?:[\w-]*[-_])?(?:{names})(?:[-_]\w+)?(?=\s|$)", re.IGNORECASE))
    for kind, names in (
        (BlockKind.BOILERPLATE, _OUTER_NAMES),
        (BlockKind.CREDIT, "credit|photo-credit|copyright"),
        (BlockKind.CAPTION, "caption|figcaption|cutline"),
        (BlockKind.BYLINE, "byline|author|authors"),
        (BlockKind.DATELINE, "dateline|date|datetime|timestamp|pubdate|published|posted-on"),
    )
)
_EMPTY_LINE: Final = re.compile(r"\r?\n[ \t]*\r?\n\s*")
_LABELS: Final = (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT)
_LONGEST_LABEL: Final = 160
_LARGEST_SHARE: Final = 0.4


class Walk:
    """One pass over the tree in the order of reading, writing words and keeping the kind in force."""

    def __init__(self, root: _Element, mains: Sequence[_Element]) -> None:
        self.root = root
        self.mains = set(mains)
        self.lengths = lengths_of(root)
        self.writer = TextWriter()
        # One entry for each open block: its kind, whether it is inside the main part, whether spaces count.
        self.open: list[tuple[BlockKind | None, bool, bool]] = [(None, not mains, False)]

    def run(self) -> tuple[str, list[Piece]]:
        """The page's text and paragraphs."""
        from lxml import etree

        blocks: set[_Element] = set()
        for event, element in etree.iterwalk(self.root, events=("start", "end")):
            if event == "start":
                self._start(element, blocks)
                self._words(element.text)
            else:
                self._end(element, blocks)
                self._words(element.tail)
        return self.writer.finish()

    def _start(self, element: _Element, blocks: set[_Element]) -> None:
        tag = str(element.tag)
        kind = self._kind(element, tag)
        label = kind in _LABELS and element.getparent() is not None and element.getparent().tag != "p"
        if tag in ("td", "th"):
            self.writer.tab()
        elif tag == "br":
            self._break()
        elif tag not in _INLINE or label:
            self._close_paragraph()
            outer, inside, exact = self.open[-1]
            kept = (
                outer if outer is BlockKind.BOILERPLATE and kind is not BlockKind.HEADLINE else kind or outer
            )
            self.open.append((kept, inside or element in self.mains, exact or tag == "pre"))
            blocks.add(element)

    def _end(self, element: _Element, blocks: set[_Element]) -> None:
        if element in blocks:
            self._close_paragraph()
            self.open.pop()
            blocks.discard(element)

    def _words(self, run: str | None) -> None:
        if not run:
            return
        if not self.open[-1][2]:
            self.writer.add(run)
            return
        first, *rest = _EMPTY_LINE.split(run)
        self.writer.add_exact(first)
        for paragraph in rest:
            self._close_paragraph()
            self.writer.add_exact(paragraph)

    def _break(self) -> None:
        """A line break; two in a row part paragraphs."""
        if self.writer.at_line_start:
            self._close_paragraph()
        else:
            self.writer.add_exact("\n")

    def _close_paragraph(self) -> None:
        kind, inside, _ = self.open[-1]
        if kind in _LABELS and self.writer.pending > _LONGEST_LABEL:
            kind = None
        if not inside and kind not in (BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATELINE):
            kind = BlockKind.BOILERPLATE
        self.writer.end(kind)

    def _kind(self, element: _Element, tag: str) -> BlockKind | None:
        """What the element's tag, role, class and id say that it is for."""
        if tag == "h1":
            return BlockKind.HEADLINE
        if tag in ("html", "body", "main", "article") or element in self.mains:
            return None
        if tag in _OUTER_TAGS or (element.get("role") or "") in _OUTER_ROLES:
            return self._outer(element)
        if tag in ("figcaption", "caption"):
            return BlockKind.CAPTION
        names = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop", "rel"))
        for kind, pattern in _NAMED if names else ():
            if pattern.search(names):
                return self._outer(element) if kind is BlockKind.BOILERPLATE else kind
        return BlockKind.DATELINE if tag == "time" else None

    def _outer(self, element: _Element) -> BlockKind | None:
        """Boilerplate, unless the element holds the headline or a large part of the page after all."""
        large = self.lengths[element] > _LARGEST_SHARE * self.lengths[self.root]
        return None if large or element.find(".//h1") is not None else BlockKind.BOILERPLATE
