"""A library in which every field attacks, in a real browser: no alert is shown, nobody else is asked."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect
from reading import Reader
from serving import serve

from yange.mkdocs_plugin import build_site

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "publish"))

from test_hostile import hostile_project

pytestmark = pytest.mark.xdist_group("hostile site")


@pytest.fixture
def hostile(project_root: Path, tmp_path: Path) -> Path:
    root = hostile_project(tmp_path / "project")
    shutil.copytree(project_root / "site", root / "site")
    shutil.copy(project_root / "mkdocs.yml", root)
    return build_site(root, on=date(2026, 11, 23), target=tmp_path / "out")


def test_no_page_of_a_hostile_library_runs_its_words(browser: Browser, hostile: Path) -> None:
    server = serve(hostile)
    reader = Reader(browser, f"http://127.0.0.1:{server.server_port}/", 1280)
    addresses = sorted(path.parent.relative_to(hostile).as_posix() for path in hostile.rglob("index.html"))
    chinese = [address.removeprefix(".") for address in addresses if not address.startswith("en")]
    assert {f"en/{address}".rstrip("/") for address in chinese} <= set(addresses)
    for at, address in enumerate(chinese):  # one template makes the page in both languages: each is opened in one
        reader.open(address if at % 2 else f"en/{address}")
    for query in ("alert", '"onerror=alert"', "<script>alert(1)</script>"):
        reader.page.goto(f"{reader.base}search/?q={quote(query)}&old=1")
        expect(reader.page.locator(".y-result").first).to_be_visible()
    reader.page.locator(".y-hits a").first.click()
    expect(reader.page.locator("mark").first).to_be_visible()
    server.shutdown()
    reader.is_quiet()
