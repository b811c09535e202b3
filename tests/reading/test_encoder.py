"""The encoder's parts: windows that cover, labels that are legal and likeliest, links, and offsets that hold."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from pursestrings.errors import PursestringsError
from pursestrings.reading.encoder import labels, pieces
from pursestrings.reading.encoder.chains import Marked, legal, marked
from pursestrings.reading.encoder.linking import MEASURES, NEAREST, nearest, spans, ways
from pursestrings.reading.encoder.network import Encoder
from pursestrings.reading.encoder.relations import _Layout
from pursestrings.reading.encoder.windows import windows
from tests.reading.making import document

LABELS = labels.count(labels.ROLES)
flags = st.lists(st.booleans(), min_size=1, max_size=400).map(lambda bits: np.array([True, *bits[1:]]))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.shipped()


@given(flags, st.lists(st.booleans(), min_size=400, max_size=400), st.integers(8, 60))
def test_windows_cover_everything_once(sentence: np.ndarray, more: list[bool], size: int) -> None:
    paragraph = sentence & np.array([True, *more[1:]])[: len(sentence)]
    found = windows(paragraph, sentence, size)
    assert all(0 < end - start <= size for start, end in found)
    assert [at for start, end in found for at in range(start, end)] == list(range(len(sentence)))


def test_a_window_ends_with_a_paragraph_where_it_can_else_with_a_sentence() -> None:
    sentence, paragraph = (np.zeros(40, np.bool_) for _ in range(2))
    sentence[[0, 8, 13, 17, 26]] = paragraph[[0, 13]] = True
    assert windows(paragraph, sentence, 20) == [(0, 13), (13, 26), (26, 40)]
    sentence[26] = False
    assert windows(paragraph, sentence, 20) == [(0, 13), (13, 33), (33, 40)]


def scores(words: int) -> st.SearchStrategy[np.ndarray]:
    numbers = st.floats(-4, 4, width=32)
    return arrays.arrays(np.float32, (words, LABELS), elements=numbers)


def likeliest(rows: np.ndarray, moves: np.ndarray) -> float:
    """The score of the best path, by trying them all."""
    return max(
        moves[-1, path[0]]
        + rows[0, path[0]]
        + sum(moves[a, b] + rows[at, b] for at, (a, b) in enumerate(itertools.pairwise(path), 1))
        for path in itertools.product(range(LABELS), repeat=len(rows))
    )


@settings(max_examples=20, deadline=None)
@given(scores(4))
def test_the_spans_are_those_of_the_likeliest_sequence(rows: np.ndarray) -> None:
    moves = legal(LABELS)
    found = marked(rows, np.array([True, False, False, False]), moves)
    path = np.zeros(4, int)
    for one in found:
        path[one.first : one.last + 1] = labels.inside(one.kind)
        path[one.first] = labels.begin(one.kind)
        assert 0 < one.score <= 1
    value = (
        moves[-1, path[0]]
        + rows[0, path[0]]
        + sum(moves[path[at - 1], path[at]] + rows[at, path[at]] for at in range(1, 4))
    )
    assert value == pytest.approx(likeliest(rows, moves), abs=1e-3)


@settings(max_examples=30, deadline=None)
@given(scores(60), st.lists(st.integers(1, 59), max_size=12))
def test_paragraphs_are_read_each_by_itself(rows: np.ndarray, cuts: list[int]) -> None:
    opens = np.zeros(60, bool)
    opens[[0, *cuts]] = True
    whole = marked(rows, opens, legal(LABELS))
    bounds = [*np.flatnonzero(opens), 60]
    apart = [
        (one.kind, one.first + start, one.last + start)
        for start, end in itertools.pairwise(bounds)
        for one in marked(rows[start:end], np.arange(end - start) == 0, legal(LABELS))
    ]
    assert [(one.kind, one.first, one.last) for one in whole] == apart


@given(st.integers(1, 40), st.integers(1, 40))
def test_every_way_between_spans_has_its_place_in_the_tables(some: int, others: int) -> None:
    one = spans([(at * 7, at * 7 + 2) for at in range(some)])
    other = spans([(at * 5 + 3, at * 5 + 3) for at in range(others)])
    pairs = nearest(one, other)
    assert pairs.shape == (some, min(NEAREST, others))
    assert pairs.min() >= 0
    assert pairs.max() < others
    words = np.arange(400)
    by = ways(one, other, pairs, words // 9, words // 40)
    assert all(by[..., n].min() >= 0 and by[..., n].max() < size for n, size in enumerate(MEASURES))


@settings(max_examples=40, deadline=None)
@given(text=st.text("ab .,“”\"'‘’\n\r\tÉß中😀-", max_size=300))
def test_whatever_the_text_spans_lie_in_it(encoder: Encoder, text: str) -> None:
    heard = encoder.read(document(text))
    for one in heard.attributions:
        for start, end in (one.cue, *one.content, *([one.source] if one.source else ())):
            assert 0 <= start < end <= len(text)
        assert 0 <= one.score <= 1
    assert all(0 <= name.start < name.end <= len(text) for name in heard.names)


def test_a_quotation_is_tied_to_its_cue_and_speaker(encoder: Encoder) -> None:
    text = "“We will not sign that,” Mayor Ana Ruiz told reporters on Tuesday. The council meets on Friday."
    (one,) = encoder.read(document(text)).attributions
    assert one.source is not None
    assert text[slice(*one.source)] == "Mayor Ana Ruiz"
    assert "told" in text[slice(*one.cue)]
    assert text[slice(*one.content[0])].startswith("“We will not sign that")
    assert one.score > 0.8


@pytest.mark.parametrize(
    ("cue", "content", "hangs"),
    [
        ((2, 2), (4, 6), True),  # Ruiz wrote in May : | We will not
        ((1, 1), (4, 6), True),
        ((1, 1), (5, 6), False),  # the words that open the paragraph are nobody's
        ((1, 1), (8, 9), False),  # a paragraph stands between
        ((5, 5), (0, 1), False),
        ((5, 5), (8, 9), False),  # no colon ends that paragraph
    ],
)
def test_unquoted_words_hang_on_what_ends_the_paragraph_before(
    cue: tuple[int, int], content: tuple[int, int], hangs: bool
) -> None:
    paragraph = np.array([0, 0, 0, 0, 1, 1, 1, 1, 2, 2])
    words, none = np.arange(10), np.zeros(10, bool)
    colon = words == 3
    layout = _Layout(words * 5, words * 5 + 4, paragraph, paragraph, none, colon)
    assert layout.hangs_together(Marked(2, *content, 0.9), Marked(1, *cue, 0.9)) is hangs


def test_names_are_told_by_kind(encoder: Encoder) -> None:
    text = "Ana Ruiz, who works for the Department of Justice, flew from Chicago to Seattle."
    found = {(name.kind, text[name.start : name.end]) for name in encoder.read(document(text)).names}
    assert ("person", "Ana Ruiz") in found
    assert {("place", "Chicago"), ("place", "Seattle")} <= found


def test_a_long_text_is_read_in_stretches_of_whole_paragraphs(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "“We will not sign,” Mayor Ana Ruiz of Salem said on Monday."
    text = "\n\n".join([said] * 9)
    whole = encoder.read(document(text))
    monkeypatch.setattr(pieces, "STRETCH", 2 * len(said))
    parts = encoder.read(document(text))
    assert len(parts.attributions) == len(parts.names) / 2 == 9
    assert [one.content for one in parts.attributions] == [one.content for one in whole.attributions]
    assert [(one.start, one.end) for one in parts.names] == [(one.start, one.end) for one in whole.names]


def test_a_text_without_prose_says_nothing(encoder: Encoder) -> None:
    assert encoder.read(document("")).attributions == ()
    assert encoder.read(document("\n \n")).names == ()


def test_a_missing_file_of_the_encoder_is_named(tmp_path: Path) -> None:
    with pytest.raises(PursestringsError, match=r"encoder\.onnx"):
        Encoder.of(tmp_path)
