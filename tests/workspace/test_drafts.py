"""What a new fact takes from a document that was read: what it names, each under the register's word for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pursestrings.register.models.courts import Case
from pursestrings.workspace.drafts import of_document
from pursestrings.workspace.store import Store
from tests.reading.making import register
from tests.workspace.rows import document, finding


def named(folder: Path, *findings: dict[str, Any]) -> list[str]:
    """The lines on a document in which these things were found."""
    with Store(folder / "database") as store:
        rows = [finding("a", number, one) for number, one in enumerate(findings)]
        store.put(document("a"), rows, [], {})
        return of_document(store, register(), "a", Case)[1]


def law(known: str | None, citation: str | None = None) -> dict[str, Any]:
    return {"kind": "authority", "authority": known, "citation": citation}


def test_law_stands_under_what_the_register_knows_it_as(tmp_path: Path) -> None:
    held = register()
    policy = next(own for own in held.policies.values() if own)[0].id
    rule, case = next(iter(held.rules)), next(iter(held.cases))
    lines = named(tmp_path, law(policy), law("eo-13768", "Executive Order 13768"), law(case), law(rule))
    assert lines == [
        "instruments: eo-13768",
        f"rules: {rule}",
        f"policies: {policy}",
        f"cases: {case}",
    ]


def test_law_that_the_register_does_not_hold_stands_as_it_is_cited(tmp_path: Path) -> None:
    found = [law(None, "42 U.S.C. § 1983"), law("gone-from-the-register", "H.B. 1"), law("gone", None)]
    assert named(tmp_path, *found) == ["citations: 42 U.S.C. § 1983, H.B. 1"]


def test_what_is_named_most_comes_first(tmp_path: Path) -> None:
    sums = [{"kind": "amount", "value": value} for value in (5, 7, 7)]
    days = [{"kind": "date", "date": "2017-08-18"}]
    assert named(tmp_path, *sums, *days) == ["sums: 7, 5", "dates: 2017-08-18"]


def test_the_document_is_the_source(tmp_path: Path) -> None:
    with Store(tmp_path / "database") as store:
        store.put(document("a", publisher=None, origin="Agency"), [], [], {})
        given, _ = of_document(store, register(), "a", Case)
    assert given["sources"] == [{"title": "a", "publisher": "Agency", "date": "2017-03-28"}]
