"""Places against LGL and TR-News (public XML), beside a plain peer: every exact name, read as the largest town of it.

    python -m benchmarks.places PATH/TO/lgl.xml PATH/TO/tr-news.xml

Counted as `score_places.py` of the corpora's users counts: a finding is right when it shares characters with a marked
place of the United States and means it, the same state or within 161 km. Findings over marks abroad or over no mark are
wrong, whatever they mean; those over rivers, parks and marks without a link are left out. `resolution` is of the marked
places found, `F1` end to end. "fitted" has the package's weights, which have seen these articles; "unseen" has for each
outlet weights that have not seen it. The second table is of the unseen findings: what scores are worth.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from training.place_corpus import Article, Gold, articles, right
from training.places import NOWHERE, fit_score, unseen, verdicts

from pursestrings import places
from pursestrings.reading.places.gazetteer import Candidate, candidates
from pursestrings.reading.places.mentions import Weights, learnt
from pursestrings.reading.places.places import chosen, read_blocks
from pursestrings.reading.places.tokens import sentence_of

BINS = 10
LONGEST = 5
Found = Iterable[tuple[int, int, Candidate]]


@dataclass(frozen=True)
class Count:
    """Marked places, those found, those right, and findings."""

    marked: int = 0
    hit: int = 0
    right: int = 0
    found: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.marked + other.marked,
            self.hit + other.hit,
            self.right + other.right,
            self.found + other.found,
        )

    def line(self, what: str) -> str:
        return (
            f"{what:<34}{self.right / max(1, self.hit):>11.3f}{self.hit / max(1, self.marked):>8.3f}"
            f"{2 * self.right / max(1, self.found + self.marked):>8.3f}{self.found:>8}"
        )


def count(article: Article, found: Found) -> Count:
    """One article's findings held against its marks."""
    used: set[Gold] = set()
    total = Count(marked=sum(gold.counts for gold in article.gold))
    for start, end, meaning in found:
        over = article.over(start, end)
        if any(gold.kind == "skip" for gold in over):
            continue
        total = replace(total, found=total.found + 1)
        gold = next((one for one in over if one.counts and one not in used), None)
        if gold is not None:
            used.add(gold)
            total = replace(total, hit=total.hit + 1, right=total.right + right(meaning, gold))
    return total


def ours(article: Article, weights: Weights) -> Iterator[tuple[int, int, Candidate]]:
    for one, _ in chosen(article.names, NOWHERE, weights):
        yield one.span.start, one.span.end, one.meaning


def peer(article: Article) -> Iterator[tuple[int, int, Candidate]]:
    """The longest capitalised words that are a government's exact name, each read as its most populous bearer."""
    for block in read_blocks(article.document):
        sentence = sentence_of(article.document.text, block.start, block.end)
        index = 0
        while index < len(sentence.tokens):
            for last in range(min(len(sentence.tokens), index + LONGEST) - 1, index - 1, -1):
                start, end = sentence.tokens[index].start, sentence.tokens[last].end
                if all(token.capital for token in sentence.tokens[index : last + 1]):
                    bearers = places.named(sentence.text[start:end])
                    meanings = [one for one in candidates(sentence.text[start:end]) if one.place in bearers]
                    if meanings:
                        yield start, end, max(meanings, key=lambda one: one.population)
                        index = last
                        break
            index += 1


def total(read: Iterable[Article], find: Callable[[Article], Found]) -> Count:
    return sum((count(article, find(article)) for article in read), Count())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+", metavar="CORPUS.xml")
    asked = parser.parse_args()
    corpora = {path: list(articles(path)) for path in asked.corpora}
    folds = list(unseen([article for read in corpora.values() for article in read]))
    scale = fit_score(folds)
    trained = {id(article): weights | {"score": scale} for read, weights in folds for article in read}
    print(f"{'':<34}{'resolution':>11}{'found':>8}{'F1':>8}{'of':>8}")
    for path, read in corpora.items():
        print(path.rpartition("/")[2], f"({sum(gold.counts for one in read for gold in one.gold)} marked)")
        print(total(read, lambda article: ours(article, learnt())).line("  fitted"))
        print(total(read, lambda article: ours(article, trained[id(article)])).line("  unseen outlets"))
        print(total(read, peer).line("  exact name, largest town"))
    print(f"\n{'score':<12}{'findings':>9}{'mean':>8}{'right':>8}")
    print(*bins((article, trained[id(article)]) for read in corpora.values() for article in read), sep="\n")


def bins(read: Iterable[tuple[Article, Weights]]) -> Iterator[str]:
    """For each tenth of the scores: how many findings, their mean score, and the share right."""
    table: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for article, weights in read:
        for _, score, sure in verdicts(article, weights):
            table[min(BINS - 1, int(score * BINS))].append((score, sure))
    for number, found in enumerate(table):
        if found:
            mean, share = (sum(column) / len(found) for column in zip(*found, strict=True))
            span = f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}"
            yield f"{span:<12}{len(found):>9}{mean:>8.2f}{share:>8.2f}"


if __name__ == "__main__":
    main()
