"""The bottom line: what a reader must know first, in a few sentences, each of which the rest bears out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from pursestrings.brief.money import dollars, due_words
from pursestrings.dates import PartialDate
from pursestrings.places import Place
from pursestrings.standing.cited import Json
from pursestrings.standing.words import sentence

_BY_NAME: Final = 3


def bottom_line(
    place: Place,
    on: date,
    standings: Sequence[Json],
    at_stake: Mapping[str, Any],
    requests: Sequence[Json],
    known_through: PartialDate,
) -> list[str]:
    """A handful of sentences: what is in force, blocked or open, what money, what falls due, how far the record runs."""
    live = [one for one in standings if one["force"] not in {"withdrawn", "not_yet"}]
    lines = [_count(place, on, live)]
    lines += [line for line in (_named("exposed", live), _named("contestable", live)) if line]
    lines += _open(live)
    lines += [_blocked(live)] if any(one["verdict"] == "blocked" for one in live) else []
    lines += [_money(at_stake)] if live else []
    lines += _due(live, requests)
    if on > known_through.latest:
        lines.append(f"The record runs to {known_through}; what came later is not in this answer.")
    return lines


def _count(place: Place, on: date, live: Sequence[Json]) -> str:
    if not live:
        return f"On {on} the record shows no live condition on federal money for {place.label}."
    blocked = sum(one["verdict"] == "blocked" for one in live)
    strings = "1 string" if len(live) == 1 else f"{len(live)} strings"
    return f"On {on} the record ties {strings} to federal money for {place.label}; {blocked or 'none'} of them surely blocked that day."


def _names(rows: Sequence[Json]) -> str:
    """A few by name, many by id: each stands with its name below."""
    if len(rows) <= _BY_NAME:
        return "; ".join(str(one["condition_name"]) for one in rows)
    return ", ".join(str(one["condition"]) for one in rows)


def _named(verdict: str, live: Sequence[Json]) -> str | None:
    rows = [one for one in live if one["verdict"] == verdict]
    words = {
        "exposed": "In force, and the place's law or practice conflicts",
        "contestable": "In force and not shown to be met, but binding precedent holds it unlawful",
    }
    return f"{words[verdict]}: {_names(rows)}." if rows else None


def _open(live: Sequence[Json]) -> list[str]:
    """What the record leaves open, by the reason: doubt, a record that ends too early, or a place not known."""
    rows = [one for one in live if one["verdict"] == "uncertain"]
    firm = [one for one in rows if one["certainty"] == "firm"]
    stale = [one for one in rows if one["certainty"] == "stale"]
    tied = {"offered", "holds"}
    groups = (
        (
            "In force, with no order against it; whether the place meets it the record does not settle",
            [one for one in firm if one["reach"] in tied],
        ),
        (
            "In force, but it speaks to federal agencies, or how it reaches the place is not on record",
            [one for one in firm if one["reach"] not in tied],
        ),
        (
            "Open whether it is blocked that day, because relief is in doubt",
            [one for one in rows if one["certainty"] == "uncertain"],
        ),
        (
            "Blocked when the record last saw it, more than sixty days before, so open now",
            [one for one in stale if one["force"] in {"barred", "not_enforced"}],
        ),
        (
            "In force when the record last saw it, more than sixty days before, so open now",
            [one for one in stale if one["force"] == "in_force"],
        ),
    )
    return [f"{words}: {_names(group)}." for words, group in groups if group]


def _blocked(live: Sequence[Json]) -> str:
    return f"Blocked for now: {_names([one for one in live if one['verdict'] == 'blocked'])}."


def _money(at_stake: Mapping[str, Any]) -> str:
    """The smallest and the largest figure, and why they differ."""
    smallest, largest = at_stake["smallest"], at_stake["largest"]
    if largest is None:
        return f"Money under them: unknown. {at_stake['why']}"
    if smallest is None:
        return (
            f"Money under them: the smallest figure is unknown, the largest {dollars(largest['amount'])}. "
            f"{at_stake['why']}"
        )
    if smallest["amount"] == largest["amount"]:
        return f"Money under them: {dollars(smallest['amount'])}. {at_stake['why']}"
    span = f"from {dollars(smallest['amount'])} to {dollars(largest['amount'])}"
    return f"Money under them: {span}. {at_stake['why']}"


def _due(live: Sequence[Mapping[str, Any]], requests: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each deadline once: answers to letters, and signatures under strings that nothing surely blocks."""
    found = {one["id"]: _answer(one) for one in requests if one["due_now"]}
    found |= {due["fact"]: due for one in live if one["verdict"] != "blocked" for due in one["due"]}
    deadlines = sorted(found.values(), key=lambda due: str(due["date"]))
    return [sentence(due_words(due, sources=False)) for due in deadlines]


def _answer(request: Mapping[str, Any]) -> Mapping[str, Any]:
    """The deadline of a letter that is tied to no string of the brief."""
    moved = request["extensions"][-1] if request["extensions"] else None
    return {
        "date": request["due_now"],
        "what": f"answer to {request['sender']}",
        "rule": None if moved else request["rule"],
        "extended_from": request["due"] if moved else None,
        "extension": moved,
        "consequence": request["consequence"],
    }
