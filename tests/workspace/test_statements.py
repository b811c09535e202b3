"""What officials are reported to have said, gathered for a place: one quotation is one statement."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pursestrings.workspace.folder import database_of
from pursestrings.workspace.statements import statements_of
from pursestrings.workspace.store import Store
from pursestrings.workspace.voices import voices
from tests.workspace.rows import document, finding

PLACE = "ocd-division/country:us/state:ma/place:chelsea"
FULL = "“We break no federal law, and we are not going to change the policy that we have,”"
TRIMMED = "“We are not going to change the policy that we have,”"


def put(
    folder: Path,
    id_: str,
    words: str,
    publisher: str | None,
    published: str | None = "2017-03-28",
    *,
    origin: str | None = None,
    copy_of: str | None = None,
    rewritten: bool = False,
    manner: str = "direct",
) -> None:
    """Store a document with one statement by the mayor."""
    said: dict[str, Any] = {
        "kind": "statement",
        "document": id_,
        "manner": manner,
        "act": "speech",
        "speaker": {"name": "Pat Example", "role": "mayor", "organization": None, "place": PLACE},
        "content": [{"exact": words}],
        "about": [],
    }
    row = document(
        id_, publisher=publisher, origin=origin, published=published, copy_of=copy_of, rewritten=rewritten, text=words
    )  # fmt: skip
    with Store(database_of(folder)) as store:
        store.put(row, [finding(id_, 0, said, id=f"finding-{id_}", place=PLACE)], [], {})


def told(folder: Path) -> list[dict[str, Any]]:
    return statements_of(folder, PLACE, date(2017, 8, 4), None)


def shared(folder: Path) -> list[dict[str, Any]]:
    with Store(database_of(folder)) as store:
        return voices(store)


def test_a_quotation_that_another_outlet_trims_is_one_statement_of_two_sources(tmp_path: Path) -> None:
    put(tmp_path, "a", TRIMMED, "Valley Record", "2017-03-28")
    put(tmp_path, "b", FULL, "Evening Example", "2017-03-29")
    [row] = told(tmp_path)
    assert (row["words"], row["id"]) == (FULL, "finding-b")
    assert (row["date"], row["known_since"]) == ("2017-03-28", "2017-03-28")
    assert row["outlets"] == ["Valley Record", "Evening Example"]
    assert row["independent_sources"] == 2


def test_a_rewritten_copy_is_neither_quoted_nor_counted(tmp_path: Path) -> None:
    put(tmp_path, "a", FULL, "Evening Example")
    put(tmp_path, "b", FULL, "Spun Daily", copy_of="a", rewritten=True)
    [row] = told(tmp_path)
    assert (row["outlets"], row["independent_sources"]) == (["Evening Example"], 1)


def test_an_outlet_counts_with_the_one_that_it_credits(tmp_path: Path) -> None:
    put(tmp_path, "a", FULL, "Evening Example")
    put(tmp_path, "b", TRIMMED, "Valley Record", origin="Evening Example")
    [row] = told(tmp_path)
    assert row["independent_sources"] == 1


def test_indirect_statements_are_one_only_in_the_same_words(tmp_path: Path) -> None:
    put(tmp_path, "a", "the city would not change its policy", "Evening Example", manner="indirect")
    put(tmp_path, "b", "The city would not change its policy.", "Valley Record", manner="indirect")
    put(tmp_path, "c", "the city would not change", "Harlow Times", manner="indirect")
    assert [row["independent_sources"] for row in told(tmp_path)] == [2, 1]


@pytest.mark.parametrize(
    ("days", "certainty", "first"),
    [
        (("2017-03-29", "2017-03-28"), "known", ["Valley Record"]),
        (("2017-03-28", "2017-03-28"), "tie", ["Evening Example", "Valley Record"]),
        (("2017-03-28", None), "unknown", ["Evening Example", "Valley Record"]),
    ],
)
def test_a_shared_quotation_names_its_first_publication_or_says_that_it_cannot(
    tmp_path: Path, days: tuple[str, str | None], certainty: str, first: list[str]
) -> None:
    put(tmp_path, "a", FULL, "Evening Example", days[0])
    put(tmp_path, "b", TRIMMED, "Valley Record", days[1])
    [quotation] = shared(tmp_path)
    assert quotation["first"]["certainty"] == certainty
    assert [one["outlet"] for one in quotation["first"]["publications"]] == first


def test_copies_whose_original_was_forgotten_are_still_listed(tmp_path: Path) -> None:
    put(tmp_path, "a", FULL, "Evening Example")
    put(tmp_path, "b", FULL, "Valley Record", copy_of="gone")
    [quotation] = shared(tmp_path)
    assert [one["copy_of"] for one in quotation["documents"]] == [None, None]
