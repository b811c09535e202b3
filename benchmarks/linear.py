"""Whether reading takes time in proportion to a document's length, however odd the document.

    python -m benchmarks.linear [--words 64000] [--limit 60] [--kind KIND ...] [--encoder]

Documents of one kind are written, loaded and read at 1,000 words, then 2,000, 4,000 and so on up to `--words`, or until
one takes longer than `--limit` seconds of the processor. Prints milliseconds a thousand words at each size, and the last
of them over the first: 1.0 is linear, 2.0 at twice the length is quadratic. The encoder sees windows of one size and is
left out unless asked for, so that what stands around it shows.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from pursestrings.documents import load
from pursestrings.reading.encoder.network import Encoder
from pursestrings.reading.reader import Reader, jsonl
from pursestrings.register.index import load as load_register

SMALLEST = 1000
STORY = (
    "“We will not be told how to police our streets,” Mayor Joan Alder of Chelsea, Mass., said on Monday.",
    "The Justice Department wrote to the city on March 3, 2018, that its Byrne JAG grant of $1.2 million was at risk.",
    "Police Chief Mark Teller said he had seen no such letter, and that 40 officers depend on the money.",
    "She added that the order cites 8 U.S.C. 1373, and the council voted 7-2 to sue.",
)
NAMES = "Alder Boston Teller Chelsea Mayor Denver Justice Department Mark Salem Judge County"
CITED = "8 U.S.C. § 1373(a); id. at 5; 2 C.F.R. pt. 200; 83 Fed. Reg. 1234; § 1373; Smith v. Jones, 5 F.3d 10 (1st Cir. 1999);"
DATED = "March 3, 2018, $1.2 million, 4,000 officers, 40 percent, last Monday, within 30 days, FY 2017,"

NO_MARKS = str.maketrans("", "", "“”")
PLACES = (
    "Boston",
    "Salem",
    "Lynn",
    "Lowell",
    "Quincy",
    "Newton",
    "Malden",
    "Medford",
    "Chelsea",
    "Revere",
    "Everett",
)


def word_of(number: int) -> str:
    """A made-up name for a number: no two have the same."""
    letters = "aeioubdgklmnprst"
    name = ""
    while number or len(name) < 4:
        number, at = divmod(number, len(letters))
        name += letters[at]
    return name.capitalize()


def repeated(words: str, count: int, gap: str = " ") -> str:
    """So many of some words, from the beginning again where they run out."""
    return gap.join(islice(cycle(words.split()), count))


KINDS: dict[str, Callable[[int], str]] = {
    "news": lambda count: "\n\n".join(islice(cycle(STORY), count // 19)),
    "one paragraph": lambda count: " ".join(islice(cycle(STORY), count // 19)),
    "one sentence": lambda count: " ".join(islice(cycle(STORY), count // 19)).replace(".", ",").replace("”", ""),
    "lines": lambda count: "\n".join(islice(cycle(STORY), count // 19)),
    "one word": lambda count: repeated("police", count),
    "one word a line": lambda count: repeated("Boston", count, "\n"),
    "one quotation mark": lambda count: repeated('"', count),
    "opening marks": lambda count: repeated("“", count),
    "marks without space": lambda count: '"' * 6 * count,
    "single marks": lambda count: repeated("‘so’ ‘ it's '", count),
    "names": lambda count: repeated(NAMES, count),
    "names with commas": lambda count: repeated(NAMES, count, ", "),
    "citations": lambda count: repeated(CITED, count),
    "numbers": lambda count: repeated("1,234 17 $5 two million", count),
    "dates": lambda count: repeated(DATED, count),
    "brackets": lambda count: "(" * 3 * count + ")" * 3 * count,
    "bracketed words": lambda count: "(a " * (count // 2) + "b) " * (count // 2),
    "no space": lambda count: "A" * 6 * count,
    "digits": lambda count: "1" * 6 * count,
    "hyphens": lambda count: "a-" * 3 * count,
    "hyphens and capitals": lambda count: "Ab-" * 2 * count,
    "stops": lambda count: repeated(".", count),
    "abbreviations": lambda count: repeated("Mr. U.S. v. No. Gov. St. Mass. Jan.", count),
    "speech verbs": lambda count: repeated("he said she said that they told who", count),
    "blank lines": lambda count: "\n" * 3 * count + "word " * 20 + "\n" * 3 * count,
    "white space": lambda count: "word" + " " * 6 * count + "word",
    "gaps": lambda count: repeated("word -", count, " " * 12),
    "stops without space": lambda count: ".”" * 3 * count,
    "one open quotation": lambda count: "“" + " ".join(islice(cycle(STORY), count // 19)).translate(NO_MARKS),
    "labels": lambda count: "\n\n".join(islice(cycle(("ALDER: Why so?", "TELLER: I do not know.")), count // 3)),
    "new names": lambda count: " ".join(f"Mayor Ann {word_of(n)} said so." for n in range(count // 5)),
    "new acronyms": lambda count: " ".join(f"The {word_of(n).upper()} said so." for n in range(count // 4)),
    "new places": lambda count: " ".join(f"{PLACES[n % len(PLACES)]}, Mass., sued." for n in range(count // 3)),
    "quotations": lambda count: " ".join(islice(cycle(("“We will not,” he said.",)), count // 5)),
}  # fmt: skip


def timed(reader: Reader, file: Path) -> float:
    """Seconds of the processor for loading and reading a file."""
    started = time.process_time()
    jsonl(reader.read(load(file)))
    return time.process_time() - started


def sizes(most: int) -> Iterator[int]:
    """1,000 and its doubles."""
    size = SMALLEST
    while size <= most:
        yield size
        size *= 2


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=64_000)
    parser.add_argument("--limit", type=float, default=60.0)
    parser.add_argument("--kind", action="append", choices=KINDS)
    parser.add_argument("--encoder", action="store_true")
    asked = parser.parse_args()
    reader = Reader.of(load_register())
    if not asked.encoder:
        silent = SimpleNamespace(read=lambda document: SimpleNamespace(attributions=()))
        reader = Reader(reader.register, reader.law, reader.conditions, cast("Encoder", silent))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.txt"
        print("milliseconds a thousand words, from 1,000 words on by doubles; the last over the first")
        for kind in asked.kind or KINDS:
            print(f"{kind:20}", end="", flush=True)
            file.write_text(KINDS[kind](SMALLEST), encoding="utf-8")
            timed(reader, file)  # loads what reading such a document needs
            found: list[float] = []
            for size in sizes(asked.words):
                file.write_text(KINDS[kind](size), encoding="utf-8")
                took = timed(reader, file)
                found.append(took / size * 1e6)
                print(f" {found[-1]:7.1f}", end="", flush=True)
                if took > asked.limit:
                    break
            print(f"   x{found[-1] / found[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
