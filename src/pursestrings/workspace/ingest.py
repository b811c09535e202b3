"""Reading files into the workspace: one document at a time, each whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from pursestrings import __version__
from pursestrings.dates import PartialDate
from pursestrings.documents import Copy, CopyIndex, CopyKind, Document, Signed, load
from pursestrings.documents.sentences import sentences
from pursestrings.errors import FILE_MISSING, FOLDER_EMPTY, PursestringsError, Where
from pursestrings.reading.findings import Finding, PlaceMention, Reading, Statement
from pursestrings.reading.reader import Reader
from pursestrings.register.index import Register
from pursestrings.workspace.store import Sentence, Store

READABLE: Final = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
_SAMPLE_MARK: Final = "Written for the Pursestrings project as a sample"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a line for people, rows for machines, or the problem."""

    line: str = ""
    rows: tuple[dict[str, Any], ...] = ()
    problem: PursestringsError | None = None


def files_of(paths: Sequence[Path]) -> tuple[list[Path], list[PursestringsError]]:
    """The files named, and those of a readable kind in the folders named, in the order of names."""
    found: list[Path] = []
    problems: list[PursestringsError] = []
    for path in paths:
        if path.is_dir():
            inside = [
                one for one in sorted(path.rglob("*")) if one.is_file() and one.suffix.lower() in READABLE
            ]
            if not inside:
                problems.append(PursestringsError(FOLDER_EMPTY, where=Where(str(path))))
            found += inside
        elif path.exists():
            found.append(path)
        else:
            problems.append(PursestringsError(FILE_MISSING, where=Where(str(path))))
    return list(dict.fromkeys(found)), problems


def read_only(files: Iterable[Path], register: Register) -> Iterator[Outcome]:
    """Read each file and give the rows of the contract; nothing is stored."""
    reader, index = Reader.of(register), CopyIndex()
    outlets = outlet_names(register)
    for path in files:
        try:
            document = load(path, outlets=outlets)
        except PursestringsError as problem:
            yield Outcome(problem=problem)
            continue
        document, _ = _compared(document, index)
        reading = reader.read(document)
        yield Outcome(rows=(document.as_json(), *(finding.as_json() for finding in reading.findings)))


def ingest(files: Iterable[Path], store: Store, register: Register) -> Iterator[Outcome]:
    """Read each file that is not stored yet, and store it with what was found, in one transaction each."""
    reader = Reader.of(register)
    outlets = outlet_names(register)
    index = CopyIndex(_signed(row) for row in store.documents() if row.signature is not None)
    for path in files:
        try:
            if store.reader_of(_hash_of(path)) == __version__:
                yield Outcome(line=f"{path}: read before")
                continue
            document = load(path, outlets=outlets)
        except PursestringsError as problem:
            yield Outcome(problem=problem)
            continue
        document, copies = _compared(document, index)
        reading = reader.read(document)
        _store(store, reading, copies)
        yield Outcome(line=_line(reading))


def outlet_names(register: Register) -> dict[str, str]:
    """Each spelling of an outlet's name, with the name."""
    return {
        spelling: outlet.name
        for outlet in register.outlets.values()
        for spelling in (outlet.name, *outlet.names)
    }


def _hash_of(path: Path) -> str:
    """The hash of a file's content, without holding it whole; unreadable files are left to `load` to name."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()


def _compared(document: Document, index: CopyIndex) -> tuple[Document, list[Copy]]:
    """The document with the one that it copies, and every copy that it makes known."""
    copies = index.take(Signed.of(document))
    own = next((copy for copy in copies if copy.id == document.id), None)
    return (replace(document, copy_of=own.of) if own else document), copies


def _signed(row: Any) -> Signed:
    published = PartialDate.parse(row.published) if row.published else None
    return Signed(row.id, row.signature, row.publisher, row.origin, published, row.copy_of)


def _store(store: Store, reading: Reading, copies: list[Copy]) -> None:
    document = reading.document
    row = {
        "id": document.id,
        "sha256": document.sha256,
        "source": document.source,
        "title": document.title,
        "publisher": document.publisher,
        "origin": document.origin,
        "published": str(document.published) if document.published else None,
        "language": document.language,
        "copy_of": document.copy_of,
        "rewritten": any(copy.id == document.id and copy.kind is CopyKind.REWRITTEN for copy in copies),
        "sample": _SAMPLE_MARK in " ".join(document.text.split()),
        "text": document.text,
        "json": json.dumps(document.as_json(), ensure_ascii=False),
        "signature": Signed.of(document).signature,
        "reader": __version__,
        "added": datetime.now(UTC).isoformat(timespec="microseconds"),
    }
    found = [_finding_row(finding, position) for position, finding in enumerate(_distinct(reading.findings))]
    others = {
        copy.id: (copy.of, copy.kind is CopyKind.REWRITTEN) for copy in copies if copy.id != document.id
    }
    store.put(row, found, _sentences(reading), others)


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    return list({finding.id: finding for finding in findings}.values())


def _finding_row(finding: Finding, position: int) -> dict[str, Any]:
    place = None
    if isinstance(finding, Statement):
        place = finding.speaker.place
    elif isinstance(finding, PlaceMention):
        place = finding.place
    return {
        "id": finding.id,
        "document": finding.document,
        "position": position,
        "kind": finding.kind,
        "place": place,
        "score": finding.score,
        "json": json.dumps(finding.as_json(), ensure_ascii=False),
    }


_KEYED: Final = {"program": "program", "authority": "authority", "condition": "condition"}


def _sentences(reading: Reading) -> Iterator[Sentence]:
    """Each sentence with the ids of the programs, laws and conditions that were found in it."""
    document = reading.document
    keys = [
        (finding.anchors[0].start, str(finding.as_json()[_KEYED[finding.kind]]))
        for finding in reading.findings
        if finding.kind in _KEYED
    ]
    for start, end in sentences(document):
        inside = tuple(dict.fromkeys(key for spot, key in keys if start <= spot < end))
        yield Sentence(start, end, document.text[start:end], inside)


def _line(reading: Reading) -> str:
    document = reading.document
    counts: dict[str, int] = {}
    for finding in reading.findings:
        counts[finding.kind] = counts.get(finding.kind, 0) + 1
    found = (
        ", ".join(f"{count} {_plural(kind, count)}" for kind, count in sorted(counts.items())) or "nothing"
    )
    about = ", ".join(str(part) for part in (document.publisher, document.published) if part) or "undated"
    copy = f"; a copy of {document.copy_of}" if document.copy_of else ""
    return f"{document.source}: {document.title or 'untitled'} ({about}{copy}): {found}"


def _plural(kind: str, count: int) -> str:
    if count == 1:
        return kind
    return {"person": "people", "authority": "authorities"}.get(kind, f"{kind}s")
