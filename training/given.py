"""Articles with their attributions given, as they were marked by hand, for asking only who their sources are."""

from __future__ import annotations

from pathlib import Path

from training.attributions.polnear import marked

from pursestrings.documents import Document, load
from pursestrings.reading.grammar.cues import SPEECH
from pursestrings.reading.grammar.relation import Relation


def article(split: Path, name: str) -> tuple[Document, list[Relation]]:
    """An article of PolNeAR and its attributions, in the form in which the reader hands them on.

    `split` is a folder with `text` and `attributions`. Of several annotators the first by file name is taken; what
    has no cue or no content is left out.
    """
    marks = marked(min((split / "attributions").glob(f"{name}_????.ann")))
    given = [
        Relation(one.source[0] if one.source else None, one.cue[0], one.content, SPEECH, 1.0)
        for one in marks
        if one.cue and one.content
    ]
    return load(split / "text" / f"{name}.txt"), given
