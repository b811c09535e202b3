"""Whose voice somebody in office is, told behind the name or in the name of the body: "Mayor Jane Roe of Dayton"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.people.titles import COUNTIES, Role, is_seated

# Bodies that are their government's own voice: "Harlan County Sheriff's Department", "City of Dover".
_LOCAL_BODY: Final = re.compile(
    r"(?:city|county|town|village|borough) of .+|.+ (?:(?<!of )police|sheriff(?:['’]s)?|(?:city|county|district) attorney(?:['’]s)?"
    r"|mayor(?:['’]s)?)(?: (?:department|office|bureau))?|(?:.+ )?(?:city|town|county) (?:council|commission|board|hall)"
)
# Whom "of" behind the name does not make a government's voice: they sit for a part of it, or in another's house.
_FOR_A_PART: Final = frozenset(
    {"senator", "representative", "congressman", "congresswoman", "congressmember", "delegate", "legislator"}
    | {"lawmaker", "assemblyman", "assemblywoman", "assemblymember"}
)


def with_seat_behind(items: Sequence[Item], last: int, role: Role) -> Role:
    """A role with what stands behind the name, which ends at `last`, for its seat: "Mayor Jane Roe of Dayton"."""
    seated = role.office and role.seat is None and is_seated(role.title.lower())
    body = role.organization is not None and not role.organization.lower().endswith(COUNTIES)
    if not seated or body or role.key in _FOR_A_PART:
        return role
    first = last + 2
    if first >= len(items) or items[first - 1].lower != "of" or not items[first].is_name:
        return role
    end = first
    while end + 1 < len(items) and items[end + 1].is_name and items[end + 1].is_word:
        end += 1
    seat = (items[first].start, items[end].bare_end)
    return replace(role, organization=None, seat=seat)


def is_local_body(role: Role) -> bool:
    """Whether somebody speaks for a body that is a local government's own voice."""
    if role.organization is None or role.national:
        return False
    whole = f"{role.organization} {role.title.rpartition(' ')[0]}".strip()
    return any(_LOCAL_BODY.fullmatch(name.lower()) for name in (role.organization, whole))
