"""What `check` finds only by holding facts against each other, or against the lists of the field."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pursestrings.cli import cli
from pursestrings.dates import PartialDate
from pursestrings.register.check import warnings
from pursestrings.register.courts import courts
from pursestrings.register.files import shipped
from pursestrings.register.load import load_files
from tests.conftest import lacking
from tests.register.conftest import Found

MA = "ocd-division/country:us/state:ma"
BOSTON, CHELSEA = f"{MA}/place:boston", f"{MA}/place:chelsea"
SOURCE = "sources:\n  - {title: A paper, publisher: A publisher, date: undated}\nconfidence: primary\n"
OUTLET = "id: a\nname: A\nkind: paper\n"

# Whom an order protects

ORDER = (
    "id: a\ncaption: A v. B\ncourts: [{court: mad}]\n"
    f"plaintiffs: [{{name: Boston, place: {BOSTON}}}]\n"
    "defendants: [B]\nchallenges: [jag-2017-notice]\nsummary: S\nconfidence: recalled\nacts:\n"
    "  - id: one\n    date: 2018-01-01\n    court: mad\n    kind: preliminary_injunction\n"
    "    grants:\n      - conditions: [jag-2017-notice]\n        protects:\n          places:\n"
    "            - {place: @}\n        relief: preliminary\n    summary: S\n    confidence: recalled\n"
)


def order(named: str, extra: str = "") -> dict[str, str]:
    """A case of Boston's with an order for the place named; `extra` are more lines of its scope."""
    return {"cases/a.yaml": ORDER.replace("{place: @}", f"{{place: {named}}}{extra}")}


def test_a_plaintiff_may_be_protected(found: Found) -> None:
    assert found(order(BOSTON)) == []


def test_a_place_protected_that_did_not_sue_is_named_where_it_stands(found: Found) -> None:
    assert found(order(CHELSEA)) == [
        f"a.yaml:18: acts.0.grants.0.protects.places.0: {CHELSEA} is protected, and is no plaintiff."
    ]


@pytest.mark.parametrize(
    ("named", "extra"),
    [
        (f"{CHELSEA}, note: A member of the association that sued", ""),
        (CHELSEA, "\n          words: Members"),
    ],
)
def test_a_note_or_the_scope_s_own_words_say_why_another_is_protected(
    found: Found, named: str, extra: str
) -> None:
    assert found(order(named, extra)) == []


def test_what_a_stay_leaves_is_held_against_the_plaintiffs_too(found: Found) -> None:
    stay = (
        "  - {id: two, date: 2018-02-01, court: ca1, kind: stay, summary: S, confidence: recalled, changes: "
        f"[{{does: stays, act: one, leaves: {{places: [{{place: {CHELSEA}}}]}}}}]}}\n"
    )
    assert found({"cases/a.yaml": order(BOSTON)["cases/a.yaml"] + stay}) == [
        f"a.yaml:22: acts.1.changes.0.leaves.places.0: {CHELSEA} is protected, and is no plaintiff."
    ]


# Fiscal years

PROGRAM = "id: '16.999'\nname: P\nagency: A\nkind: formula\nfirst_year: 2010\nlast_year: 2020\nconfidence: recalled\n"
AWARDS = f"id: a\nplace: {BOSTON}\nawards:\n  - id: one\n    @\n    program: '16.999'\n    amount: 1\n    holder: {BOSTON}\n"


def awarded(fain: str, year: int) -> dict[str, str]:
    line = f"fain: {fain}\n    fiscal_year: {year}" if fain else f"fiscal_year: {year}"
    text = AWARDS.replace("@", line) + "    status: awarded\n    confidence: recalled\n"
    return {"programs/16.999.yaml": PROGRAM, "awards/a.yaml": text}


@pytest.mark.parametrize(
    ("fain", "year"),
    [("2017-DJ-BX-0123", 2017), ("15PBJA-20-GG-01234", 2020), ("AB-1234", 2015), ("", 2010)],
)
def test_an_award_is_of_the_year_that_its_number_says(found: Found, fain: str, year: int) -> None:
    assert found(awarded(fain, year)) == []


@pytest.mark.parametrize(
    ("fain", "year", "line"),
    [
        ("2017-DJ-BX-0123", 2018, "a.yaml:6: awards.0.fiscal_year: the award's number is of 2017."),
        ("15PBJA-21-GG-01234", 2020, "a.yaml:6: awards.0.fiscal_year: the award's number is of 2021."),
        ("", 2021, "a.yaml:5: awards.0.fiscal_year: 16.999 paid nothing in 2021."),
        ("", 2009, "a.yaml:5: awards.0.fiscal_year: 16.999 paid nothing in 2009."),
    ],
)
def test_a_year_that_cannot_be_that_of_the_money_is_named(
    found: Found, fain: str, year: int, line: str
) -> None:
    assert found(awarded(fain, year)) == [line]


def condition(name: str, years: str) -> dict[str, str]:
    """The condition of the small register under another name and of other years, on a program of 2010 to 2020."""
    text = (shipped() / "conditions" / "jag-2017-notice.yaml").read_text(encoding="utf-8")
    text = text.replace("id: jag-2017-notice", f"id: {name}").replace("16.738", "16.999")
    text = text.replace("fiscal_years:\n  - 2017", f"fiscal_years: [{years}]")
    return {"programs/16.999.yaml": PROGRAM, f"conditions/{name}.yaml": text}


def years_wrong(lines: list[str]) -> list[str]:
    """What is said of years; the small register lacks the papers that the condition names."""
    return [line.split(": ", 2)[2] for line in lines if ": fiscal_years" in line]


@pytest.mark.parametrize(("name", "years"), [("x-2017-y", "2017"), ("x-2017-y", "2017, 2018"), ("x", "2010")])
def test_a_condition_is_of_the_year_in_its_name_and_of_years_that_are_paid(
    found: Found, name: str, years: str
) -> None:
    assert years_wrong(found(condition(name, years))) == []


@pytest.mark.parametrize(
    ("name", "years", "words"),
    [
        ("x-2017-y", "2018", "its name says 2017."),
        ("x", "2020, 2021", "none of its programs paid in 2021."),
    ],
)
def test_a_condition_of_the_wrong_year_is_named(found: Found, name: str, years: str, words: str) -> None:
    assert years_wrong(found(condition(name, years))) == [words]


# Courts and citations

CASE = (
    "id: a\ncaption: A v. B\ncourts:\n  - court: {court}\n    filed: {day}\nplaintiffs: [{{name: A}}]\n"
    "defendants: [B]\nsummary: S\nacts: []\nconfidence: recalled\n"
)
RULED = (
    "id: a\ncaption: A v. B\ncourts: [{{court: mad}}]\nplaintiffs: [{{name: A}}]\ndefendants: [B]\nsummary: S\n"
    "confidence: recalled\nacts:\n"
    "  - {{id: one, date: 2018, court: mad, kind: judgment, citation: '{}', summary: S, confidence: recalled}}\n"
)


@pytest.fixture
def listed() -> None:
    if not courts():
        lacking("courts-db")


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("court", ["mad", "ca9", "scotus", "njd"])
def test_a_court_that_sits_is_known(found: Found, court: str) -> None:
    """New Jersey's sits too, whose first span in the list ends in 1802."""
    assert found({"cases/a.yaml": CASE.format(court=court, day="2018-01-01")}) == []


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("court", "day", "line"),
    [
        ("maad", "2018", "a.yaml:4: courts.0.court: there is no court 'maad'."),
        ("ca11", "1979-01-01", "a.yaml:4: courts.0.court: United States Court of Appeals for the Eleventh Circuit did not sit on"),
    ],
)  # fmt: skip
def test_a_court_that_is_not_there_or_not_yet_is_named(found: Found, court: str, day: str, line: str) -> None:
    [told] = found({"cases/a.yaml": CASE.format(court=court, day=day)})
    assert told.startswith(line)


@pytest.mark.usefixtures("listed")
def test_the_court_of_an_act_is_looked_up_as_well(found: Found) -> None:
    [told] = found(
        {"cases/a.yaml": RULED.format("888 F.3d 272").replace("court: mad, kind", "court: mdd1, kind")}
    )
    assert told == "a.yaml:9: acts.0.court: there is no court 'mdd1'."


@pytest.mark.parametrize(
    "citation", ["888 F.3d 272", "2018 WL 4268817", "606 U.S. 831", "250 F. Supp. 3d 497"]
)
def test_a_citation_that_can_be_looked_up_passes(found: Found, citation: str) -> None:
    assert found({"cases/a.yaml": RULED.format(citation)}) == []


@pytest.mark.parametrize("citation", ["the order of May", "888 F.9th 272", "ECF No. 12"])
def test_a_citation_that_nobody_can_look_up_is_named(found: Found, citation: str) -> None:
    pytest.importorskip("eyecite")
    lines = found({"cases/a.yaml": RULED.format(citation)})
    assert lines == [f"a.yaml:9: acts.0.citation: '{citation}' is no citation that can be read."]


# Sources and looks


def outlet(sources: str, more: str = "") -> dict[str, str]:
    return {"outlets/a.yaml": f"{OUTLET}sources:\n  - {sources}\nconfidence: primary\n{more}"}


def test_a_source_that_is_whole_passes(found: Found) -> None:
    sources = "{title: T, publisher: P, date: 2018, url: 'https://example.org/a?b=c'}"
    assert found(outlet(sources)) == []


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("example.org/a", "example.org/a"),
        ("https://nowhere", "https://nowhere"),
        ("ftp://example.org/a", "ftp://example.org/a"),
        ("https://example.org/a b", "https://example.org/a b"),
        ("'https://[example.org/a'", "https://[example.org/a"),
    ],
)
def test_an_address_that_leads_nowhere_is_named(found: Found, url: str, shown: str) -> None:
    [told] = found(outlet(f"title: T\n    publisher: P\n    date: undated\n    url: {url}"))
    assert told == f"a.yaml:8: sources.0.url: {shown!r} is no address."


def test_an_address_is_no_title(found: Found) -> None:
    lines = found(outlet("{title: 'https://example.org/paper', publisher: P, date: undated}"))
    assert lines == ["a.yaml:5: sources.0.title: the title is an address."]


def looked(on: str, *, at: str = "at: original, ", day: str = "2018-05-01") -> dict[str, str]:
    return outlet(f"{{title: T, publisher: P, date: {day}}}", f"checked: {{on: {on}, {at}saw: S}}\n")


@pytest.mark.parametrize("on", ["2018-05-01", "2018-05", "2018", "2026-01-01"])
def test_a_look_on_or_after_the_day_of_its_source_passes(found: Found, on: str) -> None:
    assert found(looked(on)) == []


@pytest.mark.parametrize("on", ["2018-04-30", "2018-04", "2017"])
def test_a_look_before_what_it_looked_at_is_named(found: Found, on: str) -> None:
    lines = found(looked(on))
    assert lines == [f"a.yaml:7: checked.on: The date {on} cannot be: its earliest source is of 2018-05-01."]


def test_a_look_says_at_what_it_was(found: Found) -> None:
    assert found(looked("2020", at=""), own=False) == ["a.yaml:7: checked: it is not said at what."]


def test_ones_own_facts_may_be_older_than_that_question(found: Found) -> None:
    assert found(looked("2020", at="")) == []


# Duplicates

DOCKET = (
    "caption: A v. B\ncourts: [{court: mad, docket: '@'}]\nplaintiffs: [{name: A}]\ndefendants: [B]\nsummary: S\n"
    "acts: []\nconfidence: recalled\n"
)
PAPER = "title: T\nkind: {kind}\ndate: {date}\nissuer: I\nsays: S\nconfidence: recalled\n"
RESPONSE = "  - {{kind: sued, date: 2018-01-01, says: {}, confidence: recalled}}\n"


def test_one_docket_belongs_to_one_case(found: Found) -> None:
    files = {f"cases/{name}.yaml": f"id: {name}\n" + DOCKET.replace("@", "1:17-cv-1") for name in "ab"}
    assert found(files) == ["b.yaml:3: courts.0.docket: The same thing stands in a.yaml."]
    files["cases/b.yaml"] = "id: b\n" + DOCKET.replace("@", "1:17-cv-2")
    assert found(files) == []


def test_one_act_stands_once_in_its_case(found: Found) -> None:
    text = RULED.format("888 F.3d 272")
    again = text.splitlines()[-1].replace("id: one", "id: two") + "\n"
    assert found({"cases/a.yaml": text + again}) == ["a.yaml:10: acts.1: The same thing stands in a.yaml."]
    assert found({"cases/a.yaml": text + again.replace("summary: S", "summary: Another")}) == []


def test_a_place_answers_once_in_the_same_words(found: Found) -> None:
    text = f"id: a\nplace: {CHELSEA}\nresponses:\n" + RESPONSE.format("It sued.")
    same = {"places/a.yaml": text + RESPONSE.format("It sued.")}
    assert found(same) == ["a.yaml:5: responses.1: The same thing stands in a.yaml."]
    assert found({"places/a.yaml": text + RESPONSE.format("It sued again.")}) == []


def test_one_award_number_stands_once_unless_it_is_a_share_of_it(found: Found) -> None:
    files = awarded("2017-DJ-BX-0123", 2017)
    again = files["awards/a.yaml"].partition("awards:\n")[2].replace("id: one", "id: two")
    twice = files | {"awards/a.yaml": files["awards/a.yaml"] + again}
    assert found(twice) == ["a.yaml:13: awards.1.fain: The same thing stands in a.yaml."]
    share = again.replace("status: awarded", "status: share\n    part_of: one")
    assert not [
        line for line in found(files | {"awards/a.yaml": files["awards/a.yaml"] + share}) if "same" in line
    ]


def test_one_agreement_of_an_agency_stands_once_a_model(found: Found) -> None:
    head = f"id: a\nstate: {MA}\nlisted_from: 2020\nlisted_until: 2020\nconfidence: recalled\nagreements:\n"
    one = "  - {{agency: Sheriff, model: {}, listed_from: 2020, listed_until: 2020}}\n"
    jail, street = one.format("jail_enforcement"), one.format("task_force")
    assert found({"agreements/a.yaml": head + jail + street}) == []
    assert found({"agreements/a.yaml": head + jail + jail}) == [
        "a.yaml:8: agreements.1: The same thing stands in a.yaml."
    ]


def test_a_fact_of_the_user_s_in_the_place_of_another_is_no_duplicate(found: Found) -> None:
    assert found({"outlets/a.yaml": OUTLET + SOURCE}) == []
    text = (shipped() / "conditions" / "jag-2017-notice.yaml").read_text(encoding="utf-8")
    assert not [line for line in found({"conditions/jag-2017-notice.yaml": text}) if "same thing" in line]


# Facts at which nobody has looked for long: a warning against a given day


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """An outlet of the user's: its source is of May 2018, and somebody looked at it on 29 February 2020."""
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "a.yaml").write_text(looked("2020-02-29")["outlets/a.yaml"], encoding="utf-8")
    (tmp_path / "outlets" / "b.yaml").write_text(
        outlet("{title: T, publisher: P, date: 2018-05}")["outlets/a.yaml"].replace("id: a", "id: b"),
        encoding="utf-8",
    )
    (tmp_path / "outlets" / "c.yaml").write_text(
        "id: c\nname: C\nkind: paper\nconfidence: recalled\n", encoding="utf-8"
    )
    return tmp_path


def warned(folder: Path, small: Path, on: str) -> list[str]:
    found = warnings(load_files((folder,), small), PartialDate.parse(on))
    files = [Path(one.where.file) for one in found if one.where]
    return [file.name for file in files if folder in file.parents]


def test_a_look_holds_for_a_year_and_a_source_where_nobody_looked(asked: Path, small: Path) -> None:
    assert warned(asked, small, "2019-05-31") == []
    assert warned(asked, small, "2019-06-01") == ["b.yaml"]
    assert warned(asked, small, "2021-02-28") == ["b.yaml"]
    assert warned(asked, small, "2021-03-01") == ["a.yaml", "b.yaml"]


def checked(folder: Path, *arguments: str) -> Result:
    call = ["check", "--register", str(folder), "--workspace", str(folder / "none"), *arguments]
    return CliRunner().invoke(cli, call, catch_exceptions=False)


def test_warnings_say_since_when_and_what_to_do_and_never_fail_a_check(asked: Path) -> None:
    result = checked(asked, "--on", "2021-03-01")
    assert result.exit_code == 0
    [line] = [line for line in result.stderr.splitlines() if str(asked / "outlets" / "a.yaml") in line]
    assert line.startswith("warning: ")
    assert "for over a year (since 2020-02-29)" in line
    assert "Look at a public source and write `checked`." in line
    assert ", 0 problems, " in result.stdout


def test_without_a_day_nothing_is_warned_of(asked: Path) -> None:
    result = checked(asked)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "warnings" not in result.stdout
