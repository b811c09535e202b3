"""The curator's guide says what the program does, and its examples are true and would pass the check."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

import build_register_doc
from pursestrings.cli import cli
from pursestrings.cli.options import register_of
from pursestrings.register import fields
from pursestrings.register.check import check
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.load import Meta, load_files, shipped
from pursestrings.register.models.base import Fact, Thing
from pursestrings.register.models.local import Codebook
from pursestrings.register.yaml import read

GUIDE = build_register_doc.GUIDE.read_text(encoding="utf-8")
EXAMPLES: dict[str, str] = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", GUIDE, flags=re.DOTALL))
ROOTS = (Thing, Fact, Meta, Codebook, *(kind.model for kind in FILE_KINDS))
MODELS = {model.__name__: model for root in ROOTS for model in fields.walk(root)}


def test_the_generated_parts_are_what_the_code_says() -> None:
    assert build_register_doc.guide(GUIDE) == GUIDE, "run python tools/build_register_doc.py"
    listed = build_register_doc.FIELDS.read_text(encoding="utf-8")
    assert listed == build_register_doc.fields(), "run python tools/build_register_doc.py"
    corrections = build_register_doc.CHANGES.read_text(encoding="utf-8")
    assert corrections == build_register_doc.changes(), "run python tools/build_register_doc.py"


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_every_field_is_explained(model: type[BaseModel]) -> None:
    words = fields.read_words()
    assert [name for name in fields.own_fields(model) if not fields.says(model, name, words)] == []


def test_no_words_are_left_over_from_a_field_that_went() -> None:
    words = fields.read_words()
    every = {name for model in MODELS.values() for name in model.model_fields}
    stale = [f"any.{name}" for name in words.pop("any") if name not in every]
    for model, said in words.items():
        stale += [f"{model}.{name}" for name in said if name not in MODELS[model].model_fields]
    assert stale == []


def test_each_important_kind_has_an_example() -> None:
    folders = {name.partition("/")[0] for name in EXAMPLES}
    assert folders == {"cases", "conditions", "instruments", "notices", "places", "rules"}


def test_the_examples_pass_the_check(tmp_path: Path) -> None:
    for name, text in EXAMPLES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    problems = [one.line for one in check(load_files((tmp_path,))) if str(tmp_path) in one.line]
    assert problems == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_nothing_that_its_file_does_not(name: str) -> None:
    file = shipped() / name
    assert _missing(read(EXAMPLES[name], name).data, read(file.read_text("utf-8"), str(file)).data) == []


def _missing(part: Any, whole: Any, path: str = "") -> list[str]:
    """Where a shortened copy differs from the whole: left-out keys and items are no difference."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return [line for key in part for line in _missing(part[key], whole.get(key), f"{path}.{key}")]
    if isinstance(part, list) and isinstance(whole, list):
        return [f"{path}[{i}]" for i, item in enumerate(part) if all(_missing(item, one) for one in whole)]
    return [] if part == whole else [path]


def test_the_line_shown_for_a_dangling_id_is_what_check_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    group = Path("mine/groups/my-set.yaml")
    group.parent.mkdir(parents=True)
    group.write_text(
        "id: my-set\nname: Mine\nmembers:\n  - jag-2017-notise\nconfidence: recalled\n", encoding="utf-8"
    )
    result = CliRunner().invoke(cli, ["check", "--register", "mine"])
    shown = next(line for line in GUIDE.splitlines() if line.startswith("mine/"))
    assert any(line.startswith(shown) for line in result.stderr.splitlines()), result.stderr
    assert result.exit_code == 1


def test_a_folder_named_stands_in_place_of_the_workspace_s_own(tmp_path: Path) -> None:
    own, named = tmp_path / "workspace" / "register", tmp_path / "mine"
    own.mkdir(parents=True)
    named.mkdir()
    assert register_of(own.parent, ()).overlays == (str(own),)
    assert register_of(own.parent, (named,)).overlays == (str(named),)


def test_every_link_leads_somewhere() -> None:
    fields = build_register_doc.FIELDS.read_text(encoding="utf-8")
    headings = {line.removeprefix("## ").lower() for line in fields.splitlines() if line.startswith("## ")}
    for target, anchor in re.findall(r"\]\(([^)#\s]*)(?:#([^)]+))?\)", GUIDE + fields):
        assert (build_register_doc.REGISTER / target).exists(), target
        assert not anchor or anchor in headings, anchor
