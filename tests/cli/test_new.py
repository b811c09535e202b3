"""`new` starts a fact: the right file, the right id, what is known filled in, what stood there untouched."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pursestrings.cli import cli
from pursestrings.errors import BAD_OPTION, ID_TWICE, NOT_FOUND, PLACE_UNKNOWN, Kind, PursestringsError
from pursestrings.register.citation import slug
from pursestrings.register.courts import courts
from pursestrings.register.files import shipped
from pursestrings.register.load import modelled
from pursestrings.register.models.courts import Case
from pursestrings.register.yaml import read
from pursestrings.workspace.folder import database_of
from pursestrings.workspace.store import Store
from tests.conftest import ROOT, lacking

CITED = "City of Springfield v. Bondi, No. 3:25-cv-00100, 799 F. Supp. 3d 6 (D. Mass. Sept. 3, 2025)"
CHICAGO = "chicago-v-sessions-fy2017"


def new(workspace: Path, *arguments: str) -> Path:
    """The file that the command wrote."""
    call = ["new", *arguments, "--workspace", str(workspace)]
    result = CliRunner().invoke(cli, call, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    path, _, what = result.stdout.partition(": ")
    assert "pursestrings check" in what
    return Path(path)


def data(path: Path) -> Any:
    return read(path.read_text(encoding="utf-8"), str(path)).data


@pytest.fixture
def listed() -> None:
    if not courts():
        lacking("courts-db")


@pytest.mark.usefixtures("listed")
def test_a_case_from_its_citation_alone(tmp_path: Path) -> None:
    path = new(tmp_path, "case", "--citation", CITED)
    assert path == tmp_path / "register" / "cases" / "springfield-v-bondi.yaml"
    case = data(path)
    assert (case["id"], case["caption"]) == ("springfield-v-bondi", "City of Springfield v. Bondi")
    assert case["courts"] == [{"court": "mad", "docket": "3:25-cv-00100"}]
    [act] = case["acts"]
    known = {name: value for name, value in act.items() if isinstance(value, str)}
    assert known == {
        "id": "springfield-v-bondi-01", "date": "2025-09-03", "court": "mad", "citation": "799 F. Supp. 3d 6"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("City of Chicago v. Sessions", "chicago-v-sessions"),
        ("City and County of San Francisco v. Trump", "san-francisco-v-trump"),
        ("The State of New York v. U.S. Department of Justice", "new-york-v-u-s-department-of-justice"),
        ("Doña Ana County v. Noem", "dona-ana-county-v-noem"),
    ],
)
def test_a_case_s_id_is_made_of_its_name(caption: str, name: str) -> None:
    assert slug(caption) == name


@pytest.mark.usefixtures("listed")
def test_an_order_goes_to_the_end_of_its_case_with_the_next_number(tmp_path: Path) -> None:
    held = (shipped() / "cases" / f"{CHICAGO}.yaml").read_text(encoding="utf-8")
    before = read(held, "held").data
    path = new(tmp_path, "order", CHICAGO, "--citation", "957 F.3d 772 (7th Cir. Apr. 30, 2020)")
    after = data(path)
    assert after["acts"][:-1] == before["acts"]
    assert {name: after[name] for name in before if name != "acts"} == {
        name: before[name] for name in before if name != "acts"
    }
    act = after["acts"][-1]
    number = (
        max(int(one["id"].rpartition("-")[2]) for one in before["acts"] if one["id"].startswith(CHICAGO)) + 1
    )
    assert act["id"] == f"{CHICAGO}-{number:02}"
    assert (act["date"], act["court"], act["citation"]) == ("2020-04-30", "ca7", "957 F.3d 772")
    written = path.read_text(encoding="utf-8")
    assert [line for line in held.splitlines() if line not in written.splitlines()] == []
    assert held == (shipped() / "cases" / f"{CHICAGO}.yaml").read_text(encoding="utf-8")


def test_orders_begun_one_after_the_other_have_their_own_numbers(tmp_path: Path) -> None:
    """The first is not yet filled in, so that the file cannot be read as a case; its id is taken all the same."""
    paths = [new(tmp_path, "order", CHICAGO) for _ in range(3)]
    assert len(set(paths)) == 1
    ids = [act["id"] for act in data(paths[0])["acts"]]
    assert len(set(ids)) == len(ids)
    numbers = [int(one.rpartition("-")[2]) for one in ids[-3:]]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]


@pytest.mark.parametrize(
    "citation",
    [
        "King County v. Turner, 2026 WL 123 (W.D. Wash. Sept. 3, 2026)",
        "Somebody v. Turner, No. 2:25-cv-00814 (W.D. Wash. Sept. 3, 2026)",
    ],
)
@pytest.mark.usefixtures("listed")
def test_a_citation_tells_of_which_case_an_order_is(tmp_path: Path, citation: str) -> None:
    path = new(tmp_path, "order", "--citation", citation)
    assert path.name == "king-v-turner.yaml"
    assert (data(path)["acts"][-1]["court"], data(path)["acts"][-1]["date"]) == ("wawd", "2026-09-03")


def test_an_old_name_of_a_case_will_do(tmp_path: Path) -> None:
    (tmp_path / "register" / "cases").mkdir(parents=True)
    (tmp_path / "register" / "cases" / "a-v-b.yaml").write_text(
        "id: a-v-b\naliases: [old-a-v-b]\ncaption: A v. B\ncourts: [{court: mad}]\nplaintiffs: [{name: A}]\n"
        "defendants: [B]\nsummary: S\nacts:\n  - id: first\n    date: 2018\n    court: mad\n    kind: complaint\n"
        "    summary: S\n    confidence: recalled\nconfidence: recalled",
        encoding="utf-8",
    )
    path = new(tmp_path, "order", "old-a-v-b")
    assert path.name == "a-v-b.yaml"
    assert [act["id"] for act in data(path)["acts"]] == ["first", "a-v-b-02"]
    assert data(path)["confidence"] == "recalled"


def test_a_policy_goes_to_the_file_of_its_place_or_begins_one(tmp_path: Path) -> None:
    held = read((shipped() / "places" / "ma-chelsea.yaml").read_text(encoding="utf-8"), "held").data
    year = date.today().year
    path = new(tmp_path, "policy", "Chelsea, MA")
    assert path == tmp_path / "register" / "places" / "ma-chelsea.yaml"
    assert data(path)["policies"][:-1] == held["policies"]
    assert data(path)["policies"][-1]["id"] == f"ma-chelsea-{year}-policy"
    new(tmp_path, "policy", "Chelsea, MA")
    assert data(path)["policies"][-1]["id"] == f"ma-chelsea-{year}-policy-2"
    begun = new(tmp_path, "policy", "Monowi, NE")
    assert begun.name == "ne-monowi.yaml"
    assert data(begun)["place"] == "ocd-division/country:us/state:ne/place:monowi"
    assert [one["id"] for one in data(begun)["policies"]] == [f"ne-monowi-{year}-policy"]


def test_a_place_is_named_as_people_name_it(tmp_path: Path) -> None:
    path = new(tmp_path, "place", "Monowi, NE")
    assert (data(path)["id"], data(path)["place"]) == (
        "ne-monowi",
        "ocd-division/country:us/state:ne/place:monowi",
    )


def test_what_is_begun_lies_where_it_is_wanted(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    path = new(tmp_path / "workspace", "notice", "a-notice", "--to", str(target))
    assert path == target / "notices" / "a-notice.yaml"
    assert data(path)["id"] == "a-notice"


def test_a_case_filled_in_passes_the_check(tmp_path: Path) -> None:
    path = new(tmp_path, "case", "a-v-b")
    values = {"caption": "A v. B", "court": "mad", "name": "A", "summary": "S", "date": "2018-01-01"}
    values |= {"kind": "complaint", "title": "T", "publisher": "P", "confidence": "primary"}
    lines = path.read_text(encoding="utf-8").splitlines()
    for index, line in enumerate(lines):
        key = line.strip().removeprefix("- ").removesuffix(":")
        if not line.lstrip().startswith("#") and line.endswith(":") and key in values:
            lines[index] = f"{line} {values[key]}"
    text = "\n".join(lines).replace("defendants:\n  -", "defendants:\n  - B")
    case, problems = modelled(read(text, "a.yaml"), Case)
    assert problems == []
    assert case is not None
    assert [act.id for act in case.acts] == ["a-v-b-01"]


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A workspace in which two of the examples were read, and the id of each by its number."""
    pytest.importorskip("trafilatura")
    pytest.importorskip("pypdfium2")
    workspace = tmp_path_factory.mktemp("workspace")
    files = [ROOT / "examples" / name for name in ("4-agency-letter.pdf", "6-injunction-summary.html")]
    call = ["read", *map(str, files), "--workspace", str(workspace)]
    assert CliRunner().invoke(cli, call, catch_exceptions=False).exit_code == 0
    with Store(database_of(workspace)) as store:
        ids = {Path(row.source).name[0]: row.id for row in store.documents()}
    return {"workspace": workspace, **ids}


def test_a_document_that_was_read_is_the_source_and_says_what_it_names(
    reading: dict[str, Any], tmp_path: Path
) -> None:
    call = ["request", "a-letter", "--document", reading["4"][:10], "--to", str(tmp_path)]
    path = new(reading["workspace"], *call)
    [source] = data(path)["sources"]
    assert (source["date"], data(path)["date"]) == ("2017-08-03", "2017-08-03")
    assert "Public Safety Partnership" in source["title"]
    notes = [line for line in path.read_text(encoding="utf-8").splitlines() if "The document names" in line]
    assert any("places: " in line for line in notes)
    assert any("dates: " in line for line in notes)


def test_a_case_takes_the_docket_number_from_a_document(reading: dict[str, Any], tmp_path: Path) -> None:
    path = new(reading["workspace"], "case", "a-v-b", "--document", reading["6"], "--to", str(tmp_path))
    [docket] = data(path)["courts"]
    assert docket["docket"] == "3:17-cv-00574-WHO"
    assert data(path)["sources"][0]["publisher"] == "Municipal Docket Digest"


def test_what_a_citation_says_goes_before_what_a_document_says(
    reading: dict[str, Any], tmp_path: Path
) -> None:
    call = ["order", "sf-santa-clara-v-trump", "--document", reading["6"], "--to", str(tmp_path)]
    path = new(reading["workspace"], *call, "--citation", "897 F.3d 9999 (Aug. 1, 2018)")
    act = data(path)["acts"][-1]
    assert (act["date"], act["citation"]) == ("2018-08-01", "897 F.3d 9999")
    assert act["sources"][0]["date"] == "2017-07-31"


REFUSED: list[tuple[list[str], Kind, str]] = [
    (["order", "no-such-case"], NOT_FOUND, "pursestrings new case"),
    (["case", CHICAGO], ID_TWICE, f"cases/{CHICAGO}.yaml"),
    (["place", "Chelsea, MA"], ID_TWICE, "places/ma-chelsea.yaml"),
    (["case"], BAD_OPTION, "needs a name"),
    (["order", "--citation", CITED], BAD_OPTION, "needs a name"),
    (
        ["order", "--citation", "Chicago v. Sessions, 1 F.4th 2 (7th Cir. 2021)"],
        BAD_OPTION,
        f"fy2018, {CHICAGO}",
    ),
    (["order", CHICAGO, "--citation", "Chicago v. Sessions, 888 F.3d 272"], ID_TWICE, f"{CHICAGO}-05"),
    (["case", "--citation", "888 F.3d 272"], BAD_OPTION, "needs a name"),
    (["case", "a-v-b", "--citation", "the order of May"], BAD_OPTION, "no citation"),
    (["case", "City of A v. B"], BAD_OPTION, "such as: a-v-b"),
    (["case", "../../a"], BAD_OPTION, "no id"),
    (["policy", "Atlantis, MA"], PLACE_UNKNOWN, "No US government"),
    (["case", "a-v-b", "--document", "0000"], NOT_FOUND, "Read it first"),
]


@pytest.mark.parametrize(
    ("arguments", "kind", "words"), REFUSED, ids=[" ".join(one) for one, _, _ in REFUSED]
)
def test_a_call_that_cannot_be_met_is_one_clear_line_and_writes_nothing(
    tmp_path: Path, arguments: list[str], kind: Kind, words: str
) -> None:
    with pytest.raises(PursestringsError) as error:
        new(tmp_path, *arguments)
    assert error.value.kind is kind
    assert words in error.value.line
    assert not list(tmp_path.rglob("*.yaml"))


def test_a_file_begun_before_is_not_written_over(tmp_path: Path) -> None:
    path = new(tmp_path, "outlet", "a-paper")
    path.write_text("id: a-paper\nname: The words of a curator\n", encoding="utf-8")
    with pytest.raises(PursestringsError) as error:
        new(tmp_path, "outlet", "a-paper")
    assert error.value.kind is ID_TWICE
    assert "curator" in path.read_text(encoding="utf-8")
