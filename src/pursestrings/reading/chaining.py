"""Names gathered across a document: every mention goes to one person, also by surname, misspelt or by "administration"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.documents import BlockKind, Document
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.known import Known
from pursestrings.reading.name_runs import is_given, sex_of_name
from pursestrings.reading.names import Mention, mentions
from pursestrings.reading.offices import COUNTRY, OfficeBook
from pursestrings.reading.titles import Role, bare, is_group_word

_HEADED: Final = frozenset({"administration", "presidency"})
_SEX: Final = {"mr": "m", "ms": "f", "mrs": "f", "miss": "f", "sr": "m", "sra": "f"}
_SHORTEST_MISSPELT: Final = 5


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch of text that names a known person, in whatever form; `owner` where it is a possessive."""

    start: int
    end: int
    person: Known
    passage: int
    sentence: int
    subject: bool
    owner: bool = False


def located(passages: Sequence[Passage]) -> Iterator[tuple[int, int, Sentence]]:
    """Every sentence of prose below the headline, with the numbers of its passage and of itself in it."""
    for number, passage in enumerate(passages):
        if passage.kind is not BlockKind.HEADLINE:
            for at, sentence in enumerate(passage.sentences):
                if sentence.is_prose:
                    yield number, at, sentence


def gather(passages: Sequence[Passage], book: OfficeBook) -> list[Known]:
    """The people whom full names, titles and administrations name."""
    known: list[Known] = []
    for mention in sorted(mentions(passages), key=lambda mention: not mention.full):
        _add(known, mention)
    for number, at, sentence in located(passages):
        _add_administrations(known, book, number, at, sentence.items)
    return known


def _add(known: list[Known], mention: Mention) -> None:
    person = _match(known, mention)
    if person is None:
        person = Known(mention.name)
        known.append(person)
    person.mentions.append(mention)
    if len(mention.name) > len(person.name) and mention.full:
        person.name = mention.name
    person.role = _better(person.role, mention.role)
    person.sex = person.sex or _SEX.get(mention.honorific or "") or sex_of_name(mention.given)


def _match(known: Sequence[Known], mention: Mention) -> Known | None:
    """The person of the same surname whom a mention can mean."""
    same = [person for person in known if person.surname == mention.surname]
    sex = _SEX.get(mention.honorific or "")
    if mention.full:
        same = [person for person in same if _one_given(person.name, mention.name)]
    elif sex:
        same = [person for person in same if person.sex in {None, sex}]
    if mention.role is not None and not mention.full and len(same) > 1:
        titled = [person for person in same if person.role and person.role.key == mention.role.key]
        same = titled or same
    return same[0] if same else None


def _one_given(one: str, other: str) -> bool:
    """Whether two full names can be one person's: Marty and Martin J., E. Denise and Denise."""
    first, second = one.lower().split()[:-1], other.lower().split()[:-1]
    if not first or not second or first[0][0] == second[0][0]:
        return True
    return bool({part for part in first if len(part) > 2} & {part for part in second if len(part) > 2})


def _better(held: Role | None, new: Role | None) -> Role | None:
    """The role that says more: the first, unless a later one has the title, body or seat that it lacks."""
    if held is None or new is None:
        return held or new

    def weight(role: Role) -> tuple[bool, bool]:
        return bool(role.title), role.organization is not None or role.seat is not None or role.national

    return new if weight(new) > weight(held) else held


def _add_administrations(
    known: list[Known], book: OfficeBook, number: int, at: int, items: Sequence[Item]
) -> None:
    """Whoever headed "the Doe administration", where the register knows them."""
    for index, item in enumerate(items[:-1]):
        if items[index + 1].lower not in _HEADED or not item.is_name or is_group_word(item.text):
            continue
        if any(person.surname == item.lower for person in known):
            continue
        found = book.head_of_state(item.text)
        if found is not None:
            role = Role(found[1].title, office=True, national=found[1].place == COUNTRY)
            mention = Mention(item.start, item.end, item.text, role, None, number, at, subject=False)
            known.append(Known(found[0].name, [mention], role, found[1].place))


def refer(document: Document, passages: Sequence[Passage], known: Sequence[Known]) -> list[Reference]:
    """Every stretch that names one of the known, in order: full names, titles with surnames, bare surnames."""
    found = [_reference(document, mention, person) for person in known for mention in person.mentions]
    taken = {offset for reference in found for offset in range(reference.start, reference.end)}
    counts = Counter(
        bare(item) for _, _, sentence in located(passages) for item in sentence.items if item.is_name
    )
    bearers = _bearers(known, counts)
    for number, at, sentence in located(passages):
        for index, item in enumerate(sentence.items):
            same = bearers.get(bare(item), ()) if item.is_name and item.start not in taken else ()
            if same and not _in_longer_name(sentence.items, index):
                person = _last_named(same, item.start, found)
                end = item.start + len(bare(item))
                owner = len(bare(item)) < len(item.text)
                found.append(Reference(item.start, end, person, number, at, index == 0, owner))
    return sorted(found, key=lambda reference: reference.start)


def _reference(document: Document, mention: Mention, person: Known) -> Reference:
    owner = document.text.startswith(("’", "'"), mention.end)
    return Reference(
        mention.start, mention.end, person, mention.passage, mention.sentence, mention.subject, owner
    )


def _bearers(known: Sequence[Known], counts: Counter[str]) -> dict[str, list[Known]]:
    """The people of each surname, in lower case, also as it is misspelt in this document."""
    found: dict[str, list[Known]] = {}
    for person in known:
        found.setdefault(person.surname, []).append(person)
    for person in known:
        for other in (person.surname + "s", person.surname.removesuffix("s")):
            if other not in found and _misspelt(other, person.surname, counts):
                found[other] = [person]
    return found


def _last_named(same: Sequence[Known], offset: int, references: Iterable[Reference]) -> Known:
    """Who is meant where several bear the surname: the one named last before it."""
    if len(same) == 1:
        return same[0]
    named = [reference for reference in references if reference.person in same and reference.start < offset]
    return max(named, key=lambda reference: reference.start).person if named else same[0]


def _misspelt(word: str, name: str, counts: Counter[str]) -> bool:
    """Whether a word is a known surname with an s too few or too many, and the rarer spelling of the two."""
    return len(name) >= _SHORTEST_MISSPELT and not is_given(word) and counts[word] < counts[name]


def _in_longer_name(items: Sequence[Item], index: int) -> bool:
    """Whether a surname stands inside other capitalised words: "Doe Park", "Jack Doe" of no known name."""
    after = items[index + 1] if index + 1 < len(items) else None
    before = items[index - 1] if index else None
    possessive = items[index].text.endswith(("’s", "'s", "’", "'"))
    if after is not None and after.is_name and after.is_word and not possessive and is_group_word(after.text):
        return True
    return (
        before is not None
        and before.is_name
        and before.is_word
        and is_given(before.lower)
        and len(before.text) > 2
    )
