"""The names of a document, each with all its mentions in one sense and everything that it can mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from pursestrings.reading.places.gazetteer import COUNTY, STATE, Candidate
from pursestrings.reading.places.spans import Span


@dataclass(slots=True)
class Group:
    """All mentions of one name in one sense, and what the name can mean, with shares that add up to 1."""

    spans: list[Span]
    meanings: tuple[Candidate, ...]
    hint: str | None
    weight: float = 1.0
    shares: list[float] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        """The words for a kind that stand with the name, and the kinds that an office beside it gives."""
        return {kind for span in self.spans for kind in (span.kind, span.office) if kind}

    @property
    def alone(self) -> bool:
        """Whether a dateline has the name without a state, as it has only those of great cities."""
        return any(
            span.first == 0 and span.surface.isupper() and span.hint is None and span.kind is None
            for span in self.spans
        )

    def ranked(self) -> list[tuple[float, Candidate]]:
        """The meanings, the likeliest first."""
        order = sorted(range(len(self.meanings)), key=lambda i: (-self.shares[i], self.meanings[i].name))
        return [(self.shares[i], self.meanings[i]) for i in order]


def group(spans: Sequence[Span]) -> list[Group]:
    """Mentions gathered by name; where two states stand behind one name, by name and state.

    From the second state on, mentions without one are a name of their own: they may mean either place.
    """
    named: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for span in spans:
        named[span.group].append(span)
    found: list[Group] = []
    for mentions in named.values():
        hints = {span.hint: None for span in mentions if span.hint}
        if len(hints) < 2:
            found.append(_group(mentions, next(iter(hints), None)))
            continue
        first, second, *_ = hints
        doubtful = next(at for at, span in enumerate(mentions) if span.hint == second)
        apart: dict[str | None, list[Span]] = defaultdict(list)
        for at, span in enumerate(mentions):
            apart[span.hint or (first if at < doubtful else None)].append(span)
        found += [_group(some, hint, hints) for hint, some in apart.items()]
    return found


def _group(spans: list[Span], hint: str | None, told: Collection[str] = ()) -> Group:
    # Mentions in the same words have their meanings from one look-up, and to compare meanings is dear.
    asked = {id(span.meanings): span.meanings for span in spans}
    meanings = list(spans[0].meanings)
    if len(asked) > 1:
        meanings = list(dict.fromkeys(meaning for some in asked.values() for meaning in some))
    regions: Collection[str] = told if hint is None else {hint}
    meanings = [meaning for meaning in meanings if meaning.region in regions] or meanings
    kinds = {kind for span in spans for kind in (span.kind, span.office) if kind}
    if any(span.qualifies for span in spans):
        meanings = [meaning for meaning in meanings if meaning.outer] or meanings
    elif hint is None and any(meaning.place and meaning.place.legal == "district" for meaning in meanings):
        # The capital's bare name is the capital's or the state's; a township says where it lies.
        meanings = [meaning for meaning in meanings if meaning.level == STATE]
    elif not kinds:
        # Without a word for its kind, the name of a city and of its county is the city's.
        cities = {meaning.region for meaning in meanings if meaning.level == "municipality"}
        meanings = [
            meaning for meaning in meanings if meaning.level != COUNTY or meaning.region not in cities
        ]
    return Group(spans, tuple(meanings), hint)
