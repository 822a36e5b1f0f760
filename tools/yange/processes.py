"""Work that several processes share, unit by unit.

On Linux the processes are forks of one that did nothing but load the program (``forkserver``, as Python itself chooses
from 3.14 on), with the environment that was when processes were first begun; elsewhere each is started afresh
(``spawn``). Each is told once what all units need. Results are taken in the order of the units, so which process works
one out changes nothing that is made of them. In the block of :func:`elsewhere` an :class:`Engine` works units
out in the place of processes of this machine.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Generic, Protocol, TypeVar

from yange.problems import YangeError

__all__ = [
    "Begins", "Engine", "LateProcesses", "Processes", "cores", "elsewhere", "engine", "in_turn", "make_ready",
    "seldom_collected",
]  # fmt: skip

Told = TypeVar("Told")
Unit = TypeVar("Unit")
Result = TypeVar("Result")

_START = "forkserver" if sys.platform == "linux" else "spawn"
"""Six processes, two and then four, that rendered three policies took 13 CPU seconds as forks, 22 started afresh."""

_COLLECTED = (50_000, 20, 50)
"""Thresholds of :mod:`gc`. To read 26 laws took 3.2 CPU seconds with those of Python, 1.9 with the collector off."""


class Begins(Protocol):
    """What works units out; see :meth:`Processes.begin`."""

    def begin(self, work: Callable[[Any], Any], unit: Any, name: str) -> Callable[[], Any]:
        """Have a unit worked out by a function of a module, and return what waits for its result."""
        ...


class Engine(Protocol):
    """Workers that are not processes of this machine. A unit and what is told name all that a result is made from."""

    @property
    def jobs(self) -> int:
        """How many units are worked out at a time."""
        ...

    def started(self, begin: Callable[[Any], None], told: Any) -> Begins:
        """Return what works out units after each worker called ``begin`` with what it is told."""
        ...


_ENGINE: ContextVar[Engine | None] = ContextVar("engine", default=None)


def engine() -> Engine | None:
    """Return the engine that works units out, ``None`` for processes of this machine."""
    return _ENGINE.get()


@contextmanager
def elsewhere(used: Engine) -> Iterator[None]:
    """Let an engine work out all units in the block. It changes no result, as the number of processes does not."""
    token = _ENGINE.set(used)
    try:
        yield
    finally:
        _ENGINE.reset(token)


def cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # Windows and macOS have no such call
        return os.cpu_count() or 1


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let Python look for unreachable cycles seldom, where nearly all that is made is needed or freed without it."""
    usual = gc.get_threshold()
    gc.set_threshold(*_COLLECTED)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def in_turn(units: Iterable[Unit], begin: Callable[[Unit], Callable[[], Result]], ahead: int) -> Iterator[Result]:
    """Yield the results of units in their order, while those of the next ``ahead`` units are worked out.

    ``begin`` begins to work a unit out and returns what waits for its result. A small number keeps memory small.
    """
    waiting: deque[Callable[[], Result]] = deque()
    for unit in units:
        waiting.append(begin(unit))
        if len(waiting) > ahead:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()


class Processes(Generic[Told]):
    """Some processes; used in a ``with`` block, behind which none of them is left."""

    def __init__(self, jobs: int, begin: Callable[[Told], None], told: Told) -> None:
        """Take how many processes to start, and a function of a module that each calls first with what it is told."""
        used = engine()
        self._elsewhere = used.started(begin, told) if used is not None else None
        context = get_context(_START)
        context.set_forkserver_preload([begin.__module__])
        self._pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(begin, told))

    def __enter__(self) -> Processes[Told]:
        """Return the processes; they start with the first unit."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes; units that were not begun are left."""
        self._pool.shutdown(cancel_futures=True)

    def begin(self, work: Callable[[Unit], Result], unit: Unit, name: str) -> Callable[[], Result]:
        """Have a unit worked out by a function of a module, and return what waits for its result.

        ``name`` is for the errors of that: a ``YangeError`` of the function and one for a process that ended have it
        in front, any other exception is a ``RuntimeError`` with the name.
        """
        if self._elsewhere is not None:
            return self._elsewhere.begin(work, unit, name)
        try:
            future = self._pool.submit(work, unit)
        except BrokenProcessPool as failure:
            raise _ended(name) from failure
        return lambda: _result(name, future)


class LateProcesses:
    """Processes that start where there is much to do; used in a ``with`` block, behind which none of them is left."""

    def __init__(self, jobs: int, alone: int) -> None:
        """Take how many processes to start, and how many units are worked out in this one before that."""
        self._jobs = jobs
        self._alone = alone
        self._units = 0
        self._processes: Processes[None] | None = None

    def __enter__(self) -> LateProcesses:
        """Return the processes; they are not started."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes that were started."""
        if self._processes is not None:
            self._processes.__exit__()

    def begin(self, work: Callable[[Unit], Result], unit: Unit, name: str) -> Callable[[], Result]:
        """Work a unit out here, or have it worked out as :meth:`Processes.begin` does."""
        self._units += 1
        if engine() is None and (self._jobs < 2 or self._units <= self._alone):
            found = work(unit)
            return lambda: found
        if self._processes is None:
            self._processes = Processes(self._jobs, _nothing, None)
        return self._processes.begin(work, unit, name)


def _nothing(_: None) -> None:
    """Tell a process nothing."""


def _result(name: str, future: Future[Result]) -> Result:
    failure = future.exception()
    if isinstance(failure, BrokenProcessPool):
        raise _ended(name) from failure
    if isinstance(failure, YangeError):
        raise YangeError(f"{name}: {failure}") from failure
    if failure is not None:
        raise RuntimeError(f"{name}: {type(failure).__name__}: {failure}") from failure
    return future.result()


def _ended(name: str) -> YangeError:
    return YangeError(
        f"{name}: the process that worked on it ended before it was done, often for lack of memory; --jobs 1 uses"
        " one process"
    )


def _begin(begin: Callable[[Told], None], told: Told) -> None:
    """Make ready in a new process. Ctrl-C is for the one that started it, and its end is the end of this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    make_ready()
    begin(told)


def make_ready() -> None:
    """Make a process ready that does nothing but work out units."""
    gc.set_threshold(*_COLLECTED)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
