"""Nobody private stands in the register: no detainee, no immigrant, no victim, no plaintiff of flesh and blood.

The whole shipped register is searched. That the search can find something is shown on facts made up for it;
all names in these are invented.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pursestrings.places import all_places, states
from pursestrings.reading.places.gazetteer import given_names
from pursestrings.register.files import Entry
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.load import load_files
from pursestrings.register.models.agency import DesignationList, Notice, Request, Threat
from pursestrings.register.models.agreements import Agreement, AgreementFile
from pursestrings.register.models.courts import Case
from pursestrings.register.models.law import Instrument
from pursestrings.register.models.people import Office, Official, Outlet, Statement
from pursestrings.register.plain import plain
from tests.standing.world import CHELSEA, MA, SURE, case

ALLOWED = {
    "David Moss": "a jail of Tulsa bears this name",
    "Edward Byrne": "the law calls the grant so, after a police officer killed in 1988",
    "Grant Plant": "a firm in New Mexico that writes applications",
    "Lunn": "courts, sheriffs and police call the ruling so",
    "Ryan White": "the law calls the grant so",
}
"""Names that may stand in a text, each with its reason: of a law, of a house, of a published ruling."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BODIES = words(
    """
    act administration administrator agencies agency airport alliance assembly association attorney authority board
    bureau center centers city coalition coalitions codes college commission commissioner commonwealth company
    congress control corporation corrections correctional council counties county court courts department director
    district division enforcement executive federation foundation fund governor group guard house inc institute
    institutes intelligence jail law league llc mayor military network office officer officers officials
    organization organizations parish party patrol police president program project prosecutor republic safety
    school secretary senate services service sheriff sheriffs society speaker state states system town township
    treasurer tribe troopers union university village
    """
)
"""Words by which one knows a body or an office."""

NO_SURNAMES = BODIES | words(
    """
    administrative beach care chronicle code criminal executive freedom gulf immigrant metro metropolitan new ordinance policy procedure
    public residents resolution sb statutes trust values welcoming
    january february march april may june july august september october november december
    """
)
"""Words that no surname is, though they stand in capitals behind what can be a given name (`Austin Freedom City`)."""

NO_GIVEN_NAMES = words("april august bill grant in june long may will")
"""Given names that open a sentence as plain words more often."""

PARTICLES = words("de del della di dos la las los van von y jr. sr. ii iii")

PATTERNS = {
    "an alien registration number": r"\bA[-#\s]*\d{2,3}[-\s]?\d{3}[-\s]?\d{3}\b",
    "a social security number": r"\b\d{3}-\d{2}-\d{4}\b",
    "a date of birth or an age": r"(?i)\bdate of birth\b|\bD\.?O\.?B\b|\bborn (?:in|on)\b|\baged? \d\d\b|\b\d\d?-years?-old\b",
    "a stand-in for a name": r"\b(?:Jane|Janet|John|Jack|Juan|Juana|Mary|Richard) (?:Doe|Roe)s?\b|\b(?:Doe|Roe)s? (?:\d|v\.)",
    "somebody held, hurt or accused, by name": (
        r"\b(?:alien|deportee|detainee|immigrant|inmate|migrant|noncitizen|prisoner|refugee|suspect|victim)s?,? "
        r"(?:(?:named|called|known as|identified as)\b|[A-Z]\w+ (?!Act|Center|Directive|Program)[A-Z]\w+)"
    ),
    "an e-mail address": r"[\w.+-]+@[\w-]+\.\w+",
    "a telephone number": r"(?<![\d/.-])(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])",
    "a street address": (
        r"\b\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][\w'’]+ ){1,3}"
        r"(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Lane|Terrace|Apt\.?|Apartment)(?!\w)"
    ),
}
"""What no text of the register holds, whoever it is about."""


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(load_files().entries)


def texts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a fact and where it stands."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))
    elif isinstance(value, str):
        yield path, value


def prose(entry: Entry, leave_out: tuple[str, ...] = ("sources", "caption")) -> Iterator[str]:
    """The register's own words: no ids, no addresses of pages, no titles of others."""
    for path, text in texts(plain(entry.thing)):
        if path[-1] not in {"id", "url"} and not set(path) & set(leave_out):
            yield text


def like_a_name(text: str) -> bool:
    """Whether this is what a person could be called: a few words in capitals, none of them that of a body."""
    words = text.replace(",", " ").split()
    if any(word.lower().rstrip(".'’s") in BODIES or word.lower() in BODIES for word in words):
        return False
    bare = [word for word in words if word.lower() not in PARTICLES]
    return 1 <= len(bare) <= 4 and all(word[0].isupper() for word in bare)


_PAIR = re.compile(r"(?<![\w’'-])(?<!St\. )(?=([A-Z][a-zà-ÿ]+)(?: [A-Z]\.)* ([A-Z][\wà-ÿ-]+))")


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each two words in capitals that follow each other, initials between them apart."""
    for found in _PAIR.finditer(text):
        yield found[1], found[2]


@cache
def known_pairs() -> frozenset[tuple[str, str]]:
    """Names of officials and of places."""
    people = [entry.thing for entry in entries() if isinstance(entry.thing, Official)]
    names = [name for one in people for name in (one.name, *one.names)]
    names += [name for place in all_places() for name in (place.name, *place.also)]
    return frozenset(pair for name in names if " " in name for pair in pairs(name))


def persons(entry: Entry) -> Iterator[str]:
    """Given name and surname in the register's own words, of somebody who has no office there."""
    if isinstance(entry.thing, (Official, Outlet, AgreementFile)):
        return
    named = {entry.thing.by} if isinstance(entry.thing, Threat) else set()
    for text in prose(entry):
        if text not in named:
            yield from (f"{given} {last}" for given, last in _strange(text) if _a_name(given, last))


def _strange(text: str) -> Iterator[tuple[str, str]]:
    """Pairs that are neither an official's name nor a place's, and begin with no word of one that is."""
    taken = set()
    for found in _PAIR.finditer(text):
        if (found[1], found[2]) in known_pairs():
            taken.add(found.start(2))
        elif found.start(1) not in taken:
            yield found[1], found[2]


def _a_name(given: str, last: str) -> bool:
    return (
        given.lower() in given_names() - NO_GIVEN_NAMES
        and last.lower() not in NO_SURNAMES
        and last not in {state.name for state in states()}
        and f"{given} {last}" not in ALLOWED
    )


def parties(entry: Entry) -> Iterator[str]:
    """Plaintiffs that are neither a place nor an association, and defendants, that look like persons.

    A person who sued is `An individual`: the caption, as the court published it, is name enough.
    """
    if isinstance(entry.thing, Case):
        loose = [one.name for one in entry.thing.plaintiffs if one.place is None and one.association is None]
        yield from (name for name in (*loose, *entry.thing.defendants) if like_a_name(name))


@cache
def plaintiffs() -> frozenset[str]:
    """The surnames by which captions name private plaintiffs; officials of that name apart."""
    found: set[str] = set()
    for entry in entries():
        if isinstance(entry.thing, Case) and any("ndividual" in one.name for one in entry.thing.plaintiffs):
            caption = entry.thing.caption.partition(" v. ")[0].rpartition("ex rel. ")[2]
            found.update(word for word in caption.split() if word[0].isupper())
    officials = {entry.thing.name.split()[-1] for entry in entries() if isinstance(entry.thing, Official)}
    return frozenset(found - officials - set(ALLOWED))


_CAPTION = re.compile(r"(?:[A-Z][\w.'’-]*,? )+v\.? [A-Z][\w.'’-]*")


def outside_captions(entry: Entry) -> Iterator[str]:
    """A private plaintiff's name in the register's own words that is no part of a caption."""
    for text in () if isinstance(entry.thing, AgreementFile) else prose(entry):
        bare = _CAPTION.sub("", text)
        yield from (name for name in plaintiffs() if re.search(rf"\b{re.escape(name)}(?!\w)", bare))


def offices(entry: Entry) -> Iterator[str]:
    """Whoever has a row, a voice or a threat to make without an office or a body."""
    match entry.thing:
        case Official() as one if not one.offices:
            yield one.name
        case Statement() as one if not (one.role or one.organization):
            yield one.speaker
        case Threat() as one if like_a_name(one.by) and like_a_name(one.office):
            yield one.by
        case _:
            pass


def level(entry: Entry) -> Iterator[str]:
    """Letters, lists, notices and threats that are by or about somebody and not a place, an office or a body."""
    said: list[str | None] = []
    match entry.thing:
        case Request() as one:
            said = [one.sender, one.recipients_words]
            if not one.recipients and one.recipients_words is None:
                yield f"{one.id} is to nobody"
        case DesignationList() as one:
            said = [one.issuer, *(each.body for each in one.entries)]
        case Notice() | Instrument() as one:
            said = [one.issuer]
        case Threat() as one:
            said = [one.against_words]
        case _:
            pass
    yield from (text for text in said if text is not None and like_a_name(text))


def agencies(entry: Entry) -> Iterator[str]:
    """Agreements of somebody who is no public body."""
    if isinstance(entry.thing, AgreementFile):
        yield from (one.agency for one in entry.thing.agreements if like_a_name(one.agency))


def _matches(pattern: str) -> Callable[[Entry], Iterator[str]]:
    found = re.compile(pattern)

    def search(entry: Entry) -> Iterator[str]:
        for path, text in texts(plain(entry.thing)):
            if path[-1] != "url" and "caption" not in path and not _of_a_suit(path, text):
                yield from (match[0] for match in found.finditer(text))

    return search


def _of_a_suit(path: tuple[str | int, ...], text: str) -> bool:
    """The title of a source that prints a caption, as the court published it."""
    return "sources" in path and path[-1] == "title" and bool(_CAPTION.search(text))


SEARCHES: dict[str, Callable[[Entry], Iterator[str]]] = {
    "a person without an office": persons,
    "a party that looks like a person": parties,
    "a private plaintiff's name outside a caption": outside_captions,
    "a name without an office": offices,
    "a letter, list or threat about a person": level,
    "an agreement of a person": agencies,
    **{what: _matches(pattern) for what, pattern in PATTERNS.items()},
}


@pytest.mark.parametrize("what", SEARCHES)
def test_the_shipped_register_holds_none(what: str) -> None:
    found = [f"{one.file.name}: {text}" for one in entries() for text in SEARCHES[what](one)]
    assert found == [], f"{what}: say it in other words, or enter the official; see ALLOWED for names of laws"


def made_up(kind: str, **data: Any) -> Entry:
    """A fact that nobody entered, as a file of the register."""
    [one] = [each for each in FILE_KINDS if each.name == kind]
    thing = one.model.model_validate({"id": "made-up", **data})
    return Entry(one, thing, Path(f"{one.folder}/made-up.yaml"), private=False)


def suit(**own: Any) -> Entry:
    return made_up("case", **{**case(), "id": "made-up", **own})


def event(says: str) -> Entry:
    return made_up("event", event="announcement", date="2017-01-01", says=says, **SURE)


def titled(title: str) -> Entry:
    source = {"title": title, "publisher": "A paper", "date": "undated"}
    return made_up("event", event="e", date="2017", says="A vote.", sources=[source], confidence="primary")


LETTER = {"date": "2017", "sender": "An office", "questions": ["Q"], **SURE}
THREAT = {"date": "2017", "by": "Ana Romero", "against_words": "all cities", "says": "She threatens.", **SURE}
LIST = {"title": "A list", "issuer": "An office", "date": "2017", "complete": True, **SURE}
WORDS = {"speaker": "Ana Romero", "date": "2017", "manner": "direct", "words": "We are afraid.", **SURE}
STATE = {"state": MA, "listed_from": "2025", "listed_until": "2025", **SURE}
ON_IT = {"model": "task_force", "listed_from": "2025", "listed_until": "2025"}

BAD = [
    ("a person without an office", event("Agents took Ana Romero to Boston.")),
    ("a person without an office", event("In Santa Ana, Ana Romero was let go.")),
    ("a person without an office", event("The sheriff let Luis A. Romero go.")),
    ("a person without an office", suit(summary="Maria Ortiz-Vega was held for two days.")),
    ("a party that looks like a person", suit(plaintiffs=[{"name": "Ana Romero"}])),
    ("a party that looks like a person", suit(plaintiffs=[{"name": "Luis A. de la Cruz"}])),
    ("a party that looks like a person", suit(plaintiffs=[{"name": "A.R.C."}])),
    ("a party that looks like a person", suit(plaintiffs=[{"name": "Romero"}])),
    ("a party that looks like a person", suit(defendants=["Jim Stille"])),
    ("a private plaintiff's name outside a caption", event("Galarza was held for three days.")),
    ("a private plaintiff's name outside a caption", event("The county released Miranda-Olivares.")),
    ("a name without an office", made_up("official", name="Ana Romero", offices=[], **SURE)),
    ("a name without an office", made_up("statement", place=CHELSEA, **WORDS)),
    ("a name without an office", made_up("threat", office="Neighbour", **THREAT)),
    ("a letter, list or threat about a person", made_up("request", recipients_words="Ana Romero", **LETTER)),
    ("a letter, list or threat about a person", made_up("request", **LETTER)),
    (
        "a letter, list or threat about a person",
        made_up("list", entries=[{"place": CHELSEA, "body": "Luis Romero"}], **LIST),
    ),
    (
        "a letter, list or threat about a person",
        made_up("threat", office="Attorney General", **{**THREAT, "against_words": "Luis Romero"}),
    ),
    ("an agreement of a person", made_up("agreement_file", agreements=[{"agency": "Jim Stille", **ON_IT}], **STATE)),
    ("an alien registration number", event("The file A 098 765 432 was closed.")),
    ("an alien registration number", event("Detainer for A098-765-432.")),
    ("an alien registration number", titled("Order of removal, A098765432")),
    ("a social security number", event("Number 123-45-6789.")),
    ("a date of birth or an age", event("A man born on 3 May 1980 was released.")),
    ("a date of birth or an age", event("The detainer is for a 38-year-old.")),
    ("a date of birth or an age", event("DOB 1980-05-03.")),
    ("a stand-in for a name", event("Jane Doe asked the court for an order.")),
    ("a stand-in for a name", suit(summary="It followed Doe v. Sheriff.")),
    ("somebody held, hurt or accused, by name", event("A detainee named Romero was let go.")),
    ("somebody held, hurt or accused, by name", event("The bill bears the name of the victim Ana Stille.")),
    ("an e-mail address", made_up("event", event="e", date="2017", says="It met.", note="Ask a.b@city.gov.", **SURE)),
    ("a telephone number", event("Call (617) 555-0123.")),
    ("a telephone number", event("Call 617-555-0123.")),
    ("a street address", event("He lives at 12 Old Mill Street.")),
    ("a street address", titled("Arrest at 1200 N. Ash Ave.")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "fact"), BAD, ids=[f"{what}-{at}" for at, (what, _) in enumerate(BAD)])
def test_the_search_finds_it_where_it_is(what: str, fact: Entry) -> None:
    assert list(SEARCHES[what](fact))


def test_every_search_was_seen_to_find_something() -> None:
    assert {what for what, _ in BAD} == set(SEARCHES)


GOOD = [
    suit(plaintiffs=[{"name": "An individual"}, {"name": "Two individuals and a class"}]),
    suit(plaintiffs=[{"name": "Helping Hands, Inc."}, {"name": "National Alliance to End Hunger"}]),
    suit(defendants=["Attorney General", "City of El Cenizo", "Denver Sheriff", "United States"]),
    suit(caption="Galarza v. Szalczyk", plaintiffs=[{"name": "An individual"}]),
    suit(caption="Doe v. Sheriff", plaintiffs=[{"name": "An individual"}]),
    event("The ordinance rests on Lunn and on Galarza v. Szalczyk, 745 F.3d 634."),
    event("In May 2017 the mayor of Santa Ana, in Orange County, spoke of 45 detainees and 2,000 arrests."),
    event("Foreign-born people make up 12% of the city; victims and witnesses are not asked."),
    event("Resolution 2017-1234 of 2017-03-03 replaced Order 123-2016; see section 1373 and 8 CFR 287.7(d)."),
    titled("Doe v. Sheriff, 1 F.4th 2"),
]


@pytest.mark.parametrize("fact", GOOD, ids=range(len(GOOD)))
def test_what_may_be_said_is_left_alone(fact: Entry) -> None:
    assert [(what, text) for what, search in SEARCHES.items() for text in search(fact)] == []


def test_officials_and_agreements_have_no_room_for_contact_data() -> None:
    """A field added here is a decision to publish something more about persons."""
    facts = {"id", "aliases", "sources", "confidence", "checked", "note"}
    assert set(Official.model_fields) - facts == {"name", "names", "offices"}
    assert set(Office.model_fields) == {"title", "place", "body", "start", "until"}
    assert set(Agreement.model_fields) == {"agency", "place", "model", "listed_from", "listed_until"}
    assert set(AgreementFile.model_fields) - facts == {"state", "listed_from", "listed_until", "agreements"}


def test_each_name_that_is_allowed_is_needed() -> None:
    said = " ".join(text for one in entries() for text in prose(one))
    assert [name for name in ALLOWED if not re.search(name.replace(" ", r"(?: [A-Z]\.)? "), said)] == []
