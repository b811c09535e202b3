"""Work in several processes: every task answered, in order, whatever happens to a process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import count, islice
from pathlib import Path

import pytest

from pursestrings.errors import PursestringsError
from pursestrings.workspace.workers import Died, in_order


def doubling() -> Callable[[int], int]:
    return lambda number: 2 * number


def naming_itself() -> Callable[[int], int]:
    return lambda _: os.getpid()


def falling(deadly: int) -> Callable[[int], int]:
    """A tool that ends its process, as the system does where memory runs out."""

    def work(number: int) -> int:
        if number == deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


def falling_once(mark: Path) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 3 and not mark.exists():
            mark.touch()
            os._exit(5)
        return number

    return work


def broken() -> Callable[[int], int]:
    os._exit(7)


def test_the_results_come_in_the_order_of_the_tasks() -> None:
    assert list(in_order(doubling, range(50), 3)) == [(number, 2 * number) for number in range(50)]


def test_tasks_are_drawn_only_as_they_are_needed() -> None:
    drawn = []

    def tasks() -> Iterator[int]:
        for number in count():
            drawn.append(number)
            yield number

    with closing(in_order(doubling, tasks(), 2)) as results:
        taken = list(islice(results, 20))
    assert [result for _, result in taken] == [2 * number for number in range(20)]
    assert len(drawn) <= 20 + 2 * 16


def test_a_task_that_kills_its_process_is_told_and_the_others_are_done() -> None:
    results = dict(in_order(partial(falling, 3), range(10), 2))
    assert results.pop(3) == Died("signal 9")
    assert results == {number: number for number in range(10) if number != 3}


def test_a_process_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    results = list(in_order(partial(falling_once, tmp_path / "mark"), range(10), 2))
    assert results == [(number, number) for number in range(10)]


def test_processes_that_cannot_start_are_one_clear_error() -> None:
    with pytest.raises(PursestringsError, match="cannot be started"):
        list(in_order(broken, range(10), 1))


def test_no_process_is_left_when_the_results_are_let_go() -> None:
    with closing(in_order(naming_itself, count(), 2)) as results:
        processes = {pid for _, pid in islice(results, 20) if isinstance(pid, int)}
    assert processes
    for pid in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
