"""No day on which an answer changes is passed over, and no order that reaches a place is left unasked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.places import get
from pursestrings.register.index import load
from pursestrings.standing.engine import Engine
from pursestrings.standing.orders.effects import Docket
from pursestrings.standing.orders.scope import Reached, reach
from tests.standing.histories import FIRST, LAST, PLACES, History, histories

DAY = timedelta(days=1)


@cache
def shipped() -> Engine:
    return Engine(load())


@settings(deadline=None, derandomize=True, max_examples=60)
@given(histories(), st.sampled_from(PLACES), st.dates(FIRST, LAST))
def test_an_order_that_is_not_near_a_place_never_reaches_it(one: History, place: str, on: date) -> None:
    facts = one.register()
    docket = Docket(facts)
    near = docket.near("notice", get(place))
    for position, relief in enumerate(docket.reliefs("notice")):
        reached = {reach(scope, get(place), on, facts).reached for scope in docket.every_scope(relief)}
        assert position in near or reached == {Reached.NO}


def days_about(place: str) -> Iterator[date]:
    """The days on, before and after which anything that the register dates about a place's law begins or ends."""
    register = shipped().register
    for policy in register.policies.get(place, ()):
        found = (policy.effective_from, policy.adopted, policy.effective_until, *policy.source_dates)
        for one in found:
            if one is not None:
                yield from (one.earliest - DAY, one.earliest, one.latest, one.latest + DAY)
    for rule in register.rules_of("/".join(place.split("/")[:3])):
        for one in (rule.effective_from, rule.effective_until):
            if one is not None:
                yield from (one.earliest - DAY, one.earliest, one.latest, one.latest + DAY)


@pytest.mark.parametrize("condition", ["jag-2017-notice", "jag-2018-1373", "eo-14159-17"])
def test_tables_of_the_shipped_register_say_what_single_questions_say(condition: str) -> None:
    engine = shipped()
    tables = engine.tables()
    asked = engine.condition(condition)
    for place in map(get, sorted(engine.register.policies)):
        steps = tables.standing(asked, place)
        for day in sorted({one for one in days_about(place.ocd) if one.year >= 2010}):
            answer, cell = engine.standing(place, condition, day), steps.at(day)
            found = (answer.fit.fit, answer.fit.wider, answer.may_comply, answer.force.force, answer.verdict)
            assert (cell.fit, cell.fit_wider_reading, cell.may_comply, cell.force, cell.verdict) == found, (
                place,
                day,
            )
