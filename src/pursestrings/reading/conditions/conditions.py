"""Which condition a sentence is about: by its names, by what it demands, by the program and the time.

The same demand comes back year after year under new ids. A sentence says what is demanded ("notice before
release"), the document says of which money; the set of conditions that answers most of what is demanded, and
that existed when the document was written, is the one meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading.conditions.duty_words import BUNDLE, DUTY_WORDS, NEW, OPEN_LIST
from pursestrings.reading.conditions.families import (
    Sign,
    best_families,
    borne_out,
    duties_of,
    family_of,
    fiscal_years,
    only_ones,
    years_of_programs,
)
from pursestrings.reading.era import Era
from pursestrings.reading.findings import ConditionMention
from pursestrings.reading.grammar.passages import sentence_spans
from pursestrings.reading.law.descriptions import Descriptions, described
from pursestrings.reading.law.mentions import Mention
from pursestrings.reading.lexicon import Lexicon, words_of
from pursestrings.register.index import Register
from pursestrings.register.models.law import Binds, Condition, Duty

_GRANTS: Final = re.compile(r"\b(?:grants?|funding)\b")
_BY_NAME: Final = 0.7
_BY_DUTY: Final = 0.6
_BY_BUNDLE: Final = 0.55


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
        self._bundled = tuple(one for one in conditions if one.binds is Binds.RECIPIENTS and one.programs)
        self._signs: Descriptions[Sign] = Descriptions(
            [
                *(
                    (Sign(0, 0, (one,), _BY_DUTY, telling=True), one.described_as)
                    for one in conditions
                    if one.described_as
                ),
                *(
                    (Sign(0, 0, _demanding(duty, conditions), _BY_DUTY), words)
                    for duty, words in DUTY_WORDS.items()
                ),
                (Sign(0, 0, self._bundled, _BY_BUNDLE, bundle=True), BUNDLE),
            ]
        )

    def mentions(self, document: Document, law: Sequence[Mention], written: Era) -> list[ConditionMention]:
        """The conditions spoken of, in order."""
        named = {mention.id for mention in law if mention.id}
        money = named & self._programs
        guessed = not money
        told_of = [
            sign
            for start, end in sentence_spans(document)
            for sign in self._in_sentence(document.text, start, end)
        ]
        meant = named | (self._of_agency(document.text) if guessed and told_of else set())
        possible = (_possible(sign, meant, written) for sign in told_of)
        near = _Paragraphs(document, law)
        every = [_of_its_paragraph(sign, near.programs_beside(sign.start)) for sign in possible if sign]
        signs = [sign for sign in every if not sign.bundle]
        years = fiscal_years(document, signs) | years_of_programs(document.text, law)
        chosen = best_families(signs, years, written)
        if guessed:
            chosen = borne_out(signs, chosen, named)
        told = [
            (sign, condition)
            for sign in signs
            for condition in sign.conditions
            if family_of(condition) in chosen
        ]
        told += self._in_bundles([sign for sign in every if sign.bundle], told, money, years, written)
        return _without_doubles(
            [
                ConditionMention(document.id, sign.score, document.anchor(sign.start, sign.end), condition.id)
                for sign, condition in told
            ]
        )

    def _in_bundles(
        self,
        bundles: Sequence[Sign],
        told: Sequence[tuple[Sign, Condition]],
        money: set[str],
        years: set[int],
        written: Era,
    ) -> Iterator[tuple[Sign, Condition]]:
        """What is told together: of the family that the text's examples are of, else of the only one possible."""
        spelt = {family: set(family[0]) & money for family in {family_of(condition) for _, condition in told}}
        for sign in bundles:
            closed = {program for programs in spelt.values() for program in programs}
            families = {*only_ones(sign, money - closed, years, written), *(spelt if sign.open else ())}
            for condition in sign.conditions:
                if family_of(condition) in families and not (sign.new and self._asked_before(condition)):
                    yield sign, condition

    def _asked_before(self, condition: Condition) -> bool:
        """Whether the same was asked of the same money by an earlier paper."""
        return any(
            set(one.programs) & set(condition.programs)
            and one.announced.latest < condition.announced.earliest
            and family_of(one) != family_of(condition)
            and duties_of([condition]) <= duties_of([one])
            for one in self._bundled
        )

    def _of_agency(self, text: str) -> set[str]:
        """Programs of the agencies whose grants the text speaks of, where it names no program."""
        if not _GRANTS.search(text):
            return set()
        return {program for program, agency in self._agencies.items() if agency.search(text)}

    def _in_sentence(self, text: str, start: int, end: int) -> Iterator[Sign]:
        words = words_of(text, start, end)
        for hit in self._names.find(text, words):
            yield Sign(hit.start, hit.end, hit.things, _BY_NAME)
        for sign, (left, right) in self._signs.find(text, start, end, (word.folded for word in words)):
            placed = replace(sign, start=left, end=right)
            if sign.bundle:
                new, some = (described(text, start, end, told) is not None for told in (NEW, OPEN_LIST))
                placed = replace(placed, new=new, open=some)
            yield placed


def _demanding(duty: Duty, conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The conditions that demand something of those who take the money."""
    return tuple(
        one
        for one in conditions
        if one.binds is Binds.RECIPIENTS and any(part.duty is duty for part in one.requirements)
    )


def _agency(name: str) -> re.Pattern[str]:
    """An agency's name as news writes it: Department of Justice, Justice Department."""
    first = name.split(",")[0]
    forms = [first, f"{first.removeprefix('Department of ')} Department"]
    return re.compile("|".join(map(re.escape, forms)))


def _possible(sign: Sign, named: set[str], written: Era) -> Sign | None:
    """The sign with those conditions only that existed, and whose money or paper the document names."""
    left = tuple(
        condition
        for condition in sign.conditions
        if written.knows(condition.announced)
        and not (condition.ends and written.after(condition.ends.on))
        and (sign.telling or named & {condition.instrument, *condition.programs})
    )
    return replace(sign, conditions=left) if left else None


class _Paragraphs:
    """The programs that each paragraph of a document names."""

    def __init__(self, document: Document, law: Iterable[Mention]) -> None:
        self._starts = [block.start for block in document.paragraphs()]
        self._named: dict[int, set[str]] = defaultdict(set)
        for one in law:
            if one.kind == "program" and one.id:
                self._named[bisect_right(self._starts, one.start)].add(one.id)

    def programs_beside(self, offset: int) -> set[str]:
        """The programs named in the paragraph in which an offset lies."""
        return self._named.get(bisect_right(self._starts, offset), set())


def _of_its_paragraph(sign: Sign, named: set[str]) -> Sign:
    """The sign with the conditions of the programs that its own paragraph names, where it names any of theirs."""
    left = tuple(condition for condition in sign.conditions if named & set(condition.programs))
    return replace(sign, conditions=left) if left else sign


def _without_doubles(found: list[ConditionMention]) -> list[ConditionMention]:
    """In order; of mentions of one condition in the same words the surest stays."""
    kept: dict[str, list[ConditionMention]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (-one.score, one.anchor.start, one.anchor.end)):
        # What is kept of one condition does not overlap, so it lies in the order of its ends too.
        others = kept[one.condition]
        at = bisect_right(others, one.anchor.start, key=lambda other: other.anchor.end)
        if at == len(others) or one.anchor.end <= others[at].anchor.start:
            others.insert(at, one)
    every = (one for others in kept.values() for one in others)
    return sorted(every, key=lambda one: (one.anchor.start, one.anchor.end, one.condition))
