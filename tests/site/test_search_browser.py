"""The search in a real browser: as readers type, from a server with the strict policy and from the file system."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from reading import Reader, shown

from yange.publish.search.folding import fold
from yange.publish.search.index_files import BLOCK

pytestmark = pytest.mark.xdist_group("site")

BERTHS = "wanghai/rules-on-small-craft-berths/"
FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa/"


class Search:
    """The search page in a window: ask it, and read what it says."""

    def __init__(self, reader: Reader, root: str = "search/") -> None:
        self.reader = reader
        self.root = root

    def ask(self, query: str, **filters: str) -> Search:
        more = "".join(f"&{name}={quote(value)}" for name, value in filters.items())
        self.reader.page.goto(f"{self.reader.base}{self.root}?q={quote(query)}{more}")
        self.wait()
        return self

    def wait(self) -> None:
        said = self.page.locator(".y-search-said")
        expect(said).to_have_text(re.compile(r"^(?!正在|Searching).+"))

    @property
    def page(self) -> Page:
        return self.reader.page

    @property
    def said(self) -> str:
        return shown(self.page, ".y-search-said")

    @property
    def found(self) -> list[tuple[str, str]]:
        """Title of every work found, and what is said of it and of its other texts that hold what was looked for."""
        return [
            (
                shown_of(item.locator("a.y-name").inner_text()),
                shown_of(" ".join(item.locator(".y-meta, .y-text-of").all_text_contents())),
            )
            for item in self.page.locator(".y-result").all()
        ]

    @property
    def badges(self) -> list[str]:
        """The status of every work found."""
        return self.page.locator(".y-result .y-version-head .y-badge:first-of-type").all_inner_texts()

    @property
    def texts(self) -> list[str]:
        """The status of every other text below the works found."""
        return self.page.locator(".y-other-text > .y-badge").all_text_contents()

    @property
    def clauses(self) -> list[str]:
        return [shown_of(text) for text in self.page.locator(".y-hits li").all_inner_texts()]


def shown_of(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def search(browser: Browser, base: str) -> Search:
    return Search(Reader(browser, base, 1280))


def test_a_clause_is_found_opened_at_its_place_and_its_words_are_marked(search: Search) -> None:
    search.ask("海洋产业集约发展")
    assert search.said == "找到 1 件政策文件。"
    assert search.found[0][0] == "望海市海洋产业发展专项资金管理办法"
    assert "2025-03-01 至 2030-02-28" in search.found[0][1]
    assert search.clauses[0].startswith("第一条")
    assert search.page.locator(".y-hits mark").first.inner_text() == "海洋产业集约发展"
    search.page.locator(".y-hits a").first.click()
    search.page.wait_for_url(f"**/{FUND}v2025-03-01/?mark=*#*art_1*")
    mark = search.page.locator(".y-text mark")
    assert mark.all_inner_texts() == ["海洋产业集约发展"]
    assert mark.is_visible()
    search.reader.is_quiet()


@pytest.mark.parametrize(
    "typed",
    [
        "望府规〔2024〕11号",
        "望府规[2024]11号",
        "望府规2024 11号",
        "望府规（2024）11号",
        "望府规2024年第11号",
        "望府規〔2024〕11號",
        "望府规 2024 11",
    ],
)
def test_a_number_is_found_however_it_is_typed(search: Search, typed: str) -> None:
    search.ask(typed)
    assert search.found[0][0] == "望海市海洋产业发展专项资金管理办法"
    assert "望府规〔2024〕11号" in search.found[0][1]


def test_a_number_that_nobody_issued_is_not_found_in_pieces(search: Search) -> None:
    search.ask("望府规〔2024〕999号")
    assert search.said == "没有找到。"


def test_traditional_and_wide_characters_are_the_same(search: Search) -> None:
    simple = search.ask("加装电梯补贴").found or search.ask("发放补贴").found
    assert simple
    assert search.ask("發放補貼").found == search.ask("发放补贴").found != []
    assert search.ask("ＢＥＲＴＨ").found == search.ask("berth").found != []


def test_an_exact_phrase_stands_exactly_so(search: Search) -> None:
    assert search.ask('"申报、审核和使用"').found
    assert search.ask("申报审核和使用").found, "points between are set aside"
    assert search.ask('"申报审核和使用"', old="1").found == []
    assert search.said == "没有找到。"


def test_texts_in_force_come_first_and_old_ones_on_demand(search: Search) -> None:
    search.ask("海洋产业")
    assert search.page.locator(".y-result .y-badge.y-superseded").count() == 0
    search.page.get_by_text("同时查找已经终止的文本").click()
    expect(search.page.locator(".y-other-text").first).to_be_attached()
    search.wait()
    assert search.badges[0] == "现行有效"
    assert "2017-07-01 至 2025-02-28" in " ".join(days for _, days in search.found)
    assert "已被取代" in search.texts
    assert "old=1" in search.page.url


def test_what_only_ended_texts_hold_is_told_as_such(search: Search) -> None:
    search.ask('"渡口船只应向市港务管理所登记"')
    assert search.said == "未终止的文本中没有找到，可以接着查找已经终止的文本。"
    search.page.get_by_text("同时查找已经终止的文本").click()
    expect(search.page.locator(".y-result")).to_have_count(1)
    assert search.said == "找到 1 件政策文件。"
    assert search.page.locator(".y-other-texts[open] .y-hits mark").first.is_visible(), "what was found is in view"


@pytest.mark.parametrize(
    ("typed", "status", "fact"),
    [
        ("望海市居家养老服务补贴实施细则", "已失效", "望民规〔2022〕6号"),
        ("《望海市居家养老服务补贴实施细则》", "已失效", "望民规〔2022〕6号"),
        ("居家养老服务补贴", "已失效", "望民规〔2022〕6号"),
        ("望民规〔2022〕6号", "已失效", "望民规〔2022〕6号"),
        ("居家养老服务补贴实施细则第三条", "已失效", "望民规〔2022〕6号"),
        ("望海市渡口船只安全管理暂行规则", "已废止", "1964-06-10 至 2003-12-31"),
        ("望府办规〔2019〕6号", "已", "望府办规〔2019〕6号"),
    ],
)
def test_what_has_ended_is_found_at_once_by_title_number_and_label(
    search: Search, typed: str, status: str, fact: str
) -> None:
    search.ask(typed)
    assert fact in search.found[0][1]
    first = search.page.locator(".y-result").first
    assert any(badge.startswith(status) for badge in first.locator(".y-badge").all_inner_texts())
    assert not search.page.is_checked("[name=old]")
    search.reader.is_quiet()


def test_an_old_text_of_a_standing_policy_stays_behind_the_switch(search: Search) -> None:
    search.ask("望海市海洋产业发展专项资金管理办法")
    assert search.found[0][1].startswith("望府规〔2024〕11号")
    assert "望府规〔2017〕" not in " ".join(days for _, days in search.found)
    assert search.page.get_by_text("同时查找已经终止的文本").count() == 1
    search.ask("第十四条之一")
    assert search.said == "未终止的文本中没有找到；下面 1 件是在已经终止的文本中找到的。"
    assert search.clauses[0].startswith("第十四条之一")


def test_filters_narrow_what_is_found(search: Search) -> None:
    everywhere = search.ask("办法", old="1").found
    assert any("深圳市" in days for _, days in everywhere)
    here = search.ask("办法", old="1", place="望海市").found
    assert here
    assert all("望海市" in days for _, days in here)
    search.ask("海洋产业", status="superseded")
    assert {"已被取代", "已被修改"} >= set(search.texts) != set()
    search.ask("海洋产业", year="2017", old="1")
    assert [days for _, days in search.found if "〔2017〕" not in days] == []
    search.page.select_option("select[name=year]", "2013")
    search.page.wait_for_url("**year=2013**")
    expect(search.page.locator(".y-result").first).to_contain_text("〔2013〕")


def test_a_label_alone_finds_the_clauses_that_are_called_so_before_those_that_mention_them(search: Search) -> None:
    search.ask("第十五条", old="1")
    assert search.found
    firsts = [item.locator(".y-hits a").first.text_content() for item in search.page.locator(".y-result").all()]
    assert firsts.count("第十五条") > 1
    assert search.ask("Article 10").clauses[0].startswith("Article 10 ")
    for typed in ("（三）", "三、"):
        search.ask(typed, kind="若干措施")
        label = search.page.locator(".y-hits a").first.inner_text()
        assert label.endswith(typed), "of labels with the same number the one that was typed"
    search.ask("第九十九条")
    assert search.found == [], "a label is not found in pieces"


def test_what_was_copied_out_of_several_clauses_finds_them(search: Search) -> None:
    search.ask("渡口经营人应当：（二）岸坡稳固，有供乘客上下的")
    assert [title for title, _ in search.found] == ["望海市渡口管理办法"]
    assert any("岸坡稳固" in clause for clause in search.clauses)


def test_two_annexes_are_told_apart(search: Search) -> None:
    search.ask("文件目录", kind="决定")
    labels = [label for label in search.page.locator(".y-hits a").all_inner_texts() if label.startswith("附件")]
    assert len(set(labels)) == len(labels) > 1
    search.ask("望海市 清理结果 文件名称")
    more = search.page.locator(".y-result").filter(has_text="清理结果的决定").locator(".y-more")
    if more.count():
        more.click()
    tables = [label for label in search.page.locator(".y-hits a").all_inner_texts() if label.startswith("附件")]
    assert len(set(tables)) == len(tables) > 1
    assert search.ask("清理结果 附件2").clauses[0].startswith("附件2 ")


def test_a_single_character_is_found_wherever_it_stands(search: Search, site: Path) -> None:
    search.ask("船", old="1")
    while search.page.get_by_role("button", name="继续查找").count():
        search.page.get_by_role("button", name="继续查找").click()
        search.wait()
    numbers = {
        int(file.stem) for file in (site / "assets/search/text").rglob("*.js") if "船" in file.read_text("utf-8")
    }
    for file in (site / "assets/search/facts").glob("*.js"):
        first, _, rows = file.read_text("utf-8").partition("(")[2].removesuffix(");\n").partition(",")
        facts = enumerate(json.loads(rows), int(first) * BLOCK)
        numbers |= {number for number, row in facts if "船" in f"{row[1]}{row[2]}{row[7]}"}
    others = search.page.locator(".y-other-text").count()
    own = {number for number in numbers if number in first_texts(site)}
    assert len(search.found) >= len(own) > 0
    assert others + len(search.found) >= len(numbers) > 5, "each text that has it is in the list, below its policy"
    both = search.ask("船 气象", old="1").found
    assert both
    assert len(both) < len(numbers)


def first_texts(site: Path) -> set[int]:
    """Return the numbers of the texts that stand for their policies."""
    found: set[int] = set()
    for file in (site / "assets/search/work").glob("*.js"):
        call = file.read_text("utf-8").partition("(")[2].removesuffix(");\n")
        found |= set(json.loads(f"[{call}]")[1])
    return found


CHOICES = "select => Object.fromEntries([...select.options].map(o => [o.value, +/（(\\d+)）$/.exec(o.textContent)[1]]))"


def left(search: Search, name: str) -> dict[str, int]:
    """Return how many works each choice of a filter is said to leave, by its value; the last filter is told last."""
    expect(search.page.locator("select[name=year] option").first).to_have_text(re.compile(r"^不限（\d+）$"))
    told: dict[str, int] = search.page.eval_on_selector(f"select[name={name}]", CHOICES)
    return told


@pytest.mark.parametrize("name", ["place", "kind", "status", "year"])
def test_each_choice_of_a_filter_tells_how_many_texts_it_leaves(search: Search, name: str) -> None:
    found = len(search.ask("海洋产业", old="1").found)
    told = left(search, name)
    assert told[""] == found
    for value, count in told.items():
        if value:
            search.page.select_option(f"select[name={name}]", value)
            search.page.wait_for_url(f"**{name}={quote(value)}**")
            search.wait()
            expect(search.page.locator(".y-result")).to_have_count(count)
    assert sum(told.values()) - found >= found, "a work with texts of two statuses is in both"


def test_the_choices_add_up_while_old_texts_are_left_out_too(search: Search) -> None:
    found = len(search.ask("海洋产业").found)
    told = left(search, "status")
    groups = search.page.eval_on_selector(
        "select[name=status]", "s => [...s.options].map(o => [o.value, o.parentElement.tagName === 'OPTGROUP'])"
    )
    assert told[""] == found <= sum(told[value] for value, _ in groups if value)
    ended = [value for value, ended in groups if ended and told[value]]
    assert ended
    for value in ended:
        search.ask("海洋产业")
        search.page.select_option("select[name=status]", value)
        search.page.wait_for_url(f"**status={value}**")
        expect(search.page.locator(".y-result")).to_have_count(told[value])
        assert search.page.is_checked("[name=old]"), "the switch tells that ended texts are searched"
    whole = left(search, "status")
    assert whole[""] <= sum(whole[value] for value, _ in groups if value)
    search.page.uncheck("[name=old]")
    expect(search.page.locator(".y-result")).to_have_count(found)
    assert search.page.input_value("select[name=status]") == ""


def test_choices_count_what_the_other_filters_leave_and_forget_it_with_the_query(search: Search) -> None:
    search.ask("海洋产业", status="superseded")
    found = len(search.found)
    assert found
    assert left(search, "status")["superseded"] == left(search, "kind")[""] == left(search, "place")["望海市"] == found
    search.page.fill("#y-q", "")
    search.page.keyboard.press("Enter")
    expect(search.page.locator("select[name=year] option").first).to_have_text("不限")


def test_all_words_must_stand_in_a_text_and_words_apart_are_told_as_such(search: Search) -> None:
    both = search.ask("海洋产业 台风").found
    assert len(both) <= len(search.ask("海洋产业").found)
    search.ask("资金海洋管理")
    assert "分散" in search.said or search.said == "没有找到。"


def test_a_title_comes_before_a_mention(search: Search) -> None:
    found = [title for title, _ in search.ask("渡口").found]
    named = ["渡口" in title for title in found]
    assert named[0]
    assert named == sorted(named, reverse=True)


@pytest.mark.parametrize(
    ("typed", "where", "clause"),
    [
        ("《望海市渡口管理办法》第十五条", "wanghai/dukou-guanli-banfa/v2021-03-26/", "chp_4__art_15"),
        ("望海市渡口管理办法 第2条第2款", "wanghai/dukou-guanli-banfa/v2021-03-26/", "chp_1__art_2__para_2"),
        ("渡口管理办法第十四条之一", "wanghai/dukou-guanli-banfa/v2015-09-08/", "art_14"),
        ("望海市居家养老服务补贴实施细则第三条", "jujia-yanglao-fuwu-butie-shishi-xize/v2023-01-01/", "art_3"),
        ("Article 10(a) of the Rules on Small-craft Berths", f"{BERTHS}v2024-09-01/", "chp_3__art_10__item_1"),
        ("Rules on Small Craft Berths, Article 10(a)", f"{BERTHS}v2024-09-01/", "chp_3__art_10__item_1"),
    ],
)
def test_a_citation_leads_to_the_clause_and_enter_opens_it(search: Search, typed: str, where: str, clause: str) -> None:
    search.ask(typed)
    assert search.page.locator(".y-search-jump a").count() == 1
    search.page.locator("#y-q").press("Enter")
    search.page.wait_for_url("**#*")
    assert where in search.page.url
    assert clause in search.page.url.partition("#")[2]
    search.reader.is_quiet()


def test_a_citation_of_a_clause_that_is_not_there_finds_the_policy_and_says_so(search: Search) -> None:
    search.ask("望海市居家养老服务补贴实施细则第九十九条")
    assert search.found[0][0] == "望海市居家养老服务补贴实施细则"
    assert shown(search.page, ".y-search-jump").endswith("各文本中没有找到第九十九条。")


def test_a_work_is_listed_once_with_its_texts_folded_below(search: Search) -> None:
    found = search.ask("海洋产业", old="1").found
    assert len({title for title, _ in found}) == len(found)
    first = search.page.locator(".y-result").first
    assert not first.locator(".y-other-text").first.is_visible()
    first.locator("summary").click()
    assert first.locator(".y-other-text").first.is_visible()
    first.locator(".y-work-policy").click()
    search.page.wait_for_url(f"**/{FUND}")


def test_an_exact_title_comes_before_whatever_cites_it(search: Search) -> None:
    for title in ("望海市居家养老服务补贴实施细则", "望海市海洋产业发展专项资金管理办法"):
        found = [name for name, _ in search.ask(title).found]
        assert found[0] == title
        assert len(found) > 1, "others cite it"


def test_the_search_box_of_every_page_leads_to_it(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(f"en/{FUND}v2025-03-01/")
    page.keyboard.press("/")
    page.keyboard.type("渡口")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}en/search/?q=*")
    page.wait_for_selector(".y-result")
    assert "Policies found" in shown(page, ".y-search-said")
    page.keyboard.press("Tab")
    reader.is_quiet()


def test_it_can_be_used_by_keyboard_alone(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open("search/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("海洋产业集约发展")
    page.keyboard.press("Enter")
    page.wait_for_selector(".y-result")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.y-hits') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/v2025-03-01/?mark=*")


def test_text_is_never_taken_for_markup(search: Search) -> None:
    search.ask('<img src=x onerror="alert(1)">')
    assert search.page.locator(".y-search img").count() == 0
    search.reader.page.goto(f"{search.reader.base}{FUND}v2025-03-01/?mark=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E#top")
    assert search.page.locator("article img").count() == 0
    search.reader.is_quiet()


@pytest.mark.parametrize("width", [360, 768])
def test_it_fits_a_phone(browser: Browser, base: str, width: int) -> None:
    search = Search(Reader(browser, base, width)).ask("海洋产业", old="1")
    assert search.page.evaluate("document.documentElement.scrollWidth") <= width
    assert search.page.locator(".y-result").first.is_visible()


def opened(search: Search, text: int = 0) -> str:
    """Open the first clause found in a text; return its place on the page."""
    search.page.locator(".y-result").nth(text).locator(".y-hits a").first.click()
    search.page.wait_for_url("**#*")
    search.reader.is_quiet()
    return search.page.url.partition("#")[2]


@pytest.mark.parametrize(
    ("typed", "anchor", "marks"),
    [
        ("第三条　市交通运输局主管全市的渡口工作", "chp_1__art_3", ["第三条", "市交通运输局主管全市的渡口工作"]),
        ("第三条市交通运输局主管全市的渡口工作", "chp_1__art_3", ["第三条", "市交通运输局主管全市的渡口工作"]),
        ('"第三条　市交通运输局主管"', "chp_1__art_3", ["第三条", "市交通运输局主管"]),
        ("（二）岸坡稳固，有供乘客上下的", "chp_2__art_5__item_2", ["（二）", "岸坡稳固，有供乘客上下的"]),
        ("渡口管理办法第十五条", "chp_4__art_15", ["第十五条"]),
        ("《望海市渡口管理办法》第十五条", "chp_4__art_15", ["第十五条"]),
        ("渡口 第15条", "chp_4__art_15", ["第十五条"]),
        ("渡口管理办法第五条第（二）项", "chp_2__art_5__item_2", ["（二）"]),
        ("渡口管理办法第五条第一款第二项", "chp_2__art_5__item_2", ["（二）"]),
        ("第二章　渡口的设置和撤销", "chp_2", ["第二章", "渡口的设置和撤销"]),
        ("Article 8 (Fees). The berth fee is", "chp_3__art_9", []),
        ("small craft berths Article 10(a)", "chp_3__art_10__item_1", ["(a)"]),
    ],
)
def test_a_clause_is_found_by_its_label_as_it_is_printed_or_cited(
    search: Search, typed: str, anchor: str, marks: list[str]
) -> None:
    search.ask(typed)
    found = search.page.locator(".y-result").first.locator(".y-hits li").first.locator("mark").all_inner_texts()
    assert opened(search) == anchor
    assert set(marks) <= set(found)
    there = [text.strip() for text in search.page.locator(".y-text mark").all_inner_texts()]
    assert set(marks) <= set(there)


def test_without_scripts_it_says_where_else_to_look(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 390, scripts=False).open("search/")
    assert "搜索要用脚本" in shown(page, ".y-search")
    assert page.locator(".y-search select:visible, .y-search input:visible, .y-search button:visible").count() == 0


def test_it_works_from_the_file_system(browser: Browser, site: Path) -> None:
    reader = Reader(browser, f"{site.as_uri()}/", 1280)
    page = reader.page
    page.goto(f"{reader.base}index.html")
    page.fill(".y-box input", "望府规2024 11号")
    page.press(".y-box input", "Enter")
    page.wait_for_selector(".y-result")
    assert page.url.startswith(f"{reader.base}search/index.html?q=")
    assert "找到 1 件" in shown(page, ".y-search-said")
    page.locator(".y-result a").first.click()
    page.wait_for_url("**/v2025-03-01/index.html**")
    page.goto(f"{reader.base}search/index.html?q={quote('渡口管理办法第十五条')}")
    page.locator(".y-hits a").first.click()
    page.wait_for_url("**/index.html?mark=*#chp_4__art_15")
    assert page.locator(".y-text mark").first.inner_text().strip() == "第十五条"
    reader.is_quiet()


def test_a_query_loads_little(browser: Browser, base: str) -> None:
    search = Search(Reader(browser, base, 1280))
    sizes: list[int] = []

    def weigh(response: Response) -> None:
        if "assets/search/" in response.url:
            sizes.append(len(response.body()))

    search.page.on("response", weigh)
    search.ask("海洋产业")
    search.page.remove_listener("response", weigh)
    assert 0 < sum(sizes) < 250_000


def test_the_browser_folds_as_the_index_does(browser: Browser, base: str, site: Path) -> None:
    """The script's own functions are run over many characters: one fold that differed would lose texts silently."""
    text = "".join(
        map(
            chr,
            [
                *range(0x20, 0x3000),
                *range(0x3400, 0x3500),
                *range(0x4E00, 0xA000),
                *range(0xF900, 0xFB00),
                *range(0xFF00, 0xFFEF),
            ],
        )
    )
    text = "".join(character for character in text if unicodedata.category(character) != "Cn")
    script = (site / "assets" / "search_words.js").read_text(encoding="utf-8")
    start, end = script.index("  const known = new Map();"), script.index('  const HAN = "')
    manifest = (site / "assets" / "search" / "manifest.js").read_text(encoding="utf-8")
    page = Reader(browser, base, 1280).open("formats/")
    client = page.context.new_cdp_session(page)
    program = (
        f"(() => {{ let table; const yangeSearch = {{ manifest: m => {{ const to = [...m.new];"
        f" table = new Map([...m.old].map((c, n) => [c, to[n]])); }} }}; {manifest}\n{script[start:end]}\n"
        f"return fold({text!r}); }})()"
    )
    answer = client.send("Runtime.evaluate", {"expression": program, "returnByValue": True})
    folded = answer["result"]["value"]
    differing = [(a, b, c) for a, b, c in zip(text, fold(text), folded, strict=True) if b != c]
    assert differing == []


@pytest.mark.parametrize("root", ["search/", "en/search/"])
def test_what_was_found_is_saved_as_subscriptions_that_exist(search: Search, site: Path, root: str) -> None:
    search.root = root
    page = search.page
    page.goto(f"{search.reader.base}{root}")
    expect(page.locator(".y-saving")).to_be_hidden()
    search.ask("渡口")
    page.locator(".y-saving summary").click()
    with page.expect_download() as given:
        page.locator(".y-saving button").click()
    assert given.value.suggested_filename == "subscriptions.opml"
    opml = ElementTree.parse(given.value.path()).getroot()
    found = opml.findall("./body/outline")
    assert [one.get("text") for one in found] == [title for title, _ in search.found]
    assert len(found) > 1
    for one in found:
        feed = str(one.get("xmlUrl"))
        assert feed.startswith(search.reader.base)
        assert (site / unquote(feed.removeprefix(search.reader.base))).is_file()
    search.reader.is_quiet()
