"""Documents: files of text, HTML, PDF and DOCX as text with offsets, blocks, metadata and copies.

Each name below is imported when it is first asked for, so that importing the room costs next to nothing.
Besides, other rooms use the functions `sentences.sentences` and `written_dates.written_dates` from the
modules of those names.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pursestrings.documents.copies import Copy, CopyIndex, CopyKind, Signed, choose_original
    from pursestrings.documents.document import Anchor, Block, BlockKind, Document
    from pursestrings.documents.formats import LIMIT_MB, load, source_of
    from pursestrings.documents.language import language_of

_HOMES = {
    "Anchor": "document",
    "Block": "document",
    "BlockKind": "document",
    "Copy": "copies",
    "CopyIndex": "copies",
    "CopyKind": "copies",
    "Document": "document",
    "LIMIT_MB": "formats",
    "Signed": "copies",
    "choose_original": "copies",
    "language_of": "language",
    "load": "formats",
    "source_of": "formats",
}

__all__ = [
    "LIMIT_MB",
    "Anchor",
    "Block",
    "BlockKind",
    "Copy",
    "CopyIndex",
    "CopyKind",
    "Document",
    "Signed",
    "choose_original",
    "language_of",
    "load",
    "source_of",
]


def __getattr__(name: str) -> object:
    """A public name, from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
