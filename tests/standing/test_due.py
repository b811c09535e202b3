"""What falls due: extensions once they are known, periods counted, signatures of those who must sign."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from pursestrings.register.models.agency import Request
from pursestrings.standing.money.due import Due
from tests.standing.world import BOSTON, CHELSEA, MA, SURE, ask, condition, register

TOLD = [{"title": "A notice", "publisher": "The office", "date": "2017-08-10"}]


def letter(**own: Any) -> dict[str, Any]:
    """A letter of a Thursday, 2017-08-03, to Chelsea."""
    return {
        "id": "r-1", "date": "2017-08-03", "sender": "An office", "recipients": [CHELSEA], "conditions": ["notice"],
        "questions": ["Do you?"], "consequence": "Ineligible.", **SURE, **own,
    }  # fmt: skip


def paper(**own: Any) -> dict[str, Any]:
    """A certification under the condition."""
    return {
        "id": "c-1", "conditions": ["notice"], "says": "We comply.", "signer": "chief executive",
        "penalty": "No award.", **SURE, **own,
    }  # fmt: skip


def days(due: tuple[Due, ...]) -> list[str]:
    return [one.day.isoformat() for one in due]


def test_what_is_due_falls_away_when_past_and_is_not_due_before_it_was_asked() -> None:
    facts = register(request=[letter(due="2017-08-18")])
    assert days(ask(facts, "2017-08-18").due) == ["2017-08-18"]
    assert ask(facts, "2017-08-19").due == ()
    assert ask(facts, "2017-08-02").due == ()
    assert ask(facts, "2017-08-04", BOSTON).due == ()


def test_an_extension_counts_and_names_who_gave_it_and_from_which_day() -> None:
    extended = {"to": "2017-09-01", "said": "The office", "announced": "2017-08-10", "sources": TOLD}
    facts = register(request=[letter(due="2017-08-18", extensions=[extended])])
    [due] = ask(facts, "2017-08-19").due
    assert due.as_json() == {
        "date": "2017-09-01",
        "what": "answer to An office",
        "consequence": "Ineligible.",
        "fact": "r-1",
        "rule": None,
        "extended_from": "2017-08-18",
        "extension": {
            "to": "2017-09-01",
            "said": "The office",
            "announced": "2017-08-10",
            "sources": [{**TOLD[0], "url": None, "anchor": None}],
        },
    }


@pytest.mark.parametrize(
    ("known", "due"),
    [("2017-08-09", "2017-08-18"), ("2017-08-10", "2017-09-01"), ("2017-08-20", "2017-09-15"), (None, "2017-09-15")],
)  # fmt: skip
def test_before_an_extension_was_known_the_old_day_stands(known: str | None, due: str) -> None:
    first = {"to": "2017-09-01", "said": "The office", "sources": TOLD}
    second = {"to": "2017-09-15", "said": "The office again", "announced": "2017-08-20"}
    facts = register(request=[letter(due="2017-08-18", extensions=[first, second])])
    assert days(ask(facts, "2017-08-04", known=known).due) == [due]


def test_an_extension_that_nothing_dates_is_left_out_of_an_earlier_view() -> None:
    facts = register(request=[letter(due="2017-08-18", extensions=[{"to": "2017-09-01", "said": "Someone"}])])
    assert days(ask(facts, "2017-08-04", known="2017-08-04").due) == ["2017-08-18"]
    assert days(ask(facts, "2017-08-04").due) == ["2017-09-01"]


PERIODS = [
    # rule, day, words that the rule must hold
    ({"within": "30", "after": "receipt"}, "2017-09-02", "because that of receipt is not on record"),
    (
        {"within": "30", "after": "receipt", "since": "2017-08-07"},
        "2017-09-06",
        "of receipt, counted from 2017-08-07",
    ),
    (
        {"within": "10", "after": "this letter", "counting": "business_days"},
        "2017-08-17",
        "10 business days",
    ),
    (
        {"within": "30", "after": "service", "counting": "court_days"},
        "2017-09-05",
        "Saturday 2017-09-02, is no business day, so it runs to Tuesday 2017-09-05",
    ),
    ({"within": "30", "after": "receipt", "since": "2017-08"}, "2017-08-31", "counted from 2017-08-01"),
]


@pytest.mark.parametrize(("rule", "day", "words"), PERIODS)
def test_a_period_is_counted_and_the_answer_says_how(rule: dict[str, str], day: str, words: str) -> None:
    [due] = ask(register(request=[letter(due_rule=rule)]), "2017-08-04").due
    assert due.day.isoformat() == day
    assert due.rule is not None
    assert words in due.rule


def test_a_day_that_a_letter_names_stays_though_it_is_a_saturday() -> None:
    [due] = ask(register(request=[letter(due="2017-09-02")]), "2017-08-04").due
    assert (due.day.isoformat(), due.rule) == ("2017-09-02", None)


def test_a_letter_names_a_day_or_a_period_and_not_both() -> None:
    with pytest.raises(ValidationError, match="not both"):
        Request.model_validate(letter(due="2017-08-18", due_rule={"within": "5", "after": "receipt"}))


def test_a_certification_falls_due_for_those_who_must_sign_it_on_their_own_day() -> None:
    facts = register(certification=[paper(due_states="2017-08-25", due_localities="2017-09-05")])
    assert days(ask(facts, "2017-08-04").due) == ["2017-09-05"]
    assert days(ask(facts, "2017-08-04", MA).due) == ["2017-08-25"]
    [due] = ask(facts, "2017-08-04").due
    assert (due.what, due.consequence) == ("certification to be signed (chief executive)", "No award.")
    named = register(certification=[paper(due_on="2017-09-05", only_places=[BOSTON])])
    assert days(ask(named, "2017-08-04", BOSTON).due) == ["2017-09-05"]
    assert ask(named, "2017-08-04").due == ()


def test_nothing_is_to_be_signed_under_a_string_that_is_not_there_or_not_the_places() -> None:
    signing = [paper(due_on="2022-01-01")]
    assert ask(register(certification=signing), "2017-07-24").due == ()
    assert ask(register(certification=signing), "2021-04-22").due == ()
    assert days(ask(register(certification=signing), "2021-04-21").due) == ["2022-01-01"]
    elsewhere = register(certification=signing, condition=[condition(only_places=[BOSTON])])
    assert ask(elsewhere, "2017-08-04").due == ()


def test_a_period_from_an_event_of_unknown_day_sets_no_day_for_a_signature() -> None:
    rule = {"within": "45", "after": "the award"}
    assert ask(register(certification=[paper(due_rule=rule)]), "2017-08-04").due == ()
    dated = register(certification=[paper(due_rule={**rule, "since": "2017-09-01"})])
    assert days(ask(dated, "2017-08-04").due) == ["2017-10-16"]
