"""Corrections: what the register had wrong, since when it has it right, and which answers that touched."""

from __future__ import annotations

from pursestrings.register.models.base import Day, Id, Thing, Words


class Correction(Thing):
    """One wrong fact put right. One file per correction; its sources are those that settled it.

    `facts` are the ids of what was changed; a fact that was taken out may be gone. `touched` names the
    answers that came out otherwise, as `pursestrings register compare` prints them; empty where none did.
    """

    on: Day
    facts: tuple[Id, ...]
    was: Words
    now: Words
    touched: tuple[Words, ...] = ()
