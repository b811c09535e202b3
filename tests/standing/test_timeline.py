"""A timeline shows each state over its days, a stay as a gap, and names the act behind every boundary."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pursestrings.dates import Span
from pursestrings.errors import PursestringsError
from pursestrings.places import get
from pursestrings.register.index import Register, load
from pursestrings.register.models.agency import Notice
from pursestrings.standing.engine import Engine
from pursestrings.standing.timeline.bars import Drawn
from pursestrings.standing.timeline.grid import grid_of
from pursestrings.standing.timeline.model import Row, State, Timeline
from pursestrings.standing.timeline.resolve import timeline_of as timeline_in
from pursestrings.standing.timeline.svg import render as svg
from pursestrings.standing.timeline.text import GLYPHS, render
from pursestrings.standing.timeline.window import within
from tests.standing.histories import FIRST, LAST, PLACES, History, histories
from tests.standing.world import (
    CHELSEA,
    CHICAGO,
    MA,
    SURE,
    act,
    case,
    condition,
    force,
    grant,
    register,
)  # fmt: skip

END = Notice.model_validate(
    {
        "id": "end", "kind": "rescission", "issuer": "Agency", "posted": "2021-04-22", "conditions": ["notice"],
        "covers": {"everyone": True}, "says": "The condition is withdrawn.", **SURE,
    }
)  # fmt: skip


def ended(facts: Register) -> Register:
    """The register with the notice that ends its condition."""
    facts.notices["end"] = END
    return facts


@pytest.fixture(scope="module")
def stayed() -> Register:
    """An order for everyone, stayed for all but Chicago, then lifted."""
    leaves = {"places": [{"place": CHICAGO}]}
    return ended(
        register(
            case=[
                case(
                    act("suit", "2017-08-07", kind="complaint"),
                    act("order", "2017-09-15", grants=[grant()], summary="Everyone is protected."),
                    act(
                        "stay", "2018-06-26", kind="stay", court="ca7", summary="All but Chicago must wait.",
                        changes=[{"does": "stays", "act": "order", "leaves": leaves}],
                    ),
                    act(
                        "lift", "2018-09-26", kind="stay_lifted", court="ca7", summary="The stay is lifted.",
                        changes=[{"does": "lifts", "act": "stay"}],
                        holdings=[{"conditions": ["notice"], "held": "unlawful", "binding": True}],
                    ),
                )
            ]
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> Register:
    return load()


def timeline_of(name: str, facts: Register, known: date | None = None) -> Timeline:
    return timeline_in(name, Engine(facts), known)


def row_of(chart: Timeline, label: str) -> Row:
    return next(row for row in chart.rows if row.label == label)


def states(row: Row) -> list[tuple[str, str, str | None]]:
    return [
        (bar.name, bar.span.start.isoformat(), bar.span.until.isoformat() if bar.span.until else None)
        for bar in row.bars
    ]


def test_a_stay_is_a_gap_for_those_it_holds_up_and_for_no_one_else(stayed: Register) -> None:
    chart = timeline_of("notice", stayed)
    assert states(row_of(chart, "everyone else")) == [
        ("in force", "2017-07-25", "2017-09-15"),
        ("barred", "2017-09-15", "2018-06-26"),
        ("in force", "2018-06-26", "2018-09-26"),
        ("barred", "2018-09-26", "2021-04-22"),
        ("withdrawn", "2021-04-22", None),
    ]
    gap = row_of(chart, "everyone else").bars[2]
    assert "stay" in gap.fact_ids
    assert "stayed by the Seventh Circuit on 2018-06-26" in gap.words
    assert [name for name, *_ in states(row_of(chart, "Chicago, IL"))] == ["in force", "barred", "withdrawn"]


def test_each_boundary_tells_what_happened_and_to_whom(stayed: Register) -> None:
    events = {event.fact_id: event for event in timeline_of("notice", stayed).events}
    assert events["order"].changes == ("barred: all",)
    assert events["stay"].changes == ("in force: everyone else",)
    assert events["stay"].words == "All but Chicago must wait."
    assert events["stay"].by == "Stay, Seventh Circuit, City v. Agency"
    assert "barred: everyone else" in events["lift"].changes
    assert "suit" not in events


def test_a_circuit_has_its_precedent_from_the_opinion_on(stayed: Register) -> None:
    chart = timeline_of("notice", stayed)
    assert states(row_of(chart, "Seventh Circuit")) == [("unlawful", "2018-09-26", None)]
    marks = timeline_of("Chicago, IL", stayed).rows[0].marks
    assert [(mark.day, mark.state) for mark in marks] == [(date(2018, 9, 26), State.UNLAWFUL)]
    assert timeline_of("Chelsea, MA", stayed).rows[0].marks == ()


def test_a_case_shows_each_order_by_whom_it_protects(stayed: Register) -> None:
    chart = timeline_of("city-v-agency", stayed)
    assert [mark.fact_id for mark in chart.rows[0].marks] == ["suit", "order", "stay", "lift"]
    assert states(row_of(chart, "everyone")) == [
        ("protects", "2017-09-15", "2018-06-26"),
        ("stayed", "2018-06-26", "2018-09-26"),
        ("protects", "2018-09-26", None),
    ]
    assert states(row_of(chart, "Chicago, IL (left by a stay)")) == [("protects", "2018-06-26", "2018-09-26")]
    assert chart.events[0].fact_id == "suit"


def test_an_order_that_is_reversed_ends_and_doubtful_relief_is_shown_as_such() -> None:
    facts = register(
        case=[
            case(
                act("a", "2017-09-15", grants=[grant(doubtful="its text was not seen", places=[{"place": CHELSEA}])]),
                act("b", "2018-01-10", kind="reversed", changes=[{"does": "ends", "act": "a"}]),
            )
        ]
    )  # fmt: skip
    chart = timeline_of("city-v-agency", facts)
    assert states(chart.rows[1]) == [("protects doubtfully", "2017-09-15", "2018-01-10")]
    assert "over: order of 2017-09-15 for Chelsea, MA" in chart.events[-1].changes
    assert "░" in render(chart)


def test_places_treated_alike_share_a_row_that_names_them() -> None:
    named = {"places": [{"place": MA, "subdivisions": "yes"}, {"place": CHICAGO}]}
    facts = ended(register(case=[case(act("a", "2017-09-15", grants=[grant(**named)]))]))
    protected, others = timeline_of("notice", facts).rows
    assert "Massachusetts and its" in protected.stands_for[0]
    assert protected.stands_for[1] == "Chicago, IL"
    assert others.label == "everyone else"


def test_what_is_known_later_is_not_drawn_before(stayed: Register) -> None:
    chart = timeline_of("notice", stayed, date(2018, 6, 25))
    assert "Chicago, IL" in {row.label for row in chart.rows} | set(chart.rows[0].stands_for)
    assert [name for name, *_ in states(chart.rows[-1])][-1].startswith("barred")
    assert all(event.day <= date(2018, 6, 25) for event in within(chart, None, None).events)
    assert chart.window.until == date(2018, 6, 26)


def test_a_group_shows_each_member_under_its_own_name(stayed: Register) -> None:
    group = {"id": "both", "name": "Both terms", "members": ["notice", "access"], **SURE}
    facts = ended(register(condition=[condition(), condition(id="access")], group=[group]))
    chart = timeline_of("both", facts)
    assert {row.section for row in chart.rows} == {"notice", "access"}


def test_a_condition_outside_the_reach_of_a_place_is_left_out_and_counted() -> None:
    facts = ended(register(condition=[condition(), condition(id="states", recipients=["state"])]))
    chart = timeline_of("Chelsea, MA", facts)
    assert [row.label for row in chart.rows] == ["notice"]
    assert chart.notes[0] == "Outside the reach of Chelsea, MA throughout, and left out (1): states."


@settings(deadline=None, max_examples=40)
@given(histories(), st.sampled_from(PLACES), st.dates(FIRST, LAST), st.none() | st.dates(FIRST, LAST))
def test_a_row_says_of_each_day_what_the_engine_says(
    history: History, place: str, day: date, known: date | None
) -> None:
    facts = ended(history.register())
    bars = Drawn(Engine(facts), known).force_bars(facts.conditions["notice"], get(place))
    found = [(bar.state.value, bar.certainty.value) for bar in bars if day in bar.span]
    seen = {"known": known.isoformat()} if known else {}
    assert found == [force(facts, day.isoformat(), place, **seen)] or (
        found == [] and force(facts, day.isoformat(), place, **seen)[0] == "not_yet"
    )


@settings(deadline=None, max_examples=25)
@given(histories())
def test_bars_never_overlap_and_every_boundary_names_a_fact(history: History) -> None:
    facts = ended(history.register())
    for name in ("notice", *facts.cases, "Chelsea, MA"):
        check(timeline_of(name, facts), facts)


@pytest.mark.parametrize(
    "name",
    [
        "jag-2017-notice",
        "eo13768-9a",
        "chicago-v-sessions-fy2017",
        "naeh-v-turner",
        "ricadv-v-bondi",
        "sf-v-trump",
        "Boston, MA",
    ],
)
def test_the_shipped_register_is_drawn_whole(shipped: Register, name: str) -> None:
    chart = timeline_of(name, shipped)
    check(chart, shipped)
    for width in (40, 72, 100, 160):
        assert max(len(line) for line in render(chart, width).splitlines()) <= width
    tree = ET.fromstring(svg(chart))
    assert [child.tag.rpartition("}")[2] for child in tree[:2]] == ["title", "desc"]
    assert tree[0].text == chart.title
    assert all(tree[1].text and row.label in tree[1].text for row in chart.rows if row.bars)
    assert "script" not in {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert svg(timeline_of(name, shipped)) == svg(chart)


def check(chart: Timeline, facts: Register) -> None:
    days = {event.day for event in chart.events}
    for row in chart.rows:
        for bar, following in pairwise(row.bars):
            assert not bar.span.overlaps(following.span)
            assert bar.span.start < following.span.start
        for bar in row.bars:
            assert bar.fact_ids
            assert (bar.state, bar.certainty) in GLYPHS
            assert bar.span.start in days
            assert bar.span.until is None or bar.span.until in days
    cited = {one.id for one in chart.sources}
    assert {event.fact_id for event in chart.events} <= cited
    assert {fact for row in chart.rows for bar in row.bars for fact in bar.fact_ids} <= cited
    known = {*facts.acts, *facts.notices, *facts.conditions, *facts.instruments, *facts.associations}
    assert cited <= known


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.integers(1, 9000), st.integers(20, 140))
def test_time_is_cut_into_cells_that_fit_and_follow_each_other(start: date, days: int, columns: int) -> None:
    window = Span(start, start + timedelta(days=days))
    grid = grid_of(window, columns)
    assert 1 <= grid.cells <= columns
    assert grid.starts[0] <= start
    assert grid.starts[-1] >= start + timedelta(days=days)
    assert list(grid.starts) == sorted(set(grid.starts))
    assert grid.cell(start) is not None


def test_a_bar_shorter_than_a_cell_is_still_seen() -> None:
    short = act("b", "2018-06-26", kind="stay", changes=[{"does": "stays", "act": "a"}])
    lift = act("c", "2018-06-28", kind="stay_lifted", changes=[{"does": "lifts", "act": "b"}])
    facts = ended(register(case=[case(act("a", "2017-09-15", grants=[grant()]), short, lift)]))
    assert "█─█" in render(timeline_of("notice", facts), 60)


def test_the_chart_in_words(stayed: Register) -> None:
    chart = within(timeline_of("notice", stayed), None, date(2019, 1, 1))
    assert (
        render(chart, 72)
        == """\
Release notice (notice)
2017-07-01 to 2019-01-01; one character is half a month

                 │2017       │2018
Chicago, IL        ───███████████████████████████████›
everyone else      ───███████████████████──────██████›
Binding precedent
Seventh Circuit                                xxxxxx›

█ barred   ─ in force   x unlawful   › no end within the chart

Rows
Seventh Circuit: IL, IN, WI

Notes
The record runs to 2018-12-31 (register 1).

What happened
2017-07-25  Announced: Release notice. [notice]
            → in force: all
2017-09-15  Everyone is protected.
            Preliminary injunction, District of Massachusetts, City v.
            Agency [order]
            → barred: all
2018-06-26  All but Chicago must wait.
            Stay, Seventh Circuit, City v. Agency [stay]
            → in force: everyone else
2018-09-26  The stay is lifted.
            Lifting of the stay, Seventh Circuit, City v. Agency [lift]
            → barred: everyone else
            → unlawful: Seventh Circuit

Sources
notice: A paper, A publisher, 2016-01-01; primary
order: A paper, A publisher, 2016-01-01; primary
stay: A paper, A publisher, 2016-01-01; primary
lift: A paper, A publisher, 2016-01-01; primary
"""
    )


def test_only_a_terminal_gets_colours(stayed: Register) -> None:
    chart = timeline_of("notice", stayed)
    assert "\x1b[" not in render(chart)
    assert "\x1b[" in render(chart, colour=True)


def test_markup_in_a_name_stays_text() -> None:
    odd = condition(name="<script>alert('&')</script>")
    drawn = svg(timeline_of("notice", ended(register(condition=[odd]))))
    assert "alert" in str(ET.fromstring(drawn)[0].text)
    assert "<script" not in drawn


def test_a_window_that_ends_before_it_begins_is_refused(stayed: Register) -> None:
    with pytest.raises(PursestringsError, match="P107"):
        within(timeline_of("notice", stayed), date(2019, 1, 1), date(2018, 1, 1))


def test_what_was_withdrawn_before_the_window_needs_no_row() -> None:
    facts = ended(register(condition=[condition(), condition(id="later", ends=None, announced="2022-03-01")]))
    chart = within(timeline_of("Chelsea, MA", facts), date(2022, 1, 1), date(2023, 1, 1))
    assert [row.label for row in chart.rows] == ["later"]


def test_an_unknown_name_gets_one_error_with_what_is_near(stayed: Register) -> None:
    with pytest.raises(PursestringsError, match="Near it: notice"):
        timeline_of("notise", stayed)
    with pytest.raises(PursestringsError, match="P103"):
        timeline_of("Springfield", stayed)
