"""The list of courts, courts-db of the Free Law Project, where it is installed."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files as packaged
from importlib.util import find_spec
from typing import Any, Final


@cache
def courts() -> dict[str, Any]:
    """Every court by its id; none where courts-db is not installed.

    The list's own file is read: its package builds a thousand patterns that are not needed here.
    """
    if find_spec("courts_db") is None:
        return {}
    text = (packaged("courts_db") / "data" / "courts.json").read_text(encoding="utf-8")
    found = {court["id"]: court for court in json.loads(text)}
    for name, again in _SITS_AGAIN.items():
        found[name]["dates"].append({"start": again, "end": None})
    return found


_SITS_AGAIN: Final = {"njd": "1802-04-29"}
"""Courts that the list ends with the Judiciary Act of 1801, though they have sat since its repeal (2 Stat. 156)."""

_ALSO_CITED: Final = {"dmd": "mdd", "us": "scotus"}
"""Short names that the list lacks: it has `D. Maryland` and `SCOTUS`."""


def court_cited(words: str) -> str | None:
    """The id of the court that a citation's brackets name, such as `N.D. Cal.` or `7th Cir.`."""
    wanted = _bare(words)
    found = (name for name, court in courts().items() if _bare(court["citation_string"]) == wanted)
    return next(found, _ALSO_CITED.get(wanted)) if wanted and courts() else None


def _bare(words: str) -> str:
    return "".join(words.replace(".", "").split()).lower()


_FEDERAL: Final = re.compile(
    r"COURT OF APPEALS\s+FOR THE\s+(?P<circuit>[A-Z]+(?: OF COLUMBIA)?)\s+CIRCUIT"
    r"|DISTRICT COURT,?\s+(?:(?:IN AND )?FOR THE\s+)?(?P<district>(?:[A-Z]+\s+)?DISTRICT\s+OF\s+[A-Z]+)(?P<more> [A-Z]+)?",
)
_LETTERS: Final = {"N.D.": "northern", "S.D.": "southern", "E.D.": "eastern", "W.D.": "western", "M.D.": "middle",
                   "C.D.": "central", "D.C.": "columbia", "D.": ""}  # fmt: skip
_WORD: Final = re.compile(r"[A-Za-z.]+")
_OF_ANY_COURT: Final = frozenset(
    ["united", "states", "district", "court", "of", "appeals", "for", "the", "in", "and", "circuit"]
)


def court_named(head: str) -> str | None:
    """The id of the federal court that the head of an order names in capitals; None for any other."""
    found = _FEDERAL.search(head)
    if found is None:
        return "scotus" if "SUPREME COURT OF THE UNITED STATES" in head else None
    if found["circuit"]:
        return _federal("Court of Appeals for the", found["circuit"])
    longer = _federal("District Court", found["district"] + found["more"]) if found["more"] else None
    return longer or _federal("District Court", found["district"])


def _federal(kind: str, words: str) -> str | None:
    """The federal court of a kind whose name has these words; the list writes names in many ways."""
    wanted = _telling(words)
    return next(
        (
            name
            for name, court in courts().items()
            if court["system"] == "federal" and kind in court["name"] and _telling(court["name"]) == wanted
        ),
        None,
    )


def _telling(name: str) -> frozenset[str]:
    """The words that tell a federal court from others of its kind: `northern` and `california`."""
    words = (_LETTERS.get(word, word).lower() for word in _WORD.findall(name))
    return frozenset(words) - _OF_ANY_COURT - {""}
