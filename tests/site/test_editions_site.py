"""Editions on the site, from a real history: a text as it stands is cited with the edition that holds it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from gitting import Repo
from yange.mkdocs_plugin import build_site
from yange.shipped import shipped

TEXT = "policies/wanghai/dukou/2020-03-01.md"


def page(repo: Repo, address: str) -> str:
    built = build_site(repo.folder, on=date(2026, 11, 23))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", (built / address / "index.html").read_text("utf-8")))


def test_what_is_cited_names_the_edition_that_holds_it(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "mine")
    shutil.copytree(shipped() / "site", repo.folder / "site")
    settings = (shipped() / "mkdocs.yml").read_text("utf-8")
    repo.commit({"mkdocs.yml": settings, ".gitignore": "build/\narchive/*.git\narchive/.h*\n"})
    assert "版次" not in page(repo, "wanghai/dukou/v2020-03-01").split("引用本文本")[-1].split("改正")[0]
    assert repo.yange("archive", "--publish", "--on", "2026-11-23").exit_code == 0
    repo.commit({})
    ledger = (repo.folder / "archive/editions.yml").read_text("utf-8")
    (main,) = re.findall(r"main: ([0-9a-f]{40})", ledger)
    said = page(repo, "wanghai/dukou/v2020-03-01")
    assert re.search(rf"沿革档案第1版（\d{{4}}-\d\d-\d\d），wanghai/dukou@v2020-03-01，提交 {main}", said)
    assert main in page(repo, "editions")
    repo.edit(TEXT, ("checked: null", "checked: {date: 2026-05-02, source: 公报}"))
    assert "尚未收入已发布的版次（最近是第1版）" in page(repo, "wanghai/dukou/v2020-03-01")
    assert "not in a published edition yet" in page(repo, "en/wanghai/dukou/v2020-03-01")
