"""One quotation in several documents is told by its words, and two that only share a phrase stay two."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.reading.statements.shared_quotes import Quotation, grouped, words_of

FULL = (
    "We do not run that jail and we have never run that jail, so we could not promise what the letter asks."
)


def said(
    *stretches: str,
    speaker: str | None = "Robin Placeholder",
    document: str = "a",
    story: str | None = None,
    manner: str = "direct",
    organization: str | None = None,
) -> Quotation:
    finding: dict[str, Any] = {
        "kind": "statement",
        "document": document,
        "manner": manner,
        "speaker": {"name": speaker, "organization": organization},
        "content": [{"exact": stretch} for stretch in stretches],
    }
    quotation = Quotation.of(document, finding, story)
    assert quotation is not None
    return quotation


def joined(one: Quotation, other: Quotation) -> bool:
    return len(grouped([one, other])) == 1


@pytest.mark.parametrize(
    "stretches",
    [
        [f"“{FULL}”"],
        ['"We do not run that jail and we have never run that jail,"'],
        ["“so we could not promise what the letter asks”"],
        ["“We have never run that jail, so we could not promise what the letter asks,”"],
        ["“We do not run that jail … so we could not promise what the letter asks.”"],
        ["“We do not run that jail . . . we could not promise what the letter asks.”"],
        ["“[The city does] not run that jail and [has] never run that jail.”"],
        ["“[W]e have never run that jail, so we could not promise what the letter asks.”"],
        ["“We do not run that jail,”", "“and we have never run that jail.”"],
        ["“We do not run that jail,”", "“so we could not promise what the letter asks.”"],
    ],
)
def test_the_same_words_are_one_quotation_also_trimmed_bracketed_and_broken(stretches: list[str]) -> None:
    assert joined(said(f"“{FULL}”"), said(*stretches, document="b"))


@pytest.mark.parametrize(
    "words",
    [
        "We do not operate that prison and we have never operated that prison, so we could not pledge it.",
        "We do not run that jail and we have never run that jail, and I would not want to.",
        "We do not run that jail and we may never run that jail, so we could not promise what the letter asks.",
        "We do not run that jail so we could not promise what the letter asks.",
        "We do not run that road and nobody asked us to do so.",
    ],
)
def test_other_words_are_another_quotation(words: str) -> None:
    assert not joined(said(FULL), said(words, document="b"))


def test_the_speaker_must_be_able_to_be_the_same() -> None:
    for speaker in ("Placeholder", "Robin Q. Placeholder Jr.", None, "officials"):
        assert joined(said(FULL), said(FULL, document="b", speaker=speaker)), speaker
    assert joined(
        said(FULL), said(FULL, document="b", speaker="City of Millbrook", organization="City of Millbrook")
    )
    assert not joined(said(FULL), said(FULL, document="b", speaker="Pat Example"))
    assert joined(said(FULL, speaker="José Núñez"), said(FULL, document="b", speaker="Jose Nunez"))


def test_a_phrase_is_one_quotation_only_of_one_speaker_and_in_the_same_words() -> None:
    phrase = "we will see you in court"
    assert joined(said(phrase), said(phrase, document="b"))
    assert not joined(said(phrase), said(phrase, document="b", speaker=None))
    assert not joined(said(phrase), said("we will see you", document="b"))
    assert not joined(said(f"As I told the council, {phrase}."), said(phrase, document="b"))
    assert not joined(said(phrase, speaker="Pat Example"), said(phrase, document="b", speaker="Jo Example"))


def test_three_words_are_one_quotation_only_in_copies_of_one_story() -> None:
    assert not joined(said("a terrible idea"), said("a terrible idea", document="b"))
    assert joined(said("a terrible idea", story="a"), said("a terrible idea", document="b", story="a"))


def test_a_run_of_stock_words_inside_two_quotations_joins_nothing() -> None:
    one = said("This man should never be the next president of the United States of America, I can tell you.")
    other = said("I am going to be the next president of the United States of America and nobody doubts it.")
    assert not joined(one, other)


def test_two_parts_that_overlap_by_much_are_one_quotation_of_a_known_speaker() -> None:
    one = "Nobody called us, and we do not run that jail and we have never run that jail"
    other = "we do not run that jail and we have never run that jail, so the letter went astray"
    assert joined(said(one), said(other, document="b"))
    assert not joined(said(one, speaker=None), said(other, document="b"))


def test_a_part_that_stands_in_two_quotations_joins_neither() -> None:
    part = "we are going to keep the policy that we have"
    one = said(f"Hear me, {part}, and that is the end of it.", document="a")
    other = said(f"On Tuesday the council met and {part} whatever the letter says.", document="b")
    assert [len(group) for group in grouped([one, other, said(part, document="c")])] == [1, 1, 1]


def test_only_what_is_quoted_counts_of_a_mixed_statement() -> None:
    mixed = said("that the city would “not promise what the letter asks” of its jailers", manner="mixed")
    assert mixed.words == ("not", "promise", "what", "the", "letter", "asks")


def test_an_indirect_statement_is_no_quotation() -> None:
    finding = {"kind": "statement", "document": "a", "manner": "indirect", "content": [], "speaker": {}}
    assert Quotation.of("a", finding) is None


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_has_words_with_gaps_between_them(one: str, other: str) -> None:
    words, gaps = words_of([one, other])
    assert all(0 < gap < len(words) for gap in gaps)
    quotations = [Quotation(str(n), str(n), words, gaps, ("example",)) for n in range(2)]
    assert sum(map(len, grouped(quotations))) == 2


def test_the_order_of_documents_does_not_change_the_groups() -> None:
    parts = [FULL, FULL[:40], FULL[30:], "Something else was said by the chief on that day", FULL[:60]]
    quotations = [said(part, document=str(number)) for number, part in enumerate(parts)]
    groups = {frozenset(one.document for one in group) for group in grouped(quotations)}
    assert groups == {frozenset(one.document for one in group) for group in grouped(quotations[::-1])}
