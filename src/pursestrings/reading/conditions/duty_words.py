"""What the duties of the codebook sound like in news and letters, one by one and in a bundle."""

from __future__ import annotations

from typing import Final

from pursestrings.reading.law.descriptions import Description
from pursestrings.register.models.law import Duty

_IMMIGRATION: Final = "immigra*|ICE|Homeland Security|DHS|federal agents|federal authorities|deport*|alien*"
_TERMS: Final = "condition*|restriction*|requirement*|stipulation*"
_SPOKEN_OF: Final = "~immigra*|sanctuar*|deport*"

DUTY_WORDS: Final[dict[Duty, tuple[Description, ...]]] = {
    Duty.RELEASE_NOTICE: (
        (
            "notice|notif*|alert*|warning|tell|inform|informed|informing",
            "releas*|let go|freed|freeing",
            _IMMIGRATION,
        ),
        (
            "48 hours*|48-hour|forty-eight hours*|two days*",
            "notice|notif*|warning",
            "releas*|custody|detain*",
        ),
        ("notice", "access", _TERMS, _SPOKEN_OF),
    ),
    Duty.JAIL_ACCESS: (
        (
            "access|enter|into|entry|inside",
            "jail*|detention|detained|correction*|prison*|lockup*|custody facilit*",
            _IMMIGRATION,
        ),
        ("notice", "access", _TERMS, _SPOKEN_OF),
    ),
    Duty.DETAINER: (("detainer*", "honor*|comply*|refus*|reject*|decline*|heed*|ignor*|hold*|held"),),
    Duty.SHARE_STATUS: (
        (
            "immigration status|citizenship status|citizenship or immigration|immigration information",
            "shar*|communicat*|exchang*|send*|inform|information|block*|prohibit*|withhold*",
        ),
        ("1373", "comply*|complian*|violat*|certif*|condition*|require*"),
        ("compliance|certification", "notice", "access", _TERMS, _SPOKEN_OF),
        ("comply with federal law*|compliance with federal law*", "notice|notif*", "access", _SPOKEN_OF),
    ),
    Duty.PARTICIPATE_287G: (("287(g)|287g", "join*|sign*|participat*|agree*|partner*"),),
}

BUNDLE: Final[tuple[Description, ...]] = (
    (
        f"{_TERMS}|strings",
        "attach*|impos*|add|adds|added|adding|put|puts|putting|new|unlawful*|unconstitutional*|tie|tied|ties|tying",
        "immigra*|sanctuar*|deport*|ICE",
    ),
    ("the three|all three|the two|both", "conditions|restrictions|requirements", _SPOKEN_OF),
)
"""All that one paper asks of one program, told together."""

NEW: Final[tuple[Description, ...]] = (("new|newly|added", _TERMS),)
OPEN_LIST: Final[tuple[Description, ...]] = ((_TERMS, "like|such as|including|among them|among others"),)
