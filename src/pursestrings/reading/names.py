"""Names of persons as they stand in the text: with a title, with an apposition, or by surname alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from pursestrings.documents import BlockKind
from pursestrings.reading.appositions import member_of, role_after
from pursestrings.reading.gazetteer import STATE, candidates
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.shapes import is_verb
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.name_runs import (
    SUFFIXES,
    is_possessive,
    looks_like_a_name,
    name_first,
    reads_as_a_name,
    runs,
    without_ending,
    written,
)
from pursestrings.reading.office_lists import Listed, office_lists
from pursestrings.reading.seats import with_seat_behind
from pursestrings.reading.state_names import state_of
from pursestrings.reading.titles import Role, is_head, is_honorific, role_before

_ARTICLES: Final = frozenset({"the", "a", "an"})
_HOME: Final = frozenset({"of", "from", "in", "near", "at"})
_BEFORE_ARTICLE: Final = (
    words.PREPOSITIONS | words.AUXILIARIES | frozenset({"as", "now", "currently", "formerly", "and", "&"})
)


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


@lru_cache(maxsize=8192)
def surname(name: str) -> str:
    """The surname of a written name, in lower case: "John Q. Public Jr." gives "public"."""
    parts = [part for part in name.lower().replace(",", " ").split() if part not in SUFFIXES]
    return parts[-1] if parts else name.lower()


def mentions(passages: Sequence[Passage]) -> list[Mention]:
    """Every name that stands with a title or an apposition, or begins with a given name, outside quotations."""
    return [mention for number, passage in enumerate(passages) for mention in _in_passage(number, passage)]


def _in_passage(number: int, passage: Passage) -> Iterator[Mention]:
    if passage.kind is BlockKind.HEADLINE:
        return
    for at, sentence in enumerate(passage.sentences):
        if not sentence.is_prose:
            continue
        listed = office_lists(sentence.items)
        yield from (_in_list(sentence, one, number, at) for one in listed)
        for first, last in runs(sentence.items):
            if any(first <= one.last and one.first <= last for one in listed):
                continue
            mention = _in_run(sentence, first, last, number, at)
            if mention is not None:
                yield mention


def _in_list(sentence: Sentence, one: Listed, passage: int, at: int) -> Mention:
    return _mention(sentence, (one.first, one.last), one.role, None, one.opening, (passage, at))


def _in_run(sentence: Sentence, first: int, last: int, passage: int, at: int) -> Mention | None:
    items = sentence.items
    start = name = name_first(items, first, last)
    while name <= last and is_honorific(items[name]):
        name += 1
    titled = name > 0 and (is_head(items[name - 1]) or is_honorific(items[name - 1]))
    if name > last or not looks_like_a_name(items[name : last + 1], titled=titled):
        return None
    while start > 0 and is_honorific(items[start - 1]):
        start -= 1
    role, opening = _role(items, start, last)
    honorific = items[name - 1].lower.rstrip(".") if name > 0 and is_honorific(items[name - 1]) else None
    placed = name == last and opening == name > 0 and items[name - 1].lower in _HOME
    if placed or _is_placed(items, name, last):
        return None  # "Jane Roe of Dayton, a nurse"
    if not (role or honorific or (name == first and reads_as_a_name(items, name, last))):
        return None
    return _mention(sentence, (name, last), role, honorific, opening, (passage, at))


def _mention(
    sentence: Sentence,
    name: tuple[int, int],
    role: Role | None,
    honorific: str | None,
    opening: int,
    number: tuple[int, int],
) -> Mention:
    """The mention of a name at two items; `opening` is the first item of name and title, `number` where it stands."""
    items = sentence.items
    before = items[opening - 1] if opening else None
    opens = before is None or before.text == "," or before.lower in words.OPENERS | words.SUBORDINATORS
    return Mention(
        start=items[name[0]].start,
        end=items[name[1]].start + len(without_ending(items[name[1]].text)),
        name=written(items, *name),
        role=role,
        honorific=honorific,
        passage=number[0],
        sentence=number[1],
        subject=opens,
    )


def _is_placed(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether a state stands behind what is a place's name there: "its member Evanston, IL"."""
    if last + 2 >= len(items) or items[last + 1].text != ",":
        return False
    behind = items[last + 2].text
    state = state_of(behind) or next((one.region for one in candidates(behind) if one.level == STATE), None)
    return state is not None and any(one.region == state for one in candidates(written(items, first, last)))


def _role(items: Sequence[Item], name: int, last: int) -> tuple[Role | None, int]:
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
    """The title where the body stands between it and the name: "Secretary of Homeland Security Jane Roe"."""
    first = name
    while first > 0 and items[first - 1].is_name and items[first - 1].is_word:
        first -= 1
    if first < 2 or first == name or items[first - 1].lower != "of" or not is_head(items[first - 2]):
        return None
    found = role_after([*items[:name]], first - 2)
    return (found[0], first - 2) if found is not None else None


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
    """The role before a comma: "the group's executive director, Jane Roe, said"."""
    if name < 3 or items[name - 1].text != ",":
        return None
    comma = next((i for i in range(name - 2, max(-1, name - 14), -1) if items[i].text in {",", "—", ";"}), -1)
    first = comma + 1
    while first < name - 1 and items[first].lower in words.OPENERS | words.PREPOSITIONS | words.SUBORDINATORS:
        first += 1
    if items[first].lower not in words.DETERMINERS and not is_possessive(items[first]):
        return None
    found = role_after(items[: name - 1], first)
    if found is None or any(
        item.is_name or item.lower in words.AUXILIARIES for item in items[found[1] + 1 : name - 1]
    ):
        return None
    return found[0]
