"""When a thing falls due: a period to count, and a day moved later."""

from __future__ import annotations

from enum import StrEnum

from pydantic import PositiveInt

from pursestrings.dates import PartialDate
from pursestrings.register.models.base import Day, Source, Strict, Words


class Counting(StrEnum):
    """How days are counted. `court_days` runs a last day that is no business day on to the next that is one."""

    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    COURT_DAYS = "court_days"


class DueRule(Strict):
    """A deadline given as a period after an event. `since` is the day of that event, where it is on record."""

    within: PositiveInt
    counting: Counting = Counting.DAYS
    after: Words
    since: Day | None = None


class Extension(Strict):
    """A deadline moved: to which day, who said so, and when. Each has its own sources.

    Without `announced` it is known since its earliest dated source.
    """

    to: Day
    said: Words
    announced: Day | None = None
    sources: tuple[Source, ...] = ()

    @property
    def known_since(self) -> PartialDate | None:
        """The day from which the new deadline could be relied on; None where nothing dates it."""
        return self.announced or min((one.date for one in self.sources if one.date), default=None)
