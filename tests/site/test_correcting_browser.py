"""From a page to the forge's editor with the keyboard alone, without scripts, and without the page asking anybody."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from reading import Reader, faults
from serving import address_of

from gitting import Repo
from yange.mkdocs_plugin import build_site

DAY = date(2026, 11, 23)
TEXT = "wanghai/dukou-guanli-banfa/v2021-03-26/"
EDIT = "https://forge.example/o/r/_edit/main/policies/wanghai/dukou-guanli-banfa/2021-03-26.md#L"
pytestmark = pytest.mark.xdist_group("correcting by hand")


@pytest.fixture(scope="module")
def corrected(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample city's site with a repository set and an edition published."""
    folder = tmp_path_factory.mktemp("forge") / "mine"
    for name in ("policies/wanghai", "site", "templates"):
        shutil.copytree(project_root / name, folder / name)
    settings = (project_root / "mkdocs.yml").read_text(encoding="utf-8")
    ours = "      languages: [zh, en]\n      repository: https://forge.example/o/r\n      forge: gitea\n"
    (folder / "mkdocs.yml").write_text(settings.replace("      languages: [zh, en]\n", ours), encoding="utf-8")
    (folder / ".gitignore").write_text("build/\narchive/*.git\narchive/.h*\n", encoding="utf-8")
    repo = Repo(folder)
    repo.git("init", "-q", "-b", "main")
    repo.commit({})
    assert repo.yange("archive", "--publish", "--on", "2026-11-23").exit_code == 0
    yield from address_of(build_site(folder, on=DAY))


@pytest.mark.parametrize("scripts", [True, False])
def test_a_clause_is_corrected_by_keyboard(browser: Browser, corrected: str, scripts: bool) -> None:
    reader = Reader(browser, corrected, 1280, scripts=scripts)
    page = reader.open(TEXT)
    summary = page.locator("#chp_1__art_3 details.y-tools > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    links = page.locator("#chp_1__art_3 .y-fixes a")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.y-fixes') !== null"):
            break
    focused = page.evaluate("document.activeElement.href")
    assert focused == links.first.get_attribute("href")
    assert focused.startswith(EDIT)
    assert "issues/new" in (links.nth(1).get_attribute("href") or "")
    item = page.locator("#chp_2__art_5__para_1__item_1 > a.y-fix, #chp_2__art_5__item_1 > a.y-fix").first
    item.focus()
    assert item.evaluate("element => getComputedStyle(element).opacity") == "1"
    assert (item.get_attribute("href") or "").startswith(EDIT)
    assert (reader.outside, reader.errors) == ([], [])


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, True)])
def test_the_links_and_the_editions_have_no_fault(browser: Browser, corrected: str, width: int, dark: bool) -> None:
    reader = Reader(browser, corrected, width, dark=dark)
    found = []
    for at, address in enumerate((TEXT, f"en/{TEXT}", "editions/", "en/editions/")):
        page = reader.open(address)
        for summary in page.locator("details.y-tools > summary").all()[:1]:
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        if at % 2 == dark:  # each kind of page in both views, each language in one of them
            found += [(address, *fault) for fault in faults(page)]
    assert found == []
    assert "沿革档案第1版" in reader.open(TEXT).locator(".y-edition").inner_text()
    assert (reader.outside, reader.errors) == ([], [])
