"""Words in small letters, as a table of words has them."""

from __future__ import annotations

from typing import Final

_ALSO: Final = str.maketrans({"ı": "i", "İ": "i", "ſ": "s", "\N{KELVIN SIGN}": "k"})


def folded(word: str) -> str:
    """The word in small letters of the alphabet, whatever a pattern that ignores case has taken for them.

    Such a pattern finds "auguſt" in an old print where it looks for "august"; the table knows the latter alone.

    >>> folded("AUGUſT"), folded("mıllion")
    ('august', 'million')
    """
    return word.translate(_ALSO).lower()
