"""Citations of law in all their forms, by the reader and by eyecite alone, on sentences marked by hand.

    python benchmarks/citations.py

A citation is right when it overlaps the marked words and has the same normal form. eyecite gets its best chance:
cases, statutes and laws, its short forms resolved, and any of the forms that it offers counts, whatever its marks
and spaces. A second column asks for the place alone.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from eyecite import get_citations, resolve_citations

from pursestrings.reading.era import Era
from pursestrings.reading.law.law import LawIndex
from pursestrings.register.index import load

MARKED = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True)
class Cited:
    """A citation: its place, and the normal forms that are offered for it."""

    start: int
    end: int
    forms: frozenset[str]


@dataclass
class Tally:
    """Predictions, marks, and the predictions that agree with marks, with and without the form."""

    predicted: int = 0
    marked: int = 0
    right: int = 0
    placed: int = 0

    def scores(self) -> tuple[float, float, float, float]:
        """Precision, recall, F1, and the F1 of places alone."""
        both = max(1, self.predicted + self.marked)
        return (
            self.right / max(1, self.predicted),
            self.right / max(1, self.marked),
            2 * self.right / both,
            2 * self.placed / both,
        )


Reader = Callable[[str], list[Cited]]
Marked = list[tuple[str, list[Cited]]]


def plain(form: str) -> str:
    """A form without what editors differ on: marks, spaces, "No.", "Ann.", the short name of the Register."""
    bare = re.sub(r"\bNo\.|\bAnn\b\.?", "", form).replace("§§", "§").replace("Fed. Reg.", "FR")
    return re.sub(r"[\s.,]", "", bare).lower()


def marked_in(part: str) -> Marked:
    """The sentences of one part of the set, with their citations."""
    entries = yaml.safe_load(MARKED.read_text(encoding="utf-8"))[part] or []
    if part == "none":
        return [(text, []) for text in entries]
    return [(one["text"], [place(one["text"], *pair) for pair in one["cites"].items()]) for one in entries]


def place(text: str, words: str, form: str) -> Cited:
    """Where the words of a mark stand; `#2` behind them asks for their second occurrence."""
    words, _, count = words.partition("#")
    start = -1
    for _ in range(int(count or 1)):
        start = text.index(words, start + 1)
    return Cited(start, start + len(words), frozenset([plain(form)]))


def reader() -> Reader:
    """Our reader: what it reports as authorities, with their citations."""
    index = LawIndex(load())

    def read(text: str) -> list[Cited]:
        cited = index.cited(text, [(0, len(text))], Era(None, None))
        return [Cited(one.start, one.end, frozenset([plain(one.citation or "")])) for one in cited]

    return read


def alone(text: str) -> list[Cited]:
    """eyecite: full, short, supra and id. citations, each with every form that can be drawn from it."""
    found: list[Any] = list(get_citations(text))
    resolved: dict[int, Any] = {}
    groups: dict[Any, Any] = resolve_citations(found)
    for resource, group in groups.items():
        resolved.update((id(one), resource.citation) for one in group)
    return [
        Cited(start, end, forms(text, one, resolved.get(id(one), one)))
        for one in found
        for start, end in (one.span(),)
    ]


def forms(text: str, one: Any, full: Any) -> frozenset[str]:
    """The words, the corrected citation and that with its pin, of the citation and of what it stands for."""
    offered = {text[slice(*one.span())], text[slice(*one.full_span())]}
    for cited in (one, full):
        corrected = cited.corrected_citation()
        offered |= {corrected, corrected + (cited.metadata.pin_cite or "")}
        groups = cited.groups
        if groups.get("section"):
            offered.add(f"{groups['reporter']} § {groups['section']}")
    return frozenset(plain(form) for form in offered)


def measure(read: Reader, texts: Marked, tally: Tally, misses: list[str]) -> float:
    """Add the texts to the tally, and what went wrong to the misses; the seconds taken are the result."""
    started = time.process_time()
    read_texts = [(text, wanted, read(text)) for text, wanted in texts]
    seconds = time.process_time() - started
    for text, wanted, found in read_texts:
        tally.predicted += len(found)
        tally.marked += len(wanted)
        same = paired(wanted, found, lambda one, other: bool(one.forms & other.forms))
        tally.right += len(same)
        tally.placed += len(paired(wanted, found, lambda one, other: True))
        if not len(same) == len(wanted) == len(found):
            offered = [f"{text[one.start : one.end]!r} {sorted(one.forms)}" for one in found]
            misses.append(f"  {text}\n      found: {'; '.join(offered) or 'nothing'}")
    return seconds


def paired(wanted: list[Cited], found: list[Cited], same: Callable[[Cited, Cited], bool]) -> set[int]:
    """The marks that have a prediction of their own."""
    free = list(found)
    pairs = set()
    for index, one in enumerate(wanted):
        fit = next((o for o in free if o.start < one.end and one.start < o.end and same(one, o)), None)
        if fit:
            free.remove(fit)
            pairs.add(index)
    return pairs


def main() -> None:
    logging.getLogger("eyecite").setLevel(logging.ERROR)
    parts = {part: marked_in(part) for part in ("before", "after", "none")}
    readers: dict[str, Reader] = {"reader": reader(), "eyecite": alone}
    seconds, misses = {}, []
    for name, read in readers.items():
        read("A warm start at 1 U.S. 1 and 8 U.S.C. § 1.")
        total, wrong = Tally(), list[str]()
        seconds[name] = 0.0
        for part, texts in parts.items():
            own = Tally()
            taken = measure(read, texts, own, wrong)
            seconds[name] += taken
            if part != "none":
                line(f"{name}, {part}", own)
            for key, value in vars(own).items():
                setattr(total, key, getattr(total, key) + value)
        line(name, total)
        misses += wrong if name == "reader" else []
    ratio = seconds["reader"] / seconds["eyecite"]
    print(
        f"the reader takes {ratio:.2f} times the seconds of eyecite ({seconds['reader']:.2f} and {seconds['eyecite']:.2f})"
    )
    print("\n".join(["what the reader gets wrong:", *misses]) if misses else "the reader gets all right")


def line(name: str, tally: Tally) -> None:
    """Print one line of figures."""
    precision, recall, f1, places = tally.scores()
    print(
        f"{name:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  place alone {places:.3f}  ({tally.marked} marked)"
    )


if __name__ == "__main__":
    main()
