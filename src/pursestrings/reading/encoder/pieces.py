"""A document's prose as the encoder sees it: word pieces with their places in the text and what case and marks say.

Training and reading build their input here, so that both see the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from pursestrings.documents import Document
from pursestrings.documents.extras import needs_read
from pursestrings.reading.grammar.passages import Paragraph, paragraphs

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHAPES: Final = 5
OUTSIDE, INSIDE, MARK = 0, 1, 2
_MARK_SHAPE: Final = 4
FEATURES: Final = SHAPES * 3 * 2
"""How many features there are: the shape of a word, its place in a quotation, whether it opens a paragraph."""
STRETCH: Final = 200_000

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a document's paragraphs, in order; all arrays have one entry a piece.

    `starts` and `ends` are offsets in the document's text; `word`, `sentence` and `paragraph` tell where one begins,
    `colon` what is one.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    word: Flags
    sentence: Flags
    paragraph: Flags
    colon: Flags

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def quoted(self) -> Flags:
        """Where a piece stands in a quotation or is its mark."""
        return np.asarray(self.features // 2 % 3 != OUTSIDE)


def tokenizer_from(path: Path) -> Tokenizer:
    """The word-piece tokenizer kept in a file; it neither cuts nor pads."""
    with needs_read():
        from tokenizers import Tokenizer
    made = Tokenizer.from_file(str(path))
    made.no_truncation()
    made.no_padding()
    return made


def pieces_of(document: Document, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a document's prose."""
    return _pieces(document.text, _prose(document), tokenizer)


def stretches(document: Document, tokenizer: Tokenizer) -> Iterator[Pieces]:
    """The pieces of a document's prose, those of so many paragraphs at once as hold `STRETCH` characters.

    What hangs together over paragraphs is cut there; in return a book needs little more memory than a report.
    """
    some: list[Paragraph] = []
    size = 0
    for one in _prose(document):
        some.append(one)
        size += one.block.end - one.block.start
        if size >= STRETCH:
            yield _pieces(document.text, some, tokenizer)
            some, size = [], 0
    if some:
        yield _pieces(document.text, some, tokenizer)


def _prose(document: Document) -> list[Paragraph]:
    return [one for one in paragraphs(document) if one.block.start < one.block.end]


def _pieces(text: str, prose: Sequence[Paragraph], tokenizer: Tokenizer) -> Pieces:
    encoded = tokenizer.encode_batch(
        [text[one.block.start : one.block.end] for one in prose], add_special_tokens=False
    )
    parts = [_paragraph(text, one, found) for one, found in zip(prose, encoded, strict=True) if found.ids]
    if not parts:
        none, never = np.zeros(0, np.int64), np.zeros(0, np.bool_)
        return Pieces(none, none, none, none, never, never, never, never)
    return Pieces(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _paragraph(text: str, own: Paragraph, encoded: object) -> tuple[npt.NDArray[np.generic], ...]:
    ids = np.array(encoded.ids, np.int64)  # type: ignore[attr-defined]
    offsets = np.array(encoded.offsets, np.int64).reshape(-1, 2) + own.block.start  # type: ignore[attr-defined]
    words = np.array(encoded.word_ids, np.int64)  # type: ignore[attr-defined]
    starts, ends = offsets[:, 0], offsets[:, 1]
    word = np.ones(len(ids), np.bool_)
    word[1:] = words[1:] != words[:-1]
    sentence = np.zeros(len(ids), np.bool_)
    begins = np.searchsorted(starts, [start for start, _ in own.sentences])
    sentence[begins[begins < len(ids)]] = True
    paragraph = np.zeros(len(ids), np.bool_)
    paragraph[0] = sentence[0] = word[0] = True
    features = (_shapes(text, starts, ends, word) * 3 + _sides(own, starts)) * 2 + paragraph
    colon = np.array([text[start] == ":" for start in starts.tolist()], np.bool_)
    return ids, features, starts, ends, word, sentence, paragraph, colon


def _shapes(text: str, starts: Ints, ends: Ints, word: Flags) -> Ints:
    """For each piece the shape of its word: small, Capital, CAPITALS, with figures, or a mark."""
    firsts = np.flatnonzero(word)
    lasts = np.append(firsts[1:], len(starts)) - 1
    spans = zip(starts[firsts].tolist(), ends[lasts].tolist(), strict=True)
    shapes = [_shape(text[start:end]) for start, end in spans]
    return np.repeat(np.array(shapes, np.int64), lasts - firsts + 1)


def _shape(word: str) -> int:
    if word.islower():
        return 0
    if not word[:1].isalnum():
        return _MARK_SHAPE
    if any(character.isdigit() for character in word):
        return 3
    return 2 if len(word) > 1 and word.isupper() else 1


def _sides(own: Paragraph, starts: Ints) -> Ints:
    """For each piece whether it stands outside quotations, inside one, or is its mark."""
    found = own.quotations
    if not found:
        return np.full(len(starts), OUTSIDE, np.int64)
    opens, closes, left, right = np.array(
        [(one.start, one.end, one.inner_start, one.inner_end) for one in found], np.int64
    ).T
    number = np.searchsorted(opens, starts, side="right") - 1
    held = (number >= 0) & (starts < closes[number])
    inner = (left[number] <= starts) & (starts < right[number])
    return np.where(held, np.where(inner, INSIDE, MARK), OUTSIDE)
