"""What people are by what stands behind their name, or instead of it.

"Jane Roe, legal director for the Harbor Legal Fund"; "the mayor of Dayton".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.shapes import is_verb
from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people.titles import (
    Role,
    Span,
    bare,
    belongs,
    is_group_word,
    is_head,
    is_national,
    made,
    role_of,
    title_of,
)
from pursestrings.reading.places.gazetteer import given_names

_LINKS: Final = frozenset({"of", "for", "at", "with", "from", "in"})
_INNER_LINKS: Final = frozenset({"of", "for", "and", "&", "the", "de", "del", "la", "los", "y"})
# Words of bodies that are words of places too.
_PLACE_WORDS: Final = frozenset(
    {"new", "north", "south", "east", "west", "los", "san", "santa", "el", "fort", "mount", "lake", "saint"}
)
_APPOSITION: Final = 14
_WHERE: Final = frozenset({"in", "from"})
_BOARDS: Final = frozenset({"board", "council", "committee"})


def role_after(items: Sequence[Item], index: int) -> tuple[Role, int] | None:
    """The role in the apposition that begins at `index`, and its last item: "a lawyer with the Legal Fund"."""
    start = _start(items, index)
    if start is None or start >= len(items) or (start == index and is_verb(items[start])):
        return None
    head = _head_from(items, start)
    if head is None:
        return None
    if any(not (item.is_word or item.text in "&,-") for item in items[start : head + 1]):
        return None
    last = _title_end(items, head)
    name = start
    while name < head and items[name].is_name and not belongs(items, name):
        name += 1
    title = title_of(items[name : last + 1])
    if not title:
        return None
    word = bare(items[head])
    behind = _body(items, last + 1)
    if behind is not None and _only_tells_where(items, last + 1, behind, word):
        behind = None
    if name > start:
        role = role_of(items, title, start, name - 1, word)
        if behind is not None and role.organization is None and role.seat is None:
            role = role_of(items, title, *behind, word)
    else:
        role = role_of(items, title, *behind, word) if behind is not None else made(title, None, None, word)
    return role, behind[1] if behind is not None else last


def _start(items: Sequence[Item], index: int) -> int | None:
    """The first item of what somebody is, past "who is", articles and what says nothing of the title."""
    if index < len(items) and items[index].lower == "who":
        index += 1
        if index >= len(items) or items[index].lower not in {"is", "was", "serves", "served"}:
            return None
        index += 1
    while index < len(items) and (
        items[index].lower in {"as", "currently", "now"}
        or bare(items[index]) in section("titles", "dropped")
        or (items[index].text == items[index].lower and items[index].lower.endswith(("'s", "’s")))
    ):
        index += 1
    return index


def _head_from(items: Sequence[Item], start: int) -> int | None:
    """The title's last word in an apposition: "president and chief executive", "attorney general"."""
    found = None
    for index in range(start, min(start + _APPOSITION, len(items))):
        item = items[index]
        if item.quotation is not None or not (item.is_word or item.text == "&"):
            break
        if item.lower in _LINKS | words.AUXILIARIES | words.RELATIVES | {"on", "by", "to"}:
            break
        followed = (
            index + 1 < len(items) and items[index + 1].is_name and is_group_word(items[index + 1].text)
        )
        if is_head(item) and not followed:
            found = index
        elif found is not None and not (
            item.lower in {"and", "&"} or bare(item) in section("titles", "before")
        ):
            break
    return found


def _title_end(items: Sequence[Item], head: int) -> int:
    """The title's last item where it goes on in small letters: "chief of police"; so does "Secretary of State"."""
    if "|".join(item.lower for item in items[head : head + 3]) in section("titles", "of-state"):
        return head + 2
    last = head
    if head + 2 < len(items) and items[head + 1].lower == "of":
        at = head + 2
        while (
            at < len(items)
            and items[at].is_word
            and items[at].text == items[at].lower
            and (
                items[at].lower
                not in words.DETERMINERS | words.PREPOSITIONS | words.AUXILIARIES | words.RELATIVES
            )
        ):
            last = at
            at += 1
    return last


def _body(items: Sequence[Item], index: int) -> Span | None:
    """The items of the body behind a title: "for the Legal Fund of Ohio", "of the board of the Legal Fund"."""
    if index >= len(items) or items[index].lower not in _LINKS:
        return None
    first = index + 1
    while first < len(items) and items[first].lower in {"the", "a", "an"}:
        first += 1
    if first < len(items) and items[first].lower in _BOARDS and items[first].text.islower():
        behind = _board_end(items, first)
        told = behind < len(items) and items[behind].lower not in _WHERE
        return _body(items, behind) if told else None
    last = first - 1
    at = first
    while at < len(items):
        item = items[at]
        if item.is_name and item.is_word:
            last = at
        elif not (item.lower in _INNER_LINKS and last >= first and at - last < 3) or (
            item.lower == "and" and at + 1 < len(items) and items[at + 1].lower in given_names()
        ):
            break
        at += 1
    return (first, last) if last >= first else None


def _only_tells_where(items: Sequence[Item], link: int, body: Span, head: str) -> bool:
    """Whether the words behind a title are a place and nobody's employer: "a lawyer in Dayton", but "in the Legal Fund"."""
    if items[link].lower not in _WHERE or head in section("titles", "office"):
        return False
    return not any(_marks_body(item.text) for item in items[body[0] : body[1] + 1])


def _board_end(items: Sequence[Item], first: int) -> int:
    """The item behind a board in small letters: "board", "board of directors"."""
    behind = items[first + 1 : first + 3]
    of_people = len(behind) == 2 and behind[0].lower == "of" and behind[1].text.islower()
    return first + 3 if of_people and behind[1].lower not in words.DETERMINERS else first + 1


def member_of(items: Sequence[Item], link: int) -> Role | None:
    """The body behind a bare name: "Jane Roe of the Center for Immigration Studies". The title is empty."""
    found = _body(items, link)
    if found is None:
        return None
    inside = items[found[0] : found[1] + 1]
    if not any(_marks_body(item.text) for item in inside):
        return None
    return Role(
        "", " ".join(item.text for item in inside), national=is_national(" ".join(i.text for i in inside))
    )


def _marks_body(word: str) -> bool:
    named = is_group_word(word) and word.lower() not in _PLACE_WORDS
    return named or (word.isupper() and len(word) > 2 and "." not in word)


def phrase_role(items: Sequence[Item]) -> Role | None:
    """The office that a phrase without a name stands for: "the Republican mayor of Dayton"."""
    if not items or items[0].lower not in words.DETERMINERS | {"acting", "former"}:
        return None
    found = role_after(items, 1 if items[0].lower in {"the", "a", "an"} | words.POSSESSIVES else 0)
    return found[0] if found else None
