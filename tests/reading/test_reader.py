"""One pass over a document: everything found, anchored, in order, the same each time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.documents import BlockKind, load
from pursestrings.reading.findings import Statement
from pursestrings.reading.reader import jsonl
from tests.conftest import ROOT
from tests.reading.making import document, reader

STORY = """OAKLAND, Calif. — City officials said Tuesday that they would keep their rules.
Mayor Libby Schaaf said the threat to cut Byrne JAG grants of up to $2 million would not move the city.
“We follow 8 U.S.C. 1373,” Schaaf said. The department wants proof by December 8.
"""

SPANISH = """El alcalde José Rivera dijo el martes que la ciudad de Boston no cambiará su regla sobre las cárceles.
“No vamos a pedir papeles a nadie en esta ciudad”, afirmó Rivera ante unas 200 personas.
El Departamento de Justicia escribió que la ciudad debe cumplir con 8 U.S.C. 1373 o perderá $1.2 million.
"""
FRENCH = """Le maire Jean Moreau a dit mardi que la ville de Boston ne changerait pas sa règle sur les prisons.
« Nous ne demanderons de papiers à personne », a déclaré Moreau devant la foule venue à la mairie.
Le ministère a écrit que la ville doit respecter 8 U.S.C. 1373 ou perdre $1.2 million cette année.
"""


def test_every_kind_of_finding_comes_in_the_order_of_the_text() -> None:
    reading = reader().read(document(STORY, "2017-11-21"))
    assert {"place", "statement", "person", "program", "authority", "amount", "date", "event"} <= {
        one.kind for one in reading.findings
    }
    starts = [one.anchors[0].start for one in reading.findings]
    assert starts == sorted(starts)


def test_the_same_text_gives_the_same_lines() -> None:
    assert jsonl(reader().read(document(STORY, "2017-11-21"))) == jsonl(
        reader().read(document(STORY, "2017-11-21"))
    )


def test_the_document_comes_first_and_its_findings_carry_its_id() -> None:
    first, *rest = [json.loads(line) for line in jsonl(reader().read(document(STORY))).splitlines()]
    assert first["kind"] == "document"
    assert {line["document"] for line in rest} == {first["id"]}


def test_a_statement_says_what_it_is_about() -> None:
    found = reader().read(document(STORY, "2017-11-21")).findings
    quoted = next(one for one in found if isinstance(one, Statement) and one.manner == "direct")
    assert "usc-8-1373" in quoted.about


def test_nothing_is_found_in_boilerplate_or_credits(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(
        f"Council keeps rule\n\n{STORY}\nCopyright 2017 Boston Sample. All rights reserved.\n",
        encoding="utf-8",
    )
    made = load(file)
    silent = [
        (block.start, block.end)
        for block in made.blocks
        if block.kind in {BlockKind.BOILERPLATE, BlockKind.CREDIT, BlockKind.BYLINE}
    ]
    assert silent
    for one in reader().read(made).findings:
        assert not any(start <= one.anchors[0].start < end for start, end in silent)


@pytest.mark.parametrize(("text", "language"), [(SPANISH, "es"), (FRENCH, "fr")])
def test_another_language_is_marked_and_its_laws_and_sums_are_read_but_no_statements(
    tmp_path: Path, text: str, language: str
) -> None:
    file = tmp_path / "story.txt"
    file.write_text(text, encoding="utf-8")
    reading = reader().read(load(file))
    assert reading.document.language == language
    kinds = {one.kind for one in reading.findings}
    assert {"authority", "amount"} <= kinds
    assert "statement" not in kinds


@pytest.mark.parametrize("language", ["es", "zh"])
def test_statements_are_read_in_english_alone(language: str) -> None:
    english = document(STORY, "2017-11-21")
    assert any(isinstance(one, Statement) for one in reader().read(english).findings)
    other = reader().read(replace(english, language=language))
    assert not any(isinstance(one, Statement) for one in other.findings)


def test_a_text_too_short_to_tell_its_language_is_read_as_english() -> None:
    found = reader().read(replace(document(STORY, "2017-11-21"), language=None)).findings
    assert any(isinstance(one, Statement) for one in found)


def test_english_with_spanish_quotations_stays_english(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(
        "Mayor Joan Alder said on Tuesday that the city would keep its rule on jails, whatever the department decides.\n\n"
        "“No vamos a pedir papeles a nadie, y nadie debe tener miedo de llamar a la policía,” Alder said in Spanish"
        " to some 200 people who had come to the church.\n\n"
        "Police Chief Mark Teller said that officers would not be told to work for another agency.\n",
        encoding="utf-8",
    )
    reading = reader().read(load(file))
    assert reading.document.language == "en"
    assert any(isinstance(one, Statement) for one in reading.findings)


def test_an_empty_document_has_no_findings() -> None:
    assert reader().read(document("")).findings == ()


def test_reading_loads_nothing_heavy_until_it_reads() -> None:
    code = "import sys, pursestrings.reading.reader; print([m for m in ('eyecite','trafilatura','lxml','numpy','docx') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_and_every_anchor_holds(text: str) -> None:
    reading = reader().read(document(text, "2017-08-04"))
    for one in reading.findings:
        for anchor in one.anchors:
            assert text[anchor.start : anchor.end] == anchor.exact


def test_the_seeds_reach_the_floors(shared: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    seeds = shared / "seeds"
    with found.open("w", encoding="utf-8") as out:
        for path in sorted(seeds.glob("*.txt")):
            out.write(jsonl(reader().read(load(path))))
    floors = ["statements=0.45", "places=0.85", "people=0.80", "roles=0.60", "references=0.50"]
    scorer = [
        sys.executable,
        str(shared / "tools" / "score_readings.py"),
        str(found),
        str(shared / "gold"),
        str(seeds),
    ]
    done = subprocess.run([*scorer, *floors], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("[0-9]*")), ids=lambda path: path.name)
def test_the_examples_are_read(path: Path) -> None:
    reading = reader().read(load(path))
    assert reading.findings
    for one in reading.findings:
        for anchor in one.anchors:
            assert reading.document.text[anchor.start : anchor.end] == anchor.exact
