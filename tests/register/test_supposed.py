"""Facts supposed for the sake of argument: sound, and naming nothing that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from pursestrings.errors import CYCLE, FIELD_WRONG, ID_DANGLING, NOT_FOUND, PursestringsError
from pursestrings.register.index import load

RULE = """\
fact: rule
id: st-ma-2027
state: ocd-division/country:us/state:ma
kind: statute
title: A supposed statute
direction: limits
effective_from: 2026-10-01
binds: [police]
binds_words: Every police department
answers:
  shares_release_date: {answer: prohibited, basis: text}
says: Bars notice of release.
confidence: primary
sources: [{title: A supposition, publisher: Nobody, date: undated}]
"""
POLICY = """\
fact: policy
place: ocd-division/country:us/state:ma/place:malden
id: malden-2027
kind: ordinance
title: A supposed ordinance
effective_from: 2026-10-01
binds: Police
answers:
  shares_release_date: {answer: prohibited, basis: text}
confidence: primary
sources: [{title: A supposition, publisher: Nobody, date: undated}]
"""
ACT = """\
fact: act
case: new-york-v-doj
id: supposed-reversal
date: 2019-06-01
court: ca2
kind: reversed
summary: The order is reversed.
changes: [{does: ends, act: new-york-v-doj-03}]
confidence: primary
sources: [{title: A supposition, publisher: Nobody, date: undated}]
"""


def supposing(folder: Path, text: str) -> Path:
    path = folder / "supposed.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_bill_enacted_stands_beside_the_rules_of_the_register(tmp_path: Path) -> None:
    facts = load(supposing=[supposing(tmp_path, RULE)])
    assert facts.rules["st-ma-2027"].title == "A supposed statute"
    assert "st-ma-2027" not in load().rules


@pytest.mark.parametrize("place", ["malden", "boston"])
def test_a_policy_adopted_joins_those_of_its_place(tmp_path: Path, place: str) -> None:
    ocd = f"ocd-division/country:us/state:ma/place:{place}"
    facts = load(supposing=[supposing(tmp_path, POLICY.replace("place:malden", f"place:{place}"))])
    assert [one.id for one in facts.policies[ocd]][-1] == "malden-2027"
    assert len(facts.policies[ocd]) == len(load().policies[ocd]) + 1


def test_an_act_supposed_joins_its_case(tmp_path: Path) -> None:
    facts = load(supposing=[supposing(tmp_path, ACT)])
    assert facts.acts["supposed-reversal"][0].id == "new-york-v-doj"


def test_an_act_left_out_is_gone_with_its_case_kept() -> None:
    facts = load(without=["new-york-v-doj-03"])
    assert "new-york-v-doj-03" not in facts.acts
    assert "new-york-v-doj" in facts.cases


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (RULE.replace("fact: rule", "fact: ukase"), FIELD_WRONG),
        (RULE.replace("fact: rule\n", ""), FIELD_WRONG),
        (RULE.replace("direction: limits", "direction: sideways"), FIELD_WRONG),
        (ACT.replace("act: new-york-v-doj-03", "act: no-such-act"), ID_DANGLING),
        (ACT.replace("case: new-york-v-doj", "case: no-such-case"), NOT_FOUND),
    ],
)
def test_a_file_that_supposes_nonsense_is_refused(tmp_path: Path, text: str, kind: object) -> None:
    with pytest.raises(PursestringsError) as error:
        load(supposing=[supposing(tmp_path, text)])
    assert error.value.kind is kind


def test_supposed_acts_that_act_on_one_another_are_refused(tmp_path: Path) -> None:
    circle = ACT.replace("id: supposed-reversal", "id: new-york-v-doj-03").replace(
        "act: new-york-v-doj-03", "act: new-york-v-doj-04"
    )
    with pytest.raises(PursestringsError) as error:
        load(supposing=[supposing(tmp_path, circle)])
    assert error.value.kind is CYCLE


@pytest.mark.parametrize("name", ["no-such-order", "uscm", "16.738"])
def test_leaving_out_what_is_not_there_or_what_others_need_is_an_error(name: str) -> None:
    with pytest.raises(PursestringsError) as error:
        load(without=[name])
    assert error.value.kind is NOT_FOUND
