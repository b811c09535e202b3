"""What a lawyer's citation says: `City of Chicago v. Sessions, 888 F.3d 272 (7th Cir. 2018)`, or one by docket number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.errors import BAD_OPTION, PursestringsError
from pursestrings.register.courts import court_cited
from pursestrings.register.models.courts import Case

_CITED: Final = re.compile(
    r"^(?:(?P<caption>.+? v\. [^,]+(?:, (?!No\.)[A-Z][^,]*)*?), )?"
    r"(?:No\. (?P<docket>\d\d [A-Z]{1,2} \d+|(?:[A-Z]{1,4}[ -])?[\w:.-]*\d[\w:.-]*)(?:, |(?= \()|$))?"
    r"(?:(?P<reporter>\d+ .+? \d+)(?:, (?:at )?\*?\d+(?:[-–]\d+)?)*)? ?"
    r"(?:\((?P<court>[^()]*?)(?P<when>(?:(?:[A-Z][a-z]{2,8}\.?) \d{1,2}, )?\d{4})\))?$"
)
_FILLER: Final = re.compile(
    r"\b(?:the )?(?:city and county|city|county|state|commonwealth|town|people) of (?:the )?", re.IGNORECASE
)
_OUR_OWN: Final = re.compile(r" \(.*|, FY.*")
"""What the register adds to a caption to tell two cases of one name apart."""

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY: Final = re.compile(r"([A-Za-z]+)\.? (\d{1,2}), (\d{4})")


@dataclass(frozen=True, slots=True)
class Citation:
    """The parts of a citation; what it does not say is None. `court` is an id of courts-db.

    `reporter` is where the decision begins; the pages that a citation points to in it are left out.
    """

    caption: str | None
    docket: str | None
    reporter: str | None
    court: str | None
    date: PartialDate | None


def parsed(text: str) -> Citation:
    """Take a citation apart; raise BAD_OPTION for what is none."""
    found = _CITED.match(" ".join(text.split()))
    if found is None or not (found["docket"] or found["reporter"]):
        hint = "Write it as 'City of Chicago v. Sessions, 888 F.3d 272 (7th Cir. 2018)' or with 'No. 3:17-cv-485'."
        raise PursestringsError(BAD_OPTION, what=f"{text!r} is no citation that can be read.", hint=hint)
    court = (found["court"] or "").strip()
    reporter = found["reporter"]
    return Citation(
        found["caption"],
        found["docket"],
        reporter,
        court_cited(court) if court else _of_reporter(reporter),
        _when(found["when"]) if found["when"] else None,
    )


def _of_reporter(reporter: str | None) -> str | None:
    """The court of the only reporter that belongs to one federal court alone."""
    return "scotus" if reporter and " U.S. " in reporter else None


def _when(text: str) -> PartialDate:
    day = _DAY.match(text)
    if day is None or day[1][:3].lower() not in _MONTHS:
        return PartialDate(int(text[-4:]))
    return PartialDate(int(day[3]), _MONTHS.index(day[1][:3].lower()) + 1, int(day[2]))


def slug(caption: str) -> str:
    """The id that a case's name makes: `City of Chicago v. Sessions` is chicago-v-sessions."""
    plain = unicodedata.normalize("NFKD", caption).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", _FILLER.sub("", plain).lower())
    return words.strip("-")


def cases_cited(cited: Citation, cases: Iterable[Case]) -> list[Case]:
    """The cases that a citation can mean: that of its docket number, else those of its name."""
    held = list(cases)
    if cited.docket:
        found = [case for case in held if any(_same(cited, one.court, one.docket) for one in case.courts)]
        if found:
            return found
    name = slug(cited.caption) if cited.caption else None
    return [case for case in held if name and slug(_OUR_OWN.sub("", case.caption)) == name]


def _same(cited: Citation, court: str, docket: str | None) -> bool:
    """Whether a docket is the one cited; judges' initials at its end tell nothing apart."""
    return (
        docket is not None
        and cited.docket is not None
        and (docket == cited.docket or docket.startswith(f"{cited.docket}-"))
        and cited.court in {None, court}
    )
