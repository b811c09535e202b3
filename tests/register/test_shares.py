"""No dollar of a joint award counts twice: a share of a share, or more shares than money, is named."""

from __future__ import annotations

from pursestrings.register.files import shipped
from tests.register.conftest import Found

PROGRAM = (shipped() / "programs" / "16.738.yaml").read_text(encoding="utf-8")
PLACE = "ocd-division/country:us/state:ma/place:chelsea"


def award(name: str, amount: int, status: str = "share", part_of: str = "whole") -> str:
    part = f", part_of: {part_of}" if part_of else ", joint: true"
    return (
        f"  - {{id: {name}, program: '16.738', fiscal_year: 2017, amount: '{amount}', holder: {PLACE}, "
        f"status: {status}, confidence: recalled{part}}}\n"
    )


def awards(found: Found, *shares: str) -> list[str]:
    rows = award("whole", 100, "awarded", "") + "".join(shares)
    head = f"id: a\nplace: {PLACE}\nawards:\n"
    return found({"awards/a.yaml": head + rows, "programs/16.738.yaml": PROGRAM})


def test_shares_within_the_award_are_sound(found: Found) -> None:
    assert awards(found, award("one", 60), award("two", 40)) == []


def test_the_share_that_goes_beyond_the_award_is_named(found: Found) -> None:
    [line] = awards(found, award("one", 60), award("two", 41))
    assert line.startswith("a.yaml:6: awards.2.amount: ")
    assert "101" in line


def test_a_share_of_a_share_is_named(found: Found) -> None:
    [line] = awards(found, award("one", 60), award("two", 10, part_of="one"))
    assert line == "a.yaml:6: awards.2.part_of: one is itself a share, of whole."
