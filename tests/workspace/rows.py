"""Rows of the workspace's database, made on the spot."""

from __future__ import annotations

import json
from typing import Any


def document(id_: str, **given: Any) -> dict[str, Any]:
    """A document of this id and title; `given` are the columns that matter."""
    return {
        "id": id_, "sha256": id_, "source": f"{id_}.txt", "title": id_, "publisher": "Valley Record", "origin": None,
        "published": "2017-03-28", "language": "en", "copy_of": None, "rewritten": False, "sample": False,
        "text": "Words.", "json": "{}", "signature": None, "reader": "1", "added": id_,
    } | given  # fmt: skip


def finding(document: str, position: int, told: dict[str, Any], **given: Any) -> dict[str, Any]:
    """A finding in a document, `told` being its JSON; its id is made of document and position."""
    return {
        "id": f"{document}-{position}", "document": document, "position": position, "kind": told["kind"],
        "place": None, "score": 0.9, "json": json.dumps(told),
    } | given  # fmt: skip
