"""Who is named in a document as a private person: one detained, deported, accused, hurt or killed, and their kin.

Such a person never becomes a finding. Public office decides otherwise: a mayor who is arrested stays a mayor.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people.titles import bare

_MARKS: Final = frozenset({",", "—", "–", "-", "("})
_ENDS: Final = frozenset({",", ".", ";", "—", "–", ")"})
_CALLED: Final = frozenset({"named", "called"})
_OPENING: Final = 3
# Behind these stands whom a person deals with, not what the person is: "a lawyer for the detainee".
_DEALS: Final = frozenset({"for", "at", "with", "to", "who", "whose"})


def private_words(items: Sequence[Item], first: int, last: int, *, has_role: bool) -> str | None:
    """What makes the name at items `first` to `last` a private person's; None where nothing does.

    An apposition is given in its words ("an undocumented mother of two"); where a verb or a noun beside the name
    tells, the answer is empty. Who speaks for a body (`has_role`) may be an immigrant or a mother in public.
    """
    nouns = (
        section("private", "person") if has_role else section("private", "person") | section("private", "kin")
    )
    described = _described(items, last, nouns)
    if described is not None:
        return described
    told = _suffers(items, last + 1) or _object(items, first) or _owner(items, last)
    if told or _opens_with_it(items, first):
        return ""
    return _kind(items, first, nouns)


def _described(items: Sequence[Item], last: int, nouns: frozenset[str]) -> str | None:
    """An apposition such as ", an asylum seeker from Honduras," or ", who was deported,"."""
    index = last + 1
    if index >= len(items) or items[index].text not in _MARKS:
        return None
    index += 1
    while index + 1 < len(items) and (items[index].text.isdecimal() or items[index].text == ","):
        index += 1
    end = index
    while end < len(items) and items[end].quotation is None and items[end].text not in _ENDS:
        end += 1
    if end == index:
        return None
    if items[index].lower == "whose" and any(
        bare(item) in section("private", "kin") for item in items[index + 1 : index + 3]
    ):
        return ""
    core = next((at for at in range(index, end) if items[at].lower in _DEALS), end)
    if core < end and items[core].lower == "who":
        told = core + 1 < end and items[core + 1].lower in section("private", "origin")
        if told or _suffers(items[:end], core + 1):
            return ""
    if any(bare(item) in nouns and item.text == item.lower for item in items[index:core]):
        opens = items[index].lower in words.DETERMINERS
        return " ".join(item.text for item in items[index:end]) if opens else ""
    return None


def _suffers(items: Sequence[Item], index: int) -> bool:
    """Whether at `index` stands what was done to the one named before: "was arrested", "faces deportation"."""
    start = index
    while index < len(items) and (
        items[index].lower in words.BE | words.HAVE | words.MODALS | {"not", "who", "got", "gets"}
        or words.is_adverb(items[index].lower)
    ):
        index += 1
    if index >= len(items):
        return False
    if index == start:
        ahead = {item.lower for item in items[index : index + 5]}
        return items[index].lower in {"faces", "faced"} and bool(
            ahead & {"deportation", "charges", "removal"}
        )
    seen = {item.lower for item in items[start:index]}
    return bool(seen & (words.BE | {"got", "gets"})) and items[index].lower in section("private", "suffered")


def _opens_with_it(items: Sequence[Item], first: int) -> bool:
    """Whether the sentence opens with what was done to its subject: "Deported in May, Doe", "After being detained, Doe"."""
    if first < 2 or items[first - 1].text != ",":
        return False
    opening = [item.lower for item in items[: min(first - 1, _OPENING)] if item.quotation is None]
    start = 2 if len(opening) > 2 and opening[1] in {"being", "getting"} else 0
    return bool(opening[start:]) and opening[start] in section("private", "done")


def _object(items: Sequence[Item], first: int) -> bool:
    """Agents arrested Doe; the killing of Doe."""
    if first == 0:
        return False
    before = items[first - 1].lower
    if before in section("private", "done"):
        return first < 2 or items[first - 2].lower not in words.BE
    return before == "of" and first > 1 and items[first - 2].lower in section("private", "event")


def _owner(items: Sequence[Item], last: int) -> bool:
    """Doe's arrest. A mother or a case says nothing: everybody may have one."""
    if not items[last].text.endswith(("’s", "'s", "’", "'")):
        return False
    return any(item.text in section("private", "event") for item in items[last + 1 : last + 3])


def _kind(items: Sequence[Item], first: int, nouns: frozenset[str]) -> str | None:
    """A private noun before the name, with its article: detainee Doe; her son, Doe."""
    last = first - 1
    if last > 0 and (items[last].text == "," or items[last].lower in _CALLED):
        last -= 1
    if last < 0 or bare(items[last]) not in nouns or items[last].text != items[last].lower:
        return None
    start = last
    while (
        start > 0
        and items[start - 1].is_word
        and items[start].lower not in words.DETERMINERS
        and last - start < 4
    ):
        start -= 1
    found = items[start : last + 1]
    return " ".join(item.text for item in found).lower() if found[0].lower in words.DETERMINERS else ""
