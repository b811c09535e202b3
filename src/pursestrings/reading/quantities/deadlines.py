"""The words before a date by which something is due then: "no later than 5 p.m. on Friday, Sept. 5"."""

from __future__ import annotations

import re
from typing import Final

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_REACH: Final = 80
"""Characters within which such words begin."""
# "by Friday", "no later than 5 p.m. on Friday, Sept. 5", "expires at midnight Tuesday"
_HOUR: Final = (
    r"(?:(?:noon|midnight|(?:the\s+)?(?:close|end)\s+of\s+(?:the\s+)?(?:business|day|business\s+day)"
    r"|\d\d?(?::\d\d)?\s*[ap]\.?m\.?(?:\s+(?:local\s+time|[A-Z]{2,3}T?))?),?\s+(?:on\s+)?)?"
)
_DEADLINE: Final = re.compile(
    r"\b(?:by|before|until|till|no later than|not later than|deadline(?:\s+(?:of|is|was|on))?|due(?:\s+(?:on|by|at))?|expires?(?:\s+(?:on|at))?|on or before)\s+"
    rf"{_HOUR}(?:the\s+|next\s+|this\s+)?(?:(?:{'|'.join(WEEKDAYS)}),?\s+\(?)?$",
    re.IGNORECASE,
)


def due_before(text: str, start: int, at: int) -> re.Match[str] | None:
    """The words right before `at` by which something is due then."""
    return _DEADLINE.search(text, max(start, at - _REACH), at)
