"""What was heard gives way to what the layout sets out; whoever a turn names is named as any other source is."""

from __future__ import annotations

import re

import pytest

from pursestrings.documents import Document
from pursestrings.reading.encoder.relations import Attributed
from pursestrings.reading.findings import Statement
from pursestrings.reading.grammar.passages import passages
from pursestrings.reading.people.people import People, people
from pursestrings.reading.statements.attribution import statements
from pursestrings.reading.statements.heard import relations
from tests.reading.making import document

TURNS = (
    "Carl Bell met Mayor Ana Ruiz.\n"
    "BELL: The governor said that you signed. Did you?\n"
    "RUIZ: We have not. I think we never will.\n"
    "Bell said he was glad."
)


def heard(text: str, source: str, cue: str, *content: str) -> Attributed:
    """An attribution of these words, each where it stands first in a text."""

    def span(words: str) -> tuple[int, int]:
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
        assert found is not None
        return found.span()

    return Attributed(span(source), span(cue), tuple(map(span, content)), 0.8, (0.8, 0.8, 0.8))


def contents(text: str, *found: Attributed) -> list[list[str]]:
    made = document(text)
    return [[text[slice(*span)] for span in one.content] for one in relations(made, passages(made), found)]


ASKED, ANSWERED = "The governor said that you signed. Did you?", "We have not. I think we never will."


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [("The governor", "said", "that you signed"), ("I", "think", "we never will")],
)
def test_what_is_reported_inside_a_turn_stays(source: str, cue: str, content: str) -> None:
    found = contents(TURNS, heard(TURNS, source, cue, content))
    assert sorted(found) == sorted([[ASKED], [ANSWERED], [content]])


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("BELL", "said", ["The governor said that you signed"]),
        ("RUIZ", "said", ["We have not"]),
        ("Mayor Ana Ruiz", "met", ["We have not"]),
        ("The governor", "said", ["that you signed. Did you?", "We have not"]),
    ],
)
def test_what_holds_a_label_or_reaches_across_turns_yields(source: str, cue: str, content: list[str]) -> None:
    assert contents(TURNS, heard(TURNS, source, cue, *content)) == [[ASKED], [ANSWERED]]


def test_what_stands_outside_the_turns_is_kept_without_what_is_a_turns() -> None:
    found = heard(TURNS, "Bell said", "he", "was glad", "We have not")
    assert contents(TURNS, found) == [[ASKED], [ANSWERED], ["was glad"]]


def test_a_signed_quotation_goes_to_its_name() -> None:
    text = "The mayor spoke.\n“We want to be asked about the money first.” — Ana Ruiz\nThe council met."
    quote = "“We want to be asked about the money first.”"
    assert contents(text, heard(text, "The mayor", "spoke", quote)) == [[quote]]
    assert contents("No words.") == []


def read(text: str) -> People:
    made: Document = document(text)
    prose = passages(made)
    return people(made, prose, relations(made, prose, []))


def said(text: str) -> list[Statement]:
    return statements(read(text))


def test_a_turn_is_spoken_by_whom_the_text_names() -> None:
    bell, ruiz = said(TURNS)
    assert (bell.speaker.name, ruiz.speaker.name) == ("Carl Bell", "Ana Ruiz")
    assert ruiz.speaker.role == "Mayor"
    assert [one.exact for one in ruiz.speaker.mention] == ["RUIZ"]
    assert ruiz.act == "speech"


def test_a_label_alone_names_a_person_and_no_body() -> None:
    text = "KATE BELL: Why not?\nTOM HILL: I never said so.\nBELL: Did you not?\nHILL: No."
    assert [(one.speaker.name, one.speaker.organization) for one in said(text)] == [
        ("Kate Bell", None),
        ("Tom Hill", None),
        ("Kate Bell", None),
        ("Tom Hill", None),
    ]


def test_who_asks_and_who_answers_has_no_name() -> None:
    assert [one.speaker.name for one in said("Q: Do you know it?\nA: I do not.")] == [None, None]


@pytest.mark.parametrize("label", ["ROMERO", "Romero", "LUIS ROMERO", "Luis Romero"])
def test_a_private_person_who_has_a_turn_is_not_named(label: str) -> None:
    host = "RUIZ" if label.isupper() else "Ruiz"
    text = (
        "Luis Romero was detained in May. Mayor Ana Ruiz met him.\n"
        f"{host}: Were you afraid?\n{label}: I was afraid.\n{host}: Are you now?\n{label}: I am."
    )
    told = read(text)
    found = statements(told)
    assert [one.speaker.name for one in found] == ["Ana Ruiz", "a private person"] * 2
    assert [one.speaker.mention for one in found][1::2] == [(), ()]
    assert [person.name for person in told.findings()] == ["Ana Ruiz"]


def test_a_private_person_who_signs_a_quotation_is_not_named() -> None:
    text = (
        "Luis Romero was detained in May.\n“They came at night and had no warrant.” — Luis Romero\nHe waits."
    )
    told = read(text)
    assert [(one.speaker.name, one.speaker.mention) for one in statements(told)] == [("a private person", ())]
    assert told.findings() == []


@pytest.mark.parametrize("source", ["the", "! —", "“ …”"])
def test_marks_and_articles_are_no_source(source: str) -> None:
    text = f"So it is, {source} said on Monday that the city will not sign."
    start, cue = text.index(source), text.index("said")
    content = text.index("that"), len(text) - 1
    one = Attributed((start, start + len(source)), (cue, cue + 4), (content,), 0.8, (0.8, 0.8, 0.8))
    made = document(text)
    assert [found.source for found in relations(made, passages(made), [one])] == [None]


def test_who_speaks_behind_a_row_of_brackets_has_no_antecedent() -> None:
    text = "The council met. " + "()" * 2000 + " who said that the city will not sign."
    one = heard(text, "who", "said", "that the city will not sign")
    made = document(text)
    assert [found.antecedent for found in relations(made, passages(made), [one])] == [None]
