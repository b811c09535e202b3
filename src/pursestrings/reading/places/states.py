"""How news and law shorten the names of states: "Mass.", "N.M.", "D.C.", "MA"."""

from __future__ import annotations

import re
from typing import Final

from pursestrings.documents.wordlist import words

# Traditional forms by postal code. The first group is unmistakable; the second is also a word or another
# abbreviation ("Miss.", "Ill.", "Wash."), and counts only behind the name of a place.
_CLEAR: Final = (
    "ak:Alas. al:Ala. ar:Ark. az:Ariz. ca:Calif. ca:Cal. co:Colo. ct:Conn. dc:D.C. fl:Fla. ga:Ga. "
    "id:Ida. il:Ill. ks:Kan. ks:Kans. ky:Ky. ma:Mass. md:Md. mi:Mich. mn:Minn. mo:Mo. mt:Mont. nc:N.C. "
    "nd:N.D. nd:N.Dak. ne:Neb. ne:Nebr. nh:N.H. nj:N.J. nm:N.M. nm:N.Mex. nv:Nev. ny:N.Y. ok:Okla. "
    "pa:Penn. pr:P.R. ri:R.I. sc:S.C. sd:S.D. sd:S.Dak. tn:Tenn. tx:Tex. wi:Wis. wi:Wisc. wv:W.Va. wy:Wyo."
)
_UNSURE: Final = (
    "de:Del. hi:Haw. in:Ind. ia:Ia. la:La. me:Me. ms:Miss. or:Ore. pa:Pa. ut:Ut. va:Va. vt:Vt. wa:Wash."
)

CLEAR: Final = {short: state for state, short in (pair.split(":") for pair in _CLEAR.split())}
UNSURE: Final = {short: state for state, short in (pair.split(":") for pair in _UNSURE.split())}
_DOTTED: Final = CLEAR | UNSURE

POSTAL: Final = words(
    "al ak az ar ca co ct dc de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd "
    "oh ok or pa pr ri sc sd tn tx ut vt va wa wv wi wy"
)


def _pattern(shorts: dict[str, str]) -> str:
    """The forms as one pattern; inner stops may be followed by a space ("W. Va."), the last may be left out."""
    longest_first = sorted(shorts, key=len, reverse=True)
    return "|".join(re.escape(short[:-1]).replace(r"\.", r"\.\s?") + r"\.?" for short in longest_first)


AFTER_PLACE: Final = re.compile(
    rf"\s?,\s{{0,3}}(?P<short>(?:{_pattern(_DOTTED)})(?![\w’'])|(?-i:[A-Z]{{2}})(?![\w’']|\.\w|-(?!-)))"
)
"""A short state behind the comma after a place's name."""

CANADIAN: Final = re.compile(
    r"\s?,\s{0,3}(?:Ont|Que|Sask|Alta|Man|Nfld|N\.\s?S|N\.\s?B|B\.\s?C|P\.\s?E\.\s?I)\.?(?![\w’'])"
)
"""A short province of Canada behind the comma after a place's name."""

ALONE: Final = re.compile(
    r"(?<![\w.’'-])(?:[DR]-)?(?P<short>"
    + "|".join(
        re.escape(short).replace(r"\.", r"\.\s?", short.count(".") - 1)
        for short in sorted(CLEAR, key=len, reverse=True)
    )
    + r")(?!\w)"
)
"""A short state standing by itself ("Mass. legislators"), also behind a party: "D-N.Y."."""


def state_of(short: str) -> str | None:
    """The postal code, in lower case, that a short form stands for.

    >>> state_of("N.M."), state_of("W. Va."), state_of("MA"), state_of("Conn"), state_of("ZZ")
    ('nm', 'wv', 'ma', 'ct', None)
    """
    bare = re.sub(r"\s", "", short)
    found = _DOTTED.get(bare) or _DOTTED.get(f"{bare}.")
    if found is None and bare.isupper() and bare.lower() in POSTAL:
        return bare.lower()
    return found
