"""A line for a person who waits: how much is done, how fast it goes, and how long it will take still."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from typing import Final, TextIO

_FEWEST: Final = 10
_SECONDS_BETWEEN: Final = 0.2
_ERASE: Final = "\r\x1b[K"


class Progress:
    """One line on stderr, written over again and again.

    Silent for short work, and where no terminal shows it or one that cannot take a line back.
    """

    def __init__(
        self,
        what: str,
        total: int,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`what` is being done to `total` things; `clock` gives seconds."""
        self._what = what
        self._total = total
        self._stream = sys.stderr if stream is None else stream
        self._clock = clock
        can_erase = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = total >= _FEWEST and can_erase
        self._started = self._drawn = clock()
        self._done = self._worked = 0
        self._on_screen = False

    def __enter__(self) -> Progress:
        """Show the line."""
        self._draw()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the line away."""
        self.clear()

    def step(self, *, worked: bool = True) -> None:
        """One more thing is done; `worked` is false where there was nothing to do, which says nothing of speed."""
        self._done += 1
        self._worked += worked
        # The first things come when all is set up: speed counts from there.
        if self._worked == 1 and worked:
            self._started = self._clock()
        if not self._on_screen or self._clock() - self._drawn >= _SECONDS_BETWEEN:
            self._draw()

    def clear(self) -> None:
        """Take the line away, so that other lines may be printed."""
        if self._on_screen:
            self._stream.write(_ERASE)
            self._stream.flush()
            self._on_screen = False

    def _draw(self) -> None:
        if self._shown:
            self._drawn = self._clock()
            # What goes on in the next row could not be taken back.
            self._stream.write(f"{_ERASE}{self.line()[: _columns(self._stream) - 1]}")
            self._stream.flush()
            self._on_screen = True

    def line(self) -> str:
        """What the line says now."""
        told = f"{self._what}: {self._done:,} of {self._total:,}"
        seconds = self._clock() - self._started
        if self._worked < 2 or seconds <= 0:
            return told
        speed = (self._worked - 1) / seconds
        return f"{told}, {speed:,.1f} a second, {_time((self._total - self._done) / speed)} left"


def _columns(stream: TextIO) -> int:
    """How wide the terminal is."""
    try:
        own = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        own = 0
    return own or shutil.get_terminal_size().columns


def _time(seconds: float) -> str:
    """A time to wait, in the unit that a person would name."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
