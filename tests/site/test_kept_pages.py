"""A second build: what stayed is written as it was, what changed and what shows it is made anew, damage is noticed."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from yange.mkdocs_plugin import build_site
from yange.mkdocs_plugin.kept import KeptPages, stamp
from yange.problems import YangeError
from yange.publish import Asset
from yange.settings import Settings

pytestmark = pytest.mark.xdist_group("site")

KEPT = "build/cache/pages.sqlite"
DAY = date(2026, 11, 23)
FUND = "haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
NAMING = "2022-nian-xingzheng-guifanxing-wenjian-qingli-jieguo-jueding"
APART = "rules-on-small-craft-berths"


@pytest.fixture
def project(project_root: Path, tmp_path: Path) -> Path:
    """Three policies of the sample city: two that name each other, and one apart."""
    root = tmp_path / "project"
    shutil.copytree(project_root / "site", root / "site")
    shutil.copy(project_root / "mkdocs.yml", root)
    for slug in (FUND, NAMING, APART):
        shutil.copytree(project_root / "policies" / "wanghai" / slug, root / "policies" / "wanghai" / slug)
    return root


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kept(root: Path) -> dict[bytes, int]:
    """Return the kept entries, each with the row in which its end stands: another one once it was written anew."""
    with sqlite3.connect(root / KEPT) as base:
        return dict(base.execute("SELECT entry, rowid FROM ends").fetchall())


def test_a_second_build_writes_the_same_site_from_what_is_kept(project: Path, tmp_path: Path) -> None:
    first = files(build_site(project, on=DAY, target=tmp_path / "a"))
    entries = kept(project)
    assert files(build_site(project, on=DAY, target=tmp_path / "b")) == first
    assert kept(project) == entries != {}
    shutil.rmtree(project / "build")
    assert files(build_site(project, on=DAY, target=tmp_path / "c")) == first


def test_one_changed_text_makes_its_own_pages_anew_and_those_that_name_it(project: Path, tmp_path: Path) -> None:
    build_site(project, on=DAY, target=tmp_path / "a")
    before = kept(project)
    file = project / "policies" / "wanghai" / FUND / "2017-07-01.md"
    file.write_text(file.read_text(encoding="utf-8").replace("海洋产业集约发展", "海洋产业有序发展"), encoding="utf-8")
    changed = files(build_site(project, on=DAY, target=tmp_path / "b"))
    stayed = before.items() & kept(project).items()
    assert stayed, "the policy that stands apart"
    assert len(stayed) < len(before)
    shutil.rmtree(project / "build")
    assert files(build_site(project, on=DAY, target=tmp_path / "c")) == changed


def test_a_new_policy_reaches_the_pages_that_name_it(project: Path, project_root: Path, tmp_path: Path) -> None:
    away = project / "policies" / "wanghai" / FUND
    shutil.rmtree(away)
    build_site(project, on=DAY, target=tmp_path / "a")
    shutil.copytree(project_root / "policies" / "wanghai" / FUND, away)
    again = files(build_site(project, on=DAY, target=tmp_path / "b"))
    shutil.rmtree(project / "build")
    assert files(build_site(project, on=DAY, target=tmp_path / "c")) == again


@pytest.mark.parametrize("what", ["day", "template", "setting"])
def test_another_day_template_or_setting_keeps_nothing(project: Path, tmp_path: Path, what: str) -> None:
    build_site(project, on=DAY, target=tmp_path / "a")
    before = kept(project)
    if what == "template":
        style = project / "site" / "overrides" / "404.html"
        style.write_text(style.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    if what == "setting":
        config = project / "mkdocs.yml"
        config.write_text(config.read_text(encoding="utf-8").replace("沿革 Yange", "沿革"), encoding="utf-8")
    build_site(project, on=date(2026, 11, 24) if what == "day" else DAY, target=tmp_path / "b")
    assert not before.keys() & kept(project).keys()


def test_a_damaged_entry_is_named_removed_and_made_anew(project: Path, tmp_path: Path) -> None:
    first = files(build_site(project, on=DAY, target=tmp_path / "a"))
    with sqlite3.connect(project / KEPT) as base:
        base.execute("UPDATE files SET content = ? WHERE n = 0 AND address LIKE '%2017-07-01/index.html'", (b"cut",))
    with pytest.raises(YangeError, match="damaged"):
        build_site(project, on=DAY, target=tmp_path / "a")
    assert files(tmp_path / "a") == first
    assert files(build_site(project, on=DAY, target=tmp_path / "a")) == first


def test_an_entry_that_was_cut_short_is_not_kept(tmp_path: Path) -> None:
    name = stamp(Settings(), "2026-01-01", (), ())
    pages = KeptPages(tmp_path / "kept", name)
    writing = pages.write("a/", "basis", iter([Asset("a", b"1"), Asset("b", b"2")]))
    next(writing)
    writing.close()
    assert not pages.holds("a/", "basis")
    assert [asset.content for asset in pages.write("a/", "basis", iter([Asset("a", b"1\n2")]))] == [b"1\n2"]
    pages.close()
    again = KeptPages(tmp_path / "kept", name)
    assert [asset.content for asset in again.read("a/", "basis")] == [b"1\n2"]
    assert not again.holds("a/", "another")
    again.close()


def test_a_file_that_is_none_of_ours_or_that_another_build_holds_counts_as_nothing(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"not a data base at all" * 50)
    pages = KeptPages(file, "stamp")
    list(pages.write("a/", "basis", iter([Asset("a", b"1")])))
    beside = KeptPages(file, "stamp")
    assert not beside.holds("a/", "basis")
    list(beside.write("a/", "basis", iter([Asset("a", b"2")])))
    beside.close()
    pages.close()
    assert [asset.content for asset in KeptPages(file, "stamp").read("a/", "basis")] == [b"1"]
