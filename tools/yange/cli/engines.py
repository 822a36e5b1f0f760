"""Where units are worked out: the options ``--jobs``, ``--engine`` and ``--results`` of commands with much to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import reduce
from typing import TypeVar

import click

from yange.cli.output import progress
from yange.problems import YangeError
from yange.processes import cores, elsewhere
from yange.storage.state import ProjectState

__all__ = ["engine_options", "working"]

_Command = TypeVar("_Command", bound=Callable[..., object])
_NAME = "dask"
_RESULTS = "cluster"


def engine_options(command: _Command) -> _Command:
    """Add the options that say where units are worked out elsewhere than in processes of this machine."""
    options = (
        click.option(
            "--engine",
            metavar="dask[:ADDRESS]",
            help="Work on a dask cluster, at the address of its scheduler or of workers started here (yange[dask]).",
        ),
        click.option(
            "--results",
            metavar="ADDRESS",
            help="With --engine: a folder or a bucket (s3://…) for what workers hand over; default: in build/cache.",
        ),
    )
    return reduce(lambda made, option: option(made), reversed(options), command)


@contextmanager
def working(state: ProjectState, engine: str | None, results: str | None, jobs: int | None) -> Iterator[int]:
    """Let the engine that was asked for work units out in the block; yield how many are worked out at a time.

    The caller holds the project's lock where an engine is asked for.

    Raises:
        YangeError: if there is no such engine, or no cluster answers.

    """
    if engine is None:
        if results is not None:
            raise YangeError("--results goes with --engine dask; leave it out, or name the engine")
        yield jobs or cores()
        return
    name, _, address = engine.partition(":")
    if name != _NAME:
        raise YangeError(f"--engine {engine}: the only engine is dask, or dask:ADDRESS with the address of a scheduler")
    if address and jobs is not None:
        raise YangeError("--jobs says how many workers to start here; the cluster at an address has its own")
    try:
        from yange.cluster import Cluster
        from yange.cluster.results import Results
    except ModuleNotFoundError as failure:
        raise YangeError(f"--engine dask needs the package {failure.name}: pip install 'yange[dask]'") from failure
    with (
        progress(stages="work") as report,
        Cluster(address, jobs or cores(), Results(results or _folder(state), state.key()), report) as cluster,
        elsewhere(cluster),
    ):
        yield cluster.jobs


def _folder(state: ProjectState) -> str:
    from yange.cache.folder import cache_folder, cache_remark

    folder = cache_folder(state, _RESULTS)
    if folder is None:
        raise YangeError(f"{cache_remark(state) or 'build/cache cannot be used'}; or name another place with --results")
    return str(folder)
