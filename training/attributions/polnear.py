"""PolNeAR: political news of 2015 and 2016 with its attributions marked by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pursestrings.documents import Document, load

Span = tuple[int, int]
_KEY = re.compile(r"[TE]\d+")


@dataclass(frozen=True)
class Marked:
    """One attribution as stretches of the text; a role may have none or several."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Article:
    """A text with what each of its annotators marked, by file name; one annotator is the rule."""

    document: Document
    readings: tuple[tuple[Marked, ...], ...]


def articles(split: Path) -> list[Article]:
    """The articles of a split (a folder with `text` and `attributions`), by name."""
    found = []
    for path in sorted((split / "text").glob("*.txt")):
        marks = sorted(
            mark
            for mark in (split / "attributions").glob("*.ann")
            if mark.stem.rsplit("_", 1)[0] == path.stem
        )
        if marks:
            found.append(Article(load(path), tuple(marked(mark) for mark in marks)))
    return found


def marked(path: Path) -> tuple[Marked, ...]:
    """The attributions of one annotation file.

    A line that does not begin with a key goes on with the text of the one before it, and is passed over.
    """
    spans: dict[str, tuple[Span, ...]] = {}
    relations: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        key, *rest = line.split("\t")
        if not rest or not _KEY.fullmatch(key):
            continue
        if key[0] == "T":
            spans[key] = tuple(_span(pair) for pair in rest[0].split(" ", 1)[1].split(";"))
        else:
            relations.append(rest[0])
    return tuple(_relation(relation, spans) for relation in relations)


def _span(pair: str) -> Span:
    start, end = pair.split()
    return int(start), int(end)


def _relation(line: str, spans: dict[str, tuple[Span, ...]]) -> Marked:
    roles: dict[str, tuple[Span, ...]] = {}
    for part in line.split():
        role, target = part.split(":")
        name = re.sub(r"\d+$", "", role).lower()
        roles[name] = (*roles.get(name, ()), *spans.get(target, ()))
    return Marked(*(tuple(sorted(roles.get(role, ()))) for role in ("source", "cue", "content")))
