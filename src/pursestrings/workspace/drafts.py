"""What a new fact can take from a citation or from a document that was read: never more than these say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from pursestrings.errors import NOT_FOUND, PursestringsError
from pursestrings.register.citation import Citation
from pursestrings.register.courts import court_named
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
    "place": "places", "condition": "conditions", "program": "programs", "authority": "instruments",
    "amount": "sums", "date": "dates",
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


def of_document(store: Store, prefix: str, model: type) -> tuple[Json, list[str]]:
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
    return given, list(_found(store, row.id))


def _document(store: Store, prefix: str) -> Any:
    found = [row for row in store.documents() if row.id.startswith(prefix)]
    if len(found) != 1:
        hint = "Read it first; its id stands where `pursestrings read` names it."
        raise PursestringsError(NOT_FOUND, what="document", text=prefix, hint=hint)
    return found[0]


def _docket(head: str) -> str | None:
    found = _DOCKET.search(head)
    return (found["appeal"] or found[0]) if found else None


def _found(store: Store, document: str) -> Iterator[str]:
    for kind, name in _NAMED.items():
        values = Counter(_value(kind, one) for one in store.of_document(document, kind))
        shown = [value for value, _ in values.most_common(_SHOWN) if value]
        if shown:
            yield f"{name}: {', '.join(shown)}"


def _value(kind: str, finding: Json) -> str:
    key = {"amount": "value"}.get(kind, kind)
    return str(finding.get(key) or finding.get("citation") or "")


def _present(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value not in (None, [])}
