"""Lines of money and deadlines in words, the same on every surface."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pursestrings.places import get
from pursestrings.standing import words
from pursestrings.standing.words import plain

Row = Mapping[str, Any]


def dollars(amount: str | None) -> str:
    """`$4,100,000,000` from a decimal text; a sum that nobody put in figures says so."""
    return words.dollars(Decimal(amount) if amount is not None else None)


def stake_words(line: Row) -> str:
    """A line of money: its basis and sum, whose it is, and whose order covers whom."""
    parts = [f"{plain(line['basis'])}: {dollars(line['amount'])}", line["what"]]
    if line["tie"] == "joint":
        parts.append("a joint award for several governments")
    if line["part_of"]:
        parts.append(f"a share of {line['part_of']}, never added to it")
    if line["drawn_down"] is not None:
        parts.append(f"{dollars(line['drawn_down'])} of it drawn down")
    if line["through"]:
        parts.append(f"held by {get(line['through']).label}")
    text = ", ".join(parts)
    return f"{text}; {_cover(line)}" if line["cover"] and _cover(line) else text


def _cover(line: Row) -> str:
    """Whether the government that holds the money is protected; that protects nobody else."""
    cover, holder = line["cover"], get(line["through"]).label
    if cover["by"]:
        verb = "barred" if cover["force"] == "barred" else "not enforced"
        return (
            f"{verb} for {holder} that day by {words.listed(cover['by'])} ({cover['certainty']}), "
            "which protects the holder and not those it passes money on to"
        )
    if cover["certainty"] == "uncertain":
        return f"whether an order or notice protects {holder} that day is in doubt"
    return f"no order or notice on record protects {holder} that day" if cover["force"] == "in_force" else ""


def due_words(due: Row, *, sources: bool = True) -> str:
    """A deadline: the day, how it was counted or moved and where that stands, what follows if it is missed."""
    parts = [f"due {due['date']}: {due['what']}", due["rule"]]
    if due["extension"]:
        parts.append(_moved(due, sources=sources))
    parts.append(f"if missed: {due['consequence']}" if due["consequence"] else "no consequence named")
    return "; ".join(part.rstrip(".") for part in parts if part)


def _moved(due: Row, *, sources: bool) -> str:
    extension, first = due["extension"], due["extended_from"]
    moved = f"moved from {first}" if first else "moved there from a day that is not on record"
    papers = [f"{one['title']}, {one['publisher']}, {one['date']}" for one in extension["sources"] if sources]
    return f"{moved} by {'; '.join([extension['said'], *papers])}"
