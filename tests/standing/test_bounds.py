"""The smallest and the largest honest figure: no money counted twice, no two bases added up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pursestrings.places import get
from pursestrings.register.index import Register
from pursestrings.standing.money.bounds import Bounds, bounds_of
from tests.standing.test_stake import PROGRAM, awards
from tests.standing.world import BOSTON, CHELSEA, MA, SUFFOLK, SURE, ask, condition, register

SECOND = condition(id="access", name="Access")


def facts(*files: dict[str, Any], sums: tuple[dict[str, Any], ...] = ()) -> Register:
    return register(
        program=[PROGRAM], condition=[condition(), SECOND], award_file=list(files), sum=list(sums)
    )


def bounds(found: Register, place: str = CHELSEA) -> Bounds:
    """The bounds under both conditions, so that every award comes in twice."""
    lines = [line for name in ("notice", "access") for line in ask(found, "2017-08-04", place, name).stake]
    return bounds_of(get(place), lines)


def amounts(found: Bounds) -> tuple[str | None, str | None]:
    return (
        str(found.smallest.amount) if found.smallest else None,
        str(found.largest.amount) if found.largest else None,
    )


def row(name: str, amount: object, **own: str) -> dict[str, Any]:
    return {"id": name, "fiscal_year": "2017", "amount": str(amount), **own}


def claim(name: str, amount: str | None, **own: str) -> dict[str, Any]:
    return {
        "id": name, "basis": "claimed_by_speaker", "amount": amount, "what": "money", "said_by": "A manager",
        "date": "2017-03-27", "place": CHELSEA, "conditions": ["notice", "access"], **SURE, **own,
    }  # fmt: skip


def test_an_award_counts_once_however_many_conditions_hang_on_it() -> None:
    found = bounds(facts(awards(CHELSEA, row("a", 10), row("b", 5))))
    assert amounts(found) == ("15", "15")
    assert found.why == "The figure is 2 awards on record (awarded)."


def test_of_a_joint_award_the_share_is_the_smallest_and_the_whole_the_largest() -> None:
    joint = awards(BOSTON, row("joint", 100), row("part", 70, status="share", part_of="joint"))
    other = awards(CHELSEA, row("rest", 30, status="share", part_of="joint"))
    holder = bounds(facts(joint, other), BOSTON)
    assert amounts(holder) == ("70", "100")
    assert "its share of a joint award" in holder.why
    assert "the whole of a joint award" in holder.why
    assert amounts(bounds(facts(joint, other))) == ("30", "30")


def test_a_joint_award_without_a_share_on_record_shows_no_money_of_the_holders_own() -> None:
    found = bounds(facts(awards(CHELSEA, row("joint", 100, joint="true"))))
    assert amounts(found) == (None, "100")
    assert "its own share is not on record" in found.why


def test_an_unshared_joint_award_is_told_beside_what_is_the_places_own() -> None:
    rows = (row("own", 50, status="obligated_net"), row("joint", 40, joint="true"))
    found = bounds(facts(awards(CHELSEA, *rows)))
    assert amounts(found) == ("50", "50")
    assert "Beside it, of another kind and so not added: $40, the whole of a joint award" in found.why


def test_figures_of_different_bases_are_never_added_up() -> None:
    found = bounds(
        facts(
            awards(
                CHELSEA, row("a", 10), row("b", 7, status="obligated_net"), row("c", 40, status="applied")
            ),
            awards(MA, row("s", 500)),
            sums=(claim("s-1", "60"), claim("s-2", "50")),
        )
    )
    assert amounts(found) == ("10", "500")
    assert found.smallest is not None
    assert found.smallest.as_json()["facts"] == ["a"]
    assert "all that Massachusetts holds by an award and may pass on" in found.why
    assert "Beside it, of another kind and so not added: $7" in found.why


def test_two_claims_may_speak_of_the_same_money_and_are_not_added_up() -> None:
    found = bounds(facts(sums=(claim("s-1", "60"), claim("s-2", "50"))))
    assert amounts(found) == (None, "60")
    assert found.why == (
        "No award on record shows that Chelsea, MA holds any of it. The figure is claimed by A manager."
    )


def test_what_nobody_put_in_figures_stays_unknown() -> None:
    national = claim("s-2", "4100000000", basis="announced_nationally")
    del national["place"]
    found = bounds(facts(sums=(claim("s-1", None), national)))
    assert amounts(found) == (None, None)
    assert "No figure was given by A manager." in found.why


def test_an_award_whose_period_is_over_is_not_held() -> None:
    found = bounds(
        facts(awards(CHELSEA, row("old", 10, until="2017-08-03"), row("open", 4, until="2017-08-04")))
    )
    assert amounts(found) == ("4", "10")


MONEY = st.integers(0, 10**7)


@given(st.tuples(MONEY, MONEY, MONEY), MONEY, st.booleans())
def test_the_stake_of_a_joint_award_never_exceeds_the_award(
    shares: tuple[int, int, int], unshared: int, applied: bool
) -> None:
    places = (BOSTON, CHELSEA, SUFFOLK)
    whole = sum(shares) + unshared
    files = {
        place: [row(f"share-{index}", amount, status="share", part_of="joint")]
        for index, (place, amount) in enumerate(zip(places, shares, strict=True))
    }
    files[BOSTON].append(row("joint", whole, status="applied" if applied else "awarded"))
    found = facts(*(awards(place, *rows) for place, rows in files.items()))
    each = {place: bounds(found, place) for place in places}
    smallest = [one.smallest.amount for one in each.values() if one.smallest]
    assert sum(smallest, Decimal(0)) <= whole
    assert applied == (not smallest)
    for one in each.values():
        assert one.largest is not None
        assert one.smallest is None or one.smallest.amount <= one.largest.amount
        assert one.largest.amount <= whole
