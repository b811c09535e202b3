"""The register's laws by the citations that it gives for them: sections, chapters and ranges of codes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Generic, Protocol, TypeVar

from pursestrings.reading.law.citations import citations
from pursestrings.reading.law.forms import Citation


class _Cited(Protocol):
    @property
    def citation(self) -> str | None: ...


T = TypeVar("T", bound=_Cited)

_PARENTHESIS: Final = re.compile(r"\s\([^)]*\)")
_PART: Final = re.compile(r"\d+|[A-Za-z]+")


class CitedLaws(Generic[T]):
    """Laws by what their own citations name."""

    def __init__(self, laws: Iterable[T]) -> None:
        """Read the citations of the laws."""
        self._exact: dict[str, list[T]] = defaultdict(list)
        self._within: dict[str, list[tuple[Citation, T]]] = defaultdict(list)
        for law in laws:
            # What stands in parentheses behind a citation with a number of subsections is part of it; behind a space
            # it is the history of the law, which other laws may share.
            words = _PARENTHESIS.sub("", law.citation or "")
            for citation in citations(words, 0, len(words)):
                self._exact[citation.normal].append(law)
                if citation.section:
                    self._within[citation.code].append((citation, law))

    def find(self, citation: Citation) -> list[T]:
        """The laws whose citation is this one, or holds it: its section, its chapter, its range."""
        if exact := self._exact.get(citation.normal):
            return exact
        if not citation.section:
            return []
        held = self._within.get(citation.code, ())
        return [law for wide, law in held if _holds(wide.section, citation.section, ranging=wide.ranging)]


def _holds(wide: str, narrow: str, *, ranging: bool = False) -> bool:
    """Whether a section, a chapter or, where it is `ranging`, a range holds a section.

    >>> _holds("7284-7284.12", "7284.6(a)", ranging=True), _holds("5-2-18.2", "5-2-18.2-4"), _holds("27A", "27A.4")
    (True, True, True)
    >>> _holds("90", "908"), _holds("54-192h", "60")
    (False, False)
    """
    narrow = narrow.partition("(")[0]
    wide = wide.partition("(")[0]
    if narrow == wide or (narrow.startswith(wide) and not narrow[len(wide)].isalnum()):
        return True
    first, to, last = wide.partition(" to -")
    if to:
        stem, _, number = narrow.rpartition("-")
        series, _, begin = first.rpartition("-")
        return (
            stem == series
            and number.isdecimal()
            and begin.isdecimal()
            and int(begin) <= int(number) <= int(last)
        )
    first, hyphen, last = wide.partition("-")
    if not ranging or not hyphen or "-" in last or "-" in narrow:
        return False
    return list(_parts(first)) <= list(_parts(narrow)) <= list(_parts(last))


def _parts(number: str) -> Iterator[tuple[int, str]]:
    for part in _PART.findall(number):
        yield (int(part), "") if part.isdecimal() else (0, part)
