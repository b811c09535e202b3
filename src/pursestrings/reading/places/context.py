"""What the words around a name say about whether it names a place at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pursestrings.documents.wordlist import words
from pursestrings.reading.places.gazetteer import COUNTY_KINDS, STATE, given_names, place_words, surnames
from pursestrings.reading.places.spans import Span
from pursestrings.reading.places.tokens import Sentence

_IN: Final = words("in at near from outside around across throughout downtown into toward towards")
_TO: Final = words("to of between and through for with or north south east west")
_GOVERNMENT: Final = words("""mayor city town county police council councilman councilwoman councilor alderman sheriff fire school schools
    district gov governor attorney legislature legislators lawmakers house senate superior municipal public board
    commission commissioner commissioners department selectmen selectman residents officials officers officer
    leaders jail jails court courthouse manager clerk treasurer prosecutors sen rep senator representative
    republican republicans democrat democrats township metropolitan corrections authorities cops deputies area
    cities towns counties suburb suburbs state voters native resident man woman ordinance supervisor supervisors
    statehouse delegation detective detectives chief""")
_BODY: Final = words("""university college institute hospital airport bank church globe times post herald tribune news journal
    gazette chronicle sun star press daily inquirer courier magazine record observer bulletin sentinel examiner
    enquirer dispatch register mercury bee blade inc corp co company center centre museum hotel high elementary
    middle academy foundation association society club league festival symphony orchestra theater theatre medical
    clinic union coalition project alliance group partners llc llp reds tech community christian memorial
    regional""")
_PAPER: Final = words(
    """globe times post herald tribune news journal gazette chronicle sun star press daily inquirer courier magazine
    record observer bulletin sentinel examiner enquirer dispatch register mercury bee blade advocate patch courant
    republic constitution union-tribune"""
)
_STREET: Final = words("""street st avenue ave road rd drive dr boulevard blvd lane ln highway hwy pike parkway turnpike circle way
    place plaza square park river creek lake bay valley mountain mountains hill hills bridge canal island islands
    beach forest trail terrace cemetery dam reservoir expressway route mall heights village ridge branch act
    interstate freeway""")
_TITLES: Final = words("""mr mrs ms miss dr sen rep gov lt sgt capt col gen maj judge justice president mayor governor senator
    congressman congresswoman representative officer detective deputy sheriff chief coach director secretary
    attorney general prosecutor commissioner councilman councilwoman professor rev father sister pastor sir lord
    prince princess king queen saint spokesman spokeswoman superintendent manager principal""")
_BODY_OF: Final = re.compile(
    r"\b(?:University|Universities|Bank|Church|Institute|College|Museum|Archdiocese|Diocese|Union|Society|Association"
    r"|League|Chapter|Port|Gulf|Bay|Battle|Duke|Duchess|Hospital|Federation|Friends|Knights|Daughters|Sons|Cape|Isle"
    r"|Bancorp|Network|Center|School|Theater|Museum|Academy|Conference|Coalition|Council)\s+(?:of|for|at)\s+(?:the\s+)?$"
)
_GOVERNMENT_OF: Final = re.compile(
    r"\b(?:city|town|township|village|county|state|commonwealth|borough|mayor|governor|people|residents?|suburb|part|"
    r"district|cities|towns|counties|states|outside|outskirts)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NEVER: Final = words("""american arab christian english french german indian roman mexican british irish italian spanish democrat
    republican congress constitution senate house federal supreme white superior monday sunday homeland security
    justice immigration customs enforcement university college christmas easter metro toyota duma""") | {
    "white house"
}
_WITHIN_BEFORE: Final = re.compile(
    r"\b(?:(?:Northern|Southern|Eastern|Western|Middle|Central|the) District|University|Courts?(?: of Appeals)?) "
    r"(?:of|for) (?:the )?(?:(?:Northern |Southern |Eastern |Western |Middle |Central )?District of )?$"
)
_COURT: Final = re.compile(r"(?:['’]s)?(?:[ \u00a0][A-Z][a-z]+){0,2}[ \u00a0]Courts?\b")
_TEAM: Final = words("""bears bengals bills braves brewers broncos browns bruins buccaneers bucks bulls cardinals cavaliers celtics
    chargers chiefs clippers colts commanders cowboys cubs diamondbacks dodgers dolphins eagles falcons giants
    grizzlies heat hornets jaguars jazz jets kings knicks lakers lions mariners marlins mavericks mets nationals
    nets nuggets orioles pacers packers padres panthers patriots phillies pirates pistons predators raiders rams
    rangers raptors ravens rays redskins rockets royals sabres saints seahawks sox spurs steelers suns texans
    timberwolves titans trojans twins vikings warriors wizards yankees""")
_FIRM: Final = words("inc corp co llc llp ltd plc")
_UNIVERSITY: Final = re.compile(
    r"(?:['’]s)?(?:[ \u00a0][A-Z][\w&-]*){0,2}\s+(?:University|College)\b(?!\s+(?:Park|Station|Heights|Place|City)\b)"
)
_WAY: Final = re.compile(
    r"[ \u00a0](?:Street|Avenue|Ave|Road|Drive|Boulevard|Blvd|Lane|Highway|Parkway|Turnpike|Expressway|Freeway|River|Creek|Canal)\b"
)
_LAKE_BEFORE: Final = re.compile(r"\b(?:Lake|Fort|Camp|Mount|Cape)[ \u00a0]$")
_SAYS: Final = words(
    "said says told added noted explained asked wrote testified who was is has had pleaded told hit"
)
_FORWARD: Final = 24
_NAME_BEHIND: Final = 60


def full_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words that stand behind a given name or a title somewhere in the document: surnames used in it."""
    found: set[str] = set()
    for sentence in sentences:
        for index in range(len(sentence.tokens) - 1):
            word, following = sentence.tokens[index], sentence.tokens[index + 1]
            if not (word.capital and following.capital and sentence.gap(index) in {" ", ". ", "\u00a0"}):
                continue
            lower = word.text.lower().rstrip(".")
            initial = len(lower) == 1 and word.text.isupper()
            if lower in given_names() or lower in _TITLES or initial:
                found.add(following.text.lower().removesuffix("'s").removesuffix("’s"))
    return frozenset(found)


def never_a_place(span: Span) -> bool:
    """Whether the word is a nationality, an institution or a party wherever it stands without a state behind it."""
    return span.hint is None and span.surface.lower() in _NEVER


def in_a_name(span: Span) -> bool:
    """Whether the place is part of another name: of a university, court, street, river, paper, team or firm."""
    sentence = span.sentence
    if span.kind in COUNTY_KINDS:
        return False
    text, last = sentence.text, min(sentence.end, span.end + _NAME_BEHIND)
    if not span.surface.endswith(".") and _UNIVERSITY.match(text, span.end, last):
        return True
    if span.qualifies:
        return False
    before = sentence.text[max(sentence.start, span.start - 60) : span.start]
    if _WITHIN_BEFORE.search(before) or (_LAKE_BEFORE.search(before) and span.hint is None):
        return True
    court = _COURT.match(text, span.end, last) is not None
    if court and any(meaning.level == STATE for meaning in span.meanings):
        return True
    return _is_way(span) or _named_after(span)


def _is_way(span: Span) -> bool:
    """Whether a street or a river is called so; "California Highway Patrol" and a river's authority are the place's."""
    sentence = span.sentence
    way = _WAY.match(sentence.text, span.end, sentence.end)
    if way is None:
        return False
    following = re.match(r"\s+([A-Z]\w*)", sentence.text[way.end() : min(sentence.end, way.end() + _FORWARD)])
    return following is None or following[1].lower() not in _GOVERNMENT | {"patrol", "authority", "safety"}


def _named_after(span: Span) -> bool:
    """Whether the capitalised words behind a name end in that of a paper, a team or a firm."""
    sentence = span.sentence
    for following in range(span.last + 1, min(span.last + 5, len(sentence.tokens))):
        gap = sentence.gap(following - 1)
        word = sentence.tokens[following].text.lower()
        firm = word in _FIRM and gap in {" ", ", "}
        if not sentence.tokens[following].capital or not (firm or gap in {" ", "\u00a0"}):
            return False
        if word in _GOVERNMENT or word in _TITLES:
            return False
        if firm or word in _PAPER or word in _TEAM:
            return True
    return False


def context_features(span: Span, people: frozenset[str]) -> dict[str, float]:
    """The features of one mention that come from the words around it."""
    return {"bias": 1.0, **_before(span), **_after(span), **_itself(span, people)}


def _before(span: Span) -> dict[str, float]:
    sentence = span.sentence
    text_before = sentence.text[max(sentence.start, span.start - 40) : span.start]
    start = span.first == 0 or re.search(r"[.!?:]['\"’”]?\s+$|[“\"‘(]$|\n\s*$", text_before) is not None
    found = {
        "sentence_start": float(start),
        "government_of": float(_GOVERNMENT_OF.search(text_before) is not None),
        "body_of": float(_BODY_OF.search(text_before) is not None),
        "listed": float(re.search(r"[A-Z][\w.]+(?:,| and|, and)\s+$", text_before) is not None),
    }
    if span.first == 0 or not re.search(r"[\w.]\s+$", text_before):
        return found
    previous = sentence.tokens[span.first - 1]
    word = previous.text.lower().rstrip(".")
    found["in"] = float(word in _IN)
    found["to"] = float(word in _TO)
    near = re.search(
        r"(?:\w|\b[A-Z]\.|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Sgt|Capt|Col|Gen|Jr)\.)\s+$", text_before
    )
    if previous.capital and near and not found["in"]:
        title = word in _TITLES
        given = not title and word in given_names()
        initial = len(word) == 1 or (len(previous.text) <= 4 and previous.text.endswith("."))
        found["title_before"] = float(title)
        found["given_before"] = float(given)
        found["initial_before"] = float(initial and not title)
        found["capital_before"] = float(not (title or given or initial))
    return found


def _after(span: Span) -> dict[str, float]:
    sentence = span.sentence
    rest = sentence.text[span.end : min(sentence.end, span.end + _FORWARD)]
    found = {
        "possessive": float(rest[:2] in {"'s", "’s"}),
        "hyphen": float(rest[:1] == "-"),
        "dateline": float(
            re.match(
                r"(?:, [A-Z][\w.]+)?\s*(?:\([\w. ]+\)\s*)?(?:—|–|--| - )",
                sentence.text[span.end : span.end + 40],
            )
            is not None
            and span.start - sentence.start < 3
        ),
        "listed": float(re.match(r"(?:,| and|, and)\s+[A-Z]", rest) is not None),
    }
    following = re.match(r"(?:['’]s)?\s+([^\W\d_]+)(\.?)", rest)
    if following is None:
        return found
    word = following[1].lower()
    capital = following[1][0].isupper()
    found["government_next"] = float(word in _GOVERNMENT)
    found["says_next"] = float(word in _SAYS)
    found["state_next"] = float(following[1] == "state")
    if capital and not found["possessive"]:
        found["body_after"] = float(_body_follows(sentence, span.last + 1))
        found["given_then_capital"] = float(" " not in span.surface and span.surface.lower() in given_names())
        found["body_next"] = float(word in _BODY)
        found["paper_next"] = float(word in _PAPER)
        found["street_next"] = float(word in _STREET and not found["government_next"])
        known = found["body_next"] or found["paper_next"] or found["street_next"] or found["government_next"]
        found["capital_next"] = float(not known)
        found["given_then_capital"] *= found["capital_next"]
    return found


def _body_follows(sentence: Sentence, index: int) -> bool:
    """Whether the capitalised words behind a name end in that of a body: "Georgia Medical Center"."""
    for following in range(index + 1, min(index + 4, len(sentence.tokens))):
        if not sentence.tokens[following].capital or sentence.gap(following - 1) not in {" ", "\u00a0"}:
            return False
        if any(part in _BODY | _PAPER for part in sentence.tokens[following].text.lower().split("-")):
            return True
    return False


def _itself(span: Span, people: frozenset[str]) -> dict[str, float]:
    surface = span.surface
    single = " " not in surface and span.hint is None  # no person has a state behind the name
    lower = surface.lower()
    count = surnames().get(lower, 0) if single else 0
    return {
        "person_here": float(single and lower in people),
        "given_name": float(single and lower in given_names()),
        "surname": min(1.0, count / 300) if count else 0.0,
        "word": float(single and lower in place_words()),
        "several_words": float(" " in surface),
        "kind": float(span.kind is not None),
        "party": float(span.party),
        "office": float(span.office is not None),
        "hint": float(span.hint is not None),
        "capitals": float(surface.isupper() and len(surface) > 4),
    }
