"""Forgetting a document takes all that came from it, and leaves its copies one story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pursestrings.workspace.store import Sentence, Store
from tests.workspace.rows import document, finding


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "database") as opened:
        yield opened


def put(store: Store, *told: tuple[str, str | None, bool]) -> None:
    """Store documents, each with the one it is a copy of and whether its words were altered."""
    for id_, original, rewritten in told:
        store.put(document(id_, copy_of=original, rewritten=rewritten), [], [], {})


def story(store: Store) -> dict[str, tuple[str | None, bool]]:
    return {row.id: (row.copy_of, row.rewritten) for row in store.documents()}


def test_the_copies_of_a_forgotten_original_are_copies_of_the_first_of_them(store: Store) -> None:
    put(store, ("a", None, False), ("b", "a", False), ("c", "a", False), ("z", None, False))
    store.forget("a")
    assert story(store) == {"b": (None, False), "c": ("b", False), "z": (None, False)}
    store.forget("b")
    assert story(store) == {"c": (None, False), "z": (None, False)}


def test_a_copy_of_altered_words_is_no_original_while_a_true_one_is_there(store: Store) -> None:
    put(store, ("a", None, False), ("b", "a", True), ("c", "a", False))
    store.forget("a")
    assert story(store) == {"b": ("c", True), "c": (None, False)}


def test_altered_words_stay_marked_when_nothing_else_is_left(store: Store) -> None:
    put(store, ("a", None, False), ("b", "a", True), ("c", "a", True))
    store.forget("a")
    assert story(store) == {"b": (None, True), "c": ("b", True)}


def test_forgetting_a_copy_leaves_the_others_as_they_are(store: Store) -> None:
    put(store, ("a", None, False), ("b", "a", False), ("c", "a", True))
    store.forget("b")
    assert story(store) == {"a": (None, False), "c": ("a", True)}


def test_findings_and_sentences_go_and_the_facts_made_of_them_are_named(store: Store) -> None:
    told = {"kind": "statement", "document": "a"}
    sentence = Sentence(0, 6, "Detainers.", ())
    store.put(document("a"), [finding("a", 0, told), finding("a", 1, told)], [sentence], {})
    store.put(document("b"), [finding("b", 0, told)], [sentence], {})
    for row in store.waiting(document="a"):
        store.decide(row, "accepted", "2026-01-01", fact=f"fact-of-{row.id}" if row.position else None)
    assert store.forget("a") == ["fact-of-a-1"]
    assert [row.id for row in store.said()] == ["b-0"]
    assert [row.document for row in store.search("detainers", 9)] == ["b"]
    assert store.forget("a") == []
