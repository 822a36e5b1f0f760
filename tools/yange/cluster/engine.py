"""A dask cluster as the place where units are worked out: on this machine, or at the address of a scheduler.

The units are those of ``--jobs``. A worker reads what all units need once, from the results (:mod:`.results`), and puts
what it makes there; through the scheduler go names. dask gives the units of a worker that ended to others, and its
nanny starts another worker. Workers see the project under the same path and run the same program.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import Any

from distributed import Client, Future, KilledWorker, LocalCluster

from yange.cache.inputs import program_anywhere
from yange.cluster.results import Results
from yange.problems import YangeError
from yange.processes import make_ready

__all__ = ["Cluster"]

_TRIES = 3
"""How often a unit is asked for whose result was removed before it was read."""
_PATIENCE = 30
"""Seconds to wait for a scheduler and its first worker."""
_CRITICAL = 50
"""The level of messages that a worker of ours prints. What it finds wrong with a unit is reported by the command."""

Progress = Callable[[str, int, int], None]


class Cluster:
    """The workers of a cluster; used in a ``with`` block, in which :func:`yange.processes.elsewhere` names it.

    When the block ends well its results are removed: what they were for is written. Else they stay for the next call.
    """

    def __init__(self, address: str, jobs: int, results: Results, progress: Progress) -> None:
        """Take the cluster.

        Args:
            address: of the scheduler (``tcp://host:8786``); empty: a cluster of ``jobs`` workers on this machine.
            jobs: how many workers to start here.
            results: where workers put what they make.
            progress: is called with a step, how many units are done and how many were begun.

        """
        self._address = address
        self._jobs = jobs
        self._results = results
        self._progress = progress
        self._names: set[str] = set()
        self._done = 0
        self._begun = 0

    def __enter__(self) -> Cluster:
        """Start or reach the cluster.

        Raises:
            YangeError: if no scheduler with a worker answers.

        """
        self._local = None if self._address else LocalCluster(
            n_workers=self._jobs, threads_per_worker=1, dashboard_address=None, silence_logs=_CRITICAL
        )  # fmt: skip
        try:
            self._client = Client(self._local or self._address, timeout=_PATIENCE)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError) as failure:
            raise YangeError(f"{self._address}: no dask scheduler with a worker answers there: {failure}") from failure
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Leave the cluster; one that was started here ends."""
        self._client.close()
        if self._local is not None:
            self._local.close()
        if kind is None:
            for name in sorted(self._names):
                self._results.remove(name)

    @property
    def jobs(self) -> int:
        """How many units are worked out at a time."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def started(self, begin: Callable[[Any], None], told: Any) -> ClusterUnits:
        """Return what works out units after each worker called ``begin`` with what it is told."""
        content = pickle.dumps((begin, told))
        name = sha256(content).hexdigest()
        self._names.add(name)
        self._results.put(name, (begin, told))
        return ClusterUnits(self, name)

    def begin(self, session: str, work: Callable[[Any], Any], unit: Any, name: str) -> Callable[[], Any]:
        """Have a unit worked out and return what waits for its result; see :meth:`yange.processes.Processes.begin`."""
        result = sha256(pickle.dumps((program_anywhere(), session, work, unit))).hexdigest()
        task = _Task(self._results, program_anywhere(), session, result, work, unit)
        self._names.add(result)
        self._begun += 1
        first = self._submit(task)
        return lambda: self._result(task, first, name)

    def _submit(self, task: _Task) -> Future[None]:
        return self._client.submit(_work_out, task, pure=False)

    def _result(self, task: _Task, future: Future[None], name: str) -> Any:
        for _ in range(_TRIES):
            self._wait(future, name)
            kept = self._results.get(task.result)
            if kept is not None:
                self._done += 1
                self._progress("cluster", self._done, self._begun)
                return kept[0]
            future = self._submit(task)
        raise YangeError(
            f"{self._results.address}: what workers put there cannot be read here; name a place they share"
        )

    def _wait(self, future: Future[None], name: str) -> None:
        failure, lost = future.exception(), future.cancelled()
        future.release()
        if lost:
            raise YangeError(
                f"{name}: the scheduler was lost; what was done is kept, and the same command goes on with it"
            )
        if isinstance(failure, KilledWorker):
            raise YangeError(
                f"{name}: the workers that worked on it ended before it was done, often for lack of memory"
            ) from failure
        if isinstance(failure, YangeError):
            raise YangeError(f"{name}: {failure}") from failure
        if failure is not None:
            raise RuntimeError(f"{name}: {type(failure).__name__}: {failure}") from failure


class ClusterUnits:
    """Begins units whose workers were told the same; see :class:`Cluster`."""

    def __init__(self, cluster: Cluster, session: str) -> None:
        """Take the cluster and the name of what workers are told."""
        self._cluster = cluster
        self._session = session

    def begin(self, work: Callable[[Any], Any], unit: Any, name: str) -> Callable[[], Any]:
        """Have a unit worked out and return what waits for its result."""
        return self._cluster.begin(self._session, work, unit, name)


@dataclass(frozen=True, slots=True)
class _Task:
    """A unit for a worker: where it reads what it is told, and where it puts the result."""

    results: Results
    program: str
    session: str
    result: str
    work: Callable[[Any], Any]
    unit: Any


_ONE_AT_A_TIME = Lock()
"""What a worker is told is that of its process; a worker with several threads works out a unit at a time."""
_TOLD: list[str] = []


def _work_out(task: _Task) -> None:
    """Work a unit out in a worker, unless its result is there."""
    with _ONE_AT_A_TIME:
        if task.program != program_anywhere():
            raise YangeError("a worker runs another version of yange, of Python or of a library; install the same ones")
        if task.results.get(task.result) is not None:
            return
        if [task.session] != _TOLD:
            told = task.results.get(task.session)
            if told is None:
                raise YangeError(f"{task.results.address}: a worker cannot read there; name a place that all share")
            begin, value = told[0]
            make_ready()
            begin(value)
            _TOLD[:] = [task.session]
        task.results.put(task.result, task.work(task.unit))
