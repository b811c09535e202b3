"""The algebra of orders: what each kind of act does, asked around its day and as known the day before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

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

Answers = tuple[str, str, str, str]

ACCESS = condition(id="access", name="Jail access")
TO_CHICAGO = {"places": [{"place": CHICAGO}]}
TO_CHELSEA = {"places": [{"place": CHELSEA}]}
DAY = "2018-02-15"
ORDER = act("a", "2017-09-15", grants=[grant("notice", "access")])
BARRED, OPEN, DOUBT = "barred", "in_force", "in_force?"


def law(*acts: dict[str, Any]) -> Any:
    """A register of one lawsuit over release notice and jail access."""
    return register(condition=[condition(), ACCESS], case=[case(*acts, challenges=("notice", "access"))])


def word(facts: Any, on: str, place: str = CHELSEA, **more: str) -> str:
    """The force as one word, with a question mark where it is uncertain."""
    value, certainty = force(facts, on, place, **more)
    return value + ("?" if certainty == "uncertain" else "")


def around(facts: Any, day: str = DAY, place: str = CHELSEA, **more: str) -> Answers:
    """The day before, the day, the day after, and the day as known the day before."""
    before, after = shifted(day, -1), shifted(day, 1)
    return (
        word(facts, before, place, **more), word(facts, day, place, **more),
        word(facts, after, place, **more), word(facts, day, place, known=before, **more),
    )  # fmt: skip


def shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def changing(name: str, day: str, does: str, target: str, kind: str = "clarified", **own: Any) -> Any:
    return act(name, day, kind=kind, changes=[{"does": does, "act": target, **own}])


def ruling(kind: str, *changes: dict[str, Any], **own: Any) -> dict[str, Any]:
    """A later act of that kind on DAY."""
    return act("b", DAY, kind=kind, court="ca1", changes=list(changes), **own)


STARTS, STOPS, BARS, BARS_NOT = (
    (OPEN, BARRED, BARRED, OPEN),
    (BARRED, OPEN, OPEN, BARRED),
    (BARRED,) * 4,
    (OPEN,) * 4,
)


@pytest.mark.parametrize(
    ("kind", "relief"),
    [
        ("tro", "temporary"),
        ("preliminary_injunction", "preliminary"),
        ("permanent_injunction", "final"),
        ("declaratory_judgment", "final"),
        ("summary_judgment", "final"),
        ("vacatur_of_agency_action", "final"),
        ("stay_of_agency_action", "preliminary"),
    ],
)
def test_relief_bars_from_its_own_day_and_the_answer_says_how_lasting_it_is(kind: str, relief: str) -> None:
    facts = law(act("a", DAY, kind=kind, grants=[grant(relief=relief)]))
    assert around(facts) == STARTS
    blocking = ask(facts, DAY).force.protections[0].relief
    assert (blocking.act.kind, blocking.grant.relief) == (kind, relief)


def test_partial_summary_judgment_bars_only_the_conditions_it_decides() -> None:
    facts = law(act("a", DAY, kind="partial_summary_judgment", grants=[grant(relief="final")]))
    assert (around(facts), around(facts, name="access")) == (STARTS, BARS_NOT)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (ruling("stay", {"does": "stays", "act": "a"}), STOPS),
        (ruling("stay", {"does": "stays", "act": "a", "leaves": TO_CHELSEA}), BARS),
        (ruling("stay", {"does": "stays", "act": "a", "leaves": TO_CHICAGO}), STOPS),
        (ruling("stay", {"does": "stays", "act": "a", "conditions": ["access"]}), BARS),
        (ruling("stay", {"does": "stays", "act": "a", "conditions": ["notice"]}), STOPS),
        (ruling("narrowed", {"does": "narrows", "act": "a", "to": TO_CHICAGO}), STOPS),
        (ruling("narrowed", {"does": "narrows", "act": "a", "to": TO_CHELSEA}), BARS),
        (ruling("clarified"), BARS),
        (ruling("clarified", {"does": "narrows", "act": "a", "to": TO_CHICAGO}), STOPS),
        (ruling("affirmed"), BARS),
        (ruling("affirmed", {"does": "ends", "act": "a", "conditions": ["notice"]}), STOPS),
        (ruling("reversed", {"does": "ends", "act": "a"}), STOPS),
        (ruling("vacated", {"does": "ends", "act": "a"}), STOPS),
        (ruling("remanded"), BARS),
        (ruling("remanded", {"does": "ends", "act": "a"}), STOPS),
        (ruling("mandate"), BARS),
        (ruling("dissolved", {"does": "ends", "act": "a"}), STOPS),
        (ruling("settled", {"does": "ends", "act": "a"}), STOPS),
        (ruling("dismissed", {"does": "ends", "act": "a"}), STOPS),
        (ruling("relief_denied"), BARS),
        (ruling("stay_denied"), BARS),
        (ruling("appeal_filed"), BARS),
        (ruling("reversed", {"does": "ends", "act": "a"}, **{**RECALLED, "sources": []}),
         (BARRED, DOUBT, DOUBT, BARRED)),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else "",
)  # fmt: skip
def test_a_later_act_does_to_a_nationwide_order_what_is_coded_and_no_more(
    later: dict[str, Any], expected: Answers
) -> None:
    assert around(law(ORDER, later)) == expected


def test_a_denial_of_relief_upholds_nothing_and_bars_nothing() -> None:
    assert around(law(ruling("relief_denied"))) == BARS_NOT


# Temporary orders


def test_a_temporary_order_ends_on_the_day_written_in_it_which_is_known_from_the_start() -> None:
    facts = law(act("a", "2018-02-01", kind="tro", grants=[grant(relief="temporary", expires=DAY)]))
    assert around(facts) == (BARRED, OPEN, OPEN, OPEN)


def test_a_temporary_order_without_an_end_is_sure_for_twenty_eight_days_and_doubtful_after() -> None:
    order = act("a", "2018-01-18", kind="tro", grants=[grant(relief="temporary")])
    assert around(law(order)) == (BARRED, DOUBT, DOUBT, DOUBT)
    assert around(law({**order, "grants": [grant(relief="preliminary")]})) == BARS


def test_a_temporary_order_seen_alive_later_is_sure_up_to_that_day_once_that_is_known() -> None:
    order = act("a", "2018-01-02", kind="tro", grants=[grant(relief="temporary")], last_seen_alive=DAY)
    facts = law(order)
    assert around(facts) == (BARRED, BARRED, DOUBT, DOUBT)
    assert word(facts, "2018-01-29") == BARRED


@pytest.mark.parametrize("kind", ["tro", "preliminary_injunction"])
def test_a_temporary_order_renewed_or_followed_by_an_injunction_goes_on_without_a_gap(kind: str) -> None:
    first = act("a", "2018-01-25", kind="tro", grants=[grant(relief="temporary")])
    relief = "temporary" if kind == "tro" else "preliminary"
    renewal = ruling(kind, {"does": "replaces", "act": "a"}, grants=[grant(relief=relief)])
    assert around(law(first, renewal)) == BARS


# Stays


def test_an_administrative_stay_ends_with_the_ruling_on_the_motion() -> None:
    stay = changing("s", "2018-02-01", "stays", "a", kind="stay")
    facts = law(ORDER, stay, ruling("stay_denied", {"does": "lifts", "act": "s"}))
    assert around(facts, "2018-02-01") == STOPS
    assert around(facts) == STARTS


def test_a_stay_lifted_for_one_condition_still_holds_for_the_other() -> None:
    stay = changing("s", "2018-02-01", "stays", "a", kind="stay")
    facts = law(ORDER, stay, ruling("stay_lifted", {"does": "lifts", "act": "s", "conditions": ["access"]}))
    assert around(facts) == BARS_NOT
    assert around(facts, name="access") == STARTS


def test_lifting_a_stay_gives_back_nothing_else_that_the_same_act_took() -> None:
    both = act("s", "2018-02-01", kind="reversed", changes=[
        {"does": "stays", "act": "a", "conditions": ["access"]},
        {"does": "ends", "act": "a", "conditions": ["notice"]},
    ])  # fmt: skip
    facts = law(ORDER, both, ruling("stay_lifted", {"does": "lifts", "act": "s"}))
    assert around(facts) == BARS_NOT
    assert around(facts, name="access") == STARTS


def test_a_lift_that_is_itself_reversed_lets_the_stay_hold_again() -> None:
    stay = changing("s", "2018-01-01", "stays", "a")
    lift = changing("l", "2018-02-01", "lifts", "s")
    assert around(law(ORDER, stay, lift, ruling("reversed", {"does": "ends", "act": "l"}))) == STOPS


def test_under_two_stays_only_those_whom_both_spare_are_protected() -> None:
    both = {"places": [{"place": CHICAGO}, {"place": CHELSEA}]}
    facts = law(
        ORDER,
        changing("s", "2018-02-01", "stays", "a", leaves=both),
        ruling("stay", {"does": "stays", "act": "a", "leaves": TO_CHICAGO}),
    )
    assert (around(facts), around(facts, place=CHICAGO)) == (STOPS, BARS)


def test_a_stay_that_another_stay_replaces_no_longer_counts() -> None:
    facts = law(
        ORDER,
        changing("s", "2018-02-01", "stays", "a", leaves=TO_CHICAGO),
        ruling("stay", {"does": "replaces", "act": "s"}, {"does": "stays", "act": "a", "leaves": TO_CHELSEA}),
    )
    assert (around(facts), around(facts, place=CHICAGO)) == (STARTS, STOPS)


def test_what_a_stay_spares_shrinks_when_the_order_itself_is_narrowed() -> None:
    stay = changing("s", "2018-02-01", "stays", "a", leaves=TO_CHICAGO)
    facts = law(ORDER, stay, ruling("narrowed", {"does": "narrows", "act": "a", "to": TO_CHELSEA}))
    assert (around(facts), around(facts, place=CHICAGO)) == (BARS_NOT, STOPS)


def test_an_order_extended_while_it_is_stayed_protects_the_added_place_once_the_stay_is_lifted() -> None:
    facts = law(
        act("a", "2017-09-15", grants=[grant(**TO_CHICAGO)]),
        changing("s", "2018-01-01", "stays", "a", leaves=TO_CHICAGO),
        changing("e", "2018-02-01", "extends", "a", kind="extended", to=TO_CHELSEA),
        ruling("stay_lifted", {"does": "lifts", "act": "s"}),
    )
    assert (around(facts), around(facts, place=CHICAGO)) == (STARTS, BARS)


def test_of_two_orders_for_one_place_the_one_not_stayed_still_bars() -> None:
    other = act("o", "2017-10-01", court="ilnd", grants=[grant(**TO_CHELSEA)])
    facts = law(ORDER, other, ruling("stay", {"does": "stays", "act": "a"}))
    assert (around(facts), around(facts, place=BOSTON)) == (BARS, STOPS)
    assert [one.relief.act.id for one in ask(facts, DAY).force.protections] == ["o"]


@pytest.mark.parametrize("does", ["stays", "ends"])
def test_an_order_that_was_replaced_never_revives_whatever_becomes_of_the_one_in_its_place(does: str) -> None:
    second = act("r", "2018-01-01", kind="permanent_injunction", grants=[grant(relief="final", **TO_CHICAGO)],
                 changes=[{"does": "replaces", "act": "a"}])  # fmt: skip
    facts = law(ORDER, second, ruling("reversed", {"does": does, "act": "r"}))
    assert (around(facts), around(facts, place=CHICAGO)) == (BARS_NOT, STOPS)


def test_a_stay_lifted_of_an_order_that_was_replaced_meanwhile_brings_nothing_back() -> None:
    stay = changing("s", "2018-01-01", "stays", "a")
    second = act("r", "2018-02-01", grants=[grant(**TO_CHICAGO)], changes=[{"does": "replaces", "act": "a"}])
    facts = law(ORDER, stay, second, ruling("stay_lifted", {"does": "lifts", "act": "s"}))
    assert (around(facts), around(facts, place=CHICAGO)) == (BARS_NOT, BARS)


# Scope


def test_an_extension_adds_and_a_narrowing_after_it_trims_all_to_its_own_words() -> None:
    facts = law(
        act("a", "2017-09-15", grants=[grant(**TO_CHICAGO)]),
        ruling("extended", {"does": "extends", "act": "a", "to": TO_CHELSEA}),
        changing("n", "2018-05-01", "narrows", "a", kind="narrowed", to=TO_CHICAGO),
    )
    assert (around(facts), around(facts, "2018-05-01")) == (STARTS, STOPS)


def test_a_narrowing_that_takes_effect_after_an_extension_was_ordered_is_folded_in_after_it() -> None:
    facts = law(
        ORDER,
        changing("n", "2018-01-01", "narrows", "a", kind="narrowed", to=TO_CHICAGO, takes_effect=DAY),
        changing("e", "2018-02-01", "extends", "a", kind="extended", to=TO_CHELSEA),
    )
    assert around(facts) == STOPS


def test_the_names_of_two_acts_of_one_day_decide_nothing() -> None:
    def answers(narrowing: str, extension: str) -> Answers:
        return around(law(
            ORDER,
            changing(narrowing, DAY, "narrows", "a", to=TO_CHICAGO),
            changing(extension, DAY, "extends", "a", to=TO_CHELSEA),
        ))  # fmt: skip

    assert answers("b", "c") == answers("c", "b") == BARS


def test_a_stay_of_a_narrowing_gives_the_order_its_width_back_until_it_is_lifted() -> None:
    facts = law(
        ORDER,
        changing("n", "2018-01-01", "narrows", "a", kind="narrowed", to=TO_CHICAGO),
        ruling("stay", {"does": "stays", "act": "n"}),
        changing("l", "2018-05-01", "lifts", "b", kind="stay_lifted"),
    )
    assert (around(facts), around(facts, "2018-05-01")) == (STARTS, STOPS)
    assert around(facts, place=CHICAGO) == BARS


def test_a_stay_in_part_of_a_narrowing_leaves_in_doubt_whom_the_narrowing_dropped() -> None:
    facts = law(
        ORDER,
        changing("n", "2018-01-01", "narrows", "a", kind="narrowed", to=TO_CHICAGO),
        ruling("stay", {"does": "stays", "act": "n", "leaves": {"places": [{"place": SEATTLE}]}}),
    )
    assert around(facts) == (OPEN, DOUBT, DOUBT, OPEN)
    assert around(facts, place=CHICAGO) == BARS


def test_a_narrowing_in_doubt_takes_surely_from_no_one_and_gives_surely_to_no_one() -> None:
    narrowing = {"does": "narrows", "act": "a", "to": TO_CHELSEA, "doubtful": "its text was not seen"}
    facts = law(act("a", "2017-09-15", grants=[grant(**TO_CHICAGO)]), ruling("narrowed", narrowing))
    assert around(facts) == (OPEN, DOUBT, DOUBT, OPEN)
    assert around(facts, place=CHICAGO) == (BARRED, DOUBT, DOUBT, BARRED)


def test_a_narrowing_that_names_a_place_settles_whether_the_order_covered_it() -> None:
    unsure = grant(places=[{"place": MA, "subdivisions": "unknown"}])
    facts = law(
        act("a", "2017-09-15", grants=[unsure]),
        ruling("narrowed", {"does": "narrows", "act": "a", "to": TO_CHELSEA}),
    )
    assert around(facts) == (DOUBT, BARRED, BARRED, DOUBT)
    assert around(facts, place=BOSTON) == (DOUBT, OPEN, OPEN, DOUBT)


# Appeals


def test_a_reversal_ends_the_order_on_its_mandate_where_that_day_is_known() -> None:
    reversal = changing("r", "2018-01-01", "ends", "a", kind="reversed", takes_effect=DAY)
    facts = law(ORDER, reversal)
    assert around(facts, "2018-01-01") == BARS
    assert around(facts) == STOPS


def test_a_reversal_whose_mandate_has_no_known_day_leaves_doubt_up_to_the_day_it_must_have_come() -> None:
    facts = law(ORDER, changing("r", "2018-01-01", "ends", "a", kind="reversed", doubtful_until=DAY))
    assert around(facts, "2018-01-01") == (BARRED, DOUBT, DOUBT, BARRED)
    assert around(facts) == (DOUBT, OPEN, OPEN, DOUBT)


def test_an_order_shown_alive_after_its_reversal_is_doubtful_only_until_the_mandate() -> None:
    reversal = changing("r", "2018-01-01", "ends", "a", kind="reversed", outlived_until=DAY)
    facts = law(ORDER, reversal)
    assert around(facts)[:3] == (BARRED, BARRED, DOUBT)
    reversal["changes"][0]["takes_effect"] = "2018-05-01"
    assert around(law(ORDER, reversal), "2018-05-01") == STOPS


def test_a_stay_of_the_mandate_keeps_a_reversed_order_alive_and_no_longer() -> None:
    facts = law(
        ORDER,
        changing("r", "2018-01-01", "ends", "a", kind="reversed", takes_effect=DAY),
        changing("s", "2018-02-01", "stays", "r", kind="stay"),
        changing("l", "2018-05-01", "lifts", "s", kind="stay_lifted"),
    )
    assert around(facts) == BARS
    assert around(facts, "2018-05-01") == STOPS


def test_a_grant_of_rehearing_en_banc_undoes_the_panels_reversal_and_its_holding() -> None:
    holding = {"conditions": ["notice"], "held": "lawful", "binding": "true"}
    panel = act("p", "2018-01-01", kind="reversed", court="ca1", holdings=[holding],
                changes=[{"does": "ends", "act": "a"}])  # fmt: skip
    facts = law(ORDER, panel, ruling("en_banc_granted", {"does": "ends", "act": "p"}))
    assert around(facts) == STARTS
    held = [ask(facts, day).precedent.precedent.value for day in ("2018-02-14", DAY)]
    assert held == ["lawful", "none"]
    assert ask(facts, DAY, known="2018-02-14").precedent.precedent == "lawful"


def test_a_decision_en_banc_that_reverses_anew_ends_the_order_again_and_holds_for_itself() -> None:
    panel = act("p", "2017-12-01", kind="reversed", court="ca1", changes=[{"does": "ends", "act": "a"}])
    granted = act("g", "2018-01-01", kind="en_banc_granted", court="ca1",
                  changes=[{"does": "ends", "act": "p"}])  # fmt: skip
    holding = {"conditions": ["notice"], "held": "lawful", "binding": "true"}
    decided = ruling("reversed", {"does": "ends", "act": "a"}, holdings=[holding])
    facts = law(ORDER, panel, granted, decided)
    assert around(facts, "2018-01-01") == STARTS
    assert around(facts) == STOPS
    assert ask(facts, DAY).precedent.precedent == "lawful"


def test_a_grant_en_banc_that_is_withdrawn_brings_the_panels_reversal_back() -> None:
    panel = act("p", "2017-12-01", kind="reversed", court="ca1", changes=[{"does": "ends", "act": "a"}])
    granted = act("g", "2018-01-01", kind="en_banc_granted", court="ca1",
                  changes=[{"does": "ends", "act": "p"}])  # fmt: skip
    assert around(law(ORDER, panel, granted, ruling("clarified", {"does": "ends", "act": "g"}))) == STOPS


def test_a_vacatur_of_the_agencys_action_reversed_on_appeal_puts_the_term_in_force_again() -> None:
    vacatur = act("a", "2017-09-15", kind="vacatur_of_agency_action", grants=[grant(relief="final")])
    assert around(law(vacatur, ruling("reversed", {"does": "ends", "act": "a"})), place=SEATTLE) == STOPS
