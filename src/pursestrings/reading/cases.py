"""Rulings by name ("Chicago v. Sessions") or by reporter ("888 F.3d 272"), tied to the register's cases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol, cast

from pursestrings.documents.wordlist import words
from pursestrings.errors import EXTRA_MISSING, PursestringsError
from pursestrings.reading.era import Era
from pursestrings.register.models.courts import Case

_PART: Final = r"(?:(?:[A-Z]\.)+|[A-Z][\w’'-]*)"
_VERSUS: Final = re.compile(
    rf"(?P<left>{_PART}(?:[ \n](?:{_PART}|of|and|the|&|ex rel\.))*),?[ \n]vs?\.?[ \n]"
    rf"(?P<right>{_PART}(?:[ \n](?:(?:of|the|for|&)[ \n])*{_PART})*)"
)
_REPORTER: Final = re.compile(
    r"\b\d{1,4} (?:U\.\s?S\.|S\. ?Ct\.|L\. ?Ed\.|F\. ?(?:2d|3d|4th)|F\. ?Supp\.|F\. ?App|(?!U\.?S\.?C|C\.?F\.?R|Stat)[A-Z][\w.]{0,9}\.) ?(?:\dd )?\d{1,5}\b"
)
_CAPTION: Final = re.compile(r"^(?P<left>.+?) v\. (?P<right>[^,(]+)(?:\(later v\. (?P<later>[^)]+)\))?")
_FILLER: Final = words(
    "city county state states commonwealths town of the and u.s us people attorney general et al"
)


@dataclass(frozen=True, slots=True)
class CaseMention:
    """A case found; `id` is None for one that the register does not hold."""

    start: int
    end: int
    id: str | None
    citation: str
    score: float


@dataclass(frozen=True, slots=True)
class _Parties:
    case: Case
    left: frozenset[str]
    right: frozenset[str]


class _Cited(Protocol):
    """What is used of eyecite's untyped citations."""

    def span(self) -> tuple[int, int]: ...

    def corrected_citation(self) -> str: ...


class CaseIndex:
    """The register's cases by parties and by citation."""

    def __init__(self, cases: dict[str, Case]) -> None:
        """Index the cases."""
        self._parties: list[_Parties] = []
        self._cited: dict[str, str] = {}
        self._by_right: dict[str, list[_Parties]] = defaultdict(list)
        for case in cases.values():
            for act in case.acts:
                for cited in (act.citation or "").split(", "):
                    self._cited.setdefault(_plain(cited), case.id)
            for match in filter(None, (_CAPTION.match(part) for part in case.caption.split("; "))):
                right = _names(match["right"]) | _names(match["later"] or "")
                parties = _Parties(case, _names(match["left"]), right)
                for name in right:
                    self._by_right[name].append(parties)

    def find(self, text: str, start: int, end: int, written: Era) -> Iterator[CaseMention]:
        """Every case named or cited in `text[start:end]`."""
        reported = list(self._reported(text, start, end)) if _REPORTER.search(text, start, end) else []
        yield from reported
        for match in _VERSUS.finditer(text, start, end):
            if any(one.start < match.end() and match.start() < one.end for one in reported):
                continue
            case = self._between(_names(match["left"]), _names(match["right"]), written)
            name = " ".join(match[0].split())
            yield CaseMention(
                match.start(), match.end(), case.id if case else None, name, 0.9 if case else 0.6
            )

    def _between(self, left: frozenset[str], right: frozenset[str], written: Era) -> Case | None:
        fitting = {
            parties.case.id: parties.case
            for name in right
            for parties in self._by_right.get(name, ())
            if left & parties.left and written.knows(min(act.date for act in parties.case.acts))
        }
        return max(
            fitting.values(), key=lambda case: (min(act.date for act in case.acts), case.id), default=None
        )

    def _reported(self, text: str, start: int, end: int) -> Iterator[CaseMention]:
        try:
            from eyecite import get_citations
            from eyecite.models import FullCaseCitation
        except ImportError:
            raise PursestringsError(EXTRA_MISSING, extra="read") from None
        found = [cited for cited in get_citations(text[start:end]) if isinstance(cited, FullCaseCitation)]
        for cited in cast("list[_Cited]", found):
            left, right = cited.span()
            named = _VERSUS.search(text, max(start, start + left - 120), start + left)
            first = named.start() if named and start + left - named.end() < 4 else start + left
            normal = cited.corrected_citation()
            case = self._cited.get(_plain(normal))
            yield CaseMention(first, start + right, case, normal, 0.95 if case else 0.8)


def _plain(cited: str) -> str:
    return re.sub(r"[\s.]", "", cited).lower()


def _names(party: str) -> frozenset[str]:
    """The bare names of the parties on one side.

    >>> sorted(_names("City and County of San Francisco and State of Oregon"))
    ['oregon', 'san francisco']
    """
    found = set()
    for one in re.split(r",\s+| and |;\s+", party):
        words = [word.strip(".,’'").lower() for word in one.split()]
        found.add(" ".join(word for word in words if word not in _FILLER))
    return frozenset(found - {""})
