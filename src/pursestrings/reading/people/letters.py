"""Who "I" is in a text that speaks itself: a letter's signature, or a byline whose bearer holds a named role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pursestrings.documents import Document
from pursestrings.reading.people.chaining import Reference
from pursestrings.reading.people.known import Known
from pursestrings.reading.people.names import surname

_CLOSING: Final = re.compile(
    r"^[ \t]*(?:(?:very )?(?:sincerely|respectfully|truly|cordially|best|kind|warm|yours)"
    r"(?: (?:yours|truly|submitted|sincerely|faithfully|regards|wishes))*),?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# How far behind the closing words the signature may stand.
_SIGNED: Final = 200


def writer(document: Document, references: Sequence[Reference]) -> Known | None:
    """The person who writes; `references` in the order of the text."""
    closing = None
    for match in _CLOSING.finditer(document.text):
        closing = match.end()
    if closing is not None:
        signed = (one.person for one in references if closing <= one.start < closing + _SIGNED)
        return next(signed, None)
    if document.byline is None:
        return None
    name = surname(document.byline)
    for one in references:
        if one.person.surname == name and one.person.role is not None and one.person.role.office:
            return one.person
    return None
