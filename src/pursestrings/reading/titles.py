"""What people are: office, role and the body they speak for, as it stands before or behind a name.

"Chelsea City Manager Thomas Ambrosino", "Matt Segal, legal director for the ACLU of Massachusetts", "the mayor".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.grammar.wordfiles import section, sections

Span = tuple[int, int]

_LINKS: Final = frozenset({"of", "for", "at", "with", "from", "in"})
_INNER_LINKS: Final = frozenset({"of", "for", "and", "&", "the", "de", "del", "la", "los", "y"})
_FEDERAL: Final = frozenset({"president", "vice president", "attorney general", "deputy attorney general"})
_BODIES: Final = frozenset({("white", "house"), ("homeland", "security")})
_FEDERAL_BODIES: Final = (
    "u.s.|department",
    "u.s.|attorney",
    "u.s.|citizenship",
    "u.s.|customs",
    "u.s.|immigration",
    "u.s.|district",
    "u.s.|justice",
    "u.s.|house",
    "u.s.|senate",
)
_COUNTIES: Final = (" county", " city", " parish", " borough")
# These sit for a government only together with a word such as "city" or "district".
_SEATED_IF: Final = frozenset(
    {"attorney", "manager", "general", "executive", "administrator", "chief", "clerk", "solicitor"}
)
_APPOSITION: Final = 14


@dataclass(frozen=True, slots=True)
class Role:
    """A title and whose it is. `seat` is the stretch of text that names the government or its place.

    `office` tells public office from other roles, `national` the federal government.
    """

    title: str
    organization: str | None = None
    seat: Span | None = None
    office: bool = False
    national: bool = False

    @property
    def key(self) -> str:
        """The title's last word, by which "the mayor" is known again."""
        return self.title.lower().split(" of ")[0].split(" ")[-1]

    @property
    def public(self) -> bool:
        """Whether it is a government's beyond doubt: a mayor or a judge, not any president or manager."""
        key = self.key.removesuffix("-elect")
        return self.national or self.seat is not None or key in section("titles", "public")


def bare(item: Item) -> str:
    """An item's word in lower case, without a possessive ending."""
    lower = item.lower.replace("’", "'").removesuffix("-elect").removesuffix("-designate")
    if lower.endswith("'s"):
        return lower[:-2]
    return lower.rstrip("'")


def is_head(item: Item) -> bool:
    """Whether a word names an office or a role in the singular."""
    return item.quotation is None and (bare(item) in _heads() or item.lower in _short())


def is_honorific(item: Item) -> bool:
    """Whether it is "Mr.", "Ms." and the like."""
    return item.lower in section("titles", "honorific") and item.is_name


def is_group_word(word: str) -> bool:
    """Whether a capitalised word belongs to bodies, papers or places and not to a person's name."""
    return word.lower() in section("titles", "group")


def _heads() -> frozenset[str]:
    return section("titles", "office") | section("titles", "role")


def _short() -> dict[str, str]:
    return {
        short: full.replace("|", " ") for short, full in (e.split("=") for e in sections("titles")["short"])
    }


def role_before(items: Sequence[Item], name: int) -> tuple[Role, int] | None:
    """The role that ends right before item `name`, and its first item."""
    head = first = name - 1
    if head >= 2 and [item.lower for item in items[head - 2 : name]] == ["chief", "of", "staff"]:
        first = head - 2
    elif head < 0 or not is_head(items[head]) or items[head].lower.endswith(("'s", "’s")):
        return None
    while first > 0 and _belongs(items, first - 1):
        first -= 1
    owner = opening = _owner_first(items, first)
    before = section("titles", "before")
    while owner < first - 1 and bare(items[owner]) in before and bare(items[owner]) not in {"white", "new"}:
        owner += 1
    title = _title([*items[opening:owner], *items[first : head + 1]])
    return _role(
        items, title, owner, first - 1, bare(items[first if items[head].lower == "staff" else head])
    ), opening


def _belongs(items: Sequence[Item], index: int) -> bool:
    item = items[index]
    if item.quotation is not None or item.lower.endswith(("'s", "’s")):
        return False
    if index > 0 and (items[index - 1].lower, bare(item)) in _BODIES:
        return False
    if bare(item) == "justice":
        return index > 0 and items[index - 1].lower in {"chief", "associate"}
    return bare(item) in section("titles", "before") or is_head(item)


def _owner_first(items: Sequence[Item], first: int) -> int:
    """The first item of the capitalised words before a title: "White House", "Suffolk County"."""
    owner = first
    while owner > 0:
        item = items[owner - 1]
        opens = owner - 1 == 0 and item.lower in words.PREPOSITIONS | words.OPENERS | words.DETERMINERS
        if item.is_name and item.is_word and not opens and item.lower not in words.TIMES:
            owner -= 1
        elif (
            owner < first
            and item.lower in {"of", "and", "&", "for"}
            and owner > 1
            and items[owner - 2].is_name
        ):
            owner -= 2
        else:
            break
    return owner


def _title(items: Sequence[Item]) -> str:
    dropped = section("titles", "dropped")
    kept = [item for item in items if bare(item) not in dropped]
    return " ".join(_short().get(item.lower, item.text) for item in kept)


def _role(items: Sequence[Item], title: str, first: int, last: int, head: str) -> Role:
    """A role from its title and the words from `first` to `last` that say whose it is."""
    dropped = section("titles", "dropped")
    while first <= last and bare(items[first]) in dropped:
        first += 1
    while last >= first and bare(items[last]) in dropped:
        last -= 1
    if first > last:
        return _made(title, None, None, head)
    owner = " ".join(item.text for item in items[first : last + 1])
    span = (items[first].start, items[last].start + len(_unpossessed(items[last].text)))
    return _made(title, _unpossessed(owner), span, head)


def _made(title: str, owner: str | None, span: Span | None, head: str) -> Role:
    first, _, rest = title.partition(" ")
    if span is not None and owner is not None and first.lower() in {"county", "parish"} and rest:
        # The seat of the "Suffolk County Sheriff" is Suffolk County.
        owner, span = f"{owner} {first}", (span[0], span[1] + 1 + len(first))
    lower = title.lower()
    office = head in section("titles", "office") or head in _short()
    if owner is None:
        bare_title = lower.removeprefix("acting ").removeprefix("former ").removeprefix("then ")
        national = bare_title in _FEDERAL or "u.s." in lower
        return Role(title, office=office or national, national=national)
    county = owner.lower().endswith(_COUNTIES)
    if office and (county or (_is_seated(lower) and not _is_body(owner))):
        return Role(title, None, span, office=True)
    national = _is_national(owner) or "u.s." in lower
    return Role(title, owner, None, office=office or national, national=national)


def _is_body(owner: str) -> bool:
    return _is_national(owner) or is_group_word(owner.split()[-1])


def _is_seated(title: str) -> bool:
    """Whether the words beside a title name its government: a mayor's do, a staff attorney's do not."""
    last = title.split()[-1]
    if last in _SEATED_IF:
        return any(word in title.split() for word in section("titles", "government") if word != last)
    return last in section("titles", "seated")


def _is_national(owner: str) -> bool:
    key = "|".join(word.lower() for word in owner.split() if word.lower() != "the")
    return key in section("titles", "national") or key.startswith(_FEDERAL_BODIES)


def _unpossessed(text: str) -> str:
    for ending in ("’s", "'s", "’", "'"):
        if text.endswith(ending):
            return text[: -len(ending)]
    return text


def role_after(items: Sequence[Item], index: int) -> tuple[Role, int] | None:
    """The role in the apposition that begins at `index`, and its last item: "a lawyer with the ACLU"."""
    start = index
    if start < len(items) and items[start].lower == "who":
        start += 1
        if start >= len(items) or items[start].lower not in {"is", "was", "serves", "served"}:
            return None
        start += 1
    while start < len(items) and (
        items[start].lower in {"as", "currently", "now"}
        or bare(items[start]) in section("titles", "dropped")
        or (items[start].text == items[start].lower and items[start].lower.endswith(("'s", "’s")))
    ):
        start += 1
    head = _head_from(items, start)
    if head is None:
        return None
    last = _title_end(items, head)
    name = start
    while name < head and items[name].is_name and not _belongs(items, name):
        name += 1
    owner_last = name - 1
    if any(not (item.is_word or item.text in "&,-") for item in items[start : head + 1]):
        return None
    title = _title(items[name : last + 1])
    if not title:
        return None
    if owner_last >= start:
        role = _role(items, title, start, owner_last, bare(items[head]))
        behind = _body(items, last + 1)
        if behind is not None and role.organization is None and role.seat is None:
            role = _role(items, title, behind[0], behind[1], bare(items[head]))
        return role, behind[1] if behind else last
    behind = _body(items, last + 1)
    if behind is None:
        return _made(title, None, None, bare(items[head])), last
    return _role(items, title, behind[0], behind[1], bare(items[head])), behind[1]


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
    """The title's last item where it goes on in small letters: "chief of police", "secretary of state"."""
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
    """The items of the body behind a title: "for the ACLU of Massachusetts"."""
    if index >= len(items) or items[index].lower not in _LINKS:
        return None
    first = index + 1
    while first < len(items) and items[first].lower in {"the", "a", "an"}:
        first += 1
    last = first - 1
    at = first
    while at < len(items):
        item = items[at]
        if item.is_name and item.is_word:
            last = at
        elif not (item.lower in _INNER_LINKS and last >= first and at - last < 3):
            break
        at += 1
    return (first, last) if last >= first else None


def member_of(items: Sequence[Item], link: int) -> Role | None:
    """The body behind a bare name: "Jane Roe of the Center for Immigration Studies". The title is empty."""
    found = _body(items, link)
    if found is None:
        return None
    inside = items[found[0] : found[1] + 1]
    if not any(is_group_word(item.text) or (item.text.isupper() and len(item.text) > 2) for item in inside):
        return None
    return Role(
        "", " ".join(item.text for item in inside), national=_is_national(" ".join(i.text for i in inside))
    )


def phrase_role(items: Sequence[Item]) -> Role | None:
    """The office that a phrase without a name stands for: "the Republican mayor of Albuquerque"."""
    if not items or items[0].lower not in words.DETERMINERS | {"acting", "former"}:
        return None
    found = role_after(items, 1 if items[0].lower in {"the", "a", "an"} | words.POSSESSIVES else 0)
    return found[0] if found else None
