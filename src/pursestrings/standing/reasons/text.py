"""An answer as an outline for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Cited
from pursestrings.standing.reasons.tree import Reason
from pursestrings.standing.words import plain


def outline(answer: Standing, reason: Reason) -> str:
    """The values, then the tree of reasons, each with its sources."""
    lines = [
        heading(answer),
        f"  verdict    {plain(answer.verdict)}",
        f"  force      {plain(answer.force.force)}, {answer.force.certainty}",
        f"  reach      {plain(answer.reach.reach)}",
        f"  precedent  {answer.precedent.precedent}",
        f"  fit        {plain(answer.fit.fit)}",
        f"  may comply {answer.may_comply}",
        *(f"  due        {due.day}: {due.what}" for due in answer.due),
        "",
        *reason_lines(reason),
    ]
    return "\n".join(lines) + "\n"


def heading(answer: Standing) -> str:
    """The question in one line."""
    question = answer.question
    known = f", as known on {question.known}" if question.known else ""
    name = f"{question.condition.name} ({question.condition.id})"
    return f"{name} for {question.place.label} on {question.on}{known}"


def reason_lines(reason: Reason, depth: int = 0) -> Iterator[str]:
    """A reason and those under it, indented, each source on a line of its own."""
    indent = "  " * depth
    yield f"{indent}- {reason.claim}"
    for cited in reason.cites:
        yield from (f"{indent}    [{line}]" for line in cited_lines(cited))
    for below in reason.because:
        yield from reason_lines(below, depth + 1)


def cited_lines(cited: Cited) -> Iterator[str]:
    """The id of a fact with its first source, and how sure it is."""
    fact = cited.fact
    mark = "private, " if cited.private else ""
    looked = f", checked {fact.checked.on}" if fact.checked else ""
    if not fact.sources:
        yield f"{cited.id}: no source, {mark}{fact.confidence}"
    for source in fact.sources[:1]:
        more = f" and {len(fact.sources) - 1} more" if len(fact.sources) > 1 else ""
        when = source.date or "undated"
        yield f"{cited.id}: {source.title}, {source.publisher}, {when}{more}; {mark}{fact.confidence}{looked}"
