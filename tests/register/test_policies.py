"""Two policies that stand at once and differ: the record says which prevails, or `check` names them."""

from __future__ import annotations

import pytest

from tests.register.conftest import Found

HEAD = "id: a\nplace: ocd-division/country:us/state:ma/place:chelsea\npolicies:\n"
OLD, NEW = "old, effective_from: 2014-01-01", "new, effective_from: 2018-01-01"
OVERLAP = (
    "a.yaml:5: policies.1.answers.honors_detainer: "
    "new and old are both in effect from 2018-01-01 and answer differently: honors_detainer."
)


def basis(kind: str) -> str:
    """A practice is known from those who tell of it."""
    return "press" if kind == "practice" else "text"


def places(*policies: tuple[str, str], kinds: tuple[str, ...] = ("ordinance", "ordinance")) -> dict[str, str]:
    """A file of one place; each policy, from line 4 on, its id and more, and its answer on detainers."""
    lines = [
        f"  - {{kind: {kind}, title: {more.partition(',')[0]}, binds: All, confidence: recalled, "
        f"answers: {{honors_detainer: {{answer: {answer}, basis: {basis(kind)}}}}}, id: {more}}}\n"
        for kind, (more, answer) in zip(kinds, policies, strict=True)
    ]
    return {"places/a.yaml": HEAD + "".join(lines)}


def test_an_overlap_without_precedence_is_named(found: Found) -> None:
    assert found(places((OLD, "never"), (NEW, "always"))) == [OVERLAP]


def test_policies_of_one_place_overlap_across_files(found: Found) -> None:
    first, second = (
        places((OLD, "never"), kinds=("ordinance",)),
        places((NEW, "always"), kinds=("ordinance",)),
    )
    text = second["places/a.yaml"].replace("id: a\n", "id: b\n")
    lines = found(first | {"places/b.yaml": text})
    assert lines == [OVERLAP.replace("a.yaml:5: policies.1", "b.yaml:4: policies.0")]


SETTLED = [
    (f"{OLD}, effective_until: 2018-01-01", NEW),
    (OLD, f"{NEW}, supersedes: [old]"),
    (f"{OLD}, effective_until: 2018-06-01", f"{NEW}, replaces: [old]"),
    (f"{OLD}, bodies: [police]", f"{NEW}, bodies: [jails]"),
    (f"{OLD}, urges_only: true", NEW),
    (OLD, f"{NEW}, urges_only: true"),
]


@pytest.mark.parametrize(("old", "new"), SETTLED)
def test_precedence_an_end_other_bodies_or_mere_urging_settle_it(found: Found, old: str, new: str) -> None:
    assert found(places((old, "never"), (new, "always"))) == []


@pytest.mark.parametrize("answer", ["never", "not_addressed", "always, confidence: recalled"])
def test_agreement_silence_and_leads_are_no_contradiction(found: Found, answer: str) -> None:
    assert found(places((OLD, "never"), (NEW, answer))) == []


def test_a_practice_beside_a_text_is_no_contradiction_of_law(found: Found) -> None:
    assert found(places((OLD, "never"), (NEW, "always"), kinds=("ordinance", "practice"))) == []
    assert found(places((OLD, "never"), (NEW, "always"), kinds=("practice", "practice"))) == [OVERLAP]


def test_what_is_replaced_has_an_end(found: Found) -> None:
    lines = found(places((OLD, "never"), (f"{NEW}, replaces: [old]", "always")))
    assert lines == ["a.yaml:5: policies.1.replaces.0: old is replaced, and has no end."]


def test_an_older_policy_does_not_prevail_over_a_newer(found: Found) -> None:
    lines = found(places((f"{OLD}, supersedes: [new]", "never"), (NEW, "always")))
    assert lines == ["a.yaml:4: policies.0.supersedes.0: old (2014-01-01) comes before new (2018-01-01)."]


def test_two_policies_do_not_prevail_over_each_other(found: Found) -> None:
    same = ("one, effective_from: 2018, supersedes: [two]", "two, effective_from: 2018, supersedes: [one]")
    lines = found(places((same[0], "never"), (same[1], "always")))
    assert lines == ["a.yaml:4: policies.0.supersedes.0: two says that it prevails over this one."]


WEAK = [("urges_only: true, supersedes: [old]", "ordinance"), ("supersedes: [old]", "practice")]


@pytest.mark.parametrize(("more", "kind"), WEAK)
def test_what_binds_nobody_prevails_over_no_law(found: Found, more: str, kind: str) -> None:
    lines = found(places((OLD, "never"), (f"{NEW}, {more}", "always"), kinds=("ordinance", kind)))
    assert lines == [
        "a.yaml:5: policies.1.supersedes.0: what only urges, or is a practice, prevails over no binding text."
    ]


def test_a_policy_prevails_only_over_others_of_its_place(found: Found) -> None:
    far = places((OLD, "never"), kinds=("ordinance",))["places/a.yaml"]
    far = far.replace("id: a\n", "id: b\n").replace("chelsea", "boston")
    near = places((f"{NEW}, supersedes: [old]", "always"), kinds=("ordinance",))
    assert found(near | {"places/b.yaml": far}) == [
        "a.yaml:4: policies.0.supersedes.0: a policy prevails only over others of its own place."
    ]


def test_a_practice_rests_on_no_text(found: Found) -> None:
    files = places((OLD, "never"), kinds=("practice",))
    lines = found({name: text.replace("press", "text") for name, text in files.items()})
    assert lines == ["a.yaml:4: policies.0.answers.honors_detainer: a practice rests on no text."]
