"""Citations of the codes of states and cities: code first, section first, with and without the sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pursestrings.documents.wordlist import words
from pursestrings.reading.law.code_names import SIGNS, Code, code_at, is_subject, short_subject, starts
from pursestrings.reading.law.forms import ET_SEQ, STATE, SUBS, Citation, Section, sections

_EDITION: Final = (
    r"(?:,?\s*\([^()\n]{1,24}\)|,?\s+(?:19|20)\d\d(?:\s+Supp\.?)?(?=,?\s+(?:§|[Ss]ec|[Ss]s?\.|[Aa]rt|\d)))"
)
"""The year of a code, its publisher or its letters, behind its name."""
_SIGN: Final = re.compile(rf"{_EDITION}?,?\s*(?:at\s+)?(?P<sign>{SIGNS}\s*)?(?=[\dA-Z])")
_CHAPTER: Final = re.compile(
    r",?\s*(?:[Cc]hapters?|[Cc]hs?\.|[Cc]\.)\s*(?P<number>\d+[A-Z]{0,2}(?:[.-]\w+)*)"
)
_IN_CHAPTER: Final = re.compile(rf",?\s+(?={SIGNS})")
_TITLE_AFTER: Final = re.compile(r",?\s+[Tt]it(?:le|\.)\s*(?P<title>\d{1,2}[A-Z]?),?\s*")
_TITLE_BEFORE: Final = re.compile(r"(?<![\w.$-])(?P<title>\d{1,2}[A-Z]?)\s$")
_ACT: Final = re.compile(r"\s*(?P<act>\d{1,4}(?:\.\d+)?)(?:\s?/\s?(?=[\dA-Z]))?")
_ACT_ITEM: Final = re.compile(r"(?P<number>\d[\w.-]*\w|\d)(?!\w)")
_ARTICLE: Final = re.compile(
    r",?\s+(?P<subject>(?:[A-Z][\w.’']{1,16},?\s+(?:(?:&|and)\s+)?){1,4}?)(?:Article,?\s+|Art\.,?\s+|Code,?\s+)?(?=§|[Ss]ec|\d)"
)
_SUBDIVISION: Final = re.compile(
    rf",?\s+subd(?:ivision|\.)\s*(?:(?P<number>\d+[a-z]?)|(?P<subs>{SUBS.pattern}))"
)
_TAIL: Final = re.compile(r",?\s+(?:of\s+)?(?:the\s+)?(?=[A-Z])")
_SUBJECT: Final = r"(?P<subject>(?:[A-Z][\w.’']{1,16}\s+(?:(?:&|and)\s+)?){1,4})Code"
_ALONE: Final = re.compile(
    rf"(?<![\w.])(?:{_SUBJECT}|Code\s+of\s+(?P<after>(?:Criminal|Civil)\s+Procedure))(?=,?\s+(?:§|[Ss]ec|[Aa]rt))"
)
_SUBJECT_CODE: Final = re.compile(rf"(?!Annotated|Official|Revised){_SUBJECT}(?!\w)")
_CITY: Final = re.compile(
    r"(?<![\w.])(?P<city>(?:[A-Z][\w.’'-]{0,16}\s+){1,4}?)(?:(?P<kind>Mun(?:icipal|\.)|Admin(?:istrative|\.)|City|County|Town)\s+Code|(?P<kind__>Code\s+of\s+(?:General\s+)?Ordinances))(?!\w|\s+of\s+(?:the\s+City\s+of\s+)?[A-Z])"
    r"|\b(?P<kind_>Municipal|Administrative)\s+Code\s+of\s+(?:the\s+City\s+of\s+)?(?P<city_>[A-Z][\w.’'-]{0,16}(?:\s+[A-Z][\w’'-]{0,16}){0,3})"
)
_LEADING: Final = words("The See Under In And Section Of But By A It Both Amend Amends Also With")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def state_codes(text: str, start: int, end: int) -> Iterator[Citation]:
    """The citations that begin with the name of a code."""
    for at in starts(text, start, end):
        if named := code_at(text, at, end):
            yield from _read(text, at, named[1], end, named[0], start)
    for match in _CITY.finditer(text, start, end):
        left, code = _city(match)
        if code:
            yield from _sections(text, left, match.end(), end, code)
    for match in _ALONE.finditer(text, start, end):
        left, parts = _without_lead(match.start(), match["subject"] or "")
        if match["after"] or parts:
            name = (
                f"Code {short_subject(match['after'])}"
                if match["after"]
                else f"{short_subject(' '.join(parts))} Code"
            )
            for citation in _sections(text, left, match.end(), end, Code(name, "section")):
                yield replace(citation, shared=True)


def _city(match: re.Match[str]) -> tuple[int, Code | None]:
    """The code of a city by name, and where the name begins; no words of the sentence belong to it."""
    if match["city_"]:
        start, parts = match.start(), match["city_"].split()
    else:
        start, parts = _without_lead(match.start(), match["city"])
    kind = match["kind"] or match["kind_"] or match["kind__"]
    short = {"Municipal": "Mun.", "Administrative": "Admin."}.get(kind, kind)
    name = " ".join(kind.replace("General", "Gen.").split()) if "Ordinances" in kind else f"{short} Code"
    return start, Code(" ".join([*parts, name]), "section") if parts else None


def _without_lead(start: int, name: str) -> tuple[int, list[str]]:
    """Where a name begins and its words, without those of the sentence ("The Chicago")."""
    parts = name.split()
    while parts and parts[0] in _LEADING:
        start += len(parts[0]) + 1
        parts.pop(0)
    return start, parts


def _read(text: str, at: int, stop: int, end: int, code: Code, start: int) -> Iterator[Citation]:
    match code.shape:
        case "title" | "volume":
            yield from _in_title(text, at, stop, end, code, start)
        case "chapter":
            yield from _in_chapter(text, at, stop, end, code)
        case "act":
            yield from _in_act(text, at, stop, end, code, start)
        case "article":
            yield from _in_article(text, at, stop, end, code)
        case _:
            yield from _sections(text, at, stop, end, code)


def _sections(text: str, at: int, stop: int, end: int, code: Code) -> Iterator[Citation]:
    """Sections, or a chapter, behind the name of their code."""
    if chapter := _CHAPTER.match(text, stop, end):
        number = chapter["number"]
        yield Citation(at, chapter.end(), (), f"{code.name} ch. {number}", 0.9, code.name, number)
        return
    sign = _SIGN.match(text, stop, end)
    if not sign:
        return
    found = _signed(text, sign, end, at)
    if found and (sign["sign"] or _sure(found[0].number, code, comma="," in sign[0])):
        yield from of_code(text, found, code.name, article=bool(sign["article"]))


def _sure(number: str, code: Code, *, comma: bool) -> bool:
    """Whether a number without a sign is a section's.

    A code's year is not, nor a number behind mere letters or behind a `comma` ("under the Iowa Code, 12 people").
    """
    if re.search(r"[.:/-]", number):
        return True
    if code.known or (comma and number.isdecimal()):
        return False
    return len(number) > 1 and not _YEAR.fullmatch(number)


def of_code(text: str, found: list[Section], name: str, *, article: bool = False) -> Iterator[Citation]:
    """A citation for each section of a list in one code."""
    for section in found:
        written, rest, stop = section.written, "", section.end
        if subdivision := _SUBDIVISION.match(text, stop):
            stop = subdivision.end()
            if subdivision["number"]:
                rest = f", subd. {subdivision['number']}"
            else:
                written += subdivision["subs"].strip()
        if onward := ET_SEQ.match(text, stop):
            rest, stop = f"{rest} et seq.", onward.end()
        normal = f"{name} {'art.' if article else section.sign} {written}{rest}"
        yield Citation(section.start, stop, (), normal, 0.9, name, written)


def _in_title(text: str, at: int, stop: int, end: int, code: Code, start: int) -> Iterator[Citation]:
    after = _TITLE_AFTER.match(text, stop, end)
    before = None if after else _TITLE_BEFORE.search(text, max(start, at - 5), at)
    title = (after or before or {"title": None})["title"]
    if not title:
        return
    name = f"{title} {code.name}" if code.shape == "volume" else f"{code.name} tit. {title}"
    left = before.start() if before else at
    stop = after.end() if after else stop
    separator = "" if code.shape == "volume" else ","
    if chapter := _CHAPTER.match(text, stop, end):
        normal = f"{name}{separator} ch. {chapter['number']}"
        yield Citation(left, chapter.end(), (), normal, 0.9, name, chapter["number"])
        return
    sign = _SIGN.match(text, stop, end)
    found = _signed(text, sign, end, left)
    if found and sign and (sign["sign"] or not _YEAR.fullmatch(found[0].number)):
        yield from of_code(text, found, name + separator)


def _in_chapter(text: str, at: int, stop: int, end: int, code: Code) -> Iterator[Citation]:
    chapter = _CHAPTER.match(text, stop, end)
    if not chapter:
        return
    name = f"{code.name} ch. {chapter['number']}"
    sign = _SIGN.match(text, chapter.end(), end) if _IN_CHAPTER.match(text, chapter.end(), end) else None
    if found := _signed(text, sign, end, at):
        yield from of_code(text, found, f"{name},")
    else:
        yield Citation(at, chapter.end(), (), name, 0.9, name)


def _signed(text: str, sign: re.Match[str] | None, end: int, start: int) -> list[Section]:
    """The sections behind a sign; none where it is missing."""
    if not sign:
        return []
    return sections(text, sign.end(), end, STATE, plural=bool(sign["plural"]), start=start)


def _in_act(text: str, at: int, stop: int, end: int, code: Code, start: int) -> Iterator[Citation]:
    chapter = _TITLE_BEFORE.search(text, max(start, at - 5), at) or re.search(
        r"(?<![\w.$-])(?P<title>\d{3,4})\s$", text[max(start, at - 6) : at]
    )
    act = _ACT.match(text, stop, end)
    if not chapter or not act:
        return
    left = at - len(chapter[0])
    name = f"{chapter['title']} {code.name} {act['act']}"
    if not act[0].rstrip().endswith("/"):
        yield Citation(left, act.end(), (), name, 0.9, name)
        return
    for section in sections(text, act.end(), end, _ACT_ITEM, plural=False, start=left):
        normal = f"{name}/{section.written}"
        yield Citation(section.start, section.end, (), normal, 0.9, name, section.written)


def _in_article(text: str, at: int, stop: int, end: int, code: Code) -> Iterator[Citation]:
    article = _ARTICLE.match(text, stop, end)
    if article:
        name = f"{code.name} {short_subject(article['subject'])}"
        yield from _sections(text, at, article.end() - 1, end, Code(name, "section"))


def behind(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The name of a code that stands behind its sections (", Florida Statutes", "of the Municipal Code of Chicago")."""
    tail = _TAIL.match(text, at, end)
    if not tail:
        return None
    if (named := code_at(text, tail.end(), end)) and named[0].shape in {"section", "subject"}:
        return named[0].name, named[1]
    city = _CITY.match(text, tail.end(), end)
    if city and (code := _city(city)[1]):
        return code.name, city.end()
    alone = _SUBJECT_CODE.match(text, tail.end(), end)
    if alone and (is_subject(alone["subject"]) or re.search(r"\d{3}|\d[.:-]\d", text[max(0, at - 16) : at])):
        return f"{short_subject(alone['subject'])} Code", alone.end()
    return None
