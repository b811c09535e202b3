"""The signatures of all documents known so far, on disk, so that ten thousand take no more memory than ten."""

from __future__ import annotations

import sqlite3
import weakref
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from pursestrings.errors import DISK_FULL, PursestringsError

_TABLES: Final = (
    "CREATE TABLE signatures (place INTEGER PRIMARY KEY, text BLOB NOT NULL, signature BLOB NOT NULL)",
    "CREATE INDEX texts ON signatures (text)",
    "CREATE TABLE runs (run INTEGER, place INTEGER, PRIMARY KEY (run, place)) WITHOUT ROWID",
)
_LOWEST: Final = -(1 << 63)
"""A run's hash has 64 bits without a sign; SQLite's numbers have one."""


class KeptSignatures:
    """Signatures by their place in the order of documents, found again by a text's hash or by word runs.

    Each method raises DISK_FULL where the temporary file finds no room.
    """

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
        with _room():
            self._database.execute("INSERT INTO signatures VALUES (?, ?, ?)", (place, text, signature))
            self._database.executemany(
                "INSERT INTO runs VALUES (?, ?)", [(run + _LOWEST, place) for run in set(sample)]
            )

    def signature(self, place: int) -> bytes:
        """The signature kept at a place."""
        with _room():
            [found] = self._database.execute(
                "SELECT signature FROM signatures WHERE place = ?", (place,)
            ).fetchone()
        return bytes(found)

    def of_text(self, text: bytes) -> set[int]:
        """The places of documents with exactly this text."""
        query = "SELECT place FROM signatures WHERE text = ?"
        with _room():
            return {place for (place,) in self._database.execute(query, (text,))}

    def shared(self, sample: Sequence[int]) -> Counter[int]:
        """How many of these runs each place holds."""
        hits: Counter[int] = Counter()
        query = "SELECT place FROM runs WHERE run = ?"
        with _room():
            for run in set(sample):
                hits.update(place for (place,) in self._database.execute(query, (run + _LOWEST,)))
        return hits


@contextmanager
def _room() -> Iterator[None]:
    # Reading may write too: pages that memory has no room for go to the file.
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise PursestringsError(DISK_FULL, what="a temporary file") from None
        raise
