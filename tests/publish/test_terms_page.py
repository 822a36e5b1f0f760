"""The page of a comparison says where a term that was replaced throughout survives."""

from __future__ import annotations

from pathlib import Path

import pytest
from publishing import DAY, all_pages

from gitting import policy, version
from yange.library import load
from yange.settings import Settings

OLD = ("渡口由管理站管理。", "乘客服从管理站的指挥。", "管理站公布时刻表。", "管理站负责救助。")
NEW = tuple(words.replace("管理站", "服务中心") for words in OLD[:3])


@pytest.mark.parametrize(("last", "kept"), [("管理站负责救助。", True), ("服务中心负责救助。", False)])
def test_the_page_names_the_clauses_in_which_the_old_term_survives(tmp_path: Path, last: str, kept: bool) -> None:
    folder = tmp_path / "policies/wanghai/dukou"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text(policy("wanghai/dukou", "望海市渡口办法"), "utf-8")
    for day, words in (("2010-01-01", OLD), ("2012-01-01", (*NEW, last))):
        (folder / f"{day}.md").write_text(version(day, *words, title="望海市渡口办法"), "utf-8")
    pages = all_pages(load(tmp_path)[0], DAY, Settings(languages=("zh",)))
    (html,) = [page.html() for page in pages if page.address == "wanghai/dukou/v2012-01-01/compare/v2010-01-01/"]
    terms = html.partition('aria-labelledby="terms"')[2].partition("</section>")[0]
    assert "<del>管理站</del> → <ins>服务中心</ins>" in terms
    assert ("旧词仍见于：第四条" in terms) is kept
