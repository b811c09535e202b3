"""A document's prose as the encoder sees it: word pieces with their places in the text and what case and marks say.

Training and reading build their input here, so that both see the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from pursestrings.documents import Block, Document
from pursestrings.documents.extras import needs_read
from pursestrings.documents.sentences import sentences
from pursestrings.reading.grammar.passages import OPENING_MARKS
from pursestrings.reading.quotes import quotations

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHAPES: Final = 5
OUTSIDE, INSIDE, MARK = 0, 1, 2
_MARK_SHAPE: Final = 4
FEATURES: Final = SHAPES * 3 * 2
"""How many features there are: the shape of a word, its place in a quotation, whether it opens a paragraph."""

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a document's paragraphs, in order; all arrays have one entry a piece.

    `starts` and `ends` are offsets in the document's text; `word`, `sentence` and `paragraph` tell where one begins.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    word: Flags
    sentence: Flags
    paragraph: Flags

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def quoted(self) -> Flags:
        """Where a piece stands in a quotation or is its mark."""
        return np.asarray(self.features // 2 % 3 != OUTSIDE)

    @property
    def mark(self) -> Flags:
        """Where a piece is a mark and no word."""
        return np.asarray(self.features // 6 == _MARK_SHAPE)


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
    text = document.text
    blocks = [block for block in document.paragraphs() if block.start < block.end]
    encoded = tokenizer.encode_batch(
        [text[block.start : block.end] for block in blocks], add_special_tokens=False
    )
    parts = [
        _paragraph(text, block, blocks[at + 1].start if at + 1 < len(blocks) else len(text), one)
        for at, (block, one) in enumerate(zip(blocks, encoded, strict=True))
        if one.ids
    ]
    if not parts:
        none, never = np.zeros(0, np.int64), np.zeros(0, np.bool_)
        return Pieces(none, none, none, none, never, never, never)
    return Pieces(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _paragraph(
    text: str, block: Block, following: int, encoded: object
) -> tuple[npt.NDArray[np.generic], ...]:
    ids = np.array(encoded.ids, np.int64)  # type: ignore[attr-defined]
    offsets = np.array(encoded.offsets, np.int64).reshape(-1, 2) + block.start  # type: ignore[attr-defined]
    words = np.array(encoded.word_ids, np.int64)  # type: ignore[attr-defined]
    starts, ends = offsets[:, 0], offsets[:, 1]
    word = np.ones(len(ids), np.bool_)
    word[1:] = words[1:] != words[:-1]
    sentence = np.zeros(len(ids), np.bool_)
    for start, _ in sentences(text, block.start, block.end):
        at = int(np.searchsorted(starts, start))
        if at < len(ids):
            sentence[at] = True
    paragraph = np.zeros(len(ids), np.bool_)
    paragraph[0] = sentence[0] = word[0] = True
    features = (
        _shapes(text, starts, ends, word) * 3 + _sides(text, block, following, starts)
    ) * 2 + paragraph
    return ids, features, starts, ends, word, sentence, paragraph


def _shapes(text: str, starts: Ints, ends: Ints, word: Flags) -> Ints:
    """For each piece the shape of its word: small, Capital, CAPITALS, with figures, or a mark."""
    firsts = np.flatnonzero(word)
    lasts = np.append(firsts[1:], len(starts)) - 1
    shapes = [_shape(text[starts[a] : ends[b]]) for a, b in zip(firsts, lasts, strict=True)]
    return np.repeat(np.array(shapes, np.int64), lasts - firsts + 1)


def _shape(word: str) -> int:
    if word.islower():
        return 0
    if not word[:1].isalnum():
        return _MARK_SHAPE
    if any(character.isdigit() for character in word):
        return 3
    return 2 if len(word) > 1 and word.isupper() else 1


def _sides(text: str, block: Block, following: int, starts: Sequence[int] | Ints) -> Ints:
    """For each piece whether it stands outside quotations, inside one, or is its mark."""
    running_on = text.startswith(OPENING_MARKS, following)
    found = quotations(text, block.start, block.end, running_on=running_on)
    opens = [quotation.start for quotation in found]
    sides = np.zeros(len(starts), np.int64)
    for at, start in enumerate(starts):
        number = bisect_right(opens, start) - 1
        if number >= 0 and start < found[number].end:
            inner = found[number].inner_start <= start < found[number].inner_end
            sides[at] = INSIDE if inner else MARK
    return sides
