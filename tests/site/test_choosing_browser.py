"""Two texts that have no comparison page: put side by side in a real browser."""

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

pytestmark = pytest.mark.xdist_group("choosing")

CURFEW = "wanghai/wanshang-guanbi-banfa/"
TITLE = "望海市码头夜间关闭办法"
OLD = (
    "码头每日二十二时关闭。",
    "值班人员不得离岗。",
    "灯火归<b>市</b>港航处。",
    "夜间进出的船舶应当事先报告泊位和货物。",
    "违者由港口管理机构责令改正。",
    "本办法由市港航处解释。",
)

STEPS: dict[int, tuple[str, ...]] = {
    2000: OLD,
    2002: ("码头每日二十三时关闭。", "渔船除外。", "值班人员当值时不得离岗，不得饮酒。", *OLD[3:]),
    2003: ("码头每日二十三时关闭。", "渔船除外。", "当值时不得饮酒，夜间应当穿着救生衣。", OLD[4], OLD[3], OLD[5]),
}


@pytest.fixture(scope="module")
def built(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A policy of nine texts: those of 2001 and 2002 are neighbours of nothing that is asked for."""
    root = tmp_path_factory.mktemp("many") / "project"
    root.mkdir()
    for name in ("site", "templates"):
        shutil.copytree(project_root / name, root / name)
    shutil.copy(project_root / "mkdocs.yml", root)
    folder = root / "policies" / CURFEW
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text(policy(CURFEW[:-1], TITLE), "utf-8")
    for year in range(2000, 2010):
        words = STEPS[max(start for start in STEPS if start <= year)]
        more = (one.replace("除外", "除外" * (year - 1999)) for one in words)
        (folder / f"{year}-01-01.md").write_text(version(f"{year}-01-01", *more, title=TITLE), "utf-8")
    return build_site(root, on=date(2026, 11, 23), target=root / "built")


@pytest.fixture(scope="module")
def base(built: Path) -> Iterator[str]:
    yield from address_of(built)


def told(page: Page) -> list[str]:
    return [" ".join(row.split()) for row in page.locator(".y-chosen .y-change").all_inner_texts()]


def choose(page: Page, old: str, young: str) -> None:
    page.select_option("[name=old]", old)
    page.select_option("[name=new]", young)
    page.click(".y-picker button")


ROWS = [
    "修改 第一条 → 第一条 码头每日二十二二十三时关闭。",
    "新增 第二条 " + "渔船" + "除外" * 8 + "。",
    "修改 第二条 → 第三条 值班人员当值时不得离岗饮酒，夜间应当穿着救生衣。",
    "删去 第三条 灯火归<b>市</b>港航处。",
    "移动 第五条 → 第四条",
    "仅条号变 第四条 → 第五条",
]
"""Article 2 became 3 by way of a text between; by number it would stand against 渔船除外."""


def test_a_pair_without_a_page_is_compared_along_the_lines_of_its_clauses(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    choose(reader.open(CURFEW), "v2001-01-01", "v2007-01-01")
    page = reader.page
    page.wait_for_url("**/compare/?old=v2001-01-01&new=v2007-01-01")
    expect(page.locator(".y-chosen-said")).to_have_text("2001-01-01 → 2007-01-01 比较")
    assert told(page) == ROWS
    assert page.locator(".y-chosen .y-op-repealed del").all_inner_texts() == ["灯火归<b>市</b>港航处。"]
    assert page.locator(".y-chosen .y-op-amended ins").all_inner_texts()[0] == "二十三"
    counts = page.locator(".y-chosen .y-stats li").all_inner_texts()
    assert counts == ["修改 2", "移动 1", "仅条号变 1", "未变 2", "新增 1", "删去 1"]
    assert "简单对照" in page.inner_text(".y-chosen .y-caution")
    assert f"yange compare {CURFEW[:-1]}@v2001-01-01 {CURFEW[:-1]}@v2007-01-01" in page.inner_text(
        ".y-chosen .y-caution"
    )
    assert page.eval_on_selector_all("select", "all => all.map(one => one.value)") == ["v2001-01-01", "v2007-01-01"]
    assert faults(page) == []
    page.locator(".y-chosen .y-op-repealed .y-labels a").click()
    page.wait_for_url("**/v2001-01-01/#art_3")
    reader.is_quiet()


def test_a_pair_with_a_page_is_led_to_it(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 360).open(f"{CURFEW}compare/?old=v2009-01-01&new=v2001-01-01")
    page.wait_for_url("**/v2009-01-01/compare/v2001-01-01/")


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("old=v2001-01-01&new=v1999-01-01", "没有“v1999-01-01”这个文本"),
        ("old=%3Cb%3E&new=v2001-01-01", "没有“<b>”这个文本"),
        ("old=toString&new=v2001-01-01", "没有“toString”这个文本"),
        ("old=v2001-01-01&new=v2001-01-01", "请选两个不同的文本。"),
        ("old=v2001-01-01", "没有“”这个文本"),
    ],
)
def test_a_wrong_choice_is_answered_in_words(browser: Browser, base: str, query: str, answer: str) -> None:
    reader = Reader(browser, base, 360)
    page = reader.open(f"{CURFEW}compare/?{query}")
    expect(page.locator(".y-chosen-said")).to_contain_text(answer)
    assert not page.locator(".y-chosen-answer").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    reader.is_quiet()


def test_it_speaks_english(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 360).open(f"en/{CURFEW}compare/?old=v2001-01-01&new=v2008-01-01")
    expect(page.locator(".y-chosen-said")).to_have_text("2001-01-01 → 2008-01-01 compared")
    assert "simple comparison" in page.inner_text(".y-chosen .y-caution")


def test_it_works_from_the_file_system_and_without_scripts_says_what_to_do(
    browser: Browser, built: Path, base: str
) -> None:
    page = WINDOWS.lend(browser)
    page.goto((built / CURFEW / "index.html").as_uri())
    choose(page, "v2001-01-01", "v2007-01-01")
    page.wait_for_url("**/compare/index.html?old=v2001-01-01&new=v2007-01-01")
    expect(page.locator(".y-chosen .y-change")).to_have_count(len(ROWS))
    assert told(page) == ROWS
    plain = Reader(browser, base, 360, scripts=False).open(f"{CURFEW}compare/")
    assert f"yange compare {CURFEW[:-1]}@v2000-01-01" in plain.inner_text("noscript")
    assert plain.locator(".y-pairs a").count() > 10


def test_where_every_pair_has_a_page_there_is_no_such_page(site: Path) -> None:
    assert list(site.glob("wanghai/*/compare")) == []
