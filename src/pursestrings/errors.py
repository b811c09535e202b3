"""The catalogue of everything that can go wrong for a user.

Each kind has a stable code that scripts may rely on, a sentence made from the details of the case,
and a hint that says what to do. Where a file is at fault, file, line, column and field stand in front.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of error: `template` and `hint` are `str.format` texts over the details of a case."""

    code: str
    template: str
    hint: str = ""
    status: int = 1


@dataclass(frozen=True, slots=True)
class Where:
    """The spot in a file, as far as known; lines and columns count from 1."""

    file: str
    line: int | None = None
    column: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        """`file:line:column: field`, without the parts that are not known."""
        spot = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{spot}: {self.field}" if self.field else spot


class PursestringsError(Exception):
    """An error for people: one line, no traceback. Raise it, or collect it and go on."""

    def __init__(self, kind: Kind, /, *, where: Where | None = None, **details: object) -> None:
        """`details` fill the kind's template and hint."""
        self.kind = kind
        self.where = where
        self.details = details
        super().__init__(self.line)

    def __reduce__(self) -> tuple[Callable[..., PursestringsError], tuple[object, ...]]:
        """How one process hands the error to another."""
        return _again, (self.kind, self.where, self.details)

    @property
    def message(self) -> str:
        """What is wrong, without place and hint."""
        return self.kind.template.format(**self.details)

    @property
    def hint(self) -> str:
        """What to do about it; empty where the message says it all."""
        return self.kind.hint.format(**self.details)

    @property
    def line(self) -> str:
        """The whole error on one line, as the command line prints it."""
        parts = [f"{self.where}: " if self.where else "", self.message, f" [{self.kind.code}]"]
        if self.hint:
            parts.append(f" {self.hint}")
        return " ".join("".join(parts).split())

    def as_json(self) -> dict[str, object]:
        """The same error for machines."""
        where = self.where
        return {
            "code": self.kind.code,
            "message": self.message,
            "hint": self.hint or None,
            "file": where.file if where else None,
            "line": where.line if where else None,
            "column": where.column if where else None,
            "field": where.field if where else None,
        }


def _again(kind: Kind, where: Where | None, details: dict[str, object]) -> PursestringsError:
    return PursestringsError(kind, where=where, **details)


# P1: how the program was called
BAD_DATE: Final = Kind("P101", "{text!r} is no date.", "Write a day of the calendar as 2017-08-04.", 2)
PLACE_UNKNOWN: Final = Kind("P102", "No US government is called {text!r}.", "{hint}", 2)
PLACE_AMBIGUOUS: Final = Kind("P103", "{text!r} can be {count} governments.", "Say which: {candidates}", 2)
CONDITION_UNKNOWN: Final = Kind("P104", "No condition is called {text!r}.", "{hint}", 2)
NO_STANDING: Final = Kind("P105", "{what} has no standing: {why}", "{pointer}", 2)
EXTRA_MISSING: Final = Kind(
    "P106", "This needs the extra [{extra}].", "Install it: pip install 'pursestrings[{extra}]'", 2
)
BAD_OPTION: Final = Kind("P107", "{what}", "{hint}", 2)
NOT_FOUND: Final = Kind("P108", "There is no {what} {text!r}.", "{hint}", 2)
BEFORE_COVERAGE: Final = Kind(
    "P109",
    "{on} lies before what the register covers.",
    "The record of orders, conditions and policies begins on {covers_from}; ask for that day or a later one.",
    2,
)

# P2: files that are read or written
FILE_MISSING: Final = Kind("P201", "There is no such file.", "Check the path.")
FILE_UNREADABLE: Final = Kind("P202", "The file cannot be read: {why}.", "Check its permissions.")
FILE_EMPTY: Final = Kind("P203", "The file is empty.")
FILE_BINARY: Final = Kind("P204", "The file is not text, HTML, PDF or DOCX.", "Convert it to one of these.")
FILE_ENCRYPTED: Final = Kind("P205", "The file is locked with a password.", "Save a copy without it.")
FILE_BROKEN: Final = Kind("P206", "The file is damaged or cut off: {why}.", "Fetch it again.")
FILE_TOO_LARGE: Final = Kind(
    "P207", "The file has {size} MB; the limit is {limit} MB.", "Split it, or read the part that matters."
)
FILE_NO_TEXT: Final = Kind("P208", "The file holds no text.", "A scan needs OCR first.")
FILE_BOMB: Final = Kind(
    "P209", "The file unpacks to more than {limit} MB.", "It is not read; check where it came from."
)
FILE_ENCODING: Final = Kind("P210", "The encoding of the text cannot be told.", "Save it as UTF-8.")
FOLDER_EMPTY: Final = Kind(
    "P211", "The folder holds no file that can be read.", "Text, HTML, PDF and DOCX files are read."
)
FILE_EXISTS: Final = Kind("P212", "The file exists.", "Name another, or write over it with --force.")
FILE_UNWRITABLE: Final = Kind("P213", "The file cannot be written: {why}.", "Check the folder.")
NOT_FROZEN: Final = Kind(
    "P214",
    "The file holds no frozen answer: {why}.",
    "Make one: pursestrings why PLACE CONDITION --freeze FILE",
)
FILE_FAILED: Final = Kind(
    "P215",
    "Reading the file failed: {why}.",
    "The others are read; where memory is short, try --jobs 1.",
)
ENCODER_MISSING: Final = Kind(
    "P216",
    "The encoder that reads is not there: {file}.",
    "Install the program again, or train one: see docs/encoder.md.",
    2,
)

# P3: the register
YAML_BROKEN: Final = Kind("P301", "This is not YAML: {why}.", "See register/README.md.")
FIELD_UNKNOWN: Final = Kind("P302", "Unknown field.", "{hint}")
FIELD_MISSING: Final = Kind("P303", "The field is missing.", "See register/README.md.")
FIELD_WRONG: Final = Kind("P304", "{why}.", "{hint}")
KEY_TWICE: Final = Kind("P305", "The field stands twice.", "Keep one.")
ID_WRONG: Final = Kind("P306", "The id {found!r} is not the file's name {expected!r}.", "Rename one of them.")
ID_TWICE: Final = Kind(
    "P307", "The id {id!r} is already taken by {other}.", "An id names one thing; choose another."
)
ID_DANGLING: Final = Kind("P308", "There is no {kind} {id!r}.", "{hint}")
DATES_CROSSED: Final = Kind(
    "P309", "{later} ({later_date}) comes before {earlier} ({earlier_date}).", "Check both dates."
)
SOURCE_MISSING: Final = Kind(
    "P310", "The fact has no source.", "Name title, publisher, date and URL, or mark it recalled."
)
PRIVATE_PERSON: Final = Kind(
    "P311",
    "The register holds no private person.",
    "Name the office, the organization or the place that is spoken for, or leave it out.",
)
CYCLE: Final = Kind(
    "P312", "These acts act on each other in a circle: {ids}.", "An act acts on an earlier one."
)
FOLDER_UNKNOWN: Final = Kind("P313", "The register has no folder of this name.", "{hint}")
POLICIES_OVERLAP: Final = Kind(
    "P314",
    "{newer} and {older} are both in effect from {start} and answer differently: {features}.",
    "Say in `supersedes` which prevails, in `bodies` whom each binds, or in `effective_until` when one ended.",
)
DATE_OUTSIDE: Final = Kind("P315", "The date {date} cannot be: {why}.", "{hint}")
NOT_A_PARTY: Final = Kind(
    "P316",
    "{place} is protected, and is no plaintiff.",
    "Add it to the plaintiffs, or say in its `note`, or in the scope's `words`, why it is protected.",
)
SAID_TWICE: Final = Kind(
    "P317",
    "The same thing stands in {other}.",
    "Keep one, and make the other's id an alias of it; or say what tells them apart.",
)
NOT_LOOKED_AT: Final = Kind(
    "P318",
    "Nobody has looked at this for over a year (since {since}).",
    "Look at a public source and write `checked`.",
)
NOT_A_REGISTER: Final = Kind(
    "P319",
    "This holds no register.",
    "Name a folder with a register.yaml, a zip of one, or a data package made by pursestrings export.",
)
OLDER_EDITION: Final = Kind(
    "P320",
    "The register {found} is not newer than the one in use, {used}.",
    "Choose an installed one with: pursestrings register use NAME",
)
FIELD_EMPTY: Final = Kind(
    "P321",
    "The field is empty.",
    "Fill it in, or delete it where it may be left out; register/FIELDS.md says what it takes.",
)

# P4: the workspace
WORKSPACE_BROKEN: Final = Kind(
    "P401", "The workspace cannot be opened: {why}.", "Restore a backup, or name another with --workspace."
)
WORKSPACE_NEWER: Final = Kind(
    "P402", "The workspace is of version {found}; this program knows {known}.", "Update the program."
)
FINDING_DECIDED: Final = Kind(
    "P403", "The finding {id} is already {decision}.", "List what waits: pursestrings review"
)
FINDING_NO_FACT: Final = Kind(
    "P404", "A finding of kind {kind} becomes no fact as it stands: {why}.", "{hint}"
)
NO_WORKERS: Final = Kind(
    "P405",
    "The processes that read cannot be started: they end with {why}.",
    "Read in one process: --jobs 1",
)
DISK_FULL: Final = Kind(
    "P406", "The disk is full: {what} cannot be written.", "Make room and call again: what was done is kept."
)
