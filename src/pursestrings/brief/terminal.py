"""A brief for the terminal: the bottom line first, then string by string, then the record; any width."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Any, Final

import click

from pursestrings.brief.money import dollars, due_words, stake_words
from pursestrings.standing.reasons.tree import Step

Row = dict[str, Any]

_COLOURS: Final = {
    "exposed": "red",
    "contestable": "yellow",
    "uncertain": "yellow",
    "blocked": "green",
    "clear": "green",
}
_NOTICE: Final = (
    "This is a reading of the record, not legal advice. A person must read the order, the award and the policy "
    "before anyone relies on it."
)


_BESIDE: Final = {Step.REASONING, Step.ELSEWHERE, Step.LOST, Step.STAKE, Step.DUE}
"""Steps that decide nothing of the answer, or stand on lines of their own."""


class Terminal:
    """Writes a brief's JSON as lines of at most `width` columns; `colour` is off where output is piped."""

    def __init__(self, width: int, *, colour: bool) -> None:
        """Narrower than 40 columns is set as 40: words would not fit."""
        self._width = max(width, 40)
        self._colour = colour

    def render(self, brief: Row) -> str:
        """The whole brief."""
        lines = [
            *self._title(f"{brief['place']['name']} on {brief['on']}"),
            *self._known(brief),
            *self._thin(brief["coverage"]),
            "",
            *(line for sentence in brief["bottom_line"] for line in self._wrap(sentence, bullet="• ")),
        ]
        for title, rows, write in self._sections(brief):
            if rows:
                lines += ["", *self._title(title)]
                for row in rows:
                    lines += write(row)
        lines += self._gaps(brief["coverage"])
        return "\n".join([*lines, "", *self._foot(brief)]) + "\n"

    def _thin(self, coverage: Row) -> Iterator[str]:
        """Before a brief on a place of which little is known: that it is so, and what is missing."""
        if coverage["thin"]:
            yield from ("", *self._wrap("The record of this place is thin: no text of its own was read."))
            for gap in coverage["gaps"]:
                yield from self._wrap(gap, indent="  ", bullet="- ")

    def _gaps(self, coverage: Row) -> Iterator[str]:
        if coverage["gaps"] and not coverage["thin"]:
            yield from ("", *self._title("Known to be missing"))
            for gap in coverage["gaps"]:
                yield from self._wrap(gap, bullet="▪ ")

    def _sections(self, brief: Row) -> Iterator[tuple[str, list[Row], Callable[[Row], Iterator[str]]]]:
        live = [one for one in brief["standings"] if one["force"] != "withdrawn"]
        over = [one for one in brief["standings"] if one["force"] == "withdrawn"]
        yield "Strings", live, self._standing
        yield "No longer applied", over, self._ended
        yield "Known to exist, text not coded", brief["not_coded"], self._plain("name", "why")
        yield "To be signed", brief["certifications"], self._certification
        yield "Letters to the place", brief["requests"], self._request
        yield "Lists that name it", brief["lists"], self._list
        yield "Threats", brief["threats"], self._threat
        yield "Bills (they bind nobody)", brief["bills"], self._bill
        yield "Its policies, and the state's rules", brief["policies"], self._policy
        yield "Who runs the jail", brief["custody"], self._custody
        yield "How it answered", brief["responses"], self._response
        yield "Its agencies on ICE's list of 287(g) agreements", brief["agreements"], self._agreement
        yield "Its lawsuits", brief["cases"], self._case
        yield "Money (lines of different kinds are never added up)", brief["money"], self._money
        yield "What was said", brief["statements"], self._statement

    def _standing(self, row: Row) -> Iterator[str]:
        verdict = self._paint(row["verdict"].upper(), _COLOURS[row["verdict"]])
        yield from self._wrap(f"{row['condition_name']} ({row['condition']})", bullet="▪ ")
        yield f"  {verdict}"
        yield from self._wrap(
            f"force {_plain(row['force'])}, {row['certainty']}; precedent {row['precedent']}; "
            f"fit {_plain(row['fit'])}; may comply under state law: {row['may_comply']}; reach {row['reach']}",
            indent="  ",
        )
        when = "blocked, when the record last saw it," if row["certainty"] == "stale" else "blocked for now"
        for block in row["blocked_by"]:
            yield from self._wrap(_block(block, when), indent="  ")
        yield from self._requirements(row["requirements"])
        for line in row["stake"]:
            yield from self._wrap(stake_words(line), indent="  ", bullet="$ ")
        for due in row["due"]:
            yield from self._wrap(due_words(due), indent="  ", bullet="! ")
        for doubt in row["doubts"]:
            yield from self._wrap(f"in doubt: {doubt}", indent="  ", bullet="? ")
        yield from self._deciding(row["reasons"])

    def _requirements(self, parts: list[Row]) -> Iterator[str]:
        """Each requirement that can be met or broken; those that come out alike are told once."""
        told: set[tuple[str, str]] = set()
        for part in parts:
            if not part["judged"] or (part["duty"], part["why"]) in told:
                continue
            told.add((part["duty"], part["why"]))
            text = f"{_plain(part['duty'])}: {_plain(part['fit'])}: {part['why']}"
            yield from self._wrap(text, indent="  ", bullet="- ")
            for other in part["other_readings"]:
                yield from self._wrap(
                    f"as {other['held_by']} reads it: {_plain(other['fit'])}", indent="    "
                )
            if part["custodian"]:
                name, fit = part["custodian"]["name"], _plain(part["custodian"]["fit"])
                yield from self._wrap(f"the jail's operator, {name}: {fit}", indent="    ")

    def _deciding(self, reasons: list[Row]) -> Iterator[str]:
        """The facts that decide the answer, each with its source, once; `why` tells of the others."""
        seen: set[str] = set()
        for fact in _facts(reasons):
            if fact["id"] not in seen:
                seen.add(fact["id"])
                yield from self._source(fact, indent="  ")

    def _source(self, fact: Row, indent: str = "  ") -> Iterator[str]:
        private = "private, " if fact.get("private") else ""
        checked = f", looked at {fact['checked']['on']}" if fact.get("checked") else ""
        sources = fact["sources"]
        if not sources:
            yield from self._wrap(
                f"{fact['id']}: no source ({private}{fact['confidence']})", indent=indent, bullet="[ "
            )
            return
        one = sources[0]
        more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
        text = f"{fact['id']}: {one['title']}, {one['publisher']}, {one['date']}{more} ({private}{fact['confidence']}{checked})"
        yield from self._wrap(text, indent=indent, bullet="[ ")

    def _ended(self, row: Row) -> Iterator[str]:
        yield from self._wrap(f"{row['condition_name']} ({row['condition']})", bullet="▪ ")

    def _certification(self, row: Row) -> Iterator[str]:
        signed = f"{row['signer']} signs: {row['says']}"
        day = row["due_now"] or row["due_on"]
        due = f"due {day}" if day else (f"due {row['due']}" if row["due"] else None)
        yield from self._item(row, signed, due, row["rule"], *_moved(row), row["penalty"])

    def _request(self, row: Row) -> Iterator[str]:
        due = (
            f"due {row['due_now']}"
            if row["due_now"]
            else (f"was due {row['due']}" if row["due"] else "no date set")
        )
        head = f"{row['date']}, {row['sender']}: {due}"
        yield from self._item(row, head, row["rule"], *row["questions"], *_moved(row), row["consequence"])

    def _list(self, row: Row) -> Iterator[str]:
        removed = f"removed {row['removed']}" if row["removed"] else None
        yield from self._item(
            row, f"{row['date']}, {row['issuer']}: {row['title']}", row["says"], removed, row["corrected"]
        )

    def _threat(self, row: Row) -> Iterator[str]:
        yield from self._item(
            row, f"{row['date']}, {row['by']} ({row['office']}): {row['says']}", row["became"]
        )

    def _bill(self, row: Row) -> Iterator[str]:
        yield from self._item(row, f"{row['of']}, {row['date']}: {row['title']}", *row["says"], row["stage"])

    def _policy(self, row: Row) -> Iterator[str]:
        since = f", since {row['since']}" if row["since"] else ""
        answers = [
            f"{_plain(name)}: {_plain(one['answer'])} ({one['basis']})"
            for name, one in row["answers"].items()
        ]
        urges = "it urges, and binds nobody" if row.get("urges_only") else None
        yield from self._item(
            row, f"{row['title']} ({row['level']}{since})", row.get("says"), urges, "; ".join(answers) or None
        )

    def _custody(self, row: Row) -> Iterator[str]:
        yield from self._item(row, row["operator"], f"own lock-up: {row['lockup_words'] or row['lockup']}")

    def _response(self, row: Row) -> Iterator[str]:
        yield from self._item(row, f"{row['date']}, {_plain(row['kind'])}: {row['says']}")

    def _agreement(self, row: Row) -> Iterator[str]:
        seen = f"seen on the list from {row['listed_from']} to {row['listed_until']}"
        yield from self._item(row, f"{row['agency']}: {_plain(row['model'])}, {seen}")

    def _case(self, row: Row) -> Iterator[str]:
        acts = [f"{act['date']}: {act['summary']}" for act in row["acts"]]
        yield from self._item(row, row["caption"], *acts)

    def _money(self, row: Row) -> Iterator[str]:
        said = f", said by {row['said_by']}" if row["said_by"] else ""
        year = f", FY{row['fiscal_year']}" if row["fiscal_year"] else ""
        yield from self._item(
            row, f"{_plain(row['basis'])}: {dollars(row['amount'])}, {row['what']}{year}{said}"
        )

    def _statement(self, row: Row) -> Iterator[str]:
        marks = [
            mark for mark, on in (("sample", row["sample"]), ("not reviewed", not row["reviewed"])) if on
        ]
        sources = row["independent_sources"]
        outlets = ", ".join(row["outlets"]) or "outlet unknown"
        counted = f"{sources} independent {'source' if sources == 1 else 'sources'}"
        who = f"{row['speaker']}{', ' + row['role'] if row['role'] else ''}"
        quoted = f"“{row['words']}”" if row["manner"] == "direct" else row["words"]
        yield from self._wrap(f"{who} ({row['date'] or 'undated'}, {row['manner']}): {quoted}", bullet="▪ ")
        yield from self._wrap("; ".join([outlets, counted, *marks]), indent="  ", bullet="[ ")

    def _plain(self, first: str, second: str) -> Callable[[Row], Iterator[str]]:
        return lambda row: self._item(row, f"{row[first]}: {row[second]}")

    def _item(self, row: Row, head: str, *more: str | None) -> Iterator[str]:
        yield from self._wrap(head, bullet="▪ ")
        for text in more:
            if text:
                yield from self._wrap(text, indent="  ", bullet="- ")
        yield from self._source(row)

    def _known(self, brief: Row) -> list[str]:
        return [f"as known on {brief['as_known_on']}"] if brief["as_known_on"] else []

    def _foot(self, brief: Row) -> list[str]:
        edition = brief["register"]
        text = f"Register {edition['version']} ({edition['digest']}), known through {edition['known_through']}; program {edition['program']}."
        return [*self._wrap(text), *self._wrap(_NOTICE)]

    def _wrap(self, text: str, *, indent: str = "", bullet: str = "") -> Iterator[str]:
        hang = indent + " " * len(bullet)
        yield from textwrap.wrap(
            text, self._width, initial_indent=indent + bullet, subsequent_indent=hang, break_on_hyphens=False
        )

    def _title(self, text: str) -> Iterator[str]:
        for line in self._wrap(text):
            yield click.style(line, bold=True) if self._colour else line

    def _paint(self, text: str, colour: str) -> str:
        return click.style(text, fg=colour, bold=True) if self._colour else text


def _plain(value: str) -> str:
    return value.replace("_", " ")


def _moved(row: Row) -> list[str]:
    return [f"extended to {step['to']}: {step['said']}" for step in row["extensions"]]


def _block(block: Row, when: str) -> str:
    if "notice" in block:
        return f"not enforced by {block['issuer']}: {block['says']}"
    pending = {True: "appeal pending", False: "no appeal pending", None: "no appeal on record"}[
        block["appeal_pending"]
    ]
    return (
        f"{when} by {block['caption']}, {block['date']} ({_plain(block['kind'])}, {block['relief']} relief, "
        f"{pending}; last seen alive {block['last_seen_alive']}): {block['why']}"
    )


def _facts(reasons: list[Row]) -> Iterator[Row]:
    for reason in reasons:
        if reason["step"] not in _BESIDE:
            yield from reason["facts"]
            yield from _facts(reason["because"])
