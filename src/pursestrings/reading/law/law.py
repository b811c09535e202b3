"""Programs and authorities: streams of money, statutes, orders, bills and rulings that a document names.

Formal citations are read by grammar; names and everyday words come from the register, so that a new fact
there is understood here. A thing that did not exist when the document was written is not meant by it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents import Document
from pursestrings.reading.era import Era
from pursestrings.reading.grammar.passages import sentence_spans
from pursestrings.reading.law.cases import CaseIndex, CaseMention, Heard
from pursestrings.reading.law.citations import citations
from pursestrings.reading.law.cited_laws import CitedLaws
from pursestrings.reading.law.descriptions import Descriptions
from pursestrings.reading.law.forms import Citation
from pursestrings.reading.law.mentions import DESCRIBED, Mention, without_doubles
from pursestrings.reading.law.short_forms import Said, short_forms
from pursestrings.reading.lexicon import Hit, Lexicon, Word, words_of
from pursestrings.register.index import Register
from pursestrings.register.models.law import Instrument, Program
from pursestrings.register.models.local import Rule

_NAMED: Final = 0.9
_UNKNOWN: Final = 0.1
"""What a citation loses where the register holds nothing under its id."""
_SECTION: Final = re.compile(r"usc-(?P<title>\d+)-(?P<number>\d+[a-z]?)")

Law = Program | Instrument | Rule


class LawIndex:
    """The register's programs and authorities by every way of speaking of them."""

    def __init__(self, register: Register) -> None:
        """Index the register."""
        self.register = register
        self.cases = CaseIndex(register.cases)
        laws: list[Law] = [*register.instruments.values(), *register.rules.values()]
        self._names: Lexicon[Law] = Lexicon(
            (name, law)
            for law in (*register.programs.values(), *laws)
            for name in ((law.name, *law.names) if isinstance(law, Program) else law.names)
        )
        self._described: Descriptions[Law] = Descriptions(
            (law, law.described_as) for law in (*register.programs.values(), *laws) if law.described_as
        )
        captions = {name: rule.id for rule in register.rules.values() for name in rule.names}
        # A ruling on a state's powers is a rule of that state; the rule is what standing asks about.
        self._rulings = {
            case.id: captions[case.caption] for case in register.cases.values() if case.caption in captions
        }
        self._cited_laws: CitedLaws[Instrument | Rule] = CitedLaws(
            [*register.instruments.values(), *register.rules.values()]
        )
        self._titles: dict[str, set[str]] = defaultdict(set)
        for known in register.instruments:
            if match := _SECTION.match(known):
                self._titles[match["number"]].add(match["title"])

    def mentions(self, document: Document, written: Era, states: frozenset[str]) -> list[Mention]:
        """Every program and authority named, in order. `states` are those the document names, as OCD ids."""
        blocks = [(block.start, block.end) for block in document.paragraphs()]
        found = self.cited(document.text, blocks, written, states)
        for start, end in sentence_spans(document):
            words = words_of(document.text, start, end)
            found += self._named(document.text, words, written, states)
            found += self._told(document.text, start, end, words, written)
        return without_doubles(found)

    def cited(
        self,
        text: str,
        paragraphs: Sequence[tuple[int, int]],
        written: Era,
        states: frozenset[str] = frozenset(),
    ) -> list[Mention]:
        """Every law and ruling cited by number, in full or in short; a short form means what was cited before."""
        found: list[Mention] = []
        said, heard = Said(), Heard()
        for start, end in paragraphs:
            cases = list(self.cases.find(text, start, end, written, heard))
            full = _apart(citations(text, start, end), cases)
            laws = [one for one in full if isinstance(one, Citation)]
            short = short_forms(text, start, end, list(map(self._as_citation, full)), said, self._section)
            found += [self._law(one, written, states) for one in (*laws, *short)]
            found += [self._ruling(one) for one in full if isinstance(one, CaseMention)]
        return found

    def _named(
        self, text: str, words: Sequence[Word], written: Era, states: frozenset[str]
    ) -> Iterator[Mention]:
        for hit in self._names.find(text, words):
            yield from _meant(hit, written, states)

    def _law(self, citation: Citation, written: Era, states: frozenset[str]) -> Mention:
        known = self._known(citation, written) or self._by_citation(citation, written, states)
        score = citation.score if known else citation.score - _UNKNOWN
        return Mention(citation.start, citation.end, "authority", known, citation.normal, score)

    def _as_citation(self, one: Citation | CaseMention) -> Citation:
        """What an "id." behind it stands for."""
        if isinstance(one, Citation):
            return one
        ids = (one.id,) if one.id else ()
        return Citation(one.start, one.end, ids, one.citation, one.score)

    def _ruling(self, case: CaseMention) -> Mention:
        known = self._rulings.get(case.id or "", case.id)
        return Mention(case.start, case.end, "authority", known, case.citation, case.score)

    def _section(self, number: str) -> tuple[str, str] | None:
        """The code and the base id of a section that the register holds in one title only."""
        titles = self._titles.get(number.lower(), set())
        if len(titles) != 1:
            return None
        (title,) = titles
        return f"{title} U.S.C.", f"usc-{title}-{number.lower()}"

    def _known(self, citation: Citation, written: Era) -> str | None:
        """The register's id of what is cited: the narrowest it holds, or a bill of the Congress of that time."""
        for wanted in citation.ids:
            if wanted in self.register.cases:
                return self._rulings.get(wanted, wanted)
            held = self.register.aliases.get(wanted, wanted)
            if held in self.register.instruments:
                return held
            sessions = [
                known
                for known, instrument in self.register.instruments.items()
                if known.startswith(f"{wanted}-")
                and _is_bill(instrument)
                and _lives(instrument, written, told=False)
            ]
            if sessions:
                return max(sessions)
        return None

    def _by_citation(self, citation: Citation, written: Era, states: frozenset[str]) -> str | None:
        """The law that the register cites so: of several the latest that was in force.

        A paper whose name others bear is a state's only where the document names that state.
        """
        held = [
            law
            for law in self._cited_laws.find(citation)
            if (not citation.shared or _state(law) in states) and _lives(law, written, told=False)
        ]
        living = [law for law in held if _lives(law, written, told=True)]
        found = max(living or held, key=_day, default=None)
        return found.id if found else None

    def _told(
        self, text: str, start: int, end: int, words: Sequence[Word], written: Era
    ) -> Iterator[Mention]:
        for law, span in self._described.find(text, start, end, (word.folded for word in words)):
            if isinstance(law, Program) or _lives(law, written, told=True):
                yield _mention(*span, law, DESCRIBED)


def _meant(hit: Hit[Law], written: Era, states: frozenset[str]) -> Iterator[Mention]:
    """What a name means: of several laws of one name those that were alive, in the states spoken of."""
    for program in hit.things:
        if isinstance(program, Program):
            yield _mention(hit.start, hit.end, program, _NAMED)
    told = not any(character.isdecimal() for character in hit.words)
    laws = [law for law in hit.things if not isinstance(law, Program) and _lives(law, written, told=told)]
    if len(laws) > 1:
        near = [law for law in laws if _state(law) in states]
        laws = near or laws
    if len(laws) == 1:
        yield _mention(hit.start, hit.end, laws[0], _NAMED)


def _state(law: Instrument | Rule) -> str:
    return law.state if isinstance(law, Rule) else law.place


def _lives(law: Instrument | Rule, written: Era, *, told: bool) -> bool:
    """Whether the law was there to be spoken of.

    One that is only `told` of in passing must not be long gone, and a bill called by its number not gone at all.
    """
    day = law.date if isinstance(law, Instrument) else law.adopted or law.effective_from
    until = law.effective_until
    if until and told:
        until = PartialDate(until.year + 1, until.month, None)
    return written.knows(day) and not ((told or _is_bill(law)) and written.after(until))


def _is_bill(law: Instrument | Rule) -> bool:
    """Whether it is a bill, whose number is another's when its Congress has gone."""
    return isinstance(law, Instrument) and law.kind == "bill"


def _day(law: Instrument | Rule) -> tuple[str, str]:
    day = law.date if isinstance(law, Instrument) else law.adopted or law.effective_from
    return str(day or ""), law.id


def _mention(start: int, end: int, law: Law, score: float) -> Mention:
    if isinstance(law, Program):
        return Mention(start, end, "program", law.id, None, score)
    return Mention(start, end, "authority", law.id, _normal(law), score)


def _normal(law: Instrument | Rule) -> str | None:
    """The citation in its normal form: made from the id where that tells it, else the register's."""
    made = re.fullmatch(r"usc-(\d+)-(\d+)([a-z]?)(\d*)", law.id)
    if made:
        subs = "".join(f"({part})" for part in made.groups()[2:] if part)
        return f"{made[1]} U.S.C. § {made[2]}{subs}"
    if law.id.startswith("eo-"):
        return f"Executive Order {law.id.removeprefix('eo-')}"
    return law.citation


def _apart(laws: Sequence[Citation], cases: Sequence[CaseMention]) -> list[Citation | CaseMention]:
    """Laws and rulings in the order of the text; where they overlap the law stays."""
    kept: list[Citation | CaseMention] = []
    both: list[Citation | CaseMention] = [*laws, *cases]
    for one in sorted(both, key=lambda one: (one.start, isinstance(one, CaseMention))):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
        elif isinstance(one, Citation) and isinstance(kept[-1], CaseMention):
            kept[-1] = one
    return kept
