"""A rescission ends an earlier notice on conditions that both speak of; anything else is named."""

from __future__ import annotations

from tests.register.conftest import Found

NOTICE = (
    "id: {id}\nkind: {kind}\nissuer: I\nposted: {posted}\nconditions: [{conditions}]\ncovers: {{everyone: true}}\n"
    "rescinds: [{rescinds}]\nsays: S\nconfidence: recalled\n"
)


def notices(found: Found, *, back: str, conditions: str = "jag-2017-notice") -> list[str]:
    """A promise of 2018-03-01, and a rescission of it posted on another day."""
    promise = {"id": "promise", "kind": "non_enforcement", "posted": "2018-03-01", "rescinds": ""}
    rescission = {"id": "back", "kind": "rescission", "posted": back, "rescinds": "promise"}
    return found(
        {
            "notices/promise.yaml": NOTICE.format(**promise, conditions="jag-2017-notice"),
            "notices/back.yaml": NOTICE.format(**rescission, conditions=conditions),
        }
    )


def test_a_rescission_of_an_earlier_notice_is_sound(found: Found) -> None:
    assert notices(found, back="2018-04-01") == []


def test_a_rescission_of_a_later_notice_is_named(found: Found) -> None:
    [line] = notices(found, back="2018-02-01")
    assert line.startswith("back.yaml:7: rescinds.0: ")


def test_a_rescission_that_shares_no_condition_is_named(found: Found) -> None:
    [line] = notices(found, back="2018-04-01", conditions="")
    assert line == "back.yaml:7: rescinds.0: back and promise have no condition in common."
