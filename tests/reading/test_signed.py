"""Signed quotations: a dash and a name behind the words, in their paragraph or in the next."""

from __future__ import annotations

import pytest

from pursestrings.reading.statements.signed import signed
from tests.reading.making import document

SAID = "“We pay our taxes and we want to be asked.”"


def told(text: str) -> list[tuple[str, str, list[str]]]:
    made = document(text)
    return [
        (
            text[slice(*one.source)] if one.source else "",
            text[slice(*one.cue)],
            [text[slice(*span)] for span in one.content],
        )
        for one in signed(made)
    ]


@pytest.mark.parametrize(
    ("signature", "name", "dash"),
    [
        (" ― Ana Ruiz", "Ana Ruiz", "―"),
        ("— Ana Ruiz.", "Ana Ruiz", "—"),
        (" – Ana María de la Cruz, teacher, Ohio", "Ana María de la Cruz", "–"),
        ("\n- Mayor Ruiz, at a meeting on Monday.\nThe council met.", "Mayor Ruiz", "-"),
        ("\n-Ana Ruiz\nThe council met.", "Ana Ruiz", "-"),
        (" -- Ana Ruiz (@anaruiz)", "Ana Ruiz (@anaruiz)", "--"),
    ],
)
def test_a_quotation_is_whose_name_follows_the_dash(signature: str, name: str, dash: str) -> None:
    assert told(SAID + signature) == [(name, dash, [SAID])]


def test_the_quotation_may_end_a_paragraph_or_run_over_several() -> None:
    assert told(f"They were asked what they think. {SAID} — Ana Ruiz") == [("Ana Ruiz", "—", [SAID])]
    first = "“Nobody came to us before the vote."
    assert told(f"{first}\n{SAID}\n— Ana Ruiz\nThe council met.") == [("Ana Ruiz", "—", [first, SAID])]


def test_a_mark_that_is_never_closed_cuts_no_quotation_short() -> None:
    said = "“We pay our taxes. He calls that “the root of all evil’.”"
    assert told(f"{said} — Ana Ruiz") == [("Ana Ruiz", "—", [said])]


def test_quotations_within_a_quotation_are_its_own() -> None:
    said = "“I would rather live in what he calls “hell” than sign that paper.”"
    assert told(f"{said} — Ana Ruiz") == [("Ana Ruiz", "—", [said])]


def test_each_of_a_list_is_signed_for_itself() -> None:
    other = "”I could not believe what I heard last night.”"
    assert told(f"{SAID} ― Ana Ruiz\n{other}― Carl Bell") == [
        ("Ana Ruiz", "―", [SAID]),
        ("Carl Bell", "―", [other]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday.\n— The Associated Press",
        "WASHINGTON (AP) — The council met on Monday.",
        f"{SAID}\n- Ana Ruiz",
        "He called it “the strongest force in the whole of Spain.” --Ana Ruiz",
        f"{SAID} — which nobody believed",
        f"{SAID} — Read more",
        f"{SAID} — He said so on Monday, and again on Tuesday",
        "He is a “nice man” — Carl Bell",
        f"{SAID}\nAna Ruiz",
        f"{SAID} — ..\nThe council met.",
    ],
)
def test_datelines_credits_and_asides_sign_nothing(text: str) -> None:
    assert told(text) == []
