"""Signed quotations: a dash and a name follow the words of whoever bears it, as in "We will not." — Ana Ruiz."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pursestrings.documents import Block, BlockKind, Document
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.cues import SPEECH
from pursestrings.reading.grammar.passages import OPENING_MARKS
from pursestrings.reading.grammar.relation import Relation, Span
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.quotes import Quotation, quotations

SCORE: Final = 0.9
"""The score of a signed quotation: all 30 found in three PolNeAR articles are right, too few for more."""

_SIGNATURE: Final = re.compile(
    r"\s*(?P<dash>--|[―—–-])\s*(?P<name>(?P<bare>[^\s,(“”\"][^,(“”\"\n―—–]{1,60}?)(?:\s*\(@\w{1,30}\))?)"
    r"(?:\s*[,(][^“”\"\n]{1,80})?[\s.]*"
)
_WORD: Final = re.compile(r"\w")
_MOST_WORDS: Final = 6
# What ends a sentence, also behind another quotation: the report of a quotation ends in none.
_STOPS: Final = (".", "?", "!", "”", '"', "…")
_SMALL: Final = frozenset({"de", "la", "del", "van", "von", "der", "bin", "al", "y", "of", "the", "and"})
_NOBODY: Final = words.PRONOUNS | words.OPENERS | words.DETERMINERS | words.PREPOSITIONS | words.MONTHS


def signed(document: Document) -> list[Relation]:
    """The signed quotations of a document; the source is the name, the cue the dash."""
    text = document.text
    blocks = [block for block in document.paragraphs() if block.kind is BlockKind.BODY]
    found = [one for at in range(len(blocks)) if (one := _quoted(text, blocks, at))]
    # One name alone at the end of a story is its reporter's.
    return found if len(found) > 1 else [one for one in found if not _ends(one, blocks)]


def _ends(one: Relation, blocks: Sequence[Block]) -> bool:
    return one.content[-1][1] < blocks[-1].start <= one.cue[0]


def _quoted(text: str, blocks: Sequence[Block], at: int) -> Relation | None:
    """A quotation that ends paragraph number `at` but for its signature, which may be all of the next paragraph."""
    block = blocks[at]
    said = _nested(text, block) or _last(text, block)
    if said is None:
        return None
    start, end = said
    whole = start == block.start
    if text[end : block.end].strip():
        match = _SIGNATURE.fullmatch(text, end, block.end)
    elif whole and at + 1 < len(blocks):
        match = _SIGNATURE.fullmatch(text, blocks[at + 1].start, blocks[at + 1].end)
    else:
        match = None
    if match is None or not _is_name(match["bare"]):
        return None
    before = _opened(text, blocks, at) if whole else []
    return _relation(match, *before, said)


def _nested(text: str, block: Block) -> Span | None:
    """The quotation that opens a paragraph and holds others in the same marks, each inside the one before."""
    end = text.rfind("”", block.start, block.end) + 1
    depth = 0
    for at in range(block.start, end):
        depth += (text[at] == "“") - (text[at] == "”")
        if depth <= 0 and at + 1 < end:
            return None
    speech = end > 0 and Quotation(block.start, end, block.start + 1, end - 1).is_speech(text)
    return (block.start, end) if speech and depth == 0 else None


def _last(text: str, block: Block) -> Span | None:
    """The last quotation of a paragraph, where a sentence begins with it; all of them, where nothing else is there."""
    double = [one for one in quotations(text, block.start, block.end) if text[one.start] != "‘"]
    if not any(one.is_speech(text) for one in double):
        return None
    last = double[-1]
    if not _WORD.search(_unquoted(text, block.start, double)):
        return block.start, last.end
    begins = text[block.start : last.start].rstrip().endswith(_STOPS)
    return (last.start, last.end) if begins else None


def _unquoted(text: str, start: int, quoted: Sequence[Quotation]) -> str:
    """What stands before and between quotations."""
    ends = [start, *(one.end for one in quoted)]
    return " ".join(text[end : one.start] for end, one in zip(ends, quoted, strict=False))


def _opened(text: str, blocks: Sequence[Block], at: int) -> list[Span]:
    """The paragraphs that open the quotation which number `at` goes on with: each has its mark and none closes."""
    found: list[Span] = []
    for number in range(at - 1, -1, -1):
        block = blocks[number]
        if not text.startswith(OPENING_MARKS, block.start):
            break
        first = quotations(text, block.start, block.end, running_on=True)[:1]
        if not first or first[0].inner_end < block.end:
            break
        found.append((block.start, block.end))
    return found[::-1]


def _is_name(said: str) -> bool:
    """Whether the words behind a dash are a name of a few words."""
    parts = said.rstrip(". ").split()
    first = parts[0].lower() if parts else ""
    if len(parts) > _MOST_WORDS or first in _NOBODY or first in section("labels", "topic"):
        return False
    return (
        bool(parts) and all(part[0].isupper() or part in _SMALL for part in parts) and parts[-1] not in _SMALL
    )


def _relation(match: re.Match[str], *content: Span) -> Relation:
    start, end = match.span("name")
    end -= len(match["name"]) - len(match["name"].rstrip(". "))
    return Relation((start, end), match.span("dash"), content, SPEECH, SCORE)
