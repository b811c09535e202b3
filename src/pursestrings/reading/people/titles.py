"""What people are: office, role and the body they speak for, as it stands before a name.

"Dayton City Manager Jane Roe", "Justice Department spokesman John Doe".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.stream import Item, unpossessed
from pursestrings.reading.grammar.wordfiles import section, sections

Span = tuple[int, int]

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
COUNTIES: Final = (" county", " city", " parish", " borough")
# These sit for a government only together with a word such as "city" or "district".
_SEATED_IF: Final = frozenset(
    {"attorney", "manager", "general", "executive", "administrator", "chief", "clerk", "solicitor"}
)
# What has a capital only as it opens a sentence: "Although President Jane Roe".
_OPENING: Final = words.PREPOSITIONS | words.OPENERS | words.DETERMINERS | words.SUBORDINATORS
# Parts of a title that can stand apart from it: "Acting ICE Director".
_APART: Final = frozenset(
    {"acting", "former", "interim", "then", "deputy", "assistant", "incoming", "outgoing", "state"}
)


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
    return item.quotation is None and (bare(item) in heads() or item.lower in _short())


def is_honorific(item: Item) -> bool:
    """Whether it is "Mr.", "Ms." and the like."""
    return item.lower in section("titles", "honorific") and item.is_name


def is_group_word(word: str) -> bool:
    """Whether a capitalised word belongs to bodies, papers or places and not to a person's name."""
    return word.lower() in section("titles", "group")


def sex_of_title(word: str) -> str | None:
    """`m` or `f` where a noun in lower case tells a person's sex: "spokeswoman", "businessman", "mother"."""
    if word.endswith("woman") or word in section("titles", "woman"):
        return "f"
    return "m" if word.endswith("man") or word in section("titles", "man") else None


@cache
def heads() -> frozenset[str]:
    """The words that name an office or a role in the singular."""
    return section("titles", "office") | section("titles", "role")


@cache
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
    while first > 0 and belongs(items, first - 1):
        first -= 1
    first = _joined(items, first)
    owner = opening = _owner_first(items, first)
    while owner < first - 1 and bare(items[owner]) in _APART:
        owner += 1
    title = title_of([*items[opening:owner], *items[first : head + 1]])
    return role_of(
        items, title, owner, first - 1, bare(items[first if items[head].lower == "staff" else head])
    ), opening


def _joined(items: Sequence[Item], first: int) -> int:
    """Where a title begins that is joined to the one at `first`: "Executive Director and CEO"."""
    if first < 2 or items[first - 1].lower not in {"and", "&"} or not is_head(items[first - 2]):
        return first
    if items[first - 2].is_name != items[first].is_name:  # "the mayor and Sheriff Jane Roe" are two
        return first
    joined = first - 2
    while joined > 0 and belongs(items, joined - 1):
        joined -= 1
    # So are "the Governor and Attorney General Jane Roe".
    return first if joined and items[joined - 1].lower in words.DETERMINERS else joined


def belongs(items: Sequence[Item], index: int) -> bool:
    """Whether a word can be part of the title behind it."""
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
        opens = owner - 1 == 0 and item.lower in _OPENING
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


def title_of(items: Sequence[Item]) -> str:
    """The words of a title, short forms in full, without party and praise."""
    dropped = section("titles", "dropped")
    kept = [item for item in items if bare(item) not in dropped]
    return " ".join(_short().get(item.lower, item.text) for item in kept)


def role_of(items: Sequence[Item], title: str, first: int, last: int, head: str) -> Role:
    """A role from its title and the words from `first` to `last` that say whose it is."""
    dropped = section("titles", "dropped")
    while first <= last and bare(items[first]) in dropped:
        first += 1
    while last >= first and bare(items[last]) in dropped:
        last -= 1
    if first > last:
        return made(title, None, None, head)
    owner = " ".join(item.text for item in items[first : last + 1])
    span = (items[first].start, items[last].bare_end)
    return made(title, unpossessed(owner), span, head)


def made(title: str, owner: str | None, span: Span | None, head: str) -> Role:
    """The role of a title, its owner (at `span`) and its deciding word."""
    first, _, rest = title.partition(" ")
    if span is not None and owner is not None and first.lower() in {"county", "parish"} and rest:
        # The seat of the "Suffolk County Sheriff" is Suffolk County.
        owner, span = f"{owner} {first}", (span[0], span[1] + 1 + len(first))
    lower = title.lower()
    office = head in section("titles", "office") or head in _short()
    if owner is None:
        bare_title = lower.removeprefix("acting ").removeprefix("former ").removeprefix("then ")
        named = bare_title in _FEDERAL and not (bare_title == "president" and title == lower)
        national = named or "u.s." in lower
        return Role(title, office=office or national, national=national)
    county = owner.lower().endswith(COUNTIES)
    if office and (county or (is_seated(lower) and not _is_body(owner))):
        return Role(title, None, span, office=True)
    national = is_national(owner) or "u.s." in lower
    return Role(title, owner, None, office=office or national, national=national)


def _is_body(owner: str) -> bool:
    return is_national(owner) or is_group_word(owner.split()[-1])


def is_seated(title: str) -> bool:
    """Whether the words beside a title name its government: a mayor's do, a staff attorney's do not."""
    last = title.split()[-1]
    if title.endswith("secretary of state"):
        return True
    if last in _SEATED_IF:
        return any(word in title.split() for word in section("titles", "government") if word != last)
    return last in section("titles", "seated")


def is_national(owner: str) -> bool:
    """Whether a body belongs to the federal government."""
    key = "|".join(word.lower() for word in owner.split() if word.lower() != "the")
    return key in section("titles", "national") or key.startswith(_FEDERAL_BODIES)
