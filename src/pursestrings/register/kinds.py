"""Which folder holds which kind of fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from pursestrings.register.models.agency import DesignationList, Notice, Request, Threat
from pursestrings.register.models.agreements import AgreementFile
from pursestrings.register.models.corrections import Correction
from pursestrings.register.models.courts import Case
from pursestrings.register.models.law import Certification, Condition, Group, Instrument, Program
from pursestrings.register.models.local import PlaceRecord, Rule
from pursestrings.register.models.money import AwardFile, Event, Sum
from pursestrings.register.models.people import Association, Official, Outlet, Statement


@dataclass(frozen=True, slots=True)
class FileKind:
    """A folder of the register, the kind of thing in it, and the model of its files."""

    folder: str
    name: str
    model: type[BaseModel]


FILE_KINDS: Final = (
    FileKind("agreements", "agreement_file", AgreementFile),
    FileKind("associations", "association", Association),
    FileKind("awards", "award_file", AwardFile),
    FileKind("cases", "case", Case),
    FileKind("certifications", "certification", Certification),
    FileKind("conditions", "condition", Condition),
    FileKind("corrections", "correction", Correction),
    FileKind("events", "event", Event),
    FileKind("groups", "group", Group),
    FileKind("instruments", "instrument", Instrument),
    FileKind("lists", "list", DesignationList),
    FileKind("notices", "notice", Notice),
    FileKind("officials", "official", Official),
    FileKind("outlets", "outlet", Outlet),
    FileKind("places", "place_record", PlaceRecord),
    FileKind("programs", "program", Program),
    FileKind("requests", "request", Request),
    FileKind("rules", "rule", Rule),
    FileKind("statements", "statement", Statement),
    FileKind("sums", "sum", Sum),
    FileKind("threats", "threat", Threat),
)

BY_FOLDER: Final = {kind.folder: kind for kind in FILE_KINDS}
