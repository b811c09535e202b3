"""One clear line where the extra `[read]` is not installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pursestrings import errors
from pursestrings.errors import PursestringsError


@contextmanager
def needs_read() -> Iterator[None]:
    """Around the import of a library of the extra; raises EXTRA_MISSING where it or a part of it is absent."""
    try:
        yield
    except ImportError as error:
        raise PursestringsError(errors.EXTRA_MISSING, extra="read") from error
