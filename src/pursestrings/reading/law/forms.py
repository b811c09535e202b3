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

    @property
    def ranging(self) -> bool:
        """Whether it is of all sections from one to another."""
        return " §§ " in self.normal


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
_END: Final = r"(?![A-Za-z\d_])"
"""Where a number ends; the raised figure of a footnote is none of it."""
FEDERAL: Final = re.compile(rf"(?P<number>\d+[A-Za-z]{{0,3}}(?:[-‑–]\d+[A-Za-z]{{0,2}}(?![-‑–]\d))?){_END}")
REGULATION: Final = re.compile(rf"(?P<number>\d+(?:\.\d+[a-z]?(?:[-‑]\d+[a-z]?(?!\.?\d))?)?){_END}")
_FIRST: Final = r"(?:\d[A-Za-z\d]{0,6}|[A-Z]\d)"
_NEXT: Final = r"(?:\d[A-Za-z\d]{0,6}|[A-Z]\d{0,4})"
# Many printers set a dash for each hyphen of a number; where it has hyphens as well, a dash makes a range.
STATE: Final = re.compile(
    rf"(?P<number>{_FIRST}(?:[.:/]{_NEXT})*(?:–{_NEXT}(?:[.:/]{_NEXT})*)+(?!-[A-Z\d])"
    rf"|{_FIRST}(?:[.:/‑-]{_NEXT})*(?:(?:(?<=-\d)|(?<=-\d\d)),\d{{3}}[a-z]?(?!,\d))?){_END}"
)
_SUB: Final = (
    r"[^\S\n]?\((?:[A-Za-z](?:-?\d)?|aa|bb|cc|dd|ee|ff|gg|hh|jj|kk|[ivx]{2,5}|[IVX]{2,5}|\d{1,3}[A-Z]?)\)"
)
SUBS: Final = re.compile(rf"(?:{_SUB})+")
_MORE_SUBS: Final = re.compile(
    rf"(?P<range>\s?[-–—]\s?|\s+(?:through|to)\s+)(?P<to>{_SUB})|(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)(?P<and>(?:{_SUB})+)"
)
_RANGE: Final = re.compile(r"(?:\s?[–—‑]\s?|-|\s+(?:through|thru|to)\s+)(?:§{1,2}\s?)?")
_SHORT_RANGE: Final = re.compile(r"\s+(?:to|through)\s+[-‑–](?P<number>\d+)(?!\w)")
_POINT_RANGE: Final = re.compile(r"(?:\s?[-‑–—]\s?|\s+(?:through|to)\s+)(?P<number>\.\d+[a-z]?)(?!\w)")
_PLAIN: Final = str.maketrans("‑–", "--")
_LINK: Final = re.compile(
    r"(?:\s?[,;]\s*(?:(?:and|or|&)\s+)?|\s+(?:and|or|&)\s+)(?P<sign>§{1,2}\s*|[Ss](?:ection|ec\.|ubpart)\s+)?"
)
ET_SEQ: Final = re.compile(r",?\s+et\.?\s+seq\b\.?")
"""What goes on from a section to the end of its law."""
_ANOTHER: Final = re.compile(
    r"\s+of\s+[Cc]hapter\b|\s*(?:U\.?\s?S\.|USC|C\.?\s?F\.?\s?R|F\.|Fed\.|Stat\.|%|percent|(?:m|b|tr)illion)"
)


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
    match, first = shape.match(text, at, end), start
    while match:
        found.append(_section(text, match, end, shape, plural=plural))
        if first is not None:
            found[-1] = replace(found[-1], start=first)
        link = _LINK.match(text, found[-1].end, end)
        match = shape.match(text, link.end(), end) if link else None
        if link and match and not _goes_on(text, found[0].number, match, plural=plural or bool(link["sign"])):
            match = None
        first = link.start("sign") if link and link["sign"] else None
    return found


def subdivided(base: str, subs: tuple[str, ...]) -> tuple[str, ...]:
    """Ids from the narrowest subsection to the whole section."""
    return tuple(base + "".join(subs[:count]).lower() for count in range(len(subs), -1, -1))


def _goes_on(text: str, first: str, match: re.Match[str], *, plural: bool) -> bool:
    """Whether a number belongs to a list or a range that begins with the number `first`."""
    if _ANOTHER.match(text, match.end()):
        return False
    return _alike(first, match["number"].translate(_PLAIN), plural=plural)


def _alike(one: str, other: str, *, plural: bool) -> bool:
    """Whether two numbers can belong to one list: the same make, or only the same size on a plural sign."""
    marks, others = (re.sub(r"\w", "", number) for number in (one, other))
    if marks and marks == others:
        return True
    return plural and abs(len(_whole(one)) - len(_whole(other))) <= 1


def _whole(number: str) -> str:
    return re.split(r"[.:/-]", number, maxsplit=1)[0]


def _section(text: str, match: re.Match[str], end: int, shape: re.Pattern[str], *, plural: bool) -> Section:
    number, at = match["number"].translate(_PLAIN), match.end()
    if _hyphened(number, shape, plural=plural):
        return Section(match.start(), at, _in_full(number), many=True)
    if upto := _upto(text, at, end, shape, number):
        last = upto["number"].translate(_PLAIN)
        return Section(match.start(), upto.end(), f"{number}-{last}", many=True)
    if "-" in number and (short := _SHORT_RANGE.match(text, at, end)):
        return Section(match.start(), short.end(), f"{number} to -{short['number']}", many=True)
    stem, point, _ = number.rpartition(".")
    if point and (short := _POINT_RANGE.match(text, at, end)):
        return Section(match.start(), short.end(), f"{number}-{stem}{short['number']}", many=True)
    subs = SUBS.match(text, at, end)
    if not subs:
        return Section(match.start(), at, number)
    rest, at = re.sub(r"\s", "", subs[0]), subs.end()
    ids = tuple(re.findall(r"\w+", rest))
    while more := _MORE_SUBS.match(text, at, end):
        rest += "-" + more["to"].strip() if more["range"] else ", " + re.sub(r"\s", "", more["and"])
        at, ids = more.end(), ids[:-1]
    return Section(match.start(), at, number, ids, rest)


def _in_full(span: str) -> str:
    """A range with the figures that its last number leaves out.

    >>> _in_full("1373-74"), _in_full("10151-10158"), _in_full("7284-7284.12")
    ('1373-1374', '10151-10158', '7284-7284.12')
    """
    first, _, last = span.partition("-")
    missing = len(first) - len(last)
    return f"{first}-{first[:missing]}{last}" if missing > 0 and span.replace("-", "").isdecimal() else span


def _upto(text: str, at: int, end: int, shape: re.Pattern[str], number: str) -> re.Match[str] | None:
    """The last section of a range that begins with `number`."""
    dash = _RANGE.match(text, at, end)
    match = shape.match(text, dash.end(), end) if dash else None
    return match if match and _goes_on(text, number, match, plural=True) else None


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
    points = "." in left and "." in right and _whole(right) == _whole(left)
    return (digits and same) or tail or points
