"""What pages of policies, texts, comparisons, histories and days can do in a real browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from reading import Reader, faults, shown
from serving import address_of
from windows import WINDOWS

from calling import call
from yange.mkdocs_plugin import build_site, plugin

pytestmark = pytest.mark.xdist_group("site pages")

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa/"
OLD = f"{FUND}v2017-07-01/"
PAIR = f"{OLD}compare/v2013-05-01/"
BERTHS = "wanghai/rules-on-small-craft-berths/"
KINDS = {
    "home": "",
    "list": "by/status/in-force/",
    "changes": "day/changes/",
    "changes of a year": "day/changes/2024/",
    "subscribe": "feeds/",
    "sources": "data/sources/",
    "search": "search/?q=%E7%AC%AC%E5%8D%81%E4%BA%94%E6%9D%A1",
    "ways": "by/issuer/",
    "day": "day/?on=2019-06-01",
    "policy": f"{FUND}?on=2019-06-01",
    "text": OLD,
    "text of a day": f"{FUND}v2017-07-01/?on=2026-01-01",
    "marked": "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi/v2022-01-01.2/",
    "tables": "wanghai/jujia-yanglao-fuwu-butie-shishi-xize/v2023-01-01/",
    "record": "wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize/v1964-06-10/",
    "comparison": PAIR,
    "history": f"{FUND}history/",
    "annotated": f"{FUND}annotated/",
}
IN_BOTH = {"text", "comparison"}
"""The other kinds of page are held against the rules in one of the two views: a page takes two seconds."""


@pytest.mark.parametrize(
    ("width", "dark", "language"), [(1280, False, "en/"), (360, True, "")], ids=["desk-light", "phone-dark"]
)
def test_no_page_type_has_a_fault_for_assistive_technology(
    browser: Browser, base: str, width: int, dark: bool, language: str
) -> None:
    reader = Reader(browser, base, width, dark=dark)
    found = []
    for at, (name, address) in enumerate(KINDS.items()):
        page = reader.open(language + address)
        for summary in page.locator("details.y-tools > summary").all()[:1]:
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} scrolls sideways"
        if at % 2 != dark and name not in IN_BOTH:
            continue
        found += [(name, *fault) for fault in faults(page)]
    assert found == []
    reader.is_quiet()


def test_beside_a_clause_stand_its_last_change_its_citations_and_its_present_text(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(OLD)
    clause = page.locator("[id='chp_3__art_10']")
    assert clause.locator(".y-since").inner_text() == "2017-07-01 改"
    clause.locator("summary").click()
    expect(clause.locator(".y-copy")).to_have_count(5)
    said = " ".join(clause.locator(".y-tool").inner_text().split())
    assert "（望府规〔2017〕9号，2017年7月1日起施行的文本）第十条" in said
    assert "望府规〔2017〕9号[A/OL]. (2017-06-08): 第十条[" in said
    assert f"{base}{OLD}#chp_3__art_10" in said
    assert "art. 10 (text in force: 2017-07-01 to 2025-02-28)" in said
    assert "被引用：第十五条" in said
    clause.get_by_text("第九条").click()
    page.wait_for_url("**/v2025-03-01/#chp_3__art_9")
    reader.is_quiet()


def test_a_citation_is_copied(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(OLD)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    clause = page.locator("[id='chp_1__art_3']")
    clause.locator("summary").click()
    clause.get_by_role("button", name="复制 法律文书").click()
    expect(clause.get_by_text("已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("（望府规〔2017〕9号，2017年7月1日起施行的文本）第三条")


@pytest.mark.parametrize(
    ("address", "clause", "name"),
    [
        ("wanghai/dukou-guanli-banfa/v2021-03-26/", "chp_2__art_5__item_3", "第五条第（三）项"),
        ("wanghai/dukou-guanli-banfa/v2021-03-26/", "chp_2", "第二章"),
        ("wanghai/dukou-guanli-banfa/v2021-03-26/", "chp_1__art_3__para_2", "第三条第二款"),
    ],
)
def test_every_clause_has_its_citation_at_its_sign(
    browser: Browser, base: str, address: str, clause: str, name: str
) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(address)
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }")
    page.locator(f"[id='{clause}'] > .y-perma").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{clause}")
    page.locator(".y-tool:visible button").first.click()
    assert (
        page.evaluate("window.copied")
        == f"《望海市渡口管理办法》（望海市人民政府令第34号，2021年3月26日修正文本）{name}"
    )
    reader.is_quiet()


def test_a_heading_of_an_outline_is_cited_like_an_article(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open("wanghai/di-112-hao-tian-dafu-han/undated/")
    page.locator("[id='l1_2'] + .y-beside summary").click()
    expect(page.locator("[id='l1_2'] + .y-beside .y-copy").first).to_contain_text("58号）二")
    expect(page.locator("[id='l1_2'] + .y-beside .y-copy").last).to_contain_text("/undated/#l1_2")
    reader.is_quiet()


def test_the_banner_leads_to_the_same_clause_of_the_text_in_force(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(f"{OLD}#chp_3__art_10")
    expect(page.locator(".y-banner .y-point a")).to_have_text("第九条")
    page.evaluate("location.hash = 'chp_1__art_1'")
    expect(page.locator(".y-banner .y-point a")).to_have_text("第一条")


def test_the_citation_of_a_clause_is_readable_without_scripts(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 390, scripts=False).open(OLD)
    clause = page.locator("[id='chp_3__art_10']")
    clause.locator("summary").click()
    assert "第十条" in clause.locator(".y-quote").inner_text()
    assert "GB/T 7714" in shown(page, ".y-citing")


def test_a_clause_has_its_history(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(OLD)
    page.locator("[id='chp_3__art_10'] .y-since").click()
    page.wait_for_url("**/history/#v2017-07-01.chp_3__art_10")
    line = page.locator(".y-thread:has([id='v2017-07-01.chp_3__art_10'])")
    days = [words.split()[0] for words in line.locator(".y-stage-head").all_inner_texts()]
    assert days == ["2025-03-01", "2017-07-01", "2013-05-01"]
    assert line.locator("li", has=page.locator("[id='v2017-07-01.chp_3__art_10']")).locator("ins").count() == 2
    reader.is_quiet()


def test_a_clause_that_never_changed_is_one_line_until_it_is_asked_for(browser: Browser, base: str) -> None:
    for scripts in (True, False):
        reader = Reader(browser, base, 1280, scripts=scripts)
        page = reader.open("wanghai/dukou-guanli-banfa/history/")
        first = page.locator("details.y-still", has_text="为了加强渡口管理")
        assert not first.locator(".y-diff").is_visible()
        page = reader.open("wanghai/dukou-guanli-banfa/v2021-03-26/")
        page.locator("[id='chp_1__art_1'] .y-since").click()
        page.wait_for_url("**/history/#*")
        expect(first.locator(".y-diff")).to_be_visible()


def test_a_clause_of_a_long_history_is_found_on_its_later_page(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    reader.page.route(f"{base}{FUND}history/2/", lambda route: route.fulfill(body="<p id='x__1'>second page</p>"))
    reader.page.route(
        f"{base}{FUND}history/",
        lambda route: route.fulfill(body=route.fetch().text().replace('y-history"', 'y-history" data-next="2/"', 1)),
    )
    page = reader.open(f"{FUND}history/#v2017-07-01.chp_3__art_10")
    assert page.locator(".y-history").is_visible()
    page.goto("about:blank")
    page.goto(f"{base}{FUND}history/#x__1")
    expect(page.locator("p")).to_have_text("second page")


def visible_changes(page: Page) -> int:
    return page.locator(".y-changes > [class*=y-op-]:visible").count()


def test_a_comparison_side_by_side_and_in_one_text(browser: Browser, base: str) -> None:
    for scripts in (True, False):
        page = Reader(browser, base, 1280, scripts=scripts).open(PAIR)
        pair = page.locator(".y-op-amended .y-pair:has(.y-new ins)").first
        left, right = pair.locator(".y-both"), pair.locator(".y-new")
        assert right.is_visible()
        assert left.locator("ins:visible").count() == 0
        page.check("#view-inline")
        assert not right.is_visible()
        assert left.locator("ins:visible").count() > 0
    narrow = Reader(browser, base, 360).open(PAIR)
    assert not narrow.locator("#view-side").is_visible()
    assert narrow.locator(".y-new:visible").count() == 0
    assert narrow.locator(".y-both ins:visible").count() > 5


def test_changes_are_filtered_by_grade_and_the_counts_are_right(browser: Browser, base: str) -> None:
    for scripts in (True, False):
        page = Reader(browser, base, 1280, scripts=scripts).open(PAIR)
        before = visible_changes(page)
        count = int(page.locator("label:has(#grade-substantive) strong").inner_text())
        page.uncheck("#grade-substantive")
        assert visible_changes(page) == before - count
        page.check("#grade-substantive")
        assert visible_changes(page) == before


def test_from_change_to_change_by_key(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(PAIR)
    count = visible_changes(page)
    page.keyboard.press("n")
    page.keyboard.press("n")
    place = page.locator(".y-steps output")
    expect(place).to_have_text(f"第 2 处，共 {count} 处")
    assert page.locator(".y-change[aria-current]").count() == 1
    page.keyboard.press("p")
    expect(place).to_have_text(f"第 1 处，共 {count} 处")
    page.check("#scope-all")
    assert page.locator("#changes ~ details.y-unchanged:not([open])").count() == 0
    page.locator("header input").first.focus()
    page.keyboard.type("n")
    expect(place).to_have_text(f"第 1 处，共 {count} 处")
    reader.is_quiet()


def test_two_texts_are_chosen(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(FUND)
    page.select_option("[name=old]", "v2013-05-01")
    page.select_option("[name=new]", "v2013-05-01")
    page.click(".y-picker button")
    expect(page.locator(".y-picker output")).to_have_text("请选两个不同的文本。")
    page.select_option("[name=old]", "v2025-03-01")
    page.click(".y-picker button")
    page.wait_for_url("**/v2025-03-01/compare/v2013-05-01/")


DAYS = [
    ("2019-06-01", "2019-06-01 现行有效，至 2025-02-28 止"),
    ("2019年6月1日", "2019-06-01 现行有效，至 2025-02-28 止"),
    ("20130430", "2013-04-30 尚未施行，将自 2013-05-01 起施行"),
    ("2013-04-30", "2013-04-30 尚未施行，将自 2013-05-01 起施行"),
    ("2030-03-01", "2030-03-01 已失效，自 2030-03-01 起，最后有效日 2030-02-28"),
    ("2019-02-29", "“2019-02-29”不是日历上的日期"),
    ("tomorrow", "“tomorrow”不是日历上的日期"),
    ("<b>x</b>", "“<b>x</b>”不是日历上的日期"),
    ("", "请先填写日期"),
]


@pytest.mark.parametrize(("asked", "answer"), DAYS)
def test_a_policy_on_a_day(browser: Browser, base: str, asked: str, answer: str) -> None:
    reader = Reader(browser, base, 390)
    page = reader.open(f"{FUND}?on={asked}")
    expect(page.locator(".y-on output")).to_contain_text(answer)
    reader.is_quiet()


def test_the_text_of_that_day_is_one_step_away(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(f"{FUND}?on=2019-06-01")
    assert page.locator(".y-versions .y-asked").get_attribute("data-key") == "v2017-07-01"
    assert page.locator(".y-asked-line").get_attribute("visibility") == "visible"
    page.click(".y-on output a")
    page.wait_for_url(re.compile(f"{re.escape(base + OLD)}\\?on=2019-06-01$"))


def test_the_timeline_answers_to_keys_and_pointer(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(f"{FUND}?on=2019-06-01")
    page.click("[data-turn='1']")
    expect(page.locator(".y-on output")).to_contain_text("2025-03-01 现行有效，至 2030-02-28 止")
    assert "on=2025-03-01" in page.url
    bar = page.locator(".y-drawing svg a").first
    bar.focus()
    assert "2013-05-01" in (bar.get_attribute("aria-label") or "")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}{FUND}v2013-05-01/")
    page.go_back()
    page.locator(".y-drawing .y-chart > svg").click(position={"x": 400, "y": 5})
    assert "on=2025-03-01" not in page.url
    reader.is_quiet()


def listed(page: Page) -> list[str]:
    return page.locator(".y-day-list .y-name").all_inner_texts()


SELECTED = """one => {
  const words = name => [...one.childNodes].filter(n => n.nodeName !== name).map(n => {
    const copy = n.cloneNode(true);
    copy.querySelectorAll?.(".y-else").forEach(note => note.remove());
    return copy.textContent;
  }).join("");
  getSelection().selectAllChildren(one);
  document.execCommand("copy");
  return [getSelection().toString(), words("INS"), words("DEL")];
}"""


def test_of_words_with_both_their_forms_one_text_is_copied_never_a_mixture(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(PAIR)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    both = page.locator(".y-both:has(ins):has(del)")
    assert both.count() > 3
    page.locator("#view-inline").check()
    for one in both.all():
        selected, old, new = one.evaluate(SELECTED)
        assert selected == new != old
        assert page.evaluate("navigator.clipboard.readText()") == new
    page.locator("#view-side").check()
    for one in both.all():
        selected, old, new = one.evaluate(SELECTED)
        assert selected == old != new
    repealed = page.locator(".y-only-old").first
    assert repealed.evaluate(SELECTED)[0] == repealed.inner_text() != ""


NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi/"


def test_the_text_of_a_day_shows_that_day(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(f"{NIGHT}?on=2024-10-01")
    page.locator(".y-on output a").click()
    page.wait_for_url(f"**/{NIGHT}v2022-01-01.2/?on=2024-10-01")
    assert "以下按 2024-10-01 的情形显示：那一天施行的就是本文本。" in shown(page, ".y-asked-day")
    assert "其中（八）、（九）、（三）、（七）未在施行" in shown(page, ".y-standing")
    outdoors = page.locator("#l1_1__l2_3")
    assert "［暂停执行，2024-09-12 至 2024-11-07" in " ".join(outdoors.inner_text().split())
    assert "y-gone-suspended" in (outdoors.get_attribute("class") or "")
    outdoors.locator("summary").click()
    cited = outdoors.locator(".y-copy").first.inner_text()
    assert "16号，2022年1月1日起施行的第2个文本）一、（三）（按 2024-10-01 的情形：暂停执行，" in cited
    assert "暂停执行，2024-09-12 至 2024-11-07" in cited
    assert "?on=2024-10-01#l1_1__l2_3" in outdoors.locator(".y-copy").last.inner_text()
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }")
    page.get_by_role("button", name="复制全文").click()
    page.wait_for_function("window.copied")
    copied = page.evaluate("window.copied")
    assert "（三）［暂停执行，2024-09-12 至 2024-11-07" in copied
    assert "以下按 2024-10-01" in copied
    assert "按 2024-10-01" in copied
    assert "固定链接" not in copied
    first = reader.open("wanghai/dukou-guanli-banfa/v2004-01-01/").locator("#chp_1__art_1")
    first.locator("summary").click()
    assert "令第34号，2004年1月1日起施行的文本）第一条" in first.locator(".y-copy").first.inner_text()
    page.goto(f"{base}{NIGHT}v2022-01-01.2/?on=2021-01-01")
    assert "那一天施行的不是本文本" in shown(page, ".y-asked-day")
    assert "尚未施行" in shown(page, ".y-standing")
    assert page.locator(".y-gone").count() == 0
    assert "将废止" in page.locator("#l1_3__l2_8").inner_text()
    page.locator(".y-that").click()
    page.wait_for_url(re.compile(r"/v2019-06-01/\?on=2021-01-01$"))
    page.goto(f"{base}{NIGHT}v2022-01-01.2/?on=2021-02-30")
    assert "不是一个日期" in shown(page, ".y-asked-day")
    assert "已废止" in page.locator("#l1_3__l2_8").inner_text()
    reader.is_quiet()


def test_the_corpus_on_a_day(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 390)
    page = reader.open("day/")
    assert not page.locator(".y-day-answer").is_visible()
    page.fill("input[name=on]", "2003-12-31")
    page.click(".y-on button")
    expect(page.locator(".y-told")).to_have_text("2003-12-31 有 1 件文件现行有效。")
    assert listed(page) == ["望海市渡口船只安全管理暂行规则"]
    page = reader.open("day/?on=2004-01-01")
    expect(page.locator(".y-told")).to_have_text("2004-01-01 有 1 件文件现行有效。")
    assert listed(page) == ["望海市渡口管理办法"]
    page.check("input[data-name=repealed]")
    assert listed(page) == ["望海市渡口船只安全管理暂行规则"]
    page = reader.open("en/day/?on=2019-02-30")
    expect(page.locator(".y-on output")).to_contain_text("is not a date")
    reader.is_quiet()


def test_the_day_works_from_the_file_system(browser: Browser, site: Path) -> None:
    page = WINDOWS.lend(browser)
    page.goto(f"{(site / 'day' / 'index.html').as_uri()}?on=2004-01-01")
    expect(page.locator(".y-told")).to_have_text("2004-01-01 有 1 件文件现行有效。")
    page.click(".y-day-list .y-name")
    expect(page.locator(".y-on output")).to_contain_text("2004-01-01 现行有效")


def test_a_day_without_scripts_says_what_to_do(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 390, scripts=False).open("day/")
    assert "yange list --on" in shown(page, ".y-page")


@pytest.fixture
def turning(project_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a small site whose pages were built on 2026-11-23, no day being set."""
    root = tmp_path / "project"
    shutil.copytree(project_root / "site", root / "site")
    shutil.copy(project_root / "mkdocs.yml", root)
    shutil.copytree(project_root / "policies" / BERTHS, root / "policies" / BERTHS)
    monkeypatch.setattr(plugin, "today", lambda settings: date(2026, 11, 23))
    yield from address_of(build_site(root, target=tmp_path / "built"))


def test_a_page_built_earlier_tells_how_it_stands_on_the_day_of_its_reader(browser: Browser, turning: str) -> None:
    reader = Reader(browser, turning, 390)
    reader.page.clock.set_fixed_time("2029-08-31T12:00:00Z")
    page = reader.open(BERTHS)
    assert "现行有效，至 2029-08-31 止 截至 2029-08-31 · 下一次已知变化：2029-09-01" in shown(page, ".y-standing")
    reader.page.clock.set_fixed_time("2029-08-31T17:00:00Z")  # already 1 September in the zone of the site
    for address in (BERTHS, f"{BERTHS}v2024-09-01/"):
        page = reader.open(address)
        assert "已失效，自 2029-09-01 起" in shown(page, ".y-standing"), address
        assert "下一次" not in shown(page, ".y-standing"), address
    assert "这不是现行文本" in shown(page, ".y-banner")
    page = reader.open("by/status/in-force/")
    assert "已失效" in shown(page, f"tr:has(a[href$='{BERTHS}'])")
    page = Reader(browser, turning, 390, scripts=False).open(BERTHS)
    assert "现行有效，至 2029-08-31 止 自 2026-06-01 起未变 · 下一次已知变化：2029-09-01" in shown(page, ".y-standing")


def test_what_is_built_without_a_day_follows_the_day_of_its_reader(project_root: Path, tmp_path: Path) -> None:
    """The command fixes a day only where it is told one."""
    root = tmp_path / "project"
    shutil.copytree(project_root / "policies" / BERTHS, root / "policies" / BERTHS)
    for name in ("site", "templates"):
        shutil.copytree(project_root / name, root / name)
    shutil.copy(project_root / "mkdocs.yml", root)
    for arguments, follows in (([], True), (["--on", "2026-11-23"], False)):
        assert call(["build", *arguments], root).exit_code == 0
        page = (root / "build/site" / BERTHS / "index.html").read_text(encoding="utf-8")
        assert ('data-zone="' in page) is follows


FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa/"


def test_steps_from_change_to_change_begin_at_the_day_of_the_page(browser: Browser, base: str) -> None:
    """The pages of these tests are built as of 2026-11-23."""
    page = Reader(browser, base, 390).open(FUND)
    page.click("[data-turn='-1']")
    page.wait_for_url("**/?on=2025-03-01")
    for _ in range(2):
        page.click("[data-turn='1']")
    page.wait_for_url("**/?on=2030-03-01")
    assert "此后没有已知的变化" in shown(page, ".y-on output")


def test_before_a_policy_was_made_there_is_nothing_to_read(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 390).open(f"{FUND}?on=2012-01-01")
    assert "那一天还没有制定" in shown(page, ".y-on output")
    assert page.locator(".y-on output a").count() == 0


def test_the_other_language_answers_the_same_question(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 1280).open(f"{FUND}?on=2019-06-01#events")
    page.click(".y-language")
    page.wait_for_url(f"**/en/{FUND}?on=2019-06-01#events")
    assert "2019-06-01 In force" in shown(page, ".y-on output")
    page.click(".y-language")
    page.wait_for_url(f"**/{FUND}?on=2019-06-01#events")


def test_an_editorial_deletion_is_struck_out(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 390).open(f"{FUND}v2025-01-01/compare/v2017-07-01/")
    struck = page.locator("del.y-editorial").first
    line = struck.evaluate(
        "one => [getComputedStyle(one).textDecorationLine, getComputedStyle(one).textDecorationStyle]"
    )
    assert line == ["line-through", "solid"]


CATALOGUED = "shenzhen/rencai-anju-banfa/"


def test_what_is_not_known_is_told_apart_from_what_is_not_in_force(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 390).open(f"{CATALOGUED}?on=2018-01-01")
    assert "自 2015-01-01 起已施行，当时的文本未收录" in shown(page, ".y-on output")
    page = Reader(browser, base, 390).open("day/?on=2018-01-01")
    page.check("[name=status][data-name=unknown]")
    assert "仅目录" in shown(page, ".y-day-list")
    assert "undated" not in shown(page, ".y-day-list")


@pytest.mark.parametrize("width", [360, 1440])
def test_each_instrument_around_a_policy_stands_at_its_dot(browser: Browser, base: str, width: int) -> None:
    reader = Reader(browser, base, width)
    page = reader.open("wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi/")
    middle = "list => list.map(e => { const b = e.getBoundingClientRect(); return Math.round(b.y + b.height / 2); })"
    rows = page.locator(".y-graph li").evaluate_all(middle)
    assert len(rows) > 2
    assert page.locator(".y-graph circle").evaluate_all(middle) == rows
    page.locator(".y-graph a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/huwai-zhaopai-shezhi-guanli-guiding/")
    reader.is_quiet()
