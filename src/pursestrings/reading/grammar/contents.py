"""What is said, behind its cue: where it begins, whether the cue can take it, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pursestrings.reading.cues import SPEECH, Cue
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.hits import Hit
from pursestrings.reading.grammar.relation import WH, has_verb
from pursestrings.reading.grammar.shapes import is_verb
from pursestrings.reading.grammar.stream import Item
from pursestrings.reading.grammar.subjects import following

_CONTRAST: Final = frozenset({"and", "but", "while", "though", "although", "yet"})
_NEAR_TIME: Final = frozenset({"last", "this", "next", "early", "late"})
_CLAUSE_OPENERS: Final = frozenset(
    {"in", "under", "if", "while", "despite", "after", "as", "because", "when"}
)
_REACH: Final = 18


@dataclass(frozen=True, slots=True)
class Start:
    """Where a content begins. `kind`: that, wh, to, quote, colon, comma, or rest for all else."""

    kind: str
    index: int


def content_start(items: list[Item], hit: Hit, cue: Cue) -> Start | None:
    """Where the content begins behind the cue, past adverbials and the one who is spoken to."""
    index = skip_adverbials(items, hit.last + 1)
    if cue.manner.addressee and index < len(items) and items[index].text not in ",:.":
        spoken_to = _skip_addressee(items, index)
        found = _opening(items, spoken_to)
        # "Warned the board that" speaks to the board, "warned the board was wrong" does not.
        if cue.manner.name == "tell" or (found is not None and found.kind in {"that", "quote", "wh"}):
            index = spoken_to
    found = _opening(items, index)
    if found is not None and found.kind != "rest":
        return found
    return _past_circumstance(items, index) or found


def _opening(items: list[Item], index: int) -> Start | None:
    if index >= len(items):
        return None
    item = items[index]
    beyond = items[index + 1] if index + 1 < len(items) else None
    if item.quotation is not None:
        return Start("quote", index)
    if item.text in {",", ":"}:
        return _behind_mark(items, index)
    if item.lower == "that":
        return Start("that", index)
    if item.lower == "to" or (item.lower == "not" and beyond is not None and beyond.lower == "to"):
        return Start("to", index)
    if item.lower in WH:
        return Start("wh", index)
    return Start("rest", index) if item.is_word or item.text in "$#@-–—[" else None


def _behind_mark(items: list[Item], index: int) -> Start | None:
    if index + 1 >= len(items):
        return None
    if items[index + 1].quotation is not None:
        return Start("quote", index + 1)
    if items[index].text == ":":
        return Start("colon", index + 1)
    # "In the end, Doe said, the city will pay": what stands before is no part of the content.
    interrupted = items[index + 1].is_word and items[0].lower in words.PREPOSITIONS | {"as"}
    return Start("comma", index + 1) if interrupted else None


def _past_circumstance(items: list[Item], index: int) -> Start | None:
    """Past "in a statement on Monday", "at a rally, ": only where a "that" or a quotation follows."""
    openers = words.PREPOSITIONS | words.SUBORDINATORS - {"that"}
    if index >= len(items) or not (items[index].lower in openers or items[index].text == ","):
        return None
    for at in range(index + 1, min(index + _REACH, len(items))):
        item = items[at]
        if item.lower == "that" and items[at - 1].lower not in words.PREPOSITIONS:
            return Start("that", at)
        if item.quotation is not None and items[at - 1].text in {",", ":"}:
            return Start("quote", at)
        if item.lower in words.FINITE or item.text == ";":
            return None
    return None


def skip_adverbials(items: list[Item], index: int) -> int:
    """The first item at or behind `index` that is no "on Monday", "last week" or adverb."""
    while index < len(items) and items[index].quotation is None:
        item = items[index]
        beyond = items[index + 1].lower if index + 1 < len(items) else ""
        timed = item.lower in words.TIMES or (item.lower in _NEAR_TIME and beyond in words.TIMES)
        if timed or (words.is_adverb(item.lower) and item.lower not in {"both", "all", "there", "here"}):
            index += 1
        elif item.lower in {"on", "in"} and (
            beyond in words.TIMES | words.MONTHS | {"twitter", "facebook"}
            or (beyond.isdigit() and len(beyond) == 4)
        ):
            index += 2
            while index < len(items) and items[index].text[:1].isdigit():
                index += 1
        else:
            break
    return index


def _skip_addressee(items: list[Item], index: int) -> int:
    item = items[index]
    if item.lower in words.OBJECT_PRONOUNS:
        return skip_adverbials(items, index + 1)
    if item.lower == "that" or item.quotation is not None or item.lower in WH:
        return index
    person = following(items, index)
    if person is None:
        return index
    # The apposition that `following` takes in is no part of the one spoken to.
    comma = next((at for at in range(index, person.last) if items[at].text == ","), None)
    return skip_adverbials(items, comma if comma is not None else person.last + 1)


def accepts(items: list[Item], cue: Cue, start: Start, hit: Hit) -> bool:
    """Whether a cue takes this kind of content here."""
    takes = cue.manner.takes
    if start.kind in {"quote", "colon"}:
        return "quote" in takes
    if start.kind == "comma":
        return cue.manner.after
    if start.kind == "that" and _points_back(items, start.index):
        return False
    if start.kind != "rest":
        return start.kind in takes
    lower = items[start.index].lower
    if "rest" not in takes or lower in {"itself", "themselves"}:
        return False
    if lower in words.PREPOSITIONS | words.SUBORDINATORS | words.COORDINATORS:
        return cue.manner.name == "say" and lower in _CLAUSE_OPENERS and _clause_ahead(items, start.index)
    return not (hit.negated and cue.manner.name == "label")


def _points_back(items: list[Item], index: int) -> bool:
    """Whether "that" is a pronoun: "Doe repeated that in a statement"."""
    beyond = items[index + 1] if index + 1 < len(items) else None
    if beyond is None or beyond.text in ".,;":
        return True
    return beyond.lower in words.PREPOSITIONS and not has_verb(items[index + 1 :])


def _clause_ahead(items: list[Item], index: int) -> bool:
    comma = next((at for at in range(index, min(index + 12, len(items))) if items[at].text == ","), None)
    return comma is not None and any(item.lower in words.FINITE for item in items[comma:])


def labelled(items: list[Item], first: int, last: int, cue: Cue) -> tuple[int, int]:
    """What something is called: where the name given is a quotation, the content is that quotation."""
    if cue.manner.name != "label" or items[first].quotation is not None:
        return first, last
    quoted = [index for index in range(first, last + 1) if items[index].quotation is not None]
    if not quoted or quoted[0] - first > 10 or any(item.text == "," for item in items[first : quoted[0]]):
        return first, last
    end = quoted[0]
    for index in quoted[1:]:
        between = items[end + 1 : index]
        if all(item.text == "," or item.lower in {"and", "or", "a", "an"} for item in between):
            end = index
    return quoted[0], end


def content_end(
    items: list[Item],
    start: int,
    later: Sequence[Hit],
    cue: Cue | None = None,
    *,
    embedded: bool = False,
    relative: bool = False,
) -> int | None:
    """The last item of a content that begins at `start`: the sentence's end, or another attribution.

    `embedded` says that the attribution stands in a clause before the sentence's own, `relative` that its
    source is ", who".
    """
    end = len(items) - 1
    for hit in later:
        cut = _cut(items, hit, start, cue, embedded=embedded or introduces(items[0]))
        if cut is not None and cut <= end:
            end = cut - 1
            break
    if items[start].ends_clause and all(item.quotation is None for item in items[start + 1 : end + 1]):
        return start
    if relative:
        end = _clause_end(items, start, end)
    for index in range(start + 1, end):
        if items[index].text == ";" or (items[index].text == "," and items[index + 1].lower == "according"):
            end = index - 1
            break
    return trim(items, start, end)


def _clause_end(items: list[Item], start: int, end: int) -> int:
    """Where a relative clause ends: before the verb of the sentence that it stands in."""
    for index in range(start, end):
        closes = items[index].text == "," or items[index].ends_clause
        if closes and items[index + 1].is_word and is_verb(items[index + 1]):
            return index
    return end


def _cut(items: list[Item], hit: Hit, start: int, cue: Cue | None, *, embedded: bool) -> int | None:
    """Where an earlier content must stop for a later hit; None where the hit lies inside the content."""
    if hit.first <= start + 1:
        return None
    if hit.side == "shared":
        return _cut_shared(items, hit, cue)
    if hit.side != "left" or hit.subject is None:
        return None
    head = hit.subject.first
    if head < start <= hit.subject.last:
        return hit.subject.last + 1
    if head <= start + 1:
        return None
    before, further = items[head - 1], items[head - 2]
    if before.text == "," and embedded:
        return head - 1
    if before.lower not in _CONTRAST:
        return None
    if further.text == ",":
        return head - 2
    return head - 1 if further.ends_clause or before.lower == "but" else None


def _cut_shared(items: list[Item], hit: Hit, cue: Cue | None) -> int | None:
    before = items[hit.first - 1]
    if "ing" in hit.lead.shapes and before.text == ",":
        return hit.first - 1 if hit.lead.manner.act == SPEECH else None
    if before.lower in {"and", "but"} and cue is not None and _alike(cue, hit.lead):
        return hit.first - 2 if items[hit.first - 2].text == "," else hit.first - 1
    return None


def _alike(cue: Cue, other: Cue) -> bool:
    """Whether a second verb goes with the subject of the first: said … and urged, saying … and calling."""
    if other.manner.act != SPEECH:
        return False
    if "ing" in other.shapes:
        return "ing" in cue.shapes
    return bool(other.shapes & {"past", "third"} and cue.shapes & {"past", "third", "base", "participle"})


def introduces(item: Item) -> bool:
    """Whether a sentence that begins so has its own clause only behind a comma."""
    if item.lower in words.PREPOSITIONS | words.SUBORDINATORS | {"asked", "pressed"}:
        return True
    return item.lower.endswith("ing") and len(item.lower) > 5


def trim(items: list[Item], first: int, last: int) -> int | None:
    """The last item without closing marks; None where nothing is left."""
    while last >= first and items[last].quotation is None and items[last].text in ".,;:!?…—–-":
        last -= 1
    return last if last >= first else None
