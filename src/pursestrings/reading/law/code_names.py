"""The names of the codes of states and cities, in all their spellings, from a table.

A row of `codes.tsv` gives a state, its short forms, the code's name in the form of the Bluebook without "Ann.", the
shape of its citations and the letters by which it is known at home. Spellings follow: "Ariz. Rev. Stat. Ann.",
"Arizona Revised Statutes", "Revised Statutes of Arizona", "A.R.S.", "ARS".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Final


@dataclass(frozen=True, slots=True)
class Code:
    """A code: its normal name and the shape of its citations.

    The shapes: `section` (Fla. Stat. § 908.103), `title` (20 V.S.A. § 4651), `volume` (18 Pa. Cons. Stat. § 2702),
    `chapter` (Mass. Gen. Laws ch. 147, § 6), `act` (5 ILCS 805/15), `subject` (Cal. Penal Code § 834b) and
    `article` (Md. Code, Crim. Proc. § 5-104). `known` says that the name is letters only.
    """

    name: str
    shape: str
    known: bool = False


def rows(file: str) -> list[list[str]]:
    """The rows of a table in `data`, without its remarks."""
    table = files("pursestrings.reading.data").joinpath(file).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if not line.startswith("#")]


_TABLE: Final = rows("codes.tsv")
_SHORT: Final = {
    spelling: row[1].split("|")[0] for row in _TABLE for spelling in (row[0], *row[1].split("|"))
}
_SUBJECTS: Final = {
    word: short for short, others in rows("code_subjects.tsv") for word in (short, *others.split("|")) if word
}
_LONGER: Final = {
    "Stat.": r"Stat(?:utes?|s?\.?)",
    "Rev.": r"Rev(?:ised|\.?)",
    "Gen.": r"Gen(?:eral|\.?)",
    "Comp.": r"Comp(?:iled|\.?)",
    "Cons.": r"Cons(?:ol)?(?:idated|\.?)",
    "Cent.": r"Cent(?:ury|\.?)",
    "Admin.": r"Admin(?:istrative|\.?)",
    "Regs.": r"(?:of\s+)?Reg(?:ulation)?s\.?",
    "Laws": r"Laws?",
    "R.": r"R(?:ules?|\.)",
}


def _spelt(short: str) -> str:
    """A pattern for an abbreviation with and without its stops and spaces."""
    return (
        re.escape(short)
        .replace(r"\.\ ", r"\.?\s?")
        .replace(r"\.", r"\.?\s?")
        .removesuffix(r"\s?")
        .replace(r"\ ", r"\s+")
    )


def _any(spellings: list[str]) -> str:
    return "|".join(_spelt(one) for one in sorted(spellings, key=len, reverse=True))


STATES: Final = _any(list(_SHORT))
"""A pattern for any state, by name or short form."""
_FULL_NAMES: Final = re.compile(rf"(?<!\w)(?:{_any([row[0] for row in _TABLE])})(?!\w)")
SIGNS: Final = r"(?:(?P<plural>§§|[Ss]ections|[Ss]ecs\.|[Ss]s\.)|§|[Ss]ections?|[Ss]ec\.?|(?P<article>[Aa]rt(?:icle|\.))|[Ss]\.|[Rr](?:ule|\.))(?![A-Za-z])"
_ANN: Final = r"(?:,?\s+Ann(?:otated|\.)?(?!\w))?"
_WORD: Final = r"[A-Z][\w.’'-]{0,16}"
_SUBJECT: Final = rf"(?:{_WORD}\s+(?:(?:&|and|of)\s+)?){{1,5}}?"


def _named(row: list[str]) -> str:
    """The pattern of one code by name."""
    state = _any([row[0], *row[1].split("|")])
    if row[3] == "subject":
        subject = rf"(?P<subject>{_SUBJECT})"
        if row[2] == "Code":
            return rf"(?:{state})\s+(?:{subject}Code|Code\s+(?:of\s+)?(?P<after>{_SUBJECT})(?=Ann|§|[Ss]ec|[Aa]rt)){_ANN}"
        return rf"(?:{state})\s+{subject}{row[2]}{_ANN}"
    kind = r"\s+".join(_LONGER.get(word, _spelt(word)) for word in row[2].split())
    return rf"(?:(?:{state}),?\s+(?:Off(?:icial|\.)\s+)?{kind}|{kind}\s+of\s+(?:the\s+)?(?:{state})){_ANN}"


def _by_first() -> dict[str, list[tuple[re.Pattern[str], Code]]]:
    """The codes and their patterns by the letters with which a name of theirs can begin."""
    table: dict[str, list[tuple[re.Pattern[str], Code]]] = {}
    for row in _TABLE:
        shorts, letters = row[1].split("|"), row[4].split("|") if row[4] else []
        name = f"{shorts[0]} {row[2]}"
        named = (re.compile(_named(row)), Code(name, row[3]))
        for first in sorted({spelling[0] for spelling in (row[0], *shorts, row[2])}):
            table.setdefault(first, []).append(named)
        state = _any([row[0], *shorts])
        known = re.compile(rf"(?:(?:{state})\s+)?(?:{_any(letters)}){_ANN}")
        for first in sorted({one[0] for one in (row[0], *shorts, *letters)} if letters else ()):
            table.setdefault(first, []).append((known, Code(name, row[3], known=True)))
    return table


_BY_FIRST: Final = _by_first()
_START: Final = re.compile(r"(?<![\w.’'-])(?=[A-Z])")
"""Where a code's name may begin: no other place is tried."""


def code_at(text: str, at: int, end: int) -> tuple[Code, int] | None:
    """The code whose name stands at this place, and where the name ends; the longest of several."""
    best: tuple[Code, int] | None = None
    for pattern, code in _BY_FIRST.get(text[at : at + 1], ()):
        match = pattern.match(text, at, end)
        stop = match.start() + len(match[0].rstrip()) if match else at
        if match and (best is None or stop > best[1]) and not text[stop : stop + 1].isalnum():
            best = _with_subject(code, match), stop
    return best


def _with_subject(code: Code, match: re.Match[str]) -> Code:
    if code.shape != "subject" or code.known:
        return code
    groups = match.groupdict()
    state, _, kind = code.name.rpartition(" ")
    if groups.get("after"):
        return Code(f"{state} {kind} {short_subject(groups['after'])}", "section")
    return Code(f"{state} {short_subject(groups['subject'])} {kind}", "section")


def starts(text: str, start: int, end: int) -> list[int]:
    """The places at which the name of a code may begin."""
    return [match.start() for match in _START.finditer(text, start, end)]


def short_state(words: str) -> str:
    """The short form of a state as citations have it.

    >>> short_state("Massachusetts"), short_state("NJ"), short_state("W.Va.")
    ('Mass.', 'N.J.', 'W. Va.')
    """
    bare = re.sub(r"[\s.]", "", words)
    return next(short for spelling, short in _SHORT.items() if re.sub(r"[\s.]", "", spelling) == bare)


def states_in(text: str, start: int, end: int) -> frozenset[str]:
    """The states that `text[start:end]` names in full.

    >>> sorted(states_in("Nevada and West Virginia, not Cal.", 0, 34))
    ['Nevada', 'West Virginia']
    """
    return frozenset(" ".join(match[0].split()) for match in _FULL_NAMES.finditer(text, start, end))


def short_subject(words: str) -> str:
    """The subject of a code in its short form.

    >>> short_subject("Government"), short_subject("Health and Safety"), short_subject("Vehicle and Traffic")
    ("Gov't", 'Health & Safety', 'Veh. & Traf.')
    """
    kept = [word for word in words.replace("’", "'").split() if word not in {"of", "the"}]
    return " ".join(_SUBJECTS.get(word.rstrip(","), word.rstrip(",")) for word in kept)


def is_subject(words: str) -> bool:
    """Whether all the words are those of the subjects of codes ("Health and Safety")."""
    return all(word in _SUBJECTS or word == "of" for word in words.replace("’", "'").split())
