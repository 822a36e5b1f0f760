"""What stands on paper, and that nothing jumps or breaks on a screen, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from reading import Reader
from windows import WINDOWS

pytestmark = pytest.mark.xdist_group("site pages")

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa/"
PAIR = f"{FUND}v2017-07-01/compare/v2013-05-01/"
BOX = "name => { const box = document.querySelector(name).getBoundingClientRect(); return [box.x, box.y]; }"
LAST = "() => Math.max(...[...document.querySelectorAll('.y-change')].map(e => e.getBoundingClientRect().bottom))"
WATCH = """window.jumped = 0; new PerformanceObserver(list => { for (const one of list.getEntries())
  if (!one.hadRecentInput) window.jumped += one.value; }).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("width", [1280, 360])
def test_a_comparison_is_printed_as_it_was_chosen(browser: Browser, base: str, width: int) -> None:
    page = Reader(browser, base, width).open(PAIR)
    if width > 1000:
        page.check("#view-inline")
        page.emulate_media(media="print")
        assert page.locator(".y-both ins").first.is_visible()
        assert not page.locator(".y-new").first.is_visible()
        page.emulate_media(media="screen")
        page.check("#view-side")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    old, new = page.evaluate(BOX, ".y-both"), page.evaluate(BOX, ".y-new")
    assert old[0] + 200 < new[0]
    assert old[1] == new[1]
    assert page.locator(".y-columns-head").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 700


def test_on_paper_the_summary_comes_first(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(PAIR)
    assert page.evaluate(BOX, "#values")[1] < page.evaluate(BOX, "#changes")[1]
    page.emulate_media(media="print")
    assert page.evaluate(BOX, "#values")[1] < page.evaluate(BOX, "#changes")[1]


def test_the_map_of_new_numbers_is_printed_open(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(PAIR)
    row = page.locator(".y-map tbody tr").first
    assert not row.is_visible()
    page.emulate_media(media="print")
    assert row.is_visible()
    assert page.evaluate(BOX, ".y-map")[1] > page.evaluate(LAST)


def test_the_margins_of_paper_are_white_too(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280, dark=True).open(PAIR)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("address", ["day/?on=2020-06-01", "search/?q=渡口", PAIR, FUND, f"{FUND}v2017-07-01/"])
def test_nothing_jumps(browser: Browser, base: str, address: str, width: int) -> None:
    page = Reader(browser, base, width).open(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(WATCH)  # the browser keeps what moved before
    page.wait_for_timeout(300)
    assert page.evaluate("window.jumped") < 0.005


BROKEN = r"""() => {
  const found = [], nodes = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) for (const day of nodes.currentNode.data.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)) {
    const range = document.createRange();
    range.setStart(nodes.currentNode, day.index);
    range.setEnd(nodes.currentNode, day.index + 10);
    const lines = new Set([...range.getClientRects()].map(one => Math.round(one.top)));
    if (lines.size > 1 && !nodes.currentNode.parentElement.closest("code, .y-copy")) found.push(nodes.currentNode.data);
  } return found; }"""
LAPSED = "wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize/v1964-06-10/"


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize(
    "address", [FUND, f"{FUND}v2017-07-01/", f"{FUND}history/", PAIR, LAPSED, "day/?on=2020-06-01", ""]
)
def test_no_day_is_broken_at_the_end_of_a_line(browser: Browser, base: str, address: str, language: str) -> None:
    page = Reader(browser, base, 360).open(language + address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(BROKEN) == []


def test_a_whole_text_is_copied(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 360)
    page = reader.open(f"{FUND}v2017-07-01/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制全文").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("示例文本")
    for path in ("chp_1__art_1", "chp_3__art_10"):
        clause = page.locator(f"[id='{path}']")
        printed = clause.locator(".y-label").inner_text() + clause.locator(".y-words").inner_text()
        assert re.sub(r"\s", "", printed) in re.sub(r"\s", "", copied)
    reader.is_quiet()


def test_where_a_text_cannot_be_fetched_its_file_is_shown(browser: Browser, site: Path) -> None:
    page = WINDOWS.lend(browser)
    page.goto((site / FUND / "v2017-07-01" / "index.html").as_uri())
    page.get_by_role("button", name="复制全文").click()
    page.wait_for_url("**/v2017-07-01/text.txt")
    assert "第一条　" in page.inner_text("body")
