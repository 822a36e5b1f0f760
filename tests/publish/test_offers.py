"""What can be taken along: feeds, calendars, data and Word files, with a link on the page they belong to."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from docx import Document
from publishing import DAY, ROOT, all_pages, read

from yange.compare import compare
from yange.model import Library, Policy, Version
from yange.parse import parse
from yange.publish.context import SiteContext
from yange.publish.facts.compared_pairs import is_near, pairs_within
from yange.publish.files.docx_files import word_file
from yange.reports import Report, ReportSide
from yange.reports.docx import docx_file
from yange.reports.words import ReportWords
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

pytestmark = pytest.mark.xdist_group("offers")

BERTHS = "wanghai/rules-on-small-craft-berths"
PAIR = f"{BERTHS}/v2024-09-01/compare/v2021-06-01/"
SUBSIDY = "wanghai/jujia-yanglao-fuwu-butie-shishi-xize"

OFFERED = [
    ("", ["feeds/changes.atom", "feeds/changes.json", "feeds/corrections.atom", "feeds/corrections.json"]),
    ("", ["feeds/calendar.ics", "data/policies.jsonl", "data/versions.csv", "data/events.csv"]),
    ("en/", ["feeds/changes.atom", "feeds/calendar.ics", "../data/policies.jsonl"]),
    ("by/place/望海市/", ["../../../feeds/wanghai/changes.atom", "../../../feeds/wanghai/calendar.ics"]),
    (f"{BERTHS}/", ["changes.atom", "changes.json", "calendar.ics", "index.json"]),
    (f"{SUBSIDY}/", ["changes.atom", "corrections.atom", "calendar.ics", "index.json"]),
    (f"en/{BERTHS}/", [f"../../../{BERTHS}/changes.atom", f"../../../{BERTHS}/index.json"]),
    (f"{BERTHS}/v2024-09-01/", ["index.json"]),
    (PAIR, ["table.docx", "index.json"]),
    (f"en/{PAIR}", [f"../../../../../../{PAIR}table.docx"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def links(library: Library) -> dict[str, list[str]]:
    settings = Settings(word_files=True)
    return {page.address: read(page.html()).links for page in all_pages(library, settings=settings)}


@pytest.mark.parametrize(("address", "offered"), OFFERED)
def test_the_page_has_a_link(links: dict[str, list[str]], address: str, offered: list[str]) -> None:
    assert set(offered) <= set(links[address])


def test_a_feed_in_another_language_says_so(library: Library) -> None:
    pages = {page.address: page for page in all_pages(library)}
    for address, marked in ((f"{BERTHS}/", False), (f"en/{BERTHS}/", True)):
        page = pages[address]
        assert page.head is not None
        for name in ("changes.atom", "changes.json", "calendar.ics"):
            for html in (page.head(), page.html()):
                (link,) = re.findall(rf"<(?:a|link) [^>]*{name}\"[^>]*>", html)
                assert ('hreflang="zh-Hans"' in link) is marked, f"{address} {link}"
        assert ('(<span lang="zh-Hans">中文</span>)' in page.html()) is marked
        assert "hreflang" not in "".join(re.findall(r"<a [^>]*index\.json[^>]*>", page.html()))


def test_a_policy_without_corrections_offers_no_feed_of_them(links: dict[str, list[str]]) -> None:
    assert "corrections.atom" not in links[f"{BERTHS}/"]


def test_the_word_file_is_the_one_that_the_command_makes(library: Library) -> None:
    policy = library.policy(BERTHS)
    assert policy is not None
    old, new = policy.versions
    context = SiteContext(library, build_timeline(library), Settings(), DAY, folders(ROOT, "templates"))
    made = word_file(context, old, new)
    assert made == word_file(context, old, new)
    assert made.address == f"{PAIR}table.docx"
    sides = [ReportSide(f"{BERTHS}@{v.key}", v.title, v.number, v.effective, sample=True) for v in (old, new)]
    assert made.content == docx_file(Report(*sides, compare(parse(old.body), parse(new.body)), ReportWords("en")))
    document = Document(io.BytesIO(made.content))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Old text", "New text", "Notes"]
    pages = "".join(paragraph.text for paragraph in document.sections[0].header.paragraphs)
    assert pages.count("sample text, invented") == 2, "every printed page says of both sides that they are invented"


def test_without_word_files_the_page_names_the_command(library: Library) -> None:
    made = {page.address: page for page in all_pages(library, settings=Settings())}
    page = made[PAIR]
    assert page.companions is not None
    assert [asset.address.rpartition("/")[2] for asset in page.companions()] == ["index.json"]
    html = page.html()
    assert "table.docx" not in html
    assert f"yange compare {BERTHS}@v2021-06-01 {BERTHS}@v2024-09-01 --output v2024-09-01.docx" in html


def yearly(last: int) -> Policy:
    """Return a policy with a text of each year from 2001."""
    texts = tuple(
        Version(
            policy="a/b",
            key=f"v{year}-01-01",
            path=f"policies/a/b/{year}-01-01.md",
            title="某办法",
            effective=date(year, 1, 1),
            body=f"# 某办法\n\n第一条　{year}年。\n",
        )
        for year in range(2001, last + 1)
    )
    return Policy(id="a/b", title="某办法", place="某市", versions=texts)


@pytest.mark.parametrize(("last", "more"), [
    (2006, []),
    (2007, [(a, 2007) for a in range(2001, 2007)]),
    (2009, [(2006, 2007), (2007, 2008), *((a, 2009) for a in range(2001, 2009))]),
])  # fmt: skip
def test_of_many_texts_neighbours_are_compared_and_each_with_the_last(last: int, more: list[tuple[int, int]]) -> None:
    found = [(int(old.key[1:5]), int(new.key[1:5])) for old, new in pairs_within(yearly(last))]
    assert sorted(found) == sorted([*combinations(range(2001, 2007), 2), *more])


def test_texts_far_apart_have_no_word_file() -> None:
    policy = yearly(2005)
    texts = policy.versions
    near = [(old.key[1:5], new.key[1:5]) for old, new in pairs_within(policy) if is_near(policy, old, new)]
    assert near == [
        ("2001", "2002"), ("2001", "2005"), ("2002", "2003"), ("2002", "2005"),
        ("2003", "2004"), ("2003", "2005"), ("2004", "2005"),
    ]  # fmt: skip
    assert is_near(policy, replace(texts[0], policy="a/c"), texts[1])
