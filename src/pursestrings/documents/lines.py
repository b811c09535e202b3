"""What a single line is for, by its own words: a credit, a copyright, a byline, a date, a caption.

Each function judges one stripped line alone; where it stands among others is judged in `blocks`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pursestrings.dates import PartialDate
from pursestrings.documents.wordlist import words
from pursestrings.documents.written_dates import WrittenDate, written_dates

_LONGEST: Final = 400
_INDENT: Final = 40
_CAPITAL: Final = "A-ZÀ-ÖØ-Þ"
_WORD: Final = rf"[{_CAPITAL}][\w.'’-]*"
_NAME: Final = rf"{_WORD}(?:\s+(?:{_WORD}|de|del|della|la|van|von|der|den|bin|al|el|da|dos|y)){{1,4}}"
_NAMES: Final = rf"{_NAME}(?:(?:,\s*{_NAME}){{0,4}},?\s+(?:and|&|y|e|et|und)\s+{_NAME})?"
_JOBS: Final = (
    r"staff|writer|reporter|correspondent|editor|columnist|contributor|producer|journalist|bureau|photographer"
    r"|special to|redacción|redactor|corresponsal|giornalista|redazione"
)

_COPYRIGHT: Final = re.compile(
    r"""(?:^|[\s(])(?:copyright|©|\(c\))\s*(?:©|\(c\)|by\b)?\s*
        (?:(?P<year>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<last>(?:19|20)\d\d|present))?)?
        [\s,]*(?:by\s+)?(?:the\s+)?(?P<holder>[^\d|].*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_HOLDER_END: Final = re.compile(
    r"(?:\.\s|\.$|[,;]\s|\s[|•·–—-]\s|\|)|\s+(?:(?:19|20)\d\d|all\s+rights|to\s+see\s+more)\b.*",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_SYNDICATED: Final = re.compile(
    r"to see more,? visit|may not be (?:published|broadcast|rewritten|redistributed)|distributed by|reprinted",
    re.IGNORECASE,
)

_BYLINE: Final = re.compile(
    rf"""(?:(?i:written\s+by|story\s+by|posted\s+by|reported\s+by|published\s+by|author|byline|by|por|escrito\s+por|di|par|von)
         \s*:?\s+)(?P<names>{_NAMES})\s*(?:(?:[,|•·–—/-]|\bof\b|\bfor\b|\bin\b)\s*(?P<rest>.{{0,160}}))?""",
    re.VERBOSE,
)
_CAPS_NAME: Final = re.compile(
    rf"(?:[{_CAPITAL}][{_CAPITAL}.'’-]*\s+){{1,3}}[{_CAPITAL}][{_CAPITAL}.'’-]+(?=\s+[{_CAPITAL}][a-zà-ÿ])"
)
_ONLY_NAME: Final = re.compile(rf"{_NAME}(?:\s+and\s+{_NAME})?")
_JOB_LINE: Final = re.compile(
    rf"(?:{_NAMES}\s*[,|•·–—-]?\s*)?(?:\w+\s+){{0,4}}(?:{_JOBS})s?(?:\s+\w+){{0,4}}", re.IGNORECASE
)
_SECTIONS: Final = words(
    "news politics local national world opinion sports business video photos today live report media politica nation"
    " state county city government press weather culture health money noticias crime courts editorial immigration"
)
_NO_FIRST_NAMES: Final = words(
    "the a an my your our this that all more new how why what when where who in on at for to from re and"
)

_AGENCY_CREDIT: Final = r"getty\ images|shutterstock|istock\w*|\bap\ photo\b|\breuters/|via\ ap\b|/\s*ap\b"
_CREDIT_START: Final = re.compile(
    rf"""\(?(?:(?:photos?|image|photograph|picture|video|illustration|graphic|foto|fotograf[ií]a|imagen|photo\ illustration)
         \s*(?:credit|courtesy)?\s*(?::|by\b|courtesy\b|/)|(?:photo|image|media)\ credit\b|courtesy\ of\ {_WORD}|crédito\s*:|credit\s*:
         |(?:file|staff|courtesy|handout|provided|submitted)\ (?:photo|image)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_SLASHED: Final = re.compile(rf"\(?{_NAME}\s?/\s?[A-Z][\w.'’ &-]{{1,40}}\)?\.?")
_AGENCY: Final = re.compile(
    rf"\(?(?:[\w.'’,/ -]{{0,60}})(?i:{_AGENCY_CREDIT})[\w.'’,/ -]{{0,40}}\)?", re.VERBOSE
)
_CAPTION_CREDIT: Final = re.compile(
    rf"""(?P<caption>.{{8,}}?[.!?]['"”’)]*)\s+(?:[|•]\s+)?(?P<credit>\(?(?:{_NAME}\s?/\s?[A-Z][\w.'’ &-]{{1,40}}
         |[A-Z]{{2,8}}\s?/\s?{_NAME}
         |(?i:ap\ photo|photo(?:\ by|:|\ courtesy)|courtesy\ of|credit:|getty\ images)[\w.'’,/: -]{{0,60}}
         |{_NAME}\s?[|,]\s?(?i:{_AGENCY_CREDIT})[\w ]{{0,20}})\)?\.?)""",
    re.VERBOSE,
)
_POINTING: Final = re.compile(
    r"\((?:left|right|center|centre|top|bottom|[a-z]+ from (?:left|right)|pictured|seen here|file)\)"
    r"|,\s(?:left|right|center|second from (?:left|right)),|\b(?:is|are|was) (?:pictured|seen here)\b|\bin (?:this|an?) (?:undated )?(?:file )?photo\b",
    re.IGNORECASE,
)
_WORKERS: Final = re.compile(
    r"""(?:.{0,120}\b(?:contributed\ (?:to\ this|reporting|research)|can\ be\ reached(?:\ at|\ by|\ via)?|reported\ from\b.{0,60}$)
        |follow\ .{2,60}\bon\ (?:twitter|x|facebook|instagram|bluesky|mastodon)\b
        |e-?mail\ .{0,60}\S+@\S+ | (?:contact|reach)\ .{2,60}\bat\b | (?:twitter|email|e-mail)\s*:\s*\S*@\S+
        |.{0,80}\bis\ a\ .{0,60}(?:staff\ writer|reporter|correspondent|columnist)\b
        |this\ (?:story|article|report|piece)\ (?:(?:was|is|has\ been)\ )?(?:originally|first|produced|published|republished
          |reprinted|provided|reported|written|updated|part\ of|supported|made\ possible|shared)\b
        |(?:originally|first)\ (?:published|appeared|posted)\b | re(?:printed|published)\ (?:from|with|by|courtesy)\b)""",
    re.IGNORECASE | re.VERBOSE,
)

_DIVIDERS: Final = re.compile(r"\s+(?:[-–—|•·])\s+")
_OUTLET: Final = re.compile(rf"(?:[Tt]he\s+)?{_WORD}(?:\s+(?:(?:of|and|the|&)\s+)?{_WORD}){{0,5}}")
_PRESS: Final = re.compile(
    r"\b(?:News|Times|Post|Globe|Herald|Tribune|Gazette|Journal|Chronicle|Press|Star|Sun|Observer|Record|Register|Examiner"
    r"|Daily|Dispatch|Sentinel|Courier|Review|Radio|Telegraph|Reporter|Bulletin|Ledger|Inquirer|Today|Standard|Republic|Bee)\b"
)

_DATE_WORDS: Final = re.compile(
    r"""\b(?:\d{1,2}[:.]\d\d(?::\d\d)?|\d{1,2}\s*(?=[ap]\.?m)|[ap]\.?m\.?|[ECMP][SD]?T|GMT|UTC|
        (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado|domingo|
        luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|
        published|posted|updated|last|modified|first|originally|created|dated?|filed|entered|issued|adopted|approved|effective|
        on|at|the|of|a|el|il|le|em|de|publicado|actualizado|pubblicato|aggiornato|publié|mis|à|jour|am|pm)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_UPDATED: Final = re.compile(
    r"\b(?:updated?|modified|actualizado|aggiornato|mis à jour)\b[^\d]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Copyright:
    """A copyright line: its holder as written, its year where there is just one, and its manner.

    `syndicated` says that the line speaks of a story passed on, not of the site that shows it.
    """

    holder: str
    year: PartialDate | None
    syndicated: bool


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote a story, as it stands, and what follows the names: an outlet, a job, a date."""

    names: str
    rest: str | None


@dataclass(frozen=True, slots=True)
class Masthead:
    """The name of an outlet as it stands and the day of its issue."""

    name: str
    date: PartialDate


def copyright_of(line: str) -> Copyright | None:
    """The line as a copyright line, which has a year or the sign ©; None where it is none."""
    match = _COPYRIGHT.search(line[:200]) if len(line) <= _LONGEST else None
    if match is None or match.start() > _INDENT:
        return None
    holder = _HOLDER_END.split((match["holder"] or "").strip(), maxsplit=1)[0].strip(" .,|")
    years = [match["year"]] if match["year"] else _YEAR.findall(line)
    if (not years and "©" not in line) or not holder[:1].isupper():
        return None
    year = PartialDate(int(years[0])) if len(years) == 1 and not match["last"] else None
    return Copyright(holder, year, _SYNDICATED.search(line) is not None)


def byline_of(line: str) -> Byline | None:
    """The line as a byline that says so ("By …"), also behind a date, or has a name and a day; None for others."""
    if len(line) > _LONGEST:
        return None
    match = _BYLINE.fullmatch(line) or _BYLINE.fullmatch(_behind_date(line))
    if match is None:
        parts = _DIVIDERS.split(line)
        dated = len(parts) == 2 and is_name(parts[0]) and date_line(parts[1])
        return Byline(*parts) if dated and masthead_of(line) is None else None
    capitals = _CAPS_NAME.match(match["names"])
    if capitals:  # "By JANE DOE Associated Press"
        rest = match["names"][capitals.end() :].strip(" ,") + (f", {match['rest']}" if match["rest"] else "")
        return Byline(capitals.group(), rest)
    return Byline(match["names"].rstrip(" ,"), match["rest"])


def _behind_date(line: str) -> str:
    """What follows the date that a line begins with; nothing where it begins with none."""
    dates = written_dates(line[:40]) if line[:1].isalnum() else []
    return line[dates[0].end :].lstrip(" ,|•·–—-") if dates and dates[0].start == 0 else ""


def masthead_of(line: str) -> Masthead | None:
    """The line as an outlet's name and a day, set off by a dash or a bar; None where it is none."""
    if len(line) > 120:
        return None
    parts = [part for part in _DIVIDERS.split(line.strip(" -–—|•·")) if part]
    if len(parts) != 2:
        return None
    name, day = parts
    date = date_line(day)
    if date is None or not _OUTLET.fullmatch(name) or not _PRESS.search(name):
        return None
    return Masthead(name, date.date)


def is_name(line: str) -> bool:
    """Whether the line is two to five capitalised words that no section of a paper is called."""
    parts = line.casefold().split()
    if len(line) > 60 or not parts or parts[0] in _NO_FIRST_NAMES or not _SECTIONS.isdisjoint(parts):
        return False
    return _ONLY_NAME.fullmatch(line) is not None and (line[-1] != "." or line[-3:-1] in ("Jr", "Sr"))


def is_job(line: str) -> bool:
    """Whether the line names a writer's job: "Globe Staff", "Jane Doe | Staff Writer"."""
    return len(line) <= 80 and not line.endswith(".") and _JOB_LINE.fullmatch(line) is not None


def is_photo_credit(line: str) -> bool:
    """Whether the line says who took a picture."""
    if len(line) > 120:
        return False
    return (
        any(pattern.fullmatch(line) for pattern in (_SLASHED, _AGENCY))
        or _CREDIT_START.match(line) is not None
    )


def is_story_credit(line: str) -> bool:
    """Whether the line says who worked on the story, how to reach them, or where it comes from."""
    return len(line) <= _LONGEST and _WORKERS.match(line) is not None


def caption_end(line: str) -> int | None:
    """Where the caption ends in a line that is a caption followed by its credit; None for other lines."""
    match = _CAPTION_CREDIT.fullmatch(line) if len(line) <= 600 else None
    return match.end("caption") if match else None


def points_at_picture(line: str) -> bool:
    """Whether the line speaks of a picture: "(left)", "in this file photo"."""
    return len(line) <= _LONGEST and _POINTING.search(line) is not None


def date_line(line: str, language: str | None = "en") -> WrittenDate | None:
    """The date of a line that is little else than a date; of several, the one it was published on."""
    if len(line) > 120 or not any(map(str.isdigit, line)):
        return None
    found = written_dates(line, language=language)
    if not found:
        return None
    rest = line
    for date in reversed(found):
        rest = rest[: date.start] + " " + rest[date.end :]
    if sum(map(str.isalpha, _DATE_WORDS.sub("", rest))) > 3:
        return None
    return next((date for date in found if not _UPDATED.search(line[: date.start])), found[0])
