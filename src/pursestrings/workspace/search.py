"""Searching what was read: plain words, or the id or citation of what a sentence names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pursestrings.workspace.store import Store

_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that matches, and the document it stands in."""

    document: str
    start: int
    end: int
    words: str
    title: str | None
    publisher: str | None
    published: str | None
    source: str


def search(store: Store, query: str, limit: int = 20) -> list[Hit]:
    """Sentences that hold every word of the query, in any of its forms; the best first.

    A word such as `usc-8-1373` or `16.738` finds the sentences in which reading found that law or program.
    """
    terms = [_term(word) for word in query.split()]
    expression = " AND ".join(term for term in terms if term)
    if not expression:
        return []
    return [
        Hit(
            row.document,
            row.start,
            row.finish,
            row.words,
            row.title,
            row.publisher,
            row.published,
            row.source,
        )
        for row in store.search(expression, limit)
    ]


def _term(word: str) -> str:
    """One word of the query for FTS5, quoted, so that no mark in it is taken for an operator."""
    if _ID.fullmatch(word.lower()):
        key = word.lower().replace("-", "_").replace(".", "_")
        return f'(keys : "{key}" OR words : "{_clean(word)}")'
    return f'words : "{_clean(word)}"' if _clean(word).strip() else ""


def _clean(word: str) -> str:
    return re.sub(r"[^\w\s]", " ", word).strip()
