"""The site in a real browser: what a reader sees at the desk and on a phone, and that nothing leaves the host."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from reading import Reader, shown
from windows import WINDOWS

pytestmark = pytest.mark.xdist_group("site")

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa/"
BERTHS = "wanghai/rules-on-small-craft-berths/"
TEXT = "wanghai/dukou-guanli-banfa/v2021-03-26/"
ALLOWANCE = "wanghai/jujia-yanglao-fuwu-butie-shishi-xize/v2023-01-01/"
KINDS = {
    "home": "",
    "policy": FUND,
    "version": f"{FUND}v2025-03-01/",
    "table": ALLOWANCE,
    "comparison": f"{FUND}v2017-07-01/compare/v2013-05-01/",
    "english text": f"{BERTHS}v2024-09-01/",
    "english comparison": f"{BERTHS}v2024-09-01/compare/v2021-06-01/",
    "formats": "formats/",
}


@pytest.mark.parametrize("width", [1280, 390, 360])
def test_pages_fit_the_window_and_ask_nobody_else(browser: Browser, base: str, width: int) -> None:
    reader = Reader(browser, base, width)
    for name, address in KINDS.items():
        for prefix in ("", "en/"):
            page = reader.open(prefix + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} scrolls sideways"
            assert page.locator("h1").first.is_visible(), name
            assert page.locator("h1").count() == 1, name
    reader.page.wait_for_load_state("networkidle")
    reader.is_quiet()


def test_a_request_to_another_host_is_seen_and_goes_nowhere(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    with reader.page.expect_event("requestfailed") as failed:
        reader.page.set_content("<img src='http://host.invalid/a.png'><img src='http://192.0.2.1/b.png'>")
    assert "ERR_NAME_NOT_RESOLVED" in (failed.value.failure or "")
    assert sorted(reader.outside) == ["http://192.0.2.1/b.png", "http://host.invalid/a.png"]


def test_from_the_home_page_to_a_clause_and_a_comparison(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open("")
    page.click(".y-doors a:text-is('现行有效')")
    page.click("text=望海市海洋产业发展专项资金管理办法")
    page.wait_for_url(base + FUND)
    assert "现行有效，至 2030-02-28 止" in shown(page, ".y-standing")
    assert page.locator(".y-drawing svg .y-bar").count() == 4
    page.locator(".y-versions").get_by_text("2017-07-01 至 2025-02-28").click()
    page.wait_for_url("**/v2017-07-01/")
    assert "这不是现行文本" in shown(page, ".y-banner")
    page.locator("[id='chp_2__art_5']").hover()
    page.click("[id='chp_2__art_5'] > .y-perma")
    assert page.url.endswith("/v2017-07-01/#chp_2__art_5")
    page.click("text=与前一文本（2013-05-01）比较")
    page.wait_for_url("**/v2017-07-01/compare/v2013-05-01/")
    assert page.locator("ins").count() > 5
    assert page.locator("del").count() > 5
    page.locator("details.y-unchanged > summary").first.click()
    assert page.locator("details.y-unchanged[open] .y-diff").first.is_visible()
    reader.is_quiet()


def test_the_language_switch_keeps_the_page(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 390)
    page = reader.open(f"{FUND}v2025-03-01/")
    page.click("a.y-language")
    page.wait_for_url(f"{base}en/{FUND}v2025-03-01/")
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_attribute(".y-text", "lang") == "zh-Hans"
    assert "In force, until 2030-02-28" in shown(page, ".y-standing")
    page.click("a.y-language")
    page.wait_for_url(f"{base}{FUND}v2025-03-01/")
    reader.is_quiet()


def test_the_drawer_opens_on_a_phone(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 390)
    page = reader.open(f"en/{FUND}")
    page.click("label[for=__drawer].md-header__button")
    page.locator(".md-sidebar--primary").get_by_text("How to cite").click()
    page.wait_for_url("**/en/how-to-cite/")
    reader.is_quiet()


def test_everything_is_readable_without_scripts(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 390, scripts=False)
    page = reader.open(f"{FUND}v2017-07-01/compare/v2013-05-01/")
    assert page.locator("del", has_text="200万元").first.is_visible()
    page.locator("details.y-unchanged > summary").first.click()
    assert page.locator("details.y-unchanged[open]").count() == 1
    page = reader.open(FUND)
    assert "2018-01-01" in shown(page, ".y-events >> nth=0")
    reader.is_quiet()


def test_insertions_and_deletions_differ_without_colour(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280, dark=True).open(f"{FUND}v2017-07-01/compare/v2013-05-01/")
    line = "element => getComputedStyle(element).textDecorationLine"
    assert page.locator("ins").first.evaluate(line) == "underline"
    assert page.locator("del").first.evaluate(line) == "line-through"


SELECTORS = (
    ".y-page a:not(.y-perma)",
    ".y-meta",
    ".y-asof",
    ".y-page strong",
    "ins",
    "del",
    ".y-badge",
    ".y-op",
    "small",
)
CONTRAST = """selector => {
  const paint = value => { const c = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    c.fillStyle = value; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data]; };
  const behind = element => { for (; element; element = element.parentElement) {
    const found = paint(getComputedStyle(element).backgroundColor); if (found[3] > 250) return found; }
    return [255, 255, 255, 255]; };
  const light = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ratio = e => { const [a, b] = [light(paint(getComputedStyle(e).color)), light(behind(e))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); };
  return [...document.querySelectorAll(selector)].filter(e => e.offsetParent)
    .map(e => [ratio(e), e.className + ' ' + e.textContent.trim().slice(0, 20)])
    .sort((a, b) => a[0] - b[0])[0] || null; }"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Browser, base: str, dark: bool) -> None:
    reader = Reader(browser, base, 1280, dark=dark)
    for address in ("", FUND, f"{FUND}v2017-07-01/", f"{FUND}v2017-07-01/compare/v2013-05-01/"):
        page = reader.open(address)
        for selector in (
            ".y-page a:not(.y-perma)",
            ".y-page .y-meta",
            ".y-page strong",
            "ins",
            "del",
            ".y-badge",
            ".y-op",
            "small",
        ):
            worst = page.evaluate(CONTRAST, selector)
            assert worst is None or worst[0] >= 4.5, (address, selector, worst)


def test_paper_is_white_whatever_the_screen(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280, dark=True).open(TEXT)
    colours = "getComputedStyle(document.querySelector('{}')).color.match(/\\d+/g).slice(0, 3).map(Number)"
    names = ("h1", ".y-standing strong", ".y-facts dt", ".y-words p", ".y-caption p")
    light = {name: min(page.evaluate(colours.format(name))) for name in names}
    assert min(light.values()) > 120, "the screen is dark and its words are light"
    page.emulate_media(media="print")
    for name in names:
        assert max(page.evaluate(colours.format(name))) < 125, name


def test_a_printed_text_says_where_it_stands(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(TEXT)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert not page.locator(".y-where").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".y-where").inner_text() == f"{base}{TEXT}"


def test_a_printed_text_is_the_text(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(f"{FUND}v2025-03-01/")
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".y-perma").first.is_visible()
    assert page.locator("[id='chp_1__art_1']").is_visible()


def test_the_site_works_from_the_file_system(browser: Browser, site: Path) -> None:
    page = WINDOWS.lend(browser)
    page.goto((site / FUND / "index.html").as_uri())
    hrefs = page.locator(".y-versions .y-name").evaluate_all("links => links.map(link => link.href)")
    assert [(Path(href.removeprefix("file://")) / "index.html").is_file() for href in hrefs] == [True] * 4
