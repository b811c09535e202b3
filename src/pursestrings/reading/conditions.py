"""Which condition a sentence is about: by its names, by what it demands, by the program and the time.

The same demand comes back year after year under new ids. A sentence says what is demanded ("notice before
release"), the document says of which money; the set of conditions that answers most of what is demanded, and
that existed when the document was written, is the one meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pursestrings.documents import Document
from pursestrings.documents.sentences import sentences
from pursestrings.reading.descriptions import Description, Span, described
from pursestrings.reading.era import Era
from pursestrings.reading.findings import ConditionMention
from pursestrings.reading.law import Mention
from pursestrings.reading.lexicon import Lexicon, words_of
from pursestrings.register.index import Register
from pursestrings.register.models.law import Binds, Condition, Duty

_GRANTS: Final = re.compile(r"\b(?:grants?|funding)\b")
_BY_NAME: Final = 0.7
_BY_DUTY: Final = 0.6
_IMMIGRATION: Final = "immigra*|ICE|Homeland Security|DHS|federal agents|federal authorities|deport*|alien*"

# What the duties of the codebook sound like in news and letters.
DUTY_WORDS: Final[dict[Duty, tuple[Description, ...]]] = {
    Duty.RELEASE_NOTICE: (
        (
            "notice|notif*|alert*|warning|tell|inform|informed|informing",
            "releas*|let go|freed|freeing",
            _IMMIGRATION,
        ),
        (
            "48 hours*|48-hour|forty-eight hours*|two days*",
            "notice|notif*|warning",
            "releas*|custody|detain*",
        ),
    ),
    Duty.JAIL_ACCESS: (
        (
            "access|enter|into|entry|inside",
            "jail*|detention|detained|correction*|prison*|lockup*|custody facilit*",
            _IMMIGRATION,
        ),
    ),
    Duty.DETAINER: (("detainer*", "honor*|comply*|refus*|reject*|decline*|heed*|ignor*|hold*|held"),),
    Duty.SHARE_STATUS: (
        (
            "immigration status|citizenship status|citizenship or immigration|immigration information",
            "shar*|communicat*|exchang*|send*|inform|information|block*|prohibit*|withhold*",
        ),
        ("1373", "comply*|complian*|violat*|certif*|condition*|require*"),
    ),
    Duty.PARTICIPATE_287G: (("287(g)|287g", "join*|sign*|participat*|agree*|partner*"),),
}
Family = tuple[tuple[str, ...], tuple[int, ...], str]
"""Programs, fiscal years and instrument."""

_YEAR: Final = re.compile(r"\b(?:FY|[Ff]iscal(?: [Yy]ear)?)\s*(?P<year>20\d\d|['’]?\d\d)\b")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A stretch that speaks of some demand, and the conditions that it fits. `telling`: needs no program."""

    start: int
    end: int
    conditions: tuple[Condition, ...]
    score: float
    telling: bool


class ConditionIndex:
    """The register's conditions by name, description and duty."""

    def __init__(self, register: Register) -> None:
        """Index the register."""
        conditions = sorted(register.conditions.values(), key=lambda condition: condition.id)
        self._names: Lexicon[Condition] = Lexicon(
            (name, condition) for condition in conditions for name in (condition.name, *condition.names)
        )
        self._programs = {program for condition in conditions for program in condition.programs}
        self._agencies = {
            program: _agency(register.programs[program].agency) for program in sorted(self._programs)
        }
        self._described = [condition for condition in conditions if condition.described_as]
        self._by_duty: dict[Duty, tuple[Condition, ...]] = {
            duty: tuple(
                one
                for one in conditions
                if one.binds is Binds.RECIPIENTS and any(part.duty is duty for part in one.requirements)
            )
            for duty in DUTY_WORDS
        }

    def mentions(self, document: Document, law: Sequence[Mention], written: Era) -> list[ConditionMention]:
        """The conditions spoken of, in order."""
        named = {mention.id for mention in law if mention.id}
        money = named & self._programs
        guessed = not money
        possible = (
            _possible(sign, named | (self._of_agency(document.text) if guessed else set()), written)
            for sign in self._signs(document)
        )
        near = _programs_by_block(document, law)
        signs = [_of_its_paragraph(sign, near) for sign in possible if sign]
        chosen = _chosen(signs, _years(document, signs), written)
        if guessed:
            chosen = _borne_out(signs, chosen, named)
        found = [
            ConditionMention(document.id, sign.score, document.anchor(sign.start, sign.end), condition.id)
            for sign in signs
            for condition in sign.conditions
            if _family(condition) in chosen
        ]
        return _without_doubles(found)

    def _of_agency(self, text: str) -> set[str]:
        """Programs of the agencies whose grants the text speaks of, where it names no program."""
        if not _GRANTS.search(text):
            return set()
        return {program for program, agency in self._agencies.items() if agency.search(text)}

    def _signs(self, document: Document) -> Iterator[_Sign]:
        for block in document.paragraphs():
            for start, end in sentences(document.text, block.start, block.end):
                yield from self._in_sentence(document.text, start, end)

    def _in_sentence(self, text: str, start: int, end: int) -> Iterator[_Sign]:
        for hit in self._names.find(text, words_of(text, start, end)):
            yield _Sign(hit.start, hit.end, hit.things, _BY_NAME, telling=False)
        for condition in self._described:
            if span := described(text, start, end, condition.described_as):
                yield _Sign(*span, (condition,), _BY_DUTY, telling=True)
        for duty, words in DUTY_WORDS.items():
            if span := described(text, start, end, words):
                yield _Sign(*span, self._by_duty[duty], _BY_DUTY, telling=False)


def _agency(name: str) -> re.Pattern[str]:
    """An agency's name as news writes it: Department of Justice, Justice Department."""
    first = name.split(",")[0]
    forms = [first, f"{first.removeprefix('Department of ')} Department"]
    return re.compile("|".join(map(re.escape, forms)))


def _possible(sign: _Sign, named: set[str], written: Era) -> _Sign | None:
    """The sign with those conditions only that existed, and whose money or paper the document names."""
    left = tuple(
        condition
        for condition in sign.conditions
        if written.knows(condition.announced)
        and not (condition.ends and written.after(condition.ends.on))
        and (sign.telling or named & {condition.instrument, *condition.programs})
    )
    return _Sign(sign.start, sign.end, left, sign.score, sign.telling) if left else None


def _programs_by_block(document: Document, law: Sequence[Mention]) -> dict[Span, set[str]]:
    """The programs named in each paragraph."""
    found: dict[Span, set[str]] = {}
    for block in document.paragraphs():
        inside = (one for one in law if one.kind == "program" and block.start <= one.start < block.end)
        found[block.start, block.end] = {one.id for one in inside if one.id}
    return found


def _of_its_paragraph(sign: _Sign, near: dict[Span, set[str]]) -> _Sign:
    """The sign with the conditions of the programs that its own paragraph names, where it names any of theirs."""
    named = next((programs for span, programs in near.items() if span[0] <= sign.start < span[1]), set())
    left = tuple(condition for condition in sign.conditions if named & set(condition.programs))
    return replace(sign, conditions=left) if left else sign


def _borne_out(signs: list[_Sign], chosen: set[Family], named: set[str]) -> set[Family]:
    """Where the program was guessed from its agency: one family only, and only on two different demands."""
    demands: dict[Family, set[str]] = defaultdict(set)
    sure: set[Family] = set()
    for sign in signs:
        for condition in sign.conditions:
            demands[_family(condition)].add(condition.id)
            if sign.telling or condition.instrument in named:
                sure.add(_family(condition))
    best = max(chosen, key=lambda family: (len(demands[family]), family), default=None)
    borne = {best} if best is not None and len(demands[best]) > 1 else set()
    return chosen & (sure | borne)


def _family(condition: Condition) -> Family:
    """What one paper asks of one program in one year: such conditions are meant together."""
    if condition.every_federal_grant:
        return (), (), condition.instrument
    return condition.programs, condition.fiscal_years, condition.instrument


def _chosen(signs: list[_Sign], years: set[int], written: Era) -> set[Family]:
    """For each program, the family that answers most of what is demanded; among equals the one of the time."""
    answers: dict[tuple[str, ...], dict[Family, list[tuple[_Sign, Condition]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for sign in signs:
        for condition in sign.conditions:
            family = _family(condition)
            answers[family[0] or (family[2],)][family].append((sign, condition))

    def fitness(
        family: Family, answered: list[tuple[_Sign, Condition]]
    ) -> tuple[bool, int, int, int, Family]:
        return (
            bool(years & set(family[1])),
            len(_duties(condition for _, condition in answered)),
            sum(sign.telling for sign, _ in answered),
            _timeliness(answered[0][1], written),
            family,
        )

    return {max(families, key=lambda one: fitness(one, families[one])) for families in answers.values()}


def _duties(conditions: Iterable[Condition]) -> set[Duty]:
    """What is demanded, of those demands that texts speak of."""
    return {
        part.duty for condition in conditions for part in condition.requirements if part.duty in DUTY_WORDS
    }


def _timeliness(condition: Condition, written: Era) -> int:
    """The newest at a known date; the oldest that fits where only a span of years is known."""
    known = written.earliest and written.latest and (written.latest - written.earliest).days <= 31
    day = condition.announced.earliest.toordinal()
    return day if known else -day


def _years(document: Document, signs: Iterable[_Sign]) -> set[int]:
    """Fiscal years named in the paragraphs that speak of a demand."""
    starts = [sign.start for sign in signs if any(not one.every_federal_grant for one in sign.conditions)]
    blocks = [block for block in document.blocks if any(block.start <= start < block.end for start in starts)]
    found = [
        match["year"].lstrip("'’")
        for block in blocks
        for match in _YEAR.finditer(document.text, block.start, block.end)
    ]
    return {int(year) if len(year) == 4 else 2000 + int(year) for year in found}


def _without_doubles(found: list[ConditionMention]) -> list[ConditionMention]:
    """In order; of mentions of one condition in the same words the surest stays."""
    kept: list[ConditionMention] = []
    for one in sorted(found, key=lambda one: (-one.score, one.anchor.start, one.anchor.end)):
        if not any(_same_words(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.anchor.start, one.anchor.end, one.condition))


def _same_words(one: ConditionMention, other: ConditionMention) -> bool:
    overlap = one.anchor.start < other.anchor.end and other.anchor.start < one.anchor.end
    return overlap and one.condition == other.condition
