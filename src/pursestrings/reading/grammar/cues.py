"""The words that attribute: which there are, what must follow each, and whether it reports speech.

The list is `data/cues.txt`. Forms are made from the base by rule, save where the list gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pursestrings.reading.grammar.wordfiles import sections

SPEECH: Final = "speech"
ATTITUDE: Final = "attitude"

# The sections of the list, and what each reports. Attitude is what somebody thinks, wants, shows, praises or has for a
# subject, without words of their own.
_ACTS: Final = {
    # Says a thing: "said the city would", "noted that", "…," she wrote.
    "say": SPEECH,
    # The same, but never with a bare clause: "added that", not "added a rule".
    "state": SPEECH,
    # Belongs to words given as they were spoken: "…," he continued.
    "utter": SPEECH,
    # Names the one spoken to: "told the board that"; in `warn` it may.
    "tell": SPEECH,
    "warn": SPEECH,
    "ask": SPEECH,
    # Wants another to act: "urged cities to refuse".
    "urge": SPEECH,
    # Binds the speaker: "vowed to sue".
    "vow": SPEECH,
    # Puts a position forward or turns one down: "called for a vote", "refuted the claim".
    "demand": SPEECH,
    # Gives a thing a name: "called it a bluff".
    "label": SPEECH,
    # Addresses somebody's deed: "accused the mayor of".
    "accuse": SPEECH,
    # Is for or against, in words that are not told: "praised the ruling".
    "stance": ATTITUDE,
    # Has a subject, in words that are not told: "discussed the budget".
    "topic": ATTITUDE,
    # Means to act, or not to: "plans to", "refused to".
    "intend": ATTITUDE,
    # Holds in mind: "believes that".
    "think": ATTITUDE,
    # Lets see, as data do: "showed that".
    "show": ATTITUDE,
    # Adjectives behind "is": "is confident that". They have no forms.
    "mood": ATTITUDE,
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue: its base, the words that must follow it, and the section of the list that has it.

    `finite` says that the form is that of a verb behind its subject ("says", "said").
    """

    lemma: str
    particles: tuple[str, ...]
    kind: str
    finite: bool

    @property
    def act(self) -> str:
        """Speech or attitude."""
        return _ACTS[self.kind]


@lru_cache(maxsize=1)
def cues() -> dict[str, tuple[Cue, ...]]:
    """Every form of every cue, by its first word in lower case; the longest phrases first."""
    table: dict[tuple[str, tuple[str, ...], str], dict[str, bool]] = {}
    lists = sections("cues")
    for kind, entry in [(section, entry) for section in _ACTS for entry in lists[section]]:
        first, *particles = entry.split("+")
        forms = first.split("/")
        own = table.setdefault((forms[0], tuple(particles), kind), {})
        for form, finite in [(forms[0], False)] if kind == "mood" else _forms(*forms):
            own[form] = own.get(form, False) or finite
    found: dict[str, list[Cue]] = {}
    for (lemma, following, kind), own in table.items():
        for form, finite in own.items():
            found.setdefault(form, []).append(Cue(lemma, following, kind, finite))
    return {form: tuple(sorted(group, key=lambda cue: -len(cue.particles))) for form, group in found.items()}


def _forms(base: str, past: str = "", participle: str = "") -> list[tuple[str, bool]]:
    """The forms of a verb, and whether each is finite for certain."""
    past = past or _past(base)
    return [
        (base, False),
        (_third(base), True),
        (past, True),
        (participle or past, False),
        (_ing(base), False),
    ]


# Verbs of more than one syllable that double their last letter as short ones do.
_DOUBLED: Final = frozenset(
    {
        "refer",
        "admit",
        "commit",
        "infer",
        "rebut",
        "concur",
        "regret",
        "prefer",
        "forget",
        "quip",
        "shrug",
        "hit",
        "put",
    }
)


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "go")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def _stem(base: str) -> str:
    """The base with its last letter doubled where English doubles it: slam, slammed; refer, referred."""
    short = len(base) <= 4 and sum(letter in "aeiou" for letter in base) == 1
    ends = len(base) > 2 and base[-1] not in "aeiouwxyhkldtfs" and base[-2] in "aeiou"
    return base + base[-1] if base in _DOUBLED or (short and ends) else base
