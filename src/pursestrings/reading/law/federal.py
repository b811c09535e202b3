"""Citations of federal law: the Code, regulations, the Register, public laws, the Statutes, the Constitution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pursestrings.reading.law.forms import (
    ET_SEQ,
    FEDERAL,
    REGULATION,
    SIGN,
    Citation,
    Section,
    reaching,
    sections,
    subdivided,
)

_USC: Final = r"(?:U\.?\s?S\.?\s?C\.?(?:\s?[AS]\b\.?)?|U\.?\s?S\.?\s+Code|United\s+States\s+Code)(?!\w)"
_CFR: Final = r"(?:C\.?\s?F\.?\s?R\b\.?|Code\s+of\s+Federal\s+Regulations)"
_PART: Final = r"(?:(?P<parts>[Pp]arts|[Pp]ts\.)|[Pp]arts?|[Pp]t\.)"
_CODE: Final = re.compile(
    rf"(?<![\w.$-])(?:[Tt]itle\s+)?(?P<title>\d{{1,2}}),?\s+{_USC},?\s*(?:at\s+)?(?P<app>[Aa]pp\.?\s*)?(?:{SIGN}\s*)?(?=\d)"
)
_CHAPTER: Final = re.compile(
    rf"(?<![\w.$-])(?P<title>\d{{1,2}})\s+{_USC},?\s*[Cc]h(?:apter|\.)\s*(?P<chapter>\d+[A-Z]?)\b"
)
_TITLE: Final = re.compile(
    rf"\b[Tt]itle\s+(?P<title>\d{{1,2}})(?P<code>,?\s+(?:of\s+)?(?:the\s+)?{_USC})?,?\s+(?:at\s+)?{SIGN}\s*(?=\d)"
)
_RULES: Final = re.compile(
    rf"(?<![\w.$-])(?P<title>\d{{1,2}})\s+{_CFR},?\s*(?P<sign>{SIGN}|{_PART})?\s*(?=\d)"
)
_RULES_TITLE: Final = re.compile(
    rf"\b[Tt]itle\s+(?P<title>\d{{1,2}}),?\s+(?:of\s+)?(?:the\s+)?{_CFR},?\s+(?:at\s+)?(?P<sign>{SIGN}|{_PART})\s*(?=\d)"
)
_NOTE: Final = re.compile(r",?\s+note\b\.?")
_SUBPART: Final = re.compile(
    r",?\s+(?:(?P<sub>[Ss]ub(?:part|pt\.))|[Aa]pp(?:endix|\.))\s+(?P<letter>[IVX]{1,6}|[A-Z]{1,2})\b"
)
OF_TITLE: Final = re.compile(
    rf",?\s+of\s+[Tt]itle\s+(?P<title>\d{{1,2}})\b(?:,?\s+(?:of\s+)?(?:the\s+)?(?:(?P<usc>{_USC})|(?P<cfr>{_CFR})))?"
)
_BY_PAGE: Final = "3"
"""The title of the President's papers, which are cited by the page of their yearly volume."""
_OTHER_CODE: Final = re.compile(r",?\s+(?:of\s+)?(?:the\s+)?[A-Z][\w.]*")
_REGISTER: Final = re.compile(
    r"(?<![\w.$-])(?P<volume>\d{1,3})\s+(?:Fed\.?\s?Reg\.?|F\.?R\.?|Federal\s+Register)\s*,?\s*(?:at\s+)?(?:p(?:age|\.)\s+)?(?P<page>\d{1,3},\d{3}|\d{3,6})\b"
    r"|\b[Vv]ol(?:ume|\.)\s+(?P<volume_>\d{1,3})\s+of\s+the\s+Federal\s+Register,?\s+(?:at\s+)?(?:page\s+|p\.\s*)?(?P<page_>\d{1,3},\d{3}|\d{3,6})\b"
)
_PUBLIC_LAW: Final = re.compile(
    r"\b(?:[Pp]ub(?:lic|\.)?\s*[Ll](?:aws?|\.)?|PUBLIC\s+LAW|P\.\s?L\.|PL)\s*(?:Nos?\.?|[Nn]umbers?)?\s*(?=\d)"
)
_PUBLIC_NUMBER: Final = re.compile(r"(?P<congress>\d{2,3})\s?[-–‑—]\s?(?P<number>\d{1,4})\b")
_PUBLIC_PIN: Final = re.compile(
    r",?\s+(?:(?P<div>[Dd]iv(?:ision|\.))|(?P<tit>[Tt]it(?:le|\.))|§{1,2}|[Ss]ec(?:tion|\.))\s*(?P<value>[A-Z]{1,3}\b|\d+[A-Z]?)(?P<subs>(?:\(\w{1,4}\))*)"
)
_ANOTHER_LAW: Final = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?=\d{2,3}[-–]\d)")
_STATUTES: Final = re.compile(
    r"(?<![\w.$-])(?P<volume>\d{1,3})\s+(?:U\.S\.\s+)?Stat\.\s+(?:at\s+)?(?P<page>\d{1,3},\d{3}|\d+)(?P<part>[A-Z]?-\d+)?\b"
)
_ACT: Final = re.compile(
    rf"\b(?:INA|I\.N\.A\.|Immigration\s+and\s+Nationality\s+Act)(?:\s+\(INA\))?,?\s+{SIGN}\s*(?=\d)"
)
OF_ACT: Final = re.compile(r"\s+of\s+the\s+(?:INA\b|Immigration\s+(?:and|&)\s+Nationality\s+Act\b)")


def federal(text: str, start: int, end: int) -> Iterator[Citation]:
    """The federal citations that begin with their code; those that begin with a section are read elsewhere."""
    for match in _CODE.finditer(text, start, end):
        yield from _code_list(text, match, end, 0.97)
    for match in _CHAPTER.finditer(text, start, end):
        title, chapter = match["title"], match["chapter"]
        normal = f"{title} U.S.C. ch. {chapter}"
        yield Citation(*match.span(), (f"usc-{title}-ch-{chapter.lower()}",), normal, 0.95)
    for match in _TITLE.finditer(text, start, end):
        yield from _code_list(text, match, end, 0.95 if match["code"] else 0.93)
    for pattern in (_RULES, _RULES_TITLE):
        for match in pattern.finditer(text, start, end):
            plural = bool(match["plural"] or match["parts"])
            found = sections(text, match.end(), end, REGULATION, plural=plural, start=match.start())
            if found and match["title"] == _BY_PAGE and not match["sign"] and found[0].number.isdecimal():
                normal = f"{_BY_PAGE} C.F.R. {found[0].number}"
                yield Citation(found[0].start, found[0].end, (), normal, 0.9, normal)
            else:
                yield from _listed(text, found, match["title"], rules=True)
    yield from _acts(text, start, end)
    yield from _registers(text, start, end)


def _code_list(text: str, match: re.Match[str], end: int, score: float) -> Iterator[Citation]:
    found = sections(text, match.end(), end, FEDERAL, plural=bool(match["plural"]), start=match.start())
    title = match["title"] + (" app" if match.groupdict().get("app") else "")
    yield from _listed(text, found, title, rules=False, score=score)


def _listed(
    text: str, found: list[Section], title: str, *, rules: bool, score: float = 0.97
) -> Iterator[Citation]:
    """A citation for each section of a list in one title."""
    for section in found:
        yield (_rule if rules else _statute)(text, section, title, score)


def _statute(text: str, section: Section, title: str, score: float) -> Citation:
    title, _, app = title.partition(" ")
    code = f"{title} U.S.C." + (" app." if app else "")
    base = "-".join(filter(None, ["usc", title, app, section.number.lower()]))
    ids, tail, stop = subdivided(base, section.subs), "", section.end
    if note := _NOTE.match(text, stop):
        ids, tail, stop = (f"{base}-note",), " note", note.end()
    elif onward := ET_SEQ.match(text, stop):
        tail, stop = " et seq.", onward.end()
    normal = f"{code} {section.sign} {section.written}{tail}"
    return Citation(section.start, stop, ids, normal, score, code, section.written)


def _rule(text: str, section: Section, title: str, score: float) -> Citation:
    code, number = f"{title} C.F.R.", section.number
    base = f"cfr-{title}-{number.replace('.', '-').lower()}"
    ids = subdivided(base, section.subs)
    if "." in number:
        normal = f"{code} {section.sign} {section.written}"
        return Citation(section.start, section.end, ids, normal, score, code, section.written)
    normal, stop = f"{code} {'Parts' if section.many else 'Part'} {section.written}", section.end
    if subpart := _SUBPART.match(text, stop):
        kind = "Subpart" if subpart["sub"] else "Appendix"
        normal, stop = f"{normal}, {kind} {subpart['letter']}", subpart.end()
    return Citation(section.start, stop, ids, normal, score, code, section.written)


def of_title(text: str, found: list[Section], tail: re.Match[str]) -> Iterator[Citation]:
    """A list of sections that names its title behind it ("sections 1226 and 1231 of title 8")."""
    if not (tail["usc"] or tail["cfr"]) and _OTHER_CODE.match(text, tail.end()):
        return
    made = _listed(text, found, tail["title"], rules=bool(tail["cfr"]), score=0.95)
    yield from reaching(made, tail.end())


def _acts(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _ACT.finditer(text, start, end):
        plural = bool(match["plural"])
        yield from map(of_act, sections(text, match.end(), end, FEDERAL, plural=plural, start=match.start()))


def of_act(section: Section) -> Citation:
    """A section of the immigration act by the act's own numbers."""
    normal = f"INA {section.sign} {section.written}"
    return Citation(section.start, section.end, (), normal, 0.9, "INA", section.written)


def _registers(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _REGISTER.finditer(text, start, end):
        volume = match["volume"] or match["volume_"]
        page = (match["page"] or match["page_"]).replace(",", "")
        yield Citation(*match.span(), (f"fr-{volume}-{page}",), f"{volume} Fed. Reg. {page}", 0.95)
    for match in _STATUTES.finditer(text, start, end):
        page = match["page"].replace(",", "") + (match["part"] or "")
        normal = f"{match['volume']} Stat. {page}"
        yield Citation(*match.span(), (f"stat-{match['volume']}-{page.lower()}",), normal, 0.95)
    for match in _PUBLIC_LAW.finditer(text, start, end):
        yield from _public_laws(text, match, end)


def _public_laws(text: str, match: re.Match[str], end: int) -> Iterator[Citation]:
    start, number = match.start(), _PUBLIC_NUMBER.match(text, match.end(), end)
    while number:
        known, stop = f"{number['congress']}-{number['number']}", number.end()
        normal = f"Pub. L. {known}"
        while pin := _PUBLIC_PIN.match(text, stop, end):
            sign = "div." if pin["div"] else "tit." if pin["tit"] else "§"
            normal, stop = f"{normal}, {sign} {pin['value']}{pin['subs']}", pin.end()
        yield Citation(start, stop, (f"publ-{known}",), normal, 0.95, f"Pub. L. {known}")
        another = _ANOTHER_LAW.match(text, stop, end)
        number = _PUBLIC_NUMBER.match(text, another.end(), end) if another else None
        start = number.start() if number else start
