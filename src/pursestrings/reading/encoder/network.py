"""The trained encoder at work: a document in, its attributions and its names out, on one core."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from pursestrings import errors
from pursestrings.documents import Document
from pursestrings.documents.extras import needs_read
from pursestrings.errors import PursestringsError
from pursestrings.reading.encoder.chains import Scores, legal, marked
from pursestrings.reading.encoder.labels import NAMES, count
from pursestrings.reading.encoder.linking import Matcher
from pursestrings.reading.encoder.pieces import Pieces, stretches, tokenizer_from
from pursestrings.reading.encoder.relations import Attributed, Heads, attributed
from pursestrings.reading.encoder.windows import windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

ENCODER: Final = "encoder.onnx"
HEADS: Final = "heads.npz"
TOKENIZER: Final = "tokenizer.json"
WINDOW: Final = 126


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that names a person, an organisation or a place, with its least sure label's probability."""

    kind: str
    start: int
    end: int
    score: float


class Heard:
    """What the encoder makes of a document; its names are read off only when they are asked for."""

    def __init__(self, attributions: list[Attributed], named: list[tuple[Pieces, Scores]]) -> None:
        self.attributions = tuple(attributions)
        self._named = named

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of persons, organisations and places, in the order of the text."""
        return tuple(name for pieces, scores in self._named for name in _names(pieces, scores))


class Encoder:
    """The encoder with its heads; loaded once, it reads any number of documents."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer, heads: Heads) -> None:
        self._session = session
        self.tokenizer = tokenizer
        self.heads = heads

    @classmethod
    def shipped(cls) -> Encoder:
        """The encoder that the package carries."""
        with as_file(files("pursestrings.reading") / "data" / "encoder") as folder:
            return cls.of(folder)

    @classmethod
    def of(cls, folder: Path) -> Encoder:
        """The encoder in a folder, as `training/encoder.py` writes it; raises ENCODER_MISSING for a file that is not there."""
        for name in (ENCODER, HEADS, TOKENIZER):
            if not (folder / name).is_file():
                raise PursestringsError(errors.ENCODER_MISSING, file=folder / name)
        with needs_read():
            from onnxruntime import InferenceSession, SessionOptions
        options = SessionOptions()
        # One thread: processes share out the documents, and threads within one gain less.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = InferenceSession(str(folder / ENCODER), options, providers=["CPUExecutionProvider"])
        with np.load(folder / HEADS) as arrays:
            held = {name: np.asarray(arrays[name], np.float32) for name in arrays.files}
        return cls(session, tokenizer_from(folder / TOKENIZER), heads_from(held))

    def read(self, document: Document) -> Heard:
        """The attributions and names in a document's prose, each in the order of the text."""
        found: list[Attributed] = []
        named: list[tuple[Pieces, Scores]] = []
        for pieces in stretches(document, self.tokenizer):
            roles, names, link = self.outputs(pieces)
            found += attributed(pieces, roles, link, self.heads)
            named.append((pieces, names))
        return Heard(found, named)

    def outputs(self, pieces: Pieces) -> list[Scores]:
        """Scores of roles, scores of names and link vectors, one row a piece."""
        parts: list[list[Scores]] = [[], [], []]
        for start, end in windows(pieces.paragraph, pieces.sentence, WINDOW):
            given = {"ids": pieces.ids[None, start:end], "features": pieces.features[None, start:end]}
            for column, rows in zip(parts, self._session.run(None, given), strict=True):
                column.append(rows[0])
        return [np.concatenate(column) if column else np.zeros((0, 0), np.float32) for column in parts]


def heads_from(held: dict[str, Scores]) -> Heads:
    """The heads from their arrays, by the names under which training writes them."""
    return Heads(held["moves"], _matcher(held, "cue"), _matcher(held, "source"), held["scale"])


def _matcher(held: dict[str, Scores], name: str) -> Matcher:
    ways = sorted(
        (key for key in held if key.startswith(f"{name}.ways.")), key=lambda key: int(key.rpartition(".")[2])
    )
    return Matcher(
        of=held[f"{name}.of"],
        among=held[f"{name}.among"],
        ways=tuple(held[key] for key in ways),
        none=held[f"{name}.none"],
        bias=held[f"{name}.bias"],
        out=held[f"{name}.out"],
    )


def _names(pieces: Pieces, scores: Scores) -> list[Name]:
    if not len(pieces):
        return []
    words = np.flatnonzero(pieces.word)
    ends = pieces.ends[np.append(words[1:], len(pieces)) - 1]
    found = marked(scores[words], pieces.paragraph[words], legal(count(NAMES)))
    return [
        Name(NAMES[one.kind], int(pieces.starts[words[one.first]]), int(ends[one.last]), one.score)
        for one in found
    ]
