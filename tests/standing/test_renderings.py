"""Prose, outline and picture are made from the same tree, and none of them leaves anything out."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from pursestrings.places import find, get
from pursestrings.register.index import Register, load
from pursestrings.standing.answer import Standing
from pursestrings.standing.engine import Engine
from pursestrings.standing.reasons.diagram import WIDTH, diagram
from pursestrings.standing.reasons.prose import prose
from pursestrings.standing.reasons.text import outline
from pursestrings.standing.reasons.tree import Reason, cited_once
from pursestrings.standing.renderings import render
from pursestrings.standing.svg import text_width
from tests.standing.world import CHELSEA, act, case, grant, register

SVG = "{http://www.w3.org/2000/svg}"
QUESTIONS = [
    ("Boston, MA", "jag-2017-notice", "2018-06-01"),
    ("Springfield, MA", "jag-2017-notice", "2018-10-02"),
    ("Los Angeles, CA", "jag-2017-notice", "2018-09-20"),
    ("Baltimore, MD", "psp-2017-notice", "2017-08-04"),
    ("Philadelphia, PA", "jag-2017-1373", "2018-03-01"),
    ("Chelsea, MA", "eo13768-9a", "2017-08-04"),
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load())


def asked(engine: Engine, question: tuple[str, str, str]) -> tuple[Standing, Reason]:
    place, condition, on = question
    answer = engine.standing(find(place), condition, date.fromisoformat(on))
    return answer, engine.reason(answer)


def made_up(facts: Register) -> tuple[Standing, Reason]:
    engine = Engine(facts)
    answer = engine.standing(get(CHELSEA), "notice", date(2018, 1, 15))
    return answer, engine.reason(answer)


def spoken(text: str) -> str:
    """The words of a text, without line breaks and marks of notes."""
    return " ".join(re.sub(r"\[[\d, ]+\]", "", text).split())


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_form_says_every_claim(engine: Engine, question: tuple[str, str, str]) -> None:
    answer, root = asked(engine, question)
    told = spoken(prose(answer, root, engine.register.meta.known_through, 100))
    listed = spoken(outline(answer, root))
    drawn = spoken(" ".join(ET.fromstring(diagram([(answer, root)])).itertext()))
    for node in root.walk():
        assert spoken(node.claim) in told
        assert spoken(node.claim) in listed
        assert spoken(node.claim) in drawn


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("width", [40, 100])
def test_prose_holds_every_source_in_a_numbered_note(
    engine: Engine, question: tuple[str, str, str], width: int
) -> None:
    answer, root = asked(engine, question)
    text = prose(answer, root, engine.register.meta.known_through, width)
    body, notes = text.split("\nSources\n")
    flat = spoken(notes)
    for number, (name, cited) in enumerate(cited_once(root).items(), 1):
        assert f"{number}. {name} (" in flat
        for source in cited.fact.sources:
            assert spoken(f"{source.title}, {source.publisher}, {source.date or 'undated'}.") in flat
            assert f"<{source.url}>" in notes if source.url else True
    marks = {
        int(mark)
        for group in re.findall(r"\[([\d, ]+)\]", " ".join(body.split()))
        for mark in group.split(",")
    }
    assert marks == set(range(1, len(cited_once(root)) + 1))
    long = [line for line in text.splitlines() if len(line) > width and " " in line.strip()]
    assert not long


def test_prose_says_plainly_what_is_uncertain_and_where_the_record_stops(engine: Engine) -> None:
    answer, root = asked(engine, ("Springfield, MA", "jag-2017-notice", "2018-10-02"))
    text = spoken(prose(answer, root, engine.register.meta.known_through, 80))
    assert "that is uncertain, for a doubtful fact would change it" in text
    assert "not legal advice" in text
    later, why = made_up(register())
    stopped = spoken(prose(later, why, later.question.condition.announced, 80))
    assert "The record runs to 2017-07-25; what came later is not in this answer." in stopped


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_picture_is_an_svg_with_title_and_description_and_the_verdict(
    engine: Engine, question: tuple[str, str, str]
) -> None:
    answer, root = asked(engine, question)
    drawn = diagram([(answer, root)])
    svg = ET.fromstring(drawn)
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert question[0] in str(title.text)
    assert root.claim in str(description.text)
    assert f"VERDICT: {answer.verdict}" in [text.text for text in svg.iter(f"{SVG}text")]
    assert not list(svg.iter(f"{SVG}script"))
    assert drawn == diagram([(answer, root)])


def test_boxes_hold_their_text_and_do_not_cover_each_other(engine: Engine) -> None:
    svg = ET.fromstring(diagram([asked(engine, QUESTIONS[2])]))
    boxes = [rect.attrib for rect in svg.iter(f"{SVG}rect") if "box" in rect.get("class", "")]
    ends = [float(box["y"]) + float(box["height"]) for box in boxes]
    assert all(float(below["y"]) > end for (_, below), end in zip(pairwise(boxes), ends, strict=False))
    assert max(ends) <= float(svg.attrib["height"])
    for text in svg.iter(f"{SVG}text"):
        bold = {"root", "heading", "label"} & set(text.get("class", "").split())
        width = text_width(text.text or "", float(text.attrib["font-size"]), bold=bool(bold))
        assert float(text.attrib["x"]) + width <= WIDTH


def luminance(colour: str) -> float:
    wide = colour * 2 if len(colour) == 3 else colour
    parts = [int(wide[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_stands_out_from_every_box_and_bars_from_the_page() -> None:
    drawn = diagram([made_up(register())])
    fills = dict(re.findall(r"\.?([\w-]+) \{[^}]*fill: #([0-9a-f]{3,6})", drawn))
    boxes = [fills[name] for name in ("calm", "alert", "open", "plain")]
    for ink in (fills["text"], fills["label"], fills["source"]):
        for box in boxes:
            assert (luminance(box) + 0.05) / (luminance(ink) + 0.05) >= 7
    for name in ("calm", "alert", "open", "plain"):
        assert 1.05 / (luminance(fills[f"{name}-bar"]) + 0.05) >= 3


def test_text_from_the_record_is_escaped_and_long_words_are_cut() -> None:
    order = act(
        "order", "2017-09-15", grants=[grant(doubtful=f"<script>alert(1)</script> & {'x' * 400}\x07")]
    )
    drawn = diagram([made_up(register(case=[case(order)]))])
    words = "".join(ET.fromstring(drawn).itertext())
    assert "<script" not in drawn
    assert "<script>alert(1)</script> &" in " ".join(words.split())
    assert words.count("x") >= 400


def test_several_answers_make_one_picture_one_list_and_one_text(engine: Engine) -> None:
    names = engine.conditions("psp-2017-cooperation")
    answers = [engine.standing(find("Baltimore, MD"), name, date(2017, 8, 4)) for name in names]
    svg = ET.fromstring(render(engine, answers, "svg", 100))
    labels = [text.text for text in svg.iter(f"{SVG}text") if str(text.text).startswith("VERDICT")]
    assert len(labels) == len(names) == 3
    assert render(engine, answers, "prose", 100).count("\nSources\n") == 3
    assert render(engine, answers, "outline", 100).count("- The verdict for") == 3
