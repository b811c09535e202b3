"""What an office or body beside a name says of the name's kind: a mayor has a city, a governor a state.

"New York Mayor Bill de Blasio" and "New York Gov. Andrew Cuomo" speak for two governments of one name.
"""

from __future__ import annotations

import re
from typing import Final

_CITY: Final = (
    r"(?i:mayor)|City (?:Council|Hall|Manager|Attorney|Solicitor|Clerk)\w*|city (?:council|manager|attorney)\w*|"
    r"(?i:alder(?:man|men|woman))"
)
_STATE: Final = (
    r"Gov\.|Lt\. Gov\.|(?i:governor|lieutenant governor|legislature|general assembly|legislators?|lawmakers?|"
    r"statehouse|attorney general|secretary of state|house of representatives|state senat(?:e|or)s?)|"
    r"state\b(?! of\b)|State (?:Police|Rep\.|Sen\.)|National Guard"
)
_COUNTY: Final = r"(?i:sheriff)(?:['’]s)?|County (?:Executive|Commission|Board)\w*"
_AFTER: Final = re.compile(
    rf"(?:['’]s?)?\s+(?:(?P<city>{_CITY})|(?P<state>{_STATE})|(?P<county>{_COUNTY}))(?!\w)"
)
_BEFORE: Final = re.compile(
    r"\b(?:(?P<city>mayor|city council|alder(?:man|woman)|city manager)|"
    r"(?P<state>governor|legislature|attorney general|secretary of state|commonwealth)|"
    r"(?P<county>sheriff)) (?:of|for|in) (?:the )?$",
    re.IGNORECASE,
)
_CITY_BODY: Final = re.compile(
    r"\s+(?:Council|Hall|Manager|Attorney|Solicitor|Clerk|Auditor|Controller|Charter|Commission|Police)(?:\w*)"
)
_WINDOW: Final = 40


def is_city_body(text: str, end: int) -> bool:
    """Whether a body of a city's stands behind "City", which ends at `end`: "City Council", "City Attorney"."""
    return _CITY_BODY.match(text, end) is not None


def office_beside(text: str, start: int, end: int, first: int, last: int) -> str | None:
    """`city`, `state` or `county` where words beside `text[start:end]` name an office or body of such a one.

    `first` and `last` bound the paragraph.
    """
    match = _AFTER.match(text, end, min(last, end + _WINDOW)) or _BEFORE.search(
        text[max(first, start - _WINDOW) : start]
    )
    return match.lastgroup if match else None
