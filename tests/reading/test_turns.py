"""Transcripts: whose turn a paragraph is, told by the labels; lists and headlines have labels that are nobody's."""

from __future__ import annotations

import time

import pytest

from pursestrings.documents import Block, BlockKind, Document
from pursestrings.reading.grammar.relation import Relation
from pursestrings.reading.statements import labels
from pursestrings.reading.statements.turns import turns
from tests.reading.making import document

Turn = tuple[str, list[str]]


def cut(made: Document, found: list[Relation]) -> list[Turn]:
    """Source and contents as words; the cue must be the colon."""
    text = made.text
    assert all(text[slice(*one.cue)] == ":" for one in found)
    return [
        (text[slice(*one.source)] if one.source else "", [text[slice(*span)] for span in one.content])
        for one in found
    ]


def told(*lines: str) -> list[Turn]:
    made = document("\n\n".join(lines))
    return cut(made, turns(made))


def test_a_label_in_capitals_has_the_rest_of_its_paragraph() -> None:
    assert told(
        "Mayor Ana Ruiz spoke with Carl Bell on Sunday.",
        "BELL: Will the city sign the agreement?",
        "RUIZ: We will not sign it.",
    ) == [
        ("BELL", ["Will the city sign the agreement?"]),
        ("RUIZ", ["We will not sign it."]),
    ]


def test_a_quoted_transcript_goes_on_in_paragraphs_that_open_with_a_mark() -> None:
    assert told(
        "Partial transcript as follows:",
        "“CARL BELL: Will you sign “the letter”?",
        "“MAYOR RUIZ: No. We looked at it.",
        "“(CROSSTALK)",
        "“And we say no.”",
        "“Nobody else was asked,” the paper wrote.",
    ) == [
        ("CARL BELL", ["Will you sign “the letter”?"]),
        ("MAYOR RUIZ", ["No. We looked at it.", "And we say no."]),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Q", "A"),
        ("THE COURT", "MS. RUIZ"),
        ("SENATOR DURBIN", "Rep. Ana RUIZ"),
        ("Rep. Jane Doe", "Mr. Bell"),
        ("JANE DOE, HOST", "RUIZ (via telephone)"),
        ("Ana McCAIN", "UNIDENTIFIED SPEAKER 2"),
    ],
)
def test_labels_come_in_many_forms(one: str, other: str) -> None:
    lines = [f"{one}: Is it so?", f"{other}: It is, I think.", f"{one}: Are you sure?", f"{other}: Yes."]
    sources = [source for source, _ in told(*lines)]
    names = [label.split(",")[0].split(" (")[0] for label in (one, other)]
    assert sources == names * 2


def test_labels_in_small_letters_count_where_speakers_return() -> None:
    found = told(
        "Ana Ruiz: Do you want the money?",
        "Carl Bell: I want it.",
        "Ruiz: And the condition?",
        "Bell: We can live with that.",
    )
    assert [source for source, _ in found] == ["Ana Ruiz", "Carl Bell", "Ruiz", "Bell"]


@pytest.mark.parametrize(
    "lines",
    [
        ("WHO: Mayor Ana Ruiz", "WHAT: We sign the letter", "WHEN: Monday", "WHERE: City Hall"),
        (
            "When: May 4",
            "Where: Will you come?",
            "When: May 5",
            "Where: You are welcome",
            "Contact: Ana Ruiz",
        ),
        ("UPDATE: We have changed this story.", "RELATED: What you should know", "UPDATE: I was wrong."),
        (
            "Police: We will be there.",
            "Schools: We will close.",
            "Trash: Will you have pickup?",
            "Parks: We open.",
        ),
        ("Ana Ruiz: 1,204.", "Carl Bell: 988.", "Ruiz: 210.", "Bell: 9."),
        ("Ana Ruiz: Win in a walk, I guess.", "Carl Bell: Keep it close.", "Dora Hill: Finish second."),
        (
            "Cost: Will you pay?",
            "Size: We had two.",
            "Cost: I paid.",
            "Size: You can.",
            "Ask today. Size matters.",
        ),
        ("RUIZ: WE WILL WIN",),
        ("WASHINGTON: I have a bridge to sell you.", "The mayor told reporters: We will not sign."),
        ("Ana Ruiz: We will win.", "Ana Ruiz told us: I will not go."),
    ],
)
def test_lists_notes_and_headlines_are_no_transcripts(lines: tuple[str, ...]) -> None:
    assert told(*lines) == []


def test_a_headline_is_no_turn() -> None:
    text = "RUIZ: WILL THEY SIGN?\nBELL: We will.\nRUIZ: And you?\nBELL: I will.\nAna Ruiz met Carl Bell."
    made = document(text)
    first = Block(BlockKind.HEADLINE, made.blocks[0].start, made.blocks[0].end)
    headed = Document(
        id=made.id, source=made.source, sha256=made.sha256, text=text, blocks=(first, *made.blocks[1:])
    )
    assert [source for source, _ in cut(headed, turns(headed))] == ["BELL", "RUIZ", "BELL"]


LONG = [
    "ANA RUIZ: Where do you stand?",
    "CARL BELL: I stand here.",
    "RUIZ: And why?",
    "BELL: Because we must.",
    "RUIZ: Must you?",
]


def test_in_a_long_transcript_a_turn_goes_on_until_the_next_label() -> None:
    found = told(*LONG, "BELL: Yes.", "(APPLAUSE)", "It is the law.", "RUIZ: Thanks.", "The hearing went on.")
    assert found[5:] == [("BELL", ["Yes.", "It is the law."]), ("RUIZ", ["Thanks."])]


def test_what_a_story_says_between_turns_is_nobodys() -> None:
    assert told(*LONG[:3], "The crowd grew restless.", "BELL: Yes.")[2] == ("RUIZ", ["And why?"])
    spoken = told(*LONG, "BELL: Yes.", "Bell has said so before.", "RUIZ: Thanks.")
    assert spoken[5] == ("BELL", ["Yes."])


def test_a_label_in_capitals_stands_for_whom_the_text_names_in_full() -> None:
    made = document("Mayor Ana Ruiz spoke with Carl Bell.\nBELL: Will you sign?\nRUIZ: We will not.")
    found = turns(made)
    assert [made.text[slice(*one.antecedent)] for one in found if one.antecedent] == ["Carl Bell", "Ana Ruiz"]
    assert [one.label for one in found] == ["Bell", "Ruiz"]


def test_a_label_gives_the_fullest_name_and_a_letter_gives_none() -> None:
    assert [one.label for one in turns(document("\n".join(LONG)))] == ["Ana Ruiz", "Carl Bell"] * 2 + [
        "Ana Ruiz"
    ]
    assert [one.label for one in turns(document("Q: Is it so?\nA: It is."))] == ["", ""]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ANA McCAIN", "Ana McCain"),
        ("MR. O’BRIEN-HILL III", "O’Brien-Hill III"),
        ("LUZ PEÑA", "Luz Peña"),
        ("LUZ PEN\u0303A", "Luz Peña"),
    ],
)
def test_a_label_in_capitals_gives_a_name_as_names_are_written(label: str, name: str) -> None:
    found = turns(document(f"{label}: Is it so?\nCARL BELL: I think it is."))
    assert [one.label for one in found] == [name, "Carl Bell"]


def test_two_words_with_a_stop_between_them_name_nobody_in_full() -> None:
    talk = "BELL: Is it so?\nRUIZ: It is, I think.\nBELL: Are you sure?\nRUIZ: Yes."
    made = document(f"The council met Ana. Ruiz spoke with Carl Bell.\n{talk}")
    named = [made.text[slice(*one.antecedent)] for one in turns(made) if one.antecedent]
    assert named == ["Carl Bell", "Ruiz"] * 2


def test_a_name_that_returns_is_looked_up_once_for_all_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def is_given(word: str) -> bool:
        asked.append(word)
        return word in {"ana", "carl"}

    monkeypatch.setattr(labels, "is_given", is_given)
    lines = ["ANA RUIZ: You know the Ruiz.", "CARL BELL: I know the Bell."] * 50
    assert len(turns(document("\n".join(lines)))) == 100
    assert len(asked) < 1000


def test_a_paragraph_of_brackets_between_turns_is_looked_through_once() -> None:
    row = "()" * 20_000 + "a"
    began = time.process_time()
    assert told(*LONG, "BELL: Yes.", row, "RUIZ: Thanks.")[5] == ("BELL", ["Yes.", row])
    assert time.process_time() - began < 5
