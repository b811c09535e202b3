"""The texts from which the sample letter and the sample ordinance are built."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Mark(StrEnum):
    """What a paragraph is, by the sign at its start."""

    TITLE = "!"
    HEADING = "#"
    INDENTED = ">"
    PLAIN = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; its lines are those of the text, as in an address."""

    lines: tuple[tuple[Mark, str], ...]


def read_paragraphs(path: Path) -> list[Paragraph]:
    """The paragraphs of a text: a blank line parts them, and each line may begin with a mark."""
    text = path.read_text(encoding="utf-8").strip()
    return [Paragraph(tuple(map(_line, part.splitlines()))) for part in text.split("\n\n")]


def _line(line: str) -> tuple[Mark, str]:
    sign, _, rest = line.partition(" ")
    return (Mark(sign), rest) if sign in ("!", "#", ">") else (Mark.PLAIN, line)
