"""Attributions against a split of PolNeAR, beside the plain peer: a quotation, the nearest name, a verb of saying.

    python benchmarks/attribution.py PATH/TO/polnear/data/dev

Gold is the first annotator by file name. An attribution is right when its cue overlaps and content and source
each share half of their words (Jaccard); a direct quotation counts as found with its source by the same measure.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pursestrings.documents import Document, load
from pursestrings.reading.attribution import statements
from pursestrings.reading.people import people

Span = tuple[int, int]
WORD = re.compile(r"\w+(?:['’]\w+)*")
QUOTE = re.compile(r"“([^”\n]+)”|\"([^\"\n]+)\"|''([^\n]+?)''")
NAME = re.compile(r"\b(?:(?:Mrs?|Ms)\. )?[A-Z][\w’-]+(?: [A-Z][\w’.-]*)*|\b(?:he|she|they)\b")
SAY = re.compile(
    r"\b(?:said|says|say|told|tells|added|wrote|asked|noted|explained|argued|continued|tweeted)\b"
)
NEAR = 80


@dataclass(frozen=True)
class Attribution:
    """Source, cue and content as sets of word numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


class Words:
    """The words of a text, by number."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in WORD.finditer(text)]
        self.inside = quoted(text)

    def numbers(self, spans: list[Span]) -> frozenset[int]:
        return frozenset(
            n for n, (a, b) in enumerate(self.spans) if any(a < end and b > start for start, end in spans)
        )

    def direct(self, content: frozenset[int]) -> bool:
        return bool(content) and all(self.inside[self.spans[n][0]] for n in content)


def quoted(text: str) -> bytearray:
    """For each character whether it stands inside double quotation marks; each line begins outside."""
    mask, inside = bytearray(len(text)), False
    for index, character in enumerate(text):
        if character == "\n":
            inside = False
        elif character in '“”"':
            inside = character == "“" or (character == '"' and not inside)
            continue
        mask[index] = inside
    return mask


def gold(path: Path, words: Words) -> list[Attribution]:
    """The attributions of one annotation file."""
    spans: dict[str, list[Span]] = {}
    found = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        key, *rest = line.split("\t")
        if re.fullmatch(r"T\d+", key) and rest:
            pairs = rest[0].split(" ", 1)[1].split(";")
            spans[key] = [(int(a), int(b)) for a, b in (pair.split() for pair in pairs)]
        elif re.fullmatch(r"E\d+", key) and rest:
            roles: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
            for role, target in (part.split(":") for part in rest[0].split()):
                roles.setdefault(re.sub(r"\d+$", "", role).lower(), []).extend(spans.get(target, []))
            found.append(Attribution(*(words.numbers(roles[role]) for role in ("source", "cue", "content"))))
    return found


def ours(document: Document, words: Words) -> Iterator[Attribution]:
    """What the reader finds."""
    for statement in statements(people(document)):
        parts = (statement.speaker.mention, statement.cue, statement.content)
        yield Attribution(*(words.numbers([(one.start, one.end) for one in part]) for part in parts))


def plain(document: Document, words: Words) -> Iterator[Attribution]:
    """The peer: the quotations of a paragraph go to the verb of saying nearest to them and the name nearest to that."""
    for line in re.finditer(r"[^\n]+", document.text):
        quotes = [match.span() for match in QUOTE.finditer(document.text, *line.span())]
        outside = [m.span() for m in SAY.finditer(document.text, *line.span()) if free(m.span(), quotes)]
        names = [m.span() for m in NAME.finditer(document.text, *line.span()) if free(m.span(), quotes)]
        groups: dict[Span, list[Span]] = {}
        for quote in quotes:
            cue = min(outside, key=lambda span: gap(span, quote), default=None)
            if cue is not None and gap(cue, quote) < NEAR:
                groups.setdefault(cue, []).append(quote)
        for cue, content in groups.items():
            name = min(names, key=lambda span: gap(span, cue), default=None)
            source = [name] if name is not None and gap(name, cue) < NEAR else []
            yield Attribution(words.numbers(source), words.numbers([cue]), words.numbers(content))


def free(span: Span, quotes: list[Span]) -> bool:
    """Whether a stretch lies outside all quotations."""
    return all(span[1] <= start or end <= span[0] for start, end in quotes)


def gap(one: Span, other: Span) -> int:
    """How many characters lie between two stretches."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    return 1.0 if not one and not other else len(one & other) / len(one | other)


def matched(wanted: list[Attribution], found: list[Attribution]) -> int:
    """How many are right, each counted once, the best overlap first."""
    pairs = sorted(
        (-shared(g.content, p.content), i, j)
        for i, g in enumerate(wanted)
        for j, p in enumerate(found)
        if (g.cue & p.cue or not (g.cue or p.cue))
        and shared(g.content, p.content) >= 0.5
        and shared(g.source, p.source) >= 0.5
    )
    left, right = set(), set()
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


Reader = Callable[[Document, Words], Iterator[Attribution]]


def measure(name: str, reader: Reader, texts: list[tuple[Document, Words, list[Attribution]]]) -> float:
    """Print one line of figures; the F1 is the result."""
    right = predicted = total = direct = direct_found = 0
    started = time.perf_counter()
    for document, words, wanted in texts:
        found = list(reader(document, words))
        right += matched(wanted, found)
        predicted += len(found)
        total += len(wanted)
        for one in wanted:
            if words.direct(one.content):
                direct += 1
                direct_found += any(
                    shared(one.content, other.content) >= 0.5 and shared(one.source, other.source) >= 0.5
                    for other in found
                )
    seconds = time.perf_counter() - started
    precision, recall = right / max(1, predicted), right / max(1, total)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    print(
        f"{name:10} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  direct quotations with source "
        f"{direct_found / max(1, direct):.3f}  {len(texts) / seconds:.0f} documents/s"
    )
    return f1


Texts = list[tuple[Document, Words, list[Attribution]]]


def texts_of(split: Path, limit: int | None = None) -> Texts:
    """The annotated texts of a split, at most `limit` of them."""
    texts: Texts = []
    for path in sorted((split / "text").glob("*.txt"))[:limit]:
        golds = sorted(p for p in (split / "attributions").iterdir() if p.name.startswith(f"{path.stem}_"))
        if golds:
            document = load(path)
            words = Words(document.text)
            texts.append((document, words, gold(golds[0], words)))
    return texts


def main() -> None:
    texts = texts_of(Path(sys.argv[1]))
    peer = measure("plain", plain, texts)
    reader = measure("reader", ours, texts)
    print(f"the reader's F1 is {reader / max(peer, 1e-9):.1f} times the plain peer's")


if __name__ == "__main__":
    main()
