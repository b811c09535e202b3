"""Names of persons as they stand in the text: with a title, with an apposition, or by surname alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from pursestrings.documents import BlockKind
from pursestrings.reading.gazetteer import given_names
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.titles import (
    Role,
    is_group_word,
    is_head,
    is_honorific,
    member_of,
    role_after,
    role_before,
)

_PARTICLES: Final = frozenset(
    [
        "de",
        "la",
        "las",
        "los",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "y",
        "le",
        "st.",
        "st",
    ]
)
_SUFFIXES: Final = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"})
_INITIAL: Final = re.compile(r"(?:[A-Z]\.)+|[A-Z]")
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")
_NO_NAMES: Final = (
    words.WEEKDAYS | words.MONTHS | words.DETERMINERS | words.PRONOUNS | words.OPENERS | words.SUBORDINATORS
)
_MOST_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name at `start` to `end`; `name` is without title, honorific and possessive ending.

    `passage` and `sentence` number its place; `subject` tells that its sentence begins with it.
    """

    start: int
    end: int
    name: str
    role: Role | None
    honorific: str | None
    passage: int
    sentence: int
    subject: bool

    @property
    def surname(self) -> str:
        """The last word of the name, suffixes apart, in lower case."""
        return surname(self.name)

    @property
    def full(self) -> bool:
        """Whether given name and surname both stand there."""
        return " " in self.name

    @property
    def given(self) -> str:
        """The first word of a full name, in lower case; empty for a surname."""
        return self.name.split()[0].lower() if self.full else ""


def surname(name: str) -> str:
    """The surname of a written name, in lower case: "Robert F. Kennedy Jr." gives "kennedy"."""
    parts = [part for part in name.lower().replace(",", " ").split() if part not in _SUFFIXES]
    return parts[-1] if parts else name.lower()


@cache
def sex_of_name(given: str) -> str | None:
    """`m`, `f`, or None for a given name in lower case that tells nothing."""
    if given in section("gendered_names", "u"):
        return None
    male, female = given in section("gendered_names", "m"), given in section("gendered_names", "f")
    return None if male == female else ("m" if male else "f")


def is_given(word: str) -> bool:
    """Whether a word in lower case is a common given name."""
    return word in given_names() or sex_of_name(word) is not None


def mentions(passages: Sequence[Passage]) -> list[Mention]:
    """Every name that stands with a title or an apposition, or begins with a given name, outside quotations."""
    return [mention for number, passage in enumerate(passages) for mention in _in_passage(number, passage)]


def _in_passage(number: int, passage: Passage) -> Iterator[Mention]:
    if passage.kind is BlockKind.HEADLINE:
        return
    for at, sentence in enumerate(passage.sentences):
        for first, last in _runs(sentence.items):
            yield from _in_run(sentence, first, last, number, at)


def _runs(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with the particles and initials of names; a possessive ends one."""
    index = 0
    while index < len(items):
        if not _starts(items, index):
            index += 1
            continue
        last = index
        while last + 1 < len(items) and not _possessive(items[last]):
            if _goes_on(items, last + 1):
                last += 1
            elif (
                items[last + 1].lower in _PARTICLES
                and last + 2 < len(items)
                and (_goes_on(items, last + 2) or items[last + 2].lower in _PARTICLES)
            ) or (
                items[last + 1].text == "," and last + 2 < len(items) and items[last + 2].lower in _SUFFIXES
            ):
                last += 2
            else:
                break
        yield index, last
        index = last + 1


def _starts(items: Sequence[Item], index: int) -> bool:
    item = items[index]
    if not (item.is_word and item.is_name) or item.lower in _NO_NAMES - {
        "may",
        "march",
        "april",
        "june",
        "august",
    }:
        return False
    return item.lower not in words.PREPOSITIONS | words.COORDINATORS


def _goes_on(items: Sequence[Item], index: int) -> bool:
    item = items[index]
    return item.is_word and item.is_name and item.lower not in words.WEEKDAYS | words.PREPOSITIONS


def _possessive(item: Item) -> bool:
    return item.text.endswith(("’s", "'s", "’", "'"))


def _in_run(sentence: Sentence, first: int, last: int, passage: int, at: int) -> Iterator[Mention]:
    items = sentence.items
    name = _name_first(items, first, last)
    honorific = None
    while name <= last and is_honorific(items[name]):
        honorific = items[name].lower.rstrip(".")
        name += 1
    if name > last or not _is_name(items[name : last + 1]):
        return
    before = name
    while before > 0 and is_honorific(items[before - 1]):
        before -= 1
    role = None
    opening = before
    found = role_before(items, before) or _named_office(items, before)
    if found is not None:
        role, opening = found
    behind = _apposition(items, last)
    # A party and state in brackets, or what stands behind the name, says more than "spokesman" before it.
    if behind is not None and role is not None and not behind.title and role.organization is None:
        role = replace(role, organization=behind.organization)
    elif (
        behind is not None and behind.title and (role is None or not (role.office or role.organization))
    ) or role is None:
        role = behind
    if role is None:
        role = _owner_apposition(items, opening)
    if role is not None and role.office and not (role.seat or role.organization or role.national):
        role = replace(role, seat=_opening_place(items, opening))
    if not (role or honorific or _like_a_name(items, name, last, first)):
        return
    written = _written(items, name, last)
    opens = (
        opening == 0
        or items[opening - 1].text == ","
        or items[opening - 1].lower in words.OPENERS | words.SUBORDINATORS
    )
    yield Mention(
        items[name].start,
        items[name].start + len(written)
        if last == name
        else items[last].start + len(_bare(items[last].text)),
        written,
        role,
        honorific,
        passage,
        at,
        opens,
    )


def _name_first(items: Sequence[Item], first: int, last: int) -> int:
    """Where the name begins in a run: behind its last title, or behind the words of a body."""
    start = first
    for index in range(first, last):
        given = is_given(items[index].lower) and index == first and last - index == 1
        if is_head(items[index]) and not given:
            start = index + 1
    if any(is_group_word(item.text) for item in items[start : last + 1]):
        for index in range(start + 1, last):
            if is_given(items[index].lower) and not any(
                is_group_word(i.text) for i in items[index : last + 1]
            ):
                return index
    return start


def _named_office(items: Sequence[Item], name: int) -> tuple[Role, int] | None:
    """The title where the body stands between it and the name: "Secretary of Homeland Security Jane Roe"."""
    first = name
    while first > 0 and items[first - 1].is_name and items[first - 1].is_word:
        first -= 1
    if first < 2 or first == name or items[first - 1].lower != "of" or not is_head(items[first - 2]):
        return None
    found = role_after([*items[:name]], first - 2)
    return (found[0], first - 2) if found is not None else None


def _is_name(items: Sequence[Item]) -> bool:
    """Whether items can be a person's name by their looks."""
    if len(items) > _MOST_WORDS:
        return False
    if items[0].lower in {"u.s.", "u.s", "us"}:
        return False
    for number, item in enumerate(items):
        word = _bare(item.text)
        if number == 0 and len(items) > 1 and is_given(word.lower()):
            continue
        if item.text == "," or item.lower in _SUFFIXES | _PARTICLES:
            continue
        if (
            not _NAME_WORD.fullmatch(word)
            or is_group_word(word)
            or word.lower() in words.MONTHS - {"may", "april", "june", "august"}
        ):
            return False
        if len(word) > 2 and word.isupper() and not _INITIAL.fullmatch(word):
            return False
    return not _INITIAL.fullmatch(_bare(items[-1].text)) and not is_head(items[-1])


def _like_a_name(items: Sequence[Item], name: int, last: int, first: int) -> bool:
    """Whether a run reads as given name and surname without any title to tell."""
    count = last - name + 1
    if count < 2 or name != first:
        return name == first and False
    lead = _bare(items[name].text).lower()
    return (
        lead in given_names() or bool(_INITIAL.fullmatch(items[name].text)) or sex_of_name(lead) is not None
    )


def _apposition(items: Sequence[Item], last: int) -> Role | None:
    """The role in what follows the name: ", a lawyer with the ACLU," also behind an age or a party."""
    index = last + 1
    if index < len(items) and items[index].text == "(":
        closing = next((i for i in range(index, min(len(items), index + 8)) if items[i].text == ")"), None)
        index = closing + 1 if closing is not None else index
    if _possessive(items[last]) or index >= len(items):
        return None
    if items[index].lower in {"of", "with"}:
        return member_of(items, index)
    if items[index].text not in {",", "—", "–", "-"}:
        return None
    index += 1
    if index + 1 < len(items) and items[index].text.isdigit() and items[index + 1].text == ",":
        index += 2
    found = role_after(items, index) if index < len(items) else None
    if found is None:
        return None
    role, end = found
    # "Walsh, Mayor Joseph Curtatone and others": the title belongs to the next name.
    if end + 1 < len(items) and items[end + 1].is_name and items[index].lower not in words.DETERMINERS:
        return None
    return role


def _opening_place(items: Sequence[Item], name: int) -> tuple[int, int] | None:
    """The place that the sentence begins with: "In Chelsea, City Manager Jane Roe said"."""
    if name < 3 or items[0].lower not in {"in", "at"} or not items[1].is_name:
        return None
    last = 1
    while last + 1 < name and items[last + 1].is_name:
        last += 1
    return (items[1].start, items[last].end) if items[last + 1].text == "," else None


def _owner_apposition(items: Sequence[Item], name: int) -> Role | None:
    """The role before a comma: "the group's executive director, Eva Millona, said"."""
    if name < 3 or items[name - 1].text != ",":
        return None
    comma = next((i for i in range(name - 2, max(-1, name - 14), -1) if items[i].text in {",", "—", ";"}), -1)
    first = comma + 1
    while first < name - 1 and items[first].lower in words.OPENERS | words.PREPOSITIONS | words.SUBORDINATORS:
        first += 1
    if items[first].lower not in words.DETERMINERS and not _possessive(items[first]):
        return None
    found = role_after(items[: name - 1], first)
    if found is None or any(
        item.is_name or item.lower in words.AUXILIARIES for item in items[found[1] + 1 : name - 1]
    ):
        return None
    return found[0]


def _written(items: Sequence[Item], first: int, last: int) -> str:
    parts = [item.text for item in items[first:last]]
    return " ".join([*parts, _bare(items[last].text)]).replace(" ,", ",")


def _bare(text: str) -> str:
    for ending in ("’s", "'s", "’", "'"):
        if text.endswith(ending) and len(text) > len(ending):
            return text[: -len(ending)]
    return text
