"""Reading files into the workspace: one document at a time, each whole or not at all.

Files may be read by several processes. What depends on other documents (which is stored, which is whose copy)
is settled here, in the order of the files, so that the outcome is the same for any number of processes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from pursestrings import __version__
from pursestrings.dates import PartialDate
from pursestrings.documents import Copy, CopyIndex, CopyKind, Document, Signed, source_of
from pursestrings.errors import FILE_UNREADABLE, FOLDER_EMPTY, PursestringsError, Where
from pursestrings.register.index import Register
from pursestrings.workspace.extracts import Extract, Job, extracts
from pursestrings.workspace.store import Store

READABLE: Final = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
_SAMPLE_MARK: Final = "Written for the Pursestrings project as a sample"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: lines to print, or the problem. `known` where it was stored before."""

    lines: tuple[str, ...] = ()
    problem: PursestringsError | None = None
    known: bool = False


def files_of(paths: Sequence[Path]) -> tuple[list[Path], list[PursestringsError]]:
    """The files named, and those of a readable kind in the folders named, in the order of names.

    Besides, what is wrong with the folders. What is wrong with a file is for `load` to say.
    """
    found: list[Path] = []
    problems: list[PursestringsError] = []
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112  `Path.is_dir` raises for a name too long, or a folder that is locked
            inside, locked = _inside(path)
            if not inside and not locked:
                problems.append(PursestringsError(FOLDER_EMPTY, where=Where(source_of(path))))
            found += inside
            problems += locked
        else:
            found.append(path)
    return list(dict.fromkeys(found)), problems


def _inside(folder: Path) -> tuple[list[Path], list[PursestringsError]]:
    """The files of a readable kind in a folder and the folders in it; and each folder that cannot be looked into."""
    locked: list[PursestringsError] = []

    def note(error: OSError) -> None:
        where = Where(source_of(Path(error.filename)))
        locked.append(PursestringsError(FILE_UNREADABLE, where=where, why=str(error.strerror).lower()))

    files = [Path(place, name) for place, _, names in os.walk(folder, onerror=note) for name in names]
    return sorted(file for file in files if file.suffix.lower() in READABLE), locked


def read_only(
    files: Iterable[Path], register: Register, processes: int = 1
) -> Generator[Outcome, None, None]:
    """Read each file and give the lines of the contract, in JSON; nothing is stored."""
    index = CopyIndex()
    with closing(extracts(map(Job, files), register, processes)) as results:
        for _, result in results:
            if isinstance(result, Extract):
                document, _ = _compared(result, index)
                first = json.dumps(document.as_json(), ensure_ascii=False)
                yield Outcome((first, *(row["json"] for row in result.found)))
            else:
                yield Outcome(problem=result)


def ingest(
    files: Iterable[Path], store: Store, register: Register, processes: int = 1
) -> Generator[Outcome, None, None]:
    """Read each file that is not stored yet, and store it with what was found, in one transaction each.

    Another program may read into the same store at the same time.
    """
    index, last = CopyIndex(), 0
    jobs = (Job(path, known=_is_stored(store, _hash_of(path))) for path in files)
    with closing(extracts(jobs, register, processes)) as results:
        for job, result in results:
            if isinstance(result, PursestringsError):
                yield Outcome(problem=result)
            # The same bytes may have been stored under another name while this file was being read.
            elif result is None or _is_stored(store, result.document.sha256):
                yield Outcome((f"{source_of(job.path)}: read before",), known=True)
            else:
                last = _catch_up(index, store, last)
                document, copies = _compared(result, index)
                _store(store, document, result, copies)
                yield Outcome((_line(document, result),))


def _catch_up(index: CopyIndex, store: Store, last: int) -> int:
    """Make known to the index what is stored and has a higher number than `last`; returns the highest."""
    rows = store.documents(after=last)
    for row in rows:
        if row.signature is not None:
            index.add(_signed(row))
    return max((row.number for row in rows), default=last)


def _is_stored(store: Store, sha256: str) -> bool:
    return store.reader_of(sha256) == __version__


def _hash_of(path: Path) -> str:
    """The hash of a file's content, without holding it whole; unreadable files are left to `load` to name."""
    digest = hashlib.sha256()
    try:
        if not path.is_file():  # a named pipe would be waited for
            return ""
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()


def _compared(extract: Extract, index: CopyIndex) -> tuple[Document, list[Copy]]:
    """The document with the one that it copies, and every copy that it makes known."""
    document = extract.document
    copies = index.take(extract.signed)
    own = next((copy for copy in copies if copy.id == document.id), None)
    return (replace(document, copy_of=own.of) if own else document), copies


def _signed(row: Any) -> Signed:
    published = PartialDate.parse(row.published) if row.published else None
    return Signed(row.id, row.signature, row.publisher, row.origin, published, row.copy_of)


def _store(store: Store, document: Document, extract: Extract, copies: list[Copy]) -> None:
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
        "signature": extract.signed.signature,
        "reader": __version__,
        "added": datetime.now(UTC).isoformat(timespec="microseconds"),
    }
    distinct = {finding["id"]: finding for finding in extract.found}.values()
    found = [finding | {"position": position} for position, finding in enumerate(distinct)]
    others = {
        copy.id: (copy.of, copy.kind is CopyKind.REWRITTEN) for copy in copies if copy.id != document.id
    }
    store.put(row, found, extract.sentences, others)


def _line(document: Document, extract: Extract) -> str:
    counts = Counter(finding["kind"] for finding in extract.found)
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
