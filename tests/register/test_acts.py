"""Orders that cannot act as they are written are named with file, line and field, and never computed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pursestrings.errors import PursestringsError
from pursestrings.register.index import load
from pursestrings.register.models.courts import ActKind, ChangeKind
from pursestrings.register.models.powers import POWERS
from tests.register.conftest import Found

HEAD = """\
id: {id}
caption: A v. B
courts: [{{court: mad}}, {{court: ca1}}]
plaintiffs: [{{name: A}}]
defendants: [B]
challenges: [{challenges}]
summary: S
confidence: recalled
acts:
"""
GRANT = "grants: [{conditions: [jag-2017-notice], protects: {everyone: true}, relief: preliminary}]"
INJUNCTION = ("one", "2018-01-10", "preliminary_injunction", GRANT)


def case(
    *acts: tuple[str, str, str, str], name: str = "a", challenges: str = "jag-2017-notice", court: str = "mad"
) -> dict[str, str]:
    """A file of one case; each act, from line 10 on, is its id, day, kind and further fields."""
    lines = [
        f"  - {{id: {act}, date: {day}, court: {court}, kind: {kind}, summary: S, confidence: recalled, {more}}}\n"
        for act, day, kind, more in acts
    ]
    return {f"cases/{name}.yaml": HEAD.format(id=name, challenges=challenges) + "".join(lines)}


def change(does: str, act: str, more: str = "") -> str:
    return f"changes: [{{does: {does}, act: {act}, {more}}}]"


def test_an_order_its_stay_and_the_end_of_the_stay_are_in_order(found: Found) -> None:
    stayed = ("two", "2018-02-01", "stay", change("stays", "one"))
    assert (
        found(case(INJUNCTION, stayed, ("three", "2018-03-01", "stay_lifted", change("lifts", "two")))) == []
    )


def test_a_circle_of_acts_is_named_at_a_change_in_it(found: Found) -> None:
    one = ("one", "2018-01-10", "vacated", change("ends", "two"))
    two = ("two", "2018-01-10", "vacated", change("ends", "one"))
    circle = [line for line in found(case(one, two)) if "in a circle" in line]
    assert len(circle) == 1
    assert circle[0].startswith(("a.yaml:10: acts.0.changes.0.act: ", "a.yaml:11: acts.1.changes.0.act: "))


def test_every_circle_is_named_in_one_run(found: Found) -> None:
    circles = case(
        ("one", "2018-01-10", "vacated", change("ends", "two")),
        ("two", "2018-01-10", "vacated", change("ends", "one")),
        ("three", "2018-01-10", "vacated", change("ends", "three")),
    )
    assert len([line for line in found(circles) if "in a circle" in line]) == 2


def test_a_register_with_a_circle_of_acts_is_not_loaded(tmp_path: Path) -> None:
    [(name, text)] = case(("one", "2018-01-10", "vacated", change("ends", "one"))).items()
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(PursestringsError, match=r"a\.yaml:10:.*in a circle"):
        load((tmp_path,))


BACKWARDS = [
    ("2018-01-09", "two (2018-01-09) comes before one (2018-01-10)"),
    ("2017", "two (2017) comes before one (2018-01-10)"),
]


@pytest.mark.parametrize(("day", "words"), BACKWARDS)
def test_an_act_on_a_later_act_is_named(found: Found, day: str, words: str) -> None:
    lines = found(case(INJUNCTION, ("two", day, "stay", change("stays", "one"))))
    assert lines == [f"a.yaml:11: acts.1.changes.0.act: {words}."]


def test_on_one_day_an_act_changes_only_what_stands_before_it(found: Found) -> None:
    stay = ("two", "2018-01-10", "stay", change("stays", "one"))
    assert found(case(INJUNCTION, stay)) == []
    assert found(case(stay, INJUNCTION)) == [
        "a.yaml:10: acts.0.changes.0.act: two (2018-01-10) comes before one (2018-01-10)."
    ]


def test_an_effect_before_the_act_is_named(found: Found) -> None:
    early = change("ends", "one", "takes_effect: 2018-01-31")
    lines = found(case(INJUNCTION, ("two", "2018-02-01", "vacated", early)))
    assert lines == [
        "a.yaml:11: acts.1.changes.0.takes_effect: takes_effect (2018-01-31) comes before two (2018-02-01)."
    ]


def test_an_act_on_another_case_needs_a_court_in_common(found: Found) -> None:
    first = case(INJUNCTION)
    stay = ("two", "2018-02-01", "stay", change("stays", "one"))
    assert found(first | case(stay, name="b", court="ca1")) == []
    lines = found(first | case(stay, name="b", court="ca9"))
    assert lines == ["b.yaml:10: acts.0.changes.0.act: a never stood before ca9."]


HOLDING = "holdings: [{conditions: [jag-2017-notice], held: unlawful, binding: false}]"


@pytest.mark.parametrize(("field", "kind"), [(GRANT, "tro"), (HOLDING, "affirmed")])
def test_an_effect_on_what_the_case_never_challenged_is_named(found: Found, field: str, kind: str) -> None:
    name = field.partition(":")[0]
    lines = found(case(("one", "2018-01-10", kind, field), challenges=""))
    assert lines == [f"a.yaml:10: acts.0.{name}.0.conditions: the case does not challenge jag-2017-notice."]


def test_a_change_reaches_only_conditions_of_the_order_it_acts_on(found: Found) -> None:
    far = change("stays", "one", "conditions: [jag-2017-notice, jag-2017-access]")
    lines = found(case(INJUNCTION, ("two", "2018-02-01", "stay", far)))
    assert "a.yaml:11: acts.1.changes.0.conditions: one does not concern jag-2017-access." in lines


NOTHING_THERE = [
    ("stay", change("stays", "zero"), "zero has nothing that this act stays"),
    ("stay_lifted", change("lifts", "one"), "one has nothing that this act lifts"),
    ("narrowed", change("narrows", "zero", "to: {everyone: true}"), "zero has nothing that this act narrows"),
]


@pytest.mark.parametrize(("kind", "does", "words"), NOTHING_THERE)
def test_a_change_of_what_the_other_act_never_did_is_named(
    found: Found, kind: str, does: str, words: str
) -> None:
    lines = found(
        case(("zero", "2018-01-01", "complaint", ""), INJUNCTION, ("two", "2018-02-01", kind, does))
    )
    assert lines == [f"a.yaml:12: acts.2.changes.0.act: {words}."]


def test_a_reversal_may_itself_be_stayed(found: Found) -> None:
    reversal = ("two", "2018-02-01", "reversed", change("ends", "one"))
    assert found(case(INJUNCTION, reversal, ("three", "2018-03-01", "stay", change("stays", "two")))) == []


def test_a_reversal_whose_mandate_is_on_record_takes_effect_on_it(found: Found) -> None:
    mandate = ("three", "2018-03-01", "mandate", "")
    reversal = ("two", "2018-02-01", "reversed", change("ends", "one"))
    lines = found(case(INJUNCTION, reversal, mandate))
    assert lines == [
        "a.yaml:11: acts.1.changes.0: the mandate, three, is on record, and the change says nothing of its day."
    ]
    dated = change("ends", "one", "takes_effect: 2018-03-01")
    assert found(case(INJUNCTION, ("two", "2018-02-01", "reversed", dated), mandate)) == []


def test_every_kind_has_its_row_in_the_table() -> None:
    assert set(POWERS) == set(ActKind)
    for kind, powers in POWERS.items():
        assert not powers.must or powers.grants or powers.changes, kind


@pytest.mark.parametrize("kind", [kind for kind in ActKind if not POWERS[kind].grants])
def test_a_kind_that_gives_no_relief_is_named_where_it_does(found: Found, kind: ActKind) -> None:
    lines = found(case(("one", "2018-01-10", kind.value, GRANT)))
    assert f"a.yaml:10: acts.0.grants: no act of kind {kind} gives relief." in lines


@pytest.mark.parametrize("kind", list(ActKind))
@pytest.mark.parametrize("does", [ChangeKind.STAYS, ChangeKind.ENDS])
def test_a_kind_that_cannot_do_a_thing_is_named_where_it_does(
    found: Found, kind: ActKind, does: ChangeKind
) -> None:
    lines = found(case(INJUNCTION, ("two", "2018-02-01", kind.value, change(does.value, "one"))))
    words = f"a.yaml:11: acts.1.changes.0.does: no act of kind {kind} {does} another."
    assert lines == ([] if does in POWERS[kind].changes else [words])


@pytest.mark.parametrize("kind", [kind for kind in ActKind if POWERS[kind].must])
def test_an_act_that_must_have_an_effect_has_one_or_says_why_not(found: Found, kind: ActKind) -> None:
    idle = f"a.yaml:10: acts.0.kind: an act of kind {kind} has an effect, and this one has none."
    assert found(case(("one", "2018-01-10", kind.value, ""))) == [idle]
    assert found(case(("one", "2018-01-10", kind.value, "no_effect: Its reach is not known."))) == []
    assert found(case(("one", "2018-01-10", kind.value, ""), challenges="")) == []


def test_an_act_with_an_effect_does_not_say_that_it_has_none(found: Found) -> None:
    lines = found(case(("one", "2018-01-10", "tro", f"{GRANT}, no_effect: None.")))
    assert lines == ["a.yaml:10: acts.0.no_effect: the act has an effect."]


def test_an_order_gives_way_only_to_another_order(found: Found) -> None:
    lines = found(case(INJUNCTION, ("two", "2018-02-01", "judgment", change("replaces", "one"))))
    assert lines == [
        "a.yaml:11: acts.1.changes.0.does: an order gives way only to relief that this act grants."
    ]
