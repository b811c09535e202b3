"""An answer as a few paragraphs that a lawyer or a reporter can read, with numbered notes at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.register.models.base import Source
from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Cited, known_since
from pursestrings.standing.reasons.text import heading
from pursestrings.standing.reasons.tree import Reason, Step, cited_once

_PAST: Final = (Step.LOST, Step.ELSEWHERE)
_PARAGRAPHS: Final = (
    (Step.FORCE,),
    _PAST,
    (Step.PRECEDENT,),
    (Step.FIT, Step.COMPLY),
    (Step.STAKE, Step.DUE),
)
_NOTICE: Final = (
    "This is a reading of the record, not legal advice. A person must read the order, the award and the "
    "policy before anyone relies on it."
)


def prose(answer: Standing, reason: Reason, known_through: PartialDate, width: int) -> str:
    """The tree of reasons as paragraphs of at most `width` columns, every fact it cites in a note."""
    cited = cited_once(reason)
    numbers = {name: number for number, name in enumerate(cited, 1)}
    paragraphs = [heading(answer), *_paragraphs(reason, numbers), _record(answer, known_through)]
    lines = [line for text in paragraphs for line in (*_wrapped(text, width), "")]
    if cited:
        lines += ["Sources", ""]
    for name, one in cited.items():
        lines += _note(numbers[name], one, width)
    return "\n".join([*lines, ""]).rstrip("\n") + "\n"


def _paragraphs(root: Reason, numbers: dict[str, int]) -> Iterator[str]:
    """The verdict with what no paragraph of its own takes up, then the parts, each with all below it."""
    branches = [
        *root.because,
        *(below for branch in root.because for below in branch.because if below.step in _PAST),
    ]
    taken = {step for steps in _PARAGRAPHS for step in steps}
    first = [branch for branch in branches if branch.step not in taken]
    yield " ".join([_sentence(root, numbers), *_sentences(first, numbers)])
    for steps in _PARAGRAPHS:
        told = [branch for branch in branches if branch.step in steps]
        if told:
            yield " ".join(_sentences(told, numbers))


def _sentences(reasons: Iterable[Reason], numbers: dict[str, int]) -> Iterator[str]:
    """Each node and those below it, as they are read; orders of the past have a paragraph of their own."""
    for reason in reasons:
        yield _sentence(reason, numbers)
        yield from _sentences((one for one in reason.because if one.step not in _PAST), numbers)


def _sentence(reason: Reason, numbers: dict[str, int]) -> str:
    marks = sorted({numbers[cited.id] for cited in reason.cites})
    return reason.claim + (f" [{', '.join(str(mark) for mark in marks)}]" if marks else "")


def _record(answer: Standing, known_through: PartialDate) -> str:
    runs = f"The record runs to {known_through}."
    if answer.question.on > known_through.latest:
        runs = f"The record runs to {known_through}; what came later is not in this answer."
    return f"{runs} {_NOTICE}"


def _note(number: int, cited: Cited, width: int) -> Iterator[str]:
    """A fact by its id, how sure it is, and each of its sources on lines of its own."""
    mark = f"{number:>3}. "
    indent = " " * len(mark)
    yield from _wrapped(f"{cited.id} ({_trust(cited)})", width, mark, indent)
    for source in cited.fact.sources:
        yield from _wrapped(_source(source), width, indent, indent + "  ")


def _trust(cited: Cited) -> str:
    fact = cited.fact
    since = known_since(fact)
    parts = ["private"] if cited.private else []
    parts.append(str(fact.confidence) if fact.sources else f"{fact.confidence}, no source")
    parts += [f"known since {since}"] if since else []
    parts += [f"looked at {fact.checked.on}"] if fact.checked else []
    return "; ".join(parts)


def _source(source: Source) -> str:
    address = f" <{source.url}>" if source.url else ""
    words = f" “{source.anchor.exact}”" if source.anchor else ""
    return f"{source.title}, {source.publisher}, {source.date or 'undated'}.{words}{address}"


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        max(width, 40),
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    )
