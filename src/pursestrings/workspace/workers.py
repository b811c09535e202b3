"""Work spread over processes: the results come in the order of the tasks, whatever the number of processes.

Each worker makes its tool once and then does one task after the other. Ctrl-C is the parent's to hear, and a
worker ends when its parent does, however that came about.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from threading import Thread
from types import TracebackType
from typing import Any, Final, Generic, TypeVar

from pursestrings.errors import NO_WORKERS, PursestringsError

Task = TypeVar("Task")
Result = TypeVar("Result")

# A new interpreter for each worker is the one way that is safe beside threads and the same on every system.
_PROCESSES: Final = multiprocessing.get_context("spawn")
_AT_ONCE: Final = 2
"""Tasks that a worker holds: the one it is at, and one to go on with while the parent is busy."""
_AHEAD: Final = 16
"""Tasks per worker that may wait behind a slow one; what waits is all that the parent holds."""
_TRIES: Final = 2
_FAILED_STARTS: Final = 3
_SECONDS_TO_FALL: Final = 2
"""How long a process that has let go of its pipe may take to end, and so to show why."""


@dataclass(frozen=True, slots=True)
class Died:
    """In place of a result: each worker that was at the task ended; `how` says by what."""

    how: str


@dataclass(slots=True)
class _Slot(Generic[Task, Result]):
    """A task on its way, and its result once it is there."""

    task: Task
    result: Result | Died | None = None
    done: bool = False
    tries: int = 0


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    make: Callable[[], Callable[[Task], Result]], tasks: Iterable[Task], count: int
) -> Generator[tuple[Task, Result | Died], None, None]:
    """Each task with its result, in the order of the tasks, worked out by `count` processes.

    `make` is called once in each process and gives what does a task; both it and the tasks are pickled. A
    worker that dies is replaced, and its task tried once more; then the result is `Died`. Tasks are drawn as
    they are needed. Close the iterator to end the processes early. Raises NO_WORKERS where none can be started.
    """
    coming = iter(tasks)
    slots: deque[_Slot[Task, Result]] = deque()
    with _Workers[Task, Result](make, count) as workers:
        while True:
            while len(slots) < count * _AHEAD and workers.hungry():
                drawn = [_Slot[Task, Result](task) for task in islice(coming, 1)]
                if not drawn:
                    break
                slots += drawn
                workers.give(drawn[0])
            if not slots:
                return
            workers.collect(None if not slots[0].done else 0)
            if slots[0].done:
                slot = slots.popleft()
                yield slot.task, slot.result  # type: ignore[misc]


class _Worker(Generic[Task, Result]):
    """One process, and the tasks given to it, the one it is at first."""

    def __init__(self) -> None:
        self.slots: deque[_Slot[Task, Result]] = deque()
        self.ready = False
        self.connection, theirs = _PROCESSES.Pipe()
        self.process = _PROCESSES.Process(target=_serve, args=(theirs,), daemon=True)
        with _deaf():
            self.process.start()
        theirs.close()

    def equip(self, make: bytes) -> None:
        """Hand over, pickled, what makes its tool."""
        with suppress(OSError):  # it died: `_Workers.collect` sees that
            self.connection.send_bytes(make)

    def give(self, slot: _Slot[Task, Result]) -> None:
        self.slots.append(slot)
        with suppress(OSError):  # it died: `_Workers.collect` sees that, and gives the task to another
            self.connection.send(slot.task)

    def take(self) -> bool:
        """Take in what the worker sent; False where it has died."""
        try:
            sent = self.connection.recv()
        except (EOFError, OSError):
            return False
        if not self.ready:
            self.ready = True
            return True
        slot = self.slots.popleft()
        slot.result, slot.done = sent, True
        return True

    def end(self) -> str:
        """End it, if it has not ended, and say how it ended."""
        self.process.kill()
        self.connection.close()
        self.process.join()
        code = self.process.exitcode or 0
        return f"signal {-code}" if code < 0 else f"exit status {code}"


class _Workers(Generic[Task, Result]):
    """A fixed number of workers; those that die are replaced."""

    def __init__(self, make: Callable[[], Callable[[Task], Result]], count: int) -> None:
        self._make = pickle.dumps(make)
        self._count = count
        self._failed = 0
        self._workers: list[_Worker[Task, Result]] = []

    def __enter__(self) -> _Workers[Task, Result]:
        # All start side by side; handing over waits until the process is there to take it.
        while len(self._workers) < self._count:
            self._workers.append(_Worker())
        for worker in self._workers:
            worker.equip(self._make)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        for worker in self._workers:
            worker.end()

    def hungry(self) -> bool:
        """Whether a worker would take one more task."""
        return any(len(worker.slots) < _AT_ONCE for worker in self._workers)

    def give(self, slot: _Slot[Task, Result]) -> None:
        """Give the task to the worker that has least to do."""
        min(self._workers, key=lambda worker: len(worker.slots)).give(slot)

    def collect(self, seconds: float | None) -> None:
        """Take in the results that are there, waiting for one so long; None waits for ever."""
        sent = wait([worker.connection for worker in self._workers], seconds)
        for worker in [one for one in self._workers if one.connection in sent]:
            if not worker.take():
                self._replace(worker)
            else:
                self._failed = 0

    def _replace(self, worker: _Worker[Task, Result]) -> None:
        worker.process.join(_SECONDS_TO_FALL)
        how = worker.end()
        self._failed += not worker.ready
        if self._failed == _FAILED_STARTS:
            raise PursestringsError(NO_WORKERS, why=how)
        fresh = self._workers[self._workers.index(worker)] = _Worker()
        fresh.equip(self._make)
        if worker.ready and worker.slots:
            first = worker.slots[0]
            first.tries += 1
            if first.tries == _TRIES:
                first.result, first.done = Died(how), True
                worker.slots.popleft()
        for slot in worker.slots:
            fresh.give(slot)


def _serve(connection: Connection) -> None:
    """The life of a worker: make the tool, say so, then answer each task with its result."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, ConnectionError):  # the parent needs us no more
        make: Callable[[], Callable[[Any], Any]] = connection.recv()
        work = make()
        connection.send(None)
        while True:
            task = connection.recv()
            connection.send(work(task))


def _end_with_parent() -> None:
    """End this process, in the midst of a task if need be, as soon as its parent is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _deaf() -> Iterator[None]:
    """What starts in here does not hear Ctrl-C, not even while its interpreter starts; here it is heard after."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it comes with the first process, and would lift the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
