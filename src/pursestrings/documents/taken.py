"""Stretches of a text of which each is read in one way only: who comes first takes it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Taken:
    """Stretches that do not overlap, in order."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        """All that `spans` cover is taken; they may overlap."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, start: int, end: int) -> bool:
        """Whether a part of a stretch is taken."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end

    def take(self, start: int, end: int) -> bool:
        """Take a stretch; False where a part of it is taken already."""
        if self.holds(start, end):
            return False
        at = bisect_right(self._ends, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True
