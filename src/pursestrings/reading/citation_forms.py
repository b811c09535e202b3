"""What all citations of law share: a citation itself, and lists and ranges of sections with their subdivisions.

"§§ 1324, 1325 and 1373(a)-(c)" is three citations; "10151-10158" is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation: where it stands, its ids from the narrowest to the widest, and its normal form.

    `ids` is empty where no id can be made from the words alone (a state's code, a bare bill number). `code` and
    `section` are the two halves of the normal form where it has them ("8 U.S.C.", "1373(a)"). `shared` says that
    several governments have papers of that name ("S.B. 54"), so that the words alone do not tell whose it is.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    normal: str
    score: float
    code: str = ""
    section: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section, or a range of sections, as it stands in the text; `subs` are the ids' subdivisions."""

    start: int
    end: int
    number: str
    subs: tuple[str, ...] = ()
    rest: str = ""
    many: bool = False

    @property
    def written(self) -> str:
        """The number with its subdivisions."""
        return self.number + self.rest

    @property
    def sign(self) -> str:
        """One sign for a section, two for a range."""
        return "§§" if self.many else "§"


AND: Final = r"(?:,\s*(?:and\s+)?|\s+(?:and|or|&)\s+)"
"""What stands between two things of a list."""
SIGN: Final = r"(?:(?P<plural>§§|[Ss]ections|[Ss]ecs\.|SECTIONS)|§|[Ss]ection|[Ss]ec\.?|SECTION)(?![A-Za-z])"
FEDERAL: Final = re.compile(r"(?P<number>\d+[A-Za-z]{0,3}(?:-\d+[A-Za-z]{0,2})?)(?!\w)")
REGULATION: Final = re.compile(r"(?P<number>\d+(?:\.\d+[a-z]?(?:-\d+[a-z]?)?)?)(?!\w)")
STATE: Final = re.compile(r"(?P<number>(?:\d\w{0,6}|[A-Z]\d)(?:[.:/-](?:\d\w{0,6}|[A-Z]\d{0,4}))*)(?!\w)")
_SUB: Final = r"\s?\((?:[A-Za-z]|aa|bb|cc|dd|ee|ff|gg|hh|jj|kk|[ivx]{2,5}|[IVX]{2,5}|\d{1,3}[A-Z]?)\)"
_SUBS: Final = re.compile(rf"(?:{_SUB})+")
_MORE_SUBS: Final = re.compile(
    rf"(?P<range>\s?[-–—]\s?|\s+(?:through|to)\s+)(?P<to>{_SUB})|(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)(?P<and>(?:{_SUB})+)"
)
_RANGE: Final = re.compile(r"(?:\s?[–—‑]\s?|-|\s+(?:through|thru|to)\s+)(?:§{1,2}\s?)?")
_SHORT_RANGE: Final = re.compile(r"\s+(?:to|through)\s+-(?P<number>\d+)(?!\w)")
_LINK: Final = re.compile(
    r"(?:\s?[,;]\s*(?:(?:and|or|&)\s+)?|\s+(?:and|or|&)\s+)(?P<sign>§{1,2}\s*|[Ss](?:ection|ec\.|ubpart)\s+)?"
)
_ANOTHER: Final = re.compile(r"\s*(?:U\.?\s?S\.|USC|C\.?\s?F\.?\s?R|F\.|Fed\.|Stat\.|%|percent)")


def shared(start: int, end: int, normal: str, score: float) -> Citation:
    """A paper of a name that papers of several governments bear."""
    return Citation(start, end, (), normal, score, normal, shared=True)


def on_list(
    match: re.Match[str], following: re.Pattern[str] | None, end: int
) -> Iterator[tuple[int, re.Match[str]]]:
    """A match and those that follow it on its list, each with where its own words begin.

    `following` matches what links two things and the next one, whose words its group `number` holds; it is None where
    the words say that there is one thing only.
    """
    start, one = match.start(), match
    yield start, one
    while following and (another := following.match(match.string, one.end(), end)):
        start, one = another.start("number"), another
        yield start, one


def reaching(found: Iterable[Citation], end: int) -> Iterator[Citation]:
    """Citations that name their law behind them: the words of the last go on to `end`."""
    *most, last = found
    yield from most
    yield replace(last, end=end)


def sections(
    text: str, at: int, end: int, shape: re.Pattern[str], *, plural: bool, start: int | None = None
) -> list[Section]:
    """The sections listed from `at` on, the first of them exactly there; none where no number stands.

    `plural` says that a plural sign went before, so that any number of about the same size goes on the list.
    Without it only numbers of the same make do ("2 CFR 200.339 and 200.340"). `start` is where the words before the
    first number begin that belong to it: its code, its sign.
    """
    found: list[Section] = []
    match = shape.match(text, at, end)
    while match:
        found.append(_section(text, match, end, shape, plural=plural))
        link = _LINK.match(text, found[-1].end, end)
        match = shape.match(text, link.end(), end) if link else None
        if link and match and not _goes_on(text, found[0], match, plural=plural or bool(link["sign"])):
            match = None
    if found and start is not None:
        found[0] = replace(found[0], start=start)
    return found


def subdivided(base: str, subs: tuple[str, ...]) -> tuple[str, ...]:
    """Ids from the narrowest subsection to the whole section."""
    return tuple(base + "".join(subs[:count]).lower() for count in range(len(subs), -1, -1))


def _goes_on(text: str, first: Section, match: re.Match[str], *, plural: bool) -> bool:
    if _ANOTHER.match(text, match.end()):
        return False
    return _alike(first.number, match["number"], plural=plural)


def _alike(one: str, other: str, *, plural: bool) -> bool:
    """Whether two numbers can belong to one list: the same make, or only the same size on a plural sign."""
    if plural:
        return abs(len(_whole(one)) - len(_whole(other))) <= 1
    marks, others = (re.sub(r"\w", "", number) for number in (one, other))
    return bool(marks) and marks == others


def _whole(number: str) -> str:
    return re.split(r"[.:/-]", number, maxsplit=1)[0]


def _section(text: str, match: re.Match[str], end: int, shape: re.Pattern[str], *, plural: bool) -> Section:
    number, at = match["number"], match.end()
    many = _hyphened(number, shape, plural=plural)
    if not many and (upto := _upto(text, at, end, shape, number)):
        return Section(match.start(), upto.end(), f"{number}-{upto['number']}", many=True)
    if "-" in number and (short := _SHORT_RANGE.match(text, at, end)):
        return Section(match.start(), short.end(), f"{number} to -{short['number']}", many=True)
    subs = _SUBS.match(text, at, end)
    if not subs or many:
        return Section(match.start(), at, number, many=many)
    rest, at = re.sub(r"\s", "", subs[0]), subs.end()
    ids = tuple(re.findall(r"\w+", rest))
    while more := _MORE_SUBS.match(text, at, end):
        rest += "-" + more["to"].strip() if more["range"] else ", " + re.sub(r"\s", "", more["and"])
        at, ids = more.end(), ids[:-1]
    return Section(match.start(), at, number, ids, rest)


def _upto(text: str, at: int, end: int, shape: re.Pattern[str], number: str) -> re.Match[str] | None:
    """The last section of a range that begins with `number`."""
    dash = _RANGE.match(text, at, end)
    match = shape.match(text, dash.end(), end) if dash else None
    if not match or not _alike(number, match["number"], plural=True) or _ANOTHER.match(text, match.end()):
        return None
    return match


def _hyphened(number: str, shape: re.Pattern[str], *, plural: bool) -> bool:
    """Whether the hyphen in a number makes a range ("10151-10158") or belongs to it ("2000d-1", "54-192h")."""
    left, hyphen, right = number.partition("-")
    if not hyphen or "-" in right:
        return False
    if shape is FEDERAL:
        return left.isdecimal() and right.isdecimal() and len(left) > 2 and len(right) > 1
    digits = _whole(left).isdecimal() and len(_whole(left)) > 2
    same = _whole(right) == _whole(left) or (plural and len(_whole(right)) == len(_whole(left)))
    tail = "." in left and right.isdecimal() and len(right) == len(left.rpartition(".")[2]) > 2
    return (digits and same) or tail
