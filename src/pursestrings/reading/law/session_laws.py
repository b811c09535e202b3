"""Whose chapter of a year's laws is meant: the state's that the words name, or the one's whose own words they are.

What the states call the laws of a year, and which words alone are a state's own form of citing them, is in
`data/session_laws.tsv`, with the sources.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from pursestrings.reading.law.code_names import STATES, rows, short_state, states_in
from pursestrings.reading.law.forms import Citation, shared

STATUTES: Final = "Stat."
_NAMES: Final = {
    "stats.": STATUTES, "statutes": STATUTES, "acts": "Acts", "public acts": "Acts", "st.": "Acts", "p.l.": "P.L.",
}  # fmt: skip
"""What the words for a year's laws are in normal form; all others are Laws."""
_ALONE: Final = {STATUTES: "Statutes of", "Acts": "Acts of", "Laws": "Laws of", "P.L.": "P.L."}
_TABLE: Final = rows("session_laws.tsv")
_CALLED_STATUTES: Final = frozenset(short_state(row[0]) for row in _TABLE if row[1] == STATUTES)
_OWN: Final = {words: row[0] for row in _TABLE for words in row[2].split("|") if words}
_BEFORE: Final = re.compile(rf"(?<![\w.])(?P<state>{STATES})\s+$")
_LONGEST: Final = 24
"""The most characters that a state's name and the space behind it have."""


class Passage:
    """The text in which a law is cited, and the states that it names."""

    def __init__(self, text: str, start: int, end: int) -> None:
        """Look at `text[start:end]`."""
        self.text, self.start, self.end = text, start, end

    @cached_property
    def states(self) -> frozenset[str]:
        """The full names of the states that stand in it."""
        return states_in(self.text, self.start, self.end)

    def state_before(self, at: int) -> tuple[int, str | None]:
        """The state whose name or short form ends right before `at`, and where it begins; else `at` and None."""
        found = _BEFORE.search(self.text, max(self.start, at - _LONGEST), at)
        return (found.start(), found["state"]) if found else (at, None)


def is_of_a_year(state: str, name: str) -> bool:
    """Whether a state's laws of a year go by this name: the Statutes of most states are their code.

    >>> is_of_a_year("Cal.", "Stat."), is_of_a_year("Minn.", "Stat."), is_of_a_year("Minn.", "Laws")
    (True, False, True)
    """
    return name != STATUTES or short_state(state) in _CALLED_STATUTES


def chapter(
    span: tuple[int, int], words: str, year: str, number: str, state: str | None, passage: Passage
) -> Citation | None:
    """A chapter of a year's laws by the words for them ("Statutes of"); None where a code's edition is meant.

    Without a `state` the words are those of the state whose own form they are, unless the passage names other states
    and not that one.
    """
    words = " ".join(words.split()).lower().replace(". ", ".")
    name = _NAMES.get(words.removesuffix(" of"), "Laws")
    if state and not is_of_a_year(state, name):
        return None
    if state:
        normal = f"{year} {short_state(state)} {name} ch. {number}"
        return Citation(*span, (), normal, 0.9, normal)
    own = _OWN.get(words)
    if own and (own in passage.states or not passage.states):
        return shared(*span, f"{year} {short_state(own)} {name} ch. {number}", 0.85)
    return shared(*span, f"{_ALONE[name]} {year}, ch. {number}", 0.85)
