"""Which answers other facts touch: each once, by the first day on which it comes out otherwise."""

from __future__ import annotations

from datetime import date

from pursestrings.places import get
from pursestrings.register.index import Register
from pursestrings.standing.compiled.differences import Difference, Side, touched
from pursestrings.standing.engine import Engine
from tests.standing.world import BOSTON, CHELSEA, CHICAGO, MA, act, case, condition, grant, register

PLACES = [get(place) for place in (CHELSEA, BOSTON, CHICAGO)]
THROUGH = date(2018, 12, 31)


def order(day: str, *later: dict[str, object]) -> Register:
    """A register with an order for all of Massachusetts."""
    relief = grant(places=[{"place": MA, "subdivisions": "yes"}])
    return register(case=[case(act("order", day, grants=[relief]), *later)])


def parted(old: Register, new: Register, through: date = THROUGH) -> list[Difference]:
    return touched(_side(old), _side(new), PLACES, through)


def _side(facts: Register) -> Side:
    engine = Engine(facts)
    return engine.tables(), engine.computable()


def test_the_same_facts_touch_nothing() -> None:
    assert parted(order("2018-01-10"), order("2018-01-10")) == []


def test_an_order_moved_to_a_later_day_touches_the_days_between() -> None:
    [found] = parted(order("2018-01-10"), order("2018-03-01"))
    assert found.day == date(2018, 1, 10)
    assert [place.ocd for place in found.places] == [CHELSEA, BOSTON]
    assert ("force", "barred", "in_force") in found.parts


def test_a_day_on_which_only_one_side_turns_is_looked_at_from_either_side() -> None:
    [found] = parted(order("2018-03-01"), order("2018-01-10"))
    assert found.day == date(2018, 1, 10)
    assert ("force", "in_force", "barred") in found.parts


def test_an_answer_that_parts_more_than_once_is_told_once() -> None:
    stay = act("stay", "2018-05-01", "stay", changes=[{"does": "stays", "act": "order"}])
    lifted = act("lifted", "2018-06-01", "stay_lifted", changes=[{"does": "lifts", "act": "stay"}])
    found = parted(order("2018-01-10", stay, lifted), order("2018-02-01"))
    assert [one.day for one in found] == [date(2018, 1, 10)]


def test_what_parts_after_the_last_day_looked_at_touches_nothing() -> None:
    assert parted(order("2018-01-10"), register(), date(2018, 1, 9)) == []
    assert len(parted(order("2018-01-10"), register(), date(2018, 1, 10))) == 1


def test_a_condition_that_one_side_lacks_is_not_yet_there() -> None:
    [found] = parted(register(), register(condition=[condition(), condition(id="access")]))
    assert found.condition.id == "access"
    assert ("force", "not_yet", "in_force") in found.parts
    assert len(found.places) == len(PLACES)
