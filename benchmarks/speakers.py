"""Who the sources of attributions are, by cases read by hand, beside a peer: the nearest name of a person before.

    python -m benchmarks.speakers PATH/TO/polnear/data [--wrong SPLIT]

The cases are in `speakers.yaml`. The attributions are given as they were marked, so that only who each source is
counts. `--wrong` lists the cases of a split that were not right.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from training.attributions.polnear import Span
from training.given import article

from pursestrings.documents import Document
from pursestrings.reading.grammar.passages import passages
from pursestrings.reading.grammar.relation import Relation
from pursestrings.reading.people.name_runs import sex_of_name
from pursestrings.reading.people.people import people
from pursestrings.reading.people.speakers import NOBODY, Who
from pursestrings.reading.places.gazetteer import given_names

CASES = Path(__file__).with_suffix(".yaml")
NAME = re.compile(r"(?<!\w)[A-Z][\w.’-]+(?: [A-Z][\w.’-]*){1,3}")
WORD = re.compile(r"[^\W_]+")
SMALL = {"the", "a", "of", "for", "and", "in", "on", "mr", "mrs", "ms"}


@dataclass(frozen=True)
class Case:
    """A source, and where the text names who it is, if it does."""

    file: str
    kind: str
    source: Span
    named: Span | None


def cases(split: str) -> dict[str, list[Case]]:
    """The cases of a split by file."""
    files = yaml.safe_load(CASES.read_text(encoding="utf-8"))[split]
    return {
        file: [
            Case(file, kind, (row[0], row[1]), (row[2], row[3]) if len(row) == 4 else None)
            for kind, rows in kinds.items()
            for row in rows
        ]
        for file, kinds in files.items()
    }


def speakers(document: Document, given: Sequence[Relation]) -> dict[Span, Who]:
    """Who each source is, as the reader says."""
    found = people(document, passages(document), given)
    return {one.source: who for one, who in reversed(found.voices) if one.source is not None}


def nearest(document: Document) -> list[tuple[int, str]]:
    """Every name that begins with a given name, with where it ends."""
    return [
        (match.end(), match[0])
        for match in NAME.finditer(document.text)
        if match[0].split()[0].lower() in given_names() or sex_of_name(match[0].split()[0].lower())
    ]


def same(name: str, gold: str) -> bool:
    """Whether two names can be one's: one has all words of the other, or surname and first letter are alike."""
    one, other = ([word for word in WORD.findall(text.lower()) if word not in SMALL] for text in (name, gold))
    if not one or not other:
        return False
    return (
        set(one) <= set(other)
        or set(other) <= set(one)
        or (one[-1] == other[-1] and one[0][0] == other[0][0])
    )


def verdict(case: Case, text: str, name: str | None, *, person: bool) -> str:
    """`right`, `wrong` or `none`; where the text names nobody, only a person's name is wrong."""
    if case.named is None:
        return "wrong" if person else "right"
    if name is None:
        return "none"
    # A name is given with each accent in its letter, however the text writes it.
    named = unicodedata.normalize("NFC", text[slice(*case.named)])
    return "right" if same(name, named) else "wrong"


def judged(split: Path) -> Iterator[tuple[Case, str, str, str | None]]:
    """Each case with the reader's verdict, the peer's, and the reader's answer."""
    for file, own in cases(split.name).items():
        document, given = article(split, file)
        heard, names = speakers(document, given), nearest(document)
        for case in own:
            who = heard.get(case.source, NOBODY)
            at = bisect_left(names, case.source[0], key=lambda pair: pair[0]) - 1
            peer = names[at][1] if at >= 0 else None
            # a private person is known to the reader, though it never gives the name
            name = who.person.name if who.person is not None else who.name
            yield (
                case,
                verdict(case, document.text, name, person=who.person is not None),
                verdict(case, document.text, peer, person=peer is not None),
                name,
            )


def table(split: str, found: list[tuple[Case, str, str, str | None]]) -> None:
    """Print one line for each kind of source."""
    for kind in dict.fromkeys(case.kind for case, *_ in found):
        own = [row for row in found if row[0].kind == kind]
        ours, peers = Counter(row[1] for row in own), Counter(row[2] for row in own)
        print(
            f"{split:6}{kind:14}{len(own):4} cases  right {ours['right'] / len(own):.2f}  wrong {ours['wrong']:3}  "
            f"none {ours['none']:3}   nearest name: right {peers['right'] / len(own):.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--wrong", default="", choices=["dev", "train"])
    options = parser.parse_args()
    everything = []
    for split in ("dev", "train"):
        found = list(judged(options.data / split))
        everything += found
        table(split, found)
        for case, ours, _, answer in found:
            if split == options.wrong and ours != "right":
                print(f"    {case.file} {case.source[0]} {case.kind}: {ours} {answer or ''}")
    table("both", everything)


if __name__ == "__main__":
    main()
