"""What is kept of a document so that its copies can be told: hashes of its text, word runs, facts and quotations.

The bytes are stable between machines and versions of Python.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from pursestrings.documents.document import BlockKind, Document
from pursestrings.documents.quotes import quotations

VERSION: Final = 1
_RUN: Final = 5
_MOST_RUNS: Final = 512
_MOST_FACTS: Final = 512
_HEADER: Final = struct.Struct("<BB16sHHH")
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
# A number, or a capitalised word inside a sentence.
_FACT: Final = re.compile(r"(?<=[\w,;:] )[A-ZÀ-Þ][\w'’-]{2,}|\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Signature:
    """A document's hashes. `runs` holds those five-word runs whose hash is a multiple of `2 ** level`."""

    text: bytes
    level: int
    runs: frozenset[int]
    facts: frozenset[int]
    quotes: tuple[tuple[int, ...], ...]


def signature(document: Document) -> bytes:
    """The signature of a document's body; page furniture, headline and captions have no part in it."""
    body = [
        unicodedata.normalize("NFKC", document.text[block.start : block.end])
        for block in document.blocks
        if block.kind is BlockKind.BODY
    ]
    words = [word for paragraph in body for word in _words(paragraph)] or list(_words(document.text))
    level, runs = _sampled(_hash(" ".join(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1))
    facts = {_short(fact.casefold()) for paragraph in body for fact in _FACT.findall(paragraph)}
    quotes = [tuple(map(_short, _words(quote))) for paragraph in body for quote in quotations(paragraph)]
    text = blake2b(" ".join(words).encode(), digest_size=16).digest()
    return _pack(
        Signature(text, level, runs, frozenset(sorted(facts)[:_MOST_FACTS]), tuple(quotes[:_MOST_FACTS]))
    )


def read_signature(data: bytes) -> Signature:
    """The signature in bytes that `signature` made; ValueError for others and for those of another version."""
    try:
        version, level, text, runs, facts, quotes = _HEADER.unpack_from(data)
        if version != VERSION:
            raise ValueError(f"a signature of version {version}; this program reads {VERSION}")
        at = _HEADER.size
        own_runs = struct.unpack_from(f"<{runs}Q", data, at)
        own_facts = struct.unpack_from(f"<{facts}I", data, at := at + 8 * runs)
        lengths = struct.unpack_from(f"<{quotes}H", data, at := at + 4 * facts)
        at += 2 * quotes
        own_quotes = []
        for length in lengths:
            own_quotes.append(struct.unpack_from(f"<{length}I", data, at))
            at += 4 * length
    except struct.error as error:
        raise ValueError("this is no signature") from error
    return Signature(text, level, frozenset(own_runs), frozenset(own_facts), tuple(own_quotes))


def containment(one: Signature, other: Signature) -> tuple[float, int]:
    """The part of the shorter document's runs that the other holds too, and how many were compared."""
    step = 1 << max(one.level, other.level)
    left = {run for run in one.runs if run % step == 0}
    right = {run for run in other.runs if run % step == 0}
    fewest = min(len(left), len(right))
    return (len(left & right) / fewest if fewest else 0.0), fewest


def _words(text: str) -> Iterator[str]:
    return (word.replace("’", "'") for word in _WORD.findall(text.casefold()))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def _short(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=4).digest(), "little")


def _sampled(runs: Iterable[int]) -> tuple[int, frozenset[int]]:
    """The runs, halved until they are few enough: which ones stay depends on nothing but themselves."""
    kept, level = set(runs), 0
    while len(kept) > _MOST_RUNS:
        level += 1
        kept = {run for run in kept if run % (1 << level) == 0}
    return level, frozenset(kept)


def _pack(own: Signature) -> bytes:
    quotes = [quote[:0xFFFF] for quote in own.quotes]
    return b"".join(
        (
            _HEADER.pack(VERSION, own.level, own.text, len(own.runs), len(own.facts), len(quotes)),
            struct.pack(f"<{len(own.runs)}Q", *sorted(own.runs)),
            struct.pack(f"<{len(own.facts)}I", *sorted(own.facts)),
            struct.pack(f"<{len(quotes)}H", *map(len, quotes)),
            *(struct.pack(f"<{len(quote)}I", *quote) for quote in quotes),
        )
    )
