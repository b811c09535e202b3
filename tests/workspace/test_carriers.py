"""Independent sources are counted and the first publication is named, and neither is guessed."""

from __future__ import annotations

import pytest

from pursestrings.dates import PartialDate
from pursestrings.workspace.carriers import Carrier, Certainty, first_of, sources_of

Told = tuple[str, str | None, str | None, str | None, str | None]


def carriers(*told: Told) -> list[Carrier]:
    """Document, publisher, origin, day and the document that it is a copy of."""
    return [
        Carrier(id_, publisher, origin, PartialDate.parse(day) if day else None, copy_of)
        for id_, publisher, origin, day, copy_of in told
    ]


@pytest.mark.parametrize(
    ("told", "independent", "unknown"),
    [
        ([], 0, 0),
        ([("a", "X", None, None, None)], 1, 0),
        ([("a", "X", None, None, None), ("b", "Y", None, None, None)], 2, 0),
        ([("a", "X", None, None, None), ("b", "Y", None, None, "a")], 1, 0),
        ([("a", "X", None, None, None), ("b", "X", None, None, None)], 1, 0),
        ([("a", "X", "W", None, None), ("b", "Y", "W", None, None)], 1, 0),
        ([("a", "X", "W", None, None), ("b", "W", None, None, None)], 1, 0),
        ([("a", "X", "W", None, None), ("b", "X", "V", None, None)], 2, 0),
        ([("a", None, None, None, None)], 1, 0),
        ([("a", None, None, None, None), ("b", None, None, None, None)], 1, 1),
        ([("a", "X", None, None, None), ("b", None, None, None, None)], 1, 1),
        ([("b", "Y", None, None, "gone"), ("c", "Z", None, None, "gone")], 1, 0),
    ],
)
def test_sources_that_come_from_one_another_count_once(
    told: list[Told], independent: int, unknown: int
) -> None:
    found = sources_of(carriers(*told))
    assert (found.independent, found.unknown) == (independent, unknown)


def test_a_rewritten_copy_is_no_source_and_no_first_publication() -> None:
    told = [
        Carrier("a", "X", published=PartialDate.parse("2017-08-04")),
        Carrier("b", "Spun", published=PartialDate.parse("2017-08-01"), copy_of="a", rewritten=True),
    ]
    assert sources_of(told).independent == 1
    assert [one.outlet for one in first_of(told).publications] == ["X"]
    assert sources_of(told[1:]).independent == 0
    assert first_of(told[1:]).publications == ()


@pytest.mark.parametrize(
    ("told", "certainty", "outlets"),
    [
        ([("a", "X", None, "2017-08-02", None), ("b", "Y", None, "2017-08-01", None)], "known", ["Y"]),
        ([("a", "X", None, "2017-08-01", None), ("b", "Y", None, "2017-08-01", None)], "tie", ["X", "Y"]),
        ([("a", "X", None, "2017-08", None), ("b", "Y", None, "2017-08-03", None)], "unknown", ["Y", "X"]),
        ([("a", "X", None, "2017-07", None), ("b", "Y", None, "2017-08-03", None)], "known", ["X"]),
        ([("a", "X", None, None, None), ("b", "Y", None, "2017-08-03", None)], "unknown", ["Y", "X"]),
        ([("a", "X", None, None, None), ("b", "Y", None, None, None)], "unknown", ["X", "Y"]),
        # A credit says more than the dates: what is reprinted was out before.
        ([("a", "X", "W", "2017-08-01", None), ("b", "W", None, "2017-08-01", None)], "known", ["W"]),
        ([("a", "X", "W", None, None), ("b", "W", None, "2017-08-01", None)], "known", ["W"]),
        ([("a", "X", "W", "2017-08-01", None), ("b", "Y", None, "2017-08-02", None)], "known", ["W"]),
        ([("a", "X", "W", "2017-08-02", None), ("b", "Y", None, "2017-08-01", None)], "unknown", ["Y", "W"]),
        ([("a", "X", "W", "2017-08-03", None), ("b", "W", "V", "2017-08-02", None)], "known", ["V"]),
        ([("a", "X", "W", None, None), ("b", "W", "X", None, None)], "unknown", ["W", "X"]),
        # A copy is no evidence of who came first where the days are the same.
        ([("a", "X", None, "2017-08-01", None), ("b", "Y", None, "2017-08-01", "a")], "tie", ["X", "Y"]),
    ],
)
def test_the_first_publication_is_named_by_day_and_credit_or_not_at_all(
    told: list[Told], certainty: str, outlets: list[str]
) -> None:
    found = first_of(carriers(*told))
    assert found.certainty is Certainty(certainty)
    assert [one.outlet for one in found.publications] == outlets


def test_an_outlet_that_is_only_credited_has_no_document_and_a_day_by_which_it_was_out() -> None:
    [first] = first_of(carriers(("a", "X", "W", "2017-08-01", None))).publications
    assert first.as_json() == {"outlet": "W", "documents": [], "date": None, "by": "2017-08-01"}


def test_a_reprint_older_than_its_outlets_own_document_shows_that_an_earlier_one_is_missing() -> None:
    told = carriers(("a", "X", "W", "2017-08-01", None), ("b", "W", None, "2017-08-05", None))
    [first] = first_of(told).publications
    assert first.as_json() == {"outlet": "W", "documents": ["b"], "date": None, "by": "2017-08-01"}
