"""What the sample documents promise: they are read, they say what they are, and they quote nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from pursestrings.dates import PartialDate
from pursestrings.documents.document import BlockKind, Document
from pursestrings.documents.formats import load

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.name != "README.md")
LETTER, ORDINANCE = "4-agency-letter.pdf", "5-model-ordinance.docx"
FOOT = "Written for the Pursestrings project as a sample; not a real "


def read(name: str) -> Document:
    return load(EXAMPLES / name)


def record(path: str) -> Any:
    return yaml.safe_load((ROOT / "register" / path).read_text(encoding="utf-8"))


def test_there_are_six_of_four_formats() -> None:
    assert [path.suffix for path in FILES] == [".txt", ".txt", ".txt", ".pdf", ".docx", ".html"]
    guide = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert all(f"`{path.name}`" in guide for path in FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_is_small_and_says_at_its_foot_that_it_is_a_sample(path: Path) -> None:
    document = load(path)
    assert path.stat().st_size < 30_000
    assert document.text.count(FOOT) == 1
    assert document.text.index(FOOT) > len(document.text) - 250
    assert document.language == "en"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nobody_is_quoted(path: Path) -> None:
    assert not set('"“”„«»') & set(load(path).text)


@pytest.mark.parametrize(
    ("name", "publisher", "published", "origin"),
    [
        ("1-massachusetts-cities.txt", "Bay State Courier", "2017-03-28", None),
        (
            "2-massachusetts-cities-reprint.txt",
            "Connecticut River Dispatch",
            "2017-03-29",
            "Bay State Courier",
        ),
        ("3-four-cities.txt", "Inner Basin Ledger", "2017-08-04", None),
        ("6-injunction-summary.html", "Municipal Docket Digest", "2017-07-31", None),
    ],
)
def test_outlets_are_known_and_say_that_they_are_invented(
    name: str, publisher: str, published: str, origin: str | None
) -> None:
    document = read(name)
    assert (document.publisher, document.origin) == (publisher, origin)
    assert document.published == PartialDate.parse(published)
    assert "invented" in document.text


def test_the_letter_is_two_pages_read_in_order() -> None:
    letter = read(LETTER)
    assert len(letter.page_starts) == 2
    assert letter.published == PartialDate.parse("2017-08-03")
    landmarks = ["August 3, 2017", "Dear Chiefs:", "1. Access.", "2. Notice.", "3. Detention.", "Sincerely,"]
    places = [letter.text.index(landmark) for landmark in [*landmarks, "Written for"]]
    assert places == sorted(places)
    questions = [letter.text[block.start : block.end] for block in letter.paragraphs()]
    assert sum(question.endswith("?") for question in questions) == 3


def test_the_summary_is_read_without_its_scripts_and_apart_from_its_furniture() -> None:
    summary = read("6-injunction-summary.html")
    assert "Springfield" not in summary.text
    assert "dataset" not in summary.text
    furniture = {
        summary.text[block.start : block.end]
        for block in summary.blocks
        if block.kind is BlockKind.BOILERPLATE
    }
    assert {"Zoning", "Related"} <= furniture


def test_the_facts_are_those_of_the_register() -> None:
    request = record("requests/req-2017-08-03-psp.yaml")
    due = f"{request['due']:%B %d, %Y}"
    assert due in read(LETTER).text
    case = record("cases/sf-santa-clara-v-trump.yaml")
    summary = read("6-injunction-summary.html").text
    order = next(act for act in case["acts"] if act["kind"] == "preliminary_injunction")
    assert f"{order['date']:%B %d, %Y}, {order['citation']}" in summary
    assert all(court["docket"] in summary for court in case["courts"] if court["court"] == "cand")


def test_building_again_gives_the_same_bytes(tmp_path: Path) -> None:
    script = ROOT / "tools" / "build_examples.py"
    subprocess.run([sys.executable, str(script), "--out", str(tmp_path)], check=True)
    for name in (LETTER, ORDINANCE):
        assert (tmp_path / name).read_bytes() == (EXAMPLES / name).read_bytes()


def test_word_libraries_open_the_ordinance() -> None:
    docx = pytest.importorskip("docx", reason="needs python-docx")
    document = docx.Document(str(EXAMPLES / ORDINANCE))
    headings = [part.text for part in document.paragraphs if part.style.name == "Heading 1"]
    assert len(headings) == 10
    assert document.core_properties.created.year == 2017
