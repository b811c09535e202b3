"""Which part of a text is headline, story, caption or page furniture.

Everything is marked, nothing is cut: a block that is taken for boilerplate still stands in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pursestrings.documents.datelines import dateline_of
from pursestrings.documents.document import Block, BlockKind
from pursestrings.documents.extract import Extract, Piece
from pursestrings.documents.furniture import COMMENTS_START, ends_sentence, is_furniture
from pursestrings.documents.headline import (
    choose_headline,
    folded,
    is_headline_sentence,
    only_names,
    shares_story,
    stems,
    title_case,
)
from pursestrings.documents.lines import (
    byline_of,
    caption_end,
    copyright_of,
    date_line,
    is_job,
    is_name,
    is_photo_credit,
    is_story_credit,
    masthead_of,
    points_at_picture,
)
from pursestrings.documents.text import glued

_TOP: Final = 15
_PROSE_WORDS: Final = 12
_CAPTION_WORDS: Final = 60
_LABEL_WORDS: Final = 8
_STORY_LINES: Final = 60
# Letters, memoranda, orders, ordinances: their short lines are addresses and signatures, not furniture.
_FORMAL: Final = re.compile(
    r"dear\s.{2,80}[:,]$|(?:to|from|re|subject|cc|via)\s*:|memorandum\b|in the .{0,60}\bcourt\b|united states (?:district )?court"
    r"|(?:an )?ordinance\b|(?:a )?resolution\b|be it (?:ordained|resolved|enacted)|whereas\b|sincerely|respectfully|very truly"
    r"|it is (?:so |hereby )?ordered|so ordered|/s/|attest\b|approved as to form|enclosures?\b",
    re.IGNORECASE,
)
# What letters and papers of a court open with: they have a subject, no headline.
_UNTITLED: Final = re.compile(
    r"dear\s.{2,80}[:,]$|(?:in the )?(?:united states|supreme|superior|circuit|district) .{0,60}\bcourt\b",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"[-–—•*·‣“\"'‘(\[]|\d+[.)]|[a-z][.)]\s")
_COMMENT_SIGN: Final = re.compile(
    r"\bsays:|^reply\b|\bago$|\bat \d{1,2}:\d\d|log(?:ged)? in\b", re.IGNORECASE
)


def mark_blocks(extract: Extract) -> tuple[Block, ...]:
    """The blocks of a text in order: none overlap, and only white space lies between them."""
    page = _Page(extract)
    page.judge()
    return tuple(page.blocks())


class _Page:
    """The paragraphs of one text and what they have been found to be so far."""

    def __init__(self, extract: Extract) -> None:
        self.text = extract.text
        self.pieces: Sequence[Piece] = extract.pieces
        self.lines = [extract.text[piece.start : piece.end] for piece in self.pieces]
        self.kinds: list[BlockKind | None] = [piece.kind for piece in self.pieces]
        self.prose: list[int] = []
        self.story: frozenset[str] = frozenset()
        self.top = range(0)
        edges = self.lines[:40] + self.lines[-40:]
        self.untitled = any(_UNTITLED.match(line) and not ends_sentence(line) for line in edges)
        self.scraped = extract.scraped
        self.loose = extract.scraped and not any(_FORMAL.match(line) for line in edges)

    def judge(self) -> None:
        """Give every paragraph a kind: lines that speak for themselves first, then by where they stand."""
        for index, line in enumerate(self.lines):
            if self.kinds[index] is None:
                self.kinds[index] = _kind_alone(line)
        self.loose = self.loose and BlockKind.BOILERPLATE in self.kinds
        start = next((index for index, kind in enumerate(self.kinds) if kind is not BlockKind.BOILERPLATE), 0)
        self.top = range(start, min(start + _TOP, len(self.lines)))
        self._pictures()
        self._bylines_and_dates(self.top)
        self._find_prose()
        self._head()
        self._tail()
        self._comments()

    def blocks(self) -> Iterator[Block]:
        """The blocks; a dateline is cut off its paragraph and a credit off its caption."""
        lead = next((index for index in self.prose if self.kinds[index] is None), None)
        for index, piece in enumerate(self.pieces):
            kind = self.kinds[index] or BlockKind.BODY
            cut, first, second = None, kind, kind
            if index == lead and (dateline := dateline_of(self.lines[index])):
                cut, first = dateline.length, BlockKind.DATELINE
            elif kind is BlockKind.CAPTION:
                cut, second = caption_end(self.lines[index]), BlockKind.CREDIT
            if cut is None:
                yield Block(kind, piece.start, piece.end, piece.page)
            else:
                head, tail = self.lines[index][:cut].rstrip(), self.lines[index][cut:].lstrip()
                yield Block(first, piece.start, piece.start + len(head), piece.page)
                yield Block(second, piece.end - len(tail), piece.end, piece.page)

    def _glued(self, index: int) -> bool:
        """Whether line `index` follows the one before it without a blank line."""
        return 0 < index < len(self.pieces) and glued(
            self.text, self.pieces[index - 1].end, self.pieces[index].start
        )

    def _pictures(self) -> None:
        """Captions: by their own words, or between a photographer's name and a blank line."""
        for index, line in enumerate(self.lines):
            if self.kinds[index] is BlockKind.CREDIT and is_photo_credit(line) and self._glued(index):
                self._caption(index - 1)
            elif caption_end(line) is not None or (index in self.top and points_at_picture(line)):
                self._caption(index)
            elif index in self.top and self._names_photographer(index):
                self.kinds[index] = BlockKind.CREDIT
                self._caption(index + 1)

    def _caption(self, index: int) -> None:
        words = len(self.lines[index].split())
        if self.kinds[index] is None and 4 <= words <= _CAPTION_WORDS and not is_name(self.lines[index]):
            self.kinds[index] = BlockKind.CAPTION

    def _names_photographer(self, index: int) -> bool:
        """A name right above one sentence, in a text that sets its paragraphs apart by blank lines."""
        return (
            self.kinds[index] is None
            and is_name(self.lines[index])
            and self._glued(index + 1)
            and index + 2 < len(self.lines)
            and not self._glued(index + 2)
            and ends_sentence(self.lines[index + 1])
        )

    def _bylines_and_dates(self, indices: Sequence[int]) -> None:
        for index in indices:
            line = self.lines[index]
            if self.kinds[index] is None:
                if byline_of(line):
                    self.kinds[index] = BlockKind.BYLINE
                elif date_line(line) or masthead_of(line):
                    self.kinds[index] = BlockKind.DATELINE

    def _find_prose(self) -> None:
        """The paragraphs of the story: sentences, of some length where there are any such."""
        unknown = [index for index, kind in enumerate(self.kinds) if kind is None]
        sentences = [index for index in unknown if ends_sentence(self.lines[index])]
        long = [i for i in sentences if _is_long(self.lines[i]) or dateline_of(self.lines[i])]
        self.prose = long or sentences or unknown[-1:]
        if len(self.prose) > 1 and is_headline_sentence(*(self.lines[index] for index in self.prose[:2])):
            del self.prose[0]
        self.story = stems(self.lines[index] for index in self.prose[:_STORY_LINES])

    def _head(self) -> None:
        first = self.prose[0] if self.prose else 0
        free = [index for index in range(first) if self.kinds[index] is None]
        headline = self._headline(free)
        for index in free:
            if index == headline:
                self.kinds[index] = BlockKind.HEADLINE
            elif is_job(self.lines[index]) or self._is_bare_byline(index, headline):
                self.kinds[index] = BlockKind.BYLINE
            elif self._repeats(index, headline):
                self.kinds[index] = BlockKind.BOILERPLATE
            elif self.loose and headline is not None:
                self.kinds[index] = self._beside_headline(index, headline)

    def _headline(self, free: Sequence[int]) -> int | None:
        given = [index for index, kind in enumerate(self.kinds) if kind is BlockKind.HEADLINE]
        if given or self.untitled:
            return next(iter(given), None)
        candidates = {
            index: not self._glued(index) and not self._glued(index + 1)
            for index in free[-4 * _TOP :]
            if (not is_name(self.lines[index]) or len(self.lines[index].split()) > 3)
            and (self.scraped or title_case(self.lines[index]) or self.lines[index].isupper())
        }
        prose = "\n".join(self.lines[index] for index in self.prose[:_STORY_LINES])
        names = {index for index in candidates if only_names(self.lines[index], prose)}
        candidates = {index: alone for index, alone in candidates.items() if index not in names}
        return choose_headline(self.lines, candidates, self.story)

    def _is_bare_byline(self, index: int, headline: int | None) -> bool:
        """A name under the headline, or beside a date or a job."""
        if not is_name(self.lines[index]):
            return False
        beside = {self.kinds[other] for other in (index - 1, index + 1) if 0 <= other < len(self.kinds)}
        return headline == index - 1 or BlockKind.DATELINE in beside or BlockKind.BYLINE in beside

    def _repeats(self, index: int, headline: int | None) -> bool:
        """Whether the line is the page's title again: the headline with the site's name behind it."""
        if headline is None:
            return False
        return folded(self.lines[index]).startswith(folded(self.lines[headline]))

    def _beside_headline(self, index: int, headline: int) -> BlockKind:
        """Short lines around the headline are the site's, unless they too speak of the story."""
        line = self.lines[index]
        if index > headline and ends_sentence(line):
            return BlockKind.BODY
        words = len(line.split())
        if words > 3 and (words > _LABEL_WORDS or shares_story(line, self.story)):
            return BlockKind.HEADLINE
        return BlockKind.BOILERPLATE

    def _tail(self) -> None:
        """Below the story: who wrote it and when, credits, and the site's labels with what hangs on them."""
        last = self.prose[-1] if self.prose else -1
        below = False
        for index in range(last + 1, len(self.lines)):
            line = self.lines[index]
            below = below or (self.loose and self.kinds[index] is BlockKind.BOILERPLATE)
            if below and date_line(line):
                self.kinds[index] = BlockKind.BOILERPLATE  # the day of some other story
            self._bylines_and_dates([index])
            listed = "\t" in line or _LISTED.match(line)
            label = len(line.split()) < _LABEL_WORDS and not ends_sentence(line) and not listed
            if self.kinds[index] is None and label and self.loose and self.prose:
                self.kinds[index] = BlockKind.BOILERPLATE

    def _comments(self) -> None:
        """Readers' comments below a story are no part of it."""
        for index in self.prose[2:]:
            following = self.lines[index + 1 : index + 8]
            if (
                following
                and COMMENTS_START.fullmatch(following[0])
                and any(map(_COMMENT_SIGN.search, following))
            ):
                for later in range(index + 1, len(self.kinds)):
                    if self.kinds[later] is not BlockKind.CREDIT:
                        self.kinds[later] = BlockKind.BOILERPLATE
                return


def _kind_alone(line: str) -> BlockKind | None:
    """The kind of a line that shows it by itself, wherever it stands."""
    if copyright_of(line) or is_photo_credit(line) or is_story_credit(line):
        return BlockKind.CREDIT
    return BlockKind.BOILERPLATE if is_furniture(line) else None


def _is_long(line: str) -> bool:
    # Scripts without spaces between words count by characters.
    return len(line.split()) >= _PROSE_WORDS or (len(line) >= 40 and not line.isascii() and " " not in line)
