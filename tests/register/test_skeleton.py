"""A new file of any kind: it names every field, says what each takes, and lacks only what is to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from pursestrings.errors import FIELD_EMPTY
from pursestrings.register.cache import load_files_cached
from pursestrings.register.checks.walk import models
from pursestrings.register.fields import read_words, says, walk
from pursestrings.register.fix import tidied
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.load import modelled
from pursestrings.register.models.base import Fact
from pursestrings.register.models.courts import Act
from pursestrings.register.models.local import Policy
from pursestrings.register.order import ordered
from pursestrings.register.plain import plain
from pursestrings.register.skeleton import noted, part, skeleton
from pursestrings.register.yaml import read

ENTRIES = load_files_cached().entries
MODELS = [pytest.param(kind.model, id=kind.name) for kind in FILE_KINDS]


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_wrong_with_it_but_what_is_empty(model: type[BaseModel]) -> None:
    document = read(skeleton(model, {"id": "a"}), "a.yaml")
    thing, problems = modelled(document, model)
    assert thing is None
    assert {problem.kind for problem in problems} == {FIELD_EMPTY}
    told = {problem.where.field for problem in problems if problem.where}
    # A paper's date and a sum's amount must be written, and stay empty where nobody knows them.
    assert set(empty(document.data)) - {"date", "amount"} == told - {"date", "amount"}


def empty(data: Any, path: str = "") -> Iterator[str]:
    """The path of every field that holds nothing."""
    parts = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for name, value in parts:
        yield from empty(value, f"{path}{name}.")
    if data is None:
        yield path.removesuffix(".")


@pytest.mark.parametrize("model", MODELS)
def test_it_names_every_field_in_its_order(model: type[BaseModel]) -> None:
    text = skeleton(model, {"id": "a"})
    named = re.findall(r"^(?:# )?([a-z_0-9]+):", text, re.MULTILINE)
    assert [name for name in named if name in model.model_fields] == list(ordered(model))


@pytest.mark.parametrize("model", [*MODELS, pytest.param(Act, id="act"), pytest.param(Policy, id="policy")])
def test_it_says_of_every_field_what_it_means_and_takes(model: type[BaseModel]) -> None:
    lines = skeleton(model, {"id": "a"}).splitlines()
    for name in ordered(model):
        [at] = [index for index, line in enumerate(lines) if re.match(rf"(# )?{name}:", line)]
        if lines[at].startswith("#"):
            assert re.match(rf"# {name}: [A-Z]", lines[at]), f"{name} is not explained"
        else:
            assert re.fullmatch(r"# .*\)", lines[at - 1]), f"{name} does not say what it takes"


def test_nothing_in_any_kind_of_file_is_unexplained() -> None:
    words = read_words()
    found = {inner for kind in FILE_KINDS for inner in walk(kind.model)}
    unsaid = {
        f"{model.__name__}.{name}"
        for model in found
        for name in model.model_fields
        if not says(model, name, words)
    }
    assert unsaid == set()


@pytest.mark.parametrize("model", MODELS)
def test_it_has_no_links_and_no_line_too_long_for_a_page(model: type[BaseModel]) -> None:
    text = skeleton(model, {"id": "a"})
    assert "](#" not in text
    assert all(len(line) <= 100 for line in text.splitlines() if "·" not in line)


@pytest.mark.parametrize("model", MODELS)
def test_it_is_in_order_already(model: type[BaseModel]) -> None:
    text = skeleton(model, {"id": "a"})
    assert tidied(text, "a.yaml", model) == text


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.sampled_from(ENTRIES))
def test_what_is_known_is_filled_in_so_that_a_whole_fact_needs_no_more(entry: Any) -> None:
    """A fact of the register, given as what is known: the file read back is the same fact."""
    model = type(entry.thing)
    thing, problems = modelled(read(skeleton(model, plain(entry.thing)), "a.yaml"), model)
    # What a fact that is only remembered lacks is asked for: its source, the duties of a condition.
    assert {problem.kind for problem in problems} <= {FIELD_EMPTY}
    facts = [one for _, one in models(entry.thing) if isinstance(one, Fact)]
    assert thing == entry.thing or (problems and not all(one.sources for one in facts))


def test_a_part_is_an_item_of_a_list_with_its_comments() -> None:
    text = "acts:\n" + part(Act, {"id": "a-01", "date": "2018-01-01"}, 2)
    [item] = read(text, "a.yaml").data["acts"]
    assert (item["id"], item["date"], item["court"]) == ("a-01", "2018-01-01", None)
    assert "  - id: a-01\n" in text
    assert "    # last_seen_alive: " in text


def test_words_from_elsewhere_can_break_nothing() -> None:
    given = {"id": "a", "caption": "A: v. B # no comment\n- 'x' \"y\"", "summary": "null"}
    for kind in FILE_KINDS:
        fields = {name: value for name, value in given.items() if name in kind.model.model_fields}
        data = read(skeleton(kind.model, fields), "a.yaml").data
        assert {name: data[name] for name in fields} == fields


def test_what_a_document_names_stands_as_a_comment() -> None:
    lines = list(noted(["places: " + ", ".join(["Boston"] * 40)]))
    assert len(lines) > 1
    assert all(line.startswith("# ") for line in lines)
    assert lines[0].startswith("# The document names places: Boston")
