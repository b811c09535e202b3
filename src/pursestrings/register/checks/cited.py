"""Courts and citations, held against the lists of the field: courts-db and eyecite, where these are installed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec

from pursestrings.dates import PartialDate
from pursestrings.errors import FIELD_WRONG, PursestringsError
from pursestrings.register.checks.walk import wrong
from pursestrings.register.courts import courts as known_courts
from pursestrings.register.files import Entry, Files
from pursestrings.register.models.courts import Case
from pursestrings.register.references import Path


def unheld() -> bool:
    """Whether courts and citations go unchecked, because the lists of the field are not installed."""
    return not known_courts() or find_spec("eyecite") is None


def courts(files: Files) -> Iterator[PursestringsError]:
    """Courts that courts-db does not know, or that did not sit on the day."""
    if not known_courts():
        return
    for entry, case in _cases(files):
        for index, docket in enumerate(case.courts):
            yield from _sat(entry, ("courts", index, "court"), docket.court, docket.filed)
        for index, act in enumerate(case.acts):
            yield from _sat(entry, ("acts", index, "court"), act.court, act.date)


def _sat(entry: Entry, path: Path, court: str, day: PartialDate | None) -> Iterator[PursestringsError]:
    known = known_courts().get(court)
    if known is None:
        hint = "Find its id at courtlistener.com/help/api/jurisdictions, such as cand or ca9."
        yield wrong(FIELD_WRONG, entry, path, why=f"there is no court {court!r}", hint=hint)
    elif day is not None and not any(_spans(one, day) for one in known["dates"]):
        hint = "Correct the court or the date."
        yield wrong(FIELD_WRONG, entry, path, why=f"{known['name']} did not sit on {day}", hint=hint)


def _spans(span: dict[str, str | None], day: PartialDate) -> bool:
    start, end = span["start"], span["end"]
    begun = start is None or PartialDate.parse(start).earliest <= day.latest
    return begun and (end is None or day.earliest <= PartialDate.parse(end).latest)


def citations(files: Files) -> Iterator[PursestringsError]:
    """Citations of decisions that eyecite cannot read, so that nobody could look them up."""
    if find_spec("eyecite") is None:
        return
    for entry, case in _cases(files):
        for index, act in enumerate(case.acts):
            if act.citation and not _reads(act.citation):
                why = f"{act.citation!r} is no citation that can be read"
                hint = "Write volume, reporter and page: 888 F.3d 272, or 2018 WL 4268817."
                yield wrong(FIELD_WRONG, entry, ("acts", index, "citation"), why=why, hint=hint)


@cache
def _reads(citation: str) -> bool:
    from eyecite import get_citations
    from eyecite.models import CaseCitation

    return any(isinstance(found, CaseCitation) for found in get_citations(citation))


def _cases(files: Files) -> Iterator[tuple[Entry, Case]]:
    for entry in files.entries:
        if isinstance(entry.thing, Case):
            yield entry, entry.thing
