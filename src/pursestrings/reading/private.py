"""Who is named in a document as a private person: one detained, deported, accused, hurt or killed, and their kin.

Such a person never becomes a finding. Public office decides otherwise: a mayor who is arrested stays a mayor.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pursestrings.reading import words
from pursestrings.reading.stream import Item
from pursestrings.reading.titles import bare
from pursestrings.reading.wordfiles import section

_SUFFERED: Final = frozenset(
    "detained arrested deported killed shot murdered slain stabbed raped assaulted charged convicted sentenced indicted "
    "imprisoned jailed incarcerated apprehended handcuffed deported removed kidnapped beaten wounded injured accused booked "
    "paroled extradited attacked separated undocumented naturalized".split()
)
_DONE_TO: Final = frozenset(
    "detained detaining arrested arresting deported deporting killed killing shot shooting murdered murdering stabbed raped "
    "assaulted apprehended charged convicted jailed releasing released handcuffed".split()
)
_EVENTS: Final = frozenset(
    "arrest deportation detention death killing murder shooting slaying release removal asylum deportation case family kin "
    "relatives body funeral killer".split()
)
_ORIGINS: Final = frozenset({"came", "immigrated", "emigrated", "fled", "crossed", "entered"})


def private_words(items: Sequence[Item], first: int, last: int) -> str | None:
    """What makes the name at items `first` to `last` a private person's; None where nothing does.

    The words of an apposition are given as they stand ("an undocumented mother of two"); where a verb or a noun
    beside the name tells, the answer is empty.
    """
    described = _described(items, last)
    if described is not None:
        return described
    if _suffers(items, last) or _object(items, first) or _owner(items, last) or _kind(items, first):
        return ""
    return None


def _described(items: Sequence[Item], last: int) -> str | None:
    """An apposition such as ", an asylum seeker from Honduras,"."""
    index = last + 1
    if index >= len(items) or items[index].text not in {",", "—", "–", "-", "("}:
        return None
    index += 1
    while index + 1 < len(items) and (items[index].text.isdigit() or items[index].text == ","):
        index += 1
    end = index
    while end < len(items) and items[end].quotation is None and items[end].text not in {",", ".", ";", "—", "–", ")"}:
        end += 1
    inside = items[index:end]
    # Only what the person is, not whom a lawyer or a sheriff deals with: "a lawyer for the detainee".
    core = inside[: next((n for n, item in enumerate(inside) if item.lower in {"for", "at", "with", "to"}), len(inside))]
    if any(bare(item) in section("titles", "private") for item in core):
        return " ".join(item.text for item in inside) if inside[0].lower in words.DETERMINERS else ""
    if inside and inside[0].lower in {"who", "whose"} and any(
        item.lower in _SUFFERED | _ORIGINS or bare(item) in section("titles", "private") for item in inside[1:8]
    ):
        return ""
    return None


def _suffers(items: Sequence[Item], last: int) -> bool:
    """Doe was arrested; Doe, who had been deported; Doe faces deportation."""
    index = last + 1
    while index < len(items) and (
        items[index].lower in words.BE | words.HAVE | words.MODALS | {"not", "who", "got", "gets"}
        or words.is_adverb(items[index].lower)
    ):
        index += 1
    if index == last + 1 or index >= len(items):
        return index < len(items) and items[index].lower in {"faces", "faced"} and any(
            item.lower in {"deportation", "charges", "removal"} for item in items[index : index + 4]
        )
    seen = {item.lower for item in items[last + 1 : index]}
    return bool(seen & (words.BE | {"got", "gets"})) and items[index].lower in _SUFFERED


def _object(items: Sequence[Item], first: int) -> bool:
    """Agents arrested Doe; the killing of Doe."""
    if first == 0:
        return False
    before = items[first - 1]
    if before.lower in _DONE_TO:
        return first < 2 or items[first - 2].lower not in words.BE
    return first > 1 and before.lower == "of" and items[first - 2].lower in _EVENTS - {"family", "case", "body"}


def _owner(items: Sequence[Item], last: int) -> bool:
    """Doe's arrest, Doe's mother."""
    if not items[last].text.endswith(("’s", "'s", "’", "'")):
        return False
    return any(
        item.lower in _EVENTS or item.lower in section("titles", "private") for item in items[last + 1 : last + 3]
    )


def _kind(items: Sequence[Item], first: int) -> bool:
    """A private noun before the name: detainee Doe, her son Doe."""
    before = items[first - 1] if first else None
    if before is not None and before.text == "," and first > 1:
        before = items[first - 2]
    return before is not None and bare(before) in section("titles", "private") and before.text == before.lower
