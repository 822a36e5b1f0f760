"""Units on a dask cluster of two workers: same results, none lost where a worker is killed or a command ends early."""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from distributed import LocalCluster

from calling import call
from small_projects import BERTHS, small_project
from yange.cluster import Cluster
from yange.cluster.results import Results
from yange.library import load
from yange.mkdocs_plugin import page_workers
from yange.mkdocs_plugin.page_workers import SharedWork, made_in_processes
from yange.problems import YangeError
from yange.processes import LateProcesses, Processes, elsewhere, engine
from yange.settings import Settings

pytestmark = pytest.mark.xdist_group("processes")

KEY = bytes(32)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as workers:
        yield workers.scheduler_address


def on(address: str, folder: Path, said: list[tuple[int, int]] | None = None) -> Cluster:
    told = [] if said is None else said
    return Cluster(address, 2, Results(str(folder), KEY), lambda _, done, begun: told.append((done, begun)))


TOLD: list[Path] = []


def begin(folder: Path) -> None:
    TOLD[:] = [folder]


def squared(unit: int) -> int:
    """Square a number and leave a mark; the first worker that is given 3 is killed."""
    (folder,) = TOLD
    mark = folder / f"{unit}"
    if unit < 0:
        raise (YangeError if unit == -1 else ValueError)("no number of clauses")
    with mark.open("a", encoding="utf-8") as out:
        out.write("x")
    if unit == 3 and mark.read_text(encoding="utf-8") == "x":
        os.kill(os.getpid(), signal.SIGKILL)
    return unit * unit


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def all_squared(marks: Path, units: range) -> list[int]:
    with Processes(1, begin, marks) as processes:
        return [found() for found in [processes.begin(squared, unit, f"unit {unit}") for unit in units]]


def test_a_worker_that_is_killed_loses_nothing(address: str, tmp_path: Path) -> None:
    marks, results = tmp_path / "marks", tmp_path / "results"
    marks.mkdir()
    said: list[tuple[int, int]] = []
    with on(address, results, said) as cluster, elsewhere(cluster):
        assert cluster.jobs == 2
        assert all_squared(marks, range(6)) == [0, 1, 4, 9, 16, 25]
        assert len(files(results)) == 7, "each result, and what workers were told"
    assert (marks / "3").read_text() == "xx", "given to another worker"
    assert said == [(done, 6) for done in range(1, 7)]
    assert files(results) == []
    assert engine() is None


def ended_early(address: str, marks: Path, results: Path) -> None:
    with on(address, results) as cluster, elsewhere(cluster):
        assert all_squared(marks, range(4, 7)) == [16, 25, 36]
        all_squared(marks, range(-1, 0))


def test_what_was_done_before_a_command_ended_early_is_not_done_again(address: str, tmp_path: Path) -> None:
    marks, results = tmp_path / "marks", tmp_path / "results"
    marks.mkdir()
    (marks / "3").write_text("x", encoding="utf-8")
    with pytest.raises(YangeError, match="unit -1: no number"):
        ended_early(address, marks, results)
    _told, *kept = sorted(files(results), key=lambda path: -path.stat().st_size)
    assert len(kept) == 3
    kept[0].write_bytes(pickle.dumps(0))
    with on(address, results) as cluster, elsewhere(cluster):
        assert all_squared(marks, range(4, 7)) == [16, 25, 36], "what has no seal counts as nothing"
    assert sorted((marks / f"{unit}").read_text() for unit in (4, 5, 6)) == ["x", "x", "xx"]


def test_workers_check_a_project_as_one_process_does(address: str, tmp_path: Path) -> None:
    root = small_project(tmp_path / "project", BERTHS)
    text = next((root / "policies" / BERTHS).glob("2*.md"))
    words = text.read_text(encoding="utf-8").replace("effective_basis: stated", "effective_basis: signed")
    text.write_text(words, encoding="utf-8")
    alone = call(["check", "--jobs", "1"], root)
    shared = call(["check", "--engine", f"dask:{address}", "--results", str(tmp_path / "results")], root)
    assert (shared.exit_code, shared.stdout) == (alone.exit_code, alone.stdout)
    assert "work: cluster" in shared.stderr


def test_workers_make_the_pages_that_one_process_makes(address: str, tmp_path: Path) -> None:
    root = small_project(tmp_path / "project", BERTHS, languages="zh")
    work = SharedWork(root, load(root)[0], Settings(languages=("zh",)), date(2026, 11, 23), {})
    wanted = {BERTHS: [f"{BERTHS}/"]}
    with on(address, tmp_path / "results") as cluster, elsewhere(cluster):
        assert page_workers.worth_it(1, 1, 1), "a cluster that was asked for is used"
        (shared,) = made_in_processes(work, wanted, cluster.jobs, lambda: None)
    page_workers._begin(work)
    alone = page_workers._make((BERTHS, frozenset(wanted[BERTHS])))
    assert [page.address for page in shared.pages] == wanted[BERTHS]
    assert (shared.policy, shared.pages) == (alone.policy, alone.pages)


def test_a_mistake_of_the_program_names_the_unit(address: str, tmp_path: Path) -> None:
    with (
        on(address, tmp_path) as cluster,
        elsewhere(cluster),
        pytest.raises(RuntimeError, match=r"^unit -2: ValueError"),
    ):
        all_squared(tmp_path, range(-2, -1))


def test_a_unit_whose_scheduler_is_lost_is_said(address: str, tmp_path: Path) -> None:
    with on(address, tmp_path) as cluster:
        future = cluster._client.submit(time.sleep, 0, pure=False)
        future.cancel()
        with pytest.raises(YangeError, match="unit 60: the scheduler was lost"):
            cluster._wait(future, "unit 60")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--engine", "spark"], "only engine is dask"),
        (["--results", "folder"], "goes with --engine"),
        (["--engine", "dask:tcp://127.0.0.1:1", "--jobs", "2"], "its own"),
    ],
)
def test_an_engine_that_is_none_is_refused(tmp_path: Path, words: list[str], said: str) -> None:
    shown = call(["check", *words], small_project(tmp_path / "project", BERTHS))
    assert shown.exit_code == 2
    assert said in shown.stderr


def test_results_go_to_any_store_of_fsspec() -> None:
    store = Results("memory://bucket/folder", KEY)
    assert store.get("name") is None
    store.put("name", (1, b"two"))
    assert store.get("name") == ((1, b"two"),)
    assert Results("memory://bucket/folder", b"another key").get("name") is None
    store.remove("name")
    store.remove("name")
    assert store.get("name") is None


def test_few_units_are_worked_out_here_without_an_engine() -> None:
    with LateProcesses(2, 1) as processes:
        assert processes.begin(len, "four", "a word")() == 4
