"""The words that announce an event, and the company that most of them need to count.

A "threat" counts where money or prosecution stands in the same sentence; a "list" where something is listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_MONEY: Final = r"fund\w*|grants?|mone(?:y|ys|ies)|dollars?|aid|defund\w*|\$\d[\d.,]*|budget"
_FORCE: Final = r"prosecut\w+|charg\w+|arrest\w+|jail\w*|lawsuit|sue|legal action|subpoena\w*|penalt\w+|punish\w*|consequences"
_TAKE: Final = r"(?:pull|cut|strip|withhold|deny|block|punish|defund)"
_SANCTUARY: Final = (
    r"sanctuar\w+|immigra\w+|ICE|detainer\w*|trust act|deport\w+|undocumented|federal authorities"
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that announce an event, as a pattern and as it is `written`; `company` is what else the sentence must hold.

    `by` says what the subject is to it: who acts (`subject`), whom it meets (`object`), whose it is (`owner`),
    or that only what is said of the noun itself tells (`noun`).
    """

    event: str
    words: re.Pattern[str]
    written: str
    company: re.Pattern[str] | None = None
    score: float = 0.7
    by: str = "subject"

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the company stands in the sentence."""
        return self.company is None or self.company.search(text, start, end) is not None


def _trigger(
    event: str, words: str, company: str | None = None, score: float = 0.7, by: str = "subject"
) -> Trigger:
    near = re.compile(rf"(?<!\w)(?:{company})(?!\w)", re.IGNORECASE) if company else None
    return Trigger(event, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), words, near, score, by)


TRIGGERS: Final = (
    _trigger(
        "threat",
        r"threat(?:s|en|ens|ened|ening)?|warn(?:s|ed|ing)?|vow(?:s|ed)?",
        f"{_MONEY}|{_FORCE}|cut|strip|withhold",
        0.75,
    ),
    _trigger(
        "threat",
        r"risk(?:s|ed|ing)? (?:of )?losing|could (?:lose|be at stake|be denied|be cut)|at stake|may lose|stands? to lose",
        _MONEY,
        0.6,
        by="object",
    ),
    _trigger(
        "threat",
        r"(?:may|might|could|would|will) (?:be subject to|face) (?:\w+ ){0,3}(?:charges|prosecution|penalt(?:y|ies)|subpoenas?)"
        r"|(?:are|is) facing (?:\w+ ){0,2}(?:charges|subpoenas?|penalties)",
        _SANCTUARY,
        0.6,
        by="object",
    ),
    _trigger(
        "threat",
        rf"(?:planned|seeks?|seeking) to {_TAKE}",
        f"{_MONEY}|{_SANCTUARY}",
        0.65,
    ),
    _trigger(
        "threat",
        rf"(?:intentions?|plans?|efforts?|moves?|push) to {_TAKE}",
        f"{_MONEY}|{_SANCTUARY}",
        0.65,
        by="noun",
    ),
    _trigger(
        "announcement",
        r"announc(?:e|es|ed|ing|ements?)|unveil(?:s|ed)?|issued (?:new )?(?:rules|guidance|conditions|a memo\w*)"
        r"|(?:memo|guidance|rules|policy) released",
    ),
    _trigger(
        "announcement",
        r"will (?:now )?(?:require|impose|demand|deny|bar|stop|begin|have to)"
        r"|(?:said|says|declared) (?:\w+ ){1,6}would (?:now )?(?:require|impose|demand|deny|bar|stop)",
        f"{_MONEY}|compl(?:y|iance)",
        0.55,
    ),
    _trigger(
        "letter",
        r"(?:sen[dt]s?|sending|wrote|writes|mailed|received|issued|got) (?:\w+ ){0,3}letters?"
        r"|letters? (?:to|from|sent|demanding|asking|dated|(?:was|were|went|have been|had been) (?:sent|mailed|out))"
        r"|in (?:\w+ ){1,3}letters?",
    ),
    _trigger(
        "list",
        r"named|listed|identified|singled out|designated|lists|names|naming|listing",
        r"report|list\b|sanctuar\w+|jurisdictions? (?:that|with)|policies that|as (?:cities|places|counties|jurisdictions)",
        0.65,
    ),
    _trigger("list", r"(?:on|to|from|in) (?:that|the|a|its|this) (?:\w+ ){0,2}list"),
    _trigger("list", r"(?:new|recent|latest|published) list", r"sanctuar\w+|jurisdictions?", 0.6),
    _trigger(
        "lawsuit",
        r"sued|sues|suing|(?:vot|decid|agre|mov)ed to sue|(?:filed|filing|brought|joined) (?:a |an |the |its |their )?(?:\w+ ){0,2}(?:law ?suits?|suits?"
        r"|complaint|challenge)",
        None,
        0.8,
    ),
    _trigger(
        "lawsuit",
        r"(?:went|gone|taken \w+|goes) to court",
        None,
        0.6,
    ),
    _trigger(
        "lawsuit",
        r"law ?suits?|(?:legal|court) challenges?|plaintiffs?",
        None,
        0.6,
        by="noun",
    ),
    _trigger(
        "ruling",
        r"ruled|ruling|rulings|injunctions?|restraining order|struck down|strikes down"
        r"|(?:judge|court|justices|panel) (?:\w+ ){0,3}(?:block(?:ed|s)|halt(?:ed|s)|order(?:ed|s)|sided|upheld|reversed"
        r"|dismissed|found|held|stayed|vacated|enjoined|decided|barred)"
        r"|(?:blocked|halted|enjoined|stayed|upheld|dismissed|overturned) by (?:a |the )?(?:\w+ ){0,3}(?:judge|court)",
        None,
        0.75,
    ),
    _trigger("policy", r"ordinances?|resolutions?", _SANCTUARY, 0.65, by="owner"),
    _trigger(
        "policy",
        r"(?:sanctuary|trust|welcoming) (?:city |state |county )?(?:polic(?:y|ies)|law|order|act|status|designation)",
        f"{_SANCTUARY}|police|status",
        0.6,
        by="owner",
    ),
    _trigger(
        "policy",
        r"(?:adopt|pass|enact|approv|sign|rescind|repeal|chang|revis|issu)\w* (?:[\w.]+ ){0,4}"
        r"(?:polic(?:y|ies)|(?<!executive )(?<!restraining )(?<!court )(?<!emergency )orders?|directives?)",
        f"{_SANCTUARY}|police|status",
        0.6,
    ),
    _trigger(
        "bill",
        r"(?<!submit )(?<!submitting )(?<!submitted )(?<!pay )(?<!paying )(?<!paid )(?<!their )(?:bill|legislation)s?|(?:[a-z]+ ){1,4}act",
        r"legislat\w+|senat\w+|house|lawmaker\w*|pass(?:ed|es|ing)?|congress|statehouse|sponsor\w*|committee|governor|vot\w+"
        r"|pending|introduc\w+|sign(?:ed)?",
        0.6,
    ),
    _trigger(
        "vote",
        r"vot(?:ed|es|ing|e) (?:\w+ ){0,2}(?:\d+[-–]\d+|to|on|for|against|unanimously|down)"
        r"|(?:approved|passed|adopted|rejected) (?:\w+ ){0,4}(?:\d+[-–]\d+|unanimously)|\d+[-–]\d+ vote|unanimous vote",
        None,
        0.75,
    ),
    _trigger(
        "vote",
        r"(?:supervisors|commissioners|aldermen|selectmen|trustees|legislators|lawmakers|(?:council|board|commission)(?: ?members)?) "
        r"(?:(?:on )?\w+day |\w+ly )?(?:approved|passed|adopted|rejected|backed|endorsed)",
        None,
        0.65,
    ),
    _trigger(
        "award",
        r"(?<!funds )(?<!grants )(?<!money )(?<!funding )awarded(?! \w+ points)|awards \$|(?:received|receives|won|granted|given|got) (?:\w+ ){0,4}(?:grants?|funding|\$[\d.,]+(?: \w+)?)",
        f"{_MONEY}|federal|department",
        0.6,
    ),
)

# What must stand in a sentence for any trigger to be looked for; in small letters, which are found sooner.
_ANY: Final = re.compile(rf"(?<!\w)(?:{'|'.join(trigger.written for trigger in TRIGGERS)})(?!\w)")
_UNDONE: Final = re.compile(
    r"\b(?:not|never|n[’']t|yet to|without|nor|no|rather than|instead of)\s+(?:\w+\s+){0,2}$"
    r"|\b(?:declin|refus|fail)\w*\s+to\s+(?:(?:file|bring|join|send|write|issue|adopt|pass|sign)\s+(?:\w+\s+){0,2})?$",
    re.IGNORECASE,
)
_UNDONE_BEHIND: Final = re.compile(
    r"\s+(?:ha[sd]|have|was|were)\s+(?:not|never|yet\s+to)\s+(?:yet\s+)?(?:be\s+|been\s+)?"
    r"(?:filed|brought|sent|mailed|issued|adopted|passed|signed|taken|held|announced)\b",
    re.IGNORECASE,
)
# A capital may begin a name: "Cape May County sues".
_POSSIBLE: Final = re.compile(
    r"\b(?:may|might|could|would|should|if|whether|considers?|considering|plans? to|planning to|expected to|likely to"
    r"|threaten\w* to|vow\w* to|ready to|prepared to)\s+(?:\w+\s+){0,2}$"
)
_DONE: Final = frozenset({"lawsuit", "ruling", "vote", "award", "letter", "list"})
"""Kinds that are deeds: one that may come to pass is none yet."""


def may_tell(sentence: str) -> bool:
    """Whether any trigger stands in a sentence."""
    return _ANY.search(sentence.lower()) is not None


def happens(text: str, start: int, trigger: Trigger, match: re.Match[str]) -> bool:
    """Whether the sentence from `start` on tells the event as a thing done: not as undone, nor as merely possible."""
    lead = text[start : match.start()]
    if _UNDONE.search(lead) or _UNDONE_BEHIND.match(text, match.end()):
        return False
    return trigger.event not in _DONE or _POSSIBLE.search(lead) is None
