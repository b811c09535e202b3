"""Happenings in the machinery: who threatened, wrote, sued, ruled, listed, voted, and when.

What is denied, and what only may come, is no event. Who acts is the subject of the clause; whom it meets is told
behind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading.events.actors import Actor, Actors, Span
from pursestrings.reading.events.parties import parties
from pursestrings.reading.events.triggers import TRIGGERS, Trigger, happens, may_tell
from pursestrings.reading.findings import DateMention, EventMention, Person, PlaceMention
from pursestrings.reading.people.name_runs import is_given
from pursestrings.reading.quantities.phrases import clause

_LOCAL_BODY: Final = re.compile(
    r"\b(?:commission(?:ers)?|supervisors|(?:city|town|county) council|council ?members|councilors|aldermen|selectmen|trustees)\b",
    re.IGNORECASE,
)
_SURNAME: Final = re.compile(r"\s+(?:(?:de|van|von|del)\s+)?[A-Z][\w’'-]*[a-z]")
_CAPITAL_BEFORE: Final = re.compile(r"[A-Z][\w’'-]*\s+$")
_WORD: Final = 24
"""How far back the word before a trigger may begin."""
_STATE_DEPTH: Final = 2
"""Slashes in the id of a state; those of its local governments have more."""


def events(
    document: Document,
    spans: Iterable[Span],
    places: Sequence[PlaceMention],
    people: Sequence[Person],
    dates: Sequence[DateMention],
) -> list[EventMention]:
    """The events told in the sentences `spans`; one told twice with the same parties counts once."""
    found: dict[tuple[str, tuple[str, ...], tuple[str, ...], str | None], EventMention] = {}
    able, local = Actors(document, places, people), _first_named(places)
    starts = [one.anchor.start for one in dates]
    for start, end in spans:
        if not may_tell(document.text[start:end]):
            continue
        here = dates[bisect_left(starts, start) : bisect_left(starts, end)]
        for told in _in_sentence(document, start, end, able.within(start, end), here):
            event = _of_local_body(document.text, told, (start, end), local)
            found.setdefault((event.event, event.who, event.to, event.when), event)
    return sorted(found.values(), key=lambda event: (event.anchor.start, event.event))


def _first_named(places: Iterable[PlaceMention]) -> list[tuple[int, str]]:
    """Where each local government is named for the first time, in order."""
    first: dict[str, int] = {}
    for one in places:
        if one.place and one.place.count("/") > _STATE_DEPTH:
            first.setdefault(one.place, one.anchor.start)
    return sorted((start, place) for place, start in first.items())


def _of_local_body(
    text: str, event: EventMention, sentence: Span, local: Sequence[tuple[int, str]]
) -> EventMention:
    """A vote of "the supervisors" is of the only local government named up to there."""
    if event.event != "vote" or event.who or not _LOCAL_BODY.search(text, *sentence):
        return event
    named = [place for start, place in local[:2] if start < sentence[1]]
    return replace(event, who=tuple(named)) if len(named) == 1 else event


def _in_sentence(
    document: Document, start: int, end: int, actors: list[Actor], dates: Sequence[DateMention]
) -> Iterator[EventMention]:
    seen: set[str] = set()
    for trigger in TRIGGERS:
        match = _told(document.text, start, end, trigger, actors)
        if match is None or trigger.event in seen or not trigger.fits(document.text, start, end):
            continue
        seen.add(trigger.event)
        yield _event(document, trigger, match.span(), (start, end), actors, dates)


def _told(text: str, start: int, end: int, trigger: Trigger, actors: list[Actor]) -> re.Match[str] | None:
    """The trigger's first words in the sentence that tell of a thing done and are no part of a name ("Bill")."""
    for match in trigger.words.finditer(text, start, end):
        in_name = match[0].istitle() and (
            any(actor.start <= match.start() < actor.end for actor in actors if not actor.place)
            or _is_given_name(text, match)
        )
        if not in_name and happens(text, start, trigger, match):
            return match
    return None


def _is_given_name(text: str, match: re.Match[str]) -> bool:
    """Whether a trigger is the given name of somebody who is no actor: "Bill Roe", but "Senate Bill Nine"."""
    if not is_given(match[0].lower()) or _SURNAME.match(text, match.end()) is None:
        return False
    return _CAPITAL_BEFORE.search(text, max(0, match.start() - _WORD), match.start()) is None


def _event(
    document: Document,
    trigger: Trigger,
    span: Span,
    sentence: Span,
    actors: list[Actor],
    dates: Sequence[DateMention],
) -> EventMention:
    who, to = parties(document.text, trigger, span, sentence, actors)
    when = [date for date in dates if _tells_when(date)]
    return EventMention(
        document=document.id,
        score=trigger.score,
        anchor=document.anchor(*span),
        event=trigger.event,
        who=tuple(dict.fromkeys(actor.name for actor in who)),
        to=tuple(dict.fromkeys(actor.name for actor in to)),
        when=when[0].date if when else None,
        what=_what(document.text, span, sentence),
    )


def _tells_when(date: DateMention) -> bool:
    return not date.deadline and date.precision != "year"


def _what(text: str, span: Span, sentence: Span) -> str | None:
    """The words from the trigger on, at most twelve; before it where it ends the sentence."""
    rest = re.findall(r"[\w$%][\w’'&./-]*", text[span[0] : sentence[1]])[:12]
    return " ".join(rest) if len(rest) > 2 else clause(text, sentence[0], span[1])
