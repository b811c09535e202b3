"""Happenings in the machinery: who threatened, wrote, sued, ruled, listed, voted, and when.

Each kind has triggers, words that announce it, and most need company: a "threat" counts where money or
prosecution stands in the same sentence. Who acts is named before the trigger, whom it meets after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading.findings import DateMention, EventMention, Person, PlaceMention
from pursestrings.reading.phrases import clause

Span = tuple[int, int]

_MONEY: Final = r"fund\w*|grants?|mone(?:y|ys|ies)|dollars?|aid|defund\w*|\$\d[\d.,]*|budget"
_FORCE: Final = r"prosecut\w+|charg\w+|arrest\w+|jail\w*|lawsuit|sue|legal action|subpoena\w*|penalt\w+|punish\w*|consequences"
_SANCTUARY: Final = (
    r"sanctuar\w+|immigra\w+|ICE|detainer\w*|trust act|deport\w+|undocumented|federal authorities"
)


@dataclass(frozen=True, slots=True)
class _Trigger:
    """Words that announce an event; `company` is what else the sentence must hold, if anything."""

    event: str
    words: re.Pattern[str]
    company: re.Pattern[str] | None = None
    score: float = 0.7

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the company stands in the sentence."""
        return self.company is None or self.company.search(text, start, end) is not None


def _trigger(event: str, words: str, company: str | None = None, score: float = 0.7) -> _Trigger:
    near = re.compile(rf"(?<!\w)(?:{company})(?!\w)", re.IGNORECASE) if company else None
    return _Trigger(event, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), near, score)


_TRIGGERS: Final = (
    _trigger(
        "threat",
        r"threat(?:s|en|ens|ened|ening)?|warn(?:s|ed|ing)?|vow(?:s|ed)?",
        f"{_MONEY}|{_FORCE}|cut|strip|withhold",
        0.75,
    ),
    _trigger(
        "threat",
        r"risk(?:s|ed|ing)? (?:of )?losing|could (?:lose|be at stake|be denied|be cut)|at stake|may lose|stands? to lose",
        _MONEY,
        0.6,
    ),
    _trigger(
        "threat",
        r"(?:intentions?|plan(?:s|ned)?|efforts?|moves?|push|seek(?:s|ing)?) to (?:pull|cut|strip|withhold|deny|block|punish|defund)",
        f"{_MONEY}|{_SANCTUARY}",
        0.65,
    ),
    _trigger(
        "announcement",
        r"announc(?:e|es|ed|ing|ements?)|unveil(?:s|ed)?|issued (?:new )?(?:rules|guidance|conditions|a memo\w*)"
        r"|(?:memo|guidance|rules|policy) released",
    ),
    _trigger(
        "announcement",
        r"(?:will|would) (?:now )?(?:require|impose|demand|deny|bar|stop|begin|have to)",
        f"{_MONEY}|compl(?:y|iance)",
        0.55,
    ),
    _trigger(
        "letter",
        r"(?:sen[dt]s?|sending|wrote|writes|mailed|received|issued|got) (?:\w+ ){0,3}letters?"
        r"|letters? (?:to|from|sent|demanding|asking|dated)|in (?:\w+ ){1,3}letters?",
    ),
    _trigger(
        "list",
        r"named|listed|identified|singled out|designated|lists|names|naming|listing",
        r"report|list\b|sanctuar\w+|jurisdictions? (?:that|with)|policies that|as (?:cities|places|counties|jurisdictions)",
        0.65,
    ),
    _trigger("list", r"(?:on|to|from|in) (?:that|the|a|its|this) (?:\w+ ){0,2}list"),
    _trigger(
        "lawsuit",
        r"sued|sues|suing|to sue|(?:filed|filing|brought|joined) (?:a |an |the |its |their )?(?:\w+ ){0,2}(?:law ?suits?|suits?"
        r"|complaint|challenge)",
        None,
        0.8,
    ),
    _trigger(
        "lawsuit",
        r"law ?suits?|(?:went|gone|taken \w+|goes) to court|(?:legal|court) challenges?|plaintiffs?",
        None,
        0.6,
    ),
    _trigger(
        "ruling",
        r"ruled|ruling|rulings|injunctions?|restraining order|struck down|strikes down"
        r"|(?:judge|court|justices|panel) (?:\w+ ){0,3}(?:block(?:ed|s)|halt(?:ed|s)|order(?:ed|s)|sided|upheld|reversed"
        r"|dismissed|found|held|stayed|vacated|enjoined|decided|barred)"
        r"|(?:blocked|halted|enjoined|stayed|upheld|dismissed|overturned) by (?:a |the )?(?:\w+ ){0,3}(?:judge|court)",
        None,
        0.75,
    ),
    _trigger("policy", r"ordinances?|resolutions?", _SANCTUARY, 0.65),
    _trigger(
        "policy",
        r"(?:sanctuary|trust|welcoming) (?:city |state |county )?(?:polic(?:y|ies)|law|order|act|status|designation)"
        r"|(?:adopt|pass|enact|approv|sign|rescind|repeal|chang|revis|issu)\w* (?:\w+ ){0,4}(?:polic(?:y|ies)|(?<!executive )orders?|directives?)",
        f"{_SANCTUARY}|police|status",
        0.6,
    ),
    _trigger(
        "bill",
        r"(?:bill|legislation)s?|(?:[a-z]+ ){1,4}act",
        r"legislat\w+|senat\w+|house|lawmaker\w*|pass(?:ed|es|ing)?|congress|statehouse|sponsor\w*|committee|governor|vot\w+"
        r"|pending|introduc\w+|sign(?:ed)?",
        0.6,
    ),
    _trigger(
        "vote",
        r"vot(?:ed|es|ing|e) (?:\w+ ){0,2}(?:\d+[-–]\d+|to|on|for|against|unanimously|down)"
        r"|(?:approved|passed|adopted|rejected) (?:\w+ ){0,4}(?:\d+[-–]\d+|unanimously)|\d+[-–]\d+ vote|unanimous vote",
        None,
        0.75,
    ),
    _trigger(
        "award",
        r"(?<!funds )(?<!grants )(?<!money )award(?:ed|ing)|awards \$|(?:received|receives|won|granted|given|got) (?:\w+ ){0,4}(?:grants?|funding|\$[\d.,]+(?: \w+)?)",
        f"{_MONEY}|federal|department",
        0.6,
    ),
)
_AGENCY: Final = re.compile(
    r"(?:the )?(?:(?:U\.?S\.?|[A-Z][a-z]+) )?(?:Department of [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,2}|(?:[A-Z]\w+ ){1,2}Department"
    r"|[A-Z]\w+ [Aa]dministration|Immigration and Customs Enforcement|Office of [A-Z]\w+(?: [A-Z]\w+){0,2})"
    r"|\b(?:DHS|DOJ|ICE|Congress|White House|ACLU)\b"
    r"|(?:[Aa] |[Tt]he )?(?:[Ff]ederal|U\.S\. [Dd]istrict) (?:[Jj]udge|[Cc]ourt)|(?:[A-Z]\w+ )?(?:Supreme (?:Judicial )?|Circuit |[Aa]ppeals )[Cc]ourt(?: of Appeals)?"
)
_COURT: Final = re.compile(r"\b(?:court|judge)\b", re.IGNORECASE)
_SENT: Final = frozenset({"letter", "threat", "award"})
_JOINED: Final = re.compile(r"\s*(?:,|and|,\s*and|&)\s*")
_GIVEN_TO: Final = re.compile(r"\s+(?:by|from|of|that)\s+(?:(?:the|a|[A-Z][\w.]*)\s+){0,4}")
_RELATIVE: Final = re.compile(r",\s+(?:which|who|whose|where)\s[^,]+,")
_OWNS: Final = re.compile(r"['’]s?\s+(?:[\w’'-]+\s+){2}")


@dataclass(frozen=True, slots=True)
class _Actor:
    start: int
    end: int
    name: str
    place: bool


def events(
    document: Document,
    spans: Iterable[Span],
    places: Sequence[PlaceMention],
    people: Sequence[Person],
    dates: Sequence[DateMention],
) -> list[EventMention]:
    """The events told in the sentences `spans`; one told twice with the same parties counts once."""
    found: dict[tuple[str, tuple[str, ...], tuple[str, ...], str | None], EventMention] = {}
    for start, end in spans:
        actors = _actors(document, start, end, places, people)
        for event in _in_sentence(document, start, end, actors, dates):
            found.setdefault((event.event, event.who, event.to, event.when), event)
    return sorted(found.values(), key=lambda event: (event.anchor.start, event.event))


def _in_sentence(
    document: Document, start: int, end: int, actors: list[_Actor], dates: Sequence[DateMention]
) -> Iterator[EventMention]:
    seen: set[str] = set()
    for trigger in _TRIGGERS:
        match = trigger.words.search(document.text, start, end)
        if match is None or trigger.event in seen or not trigger.fits(document.text, start, end):
            continue
        seen.add(trigger.event)
        yield _event(document, trigger, match.span(), (start, end), actors, dates)


def _event(
    document: Document,
    trigger: _Trigger,
    span: Span,
    sentence: Span,
    actors: list[_Actor],
    dates: Sequence[DateMention],
) -> EventMention:
    who, to = _parties(document.text, trigger.event, span, sentence, actors)
    when = [date for date in dates if sentence[0] <= date.anchor.start < sentence[1] and _tells_when(date)]
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


def _parties(
    text: str, event: str, span: Span, sentence: Span, actors: list[_Actor]
) -> tuple[list[_Actor], list[_Actor]]:
    """Who acts and whom it meets."""
    leading = [actor for actor in actors if actor.end <= span[0]]
    trailing = [actor for actor in actors if actor.start >= span[1]]
    who = _named_behind(text, span, trailing) or _subjects(text, span, sentence, leading)
    if event == "ruling":
        who = [actor for actor in actors if _COURT.search(actor.name)][:1]
    if event == "list":
        listed = [actor for actor in trailing if actor.place] or [actor for actor in leading if actor.place]
        return [actor for actor in who if not actor.place], listed
    if event in _SENT:
        who = who or [actor for actor in trailing if not actor.place][:1]
        return who, [actor for actor in trailing if actor.place]
    return who, []


def _named_behind(text: str, span: Span, trailing: list[_Actor]) -> list[_Actor]:
    """The one to whom a noun is given: "a threat by …", "threats that … might withhold"."""
    if trailing and _GIVEN_TO.fullmatch(text[span[1] : trailing[0].start]):
        return trailing[:1]
    return []


def _subjects(text: str, span: Span, sentence: Span, leading: list[_Actor]) -> list[_Actor]:
    """The actors before the trigger: past a relative clause, never one who only owns something else."""
    relative = _RELATIVE.search(text, sentence[0], span[0])
    if relative and any(actor.end <= relative.start() for actor in leading):
        leading = [actor for actor in leading if actor.end <= relative.start()]
    free = [actor for actor in leading if not _OWNS.match(text[actor.end : span[0]])]
    return _coordinated(text, free)


def _coordinated(text: str, leading: list[_Actor]) -> list[_Actor]:
    """The actor nearest before the trigger, with those joined to it by commas and "and"."""
    chosen: list[_Actor] = []
    for actor in reversed(leading):
        if chosen and not _JOINED.fullmatch(text[actor.end : chosen[0].start]):
            break
        chosen.insert(0, actor)
    return chosen


def _actors(
    document: Document, start: int, end: int, places: Sequence[PlaceMention], people: Sequence[Person]
) -> list[_Actor]:
    """Everyone in the sentence who can act, from the left; a person's place gives way to the person."""
    text = document.text
    found = [
        _Actor(*match.span(), _name(match[0]), place=False) for match in _AGENCY.finditer(text, start, end)
    ]
    for person in people:
        surname = person.name.split()[-1]
        found += [
            _Actor(start + match.start(), start + match.end(), person.name, place=False)
            for match in re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", text[start:end])
        ]
    named: list[_Actor] = []
    for place in places:
        if place.place and start <= place.anchor.start < end and not _tells_state(text, named, place):
            named.append(_Actor(place.anchor.start, place.anchor.end, place.place, place=True))
    found += [
        one for one in named if all(one.end <= other.start or other.end <= one.start for other in found)
    ]
    return sorted(found, key=lambda actor: (actor.start, actor.end))


def _tells_state(text: str, named: list[_Actor], place: PlaceMention) -> bool:
    """Whether a state stands behind a place only to say where that lies: "Evanston, Illinois"."""
    if not named or place.place is None:
        return False
    gap = text[named[-1].end : place.anchor.start]
    return gap.strip() == "," and named[-1].name.startswith(f"{place.place}/")


def _name(words: str) -> str:
    return re.sub(r"^(?:the|a)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def _what(text: str, span: Span, sentence: Span) -> str | None:
    """The words from the trigger on, at most twelve; before it where it ends the sentence."""
    rest = re.findall(r"[\w$%][\w’'&./-]*", text[span[0] : sentence[1]])[:12]
    return " ".join(rest) if len(rest) > 2 else clause(text, sentence[0], span[1])
