"""Short forms: sections without their code, "id." and what they stand for in the same text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pursestrings.reading.law.forms import STATE, Citation, Section, sections, subdivided

_SECTION: Final = re.compile(
    r"(?<![\w.])(?:(?P<plural>§§|[Ss]ections|[Ss]ecs\.)|§|[Ss]ection|[Ss]ec\.)\s*(?=\d)"
)
_OTHER_LAW: Final = re.compile(
    r"\s+of\s+(?:the|that|this|his|her|its|their|our|an?)\s+"
    r"(?!(?:federal|immigration|order|act|statute|law|code|bill|executive|Order|Act|U\.?S)\b)"
)
_ID: Final = re.compile(
    r"(?:^|(?<=[.;:(\[“”\"]\s)|(?<=[(\[“])|(?<=\b[Ss]ee\s)|(?<=\balso\s)|(?<=\bciting\s)|(?<=\b[Uu]nder\s)|(?<=\b[Ii]n\s))"
    r"[Ii]d\.(?P<at>,?\s+at\s+[*¶]?\d[\d,–-]*|,?\s+(?:at\s+)?§{1,2}\s*(?=\d))?",
    re.MULTILINE,
)
_NEAR: Final = 100
"""How far the numbers of two sections of one code may lie apart for the one to tell the code of the other."""
_RECENT: Final = 5
_NAMED: Final = re.compile(r"(?:[A-Z]{3,}|\bAct),?\s$")
"""A law by name in front of a section: the section is that law's."""

Known = Callable[[str], tuple[str, str] | None]


@dataclass(slots=True)
class Said:
    """What a text has cited so far: the last citation, the latest of each section, and the last few."""

    last: Citation | None = None
    by_number: dict[str, Citation] = field(default_factory=dict)
    recent: deque[Citation] = field(default_factory=lambda: deque(maxlen=_RECENT))

    def add(self, citation: Citation) -> None:
        """Remember a citation."""
        self.last = citation
        if citation.code:
            self.recent.appendleft(citation)
        if citation.section:
            self.by_number[_number(citation.section)] = citation


def short_forms(
    text: str, start: int, end: int, full: Sequence[Citation], said: Said, known: Known
) -> list[Citation]:
    """The short forms of one paragraph that stand for a law cited earlier, or for one that `known` tells.

    `full` are the paragraph's own citations in order; `said` is what went before it and grows. `known` gives the
    code and the base of the ids of a section whose number alone tells it.
    """
    found: list[Citation] = []
    upcoming = iter((*full, None))
    following = next(upcoming)
    stop = start
    for match in sorted(
        (*_SECTION.finditer(text, start, end), *_ID.finditer(text, start, end)), key=lambda one: one.start()
    ):
        while following and following.start <= match.start():
            said.add(following)
            stop, following = max(stop, following.end), next(upcoming)
        if match.start() < stop or (following and following.start < match.end()):
            continue
        if match.re is _ID:
            read = _same(text, match, end, said)
        else:
            listed = _listed(text, match, following.start if following else end)
            stop = max(stop, listed[-1].end) if listed else stop
            if listed and _OTHER_LAW.match(text, stop, end):
                continue
            read = _bare(listed, said, known)
        for made in read:
            if following is None or made.end <= following.start:
                said.add(made)
                found.append(made)
                stop = max(stop, made.end)
    while following:
        said.add(following)
        following = next(upcoming)
    return found


def _same(text: str, match: re.Match[str], end: int, said: Said) -> Iterator[Citation]:
    """The law cited last; with a section, that section of the same code."""
    last, at = said.last, match["at"] or ""
    if last and "§" in at and last.code:
        for section in sections(text, match.end(), end, STATE, plural="§§" in at, start=match.start()):
            yield _of(last, section)
    elif last and "§" not in at:
        yield Citation(*match.span(), last.ids, last.normal, 0.85, last.code, last.section)


def _listed(text: str, match: re.Match[str], end: int) -> list[Section]:
    """The sections behind a sign, unless a law stands by name before it."""
    if _NAMED.search(text, max(0, match.start() - 12), match.start()):
        return []
    return sections(text, match.end(), end, STATE, plural=bool(match["plural"]), start=match.start())


def _bare(found: Sequence[Section], said: Said, known: Known) -> Iterator[Citation]:
    """The laws cited before, or known by their number alone, whose sections these are."""
    for section in found:
        if law := said.by_number.get(section.number):
            yield _of(law, section)
        elif told := known(section.number):
            code, base = told
            normal = f"{code} § {section.written}"
            ids = subdivided(base, section.subs)
            yield Citation(section.start, section.end, ids, normal, 0.8, code, section.written)
        elif law := _akin(section, said):
            yield _of(law, section)


def _akin(section: Section, said: Said) -> Citation | None:
    """The law cited before whose sections have numbers like this one.

    A small number with a subdivision is a section of the order or act named last.
    """
    for one in said.recent:
        if one.section and _close(_number(one.section), section.number):
            return one
    last = said.recent[0] if said.recent else None
    small = re.fullmatch(r"\d{1,2}", section.number) and section.subs
    return last if last and small and not last.section and last.normal.startswith(last.code) else None


def _number(section: str) -> str:
    return section.partition("(")[0]


def _close(one: str, other: str) -> bool:
    """Whether two numbers can belong to one code: the same marks, and wholes that lie near each other.

    >>> _close("7282.5", "7284.6"), _close("1373", "1983"), _close("36-80-23", "36-80-24"), _close("8", "9")
    (True, False, True, False)
    """
    marks, others = (re.sub(r"\w", "", number) for number in (one, other))
    first, second = (re.match(r"\d+", number) for number in (one, other))
    if marks != others or not first or not second:
        return False
    if "-" in marks or ":" in marks:
        return first[0] == second[0]
    return (len(first[0]) > 3 or bool(marks)) and abs(int(first[0]) - int(second[0])) < _NEAR


def _of(law: Citation, section: Section) -> Citation:
    """A section of the law that another citation names."""
    if not law.section:
        normal = f"{law.code}, § {section.written}"
        return Citation(section.start, section.end, law.ids, normal, 0.75, law.code)
    ids: tuple[str, ...] = ()
    title = law.code.partition(" ")[0]
    if law.code.endswith(" U.S.C."):
        ids = subdivided(f"usc-{title}-{section.number.lower()}", section.subs)
    elif law.code.endswith(" C.F.R."):
        ids = subdivided(f"cfr-{title}-{section.number.replace('.', '-').lower()}", section.subs)
    normal = f"{law.code} {section.sign} {section.written}"
    return Citation(section.start, section.end, ids, normal, 0.85, law.code, section.written)
