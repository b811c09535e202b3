"""What a statement is about: the conditions, authorities and programs that its words, or those around it, name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading.condition_families import family_of
from pursestrings.reading.findings import (
    AuthorityMention,
    ConditionMention,
    Finding,
    ProgramMention,
    Statement,
)
from pursestrings.register.index import Register

_MONEY: Final = re.compile(
    r"\b(?:fund\w*|grants?|money|dollars|defund\w*|executive order|(?:the|\w+[’']s) order)\b", re.IGNORECASE
)
_TERMS: Final = re.compile(r"\b(?:conditions|requirements|restrictions|strings)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Subject:
    start: int
    id: str


def with_subjects(
    document: Document, register: Register, statements: Sequence[Statement], found: Sequence[Finding]
) -> list[Statement]:
    """The statements, each with the ids of what it is about; conditions come first."""
    conditions_first = sorted(found, key=lambda finding: not isinstance(finding, ConditionMention))
    subjects = [subject for finding in conditions_first if (subject := _subject(finding, register))]
    conditions = sorted({finding.condition for finding in found if isinstance(finding, ConditionMention)})
    families = {family_of(register.conditions[known]) for known in conditions}
    together = conditions if len(families) == 1 else []
    return [replace(one, about=_about(document, one, subjects, together)) for one in statements]


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
    document: Document, statement: Statement, subjects: Sequence[_Subject], together: Sequence[str]
) -> tuple[str, ...]:
    """What the content names; else what its paragraph names before it; else the document's conditions.

    These are meant by words of money where there is one, by words of terms where one paper asks them `together`.
    """
    inside = [
        subject.id
        for subject in subjects
        if any(anchor.start <= subject.start < anchor.end for anchor in statement.content)
    ]
    if not inside:
        first = min(anchor.start for anchor in statement.content)
        block = next((block for block in document.blocks if block.start <= first < block.end), None)
        inside = [subject.id for subject in subjects if block and block.start <= subject.start < first]
    spoken = _MONEY if len(together) == 1 else _TERMS
    if not inside and any(_TERMS.search(one.exact) or spoken.search(one.exact) for one in statement.content):
        inside = list(together)
    return tuple(dict.fromkeys(inside))
