"""Attributions against a split of PolNeAR, beside the plain peer: a quotation, the nearest name, a verb of saying.

    python -m benchmarks.attribution PATH/TO/polnear/data/dev [--curve]

Gold is the first annotator by file name. An attribution is right when its cue overlaps and content and source
each share half of their words (Jaccard); strict, when all three are the same. A direct quotation counts as found with its
source by the first measure. `--curve` prints precision and recall at each threshold of the score.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from pathlib import Path

from training.attributions.measure import Words, matched, score
from training.attributions.polnear import Article, Marked, Span, articles

from pursestrings.documents import Document
from pursestrings.reading.findings import Statement
from pursestrings.reading.reader import Reader
from pursestrings.register.index import load as load_register

QUOTE = re.compile(r"“([^”\n]+)”|\"([^\"\n]+)\"|''([^\n]+?)''")
NAME = re.compile(r"\b(?:(?:Mrs?|Ms)\. )?[A-Z][\w’-]+(?: [A-Z][\w’.-]*)*|\b(?:he|she|they)\b")
SAY = re.compile(
    r"\b(?:said|says|say|told|tells|added|wrote|asked|noted|explained|argued|continued|tweeted)\b"
)
NEAR = 80
THRESHOLDS = tuple(number / 20 for number in range(20))


def plain(document: Document) -> list[Marked]:
    """The peer: the quotations of a paragraph go to the verb of saying nearest to them and the name nearest to that."""
    found = []
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
            source = (name,) if name is not None and gap(name, cue) < NEAR else ()
            found.append(Marked(source, (cue,), tuple(content)))
    return found


def free(span: Span, quotes: list[Span]) -> bool:
    """Whether a stretch lies outside all quotations."""
    return all(span[1] <= start or end <= span[0] for start, end in quotes)


def gap(one: Span, other: Span) -> int:
    """How many characters lie between two stretches."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def as_marked(statement: Statement) -> Marked:
    """A statement as its stretches of the text."""
    parts = (statement.speaker.mention, statement.cue, statement.content)
    return Marked(*(tuple((one.start, one.end) for one in part) for part in parts))


def measure(name: str, reader: Callable[[Document], list[Marked]], texts: list[Article]) -> float:
    """Print one line of figures; the F1 is the result."""
    started = time.perf_counter()
    found = [reader(article.document) for article in texts]
    seconds = time.perf_counter() - started
    figures = score(
        (article.document.text, article.readings[0], got) for article, got in zip(texts, found, strict=True)
    )
    print(f"{name:8} {figures}  {len(texts) / seconds:.1f} documents/s")
    return figures.attribution


def curve(texts: list[Article], found: list[list[Statement]]) -> None:
    """Print precision and recall of what scores at least so much."""
    print("score  kept  precision  recall")
    rights: list[tuple[float, bool]] = []
    total = 0
    for article, statements in zip(texts, found, strict=True):
        words = Words(article.document.text)
        gold = [words.sets(one) for one in article.readings[0]]
        total += len(gold)
        hits = {j for _, j in matched(gold, [words.sets(as_marked(one)) for one in statements])}
        rights += [(one.score, number in hits) for number, one in enumerate(statements)]
    for threshold in THRESHOLDS:
        kept = [right for value, right in rights if value >= threshold]
        if kept:
            print(
                f"{threshold:.2f}  {len(kept):5}      {sum(kept) / len(kept):.3f}   {sum(kept) / total:.3f}"
            )


def reader_statements(reader: Reader) -> Callable[[Document], list[Statement]]:
    """What the whole reader finds."""
    return lambda document: [one for one in reader.read(document).findings if isinstance(one, Statement)]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("split", type=Path)
    parser.add_argument("--curve", action="store_true")
    asked = parser.parse_args()
    texts = articles(asked.split)
    read = reader_statements(Reader.of(load_register()))
    peer = measure("plain", plain, texts)
    ours = measure("reader", lambda document: [as_marked(one) for one in read(document)], texts)
    print(f"the reader's F1 is {ours / max(peer, 1e-9):.1f} times the plain peer's")
    if asked.curve:
        curve(texts, [read(article.document) for article in texts])


if __name__ == "__main__":
    main()
