"""A quotation is found by any of its words, wherever the sentences of the text part them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pursestrings.workspace.store import Sentence, Store
from pursestrings.workspace.voices import voices
from tests.workspace.rows import document, finding

PARTS = ("[W]e have no jail of our own here.", "Ask the county about its beds.")


SHORT = ("No.", "Never again.", "Not here.", "Not now.")


def said(exact: str) -> dict[str, Any]:
    speaker = {"name": "Pat Example", "organization": None}
    content = [{"exact": exact}]
    return {"kind": "statement", "document": "a", "manner": "direct", "content": content, "speaker": speaker}


def put(store: Store, parts: Sequence[str]) -> None:
    """Store a document that quotes these sentences."""
    sentences = [Sentence(number, number + 1, part, ()) for number, part in enumerate(parts)]
    store.put(document("a"), [finding("a", 0, said(f"“{' '.join(parts)}”"))], sentences, {})


@pytest.mark.parametrize(
    "words", ["no jail of our own", "our own here. Ask", "here Ask", "we have no jail", "about its beds"]
)
def test_words_that_a_full_stop_or_a_bracket_parts_are_found(tmp_path: Path, words: str) -> None:
    with Store(tmp_path / "database") as store:
        put(store, PARTS)
        assert [one["speaker"] for one in voices(store, words)] == ["Pat Example"]
        assert voices(store, "our own there. Ask") == []
        assert voices(store, "— … —") == []


def test_a_quotation_of_sentences_of_a_word_or_two_is_found(tmp_path: Path) -> None:
    with Store(tmp_path / "database") as store:
        put(store, SHORT)
        assert len(voices(store, "never again")) == 1
