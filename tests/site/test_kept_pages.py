"""A second build: what stayed is written as it was, what changed and what shows it is made anew, damage is noticed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from small_projects import small_project
from yange.cache.pages import KeptPages, stamp
from yange.cache.site_folder import Asset, SiteFolder
from yange.cache.store import Seal, Store
from yange.mkdocs_plugin import build_site

KEPT = "build/cache/pages"
DAY = date(2026, 11, 23)
FUND = "haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
NAMING = "2022-nian-xingzheng-guifanxing-wenjian-qingli-jieguo-jueding"
APART = "rules-on-small-craft-berths"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three policies of the sample city: two that name each other, and one apart."""
    return small_project(tmp_path / "project", *(f"wanghai/{slug}" for slug in (FUND, NAMING, APART)), languages="zh")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kept(root: Path) -> dict[str, int]:
    """Return the kept entries, each with the file number of its first file: another one once it was written anew."""
    _, listed = (root / KEPT / "list.json").read_text(encoding="utf-8").split("\n")
    return {entry: (root / KEPT / entry[:2] / f"{entry}.0").stat().st_ino for entry in json.loads(listed)}


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


@pytest.mark.parametrize("damage", ["cut", "gone", "list"])
def test_what_is_damaged_counts_as_nothing_and_is_made_anew(project: Path, tmp_path: Path, damage: str) -> None:
    first = files(build_site(project, on=DAY, target=tmp_path / "a"))
    page = tmp_path / "a" / "wanghai" / FUND / "v2017-07-01" / "index.html"
    before = kept(project)
    (same,) = (file for file in (project / KEPT).glob("*/*") if file.samefile(page))
    if damage == "cut":
        os.truncate(same, 100)  # the page in the site is the same file
    elif damage == "gone":
        same.unlink()
    else:
        os.truncate(project / KEPT / "list.json", 5000)
    assert files(build_site(project, on=DAY, target=tmp_path / "b")) == first
    anew = len(before) - len(before.items() & kept(project).items())
    assert anew == (len(before) if damage == "list" else 1)
    assert files(build_site(project, on=DAY, target=tmp_path / "c")) == first


def test_a_page_is_one_file_with_what_is_kept_of_it_and_what_fell_out_of_use_is_removed(
    project: Path, tmp_path: Path
) -> None:
    build_site(project, on=DAY, target=tmp_path / "a")
    names = {file.name for file in (project / KEPT).glob("*/*")}
    build_site(project, on=date(2026, 11, 24), target=tmp_path / "b")
    later = {file.name for file in (project / KEPT).glob("*/*")}
    assert names
    assert len(names) == len(later)
    assert not names & later
    assert (tmp_path / "b" / "wanghai" / FUND / "index.html").stat().st_nlink == 2


def opened(root: Path, site: str, stamp: str = "stamp") -> tuple[KeptPages, SiteFolder]:
    return kept_in(root / "kept", stamp), SiteFolder(root / site)


def kept_in(folder: Path, stamp: str) -> KeptPages:
    return KeptPages(Store(folder, Seal(b"k" * 32)), stamp)


def placed(root: Path, site: str, name: str = "a/") -> dict[str, bytes] | None:
    pages, folder = opened(root, site)
    return files(root / site) if pages.place(name, "basis", folder) else None


def test_an_entry_that_was_cut_short_is_not_kept(tmp_path: Path) -> None:
    def killed() -> Iterator[Asset]:
        yield Asset("a", b"1")
        raise KeyboardInterrupt

    pages, folder = opened(tmp_path, "one")
    with pytest.raises(KeyboardInterrupt):
        pages.write("a/", "basis", killed(), folder)
    assert pages.file("a/", "basis", "a") is None
    pages.write("b/", "basis", iter([Asset("b", b""), Asset("", b"2")]), folder)
    assert (pages.file("b/", "basis", "b"), pages.file("b/", "basis", "")) == (b"", b"2")
    pages.close()
    assert placed(tmp_path, "two") is None
    assert placed(tmp_path, "three", "b/") == {"b": b""}, "what has no address is kept and not published"
    pages, folder = opened(tmp_path, "four")
    pages.write("a/", "basis", iter([Asset("a", b"1\n2")]), folder)
    pages.close()
    assert placed(tmp_path, "five") == {"a": b"1\n2"}


def test_a_build_that_was_killed_before_its_end_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    pages, folder = opened(tmp_path, "one")
    pages.write("a/", "basis", iter([Asset("a", b"1")]), folder)
    pages.close()
    killed, folder = opened(tmp_path, "two")
    killed.write("b/", "basis", iter([Asset("b", b"2")]), folder)
    assert (placed(tmp_path, "three"), placed(tmp_path, "four", "b/")) == ({"a": b"1"}, None)
    again, folder = opened(tmp_path, "five")
    again.write("b/", "basis", iter([Asset("b", b"2")]), folder)
    again.close()
    assert placed(tmp_path, "six", "b/") == {"b": b"2"}
    assert len(list((tmp_path / "kept").glob("*/*"))) == 1


def test_two_builds_at_once_spoil_neither_site_and_keep_nothing_wrong(tmp_path: Path) -> None:
    one, first = opened(tmp_path, "one")
    other, second = opened(tmp_path, "two")
    one.write("a/", "basis", iter([Asset("a", b"1")]), first)
    one.write("b/", "basis", iter([Asset("b", b"1")]), first)
    other.write("a/", "basis", iter([Asset("a", b"2")]), second)
    other.close()
    assert one.file("b/", "basis", "b") is None, "dropped by the other, and made anew when it is needed"
    one.close()
    assert (files(tmp_path / "one"), files(tmp_path / "two")) == ({"a": b"1", "b": b"1"}, {"a": b"2"})
    assert placed(tmp_path, "three") is None, "listed with another content than what stands there"
    assert placed(tmp_path, "four", "b/") is None


def test_a_file_system_without_links_keeps_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(known: str, name: str) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refused)
    pages, folder = opened(tmp_path, "one")
    pages.write("a/", "basis", iter([Asset("a", b"1")]), folder)
    pages.close()
    assert placed(tmp_path, "two") == {"a": b"1"}
    assert (tmp_path / "two" / "a").stat().st_nlink == 1


def test_a_folder_that_cannot_be_written_changes_no_page(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"a file where the folder belongs")
    pages, folder = opened(tmp_path, "one")
    pages.write("a/", "basis", iter([Asset("a", b"1")]), folder)
    pages.close()
    assert pages.refused is not None
    assert files(tmp_path / "one") == {"a": b"1"}


def test_a_file_of_the_site_gives_way_as_a_whole(tmp_path: Path) -> None:
    pages, folder = opened(tmp_path, "one")
    pages.write("a/", "basis", iter([Asset("a", b"1")]), folder)
    folder.write(Asset("a", b"2"), "")
    pages.close()
    assert files(tmp_path / "one") == {"a": b"2"}
    assert placed(tmp_path, "two") == {"a": b"1"}


def test_another_stamp_is_another_entry(tmp_path: Path) -> None:
    pages, folder = opened(tmp_path, "one", stamp("settings", "2026-01-01", (), ()))
    pages.write("a/", "basis", iter([Asset("a", b"1")]), folder)
    pages.close()
    assert not kept_in(tmp_path / "kept", stamp("settings", "2026-01-02", (), ())).place("a/", "basis", folder)
    assert not kept_in(tmp_path / "kept", stamp("settings", "2026-01-01", (), ())).place("a/", "other", folder)
