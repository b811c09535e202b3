"""A government's own rules on immigration, named by title or told by kind, place and day.

"The county's ordinance", "the mayor's Jan. 26 directive", "a 2019 law": which one that is follows from the places
that the text names and from the register's days. Where two fit, none is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents import Document
from pursestrings.documents.folding import folded
from pursestrings.documents.written_dates import MONTHS
from pursestrings.reading.era import Era
from pursestrings.reading.findings import AuthorityMention, PlaceMention
from pursestrings.reading.grammar.passages import sentence_spans
from pursestrings.reading.lexicon import Lexicon, words_of
from pursestrings.register.index import Register
from pursestrings.register.models.local import Policy, PolicyKind, Rule

Span = tuple[int, int]

_TITLED: Final = 0.85
_DATED: Final = 0.65
_ALONE: Final = 0.6
_DIRECTIVES: Final = frozenset(
    {PolicyKind.EXECUTIVE_ORDER, PolicyKind.POLICE_DIRECTIVE, PolicyKind.JAIL_DIRECTIVE}
)
_KINDS: Final[dict[str, frozenset[PolicyKind] | None]] = {
    "ordinance": frozenset({PolicyKind.ORDINANCE}),
    "resolution": frozenset({PolicyKind.RESOLUTION}),
    "directive": _DIRECTIVES,
    "memorandum": _DIRECTIVES,
    "executive order": frozenset({PolicyKind.EXECUTIVE_ORDER}),
    "law": frozenset({PolicyKind.ORDINANCE}),
    "policy": None,
    "decision": None,
}
"""What a noun can mean; None is any kind."""
_ALONE_TOO: Final = frozenset({"ordinance", "resolution"})
"""Nouns of local law alone; the others need a day or a year, as other governments have such things too."""
_NOUN: Final = re.compile(rf"\b(?P<kind>{'|'.join(_KINDS)})\b", re.IGNORECASE)
_MONTH: Final = "|".join(sorted((name for name in MONTHS), key=len, reverse=True))
_MONTH_DAY: Final = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>[0-3]?\d)\b(?!\s*,?\s*\d)", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<![\d,.$-])(?:19|20)\d\d(?![\d,.-]*\d)")
_NEAR: Final = 45
_COMPANY: Final = re.compile(
    r"\b(?:immigra\w*|ICE|detainers?|sanctuar\w*|deport\w*|undocumented|federal authorities|welcoming)\b"
    r"|Immigration and Customs"
)
_PROPOSED: Final = re.compile(
    r"\b(?:propos\w+|draft\w*|introduc\w+|would|consider\w*|calls? for|ballot|if (?:passed|approved))\b",
    re.IGNORECASE,
)
_FORMAL: Final = re.compile(r"(?:\bAct|[Oo]rdinance|\bBylaw|Policy|Directive)$")
_ANY: Final = re.compile(r"\bsanctuary(?:[ -](?:city|state|county))?[”’\"]?\s+$", re.IGNORECASE)
"""Says no more than what opponents and friends call any such rule."""
_OWN: Final = re.compile(r"['’]s?\s+(?:[“\"‘']?[\w-]+[”\"’']?\s+){0,4}")
_LEVELS: Final = {"the county": "county", "the city": "place", "the town": "place"}
_TAIL: Final = re.compile(
    r"\s*(?:\([^)]*\)|,? as (?:amended|kept) in \d{4}|, \d{4} (?:amendments?|revision))$"
)
_GENERIC: Final = frozenset(
    {"policy", "ordinance", "county", "sheriff", "resolution", "immigration", "sanctuary"}
)


@dataclass(frozen=True, slots=True)
class _Own:
    """A government's own rule; one of a state has no `kind`. `days` are those of its adoption and its effect."""

    id: str
    place: str
    kind: PolicyKind | None
    title: str
    citation: str
    start: PartialDate
    days: frozenset[PartialDate]
    until: PartialDate | None

    def lives(self, written: Era) -> bool:
        """Whether it may have been in force, or the talk of the day, when the document was written."""
        gone = self.until is not None and written.after(
            PartialDate(self.until.year + 1, self.until.month, None)
        )
        return written.knows(self.start) and not gone


def policies(
    document: Document, register: Register, named: Sequence[PlaceMention], written: Era
) -> list[AuthorityMention]:
    """The rules of the governments that the document names, each at the words that tell of it."""
    if not _COMPANY.search(document.text):
        return []
    places = {one.place for one in named if one.place}
    states = {"/".join(place.split("/")[:3]) for place in places}
    own = [rule for rule in _rules(register, places, states) if rule.lives(written)]
    if not own:
        return []
    called: dict[str | None, dict[str, None]] = defaultdict(dict)
    for one in named:
        called[one.place][one.name.split(",")[0]] = None
    titles: Lexicon[_Own] = Lexicon(
        (name, rule) for rule in own for name in _names(rule, called.get(rule.place, ()))
    )
    starts = [one.anchor.start for one in named]
    found: list[AuthorityMention] = []
    for start, end in sentence_spans(document):
        here = {
            one.place: one.anchor.end
            for one in named[bisect_left(starts, start) : bisect_left(starts, end)]
            if one.place and one.anchor.end <= end
        }
        for rule, span, score in _in_sentence(document.text, (start, end), own, here, titles, written):
            anchor = document.anchor(*span)
            found.append(AuthorityMention(document.id, score, anchor, rule.id, rule.citation))
    return found


def _rules(register: Register, places: Iterable[str], states: Iterable[str]) -> Iterator[_Own]:
    for place in sorted(places):
        for policy in register.policies.get(place, ()):
            if policy.kind is not PolicyKind.PRACTICE:
                yield _own(policy, place, policy.kind)
    for state in sorted(states):
        for rule in register.rules_of(state):
            yield _own(rule, state, None)


def _own(rule: Policy | Rule, place: str, kind: PolicyKind | None) -> _Own:
    days = frozenset(day for day in (rule.adopted, rule.effective_from) if day)
    start = min(days, key=lambda day: day.earliest, default=PartialDate(1))
    return _Own(
        rule.id, place, kind, rule.title, rule.citation or rule.title, start, days, rule.effective_until
    )


def _names(rule: _Own, governments: Iterable[str]) -> list[str]:
    """What a text calls it: its title, and that without the government's name."""
    title = _TAIL.sub("", rule.title)
    if rule.kind is None or not _FORMAL.search(title):
        return []
    bare = title
    for name in governments:
        bare = re.sub(rf"^{re.escape(name)}\s+", "", bare)
    return [name for name in {title, bare} if len(name.split()) > 1]


def _in_sentence(
    text: str, span: Span, own: list[_Own], here: Mapping[str, int], titles: Lexicon[_Own], written: Era
) -> Iterator[tuple[_Own, Span, float]]:
    taken: list[Span] = []
    for hit in titles.find(text, words_of(text, *span)):
        if rule := _one([one for one in hit.things if not here or one.place in here] or hit.things, written):
            taken.append((hit.start, hit.end))
            yield rule, (hit.start, hit.end), _TITLED
    if _PROPOSED.search(text, *span):
        return
    company = _COMPANY.search(text, *span) is not None
    for noun in _NOUN.finditer(text, *span):
        kind = folded(noun["kind"])
        if any(noun.start() < right and left < noun.end() for left, right in taken):
            continue
        fitting = [rule for rule in own if _is_kind(rule, kind)]
        if dated := _dated(text, span, noun.span(), fitting, written, company=company):
            yield dated
        elif company and kind in _ALONE_TOO:
            local = [
                one for one in fitting if one.kind is not None and _is_there(one, text[slice(*span)], here)
            ]
            rule = _one(local, written)
            if (
                rule
                and not _ANY.search(text, span[0], noun.start())
                and (
                    _is_owned(text, here.get(rule.place), noun.start()) or _is_sure(text[slice(*span)], rule)
                )
            ):
                yield rule, noun.span(), _ALONE


def _is_kind(rule: _Own, noun: str) -> bool:
    kinds = _KINDS[noun]
    if rule.kind is None:
        return noun == "law"
    return kinds is None or rule.kind in kinds


def _dated(
    text: str, sentence: Span, noun: Span, fitting: list[_Own], written: Era, *, company: bool
) -> tuple[_Own, Span, float] | None:
    """The only rule whose day stands beside the noun, or its year where the sentence has words of immigration."""
    left, right = max(sentence[0], noun[0] - _NEAR), min(sentence[1], noun[1] + _NEAR)
    for match in _MONTH_DAY.finditer(text, left, right):
        month, day = MONTHS[folded(match["month"])], int(match["day"])
        rules = [
            rule
            for rule in fitting
            if any((one.month, one.day) == (month, day) for one in rule.days) and _is_recent(rule, written)
        ]
        if len(rules) == 1:
            return rules[0], _around(noun, match.span()), _DATED
    if not company:
        return None
    for match in _YEAR.finditer(text, left, right):
        rules = [rule for rule in fitting if any(one.year == int(match[0]) for one in rule.days)]
        if len(rules) == 1:
            return rules[0], _around(noun, match.span()), _DATED
    return None


def _around(one: Span, other: Span) -> Span:
    return min(one[0], other[0]), max(one[1], other[1])


def _is_recent(rule: _Own, written: Era) -> bool:
    """Whether a day without a year can be its day: news tells those of the last year only."""
    return written.earliest is None or rule.start.latest.year >= written.earliest.year - 1


def _one(rules: Iterable[_Own], written: Era) -> _Own | None:
    """The only rule, or of one place's rules the only one that was in force."""
    living = list(rules)
    if len(living) > 1 and len({rule.place for rule in living}) == 1 and written.latest is not None:
        living = [
            rule for rule in living if rule.start.earliest <= written.latest and not written.after(rule.until)
        ]
    return living[0] if len(living) == 1 else None


def _is_there(rule: _Own, sentence: str, here: Mapping[str, int]) -> bool:
    """Whether it is of a place that the sentence names, or of the sort that it speaks of ("the county")."""
    if here:
        return rule.place in here
    return any(word in sentence.lower() and f"/{level}:" in rule.place for word, level in _LEVELS.items())


def _is_owned(text: str, place: int | None, noun: int) -> bool:
    """Whether the noun is called the place's own: "Denver's “welcoming city” ordinance"; `place` is its name's end."""
    return place is not None and _OWN.fullmatch(text, place, max(place, noun)) is not None


def _is_sure(sentence: str, rule: _Own) -> bool:
    """Whether the sentence tells what the rule is about, and nothing in it is of another year."""
    years = {int(match[0]) for match in _YEAR.finditer(sentence)}
    if years and rule.start.year not in years:
        return False
    place = rule.place.rpartition(":")[2].lower()
    words = re.findall(r"[a-z]{6,}", rule.title.lower())
    subject = {word[:6] for word in words if word not in _GENERIC and word not in place}
    return any(word[:6] in subject for word in re.findall(r"[a-z]{6,}", sentence.lower()))
