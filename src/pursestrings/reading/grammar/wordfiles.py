"""Committed word lists: sections of words in `data/*.txt`, `#` for remarks, `[name]` above each section."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The words of each section of `data/NAME.txt`, in order."""
    text = (files("pursestrings.reading") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            current += line.split()
    return {section: tuple(entries) for section, entries in found.items()}


@cache
def section(name: str, part: str) -> frozenset[str]:
    """The words of one section as a set."""
    return frozenset(sections(name)[part])
