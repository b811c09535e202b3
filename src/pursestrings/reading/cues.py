"""The words that attribute: which there are, what each takes after it, and whether it reports speech.

The list is `data/cues.txt`. Forms are made from the base by rule, save where the list gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pursestrings.reading.grammar.wordfiles import sections

SPEECH: Final = "speech"
ATTITUDE: Final = "attitude"


@dataclass(frozen=True, slots=True)
class Manner:
    """How the cues of one class are built into a sentence.

    `act` is speech, or attitude: what somebody thinks, wants, shows, praises or has for a subject, without words of
    their own (a quotation makes it speech). `takes` names what may follow: `that`, `wh`, `to`, `quote`, or `rest` (a bare
    clause or noun phrase). `after` says that it may follow its content; `addressee` that one who is spoken to
    may stand before it.
    """

    name: str
    act: str
    takes: frozenset[str]
    after: bool = False
    addressee: bool = False


def _manner(name: str, act: str, takes: str, *, after: bool = False, addressee: bool = False) -> Manner:
    return Manner(name, act, frozenset(takes.split()), after, addressee)


MANNERS: Final = {
    manner.name: manner
    for manner in (
        # Says a thing: "said the city would", "noted that", "…," she wrote.
        _manner("say", SPEECH, "that wh quote rest", after=True),
        # The same, but never with a bare clause: "added that", not "added a rule".
        _manner("state", SPEECH, "that wh quote", after=True),
        # Belongs to words given as they were spoken: "…," he continued.
        _manner("utter", SPEECH, "that quote", after=True),
        # Names the one spoken to: "told the board that"; in `warn` it may.
        _manner("tell", SPEECH, "that wh to quote rest", after=True, addressee=True),
        _manner("warn", SPEECH, "that wh quote rest", after=True, addressee=True),
        _manner("ask", SPEECH, "wh quote", after=True),
        # Wants another to act: "urged cities to refuse".
        _manner("urge", SPEECH, "to quote rest that", after=True),
        # Binds the speaker: "vowed to sue".
        _manner("vow", SPEECH, "to that quote rest", after=True),
        # Puts a position forward or turns one down: "called for a vote", "refuted the claim".
        _manner("demand", SPEECH, "rest quote that wh"),
        # Gives a thing a name: "called it a bluff".
        _manner("label", SPEECH, "rest quote"),
        # Addresses somebody's deed: "accused the mayor of".
        _manner("accuse", SPEECH, "rest quote"),
        # Is for or against, in words that are not told: "praised the ruling".
        _manner("stance", ATTITUDE, "rest quote"),
        # Has a subject, in words that are not told: "discussed the budget".
        _manner("topic", ATTITUDE, "rest quote that wh"),
        # Means to act, or not to: "plans to", "refused to".
        _manner("intend", ATTITUDE, "to"),
        # Holds in mind: "believes that".
        _manner("think", ATTITUDE, "that wh rest", after=True),
        # Lets see, as data do: "showed that".
        _manner("show", ATTITUDE, "that rest wh", after=True),
        # Adjectives behind "is": "is confident that".
        _manner("mood", ATTITUDE, "that to wh"),
    )
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue: its base, what must follow the word, its class, and the shape of this form.

    `shape` is `base`, `third` (says), `past`, `participle` (written), `ing`, or `fixed` where a word
    has no forms.
    """

    lemma: str
    form: str
    particles: tuple[str, ...]
    manner: Manner
    shapes: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> dict[str, tuple[Cue, ...]]:
    """Every form of every cue, by its first word in lower case; the longest phrases first."""
    table: dict[tuple[str, tuple[str, ...], str], dict[str, set[str]]] = {}
    lists = sections("cues")
    for manner, entry in ((name, entry) for name in MANNERS for entry in lists[name]):
        first, *particles = entry.split("+")
        forms = first.split("/")
        for shape, form in _forms(forms, manner):
            table.setdefault((forms[0], tuple(particles), manner), {}).setdefault(form, set()).add(shape)
    found: dict[str, list[Cue]] = {}
    for (lemma, particles_, manner), forms_ in table.items():
        for form, shapes in forms_.items():
            cue = Cue(lemma, form, particles_, MANNERS[manner], frozenset(shapes))
            found.setdefault(form, []).append(cue)
    return {form: tuple(sorted(group, key=lambda cue: -len(cue.particles))) for form, group in found.items()}


def _forms(forms: list[str], manner: str) -> list[tuple[str, str]]:
    base = forms[0]
    if manner == "mood":
        return [("fixed", base)]
    past = forms[1] if len(forms) > 1 else _past(base)
    return [
        ("base", base),
        ("third", _third(base)),
        ("past", past),
        ("participle", forms[2] if len(forms) > 2 else past),
        ("ing", _ing(base)),
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
