"""How well attributions were read: the measure of `benchmarks/attribution.py`, also per kind and strict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.attributions.polnear import Marked, Span

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
Sets = tuple[frozenset[int], frozenset[int], frozenset[int]]
KINDS = ("direct", "mixed", "indirect")


class Words:
    """The tokens of a text by number, and which stand inside double quotation marks."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in _TOKEN.finditer(text)]
        self.word = [text[start].isalnum() or text[start] == "_" for start, _ in self.spans]
        self.quoted = bytearray(len(text))
        inside = False
        for at, character in enumerate(text):
            if character == "\n":
                inside = False
            elif character in '“”"':
                inside = character == "“" or (character == '"' and not inside)
                continue
            self.quoted[at] = inside

    def numbers(self, spans: Iterable[Span]) -> frozenset[int]:
        """The words in some stretches; their marks where there is no word."""
        stretches = list(spans)
        found = frozenset(
            at
            for at, (a, b) in enumerate(self.spans)
            if any(a < end and b > start for start, end in stretches)
        )
        return frozenset(at for at in found if self.word[at]) or found

    def sets(self, one: Marked) -> Sets:
        """Source, cue and content by numbers of words."""
        return self.numbers(one.source), self.numbers(one.cue), self.numbers(one.content)

    def kind(self, content: frozenset[int]) -> str:
        """Direct where all words stand in quotation marks, mixed where some do."""
        words = [at for at in content if self.word[at]]
        inside = sum(self.quoted[self.spans[at][0]] for at in words)
        return "indirect" if not inside else "direct" if inside == len(words) else "mixed"


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """The words in both as a share of those in either; 1 where both are empty."""
    return 1.0 if not one and not other else len(one & other) / len(one | other)


def _right(gold: Sets, found: Sets) -> bool:
    cue = bool(gold[1] & found[1]) or not (gold[1] or found[1])
    return cue and shared(gold[2], found[2]) >= 0.5 and shared(gold[0], found[0]) >= 0.5


def matched(gold: Sequence[Sets], found: Sequence[Sets], *, strict: bool = False) -> list[tuple[int, int]]:
    """Which are right, each counted once, the best overlap of contents first."""
    pairs = sorted(
        (-shared(g[2], f[2]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (g == f if strict else _right(g, f))
    )
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


@dataclass(frozen=True)
class Scores:
    """F1 of attributions, of exact ones, of direct and of indirect ones, and direct quotations with their source."""

    attribution: float
    strict: float
    direct: float
    indirect: float
    quote_source: float

    def __str__(self) -> str:
        return (
            f"attribution {self.attribution:.3f} strict {self.strict:.3f} direct {self.direct:.3f}"
            f" indirect {self.indirect:.3f} quote+source {self.quote_source:.3f}"
        )


def score(texts: Iterable[tuple[str, Sequence[Marked], Sequence[Marked]]]) -> Scores:
    """The scores over some texts, each with its gold and what was found in it."""
    count: Counter[str] = Counter()
    for text, wanted, got in texts:
        words = Words(text)
        gold, found = [words.sets(one) for one in wanted], [words.sets(one) for one in got]
        kinds, others = [words.kind(one[2]) for one in gold], [words.kind(one[2]) for one in found]
        count.update(f"gold {kind}" for kind in kinds)
        count.update(f"found {kind}" for kind in others)
        for i, j in matched(gold, found):
            count[f"recalled {kinds[i]}"] += 1
            count[f"right {others[j]}"] += 1
        count["strict"] += len(matched(gold, found, strict=True))
        for one, kind in zip(gold, kinds, strict=True):
            if kind == "direct":
                count["sourced"] += any(
                    shared(one[2], other[2]) >= 0.5 and shared(one[0], other[0]) >= 0.5 for other in found
                )

    def total(name: str, kinds: tuple[str, ...]) -> int:
        return sum(count[f"{name} {kind}"] for kind in kinds)

    def f1(kinds: tuple[str, ...]) -> float:
        precision = total("right", kinds) / max(1, total("found", kinds))
        recall = total("recalled", kinds) / max(1, total("gold", kinds))
        return 2 * precision * recall / max(1e-9, precision + recall)

    either = total("gold", KINDS) + total("found", KINDS)
    return Scores(
        f1(KINDS),
        2 * count["strict"] / max(1, either),
        f1(("direct",)),
        f1(("indirect",)),
        count["sourced"] / max(1, count["gold direct"]),
    )
