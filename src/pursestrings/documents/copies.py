"""Copies of one story among documents: word for word, cut and retitled, or rewritten.

Each document leaves a signature of a few kilobytes; comparing needs nothing else of it. Plain samples of
hashed five-word runs serve where MinHash would: they give containment, which a cut reprint needs,
straight from two sets, and need no library that takes seconds to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents.document import Document
from pursestrings.documents.headline import folded
from pursestrings.documents.kept_signatures import KeptSignatures
from pursestrings.documents.quotes import count_altered
from pursestrings.documents.signature import Signature, containment, read_signature, signature

# Two wire versions of a story share most of their runs; two papers at one press conference share few.
NEAR: Final = 0.5
_SHARED_RUNS: Final = 0.04
_SHARED_FACTS: Final = 0.5
_FEWEST_FACTS: Final = 6
_FEWEST_RUNS: Final = 12
_FEWEST_ALTERED: Final = 2
_SAMPLE: Final = 16


class CopyKind(StrEnum):
    """How close a copy is. Nobody's words may be quoted from a rewritten one."""

    EXACT = "exact"
    NEAR = "near"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Signed:
    """What comparing needs of a document; `signature` as `signature()` made it."""

    id: str
    signature: bytes
    publisher: str | None = None
    origin: str | None = None
    published: PartialDate | None = None
    copy_of: str | None = None

    @classmethod
    def of(cls, document: Document) -> Signed:
        """The same of a document that was just read."""
        return cls(
            document.id,
            signature(document),
            document.publisher,
            document.origin,
            document.published,
            document.copy_of,
        )


@dataclass(frozen=True, slots=True)
class Copy:
    """That the document `id` is a copy of `of`; `similarity` is the shared part of the shorter one, 0 to 1."""

    id: str
    of: str
    kind: CopyKind
    similarity: float


Match = tuple[CopyKind, float]


class CopyIndex:
    """The documents known so far, found again by samples of their five-word runs."""

    def __init__(self, known: Iterable[Signed] = ()) -> None:
        """`known` are in the order in which they were first read."""
        self._documents: list[Signed] = []
        self._places: dict[str, int] = {}
        self._kept = KeptSignatures()
        for document in known:
            self.add(document)

    def add(self, document: Signed) -> None:
        """Take in one more document; one that is known already is left as it is."""
        if document.id in self._places:
            return
        own = read_signature(document.signature)
        place = self._places[document.id] = len(self._documents)
        self._documents.append(replace(document, signature=b""))  # it is kept on disk
        self._kept.add(place, document.signature, own.text, _sample(own))

    def take(self, new: Signed) -> list[Copy]:
        """Take in a new document and say what that makes known: `copies`, and the index remembers them."""
        found = self.copies(new)
        self.add(new)
        for copy in found:
            place = self._places[copy.id]
            self._documents[place] = replace(self._documents[place], copy_of=copy.of)
        return found

    def copies(self, new: Signed) -> list[Copy]:
        """What a new document makes known, best match first; it is not taken in.

        Most often that is one copy: the new one, of the original. Where the new one turns out to be the
        original, the known ones are its copies, and so is each that was held for a copy of one of them.
        """
        own = read_signature(new.signature)
        matches = [
            (match, document)
            for document in self._candidates(own)
            if document.id != new.id and (match := compare(own, self._signature(document)))
        ]
        if not matches:
            return []
        matches.sort(key=lambda item: (item[0][0] is CopyKind.REWRITTEN, -item[0][1]))
        roots = [self._root(document) for _, document in matches]
        original = choose_original([*dict.fromkeys([*roots, *(document for _, document in matches)]), new])
        if original is not new:
            root = self._root(original)
            straight = compare(own, self._signature(root))
            return [Copy(new.id, root.id, *(straight or self._through(*matches[0], root)))]
        direct = {document.id: Copy(document.id, new.id, *match) for match, document in matches}
        for document in self._documents:
            if document.copy_of in direct and document.id not in direct and document.id != new.id:
                middle = direct[document.copy_of]
                nearest = self._documents[self._places[document.copy_of]]
                found = self._through((middle.kind, middle.similarity), nearest, document)
                direct[document.id] = Copy(document.id, new.id, *found)
        return list(direct.values())

    def _through(self, match: Match, nearest: Signed, far: Signed) -> Match:
        """A match with `nearest` as one with `far`, of the same family: rewritten where either step is."""
        step = compare(self._signature(nearest), self._signature(far))
        return (CopyKind.REWRITTEN, match[1]) if step and step[0] is CopyKind.REWRITTEN else match

    def _candidates(self, own: Signature) -> list[Signed]:
        sample = _sample(own)
        hits = self._kept.shared(sample)
        places = {place for place, count in hits.items() if count > 1 or len(sample) < _FEWEST_RUNS}
        return [self._documents[place] for place in sorted(places | self._kept.of_text(own.text))]

    def _signature(self, document: Signed) -> Signature:
        return read_signature(self._kept.signature(self._places[document.id]))

    def _root(self, document: Signed) -> Signed:
        """The original that the document is a copy of, or the document itself."""
        seen = {document.id}
        while document.copy_of in self._places and document.copy_of not in seen:
            document = self._documents[self._places[document.copy_of]]
            seen.add(document.id)
        return document


def compare(one: Signature, other: Signature) -> Match | None:
    """How two documents are copies of each other, and how much of the shorter they share; None where not."""
    if one.text == other.text:
        return CopyKind.EXACT, 1.0
    shared, compared = containment(one, other)
    if compared < _FEWEST_RUNS:
        return None
    if shared < NEAR and not _same_facts(one, other, shared):
        return None
    if _is_rewritten(one, other, shared):
        return CopyKind.REWRITTEN, round(shared, 3)
    return (CopyKind.NEAR, round(shared, 3)) if shared >= NEAR else None


def _is_rewritten(one: Signature, other: Signature, shared: float) -> bool:
    """Whether quotations have other words in them: most, or a third of them where the text is a copy all the same."""
    altered, intact = count_altered(one.quotes, other.quotes)
    return altered > intact or (shared >= NEAR and altered >= _FEWEST_ALTERED and 2 * altered >= intact)


def _same_facts(one: Signature, other: Signature, shared: float) -> bool:
    """Whether names and numbers are those of the same story, told in other words."""
    facts = len(one.facts & other.facts)
    fewest = min(len(one.facts), len(other.facts))
    return shared >= _SHARED_RUNS and facts >= max(_FEWEST_FACTS, _SHARED_FACTS * fewest)


def choose_original(family: Sequence[Signed]) -> Signed:
    """The one that the others come from: the outlet they name, then one that names no other, then by date.

    A date counts by its latest day, an unknown one comes last, and a tie goes to the first of the sequence.
    """
    named = {folded(member.origin) for member in family if member.origin}

    def rank(member: Signed) -> tuple[bool, bool, date]:
        is_source = folded(member.publisher or "") in named
        return (
            not is_source,
            member.origin is not None,
            member.published.latest if member.published else date.max,
        )

    return min(family, key=rank)


def _sample(own: Signature) -> list[int]:
    """One run in sixteen, the same ones in every document."""
    return [run for run in own.runs if run % _SAMPLE == 0]
