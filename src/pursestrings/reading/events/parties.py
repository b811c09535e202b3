"""Who acts in an event and whom it meets: the subject of the clause, and the one it is sent to or turned against.

No parser: a clause begins behind the last word that opens one, and of those named in it the one is its subject that
no preposition governs, who owns nothing else there, and who only qualifies no other name.
"""

from __future__ import annotations

import re
from typing import Final

from pursestrings.reading.events.actors import Actor, Span
from pursestrings.reading.events.triggers import Trigger
from pursestrings.reading.people.titles import is_group_word

_SENT: Final = frozenset({"letter", "threat", "award"})
_JOINED: Final = r"(?:,\s*(?:and\s+)?|\s+(?:and|&|along with|joined by)\s+)"
_TITLE: Final = (
    r"(?:[A-Z][\w.’'-]*|mayors?|sheriffs?|police|chief|county|city|attorneys?|general|solicitor|governor|council\w*|commissioners?"
    r"|supervisors?|district|senators?|representatives?|director|secretary|president|executive|judge|of|the)\s+"
)
_QUALIFIES: Final = re.compile(rf"(?:,\s[A-Z][\w. ]+,)?\s+(?:{_TITLE}){{0,6}}")
_LEAD: Final = rf"(?:(?:the|a|an|both|former|then)\s+)?(?:{_TITLE}){{0,6}}"
_AND: Final = re.compile(rf"{_JOINED}{_LEAD}")
_GIVEN_TO: Final = re.compile(rf"\s+(?:(?:filed|brought|made|sent|signed)\s+)?(?:by|from|of|that)\s+{_LEAD}")
_PASSIVE: Final = re.compile(rf"[\w ]*ed\s+by\s+{_LEAD}")
_SAYS: Final = re.compile(
    r"\b(?:say|says|said|told|warn(?:s|ed)?|argu(?:ed|es)|claim(?:ed|s)|announced)\b", re.IGNORECASE
)
_GOVERNED: Final = re.compile(
    rf"\b(?i:in|of|for|from|with|by|against|to|at|on|into|over|near|under|like|including|between|among|about|behind)\s+{_LEAD}$"
)
_STANDS_FOR: Final = re.compile(
    r"\b(?:City|County|State|Town|Village|Commonwealth|Borough|Parish|District)(?:\s+and\s+County)?\s+of\s+$",
    re.IGNORECASE,
)
_BODY: Final = re.compile(r"\b(?P<word>[A-Z]\w+)\s+(?:of|for)\s+(?:the\s+|[A-Z][\w.]+\s+){0,2}\Z")
_RELATIVE: Final = re.compile(r",\s+(?:which|who|whose|where)\s[^,]+,")
_OPENS: Final = re.compile(
    r"\b(?:that|because|after|before|when|while|whether|although|though|if|since|unless|until|as|where|which|who|whom|whose)\b"
    r"|\b(?:said|says|saying|told|argu(?:ed|es|ing)|claim(?:ed|s|ing)|believ(?:es|ed))\b|[;:—“”\"]|\s[–-]\s",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r"\s*,?\s*(?:who|which|that)\b", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"\W*(?:he|she|it|they)\b", re.IGNORECASE)
_NEW_CLAUSE: Final = re.compile(rf",\s+(?:and|but|so)\s+{_LEAD}$")
_OWNS: Final = re.compile(r"['’]s?\s+(?:[\w.’'“-]+\s+){2}")
_OWN: Final = re.compile(r"['’]s?\s+[“\"‘']?(?:[\w.-]+\s+){0,4}[“\"‘']?")
_ITS: Final = re.compile(r"\b(?:its|their)\s+[“\"‘']?(?:[\w.-]+\s+){0,3}[“\"‘']?$", re.IGNORECASE)
_HIS: Final = re.compile(r"\b(?:his|her|their|its)\s+(?:\w+\s+)?$")
_AIM: Final = re.compile(r"\b(?:against|to|at)\s+", re.IGNORECASE)
_AIMED: Final = re.compile(_LEAD)
_DEED: Final = re.compile(
    rf"\b(?:against|accus\w+|su(?:ed|es|ing)|blam\w+|critici[sz]\w+|condemn\w+|denounc\w+|charg\w+)\s+{_LEAD}$",
    re.IGNORECASE,
)
_FOR: Final = re.compile(r"[\w\s]*?\s(?:for|of|with|over)\s[\w\s,$.-]*")
_TOLD: Final = re.compile(r",?\s+(?:told|asked|urged|warned|informed|wrote(?:\s+to)?)\s+")
_DIRECT: Final = re.compile(rf"\s+{_LEAD}")


Parties = tuple[list[Actor], list[Actor]]
"""Who acts, and whom it meets."""


def parties(text: str, trigger: Trigger, span: Span, sentence: Span, actors: list[Actor]) -> Parties:
    """Who acts in the event that `span` tells of, and whom it meets."""
    behind = [actor for actor in actors if actor.start >= span[1]]
    given = _named_behind(text, span, [one for one in behind if not _qualifies(text, one, actors)])
    if trigger.by == "owner":
        return _owner(text, span, sentence, actors), []
    subject = _doer(text, span, sentence, actors) or _subject(text, span, sentence, actors)
    if trigger.event == "letter" and not given and (opened := _in_a_letter(text, span, sentence, actors)):
        return opened
    if trigger.by == "object":
        return _threatened(given or _teller(text, span, sentence, actors), subject)
    if trigger.by == "noun":
        own = subject if _HIS.search(text, sentence[0], span[0]) else _owner(text, span, sentence, actors)
        return given or own, _met(text, trigger.event, span, sentence, behind)
    if trigger.event == "ruling":
        return _court(text, span, sentence, actors), []
    if given and _PASSIVE.fullmatch(text[span[0] : given[0].start]):
        return given, subject
    if trigger.event == "list":
        places = [actor for actor in actors if actor.place]
        listed = [actor for actor in places if actor.start >= span[1]] or places
        return [actor for actor in given or subject if not actor.place], listed
    return given or subject, _met(text, trigger.event, span, sentence, behind)


def _doer(text: str, span: Span, sentence: Span, actors: list[Actor]) -> list[Actor]:
    """Who does what a participle tells of another: "sued the agency for threatening to withhold grants"."""
    if not text[span[0] : span[1]].lower().endswith("ing"):
        return []
    leading = [actor for actor in actors if actor.end <= span[0]]
    if not leading or not _DEED.search(text, sentence[0], leading[-1].start):
        return []
    return leading[-1:] if _FOR.fullmatch(text[leading[-1].end : span[0]]) else []


def _in_a_letter(text: str, span: Span, sentence: Span, actors: list[Actor]) -> Parties | None:
    """Who writes, and to whom, where the letter opens the sentence or bears its sender's name before it.

    "In a separate letter, Mayor Jane Roe told the department"; "a Roe letter".
    """
    leading = [actor for actor in actors if actor.end <= span[0]]
    noun = text[span[0] : span[0] + 6].lower() == "letter"
    if noun and leading and leading[-1].end == span[0] - 1 and not leading[-1].place:
        return leading[-1:], _met(
            text, "letter", span, sentence, [one for one in actors if one.start >= span[1]]
        )
    if leading or text[span[1] : span[1] + 1] != ",":
        return None
    behind = [actor for actor in actors if _is_free(text, span[1], sentence[1], actor, actors)]
    told = _TOLD.match(text, behind[0].end) if behind else None
    met = [actor for actor in actors if told is not None and actor.start >= told.end()]
    aimed = told is not None and bool(met) and _AIMED.fullmatch(text[told.end() : met[0].start]) is not None
    return (behind[:1], met[:1] if aimed else []) if behind else None


def _threatened(who: list[Actor], subject: list[Actor]) -> Parties:
    """A place that may lose something is met; a person of whom nobody tells so is the one who says it."""
    met = [actor for actor in subject if actor not in who]
    if not who and met and not met[0].place:
        return met, []
    return who, met


def _named_behind(text: str, span: Span, behind: list[Actor]) -> list[Actor]:
    """The one to whom a noun is given: "a threat by …", "threats that … might withhold", "a letter from …"."""
    if not behind:
        return []
    # The preposition may be the trigger's own last word.
    last = text.rfind(" ", span[0], span[1])
    starts = [span[1], last] if last > 0 else [span[1]]
    return behind[:1] if any(_GIVEN_TO.fullmatch(text[at : behind[0].start]) for at in starts) else []


def _met(text: str, event: str, span: Span, sentence: Span, behind: list[Actor]) -> list[Actor]:
    """Those it is sent to or turned against; of what is sent, else the places named behind."""
    if event == "lawsuit" and behind and _DIRECT.fullmatch(text[span[1] : behind[0].start]):
        return _joined_from(text, behind)
    if event in _SENT or event == "lawsuit":
        # "sent a letter to", "letter to": the preposition may belong to the trigger.
        for aim in _AIM.finditer(text, span[0], sentence[1]):
            if event == "lawsuit" and aim[0].lower().strip() != "against":
                continue
            met = [actor for actor in behind if actor.start >= aim.end()]
            if met and _AIMED.fullmatch(text[aim.end() : met[0].start]):
                return _joined_from(text, met)
    return [actor for actor in behind if actor.place] if event in _SENT else []


def _joined_from(text: str, actors: list[Actor]) -> list[Actor]:
    """The first actor with those joined to it by commas and "and"."""
    chosen = actors[:1]
    for actor in actors[1:]:
        gap = text[chosen[-1].end : actor.start]
        if not _AND.fullmatch(gap) or (chosen[-1].person and actor.place and gap.endswith(" of ")):
            break  # "Jane Roe, mayor of Dayton," is one
        chosen.append(actor)
    return chosen


def _court(text: str, span: Span, sentence: Span, actors: list[Actor]) -> list[Actor]:
    """The court: the subject where it is one, else the only one of the sentence."""
    subject = [actor for actor in _subject(text, span, sentence, actors) if actor.court]
    courts = [actor for actor in actors if actor.court and not _qualifies(text, actor, actors)]
    return subject[:1] or courts[:1]


def _owner(text: str, span: Span, sentence: Span, actors: list[Actor]) -> list[Actor]:
    """Whose a thing is: the possessive right before it; else the place that the clause is about."""
    leading = [actor for actor in actors if actor.end <= span[0]]
    near = leading[-1:]
    if near and (near[0].end == span[0] - 1 or _OWN.fullmatch(text[near[0].end : span[0]])):
        return near
    places = [actor for actor in leading if actor.place]
    if places and _ITS.search(text, sentence[0], span[0]):
        return places[-1:]
    return [actor for actor in _subject(text, span, sentence, actors) if actor.place]


def _teller(text: str, span: Span, sentence: Span, actors: list[Actor]) -> list[Actor]:
    """Who says so: the subject of the verb of saying in front, else of the one behind."""
    before = _last(_SAYS, text, sentence[0], span[0])
    if before is not None:
        return [one for one in _subject(text, before.span(), sentence, actors) if not one.place]
    behind = (one for one in actors if one.start >= span[1] and not one.place)
    return [one for one in behind if _SAYS.match(text, one.end + 1, sentence[1])][:1]


def _subject(text: str, span: Span, sentence: Span, actors: list[Actor]) -> list[Actor]:
    """The subject of the clause that ends in `span`, with those joined to it."""
    leading = [actor for actor in actors if actor.end <= span[0]]
    relative = _last(_RELATIVE, text, sentence[0], span[0])
    if relative and any(actor.end <= relative.start() for actor in leading):
        outer = [actor for actor in leading if actor.end <= relative.start()]
        return _chosen(text, sentence[0], relative.start(), outer, actors)
    opener = _last(_OPENS, text, sentence[0], span[0])
    if opener is None:
        return _chosen(text, sentence[0], span[0], leading, actors)
    own = [actor for actor in leading if actor.start >= opener.end()]
    outer = [actor for actor in leading if actor.end <= opener.start()]
    if found := _chosen(text, opener.end(), span[0], own, actors):
        return found
    if outer and _WHO.fullmatch(text[outer[-1].end : opener.end()]):
        return outer[-1:]
    quoted = opener[0] in '“”"' or not text[opener.end() : span[0]].strip()
    if quoted or _PRONOUN.match(text[opener.end() : span[0]]):
        return _subject(text, opener.span(), sentence, actors)
    return []


def _chosen(text: str, start: int, end: int, leading: list[Actor], actors: list[Actor]) -> list[Actor]:
    """Of those named in the clause `text[start:end]`, the one that opens it, else the first that is free."""
    free = [actor for actor in leading if _is_free(text, start, end, actor, actors)]
    listed = _joined_from(text, [one for one in leading if one.start >= free[0].start]) if free else []
    heads = [one for one in free if one not in listed and _NEW_CLAUSE.search(text[start : one.start])]
    first = heads[-1] if heads else next(iter(free), None)
    if first is None:
        first = next((one for one in leading if text[one.end : one.end + 1] not in ",’'" and one.place), None)
        if first is None or _qualifies(text, first, actors) or _ends_body(text, start, first):
            return []
        return [first]  # "officials in Oakland"
    return _joined_from(text, [actor for actor in leading if actor.start >= first.start])


def _ends_body(text: str, start: int, place: Actor) -> bool:
    """Whether a place is the end of a body's name: "the Harbor Fund of Ohio" is not Ohio."""
    body = _BODY.search(text, start, place.start)
    return body is not None and is_group_word(body["word"])


def _is_free(text: str, start: int, end: int, actor: Actor, actors: list[Actor]) -> bool:
    before = text[start : actor.start]
    governed = _GOVERNED.search(before) and not _STANDS_FOR.search(before)
    return not (governed or _qualifies(text, actor, actors) or _OWNS.match(text[actor.end : end]))


def _qualifies(text: str, actor: Actor, actors: list[Actor]) -> bool:
    """Whether the name only says whose the next one is: "Oakland Mayor Libby Schaaf"."""
    following = next((one for one in actors if one.start >= actor.end), None)
    return (
        following is not None
        and not actor.person
        and not following.place
        and _QUALIFIES.fullmatch(text[actor.end : following.start]) is not None
    )


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return max(pattern.finditer(text, start, end), key=lambda match: match.start(), default=None)
