"""Several processes make the bytes that one makes; what goes wrong in one of them names the policy."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from small_projects import BERTHS, small_project
from yange.library import load
from yange.mkdocs_plugin import build_site, page_workers
from yange.mkdocs_plugin.page_workers import LEAST, SharedWork, made_in_processes, worth_it
from yange.problems import YangeError
from yange.settings import Settings
from yange.storage.state import state_of

pytestmark = pytest.mark.xdist_group("page workers")

DAY = date(2026, 11, 23)
FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
NAMING = "wanghai/2022-nian-xingzheng-guifanxing-wenjian-qingli-jieguo-jueding"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three policies: two that name each other, and one apart."""
    return small_project(tmp_path_factory.mktemp("jobs") / "project", FUND, NAMING, BERTHS, languages="zh")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_any_number_of_processes_makes_the_same_site(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_workers, "LEAST", 1)
    alone = files(build_site(project, on=DAY, target=tmp_path / "1"))
    compared = {path.name for path in (project / "build/cache/compare").iterdir()}
    (project / "build/cache/pages/list.json").unlink()
    for path in (project / "build/cache/compare").iterdir():
        path.unlink()
    assert files(build_site(project, on=DAY, target=tmp_path / "4", jobs=4)) == alone
    assert {path.name for path in (project / "build/cache/compare").iterdir()} == compared, "kept by the workers"
    monkeypatch.setattr(page_workers, "made_in_processes", lambda *_: pytest.fail("nothing is left to make"))
    assert files(build_site(project, on=DAY, target=tmp_path / "again", jobs=2)) == alone


@pytest.mark.parametrize(
    ("pages", "policies", "jobs", "worth"),
    [(LEAST, 2, 2, True), (LEAST - 1, 2, 2, False), (LEAST, 1, 2, False), (LEAST, 2, 1, False)],
)
def test_processes_are_begun_where_they_are_worth_it(pages: int, policies: int, jobs: int, worth: bool) -> None:
    assert worth_it(pages, policies, jobs) is worth


def work_of(root: Path) -> SharedWork:
    state_of(root).key()  # a build has it before workers begin
    return SharedWork(root, load(root)[0], Settings(languages=("zh",)), DAY, {})


def test_a_page_that_cannot_be_made_names_its_policy(project: Path, tmp_path: Path) -> None:
    root = small_project(tmp_path / "project", FUND, BERTHS, languages="zh")
    (root / "templates/site").mkdir(parents=True)
    (root / "templates/site/policy.html").write_text(
        '{% extends "yange/policy.html" %}{% block title %}{% if policy.id == "' + BERTHS + '" %}{{ policy.colour }}'
        "{% endif %}{% endblock %}",
        encoding="utf-8",
    )
    wanted = {FUND: [f"{FUND}/"], BERTHS: [f"{BERTHS}/"]}
    made = made_in_processes(work_of(root), wanted, 2, lambda: None)
    assert [page.address for page in next(made).pages] == [f"{FUND}/"]
    with pytest.raises(YangeError, match=rf"^{BERTHS}: templates/site/policy.html: .*colour"):
        next(made)
    assert multiprocessing.active_children() == []


def killed() -> None:
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGTERM)


def interrupted() -> None:
    raise KeyboardInterrupt


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize(("begun", "error"), [(killed, YangeError), (interrupted, KeyboardInterrupt)])
def test_what_ends_early_leaves_no_process(
    project: Path, begun: Callable[[], None], error: type[BaseException]
) -> None:
    with pytest.raises(error, match="--jobs 1" if error is YangeError else None):
        list(made_in_processes(work_of(project), {FUND: [], BERTHS: []}, 2, begun))
    assert multiprocessing.active_children() == []


PROGRAM = """
import multiprocessing, sys, time
from pathlib import Path
sys.path.insert(0, {here!r})
from test_page_workers import FUND, made_in_processes, work_of
def begun():
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    time.sleep(60)
if __name__ == "__main__":
    list(made_in_processes(work_of(Path({root!r})), {{FUND: []}}, 1, begun))
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="asks /proc which processes there are")
def test_a_worker_ends_with_the_process_that_was_killed(project: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    here = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
    text = PROGRAM.format(here=here[0], root=str(project)).replace(
        "sys.path.insert", f"sys.path.insert(0, {here[1]!r}); sys.path.insert", 1
    )
    script.write_text(text, encoding="utf-8")
    process = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    pids = process.stdout.readline().split()
    assert pids
    process.kill()
    process.wait()
    end = time.monotonic() + 60
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        assert time.monotonic() < end, "a worker outlives the process that began it"
        time.sleep(0.1)
