"""Reading a text in a real browser: as of a day, from clause to clause, and taken along."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from reading import Reader, shown

pytestmark = pytest.mark.xdist_group("site pages")

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


FERRY = "wanghai/dukou-guanli-banfa/v2021-03-26/"
BOARDS = "wanghai/huwai-zhaopai-shezhi-guanli-guiding/v2023-08-01/"


def lit(page: Page) -> list[str]:
    return page.locator(".y-lit").evaluate_all("all => all.map(one => one.id)")


def test_the_address_of_a_clause_marks_all_of_it(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(f"{FERRY}#art_5")
    page.wait_for_url("**/#chp_2__art_5")
    assert lit(page) == ["chp_2__art_5", *(f"chp_2__art_5__item_{n}" for n in range(1, 5))]
    page.evaluate("location.hash = 'chp_2__art_5__item_3'")
    page.wait_for_function("document.querySelectorAll('.y-lit').length === 1")
    page.evaluate("location.hash = 'chp_2'")
    page.wait_for_function("!document.querySelector('.y-lit')")
    reader.is_quiet()


@pytest.mark.parametrize(
    ("asked", "found"),
    [("11", "chp_3__art_11"), ("十一", "chp_3__art_11"), ("第 十一 条", "chp_3__art_11"), ("art. 11", "chp_3__art_11")],
)
def test_one_goes_to_an_article_by_its_number(browser: Browser, base: str, asked: str, found: str) -> None:
    page = Reader(browser, base, 1280).open(FERRY)
    page.fill(".md-sidebar .y-jump input", asked)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/#{found}")


def test_articles_are_listed_beside_the_text_and_above_it_on_a_phone(browser: Browser, base: str) -> None:
    desk = Reader(browser, base, 1280)
    page = desk.open(f"en/{FERRY}")
    expect(page.locator(".md-sidebar .y-rail a")).to_have_count(25)
    page.fill(".y-jump input", "99")
    page.click(".y-jump button")
    expect(page.locator(".y-jump output")).to_have_text("No article “99”.")
    desk.is_quiet()
    for scripts in (True, False):
        phone = Reader(browser, base, 360, scripts=scripts).open(FERRY)
        phone.locator(".y-rail summary").click()
        phone.locator(".y-rail a").nth(10).click()
        phone.wait_for_url("**/#chp_3__art_11")


def test_a_cited_clause_and_a_defined_term_are_shown_beside_their_words(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(BOARDS)
    pop = page.locator(".y-pop")
    page.locator("a.y-cite[data-quoted]").first.hover()
    expect(pop).to_contain_text("规范夜间灯箱招牌")
    expect(pop).to_contain_text("2022-01-01")
    page.keyboard.press("Escape")
    expect(pop).to_be_hidden()
    own = page.locator("#art_16 a.y-cite").first
    own.hover()
    expect(pop).to_contain_text("第六条")
    pop.hover()
    page.wait_for_timeout(400)
    expect(pop).to_be_visible()
    page.mouse.move(5, 5)
    expect(pop).to_be_hidden()
    page.locator("#art_17 .y-term").focus()
    expect(pop).to_contain_text("本规定所称户外招牌，是指")
    assert page.locator("#art_17 .y-term").get_attribute("aria-describedby") == "y-pop"
    page.keyboard.press("Escape")
    expect(page.locator("#art_17 .y-term")).to_be_focused()
    reader.is_quiet()


def test_a_finger_asks_first_and_then_follows(browser: Browser, base: str) -> None:
    page = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 800}).new_page()
    page.goto(f"{base}{BOARDS}")
    page.locator("#art_16 a.y-cite").first.tap()
    expect(page.locator(".y-pop")).to_contain_text("第六条")
    assert page.url.endswith(BOARDS)
    page.locator(".y-pop-go").tap()
    page.wait_for_url("**/#art_6")
    expect(page.locator(".y-pop")).to_be_hidden()


PAIR = f"{OLD}compare/v2013-05-01/"
BERTHS = "wanghai/rules-on-small-craft-berths/v2024-09-01/compare/v2021-06-01/"


def copied(page: Page, change: str, what: str) -> str:
    """Return what a button of a change puts on the clipboard."""
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }")
    page.locator(f"[id='{change}'] > .y-takes [data-take='{what}']").click()
    return str(page.evaluate("window.copied"))


def test_a_change_has_an_address_and_is_quoted_as_drafters_write_it(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1440)
    page = reader.open(f"{PAIR}#art_10")
    page.wait_for_url("**/#chp_3__art_10")
    assert copied(page, "chp_3__art_10", "sentence") == (
        "将第九条改为第十条，将“10%”修改为“15%”，将“200万元”修改为“300万元”。"
        "（旧文本：《望海市海洋产业发展专项资金管理办法（试行）》（望府办〔2013〕27号）第九条；"
        "新文本：《望海市海洋产业发展专项资金管理办法》（望府规〔2017〕9号）第十条）"
    )
    whole = copied(page, "chp_3__art_14", "sentence")
    new = page.locator("[id='chp_3__art_14'] .y-diff").inner_text()
    assert whole.startswith(f"增加一条，作为第十四条：“{new}”。（新文本：《望海市")
    markdown = copied(page, "chp_3__art_10", "markdown")
    assert "~~10%~~**15%**" in markdown
    assert f"[第九条]({base}{FUND}v2013-05-01/#chp_3__art_9)" in markdown
    assert f"<{base}{PAIR}#chp_3__art_10>" in markdown
    page = reader.open(f"en/{BERTHS}")
    assert copied(page, "chp_3__art_9", "sentence").startswith(
        "Renumber Article 8 as Article 9; for “RMB 60” substitute “RMB 75”. (Old text: Wanghai International"
    )
    reader.is_quiet()


def test_old_clauses_of_a_merger_are_above_each_other_and_the_new_text_is_once(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1440)
    page = reader.open(PAIR)
    merged = page.locator("[id='chp_4__art_16']")
    assert merged.locator(".y-old-stack .y-diff").count() == 2
    assert merged.locator(".y-new-stack .y-diff").count() == 1
    new = merged.locator(".y-new-stack .y-diff")
    new.evaluate("one => getSelection().selectAllChildren(one)")
    text = reader.open(OLD).locator("[id='chp_4__art_16'] .y-words").inner_text()
    page.go_back()
    assert text.split("\n")[0] in new.inner_text()
    left, right = (merged.locator(css).bounding_box() for css in (".y-old-stack", ".y-new-stack"))
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    reader.is_quiet()


def test_the_list_of_changes_follows_the_reader_and_the_grades(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1440).open(PAIR)
    rail = page.locator(".y-change-rail")
    assert rail.locator(".y-rail-home").first.inner_text() == "第一章"
    rail.get_by_text("第九条 → 第十条").click()
    page.wait_for_url("**/#chp_3__art_10")
    expect(rail.locator("a[aria-current]")).to_contain_text("第九条 → 第十条")
    before = rail.locator("li[class*=y-op-]:visible").count()
    page.uncheck("#grade-consequential")
    assert rail.locator("li[class*=y-op-]:visible").count() < before
    narrow = Reader(browser, base, 360, scripts=False).open(PAIR)
    assert not narrow.locator(".y-takes button").first.is_visible()
    narrow.locator(".y-change-rail summary").click()
    narrow.locator(".y-change-rail a").nth(3).click()
    narrow.wait_for_url("**/#chp_1__art_4")


def test_cover_notices_and_captions_are_apart_and_in_no_count(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(PAIR)
    apart = page.locator(".y-apart")
    assert "2 处" in apart.locator("summary").inner_text()
    apart.locator("summary").click()
    assert apart.locator(".y-labels").all_inner_texts() == ["题注", "通知"]
    listed = page.locator("#changes ~ .y-changes > .y-change, #changes ~ .y-unchanged .y-change").count()
    counted = sum(int(number) for number in page.locator(".y-stats strong").all_inner_texts())
    assert listed == counted


def test_the_annotated_text_says_what_each_article_said_before(browser: Browser, base: str) -> None:
    for scripts in (True, False):
        reader = Reader(browser, base, 1280, scripts=scripts)
        page = reader.open(f"{FUND}v2025-03-01/")
        page.get_by_role("link", name="编注版").click()
        page.wait_for_url(f"**/{FUND}annotated/")
        former = page.locator("[id='chp_3__art_8'] ~ details.y-was").first
        assert not former.locator(".y-diff").first.is_visible()
        former.locator("summary").click()
        days = [words.split(" · ")[0] for words in former.locator(".y-was-head").all_inner_texts()]
        assert days == sorted(days, reverse=True)
        assert days[-1].startswith("2013-05-01 至 2017-06-30")
        gone = page.locator(".y-was-gone", has_text="原第十二条，2017-07-01 文本删去")
        gone.locator("summary").click()
        assert "水产品产地冷库" in gone.inner_text()
        page.get_by_role("link", name="与前一文本对照").click()
        page.wait_for_url("**/v2025-03-01/compare/v2017-07-01/")
        reader.is_quiet()


def test_a_status_is_no_bolder_than_its_evidence(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    weights = []
    for address, sure in ((FUND, "y-is-sure"), (NIGHT, "y-is-unsure")):
        standing = reader.open(address).locator(".y-standing")
        assert sure in (standing.get_attribute("class") or "")
        weights.append(int(standing.locator("strong").evaluate("one => getComputedStyle(one).fontWeight")))
        said = "核对至 2026-11-02" if sure == "y-is-sure" else "未核对"
        assert said in standing.inner_text()
    assert weights[0] > 500 >= weights[1]


def test_reference_managers_get_the_clause_of_the_address(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(f"{OLD}#chp_1__art_3")
    head = "name => document.head.querySelector(`meta[name='${name}']`)?.content"
    assert page.evaluate(head, "z:section") == "第三条"
    assert page.evaluate(head, "citation_public_url").endswith(f"{OLD}#chp_1__art_3")
    page.evaluate("document.addEventListener('ZoteroItemUpdated', () => { window.told = (window.told || 0) + 1; })")
    page.evaluate("location.hash = '#chp_1__art_1'")
    page.wait_for_function("window.told === 1")
    assert page.evaluate(head, "z:section") == "第一条"
    page.evaluate("location.hash = '#top'")
    page.wait_for_function("window.told === 2")
    assert page.evaluate(head, "z:section") is None
    tools = page.locator("[id='chp_1__art_3'] .y-tools").first
    tools.locator("summary").click()
    for nth, line in enumerate(("SE  - 第三条", "note = {第三条; 2017年7月1日起施行的文本", '"section": "第三条"')):
        with page.expect_download() as download:
            tools.locator(".y-records button").nth(nth).click()
        words = Path(download.value.path()).read_text(encoding="utf-8")
        assert line in words
        assert "#chp_1__art_3" in words
        assert not any("\ue000" <= character <= "\uf8ff" for character in words)
    reader.is_quiet()
