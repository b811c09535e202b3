"""What changed in standing and which act did it; what would be otherwise if facts were."""

from __future__ import annotations

from datetime import date

from pursestrings.places import get
from pursestrings.register.index import Register
from pursestrings.standing.compiled.differences import Difference, changes, compared
from pursestrings.standing.engine import Engine
from tests.standing.world import BOSTON, CHELSEA, CHICAGO, MA, act, case, condition, grant, register

WHOLE_STATE = {"places": [{"place": MA, "subdivisions": "yes"}]}
STAY = {"does": "stays", "act": "order"}


def enjoined(*later: dict[str, object]) -> Register:
    return register(case=[case(act("order", "2018-01-10", grants=[grant(**WHOLE_STATE)]), *later)])


def changed(
    facts: Register, *places: str, since: str = "2018-01-01", until: str = "2018-12-31"
) -> list[Difference]:
    engine = Engine(facts)
    return changes(
        engine.tables(),
        [get(place) for place in places],
        list(engine.computable().values()),
        date.fromisoformat(since),
        date.fromisoformat(until),
    )


def test_a_change_names_the_day_what_changed_and_the_act_that_did_it() -> None:
    [found] = changed(enjoined(), CHELSEA)
    assert (found.day, found.because) == (date(2018, 1, 10), ("order",))
    assert ("force", "in_force", "barred") in found.parts


def test_the_first_day_is_the_old_state_and_the_last_is_looked_at() -> None:
    assert not changed(enjoined(), CHELSEA, since="2018-01-10")
    assert changed(enjoined(), CHELSEA, until="2018-01-10")
    assert not changed(enjoined(), CHELSEA, until="2018-01-09")


def test_places_that_change_alike_stand_together_and_others_do_not_stand_at_all() -> None:
    [found] = changed(enjoined(), CHELSEA, BOSTON, CHICAGO)
    assert [place.ocd for place in found.places] == [CHELSEA, BOSTON]


def test_a_stay_is_named_for_what_it_takes_and_its_end_for_what_comes_back() -> None:
    lifted = act("lifted", "2018-05-01", "stay_lifted", changes=[{"does": "lifts", "act": "stay"}])
    facts = enjoined(act("stay", "2018-03-01", "stay", changes=[STAY]), lifted)
    assert [one.because for one in changed(facts, CHELSEA)] == [("order",), ("stay",), ("lifted",)]


def test_a_condition_over_and_done_with_changes_no_more() -> None:
    over = condition(ends={"on": "2018-01-05", "by": "end"})
    facts = register(condition=[over], case=[case(act("order", "2018-01-10", grants=[grant(**WHOLE_STATE)]))])
    assert [one.day for one in changed(facts, CHELSEA)] == [date(2018, 1, 5)]


def test_without_the_order_the_condition_would_be_in_force() -> None:
    with_it, without = Engine(enjoined()), Engine(register())
    sides = [(engine.tables(), engine.computable()) for engine in (with_it, without)]
    [found] = compared(sides[0], sides[1], [get(CHELSEA), get(CHICAGO)], date(2018, 2, 1))
    assert [place.ocd for place in found.places] == [CHELSEA]
    assert ("force", "barred", "in_force") in found.parts


def test_a_supposed_condition_is_not_yet_where_it_is_not_supposed() -> None:
    today, supposed = Engine(register()), Engine(register(condition=[condition(), condition(id="access")]))
    sides = [(engine.tables(), engine.computable()) for engine in (today, supposed)]
    [found] = compared(sides[0], sides[1], [get(CHELSEA)], date(2018, 2, 1))
    assert found.condition.id == "access"
    assert ("force", "not_yet", "in_force") in found.parts
