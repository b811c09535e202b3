"""The signatures of all documents known so far, on disk, so that ten thousand take no more memory than ten."""

from __future__ import annotations

import sqlite3
import weakref
from collections import Counter
from collections.abc import Sequence
from typing import Final

_TABLES: Final = (
    "CREATE TABLE signatures (place INTEGER PRIMARY KEY, text BLOB NOT NULL, signature BLOB NOT NULL)",
    "CREATE INDEX texts ON signatures (text)",
    "CREATE TABLE runs (run INTEGER, place INTEGER, PRIMARY KEY (run, place)) WITHOUT ROWID",
)
_LOWEST: Final = -(1 << 63)
"""A run's hash has 64 bits without a sign; SQLite's numbers have one."""


class KeptSignatures:
    """Signatures by their place in the order of documents, found again by a text's hash or by word runs."""

    def __init__(self) -> None:
        """A database of its own, in a temporary file that nobody else sees and that goes when this goes."""
        self._database = sqlite3.connect("", isolation_level=None)
        weakref.finalize(self, self._database.close)
        for table in _TABLES:
            self._database.execute(table)
        # Never committed: nothing in here is to outlive the process.
        self._database.execute("BEGIN")

    def add(self, place: int, signature: bytes, text: bytes, sample: Sequence[int]) -> None:
        """Keep the signature of the document at `place`, to be found by the hash of its text and by a sample of runs."""
        self._database.execute("INSERT INTO signatures VALUES (?, ?, ?)", (place, text, signature))
        self._database.executemany(
            "INSERT INTO runs VALUES (?, ?)", [(run + _LOWEST, place) for run in set(sample)]
        )

    def signature(self, place: int) -> bytes:
        """The signature kept at a place."""
        [found] = self._database.execute(
            "SELECT signature FROM signatures WHERE place = ?", (place,)
        ).fetchone()
        return bytes(found)

    def of_text(self, text: bytes) -> set[int]:
        """The places of documents with exactly this text."""
        return {
            place
            for (place,) in self._database.execute("SELECT place FROM signatures WHERE text = ?", (text,))
        }

    def shared(self, sample: Sequence[int]) -> Counter[int]:
        """How many of these runs each place holds."""
        hits: Counter[int] = Counter()
        for run in set(sample):
            hits.update(
                place
                for (place,) in self._database.execute(
                    "SELECT place FROM runs WHERE run = ?", (run + _LOWEST,)
                )
            )
        return hits
