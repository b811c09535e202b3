"""A person who waits sees how far it is; a program that reads the output sees nothing of it."""

from __future__ import annotations

import io

import pytest

from pursestrings.cli.progress import Progress


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_count_speed_and_the_time_left() -> None:
    times = iter(range(1000))
    progress = Progress("Reading", 1_000, Screen(), lambda: 0.5 * next(times))
    for known in (True, True, False, False, False):
        progress.step(worked=not known)
    assert progress.line().startswith("Reading: 5 of 1,000, ")
    assert " a second, " in progress.line()
    assert progress.line().endswith(" left")


def test_what_was_known_before_says_nothing_of_the_speed() -> None:
    now = 0.0
    progress = Progress("Reading", 100, Screen(), lambda: now)
    for known in [True] * 50 + [False] * 11:
        now += 0.0 if known else 2.0
        progress.step(worked=not known)
    assert progress.line() == "Reading: 61 of 100, 0.5 a second, 78 s left"


def test_the_line_is_taken_away_before_others_are_printed_and_at_the_end() -> None:
    screen = Screen()
    with Progress("Reading", 100, screen) as progress:
        progress.step()
        progress.clear()
        assert screen.getvalue().endswith("\r\x1b[K")
        progress.step()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_nothing_is_shown_where_nobody_looks_or_where_it_is_soon_done() -> None:
    for stream, total in ((io.StringIO(), 100), (Screen(), 3)):
        with Progress("Reading", total, stream) as progress:
            progress.step()
        assert stream.getvalue() == ""


def test_the_line_never_goes_on_in_the_next_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    screen = Screen()
    with Progress("Reading", 10_000, screen):
        drawn = screen.getvalue().removeprefix("\r\x1b[K")
    assert drawn == "Reading: 0 of 10,00"


def test_a_terminal_that_cannot_take_a_line_back_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    screen = Screen()
    with Progress("Reading", 100, screen) as progress:
        progress.step()
    assert screen.getvalue() == ""
