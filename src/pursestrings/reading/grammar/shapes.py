"""Whether a form of a cue, with what stands around it, is a verb at all, and in the active voice."""

from __future__ import annotations

import re
from typing import Final

from pursestrings.documents.wordlist import words as wordset
from pursestrings.reading.cues import SPEECH, Cue, cues
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.stream import Item

_ALWAYS_VERBS: Final = wordset("say argue believe insist contend think tell agree")
_GOES_ON: Final = wordset("went goes going go continued continues began had has have wanted")
# Determiners that stand alone too, as the subject of a verb.
_ALONE: Final = wordset(
    "that this these those all both some many most few several any each every one two three more other others"
)
_BEFORE_NOUN: Final = words.DETERMINERS - _ALONE
_WHO_SURELY: Final = wordset("they we i you who")
_MANY: Final = _WHO_SURELY | wordset("people police others many some women men that")
_CONTRACTED: Final = re.compile(r"(?:[’'](?:re|ve|ll|m|d)|n[’']t|^(?:he|she|it|that|there|who|what)[’']s)$")
_CLAUSE: Final = wordset("that to whether the a it they he she how her him them his their")


def shape_fits(items: list[Item], index: int, first: int, group: set[str], cue: Cue) -> bool:
    """Whether the form, with what stands before it, is a verb of this kind here."""
    before = items[index - 1] if index else None
    after = items[index + 1].lower if index + 1 < len(items) else ""
    passive = bool(group & words.BE)
    if cue.manner.name == "mood":
        return passive
    if before is not None and before.lower in _BEFORE_NOUN:
        return False
    if "to" in group:
        return "base" in cue.shapes and first > 0 and _goes_on(items, first, group)
    if "ing" in cue.shapes:
        return passive or _participle_fits(before, cue)
    if passive or (after == "by" and cue.lemma != "say"):
        return False
    if "past" in cue.shapes and not group & words.MODALS:
        return not (
            cue.manner.name in {"accuse", "label", "stance"} and after in {"of", "for", "as"} and not group
        )
    if "participle" in cue.shapes:
        return bool(group & words.HAVE)
    return _present_fits(items, index, before, group, cue)


def _participle_fits(before: Item | None, cue: Cue) -> bool:
    """Whether an -ing form goes with the sentence's subject: after a comma or "by", or in "a letter urging"."""
    if before is None or before.text in {",", "—", "–", "-", "--"} or before.quotation is not None:
        return True
    if before.lower in words.PREPOSITIONS | {"and", "or", "while", "when"} | words.NEGATIONS:
        return True
    return (
        cue.manner.act == SPEECH and before.text == before.lower and not before.lower.endswith(("’s", "'s"))
    )


def _goes_on(items: list[Item], first: int, group: set[str]) -> bool:
    return items[first - 1].lower in _GOES_ON | {"on"} or bool(group & words.HAVE)


def _present_fits(items: list[Item], index: int, before: Item | None, group: set[str], cue: Cue) -> bool:
    if "base" not in cue.shapes:
        return cue.form not in words.VERBS_OR_NOUNS or _third_fits(items, index, before, cue)
    if group & (words.MODALS | words.DO):
        return True
    if before is None:
        return False
    verb_only = cue.form not in words.VERBS_OR_NOUNS
    if cue.form in _ALWAYS_VERBS or before.lower in {"and", "but"}:
        return verb_only
    many = before.lower in _MANY or (before.lower.endswith("s") and not before.lower.endswith("ss"))
    sure = before.lower in _WHO_SURELY or verb_only
    return bool(group) or (many and (sure or (not before.is_name and _clause_follows(items, index, cue))))


def _third_fits(items: list[Item], index: int, before: Item | None, cue: Cue) -> bool:
    """Whether "plans", "claims" and the like are verbs behind this word."""
    if (
        before is None
        or before.lower.endswith("ing")
        or before.lower in words.PREPOSITIONS | words.AUXILIARIES
    ):
        return False
    sure = before.is_name or before.text == "," or before.lower in {"he", "she", "it", "who", "that", "which"}
    return sure or _clause_follows(items, index, cue)


def _clause_follows(items: list[Item], index: int, cue: Cue) -> bool:
    after = index + len(cue.particles) + 1
    return bool(cue.particles) or (after < len(items) and items[after].lower in _CLAUSE)


def is_verb(item: Item) -> bool:
    """Whether a word is a finite verb, as far as its form tells."""
    if item.lower in words.FINITE or _CONTRACTED.search(item.lower):
        return True
    if item.text == item.lower and item.lower.endswith("ed"):
        return True
    forms = () if item.lower in words.VERBS_OR_NOUNS else cues().get(item.lower, ())
    return any(cue.shapes & {"past", "third"} and not cue.particles for cue in forms)
