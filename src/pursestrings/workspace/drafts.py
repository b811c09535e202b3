"""What a new fact can take from a citation or from a document that was read: never more than these say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any, Final

from pursestrings.errors import NOT_FOUND, PursestringsError
from pursestrings.register.citation import Citation
from pursestrings.register.courts import court_named
from pursestrings.register.index import Register
from pursestrings.register.models.base import Fact
from pursestrings.register.models.courts import Act, Case
from pursestrings.workspace.store import Store

Json = dict[str, Any]

_DOCKET: Final = re.compile(
    r"\b\d:\d\d-(?:cv|cr|mc)-\d{3,6}(?:-[A-Z]{2,4})*\b|\bNos?\. (?P<appeal>\d\d-\d{3,5})\b"
)
_HEAD: Final = 4000
"""How far into a paper the court and the docket number stand, in characters."""

_NAMED: Final = {
    "place": "places", "condition": "conditions", "program": "programs", "amount": "sums", "date": "dates",
}  # fmt: skip
_SHOWN: Final = 12


def of_citation(cited: Citation, model: type) -> Json:
    """What a citation says of a case or of an act in one."""
    act = _present(
        {"date": str(cited.date) if cited.date else None, "court": cited.court, "citation": cited.reporter}
    )
    if model is Act:
        return act
    if model is not Case:
        return {}
    docket = _present({"court": cited.court, "docket": cited.docket})
    acts = [act] if cited.reporter else []
    return _present({"caption": cited.caption, "courts": [docket] if docket else [], "acts": acts})


def of_document(store: Store, register: Register, prefix: str, model: type) -> tuple[Json, list[str]]:
    """What a document gives a new fact, and a line for each sort of thing that reading found in it."""
    row = _document(store, prefix)
    text = store.text_of(row.id)
    source = {
        "title": row.title or row.source,
        "publisher": row.publisher or row.origin or "unknown publisher",
        "date": row.published or "undated",
    }
    head = text[:_HEAD]
    docket = _present({"court": court_named(head), "docket": _docket(head)})
    fields = getattr(model, "model_fields", {})
    given: Json = {"sources": [source]} if issubclass(model, Fact) else {}
    # The day of a report is not the day of what it reports: only a paper that nobody publishes gives its own.
    if row.published and not row.publisher:
        given |= {name: row.published for name in ("date", "posted", "adopted") if name in fields}
    given |= {"title": row.title} if "title" in fields and row.title else {}
    if model is Act:
        given |= {"court": docket["court"]} if "court" in docket else {}
    elif model is Case and docket:
        given["courts"] = [docket]
    return given, list(_found(store, register, row.id))


def _document(store: Store, prefix: str) -> Any:
    found = [row for row in store.documents() if row.id.startswith(prefix)]
    if len(found) != 1:
        hint = "Read it first; its id stands where `pursestrings read` names it."
        raise PursestringsError(NOT_FOUND, what="document", text=prefix, hint=hint)
    return found[0]


def _docket(head: str) -> str | None:
    found = _DOCKET.search(head)
    return (found["appeal"] or found[0]) if found else None


def _found(store: Store, register: Register, document: str) -> Iterator[str]:
    sorts = {name: store.of_document(document, kind) for kind, name in _NAMED.items()}
    for name, findings in (sorts | _authorities(register, store.of_document(document, "authority"))).items():
        values = Counter(_value(one) for one in findings)
        shown = [value for value, _ in values.most_common(_SHOWN) if value]
        if shown:
            yield f"{name}: {', '.join(shown)}"


def _authorities(register: Register, findings: list[Json]) -> dict[str, list[Json]]:
    """The law that a document names, by what the register knows it as: each goes into other fields of a fact.

    What the register does not hold has no id, and stands as it is cited.
    """
    held: dict[str, Collection[str]] = {
        "instruments": register.instruments,
        "rules": register.rules,
        "policies": {policy.id for own in register.policies.values() for policy in own},
        "cases": register.cases,
    }
    sorts: dict[str, list[Json]] = {name: [] for name in (*held, "citations")}
    for one in findings:
        known = next((name for name, ids in held.items() if one["authority"] in ids), None)
        sorts[known or "citations"].append(one if known else {"citation": one["citation"]})
    return sorts


def _value(finding: Json) -> str:
    """What a finding names: its id, its sum or its day, else its words."""
    keys = (finding.get("kind"), "authority", "value", "citation")
    return str(next((finding[key] for key in keys if key and finding.get(key)), ""))


def _present(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value not in (None, [])}
