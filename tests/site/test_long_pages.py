"""Pages of long texts and comparisons: light enough, and nothing lost with scripts on."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from yange.model import Basis, Library, Policy, Version
from yange.publish.context import SiteContext
from yange.publish.pages.comparison import comparison_page
from yange.publish.pages.version import version_page
from yange.publish.parts.long_pages import LONG
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

pytestmark = pytest.mark.xdist_group("long pages")
ROOT = Path(__file__).resolve().parent.parent.parent
DAY = date(2026, 11, 23)
FRAME = 20_000
"""Bytes of the frame around a page: 17 kB with a table of contents of twelve headings."""
DIGITS = "零一二三四五六七八九"


def numeral(n: int) -> str:
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    head = f"{DIGITS[hundreds]}百" if hundreds else ""
    middle = (
        f"{DIGITS[tens]}十" if tens and (tens > 1 or hundreds) else "十" if tens else "零" if hundreds and ones else ""
    )
    return head + middle + (DIGITS[ones] if ones else "")


def body(words: list[str]) -> str:
    lines = []
    for n, said in enumerate(words, 1):
        if n % 30 == 1:
            lines.append(f"## 第{numeral(n // 30 + 1)}章　渡口之{numeral(n // 30 + 1)}")
        lines.append(f"第{numeral(n)}条　{said}")
    return "# 渡口条例\n\n" + "\n\n".join(lines) + "\n"


@cache
def context_of(articles: int, repository: str | None = None) -> SiteContext:
    """An archive of one policy: its newer text has one article in five changed, and one more behind the fiftieth."""
    old = [
        f"第{n}号渡口的经营者应当自收到申请之日起{n + 3}个工作日内检查渡船，并把检查的结果书面报送海事处备案；"
        f"不符合条件的，应当说明理由，并处{n}00元以下罚款。"
        for n in range(1, articles + 1)
    ]
    new = [said.replace("备案", "备查") if n % 5 == 0 else said for n, said in enumerate(old)]
    new.insert(50, "任何人不得在渡口堆放危险货物。")
    texts = [
        Version(
            policy="a/b",
            key=f"v{year}-01-01",
            path=f"policies/a/b/{year}-01-01.md",
            title="渡口条例",
            effective=date(year, 1, 1),
            effective_basis=Basis.STATED,
            body=body(words),
        )
        for year, words in ((2001, old), (2011, new))
    ]
    library = Library((Policy(id="a/b", title="渡口条例", place="a", versions=tuple(texts)),))
    settings = Settings(repository=repository)
    return SiteContext(library, build_timeline(library), settings, DAY, folders(ROOT, "templates"))


def pages_of(context: SiteContext, language: str) -> list[str]:
    (policy,) = context.library.policies
    old, new = policy.versions
    made = [version_page(context, policy, text, language) for text in (old, new)]
    made.append(comparison_page(context, policy, old, new, language))
    return [page.html() for page in made]


@pytest.mark.parametrize("repository", [None, "https://github.com/example/archive"])
def test_no_page_of_a_text_of_300_articles_is_over_300_kb(repository: str | None) -> None:
    for language in ("zh", "en"):
        sizes = [len(html.encode()) for html in pages_of(context_of(300, repository), language)]
        assert max(sizes) + FRAME < 300_000, (language, sizes)


@pytest.mark.parametrize(("articles", "long"), [(LONG, False), (LONG + 1, True)])
def test_from_where_on_a_text_is_long(articles: int, long: bool) -> None:
    html, _, _ = pages_of(context_of(articles), "zh")
    assert ('<details class="y-tools">' in html) is not long
    assert ('<a class="y-tools" href="#cite"' in html) is long


def test_every_changed_word_is_on_the_page_of_a_long_comparison() -> None:
    _, _, html = pages_of(context_of(300), "zh")
    assert html.count("备案</del>") + html.count("案</del>") >= 60
    assert "任何人不得在渡口堆放危险货物。" in html


def test_scripts_tell_of_a_clause_what_a_short_page_prints(browser: Browser, tmp_path: Path) -> None:
    old, _, comparison = pages_of(context_of(300, "https://github.com/example/archive"), "zh")
    for name, html, script in (("text", old, "text"), ("comparison", comparison, "compare")):
        scripts = "".join(
            f'<script src="{(ROOT / "site/assets" / f"{one}.js").as_uri()}"></script>' for one in ("page", script)
        )
        (tmp_path / f"{name}.html").write_text(f'<!doctype html><meta charset="utf-8">{html}{scripts}', "utf-8")
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "text.html").as_uri())
    page.locator("[id='chp_4__art_100'] a.y-tools").click()
    box = page.locator("[id='chp_4__art_100'] .y-tool")
    assert "《渡口条例》第一百条" in re.sub(r"（[^）]*）", "", box.inner_text())
    assert box.locator("a.y-now").get_attribute("href").endswith("v2011-01-01/#chp_4__art_101")  # type: ignore[union-attr]
    assert box.locator("a.y-now").inner_text() == "第一百零一条"
    line = next(n for n, said in enumerate(body_lines(), 1) if said.startswith("第一百条"))
    assert box.locator("a[rel=nofollow]").get_attribute("href").endswith(f"2001-01-01.md#L{line}")  # type: ignore[union-attr]
    page.goto((tmp_path / "comparison.html").as_uri())
    last = page.locator(".y-change.y-op-amended").last
    assert last.locator("button").count() == 0
    last.scroll_into_view_if_needed()
    last.locator("button[data-take=markdown]").wait_for()
    assert last.locator("button").count() == 2
    assert errors == []


def body_lines() -> list[str]:
    (policy,) = context_of(300, "https://github.com/example/archive").library.policies
    version = policy.versions[0]
    return [""] * (version.body_line - 1) + version.body.split("\n")
