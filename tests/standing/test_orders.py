"""Orders are events, effects are intervals: what a later act does to an earlier order."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.standing.world import (
    BOSTON,
    CHELSEA,
    CHICAGO,
    MA,
    RECALLED,
    SEATTLE,
    act,
    ask,
    case,
    condition,
    force,
    grant,
    register,
)  # fmt: skip

BARRED, OPEN = ("barred", "firm"), ("in_force", "firm")


def changing(name: str, day: str, does: str, target: str, **own: object) -> dict[str, object]:
    return act(name, day, kind="clarified", changes=[{"does": does, "act": target, **own}])


def test_an_order_protects_on_its_own_day_and_not_the_day_before() -> None:
    facts = register(case=[case(act("a", "2017-09-15", grants=[grant()]))])
    assert force(facts, "2017-09-14") == OPEN
    assert force(facts, "2017-09-15") == BARRED


def test_a_condition_has_no_force_before_it_is_announced_or_after_it_ends() -> None:
    notice = {
        "id": "end", "kind": "rescission", "issuer": "Agency", "posted": "2021-04-22", "conditions": ["notice"],
        "covers": {"everyone": True}, "says": "Over.", "sources": [], "confidence": "recalled",
    }  # fmt: skip
    ended = condition(ends={"on": "2021-04-22", "by": "end"})
    facts = register(
        condition=[ended], notice=[notice], case=[case(act("a", "2017-09-15", grants=[grant()]))]
    )
    assert force(facts, "2017-07-24") == ("not_yet", "firm")
    assert force(facts, "2021-04-21") == BARRED
    assert force(facts, "2021-04-22") == ("withdrawn", "firm")
    assert force(facts, "2021-04-22", known="2021-04-21") == BARRED


def test_a_stay_of_the_wider_reach_leaves_those_it_spares() -> None:
    stay = act(
        "b", "2018-06-26", kind="stay", court="ca7",
        changes=[{"does": "stays", "act": "a", "leaves": {"places": [{"place": CHICAGO}]}}],
    )  # fmt: skip
    facts = register(case=[case(act("a", "2017-09-15", grants=[grant()]), stay)])
    assert force(facts, "2018-06-26") == OPEN
    assert force(facts, "2018-06-26", CHICAGO) == BARRED


def test_a_stay_lifted_while_the_order_stands_leaves_no_trace() -> None:
    facts = register(
        case=[
            case(
                act("a", "2017-09-15", grants=[grant()]),
                changing("b", "2017-10-01", "stays", "a"),
                changing("c", "2017-11-01", "lifts", "b"),
            )
        ]
    )
    assert [force(facts, day) for day in ("2017-09-30", "2017-10-01", "2017-10-31", "2017-11-01")] == [
        BARRED, OPEN, OPEN, BARRED,
    ]  # fmt: skip


def test_an_order_that_was_replaced_never_revives() -> None:
    facts = register(
        case=[
            case(
                act("a", "2017-09-15", grants=[grant()]),
                changing("b", "2018-06-26", "stays", "a", leaves={"places": [{"place": CHICAGO}]}),
                act(
                    "c", "2018-07-27", kind="permanent_injunction",
                    grants=[grant(relief="final", places=[{"place": CHICAGO}])],
                    changes=[{"does": "replaces", "act": "a"}],
                ),
                changing("d", "2018-08-10", "lifts", "b"),
            )
        ]
    )  # fmt: skip
    assert force(facts, "2018-08-11", SEATTLE) == OPEN
    assert force(facts, "2018-08-11", CHICAGO) == BARRED


def test_narrowing_trims_the_scope_and_a_late_mandate_leaves_doubt() -> None:
    narrowed = changing(
        "b", "2018-08-01", "narrows", "a",
        to={"places": [{"place": MA, "subdivisions": "yes"}]}, doubtful_until="2018-12-01",
    )  # fmt: skip
    facts = register(case=[case(act("a", "2017-04-25", grants=[grant()]), narrowed)], condition=[
        condition(announced="2017-01-25")])  # fmt: skip
    assert force(facts, "2018-07-31", SEATTLE) == BARRED
    assert force(facts, "2018-08-02", SEATTLE) == ("in_force", "uncertain")
    assert force(facts, "2018-12-01", SEATTLE)[0] == "in_force"
    assert ask(facts, "2018-12-01", SEATTLE).force.doubts == ()
    assert force(facts, "2018-08-02", BOSTON)[0] == "barred"


def test_an_extension_adds_to_those_protected() -> None:
    facts = register(
        case=[
            case(
                act("a", "2017-09-15", grants=[grant(places=[{"place": CHELSEA}])]),
                changing("b", "2017-10-15", "extends", "a", to={"places": [{"place": BOSTON}]}),
            )
        ]
    )
    assert force(facts, "2017-10-14", BOSTON) == OPEN
    assert force(facts, "2017-10-15", BOSTON) == BARRED
    assert force(facts, "2017-10-15", CHELSEA) == BARRED


def test_an_order_that_outlived_its_reversal_is_sure_to_the_last_day_shown_and_doubtful_after() -> None:
    facts = register(
        case=[
            case(
                act("a", "2018-11-30", grants=[grant()]),
                changing("b", "2020-02-26", "ends", "a", outlived_until="2021-03-19"),
            )
        ]
    )
    assert force(facts, "2020-06-01")[0] == "barred"
    assert not ask(facts, "2021-03-19").force.doubts
    assert force(facts, "2021-03-20") == ("in_force", "uncertain")


def test_a_reversal_that_is_itself_vacated_lets_the_order_speak_again() -> None:
    facts = register(
        case=[
            case(
                act("a", "2017-09-15", grants=[grant()]),
                changing("b", "2017-10-01", "ends", "a"),
                changing("c", "2017-11-01", "ends", "b"),
            )
        ]
    )
    assert [force(facts, day)[0] for day in ("2017-10-15", "2017-11-01")] == ["in_force", "barred"]


@pytest.mark.parametrize(
    "doubt",
    [
        {"grants": [grant(doubtful="its text was not seen")]},
        {"grants": [grant()], "confidence": "recalled", "sources": []},
        {"grants": [grant(places=[{"place": CHELSEA, "confidence": "recalled"}])]},
        {"grants": [grant(places=[{"place": MA, "subdivisions": "unknown"}])]},
        {"grants": [grant(places=[{"place": BOSTON}], complete="false")]},
    ],
)
def test_doubtful_relief_protects_nobody_and_makes_the_answer_uncertain(doubt: dict[str, object]) -> None:
    facts = register(case=[case(act("a", "2017-09-15", **doubt))])
    assert force(facts, "2017-10-01") == ("in_force", "uncertain")


def test_a_state_protected_with_its_subdivisions_protects_each_of_them() -> None:
    scope = {"places": [{"place": MA, "subdivisions": "yes"}]}
    facts = register(case=[case(act("a", "2017-09-15", grants=[grant(**scope)]))])
    assert force(facts, "2017-10-01", CHELSEA) == BARRED
    assert force(facts, "2017-10-01", CHICAGO) == OPEN


def test_an_act_not_known_yet_does_not_exist() -> None:
    facts = register(case=[case(act("a", "2017-09-15", grants=[grant()]))])
    assert force(facts, "2017-10-02", known="2017-09-14") == OPEN
    assert force(facts, "2017-10-02", known="2017-09-15") == BARRED


def test_a_promise_not_to_enforce_counts_only_where_no_order_does() -> None:
    notice = {
        "id": "n", "kind": "non_enforcement", "issuer": "Agency", "posted": "2018-03-27", "conditions": ["notice"],
        "covers": {"places": [{"place": CHELSEA}]}, "says": "Not used.", "confidence": "primary",
        "sources": [{"title": "T", "publisher": "P", "date": "undated"}],
    }  # fmt: skip
    facts = register(notice=[notice])
    assert force(facts, "2018-03-26") == OPEN
    assert force(facts, "2018-03-27")[0] == "not_enforced"
    undated = {**notice, "posted_not_before": "2018-06-26", "posted_not_after": "2019-11-30"}
    del undated["posted"]
    facts = register(notice=[undated])
    assert force(facts, "2018-10-04") == ("in_force", "uncertain")
    assert ask(facts, "2019-11-30").force.force == "not_enforced"


def test_a_date_known_to_the_month_is_uncertain_inside_it() -> None:
    facts = register(case=[case(act("a", "2018-08", grants=[grant()]))])
    assert force(facts, "2018-07-31") == OPEN
    assert force(facts, "2018-08-15") == ("in_force", "uncertain")
    assert force(facts, "2018-08-31") == BARRED


_DAYS = st.dates(date(2017, 8, 1), date(2019, 1, 1))
_LATER = st.lists(
    st.tuples(
        st.sampled_from(["stays", "lifts", "ends", "replaces", "narrows", "extends"]),
        _DAYS,
        st.integers(0, 5),
    ),
    max_size=6,
)


def _history(steps: list[tuple[str, date, int]]) -> list[dict[str, object]]:
    """An injunction and later acts, each on an earlier one; every date no earlier than its target's."""
    acts = [act("a0", "2017-08-01", grants=[grant()])]
    for does, day, pick in steps:
        target = acts[pick % len(acts)]
        when = max(day, date.fromisoformat(str(target["date"])))
        own = {"to": {"places": [{"place": CHELSEA}]}} if does in {"narrows", "extends"} else {}
        acts.append(changing(f"a{len(acts)}", when.isoformat(), does, str(target["id"]), **own))
    return acts


@settings(deadline=None, max_examples=60)
@given(_LATER, _DAYS, st.integers(0, 99))
def test_the_order_in_which_acts_are_read_changes_nothing(
    steps: list[tuple[str, date, int]], day: date, seed: int
) -> None:
    acts = _history(steps)
    shuffled = acts[:]
    random.Random(seed).shuffle(shuffled)
    one, other = register(case=[case(*acts)]), register(case=[case(*shuffled)])
    assert force(one, day.isoformat()) == force(other, day.isoformat())


@settings(deadline=None, max_examples=60)
@given(_LATER, _DAYS, _DAYS)
def test_an_act_of_a_later_day_never_changes_what_was_known_before(
    steps: list[tuple[str, date, int]], day: date, known: date
) -> None:
    acts = _history(steps)
    before = [one for one in acts if date.fromisoformat(str(one["date"])) <= known]
    seen = known.isoformat()
    whole = ask(register(case=[case(*acts)]), day.isoformat(), known=seen)
    part = ask(register(case=[case(*before)]) if before else register(), day.isoformat(), known=seen)
    assert whole.force.force == part.force.force


@settings(deadline=None, max_examples=60)
@given(_LATER, _DAYS)
def test_more_doubt_never_makes_an_answer_surer(steps: list[tuple[str, date, int]], day: date) -> None:
    acts = _history(steps)
    sure = ask(register(case=[case(*acts)]), day.isoformat()).force
    doubted = [{**one, **RECALLED, "sources": []} for one in acts]
    unsure = ask(register(case=[case(*doubted)]), day.isoformat()).force
    if unsure.certainty == "firm":
        assert sure.certainty == "firm"


def test_every_day_has_exactly_one_force() -> None:
    facts = register(
        case=[case(*_history([("stays", date(2017, 10, 1), 0), ("lifts", date(2017, 12, 1), 1)]))]
    )
    days = [date(2017, 7, 1) + timedelta(days=step) for step in range(0, 300, 7)]
    found = [force(facts, day.isoformat())[0] for day in days]
    assert set(found) == {"not_yet", "in_force", "barred"}
