"""`check --fix` puts a file in order and changes nothing that it says."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.cli import cli
from pursestrings.errors import PursestringsError
from pursestrings.register.files import shipped, yaml_files
from pursestrings.register.fix import tidied
from pursestrings.register.kinds import BY_FOLDER
from pursestrings.register.load import load_files
from pursestrings.register.models.courts import Case
from pursestrings.register.models.local import PlaceRecord
from pursestrings.register.models.people import Outlet
from pursestrings.register.writer import written
from pursestrings.register.yaml import read
from pursestrings.workspace.registers import install

ALL = list(yaml_files(shipped()))


def fixed(text: str, model: Any = Outlet) -> str:
    """The text in order; put in order once more it stays so."""
    once = tidied(text, "a.yaml", model)
    assert tidied(once, "a.yaml", model) == once
    return once


def test_fields_stand_in_the_order_of_the_model_and_sources_last() -> None:
    assert fixed("confidence: recalled\nkind: paper\nname: A\nid: a\n") == (
        "id: a\nname: A\nkind: paper\nconfidence: recalled\n"
    )


def test_fields_inside_fields_and_lists_are_put_in_order_too() -> None:
    text = (
        "sources:\n"
        "  - date: undated\n"
        "    publisher: P\n"
        "    title: T\n"
        "  - url: https://example.org\n"
        "    title: U\n"
        "checked:\n"
        "  saw: S\n"
        "  on: 2020\n"
        "id: a\n"
    )
    assert fixed(text) == (
        "id: a\n"
        "sources:\n"
        "  - title: T\n"
        "    publisher: P\n"
        "    date: undated\n"
        "  - title: U\n"
        "    url: https://example.org\n"
        "checked:\n"
        "  on: 2020\n"
        "  saw: S\n"
    )


def test_answers_stay_in_their_order_with_their_own_fields_in_order() -> None:
    text = (
        "id: a\npolicies:\n  - id: p\n    answers:\n"
        "      honors_detainer:\n        basis: text\n        answer: never\n"
        "      asks_status:\n        note: N\n        basis: text\n        answer: no\n"
    )
    assert fixed(text, PlaceRecord) == (
        "id: a\npolicies:\n  - id: p\n    answers:\n"
        "      honors_detainer:\n        answer: never\n        basis: text\n"
        "      asks_status:\n        answer: no\n        basis: text\n        note: N\n"
    )


def test_a_comment_stays_with_the_field_that_it_stands_above() -> None:
    text = "# of the kind\n# in two lines\nkind: paper\n# of the name\nname: A # beside it\nid: a\n"
    assert (
        fixed(text)
        == "id: a\n# of the name\nname: A # beside it\n# of the kind\n# in two lines\nkind: paper\n"
    )


def test_a_comment_stays_with_its_field_and_its_item_in_a_list() -> None:
    text = (
        "acts:\n"
        "  # the later one\n"
        "  - date: 2019-01-01\n"
        "    # its id\n"
        "    id: two\n"
        "  # the earlier one\n"
        "  - id: one\n"
        "    # its day\n"
        "    date: 2018-01-01\n"
        "# the end\n"
        "caption: A v. B\n"
    )
    assert fixed(text, Case) == (
        "# the end\n"
        "caption: A v. B\n"
        "acts:\n"
        "  # the earlier one\n"
        "  - id: one\n"
        "    # its day\n"
        "    date: 2018-01-01\n"
        "  # the later one\n"
        "    # its id\n"
        "  - id: two\n"
        "    date: 2019-01-01\n"
    )


def acts(*days: str) -> str:
    return "id: a\nacts:\n" + "".join(
        f"  - id: n{number}\n    date: {day}\n" for number, day in enumerate(days)
    )


def order(text: str) -> list[str]:
    return [act["date"] or "" for act in read(text, "a.yaml").data["acts"]]


def test_acts_stand_by_date_and_those_of_one_day_as_they_stood() -> None:
    text = fixed(acts("2019-01-01", "2018-03-02", "2019-01-01", "2017"), Case)
    assert order(text) == ["2017", "2018-03-02", "2019-01-01", "2019-01-01"]
    assert [act["id"] for act in read(text, "a.yaml").data["acts"]] == ["n3", "n1", "n0", "n2"]


@pytest.mark.parametrize(
    "days", [("2018-03-05", "2018-03"), ("2018-03", "2018-03-05"), ("2018-03-05", "2018"), ("2018-03-05", "")]
)
def test_acts_that_may_be_either_way_round_stay_as_they_stand(days: tuple[str, str]) -> None:
    """A later act may act on an earlier one of its month: which is which a person said by their order."""
    assert order(fixed(acts(*days), Case)) == list(days)


def test_an_unsure_date_holds_up_no_sure_one() -> None:
    assert order(fixed(acts("2018", "2018-05-01", "2018-04-01", ""), Case)) == [
        "2018",
        "2018-04-01",
        "2018-05-01",
        "",
    ]


def test_responses_stand_by_date_and_policies_as_they_stood() -> None:
    text = (
        "id: a\n"
        "policies:\n  - id: b\n    adopted: 2019\n  - id: a\n    adopted: 2018\n"
        "responses:\n  - date: 2019-01-01\n  - date: 2018-01-01\n"
    )
    data = read(fixed(text, PlaceRecord), "a.yaml").data
    assert [one["id"] for one in data["policies"]] == ["b", "a"]
    assert [one["date"] for one in data["responses"]] == ["2018-01-01", "2019-01-01"]


def test_line_ends_tabs_and_the_end_of_the_file_are_made_one() -> None:
    assert fixed("id: a  \r\nname: A\t\r\nhome:\r\n\r\n\r\n") == "id: a\nname: A\nhome:\n"


@pytest.mark.parametrize("value", ['"a\tb"', "|\n  one \n  two", '"a\u2028b"'])
def test_a_tab_or_a_blank_that_is_part_of_a_value_is_not_touched(value: str) -> None:
    text = f"kind: paper\nname: {value}\nid: a \n"
    assert fixed(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "{kind: paper, id: a}\n",
        "---\nname: A\nid: a\n",
        "name: A\nid: a\n...\n",
        "- name: A\n- id: a\n",
    ],
)
def test_what_cannot_be_moved_line_by_line_stays_as_it_is(text: str) -> None:
    assert fixed(text) == text


def test_a_list_whose_dash_stands_alone_keeps_what_it_says() -> None:
    text = "id: a\nacts:\n  -\n    date: 2019\n    id: one\n  -\n    date: 2018\n    id: two\n"
    assert sorted(order(fixed(text, Case))) == ["2018", "2019"]


def test_what_is_no_field_stands_last_where_check_will_name_it() -> None:
    assert fixed("colour: red\nname: A\nid: a\n") == "id: a\nname: A\ncolour: red\n"


@pytest.mark.parametrize("text", ["id: [a\n", "name: &x A\nother: *x\nid: a\n"])
def test_what_is_no_yaml_of_the_register_s_is_refused(text: str) -> None:
    with pytest.raises(PursestringsError, match="not YAML"):
        tidied(text, "a.yaml", Outlet)


def test_the_shipped_register_is_in_order() -> None:
    def in_order(path: Path) -> bool:
        text = path.read_text(encoding="utf-8")
        return tidied(text, str(path), BY_FOLDER[path.parent.name].model) == text

    assert [path.name for path in ALL if not in_order(path)] == []


def shuffled(data: Any, random: Random) -> Any:
    """The same data with the fields of every mapping in another order."""
    if isinstance(data, dict):
        return {key: shuffled(data[key], random) for key in random.sample(list(data), len(data))}
    return [shuffled(item, random) for item in data] if isinstance(data, list) else data


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.sampled_from(ALL), st.integers(0, 2**32))
def test_a_file_with_its_fields_in_any_order_is_put_in_the_order_of_the_shipped_one(
    path: Path, seed: int
) -> None:
    model = BY_FOLDER[path.parent.name].model
    data = read(path.read_text(encoding="utf-8"), str(path)).data
    text = written(shuffled(data, Random(seed)))
    again = read(fixed(text, model), str(path)).data
    assert again == data
    # The names under `answers` are the codebook's and stay as they stand; all other fields have one order.
    if "answers" not in text:
        assert list(again) == list(data)
        assert fixed(text, model) == written(data)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    st.lists(st.sampled_from(["2017", "2018", "2018-03", "2018-03-05", "2018-04-01", "2019", ""]), min_size=1)
)
def test_whatever_the_dates_no_act_stands_after_one_that_was_surely_later(days: list[str]) -> None:
    found = order(fixed(acts(*days), Case))
    assert sorted(found) == sorted(days)
    for index, day in enumerate(found):
        for later in found[index + 1 :]:
            assert not day or not later or not _surely_before(later, day)


def _surely_before(one: str, other: str) -> bool:
    return one < other and not other.startswith(one)


def test_the_command_names_what_it_changed_and_leaves_the_rest(small: Path, tmp_path: Path) -> None:
    mine, workspace = tmp_path / "mine" / "outlets", tmp_path / "workspace"
    mine.mkdir(parents=True)
    # An edition installed is not for curators to edit: only the user's own facts are put in order.
    edition = install(workspace, load_files(base=small), small)
    untidy, tidy, broken = (mine / f"{name}.yaml" for name in "abc")
    untidy.write_text("kind: paper\nname: A\nid: a\nconfidence: recalled\n", encoding="utf-8")
    tidy.write_text("id: b\nname: B\nkind: paper\nconfidence: recalled\n", encoding="utf-8")
    broken.write_text("id: [c\n", encoding="utf-8")
    held = {path: path.read_bytes() for path in yaml_files(edition.folder)}
    call = ["check", "--fix", "--register", str(mine.parent), "--workspace", str(workspace)]
    result = CliRunner().invoke(cli, call, catch_exceptions=False)
    told = [line for line in result.stdout.splitlines() if line.startswith("put in order")]
    assert told == [f"put in order: {untidy}"]
    assert "c.yaml" in result.stderr
    assert result.exit_code == 1
    assert untidy.read_text(encoding="utf-8").startswith("id: a\nname: A\n")
    assert broken.read_text(encoding="utf-8") == "id: [c\n"
    assert {path: path.read_bytes() for path in yaml_files(edition.folder)} == held
