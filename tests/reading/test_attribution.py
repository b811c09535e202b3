"""Who said what, in sentences as reports have them. All names and words are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.reading.encoder.relations import Attributed
from pursestrings.reading.findings import PlaceMention, Statement
from pursestrings.reading.grammar.passages import passages
from pursestrings.reading.people.named_places import NamedPlaces
from pursestrings.reading.people.people import people
from pursestrings.reading.statements.attribution import manner, statements
from pursestrings.reading.statements.heard import relations
from tests.reading.making import document, people_in


def said(text: str) -> list[Statement]:
    return statements(people_in(document(text)))


def spoken(text: str) -> list[tuple[str | None, str, str]]:
    """Speaker, manner and content of the speech in a text."""
    return [
        (one.speaker.name, one.manner, " … ".join(part.exact for part in one.content))
        for one in said(text)
        if one.act == "speech"
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "manner", "content"),
    [
        (
            "“We will not be bullied,” Mayor Ana Ruiz said Tuesday.",
            "Ana Ruiz",
            "direct",
            "“We will not be bullied,”",
        ),
        (
            "“Nobody asked us,” said Paul Stern, the county sheriff, at a news conference.",
            "Paul Stern",
            "direct",
            "“Nobody asked us,”",
        ),
        (
            "Sheriff Paul Stern told reporters that his deputies do not ask about papers.",
            "Paul Stern",
            "indirect",
            "that his deputies do not ask about papers",
        ),
        (
            "Mayor Ana Ruiz says a second letter won’t change the city’s rules.",
            "Ana Ruiz",
            "indirect",
            "a second letter won’t change the city’s rules",
        ),
        (
            "The council met on Monday.\nAccording to Police Chief Lou Park, calls to the department have fallen.",
            "Lou Park",
            "indirect",
            "calls to the department have fallen",
        ),
        (
            "Calls to the department have fallen by a third, according to Police Chief Lou Park.",
            "Lou Park",
            "indirect",
            "Calls to the department have fallen by a third",
        ),
        (
            "Councilor Dee Ochoa called the memo “a bluff with letterhead.”",
            "Dee Ochoa",
            "mixed",
            "the memo “a bluff with letterhead.”",
        ),
        (
            "Councilor Dee Ochoa urged lawmakers to pass the bill before the recess.",
            "Dee Ochoa",
            "indirect",
            "lawmakers to pass the bill before the recess",
        ),
        (
            "Governor Sam Lind warned the administration that the order would end in court.",
            "Sam Lind",
            "indirect",
            "that the order would end in court",
        ),
        (
            "Governor Sam Lind described the letter as a threat to public safety.",
            "Sam Lind",
            "indirect",
            "the letter as a threat to public safety",
        ),
        (
            "In a letter on Friday, Governor Sam Lind wrote that the terms are “unworkable.”",
            "Sam Lind",
            "mixed",
            "that the terms are “unworkable.”",
        ),
        (
            "Clerk Ida Voss estimated that the town would lose $40,000 a year.",
            "Ida Voss",
            "indirect",
            "that the town would lose $40,000 a year",
        ),
        (
            "The rule, Clerk Ida Voss said, was never read aloud.",
            "Ida Voss",
            "indirect",
            "The rule … was never read aloud",
        ),
        (
            "The rule was never read aloud, said Ida Voss, the town clerk.",
            "Ida Voss",
            "indirect",
            "The rule was never read aloud",
        ),
        (
            "“It is wrong,” Pastor Joel Amos thundered on Sunday.",
            "Joel Amos",
            "direct",
            "“It is wrong,”",
        ),
        (
            "Pastor Joel Amos has in the past vowed to open the church to families.",
            "Joel Amos",
            "indirect",
            "to open the church to families",
        ),
        (
            "“We have asked twice,” reads a statement from the Harbor Legal Fund.",
            "Harbor Legal Fund",
            "direct",
            "“We have asked twice,”",
        ),
        (
            "Mayor Ana Ruiz, who has said the city is “open to all,” left early.",
            "Ana Ruiz",
            "mixed",
            "the city is “open to all,”",
        ),
        (
            "As the Lake Circuit Court noted in 2018, detainers are requests.",
            "Lake Circuit Court",
            "indirect",
            "detainers are requests",
        ),
        (
            "Last week Governor Sam Lind stood before the sheriffs and declared that no town is exempt.",
            "Sam Lind",
            "indirect",
            "that no town is exempt",
        ),
    ],
)
def test_one_sentence_gives_one_statement(text: str, speaker: str, manner: str, content: str) -> None:
    assert spoken(text) == [(speaker, manner, content)]


def test_a_quotation_split_by_its_speaker_is_one_statement_in_two_parts() -> None:
    text = "“It is important,” Mayor Ana Ruiz said, “that people call us.”"
    assert spoken(text) == [("Ana Ruiz", "direct", "“It is important,” … “that people call us.”")]


def test_the_next_quotation_of_the_paragraph_belongs_to_the_same_speaker() -> None:
    text = "“We checked,” Mayor Ana Ruiz said in an interview. “There is no such rule. There never was.”"
    assert spoken(text) == [
        ("Ana Ruiz", "direct", "“We checked,” … “There is no such rule. There never was.”")
    ]


def test_a_quotation_over_two_paragraphs_without_a_closing_mark_is_one_statement() -> None:
    text = "“It began in May,” Mayor Ana Ruiz said. “Nobody told us.\n“We read it in the paper.”"
    found = spoken(text)
    assert [(speaker, manner) for speaker, manner, _ in found] == [("Ana Ruiz", "direct")]
    assert "We read it in the paper." in found[0][2]


def test_a_bare_quotation_after_a_paraphrase_is_the_same_speakers() -> None:
    text = "Mayor Ana Ruiz said the city follows the law.\n“We have nothing to hide and nothing to change.”"
    found = spoken(text)
    assert {speaker for speaker, _, _ in found} == {"Ana Ruiz"}
    assert any("“We have nothing to hide and nothing to change.”" in content for _, _, content in found)


def test_two_verbs_of_one_speaker_are_two_statements() -> None:
    text = "“We lock up no one for free,” Mayor Ana Ruiz said, adding that the county runs the jail."
    assert spoken(text) == [
        ("Ana Ruiz", "direct", "“We lock up no one for free,”"),
        ("Ana Ruiz", "indirect", "that the county runs the jail"),
    ]


def test_a_contrast_ends_what_the_first_speaker_said() -> None:
    text = "Mayor Ana Ruiz said the city complies, but Sheriff Paul Stern said it does not."
    assert spoken(text) == [
        ("Ana Ruiz", "indirect", "the city complies"),
        ("Paul Stern", "indirect", "it does not"),
    ]


def test_the_answer_to_a_question_is_the_one_asked() -> None:
    text = "Asked whether he would recommend charges, Sheriff Paul Stern said, “Ask the prosecutor.”"
    ((speaker, _, content),) = spoken(text)
    assert speaker == "Paul Stern"
    assert content.endswith("“Ask the prosecutor.”")


def test_groups_speak_in_their_own_words_and_bodies_by_their_name() -> None:
    text = (
        "Leaders of several towns along the river say the order will not change their practice.\n"
        "The River Towns Legal Alliance said the order is void.\n"
        "“No court has upheld it,” the group said in a statement."
    )
    assert [speaker for speaker, _, _ in spoken(text)] == [
        "Leaders of several towns along the river",
        "River Towns Legal Alliance",
        "River Towns Legal Alliance",
    ]


def test_a_short_form_is_spelt_out_where_the_text_does_so() -> None:
    text = (
        "The River Towns Legal Alliance has sued.\nThe RTLA warned the county that more suits would follow."
    )
    assert spoken(text)[-1][0] == "River Towns Legal Alliance"


@pytest.mark.parametrize(
    "text",
    [
        "Sheriff Paul Stern plans to retire in May.",
        "Sheriff Paul Stern believes that the order is lawful.",
        "Sheriff Paul Stern refused to open the records.",
        "Sheriff Paul Stern did not say that the jail was full.",
        "Sheriff Paul Stern will announce that the unit is to close.",
        "The order says that grants may be withheld.",
        "A survey found that most voters approve.",
        "Sheriff Paul Stern discussed the budget with the board.",
        "Sheriff Paul Stern praised the ruling.",
    ],
)
def test_thought_will_and_what_papers_provide_is_no_speech(text: str) -> None:
    assert {one.act for one in said(text)} == {"attitude"}


@pytest.mark.parametrize(
    "text",
    [
        "The claims were filed in a court that hears state law.",
        "The bill, known as the Trust Act, is pending.",
        "He lives in the United States of America.",
        "The meeting was called off, and the agenda was put away.",
    ],
)
def test_sentences_without_a_speaker_give_no_speech(text: str) -> None:
    assert spoken(text) == []


def test_what_a_writer_says_in_person_has_no_other_name() -> None:
    found = spoken("We request that you send the papers by May 1. I note that the ordinance is new.")
    assert {speaker for speaker, _, _ in found} <= {None}


def test_a_paper_is_its_authors() -> None:
    text = "The Harbor Legal Fund said it would sue. “We have waited long enough,” the statement read."
    assert [speaker for speaker, _, _ in spoken(text)] == ["Harbor Legal Fund", "Harbor Legal Fund"]


def test_headlines_say_nothing_of_their_own() -> None:
    from dataclasses import replace

    from pursestrings.documents import Block, BlockKind

    text = "Mayor Ana Ruiz says no\nThe council met."
    made = replace(
        document(text), blocks=(Block(BlockKind.HEADLINE, 0, 22), Block(BlockKind.BODY, 23, len(text)))
    )
    assert statements(people_in(made)) == []


def test_the_place_of_an_office_is_asked_of_the_reader_of_places() -> None:
    text = "Dayton Mayor Ana Ruiz said the city complies."
    made = document(text)
    dayton = "ocd-division/country:us/state:oh/place:dayton"
    found = PlaceMention("d", 0.9, made.anchor(0, 6), dayton, None, "Dayton", None, None, None)
    (statement,) = statements(people_in(made), NamedPlaces(made, [found]))
    assert statement.speaker.role == "Mayor"
    assert statement.speaker.place == "ocd-division/country:us/state:oh/place:dayton"


def test_what_a_transcript_gives_is_said_in_those_words() -> None:
    turns = "Mayor Ana Ruiz spoke with Carl Bell.\nBELL: Will the city sign?\nRUIZ: We will not sign it."
    assert [(one.speaker.name, one.manner) for one in said(turns)] == [
        ("Carl Bell", "direct"),
        ("Ana Ruiz", "direct"),
    ]


def test_speech_scores_higher_the_plainer_it_is() -> None:
    quoted = said("“We will sue,” Mayor Ana Ruiz said.")[0]
    wanted = said("Mayor Ana Ruiz wants to sue the department.")[0]
    assert quoted.score > 0.9 > wanted.score


@pytest.mark.parametrize(("content", "told"), [("“👍,”", "direct"), ("👍", "indirect")])
def test_a_picture_can_be_all_that_is_said(content: str, told: str) -> None:
    text = f"{content} Ruiz said."
    made = document(text)
    quoted = [(1, 3)] if content.startswith("“") else []
    assert manner([made.anchor(0, len(content))], text, quoted) == told


@pytest.mark.parametrize("content", ["“ …”", ": —", "that"])
def test_marks_alone_are_no_statement(content: str) -> None:
    text = f"Mayor Ana Ruiz said {content}"
    start = text.index(content)
    one = Attributed((0, 14), (15, 19), ((start, len(text)),), 0.8, (0.8, 0.8, 0.8))
    made = document(text)
    prose = passages(made)
    assert statements(people(made, prose, relations(made, prose, [one]))) == []


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("“We will not,” Mayor\u00ad Ana\u200d Ruiz told reporters.", "Mayor\u00ad Ana\u200d Ruiz"),
        ("“We will not,” Mayor Ana Ru\u200biz told reporters.", "Mayor Ana Ru\u200biz"),
        ("“We will not,” Mayor A\u0301na Ruiz told reporters.", "Mayor A\u0301na Ruiz"),
    ],
)
def test_what_is_not_seen_is_no_part_of_a_name(text: str, exact: str) -> None:
    (one,) = said(text)
    assert (one.speaker.name, one.speaker.role) in {("Ana Ruiz", "Mayor"), ("Ána Ruiz", "Mayor")}
    assert [mention.exact for mention in one.speaker.mention] == [exact]


PIECES = st.sampled_from(
    [
        "Mayor Ana Ruiz",
        "Ruiz",
        "said",
        "says",
        "that",
        "told reporters",
        "according to",
        "the city",
        "adding",
        "called",
        "“",
        "”",
        '"',
        "''",
        "’",
        ",",
        ".",
        ":",
        "—",
        "(",
        ")",
        "\n",
        "who",
        "and",
        "urged the court to",
        "asked whether",
        "she",
        "they",
        "Mr.",
        "U.S.",
        "on Monday",
        "is",
        "detained",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read_and_every_anchor_holds(text: str) -> None:
    known = people_in(document(text))
    for finding in [*statements(known), *known.findings()]:
        for anchor in finding.anchors:
            assert text[anchor.start : anchor.end] == anchor.exact
        assert 0 < finding.score <= 1
        assert finding.as_json()
