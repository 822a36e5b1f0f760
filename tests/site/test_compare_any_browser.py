"""Any two texts of the site: led to their page, or compared in the browser and called simple."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from reading import Reader, faults
from serving import address_of
from windows import WINDOWS

from gitting import policy, version
from yange.mkdocs_plugin import build_site
from yange.problems import YangeError

pytestmark = pytest.mark.xdist_group("asked pairs")

DAY = date(2026, 11, 23)
TEXTS = {
    "wanghai/dukou": (
        "2010-01-01",
        ("渡口每日六时开放，二十二时关闭。", "乘客应当服从渡口工作人员的指挥。", "本办法由市港航处解释。"),
    ),
    "wanghai/matou": (
        "2012-01-01",
        ("本市设立码头管理站。", "渡口每日五时开放，二十三时关闭。", "本办法由市港航处解释。"),
    ),
    "wanghai/hangdao": ("2014-01-01", ("航道由市港航处养护。", "船舶不得在航道内抛锚。")),
}
PAIR = "old=wanghai/dukou@v2010-01-01&new=wanghai/matou@v2012-01-01"
ROWS = [
    "修改 标题 → 标题 望海市渡口望海市码头办法",
    "新增 第一条 本市设立码头管理站。",
    "修改 移动 第一条 → 第二条",
    "删去 第二条 乘客应当服从渡口工作人员的指挥。",
]


def project(root: Path, source: Path, settings: str = "") -> Path:
    for name in ("site", "templates"):
        shutil.copytree(source / name, root / name)
    mkdocs = (source / "mkdocs.yml").read_text("utf-8").replace("word_files: false", f"word_files: false\n{settings}")
    (root / "mkdocs.yml").write_text(mkdocs, "utf-8")
    for name, (day, words) in TEXTS.items():
        folder = root / "policies" / name
        folder.mkdir(parents=True)
        title = {"dukou": "望海市渡口办法", "matou": "望海市码头办法", "hangdao": "望海市航道办法"}[name[8:]]
        (folder / "policy.md").write_text(policy(name, title), "utf-8")
        (folder / f"{day}.md").write_text(version(day, *words, title=title), "utf-8")
    return root


@pytest.fixture(scope="module")
def built(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    asked = "      comparisons: [wanghai/dukou@v2010-01-01 wanghai/hangdao@v2014-01-01]"
    root = project(tmp_path_factory.mktemp("three"), project_root, asked)
    return build_site(root, on=DAY, target=root / "built")


@pytest.fixture(scope="module")
def base(built: Path) -> Iterator[str]:
    yield from address_of(built)


def rows(page: Page) -> list[str]:
    expect(page.locator(".y-chosen .y-change").first).to_be_visible()
    return [" ".join(row.split()) for row in page.locator(".y-chosen .y-change").all_inner_texts()]


def test_one_text_that_is_asked_for_alone_is_offered(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open("compare/?old=wanghai/matou@v2012-01-01")
    expect(page.locator("[data-side=old] .y-which")).to_have_value("wanghai/matou")
    expect(page.locator(".y-chosen")).to_be_hidden()
    reader.is_quiet()


def test_two_policies_are_compared_by_likeness_and_the_page_calls_it_simple(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(f"compare/?{PAIR}")
    found = rows(page)
    assert [row.split(" ")[0] for row in found].count("新增") == 1
    assert any("第一条 → 第二条" in row for row in found)
    assert "删去 第二条 乘客应当服从渡口工作人员的指挥。" in found
    assert page.inner_text(".y-chosen .y-caution").startswith("简单对照：由本页在浏览器中作出")
    assert "yange compare wanghai/dukou@v2010-01-01 wanghai/matou@v2012-01-01" in page.inner_text(".y-chosen-command")
    assert [one.input_value() for one in page.locator(".y-which").all()] == ["wanghai/dukou", "wanghai/matou"]
    assert faults(page) == []
    page.locator(".y-chosen .y-op-repealed .y-labels a").first.click()
    page.wait_for_url("**/wanghai/dukou/v2010-01-01/#art_2")
    reader.is_quiet()


def test_texts_are_chosen_by_keyboard_and_the_address_is_the_question(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 360)
    page = reader.open("compare/")
    for side, words in (("old", "渡口"), ("new", "matou")):
        box = page.locator(f"[data-side={side}] input")
        box.fill(words)
        expect(page.locator(f"[data-side={side}] .y-which option")).to_have_count(1)
        box.press("Enter")
    page.locator(".y-two button[type=submit]").press("Enter")
    page.wait_for_url("**/compare/?old=wanghai%2Fdukou%40v2010-01-01&new=wanghai%2Fmatou%40v2012-01-01")
    first = rows(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".y-swap").press("Enter")
    page.locator(".y-two button[type=submit]").press("Enter")
    expect(page.locator(".y-chosen-said")).to_contain_text("望海市码头办法 2012-01-01 → 望海市渡口办法")
    page.go_back()
    expect(page.locator(".y-chosen-said")).to_contain_text("望海市渡口办法 2010-01-01 →")
    assert rows(page) == first
    reader.is_quiet()


def test_a_pair_that_was_asked_for_has_a_page_of_the_engine(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 360).open("compare/?old=wanghai/hangdao@v2014-01-01&new=wanghai/dukou@v2010-01-01")
    page.wait_for_url("**/wanghai/hangdao/v2014-01-01/compare/wanghai/dukou/v2010-01-01/")
    assert "本页由沿革引擎作出" in page.inner_text(".y-page")


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("old=wanghai/dukou@v1999-01-01&new=wanghai/matou@v2012-01-01", "没有“wanghai/dukou@v1999-01-01”这个文本"),
        ("old=%3Cb%3E&new=x", "没有“<b>”这个文本"),
        ("old=wanghai/matou@v2012-01-01&new=wanghai/matou@v2012-01-01", "请选两个不同的文本。"),
    ],
)
def test_a_wrong_choice_is_answered_in_words(browser: Browser, base: str, query: str, answer: str) -> None:
    page = Reader(browser, base, 360).open(f"compare/?{query}")
    expect(page.locator(".y-chosen-said")).to_contain_text(answer)
    assert not page.locator(".y-chosen-answer").is_visible()


def test_it_works_from_the_file_system_and_without_scripts_lists_pairs(
    browser: Browser, built: Path, base: str
) -> None:
    page = WINDOWS.lend(browser)
    page.goto(f"{(built / 'en' / 'compare' / 'index.html').as_uri()}?{PAIR}")
    assert len(rows(page)) == len(ROWS)
    plain = Reader(browser, base, 360, scripts=False).open("compare/")
    assert "yange compare" in plain.inner_text("noscript")
    assert plain.locator("#pages ~ ul a").count() == 1


def test_a_pair_that_cannot_be_compared_stops_the_build(project_root: Path, tmp_path: Path) -> None:
    root = project(tmp_path, project_root, "      comparisons: [wanghai/dukou@v2011-01-01 wanghai/matou@v2012-01-01]")
    with pytest.raises(YangeError, match="it has wanghai/dukou@v2010-01-01"):
        build_site(root, on=DAY, target=root / "built")
