"""What all tests share: the hypothesis profile, the sample library, and the outside things a test may need.

A test asks for an outside thing by its fixture (``chromium``, ``corpus``, ``gold``). Where the thing is missing the
test is skipped and counted in the summary; with ``YANGE_REQUIRE_ALL=1`` it fails instead, as ``.ci/run`` demands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from browsing import started
from outside_things import require
from thorough import is_thorough
from yange.library import load
from yange.model import Library

if TYPE_CHECKING:
    from yange.importers import ImportPlan

ROOT = Path(__file__).resolve().parent.parent
LONGEST_NAME = 40

settings.register_profile(
    "yange", derandomize=True, deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("yange")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a file by its argument: a zip archive has the time in it, and all workers must know a test by one name."""
    return argname if isinstance(val, bytes) and len(val) > LONGEST_NAME else None


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what ``make test`` leaves out."""
    if is_thorough(item.nodeid):
        item.add_marker("thorough")


@pytest.fixture(scope="session", autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the commands under test note about their projects out of the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents; what stands in it is read at run time and never copied into the repository."""
    return require("corpus")


@pytest.fixture(scope="session")
def corpus_plan(corpus: Path) -> ImportPlan:
    """The import of all documents into an empty project. Tests that use it run in one worker (``corpus-import``)."""
    from yange.importers import plan, read_files  # pinyin and word lists load slowly, and most runs need neither

    return plan(read_files(sorted(corpus.glob("*.txt"))), Library())


@pytest.fixture(scope="session")
def gold() -> Path:
    """The catalogue of what is true of some documents of the corpus (a JSON file)."""
    return require("gold")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser that Playwright drives."""
    return require("chromium")


@pytest.fixture(scope="session")
def running_browsers() -> list[Browser]:
    """The browser of this worker, once a test has asked for it."""
    return []


@pytest.fixture(scope="session")
def browser(chromium: Path, running_browsers: list[Browser]) -> Iterator[Browser]:
    """The only browser of this worker: two of them do not run in one process."""
    with started(chromium) as running:
        running_browsers.append(running)
        yield running
        running_browsers.remove(running)


@pytest.fixture(scope="session")
def libreoffice() -> Path:
    """The office suite that opens Word files."""
    return require("libreoffice")


@pytest.fixture(scope="session")
def pdftotext() -> Path:
    """What reads the words off the pages of a PDF."""
    return require("pdftotext")


@pytest.fixture(scope="session")
def jq() -> Path:
    """What the forges' steps take JSON apart with."""
    return require("jq")


@pytest.fixture(scope="session")
def unzip() -> Path:
    """What takes the forge's archives apart."""
    return require("unzip")


@pytest.fixture(scope="session")
def shellcheck() -> Path:
    """What lints the forges' steps."""
    return require("shellcheck")


@pytest.fixture(scope="session")
def library() -> Library:
    """The library that ships in ``policies/``, read without a problem."""
    library, problems = load(ROOT)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return library


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count what was skipped, by what was missing: nothing is left out silently."""
    counts: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
        counts[reason.removeprefix("Skipped: ")] += 1
    for reason, count in sorted(counts.items()):
        terminalreporter.write_line(f"skipped {count}: {reason}")
