"""Who printed a quotation, and who first: the same words in the documents that were read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pursestrings.dates import PartialDate
from pursestrings.reading.statements.shared_quotes import SENTENCE, Quotation, common_words, grouped, words_of
from pursestrings.workspace.carriers import Carrier, first_of, sources_of
from pursestrings.workspace.store import Store

Json = dict[str, Any]

SCHEMA: Final = "1"
_RUN: Final = 4
# FTS5 refuses an expression that is too deep.
_PHRASES: Final = 60
_EVERY: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class _Printed:
    """A quotation as one document has it."""

    quotation: Quotation
    finding: Json


def voices(store: Store, words: str | None = None) -> list[Json]:
    """Quotations with the documents that carry them, in the order read.

    With `words`, those that hold these words, or a part of them; without, those that more than one document
    carries. The JSON is described in `docs/schema/quoted.schema.json`.
    """
    rows = {row.id: row for row in store.documents()}
    carriers = {id_: _carrier(row, rows) for id_, row in rows.items()}
    asked = Quotation("", "", *words_of([words])) if words else None
    if asked is None:
        groups = _groups(store, carriers, None)
        chosen = [group for group in groups if len({one.quotation.document for one in group}) > 1]
    else:
        # Words on both sides of a full stop, or of a bracket, stand in no sentence's row: then all are gone through.
        likely = _documents_with(store, [words or ""])
        hits = _holding(asked, store, carriers, likely) or _holding(asked, store, carriers, None)
        near = {one.quotation.document for one in hits}
        near |= _documents_with(store, [text for one in hits for text in _texts(one.finding)])
        ids = {one.quotation.id for one in hits}
        groups = _groups(store, carriers, near) if hits else []
        holding = [group for group in groups if any(one.quotation.id in ids for one in group)]
        chosen = _without_copies(holding, carriers)
    rewritten = {id_: one.story for id_, one in carriers.items() if one.rewritten}
    return [_told(group, rows, carriers, rewritten) for group in chosen]


def _holding(
    asked: Quotation, store: Store, carriers: dict[str, Carrier], among: set[str] | None
) -> list[_Printed]:
    """What these documents quote with the words asked for; `among` None means every document."""
    if not asked.words:
        return []
    return [one for one in _printed(store, carriers, among) if _holds(one.quotation, asked)]


def _holds(one: Quotation, asked: Quotation) -> bool:
    """Whether the quotation holds the words asked for, or is a sentence or more of them."""
    common = common_words(one, asked)
    whole = common == len(one.words) and (one.words == asked.words or common >= SENTENCE)
    return bool(common) and (common == len(asked.words) or whole)


def _without_copies(groups: Sequence[list[_Printed]], carriers: dict[str, Carrier]) -> list[list[_Printed]]:
    """The groups less those of rewritten copies whose stories another group has: it names them."""
    owners = [carriers[group[0].quotation.document] for group in groups]
    stories = {
        carriers[one.quotation.document].story
        for group, owner in zip(groups, owners, strict=True)
        for one in group
        if not owner.rewritten
    }
    return [
        group
        for group, owner in zip(groups, owners, strict=True)
        if not owner.rewritten or owner.story not in stories
    ]


def _groups(store: Store, carriers: dict[str, Carrier], among: set[str] | None) -> list[list[_Printed]]:
    """What the documents quote, gathered; `among` None means every document.

    What a rewritten copy prints stands alone: its words are nobody's, and may part what belongs together.
    """
    printed = {one.quotation.id: one for one in _printed(store, carriers, among)}
    altered = [one for one in printed.values() if carriers[one.quotation.document].rewritten]
    whole = [one.quotation for one in printed.values() if not carriers[one.quotation.document].rewritten]
    return [[printed[one.id] for one in group] for group in grouped(whole)] + [[one] for one in altered]


def _printed(store: Store, carriers: dict[str, Carrier], among: set[str] | None) -> list[_Printed]:
    found = []
    for row in store.said(among):
        finding = json.loads(row.json)
        quotation = Quotation.of(row.id, finding, carriers[row.document].story)
        if quotation is not None:
            found.append(_Printed(quotation, finding))
    return found


def _documents_with(store: Store, texts: Iterable[str]) -> set[str]:
    """The documents in which a run of four words of these texts stands."""
    runs: dict[str, None] = {}
    for text in texts:
        words = re.findall(r"\w+", text)
        for at in range(max(1, len(words) - _RUN + 1)):
            runs[" ".join(words[at : at + _RUN])] = None
    phrases = [f'words : "{run}"' for run in runs if run]
    found: set[str] = set()
    for at in range(0, len(phrases), _PHRASES):
        found |= {row.document for row in store.search(" OR ".join(phrases[at : at + _PHRASES]), _EVERY)}
    return found


def _carrier(row: Any, rows: dict[str, Any]) -> Carrier:
    return Carrier(
        row.id,
        row.publisher,
        row.origin,
        PartialDate.parse(row.published) if row.published else None,
        _original(row, rows),
        bool(row.rewritten),
    )


def _original(row: Any, rows: dict[str, Any]) -> str | None:
    """The document that the whole family are copies of; None where this is it."""
    seen = {row.id}
    own = row.id
    while row.copy_of in rows and row.copy_of not in seen:
        row = rows[row.copy_of]
        seen.add(row.id)
    return None if row.id == own else str(row.id)


def _told(
    group: Sequence[_Printed], rows: dict[str, Any], carriers: dict[str, Carrier], rewritten: dict[str, str]
) -> Json:
    """One quotation: its fullest words, its sources, and each document that has it.

    `rewritten` are the rewritten copies, each with the document that it is a copy of.
    """
    usable = [one for one in group if not carriers[one.quotation.document].rewritten]
    fullest = max(usable, key=lambda one: len(one.quotation.words), default=None)
    by_document: dict[str, list[_Printed]] = {}
    for one in group:
        by_document.setdefault(one.quotation.document, []).append(one)
    families = {carriers[id_].story for id_ in by_document}
    altered = [id_ for id_, story in rewritten.items() if story in families and id_ not in by_document]
    own = [carriers[id_] for id_ in by_document]
    sources = sources_of(own)
    names = [one.finding["speaker"]["name"] for one in usable if one.quotation.speaker]
    return {
        "words": " … ".join(_texts(fullest.finding)) if fullest else None,
        "speaker": max(names, key=len, default=None),
        "independent_sources": sources.independent,
        "unknown_outlets": sources.unknown,
        "first": first_of(own).as_json(),
        "documents": [
            _document(rows[id_], carriers[id_], by_document.get(id_, ())) for id_ in [*by_document, *altered]
        ],
    }


def _document(row: Any, carrier: Carrier, printed: Iterable[_Printed]) -> Json:
    return {
        "document": row.id,
        "source": row.source,
        "title": row.title,
        "publisher": row.publisher,
        "origin": row.origin,
        "published": row.published,
        "copy_of": carrier.copy_of,
        "do_not_quote": carrier.rewritten,
        "sample": bool(row.sample),
        "findings": [one.quotation.id for one in printed],
        "words": [] if carrier.rewritten else [" … ".join(_texts(one.finding)) for one in printed],
    }


def _texts(finding: Json) -> list[str]:
    return [" ".join(anchor["exact"].split()) for anchor in finding["content"]]
