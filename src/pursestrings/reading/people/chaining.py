"""Names gathered across a document: every mention goes to one person, also by surname, misspelt or by "administration"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pursestrings.documents import BlockKind, Document
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.grammar.wordfiles import section
from pursestrings.reading.people.known import Known
from pursestrings.reading.people.name_runs import SUFFIXES, is_given, sex_of_name
from pursestrings.reading.people.names import Mention, mentions, surname
from pursestrings.reading.people.offices import COUNTRY, OfficeBook
from pursestrings.reading.people.sentence_parts import part_of
from pursestrings.reading.people.titles import Role, bare, is_group_word, sex_of_title
from pursestrings.reading.people.unlisted_names import kin, unlisted
from pursestrings.reading.quotes import Quotation

_HEADED: Final = frozenset({"administration", "presidency"})
_SEX: Final = {"mr": "m", "ms": "f", "mrs": "f", "miss": "f", "sr": "m", "sra": "f"}
_SHORTEST_MISSPELT: Final = 5
_FAR_OFTENER: Final = 2
# How many first letters a short form has in common with the name: "Joe" and "Joseph".
_ALIKE: Final = 2
_CAPITAL: Final = re.compile(r"\b[A-Z](?:['’][A-Z])?[^\W\d_]+(?:-[A-Z][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch of text that names a known person, in whatever form.

    `subject` tells that its clause is about the person, `object` that a preposition or a verb stands before it,
    `owner` that it is a possessive, `quoted` that it stands inside a quotation or in the headline.
    """

    start: int
    end: int
    person: Known
    passage: int
    sentence: int
    subject: bool
    object: bool = False
    owner: bool = False
    quoted: bool = False


def located(passages: Sequence[Passage], *, headlines: bool = False) -> Iterator[tuple[int, int, Sentence]]:
    """Every sentence of prose, with the numbers of its passage and of itself in it; without the headlines by default."""
    for number, passage in enumerate(passages):
        if headlines or passage.kind is not BlockKind.HEADLINE:
            for at, sentence in enumerate(passage.sentences):
                if sentence.is_prose:
                    yield number, at, sentence


def gather(passages: Sequence[Passage], book: OfficeBook) -> list[Known]:
    """The people whom full names, titles and administrations name."""
    known: list[Known] = []
    by_surname: dict[str, list[Known]] = {}
    listed = mentions(passages)
    taken = {mention.end for mention in listed}
    others = [*unlisted(passages), *kin(passages)]
    found = [*listed, *(mention for mention in others if mention.end not in taken)]
    for mention in sorted(found, key=lambda mention: not mention.full):
        same = by_surname.setdefault(mention.surname, [])
        person = _match(same, mention)
        if person is None:
            person = Known(mention.name)
            same.append(person)
            known.append(person)
        _add(person, mention)
    for number, at, sentence in located(passages):
        _add_administrations(known, book, number, at, sentence.items)
    return known


def _add(person: Known, mention: Mention) -> None:
    person.mentions.append(mention)
    if len(mention.name) > len(person.name) and mention.full:
        person.name = mention.name
    person.role = _better(person.role, mention.role)
    person.sex = (
        person.sex
        or _SEX.get(mention.honorific or "")
        or (sex_of_title(mention.role.key) if mention.role is not None else None)
        or sex_of_name(mention.given)
    )


def _match(same: Sequence[Known], mention: Mention) -> Known | None:
    """Which of those of the same surname a mention can mean."""
    sex = _SEX.get(mention.honorific or "")
    if mention.full:
        same = [person for person in same if _can_be_one(person.name, mention.name)]
    elif sex:
        same = [person for person in same if person.sex in {None, sex}]
    if mention.role is not None and not mention.full and len(same) > 1:
        titled = [person for person in same if person.role and person.role.key == mention.role.key]
        same = titled or same
    return same[0] if same else None


def _can_be_one(one: str, other: str) -> bool:
    """Whether two full names of one surname can be one person's.

    Marty and Martin J. can, so can E. Denise and Denise, Bob and Robert; John and Jane cannot, nor can Jr. and Sr.
    """
    (first, generation), (second, other_generation) = _given(one), _given(other)
    if generation and other_generation and generation != other_generation:
        return False
    if not first or not second:
        return True
    if {part for part in first if len(part) > 2} & {part for part in second if len(part) > 2}:
        return True
    lead, other_lead = first[0], second[0]
    if {f"{lead}={other_lead}", f"{other_lead}={lead}"} & section("gendered_names", "short"):
        return True
    if "." in lead + other_lead or 1 in {len(lead), len(other_lead)}:
        return lead[0] == other_lead[0]
    sexes = {sex_of_name(lead), sex_of_name(other_lead)} - {None}
    return lead[:_ALIKE] == other_lead[:_ALIKE] and len(sexes) < 2


def _given(name: str) -> tuple[list[str], str]:
    """The words before a name's surname, and a suffix such as "jr", in lower case; either may be empty."""
    parts = name.lower().replace(",", " ").split()
    suffix = next((part.rstrip(".") for part in parts if part in SUFFIXES), "")
    return [part for part in parts if part not in SUFFIXES][:-1], suffix


def _better(held: Role | None, new: Role | None) -> Role | None:
    """The role that says more: the first, unless a later one has the title, body or seat that it lacks."""
    if held is None or new is None:
        return held or new

    def weight(role: Role) -> tuple[bool, bool]:
        return bool(role.title), role.organization is not None or role.seat is not None or role.national

    if weight(new) != weight(held):
        return new if weight(new) > weight(held) else held
    return new if _says_whose(new, held) else held


def _says_whose(new: Role, held: Role) -> bool:
    """Whether a title is another with the kind of government before it: "County Commissioner", once "Commissioner"."""
    more = new.title.lower().removesuffix(f" {held.title.lower()}")
    return more != new.title.lower() and more.split()[0] in section("titles", "government")


def _add_administrations(
    known: list[Known], book: OfficeBook, number: int, at: int, items: Sequence[Item]
) -> None:
    """Whoever headed "the Doe administration", where the register knows them."""
    for index, item in enumerate(items[:-1]):
        if items[index + 1].lower not in _HEADED or not item.is_name or is_group_word(item.text):
            continue
        if any(person.surname == surname(item.text) for person in known):
            continue
        found = book.head_of_state(item.text)
        if found is not None:
            role = Role(found[1].title, office=True, national=found[1].place == COUNTRY)
            mention = Mention(item.start, item.end, item.text, role, None, number, at, subject=False)
            known.append(Known(found[0].name, [mention], role, found[1].place))


def refer(document: Document, passages: Sequence[Passage], known: Sequence[Known]) -> list[Reference]:
    """Every stretch that names one of the known, in order: full names, titles with surnames, bare surnames."""
    mentioned = {mention.start: (mention, person) for person in known for mention in person.mentions}
    counts = Counter(
        bare(item) for _, _, sentence in located(passages) for item in sentence.items if item.is_name
    )
    naming = _Naming(_bearers(known, counts))
    found: list[Reference] = []
    for number, at, sentence in located(passages, headlines=True):
        headline = passages[number].kind is BlockKind.HEADLINE
        end = -1
        for index, item in enumerate(sentence.items):
            if item.start < end:
                continue
            if item.start in mentioned:
                mention, person = mentioned.pop(item.start)
                end = mention.end
                found.append(_placed(sentence.items, index, mention.start, end, person, number, at))
                naming.heard(person)
            elif item.quotation is not None:
                inside = naming.inside(document.text, item.quotation)
                found += [
                    Reference(start, stop, person, number, at, subject=False, quoted=True)
                    for start, stop, person in inside
                    if start not in mentioned
                ]
            else:
                named = naming.named(sentence.items, index)
                if named is not None:
                    end = item.end - len(item.text) + len(bare(item))
                    one = _placed(sentence.items, index, item.start, end, named, number, at)
                    found.append(replace(one, quoted=True) if headline else one)
    found += [
        Reference(one.start, one.end, person, one.passage, one.sentence, one.subject, quoted=True)
        for one, person in mentioned.values()
    ]
    return sorted(found, key=lambda reference: reference.start)


def _placed(
    items: Sequence[Item], index: int, start: int, end: int, person: Known, passage: int, sentence: int
) -> Reference:
    """A reference that begins at an item, with its part in the sentence."""
    last = index
    while last + 1 < len(items) and items[last + 1].start < end:
        last += 1
    subject, object_ = part_of(items, index, last)
    return Reference(start, end, person, passage, sentence, subject, object_, items[last].end > end)


class _Naming:
    """Who is meant by a surname alone, as the text goes on."""

    def __init__(self, bearers: dict[str, list[Known]]) -> None:
        self.bearers = bearers
        self.last: dict[str, Known] = {}

    def heard(self, person: Known) -> None:
        """A person was named in full or with a title."""
        self.last[person.surname] = person

    def named(self, items: Sequence[Item], index: int) -> Known | None:
        """The person whom a single word names."""
        item = items[index]
        same: Sequence[Known] = self.bearers.get(bare(item), ()) if item.is_name else ()
        if same and _in_longer_name(items, index):
            given = items[index - 1].lower if index else ""
            same = [person for person in same if given and person.name.lower().startswith(f"{given} ")]
        return self.choose(same) if same else None

    def choose(self, same: Sequence[Known]) -> Known:
        """One of those who bear a surname: who is named in full far oftener than the others, else who was named last."""
        if len(same) == 1:
            return same[0]
        often = sorted(same, key=lambda person: -len(person.mentions))
        if len(often[0].mentions) > _FAR_OFTENER * len(often[1].mentions):
            return often[0]
        return self.last.get(same[0].surname, often[0])

    def inside(self, text: str, quotation: Quotation) -> Iterator[tuple[int, int, Known]]:
        """Where a quotation names somebody by surname, or by given name and surname."""
        before = ""
        for match in _CAPITAL.finditer(text, quotation.inner_start, quotation.inner_end):
            word = match[0].lower().replace("’", "'")
            same: Sequence[Known] = self.bearers.get(word, ())
            given = before if text[match.start() - 1] == " " else ""
            if given and is_given(given):
                same = [person for person in same if person.name.lower().startswith(given)]
            if same:
                yield match.start(), match.end(), self.choose(same)
            before = word


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
