"""Reading a document: everything that it says, names and counts, in one pass over its paragraphs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pursestrings.documents import Document
from pursestrings.documents.extras import needs_read
from pursestrings.documents.language import ENGLISH
from pursestrings.reading.conditions.about import with_subjects
from pursestrings.reading.conditions.conditions import ConditionIndex
from pursestrings.reading.conditions.policies import policies
from pursestrings.reading.era import era
from pursestrings.reading.events.events import events
from pursestrings.reading.findings import Finding, Json, Reading
from pursestrings.reading.grammar.passages import passages, sentence_spans
from pursestrings.reading.law.law import LawIndex
from pursestrings.reading.law.mentions import authorities, programs
from pursestrings.reading.people.named_places import NamedPlaces
from pursestrings.reading.people.people import people
from pursestrings.reading.places.places import places
from pursestrings.reading.quantities.amounts import amounts
from pursestrings.reading.quantities.counts import counts
from pursestrings.reading.quantities.dates import dates
from pursestrings.reading.statements.attribution import statements
from pursestrings.reading.statements.heard import relations
from pursestrings.register.index import Register

if TYPE_CHECKING:
    from pursestrings.reading.encoder.network import Encoder
    from pursestrings.reading.encoder.relations import Attributed

_KINDS: Final = {
    kind: number
    for number, kind in enumerate(
        (
            "statement",
            "place",
            "person",
            "program",
            "authority",
            "condition",
            "amount",
            "count",
            "date",
            "event",
        )
    )
}
"""The order of findings at one place."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A register made ready for reading; one serves any number of documents."""

    register: Register
    law: LawIndex
    conditions: ConditionIndex
    encoder: Encoder

    @classmethod
    def of(cls, register: Register) -> Reader:
        """Index the register's names and load the encoder."""
        with needs_read():  # of numpy; who only asks for a brief need not have it
            from pursestrings.reading.encoder.network import Encoder
        return cls(register, LawIndex(register), ConditionIndex(register), Encoder.shipped())

    def read(self, document: Document) -> Reading:
        """The document with all findings, in the order of their places in the text."""
        written = era(document, self.register)
        spans = list(sentence_spans(document))
        where = places(document, self.register)
        states = frozenset("/".join(one.place.split("/")[:3]) for one in where if one.place)
        law = self.law.mentions(document, written, states)
        references: list[Finding] = [
            *programs(document, law),
            *authorities(document, law),
            *policies(document, self.register, where, written),
            *self.conditions.mentions(document, law, written),
        ]
        prose = passages(document)
        heard = relations(document, prose, self._attributions(document))
        known = people(document, prose, heard, self.register.officials.values())
        named = NamedPlaces(document, where)
        persons = known.findings(named)
        said = with_subjects(document, self.register, statements(known, named), references)
        days = dates(document, spans, written)
        found: list[Finding] = [
            *said,
            *where,
            *persons,
            *references,
            *amounts(document, spans),
            *counts(document, spans),
            *days,
            *events(document, spans, where, persons, days),
        ]
        return Reading(document, tuple(_ordered(found)))

    def _attributions(self, document: Document) -> Sequence[Attributed]:
        """What the encoder hears; it was trained on English and hears nothing in a text of another language."""
        if document.language not in {None, ENGLISH}:
            return ()
        return self.encoder.read(document).attributions


def _ordered(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings in the order of their places; their ids, which are dear, decide only among equals."""
    at: dict[tuple[int, int, int], list[Finding]] = defaultdict(list)
    for finding in found:
        first = finding.anchors[0]
        at[first.start, first.end, _KINDS[finding.kind]].append(finding)
    for place in sorted(at):
        yield from sorted(at[place], key=lambda one: one.id) if len(at[place]) > 1 else at[place]


def lines(reading: Reading) -> Iterator[Json]:
    """The contract's objects: the document, then its findings."""
    yield dict(reading.document.as_json())
    for finding in reading.findings:
        yield finding.as_json()


def jsonl(reading: Reading) -> str:
    """The contract's lines, one JSON object each, with a line break at the end."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines(reading))
