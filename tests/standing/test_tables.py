"""Compiled tables give the answers of the engine, for every place and day, and their intervals never overlap."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.places import Place, all_places, get
from pursestrings.register.index import load
from pursestrings.standing.compiled.steps import Steps, steps_of
from pursestrings.standing.engine import Engine
from tests.standing.world import BOSTON, CHELSEA, CHICAGO, MA, act, case, grant, register

FIRST, LAST = date(2016, 1, 1), date(2026, 12, 31)
days = st.dates(FIRST, LAST)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load())


@given(st.dictionaries(days, st.integers(0, 3), min_size=1), days)
def test_steps_give_the_value_of_the_last_day_on_which_it_could_change(
    found: dict[date, int], day: date
) -> None:
    def value(asked: date) -> int:
        return next((found[known] for known in sorted(found, reverse=True) if known <= asked), 9)

    assert steps_of(found, value).at(day) == value(day)


@given(st.dictionaries(days, st.integers(0, 3), min_size=1), days, days)
def test_intervals_follow_one_another_without_gap_or_overlap(
    found: dict[date, int], one: date, other: date
) -> None:
    first, until = min(one, other), max(one, other) + timedelta(days=1)
    spans = list(steps_of(found, lambda day: found.get(day, 9)).between(first, until))
    assert spans[0][0].start == first
    assert spans[-1][0].until == until
    assert all(before.until == after.start for (before, _), (after, _) in pairwise(spans))
    assert all(before != after for (_, before), (_, after) in pairwise(spans))


def test_an_interval_without_a_known_end_stays_open() -> None:
    steps = Steps((date.min, FIRST), ("before", "after"))
    assert [span.until for span, _ in steps.between(FIRST, None)] == [None]


@pytest.mark.parametrize("known", [None, date(2019, 6, 1), date(2025, 9, 1)])
def test_compiled_answers_are_those_of_the_engine(engine: Engine, known: date | None) -> None:
    chance = random.Random(20261122)
    tables, everywhere = engine.tables(known), list(all_places())
    named = [get(name) for name in {*engine.register.policies, *engine.register.awards}]
    for condition in engine.computable().values():
        for place in (*chance.sample(named, 3), *chance.sample(everywhere, 2)):
            steps = tables.standing(condition, place)
            turning = [start for start in steps.starts if start.year >= 2010]
            for day in {FIRST, LAST, *chance.sample(turning, min(3, len(turning)))}:
                for asked in (day - timedelta(days=1), day):
                    assert_same(engine, place, condition.id, asked, known)


def assert_same(engine: Engine, place: Place, condition: str, on: date, known: date | None) -> None:
    answer = engine.standing(place, condition, on, known)
    found = engine.tables(known).standing(engine.condition(condition), place).at(on)
    assert found[:8] == (
        answer.verdict,
        answer.reach.reach,
        answer.force.force,
        answer.force.certainty,
        answer.precedent.precedent,
        answer.fit.fit,
        answer.fit.wider,
        answer.may_comply,
    ), (place.label, condition, on)


def test_places_that_no_fact_tells_apart_share_a_class(engine: Engine) -> None:
    classes = {engine.tables().classes.of(place) for place in all_places()}
    assert len(classes) < 1500


def test_a_place_that_an_order_names_has_a_class_of_its_own() -> None:
    facts = register(case=[case(act("a", "2018-01-01", grants=[grant(places=[{"place": CHELSEA}])]))])
    tables = Engine(facts).tables()
    assert tables.classes.of(get(CHELSEA)) != tables.classes.of(get(BOSTON))


def test_a_child_of_a_protected_parent_is_no_class_with_other_children() -> None:
    scope = {"places": [{"place": MA, "subdivisions": "yes"}]}
    facts = register(case=[case(act("a", "2018-01-01", grants=[grant(**scope)]))])
    tables = Engine(facts).tables()
    assert tables.classes.of(get(BOSTON)) != tables.classes.of(get(CHICAGO))
