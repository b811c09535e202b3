"""What always holds of the law as computed, whatever orders, stays and notices there are."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.places import get, subdivisions
from pursestrings.register.index import Register
from pursestrings.standing.compiled.tables import Tables
from pursestrings.standing.engine import Engine
from pursestrings.standing.orders.effects import Docket
from pursestrings.standing.orders.force import Certainty, Force, ForceAnswer, force_of
from pursestrings.standing.question import Question
from tests.standing.histories import (
    FIRST,
    LAST,
    PLACES,
    SEEDS,
    History,
    doubted,
    earliest,
    histories,
    settled,
)
from tests.standing.world import (
    BOSTON,
    CHELSEA,
    CHICAGO,
    MA,
    SUFFOLK,
    act,
    case,
    condition,
    force,
    grant,
    register,
)

quick = partial(settings, deadline=None, derandomize=True)
SPAN = (LAST - FIRST).days + 60
DAYS = SEEDS.map(lambda seed: FIRST + timedelta(days=seed % SPAN))
KNOWN = st.none() | DAYS
ANY_PLACE = st.sampled_from(PLACES)
RANDOM = SEEDS.map(Random)


class Asked:
    """A register asked for force alone, by place and day."""

    def __init__(self, facts: Register) -> None:
        self.facts, self.docket = facts, Docket(facts)
        self.condition = facts.condition("notice")

    def __call__(self, place: str, on: date, known: date | None = None) -> ForceAnswer:
        return force_of(Question(get(place), self.condition, on, known), self.facts, self.docket)


def short(answer: ForceAnswer) -> tuple[str, bool, tuple[str, ...], tuple[str, ...]]:
    """What an answer rests on, without the order in which files were read and how fresh the record is."""
    acts = sorted(f"{one.relief.act.id} {one.reached.name}" for one in answer.protections)
    notices = sorted(f"{one.notice.id} {one.reached.name}" for one in answer.promises)
    return answer.force.value, unsure(answer), tuple(acts), tuple(notices)


def unsure(answer: ForceAnswer) -> bool:
    return answer.certainty is Certainty.UNCERTAIN


def days(step: int = 1) -> list[date]:
    """Every day, or every so many days, on which anything may happen, and two months after."""
    return [FIRST + timedelta(days=number) for number in range(0, SPAN, step)]


@quick(max_examples=30)
@given(histories(), KNOWN)
def test_intervals_follow_one_another_and_say_on_every_day_what_a_single_question_says(
    one: History, known: date | None
) -> None:
    asked = Asked(one.register())
    tables = Tables(asked.facts, asked.docket, known)
    for place in PLACES:
        steps = tables.force(asked.condition, get(place))
        spans = [span for span, _ in steps.between(FIRST, LAST)]
        assert all(span.until == after.start for span, after in pairwise(spans))
        assert all(one != other for one, other in pairwise(steps.values))
        turned = [day + timedelta(days=near) for day in steps.starts[1:] for near in (-1, 0)]
        for day in (*turned, *days(step=6)):
            answer, cell = asked(place, day, known), steps.at(day)
            assert (cell.force, cell.certainty) == (answer.force, answer.certainty), (place, day)


@quick(max_examples=60)
@given(histories(), RANDOM, ANY_PLACE, DAYS, KNOWN)
def test_the_order_of_files_and_of_acts_in_them_changes_nothing(
    one: History, rnd: Random, place: str, on: date, known: date | None
) -> None:
    first, second = Asked(one.register()), Asked(one.register(rnd))
    assert short(first(place, on, known)) == short(second(place, on, known))


@quick(max_examples=60)
@given(histories(), RANDOM, ANY_PLACE, DAYS)
def test_an_act_of_a_later_day_changes_no_part_of_what_was_known_before(
    one: History, rnd: Random, place: str, on: date
) -> None:
    known = rnd.choice([earliest(found["date"]) for found in one.acts])
    before = one.copy()
    before.acts = [found for found in one.acts if earliest(found["date"]) <= known]
    before.acts.append(act("appeal", "2017-08-01", kind="appeal_filed", court="ca1"))
    later = one.copy()
    later.acts = before.acts + [found for found in one.acts if earliest(found["date"]) > known]
    after = (known + timedelta(days=1)).isoformat()
    holding = {"conditions": ["notice"], "held": "unlawful", "binding": "true"}
    later.acts += [act(f"later-{court}", after, kind="affirmed", court=court, holdings=[holding])
                   for court in ("ca1", "ca7")]  # fmt: skip
    first, second = (Engine(facts.register()) for facts in (before, later))
    answers = [one.as_json(one.standing(get(place), "notice", on, known)) for one in (first, second)]
    assert answers[0] == answers[1]


@quick(max_examples=100)
@given(histories(), RANDOM, ANY_PLACE, st.integers(0, 200))
def test_a_stay_lifted_while_its_order_still_stands_leaves_no_trace_after(
    one: History, rnd: Random, place: str, later: int
) -> None:
    target = rnd.choice(one.acts)
    stayed = earliest(target["date"]) + timedelta(days=rnd.randrange(100))
    lifted = stayed + timedelta(days=rnd.randrange(100))
    leaves = rnd.choice(({}, {"leaves": {"places": [{"place": CHICAGO}]}}))
    stay = {"does": "stays", "act": target["id"], **leaves}
    with_stay = one.copy()
    with_stay.acts += [
        act("s", stayed.isoformat(), changes=[stay]),
        act("l", lifted.isoformat(), changes=[{"does": "lifts", "act": "s"}]),
    ]
    on = lifted + timedelta(days=later)
    assert short(Asked(with_stay.register())(place, on)) == short(Asked(one.register())(place, on))


@pytest.mark.parametrize("parent", [MA, SUFFOLK, "ocd-division/country:us/state:ri"])
def test_a_protected_parent_with_subdivisions_protects_each_child_and_nobody_else(parent: str) -> None:
    scope = {"places": [{"place": parent, "subdivisions": "yes"}]}
    asked = Asked(register(case=[case(act("a", "2017-09-15", grants=[grant(**scope)]))]))
    on = date(2018, 1, 1)
    children = [place.ocd for place in subdivisions(parent)]
    assert len(children) > 3
    assert {asked(child, on).force for child in (parent, *children)} == {Force.BARRED}
    assert asked(CHICAGO, on).force is Force.IN_FORCE


def test_an_exception_takes_out_the_place_alone() -> None:
    scope = {"places": [{"place": MA, "subdivisions": "yes"}], "excepting": [BOSTON]}
    facts = register(case=[case(act("a", "2017-09-15", grants=[grant(**scope)]))])
    assert force(facts, "2018-01-01", BOSTON)[0] == "in_force"
    assert force(facts, "2018-01-01", CHELSEA)[0] == "barred"


@quick(max_examples=300)
@given(histories(), RANDOM, ANY_PLACE, DAYS, KNOWN)
def test_a_firm_answer_stays_the_same_however_the_doubts_in_the_record_are_settled(
    one: History, rnd: Random, place: str, on: date, known: date | None
) -> None:
    answer = Asked(one.register())(place, on, known)
    if unsure(answer):
        return
    for _ in range(3):
        found = Asked(settled(one, place, on, rnd).register())(place, on, known)
        assert not unsure(found)
        assert found.force is answer.force


@quick(max_examples=300)
@given(histories(), RANDOM, ANY_PLACE, DAYS, KNOWN)
def test_more_doubt_never_makes_an_answer_surer(
    one: History, rnd: Random, place: str, on: date, known: date | None
) -> None:
    """Where the answer with one more doubt is sure, the answer without it was sure and the same."""
    more = Asked(doubted(one, rnd).register())(place, on, known)
    if not unsure(more):
        less = Asked(one.register())(place, on, known)
        assert not unsure(less)
        assert less.force is more.force


def test_what_was_known_inside_the_month_of_an_inexact_day_is_open() -> None:
    ends = {"on": "2018-06", "by": "end"}
    facts = register(condition=[condition(announced="2017-09", ends=ends)])
    assert force(facts, "2018-01-01", known="2017-08-31") == ("not_yet", "firm")
    assert force(facts, "2018-01-01", known="2017-09-15") == ("not_yet", "uncertain")
    assert force(facts, "2018-07-01", known="2018-06-15") == ("in_force", "uncertain")
    assert force(facts, "2018-07-01", known="2018-06-30") == ("withdrawn", "firm")


@quick(max_examples=40)
@given(histories(), RANDOM, ANY_PLACE, DAYS, KNOWN)
def test_a_denial_of_relief_changes_nothing(
    one: History, rnd: Random, place: str, on: date, known: date | None
) -> None:
    denied = one.copy()
    day = rnd.choice(days()).isoformat()
    denied.acts.insert(rnd.randrange(len(denied.acts) + 1), act("x", day, kind="relief_denied", court="ca1"))
    first, second = Engine(one.register()), Engine(denied.register())
    for engine in (first, second):
        assert engine.standing(get(place), "notice", on, known).precedent.precedent == "none"
    assert (
        short(Asked(first.register)(place, on, known))[0]
        == short(Asked(second.register)(place, on, known))[0]
    )


@quick(max_examples=30)
@given(histories(), ANY_PLACE, KNOWN)
def test_what_is_surely_withdrawn_stays_withdrawn(one: History, place: str, known: date | None) -> None:
    asked = Asked(one.register())
    withdrawn = False
    for day in days(step=2):
        answer = asked(place, day, known)
        surely = answer.force is Force.WITHDRAWN and not unsure(answer)
        assert surely or not withdrawn
        withdrawn = surely


@quick(max_examples=30)
@given(histories(doubts=False), ANY_PLACE, DAYS, KNOWN)
def test_where_nothing_is_in_doubt_no_answer_is_uncertain(
    one: History, place: str, on: date, known: date | None
) -> None:
    answer = Asked(one.register())(place, on, known)
    assert not unsure(answer)
    assert not answer.doubts
