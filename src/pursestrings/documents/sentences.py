"""Sentences as stretches of the text, for news prose and the law it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pursestrings.documents.document import Document
from pursestrings.documents.text import BLANK, trimmed
from pursestrings.documents.wordlist import words

_BLANK_LINE: Final = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t\xa0]*(?:\r\n|\n|\r(?!\n))\s*")
# A stop with the closing marks behind it; in curly type also where the space is missing after the mark.
# Stops in a row are tried from the first alone, so that a row of them is looked through once.
_STOP: Final = re.compile(
    r"(?<![.!?…])[.!?…]+(?:(?<=\.)\s\.[.!?…]*){0,200}[\"”’'»)\]]*(?=\s|$|“)|[.!?]”(?=[^\W\d_])|[。！？]+[」』”]*"
)
_BLANKS: Final = re.compile(rf"[{re.escape(BLANK)}]*")
_LONGEST: Final = 5000
"""Characters of the longest sentence: what runs on without a stop is a table, a list or no prose, and is cut between words."""
_CLOSING: Final = "\"”’'»)]"
_LAST_WORD: Final = re.compile(r"[\w.&'’-]+$")
_NEXT_WORD: Final = re.compile(r"\s*([\"“‘'(\[«¿¡—–•*-]*)\s*([\w.'’§$%-]*)")
# Abbreviations that something always follows.
_OPEN: Final = words(
    "mr mrs ms mx dr gov govs sen sens rep reps lt col gen sgt capt cmdr adm maj rev fr hon prof st ste atty attys supt det"
    " insp pres messrs mmes sra dra ex vs v cf e.g i.e viz approx fig ft mt lic ing pvt cpl dist asst assoc dep spc"
)
# Abbreviations that a number or a sign follows.
_COUNTED: Final = words(
    "no nos sec secs art arts p pp ch chs par para ex exh vol cl pt ord res § fed reg stat cir supp l"
)
# Abbreviations that can end a sentence; the next word decides.
_EITHER: Final = words(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
    " ala ariz ark calif cal colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nebr nev okla ore"
    " pa penn tenn tex va vt wash wis wisc wyo jr sr esq inc co cos corp ltd llc bros dept dept univ assn etc al ave blvd rd"
    " est ext hr hrs min bldg misc orig pub ann civ crim app ct f.supp rev fed reg"
)
_STARTERS: Final = words(
    "the a an this that these those it its he she they we you i his her their our my but and or so yet if when while as at in on"
    " for from with by to of after before since because although though however still instead meanwhile moreover also there here"
    " then now what who why how where which some many most all no not one two both each every several other others another under"
    " over during until once even only just more last next such earlier later according despite among asked critics officials"
    " supporters opponents mr mrs ms el la los las en un una pero"
)
_SPEECH: Final = words(
    "said says asked asks added adds wrote writes told tells replied responded answered shouted tweeted continued noted"
    " explained argued recalled declared exclaimed joked quipped wondered demanded cried insisted"
)
_NAME_THEN_VERB: Final = re.compile(r"\s*(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,4}(\w+)")
_INITIAL: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NUMBER: Final = re.compile(r"[(]?(?:\d{1,3}|[a-z]|[ivx]+)[)]?", re.IGNORECASE)


def sentences(source: Document | str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences in `[start, end)`, in order, without the white space between them.

    A blank line ends a sentence, and in a document so does the end of a block.
    """
    text = source if isinstance(source, str) else source.text
    end = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    for left, right in _paragraphs(source, start, end):
        for cut_left, cut_right in _split(text, left, right):
            found += _pieces(text, *trimmed(text, cut_left, cut_right))
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; one that is too long in pieces."""
    while end - start > _LONGEST:
        gap = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = gap if gap > 0 else start + _LONGEST
        yield trimmed(text, start, cut)
        start = _behind_blanks(text, cut, end)
    if start < end:
        yield start, end


def _paragraphs(source: Document | str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if isinstance(source, Document):
        for block in source.blocks:
            if block.start < end and start < block.end:
                yield from _paragraphs(source.text, max(start, block.start), min(end, block.end))
        return
    left = start
    for gap in _BLANK_LINE.finditer(source, start, end):
        yield left, gap.start()
        left = gap.end()
    yield left, end


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, left, stop, end):
            yield left, stop.end()
            left = _behind_blanks(text, stop.end(), end)
    yield left, end


def _behind_blanks(text: str, start: int, end: int) -> int:
    blanks = _BLANKS.match(text, start, end)
    return blanks.end() if blanks else start


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the stop ends the sentence that begins at `start`."""
    marks = stop.group()
    if marks[0] in "。！？":
        return True
    following = _NEXT_WORD.match(text, stop.end(), end)
    opening, word = following.groups() if following else ("", "")
    if not opening and word[:1].islower():
        return False
    core = marks.rstrip(_CLOSING)
    if core != "." and core != marks and _names_speaker(text, stop.end(), end):
        return False
    if core != ".":
        # Three dots leave something out, and the sentence goes on; four end it.
        left_out = "…" in core or core.count(".") > 1
        return not left_out or core.count(".") > 3 or marks[-1] in '"”'
    before = _LAST_WORD.search(text, max(start, stop.start() - 40), stop.start())
    return before is None or _ends_after(before.group().lstrip("'’-"), before.start() <= start, opening, word)


def _ends_after(before: str, first: bool, opening: str, word: str) -> bool:
    """Whether a full stop after the word `before` ends a sentence that goes on with `word`."""
    low = before.casefold().rpartition("-")[2]
    if first and _NUMBER.fullmatch(before):
        return False  # "1." opens a list
    if low in _OPEN:
        return False
    if low in _COUNTED and (word[:1].isdigit() or word[:1] == "§" or low in ("l", "fed", "supp")):
        return False
    if low in _EITHER or _INITIAL.fullmatch(before):
        return opening.strip("-—–(") != "" or word.casefold().rstrip(".,") in _STARTERS
    return True


def _names_speaker(text: str, start: int, end: int) -> bool:
    """Whether a name and a verb of speech follow the quotation: "Why?" Jane Doe asked."""
    match = _NAME_THEN_VERB.match(text, start, min(end, start + 120))
    return match is not None and match[1] in _SPEECH
