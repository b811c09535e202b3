"""Names of persons as they stand in the text: with a title, with an apposition, or by surname alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from pursestrings.documents import BlockKind
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.people.name_roles import role_beside
from pursestrings.reading.people.name_runs import (
    SUFFIXES,
    is_given,
    looks_like_a_name,
    name_first,
    reads_as_a_name,
    runs,
    written,
)
from pursestrings.reading.people.office_lists import Listed, office_lists
from pursestrings.reading.people.titles import Role, is_head, is_honorific
from pursestrings.reading.places.gazetteer import STATE, candidates
from pursestrings.reading.places.states import state_of

_HOME: Final = frozenset({"of", "from", "in", "near", "at"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name at `start` to `end`; `name` is without title, honorific, possessive ending and capitals throughout.

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
    """The surname of a written name, in lower case, with a straight apostrophe: "Sean O’Hara Jr." gives "o'hara"."""
    lower = name.lower().replace("’", "'")
    parts = [part for part in lower.replace(",", " ").split() if part not in SUFFIXES]
    return parts[-1] if parts else lower


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
    if name > last or not looks_like_a_name(_spoken(items[name : last + 1]), titled=titled):
        return None
    while start > 0 and is_honorific(items[start - 1]):
        start -= 1
    role, opening = role_beside(items, start, last)
    honorific = items[name - 1].lower.rstrip(".") if name > 0 and is_honorific(items[name - 1]) else None
    placed = name == last and opening == name > 0 and items[name - 1].lower in _HOME
    if placed or _is_placed(items, name, last) or _is_state(items, start, last):
        return None  # "Jane Roe of Dayton, a nurse"
    if not (role or honorific or (name == first and reads_as_a_name(items, name, last))):
        return None
    return _mention(sentence, (name, last), role, honorific, opening, (passage, at))


def _spoken(items: Sequence[Item]) -> Sequence[Item]:
    """A name that stands all in capitals as others stand: "ANA RUIZ" as "Ana Ruiz".

    A given name tells it from the short names of bodies.
    """
    shouted = len(items) > 1 and is_given(items[0].lower) and all(item.text.isupper() for item in items)
    if not shouted:
        return items
    return [item if item.lower in SUFFIXES else replace(item, text=item.text.title()) for item in items]


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
        end=items[name[1]].bare_end,
        name=written(_spoken(items[name[0] : name[1] + 1]), 0, name[1] - name[0]),
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
    state = _state(items[last + 2].text)
    return state is not None and any(one.region == state for one in candidates(written(items, first, last)))


def _is_state(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether a state's name only says where what stands before it lies: "Dayton, Ohio"."""
    if first < 2 or items[first - 1].text != "," or not items[first - 2].is_name:
        return False
    return _state(written(items, first, last)) is not None


def _state(name: str) -> str | None:
    """The state, as a region of the gazetteer, of a state's name or short form."""
    return state_of(name) or next((one.region for one in candidates(name) if one.level == STATE), None)
