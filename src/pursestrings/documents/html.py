"""HTML: the words a reader would see, in order, as our own text. Scripts are never run, only dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pursestrings import errors
from pursestrings.documents.document import BlockKind
from pursestrings.documents.encoding import decode_declared
from pursestrings.documents.extract import Extract, Hints, Piece
from pursestrings.documents.extras import needs_read
from pursestrings.documents.headline import folded
from pursestrings.documents.html_main import guess_main, main_elements
from pursestrings.documents.html_meta import read_hints
from pursestrings.documents.html_walk import Walk
from pursestrings.documents.wordlist import words
from pursestrings.errors import PursestringsError, Where

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w-]+)",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE: Final = words("html body main article")
_DROPPED: Final = words(
    "script style template noscript iframe object embed svg canvas audio video map select textarea datalist head"
)


def extract_html(data: bytes, where: Where) -> Extract:
    """Text, paragraphs with the kinds that the markup gives them, and what the page says of itself."""
    declared = next(
        (name.decode() for names in _CHARSET.findall(data[:4096]) for name in names if name), None
    )
    source, encoding = decode_declared(data, declared, where)
    root = _parse(source, where)
    if root is None:
        return Extract(text="", pieces=(), encoding=encoding)
    hints = read_hints(root)
    _drop_unseen(root)
    mains = main_elements(root)
    linked = root.find(".//a[@href]") is not None
    text, pieces = Walk(root, mains).run()
    pieces = _with_headline(text, pieces, hints)
    if not mains and linked:  # a page without a link has no furniture to tell apart
        pieces = guess_main(text, pieces, source)
    return Extract(text=text, pieces=tuple(pieces), hints=hints, scraped=not mains, encoding=encoding)


def _parse(source: str, where: Where) -> _Element | None:
    """The tree of a page; None where nothing in it is HTML; FILE_BROKEN past the parser's safe limits."""
    with needs_read():
        from lxml import etree
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(source.encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    if root is not None:
        # A file may hold one page behind another; the parser sets the second beside the first.
        root.extend(list(root.itersiblings()))
    if any("XML_PARSE_HUGE" in entry.message for entry in parser.error_log):
        raise PursestringsError(errors.FILE_BROKEN, where=where, why="its HTML nests too deep to be a page's")
    return root


def _drop_unseen(root: _Element) -> None:
    """Take out what no reader sees; the words after such an element stay."""
    from lxml import etree

    for element in root.iter():
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        if hidden and element.tag not in _WHOLE:  # a page hidden as a whole waits for its script
            element.tag = "template"
    etree.strip_elements(root, *_DROPPED, with_tail=False)


def _with_headline(text: str, pieces: Sequence[Piece], hints: Hints) -> list[Piece]:
    """One headline: the first `<h1>` that the page's title repeats, or the first, or the line that it repeats."""
    marked = [index for index, piece in enumerate(pieces) if piece.kind is BlockKind.HEADLINE]
    title = folded(hints.title or "")
    own = [folded(text[piece.start : piece.end]) for piece in pieces]
    same = [index for index, words in enumerate(own) if title and words == title]
    begins = [index for index in marked if title.startswith(own[index])]
    chosen = next(iter([*(index for index in same if index in marked), *begins, *marked, *same]), None)
    kinds = {index: BlockKind.BOILERPLATE if index < (chosen or 0) else None for index in marked}
    if chosen is not None:
        kinds[chosen] = BlockKind.HEADLINE
    return [replace(piece, kind=kinds.get(index, piece.kind)) for index, piece in enumerate(pieces)]
