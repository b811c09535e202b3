"""The outlet that shows a story, and the outlet that a reprint comes from.

By structure alone, with the words of credit lines. Names of outlets are facts and come from the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pursestrings.documents.datelines import dateline_of
from pursestrings.documents.document import Block, BlockKind
from pursestrings.documents.headline import folded
from pursestrings.documents.lines import Copyright, byline_of, copyright_of, is_job

_BAND: Final = re.compile(r"-(?:FM|AM|TV|LP|HD\d?|DT)\b|\.(?:com|org|net)$")
_DIVIDER: Final = re.compile(r"\s(\||-|–|—|::|»|«|•|·)\s")
_PRESS: Final = re.compile(
    r"\b(?:news|times|post|globe|herald|tribune|gazette|journal|chronicle|press|star|sun|observer|record|register|examiner"
    r"|daily|dispatch|sentinel|courier|review|magazine|radio|public|media|tv|wire|today|weekly|independent|telegraph|mirror"
    r"|monitor|reporter|bulletin|citizen|eagle|patch|voice|beacon|ledger|argus|advocate|inquirer|democrat|republican|leader"
    r"|diario|prensa|noticias|notizie|correio|jornal)\b|\.(?:com|org|net)\b|\b[WK][A-Z]{2,3}\b",
    re.IGNORECASE,
)
_NAME: Final = (
    r"(?:the\s+)?(?P<name>[A-ZÀ-Þ][\w.&'’-]*(?:\s+(?:(?:of|and|the|for|&)\s+)?[A-ZÀ-Þ][\w.&'’-]*){0,5})"
)
_FROM: Final = tuple(
    re.compile(rf"\b(?i:{words})\s+(?:the\s+)?{_NAME}")
    for words in (
        r"(?:originally|first)\s+(?:published|appeared|posted|ran|aired|reported)\s+(?:by|in|on|at)",
        r"(?:re(?:printed|published)|syndicated)\s+(?:(?:here\s+)?with\s+(?:the\s+)?permission\s+(?:from|of)|from|courtesy\s+of|by)",
        r"(?:story|article|report|piece)\s+(?:was|is)\s+(?:produced|provided|written|reported|shared)\s+by",
        r"this\s+(?:story|article|report)\s+(?:is\s+)?(?:from|comes\s+from)",
        r"(?:distributed|provided)\s+by",
    )
)
_MORE_FROM: Final = re.compile(
    rf"(?i:more (?:stories |news |coverage )?from|más de|altre \w+|altro da|mais de|plus de)\s+{_NAME}$"
)
_NO_OUTLET: Final = re.compile(r"(?:our|us|the author|this|my|your|sister)\b", re.IGNORECASE)
_AROUND: Final = (BlockKind.CREDIT, BlockKind.BOILERPLATE)
_SMALL: Final = ("of", "the", "and", "&", "for")
_RIGHTS: Final = re.compile(r"\s*\b(?:inc|llc|l\.l\.c|ltd|co|corp|company|staff)\b\.?$", re.IGNORECASE)


def tidy(name: str) -> str:
    """An outlet's name as it is spoken of: without "The", the band of a station and the form of its company."""
    name = re.sub(r"^the\s+(?=\w)", "", name.strip(" \t\xa0.,;:|"), flags=re.IGNORECASE)
    return _BAND.sub("", _RIGHTS.sub("", name)).strip(" ,.")


def split_title(
    title: str, repeated: bool = False, outlets: Mapping[str, str] | None = None
) -> tuple[str, str | None]:
    """The headline and the site's name behind it ("… - Metro US"); None where the end is no name.

    `repeated` says that the headline also stands alone on the page, which makes the rest the site's.
    """
    dividers = list(_DIVIDER.finditer(title))
    if not dividers:
        return title, None
    divider = dividers[-1]
    head, tail = title[: divider.start()].strip(), title[divider.end() :].strip()
    parts = tail.split()
    known = any(folded(spelling) == folded(tail) for spelling in outlets or {})
    like_a_name = len(parts) <= 6 and all(part[0].isupper() or part in _SMALL for part in parts)
    sure = repeated or known or (like_a_name and (divider[1] == "|" or _PRESS.search(tail) is not None))
    return (head, tail) if sure and len(head.split()) >= 2 else (title, None)


def find_publisher(text: str, blocks: Sequence[Block], outlets: Mapping[str, str]) -> str | None:
    """The outlet whose page this is, from what stands around the story; None where nothing says so."""
    headline = next((block.start for block in blocks if block.kind is BlockKind.HEADLINE), 0)
    above = [block for block in blocks if block.start < headline]
    below = [block for block in blocks if block.start >= headline]
    candidates = (
        _after_headline(text, blocks, outlets),
        *(right.holder for right in _copyrights(text, above)),
        _known(_furniture(text, above), outlets),
        *_more_from(_furniture(text, below)),
        *(right.holder for right in _copyrights(text, below) if not right.syndicated),
        _known(_furniture(text, below), outlets),
    )
    return next((named(name, outlets) for name in candidates if name), None)


def find_origin(
    text: str, blocks: Sequence[Block], publisher: str | None, outlets: Mapping[str, str]
) -> str | None:
    """The other outlet that the story was written for; None where no line names one."""
    for name in _origins(text, blocks):
        origin = named(name, outlets)
        if origin and folded(origin) != folded(tidy(publisher or "")):
            return origin
    right = story_copyright(text, blocks)
    if right is None:
        return None
    holder = named(right.holder, outlets)
    # A company and its paper share a word; only another name makes it another's story.
    shared = set(folded(holder).split()) & set(folded(publisher or "").split())
    return holder if not shared and (publisher or right.syndicated) else None


def named(name: str, outlets: Mapping[str, str]) -> str:
    """The outlet's name in the caller's list where this is one of its spellings, else the name tidied."""
    spellings = {folded(spelling): own for spelling, own in outlets.items()}
    tidied = tidy(name)
    return spellings.get(folded(name)) or spellings.get(folded(tidied)) or tidied


def _origins(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Names of other outlets, the plainest words first."""
    for line in (text[block.start : block.end] for block in blocks if block.kind is BlockKind.CREDIT):
        yield from (match["name"] for form in _FROM for match in form.finditer(line))
    for block in blocks:
        line = text[block.start : block.end]
        if block.kind is BlockKind.DATELINE and (dateline := dateline_of(line + " …")) and dateline.agency:
            yield dateline.agency
        elif block.kind is BlockKind.BYLINE and (outlet := _outlet_of_byline(line)):
            yield outlet


def story_copyright(text: str, blocks: Sequence[Block]) -> Copyright | None:
    """The copyright line right below the story; one at the top or the foot of the page is the site's."""
    last = max((index for index, block in enumerate(blocks) if block.kind is BlockKind.BODY), default=-1)
    for block in blocks[last + 1 :] if last >= 0 else ():
        right = copyright_of(text[block.start : block.end])
        if block.kind is BlockKind.BOILERPLATE:
            return None
        if right:
            return right
    return None


def _outlet_of_byline(line: str) -> str | None:
    """The outlet behind the names ("By Jane Doe, Associated Press"), where it is no job, date or newsroom."""
    byline = byline_of(line)
    first = re.split(r"\s*[|•·–—,;/]\s*", byline.rest)[0] if byline and byline.rest else ""
    if not first or is_job(first) or any(map(str.isdigit, first)) or not first[0].isupper():
        return None
    return first if len(first.split()) <= 5 else None


def _copyrights(text: str, blocks: Sequence[Block]) -> list[Copyright]:
    around = (text[block.start : block.end] for block in blocks if block.kind in _AROUND)
    return [right for line in around if (right := copyright_of(line))]


def _furniture(text: str, blocks: Sequence[Block]) -> list[str]:
    return [text[block.start : block.end] for block in blocks if block.kind is BlockKind.BOILERPLATE]


def _more_from(lines: Iterable[str]) -> Iterator[str]:
    """The site's name in "More from …"."""
    for line in lines:
        match = _MORE_FROM.match(line)
        if match and not _NO_OUTLET.match(match["name"]):
            yield match["name"]


def _after_headline(text: str, blocks: Sequence[Block], outlets: Mapping[str, str]) -> str | None:
    """The site's name behind the headline, in the headline itself or where the page's title repeats it."""
    headline = next(
        (text[block.start : block.end] for block in blocks if block.kind is BlockKind.HEADLINE), None
    )
    if headline is None:
        return None
    for block in blocks[:12]:
        line = text[block.start : block.end]
        if block.kind is BlockKind.BOILERPLATE and folded(line).startswith(folded(headline)):
            name = split_title(line, repeated=True)[1]
            if name:
                return name
    return split_title(headline, outlets=outlets)[1]


def _known(lines: Sequence[str], outlets: Mapping[str, str]) -> str | None:
    """An outlet of the caller's list that one of these lines names; a single word counts with its capitals."""
    text = "\n".join(lines)
    loose = f" {folded(text)} "
    for spelling in sorted(outlets, key=len, reverse=True):
        if re.search(rf"\b{re.escape(spelling)}\b", text) or (
            " " in spelling and f" {folded(spelling)} " in loose
        ):
            return spelling
    return None
