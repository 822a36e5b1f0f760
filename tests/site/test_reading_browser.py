"""Reading a text in a real browser: as of a day, from clause to clause, and taken along."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from reading import Reader, shown

pytestmark = pytest.mark.xdist_group("site")

NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi/v2022-01-01.2/"
FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa/"
OLD = f"{FUND}v2017-07-01/"


def taken(page: Page, name: str) -> str:
    """Return the words of the file that a link of the downloads gives."""
    with page.expect_download() as download:
        page.locator(f".y-offers a[href$='{name}']").click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_a_text_as_of_a_day_is_asked_for_on_its_page_and_taken_along(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(f"en/{NIGHT}")
    page.fill(".y-on-text input", "2024-10-01")
    page.click(".y-on-text button")
    page.wait_for_url(f"**/{NIGHT}?on=2024-10-01")
    assert "when this text was in force" in shown(page, ".y-asked-day")
    mark = "（三）[suspended, 2024-09-12 to 2024-11-07"
    plain, markdown = taken(page, "text.txt"), taken(page, "text.md")
    for words in (plain, markdown):
        assert mark in words
        assert "Shown as of 2024-10-01" in words
    assert markdown.count("\n# ") == 1
    assert "\n## 一、" in markdown
    cited = page.locator(".y-citing .y-copy")
    assert "（按 2024-10-01 的情形：现行有效）" in cited.nth(0).inner_text()
    assert "(as of 2024-10-01: in force)" in cited.nth(2).inner_text()
    page.locator("#l1_1__l2_3 .y-words").evaluate("one => getSelection().selectAllChildren(one)")
    copied = page.evaluate(
        "() => { const data = new DataTransfer();"
        " document.querySelector('#l1_1__l2_3 p').dispatchEvent("
        "new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));"
        " return data.getData('text/plain'); }"
    )
    assert copied.endswith("（望府办规〔2021〕16号）（按 2024-10-01 的情形：现行有效）")
    reader.is_quiet()


def test_the_text_of_that_day_leads_to_the_text_that_was_law(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(f"{OLD}?on=2014-01-01")
    assert "（按 2014-01-01 的情形：尚未施行）" in page.locator(".y-citing .y-copy").first.inner_text()
    page.click(".y-that")
    page.wait_for_url(f"**/{FUND}v2013-05-01/?on=2014-01-01")
    assert "那一天施行的就是本文本" in shown(page, ".y-asked-day")
    expect(page.locator(".y-that")).to_have_count(0)
    reader.is_quiet()
