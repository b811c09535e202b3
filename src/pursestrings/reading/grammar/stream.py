"""A paragraph as the grammar sees it: sentences of words, marks and whole quotations.

A quotation is one item, however many sentences it holds: what stands inside it belongs to its speaker.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.reading.quotes import Quotation

# Accents that stand behind their letter, and what is there but not seen: soft hyphens, spaces of no width, marks of direction.
_ACCENTS: Final = "\u0300-\u036f"
_UNSEEN: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_WORD: Final = rf"\w+(?:[{_ACCENTS}{_UNSEEN}]+\w+)*[{_ACCENTS}]*"
_TOKEN: Final = re.compile(
    r"(?:said|says|say|added|noted|warned|argued)(?=that\b)|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Lt|Sgt|Gen|Col|Capt|Cmdr|Rev|Hon|Atty|Dist|Supt|Prof|Sens|Reps|Jr|Sr|St|No|Inc|Co|Corp|Dept|"
    r"Mass|Calif|Conn|Fla|Ill|Ind|Md|Mich|Minn|Okla|Ore|Pa|Tenn|Tex|Va|Wash|Wis|Ariz|Colo|Ala|Ark|Del|Ga|Kan|Ky|La|Miss|Mo|Mont|Neb|Nev|"
    r"Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|(?:[A-Z]\.)+(?:[A-Z](?![\w]))?|"
    rf"\d[\d.,]*\d(?!\w)|{_WORD}(?:[’'‑-]{_WORD})*(?:[’'](?=\s))?|--+|\.\.\.+|[^\w\s{_UNSEEN}]"
)
_HIDDEN: Final = re.compile(f"[{_UNSEEN}]+")
_LONGEST: Final = 400
_AFTER_QUOTE: Final = re.compile(r"\s+[a-z(—–-]|\s*[,;:]|\s*$")


def unpossessed(text: str) -> str:
    """A word or name without its possessive ending.

    >>> unpossessed("Ruiz’s"), unpossessed("the officers'")
    ('Ruiz', 'the officers')
    """
    for ending in ("’s", "'s", "’", "'"):
        if text.endswith(ending) and len(text) > len(ending):
            return text[: -len(ending)]
    return text


@dataclass(slots=True)
class Item:
    """A word, a mark or a quotation; `lower` is empty for a quotation.

    `text` is a word as one sees it: each letter one with its accent, and nothing between that is not seen.
    """

    start: int
    end: int
    text: str
    lower: str
    quotation: Quotation | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.quotation is None and self.text[:1].isalnum()

    @property
    def bare_end(self) -> int:
        """Where it ends without its possessive ending; `text` can be shorter than what stands in the document."""
        return self.end - len(self.text) + len(unpossessed(self.text))

    @property
    def ends_clause(self) -> bool:
        """Whether it is a quotation that ends in a comma or a full stop of its own."""
        quotation = self.quotation
        if quotation is None:
            return False
        inner = self.text[quotation.inner_start - self.start : quotation.inner_end - self.start].rstrip()
        return inner[-1:] in frozenset(",.?!…—")

    @property
    def is_aside(self) -> bool:
        """Whether it is a quotation of a few words inside somebody's sentence."""
        return self.quotation is not None and not self.ends_clause and self.text.count(" ") <= 5

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.quotation is None and self.text[:1].isupper()


@dataclass(slots=True)
class Sentence:
    """One sentence of a paragraph."""

    start: int
    end: int
    items: list[Item]

    @property
    def is_prose(self) -> bool:
        """Whether it is of a sentence's length, and no table, list of names or text without stops."""
        return len(self.items) <= _LONGEST

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of text from item `first` through item `last`."""
        return self.items[first].start, self.items[last].end


def sentences_of(
    text: str, start: int, end: int, quotations: Sequence[Quotation], spans: Iterable[tuple[int, int]]
) -> list[Sentence]:
    """The sentences of a paragraph, none of which ends inside a quotation; `spans` are those without regard to that."""
    bounds = _bounds(text, start, end, quotations, spans)
    starts = [quotation.start for quotation in quotations]
    found = []
    for left, right in bounds:
        own = quotations[bisect_left(starts, left) : bisect_left(starts, right)]
        found.append(Sentence(left, right, _items(text, left, right, own)))
    return found


def _bounds(
    text: str, start: int, end: int, quotations: Sequence[Quotation], spans: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Sentence bounds outside quotations; a quotation that the sentence goes on after ends none."""
    unfinished = {quotation.end for quotation in quotations if _goes_on(text, quotation, end)}
    starts = [quotation.start for quotation in quotations]
    cuts = set()
    for _, right in spans:
        at = bisect_left(starts, right) - 1
        if at < 0 or right >= quotations[at].end:
            cuts.add(right)
    cuts -= unfinished
    bounds = []
    left = start
    for cut in sorted(cuts | {end}):
        if text[left:cut].strip():
            bounds.append((left + len(text[left:cut]) - len(text[left:cut].lstrip()), cut))
            left = cut
    return bounds


def _goes_on(text: str, quotation: Quotation, end: int) -> bool:
    """Whether the sentence goes on after a quotation."""
    inner = text[quotation.inner_start : quotation.inner_end].rstrip()
    finished = inner[-1:] in frozenset(".?!…") and not _AFTER_QUOTE.match(text, quotation.end, end)
    return not finished or not text[quotation.end : min(quotation.end + 1, end)].isspace()


def _items(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Item]:
    items: list[Item] = []
    at = start
    for quotation in quotations:
        if quotation.end <= end:
            items += _words(text, at, quotation.start)
            items.append(
                Item(quotation.start, quotation.end, text[quotation.start : quotation.end], "", quotation)
            )
            at = quotation.end
    return items + _words(text, at, end)


def _words(text: str, start: int, end: int) -> list[Item]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        said = match.group()
        if not said.isascii():
            said = unicodedata.normalize("NFC", _HIDDEN.sub("", said))
        found.append(Item(match.start(), match.end(), said, said.lower()))
    return found
