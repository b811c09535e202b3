"""What a statement is about: the conditions, authorities and programs that its words, or those around it, name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading.conditions.families import family_of
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


class _Subjects:
    """What a document is about, by where it is named; the conditions come first."""

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        """`named` holds places in the text with ids, in the order in which they are to be told."""
        ranked = [(start, rank, id_) for rank, (start, id_) in enumerate(named)]
        self._sorted = sorted(ranked)
        self._starts = [start for start, _, _ in self._sorted]

    def within(self, stretches: Iterable[tuple[int, int]]) -> list[str]:
        """The ids named in some stretches of the text."""
        found = {
            one[1:]
            for start, end in stretches
            for one in self._sorted[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        }
        return [id_ for _, id_ in sorted(found)]


def with_subjects(
    document: Document, register: Register, statements: Sequence[Statement], found: Sequence[Finding]
) -> list[Statement]:
    """The statements, each with the ids of what it is about; conditions come first."""
    conditions_first = sorted(found, key=lambda finding: not isinstance(finding, ConditionMention))
    subjects = _Subjects(
        (finding.anchors[0].start, known)
        for finding in conditions_first
        if (known := _subject(finding, register))
    )
    starts = [block.start for block in document.blocks]
    conditions = sorted({finding.condition for finding in found if isinstance(finding, ConditionMention)})
    families = {family_of(register.conditions[known]) for known in conditions}
    together = conditions if len(families) == 1 else []

    def leading(first: int) -> tuple[int, int]:
        """What the paragraph of an offset has before it."""
        block = document.blocks[max(0, bisect_right(starts, first) - 1)]
        return (block.start, first) if block.start <= first < block.end else (first, first)

    return [replace(one, about=_about(one, subjects, together, leading)) for one in statements]


def _subject(finding: Finding, register: Register) -> str | None:
    match finding:
        case ConditionMention():
            return finding.condition
        case AuthorityMention():
            return finding.authority if finding.authority in register.instruments else None
        case ProgramMention():
            return finding.program
        case _:
            return None


def _about(
    statement: Statement,
    subjects: _Subjects,
    together: Sequence[str],
    leading: Callable[[int], tuple[int, int]],
) -> tuple[str, ...]:
    """What the content names; else what its paragraph names before it; else the document's conditions.

    These are meant by words of money where there is one, by words of terms where one paper asks them `together`.
    """
    inside = subjects.within((anchor.start, anchor.end) for anchor in statement.content)
    if not inside:
        inside = subjects.within([leading(min(anchor.start for anchor in statement.content))])
    spoken = _MONEY if len(together) == 1 else _TERMS
    if not inside and any(_TERMS.search(one.exact) or spoken.search(one.exact) for one in statement.content):
        inside = list(together)
    return tuple(dict.fromkeys(inside))
