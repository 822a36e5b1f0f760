"""Lists, changes and the header in a real browser: sorted, narrowed, and from the reader's day."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from reading import Reader, shown

pytestmark = pytest.mark.xdist_group("site")

PLACE = "by/place/望海市/"


def test_a_list_is_sorted_by_its_columns_and_narrowed(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open(PLACE)
    rows = page.locator(".y-table tbody tr")
    count = rows.count()
    page.get_by_role("button", name="施行").click()
    days = [text.strip() for text in page.locator(".y-table td:nth-child(4)").all_inner_texts()]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[len(known) :] == [""] * (count - len(known)), "what is not known is last"
    page.get_by_role("button", name="施行").click()
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("施行")
    assert page.locator(".y-table td:nth-child(4)").first.inner_text().strip() == known[-1]
    page.select_option("select[name=status]", "expired")
    expect(rows).to_have_count(2)
    page.fill(".y-list-tools input", "养老")
    expect(rows).to_have_count(1)
    assert shown(page, ".y-list-tools output") == f"1 / {count} 件"
    reader.is_quiet()


def test_a_list_is_whole_without_scripts(browser: Browser, base: str) -> None:
    page = Reader(browser, base, 390, scripts=False).open(PLACE)
    assert page.locator(".y-table tbody tr").count() >= 15
    assert not page.locator(".y-list-tools").is_visible()


def test_the_reader_s_day_moves_what_was_to_come_to_what_changed(browser: Browser, site: Path, base: str) -> None:
    reader = Reader(browser, base, 1280)
    html = (site / "index.html").read_text("utf-8")
    clock = 'class="y-page y-home" data-built="2026-11-23" data-zone="Asia/Shanghai"'
    assert html.count('class="y-page y-home"') == 1
    later = html.replace('class="y-page y-home"', clock)
    reader.page.route(base, lambda route: route.fulfill(body=later, content_type="text/html"))
    reader.page.clock.set_fixed_time(datetime(2027, 1, 3, 12))
    page = reader.open("")
    week = page.locator(".y-band").first
    assert "2027-01-01" in week.inner_text()
    assert re.search(r"一周内\s+3", week.inner_text())
    assert "16 天后" in shown(page, "section[aria-labelledby=ahead]"), "counted from the reader's day"
    assert "2027-01-01" not in shown(page, "section[aria-labelledby=ahead]")
    reader.is_quiet()


def test_the_header_leads_to_a_day_to_changes_and_to_feeds(browser: Browser, base: str) -> None:
    reader = Reader(browser, base, 1280)
    page = reader.open("en/")
    for name, address in (("A day", "day/"), ("Changes", "day/changes/"), ("Subscribe", "feeds/")):
        page.locator(".y-nav").get_by_text(name, exact=True).click()
        page.wait_for_url(f"{base}en/{address}")
    assert page.locator("head link[rel~=alternate][type='application/atom+xml']").count() == 3
    reader.is_quiet()
