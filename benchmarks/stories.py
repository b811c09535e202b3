"""Copies, rewritten copies and shared quotations, told apart in stories made by a fixed seed, beside plain peers.

    python benchmarks/stories.py [FOLDER...] [--limit N] [--shared FOLDER]

Stories are those of `examples` and, where they are there, of PolNeAR's dev split. Each is printed again cut and
retitled, with a credit, in another order with its quotations trimmed, and rewritten with other words, also inside
the quotations. Two stories are never copies of each other. `--shared` lists, for reading by eye, the quotations
that are joined across the different articles of a folder.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from pursestrings.dates import PartialDate
from pursestrings.documents import CopyIndex, CopyKind, Signed, load
from pursestrings.reading.findings import Statement
from pursestrings.reading.reader import Reader
from pursestrings.reading.statements.shared_quotes import Quotation, grouped, words_of
from pursestrings.register.index import load as load_register

ROOT = Path(__file__).resolve().parents[1]
POLNEAR = ROOT.parent / "shared" / "corpora" / "polnear" / "data"
QUOTE = re.compile(r"“([^”\n]{30,})”|\"([^\"\n]{30,})\"")
PLAIN_WORD = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")
SEED = 20170804
FIRST_DAY = date(2017, 8, 1)
JACCARD = 0.5
STOCK = ["at", "the", "end", "of", "the", "day", "we", "have", "to", "do"]
Pair = frozenset[Hashable]


@dataclass(frozen=True)
class Printed:
    """One printing of a story."""

    story: int
    kind: str
    text: str
    day: date
    origin: str | None = None


def paragraphs(text: str) -> list[str]:
    return [one for one in re.split(r"\n\s*\n|\n", text) if one.strip()]


def reworded(text: str, rate: float, pool: Sequence[str], chance: random.Random) -> str:
    """Plain words changed for others; names and numbers stay."""
    return PLAIN_WORD.sub(lambda m: chance.choice(pool) if chance.random() < rate else m[0], text)


def trimmed(match: re.Match[str], chance: random.Random) -> str:
    """A quotation without its beginning, its end or its middle."""
    words = (match[1] or match[2]).split()
    third = max(1, len(words) // 3)
    kept = chance.choice([words[third:], words[:-third], [*words[:third], "…", *words[2 * third :]]])
    return f"“{' '.join(kept)}”"


def printings(story: int, text: str, pool: Sequence[str], chance: random.Random) -> Iterator[Printed]:
    """The story, and what other outlets make of it in the days after."""
    title, *body = paragraphs(text)
    yield Printed(story, "original", text, FIRST_DAY)
    head = " ".join(chance.sample(pool, 6)).capitalize()
    cut = body[: max(3, round(len(body) * chance.uniform(0.4, 0.7)))]
    yield Printed(story, "cut", "\n\n".join([head, *cut]), FIRST_DAY + timedelta(1))
    kept = [one for one in body if chance.random() < 0.85] or body
    credited = "\n\n".join([title, "By Jane Roe, Sample Wire", *kept])
    yield Printed(story, "credited", credited, FIRST_DAY + timedelta(1), "Sample Wire")
    mixed = [body[0], *chance.sample(body[1:], len(body) - 1)]
    shorter = QUOTE.sub(lambda match: trimmed(match, chance), "\n\n".join([head, *mixed]))
    yield Printed(story, "trimmed", shorter, FIRST_DAY + timedelta(2))
    for rate in (0.15, 0.3):
        spun = reworded("\n\n".join([head, *body]), rate, pool, chance)
        yield Printed(story, f"rewritten {rate}", spun, FIRST_DAY + timedelta(2))


def scored(name: str, found: set[Pair], gold: set[Pair]) -> None:
    right = len(found & gold)
    print(
        f"{name:38} precision {right / max(1, len(found)):.3f}  recall {right / max(1, len(gold)):.3f}  "
        f"({right} right, {len(found) - right} wrong, {len(gold) - right} missed)"
    )


def pairs_of(groups: Iterable[Sequence[Hashable]]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def grouped_by(keys: Iterable[Hashable]) -> list[list[int]]:
    """The numbers of equal keys."""
    groups: dict[Hashable, list[int]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(key, []).append(number)
    return list(groups.values())


def signed(printed: Printed, number: int, folder: Path) -> Signed:
    path = folder / "story.txt"
    path.write_text(printed.text, encoding="utf-8")
    made = Signed.of(load(path))
    return Signed(str(number), made.signature, None, printed.origin, PartialDate.of(printed.day))


def copies(texts: Sequence[str], chance: random.Random) -> None:
    """Which printings are told to be of one story, and which to be rewritten."""
    pool = sorted({word for text in texts for word in PLAIN_WORD.findall(text)})
    made = [one for story, text in enumerate(texts) for one in printings(story, text, pool, chance)]
    chance.shuffle(made)
    index, of = CopyIndex(), {number: number for number in range(len(made))}
    marked: set[int] = set()
    with TemporaryDirectory() as folder:
        for number, one in enumerate(made):
            for copy in index.take(signed(one, number, Path(folder))):
                of[int(copy.id)] = int(copy.of)
                (marked.add if copy.kind is CopyKind.REWRITTEN else marked.discard)(int(copy.id))
    gold = pairs_of(grouped_by(one.story for one in made))
    print(f"{len(texts)} stories, {len(made)} printings")
    scored("copies", pairs_of(grouped_by(root(number, of) for number in of)), gold)
    words = [set(re.findall(r"\w+", one.text.lower())) for one in made]
    near: set[Pair] = {
        frozenset((i, j))
        for i, j in combinations(range(len(made)), 2)
        if len(words[i] & words[j]) >= JACCARD * len(words[i] | words[j])
    }
    scored("copies, peer: Jaccard of words", near, gold)
    spun = {number for number, one in enumerate(made) if one.kind.startswith("rewritten")}
    scored("marked as rewritten", single(marked), single(spun))
    quoting = {number for number in spun if QUOTE.search(made[number].text)}
    scored("  of stories that quote", single(marked), single(quoting))
    for kind in dict.fromkeys(one.kind for one in made):
        ours = [number for number, one in enumerate(made) if one.kind == kind]
        print(f"    {kind:20} {len(set(ours) & marked)} of {len(ours)} marked")


def single(numbers: Iterable[int]) -> set[Pair]:
    return {frozenset((number,)) for number in numbers}


def root(number: int, of: dict[int, int]) -> int:
    while of[number] != number:
        number = of[number]
    return number


Change = Callable[[list[str], Sequence[str], random.Random], list[list[str]]]


def third(words: Sequence[str]) -> int:
    return max(1, len(words) // 3)


SAME: dict[str, Change] = {
    "whole": lambda words, pool, chance: [words],
    "without its beginning": lambda words, pool, chance: [words[third(words) :]],
    "without its end": lambda words, pool, chance: [words[: -third(words)]],
    "without its middle": lambda words, pool, chance: [
        [*words[: third(words)], "…", *words[2 * third(words) :]]
    ],
    "with a bracket": lambda words, pool, chance: [[*words[:4], "[the", "city]", *words[5:]]],
    "broken by the cue": lambda words, pool, chance: [words[: third(words)], words[third(words) :]],
}
OTHER: dict[str, Change] = {
    "a word of each third changed": lambda words, pool, chance: [changed(words, pool, chance)],
    "going on otherwise": lambda words, pool, chance: [[*words[:4], *chance.sample(pool, 2 * third(words))]],
    "a stock phrase": lambda words, pool, chance: [
        [*chance.sample(pool, 6), *STOCK, *chance.sample(pool, 6)]
    ],
}


def changed(words: list[str], pool: Sequence[str], chance: random.Random) -> list[str]:
    part = third(words)
    at = {start + chance.randrange(1, part - 1) for start in (0, part, len(words) - part)}
    return [chance.choice(pool) if number in at else word for number, word in enumerate(words)]


def quotations(quoted: Sequence[tuple[str, Quotation]], pool: Sequence[str], chance: random.Random) -> None:
    """Which printings of a quotation are joined, of those that an outlet may make of it."""
    made: list[Quotation] = []
    strings: list[str] = []
    gold: list[Hashable] = []
    for number, (text, one) in enumerate(quoted):
        words = text.strip("“”\"'").split()
        for kind, change in (SAME | OTHER).items():
            stretches = [" ".join(part) for part in change(words, pool, chance)]
            speaker = chance.choice([one.speaker, one.speaker[-1:]])
            id_ = str(len(made))
            made.append(Quotation(id_, id_, *words_of(stretches), speaker, id_))
            strings.append(" … ".join(stretches))
            gold.append(number if kind in SAME else f"other {len(made)}")
    true = pairs_of(grouped_by(gold))
    print(f"{len(quoted)} quotations, {len(made)} printings")
    scored("joined", pairs_of([int(one.id) for one in group] for group in grouped(made)), true)
    same = grouped_by(" ".join(re.findall(r"\w+", text.lower())) for text in strings)
    scored("joined, peer: the same string", pairs_of(same), true)


def read(paths: Iterable[Path]) -> list[tuple[str, Quotation]]:
    """Every quotation of the texts in marks of its own, with its words as printed."""
    found = []
    reader = Reader.of(load_register())
    for path in paths:
        said = [one for one in reader.read(load(path)).findings if isinstance(one, Statement)]
        for one in said:
            quotation = Quotation.of(f"{path.name}:{one.content[0].start}", one.as_json())
            if quotation is not None:
                found.append((" … ".join(part.exact for part in one.content), quotation))
    return found


def shared(folder: Path) -> None:
    """The quotations that different articles of a folder share, by file and offset."""
    found = grouped(quotation for _, quotation in read(sorted(folder.glob("*.txt"))))
    across = [group for group in found if len({one.document for one in group}) > 1]
    for group in across:
        print(f"{' '.join(group[0].speaker) or '?':24} " + "  ".join(one.id for one in group))
    print(f"{len(across)} quotations in more than one article")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folders", nargs="*", type=Path, default=[ROOT / "examples", POLNEAR / "dev" / "text"]
    )
    parser.add_argument("--limit", type=int, default=40, help="At most so many texts of a folder.")
    parser.add_argument("--shared", type=Path)
    asked = parser.parse_args()
    if asked.shared:
        shared(asked.shared)
        return
    reprints = {"2-massachusetts-cities-reprint.txt"}
    paths = [
        path
        for folder in asked.folders
        for path in sorted(folder.glob("*.txt"))[: asked.limit]
        if path.name not in reprints
    ]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    texts = [text for text in texts if len(paragraphs(text)) > 4]
    chance = random.Random(SEED)
    copies(texts, chance)
    pool = sorted({word for text in texts for word in PLAIN_WORD.findall(text)})
    whole = {one[1].words: one for one in read(paths) if len(one[1].words) >= 12 and " … " not in one[0]}
    quotations(list(whole.values()), pool, chance)


if __name__ == "__main__":
    main()
