"""Rulings by name ("Chicago v. Sessions"), reporter ("888 F.3d 272") or docket, tied to the register's cases."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol, cast

from pursestrings.documents.wordlist import words
from pursestrings.errors import EXTRA_MISSING, PursestringsError
from pursestrings.reading.era import Era
from pursestrings.reading.law.forms import on_list
from pursestrings.register.models.courts import Case

# No name is longer; without an end every letter of a text without spaces would be tried up to the last.
_PART: Final = r"(?:(?:[A-Z]\.){1,20}|[A-Z][\w’'-]{0,60})"
_VERSUS: Final = re.compile(
    rf"(?P<left>{_PART}(?:[ \n](?:{_PART}|of|and|the|&|ex rel\.)){{0,9}}),?[ \n](?P<versus>vs?\.?)[ \n]"
    rf"(?P<right>{_PART}(?:[ \n](?:(?:of|the|for|&)[ \n]){{0,2}}{_PART}){{0,9}})"
)
_LEADING: Final = words("In See But Under And Cf Accord Citing Compare Like Unlike Since After Before The")
_GOVERNMENT: Final = re.compile(
    r"[A-Z][\w.’'-]*\s(?P<of>(?:City|County|State|Commonwealth|Town|Village|People)\sof\s)"
)
_NEXT_DOCKET: Final = re.compile(
    r"(?:,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+)(?P<number>\d{2}-\d{3,5}|(?:\d:)?\d{2}-[a-z]{2,4}-\d{2,5})(?![\w-])"
)
_REPORTER: Final = re.compile(
    r"\b\d{1,4} (?:U\.\s?S\.|S\. ?Ct\.|L\. ?Ed\.|F\. ?(?:2d|3d|4th)|F\. ?Supp\.|F\. ?App|WL|(?!U\.?S\.?C|C\.?F\.?R|Stat)[A-Z][\w.]{0,9}\.) ?(?:\dd )?,?(?: ?at )?(?:\d{1,7}\b|_{2,})"
)
_SUPRA: Final = re.compile(r"\b(?P<party>[A-Z][\w’'-]{1,60}),\s+supra\b")
_DOCKET: Final = re.compile(
    r"(?:\b(?:(?P<case>[Cc]ase|[Dd]ocket|Civil\s+Action|Civ\.\s+A(?:ction|\.))\s+)?Nos?\.\s*|(?<![\w.:/-])(?=\d:))"
    r"(?P<number>(?:\d:)?\d{2,4}-[a-z]{2,4}-\d{2,5}|\d{2}-\d{3,5}|\d{2}A\d{1,4}|\d{2,4}[A-Z]{1,2}\d{3,6})(?P<judge>-[A-Z]{2,4}){0,3}(?![\w-])"
)
_CAPTION: Final = re.compile(r"^(?P<left>.+?) v\. (?P<right>[^,(]+)(?:\(later v\. (?P<later>[^)]+)\))?")
_FILLER: Final = words(
    "city county state states commonwealths town of the and u.s us people attorney general et al ii iii iv"
)

# Eyecite warns of citations that overlap, in words about itself; a reader of documents can't mend them.
logging.getLogger("eyecite").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class CaseMention:
    """A case found; `id` is None for one that the register does not hold."""

    start: int
    end: int
    id: str | None
    citation: str
    score: float


Heard = dict[str, CaseMention]
"""The cases cited so far by volume and reporter ("888 F.3d") and by the words of their parties."""


@dataclass(frozen=True, slots=True)
class _Parties:
    case: Case
    left: frozenset[str]
    right: frozenset[str]


class _Cited(Protocol):
    """What is used of eyecite's untyped citations."""

    def span(self) -> tuple[int, int]: ...

    def corrected_citation(self) -> str: ...

    @property
    def groups(self) -> dict[str, str | None]: ...


class CaseIndex:
    """The register's cases by parties, by citation and by docket."""

    def __init__(self, cases: dict[str, Case]) -> None:
        """Index the cases."""
        self._cited: dict[str, str] = {}
        self._by_right: dict[str, list[_Parties]] = defaultdict(list)
        self._dockets: dict[str, set[str]] = defaultdict(set)
        for case in cases.values():
            for court in case.courts:
                if court.docket:
                    self._dockets[_bare_docket(court.docket)].add(case.id)
            for act in case.acts:
                for cited in (act.citation or "").split(", "):
                    self._cited.setdefault(_plain(cited), case.id)
            for match in filter(None, (_CAPTION.match(part) for part in case.caption.split("; "))):
                right = _names(match["right"]) | _names(match["later"] or "")
                parties = _Parties(case, _names(match["left"]), right)
                for name in right:
                    self._by_right[name].append(parties)

    def find(
        self, text: str, start: int, end: int, written: Era, heard: Heard | None = None
    ) -> Iterator[CaseMention]:
        """Every case named or cited in `text[start:end]`; `heard` holds what short forms may stand for."""
        heard = {} if heard is None else heard
        cited = self._reported(text, start, end, heard) if _REPORTER.search(text, start, end) else ()
        reported = sorted(cited, key=lambda one: one.start)
        yield from reported
        for match in _SUPRA.finditer(text, start, end):
            if before := heard.get(match["party"].lower()):
                yield CaseMention(*match.span(), before.id, before.citation, 0.8)
        for match in _VERSUS.finditer(text, start, end):
            left = _lead(match)
            nearest = bisect_left(reported, match.end(), key=lambda one: one.start) - 1
            if nearest >= 0 and left < reported[nearest].end:
                continue
            case = self._between(_names(text[left : match.end("left")]), _names(match["right"]), written)
            if case is None and "vs" in match["versus"]:
                continue  # games and elections are told so as well
            name = " ".join(text[left : match.end()].split())
            yield CaseMention(left, match.end(), case.id if case else None, name, 0.9 if case else 0.6)
        yield from self._docketed(text, start, end)

    def _docketed(self, text: str, start: int, end: int) -> Iterator[CaseMention]:
        for match in _DOCKET.finditer(text, start, end):
            for left, one in on_list(match, _NEXT_DOCKET, end):
                yield self._docket(left, one.end(), one["number"])

    def _docket(self, start: int, end: int, number: str) -> CaseMention:
        ids = self._dockets.get(_bare_docket(number), set())
        known = next(iter(ids)) if len(ids) == 1 else None
        return CaseMention(start, end, known, f"No. {number}", 0.9 if known else 0.7)

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

    def _reported(self, text: str, start: int, end: int, heard: Heard) -> Iterator[CaseMention]:
        try:
            from eyecite import get_citations
            from eyecite.models import FullCaseCitation, ShortCaseCitation
        except ImportError:
            raise PursestringsError(EXTRA_MISSING, extra="read") from None
        for found in get_citations(text[start:end]):
            cited = cast("_Cited", found)
            left, right = (start + offset for offset in cited.span())
            volume = f"{cited.groups.get('volume')} {cited.groups.get('reporter')}"
            if isinstance(found, FullCaseCitation):
                named = next((one for one in _named_before(text, start, left) if left - one.end() < 4), None)
                normal = cited.corrected_citation()
                case = self._cited.get(_plain(normal))
                first = _lead(named) if named else left
                mention = CaseMention(first, right, case, normal, 0.95 if case else 0.8)
                parties = (named["left"], named["right"]) if named else ()
                for name in (volume, *(word for party in parties for word in party.lower().split())):
                    heard[name] = mention
                yield mention
            elif isinstance(found, ShortCaseCitation) and (before := heard.get(volume)):
                yield CaseMention(left, right, before.id, before.citation, 0.85)


def _named_before(text: str, start: int, at: int) -> list[re.Match[str]]:
    """The names of cases that stand shortly before a place, the nearest first."""
    return list(_VERSUS.finditer(text, max(start, at - 120), at))[::-1]


def _lead(match: re.Match[str]) -> int:
    """Where the first party begins: the words that bring a case in are none of it ("In", "Won City of")."""
    if government := _GOVERNMENT.match(match["left"]):
        return match.start() + government.start("of")
    start = match.start()
    for word in match["left"].split()[:-1]:
        if word.strip(".") not in _LEADING:
            break
        start += len(word) + 1
    return start


def _bare_docket(number: str) -> str:
    """A docket's number without the court's office and the judges' letters.

    >>> _bare_docket("1:17-cv-10214-GAO"), _bare_docket("17-2991")
    ('17-cv-10214', '17-2991')
    """
    return re.sub(r"(?:-[A-Z]+)+$", "", number.rpartition(":")[2])


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
