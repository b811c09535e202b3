"""What reading makes of files: all that the workspace keeps of each, worked out in this process or in several."""

from __future__ import annotations

import gc
import json
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from pursestrings.documents import Document, Signed, load, source_of
from pursestrings.documents.sentences import sentences
from pursestrings.errors import FILE_FAILED, PursestringsError, Where
from pursestrings.reading.findings import Finding, PlaceMention, Reading, Statement
from pursestrings.reading.reader import Reader
from pursestrings.register.index import Register
from pursestrings.workspace.store import Sentence
from pursestrings.workspace.workers import Died, in_order

_KEYED: Final = {"program": "program", "authority": "authority", "condition": "condition"}
# A worker takes seconds to start, and a document of usual length a tenth of one to read.
_WORTH_A_WORKER: Final = 20
_USUAL_BYTES: Final = 50_000


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read; `known` where it is stored already, so that there is nothing to do."""

    path: Path
    known: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """What one file gave. `signed` is for finding copies; `found` are rows of the table of
    findings, in the order of the text.
    """

    document: Document
    signed: Signed
    found: tuple[dict[str, Any], ...]
    sentences: tuple[Sentence, ...]


class FileReader:
    """Reads one file after another against a register; its reader is made when the first is read."""

    def __init__(self, register: Register) -> None:
        """`register` is what the files are read against."""
        self._register = register

    @cached_property
    def _reader(self) -> Reader:
        reader = Reader.of(self._register)
        # What is loaded stays to the end: the collector need not walk it again with every document.
        gc.freeze()
        return reader

    @cached_property
    def _outlets(self) -> dict[str, str]:
        return outlet_names(self._register)

    def __call__(self, job: Job) -> Extract | PursestringsError | None:
        """What the file gave, or why it gave nothing; None where it is known."""
        if job.known:
            return None
        try:
            document = load(job.path, outlets=self._outlets)
            return _extract(self._reader.read(document))
        except PursestringsError as problem:
            return problem
        except Exception as error:  # noqa: BLE001  a fault of ours with one document must not cost the others
            return _failed(job.path, f"{type(error).__name__} {error}")


def extracts(
    jobs: Iterable[Job], register: Register, most: int
) -> Generator[tuple[Job, Extract | PursestringsError | None], None, None]:
    """Each file with what it gave, in order, by as many processes as it is worth, at most `most`.

    Raises EXTRA_MISSING or ENCODER_MISSING where a part of the program is not there: that is no fault of a file.
    """
    make = partial(FileReader, register)
    jobs, count = _worth(iter(jobs), most)
    if count == 1:
        read = make()
        yield from ((job, _about_the_file(read(job))) for job in jobs)
        return
    with closing(in_order(make, jobs, count)) as results:
        for job, result in results:
            if isinstance(result, Died):
                yield job, _failed(job.path, f"its process ended by {result.how}")
            else:
                yield job, _about_the_file(result)


def _about_the_file(
    result: Extract | PursestringsError | None,
) -> Extract | PursestringsError | None:
    """The result, if it speaks of the file; what would be the same with every other file is raised."""
    if isinstance(result, PursestringsError) and result.kind.status == 2:
        raise result
    return result


def outlet_names(register: Register) -> dict[str, str]:
    """Each spelling of an outlet's name, with the name."""
    return {
        spelling: outlet.name
        for outlet in register.outlets.values()
        for spelling in (outlet.name, *outlet.names)
    }


def _worth(jobs: Iterator[Job], most: int) -> tuple[Iterator[Job], int]:
    """The jobs, and how many processes they are worth: no more of them are looked at than it takes to tell."""
    seen: list[Job] = []
    files, weight, count = 0, 0.0, 1
    while count < most and (job := next(jobs, None)) is not None:
        seen.append(job)
        if not job.known:
            files += 1
            weight += 1 + _size(job.path) / _USUAL_BYTES
            count = max(1, min(files, int(weight / _WORTH_A_WORKER)))
    return chain(seen, jobs), count


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _failed(path: Path, why: str) -> PursestringsError:
    return PursestringsError(FILE_FAILED, where=Where(source_of(path)), why=why.strip())


def _extract(reading: Reading) -> Extract:
    document = reading.document
    return Extract(
        document,
        Signed.of(document),
        tuple(map(_row, reading.findings)),
        tuple(_sentences(reading)),
    )


def _row(finding: Finding) -> dict[str, Any]:
    place = None
    if isinstance(finding, Statement):
        place = finding.speaker.place
    elif isinstance(finding, PlaceMention):
        place = finding.place
    return {
        "id": finding.id,
        "document": finding.document,
        "kind": finding.kind,
        "place": place,
        "score": finding.score,
        "json": json.dumps(finding.as_json(), ensure_ascii=False),
    }


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
