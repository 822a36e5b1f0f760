"""A site is left as it stands only where a build would make it again to the byte; whatever is in doubt is built."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from small_projects import BERTHS, small_project
from yange.cache import site_record
from yange.mkdocs_plugin import build_site, site
from yange.mkdocs_plugin import mkdocs_build as building
from yange.storage.state import state_of

pytestmark = pytest.mark.xdist_group("unchanged site")

DAY = date(2026, 11, 23)
SLUG = f"policies/{BERTHS}"
PLACES = "archive/sources/ab.places.json"
RECORD = "build/cache/site.json"


def standing(root: Path, on: date | None, target: Path | None, now: datetime | None = None) -> Path | None:
    return site_record.standing(state_of(root), on, target, site_record.inputs(root), now or datetime.now(UTC))


def project_at(root: Path) -> Path:
    small_project(root, BERTHS, languages="zh")
    (root / PLACES).parent.mkdir(parents=True)
    (root / PLACES).write_text("{}\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one policy with its site in ``build/site``."""
    root = project_at(tmp_path_factory.mktemp("unchanged") / "project")
    build_site(root, on=DAY)
    return root


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "prepared", lambda *_: pytest.fail("built anew"))


@pytest.mark.usefixtures("never")
def test_a_site_that_would_be_the_same_is_left_as_it_is(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (built / "build" / "site").rglob("*")}
    assert build_site(built, on=DAY) == built / "build" / "site"
    assert {path: path.stat().st_mtime_ns for path in (built / "build" / "site").rglob("*")} == before


def add(path: str, text: str = "x") -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return spoil


def edit(path: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        data = (root / path).read_bytes()
        (root / path).write_bytes(data[:-1] + (b" " if data[-1:] != b" " else b"\n"))

    return spoil


def remove(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


def link(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).symlink_to(root / "mkdocs.yml")


CHANGES = {
    "the places of an original": edit(PLACES),
    "an original that came": add("archive/sources/ab.pdf"),
    "a text": edit(f"{SLUG}/2024-09-01.md"),
    "a text more": add(f"{SLUG}/2025-09-01.md"),
    "a text less": remove(f"{SLUG}/2021-06-01.md"),
    "what a person says of two texts": add(f"{SLUG}/alignment.yml"),
    "a link among the texts": link(f"{SLUG}/2030-01-01.md"),
    "a hidden file": add("policies/.hidden"),
    "a write that was cut short": add(".yange-write/plan.json"),
    "a setting": edit("mkdocs.yml"),
    "no settings": remove("mkdocs.yml"),
    "a page written by hand": edit("site/pages/about.md"),
    "a style": edit("site/assets/yange.css"),
    "a script more": add("site/assets/more.js"),
    "the theme": edit("site/overrides/main.html"),
    "a template of its own": add("templates/site/home.html"),
    "an edition": add("archive/editions.yml"),
    "a page of the site": edit("build/site/index.html"),
    "a page of the site less": remove("build/site/about/index.html"),
    "a file in the site": add("build/site/own.html"),
    "a link in the site": link("build/site/link.html"),
    "no record": remove(RECORD),
    "a damaged record": edit(RECORD),
}


@pytest.fixture
def spoiled(built: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """The project after a change, which is taken back again."""
    cache = built / "build" / "cache" / "pages"
    found = (path for path in built.rglob("*") if path.is_file() and not path.is_relative_to(cache))
    kept = {path: path.read_bytes() for path in found}
    folders = {path for path in built.rglob("*") if path.is_dir()}
    CHANGES[request.param](built)
    yield built
    for path in built.rglob("*"):
        if path.is_symlink() or (path.is_file() and path not in kept and not path.is_relative_to(cache)):
            path.unlink()
    for path, data in kept.items():
        if not path.is_file() or path.read_bytes() != data:
            path.unlink(missing_ok=True)
            path.write_bytes(data)
    for path in sorted(set(filter(Path.is_dir, built.rglob("*"))) - folders, reverse=True):
        path.rmdir()
    assert standing(built, DAY, None) == built / "build" / "site", "the change is taken back"


@pytest.mark.parametrize("spoiled", CHANGES, indirect=True)
def test_any_change_is_built(spoiled: Path) -> None:
    assert standing(spoiled, DAY, None) is None


def test_another_day_place_or_program_is_built(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert standing(built, DAY, None) is not None
    assert standing(built, date(2026, 11, 24), None) is None
    assert standing(built, None, None) is None, "a day that was asked for is fixed, today is not"
    assert standing(built, DAY, tmp_path / "elsewhere") is None
    assert standing(project_at(tmp_path / "other"), DAY, None) is None
    shutil.copytree(built, tmp_path / "moved")
    assert standing(tmp_path / "moved", DAY, None) is None
    monkeypatch.setattr(site_record, "program", lambda: "another")
    assert standing(built, DAY, None) is None


def test_the_day_after_is_built_where_no_day_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        hours = 0

        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2026, 11, 23, cls.hours, tzinfo=UTC)

    monkeypatch.setattr(site, "datetime", Clock)
    monkeypatch.setattr("yange.mkdocs_plugin.plugin.datetime", Clock)
    root = project_at(tmp_path / "project")
    build_site(root)
    assert standing(root, None, None, Clock.now()) is not None
    Clock.hours = 15
    assert standing(root, None, None, Clock.now()) is not None, "an hour before midnight in Shanghai"
    Clock.hours = 16
    assert standing(root, None, None, Clock.now()) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plugins:\n", "hooks: [hook.py]\nplugins:\n"),
        ("plugins:\n", "plugins:\n  - material/meta\n"),
        ("  - tables\n", "  - tables\n  - pymdownx.snippets\n"),
        ("site_name: 沿革 Yange", "site_name: !ENV [SITE, x]"),
        ("site_name: ", "INHERIT: base.yml\nsite_name: "),
    ],
)
def test_what_reads_more_than_the_record_knows_leaves_none(tmp_path: Path, old: str, new: str) -> None:
    root = project_at(tmp_path / "project")
    (root / "hook.py").write_text("", encoding="utf-8")
    (root / "base.yml").write_text("site_author: x\n", encoding="utf-8")
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert old in text
    (root / "mkdocs.yml").write_text(text.replace(old, new), encoding="utf-8")
    build_site(root, on=DAY)
    assert not (root / RECORD).exists()
    assert standing(root, DAY, None) is None


def test_a_theme_that_prints_the_time_leaves_no_record(tmp_path: Path) -> None:
    root = project_at(tmp_path / "project")
    with (root / "site" / "overrides" / "404.html").open("a", encoding="utf-8") as file:
        file.write("{# {{ build_date_utc }} #}\n")
    build_site(root, on=DAY)
    assert not (root / RECORD).exists()


def test_a_change_during_the_build_is_seen_by_the_next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project_at(tmp_path / "project")
    real = building.build

    def slow(config: object) -> None:
        real(config)
        edit("site/pages/about.md")(root)

    monkeypatch.setattr(building, "build", slow)
    build_site(root, on=DAY)
    assert standing(root, DAY, None) is None
