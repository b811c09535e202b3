"""What a statement is about: the conditions, authorities and programs that its words, or those around it, name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading.findings import (
    AuthorityMention,
    ConditionMention,
    Finding,
    ProgramMention,
    Statement,
)
from pursestrings.register.index import Register

_MONEY: Final = re.compile(
    r"\b(?:fund\w*|grants?|money|dollars|defund\w*|executive order|polic(?:y|ies))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Subject:
    start: int
    id: str


def with_subjects(
    document: Document, register: Register, statements: Sequence[Statement], found: Sequence[Finding]
) -> list[Statement]:
    """The statements, each with the ids of what it is about; conditions come first."""
    subjects = [subject for finding in found if (subject := _subject(finding, register))]
    conditions = sorted({finding.condition for finding in found if isinstance(finding, ConditionMention)})
    return [replace(one, about=_about(document, one, subjects, conditions)) for one in statements]


def _subject(finding: Finding, register: Register) -> _Subject | None:
    match finding:
        case ConditionMention():
            known: str | None = finding.condition
        case AuthorityMention():
            known = finding.authority if finding.authority in register.instruments else None
        case ProgramMention():
            known = finding.program
        case _:
            known = None
    return _Subject(finding.anchors[0].start, known) if known else None


def _about(
    document: Document, statement: Statement, subjects: Sequence[_Subject], conditions: Sequence[str]
) -> tuple[str, ...]:
    """What the content names; else what its paragraph names before it; else the document's only condition."""
    inside = [
        subject.id
        for anchor in statement.content
        for subject in subjects
        if anchor.start <= subject.start < anchor.end
    ]
    if not inside:
        first = min(anchor.start for anchor in statement.content)
        block = next((block for block in document.blocks if block.start <= first < block.end), None)
        inside = [subject.id for subject in subjects if block and block.start <= subject.start < first]
    if (
        not inside
        and len(conditions) == 1
        and any(_MONEY.search(anchor.exact) for anchor in statement.content)
    ):
        inside = list(conditions)
    order = sorted(dict.fromkeys(inside), key=lambda known: known not in conditions)
    return tuple(order)
