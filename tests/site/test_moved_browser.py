"""Former addresses in a real browser: from a server and from the file system, with question and place kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from reading import Reader
from serving import address_of

from yange.mkdocs_plugin import build_site

pytestmark = pytest.mark.xdist_group("moved")

POLICY = """---
id: wanghai/jiuchuan
title: 望海市旧船办法
place: 望海市
kind: 办法
rank: null
was: [wanghai/lao-chuan]
---
"""
FRONT = """---
title: 望海市旧船办法
number: null
issuer: [望海市人民政府]
signed: {day}
published: null
effective: {day}
effective_basis: signed
commenced: {day}
expires: null
repeals: []
text: held
condition: complete
sources:
  - {{name: 望海市人民政府公报, url: null, page_date: null, retrieved: 2026-03-02, sha256: null, media: text/plain}}
{more}review: []
---

# 望海市旧船办法

第一条　旧船应当在{year}年内登记。
"""
CORRECTED = """corrections:
  - {date: 2026-03-02, field: effective, was: 2019-12-31, now: 2020-01-01, evidence: 公报, by: 张三}
"""


@pytest.fixture(scope="module")
def moved(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one policy that had another id, and whose first text had another day."""
    root = tmp_path_factory.mktemp("moved")
    shutil.copytree(project_root / "site", root / "site")
    shutil.copy(project_root / "mkdocs.yml", root)
    folder = root / "policies" / "wanghai" / "jiuchuan"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text(POLICY, encoding="utf-8")
    for day, more in (("2020-01-01", CORRECTED), ("2021-01-01", "")):
        (folder / f"{day}.md").write_text(FRONT.format(day=day, year=day[:4], more=more), encoding="utf-8")
    return build_site(root, on=date(2026, 11, 23), target=root / "out")


@pytest.fixture(scope="module")
def host(moved: Path) -> Iterator[str]:
    yield from address_of(moved)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("wanghai/lao-chuan/", "wanghai/jiuchuan/"),
        ("wanghai/lao-chuan/history/", "wanghai/jiuchuan/history/"),
        ("en/wanghai/lao-chuan/history/", "en/wanghai/jiuchuan/history/"),
        ("wanghai/lao-chuan/v2019-12-31/", "wanghai/jiuchuan/v2020-01-01/"),
        ("wanghai/jiuchuan/v2019-12-31/", "wanghai/jiuchuan/v2020-01-01/"),
        ("wanghai/jiuchuan/v2021-01-01/compare/v2019-12-31/", "wanghai/jiuchuan/v2021-01-01/compare/v2020-01-01/"),
        ("wanghai/lao-chuan/v2021-01-01/compare/v2019-12-31/", "wanghai/jiuchuan/v2021-01-01/compare/v2020-01-01/"),
    ],
)
@pytest.mark.parametrize("place", ["server", "files"])
def test_a_former_address_leads_to_the_page_that_stands(
    browser: Browser, moved: Path, host: str, place: str, old: str, new: str
) -> None:
    base = host if place == "server" else f"{moved.as_uri()}/"
    tail = "" if place == "server" else "index.html"
    reader = Reader(browser, base, 1280)
    reader.page.goto(f"{base}{old}{tail}?on=2020-05-01#top")
    reader.page.wait_for_url(f"{base}{new}{tail}?on=2020-05-01#top")
    assert reader.page.locator("h1").first.is_visible()
    reader.is_quiet()


def test_without_scripts_it_leads_on_too(browser: Browser, host: str) -> None:
    page = Reader(browser, host, 390, scripts=False).page
    page.goto(f"{host}wanghai/lao-chuan/v2019-12-31/")
    page.wait_for_url(f"{host}wanghai/jiuchuan/v2020-01-01/")
