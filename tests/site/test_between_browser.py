"""Two days of the whole archive, compared in a real browser: the same numbers as the command's."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from reading import Reader, faults
from windows import WINDOWS

from yange.library import load
from yange.timeline import build_timeline
from yange.timeline.between import between

pytestmark = pytest.mark.xdist_group("site")

DAYS = [
    ("2003-06-01", "2012-01-01"),
    ("2015-09-07", "2015-09-08"),
    ("2018-01-01", "2024-12-31"),
    ("2022-01-01", "2024-09-12"),
    ("1800-01-01", "2150-01-01"),
]
PAGE = "day/between/"


def test_page_and_command_count_the_same(browser: Browser, base: str, project_root: Path) -> None:
    library, _ = load(project_root)
    timeline = build_timeline(library)
    places = [*sorted({policy.place for policy in library.policies}), None]
    reader = Reader(browser, base, 1280)
    for first, second in DAYS:
        for place in places[-2:]:
            policies = [policy for policy in library.policies if place in (None, policy.place)]
            found = Counter(
                one.outcome.value
                for one in between(timeline, policies, date.fromisoformat(first), date.fromisoformat(second))
            )
            query = f"since={first}&until={second}" + (f"&place={place}" if place else "")
            page = reader.open(f"{PAGE}?{query}")
            page.wait_for_selector(".y-between-answer:not([hidden])")
            assert json.loads(page.locator(".y-between").get_attribute("data-counts") or "") == found
    reader.is_quiet()


def test_a_question_is_asked_by_keyboard_and_has_an_address(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 360)
    page = reader.open(PAGE)
    page.locator("[name=since]").fill("2018-01-01")
    page.locator("[name=until]").fill("2024-12-31")
    page.locator("[name=place]").select_option("望海市")
    page.locator("[name=until]").press("Enter")
    page.wait_for_url("**/day/between/?since=2018-01-01&until=2024-12-31&place=*")
    expect(page.locator(".y-told")).to_contain_text("2018-01-01 至 2024-12-31")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    row = page.locator("#amended li", has_text="渡口管理办法")
    row.get_by_role("link", name="比较").click()
    page.wait_for_url("**/dukou-guanli-banfa/v2021-03-26/compare/v2015-09-08/")
    reader.is_quiet()


def test_each_outcome_says_what_happened(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(f"{PAGE}?since=2018-01-01&until=2024-12-31&place=望海市")
    page.wait_for_selector("#began li")
    ended = " ".join(page.inner_text("#ended li").split())
    assert "已失效 自 2022-05-20 起 · 依据《望海市人民政府关于公布2022年行政规范性文件清理结果的决定》" in ended
    assert "2024-09-12 现行有效 → 2024-11-08 已废止" in page.inner_text("#passing li")
    assert not page.locator("#unknown li").first.is_visible()
    page.click("a[href='#unknown']")
    expect(page.locator("#unknown li").first).to_be_visible()
    assert faults(page) == []
    with page.expect_download() as taken:
        page.click("a[download]")
    table = Path(taken.value.path()).read_text("utf-8-sig").splitlines()
    assert len(table) == 1 + page.locator(".y-between-list li").count()
    reader.is_quiet()


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("since=2024-01-01&until=2020-01-01", "第二日应当晚于第一日。"),
        ("since=x&until=2020-01-01", "“x”不是日历上的日期"),
        ("since=2019-01-01&until=2020-01-01&kind=%3Cb%3E", "没有这样的文件：<b>。"),
    ],
)
def test_a_wrong_question_is_answered_in_words(browser: Browser, base: str, query: str, answer: str) -> None:
    page = Reader(browser, base, 360).open(f"{PAGE}?{query}")
    expect(page.locator(".y-told")).to_contain_text(answer)
    assert not page.locator(".y-between-answer").is_visible()


def test_it_works_from_the_file_system_and_without_scripts_names_other_ways(
    browser: Browser, site: Path, base: str
) -> None:
    page = WINDOWS.lend(browser)
    page.goto(f"{(site / PAGE / 'index.html').as_uri()}?since=2018-01-01&until=2024-12-31")
    expect(page.locator("#amended li").first).to_be_visible()
    plain = Reader(browser, base, 360, scripts=False).open(PAGE)
    assert "yange changes --since" in plain.inner_text("noscript")
    assert plain.locator("a[href='../changes/#years']").count() == 1
