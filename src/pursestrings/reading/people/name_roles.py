"""The role that stands beside a name: before it as a title, behind it as an apposition, or before a comma."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.shapes import is_verb
from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.people.appositions import member_of, role_after
from pursestrings.reading.people.name_runs import is_given, is_possessive, reads_as_a_name
from pursestrings.reading.people.seats import with_seat_behind
from pursestrings.reading.people.titles import Role, belongs, is_head, is_honorific, role_before, title_of

_ARTICLES: Final = frozenset({"the", "a", "an"})
_OPENING: Final = words.OPENERS | words.PREPOSITIONS | words.SUBORDINATORS | words.DETERMINERS
_BEFORE_ARTICLE: Final = (
    words.PREPOSITIONS | words.AUXILIARIES | frozenset({"as", "now", "currently", "formerly", "and", "&"})
)


def role_beside(items: Sequence[Item], name: int, last: int) -> tuple[Role | None, int]:
    """The role beside a name from `name` to `last`, and the first item of both."""
    before = role_before(items, name) or _named_office(items, name)
    role, opening = before if before is not None else (None, name)
    behind = _apposition(items, last)
    if behind is not None and not behind.title and role is None and not reads_as_a_name(items, name, last):
        behind = None
    if behind is not None and role is not None and not behind.title:
        role = role if role.organization is not None else replace(role, organization=behind.organization)
    elif behind is not None and not (role is not None and (role.office or role.organization)):
        role = behind
    if role is None:
        role = _owner_apposition(items, opening)
    if role is not None and not is_possessive(items[last]):
        role = with_seat_behind(items, last, role)
    if role is not None and role.office and not (role.seat or role.organization or role.national):
        role = replace(role, seat=_opening_place(items, opening))
    return role, opening


def _named_office(items: Sequence[Item], name: int) -> tuple[Role, int] | None:
    """The title where more stands between it and the name: "Acting Secretary of Homeland Security Jane Roe"."""
    first = name
    while first > 0 and items[first - 1].is_name and items[first - 1].is_word:
        first -= 1
    if first < 2 or first == name or items[first - 1].lower != "of" or not is_head(items[first - 2]):
        return None
    owner = first - 2
    while owner and _can_own(items, owner - 1):
        owner -= 1
    found = role_after(items[:name], owner)
    if found is None:
        return None
    lead = owner
    while lead and belongs(items, lead - 1):
        lead -= 1
    title = " ".join(part for part in (title_of(items[lead:owner]), found[0].title) if part)
    return replace(found[0], title=title), lead


def _can_own(items: Sequence[Item], index: int) -> bool:
    """Whether a word before a title can tell whose it is: "Ohio Secretary of State", but "On Monday Secretary of State"."""
    item = items[index]
    opens = index == 0 and item.lower in _OPENING
    return item.is_name and item.is_word and not (opens or item.lower in words.TIMES or belongs(items, index))


def _apposition(items: Sequence[Item], last: int) -> Role | None:
    """The role in what follows the name: ", a lawyer with the Fund," also behind an age, a party or a home."""
    index = _past_brackets(items, last + 1)
    if is_possessive(items[last]) or index >= len(items):
        return None
    if items[index].lower in {"of", "with"}:
        body = member_of(items, index)
        if body is not None:
            return body
        index += 1
        while index < len(items) and items[index].is_name and items[index].is_word:
            index += 1
    if index >= len(items) or items[index].text not in {",", "—", "–", "-"}:
        return None
    index += 1
    if index + 1 < len(items) and items[index].text.isdecimal() and items[index + 1].text == ",":
        index += 2
    found = role_after(items, index) if index < len(items) else None
    if found is None or _is_clause(items, index, found[1]):
        return None
    return found[0]


def _past_brackets(items: Sequence[Item], index: int) -> int:
    if index < len(items) and items[index].text == "(":
        return next((i + 1 for i in range(index, min(len(items), index + 8)) if items[i].text == ")"), index)
    return index


def _is_clause(items: Sequence[Item], first: int, end: int) -> bool:
    """Whether what follows a name says something of another: "the Fund, an argument the judge rejected"."""
    inner = range(first + 1, end)
    if any(items[at].lower in _ARTICLES and items[at - 1].lower not in _BEFORE_ARTICLE for at in inner):
        return True
    if end + 1 >= len(items):
        return False
    # "Hill Ridge, the mayor pointed out": who is "the mayor" does it.
    acts = items[first].lower == "the" and items[end + 1].text.islower() and is_verb(items[end + 1])
    # "Roe, Mayor John Doe and others": the title belongs to the next name.
    return acts or (items[end + 1].is_name and items[first].lower not in words.DETERMINERS)


def _opening_place(items: Sequence[Item], name: int) -> tuple[int, int] | None:
    """The place that the sentence begins with: "In Dayton, City Manager Jane Roe said"."""
    if name < 3 or items[0].lower not in {"in", "at"} or not items[1].is_name:
        return None
    last = 1
    while last + 1 < name and items[last + 1].is_name:
        last += 1
    return (items[1].start, items[last].end) if items[last + 1].text == "," else None


def _owner_apposition(items: Sequence[Item], name: int) -> Role | None:
    """The role before a comma: "the group's executive director, Jane Roe, said", "Gov. John Doe's aide, Jane Roe"."""
    if name < 3 or items[name - 1].text != ",":
        return None
    comma = next((i for i in range(name - 2, max(-1, name - 14), -1) if items[i].text in {",", "—", ";"}), -1)
    first = comma + 1
    while first < name - 1 and items[first].lower in words.OPENERS | words.PREPOSITIONS | words.SUBORDINATORS:
        first += 1
    owner = first
    while owner < name - 1 and items[owner].is_name and not is_possessive(items[owner]):
        owner += 1
    if items[first].lower not in words.DETERMINERS and not is_possessive(items[owner]):
        return None
    # "Gov. Jane Roe’s aide": she is no body, and her own title is none of the aide's.
    person = owner > first and any(test(items[first]) for test in (is_head, is_honorific, _is_given))
    found = role_after(items[: name - 1], owner if person else first)
    if found is None or any(
        item.is_name or item.lower in words.AUXILIARIES for item in items[found[1] + 1 : name - 1]
    ):
        return None
    return replace(found[0], organization=None) if person else found[0]


def _is_given(item: Item) -> bool:
    return is_given(item.lower)
