"""Pursestrings: which federal strings are tied to a government's money, and what the record says of them."""

from typing import Final

__version__: Final = "0.1.0"
